//! Credit notes that name the invoice they correct, in a column of its own (`Facture d'origine`, `Applied to invoice`):
//! they clear it within the customer's account, as payments do. What names no known invoice stays unallocated. Where the
//! list says what remains due, the books did not set one against the other, and neither is it done here.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::header::Header;
use crate::joins::Joined;
use crate::mapping::Mapping;
use crate::parse::Reading;
use crate::payments::{clear, documents};
use crate::receipts::is_document_number;
use crate::row::Cells;
use crate::unread::{is_titled_as_due, says_due};
use crate::vocabulary::{names_credit_note, names_invoice};
use crate::words::fold;
use crate::{Field, Ledgers};
use ledger::{CustomerKey, Entry, EntryKind};
use sheet::Table;
use std::collections::BTreeMap;
use values::{Gather, Source};

/// Words that make of an invoice the one that is corrected.
const CORRECTED: &[&str] = &[
    "origine",
    "original",
    "originale",
    "originele",
    "initiale",
    "liee",
    "associee",
    "concernee",
    "corrigee",
    "rectifiee",
    "creditee",
    "rattachee",
    "annulee",
    "applied",
    "applies",
    "apply",
    "corrected",
    "credited",
    "related",
    "linked",
    "against",
    "sur",
    "rectificada",
    "rectificativa",
    "corregida",
    "abonada",
    "origen",
    "relacionada",
    "stornata",
    "rettificata",
    "collegata",
    "riferimento",
    "originaria",
    "korrigierte",
    "stornierte",
    "ursprungliche",
    "zugehorige",
    "bezug",
    "zu",
    "oorspronkelijke",
    "gecrediteerde",
    "betreft",
    "bijbehorende",
];

/// Words that may stand beside them.
const BESIDE: &[&str] = &[
    "n",
    "no",
    "nr",
    "num",
    "numero",
    "number",
    "d",
    "de",
    "du",
    "des",
    "la",
    "le",
    "l",
    "a",
    "to",
    "di",
    "der",
    "van",
    "of",
    "the",
    "avoir",
    "ref",
    "reference",
    "id",
    "code",
    "doc",
    "document",
];

/// German joins them to the invoice.
const COMPOUNDS: [&str; 4] = ["bezugsrechnung", "ursprungsrechnung", "originalrechnung", "rechnungsbezug"];

/// Whether a heading names the invoice that a credit note corrects, and nothing else.
pub(crate) fn names_corrected(words: &str) -> bool {
    let compound = |word: &str| COMPOUNDS.iter().any(|compound| word.starts_with(compound));
    let corrected = |word: &str| CORRECTED.contains(&word) || compound(word);
    let known = |word: &str| corrected(word) || BESIDE.contains(&word) || names_invoice(word);
    let invoice =
        names_invoice(words) || words.split(' ').any(|word| matches!(word, "doc" | "document") || compound(word));
    invoice && words.split(' ').any(corrected) && words.split(' ').all(known)
}

/// Gives the column of the invoices that are corrected its meaning, beside that of the documents' own numbers: by its
/// heading, or where every row bears the number of a credit note besides.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let rows = header.items(table);
    let cells = |column: u16| rows.iter().filter_map(move |row| row.cell(column)).map(|cell| cell.text.trim());
    let full = |column: u16| cells(column).filter(|text| !text.is_empty()).count() == rows.len();
    let of_credit_notes = header.headings.iter().any(|heading| {
        heading.may(&[Field::Document]) && names_credit_note(&fold(&heading.text)) && full(heading.column)
    });
    let numbered = |heading: &&crate::header::Heading| {
        let words = fold(&heading.text);
        let plain = || of_credit_notes && names_invoice(&words) && heading.may(&[Field::Document]);
        let named = names_corrected(&words) || plain() && !names_credit_note(&words);
        let mut texts = cells(heading.column).filter(|text| !text.is_empty()).peekable();
        named && texts.peek().is_some() && texts.all(is_document_number)
    };
    let columns: Vec<u16> = header.headings.iter().filter(numbered).map(|heading| heading.column).collect();
    let [column] = columns[..] else { return };
    let own = |heading: &crate::header::Heading| heading.column != column && heading.may(&[Field::Document]);
    if header.headings.iter().any(own) && full_of_own(header, column, &full) {
        header.means_alone(column, Field::Reference);
    }
}

