//! The lines of a FEC as they pass, one by one: sums of every line, entries of the customers' ones. What a line
//! records is told by the other lines of its entry, so a customer's line waits until its entry ends.

use super::account::{self, Counterparts};
use super::controls::{ClassTotal, Controls, EntryBalance};
use super::{Books, FecRemark, Period, Share, label, letters};
use crate::Field;
use crate::date::DateCell;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::parse::{DayRead, Reading, refuse_date};
use crate::row::{Cells, Refusal};
use ledger::{AccountClass, DueDaySource, Entry, EntryKind};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day, Source};

/// Lines of one entry that wait for its end at most: a year of sales in one entry is not kept in memory.
const WAITING: usize = 4_096;

/// What is counted over the customers' lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tally {
    NoOwnCustomer,
    Opening,
    OpeningDateLost,
    LabelDueDate,
    NoPostingDay,
}

/// The lines of a FEC, so far.
#[derive(Default)]
pub(crate) struct FecRows {
    controls: Controls,
    counterparts: Counterparts,
    waiting: Vec<Entry>,
    /// The numbers of their documents, one after the other, and where each ends.
    documents: String,
    ends: Vec<usize>,
    /// The account of all customers; letters of any other account are told apart from its own.
    main_account: String,
    tallies: BTreeMap<Tally, (u32, Amount, Source)>,
    currency: Option<Currency>,
    span: Option<(Day, Day)>,
}

