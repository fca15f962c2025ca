//! How each customer pays: its days, its usual pay day, whether it takes longer than before, whether it went silent.
//! Observed are the parts of invoices cleared by dated payments; parts paid on one day are one decision to pay, so
//! that a payment run of twenty invoices is not taken for twenty proofs.

mod habit;
mod lengthening;
#[cfg(test)]
mod made;
mod parts;
mod pay_days;
mod silence;

pub use habit::{Habit, Usual};
pub use lengthening::{Evidence, Lengthening, Settings, Tests, Verdict};
pub(crate) use parts::is_asked_for;
pub use parts::{Document, Part};
pub use silence::Silence;

use crate::behaviour::{DaysStatistics, PaidParts, days_late, days_to_pay};
use crate::trend::discoveries;
use ledger::{CustomerKey, Ledger, OpenItem, OpenItems};
use values::{AsOf, Day, Ratio};

/// How one customer pays.
#[derive(Clone, Debug, PartialEq)]
pub struct Payer {
    /// The customer.
    pub customer: CustomerKey,
    /// Days from the due date to the payment, per part of an invoice.
    pub days_late: DaysStatistics,
    /// Days from the invoice to the payment, per part of an invoice.
    pub days_to_pay: DaysStatistics,
    /// Parts paid after their due date.
    pub parts_late: u32,
    /// Days on which something was paid.
    pub pay_days: u32,
    /// The last of them.
    pub last_paid: Day,
    /// Usual day of the month and of the week.
    pub habit: Habit,
    /// Whether it takes longer than before.
    pub lengthening: Lengthening,
    /// Past its usual rhythm with something overdue.
    pub silence: Option<Silence>,
}

/// How all customers pay.
#[derive(Clone, Debug, PartialEq)]
pub struct Payers {
    /// Every customer with a dated payment, in order of customer.
    pub payers: Vec<Payer>,
    /// Customers with enough payments to be tested.
    pub tested: u32,
}

impl Payers {
    /// How a customer pays, if it ever did.
    pub fn of(&self, customer: CustomerKey) -> Option<&Payer> {
        let position = self.payers.binary_search_by_key(&customer, |payer| payer.customer).ok()?;
        self.payers.get(position)
    }
}

/// How every customer with a dated payment paid up to the as-of day of `open`.
pub fn payers(ledger: &Ledger, open: &OpenItems, settings: &Settings) -> Payers {
    let mut open_items = open.by_customer().peekable();
    let mut payers = Vec::new();
    parts::by_customer(ledger, open.as_of, |customer, parts| {
        while open_items.next_if(|(other, _)| *other < customer).is_some() {}
        let items = open_items.next_if(|(other, _)| *other == customer).map_or(&[][..], |(_, items)| items);
        payers.extend(payer(customer, parts, items, open.as_of, settings));
    });
    let tested = payers.iter().filter(|payer: &&Payer| payer.lengthening.verdict != Verdict::TooFew).count();
    confirm(&mut payers, tested, settings.false_discoveries);
    Payers { payers, tested: tested as u32 }
}

fn payer(customer: CustomerKey, parts: &[Part], items: &[OpenItem], as_of: AsOf, settings: &Settings) -> Option<Payer> {
    let mut statistics = PaidParts::default();
    parts.iter().for_each(|part| statistics.add(part));
    let days = pay_days::days(parts);
    let owed = parts::owed(items, as_of);
    let habit = habit::habit(&days);
    Some(Payer {
        customer,
        days_late: days_late(&statistics),
        days_to_pay: days_to_pay(&statistics),
        parts_late: parts.iter().filter(|part| part.late().is_some_and(|late| late > 0)).count() as u32,
        pay_days: days.len() as u32,
        last_paid: *days.last()?,
        lengthening: lengthening::lengthening(parts, &owed, as_of, settings),
        silence: silence::silence(parts, &days, &owed, &habit, as_of),
        habit,
    })
}

