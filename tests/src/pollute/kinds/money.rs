//! Amounts as people and programs write them.

use crate::pollute::Case;
use crate::pollute::grid::{Cell, Role};
use crate::pollute::write::Negative;

pub(super) fn spaces(case: &mut Case) -> bool {
    grouped(case, ',', " ")
}

pub(super) fn no_break_spaces(case: &mut Case) -> bool {
    grouped(case, ',', "\u{A0}")
}

pub(super) fn narrow_spaces(case: &mut Case) -> bool {
    grouped(case, ',', "\u{202F}")
}

pub(super) fn points(case: &mut Case) -> bool {
    grouped(case, ',', ".")
}

pub(super) fn commas(case: &mut Case) -> bool {
    grouped(case, '.', ",")
}

pub(super) fn apostrophes(case: &mut Case) -> bool {
    grouped(case, '.', "\u{2019}")
}

fn grouped(case: &mut Case, decimal: char, group: &'static str) -> bool {
    case.style.money.decimal = decimal;
    case.style.money.group = group;
    true
}

/// Whether some amount of the file is below zero.
fn has_negatives(case: &Case) -> bool {
    case.grid.lines.iter().flat_map(|line| &line.cells).any(|cell| matches!(cell, Cell::Money(cents) if *cents < 0))
}

fn negative(case: &mut Case, negative: Negative) -> bool {
    case.style.money.negative = negative;
    has_negatives(case)
}

pub(super) fn trailing_minus(case: &mut Case) -> bool {
    negative(case, Negative::Trailing)
}

pub(super) fn brackets(case: &mut Case) -> bool {
    negative(case, Negative::Brackets)
}

pub(super) fn true_minus(case: &mut Case) -> bool {
    negative(case, Negative::Leading("\u{2212}"))
}

pub(super) fn plus(case: &mut Case) -> bool {
    case.style.money.plus = true;
    true
}

pub(super) fn debit_credit_letters(case: &mut Case) -> bool {
    negative(case, Negative::Letters("DB", "CR"))
}

pub(super) fn side_letters(case: &mut Case) -> bool {
    negative(case, Negative::Letters("D", "C"))
}

pub(super) fn euro_behind(case: &mut Case) -> bool {
    case.style.money.after = " €";
    true
}

pub(super) fn code_before(case: &mut Case) -> bool {
    case.style.money.before = "EUR ";
    true
}

pub(super) fn short(case: &mut Case) -> bool {
    // By the amount itself, so that a payment still meets its invoice.
    let step = |cents: i64| if cents / 1_000 % 2 == 0 { 100 } else { 10 };
    let round = |cents: i64| cents / step(cents) * step(cents);
    change_all(case, round)
}

/// Another amount for every amount, in the truth and in the file.
fn change_all(case: &mut Case, change: impl Fn(i64) -> i64) -> bool {
    for item in &mut case.truth {
        (item.amount, item.residual) = (change(item.amount), change(item.residual));
    }
    for line in case.grid.items() {
        for cell in &mut line.cells {
            if let Cell::Money(cents) = cell {
                *cents = change(*cents);
            }
        }
    }
    case.style.money.short = true;
    true
}

pub(super) fn padded(case: &mut Case) -> bool {
    case.style.money.width = 10;
    case.style.money.group = "";
    true
}

pub(super) fn dash_for_zero(case: &mut Case) -> bool {
    case.style.money.zero = Some("-");
    fill_empty_sides(case);
    true
}

pub(super) fn zeros(case: &mut Case) -> bool {
    fill_empty_sides(case)
}

fn fill_empty_sides(case: &mut Case) -> bool {
    let columns = [Role::Debit, Role::Credit].map(|role| case.grid.column(role));
    let [Some(debit), Some(credit)] = columns else { return false };
    for line in case.grid.items() {
        for column in [debit, credit] {
            if line.cells[column] == Cell::Empty {
                line.cells[column] = Cell::Money(0);
            }
        }
    }
    true
}

pub(super) fn text_in_workbook(case: &mut Case) -> bool {
    case.style.workbook().money_as_text = true;
    true
}

