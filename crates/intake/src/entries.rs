//! From the figures of a row to ledger entries, layout by layout. What a file tells of payments without their day
//! becomes an undated payment, so that the entries sum to what the file says is open.

use crate::Field;
use crate::by_content;
use crate::date::DateCell;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Note};
use crate::fec::{due_day_in_text, kind_in};
use crate::mapping::{Layout, Mapping};
use crate::money::Figures;
use crate::parse::Reading;
use crate::row::{Cells, Refusal};
use crate::vocabulary::StatusWord;
use ledger::{AccountClass, DueDaySource, Entry, EntryKind};
use values::{Amount, Currency, Day, Source};

/// A due day and where it comes from.
type Due = (Option<Day>, DueDaySource);

impl Reading<'_> {
    /// Adds the entries of an item.
    pub(crate) fn enter(
        &mut self,
        cells: &Cells<'_>,
        figures: Figures,
        day: Day,
        status: StatusWord,
    ) -> Result<(), Refusal> {
        match self.mapping.layout() {
            Layout::Ledger | Layout::Fec => self.enter_movement(cells, figures, day, status),
            Layout::OpenItems | Layout::InvoiceHistory => return self.enter_document(cells, figures, day, status),
            // Entered elsewhere, or refused before.
            Layout::AgedBalance | Layout::BankStatement | Layout::Customers | Layout::Payments => {}
        }
        Ok(())
    }

    /// One entry of a ledger, with its match code.
    fn enter_movement(&mut self, cells: &Cells<'_>, figures: Figures, day: Day, status: StatusWord) {
        let amount = figures.amount.or(figures.residual).unwrap_or_default();
        let entry = self.entry(cells, day, amount, status);
        self.sanity.see(&entry, figures.currency);
        let file = self.at.file;
        let restarts = self.mapping.layout() == Layout::Fec && file.0 > 0;
        let account = (figures.currency, self.coverage());
        let (builder, customer) = self.ledgers.account(account, &self.customer, file);
        let code = cells.text(Field::MatchCode).filter(|code| !matches!(*code, "-" | "--"));
        if code.is_some() {
            self.lettered.see(amount);
        }
        // Letters restart every year, and a FEC is a year: the same letters in two files are two groups.
        let group = code.map(|code| if restarts { builder.group_of_file(code, file) } else { builder.group(code) });
        builder.push(Entry { customer, group, ..entry }, document(cells, self.mapping));
        self.totals.of(customer);
        self.totals.add(amount, figures.currency);
    }

    /// A document, with what was paid of it.
    fn enter_document(
        &mut self,
        cells: &Cells<'_>,
        figures: Figures,
        day: Day,
        status: StatusWord,
    ) -> Result<(), Refusal> {
        let days = self.payment_days(cells, figures)?;
        let last_day = days.iter().map(|(_, day)| *day).max();
        if let Some(entered) = self.enter_one_more(cells, figures, last_day) {
            return entered;
        }
        let amount = figures.amount.or(figures.residual).unwrap_or_default();
        let open = self.open_part(cells, figures, amount, !days.is_empty(), status);
        let settled = self.settlements(figures, (amount, open), &days);
        let issued = self.issued(cells, day);
        if settled.iter().any(|(part, paid)| !part.is_zero() && paid.is_some_and(|paid| paid < issued)) {
            self.note(Note::PaidBeforeInvoice, Some(Field::PaymentDay), cells);
        }
        let entry = self.entry(cells, day, amount, status);
        self.sanity.see(&entry, figures.currency);
        let account = (figures.currency, self.coverage());
        let (_, customer) = self.ledgers.account(account, &self.customer, self.at.file);
        self.push_document(cells, Entry { customer, ..entry }, &settled, figures.currency);
        // Totals of a history are those of its amounts, unless they say what remains.
        let remains = [Field::Residual, Field::Paid, Field::Credited].iter().any(|field| self.mapping.binds(*field));
        let whole = self.mapping.layout() == Layout::InvoiceHistory && !remains;
        let counted = if whole { amount } else { open };
        self.totals.of(customer);
        self.totals.add(counted, figures.currency);
        self.totals.settle(amount - counted, figures.currency);
        Ok(())
    }

    /// Adds a document and what settled it, in a group of their own: payments on their days, or undated.
    pub(crate) fn push_document(
        &mut self,
        cells: &Cells<'_>,
        entry: Entry,
        settled: &[(Amount, Option<Day>)],
        currency: Currency,
    ) {
        let text = document(cells, self.mapping);
        let builder = self.ledgers.builder(currency, self.coverage());
        let settled = settled.iter().filter(|(part, _)| !part.is_zero());
        // Payments on rows below settle the document.
        if settled.clone().next().is_none() && !self.facts.payments_below {
            builder.push(entry, text);
            self.remember_corrected(cells, &entry);
            return self.expect_payments(cells, entry, currency);
        }
        let group = Some(builder.new_group());
        builder.push(Entry { group, ..entry }, text);
        for (part, payment_day) in settled.clone() {
            let paid = payment_day.unwrap_or(entry.day);
            let payment = Entry {
                group,
                kind: if payment_day.is_some() { EntryKind::Payment } else { EntryKind::UndatedPayment },
                day: paid,
                document_day: paid,
                due_day: None,
                due_day_source: DueDaySource::None,
                amount: *part,
                disputed: false,
                ..entry
            };
            builder.push(payment, text);
        }
        if settled.into_iter().any(|(_, payment_day)| payment_day.is_none()) {
            self.note(Note::UndatedPayment, None, cells);
        }
        self.expect_payments(cells, Entry { group, ..entry }, currency);
    }

    /// What remains open of a document: the residual where there is one, else the amount less what was paid.
    fn open_part(
        &mut self,
        cells: &Cells<'_>,
        figures: Figures,
        amount: Amount,
        dated: bool,
        status: StatusWord,
    ) -> Amount {
        let reductions = [figures.paid, figures.credited];
        let reduced = reductions
            .iter()
            .any(Option::is_some)
            .then(|| amount - reductions.into_iter().flatten().map(|part| along(part, amount)).sum());
        match (figures.residual, reduced) {
            (Some(residual), Some(reduced)) => {
                if residual != reduced && figures.amount.is_some() {
                    self.note(Note::ResidualMismatch, Some(Field::Residual), cells);
                }
                residual
            }
            (Some(residual), None) => residual,
            (None, Some(reduced)) => reduced,
            (None, None) if dated || status == StatusWord::Paid => Amount::ZERO,
            (None, None) => {
                // The payments below an invoice say what remains of it.
                if self.mapping.binds(Field::Residual) && !amount.is_zero() && !self.facts.payments_below {
                    self.note(Note::ResidualMissing, Some(Field::Residual), cells);
                }
                amount
            }
        }
    }

    fn entry(&mut self, cells: &Cells<'_>, day: Day, amount: Amount, status: StatusWord) -> Entry {
        let layout = self.mapping.layout();
        let class = self.class(cells).unwrap_or_default();
        let issued = self.issued(cells, day);
        let due = self.due_in(class, cells, issued, amount);
        self.classes.see(class, amount);
        self.classes.import(class, amount);
        let kind =
            if amount.is_credit() { self.kinds.of_credit(cells, layout) } else { self.kinds.of_debit(cells, layout) };
        let kind = kind_in(class, kind);
        Entry {
            customer: ledger::CustomerKey(0),
            kind,
            account_class: class,
            day,
            document_day: kind.document_day(day, issued),
            due_day: due.0,
            due_day_source: due.1,
            amount,
            group: None,
            disputed: status == StatusWord::Disputed,
            source: self.at,
        }
    }

    /// The due day of an entry in a class of accounts: only sales and doubtful customers have terms.
    fn due_in(&mut self, class: AccountClass, cells: &Cells<'_>, issued: Day, amount: Amount) -> Due {
        match class {
            AccountClass::Receivable | AccountClass::Doubtful => self.due(cells, issued, amount),
            AccountClass::BillsReceivable
            | AccountClass::Retention
            | AccountClass::Accrued
            | AccountClass::Advances
            | AccountClass::CreditNotesToIssue => match self.stated_due_day(cells, issued, amount) {
                Some(due) => (Some(due), DueDaySource::Stated),
                None => (None, DueDaySource::None),
            },
        }
    }

    /// The due day that the row states.
    pub(crate) fn stated_due_day(&mut self, cells: &Cells<'_>, issued: Day, amount: Amount) -> Option<Day> {
        match self.date(cells, Field::DueDay)? {
            DateCell::Day(due) => {
                if due < issued && amount.is_debit() && !self.is_brought_forward(cells) {
                    self.note(Note::DueBeforeInvoice, Some(Field::DueDay), cells);
                }
                Some(due)
            }
            DateCell::Impossible | DateCell::Unreadable => {
                self.note(Note::UnreadableDueDate, Some(Field::DueDay), cells);
                None
            }
            DateCell::NoDate => None,
        }
    }

    /// An invoice of the year before bears the first day of the books, and its own due day.
    fn is_brought_forward(&mut self, cells: &Cells<'_>) -> bool {
        self.kinds.of_debit(cells, self.mapping.layout()) == EntryKind::Opening
    }

    /// The due day: stated, else in the text of a ledger's entry, else from the terms of the row, else from the default
    /// terms, else from the column of ages it stands in. A credit falls due only where the file says so.
    fn due(&mut self, cells: &Cells<'_>, issued: Day, amount: Amount) -> Due {
        if !self.mapping.binds(Field::InvoiceDay) && !self.mapping.binds(Field::PostingDay) {
            self.note(Note::InvoiceDateAssumed, Some(Field::DueDay), cells);
        }
        if let Some(due) = self.stated_due_day(cells, issued, amount) {
            return (Some(due), DueDaySource::Stated);
        }
        if !amount.is_debit() {
            return (None, DueDaySource::None);
        }
        let text = cells.text(Field::Label).filter(|_| self.mapping.layout() == Layout::Ledger);
        if let Some(due) = text.and_then(|text| due_day_in_text(text, issued)) {
            self.note(Note::LabelDueDate, Some(Field::Label), cells);
            return (Some(due), DueDaySource::Stated);
        }
        if let Some(words) = cells.text(Field::Terms) {
            match self.terms.read(words) {
                Some(terms) => return (Some(terms.due_day(issued)), DueDaySource::Terms),
                None => self.note(Note::UnreadTerms, Some(Field::Terms), cells),
            }
        }
        match self.terms.default {
            Some(terms) => {
                self.note(Note::DefaultTermsUsed, None, cells);
                (Some(terms.due_day(issued)), DueDaySource::Default)
            }
            None => {
                let ages = self.item_ages.as_ref().and_then(|ages| ages.as_ref().ok());
                if let Some(due) = ages.and_then(|ages| ages.due_day(&cells.row, issued)) {
                    self.note(Note::DueDayFromAges, None, cells);
                    return (Some(due), DueDaySource::Bucket);
                }
                self.note(Note::NoDueDate, None, cells);
                (None, DueDaySource::None)
            }
        }
    }
}

