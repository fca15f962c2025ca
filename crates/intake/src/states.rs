//! Lists of what was owed on several days, each in a sheet of its own: the last one repeats what was still unpaid of those
//! before it, so that they are never added up. A register with a sheet for each of its months looks alike; there, every
//! sheet holds only documents since the day of the sheet before.

use crate::Field;
use crate::date::{DateCell, month_of};
use crate::facts;
use crate::mapping::{Layout, Mapping};
use crate::row::Plan;
use crate::titles;
use crate::words::{fold, holds};
use sheet::{CellKind, Row, Table};
use std::collections::{BTreeMap, BTreeSet};
use values::{Day, Gather, TableIndex};

/// Words of titles that tell what was owed on a day.
const STATES: [&str; 26] = [
    "encours",
    "en cours",
    "situation",
    "etat",
    "creance",
    "creances",
    "impaye",
    "impayes",
    "impayees",
    "arrete",
    "arretee",
    "arretes",
    "reste",
    "restes",
    "restant",
    "solde",
    "soldes",
    "balance",
    "outstanding",
    "receivables",
    "open items",
    "offene posten",
    "stichtag",
    "partite aperte",
    "pendientes",
    "openstaande",
];

/// Days between two sheets of a register, at most: it has one for each quarter, if not for each month or week. What is
/// still owed half a year later need not hold anything of before.
const REGISTER: i32 = 180;

/// The day for which a sheet lists what was owed, and the words that stand beside it in its title and its name.
type State = (Day, [String; 2]);

/// The days of the sheets that list the same as the main one on days of their own; empty where they continue one another.
pub(crate) fn days<'a>(
    main: TableIndex,
    sheets: impl Iterator<Item = (TableIndex, &'a Table, &'a Mapping)>,
) -> BTreeMap<TableIndex, Day> {
    let stated: Vec<_> =
        sheets.filter_map(|(index, table, mapping)| Some((index, table, mapping, state(table, mapping)?))).collect();
    let words = stated.iter().find(|(index, ..)| *index == main).map(|(.., (_, words))| words.clone());
    let same = stated.iter().filter(|(.., (_, own))| words.as_ref() == Some(own));
    let mut by_day: BTreeMap<Day, Vec<(TableIndex, Days)>> = BTreeMap::new();
    for (index, table, mapping, (day, _)) in same {
        by_day.entry(*day).or_default().push((*index, first_days(table, mapping)));
    }
    if by_day.len() < 2 || is_register(&by_day) {
        return BTreeMap::new();
    }
    by_day.iter().flat_map(|(day, sheets)| sheets.iter().map(|(index, _)| (*index, *day))).collect()
}

/// The first day of each column of days.
type Days = BTreeMap<Field, Day>;

/// Whether each sheet holds only what was issued, or fell due, since the one before it.
fn is_register(by_day: &BTreeMap<Day, Vec<(TableIndex, Days)>>) -> bool {
    let pairs = || by_day.iter().zip(by_day.iter().skip(1));
    let close = pairs().all(|((before, _), (day, _))| day.number() - before.number() < REGISTER);
    close
        && DAYS.iter().any(|field| {
            pairs().all(|((before, _), (_, sheets))| {
                sheets.iter().all(|(_, first)| first.get(field).is_some_and(|first| first > before))
            })
        })
}

const DAYS: [Field; 3] = [Field::InvoiceDay, Field::PostingDay, Field::DueDay];

fn first_days(table: &Table, mapping: &Mapping) -> Days {
    let facts = facts::facts(table, mapping, &Plan::new(mapping, table.column_count()));
    let first = |field: Field| {
        let column = mapping.binding(field)?.column;
        let reader = facts.profiles.date_reader(field, mapping);
        let cells = table.rows_below(mapping.header_row()).filter_map(|row| row.cell(column));
        let days = cells.filter_map(|cell| match reader.read(&cell) {
            DateCell::Day(day) => Some(day),
            DateCell::Impossible | DateCell::Unreadable | DateCell::NoDate => None,
        });
        days.min()
    };
    DAYS.into_iter().filter_map(|field| Some((field, first(field)?))).collect()
}

