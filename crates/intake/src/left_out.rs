//! Amounts that stand beside what remains due and are no part of it: retentions, remainders in the currency of the
//! document. The balance is right without them, and a reader may miss them in it: they are named.

use crate::Field;
use crate::composed;
use crate::content::ColumnContent;
use crate::currency;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::heading;
use crate::mapping::{Layout, Mapping};
use crate::money_column::Money;
use crate::unread;
use crate::words::{fold, holds};
use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeSet;
use values::Source;

/// Words of headings of what customers keep back until the works are accepted.
const RETENTIONS: [&str; 8] =
    ["rg", "retenue", "retenues", "retention", "retentions", "einbehalt", "retencion", "ritenuta"];

/// The columns of amounts that say that something else remains due beside the column read.
pub(crate) fn remainders(
    table: &Table,
    mapping: &Mapping,
    header: Source,
    contents: &[ColumnContent],
) -> Vec<Diagnostic> {
    let items = matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory);
    let (true, Some(read), Some(row)) = (items, mapping.binding(Field::Residual), table.row(header.row)) else {
        return Vec::new();
    };
    let money = |cell: &Cell<'_>| contents.get(usize::from(cell.column)).is_some_and(ColumnContent::is_money);
    let rows: Vec<Row<'_>> = table.rows_below(header.row).collect();
    let known = Money::of(read.column, &rows).map(|money| money.amounts);
    // The same remainder twice leaves nothing out.
    let differs = |cell: &Cell<'_>| Money::of(cell.column, &rows).is_some_and(|own| Some(own.amounts) != known);
    let left = |cell: &Cell<'_>| cell.kind == CellKind::Text && is_left(mapping, cell) && money(cell) && differs(cell);
    let unread: Vec<Cell<'_>> = row.cells().filter(left).collect();
    let named =
        |words: fn(&str) -> bool| -> Vec<&Cell<'_>> { unread.iter().filter(|cell| words(&fold(cell.text))).collect() };
    let remaining = named(composed::mentions_remainder);
    let cells = if remaining.is_empty() { named(is_retention) } else { remaining };
    cells.into_iter().map(|cell| about(DiagnosticKind::UnreadAmounts, cell, header)).collect()
}

fn is_retention(folded: &str) -> bool {
    RETENTIONS.iter().any(|word| holds(folded, word))
}

fn is_left(mapping: &Mapping, cell: &Cell<'_>) -> bool {
    let bound = mapping.columns().iter().any(|binding| binding.column == cell.column);
    let hits = heading::hits(cell.text);
    let meant = hits.iter().any(|hit| hit.field != Field::Residual);
    !bound && !meant && !unread::heads_other(cell.text)
}

/// The currencies of documents whose amounts are read in that of the books: what is owed in them is not read.
pub(crate) fn currencies(table: &Table, mapping: &Mapping, header: Source) -> Option<Diagnostic> {
    let row = table.row(header.row).filter(|_| !mapping.binds(Field::Currency) && mapping.layout().has_items())?;
    let may = |cell: &Cell<'_>, field: Field| heading::hits(cell.text).iter().any(|hit| hit.field == field);
    let column = row.cells().find(|cell| may(cell, Field::Currency))?;
    row.cells().find(|cell| may(cell, Field::ForeignAmount))?;
    let codes: BTreeSet<String> = table
        .rows_below(header.row)
        .filter_map(|row| row.cell(column.column))
        .filter_map(|cell| currency::of_cell(cell.text).map(|named| (named, cell.text.trim())))
        .map(|(named, text)| named.one().map_or_else(|| text.to_owned(), |currency| currency.code().to_owned()))
        .collect();
    let seen = codes.iter().cloned().collect::<Vec<_>>().join(", ");
    let told = about(DiagnosticKind::DocumentCurrenciesUnread, &column, header);
    (codes.len() > 1).then_some(Diagnostic { seen: Some(seen), ..told })
}

fn about(kind: DiagnosticKind, cell: &Cell<'_>, header: Source) -> Diagnostic {
    let column = Column { index: cell.column, header: cell.text.trim().to_owned() };
    Diagnostic { column: Some(column), ..Diagnostic::about(kind, Some(header)) }
}
