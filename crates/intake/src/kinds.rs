//! What an entry records, by its side and its words. The journal is a hint, never a proof (domain.md 7.1).

use crate::Field;
use crate::mapping::Layout;
use crate::row::Cells;
use crate::vocabulary as is;
use crate::words::fold_into;
use ledger::EntryKind;

/// Folded words of the cells that tell a kind; kept between rows to spare allocations.
#[derive(Default)]
pub(crate) struct KindWords {
    document_type: String,
    label: String,
    journal: String,
    journal_label: String,
    document: String,
}

impl KindWords {
    fn read(&mut self, cells: &Cells<'_>) {
        fold_into(&mut self.document_type, cells.text(Field::DocumentType).unwrap_or_default());
        fold_into(&mut self.label, cells.text(Field::Label).unwrap_or_default());
        fold_into(&mut self.journal, cells.text(Field::Journal).unwrap_or_default());
        fold_into(&mut self.journal_label, cells.text(Field::JournalLabel).unwrap_or_default());
    }

    /// Whether a type column without signs says that the amount lowers the balance.
    pub(crate) fn type_is_credit(&mut self, cells: &Cells<'_>) -> bool {
        fold_into(&mut self.document_type, cells.text(Field::DocumentType).unwrap_or_default());
        is::is_credit_note_type(&self.document_type) || is::is_payment_type(&self.document_type)
    }

    /// The kind of a debit (or of nothing).
    pub(crate) fn of_debit(&mut self, cells: &Cells<'_>, layout: Layout) -> EntryKind {
        self.read(cells);
        if self.is_opening(layout) {
            return EntryKind::Opening;
        }
        if is::is_sales_journal(&self.journal) || !is_ledger(layout) {
            return EntryKind::Invoice;
        }
        let money_back = is::is_payment_type(&self.document_type)
            || is::is_bank_journal(&self.journal)
            || is::is_returned(&self.label)
            || is::begins_with_transfer(&self.label);
        if money_back || is::is_other_type(&self.document_type) || is::is_other_type(&self.journal) {
            return EntryKind::Other;
        }
        EntryKind::Invoice
    }

    /// The kind of a credit. Without a word for either, a ledger's credit is a payment and an open item's a credit
    /// note.
    pub(crate) fn of_credit(&mut self, cells: &Cells<'_>, layout: Layout) -> EntryKind {
        self.read(cells);
        fold_into(&mut self.document, cells.text(Field::Document).unwrap_or_default());
        let (words, label, journal) = (&self.document_type, &self.label, &self.journal);
        match () {
            () if self.is_opening(layout) => EntryKind::Opening,
            () if is::is_credit_note_type(words) => EntryKind::CreditNote,
            () if is::is_payment_type(words) => EntryKind::Payment,
            () if is::begins_with_transfer(label) => EntryKind::Payment,
            () if is::names_credit_note(label) || is::is_credit_note_number(&self.document) => EntryKind::CreditNote,
            () if is::is_sales_journal(journal) => EntryKind::CreditNote,
            () if is::is_bank_journal(journal) || is::names_payment(label) => EntryKind::Payment,
            () if is::is_other_type(words) || is::is_other_type(journal) => EntryKind::Other,
            () if is_ledger(layout) => EntryKind::Payment,
            () => EntryKind::CreditNote,
        }
    }

    fn is_opening(&self, layout: Layout) -> bool {
        (is_ledger(layout) && is::is_opening_journal(&self.journal))
            || is::names_opening_journal(&self.journal_label)
            || is::is_opening(&self.document_type)
            || is::is_opening(&self.label)
    }
}

const fn is_ledger(layout: Layout) -> bool {
    match layout {
        Layout::Ledger | Layout::Fec => true,
        Layout::OpenItems
        | Layout::AgedBalance
        | Layout::InvoiceHistory
        | Layout::BankStatement
        | Layout::Customers
        | Layout::Payments => false,
    }
}
