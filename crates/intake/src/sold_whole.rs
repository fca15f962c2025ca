//! Whether invoices are all that was sold, and not what of it is open: the numbers of what is open have gaps, for some of
//! it was paid meanwhile, and the last months weigh most. All that was sold is numbered on without a gap, over months, and
//! much of it was due long ago.

use crate::words::fold;
use std::collections::{BTreeMap, BTreeSet};
use values::Day;

/// Numbers that could follow the one before, at least: three invoices in a row prove nothing.
const NUMBERS: usize = 15;
/// Share of them that do, at least, in percent: a number may be voided, or be that of a credit note.
const FOLLOWING: usize = 90;
/// Days from the first invoice to the last, at least: of the last weeks all may be open.
const DAYS: i32 = 60;

/// What numbers behind a year and a month stay below.
const BEHIND_MONTHS: u64 = 1_000;

/// The same where the columns are those of a list of sales: without the tax, the tax, with it.
const TAXED_NUMBERS: usize = 8;
const TAXED_FOLLOWING: usize = 60;
const TAXED_DAYS: i32 = 90;
/// Days after the due day from which money is long due.
const LONG: i32 = 30;

/// Invoices looked at, about: of more, runs of numbers are taken here and there.
const LOOKED_AT: usize = 100_000;
/// Numbers of such a run.
const RUN: u64 = 100;

/// Invoices of which nothing says that anything was paid.
#[derive(Clone, Debug, Default)]
pub(crate) struct SoldWhole {
    /// One run of numbers in so many, after the first, is looked at.
    skipped: u64,
    /// The numbers that follow the same letters, with their days.
    numbers: BTreeMap<String, BTreeSet<(u64, Day)>>,
    /// The day of each, and the day it is due.
    days: Vec<(Day, Day)>,
}

impl SoldWhole {
    /// Nothing seen yet of so many documents.
    pub(crate) fn among(documents: usize) -> SoldWhole {
        SoldWhole { skipped: (documents / LOOKED_AT) as u64, ..SoldWhole::default() }
    }

    /// Sees an invoice; without a due day it is due on its own.
    pub(crate) fn see(&mut self, document: &str, day: Day, due: Option<Day>) {
        let number = numbered(document);
        let run = number.as_ref().map_or(0, |(_, number)| number / RUN);
        if !run.is_multiple_of(self.skipped + 1) || number.is_none() && self.skipped > 0 {
            return;
        }
        self.days.push((day, due.unwrap_or(day)));
        if let Some((letters, number)) = number {
            self.numbers.entry(letters).or_default().insert((number, day));
        }
    }

    /// Adds the invoices of another list.
    pub(crate) fn add(&mut self, other: &SoldWhole) {
        self.days.extend(&other.days);
        for (letters, numbers) in &other.numbers {
            self.numbers.entry(letters.clone()).or_default().extend(numbers);
        }
    }

    /// Whether they are all that was sold. `taxed`: the amounts stand beside those without the tax.
    pub(crate) fn is_told(&self, taxed: bool) -> bool {
        let (count, following) = self.following(taxed);
        let (Some(first), Some(last)) = (self.days.iter().min(), self.days.iter().max()) else { return false };
        let span = last.0.number() - first.0.number();
        let late = |days: i32| self.days.iter().filter(|(_, due)| last.0.number() - due.number() > days).count();
        let whole = count >= NUMBERS && following * 100 >= FOLLOWING * count;
        let nearly = taxed && count >= TAXED_NUMBERS && following * 100 >= TAXED_FOLLOWING * count;
        whole && span >= DAYS && late(0) * 4 >= self.days.len()
            || nearly && span >= TAXED_DAYS && late(LONG) * 2 > self.days.len()
    }

