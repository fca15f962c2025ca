//! The day a balance was aged for, as its file tells it: in a title, in the name of the sheet, or in a column of its
//! own. The day of printing is only a proposal, and the day of reading is never taken.

use crate::mapping::{Details, Layout, Mapping};
use crate::titles;
use crate::words::{begins_with, fold, holds};
use crate::{age_heading, day_bands, header, heading, moments, months};
use sheet::{CellKind, Table};
use std::collections::BTreeSet;
use values::{Day, Gather};

/// What a file says of the day its amounts were aged for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgedDay {
    /// The day taken: the one stated, or the first proposal.
    pub day: Option<Day>,
    /// Days a person may choose from, the one taken first; empty where the file leaves no doubt.
    pub doubt: Vec<Day>,
}

/// Words of the day of printing: no day of ageing.
const OTHER_DAYS: &[&str] = &[
    "edite",
    "edition",
    "imprime",
    "tirage",
    "printed",
    "print",
    "run",
    "gedruckt",
    "stampato",
    "impreso",
    "afgedrukt",
    "genere",
    "generated",
    "extrait",
    "exported",
    "export",
    "created",
    "cree",
];

/// Words of a year, whose first and last days stand beside them.
const YEARS: &[&str] = &["exercice", "fiscal year", "geschaftsjahr", "ejercicio", "esercizio", "boekjaar"];

/// Words of the last day of a year, beside which its balances hold for that day.
const CLOSED: &[&str] = &["clos", "close", "arrete", "ended", "ending", "chiuso", "cerrado"];

/// Headings of a column that repeats the day in every row.
const COLUMNS: &[&str] = &[
    "aged as of date",
    "as of date",
    "aged as of",
    "date de situation",
    "date d arrete",
    "date arrete",
    "stichtag",
    "key date",
    "fecha de corte",
    "data di riferimento",
    "peildatum",
];

/// Looks for the day in the heading of what is owed (`Solde au 31/12/2025`), above the headings, then in the sheet's name, then in
/// a heading or a column; the last of the months that head columns is only proposed, and so is the end of a year.
pub(crate) fn find(table: &Table, header_row: u32, owed: Option<&str>) -> AgedDay {
    let of_heading = owed.map(moments::readings).unwrap_or_default();
    if !of_heading.is_empty() {
        return settle(of_heading, Vec::new());
    }
    let Told { stated, mut other, year_end } = told(table, header_row);
    // What moved in a year that was over when the list was printed makes a balance of its last day; ages may be counted
    // to any day.
    let printed_after = |end: &Day| !other.is_empty() && other.iter().all(|printed| printed >= end);
    if let Some(end) = year_end.filter(printed_after).filter(|_| stated.is_empty() && owed.is_some()) {
        return settle(vec![end], Vec::new());
    }
    other.splice(0..0, year_end);
    if stated.is_empty() && other.is_empty() {
        other.extend(owed.and_then(moments::end_of_year));
    }
    if stated.is_empty() && other.is_empty() {
        let months = months::all(table, header_row, None);
        let bands = day_bands::all(table, header_row);
        let ends = months.iter().map(|(_, month)| month.first.end_of_month());
        other.extend(ends.chain(bands.iter().filter_map(|(_, band)| band.last)).max());
    }
    settle(stated, other)
}

/// The same without the months that head columns.
pub(crate) fn stated(table: &Table, header_row: u32) -> AgedDay {
    let Told { stated, mut other, year_end } = told(table, header_row);
    other.splice(0..0, year_end);
    settle(stated, other)
}

/// The only day that a table states, if it states one.
pub(crate) fn only(table: &Table, header_row: u32) -> Option<Day> {
    let found = stated(table, header_row);
    found.day.filter(|_| found.doubt.is_empty())
}

/// The only day that the name of a file tells, if it tells one: `encours-clients-31-12-2025.xlsx`.
pub(crate) fn named(path: &str) -> Option<Day> {
    let days = of_file_name(path);
    days.first().copied().filter(|_| days.len() == 1)
}

/// What a table says of days.
struct Told {
    /// Days stated.
    stated: Vec<Day>,
    /// Days of printing, only proposed.
    other: Vec<Day>,
    /// The last day of the year that a title names.
    year_end: Option<Day>,
}

