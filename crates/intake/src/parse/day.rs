//! The day of a row: which of its columns tells it, and why a row that needs one has none.

use super::Reading;
use crate::Field;
use crate::date::DateCell;
use crate::day_memo::Known;
use crate::diagnostic::DiagnosticKind;
use crate::mapping::Layout;
use crate::row::{Cells, Refusal};
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
            Some(DateCell::Day(day)) => DayRead::Found(day),
            Some(wrong @ (DateCell::Impossible | DateCell::Unreadable)) => DayRead::Wrong(Field::DueDay, wrong),
            Some(DateCell::NoDate) | None => DayRead::Missing(Field::DueDay),
        })
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
