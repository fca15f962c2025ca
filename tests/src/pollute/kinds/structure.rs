//! Where the table stands in the file, and what stands between its rows.

use crate::pollute::Case;
use crate::pollute::grid::{Cell, Line, LineKind, Role, text};

fn above(case: &mut Case, words: &[&[&str]]) -> bool {
    let lines: Vec<Line> = words.iter().map(|words| case.grid.words(words)).collect();
    case.grid.lines.splice(0..0, lines);
    true
}

pub(super) fn titles(case: &mut Case) -> bool {
    above(case, &[&["Balance clients détaillée"], &["Société Exemple", "", "Edité le 02/10/2026"], &[]])
}

pub(super) fn deep_header(case: &mut Case) -> bool {
    let mut words: Vec<&[&str]> =
        vec![&["SOCIETE EXEMPLE"], &["Exercice du 01/01/2026 au 31/12/2026"], &["Sélection : tous"]];
    words.extend([&[][..]; 11]);
    above(case, &words)
}

pub(super) fn notes(case: &mut Case) -> bool {
    for words in [&["(1) Montants toutes taxes comprises"][..], &["Fin de l'édition"]] {
        let line = case.grid.words(words);
        case.grid.lines.push(line);
    }
    true
}

pub(super) fn blank_lines(case: &mut Case) -> bool {
    let blank = case.grid.words(&[]);
    let lines = std::mem::take(&mut case.grid.lines);
    for (line, number) in lines.into_iter().zip(0_usize..) {
        case.grid.lines.push(line);
        if number.is_multiple_of(4) {
            case.grid.lines.push(blank.clone());
        }
    }
    true
}

pub(super) fn grand_total(case: &mut Case) -> bool {
    let total = case.grid.total("Total général", &case.grid.lines.clone());
    case.grid.lines.push(total);
    true
}

/// The lines of items by customer, each followed by what `after` makes of them and preceded by what `before` does.
fn blocks(case: &mut Case, before: impl Fn(&Case, &Line) -> Vec<Line>, after: impl Fn(&Case, &[Line]) -> Vec<Line>) {
    let lines = std::mem::take(&mut case.grid.lines);
    let (items, mut out): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.item().is_some());
    let customer = |line: &Line| case.truth[line.item().unwrap()].customer.clone();
    for block in items.chunk_by(|a, b| customer(a) == customer(b)) {
        out.extend(before(case, &block[0]));
        out.extend(block.iter().cloned());
        out.extend(after(case, block));
    }
    case.grid.lines = out;
}

pub(super) fn sub_totals(case: &mut Case) -> bool {
    let copy = case.grid.clone();
    blocks(
        case,
        |_, _| Vec::new(),
        |case, block| {
            let name = case.truth[block[0].item().unwrap()].customer.clone();
            vec![copy.total(&format!("Total {name}"), block)]
        },
    );
    let total = copy.total("Total général", &copy.lines);
    case.grid.lines.push(total);
    true
}

/// Blanks the customer's cells of every item.
fn forget_customers(case: &mut Case) -> (usize, usize) {
    let (id, name) = (case.grid.column(Role::Customer).unwrap(), case.grid.column(Role::Name).unwrap());
    for line in case.grid.items() {
        line.cells[id] = Cell::Empty;
        line.cells[name] = Cell::Empty;
    }
    (id, name)
}

fn customer_line(case: &Case, first: &Line, id: usize, name: usize) -> Line {
    let item = &case.truth[first.item().unwrap()];
    let mut line = Line::other(vec![Cell::Empty; first.cells.len()]);
    line.cells[id] = text(&item.customer);
    line.cells[name] = text(&item.name);
    line
}

pub(super) fn customer_headers(case: &mut Case) -> bool {
    let (id, name) = forget_customers(case);
    blocks(case, |case, first| vec![customer_line(case, first, id, name)], |_, _| Vec::new());
    true
}

pub(super) fn customer_blocks(case: &mut Case) -> bool {
    let (id, name) = forget_customers(case);
    let copy = case.grid.clone();
    blocks(
        case,
        |case, first| vec![customer_line(case, first, id, name)],
        |case, block| {
            let code = &case.truth[block[0].item().unwrap()].customer;
            vec![copy.total(&format!("Total compte {code}"), block), copy.words(&[])]
        },
    );
    let total = copy.total("Total général", &copy.lines);
    case.grid.lines.push(total);
    true
}

