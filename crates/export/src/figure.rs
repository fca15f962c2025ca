//! Figures on their way out: minor units to exact decimal text, in every format; ratios to ten-thousandths.

use values::{Amount, Currency};

/// The amount as plain decimal text, without groups, hyphen for minus: `-1234.56`.
pub(crate) fn decimal(amount: Amount, currency: Currency, mark: char) -> String {
    let decimals = currency.decimals();
    let unit = 10_u64.pow(decimals);
    let magnitude = amount.minor().unsigned_abs();
    let sign = if amount.is_credit() { "-" } else { "" };
    if decimals == 0 {
        return format!("{sign}{magnitude}");
    }
    format!("{sign}{}{mark}{:0width$}", magnitude / unit, magnitude % unit, width = decimals as usize)
}

/// A ratio rounded to four decimals, in ten-thousandths; `None` for what is not a number.
pub(crate) fn ten_thousandths(ratio: f64) -> Option<i64> {
    // Through its decimal text: no arithmetic on floats.
    ratio.is_finite().then(|| format!("{ratio:.4}").replace('.', "").parse().ok()).flatten()
}

/// A ratio as plain decimal text with four decimals at most.
pub(crate) fn plain_ratio(ratio: f64, mark: char) -> String {
    if !ratio.is_finite() {
        return String::new();
    }
    let text = format!("{ratio:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.replace('.', &mark.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_those_of_the_currency() {
        let written = |minor, code: &str| decimal(Amount::from_minor(minor), code.parse().unwrap(), ',');
        assert_eq!(written(-123_456, "EUR"), "-1234,56");
        assert_eq!(written(5, "EUR"), "0,05");
        assert_eq!(written(-5, "EUR"), "-0,05");
        assert_eq!(written(1_500, "JPY"), "1500");
        assert_eq!(written(1_005, "TND"), "1,005");
    }

    #[test]
    fn the_largest_amounts_keep_every_digit() {
        let written = |minor| decimal(Amount::from_minor(minor), Currency::EUR, '.');
        assert_eq!(written(Amount::MAX_TOTAL), "90071992547409.91");
        assert_eq!(written(-Amount::MAX_TOTAL), "-90071992547409.91");
        assert_eq!(written(i64::MIN), "-92233720368547758.08");
    }

    #[test]
    fn ratios_keep_four_decimals() {
        assert_eq!(ten_thousandths(0.586_7), Some(5_867));
        assert_eq!(ten_thousandths(-2.666_2), Some(-26_662));
        assert_eq!(ten_thousandths(-0.000_04), Some(0));
        assert_eq!(ten_thousandths(f64::NAN), None);
        assert_eq!(plain_ratio(94.811_1, ','), "94,8111");
        assert_eq!(plain_ratio(90.0, ','), "90");
    }
}
