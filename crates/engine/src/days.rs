//! The days a dossier can be asked about, and what its files do not tell of a day (domain.md 5.4).

use crate::{Session, failures};
use ledger::{Coverage, DueDaySource, EntryKind, Ledger, OpenItems};
use protocol::Failure;
use text::Language;
use values::{Amount, Day, Days};

/// Days after the start of the books during which an opening balance without detail hides the age of what is open:
/// the legal ceiling of payment terms (C. com. L441-10 I), past which an invoice of the year before would be overdue.
const TERMS_DAYS_MAX: i32 = 60;

impl Session {
    /// Refuses a day for which nothing can be computed: another day than the one amounts were aged on, or a day before
    /// the files begin.
    pub(crate) fn check_day(&self, day: Day, language: Language) -> Result<(), Failure> {
        if let Some(aged) = self.pre_aged() {
            let instead = aged.doubtful.then_some(day);
            let refused = || failures::aged_on_another_day(aged.day, instead, language);
            return if aged.day == day { Ok(()) } else { Err(refused()) };
        }
        match self.ledgers().iter().filter_map(Ledger::span).map(|(first, _)| first).min() {
            Some(first) if day < first => Err(failures::before_the_files(day, first, language)),
            _ => Ok(()),
        }
    }

    /// What the files cannot tell of a day: what was paid between it and the day they were extracted, and the age of
    /// opening balances without detail.
    pub(crate) fn remarks_on(&self, day: Day, language: Language) -> Vec<String> {
        let open = self.open_on(day);
        let ledgers = self.ledgers().iter().zip(open.iter());
        ledgers
            .flat_map(|(ledger, open)| {
                let extracted = extracted_after(ledger, day).map(|last| language.open_items_extracted_after(day, last));
                // A balance of one day has no other day to be struck on.
                let opening = undetailed_opening(ledger, open).filter(|_| self.pre_aged().is_none());
                let opening = opening.map(|(amount, from)| {
                    language.opening_without_detail(amount, ledger.currency(), from, from + Days(TERMS_DAYS_MAX))
                });
                let later = ledger.moved_after(day);
                let later = later.map(|amount| language.entries_after(day, amount, ledger.currency()));
                let estimated = estimated(open);
                let estimated =
                    estimated.map(|(items, amount)| language.ages_estimated(items, amount, ledger.currency()));
                [extracted, opening, estimated, later].into_iter().flatten()
            })
            .collect()
    }
}

/// The last day of a list of open items that goes on after the day: what was paid meanwhile is not in it, unless it keeps
/// what was paid with the days.
fn extracted_after(ledger: &Ledger, day: Day) -> Option<Day> {
    let (_, last) = ledger.span()?;
    let goes_on = ledger.coverage() == Coverage::OpenItemsOnly && last > day;
    (goes_on && !tells_what_was_paid_after(ledger, day)).then_some(last)
}

fn tells_what_was_paid_after(ledger: &Ledger, day: Day) -> bool {
    let mut after = false;
    for entry in ledger.entries() {
        match entry.kind {
            EntryKind::UndatedPayment => return false,
            EntryKind::Payment => after |= entry.day > day,
            EntryKind::Invoice | EntryKind::CreditNote | EntryKind::Opening | EntryKind::Other => {}
        }
    }
    after
}

/// Open items whose due day no file tells, with their sum: their age rests on what their customer usually has.
fn estimated(open: &OpenItems) -> Option<(u32, Amount)> {
    let estimated = open.items.iter().filter(|item| item.due_day_source == DueDaySource::Mode);
    let (mut items, mut amount) = (0, Amount::ZERO);
    for item in estimated.filter(|item| item.residual.is_debit()) {
        items += 1;
        amount += item.residual;
    }
    (items > 0).then_some((items, amount))
}

/// What is open of opening balances without a due date near the start of the books, and that start.
fn undetailed_opening(ledger: &Ledger, open: &OpenItems) -> Option<(Amount, Day)> {
    let (first, _) = ledger.span()?;
    if open.as_of.day() > first + Days(TERMS_DAYS_MAX) {
        return None;
    }
    let openings = open.items.iter().filter(|item| item.kind == EntryKind::Opening && item.due_day.is_none());
    let amount: Amount = openings.map(|item| item.residual.debit_part()).sum();
    amount.is_debit().then_some((amount, first))
}