/// What a sheet of open items alone states of its day, in a title or as its name.
fn state(table: &Table, mapping: &Mapping) -> Option<State> {
    if mapping.layout() != Layout::OpenItems {
        return None;
    }
    let name = table.name.as_deref().unwrap_or_default();
    let titles = table.rows().take_while(|row| row.number() < mapping.header_row()).take(40);
    let titled: BTreeSet<State> = titles.filter_map(|row| titled(&row, name)).gather();
    let named = only(name).map(|day| (day, [String::new(), beside(name)]));
    let mut titled = titled.into_iter();
    match (titled.next(), titled.next(), named) {
        (Some(state), None, named) => {
            let agrees = named.is_none_or(|(day, _)| day == state.0);
            (agrees && lists_open_items(table, mapping).is_none_or(|only| only)).then_some(state)
        }
        (None, _, Some(named)) => lists_open_items(table, mapping).filter(|only| *only).map(|_| named),
        _ => None,
    }
}

/// `Encours clients au 31/12/2025`, in one cell or several: a line with one day, and words of what was owed.
fn titled(row: &Row<'_>, name: &str) -> Option<State> {
    let cells = row.cells().map(|cell| match cell.kind {
        CellKind::Date => cell.text.get(..10).unwrap_or(cell.text),
        CellKind::Text | CellKind::Number | CellKind::Boolean | CellKind::Error => cell.text,
    });
    let line = cells.collect::<Vec<_>>().join(" ");
    let day = only(&line)?;
    let words = beside(&line);
    STATES.iter().any(|state| holds(&words, state)).then(|| (day, [words, beside(name)]))
}

/// The only day of a text; a period has two.
fn only(text: &str) -> Option<Day> {
    let days = titles::days(text);
    days.first().copied().filter(|_| days.len() == 1)
}

/// The words of a text without its days: those of two states of one list are the same.
fn beside(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(' ').map(|word| word.trim_matches(|c: char| c.is_ascii_digit()));
    words.filter(|word| !word.is_empty() && month_of(word).is_none()).collect::<Vec<_>>().join(" ")
}

/// Whether no row of a list says that it was paid in full; nothing where no column says what remains of each.
fn lists_open_items(table: &Table, mapping: &Mapping) -> Option<bool> {
    let paid = [Field::Paid, Field::PaymentDay, Field::Status];
    let Some(residual) = mapping.binding(Field::Residual) else {
        return paid.iter().any(|field| mapping.binds(*field)).then_some(false);
    };
    let some = |text: &str| text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let left: Vec<bool> = table
        .rows_below(mapping.header_row())
        .filter(|row| row.cells().nth(2).is_some())
        .filter_map(|row| row.cell(residual.column))
        .map(|cell| some(cell.text))
        .collect();
    Some(left.iter().all(|left| *left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_states_one_day() {
        let told = |line: &str| {
            let mut table = Table::new(None);
            table.start_row(1);
            table.push(0, CellKind::Text, line);
            let state = table.rows().next().and_then(|row| titled(&row, "31-12-2025"));
            state.map(|(day, [words, _])| format!("{day} {words}")).unwrap_or_default()
        };
        for (line, expected) in [
            ("Encours clients au 31/12/2025", "2025-12-31 encours clients au"),
            ("Situation au 31 décembre 2025", "2025-12-31 situation au"),
            ("Factures du 01/10/2025 au 31/12/2025", ""),
            ("Encours du 01/10/2025 au 31/12/2025", ""),
            ("Remise du 31/12/2025", ""),
            ("Encours clients 2025", ""),
        ] {
            assert_eq!(told(line), expected, "{line}");
        }
    }

    #[test]
    fn a_register_begins_anew_on_each_day() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let sheets = |list: &[(&str, &str)]| {
            let one = |(rank, (own, first)): (usize, &(&str, &str))| {
                let days = Days::from([(Field::InvoiceDay, day(first))]);
                (day(own), vec![(TableIndex(rank as u16), days)])
            };
            is_register(&list.iter().enumerate().map(one).collect())
        };
        assert!(sheets(&[("2025-10-31", "2025-10-02"), ("2025-11-30", "2025-11-01"), ("2025-12-31", "2025-12-05")]));
        assert!(!sheets(&[("2025-10-31", "2025-10-02"), ("2025-11-30", "2025-10-30")]), "November repeats October");
        assert!(!sheets(&[("2024-12-31", "2024-03-02"), ("2025-12-31", "2025-03-04")]), "a year apart");
    }
}