    /// How many numbers could follow the one before, and how many do, on the same day or later. The rows of any list may
    /// be numbered from 1 on: that counts where taxes say that it is one of sales.
    fn following(&self, taxed: bool) -> (usize, usize) {
        let rows = |letters: &str, numbers: &BTreeSet<(u64, Day)>| {
            letters.is_empty() && numbers.first().is_some_and(|(first, _)| *first == 1)
        };
        let counted = self.numbers.iter().filter(|(letters, numbers)| taxed || !rows(letters, numbers));
        let (mut count, mut following) = (0, 0);
        for (_, numbers) in counted {
            for (before, after) in numbers.iter().zip(numbers.iter().skip(1)).filter(|(one, other)| one.0 != other.0) {
                count += 1;
                following += usize::from(follows(before.0, after.0) && after.1 >= before.1);
            }
        }
        (count, following)
    }
}

/// Whether a number is the next one: behind a year and a month, it may go on or begin again (`25010034`, `25020035`).
fn follows(before: u64, after: u64) -> bool {
    let (last, first) = (before % BEHIND_MONTHS, after % BEHIND_MONTHS);
    let months = before / BEHIND_MONTHS >= BEHIND_MONTHS;
    after - before == 1 || months && (first == last + 1 || first == 1)
}

/// The last number of a document, and what stands before it: `F2025-` and 17.
fn numbered(document: &str) -> Option<(String, u64)> {
    let document = document.trim();
    let end = document.rfind(|one: char| one.is_ascii_digit())? + 1;
    let digits = document.get(..end)?.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (letters, number) = document.get(..end)?.split_at_checked(end - digits)?;
    Some((fold(letters), number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Invoices every third day from January on, due a month later; `kept` says which are in the list.
    fn list(count: u32, kept: impl Fn(u32) -> bool, name: impl Fn(u32) -> String) -> SoldWhole {
        let mut list = SoldWhole::default();
        for number in (0..count).filter(|number| kept(*number)) {
            let issued = 20_000 + number as i32 * 3;
            list.see(&name(number), Day::numbered(issued), Some(Day::numbered(issued + 30)));
        }
        list
    }

    #[test]
    fn all_that_was_sold_is_numbered_on() {
        let by_year = |number: u32| format!("F2025{number:04}");
        let by_month = |number: u32| format!("FA25{:02}{number:04}", number / 10 + 1);
        let by_row = |number: u32| (number + 1).to_string();
        assert!(list(60, |_| true, by_year).is_told(false));
        assert!(list(60, |_| true, by_month).is_told(false));
        assert!(list(60, |number| number % 23 != 7, by_year).is_told(false));
        assert!(list(60, |_| true, |number| format!("{number} / A")).is_told(false));
        // What is open has gaps, or is of the last weeks.
        assert!(!list(60, |number| number % 3 != 0, by_year).is_told(false));
        assert!(!list(60, |number| number % 7 == 0 || number > 50, by_year).is_told(true));
        assert!(!list(19, |_| true, by_year).is_told(false));
        // Rows are numbered too.
        assert!(!list(60, |_| true, by_row).is_told(false));
        assert!(list(60, |_| true, by_row).is_told(true));
        assert!(list(60, |number| number % 4 != 0, by_year).is_told(true));
    }

    #[test]
    fn lists_of_months_are_numbered_on_together() {
        let number = |number: u32| format!("F2025{number:04}");
        let (mut first, second) = (list(40, |at| at < 14, number), list(40, |at| at >= 14, number));
        assert!(!first.is_told(false));
        first.add(&second);
        assert!(first.is_told(false));
    }

    #[test]
    fn runs_of_a_million_numbers_are_enough() {
        let mut sold = SoldWhole::among(350_000);
        (0..2_000).for_each(|at| sold.see(&format!("F{at:06}"), Day::numbered(20_000 + at / 10), None));
        assert_eq!(sold.days.len(), 500);
        assert!(sold.is_told(false));
    }

    #[test]
    fn a_number_is_the_last_one_of_its_document() {
        for (document, expected) in [
            ("F2025-0017", Some(("f2025", 17))),
            ("00031", Some(("", 31))),
            ("A/00012", Some(("a", 12))),
            ("12 bis", Some(("", 12))),
            ("sans", None),
            ("", None),
        ] {
            let found = numbered(document);
            assert_eq!(found.as_ref().map(|(letters, number)| (letters.as_str(), *number)), expected, "{document}");
        }
    }
}