pub(super) fn negative_credits(case: &mut Case) -> bool {
    let Some(column) = case.grid.column(Role::Credit) else { return false };
    for line in case.grid.items() {
        if let Cell::Money(cents) = &mut line.cells[column] {
            *cents = -*cents;
        }
    }
    true
}

/// The position of the first money column with something in it on a line.
fn money_cell(cells: &[Cell]) -> Option<usize> {
    cells.iter().position(|cell| matches!(cell, Cell::Money(cents) if cents.abs() >= 100_000))
}

fn one_as_text(case: &mut Case, write: impl Fn(&Case, i64) -> Option<String>) -> bool {
    let number = case.truth.len() / 2;
    let copy = case.clone();
    for line in case.grid.items().skip(number) {
        let Some(column) = money_cell(&line.cells) else { continue };
        if let Cell::Money(cents) = line.cells[column]
            && let Some(text) = write(&copy, cents)
        {
            line.cells[column] = Cell::Text(text);
            return true;
        }
    }
    false
}

pub(super) fn letter_o(case: &mut Case) -> bool {
    one_as_text(case, |case, cents| {
        let text = crate::pollute::write::shown(&Cell::Money(cents), &case.style);
        let place = text.find('0')?;
        Some(format!("{}O{}", &text[..place], &text[place + 1..]))
    })
}

/// One cell typed by a hand of another country.
pub(super) fn other_convention(case: &mut Case) -> bool {
    one_as_text(case, |case, cents| {
        let mut style = case.style.clone();
        (style.money.decimal, style.money.group) = if style.money.decimal == ',' { ('.', ",") } else { (',', ".") };
        Some(crate::pollute::write::shown(&Cell::Money(cents), &style))
    })
}

/// Every amount a whole number of thousands, written `12.000`: nothing in the column tells a thousand from one.
pub(super) fn whole_thousands(case: &mut Case) -> bool {
    thousands(case, ',', ".")
}

/// The same, written `12,000`.
pub(super) fn whole_thousands_commas(case: &mut Case) -> bool {
    thousands(case, '.', ",")
}

fn thousands(case: &mut Case, decimal: char, group: &'static str) -> bool {
    let part_paid = |item: &crate::pollute::clean::Item| item.residual != item.amount && item.residual != 0;
    if case.truth.iter().any(part_paid) {
        return false;
    }
    grouped(case, decimal, group);
    change_all(case, |cents| (cents / 100_000 + cents.signum()) * 100_000)
}

/// A title says that figures are in thousands: read as they stand, they would be wrong by as much.
pub(super) fn in_thousands(case: &mut Case) -> bool {
    for item in &mut case.truth {
        (item.amount, item.residual) = (item.amount * 1_000, item.residual * 1_000);
    }
    let title = case.grid.words(&["Montants exprimés en milliers d'euros"]);
    case.grid.lines.insert(0, title);
    true
}

/// The amount without tax stands before the one with it.
pub(super) fn without_tax_too(case: &mut Case) -> bool {
    let Some(column) = case.grid.column(Role::Amount) else { return false };
    case.grid.add_column(column, Role::Other, "Montant HT", |line| match line.cells.get(column) {
        Some(Cell::Money(cents)) => Cell::Money(cents * 5 / 6),
        _ => Cell::Empty,
    });
    let header = case.grid.header();
    case.grid.lines[header].cells[column + 1] = Cell::Text("Montant TTC".to_owned());
    true
}

/// The same amounts in the customer's currency, in a column of their own.
pub(super) fn foreign_too(case: &mut Case) -> bool {
    let column =
        case.grid.roles.iter().position(|role| matches!(role, Role::Amount | Role::Residual | Role::Debit)).unwrap();
    let end = case.grid.roles.len();
    case.grid.add_column(end, Role::Other, "Montant en devise", |line| match line.cells.get(column) {
        Some(Cell::Money(cents)) => Cell::Money(cents * 108 / 100),
        _ => Cell::Empty,
    });
    true
}
