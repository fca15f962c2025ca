//! What the cells of a date column tell together: which order of the parts they prove, whether a spreadsheet swapped
//! day and month of half of them, and where the column begins and ends under each reading. Two parts of a column can be
//! merged; the order of rows plays no part.

use crate::date::{Packed, Parts, Shape, packed, shape, swap, unpacked};
use crate::mapping::DateOrder;
use sheet::Cell;
use values::Day;

/// Up to so many values of a column are shown with a question.
pub(crate) const SAMPLES: usize = 5;

/// The smallest texts of a column, distinct, so that the order of rows does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Samples(Vec<String>);

impl Samples {
    pub(crate) fn see(&mut self, text: &str) {
        if self.0.len() == SAMPLES && self.0.last().is_some_and(|last| text >= last.as_str()) {
            return;
        }
        let Err(place) = self.0.binary_search_by(|known| known.as_str().cmp(text)) else { return };
        self.0.insert(place, text.to_owned());
        self.0.truncate(SAMPLES);
    }

    pub(crate) fn merge(&mut self, other: &Samples) {
        for text in &other.0 {
            self.see(text);
        }
    }

    pub(crate) fn texts(&self) -> &[String] {
        &self.0
    }
}

/// First and last of the days seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span(Option<(Packed, Packed)>);

impl Span {
    pub(crate) fn see(&mut self, day: Packed) {
        self.0 = Some(self.0.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }

    pub(crate) fn merge(&mut self, other: Span) {
        if let Some((first, last)) = other.0 {
            self.see(first);
            self.see(last);
        }
    }

    pub(crate) fn days(self) -> Option<(Day, Day)> {
        let (first, last) = self.0?;
        Some((unpacked(first)?, unpacked(last)?))
    }
}

/// First and last of days whose calendar is already known, without packing every one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct DaySpan(Option<(Day, Day)>);

impl DaySpan {
    fn see(&mut self, day: Day) {
        self.0 = Some(self.0.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }

    fn merge(&mut self, other: DaySpan) {
        if let Some((first, last)) = other.0 {
            self.see(first);
            self.see(last);
        }
    }

    fn packed(self) -> Span {
        Span(self.0.map(|(first, last)| (packed(first), packed(last))))
    }
}

/// What the cells of a date column tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct DateProfile {
    /// True dates whose day does not pass 12, so that day and month could have been swapped.
    pub(crate) true_low: u32,
    /// True dates whose day passes 12.
    pub(crate) true_high: u32,
    /// Days of the month of the true dates, one bit each.
    true_days: u32,
    bare: u32,
    /// Day numbers without a date format.
    pub(crate) serials: u32,
    certain: u32,
    /// Texts whose order the column must tell.
    parts: u32,
    /// Texts whose first number passes 12.
    pub(crate) first_high: u32,
    pub(crate) second_high: u32,
    /// Texts that read both ways.
    pub(crate) either: u32,
    dotted: u32,
    /// Texts whose year has two digits.
    pub(crate) short: u32,
    /// Of these, those that cannot be year, month and day.
    not_year_first: u32,
    /// Of these, those that can be nothing else.
    only_year_first: u32,
    /// Texts of six digits.
    six_digits: u32,
    first_years: Span,
    last_years: Span,
    spans: [Span; 3],
    fixed: DaySpan,
    true_span: Span,
    true_swapped: Span,
    samples: Samples,
    short_samples: Samples,
    true_samples: Samples,
}

/// What a column decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrderVerdict {
    /// Some dates admit one order only, and next to none the other.
    Sure(DateOrder),
    /// Dots between the parts: never American, but no day passes 12.
    Dotted,
    /// Every date can be read more than one way, or the dates contradict one another.
    Unsure,
    /// Nothing depends on an order.
    Indifferent,
}

/// Orders a text can have, in the order of [`DateProfile::spans`].
pub(crate) const ORDERS: [DateOrder; 3] = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];

impl DateProfile {
    /// Looks at a cell and gives its shape back.
    pub(crate) fn see(&mut self, cell: &Cell<'_>, from_1904: bool) -> Shape {
        let shape = shape(cell, from_1904);
        self.add(shape, cell.text, 1);
        shape
    }

    /// So many cells hold this text of this shape.
    pub(crate) fn add(&mut self, shape: Shape, text: &str, count: u32) {
        match shape {
            Shape::Parts(parts) => self.see_parts(parts, text, count),
            Shape::True(day) => self.see_true(day, text, count),
            Shape::Certain(day) => {
                self.certain += count;
                self.fixed.see(day);
            }
            Shape::Bare(day) => {
                self.bare += count;
                self.fixed.see(day);
            }
            Shape::Serial(day) => {
                self.serials += count;
                self.fixed.see(day);
            }
            Shape::NoDate | Shape::Impossible | Shape::Other => {}
        }
    }

