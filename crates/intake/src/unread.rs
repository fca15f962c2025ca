//! Columns of money that no field takes: where nothing says what remains due, or amounts are already aged, one of them
//! may be what was looked for under a heading nobody knows. They are named, with what to do; nothing is guessed.

use crate::Field;
use crate::content;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::heading::{self, HeadingMatch};
use crate::mapping::{Layout, Mapping};
use crate::words::fold;
use sheet::{CellKind, Table};
use values::Source;

/// Words of headings of money that is no part of a balance: taxes, prices, discounts, rates.
const OTHERS: &[&str] = &[
    "ht",
    "tva",
    "vat",
    "tax",
    "taxe",
    "taxes",
    "net",
    "netto",
    "mwst",
    "ust",
    "iva",
    "btw",
    "imponibile",
    "base",
    "excl",
    "excluding",
    "subtotal",
    "discount",
    "remise",
    "escompte",
    "skonto",
    "rate",
    "taux",
    "cours",
    "kurs",
    "exchange",
    "cost",
    "price",
    "prix",
    "prezzo",
    "precio",
    "preis",
    "quantity",
    "qte",
    "quantite",
    "pct",
    "percent",
    "marge",
    "margin",
    "commission",
    "frais",
    "shipping",
    "port",
    "lcy",
    "ds",
    "mw",
    "interest",
    "interets",
    "item",
    "line",
    "article",
    "credit limit",
    "turnover",
    "ca",
];

/// A column headed as the side of amounts whose words are not understood: every amount keeps its own sign.
pub(crate) fn side(table: &Table, mapping: &Mapping, header: Source) -> Option<Diagnostic> {
    let items = mapping.layout().has_items() && !mapping.binds(Field::Side) && !mapping.binds(Field::Debit);
    let row = table.row(mapping.header_row()).filter(|_| items)?;
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column);
    let heads_side = |text: &str| {
        let hits = heading::hits(text);
        !hits.is_empty() && hits.iter().all(|hit| hit.field == Field::Side && hit.matched == HeadingMatch::Exact)
    };
    let cell = row.cells().find(|cell| !bound(cell.column) && heads_side(cell.text.trim()))?;
    let below = table.rows().filter(|row| row.number() > mapping.header_row());
    let first =
        below.filter_map(|row| row.cell(cell.column)).map(|cell| cell.text.trim()).find(|text| !text.is_empty())?;
    let column = Column { index: cell.column, header: cell.text.trim().to_owned() };
    let about = Diagnostic::about(DiagnosticKind::UnreadSide, Some(header));
    Some(Diagnostic { column: Some(column), seen: Some(first.to_owned()), ..about })
}

/// The columns of money that a mapping leaves, where one of them may matter.
pub(crate) fn columns(table: &Table, mapping: &Mapping, header: Source) -> Vec<Diagnostic> {
    let matters = match mapping.layout() {
        Layout::OpenItems => {
            !mapping.binds(Field::Residual) && !mapping.binds(Field::Debit) && !mapping.binds(Field::Bucket)
        }
        Layout::AgedBalance => true,
        _ => false,
    };
    let Some(row) = table.row(mapping.header_row()).filter(|_| matters) else { return Vec::new() };
    let contents = content::profile(table, mapping.header_row());
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column);
    let money = |column: u16| contents.get(usize::from(column)).is_some_and(content::ColumnContent::is_money);
    let unread = row.cells().filter(|cell| cell.kind == CellKind::Text && !bound(cell.column) && money(cell.column));
    let heads_other = |text: &str| {
        let words = fold(text);
        let other = words.split(' ').any(|word| OTHERS.contains(&word)) || text.contains('%');
        other || heading::hits(text).iter().any(|hit| hit.field != Field::RunningBalance)
    };
    unread
        .filter(|cell| !heads_other(cell.text.trim()))
        .map(|cell| {
            let column = Column { index: cell.column, header: cell.text.trim().to_owned() };
            let about = Diagnostic::about(DiagnosticKind::UnreadAmounts, Some(header));
            Diagnostic { column: Some(column), ..about }
        })
        .collect()
}