impl Reading<'_> {
    /// One line: its part in the sums of the file, and an entry where it is a customer's.
    pub(crate) fn fec_line(
        &mut self,
        fec: &mut FecRows,
        account: &str,
        cells: &Cells<'_>,
        day: DayRead,
    ) -> Result<(), Refusal> {
        let sides = self.money.sides(cells);
        let found = if let DayRead::Found(day) = day { Some(day) } else { None };
        self.fec_sums(fec, account, cells, sides, found);
        let Some(class) = account::class_of(cells) else {
            self.other_accounts = true;
            return Err(Refusal::missing(DiagnosticKind::NotCustomerAccount, Field::Account));
        };
        let (debit, credit) = sides.unwrap_or_default();
        fec.controls.classes.see(class, debit - credit);
        self.check_width(cells)?;
        let Some(figures) = self.money.figures(cells, &mut self.kinds)? else {
            return Err(Refusal::missing(DiagnosticKind::MissingAmount, self.amount_field()));
        };
        let day = match day {
            DayRead::Found(day) => day,
            DayRead::Missing(field) => return Err(Refusal::missing(DiagnosticKind::MissingDate, field)),
            DayRead::Wrong(field, wrong) => return Err(refuse_date(cells, field, wrong)),
        };
        let amount = figures.amount.unwrap_or_default();
        if cells.row.is_hidden() {
            self.hide(Some((figures.currency, amount)))?;
        }
        if self.mapping.binds(Field::PostingDay)
            && !matches!(self.date(cells, Field::PostingDay), Some(DateCell::Day(_)))
        {
            fec.tally(Tally::NoPostingDay, amount, self.at);
        }
        let issued = self.issued(cells, day);
        self.fec_customer(fec, (account, class), cells, (amount, day, issued), figures.currency);
        Ok(())
    }

    /// The part of any line in the sums of the file.
    pub(crate) fn fec_sums(
        &mut self,
        fec: &mut FecRows,
        account: &str,
        cells: &Cells<'_>,
        sides: Option<(Amount, Amount)>,
        day: Option<Day>,
    ) {
        if fec.controls.see(entry_of(cells), self.at.row, sides) {
            self.release(fec);
        }
        fec.counterparts.see(account);
        if let Some(day) = day {
            let (first, last) = fec.span.unwrap_or((day, day));
            fec.span = Some((first.min(day), last.max(day)));
        }
    }

    /// A customer's line, once its amount, its day and that of its document are known.
    pub(crate) fn fec_customer(
        &mut self,
        fec: &mut FecRows,
        (account, class): (&str, AccountClass),
        cells: &Cells<'_>,
        (amount, day, issued): (Amount, Day, Day),
        currency: Currency,
    ) {
        fec.currency = Some(currency);
        fec.controls.classes.import(class, amount);
        self.totals.add(amount, currency);
        self.hold(fec, account, class, cells, (amount, day, issued));
        if fec.waiting.len() >= WAITING {
            self.release(fec);
        }
    }

    /// Makes the entry of a customer's line; it waits for the end of its entry in the file.
    fn hold(
        &mut self,
        fec: &mut FecRows,
        account: &str,
        class: AccountClass,
        cells: &Cells<'_>,
        (amount, day, issued): (Amount, Day, Day),
    ) {
        let holder = account::holder(account, cells);
        if holder.nobody && class == AccountClass::Receivable {
            fec.tally(Tally::NoOwnCustomer, amount, self.at);
        }
        self.customer.id.clear();
        self.customer.id.push_str(holder.id);
        self.customer.name.clear();
        self.customer.name.push_str(holder.name);
        let layout = self.mapping.layout();
        let said =
            if amount.is_credit() { self.kinds.of_credit(cells, layout) } else { self.kinds.of_debit(cells, layout) };
        let kind = kind_in(class, said);
        if kind == EntryKind::Opening {
            fec.tally(Tally::Opening, amount, self.at);
            if issued >= day && amount.is_debit() {
                fec.tally(Tally::OpeningDateLost, amount, self.at);
            }
        }
        let (due_day, due_day_source) = self.fec_due(fec, cells, (amount, issued));
        let currency = fec.currency.unwrap_or(self.money.fallback());
        let account_of = (currency, self.coverage());
        let (builder, customer) = self.ledgers.account(account_of, &self.customer, self.at.file);
        let group = cells
            .text(Field::MatchCode)
            .filter(|code| !matches!(*code, "-" | "--"))
            .map(|code| letters::group(builder, fec.code(&mut self.folded, code, account, holder.id), self.at.file));
        let entry = Entry {
            customer,
            kind,
            account_class: class,
            day,
            document_day: issued,
            due_day,
            due_day_source,
            amount,
            group,
            disputed: false,
            source: self.at,
        };
        fec.waiting.push(entry);
        fec.documents.push_str(cells.text(Field::Document).unwrap_or_default());
        fec.ends.push(fec.documents.len());
    }

    /// The due day that the line states. Where it states none, it waits until every file is read: terms may come from
    /// another file, or be told by how the customer paid.
    fn fec_due(
        &mut self,
        fec: &mut FecRows,
        cells: &Cells<'_>,
        (amount, issued): (Amount, Day),
    ) -> (Option<Day>, DueDaySource) {
        if let Some(due) = self.stated_due_day(cells, issued, amount) {
            return (Some(due), DueDaySource::Stated);
        }
        if !amount.is_debit() {
            return (None, DueDaySource::None);
        }
        if let Some(due) = cells.text(Field::Label).and_then(|text| label::due_day(text, issued)) {
            fec.tally(Tally::LabelDueDate, amount, self.at);
            return (Some(due), DueDaySource::Stated);
        }
        (None, DueDaySource::None)
    }

    /// The entry ended: what stood on its other lines says what the customers' ones record.
    fn release(&mut self, fec: &mut FecRows) {
        let counterparts = std::mem::take(&mut fec.counterparts);
        let Some(currency) = fec.currency else { return };
        if fec.waiting.is_empty() {
            return;
        }
        let builder = self.ledgers.builder(currency, self.coverage());
        let mut start = 0;
        for (entry, end) in fec.waiting.drain(..).zip(fec.ends.drain(..)) {
            let kind = told_by(counterparts, &entry);
            let document_day = kind.document_day(entry.day, entry.document_day);
            builder.push(Entry { kind, document_day, ..entry }, fec.documents.get(start..end).unwrap_or_default());
            start = end;
        }
        fec.documents.clear();
    }

    /// What the whole file shows, once all its lines are read.
    pub(crate) fn fec_finish(&mut self, fec: &mut FecRows) -> Vec<Diagnostic> {
        let balance = fec.controls.entries();
        self.release(fec);
        let currency = fec.currency.unwrap_or(self.money.fallback());
        if let Some((first, last)) = fec.span {
            let at = Source { row: 0, ..self.at };
            self.ledgers.fec.push(Period { at, books: Books::Fec, first, last });
            self.intake.last_day = Some(last);
        }
        self.intake.classes = fec.controls.classes.totals().collect();
        let mut remarks = class_remarks(&self.intake.classes, currency);
        let mut say = |remark, at| remarks.push(Diagnostic::about(DiagnosticKind::Fec(remark), at));
        let (debit, credit) = (fec.controls.debit, fec.controls.credit);
        if debit != credit {
            say(FecRemark::UnbalancedFile { debit, credit, currency }, None);
        }
        match balance {
            EntryBalance::NotChecked => say(FecRemark::EntriesNotChecked, None),
            EntryBalance::Checked { unbalanced: 0, .. } => {}
            EntryBalance::Checked { unbalanced, gap, first_row } => {
                let share = Share { count: unbalanced, amount: gap, currency };
                say(FecRemark::UnbalancedEntries(share), Some(Source { row: first_row, ..self.at }));
            }
        }
        if fec.controls.unreadable > 0 {
            say(FecRemark::LinesNotChecked { count: fec.controls.unreadable }, None);
        }
        for (tally, (count, amount, first)) in &fec.tallies {
            let share = Share { count: *count, amount: *amount, currency };
            let remark = match tally {
                Tally::NoOwnCustomer => FecRemark::NoOwnCustomer(share),
                Tally::Opening => FecRemark::Openings(share),
                Tally::OpeningDateLost => FecRemark::OpeningDatesLost(share),
                Tally::LabelDueDate => FecRemark::LabelDueDates { count: *count },
                Tally::NoPostingDay => FecRemark::NoPostingDay { count: *count },
            };
            say(remark, Some(*first));
        }
        remarks
    }
}

