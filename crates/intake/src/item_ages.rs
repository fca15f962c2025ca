//! Items printed with their ages and without a due day, as Odoo and Sage 50 print them: what stands under `31-60` was due 31
//! days before the day of the list at the latest. That day is taken where the columns count what is late, so that nobody is
//! called later than proved; what was not due then gets none. Guarantee: ages of documents are never taken for delays.

use crate::Field;
use crate::aged;
use crate::aged_day;
use crate::buckets::{self, Ages};
use crate::date::{DateCell, DateReader};
use crate::header::FIRST_ROWS;
use crate::mapping::{Layout, Mapping};
use crate::running::hundredths;
use sheet::{Row, Table};
use values::{Day, Days};

/// Why columns of ages tell no due days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgesUnused {
    /// The table does not say for which day they were counted.
    DayUnknown,
    /// They count from the days of the documents.
    OfDocuments,
    /// Their headings say no days, or items are younger than they say.
    Unclear,
}

/// Columns of ages that tell due days.
pub(crate) struct ItemAges {
    day: Day,
    columns: Vec<(u16, Ages)>,
}

/// The columns of ages beside items of which nothing says when they are due; `None` where there are none.
pub(crate) fn find(table: &Table, mapping: &Mapping, issued: DateReader) -> Option<Result<ItemAges, AgesUnused>> {
    let column = [Field::InvoiceDay, Field::PostingDay].into_iter().find_map(|field| mapping.binding(field))?.column;
    let named: Vec<&str> = ages_named(mapping).collect();
    if mapping.layout() != Layout::OpenItems || mapping.binds(Field::DueDay) || named.len() < 2 {
        return None;
    }
    let Some(day) = aged_day::only(table, mapping.header_row()) else { return Some(Err(AgesUnused::DayUnknown)) };
    if named.iter().any(|heading| buckets::is_ranked(heading)) {
        return Some(Err(AgesUnused::Unclear));
    }
    let ages = ItemAges { day, columns: aged::Columns::on(day, mapping, table).late().collect() };
    let (mut seen, mut within) = (0_usize, 0_usize);
    for row in table.rows_below(mapping.header_row()).take(FIRST_ROWS) {
        let (Some(cell), Some(Ages::Late { from, to })) = (row.cell(column), ages.only_age(&row)) else { continue };
        let DateCell::Day(issued) = issued.read(&cell) else { continue };
        let Ok(age) = u32::try_from((day - issued).0) else { return Some(Err(AgesUnused::Unclear)) };
        if age < from {
            return Some(Err(AgesUnused::Unclear));
        }
        seen += 1;
        within += usize::from(to.is_none_or(|to| age <= to));
    }
    match () {
        () if seen == 0 => None,
        // Most are as old as the columns say: these are no delays.
        () if within * 2 > seen => Some(Err(AgesUnused::OfDocuments)),
        () => Some(Ok(ages)),
    }
}

/// The headings of the columns of ages of a mapping.
pub(crate) fn ages_named(mapping: &Mapping) -> impl Iterator<Item = &str> {
    let ages = mapping.columns().iter().filter(|binding| binding.field == Field::Bucket);
    ages.map(|binding| binding.header.as_str())
}

impl ItemAges {
    /// The latest day on which the item of a row can have been due, where it was late on the day of the list.
    pub(crate) fn due_day(&self, row: &Row<'_>, issued: Day) -> Option<Day> {
        let Ages::Late { from, .. } = self.only_age(row)? else { return None };
        let due = self.day - Days(i32::try_from(from).ok().filter(|from| *from > 0)?);
        (due >= issued).then_some(due)
    }

    /// The age of a row whose whole amount stands in one column, and is owed.
    fn only_age(&self, row: &Row<'_>) -> Option<Ages> {
        let mut only = None;
        for (column, ages) in &self.columns {
            let text = row.cell(*column).map(|cell| cell.text.trim()).filter(|text| !matches!(*text, "" | "-"));
            let Some(text) = text else { continue };
            match (hundredths(text)?, only) {
                (0, _) => {}
                (1.., None) => only = Some(*ages),
                (..0, _) | (1.., Some(_)) => return None,
            }
        }
        only
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::detect;
    use crate::mapping::DateOrder;

    /// The due days of items under headings of ages, or why there are none.
    fn read(title: &str, headings: &str, rows: &[&str]) -> String {
        let text = format!("{title}\nClient;Pièce;Date;Total;{headings}\n{}\n", rows.join("\n"));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let table = &book.tables[0];
        let mapping = detect(table).candidates.remove(0).mapping;
        let found = find(table, &mapping, DateReader::plain(DateOrder::Dmy));
        let due = |ages: ItemAges| {
            let issued = "2025-01-01".parse().unwrap();
            let days = table.rows_below(2).map(|row| ages.due_day(&row, issued));
            days.map(|day| day.map_or("-".to_owned(), |day| day.to_string())).collect::<Vec<_>>().join(" ")
        };
        found.map_or("none".to_owned(), |found| found.map_or_else(|why| format!("{why:?}"), due))
    }

    const ROWS: [&str; 4] = [
        "ALPHA;F1;12/12/2025;10,50;10,50;;;",
        "ALPHA;F2;10/11/2025;20,50;;20,50;;",
        "BETA;F3;08/10/2025;30,50;;;30,50;",
        "BETA;A1;08/10/2025;-5,50;;;-5,50;",
    ];

    #[test]
    fn what_was_late_was_due_on_the_latest_day_of_its_column() {
        let headings = "À la date;1-30;31-60;Plus ancien";
        assert_eq!(read("Au 31/12/2025", headings, &ROWS), "- 2025-12-30 2025-11-30 -");
        assert_eq!(read("Clients", headings, &ROWS), "DayUnknown");
        // The list is older than some of its items, or than their ages.
        assert_eq!(read("Au 30/11/2025", headings, &ROWS), "Unclear");
        assert_eq!(read("Au 31/12/2025", "Current;Period 1;Period 2;Older", &ROWS), "Unclear");
        // Counted from the days of the documents.
        assert_eq!(read("Au 31/12/2025", "0-30;31-60;61-90;> 90", &ROWS), "OfDocuments");
    }
}
