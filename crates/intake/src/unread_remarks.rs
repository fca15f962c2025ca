//! Remarks that speak of disputes or promises in a column that nothing reads: they are counted and told, for whoever reminds
//! should know. No word of a free text makes a dispute: it may be over.

use crate::Field;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::mapping::{Layout, Mapping};
use crate::words::fold;
use sheet::{Cell, Table};
use values::Source;

/// Remarks that speak of disputes or promises in a column that nothing reads.
pub(crate) fn tell(table: &Table, mapping: &Mapping, header: Source, sampled: bool) -> Vec<Diagnostic> {
    const DISPUTES: [&str; 8] =
        ["litig", "contest", "disput", "klarung", "reklam", "betwist", "reclamo", "reclamacion"];
    const PROMISES: [&str; 7] = ["promes", "promis", "zahlungszusage", "zugesagt", "promett", "belofte", "toegezegd"];
    /// Words that end a dispute or deny it.
    const OVER: [&str; 12] =
        ["pas", "aucun", "sans", "hors", "resolu", "leve", "clos", "termine", "no", "not", "resolved", "closed"];
    let documents = matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory);
    let items = documents || mapping.layout() == Layout::Ledger;
    let Some(headings) = table.row(header.row).filter(|_| items) else { return Vec::new() };
    let unread = |cell: &Cell<'_>| {
        let bound = mapping.columns().iter().find(|binding| binding.column == cell.column);
        bound.is_none_or(|binding| documents && binding.field == Field::Label)
    };
    let told = headings.cells().filter(unread).filter_map(|heading| {
        let (mut disputes, mut promises, mut first) = (0, 0, None);
        for cell in table.rows_below(header.row).filter_map(|row| row.cell(heading.column)) {
            let words = fold(cell.text);
            let says = |stems: &[&str]| words.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
            if words.split(' ').any(|word| OVER.contains(&word)) {
                continue;
            }
            let (disputed, promised) = (says(&DISPUTES), says(&PROMISES));
            disputes += u32::from(disputed);
            promises += u32::from(promised);
            first = first.or_else(|| (disputed || promised).then(|| cell.text.trim().to_owned()));
        }
        let column = Column { index: heading.column, header: heading.text.trim().to_owned() };
        let about = Diagnostic::about(DiagnosticKind::UnreadRemarks { disputes, promises, sampled }, Some(header));
        first.map(|seen| Diagnostic { column: Some(column), seen: Some(seen), ..about })
    });
    told.collect()
}