    fn see_true(&mut self, day: Day, text: &str, count: u32) {
        self.true_span.see(packed(day));
        self.true_days |= 1 << day.day_of_month();
        match swap(day) {
            Some(swapped) => {
                self.true_low += count;
                self.true_swapped.see(packed(swapped));
                self.true_samples.see(text);
            }
            None => self.true_high += count,
        }
    }

    fn see_parts(&mut self, parts: Parts, text: &str, count: u32) {
        let [day_first, month_first, year_first] = ORDERS.map(|order| parts.packed(order));
        for (span, day) in self.spans.iter_mut().zip([day_first, month_first, year_first]) {
            if let Some(day) = day {
                span.see(day);
            }
        }
        let read_last = day_first.or(month_first);
        if parts.short {
            self.see_short(parts, text, (year_first.is_some(), read_last.is_some()), count);
        } else if read_last.is_none() {
            return;
        }
        self.parts += count;
        match (day_first, month_first) {
            (Some(_), None) => self.first_high += count,
            (None, Some(_)) => self.second_high += count,
            (Some(one), Some(other)) if one != other => {
                self.either += count;
                self.samples.see(text);
            }
            (Some(_), Some(_)) | (None, None) => {}
        }
        self.dotted += count * u32::from(parts.dotted && !parts.bare);
    }

    fn see_short(&mut self, parts: Parts, text: &str, (year_first, year_last): (bool, bool), count: u32) {
        self.short += count;
        self.six_digits += count * u32::from(parts.bare);
        self.not_year_first += count * u32::from(!year_first);
        self.only_year_first += count * u32::from(year_first && !year_last);
        self.first_years.see(parts.first.into());
        self.last_years.see(parts.third.into());
        self.short_samples.see(text);
    }

    /// Adds what other rows of the column tell.
    pub(crate) fn merge(&mut self, other: &DateProfile) {
        for (count, more) in [
            (&mut self.true_low, other.true_low),
            (&mut self.true_high, other.true_high),
            (&mut self.bare, other.bare),
            (&mut self.serials, other.serials),
            (&mut self.certain, other.certain),
            (&mut self.parts, other.parts),
            (&mut self.first_high, other.first_high),
            (&mut self.second_high, other.second_high),
            (&mut self.either, other.either),
            (&mut self.dotted, other.dotted),
            (&mut self.short, other.short),
            (&mut self.not_year_first, other.not_year_first),
            (&mut self.only_year_first, other.only_year_first),
            (&mut self.six_digits, other.six_digits),
        ] {
            *count += more;
        }
        self.true_days |= other.true_days;
        for (span, more) in self.spans.iter_mut().zip(other.spans) {
            span.merge(more);
        }
        self.first_years.merge(other.first_years);
        self.last_years.merge(other.last_years);
        self.fixed.merge(other.fixed);
        self.true_span.merge(other.true_span);
        self.true_swapped.merge(other.true_swapped);
        self.samples.merge(&other.samples);
        self.short_samples.merge(&other.short_samples);
        self.true_samples.merge(&other.true_samples);
    }

    /// Texts that admit only other orders.
    pub(crate) fn dissent(&self, order: DateOrder) -> u32 {
        match order {
            DateOrder::Dmy => self.second_high + self.only_year_first,
            DateOrder::Mdy => self.first_high + self.only_year_first,
            DateOrder::Ymd => self.parts - self.short + self.not_year_first,
            DateOrder::Serial => 0,
        }
    }

    /// Cells that prove an order.
    pub(crate) fn proofs(&self, order: DateOrder) -> u32 {
        match order {
            DateOrder::Dmy => self.first_high + self.dotted,
            DateOrder::Mdy => self.second_high,
            DateOrder::Ymd => self.certain + self.bare + self.only_year_first,
            DateOrder::Serial => self.true_low + self.true_high + self.serials,
        }
    }

    /// Texts whose order the column must tell.
    pub(crate) fn texts(&self) -> u32 {
        self.parts
    }

