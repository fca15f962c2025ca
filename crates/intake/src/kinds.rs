//! What an entry records, by its side and its words. The journal is a hint, never a proof (domain.md 7.1).

use crate::Field;
use crate::mapping::Layout;
use crate::row::Cells;
use crate::vocabulary::{self as is, Starts};
use crate::words::fold_into;
use ledger::EntryKind;
use values::same_text;

/// So many texts of a column are remembered with what they say.
const KNOWN: usize = 16;

/// Texts that stand on row after row, and what they say: judged once.
struct Known<S>(Vec<(String, S)>);

impl<S> Default for Known<S> {
    fn default() -> Known<S> {
        Known(Vec::new())
    }
}

impl<S: Copy + Default> Known<S> {
    fn read(&mut self, text: Option<&str>, words: &mut String, judge: fn(&str) -> S) -> S {
        let Some(text) = text else { return S::default() };
        if let Some((_, says)) = self.0.iter().find(|(known, _)| same_text(known, text)) {
            return *says;
        }
        fold_into(words, text);
        let says = judge(words);
        if self.0.len() < KNOWN {
            self.0.push((text.to_owned(), says));
        }
        says
    }
}

/// What a type of document says.
#[derive(Clone, Copy, Default)]
struct TypeSays {
    opening: bool,
    credit_note: bool,
    payment: bool,
    other: bool,
}

/// What a journal's code says.
#[derive(Clone, Copy, Default)]
struct JournalSays {
    opening: bool,
    sales: bool,
    bank: bool,
    other: bool,
}

/// What the cells of a row that tell a kind say.
struct Says {
    document_type: TypeSays,
    journal: JournalSays,
    opening: bool,
}

/// The words that tell a kind; kept between rows to spare allocations and judgements.
#[derive(Default)]
pub(crate) struct KindWords {
    document_type: Known<TypeSays>,
    journal: Known<JournalSays>,
    journal_label: Known<bool>,
    label: String,
    words: String,
    starts: Option<[Starts; 2]>,
}

impl KindWords {
    /// `debit`: of the label, only its first words tell.
    fn read(&mut self, cells: &Cells<'_>, layout: Layout, debit: bool) -> Says {
        let document_type = self.read_type(cells);
        let judge = |words: &str| JournalSays {
            opening: is::is_opening_journal(words),
            sales: is::is_sales_journal(words),
            bank: is::is_bank_journal(words),
            other: is::is_other_type(words),
        };
        let journal = self.journal.read(cells.text(Field::Journal), &mut self.words, judge);
        let label = cells.text(Field::JournalLabel);
        let opened = self.journal_label.read(label, &mut self.words, is::names_opening_journal);
        let label = cells.text(Field::Label).unwrap_or_default();
        let starts = || [Starts::of_openings(), Starts::of_returns_and_transfers()];
        let [openings, returns] = self.starts.get_or_insert_with(starts);
        let tells = openings.may_begin(label) || is_ledger(layout) && returns.may_begin(label);
        fold_into(&mut self.label, if tells || !debit { label } else { "" });
        let opening =
            (is_ledger(layout) && journal.opening) || opened || document_type.opening || is::is_opening(&self.label);
        Says { document_type, journal, opening }
    }

    fn read_type(&mut self, cells: &Cells<'_>) -> TypeSays {
        let judge = |words: &str| TypeSays {
            opening: is::is_opening(words),
            credit_note: is::is_credit_note_type(words),
            payment: is::is_payment_type(words),
            other: is::is_other_type(words),
        };
        self.document_type.read(cells.text(Field::DocumentType), &mut self.words, judge)
    }

    /// Whether a type column without signs says that the amount lowers the balance.
    pub(crate) fn type_is_credit(&mut self, cells: &Cells<'_>) -> bool {
        let says = self.read_type(cells);
        says.credit_note || says.payment
    }

    /// The kind of a debit (or of nothing).
    pub(crate) fn of_debit(&mut self, cells: &Cells<'_>, layout: Layout) -> EntryKind {
        let says = self.read(cells, layout, true);
        if says.opening {
            return EntryKind::Opening;
        }
        if says.journal.sales || !is_ledger(layout) {
            return EntryKind::Invoice;
        }
        let money_back = says.document_type.payment
            || says.journal.bank
            || is::is_returned(&self.label)
            || is::begins_with_transfer(&self.label);
        if money_back || says.document_type.other || says.journal.other {
            return EntryKind::Other;
        }
        EntryKind::Invoice
    }

    /// The kind of a credit. Without a word for either, a ledger's credit is a payment and an open item's a credit
    /// note.
    pub(crate) fn of_credit(&mut self, cells: &Cells<'_>, layout: Layout) -> EntryKind {
        let Says { document_type, journal, opening } = self.read(cells, layout, false);
        let label = &self.label;
        match () {
            () if opening => EntryKind::Opening,
            () if document_type.credit_note => EntryKind::CreditNote,
            () if document_type.payment => EntryKind::Payment,
            () if is::begins_with_transfer(label) => EntryKind::Payment,
            () if is::names_credit_note(label) || numbered_credit_note(cells, &mut self.words) => EntryKind::CreditNote,
            () if journal.sales => EntryKind::CreditNote,
            () if journal.bank || is::names_payment(label) => EntryKind::Payment,
            () if document_type.other || journal.other => EntryKind::Other,
            () if is_ledger(layout) => EntryKind::Payment,
            () => EntryKind::CreditNote,
        }
    }
}

fn numbered_credit_note(cells: &Cells<'_>, words: &mut String) -> bool {
    fold_into(words, cells.text(Field::Document).unwrap_or_default());
    is::is_credit_note_number(words)
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
