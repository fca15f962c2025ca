//! What the columns of a table tell as a whole: gathered row by row, the same whatever the order of rows.

use crate::Field;
use crate::date::DateReader;
use crate::date_profile::{DateProfile, Swap};
use crate::day_memo::Known;
use crate::decide::Told;
use crate::diagnostic::DiagnosticKind;
use crate::field::Content;
use crate::mapping::Mapping;
use crate::number::AmountReader;
use crate::number_profile::AmountProfile;
use crate::pairs::PairProfile;
use crate::row::Cells;
use sheet::Cell;

/// A column a mapping binds, and what its cells tell.
#[derive(Clone, Debug)]
pub(crate) struct Profiled<P> {
    pub(crate) field: Field,
    pub(crate) column: u16,
    /// Another column before it means the same.
    further: bool,
    pub(crate) profile: P,
}

/// The date and amount columns of a mapping.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profiles {
    pub(crate) dates: Vec<Profiled<DateProfile>>,
    pub(crate) amounts: Vec<Profiled<AmountProfile>>,
    pub(crate) pairs: PairProfile,
    from_1904: bool,
}

/// Whether amounts of a field are money read under the table's format.
pub(crate) fn is_money(field: Field) -> bool {
    field.content() == Content::Amount && !matches!(field, Field::DaysLate | Field::ForeignAmount)
}

/// The column of the day a document was issued, and of the day it falls due or was paid.
pub(crate) fn pair(column: impl Fn(Field) -> Option<u16>) -> Option<(u16, u16)> {
    let issued = column(Field::InvoiceDay).or_else(|| column(Field::PostingDay))?;
    let due = column(Field::DueDay).or_else(|| column(Field::PaymentDay))?;
    Some((issued, due))
}

impl<P> Profiled<P> {
    /// What it tells under its heading.
    pub(crate) fn told<'p>(&'p self, header: &'p str) -> Told<'p, P> {
        Told { column: self.column, header, profile: &self.profile }
    }

    /// Its cell in a row.
    fn cell<'t>(&self, cells: &Cells<'t>) -> Option<Cell<'t>> {
        if self.further { cells.in_column(self.column) } else { cells.get(self.field) }
    }
}

impl Profiles {
    /// Profiles of the columns a mapping binds, without any row yet.
    pub(crate) fn new(mapping: &Mapping, from_1904: bool) -> Profiles {
        let mut profiles = Profiles { from_1904, ..Profiles::default() };
        for binding in mapping.columns() {
            let (field, column) = (binding.field, binding.column);
            let further = field.stands_in_instalments() && mapping.is_further(binding);
            if field.content() == Content::Date {
                profiles.dates.push(Profiled { field, column, further, profile: DateProfile::default() });
            } else if is_money(field) && field != Field::Bucket {
                profiles.amounts.push(Profiled { field, column, further, profile: AmountProfile::default() });
            }
        }
        profiles
    }

    /// Looks at a row.
    pub(crate) fn see(&mut self, cells: &Cells<'_>) {
        let (mut issued, mut due) = (None, None);
        for told in &mut self.dates {
            let Some(cell) = told.cell(cells) else { continue };
            let shape = told.profile.see(&cell, self.from_1904);
            match told.field {
                Field::InvoiceDay => issued = Some(shape),
                Field::PostingDay => issued = issued.or(Some(shape)),
                Field::DueDay => due = Some(shape),
                Field::PaymentDay => due = due.or(Some(shape)),
                _ => {}
            }
        }
        if let (Some(issued), Some(due)) = (issued, due) {
            self.pairs.see(&Known::of(issued), &Known::of(due));
        }
        for told in &mut self.amounts {
            if let Some(cell) = told.cell(cells) {
                told.profile.see(&cell);
            }
        }
    }

    /// Looks at a row that proves nothing.
    pub(crate) fn see_beside(&mut self, cells: &Cells<'_>) {
        for told in &mut self.amounts {
            if let Some(cell) = told.cell(cells) {
                told.profile.see_beside(&cell);
            }
        }
    }

    /// The columns whose true dates are swapped back: as a person said, else those of which half were swapped.
    pub(crate) fn swapped(&self, mapping: &Mapping) -> Vec<u16> {
        if let Some(columns) = &mapping.details().swapped_dates {
            return columns.clone();
        }
        let half = self.dates.iter().filter(|told| told.profile.swap() == Swap::Half);
        half.map(|told| told.column).collect()
    }

    /// How the dates of a field are read.
    pub(crate) fn date_reader(&self, field: Field, mapping: &Mapping) -> DateReader {
        self.reader_of_days(self.dates.iter().find(|told| told.field == field), mapping)
    }

    /// How the dates of a column are read.
    pub(crate) fn date_reader_of(&self, column: u16, mapping: &Mapping) -> DateReader {
        self.reader_of_days(self.dates.iter().find(|told| told.column == column), mapping)
    }

