//! One cell of amounts: in the common writing at once, else with a careful look.

use super::MoneyReader;
use crate::diagnostic::Note;
use crate::mapping::DecimalMark;
use crate::number::{self, AmountReader, NumberFault, Side};
use crate::number_profile::Plain;
use crate::row::{Cells, Refusal};
use crate::{DiagnosticKind, Field};
use sheet::{Cell, CellKind};
use values::{Amount, AmountError, Currency};

/// One cell read.
pub(super) struct Figure {
    pub(super) amount: Amount,
    pub(super) currency: Currency,
    pub(super) side: Option<Side>,
}

impl Figure {
    /// With the sign of its own side letter.
    pub(super) fn signed(&self) -> Amount {
        if self.side == Some(Side::Credit) { -self.amount } else { self.amount }
    }
}

impl MoneyReader {
    pub(super) fn read_cell(
        &mut self,
        cell: Cell<'_>,
        field: Field,
        row: Option<Currency>,
    ) -> Result<Option<Figure>, Refusal> {
        self.read_cell_as(cell, field, self.reader(field), row)
    }

    pub(super) fn read_cell_as(
        &mut self,
        cell: Cell<'_>,
        field: Field,
        reader: AmountReader,
        row: Option<Currency>,
    ) -> Result<Option<Figure>, Refusal> {
        let unreadable = |fault| Refusal::of_cell(DiagnosticKind::UnreadableAmount { fault }, field, &cell);
        // `Offen CHF` beside the currency of the document is in francs all the same.
        let own = self.own_currency.iter().find(|(headed, _)| *headed == field).map(|(_, named)| *named);
        let own = own.filter(|_| row.is_some()).and_then(|named| self.take(named));
        let row = row.map(|row| own.unwrap_or(row));
        let fallback = row.unwrap_or_else(|| self.fallback());
        match cell.kind {
            CellKind::Number => {
                let amount = parse(cell.text, fallback, field, &cell)?;
                if has_dust(cell.text, fallback) {
                    self.notes.push((Note::FloatDust, field));
                }
                Ok(Some(Figure { amount, currency: fallback, side: None }))
            }
            CellKind::Text => {
                let decimals = fallback.decimals();
                // Three digits after a mark could be a group.
                if decimals < 3
                    && let Some(amount) = plain(cell.text, reader.decimal, decimals)
                {
                    return Ok(Some(Figure { amount, currency: fallback, side: None }));
                }
                let mut buffer = std::mem::take(&mut self.buffer);
                let number = number::read(cell.text, reader, &mut buffer).map_err(unreadable)?;
                self.named |= number.currency.is_some();
                let signed = number.currency.filter(|_| row.is_none()).and_then(|named| self.take(named));
                let currency = row.or(signed).unwrap_or(fallback);
                let amount = parse(number.plain, currency, field, &cell)?;
                if number.likely {
                    self.notes.push((Note::LikelyAmount, field));
                }
                if has_dust(number.plain, currency) {
                    self.notes.push((Note::FloatDust, field));
                }
                let side = number.side;
                self.buffer = buffer;
                Ok(Some(Figure { amount, currency, side }))
            }
            CellKind::Date | CellKind::Boolean | CellKind::Error => Err(unreadable(NumberFault::Other)),
        }
    }

    /// The amount of a plain cell, `Some(None)` where it is empty; `None` where it takes a careful look. `seen` is what
    /// the cell was found to be, where it is in the common writing.
    #[inline]
    pub(crate) fn plain_amount(&self, cells: &Cells<'_>, field: Field, seen: Option<Plain>) -> Option<Option<Amount>> {
        let common = seen.filter(|seen| {
            let small = seen.hundredths.abs() <= Amount::MAX_PARSED;
            small && seen.mark.is_none_or(|mark| mark == self.reader(field).decimal) && self.decimals == 2
        });
        if let Some(plain) = common {
            return Some(Some(Amount::from_minor(plain.hundredths)));
        }
        let Some(cell) = cells.get(field) else { return Some(None) };
        let decimals = Some(self.decimals).filter(|decimals| *decimals < 3 && cell.kind == CellKind::Text)?;
        plain(cell.text, self.reader(field).decimal, decimals).map(Some)
    }

    /// How the column of a field is read.
    pub(super) fn reader(&self, field: Field) -> AmountReader {
        self.readers.get(field as usize).copied().unwrap_or(AmountReader::plain(DecimalMark::Comma))
    }

    /// The amount of a cell, nothing where it is empty.
    pub(super) fn quick(&mut self, cells: &Cells<'_>, field: Field) -> Option<Amount> {
        let Some(cell) = cells.get(field) else { return Some(Amount::ZERO) };
        if let Some(amount) =
            plain(cell.text, self.reader(field).decimal, self.decimals).filter(|_| cell.kind == CellKind::Text)
        {
            return Some(amount);
        }
        Some(self.read(cells, field, None).ok()??.signed())
    }
}

/// Digits beyond the currency's decimals that were rounded away: what binary arithmetic left behind.
fn has_dust(plain: &str, currency: Currency) -> bool {
    let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
    let beyond = fraction.get(currency.decimals() as usize..).unwrap_or_default();
    beyond.bytes().any(|digit| digit != b'0')
}

fn parse(plain: &str, currency: Currency, field: Field, cell: &Cell<'_>) -> Result<Amount, Refusal> {
    let decimals = currency.decimals();
    Amount::parse_decimal(plain, decimals).map_err(|error| {
        let kind = match error {
            AmountError::NotANumber => DiagnosticKind::UnreadableAmount { fault: NumberFault::Other },
            AmountError::TooPrecise => DiagnosticKind::TooPreciseAmount { decimals },
            AmountError::TooLarge => DiagnosticKind::TooLargeAmount,
        };
        Refusal::of_cell(kind, field, cell)
    })
}

/// A number without anything around it, as programs write millions of them: digits, one mark, no more decimals than
/// the currency has. Anything else is left to the careful reader.
fn plain(text: &str, mark: DecimalMark, decimals: u32) -> Option<Amount> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        digits => (false, digits),
    };
    let ends = [digits.first(), digits.last()];
    if digits.len() > 17 || !ends.iter().all(|end| end.is_some_and(u8::is_ascii_digit)) {
        return None;
    }
    let mut minor = 0_i64;
    let mut fraction = None;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                minor = minor * 10 + i64::from(byte - b'0');
                fraction = fraction.map(|count: u32| count + 1);
            }
            _ if char::from(*byte) == mark.character() && fraction.is_none() => fraction = Some(0),
            _ => return None,
        }
    }
    let missing = decimals.checked_sub(fraction.unwrap_or(0))?;
    let minor = minor.checked_mul(10_i64.pow(missing))?;
    (minor <= Amount::MAX_PARSED).then(|| Amount::from_minor(if negative { -minor } else { minor }))
}