/// As merged cells come out of a workbook.
pub(super) fn first_row_only(case: &mut Case) -> bool {
    let (id, name) = (case.grid.column(Role::Customer).unwrap(), case.grid.column(Role::Name).unwrap());
    let mut known = String::new();
    let truth = &case.truth;
    for line in case.grid.items() {
        let customer = &truth[line.item().unwrap()].customer;
        if *customer == known {
            line.cells[id] = Cell::Empty;
            line.cells[name] = Cell::Empty;
        }
        known.clone_from(customer);
    }
    true
}

/// After every twenty lines, what a page begins with.
fn paged(case: &mut Case, page: impl Fn(&Case, &[Line]) -> Vec<Line>) -> bool {
    let lines = std::mem::take(&mut case.grid.lines);
    let mut out: Vec<Line> = Vec::new();
    for (line, number) in lines.into_iter().zip(0_usize..) {
        out.push(line);
        if number > 0 && number.is_multiple_of(20) {
            let page = page(case, &out);
            out.extend(page);
        }
    }
    case.grid.lines = out;
    true
}

pub(super) fn repeated_headings(case: &mut Case) -> bool {
    let header = case.grid.lines[case.grid.header()].clone();
    paged(case, |_, _| vec![Line { kind: LineKind::Other, ..header.clone() }])
}

pub(super) fn pages(case: &mut Case) -> bool {
    let header = case.grid.lines[case.grid.header()].clone();
    let grid = case.grid.clone();
    paged(case, |_, so_far| {
        vec![
            grid.total("A reporter", so_far),
            grid.words(&["Balance clients", "", "Page 2"]),
            Line { kind: LineKind::Other, ..header.clone() },
            grid.total("Report", so_far),
        ]
    })
}

pub(super) fn two_line_headings(case: &mut Case) -> bool {
    let header = case.grid.header();
    let mut second = Line::other(Vec::new());
    for cell in &mut case.grid.lines[header].cells {
        let split = match cell {
            Cell::Text(heading) => heading.split_once(' ').map(|(one, two)| (one.to_owned(), two.to_owned())),
            _ => None,
        };
        second.cells.push(match split {
            Some((one, two)) => {
                *cell = Cell::Text(one);
                Cell::Text(two)
            }
            None => Cell::Empty,
        });
    }
    case.grid.lines.insert(header + 1, second);
    true
}

pub(super) fn shuffled_columns(case: &mut Case) -> bool {
    for last in (1..case.grid.roles.len()).rev() {
        let other = case.random.between(0, last as i64) as usize;
        case.grid.roles.swap(last, other);
        for line in &mut case.grid.lines {
            line.cells.swap(last, other);
        }
    }
    true
}

pub(super) fn shuffled_rows(case: &mut Case) -> bool {
    let first = case.grid.header() + 1;
    for last in (first + 1..case.grid.lines.len()).rev() {
        let other = case.random.between(first as i64, last as i64) as usize;
        case.grid.lines.swap(last, other);
    }
    true
}

pub(super) fn extra_columns(case: &mut Case) -> bool {
    case.grid.add_column(2, Role::Other, "Agence", |_| text("Paris"));
    let end = case.grid.roles.len();
    case.grid.add_column(end, Role::Other, "Code analytique", |_| text("A12"));
    case.grid.add_column(end, Role::Other, "Saisi par", |_| text("MP"));
    true
}

pub(super) fn empty_first_column(case: &mut Case) -> bool {
    case.grid.add_column(0, Role::Other, "", |_| Cell::Empty);
    true
}

pub(super) fn duplicate_heading(case: &mut Case) -> bool {
    let column = case.grid.column(Role::Day).unwrap();
    let header = case.grid.header();
    let Cell::Text(heading) = case.grid.lines[header].cells[column].clone() else { return false };
    let end = case.grid.roles.len();
    case.grid.add_column(end, Role::Other, &heading, |_| Cell::Empty);
    true
}

