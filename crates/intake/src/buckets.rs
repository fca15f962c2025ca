//! Headings of amounts already aged, as ages: `31-60` is 31 to 60 days late, `Non échu` is not late, `> 90` is 91 or
//! more, `Non affecté` is a credit of no age. Months count thirty days.

use crate::age_heading::{as_of, in_words, names_months, unranked};
use crate::heading::spaced;
use crate::vocabulary::{is_not_due, is_unallocated};

/// What the amounts of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ages {
    /// So many days late, both limits included.
    Late {
        /// At least; zero and less is not late.
        from: u32,
        /// At most; `None` for the last column.
        to: Option<u32>,
    },
    /// Credit notes and payments that clear nothing yet.
    Credits,
    /// Whatever a customer owes, without ages, or under a heading that tells none.
    Unknown,
}

impl Ages {
    /// The most days late its amounts can be.
    pub(crate) fn to(self) -> Option<u32> {
        match self {
            Ages::Late { to, .. } => to,
            Ages::Credits | Ages::Unknown => None,
        }
    }

    /// Whether what is late and what is not stand together.
    pub(crate) fn is_mixed(self) -> bool {
        matches!(self, Ages::Late { from: 0, to } if to != Some(0))
    }
}

/// A heading before its neighbours are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heading {
    NotDue,
    Between(u32, u32),
    /// Up to so many days, from where the column before ends.
    UpTo(u32),
    From(u32),
    /// From where the column before ends.
    Older,
    /// Everything late: the sum of other columns, where there are some.
    AllLate,
    Credits,
}

/// The ages of columns by their headings, in the order of the table; `None` for a sum of other columns. Limits that two columns share (`0-30`, `30-60`) are those of the younger one.
pub(crate) fn ages(headings: &[&str]) -> Vec<Option<Ages>> {
    let read: Vec<Option<Heading>> = headings.iter().map(|heading| heading_of(heading)).collect();
    let not_due = read.contains(&Some(Heading::NotDue));
    let detailed =
        read.iter().flatten().any(|heading| !matches!(heading, Heading::NotDue | Heading::AllLate | Heading::Credits));
    let ends: Vec<u32> = read.iter().flatten().filter_map(|heading| heading.end()).collect();
    let untold = untold(&read);
    let ages = read.iter().map(|heading| {
        let late = |from, to| Ages::Late { from, to };
        let Some(heading) = heading else { return Some(untold) };
        let ages = match *heading {
            Heading::Credits => Ages::Credits,
            Heading::NotDue => late(0, Some(0)),
            Heading::AllLate if detailed => return None,
            Heading::AllLate => late(1, None),
            Heading::Between(from, to) if not_due => late(begin(from.max(1), &ends), Some(to)),
            Heading::Between(from, to) => late(begin(from, &ends), Some(to)),
            Heading::UpTo(to) => late(after_those_before(to, &ends).unwrap_or(u32::from(not_due)), Some(to)),
            Heading::From(from) => late(without_gap(begin(from, &ends), &ends), None),
            Heading::Older => late(after_those_before(u32::MAX, &ends).unwrap_or(1), None),
        };
        Some(ages)
    });
    ages.collect()
}

/// The ages of a column whose heading tells none: younger than all others, where it alone stands before them.
fn untold(read: &[Option<Heading>]) -> Ages {
    let first = read.first() == Some(&None) && read.iter().flatten().count() + 1 == read.len();
    if !first || read.contains(&Some(Heading::NotDue)) {
        return Ages::Unknown;
    }
    let begins = read.iter().flatten().filter_map(|heading| match *heading {
        Heading::Between(from, _) | Heading::From(from) => Some(from),
        Heading::UpTo(_) | Heading::AllLate => Some(1),
        Heading::NotDue | Heading::Older | Heading::Credits => None,
    });
    let youngest = begins.min().unwrap_or(1);
    Ages::Late { from: 0, to: Some(youngest.saturating_sub(1)) }
}

/// The first day of a column that says it begins on one: the day after, where another column ends on it.
fn begin(from: u32, ends: &[u32]) -> u32 {
    if from > 0 && ends.contains(&from) { from + 1 } else { from }
}

/// `90+` after `60-89` begins on its number.
fn without_gap(from: u32, ends: &[u32]) -> u32 {
    let ends_on = |day: Option<u32>| day.is_some_and(|day| ends.contains(&day));
    if !ends_on(from.checked_sub(1)) && ends_on(from.checked_sub(2)) { from - 1 } else { from }
}

/// The day after the last end before a limit.
fn after_those_before(limit: u32, ends: &[u32]) -> Option<u32> {
    ends.iter().filter(|end| **end < limit).max().map(|end| end + 1)
}

