//! What the cells of an amount column tell together: its decimal mark, how it groups digits, and which numbers would be
//! others under the other mark. Two parts of a column can be merged; the order of rows plays no part.

use crate::date_profile::Samples;
use crate::mapping::{AmountFormat, DecimalMark};
use crate::number::{AmountReader, Side, Trust, is_apostrophe, is_space, lone_mark, strip};
use sheet::{Cell, CellKind};

/// What the cells of a column tell about how its numbers are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct AmountProfile {
    /// Cells that could be numbers under some format.
    pub(crate) numbers: u32,
    /// Numbers below zero.
    pub(crate) negatives: u32,
    /// By mark, comma first: numbers that prove it decimal.
    decimal: [u32; 2],
    /// By mark: numbers that prove it decimal with three digits after it.
    thousandths: [u32; 2],
    /// By mark: numbers with one mark and three digits after it.
    unsure: [u32; 2],
    /// The same in rows that prove nothing: totals.
    beside: [u32; 2],
    /// Numbers grouped by spaces, apostrophes, points and commas.
    groups: [u32; 4],
    /// Whole parts of four digits and more, ungrouped.
    ungrouped: u32,
    /// Sum of the numbers without any mark, and of those with a mark that can be either, read as whole: thousandths.
    plain_sum: i128,
    unsure_sum: i128,
    samples: Samples,
}

/// What the column decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormatVerdict {
    /// Some numbers read one way only; those that contradict a clear majority are set aside.
    Sure(DecimalMark),
    /// No number has a mark: any format reads them alike.
    Indifferent,
    /// `1.234` could be a thousand or one and a bit; or as many numbers prove one mark as the other.
    Unsure,
}

/// What one pass over a number shows.
#[derive(Default)]
struct Look {
    commas: u32,
    points: u32,
    spaces: u32,
    apostrophes: u32,
    /// Digits after the last mark of any kind.
    run: u32,
    /// Digits before the first mark of any kind.
    first_run: Option<u32>,
    last_is_comma: bool,
    /// All digits, without marks.
    value: i64,
    digits: u32,
}

fn look(body: &str) -> Option<Look> {
    let mut look = Look::default();
    for character in body.chars() {
        if let Some(digit) = character.to_digit(10) {
            look.run += 1;
            look.digits += 1;
            look.value = look.value.saturating_mul(10).saturating_add(i64::from(digit));
            continue;
        }
        look.first_run.get_or_insert(look.run);
        look.run = 0;
        match character {
            ',' => {
                look.commas += 1;
                look.last_is_comma = true;
            }
            '.' => {
                look.points += 1;
                look.last_is_comma = false;
            }
            c if is_space(c) => look.spaces += 1,
            c if is_apostrophe(c) => look.apostrophes += 1,
            _ => return None,
        }
    }
    (look.digits > 0).then_some(look)
}

const fn place(mark: DecimalMark) -> usize {
    match mark {
        DecimalMark::Comma => 0,
        DecimalMark::Point => 1,
    }
}

fn bump<const N: usize>(counts: &mut [u32; N], place: usize) {
    if let Some(count) = counts.get_mut(place) {
        *count += 1;
    }
}

fn of(counts: &[u32; 2], mark: DecimalMark) -> u32 {
    counts.get(place(mark)).copied().unwrap_or_default()
}

impl AmountProfile {
    pub(crate) fn see(&mut self, cell: &Cell<'_>) {
        match cell.kind {
            CellKind::Number => self.see_number(cell.text),
            CellKind::Text => self.see_text(cell.text),
            CellKind::Date | CellKind::Boolean | CellKind::Error => {}
        }
    }

    fn see_number(&mut self, text: &str) {
        let mut plain = PlainCounts::default();
        if plain.see_number(text.as_bytes()).is_some() {
            return self.add(&plain);
        }
        self.numbers += 1;
        self.negatives += u32::from(text.starts_with('-'));
        self.plain_sum += thousandths(text);
    }

    fn see_text(&mut self, text: &str) {
        let mut plain = PlainCounts::default();
        if plain.see(text.as_bytes()).is_some() {
            return self.add(&plain);
        }
        let Some(stripped) = strip(text) else { return };
        let Some(look) = look(stripped.body) else { return };
        self.numbers += 1;
        let negative = stripped.negative || stripped.side == Some(Side::Credit);
        self.negatives += u32::from(negative);
        let value = i128::from(if negative { -look.value } else { look.value });
        if look.spaces > 0 {
            bump(&mut self.groups, 0);
        } else if look.apostrophes > 0 {
            bump(&mut self.groups, 1);
        }
        if look.commas + look.points == 0 {
            self.plain_sum += value * 1_000;
            self.ungrouped += u32::from(look.first_run.is_none() && look.digits >= 4);
        } else if let Some(mark) = lone_mark(stripped.body) {
            bump(&mut self.unsure, place(mark));
            self.unsure_sum += value;
            self.samples.see(stripped.body);
        } else {
            self.see_marks(&look);
        }
    }

