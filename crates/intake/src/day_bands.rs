//! Columns of amounts headed by the days between which they were due, as Business Central and Navision head them:
//! `01/12/25..31/12/25`, `Avant le 01/10/25`, `Vor 01.10.25`. Guarantee: the days follow one another without a gap from
//! column to column, which also tells in what order they are written.

use crate::Field;
use crate::date::{self, Shape, unpacked};
use crate::date_profile::ORDERS;
use crate::header::Header;
use crate::words::{fold, holds};
use sheet::{Cell, CellKind, Table};
use values::{Day, Days};

/// The days that head a column, both included; without a first one whatever is older, without a last one whatever is later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Band {
    pub(crate) first: Option<Day>,
    pub(crate) last: Option<Day>,
}

const FROM: [&str; 9] = ["du", "de", "from", "vom", "von", "dal", "del", "desde", "van"];
const TO: [&str; 11] = ["au", "a", "to", "bis", "zum", "al", "hasta", "tot", "through", "until", "till"];
const BEFORE: [&str; 9] = ["avant", "before", "vor", "antes", "prima", "voor", "anterieur", "anterieurs", "prior"];
const AFTER: [&str; 6] = ["apres", "after", "nach", "despues", "dopo", "na"];
/// Words between those and the day.
const SMALL: [&str; 9] = ["le", "au", "dem", "de", "del", "el", "il", "to", "the"];
/// `..` of a range, as a word of its own.
const RANGE: &str = "..";

/// A day under each of [`ORDERS`].
type Readings = [Option<Day>; 3];

/// What a heading says, before the order of its days is known.
enum Said {
    Between(Readings, Readings),
    UpTo(Readings),
    Before(Readings),
    From(Readings),
    After(Readings),
}

impl Said {
    /// Its days under the order of this rank; `None` where no calendar has them.
    fn under(&self, rank: usize) -> Option<Band> {
        let day = |readings: &Readings| readings.get(rank).copied().flatten();
        let (first, last) = match self {
            Said::Between(first, last) => (Some(day(first)?), Some(day(last)?)),
            Said::UpTo(last) => (None, Some(day(last)?)),
            Said::Before(limit) => (None, Some(day(limit)? - Days(1))),
            Said::From(first) => (Some(day(first)?), None),
            Said::After(limit) => (Some(day(limit)? + Days(1)), None),
        };
        (first.is_none() || last.is_none() || first <= last).then_some(Band { first, last })
    }
}

/// Whether a heading names days between which something was due.
pub(crate) fn names_one(heading: &str) -> bool {
    said(heading).is_some_and(|said| (0..ORDERS.len()).any(|rank| said.under(rank).is_some()))
}

/// The columns headed by days, where two at least follow one another; none where any of them leaves a gap.
pub(crate) fn all<'t>(table: &'t Table, header_row: u32) -> Vec<(Cell<'t>, Band)> {
    let row = table.row(header_row);
    let cells = row.iter().flat_map(|row| row.cells()).filter(|cell| cell.kind == CellKind::Text);
    let said: Vec<(Cell<'t>, Said)> = cells.filter_map(|cell| Some((cell, said(cell.text)?))).collect();
    let under = |rank: usize| -> Option<Vec<(Cell<'t>, Band)>> {
        let bands: Vec<_> = said.iter().map(|(cell, said)| Some((*cell, said.under(rank)?))).collect::<Option<_>>()?;
        (bands.len() > 1 && follow_one_another(&bands)).then_some(bands)
    };
    (0..ORDERS.len()).find_map(under).unwrap_or_default()
}

/// Gives such columns the meaning of ages.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    all(table, header.row).iter().for_each(|(cell, _)| header.means(cell.column, Field::Bucket));
}

/// Words of the day a document was issued or posted, from which ages may be counted as well.
const ISSUED: [&str; 7] = [
    "posting date",
    "document date",
    "date comptabilisation",
    "date de comptabilisation",
    "date document",
    "buchungsdatum",
    "belegdatum",
];

/// Whether the titles above the headings say that the days are those of documents: then they say nothing of what is late.
pub(crate) fn of_documents(table: &Table, header_row: u32) -> bool {
    let above = table.rows().take_while(|row| row.number() < header_row);
    above.flat_map(|row| row.cells()).any(|cell| {
        let words = fold(cell.text);
        ISSUED.iter().any(|issued| holds(&words, issued))
    })
}