impl FecRows {
    /// A line of a class of customers' accounts.
    pub(crate) fn see_class(&mut self, class: AccountClass, amount: Amount) {
        self.controls.classes.see(class, amount);
    }

    /// Letters as they tell groups apart: those of a second account of the same customer bear its number.
    fn code<'c>(&mut self, buffer: &'c mut String, code: &'c str, account: &str, holder: &str) -> &'c str {
        if self.main_account.is_empty() && account != holder {
            self.main_account.push_str(account);
        }
        if account == holder || account == self.main_account {
            return code;
        }
        buffer.clear();
        buffer.extend([code, " (", account, ")"]);
        buffer
    }

    fn tally(&mut self, tally: Tally, amount: Amount, at: Source) {
        let (count, sum, _) = self.tallies.entry(tally).or_insert((0, Amount::ZERO, at));
        *count += 1;
        *sum += amount;
    }
}

/// What tells an entry from the others: its journal, number and day.
fn entry_of(cells: &Cells<'_>) -> u64 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, word: u64| {
        let hash = (hash ^ word).wrapping_mul(SPREAD);
        hash ^ hash >> 29
    };
    let fields = [Field::Journal, Field::EntryNumber, Field::PostingDay];
    fields.into_iter().fold(0, |hash, field| {
        let (words, rest) = cells.text(field).unwrap_or_default().as_bytes().as_chunks::<8>();
        let whole = words.iter().fold(mix(hash, rest.len() as u64), |hash, word| mix(hash, u64::from_le_bytes(*word)));
        mix(whole, rest.iter().fold(words.len() as u64, |word, byte| word << 8 | u64::from(*byte)))
    })
}

/// What each class of accounts holds, and what was taken of it.
pub(crate) fn class_remarks(classes: &[ClassTotal], currency: Currency) -> Vec<Diagnostic> {
    let remark = |total: &ClassTotal| {
        let share = Share { count: total.lines, amount: total.total, currency };
        let (class, imported) = (total.class, total.imported);
        let remark = if total.total == imported {
            FecRemark::ClassTotal { class, share }
        } else {
            FecRemark::ClassTotalDiffers { class, share, imported }
        };
        Diagnostic::about(DiagnosticKind::Fec(remark), None)
    };
    classes.iter().map(remark).collect()
}

/// Only sales accounts hold invoices: what stands in the others was invoiced before, or will be.
pub(crate) fn kind_in(class: AccountClass, said: EntryKind) -> EntryKind {
    match (class, said) {
        (_, EntryKind::Opening) => EntryKind::Opening,
        (AccountClass::Receivable | AccountClass::Retention, said) => said,
        (
            AccountClass::BillsReceivable
            | AccountClass::Doubtful
            | AccountClass::Accrued
            | AccountClass::Advances
            | AccountClass::CreditNotesToIssue,
            _,
        ) => EntryKind::Other,
    }
}

/// The kind of an entry by its counterparts; what its words say where they tell nothing.
fn told_by(counterparts: Counterparts, entry: &Entry) -> EntryKind {
    let credit = entry.amount.is_credit();
    match entry.account_class {
        // A sale whose text begins like an opening is a sale.
        _ if entry.kind == EntryKind::Opening && !counterparts.sales => EntryKind::Opening,
        AccountClass::Receivable | AccountClass::Retention => match (credit, counterparts) {
            (true, Counterparts { money: true, .. }) => EntryKind::Payment,
            (true, Counterparts { sales: true, .. }) => EntryKind::CreditNote,
            (false, Counterparts { sales: true, .. }) => EntryKind::Invoice,
            // Money went back, or a payment failed.
            (false, Counterparts { money: true, .. }) => EntryKind::Other,
            (_, Counterparts { money: false, sales: false }) => entry.kind,
        },
        AccountClass::Advances if credit && counterparts.money => EntryKind::Payment,
        AccountClass::BillsReceivable
        | AccountClass::Doubtful
        | AccountClass::Accrued
        | AccountClass::Advances
        | AccountClass::CreditNotesToIssue => entry.kind,
    }
}
