//! Days that can hardly be meant: due more than a year after the invoice, outside 1990 to 2100, or long after
//! nearly every other document. They are kept as written, counted with their amounts, and said.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use ledger::{DueDaySource, Entry};
use values::{Amount, Currency, Day, Days, Source};

/// So many days between invoice and due day are more than any agreed term.
const LONG_TERM: Days = Days(365);

/// 1 January 1990 and 1 January 2101.
const FIRST: Day = Day::numbered(7_305);
const END: Day = Day::numbered(47_847);

/// Documents, their amounts, and the first of them.
#[derive(Clone, Copy, Debug)]
struct Tally {
    count: u32,
    amount: Amount,
    currency: Currency,
    first: Source,
}

/// What was seen of the days of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sanity {
    far: Option<Tally>,
    implausible: Option<Tally>,
    /// Documents by month, counted from January 1990.
    months: Vec<Option<Tally>>,
}

impl Tally {
    fn of(entry: &Entry, currency: Currency) -> Tally {
        Tally { count: 1, amount: entry.amount.abs(), currency, first: entry.source }
    }

    /// Amounts of other currencies are counted, not added.
    fn join(self, other: Tally) -> Tally {
        let amount = if other.currency == self.currency { self.amount + other.amount } else { self.amount };
        Tally { count: self.count + other.count, amount, first: self.first.min(other.first), ..self }
    }

    fn add(slot: &mut Option<Tally>, more: Tally) {
        *slot = Some(slot.map_or(more, |known| known.join(more)));
    }
}

/// The month of a day from 1990 on, counted from January 1990.
fn month_of(day: Day) -> usize {
    let (year, month, _) = day.civil();
    ((year - 1990) * 12) as usize + month as usize - 1
}

impl Sanity {
    /// Looks at the days of a document.
    pub(crate) fn see(&mut self, entry: &Entry, currency: Currency) {
        let tally = Tally::of(entry, currency);
        let stated = entry.due_day.filter(|_| entry.due_day_source == DueDaySource::Stated);
        let implausible = |day: Day| day < FIRST || day >= END;
        if implausible(entry.document_day) || stated.is_some_and(implausible) {
            Tally::add(&mut self.implausible, tally);
            return;
        }
        if stated.is_some_and(|due| due - entry.document_day > LONG_TERM) {
            Tally::add(&mut self.far, tally);
        }
        let month = month_of(entry.document_day);
        if self.months.len() <= month {
            self.months.resize(month + 1, None);
        }
        if let Some(slot) = self.months.get_mut(month) {
            Tally::add(slot, tally);
        }
    }

    /// What is worth saying once every row was seen.
    pub(crate) fn remarks(&self) -> Vec<Diagnostic> {
        let far = self.far.map(|Tally { count, amount, currency, first }| {
            Diagnostic::about(DiagnosticKind::FarDueDates { count, amount, currency }, Some(first))
        });
        let implausible = self.implausible.map(|Tally { count, amount, currency, first }| {
            Diagnostic::about(DiagnosticKind::ImplausibleDates { count, amount, currency }, Some(first))
        });
        far.into_iter().chain(implausible).chain(self.future()).collect()
    }

    /// Documents dated more than a year after the month by which nineteen in twenty are dated: there is no clock here,
    /// so the ledger itself says what its present is.
    fn future(&self) -> Option<Diagnostic> {
        let total: u64 = self.months.iter().flatten().map(|tally| u64::from(tally.count)).sum();
        let mut sum = 0;
        let last = self.months.iter().position(|tally| {
            sum += tally.map_or(0, |tally| u64::from(tally.count));
            sum > 0 && sum * 20 >= total * 19
        })?;
        let after = FIRST.plus_months(last as u32).end_of_month();
        let late = self.months.iter().skip(last + 13).copied().flatten().reduce(Tally::join)?;
        let Tally { count, amount, currency, first } = late;
        Some(Diagnostic::about(DiagnosticKind::FutureDates { count, amount, currency, after }, Some(first)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{AccountClass, CustomerKey, EntryKind};
    use values::{FileIndex, TableIndex};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Documents `issued due`, a hundred euros each, and what is said of them.
    fn said(documents: &[(&str, &str)]) -> Vec<String> {
        let mut sanity = Sanity::default();
        for ((issued, due), row) in documents.iter().zip(2..) {
            let entry = Entry {
                customer: CustomerKey(0),
                kind: EntryKind::Invoice,
                day: day(issued),
                document_day: day(issued),
                due_day: Some(day(due)),
                due_day_source: DueDaySource::Stated,
                amount: Amount::from_minor(10_000),
                group: None,
                disputed: false,
                source: Source { file: FileIndex(0), table: TableIndex(0), row },
                account_class: AccountClass::Receivable,
            };
            sanity.see(&entry, Currency::EUR);
        }
        let remarks = sanity.remarks();
        remarks.iter().map(|said| format!("{} row {}", said.code(), said.at.unwrap().row)).collect()
    }

    #[test]
    fn days_that_can_hardly_be_meant_are_said() {
        let mut documents = vec![("2026-01-31", "2026-02-28"); 40];
        assert_eq!(said(&documents), Vec::<String>::new());
        documents.push(("2026-01-31", "2062-02-28"));
        documents.push(("2062-01-31", "2062-02-28"));
        documents.push(("1926-01-31", "2026-02-28"));
        assert_eq!(said(&documents), ["far-due-dates row 42", "implausible-dates row 44", "future-dates row 43"]);
        documents.reverse();
        assert_eq!(said(&documents).len(), 3);
    }

    #[test]
    fn plausible_days_are_those_of_a_century() {
        assert_eq!((FIRST, END), (day("1990-01-01"), day("2101-01-01")));
    }

    #[test]
    fn a_ledger_of_many_years_has_no_future() {
        let documents: Vec<(String, String)> =
            (2010..2026).flat_map(|year| vec![(format!("{year}-06-30"), format!("{year}-07-31")); 10]).collect();
        let documents: Vec<(&str, &str)> = documents.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(said(&documents), Vec::<String>::new());
    }
}