/// Whether each band begins on the day after the one beside it, in either direction.
fn follow_one_another(bands: &[(Cell<'_>, Band)]) -> bool {
    let begins_after = |one: &Band, other: &Band| one.last.is_some_and(|last| other.first == Some(last + Days(1)));
    let pairs = || bands.iter().zip(bands.iter().skip(1)).map(|((_, one), (_, other))| (one, other));
    pairs().all(|(one, other)| begins_after(one, other)) || pairs().all(|(one, other)| begins_after(other, one))
}

fn said(heading: &str) -> Option<Said> {
    if heading.len() > 60 || !heading.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let spaced = heading.replace(RANGE, " .. ").replace(['–', '—'], " - ");
    let mut days: Vec<Readings> = Vec::new();
    // The words before the first day, between the days, and after the last.
    let mut words: [Vec<String>; 3] = Default::default();
    for token in spaced.split_whitespace() {
        if let Some(readings) = day(token) {
            days.push(readings);
            continue;
        }
        let word = if token == RANGE || token == "-" { RANGE.to_owned() } else { fold(token) };
        words.get_mut(days.len())?.push(word);
    }
    let [before, between, after] = &words;
    let only = |words: &[String], list: &[&str]| words.iter().all(|word| list.contains(&word.as_str()));
    let is_range = |words: &[String]| matches!(words, [word] if word == RANGE);
    let opens = |list: &[&str]| {
        let (first, rest) = before.split_first()?;
        (list.contains(&first.as_str()) && only(rest, &SMALL)).then_some(())
    };
    match days.as_slice() {
        [first, last] => {
            let joined = is_range(between) || (between.len() == 1 && only(between, &TO));
            (joined && only(before, &FROM) && after.is_empty()).then_some(Said::Between(*first, *last))
        }
        [day] if between.is_empty() && is_range(before) => Some(Said::UpTo(*day)),
        [day] if between.is_empty() && opens(&BEFORE).is_some() => Some(Said::Before(*day)),
        [day] if between.is_empty() && opens(&AFTER).is_some() => Some(Said::After(*day)),
        [day] if before.is_empty() && is_range(between) => Some(Said::From(*day)),
        _ => None,
    }
}

/// The readings of a word that is a day written with marks.
fn day(token: &str) -> Option<Readings> {
    let text = token.trim_matches(|c: char| "(),;:".contains(c));
    match date::shape(&Cell { column: 0, kind: CellKind::Text, text }, false) {
        Shape::Certain(day) | Shape::True(day) => Some([Some(day); 3]),
        Shape::Parts(parts) if !parts.bare => Some(ORDERS.map(|order| parts.packed(order).and_then(unpacked))),
        Shape::Parts(_) | Shape::Bare(_) | Shape::Serial(_) | Shape::NoDate | Shape::Impossible | Shape::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headings: &str) -> String {
        let text = format!("{headings}\n");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let shown = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let bands = all(&book.tables[0], 1);
        let bands = bands.iter().map(|(_, band)| format!("{}/{}", shown(band.first), shown(band.last)));
        bands.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn days_that_follow_one_another_head_columns() {
        for (headings, expected) in [
            (
                "Nom;01/12/25..31/12/25;01/11/25..30/11/25;Avant le 01/11/25",
                "2025-12-01/2025-12-31 2025-11-01/2025-11-30 /2025-10-31",
            ),
            (
                "Name;12/01/25..12/31/25;11/01/25..11/30/25;Before 11/01/25",
                "2025-12-01/2025-12-31 2025-11-01/2025-11-30 /2025-10-31",
            ),
            ("Name;01.12.25..31.12.25;Vor 01.12.25", "2025-12-01/2025-12-31 /2025-11-30"),
            ("Name;..30.11.2025;01.12.2025..", "/2025-11-30 2025-12-01/"),
            (
                "Nom;Du 01/11/2025 au 30/11/2025;Du 01/12/2025 au 31/12/2025",
                "2025-11-01/2025-11-30 2025-12-01/2025-12-31",
            ),
            ("Name;2025-11-01 - 2025-11-30;2025-12-01 - 2025-12-31", "2025-11-01/2025-11-30 2025-12-01/2025-12-31"),
            // A gap, one alone, an amount.
            ("Nom;01/12/25..31/12/25;01/10/25..31/10/25", ""),
            ("Nom;01/12/25..31/12/25;Total", ""),
            ("Nom;Solde au 31/12/2025;Solde au 31/12/2024", ""),
        ] {
            assert_eq!(read(headings), expected, "{headings}");
        }
    }
    /// What a balance under such headings allows: its limits in days late, whether they mix, and whether they have an end.
    fn allowed(title: &str, headings: &str) -> String {
        let text = format!(
            "{title}\nN°;Nom;Solde;{headings}\n1;ALPHA;30,50;10,00;20,50\n2;BETA;5,00;5,00;0,00\n3;GAMMA;7,50;0,00;7,50\n;;100 %;35 %;65 %\n"
        );
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let mapping = crate::detect::detect(&book.tables[0]).candidates.remove(0).mapping;
        assert_eq!(mapping.header_row(), 2, "{headings}");
        let aged = crate::aged::Columns::new(&mapping, &book.tables[0]).unwrap().allows();
        format!("{} {:?} {} {}", aged.day, aged.limits, aged.mixed, aged.open_ended)
    }

    #[test]
    fn bands_say_how_late_amounts_are() {
        let title = "Échu au 31/12/25";
        assert_eq!(allowed(title, "01/12/25..31/12/25;Avant le 01/12/25"), "2025-12-31 [30] false true");
        assert_eq!(allowed(title, "..31/12/25;01/01/26.."), "2025-12-31 [] false true");
        // Some of January is not due.
        assert_eq!(allowed(title, "01/12/25..31/01/26;Avant le 01/12/25"), "2025-12-31 [30] true true");
        // The last day is proposed where none is stated.
        assert_eq!(allowed("Clients", "01/12/25..31/12/25;Avant le 01/12/25"), "2025-12-31 [30] false true");
        // Days of documents are no due days.
        let posted = "Échu au 31/12/25 par date comptabilisation";
        assert_eq!(allowed(posted, "01/12/25..31/12/25;Avant le 01/12/25"), "2025-12-31 [] true false");
    }
}
