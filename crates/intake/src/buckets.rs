//! Headings of amounts already aged, as ages: `31-60` is 31 to 60 days late, `Non échu` is not late, `> 90` is 91 or
//! more, `Non affecté` is a credit of no age. Months count thirty days.

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
    /// Whatever a customer owes, without ages.
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

/// The ages of columns by their headings, in the order of the table; `None` for a heading that tells none, and for a
/// sum of other columns.
pub(crate) fn ages(headings: &[&str]) -> Vec<Option<Ages>> {
    let read: Vec<Option<Heading>> = headings.iter().map(|heading| heading_of(heading)).collect();
    let not_due = read.contains(&Some(Heading::NotDue));
    let detailed =
        read.iter().flatten().any(|heading| !matches!(heading, Heading::NotDue | Heading::AllLate | Heading::Credits));
    let mut end: u32 = 0;
    let ages = read.into_iter().map(|heading| {
        let late = |from, to| Ages::Late { from, to };
        let ages = match heading? {
            Heading::Credits => Ages::Credits,
            Heading::NotDue => late(0, Some(0)),
            Heading::AllLate if detailed => return None,
            Heading::AllLate => late(1, None),
            Heading::Between(from, to) if not_due => late(from.max(1), Some(to)),
            Heading::Between(from, to) => late(from, Some(to)),
            Heading::UpTo(to) if not_due || end > 0 => late(end + 1, Some(to)),
            Heading::UpTo(to) => late(0, Some(to)),
            Heading::From(from) => late(from, None),
            Heading::Older => late(end + 1, None),
        };
        end = end.max(ages.to().unwrap_or(end));
        Some(ages)
    });
    ages.collect()
}

const MONTHS: &[&str] =
    &["month", "months", "mois", "monat", "monate", "mes", "meses", "mese", "mesi", "maand", "maanden"];
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
];
const UNDER: &[&str] =
    &["moins", "under", "less", "unter", "menos", "meno", "minder", "bis", "jusqu", "hasta", "fino", "tot"];
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
    "total overdue",
    "past due",
    "uberfallig",
    "vencido",
    "scaduto",
    "vervallen",
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

fn heading_of(heading: &str) -> Option<Heading> {
    let words = spaced(heading);
    if is_not_due(&words) {
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
    let months = has(MONTHS);
    match (numbers(&words).as_slice(), months) {
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
    numbers(words).first().copied()
}

/// The numbers of a heading, units stuck to them left out: `0-30j` is 0 and 30.
fn numbers(words: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    for word in words.split(' ') {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        numbers.extend(digits.parse::<u32>().ok().filter(|_| digits.len() <= 3));
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
        ] {
            assert_eq!(read(headings), expected, "{headings}");
        }
    }
}
