//! The Luhn sum of ISO/IEC 7812-1: every second digit from the right is doubled.

/// Whether the Luhn sum of the digits is a multiple of ten. `digits` holds ASCII digits only.
pub fn holds(digits: &str) -> bool {
    let sum: u32 = digits.bytes().rev().map(|byte| u32::from(byte - b'0')).enumerate().map(weigh).sum();
    sum.is_multiple_of(10)
}

fn weigh((position, digit): (usize, u32)) -> u32 {
    let doubled = if position.is_multiple_of(2) { digit } else { digit * 2 };
    doubled / 10 + doubled % 10
}
