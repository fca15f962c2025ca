//! The tail of the normal distribution: the one place of this crate that needs a float. Only `+ − × ÷ √`, which IEEE 754
//! rounds the same everywhere, so that WebAssembly and native code give one result.
#![allow(
    clippy::float_arithmetic,
    reason = "a probability, never an amount; basic operations only, the same everywhere"
)]

use values::Ratio;

/// A tail is told in units of 10^-15.
const UNITS: f64 = 1e15;

/// P(Z > z) for z ≥ 0, from z² as a quotient of whole numbers with a denominator above zero.
pub fn upper_tail(z_squared: (i128, i128)) -> Option<Ratio> {
    let (numerator, denominator) = z_squared;
    let square = numerator as f64 / denominator as f64;
    let tail = if square < 6.25 { 0.5 - series(square) } else { continued_fraction(square) };
    Ratio::new((tail * UNITS + 0.5) as i128, UNITS as i128)
}

/// Φ(z) − ½ = φ(z) (z + z³/3 + z⁵/15 + …).
fn series(square: f64) -> f64 {
    let mut term = square.sqrt();
    let mut sum = term;
    let mut odd = 1.0;
    for _ in 0..60 {
        odd += 2.0;
        term = term * square / odd;
        sum += term;
    }
    density(square) * sum
}

/// P(Z > z) = φ(z) / (z + 1 / (z + 2 / (z + 3 / …))), from its sixtieth level up.
fn continued_fraction(square: f64) -> f64 {
    let z = square.sqrt();
    let mut level = 60.0;
    let mut below = z;
    while level > 0.0 {
        below = z + level / below;
        level -= 1.0;
    }
    density(square) / below
}

/// φ(z) = e^(−z²/2) / √(2π), the exponential from its series at a 256th of the exponent, squared eight times.
fn density(square: f64) -> f64 {
    let exponent = square / 2.0 / 256.0;
    // Far out the tail is under one unit anyway, and the series would need more terms.
    if exponent > 1.0 {
        return 0.0;
    }
    let (mut term, mut sum, mut step) = (1.0, 1.0, 0.0);
    for _ in 0..20 {
        step += 1.0;
        term = -term * exponent / step;
        sum += term;
    }
    for _ in 0..8 {
        sum *= sum;
    }
    sum / (2.0 * std::f64::consts::PI).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference values to ten decimals (Abramowitz and Stegun, table 26.1).
    #[test]
    fn tails_of_the_tables() {
        let tail = |hundredths: i128| upper_tail((hundredths * hundredths, 10_000)).unwrap().scaled(10);
        assert_eq!(tail(0), 5_000_000_000);
        assert_eq!(tail(100), 1_586_552_539);
        assert_eq!(tail(196), 249_978_951);
        assert_eq!(tail(250), 62_096_653);
        assert_eq!(tail(300), 13_498_980);
        assert_eq!(tail(500), 2_867);
        assert_eq!(tail(4_000), 0);
    }
}
