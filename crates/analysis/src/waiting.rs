//! Whether reminders still work (features.md SG7): a customer that pays soon after a reminder again and again has learnt to
//! wait for it; one that lets several pass is tired of them. The first is held against chance: its pay days are shifted
//! together around the calendar, by every number of days there is, and few shifts may do as well. Where the reminders of
//! other months fit the payments as well, it is the calendar that both follow, and nothing is told.

use values::{Arrange, Day, Days, Ratio};

/// Days after a reminder within which a payment answers it, the day itself included.
pub const ANSWER_DAYS: i32 = 5;
/// Late pay days below which nothing is told.
pub const PAY_DAYS_MIN: usize = 6;
/// Written reminders without any payment from which a call is due.
pub const UNANSWERED: u32 = 3;

/// A reminder that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// When.
    pub day: Day,
    /// The step of the policy; empty outside any.
    pub step: String,
    /// Whether it was written: an e-mail, a letter, a text message.
    pub written: bool,
}

/// A customer that waits for its reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Late pay days that answer a reminder.
    pub answered: u32,
    /// Late pay days in all.
    pub pay_days: u32,
    /// The step that is answered most often.
    pub step: String,
    /// Part of the shifts, the real one among them, with as many answers: the probability that chance does as well.
    pub probability: Ratio,
}

/// Whether late payments wait for reminders: two in three answer one, and at most one shift in twenty does as well.
/// `pay_days` are days on which something was paid past its due date; both lists in any order.
pub fn waits(pay_days: &[Day], reminders: &[Reminder]) -> Option<Waits> {
    let mut days: Vec<Day> = pay_days.to_vec();
    days.arrange();
    days.dedup();
    if days.len() < PAY_DAYS_MIN || reminders.is_empty() {
        return None;
    }
    let answered = days.iter().filter(|day| answers(**day, reminders).is_some()).count();
    if answered * 3 < days.len() * 2 || calendar_explains(&days, reminders) {
        return None;
    }
    let all = || days.iter().copied().chain(reminders.iter().map(|one| one.day));
    let (first, last) = (all().min()?, all().max()?);
    // Room for an answer after the last reminder.
    let length = (last - first).0 + ANSWER_DAYS + 1;
    let as_many = (0..length).filter(|by| {
        let shifted = |day: &Day| first + Days(((*day - first).0 + by) % length);
        days.iter().filter(|day| answers(shifted(day), reminders).is_some()).count() >= answered
    });
    let probability = Ratio::new(as_many.count() as i128, i128::from(length))?;
    (probability.scaled(4) <= 500).then(|| Waits {
        answered: answered as u32,
        pay_days: days.len() as u32,
        step: usual_step(&days, reminders),
        probability,
    })
}

/// Months by which reminders are moved to see whether the calendar does what they seem to do.
const MONTHS: [i32; 6] = [-3, -2, -1, 1, 2, 3];

/// Whether reminders moved by whole months are answered as often: payments and reminders keep to days of the month.
fn calendar_explains(days: &[Day], reminders: &[Reminder]) -> bool {
    let as_often = MONTHS.iter().filter(|months| {
        let by = months.unsigned_abs();
        let shift = |day: Day| if **months < 0 { day.minus_months(by) } else { day.plus_months(by) };
        let moved: Vec<Reminder> =
            reminders.iter().map(|one| Reminder { day: shift(one.day), ..one.clone() }).collect();
        let (first, last) = (moved.iter().map(|one| one.day).min(), moved.iter().map(|one| one.day).max());
        // Where no moved reminder is near, nothing can be compared.
        let near = |day: &&Day| {
            first.is_some_and(|first| **day >= first) && last.is_some_and(|last| (**day - last).0 <= ANSWER_DAYS)
        };
        let (seen, kept) = (
            days.iter().filter(near).count(),
            days.iter().filter(near).filter(|day| answers(**day, &moved).is_some()).count(),
        );
        seen > 0 && kept * 3 >= seen * 2
    });
    as_often.count() * 2 >= MONTHS.len()
}