/// Columns whose texts stand for the number of the document, where no column holds it.
const INSTEAD: [Field; 2] = [Field::Reference, Field::EntryNumber];

/// What is said of the columns as a whole: those without a heading, and documents without a number.
pub(crate) fn of_columns(mapping: &Mapping, at: Option<Source>) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    if at.is_none() {
        let columns = mapping.columns().iter().map(|binding| (binding.column, binding.field)).collect();
        remarks.push(Diagnostic::about(DiagnosticKind::NoHeadings { columns }, None));
    }
    for (heading, field) in by_content::taken(mapping) {
        let taken = Diagnostic::about(DiagnosticKind::TakenByContent { field }, at);
        remarks.push(Diagnostic { seen: Some(heading.to_owned()), ..taken });
    }
    if mapping.layout().has_items() && mapping.layout() != Layout::Fec && !mapping.binds(Field::Document) {
        let instead = INSTEAD.into_iter().find(|field| mapping.binds(*field));
        remarks.push(Diagnostic::about(DiagnosticKind::NoDocumentColumn { instead }, at));
    }
    remarks
}

/// The number of the document; in a table without such a column, the reference or the entry's number.
fn document<'a>(cells: &Cells<'a>, mapping: &Mapping) -> &'a str {
    let others = INSTEAD.into_iter().filter(|_| !mapping.binds(Field::Document));
    [Field::Document].into_iter().chain(others).find_map(|field| cells.text(field)).unwrap_or_default()
}

/// A reduction with the sign of the document it reduces: some programs print payments below zero.
pub(crate) fn along(part: Amount, amount: Amount) -> Amount {
    if part.is_credit() == amount.is_credit() { part } else { -part }
}
