//! Due dates of a FEC, which states none (domain.md 7.1). After what a line states: the customer's terms, else the
//! default terms a person gave, else the terms by which the customer usually pays, always shown as an estimate.

use super::leg::Leg;
use crate::terms::TermsBook;
use ledger::{AccountClass, DueDaySource, Entry, EntryKind};
use rules::{Form, PaymentTerms};
use values::{Amount, Arrange, Day, Days, Source};

/// Paid invoices that make a habit, at least.
const PAID: usize = 5;
/// Paid invoices looked at, the latest ones.
const LOOKED_AT: usize = 200;
/// Median distance in days between payments and due dates beyond which there is no habit.
const FAR: i32 = 10;
/// Days after a due date at the end of a month within which a payment is still exact: a week-end and a holiday.
const EXACT: i32 = 4;

/// Forms a habit may have, the plainer first: where two fit as well, the first is taken.
const FORMS: [PaymentTerms; 17] = [
    PaymentTerms::plain(Form::Net(30)),
    PaymentTerms::plain(Form::Net(45)),
    PaymentTerms::plain(Form::Net(60)),
    PaymentTerms::plain(Form::Cash),
    PaymentTerms::plain(Form::Net(15)),
    PaymentTerms::plain(Form::Net(10)),
    PaymentTerms::plain(Form::Net(8)),
    PaymentTerms::plain(Form::Net(20)),
    PaymentTerms::plain(Form::Net(90)),
    PaymentTerms::plain(Form::DaysEndOfMonth(30)),
    PaymentTerms::plain(Form::DaysEndOfMonth(45)),
    PaymentTerms::plain(Form::EndOfMonthDays(45)),
    PaymentTerms::plain(Form::DaysEndOfMonth(60)),
    PaymentTerms::plain(Form::DaysEndOfMonth(0)),
    PaymentTerms { form: Form::DaysEndOfMonth(30), on_the: Some(10) },
    PaymentTerms { form: Form::DaysEndOfMonth(30), on_the: Some(15) },
    PaymentTerms { form: Form::DaysEndOfMonth(60), on_the: Some(10) },
];

/// What became of the lines of one customer that state no due date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Derived {
    /// Due dates from the default terms.
    pub(crate) default: u32,
    /// Lines left without a due date.
    pub(crate) none: u32,
    /// Due dates from the customer's habit, and their sum.
    pub(crate) mode: u32,
    pub(crate) mode_amount: Amount,
    /// Sum of the lines that state none.
    pub(crate) amount: Amount,
    /// Place of the first line of each sort: default, none, mode.
    pub(crate) first: [Option<Source>; 3],
}

/// What gives the lines of one customer that state no due date the best one there is.
pub(crate) struct Rule {
    own: Option<PaymentTerms>,
    default: Option<PaymentTerms>,
    habit: Option<PaymentTerms>,
}

impl Rule {
    /// The terms a file tells of the customer, else the default ones.
    pub(crate) fn stated(terms: Option<&str>, book: &mut TermsBook) -> Rule {
        Rule { own: terms.and_then(|words| book.read(words)), default: book.default, habit: None }
    }

    /// Whether payments are to show the terms, because nothing states them.
    pub(crate) fn is_open(&self) -> bool {
        self.own.is_none() && self.default.is_none()
    }

    /// Takes the terms that payments show, by the days of issue and payment of the invoices paid.
    pub(crate) fn add_habit(&mut self, mut paid: Vec<(Day, Day)>) {
        paid.arrange();
        self.habit = habit(&paid.split_off(paid.len().saturating_sub(LOOKED_AT)));
    }

    /// Dates an entry that waits for it.
    pub(crate) fn date(&self, entry: &mut Entry, from_fec: bool, derived: &mut Derived) {
        if !waits(entry, from_fec) {
            return;
        }
        let issued = entry.document_day;
        derived.amount += entry.amount;
        // The opening's own day says nothing of when the invoice was issued.
        let dated = entry.kind != EntryKind::Opening || issued < entry.day;
        let (terms, source, sort) = match (self.own, self.default, self.habit) {
            (Some(terms), _, _) => (Some(terms), DueDaySource::Terms, None),
            (None, Some(terms), _) => (Some(terms), DueDaySource::Default, Some(0)),
            (None, None, Some(terms)) if dated => (Some(terms), DueDaySource::Mode, Some(2)),
            (None, None, _) => (None, DueDaySource::None, Some(1)),
        };
        entry.due_day = terms.map(|terms| terms.due_day(issued));
        entry.due_day_source = source;
        if let Some(first) = sort.and_then(|sort: usize| derived.first.get_mut(sort)) {
            first.get_or_insert(entry.source);
        }
        match source {
            DueDaySource::Default => derived.default += 1,
            DueDaySource::None => derived.none += 1,
            DueDaySource::Mode => {
                derived.mode += 1;
                derived.mode_amount += entry.amount;
            }
            DueDaySource::Stated | DueDaySource::Terms | DueDaySource::Bucket => {}
        }
    }
}