/// The reminder a payment answers: the latest of those within reach.
fn answers(day: Day, reminders: &[Reminder]) -> Option<&Reminder> {
    let within = reminders.iter().filter(|one| (0..=ANSWER_DAYS).contains(&(day - one.day).0));
    within.max_by_key(|one| one.day)
}

fn usual_step(days: &[Day], reminders: &[Reminder]) -> String {
    let mut counts: std::collections::BTreeMap<&str, u32> = std::collections::BTreeMap::new();
    for answered in days.iter().filter_map(|day| answers(*day, reminders)) {
        *counts.entry(&answered.step).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(step, _)| step.to_owned()).unwrap_or_default()
}

/// Written reminders since the last payment of any kind, and the day of the first of them, where there are so many that
/// one more would change nothing.
pub fn unanswered(last_payment: Option<Day>, reminders: &[Reminder], as_of: Day) -> Option<(u32, Day)> {
    let since = |one: &&Reminder| one.day <= as_of && last_payment.is_none_or(|paid| one.day > paid);
    // A call that was made is the answer to fatigue already.
    let called = reminders.iter().filter(since).filter(|one| !one.written).map(|one| one.day).max();
    let written = reminders.iter().filter(since).filter(|one| one.written && called.is_none_or(|day| one.day > day));
    let count = written.clone().count() as u32;
    let first = written.map(|one| one.day).min()?;
    (count >= UNANSWERED).then_some((count, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn reminders(days: &[Day]) -> Vec<Reminder> {
        days.iter().map(|day| Reminder { day: *day, step: "second".to_owned(), written: true }).collect()
    }

    /// Days apart by gaps that no calendar repeats.
    fn irregular(count: i32) -> Vec<Day> {
        (0..count).map(|at| day("2025-01-10") + Days(at * 29 + (at * at * 7) % 17)).collect()
    }

    #[test]
    fn payments_that_follow_reminders_are_told_from_chance() {
        let sent = irregular(12);
        let paid: Vec<Day> = sent.iter().zip(0..).map(|(day, at)| *day + Days(at % 4)).collect();
        let found = waits(&paid, &reminders(&sent)).unwrap();
        assert_eq!((found.answered, found.pay_days, found.step.as_str()), (12, 12, "second"));
        assert!(found.probability.scaled(4) <= 100, "{}", found.probability.scaled(4));
    }

    #[test]
    fn payments_by_their_own_calendar_are_not() {
        let sent = irregular(12);
        // Always on the 25th, whatever was sent.
        let paid: Vec<Day> = sent.iter().map(|day| day.with_day_of_month(25)).collect();
        assert_eq!(waits(&paid, &reminders(&sent)), None);
        // On the fifth of the month, with a reminder on the first of each: the calendar explains both.
        let firsts: Vec<Day> = (0..12).map(|month| day("2025-01-01").plus_months(month)).collect();
        let fifths: Vec<Day> = firsts.iter().map(|day| *day + Days(4)).collect();
        assert_eq!(waits(&fifths, &reminders(&firsts)), None);
        // Five pay days tell nothing.
        assert_eq!(waits(&sent[..5], &reminders(&sent)), None);
        assert_eq!(waits(&sent, &[]), None);
    }

    #[test]
    fn three_written_reminders_without_a_payment_call_for_a_call() {
        let sent = reminders(&[day("2026-05-01"), day("2026-05-15"), day("2026-06-01")]);
        let as_of = day("2026-06-30");
        assert_eq!(unanswered(None, &sent, as_of), Some((3, day("2026-05-01"))));
        assert_eq!(unanswered(Some(day("2026-05-10")), &sent, as_of), None);
        assert_eq!(unanswered(None, &sent, day("2026-05-20")), None);
        let mut called = sent.clone();
        called.push(Reminder { day: day("2026-06-10"), step: String::new(), written: false });
        assert_eq!(unanswered(None, &called, as_of), None);
    }
}