    /// The order the column proves. Where a handful of cells contradict a clear majority they will be set aside; where
    /// more do, a person decides.
    pub(crate) fn verdict(&self) -> OrderVerdict {
        if self.parts == 0 {
            return OrderVerdict::Indifferent;
        }
        match self.year_first() {
            YearFirst::Sure => return OrderVerdict::Sure(DateOrder::Ymd),
            YearFirst::Likely => return OrderVerdict::Unsure,
            YearFirst::No => {}
        }
        let (day_first, month_first) = (self.first_high, self.second_high);
        let few = |minority: u32, majority: u32| majority > 0 && minority * 20 <= majority;
        match () {
            () if few(month_first, day_first) => OrderVerdict::Sure(DateOrder::Dmy),
            () if few(day_first, month_first) => OrderVerdict::Sure(DateOrder::Mdy),
            () if day_first + month_first > 0 => OrderVerdict::Unsure,
            () if self.either == 0 => OrderVerdict::Indifferent,
            () if self.dotted == self.parts => OrderVerdict::Dotted,
            () => OrderVerdict::Unsure,
        }
    }

    /// What is assumed while nobody has answered; `american`: the other signs of the file are.
    pub(crate) fn assumed(&self, american: bool) -> DateOrder {
        match (self.year_first(), self.first_high.cmp(&self.second_high)) {
            (YearFirst::Sure | YearFirst::Likely, _) => DateOrder::Ymd,
            (YearFirst::No, std::cmp::Ordering::Greater) => DateOrder::Dmy,
            (YearFirst::No, std::cmp::Ordering::Less) => DateOrder::Mdy,
            (YearFirst::No, std::cmp::Ordering::Equal) if american => DateOrder::Mdy,
            (YearFirst::No, std::cmp::Ordering::Equal) => DateOrder::Dmy,
        }
    }

    /// Orders worth offering: those that most texts admit.
    pub(crate) fn admits(&self, order: DateOrder) -> bool {
        match order {
            DateOrder::Ymd => self.year_first() != YearFirst::No,
            DateOrder::Dmy | DateOrder::Mdy | DateOrder::Serial => self.dissent(order) * 2 <= self.parts,
        }
    }

    /// Whether two-digit years stand first: years of a ledger keep together, days of the month spread.
    fn year_first(&self) -> YearFirst {
        if self.short == 0 || self.short != self.parts || self.not_year_first > 0 {
            return YearFirst::No;
        }
        if self.only_year_first > 0 {
            return YearFirst::Sure;
        }
        let width = |span: Span| span.0.map_or(0, |(first, last)| last - first);
        if width(self.last_years) >= 12 && width(self.first_years) <= 8 { YearFirst::Likely } else { YearFirst::No }
    }

    /// Where a column holds true dates or dates without a question, the name of their form.
    pub(crate) fn form(&self) -> DateOrder {
        let true_dates = self.true_low + self.true_high + self.serials;
        if self.certain + self.bare > true_dates { DateOrder::Ymd } else { DateOrder::Serial }
    }

    /// Six digits stand in the column, so five are one of them without its zero.
    pub(crate) fn lost_zeros(&self) -> bool {
        self.six_digits > 0
    }

    /// True dates that never pass 12 beside texts that always do, or alone but many and on many days: a spreadsheet
    /// swapped day and month of those it took for dates on opening.
    pub(crate) fn swap(&self) -> Swap {
        if self.true_low == 0 || self.true_high > 0 {
            return Swap::No;
        }
        let one_order = (self.first_high > 0) != (self.second_high > 0);
        if one_order && self.either == 0 {
            return Swap::Half;
        }
        // The odds that ten days drawn at random do not pass 12 are one in ten thousand; rents fall due on one day.
        if self.true_low >= 10 && self.true_days.count_ones() >= 4 { Swap::Possible } else { Swap::No }
    }

    /// First and last day, with the texts under an order and the true dates as they are or swapped back.
    pub(crate) fn days(&self, order: DateOrder, swapped: bool) -> Option<(Day, Day)> {
        let mut span = self.fixed.packed();
        span.merge(if swapped { self.true_swapped } else { self.true_span });
        for (known, texts) in ORDERS.iter().zip(self.spans) {
            if *known == order {
                span.merge(texts);
            }
        }
        span.days()
    }

    /// Texts that read more than one way.
    pub(crate) fn samples(&self) -> &[String] {
        if self.year_first() == YearFirst::No { self.samples.texts() } else { self.short_samples.texts() }
    }

    /// Texts whose year has two digits.
    pub(crate) fn short_samples(&self) -> &[String] {
        self.short_samples.texts()
    }

    /// True dates that may have been swapped.
    pub(crate) fn true_samples(&self) -> &[String] {
        self.true_samples.texts()
    }
}

/// Whether two-digit years stand first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum YearFirst {
    No,
    /// To be confirmed.
    Likely,
    Sure,
}

/// Whether a spreadsheet swapped day and month of the true dates of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Swap {
    No,
    /// No other sign than that no day passes 12.
    Possible,
    /// The texts beside them are exactly those that could not be swapped.
    Half,
}

#[cfg(test)]
#[path = "date_profile_tests.rs"]
mod tests;
