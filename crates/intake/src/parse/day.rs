//! The day of a row: which of its columns tells it, and why a row that needs one has none.

use super::Reading;
use crate::Field;
use crate::aged_day;
use crate::date::DateCell;
use crate::day_memo::Known;
use crate::diagnostic::DiagnosticKind;
use crate::mapping::Layout;
use crate::row::{Cells, Refusal};
use sheet::{Row, Table};
use values::Day;

/// The day columns of a row.
#[derive(Clone, Copy)]
pub(crate) enum DayRead {
    Found(Day),
    Missing(Field),
    Wrong(Field, DateCell),
}

impl Reading<'_> {
    /// The day the balance moves by the row, where one of its columns tells it.
    pub(super) fn day(&self, cells: &Cells<'_>) -> DayRead {
        let order: &[Field] = match self.mapping.layout() {
            // The balance moves on the posting day.
            Layout::Ledger | Layout::Fec | Layout::OpenItems | Layout::InvoiceHistory => {
                &[Field::PostingDay, Field::InvoiceDay]
            }
            Layout::AgedBalance | Layout::BankStatement | Layout::Customers => &[Field::InvoiceDay, Field::PostingDay],
            Layout::Payments => &[Field::PaymentDay, Field::InvoiceDay, Field::PostingDay],
        };
        let mut read = None;
        for field in order.iter().copied().filter(|field| self.mapping.binds(*field)) {
            match self.date(cells, field) {
                Some(DateCell::Day(day)) => return DayRead::Found(day),
                Some(wrong @ (DateCell::Impossible | DateCell::Unreadable)) => {
                    read = read.or(Some(DayRead::Wrong(field, wrong)));
                }
                Some(DateCell::NoDate) | None => read = read.or(Some(DayRead::Missing(field))),
            }
        }
        read.unwrap_or_else(|| match self.date(cells, Field::DueDay) {
            // Whatever a list of open items holds was there the day it was drawn, due or not.
            Some(DateCell::Day(due)) => DayRead::Found(self.drawn.map_or(due, |drawn| due.min(drawn))),
            Some(wrong @ (DateCell::Impossible | DateCell::Unreadable)) => DayRead::Wrong(Field::DueDay, wrong),
            Some(DateCell::NoDate) | None => DayRead::Missing(Field::DueDay),
        })
    }

    /// A day on which the items of a table without a column of their days were all there: the one it states, else the one
    /// its days late count to, else the first it calls due.
    pub(super) fn drawn(&self, table: &Table) -> Option<Day> {
        let binds = |field: Field| self.mapping.binds(field);
        if !self.mapping.layout().has_items() || binds(Field::InvoiceDay) || binds(Field::PostingDay) {
            return None;
        }
        let header_row = self.mapping.header_row();
        let due = self.mapping.binding(Field::DueDay)?.column;
        let reader = self.dates.get(Field::DueDay as usize)?;
        let below = || table.rows_below(header_row);
        let day_of = |row: &Row<'_>| match reader.read(&row.cell(due)?) {
            DateCell::Day(day) => Some(day),
            DateCell::NoDate | DateCell::Impossible | DateCell::Unreadable => None,
        };
        let first = below().filter_map(|row| day_of(&row)).min()?;
        // A day before all of them is none of the list's: a telephone number above it reads like one.
        let stated = aged_day::find(table, header_row, None).day.filter(|day| *day >= first);
        stated.or_else(|| self.counted_to(table)).or(Some(first))
    }

    /// The day of a text looked up before, as its column is read.
    pub(crate) fn day_of(&self, field: Field, known: Option<Known>) -> Option<Day> {
        self.dates.get(field as usize)?.day_of(&known?)
    }

    pub(crate) fn date(&self, cells: &Cells<'_>, field: Field) -> Option<DateCell> {
        let reader = self.dates.get(field as usize)?;
        cells.get(field).map(|cell| reader.read(&cell))
    }

    /// The day of the document; the posting day where the row tells no other.
    pub(crate) fn issued(&self, cells: &Cells<'_>, posted: Day) -> Day {
        match self.date(cells, Field::InvoiceDay) {
            Some(DateCell::Day(issued)) => issued,
            Some(DateCell::NoDate | DateCell::Impossible | DateCell::Unreadable) | None => posted,
        }
    }

    /// The day of a row that needs one.
    pub(super) fn found(&self, cells: &Cells<'_>, day: DayRead) -> Result<Day, Refusal> {
        match day {
            DayRead::Found(day) => Ok(day),
            DayRead::Missing(field) => Err(Refusal::missing(DiagnosticKind::MissingDate, field)),
            DayRead::Wrong(field, wrong) => Err(refuse_date(cells, field, wrong)),
        }
    }
}

/// Why a cell that should be a date is none.
pub(crate) fn refuse_date(cells: &Cells<'_>, field: Field, wrong: DateCell) -> Refusal {
    let kind = match wrong {
        DateCell::Impossible => DiagnosticKind::ImpossibleDate,
        DateCell::Unreadable | DateCell::NoDate | DateCell::Day(_) => DiagnosticKind::UnreadableDate,
    };
    Refusal { kind, field: Some(field), seen: cells.text(field).map(str::to_owned) }
}