fn told(table: &Table, header_row: u32) -> Told {
    let (mut stated, mut other, mut bare, mut years) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in table.rows().take_while(|row| row.number() < header_row) {
        let mut before = String::new();
        for cell in row.cells() {
            let words = fold(cell.text);
            let days = match cell.kind {
                CellKind::Date => cell.text.get(..10).and_then(|date| date.parse().ok()).into_iter().collect(),
                CellKind::Text => titles::readings(cell.text),
                CellKind::Number | CellKind::Boolean | CellKind::Error => Vec::new(),
            };
            let closed = CLOSED.iter().any(|word| holds(&words, word));
            let told_by =
                |list: &[&str]| list.iter().any(|word| holds(&words, word) || begins_with(&before, word)) && !closed;
            let (printed, year) = (told_by(OTHER_DAYS), told_by(YEARS));
            // Of a period the last day counts.
            let alone = cell.kind == CellKind::Text && is_bare(&words) && !says_of_what(&before);
            let list = match (printed, year, alone) {
                (true, ..) => &mut other,
                (_, true, _) => &mut years,
                (.., true) => &mut bare,
                (.., false) => &mut stated,
            };
            list.extend(days);
            before = words;
        }
    }
    // `Le 12/01/2026` beside `Arrêtée au 31/12/2025` is the day of printing.
    let list = if stated.is_empty() { &mut stated } else { &mut other };
    list.extend(bare);
    if stated.is_empty() {
        stated.extend(table.name.as_deref().map(titles::readings).unwrap_or_default());
    }
    if stated.is_empty() {
        let headings = table.row(header_row);
        stated.extend(headings.iter().flat_map(|row| row.cells()).flat_map(|cell| age_heading::as_of(cell.text)));
    }
    if stated.is_empty() {
        stated.extend(of_column(table, header_row));
    }
    Told { stated, other, year_end: years.into_iter().max() }
}

/// Whether words are a day and nothing else: `Le 12/01/2026`.
fn is_bare(words: &str) -> bool {
    const SMALL: [&str; 8] = ["le", "the", "on", "am", "den", "el", "il", "date"];
    words.split(' ').all(|word| SMALL.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the cell before a day announces it.
fn says_of_what(before: &str) -> bool {
    ["au", "as of", "arrete", "arretee", "stichtag", "date"]
        .iter()
        .any(|word| begins_with(before, word) || before.ends_with(word))
}

/// One reading of one date is the day; several are a doubt; the day of printing is a proposal.
fn settle(stated: Vec<Day>, other: Vec<Day>) -> AgedDay {
    let distinct: BTreeSet<Day> = stated.iter().copied().gather();
    match (stated.last(), distinct.len()) {
        (Some(day), 1) => AgedDay { day: Some(*day), doubt: Vec::new() },
        (Some(last), _) => {
            let others = distinct.iter().rev().filter(|day| *day != last);
            AgedDay { day: Some(*last), doubt: [last].into_iter().chain(others).copied().collect() }
        }
        (None, _) => AgedDay { day: other.last().copied(), doubt: other.last().copied().into_iter().collect() },
    }
}

/// The readings of the day that the name of a file tells: `balance-agee-31-10-2026.xlsx`, `AR aging Oct 31 2026.csv`,
/// `aging_20261031.csv`.
fn of_file_name(path: &str) -> Vec<Day> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let in_words = titles::readings(&stem.replace(['_', '(', ')'], " "));
    let figures = stem.split(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '.' | '_'));
    let figures = figures.map(|run| run.trim_matches(['-', '.', '_']).replace('_', "-"));
    let in_figures = figures.map(|run| if run.len() == 8 { spaced_out(&run).unwrap_or(run) } else { run });
    let in_figures = in_figures.map(|run| titles::readings(&run)).find(|days| !days.is_empty());
    if in_words.is_empty() { in_figures.unwrap_or_default() } else { in_words }
}

/// `20261031` as `2026-10-31`.
fn spaced_out(run: &str) -> Option<String> {
    let day = format!("{}-{}-{}", run.get(..4)?, run.get(4..6)?, run.get(6..)?);
    run.bytes().all(|byte| byte.is_ascii_digit()).then_some(day)
}

/// A balance aged for a day that its tables do not tell, under the day its file is named after; a person confirms it.
pub fn dated_by_name(mapping: Mapping, name: &str) -> Mapping {
    if mapping.layout() != Layout::AgedBalance || mapping.aged_as_of().is_some() {
        return mapping;
    }
    let days = of_file_name(name);
    let day = days.last().copied();
    let details = Details { aged_days: days.into_iter().rev().collect(), ..mapping.details().clone() };
    mapping.with_details(details).with_aged_as_of(day)
}