    fn reader_of_days(&self, told: Option<&Profiled<DateProfile>>, mapping: &Mapping) -> DateReader {
        let order = told.and_then(|told| mapping.details().date_orders.get(&told.column).copied());
        DateReader {
            order: order.unwrap_or_else(|| mapping.date_order()),
            swapped: told.is_some_and(|told| self.swapped(mapping).contains(&told.column)),
            lost_zeros: told.is_some_and(|told| told.profile.lost_zeros()),
            from_1904: self.from_1904,
        }
    }

    /// How the amounts of a field are read, in a currency of so many decimals.
    pub(crate) fn amount_reader(&self, field: Field, mapping: &Mapping, decimals: u32) -> AmountReader {
        self.reader_of_amounts(self.amounts.iter().find(|told| told.field == field), mapping, decimals)
    }

    /// How the amounts of a column are read, in a currency of so many decimals.
    pub(crate) fn amount_reader_of(&self, column: u16, mapping: &Mapping, decimals: u32) -> AmountReader {
        self.reader_of_amounts(self.amounts.iter().find(|told| told.column == column), mapping, decimals)
    }

    fn reader_of_amounts(
        &self,
        told: Option<&Profiled<AmountProfile>>,
        mapping: &Mapping,
        decimals: u32,
    ) -> AmountReader {
        let own = told.and_then(|told| mapping.details().decimal_marks.get(&told.column).copied());
        let mark = own.unwrap_or_else(|| mapping.amount_format().decimal());
        told.map_or_else(|| AmountReader::plain(mark), |told| told.profile.reader(mark, decimals))
    }

    /// Whether the cells these profiles are of are read under them and a mapping as under others and another.
    pub(crate) fn reads_like(&self, mapping: &Mapping, other: &Profiles, under: &Mapping) -> bool {
        let days = self.dates.iter().filter(|told| told.further).map(|told| told.column);
        let mut days = days.map(|column| (self.date_reader_of(column, mapping), other.date_reader_of(column, under)));
        let mut further = self.amounts.iter().filter(|told| told.further).flat_map(|told| {
            let of = |profiles: &Profiles, mapping: &Mapping, decimals: u32| {
                told.profile.concerned(profiles.amount_reader_of(told.column, mapping, decimals))
            };
            [2, 3].map(|decimals| (of(self, mapping, decimals), of(other, under, decimals)))
        });
        let alike = days.all(|(one, other)| one == other) && further.all(|(one, other)| one == other);
        alike
            && Field::ALL.iter().all(|field| {
                let told = self.amounts.iter().find(|told| told.field == *field);
                let amount = |profiles: &Profiles, mapping: &Mapping| {
                    [2, 3].map(|decimals| {
                        let reader = profiles.amount_reader(*field, mapping, decimals);
                        told.map_or(reader, |told| told.profile.concerned(reader))
                    })
                };
                self.date_reader(*field, mapping) == other.date_reader(*field, under)
                    && amount(self, mapping) == amount(other, under)
            })
    }

    /// What is worth saying of the columns: the field, what, and a value where one shows it.
    pub(crate) fn remarks(&self, mapping: &Mapping) -> Vec<(Field, DiagnosticKind, Option<String>)> {
        let mut remarks = Vec::new();
        for Profiled { field, column, profile, .. } in &self.dates {
            let first = profile.samples().first().cloned();
            if let Some(columns) = &mapping.details().swapped_dates
                && profile.swap() == Swap::Half
            {
                let (true_dates, texts) = (profile.true_low, profile.first_high + profile.second_high);
                let restored = columns.contains(column);
                remarks.push((*field, DiagnosticKind::HalfSwappedDates { true_dates, texts, restored }, None));
            }
            if profile.short > 0 {
                let shown = profile.short_samples().first().cloned();
                remarks.push((*field, DiagnosticKind::TwoDigitYears { count: profile.short }, shown));
            }
            if profile.serials > 0 {
                let kind = DiagnosticKind::DayNumbers { count: profile.serials, from_1904: self.from_1904 };
                remarks.push((*field, kind, None));
            }
            if profile.first_high > 0 && profile.second_high > 0 {
                let (day_first, month_first, either) = (profile.first_high, profile.second_high, profile.either);
                remarks.push((*field, DiagnosticKind::MixedDateOrders { day_first, month_first, either }, first));
            }
            let own = mapping.details().date_orders.get(column).copied();
            if let Some(order) = own.filter(|order| *order != mapping.date_order()) {
                remarks.push((*field, DiagnosticKind::ColumnDateOrder { order }, None));
            }
        }
        for Profiled { field, column, .. } in &self.amounts {
            let own = mapping.details().decimal_marks.get(column).copied();
            if let Some(decimal) = own.filter(|mark| *mark != mapping.amount_format().decimal()) {
                remarks.push((*field, DiagnosticKind::ColumnDecimalMark { decimal }, None));
            }
        }
        remarks
    }
}