/// A probable lengthening is confirmed where it stays remarkable among all customers tested.
fn confirm(payers: &mut [Payer], tested: usize, rate: Ratio) {
    let mut probable: Vec<&mut Lengthening> = payers
        .iter_mut()
        .map(|payer| &mut payer.lengthening)
        .filter(|lengthening| lengthening.verdict == Verdict::Probable)
        .collect();
    let probabilities: Vec<Ratio> =
        probable.iter().filter_map(|lengthening| Some(lengthening.tests.as_ref()?.probability)).collect();
    for (lengthening, accepted) in probable.iter_mut().zip(discoveries(&probabilities, tested, rate)) {
        if accepted {
            lengthening.verdict = Verdict::Confirmed;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::made::{Invoice, as_of, ledger};
    use super::*;
    use ledger::open_items;
    use values::Days;

    fn judged(customers: &[Vec<Invoice>]) -> Payers {
        let ledger = ledger(customers);
        payers(&ledger, &open_items(&ledger, as_of()), &Settings::default())
    }

    /// Invoices a month apart, the last due `ago` days before the as-of day, paid so many days late; nothing is paid
    /// after the as-of day.
    fn monthly(late: &[i32], ago: i32) -> Vec<Invoice> {
        let invoice = |(late, back): (&i32, i32)| {
            let due = as_of().day() - Days(ago + back * 30);
            Invoice { issued: due - Days(30), due, paid: due + Days(*late), cents: 10_000 }
        };
        late.iter().zip((0..late.len() as i32).rev()).map(invoice).collect()
    }

    #[test]
    fn a_customer_who_stops_paying_does_not_look_good() {
        let stopped = judged(&[monthly(&[3, 5, 2, 6, 4, 3, 5, 4, 999, 999, 999, 999, 999], 40)]);
        let payer = &stopped.payers[0];
        assert_eq!((payer.pay_days, payer.lengthening.open), (8, 5));
        assert_eq!(payer.lengthening.verdict, Verdict::Confirmed);
        let open: Vec<i64> =
            payer.lengthening.evidence.iter().filter(|shown| shown.paid.is_none()).map(|shown| shown.late).collect();
        assert_eq!(open, [160, 130, 100, 70, 40]);
        // Invoices not later than what it ever paid late tell nothing yet.
        let usual = judged(&[monthly(&[3, 5, 2, 46, 4, 3, 5, 4, 6, 999], 40)]);
        assert_eq!((usual.payers[0].lengthening.open, usual.payers[0].lengthening.verdict), (0, Verdict::Steady));
    }

    #[test]
    fn a_customer_past_gap_and_lateness_is_silent() {
        let customers = [
            monthly(&[3, 5, 2, 6, 4, 3, 5, 999, 999], 25),
            monthly(&[3, 5, 2, 6, 4, 3, 5, 4, 999], 5),
            monthly(&[3, 5, 2, 6, 999], 40),
        ];
        let silences: Vec<Option<Silence>> = judged(&customers).payers.into_iter().map(|payer| payer.silence).collect();
        let silent = silences[0].as_ref().unwrap();
        assert_eq!((silent.usual_gap, silent.long_gap, silent.long_late), (29, 34, 6));
        // Last paid 80 days ago, nine gaps in ten up to 34 days; the oldest invoice was due 55 days ago.
        assert_eq!(as_of().day() - silent.last_paid, Days(80));
        assert!(silent.since < as_of().day());
        assert_eq!(silent.documents.iter().map(|document| document.late).collect::<Vec<_>>(), [55, 25]);
        assert_eq!((&silences[1], &silences[2]), (&None, &None));
    }

    #[test]
    fn what_is_probable_of_one_is_confirmed_of_one_and_not_of_two_hundred() {
        let steady = monthly(&[3, 5, 2, 6, 4, 3, 5, 4, 2, 3, 4, 5], 10);
        let slower = monthly(&[3, 5, 2, 6, 4, 3, 5, 19, 21, 20, 22, 18], 25);
        let verdict = |others: usize| {
            let mut customers = vec![slower.clone()];
            customers.extend(std::iter::repeat_n(steady.clone(), others));
            let judged = judged(&customers);
            assert_eq!(judged.tested as usize, others + 1);
            judged.payers[0].lengthening.verdict
        };
        assert_eq!(verdict(0), Verdict::Confirmed);
        assert_eq!(verdict(200), Verdict::Probable);
    }

    #[test]
    fn the_first_payments_of_a_file_that_starts_late_are_left_out() {
        // One invoice a day, each paid after 10 to 60 days in turn: the first to be paid are the early ones.
        let start = as_of().day() - Days(300);
        let invoice = |number: i32| {
            let issued = start + Days(number);
            Invoice { issued, due: issued + Days(30), paid: issued + Days(10 + number * 17 % 51), cents: 10_000 }
        };
        let judged = judged(&[(0..300).map(invoice).collect()]);
        assert_eq!(judged.payers[0].lengthening.verdict, Verdict::Steady);
        assert!(judged.payers[0].lengthening.level_before.unwrap().median().unwrap().scaled(0).abs() <= 6);
    }
}
