//! Names of customers as two programs write them: in capitals, with the points of `S.L.` or without, cut where a column ended.
//! Guarantee: what is said to agree differs in how it is written, and not in what it says.

use crate::words::fold;
use std::collections::BTreeSet;

/// Letters of a name that is cut, at least: a shorter one begins too many others.
const CUT: usize = 6;
/// Words of three letters and less, and those of legal forms, tell no customer.
const FORMS: [&str; 9] = ["sarl", "sasu", "eurl", "gmbh", "societe", "company", "limited", "etablissements", "maison"];

/// A name without case, accents and punctuation, the letters of an abbreviation together: `El Molino S.L.` is `el molino sl`.
pub(crate) fn key(name: &str) -> String {
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len());
    let mut letter_before = false;
    for word in folded.split(' ') {
        let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let abbreviates = letter && letter_before;
        if !key.is_empty() && !abbreviates {
            key.push(' ');
        }
        key.push_str(word);
        letter_before = letter;
    }
    key
}

/// Whether two names may be one customer's: the same but for how it is written, one cut short, or one that says more.
pub(crate) fn agree(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let says_more = || words(short).is_subset(&words(long));
    one == other || short.len() >= CUT && long.starts_with(short.as_str()) || !short.is_empty() && says_more()
}

/// Whether two names have no telling word in common.
pub(crate) fn are_strangers(one: &str, other: &str) -> bool {
    words(one).is_disjoint(&words(other))
}

/// The words that tell a customer.
fn words(name: &str) -> BTreeSet<String> {
    let folded = fold(name);
    let telling = folded.split(' ').filter(|word| word.len() > 3 && !FORMS.contains(word));
    let mut words: BTreeSet<String> = BTreeSet::new();
    words.extend(telling.map(str::to_owned));
    // A name of short words alone is told by the whole of it.
    if words.is_empty() {
        words.insert(folded);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_strangers_where_no_word_is_common() {
        assert!(are_strangers("SCI Les Tilleuls", "Lycée Jean Moulin"));
        assert!(are_strangers("SARL Dupont", "SARL Martin"));
        assert!(!are_strangers("DUPONT SARL", "Sté Dupont & Fils"));
        assert!(!are_strangers("A&B", "A & B"));
        assert!(are_strangers("BTP", "ETS"));
    }

    #[test]
    fn names_agree_however_they_are_written() {
        for (one, other) in [
            ("Panadería El Molino S.L.", "PANADERIA EL MOLINO SL"),
            ("S.A.R.L. Martin", "SARL Martin"),
            ("Textiles Roubaisi", "Textiles Roubaisiens"),
            ("Ets Vasseur & Fil", "Ets Vasseur & Fils"),
            ("Dupont Transports", "Transports Dupont SAS"),
        ] {
            assert!(agree(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Garage Peltier", "Garage Morin"),
            ("Marti", "Martinez"),
            ("Alpha", "Beta"),
            ("", "Alpha"),
            ("BTP", "ETS"),
        ] {
            assert!(!agree(one, other), "{one} / {other}");
        }
        assert_eq!(key("A. B. C. Transports"), "abc transports");
    }
}
