//! Ratios on their way out, without arithmetic on floats.

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
    fn ratios_keep_four_decimals() {
        assert_eq!(ten_thousandths(0.586_7), Some(5_867));
        assert_eq!(ten_thousandths(-2.666_2), Some(-26_662));
        assert_eq!(ten_thousandths(-0.000_04), Some(0));
        assert_eq!(ten_thousandths(f64::NAN), None);
        assert_eq!(plain_ratio(94.811_1, ','), "94,8111");
        assert_eq!(plain_ratio(90.0, ','), "90");
    }
}
