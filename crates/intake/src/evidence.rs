//! What the rows of a large table tell together, gathered as they pass. Cells of a column repeat, or are written like one
//! another: a day met before is only counted, a plain amount only added to its column's counts, and any other cell is
//! looked at in full. Guarantee: what is told at the end is what looking at every cell in full tells.

use crate::Field;
use crate::currency::Named;
use crate::date::Shape;
use crate::day_memo::{DayMemo, Known};
use crate::detect::Columns;
use crate::facts::{Facts, Seen};
use crate::field::Content;
use crate::mapping::Mapping;
use crate::number_profile::{Plain, PlainCounts};
use crate::row::{Cells, trimmed};
use crate::titles::TotalsCurrency;
use sheet::{Cell, CellKind, Row};

/// What the rows seen so far tell.
pub(crate) struct Evidence {
    columns: Columns,
    seen: Seen,
    totals: TotalsCurrency,
    header_row: u32,
    /// What is gathered of each column.
    told: Vec<Told>,
    /// Days and plain amounts not yet handed on.
    days: Vec<Days>,
    amounts: Vec<Amounts>,
}

/// What is gathered of a column: places in the lists of [`Evidence`].
#[derive(Clone, Copy, Default)]
struct Told {
    days: Option<u8>,
    amounts: Option<u8>,
    kinds: bool,
    /// Its content may still tell something new.
    curious: bool,
}

/// The days of a column.
struct Days {
    column: u16,
    field: Option<Field>,
    memo: DayMemo,
}

/// The plain amounts of a column.
struct Amounts {
    column: u16,
    /// Where the mapping takes it for amounts.
    field: Option<Field>,
    counts: PlainCounts,
}

/// The days of a row, and its amounts in the common writing.
#[derive(Default)]
pub(crate) struct RowTells {
    pub(crate) issued: Option<Known>,
    pub(crate) posted: Option<Known>,
    pub(crate) due: Option<Known>,
    payment: Option<Known>,
    pub(crate) amount: Option<Plain>,
    pub(crate) residual: Option<Plain>,
    pub(crate) paid: Option<Plain>,
    pub(crate) credited: Option<Plain>,
    pub(crate) debit: Option<Plain>,
    pub(crate) credit: Option<Plain>,
}

impl Told {
    fn is_nothing(self) -> bool {
        self.days.is_none() && self.amounts.is_none() && !self.kinds && !self.curious
    }
}

impl Evidence {
    pub(crate) fn new(mut columns: Columns, seen: Seen, mapping: &Mapping) -> Evidence {
        let field = |column: u16| {
            let binding = mapping.columns().iter().find(|binding| binding.column == column);
            binding.map(|binding| binding.field)
        };
        let bound = mapping.columns().iter().map(|binding| binding.column);
        let width = bound.chain(columns.asked()).max().map_or(0, |last| last + 1).max(columns.contents().width());
        let (mut days, mut amounts) = (Vec::new(), Vec::new());
        let mut told = Vec::with_capacity(usize::from(width));
        for column in 0..width {
            let content = field(column).map(Field::content);
            let mut of = Told { kinds: columns.asks_kinds(column), curious: true, ..Told::default() };
            if content == Some(Content::Date) || columns.dates(column).is_some() {
                of.days = u8::try_from(days.len()).ok();
                let field = field(column).filter(|_| content == Some(Content::Date));
                days.push(Days { column, field, memo: DayMemo::new(columns.counts_from_1904()) });
            }
            if content == Some(Content::Amount) || columns.amounts(column).is_some() {
                of.amounts = u8::try_from(amounts.len()).ok();
                let field = field(column).filter(|_| content == Some(Content::Amount));
                amounts.push(Amounts { column, field, counts: PlainCounts::default() });
            }
            told.push(of);
        }
        let (totals, header_row) = (TotalsCurrency::new(mapping), mapping.header_row());
        Evidence { columns, seen, totals, header_row, told, days, amounts }
    }

    /// Looks at the next row; where it stands below the headings and has an amount and a day, puts down what it tells.
    pub(crate) fn row(&mut self, row: &Row<'_>, cells: &Cells<'_>, tells: &mut RowTells) -> bool {
        let below = row.number() > self.header_row.max(self.columns.header_row());
        if below && self.seen.is_common(cells) {
            *tells = RowTells::default();
            self.common(row, cells, tells);
            return true;
        }
        self.columns.pass(row);
        self.ask_again();
        if row.number() > self.header_row {
            self.seen.row(cells);
            self.totals.see_laid_out(cells);
        }
        false
    }

