//! The limits of the buckets as a person types them: `30, 60, 90`.

use protocol::Basis;

/// The limits proposed.
pub const DEFAULT: [u32; 3] = [30, 60, 90];
/// More would not be told apart on screen.
pub const MAX_COUNT: usize = 5;
/// Ten years.
const MAX_DAYS: u32 = 3650;

/// Why a list of limits is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitsError {
    /// Nothing that looks like a number.
    Empty,
    /// Not a whole number of days between 1 and 3650.
    NotDays,
    /// Each limit must be larger than the one before.
    NotRising,
    /// More than [`MAX_COUNT`].
    TooMany,
}

/// Reads limits separated by commas, semicolons, dashes, slashes or spaces.
pub fn parse(text: &str) -> Result<Vec<u32>, LimitsError> {
    let mut limits: Vec<u32> = Vec::new();
    for word in text.split([',', ';', '-', '/', ' ', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()) {
        let days: u32 = word.parse().map_err(|_| LimitsError::NotDays)?;
        if days == 0 || days > MAX_DAYS {
            return Err(LimitsError::NotDays);
        }
        if limits.last().is_some_and(|&last| days <= last) {
            return Err(LimitsError::NotRising);
        }
        limits.push(days);
    }
    match limits.len() {
        0 => Err(LimitsError::Empty),
        1..=MAX_COUNT => Ok(limits),
        _ => Err(LimitsError::TooMany),
    }
}

/// The limits as they stand in the field.
pub fn written(limits: &[u32]) -> String {
    limits.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// First and last day of a bucket, counted from 0; the last bucket has no end. What is due that day is not late yet,
/// so the first bucket starts at 1; an invoice of that day is 0 days old.
pub fn bounds(basis: Basis, limits: &[u32], bucket: usize) -> (u32, Option<u32>) {
    let youngest = match basis {
        Basis::DueDate => 1,
        Basis::InvoiceDate => 0,
    };
    let before = bucket.checked_sub(1).and_then(|index| limits.get(index)).copied();
    (before.map_or(youngest, |before| before + 1), limits.get(bucket).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_rise_or_are_refused_with_the_reason() {
        assert_eq!(parse("30, 60, 90"), Ok(vec![30, 60, 90]));
        assert_eq!(parse("15-30-45-60-90"), Ok(vec![15, 30, 45, 60, 90]));
        assert_eq!(parse(" 30 ;60/ 90 "), Ok(vec![30, 60, 90]));
        assert_eq!(parse(""), Err(LimitsError::Empty));
        assert_eq!(parse("trente"), Err(LimitsError::NotDays));
        assert_eq!(parse("0, 30"), Err(LimitsError::NotDays));
        assert_eq!(parse("30, 4000"), Err(LimitsError::NotDays));
        assert_eq!(parse("60, 30"), Err(LimitsError::NotRising));
        assert_eq!(parse("30, 30"), Err(LimitsError::NotRising));
        assert_eq!(parse("1,2,3,4,5,6"), Err(LimitsError::TooMany));
        assert_eq!(parse(&written(&DEFAULT)), Ok(DEFAULT.to_vec()));
    }

    #[test]
    fn buckets_have_no_gap() {
        assert_eq!(bounds(Basis::DueDate, &DEFAULT, 0), (1, Some(30)));
        assert_eq!(bounds(Basis::InvoiceDate, &DEFAULT, 0), (0, Some(30)));
        assert_eq!(bounds(Basis::DueDate, &DEFAULT, 1), (31, Some(60)));
        assert_eq!(bounds(Basis::InvoiceDate, &DEFAULT, 3), (91, None));
    }
}