    /// Adds plain amounts.
    pub(crate) fn add(&mut self, plain: &PlainCounts) {
        self.numbers += plain.numbers;
        self.negatives += plain.negatives;
        self.ungrouped += plain.ungrouped;
        self.plain_sum += plain.sum_hundredths * 10;
        for (count, more) in self.decimal.iter_mut().zip(plain.decimal) {
            *count += more;
        }
    }

    /// Looks at a cell of a row that proves nothing.
    pub(crate) fn see_beside(&mut self, cell: &Cell<'_>) {
        let stripped = if cell.kind == CellKind::Text { strip(cell.text) } else { None };
        if let Some(mark) = stripped.and_then(|stripped| lone_mark(stripped.body)) {
            bump(&mut self.beside, place(mark));
        }
    }

    fn see_marks(&mut self, look: &Look) {
        let last = if look.last_is_comma { DecimalMark::Comma } else { DecimalMark::Point };
        let (own, other) = if look.last_is_comma { (look.commas, look.points) } else { (look.points, look.commas) };
        if own > 1 {
            // Two of one mark separate groups, and the last group has three digits.
            if other == 0 && look.run == 3 {
                bump(&mut self.decimal, place(last.other()));
                self.see_group(last);
            }
            return;
        }
        bump(&mut self.decimal, place(last));
        if look.run == 3 {
            bump(&mut self.thousandths, place(last));
        }
        if other > 0 {
            self.see_group(last.other());
        } else if look.spaces + look.apostrophes == 0 && look.first_run.is_some_and(|digits| digits >= 4) {
            self.ungrouped += 1;
        }
    }

    fn see_group(&mut self, mark: DecimalMark) {
        bump(&mut self.groups, if mark == DecimalMark::Point { 2 } else { 3 });
    }

    /// Adds what other rows of the column, or another column of the same table, tell.
    pub(crate) fn merge(&mut self, other: &AmountProfile) {
        self.numbers += other.numbers;
        self.negatives += other.negatives;
        self.ungrouped += other.ungrouped;
        self.plain_sum += other.plain_sum;
        self.unsure_sum += other.unsure_sum;
        let pairs = [
            (&mut self.decimal, other.decimal),
            (&mut self.thousandths, other.thousandths),
            (&mut self.unsure, other.unsure),
            (&mut self.beside, other.beside),
        ];
        for (counts, more) in pairs {
            for (count, more) in counts.iter_mut().zip(more) {
                *count += more;
            }
        }
        for (count, more) in self.groups.iter_mut().zip(other.groups) {
            *count += more;
        }
        self.samples.merge(&other.samples);
    }

    /// Numbers whose mark speaks against a decimal mark.
    pub(crate) fn dissent(&self, decimal: DecimalMark) -> u32 {
        of(&self.decimal, decimal.other())
    }

    /// Numbers that can only have this decimal mark.
    pub(crate) fn votes(&self, decimal: DecimalMark) -> u32 {
        of(&self.decimal, decimal)
    }

    /// Numbers that would be others under the other mark.
    pub(crate) fn unsure(&self) -> u32 {
        self.unsure.iter().sum()
    }

    /// The mark of most of these.
    pub(crate) fn unsure_mark(&self) -> DecimalMark {
        let [commas, points] = self.unsure;
        if commas > points { DecimalMark::Comma } else { DecimalMark::Point }
    }

    /// Some of these.
    pub(crate) fn samples(&self) -> &[String] {
        self.samples.texts()
    }

    pub(crate) fn verdict(&self) -> FormatVerdict {
        let [commas, points] = self.decimal;
        match commas.cmp(&points) {
            std::cmp::Ordering::Greater => FormatVerdict::Sure(DecimalMark::Comma),
            std::cmp::Ordering::Less => FormatVerdict::Sure(DecimalMark::Point),
            std::cmp::Ordering::Equal if commas + self.unsure() == 0 => FormatVerdict::Indifferent,
            std::cmp::Ordering::Equal => FormatVerdict::Unsure,
        }
    }

    /// The format with this mark and the group separator seen most.
    pub(crate) fn format(&self, decimal: DecimalMark) -> AmountFormat {
        let [spaces, apostrophes, points, commas] = self.groups;
        let marks = of(&self.unsure, decimal.other()) + if decimal == DecimalMark::Comma { points } else { commas };
        let group = [(spaces, ' '), (apostrophes, '\''), (marks, decimal.other().character())]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .max_by_key(|(count, _)| *count)
            .map(|(_, separator)| separator);
        AmountFormat::assembled(decimal, group)
    }