    /// A row with an amount and a day.
    fn common(&mut self, row: &Row<'_>, cells: &Cells<'_>, tells: &mut RowTells) {
        self.seen.count(cells);
        let weight = self.columns.contents().weight();
        let (mut learns, mut names_more) = (false, false);
        for (column, place) in row.columns().zip(0..) {
            let told = self.told.get(usize::from(column)).copied().unwrap_or_default();
            if told.is_nothing() {
                continue;
            }
            let Some(cell) = row.nth(place) else { continue };
            let text = trimmed(cell.text);
            learns = learns || told.curious && self.columns.contents().would_learn(column, text);
            if let Some(place) = told.days {
                self.day(place, &cell, text, tells);
            }
            if let Some(amounts) = told.amounts {
                names_more |= self.amount(amounts, &cell, text, tells);
            }
            if told.kinds {
                self.columns.see_kind(&cell);
            }
        }
        if let (Some(issued), Some(due)) = (tells.issued.or(tells.posted), tells.due.or(tells.payment)) {
            self.seen.pairs().see(&issued, &due);
        }
        if names_more {
            self.totals.see_laid_out(cells);
        }
        if let Some(weight) = weight.or(learns.then_some(1)) {
            self.columns.contents().see(row, weight);
            self.ask_again();
        }
    }

    /// Which columns could still tell something new, once some content was looked at.
    fn ask_again(&mut self) {
        let contents = self.columns.contents();
        for (told, column) in self.told.iter_mut().zip(0..) {
            told.curious = contents.may_learn(column);
        }
    }

    fn day(&mut self, days: u8, cell: &Cell<'_>, text: &str, of_row: &mut RowTells) {
        let Some(Days { column, field, memo }) = self.days.get_mut(usize::from(days)) else { return };
        let from_1904 = self.columns.counts_from_1904();
        let whole = text.len() == cell.text.len();
        let columns = &mut self.columns;
        let seen = &mut self.seen;
        let known = whole.then(|| {
            memo.count(text, cell.kind, |text, known, count| {
                hand_on(columns, seen, *column, text, known.shape, count);
            })
        });
        let known = known.flatten().unwrap_or_else(|| {
            if let Some(profile) = self.columns.dates(*column) {
                profile.see(cell, from_1904);
            }
            let cell = Cell { text, ..*cell };
            let profile = self.seen.profile_of_dates(*column);
            let shape = profile.map_or(Shape::Other, |profile| profile.see(&cell, from_1904));
            Known::of(shape)
        });
        match field {
            Some(Field::InvoiceDay) => of_row.issued = Some(known),
            Some(Field::PostingDay) => of_row.posted = Some(known),
            Some(Field::DueDay) => of_row.due = Some(known),
            Some(Field::PaymentDay) => of_row.payment = of_row.payment.or(Some(known)),
            Some(_) | None => {}
        }
    }

    /// Looks at a cell of amounts; says whether it may bear more than a number.
    fn amount(&mut self, amounts: u8, cell: &Cell<'_>, text: &str, of_row: &mut RowTells) -> bool {
        let Some(Amounts { column, field, counts }) = self.amounts.get_mut(usize::from(amounts)) else { return false };
        let plain = match cell.kind {
            _ if text.len() < cell.text.len() => None,
            CellKind::Text => counts.see(text.as_bytes()),
            CellKind::Number => counts.see_number(text.as_bytes()),
            CellKind::Date | CellKind::Boolean | CellKind::Error => None,
        };
        match field {
            Some(Field::Amount) => of_row.amount = plain,
            Some(Field::Residual) => of_row.residual = plain,
            Some(Field::Paid) => of_row.paid = plain,
            Some(Field::Credited) => of_row.credited = plain,
            Some(Field::Debit) => of_row.debit = plain,
            Some(Field::Credit) => of_row.credit = plain,
            Some(_) | None => {}
        }
        if plain.is_some() {
            return false;
        }
        if let Some(profile) = self.columns.amounts(*column) {
            profile.see(cell);
        }
        if let Some(profile) = self.seen.profile_of_amounts(*column) {
            profile.see(&Cell { text, ..*cell });
        }
        field.is_some()
    }

    /// What all rows together come to.
    pub(crate) fn end(mut self) -> (Columns, Facts, Option<Named>) {
        for Days { column, memo, .. } in &mut self.days {
            let (columns, seen) = (&mut self.columns, &mut self.seen);
            memo.forget(|text, known, count| hand_on(columns, seen, *column, text, known.shape, count));
        }
        for Amounts { column, counts, .. } in &self.amounts {
            let profiles = [self.columns.amounts(*column), self.seen.profile_of_amounts(*column)];
            profiles.into_iter().flatten().for_each(|profile| profile.add(counts));
        }
        (self.columns, self.seen.facts(), self.totals.currency())
    }
}

/// A day stood in so many cells of a column.
fn hand_on(columns: &mut Columns, seen: &mut Seen, column: u16, text: &str, shape: Shape, count: u32) {
    let profiles = [columns.dates(column), seen.profile_of_dates(column)];
    profiles.into_iter().flatten().for_each(|profile| profile.add(shape, text, count));
}
