//! `Amount`: money as an integer number of minor units (cents for the euro, units for the yen).
//! Additions are total: a ledger is only built after its absolute sum was checked in `i128` (see `ledger`).

use crate::Currency;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Minor units of a currency known from the context. Never a float.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
pub struct Amount(i64);

/// Why a number cannot be an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Not a plain decimal number.
    NotANumber,
    /// More decimals than the currency has, and they are not zeros.
    TooPrecise,
    /// Larger than [`Amount::MAX_PARSED`].
    TooLarge,
}

impl Amount {
    /// Nothing owed.
    pub const ZERO: Amount = Amount(0);

    /// The largest magnitude read from a file: 10^15 − 1 minor units, 9,999,999,999,999.99 euros, the largest cents that
    /// a workbook stores exactly (fifteen significant digits).
    pub const MAX_PARSED: i64 = 999_999_999_999_999;

    /// The largest total: every whole number up to it is exact in JavaScript (2^53 − 1).
    pub const MAX_TOTAL: i64 = 9_007_199_254_740_991;

    /// An amount from minor units.
    pub const fn from_minor(minor: i64) -> Amount {
        Amount(minor)
    }

    /// The minor units.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Reads a plain decimal (`-1234.5`, point as decimal mark, no grouping) with `decimals` minor digits.
    /// Zeros beyond them are accepted; other digits are refused, except that a binary artefact within 10^-6 of a
    /// whole minor unit (`1234.5600000000001`, as spreadsheets store) rounds to that unit.
    pub fn parse_decimal(text: &str, decimals: u32) -> Result<Amount, AmountError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !all_digits(whole) || !all_digits(fraction) {
            return Err(AmountError::NotANumber);
        }
        let (kept, rest) = fraction.split_at_checked(decimals as usize).unwrap_or((fraction, ""));
        let mut minor: i128 = 0;
        for digit in whole.bytes().chain(kept.bytes()) {
            minor = minor * 10 + i128::from(digit - b'0');
            if minor > i128::from(Amount::MAX_PARSED) {
                return Err(AmountError::TooLarge);
            }
        }
        minor *= 10_i128.pow(decimals - kept.len() as u32);
        minor += i128::from(carry_of_artefact(rest)?);
        let minor = i64::try_from(minor).map_err(|_| AmountError::TooLarge)?;
        if minor > Amount::MAX_PARSED {
            return Err(AmountError::TooLarge);
        }
        Ok(Amount(if negative { -minor } else { minor }))
    }

    /// Plain decimal text, without groups, hyphen for minus: `-1234.56`.
    pub fn decimal_text(self, currency: Currency, mark: char) -> String {
        let decimals = currency.decimals();
        let unit = 10_u64.pow(decimals);
        let magnitude = self.0.unsigned_abs();
        let sign = if self.is_credit() { "-" } else { "" };
        if decimals == 0 {
            return format!("{sign}{magnitude}");
        }
        format!("{sign}{}{mark}{:0width$}", magnitude / unit, magnitude % unit, width = decimals as usize)
    }

    /// Whether nothing is owed either way.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Owed to us: strictly above zero.
    pub const fn is_debit(self) -> bool {
        self.0 > 0
    }

    /// Owed by us: strictly below zero.
    pub const fn is_credit(self) -> bool {
        self.0 < 0
    }

    /// The magnitude.
    pub const fn abs(self) -> Amount {
        Amount(self.0.saturating_abs())
    }

    /// `self` where it is a debit, else zero.
    pub fn debit_part(self) -> Amount {
        self.max(Amount::ZERO)
    }

    /// `self` where it is a credit, else zero.
    pub fn credit_part(self) -> Amount {
        self.min(Amount::ZERO)
    }
}

/// The digits after the minor unit: zeros carry nothing, an artefact of binary storage carries 0 or 1 unit.
fn carry_of_artefact(rest: &str) -> Result<i64, AmountError> {
    if rest.bytes().all(|digit| digit == b'0') {
        return Ok(0);
    }
    match rest.get(..4) {
        Some("0000") if rest.len() >= 6 => Ok(0),
        Some("9999") if rest.len() >= 6 => Ok(1),
        Some(_) | None => Err(AmountError::TooPrecise),
    }
}

impl Add for Amount {
    type Output = Amount;
    fn add(self, other: Amount) -> Amount {
        Amount(self.0.saturating_add(other.0))
    }
}

impl Sub for Amount {
    type Output = Amount;
    fn sub(self, other: Amount) -> Amount {
        Amount(self.0.saturating_sub(other.0))
    }
}

impl Neg for Amount {
    type Output = Amount;
    fn neg(self) -> Amount {
        Amount(self.0.saturating_neg())
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Amount) {
        *self = *self + other;
    }
}

impl SubAssign for Amount {
    fn sub_assign(&mut self, other: Amount) {
        *self = *self - other;
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Amount {
        amounts.fold(Amount::ZERO, Add::add)
    }
}

impl fmt::Display for Amount {
    /// Minor units, for tests and messages between engineers; people read `text::format`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_or_refused() {
        let read = |text| Amount::parse_decimal(text, 2).map(Amount::minor);
        assert_eq!(read("1234.56"), Ok(123_456));
        assert_eq!(read("-1234.5"), Ok(-123_450));
        assert_eq!(read("+.5"), Ok(50));
        assert_eq!(read("7."), Ok(700));
        assert_eq!(read("10.500000"), Ok(1_050));
        assert_eq!(read("1234.5600000000001"), Ok(123_456));
        assert_eq!(read("1234.5699999999999"), Ok(123_457));
        assert_eq!(read("0.9999999999"), Ok(100));
        assert_eq!(read("1.005"), Err(AmountError::TooPrecise));
        assert_eq!(read("1.9999"), Err(AmountError::TooPrecise));
        assert_eq!(read("1e3"), Err(AmountError::NotANumber));
        assert_eq!(read(""), Err(AmountError::NotANumber));
        assert_eq!(read("."), Err(AmountError::NotANumber));
        assert_eq!(read("9999999999999.99"), Ok(999_999_999_999_999));
        assert_eq!(read("10000000000000.00"), Err(AmountError::TooLarge));
        assert_eq!(Amount::parse_decimal("1500", 0).map(Amount::minor), Ok(1_500));
        assert_eq!(Amount::parse_decimal("1.234", 3).map(Amount::minor), Ok(1_234));
    }

    #[test]
    fn decimals_are_those_of_the_currency() {
        let written = |minor, code: &str| Amount::from_minor(minor).decimal_text(code.parse().unwrap(), ',');
        assert_eq!(written(-123_456, "EUR"), "-1234,56");
        assert_eq!(written(5, "EUR"), "0,05");
        assert_eq!(written(-5, "EUR"), "-0,05");
        assert_eq!(written(1_500, "JPY"), "1500");
        assert_eq!(written(1_005, "TND"), "1,005");
    }

    #[test]
    fn the_largest_amounts_keep_every_digit() {
        let written = |minor| Amount::from_minor(minor).decimal_text(Currency::EUR, '.');
        assert_eq!(written(Amount::MAX_TOTAL), "90071992547409.91");
        assert_eq!(written(-Amount::MAX_TOTAL), "-90071992547409.91");
        assert_eq!(written(i64::MIN), "-92233720368547758.08");
    }
}