/// Whether another column numbers every row.
fn full_of_own(header: &Header, column: u16, full: &impl Fn(u16) -> bool) -> bool {
    header.columns_of(&[Field::Document]).into_iter().any(|own| own != column && full(own))
}

/// A credit note that waits for every file to be read.
#[derive(Clone, Debug)]
pub(crate) struct Correcting {
    at: Source,
    /// The invoices it names, as written; often none.
    reference: String,
}

/// Whether the credit notes of a table are set against the invoices they name.
pub(crate) fn are_set_against(table: &Table, mapping: &Mapping, heading: Option<&str>) -> bool {
    let credits = || mapping.binding(Field::Document).is_some_and(|own| names_credit_note(&fold(&own.header)));
    let named = heading.map(fold).is_some_and(|words| names_corrected(&words) || names_invoice(&words) && credits());
    let open = || {
        let told = mapping.binds(Field::Residual) || is_titled_as_due(table, mapping.header_row());
        told || table.file_name.as_deref().is_some_and(says_due)
    };
    named && !open()
}

impl Reading<'_> {
    /// Remembers the invoice that a credit note names.
    pub(crate) fn remember_corrected(&mut self, cells: &Cells<'_>, entry: &Entry) {
        if self.corrects && entry.kind == EntryKind::CreditNote && entry.amount.is_credit() {
            let reference = cells.text(Field::Reference).unwrap_or_default().to_owned();
            self.ledgers.correcting.push(Correcting { at: entry.source, reference });
        }
    }
}

impl Ledgers {
    /// Sets credit notes against the invoices they name. Where a table told what remains due, they were already, or will be.
    pub(crate) fn join_credit_notes(&mut self, joined: &mut Joined) {
        let correcting = std::mem::take(&mut self.correcting);
        let Some(first) = correcting.first().map(|one| one.at).filter(|_| !self.residuals) else { return };
        let all = correcting.len() as u32;
        let named: BTreeMap<Source, Vec<String>> =
            correcting.into_iter().map(|one| (one.at, documents(&one.reference))).gather();
        let mut matched = 0;
        for builder in self.builders() {
            for key in (0..builder.customers().len() as u32).map(CustomerKey) {
                let waits = |entry: &Entry| entry.amount.is_credit() && entry.group.is_none();
                if !builder.bare_entries_of(key).any(|entry| waits(&entry) && named.contains_key(&entry.source)) {
                    continue;
                }
                let mut entries: Vec<_> = builder.entries_of(key).collect();
                for at in 0..entries.len() {
                    let Some((credit, _)) = entries.get(at).cloned().filter(|(entry, _)| waits(entry)) else {
                        continue;
                    };
                    let Some(documents) = named.get(&credit.source) else { continue };
                    let corrects = |entry: &Entry| {
                        entry.amount.is_debit()
                            && entry.kind == EntryKind::Invoice
                            && entry.document_day <= credit.document_day
                    };
                    let group = clear(builder, &mut entries, documents, corrects).map(|cleared| cleared.group);
                    if let (Some((entry, _)), Some(_)) = (entries.get_mut(at), group) {
                        entry.group = group;
                        matched += 1;
                    }
                }
                builder.rewrite(key, &entries);
            }
        }
        let kind = DiagnosticKind::CreditNotesJoined { matched, unmatched: all.saturating_sub(matched) };
        joined.remarks.push(Diagnostic::about(kind, Some(first)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_the_invoice_corrected() {
        for heading in [
            "Facture d'origine",
            "N° facture d'origine",
            "Applied to Invoice",
            "Applies-to Doc. No.",
            "Original invoice no.",
            "Factura rectificada",
            "Fattura collegata",
            "Bezugsrechnung",
            "Avoir sur facture",
            "Oorspronkelijke factuur",
        ] {
            assert!(names_corrected(&fold(heading)), "{heading}");
        }
        for heading in
            ["N° facture", "Référence", "Montant d'origine", "Facture réglée", "Invoice", "Date facture", "Applied", ""]
        {
            assert!(!names_corrected(&fold(heading)), "{heading}");
        }
    }
}
