//! The tables of a report, made from the views: one function per table, columns and cells side by side.

mod balance;
mod figures;
mod findings;
mod import;
mod items;
mod plan;

pub(crate) use balance::{aged, aged_all, aged_cells, aged_groups, ages, evolution, first_day, largest};
pub(crate) use figures::{figures, glossary};
pub(crate) use findings::{evidence, findings, findings_listed};
pub(crate) use import::{control_totals, files, set_aside};
pub(crate) use items::{late_payments, open_items};
pub(crate) use plan::{actions, contacts, costs, non_actions};

use crate::table::{Cell, Column, Table};
use protocol::AgedBalance;
use text::Language;
use values::{Amount, Currency};

/// A part of a whole, in ten-thousandths exact to the last.
pub(crate) fn share(part: Amount, whole: Amount) -> Cell<'static> {
    let (part, whole) = (i128::from(part.minor()), i128::from(whole.minor()));
    if whole <= 0 || part < 0 {
        return Cell::Empty;
    }
    let units = (part * 20_000 + whole) / (whole * 2);
    // A text of four decimals is read back as the nearest number: no arithmetic on floats.
    format!("{}.{:04}", units / 10_000, units % 10_000).parse().map_or(Cell::Empty, Cell::Share)
}

fn bucket_names(language: Language, aged: &AgedBalance) -> impl Iterator<Item = String> + '_ {
    let first_day = first_day(aged.basis);
    (0..=aged.limits.len()).map(move |position| language.report_bucket(&aged.limits, position, first_day))
}

/// Tables of several currencies in one, each row with its currency. They have the same columns.
pub(crate) fn all_currencies<'a>(language: Language, tables: Vec<(Currency, Table<'a>)>) -> Table<'a> {
    let length = tables.iter().map(|(_, table)| table.length).sum();
    let mut columns = vec![Column::plain(language.report_currency())];
    let mut rows: Vec<(Currency, Vec<Cell<'a>>)> = Vec::new();
    for (position, (currency, table)) in tables.into_iter().enumerate() {
        if position == 0 {
            columns.extend(table.columns);
        }
        rows.extend(table.rows.map(|row| (currency, row)));
    }
    let rows = rows.into_iter().map(|(currency, mut row)| {
        row.insert(0, Cell::text(currency.code().to_owned()));
        row
    });
    Table { columns, currency: Some(0), length, rows: Box::new(rows) }
}

/// An amount and its currency, each in its cell.
fn money(amount: Option<Amount>, currency: Option<Currency>) -> [Cell<'static>; 2] {
    match amount.zip(currency) {
        Some((amount, currency)) => [Cell::Amount(amount, currency), Cell::text(currency.code().to_owned())],
        None => [Cell::Empty, Cell::Empty],
    }
}