const OVER: &[&str] = &[
    "plus",
    "over",
    "older",
    "above",
    "more",
    "mehr",
    "uber",
    "mas",
    "oltre",
    "piu",
    "meer",
    "superieur",
    "sup",
    "boven",
    "mayor",
    "au",
    "dela",
    "powyzej",
    "ponad",
    "mere",
    "mer",
];
const UNDER: &[&str] = &[
    "moins",
    "under",
    "less",
    "unter",
    "menos",
    "meno",
    "minder",
    "bis",
    "jusqu",
    "hasta",
    "fino",
    "tot",
    "inf",
    "inferieur",
    "do",
];
const OLDER: &[&str] = &[
    "older",
    "plus ancien",
    "plus anciens",
    "anterieur",
    "anterieurs",
    "alter",
    "mayor",
    "piu vecchio",
    "ouder",
    "oldest",
    "au dela",
];
const ALL_LATE: &[&str] = &[
    "overdue",
    "echu",
    "total echu",
    "echus",
    "echue",
    "echues",
    "total overdue",
    "past due",
    "uberfallig",
    "vencido",
    "scaduto",
    "vervallen",
    "forfalden",
    "forfaldne",
    "forfaldent",
    "forfallet",
    "forfallna",
    "przeterminowane",
    "wymagalne",
];
/// Tryton and Sage 50 name their columns by rank; thirty days each is what both propose.
const TERMS: &[(&str, u32)] = &[
    ("first term", 1),
    ("second term", 2),
    ("third term", 3),
    ("fourth term", 4),
    ("fifth term", 5),
    ("period 1", 1),
    ("period 2", 2),
    ("period 3", 3),
    ("period 4", 4),
];

/// Whether a heading names its column by rank alone, without the days it holds.
pub(crate) fn is_ranked(heading: &str) -> bool {
    let words = spaced(unranked(heading));
    let days = first_number(&words).is_some_and(|days| days > 4);
    !days && TERMS.iter().any(|(term, _)| words.starts_with(term))
}

impl Heading {
    /// The last day of a column that has one.
    fn end(self) -> Option<u32> {
        match self {
            Heading::Between(_, to) | Heading::UpTo(to) => Some(to),
            Heading::NotDue | Heading::From(_) | Heading::Older | Heading::AllLate | Heading::Credits => None,
        }
    }
}

fn heading_of(heading: &str) -> Option<Heading> {
    let heading = unranked(heading);
    let words = spaced(heading);
    if is_not_due(&words) || !as_of(heading).is_empty() {
        return Some(Heading::NotDue);
    }
    if ALL_LATE.contains(&words.as_str()) {
        return Some(Heading::AllLate);
    }
    if is_unallocated(&words) {
        return Some(Heading::Credits);
    }
    if let Some((_, rank)) = TERMS.iter().find(|(term, _)| words.starts_with(term)) {
        return Some(Heading::UpTo(first_number(&words).filter(|days| *days > 4).unwrap_or(rank * 30)));
    }
    let has = |list: &[&str]| words.split(' ').any(|word| list.contains(&word));
    let months = names_months(&words);
    match (numbers(&words, months).as_slice(), months) {
        ([from, to], false) => Some(Heading::Between(*from, *to)),
        ([from, to], true) => Some(Heading::Between(from * 30 + 1, to * 30)),
        ([months], true) if heading.contains('<') || has(UNDER) => Some(Heading::UpTo(months * 30)),
        ([months], true) if heading.contains(['>', '+', '≥']) || has(OVER) => Some(Heading::From(months * 30 + 1)),
        // The third month late begins after two whole months.
        ([months], true) => Some(Heading::Between(months * 30 + 1, (months + 1) * 30)),
        ([days], false) if heading.contains(['<', '≤']) || has(UNDER) => Some(Heading::UpTo(*days)),
        ([days], false) if is_open_ended(heading, &words) => Some(Heading::From(after(*days, heading))),
        ([days], false) => Some(Heading::UpTo(*days)),
        ([], _) if OLDER.contains(&words.as_str()) => Some(Heading::Older),
        _ => None,
    }
}

fn is_open_ended(heading: &str, words: &str) -> bool {
    let trimmed = heading.trim();
    heading.contains(['>', '+', '≥'])
        || (trimmed.ends_with('-') && trimmed.len() > 1)
        || words.split(' ').any(|word| OVER.contains(&word))
}

/// `91+` and `121-Above` begin at their number, `> 90` and `Over 90` on the day after.
fn after(days: u32, heading: &str) -> u32 {
    if heading.contains('≥') || days % 5 == 1 { days } else { days + 1 }
}

fn first_number(words: &str) -> Option<u32> {
    numbers(words, false).first().copied()
}