    /// How the column is read with this decimal mark. `currency_decimals`: of the amounts.
    pub(crate) fn reader(&self, decimal: DecimalMark, currency_decimals: u32) -> AmountReader {
        let decided = self.decimal.iter().sum::<u32>() > 0;
        let mixed = self.dissent(decimal) > 0;
        let [spaces, apostrophes, points, commas] = self.groups;
        let own_groups = if decimal == DecimalMark::Comma { points } else { commas };
        let group = match () {
            // Numbers of both conventions: a number that can be of either is of neither.
            () if mixed => Trust::Refused,
            () if own_groups > 0 => Trust::Proven,
            // The whole column was asked about, or its neighbours answered for it.
            () if !decided => Trust::Likely,
            () if spaces + apostrophes + self.ungrouped > 0 => Trust::Refused,
            () => Trust::Likely,
        };
        let thousandths = match () {
            () if mixed => Trust::Refused,
            () if of(&self.thousandths, decimal) > 0 || currency_decimals >= 3 => Trust::Proven,
            () if !decided => Trust::Likely,
            () => Trust::Refused,
        };
        AmountReader { decimal, group, thousandths }
    }

    /// The reader without what no cell of the column depends on: two readers alike in this read the column alike.
    pub(crate) fn concerned(&self, reader: AmountReader) -> AmountReader {
        let trust = |mark: DecimalMark, trust: Trust| {
            if of(&self.unsure, mark) + of(&self.beside, mark) > 0 { trust } else { Trust::Proven }
        };
        AmountReader {
            decimal: reader.decimal,
            group: trust(reader.decimal.other(), reader.group),
            thousandths: trust(reader.decimal, reader.thousandths),
        }
    }

    /// Sum of the column in thousandths, where every doubtful number is read under this decimal mark.
    pub(crate) fn sum(&self, decimal: DecimalMark) -> i128 {
        // Doubtful numbers of both marks in one column are refused one by one, not summed apart.
        let factor = if decimal == self.unsure_mark() { 1 } else { 1_000 };
        self.plain_sum + self.unsure_sum * factor
    }
}

/// An amount in the common writing, as it reads if its mark is the decimal one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain {
    /// None of a number of a workbook, which reads one way only.
    pub(crate) mark: Option<DecimalMark>,
    pub(crate) hundredths: i64,
}

/// Amounts in the common writing `-1234,56`, one mark before one or two digits, which proves its mark; and numbers of
/// workbooks with no more decimals than that.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PlainCounts {
    numbers: u32,
    negatives: u32,
    ungrouped: u32,
    decimal: [u32; 2],
    /// Of the numbers of workbooks.
    sum_hundredths: i128,
}

impl PlainCounts {
    /// Counts an amount in this writing, in one look; nothing for any other.
    #[inline]
    pub(crate) fn see(&mut self, text: &[u8]) -> Option<Plain> {
        let (negative, digits) = signed(text);
        let (whole, mark, fraction) = match digits {
            [whole @ .., mark @ (b',' | b'.'), tens, units] => (whole, *mark, digit(*tens)? * 10 + digit(*units)?),
            [whole @ .., mark @ (b',' | b'.'), tens] => (whole, *mark, digit(*tens)? * 10),
            _ => return None,
        };
        let hundredths = units(whole)? * 100 + fraction;
        let mark = if mark == b',' { DecimalMark::Comma } else { DecimalMark::Point };
        bump(&mut self.decimal, place(mark));
        self.ungrouped += u32::from(whole.len() >= 4);
        Some(Plain { mark: Some(mark), hundredths: self.count(negative, hundredths) })
    }

    /// Counts a number of a workbook that has two decimals at most; nothing for any other.
    #[inline]
    pub(crate) fn see_number(&mut self, text: &[u8]) -> Option<Plain> {
        let (negative, digits) = signed(text);
        let (whole, fraction) = match digits {
            [whole @ .., b'.', tens, units] => (whole, digit(*tens)? * 10 + digit(*units)?),
            [whole @ .., b'.', tens] => (whole, digit(*tens)? * 10),
            whole => (whole, 0),
        };
        let hundredths = units(whole)? * 100 + fraction;
        let hundredths = self.count(negative, hundredths);
        self.sum_hundredths += i128::from(hundredths);
        Some(Plain { mark: None, hundredths })
    }

    fn count(&mut self, negative: bool, hundredths: i64) -> i64 {
        self.numbers += 1;
        self.negatives += u32::from(negative);
        if negative { -hundredths } else { hundredths }
    }
}

fn signed(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    }
}

#[inline]
fn digit(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}

/// A whole number of fifteen digits at most.
#[inline]
fn units(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    let mut units = 0;
    for byte in digits {
        units = units * 10 + digit(*byte)?;
    }
    Some(units)
}

/// A number of a workbook in thousandths, what is beyond them left out.
fn thousandths(text: &str) -> i128 {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = fraction.bytes().chain(std::iter::repeat(b'0')).take(3);
    let value = whole
        .bytes()
        .chain(decimals)
        .take(24)
        .fold(0_i128, |sum, byte| sum * 10 + i128::from(byte.saturating_sub(b'0').min(9)));
    if negative { -value } else { value }
}

#[cfg(test)]
#[path = "number_profile_tests.rs"]
mod tests;
