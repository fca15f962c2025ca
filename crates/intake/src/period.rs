//! The period that the name of a sheet speaks of: `31-12-2025`, `déc. 2025`, `S52`, `2025`. Only names of one kind are
//! compared, so that no order is made up between a week and a month.

use crate::date::month_of;
use crate::titles;
use crate::words::fold;
use values::Day;

/// When what a sheet lists was true, by its name. Years are 0 where the name has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Day(Day),
    Month { year: u16, month: u16 },
    Week { year: u16, week: u16 },
    Year(u16),
}

/// Words before the number of a week, alone or written together with it (`KW 52`, `S52`).
const WEEKS: [&str; 9] = ["s", "sem", "semaine", "w", "wk", "week", "kw", "settimana", "semana"];

impl Period {
    /// The period of a name; nothing where it tells none, or several.
    pub(crate) fn of_name(name: &str) -> Option<Period> {
        let days = titles::readings(name);
        if let Some((first, others)) = days.split_first() {
            return others.iter().all(|day| day == first).then_some(Period::Day(*first));
        }
        let words = apart(&fold(name));
        let mut words: Vec<&str> = words.split(' ').collect();
        let year = take(&mut words, |word| word.parse().ok().filter(|year| (2000..2100).contains(year)));
        let week = words.windows(2).find_map(|pair| match pair {
            [word, number] if WEEKS.contains(word) => number.parse().ok().filter(|week| (1..=53).contains(week)),
            _ => None,
        });
        let month = take(&mut words, month_of)
            .or_else(|| year.and(take(&mut words, |word| word.parse().ok().filter(|month| (1..=12).contains(month)))));
        match (week, month, year) {
            (Some(week), _, year) => Some(Period::Week { year: year.unwrap_or(0), week }),
            (None, Some(month), year) => Some(Period::Month { year: year.unwrap_or(0), month }),
            (None, None, year) => year.map(Period::Year),
        }
    }

    /// Whether both are periods of one kind, and this one comes later.
    pub(crate) fn is_after(self, other: Period) -> bool {
        match (self, other) {
            (Period::Day(day), Period::Day(other)) => day > other,
            (Period::Year(year), Period::Year(other)) => year > other,
            (Period::Month { year, month }, Period::Month { year: other_year, month: other }) => {
                later((year, month), (other_year, other))
            }
            (Period::Week { year, week }, Period::Week { year: other_year, week: other }) => {
                later((year, week), (other_year, other))
            }
            _ => false,
        }
    }
}

/// Of numbers without a year none is later: January may follow December.
fn later((year, number): (u16, u16), (other_year, other): (u16, u16)) -> bool {
    (year == 0) == (other_year == 0) && (year, number) > (other_year, other)
}

/// The first word that means something, taken out of the others.
fn take<T>(words: &mut Vec<&str>, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
    let (place, found) = words.iter().enumerate().find_map(|(place, word)| Some((place, meaning(word)?)))?;
    words.remove(place);
    Some(found)
}

/// Letters and figures that stand together, apart: `s52` as `s 52`.
fn apart(folded: &str) -> String {
    let mut apart = String::with_capacity(folded.len() + 2);
    let mut before = None;
    for character in folded.chars() {
        if before.is_some_and(char::is_alphabetic) && character.is_ascii_digit() {
            apart.push(' ');
        }
        apart.push(character);
        before = Some(character);
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_tell_periods() {
        let month = |year, month| Some(Period::Month { year, month });
        let week = |year, week| Some(Period::Week { year, week });
        for (name, expected) in [
            ("S52", week(0, 52)),
            ("Sem. 7", week(0, 7)),
            ("KW51 2025", week(2025, 51)),
            ("2025-W03", week(2025, 3)),
            ("Déc. 2025", month(2025, 12)),
            ("Encours novembre", month(0, 11)),
            ("12-2025", month(2025, 12)),
            ("2025", Some(Period::Year(2025))),
            ("31-12-2025", Day::new(2025, 12, 31).map(Period::Day)),
            ("Situation au 30/11/2025", Day::new(2025, 11, 30).map(Period::Day)),
            ("Feuil1", None),
            ("Clients", None),
            ("S75", None),
        ] {
            assert_eq!(Period::of_name(name), expected, "{name}");
        }
    }

    #[test]
    fn only_periods_of_one_kind_have_an_order() {
        let of = |name| Period::of_name(name).unwrap();
        for (later, earlier) in
            [("S52", "S51"), ("S1 2026", "S52 2025"), ("janv. 2026", "déc. 2025"), ("31-12-2025", "30-11-2025")]
        {
            assert!(of(later).is_after(of(earlier)), "{later} after {earlier}");
            assert!(!of(earlier).is_after(of(later)), "{earlier} after {later}");
        }
        assert!(!of("S52").is_after(of("déc. 2025")));
        assert!(!of("S52 2025").is_after(of("S51")));
    }
}