/// Whether an entry waits for a due day. A bill is due on its own day, a retention when it is released, an accrual once
/// it is invoiced.
pub(crate) fn waits(entry: &Entry, from_fec: bool) -> bool {
    let asked = match entry.account_class {
        AccountClass::Receivable | AccountClass::Doubtful => entry.amount.is_debit(),
        AccountClass::BillsReceivable
        | AccountClass::Retention
        | AccountClass::Accrued
        | AccountClass::Advances
        | AccountClass::CreditNotesToIssue => false,
    };
    from_fec && asked && entry.due_day_source == DueDaySource::None
}

/// Adds the invoices that one group paid in full: the day each was issued and the day the last of its money came.
pub(crate) fn add_paid(legs: &mut [Leg], paid: &mut Vec<(Day, Day)>) {
    let is_sale = |leg: &Leg| leg.account_class == AccountClass::Receivable;
    legs.sort_unstable_by_key(|leg| (!is_sale(leg), leg.group, leg.day, leg.source));
    let sales = legs.partition_point(is_sale);
    for members in legs.get(..sales).unwrap_or_default().chunk_by(|one, other| one.group == other.group) {
        let sum: Amount = members.iter().map(|leg| leg.amount).sum();
        if sum.is_zero() {
            settled(members, paid);
        }
    }
}

/// Credits pay the oldest debits first; an invoice counts where money finished it.
fn settled(members: &[Leg], paid: &mut Vec<(Day, Day)>) {
    let mut credits = members.iter().filter(|leg| leg.amount.is_credit());
    let mut left = Amount::ZERO;
    let mut last = None;
    for debit in members.iter().filter(|leg| leg.amount.is_debit()) {
        while left < debit.amount {
            let Some(credit) = credits.next() else { return };
            left += credit.amount.abs();
            last = Some(*credit);
        }
        left -= debit.amount;
        if let (EntryKind::Invoice, Some(credit)) = (debit.kind, last)
            && credit.kind == EntryKind::Payment
        {
            paid.push((debit.issued, credit.day));
        }
    }
}

/// The form whose due dates lie nearest to the payments, where they are near enough to be a habit.
fn habit(paid: &[(Day, Day)]) -> Option<PaymentTerms> {
    if paid.len() < PAID {
        return None;
    }
    let mut best: Option<(i32, PaymentTerms)> = None;
    for terms in FORMS {
        let mut delays: Vec<i32> = paid.iter().map(|(issued, paid)| days(*paid, terms.due_day(*issued))).collect();
        let exact = delays.iter().filter(|delay| (0..=EXACT).contains(*delay)).count();
        if counts_month_ends(terms.form) && exact * 3 < paid.len() {
            continue;
        }
        delays.iter_mut().for_each(|delay| *delay = delay.abs());
        delays.sort_unstable();
        let median = delays.get(delays.len() / 2).copied().unwrap_or(i32::MAX);
        if median <= FAR && best.is_none_or(|(known, _)| median < known) {
            best = Some((median, terms));
        }
    }
    best.map(|(_, terms)| terms)
}

fn days(to: Day, from: Day) -> i32 {
    let Days(days) = to - from;
    days
}

const fn counts_month_ends(form: Form) -> bool {
    match form {
        Form::Cash | Form::Net(_) => false,
        Form::DaysEndOfMonth(_) | Form::EndOfMonthDays(_) | Form::MonthsEndOfMonth(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The habit of invoices `issued paid; issued paid`.
    fn inferred(paid: &str) -> String {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let paid: Vec<(Day, Day)> = paid
            .split(';')
            .filter_map(|pair| pair.trim().split_once(' '))
            .map(|(issued, paid)| (day(issued), day(paid)))
            .collect();
        habit(&paid).map_or("-".to_owned(), |terms| terms.to_string())
    }

    #[test]
    fn a_habit_is_told_by_five_payments() {
        let thirty = "2026-01-05 2026-02-04; 2026-02-10 2026-03-12; 2026-03-03 2026-04-03; 2026-04-07 2026-05-08";
        assert_eq!(inferred(thirty), "-", "four are no habit");
        assert_eq!(inferred(&format!("{thirty}; 2026-05-11 2026-06-09")), "NET(30)");
        assert_eq!(
            inferred(
                "2026-01-05 2026-02-28; 2026-02-10 2026-03-31; 2026-03-03 2026-04-30; 2026-04-07 2026-05-31; 2026-05-20 2026-06-30"
            ),
            "DAYS_EOM(30)"
        );
        assert_eq!(
            inferred(
                "2026-01-05 2026-01-06; 2026-02-10 2026-02-10; 2026-03-03 2026-03-04; 2026-04-07 2026-04-07; 2026-05-20 2026-05-20"
            ),
            "CASH"
        );
        assert_eq!(
            inferred(
                "2026-01-05 2026-08-06; 2026-02-10 2026-02-20; 2026-03-03 2026-12-04; 2026-04-07 2027-01-07; 2026-05-20 2026-05-22"
            ),
            "-",
            "payments without any rule"
        );
    }
}
