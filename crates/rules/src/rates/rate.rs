//! A yearly rate, exact to the ten-thousandth of a percent.

use std::fmt;

/// A yearly rate; may be negative, as base rates were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate {
    /// Ten-thousandths of a percent.
    units: i32,
}

impl Rate {
    /// Units of [`Rate::units`] in one whole (100 %).
    pub const WHOLE: i32 = 1_000_000;
    /// The largest rate that is read: 1,000 %.
    const PARSED_MAX: i32 = 10 * Rate::WHOLE;

    /// A rate of hundredths of a percent: 1215 is 12.15 %.
    pub const fn hundredths(hundredths: i32) -> Rate {
        Rate { units: hundredths.saturating_mul(100) }
    }

    /// A rate of ten-thousandths of a percent.
    pub const fn of_units(units: i32) -> Rate {
        Rate { units }
    }

    /// The rate to the hundredth of a percent, half away from zero.
    pub const fn rounded(self) -> Rate {
        let half = if self.units < 0 { -50 } else { 50 };
        Rate { units: self.units.saturating_add(half) / 100 * 100 }
    }

    /// Ten-thousandths of a percent.
    pub const fn units(self) -> i32 {
        self.units
    }

    /// Reads a percentage: `8.25`, `8,25`, `-0.88`; at most four decimals and 1,000 %.
    pub fn parse(text: &str) -> Option<Rate> {
        let text = text.trim();
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let all_digits = [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if whole.is_empty() || fraction.len() > 4 || !all_digits {
            return None;
        }
        let units: i32 = format!("{whole}{fraction:0<4}").parse().ok().filter(|units| *units <= Rate::PARSED_MAX)?;
        Some(Rate { units: if negative { -units } else { units } })
    }

    /// The sum of two rates.
    pub const fn plus(self, other: Rate) -> Rate {
        Rate { units: self.units.saturating_add(other.units) }
    }

    /// So many times the rate.
    pub const fn times(self, factor: i32) -> Rate {
        Rate { units: self.units.saturating_mul(factor) }
    }
}

impl fmt::Display for Rate {
    /// The percentage with two decimals, more where it has more: `12.15`, `-0.88`, `8.125`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.units.unsigned_abs();
        let sign = if self.units < 0 { "-" } else { "" };
        let (whole, fraction) = (magnitude / 10_000, format!("{:04}", magnitude % 10_000));
        let (kept, rest) = fraction.split_at_checked(2).unwrap_or((&fraction, ""));
        write!(formatter, "{sign}{whole}.{kept}{}", rest.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_read_and_print() {
        for (text, printed) in [
            ("12.15", "12.15"),
            ("5", "5.00"),
            ("8,125", "8.125"),
            ("-0.88", "-0.88"),
            ("0.5", "0.50"),
            ("1000", "1000.00"),
        ] {
            assert_eq!(Rate::parse(text).unwrap().to_string(), printed);
        }
        for wrong in ["", ".5", "1.23456", "abc", "1001", "99999999999", "1.2.3", "--1", "12 %"] {
            assert_eq!(Rate::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Rate::hundredths(275).times(3), Rate::parse("8.25").unwrap());
    }
}