fn of_column(table: &Table, header_row: u32) -> Vec<Day> {
    let Some(row) = table.row(header_row) else { return Vec::new() };
    let headings = header::headings(&row);
    let column = headings.iter().find(|heading| COLUMNS.contains(&heading::spaced(&heading.text).as_str()));
    let Some(column) = column.map(|heading| heading.column) else { return Vec::new() };
    let cells = table.rows_below(header_row).take(200).filter_map(|row| row.cell(column));
    let mut days: Vec<Day> = cells.flat_map(|cell| titles::readings(cell.text)).collect();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> String {
        read_of(lines, None)
    }

    fn read_of(lines: &str, owed: Option<&str>) -> String {
        let mut table = Table::new(None);
        for (line, number) in lines.lines().zip(1..) {
            table.start_row(number);
            for (cell, column) in line.split(';').zip(0..) {
                table.push(column, CellKind::Text, cell);
            }
        }
        let found = find(&table, lines.lines().count() as u32, owed);
        format!("{:?} {:?}", found.day.map(|day| day.to_string()), found.doubt.len()).replace('"', "")
    }

    #[test]
    fn a_balance_of_a_year_that_was_over_holds_for_its_last_day() {
        let year = "Exercice du 01/01/2025 au 31/12/2025";
        let balance = |printed: &str| read_of(&format!("{year};{printed}\nCompte;Soldes"), Some("Soldes"));
        assert_eq!(balance("Édition du 08/01/2026"), "Some(2025-12-31) 0");
        // Printed within the year, or on a day nobody tells, it may hold for any.
        assert_eq!(balance("Édition du 08/10/2025"), "Some(2025-10-08) 1");
        assert_eq!(balance("Page 1"), "Some(2025-12-31) 1");
        // Ages may be counted to the day of printing.
        assert_eq!(read(&format!("{year};Édition du 08/01/2026\nCompte;0-30")), "Some(2026-01-08) 1");
    }

    #[test]
    fn names_of_files_tell_days() {
        for (name, expected) in [
            ("dir.2025/balance-agee-31-10-2026.xlsx", "2026-10-31"),
            ("AR aging Oct 31 2026.csv", "2026-10-31"),
            ("aging_20261031.csv", "2026-10-31"),
            ("BA 2026-10-31 v2.xls", "2026-10-31"),
            ("balance 05.06.2026.xls", "2026-06-05"),
            ("balance 05-06-2026.xls", "2026-05-06 2026-06-05"),
            ("clients 2026.xlsx", ""),
            ("export (12).xlsx", ""),
        ] {
            let days: Vec<String> = of_file_name(name).iter().map(ToString::to_string).collect();
            assert_eq!(days.join(" "), expected, "{name}");
        }
    }

    #[test]
    fn the_day_is_the_one_the_file_states() {
        for (lines, expected) in [
            ("Balance âgée au 30/09/2026;;Page 1\nEdité le 02/10/2026\nClient;0-30", "Some(2026-09-30) 0"),
            ("Aged as of 9/30/2026\nNo.;0-30", "Some(2026-09-30) 0"),
            ("Exercice du 01/01/2026 au 31/12/2026\nSituation au 30/09/2026\nClient;0-30", "Some(2026-09-30) 0"),
            ("Edité le;02/10/2026\nClient;0-30", "Some(2026-10-02) 1"),
            ("As of 05/06/2026\nClient;0-30", "Some(2026-06-05) 2"),
            ("Balance âgée;Le 02/10/2026\nArrêtée au 30/09/2026\nClient;0-30", "Some(2026-09-30) 0"),
            ("Balance âgée;30/09/2026\nClient;0-30", "Some(2026-09-30) 0"),
            ("Balance âgée\nClient;0-30", "None 0"),
            ("Exercice clos le 30/09/2026\nClient;0-30", "Some(2026-09-30) 0"),
            ("Comparatif 30/09/2026 - 30/09/2025\nClient;0-30", "Some(2026-09-30) 0"),
            ("Client;Au 30/09/2026;1-30", "Some(2026-09-30) 0"),
        ] {
            assert_eq!(read(lines), expected, "{lines}");
        }
    }
}