/// The numbers of a heading, units stuck to them left out: `0-30j` is 0 and 30. Months are counted in words as well.
fn numbers(words: &str, months: bool) -> Vec<u32> {
    let mut numbers = Vec::new();
    for word in words.split(' ') {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let written = in_words(word).filter(|_| months);
        numbers.extend(digits.parse::<u32>().ok().filter(|_| digits.len() <= 3).or(written));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `from-to` of each heading.
    fn read(headings: &str) -> String {
        let headings: Vec<&str> = headings.split('|').collect();
        let shown = ages(&headings).into_iter().map(|ages| match ages {
            None => "none".to_owned(),
            Some(Ages::Late { from, to: None }) => format!("{from}+"),
            Some(Ages::Late { from, to: Some(to) }) => format!("{from}-{to}"),
            Some(Ages::Credits) => "credits".to_owned(),
            Some(Ages::Unknown) => "unknown".to_owned(),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headings_say_ages() {
        for (headings, expected) in [
            ("Non échu|0 - 30 jours|31 - 60 jours|61 - 90 jours|+ 90 jours", "0-0 1-30 31-60 61-90 91+"),
            ("A échoir|De 1 à 30 jours|De 31 à 60 jours|Plus de 60 jours", "0-0 1-30 31-60 61+"),
            ("Current|< 1 Month|1 Month|2 Months|3 Months|Older", "0-0 1-30 31-60 61-90 91-120 121+"),
            ("0-30|31-60|61-90|91-120|121-", "0-30 31-60 61-90 91-120 121+"),
            ("0-30|31-60|61-90|91-120|121-Above", "0-30 31-60 61-90 91-120 121+"),
            ("Current|1 - 30|31 - 60|61 - 90|91 and over", "0-0 1-30 31-60 61-90 91+"),
            ("Not Due|1-30|31-60|61-90|Over 90", "0-0 1-30 31-60 61-90 91+"),
            ("Nicht fällig|1-30 Tage|31-60 Tage|Mehr als 60 Tage", "0-0 1-30 31-60 61+"),
            ("First Term (30)|Second Term (60)|Third Term (90)", "0-30 31-60 61-90"),
            ("Non échu|Échu", "0-0 1+"),
            ("Non échu|Total échu|30 jours|60 jours|90 jours et plus", "0-0 none 1-30 31-60 91+"),
            ("Current|Age ≤ 30 d.|Age ≤ 60 d.|Older", "0-0 1-30 31-60 61+"),
            ("No vencido|0-30 días|Más de 30 días", "0-0 1-30 31+"),
            ("Non échu|1-30|> 30|Avoirs et règlements non affectés", "0-0 1-30 31+ credits"),
            ("Unallocated|Current|1-30|Over 30", "credits 0-0 1-30 31+"),
            ("Noch nicht fällig|Überfällig bis 30 T|Überfällig 31-90 T|Überfällig > 90 T", "0-0 1-30 31-90 91+"),
            ("A scadere|Scaduto 0-30|Scaduto 31-60|Scaduto oltre 60", "0-0 1-30 31-60 61+"),
            ("Dont non échu|0-15 j|16-30 j|> 30 j", "0-0 1-15 16-30 31+"),
            ("A échoir|0-30j|30-60j|60-90j|+90j", "0-0 1-30 31-60 61-90 91+"),
            ("+90j|60-90j|30-60j|0-30j|A échoir", "91+ 61-90 31-60 1-30 0-0"),
            ("0-30|30-60|60-90|≥ 90", "0-30 31-60 61-90 91+"),
            ("Current|0-29|30-59|60-89|90+", "0-0 1-29 30-59 60-89 90+"),
            ("Non échues|Échues < 30 j|Échues 30 à 60 j|Échues > 60 j", "0-0 1-30 31-60 61+"),
            ("non échu|moins d'un mois|1 à 2 mois|plus de deux mois", "0-0 1-30 31-60 61+"),
            ("Non échu|<=30 jrs|<=60 jrs|>60 jrs", "0-0 1-30 31-60 61+"),
            (">60 jrs|<=60 jrs|<=30 jrs|Non échu", "61+ 31-60 1-30 0-0"),
            ("A - Non échu|B - 1 à 30 j|C - Plus de 30 j", "0-0 1-30 31+"),
            ("1 - Non échu|2 - 1 à 30 j|3 - Plus de 30 j", "0-0 1-30 31+"),
            ("Zzz|1-30|31-60|> 60", "0-0 1-30 31-60 61+"),
            ("Zzz|31-60|> 60", "0-30 31-60 61+"),
            ("Non échu|1-30|Zzz|> 60", "0-0 1-30 unknown 61+"),
            ("Nieprzeterminowane|do 30 dni|od 31 do 60 dni|powyżej 60 dni", "0-0 1-30 31-60 61+"),
            ("Ikke forfalden|1-30 dage|31-60 dage|Over 60 dage", "0-0 1-30 31-60 61+"),
            ("Ej förfallet|1-30 dagar|31-60 dagar|Över 60 dagar", "0-0 1-30 31-60 61+"),
            ("Au 31/12/2026|1-30|31-60|Plus ancien", "0-0 1-30 31-60 61+"),
        ] {
            assert_eq!(read(headings), expected, "{headings}");
        }
    }
}
