//! What was asked, what was paid and what remains, in one row for each payer: rents by tenant, dues by member, fees by family.
//! The rows prove which column is which: on every one of them the rest is what was asked, with what was owed before, without what
//! was paid.

use crate::Field;
use crate::balances;
use crate::composed;
use crate::header::{Header, Heading};
use crate::mapping::Mapping;
use crate::running::hundredths;
use crate::words::fold;
use sheet::{Cell, Row, Table};

/// Payers of the shortest list.
const ENOUGH: usize = 3;
/// Words of what is due by now, beside what will be.
const BY_NOW: [&str; 7] = ["exigible", "echu", "echue", "due", "overdue", "fallig", "scaduto"];

/// What the rows prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    /// The column of what remains.
    Told(u16),
    /// What remains is written below zero, what was paid too much above it.
    Reversed,
    Untold,
}

/// Which column is what remains of what was asked and paid, by the rows.
pub(crate) fn tell(header: &Header, rows: &[Row<'_>]) -> Settled {
    let paid: Vec<u16> = header.columns_of(&[Field::Paid]);
    let [paid] = paid.as_slice() else { return Settled::Untold };
    let rests =
        |heading: &&Heading| heading.may(&[Field::Residual, Field::RunningBalance]) && !balances::opens(&heading.text);
    let rests: Vec<&Heading> = header.headings.iter().filter(rests).collect();
    let proven = |sign: i64| -> Vec<&Heading> {
        let proven = rests.iter().filter(|rest| is_proven(header, rows, (rest.column, sign), *paid));
        proven.copied().collect()
    };
    match (proven(1).as_slice(), rests.as_slice()) {
        ([only], [_]) => Settled::Told(only.column),
        ([], _) if !proven(-1).is_empty() => Settled::Reversed,
        (told, _) => {
            let by_now = |rest: &&&Heading| fold(&rest.text).split(' ').any(|word| BY_NOW.contains(&word));
            let mut told = told.iter().filter(by_now);
            match (told.next(), told.next()) {
                (Some(only), None) => Settled::Told(only.column),
                _ => Settled::Untold,
            }
        }
    }
}

/// Whether the headings of the customers name people who pay: tenants, members, families.
pub(crate) fn are_payers(header: &Header, customers: &[u16]) -> bool {
    let of = header.headings.iter().filter(|heading| customers.contains(&heading.column));
    let family = |words: &str| words.split(' ').any(|word| matches!(word, "famille" | "familles" | "family"));
    let words: Vec<String> = of.map(|heading| fold(&heading.text)).collect();
    words.iter().any(|words| composed::names_payer(words) || family(words))
}

/// Whether a table that is read proves what remains: its other columns are then parts of that.
pub(crate) fn proves(table: &Table, mapping: &Mapping) -> bool {
    let (Some(rest), Some(row)) = (mapping.binding(Field::Residual), table.row(mapping.header_row())) else {
        return false;
    };
    let header = Header::new(mapping.header_row(), crate::header::headings(&row));
    let rows = balances::rows_of(table, mapping.header_row());
    tell(&header, &rows) == Settled::Told(rest.column)
}

/// Other columns of a table read by what remains that say so too: what will be due, beside what is.
pub(crate) fn left(table: &Table, mapping: &Mapping) -> Vec<(u16, String)> {
    let Some(row) = table.row(mapping.header_row()).filter(|_| proves(table, mapping)) else { return Vec::new() };
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column);
    let rests = |cell: &Cell<'_>| {
        let folded = fold(cell.text);
        !bound(cell.column) && composed::mentions_remainder(&folded) && !balances::opens(cell.text)
    };
    row.cells().filter(rests).map(|cell| (cell.column, cell.text.trim().to_owned())).collect()
}

fn is_proven(header: &Header, rows: &[Row<'_>], (rest, sign): (u16, i64), paid: u16) -> bool {
    let money = |heading: &&Heading| ![rest, paid].contains(&heading.column) && holds_amounts(rows, heading.column);
    let (before, asked): (Vec<&Heading>, Vec<&Heading>) =
        header.headings.iter().filter(money).partition(|heading| balances::opens(&heading.text));
    let before: Vec<u16> = before.iter().map(|heading| heading.column).collect();
    asked.iter().any(|asked| {
        let foots = |row: &&Row<'_>| {
            let owed = before.iter().map(|column| amount(row, *column)).sum::<i64>() + amount(row, asked.column);
            owed - amount(row, paid) == sign * amount(row, rest)
        };
        let shown = rows.iter().filter(|row| amount(row, paid) != 0 || amount(row, rest) != 0).count();
        rows.iter().all(|row| foots(&row)) && shown >= ENOUGH && rows.iter().any(|row| amount(row, paid) != 0)
    }) && rows.iter().any(|row| amount(row, rest) != 0)
}

fn holds_amounts(rows: &[Row<'_>], column: u16) -> bool {
    let is_amount = |cell: Cell<'_>| cell.text.trim().is_empty() || hundredths(cell.text.trim()).is_some();
    rows.iter().filter_map(|row| row.cell(column)).all(is_amount) && rows.iter().any(|row| amount(row, column) != 0)
}

fn amount(row: &Row<'_>, column: u16) -> i64 {
    row.cell(column).and_then(|cell| hundredths(cell.text.trim())).unwrap_or(0)
}
