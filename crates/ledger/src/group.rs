//! Match groups (lettrage): entries of one customer account that clear each other.

use std::collections::BTreeMap;

/// A set of entries of one customer account that clear each other. Unique among the entries of a customer: the same
/// letters in two accounts are two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatchGroup(pub(crate) u64);

/// Bits for the letters themselves; above them the file (0 for all), then the manner.
const VALUE_BITS: u32 = 46;
const FILE_BITS: u32 = 16;

impl MatchGroup {
    /// One of so many shares of all groups, about as many in each, from 0.
    pub const fn share(self, of: u32) -> u32 {
        const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
        ((self.0.wrapping_mul(SPREAD) >> 32) % of as u64) as u32
    }

    /// A group that a person approved, by its number.
    pub(crate) fn approved(number: u64) -> MatchGroup {
        group(Manner::Own, u16::MAX, number)
    }
}

/// How letters became a number, so that no two codes share one.
#[derive(Clone, Copy)]
enum Manner {
    /// Capitals only, in base 27: `AAB` follows `AAA`.
    Capitals = 0,
    /// Letters and digits, in base 63.
    Signs = 1,
    /// Anything else, numbered as it comes.
    Listed = 2,
    /// No letters: a group of its own.
    Own = 3,
}

/// Makes groups from letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups {
    listed: BTreeMap<String, u64>,
    /// The codes listed, by their numbers.
    codes: Vec<Box<str>>,
    own: u64,
}

impl Groups {
    /// The group of these letters, of one file or (file 0) of all files together.
    pub(crate) fn of(&mut self, code: &str, file: u16) -> MatchGroup {
        let capitals = || number(code, 27, |byte| byte.is_ascii_uppercase().then(|| byte - b'A' + 1));
        let signs = || number(code, 63, sign);
        let capitals = capitals().map(|value| (Manner::Capitals, value));
        let known = capitals.or_else(|| signs().map(|value| (Manner::Signs, value)));
        let (manner, value) = known.unwrap_or_else(|| (Manner::Listed, self.listed(code)));
        group(manner, file, value)
    }

    /// A group of its own.
    pub(crate) fn own(&mut self) -> MatchGroup {
        self.own += 1;
        group(Manner::Own, 0, self.own)
    }

    /// The letters of a group made here.
    pub(crate) fn letters(&self, group: MatchGroup) -> Option<String> {
        written(group, |value| listed(&self.codes, value))
    }

    /// What is needed to write the letters again.
    pub(crate) fn finish(self) -> Letters {
        Letters { codes: self.codes }
    }

    fn listed(&mut self, code: &str) -> u64 {
        if let Some(value) = self.listed.get(code) {
            return *value;
        }
        let value = self.listed.len() as u64;
        self.listed.insert(code.to_owned(), value);
        self.codes.push(code.into());
        value
    }
}

/// Writes the letters of a group again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letters {
    codes: Vec<Box<str>>,
}

impl Letters {
    /// The letters of a group; nothing where it was made without any.
    pub(crate) fn of(&self, group: MatchGroup) -> Option<String> {
        written(group, |value| listed(&self.codes, value))
    }
}

fn listed(codes: &[Box<str>], value: u64) -> Option<String> {
    codes.get(usize::try_from(value).ok()?).map(|code| code.to_string())
}

/// The letters of a group; `listed` knows those that are numbered as they came.
fn written(MatchGroup(group): MatchGroup, listed: impl Fn(u64) -> Option<String>) -> Option<String> {
    let value = group & ((1 << VALUE_BITS) - 1);
    let manner = group >> (VALUE_BITS + FILE_BITS);
    let capital = |digit: u8| char::from(b'A' + digit - 1);
    match manner {
        manner if manner == Manner::Capitals as u64 => Some(spelled(value, 27, capital)),
        manner if manner == Manner::Signs as u64 => Some(spelled(value, 63, unsigned)),
        manner if manner == Manner::Listed as u64 => listed(value),
        _ => None,
    }
}

/// The code whose digits in a base are these.
fn spelled(mut value: u64, base: u64, letter: impl Fn(u8) -> char) -> String {
    let mut letters = Vec::new();
    while value > 0 {
        letters.push(letter((value % base) as u8));
        value /= base;
    }
    letters.iter().rev().collect()
}

fn unsigned(digit: u8) -> char {
    char::from(match digit {
        1..=10 => b'0' + digit - 1,
        11..=36 => b'A' + digit - 11,
        _ => b'a' + (digit - 37).min(25),
    })
}

fn group(manner: Manner, file: u16, value: u64) -> MatchGroup {
    MatchGroup((manner as u64) << (VALUE_BITS + FILE_BITS) | u64::from(file) << VALUE_BITS | value)
}

/// The digits 1 to base − 1 of a code as a number: no digit is 0, so that codes of different lengths differ.
fn number(code: &str, base: u64, digit: impl Fn(u8) -> Option<u8>) -> Option<u64> {
    let mut value: u64 = 0;
    for byte in code.bytes() {
        value = value.checked_mul(base)?.checked_add(u64::from(digit(byte)?))?;
    }
    (value >> VALUE_BITS == 0).then_some(value)
}

fn sign(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0' + 1),
        b'A'..=b'Z' => Some(byte - b'A' + 11),
        b'a'..=b'z' => Some(byte - b'a' + 37),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_codes_share_a_group() {
        let codes = ["A", "AA", "Z", "a", "aa", "1", "01", "A1", "ÀB", "A-1", "ABCDEFGHIJKLMNOP", "", " "];
        let mut groups = Groups::default();
        let mut all = BTreeSet::new();
        for file in [0, 1, 2] {
            all.extend(codes.map(|code| groups.of(code, file)));
        }
        all.extend([groups.own(), groups.own()]);
        assert_eq!(all.len(), codes.len() * 3 + 2);
        assert_eq!(groups.of("A-1", 1), groups.of("A-1", 1));
        assert_eq!(groups.of("AAB", 0).0, groups.of("AAA", 0).0 + 1);
        let (of_a_row, lettered) = (groups.own(), codes.map(|code| groups.of(code, 3)));
        let letters = groups.finish();
        assert_eq!(lettered.map(|group| letters.of(group)), codes.map(|code| Some(code.to_owned())));
        assert_eq!(letters.of(of_a_row), None);
    }
}