fn headings(case: &mut Case, change: impl Fn(&str) -> String) -> bool {
    let header = case.grid.header();
    for cell in &mut case.grid.lines[header].cells {
        if let Cell::Text(heading) = cell {
            *heading = change(heading);
        }
    }
    true
}

pub(super) fn capitals(case: &mut Case) -> bool {
    headings(case, str::to_uppercase)
}

const ACCENTS: [(char, char); 10] = [
    ('é', 'e'),
    ('è', 'e'),
    ('ê', 'e'),
    ('à', 'a'),
    ('û', 'u'),
    ('ä', 'a'),
    ('ó', 'o'),
    ('º', 'o'),
    ('É', 'E'),
    ('°', 'o'),
];

pub(super) fn no_accents(case: &mut Case) -> bool {
    let plain =
        |letter: char| ACCENTS.iter().find(|(accented, _)| *accented == letter).map_or(letter, |(_, plain)| *plain);
    headings(case, |heading| heading.chars().map(plain).collect())
}

pub(super) fn lost_accents(case: &mut Case) -> bool {
    headings(case, |heading| heading.chars().map(|letter| if letter.is_ascii() { letter } else { '?' }).collect())
}

pub(super) fn currency_column(case: &mut Case) -> bool {
    case.grid.add_column(5, Role::Currency, "Currency", |_| text("EUR"));
    true
}

pub(super) fn two_currencies(case: &mut Case) -> bool {
    // Whole customers, so that letters stay within one currency.
    for item in case.truth.iter_mut().filter(|item| item.customer.ends_with(['1', '4', '7'])) {
        item.currency = "USD";
    }
    let truth = case.truth.clone();
    case.grid.add_column(5, Role::Currency, "Currency", |line| {
        line.item().map_or(Cell::Empty, |item| text(truth[item].currency))
    });
    true
}

/// The balance so far of each customer, as sub-ledgers print it.
pub(super) fn running_balance(case: &mut Case) -> bool {
    if case.grid.column(Role::Debit).is_none() {
        return false;
    }
    let truth = case.truth.clone();
    let balance = |position: usize| -> i64 {
        let customer = &truth[position].customer;
        truth.iter().take(position + 1).filter(|item| item.customer == *customer).map(|item| item.amount).sum()
    };
    let end = case.grid.roles.len();
    case.grid.add_column(end, Role::Other, "Solde", |line| {
        line.item().map_or(Cell::Empty, |item| Cell::Money(balance(item)))
    });
    true
}

pub(super) fn hidden_rows(case: &mut Case) -> bool {
    for (line, number) in case.grid.items().zip(0_usize..) {
        line.hidden = number.is_multiple_of(5);
    }
    case.style.workbook();
    true
}

/// Totals under the names of the customers, as pivot tables print them.
pub(super) fn totals_in_names(case: &mut Case) -> bool {
    let copy = case.grid.clone();
    let name = case.grid.column(Role::Name).unwrap();
    blocks(
        case,
        |_, _| Vec::new(),
        |case, block| {
            let mut total = copy.total("", block);
            total.cells[name] = Cell::Text(format!("Total {}", case.truth[block[0].item().unwrap()].name));
            vec![total]
        },
    );
    true
}

/// The sum below the columns, without a word.
pub(super) fn wordless_total(case: &mut Case) -> bool {
    let total = case.grid.total("", &case.grid.lines.clone());
    case.grid.lines.push(total);
    true
}

/// A customer whose name begins like a total.
pub(super) fn named_total(case: &mut Case) -> bool {
    let column = case.grid.column(Role::Name).unwrap();
    for item in case.truth.iter_mut().filter(|item| item.customer == "C0117") {
        item.name = "Total Énergies SE".to_owned();
    }
    let truth = &case.truth;
    for line in case.grid.items() {
        line.cells[column] = text(&truth[line.item().unwrap()].name);
    }
    true
}

/// Nothing but the first three items.
pub(super) fn three_rows(case: &mut Case) -> bool {
    let end = case.grid.header() + 4;
    case.grid.lines.truncate(end);
    case.truth.truncate(3);
    true
}
