//! Sums in words, as an acknowledgement of debt writes them beside the figures (C. civ. 1376).

use crate::Language;
use values::{Amount, Currency};

impl Language {
    /// An amount in words: `mille deux cent trente-quatre euros et cinquante-six centimes`. The sign is not told; a
    /// currency without words of its own is told by its code.
    pub fn in_words(self, amount: Amount, currency: Currency) -> String {
        let unit = 10_u64.pow(currency.decimals());
        let magnitude = amount.minor().unsigned_abs();
        let (whole, part) = (magnitude / unit, magnitude % unit);
        let names = names(self, currency);
        let mut words = self.number_in_words(whole);
        // French: un million d’euros, deux millions cinq cents euros.
        let round_million = self == Language::Fr && whole >= 1_000_000 && whole.is_multiple_of(1_000_000);
        words.push_str(match (round_million, names.is_some_and(|names| starts_with_vowel(names.one))) {
            (false, _) => " ",
            (true, true) => " d’",
            (true, false) => " de ",
        });
        words.push_str(names.map_or(currency.code(), |names| self.plural(whole, names.one, names.many)));
        if part > 0 {
            words.push_str(self.pick(" et ", " and "));
            words.push_str(&self.number_in_words(part));
            words.push(' ');
            words.push_str(
                names.map_or(self.pick("centièmes", "hundredths"), |names| self.plural(part, names.part, names.parts)),
            );
        }
        words
    }

    /// A whole number in words.
    pub fn number_in_words(self, number: u64) -> String {
        if number == 0 {
            return self.pick("zéro", "zero").to_owned();
        }
        match self {
            Language::Fr => french(number),
            Language::En => english(number),
        }
    }
}

/// What a currency and its hundredth are called, one and several.
#[derive(Clone, Copy)]
struct Names {
    one: &'static str,
    many: &'static str,
    part: &'static str,
    parts: &'static str,
}

const fn named(one: &'static str, many: &'static str, part: &'static str, parts: &'static str) -> Names {
    Names { one, many, part, parts }
}

fn names(language: Language, currency: Currency) -> Option<Names> {
    Some(match (currency.code(), language) {
        ("EUR", Language::Fr) => named("euro", "euros", "centime", "centimes"),
        ("EUR", Language::En) => named("euro", "euros", "cent", "cents"),
        ("GBP", Language::Fr) => named("livre sterling", "livres sterling", "penny", "pence"),
        ("GBP", Language::En) => named("pound", "pounds", "penny", "pence"),
        ("USD", Language::Fr) => named("dollar", "dollars", "cent", "cents"),
        ("USD", Language::En) => named("dollar", "dollars", "cent", "cents"),
        ("CHF", Language::Fr) => named("franc suisse", "francs suisses", "centime", "centimes"),
        ("CHF", Language::En) => named("Swiss franc", "Swiss francs", "centime", "centimes"),
        _ => return None,
    })
}

fn starts_with_vowel(word: &str) -> bool {
    word.starts_with(['a', 'e', 'i', 'o', 'u'])
}

const SCALES: [(u64, [&str; 2], [&str; 2]); 3] = [
    (1_000_000_000_000, ["billion", "billions"], ["trillion", "trillion"]),
    (1_000_000_000, ["milliard", "milliards"], ["billion", "billion"]),
    (1_000_000, ["million", "millions"], ["million", "million"]),
];

fn french(number: u64) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut left = number;
    for (scale, [one, many], _) in SCALES {
        let count = left / scale;
        left %= scale;
        if count > 0 {
            words.push(format!("{} {}", french(count), if count == 1 { one } else { many }));
        }
    }
    // “Mille” never varies, and “cent” and “vingt” lose their s before it.
    match left / 1_000 {
        0 => {}
        1 => words.push("mille".to_owned()),
        count => words.push(format!("{} mille", french_hundreds(count, false))),
    }
    if !left.is_multiple_of(1_000) {
        words.push(french_hundreds(left % 1_000, true));
    }
    words.join(" ")
}

/// 1 to 999. `last`: nothing but a noun follows, so that “cents” and “quatre-vingts” keep their s.
fn french_hundreds(number: u64, last: bool) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let mut words: Vec<String> = Vec::new();
    match hundreds {
        0 => {}
        1 => words.push("cent".to_owned()),
        count if rest == 0 && last => words.push(format!("{} cents", small(&FRENCH, count))),
        count => words.push(format!("{} cent", small(&FRENCH, count))),
    }
    if rest > 0 {
        words.push(french_tens(rest, last));
    }
    words.join(" ")
}

const FRENCH: [&str; 17] = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];
const FRENCH_TENS: [&str; 7] = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"];

fn french_tens(number: u64, last: bool) -> String {
    match number {
        0..=16 => small(&FRENCH, number).to_owned(),
        17..=19 => format!("dix-{}", small(&FRENCH, number - 10)),
        71 => "soixante et onze".to_owned(),
        70..=79 => format!("soixante-{}", french_tens(number - 60, last)),
        80 => if last { "quatre-vingts" } else { "quatre-vingt" }.to_owned(),
        81..=99 => format!("quatre-vingt-{}", french_tens(number - 80, last)),
        _ => {
            let ten = FRENCH_TENS.get((number / 10) as usize).copied().unwrap_or_default();
            match number % 10 {
                0 => ten.to_owned(),
                1 => format!("{ten} et un"),
                unit => format!("{ten}-{}", small(&FRENCH, unit)),
            }
        }
    }
}

const ENGLISH: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn english(number: u64) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut left = number;
    for (scale, _, [one, many]) in SCALES {
        let count = left / scale;
        left %= scale;
        if count > 0 {
            words.push(format!("{} {}", english(count), if count == 1 { one } else { many }));
        }
    }
    if left >= 1_000 {
        words.push(format!("{} thousand", english_hundreds(left / 1_000)));
        left %= 1_000;
    }
    match left {
        0 => {}
        // “One thousand and five”: the last part without a hundred is joined.
        1..=99 if !words.is_empty() => words.push(format!("and {}", english_hundreds(left))),
        left => words.push(english_hundreds(left)),
    }
    words.join(" ")
}

fn english_hundreds(number: u64) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let below = |number: u64| {
        if number < 20 {
            return small(&ENGLISH, number).to_owned();
        }
        let ten = ENGLISH_TENS.get((number / 10) as usize).copied().unwrap_or_default();
        match number % 10 {
            0 => ten.to_owned(),
            unit => format!("{ten}-{}", small(&ENGLISH, unit)),
        }
    };
    match (hundreds, rest) {
        (0, rest) => below(rest),
        (hundreds, 0) => format!("{} hundred", small(&ENGLISH, hundreds)),
        (hundreds, rest) => format!("{} hundred and {}", small(&ENGLISH, hundreds), below(rest)),
    }
}

fn small<'a>(words: &[&'a str], number: u64) -> &'a str {
    words.get(number as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn said(language: Language, minor: i64, currency: &str) -> String {
        language.in_words(Amount::from_minor(minor), currency.parse().unwrap())
    }

    #[test]
    fn french_sums_follow_the_grammar() {
        let french = |minor| said(Language::Fr, minor, "EUR");
        for (minor, words) in [
            (0, "zéro euro"),
            (1, "zéro euro et un centime"),
            (100, "un euro"),
            (199, "un euro et quatre-vingt-dix-neuf centimes"),
            (2_100, "vingt et un euros"),
            (7_000, "soixante-dix euros"),
            (7_100, "soixante et onze euros"),
            (8_000, "quatre-vingts euros"),
            (8_180, "quatre-vingt-un euros et quatre-vingts centimes"),
            (9_100, "quatre-vingt-onze euros"),
            (9_777, "quatre-vingt-dix-sept euros et soixante-dix-sept centimes"),
            (20_000, "deux cents euros"),
            (20_100, "deux cent un euros"),
            (123_456, "mille deux cent trente-quatre euros et cinquante-six centimes"),
            (1_000_000, "dix mille euros"),
            (8_000_000, "quatre-vingt mille euros"),
            (20_000_000, "deux cent mille euros"),
            (100_000_000, "un million d’euros"),
            (8_000_000_000, "quatre-vingts millions d’euros"),
            (250_000_050_000, "deux milliards cinq cents millions cinq cents euros"),
        ] {
            assert_eq!(french(minor), words);
        }
        assert_eq!(said(Language::Fr, 150, "CHF"), "un franc suisse et cinquante centimes");
        assert_eq!(said(Language::Fr, 1_200, "JPY"), "mille deux cents JPY");
    }

    #[test]
    fn english_sums_follow_the_grammar() {
        let english = |minor| said(Language::En, minor, "EUR");
        for (minor, words) in [
            (0, "zero euros"),
            (101, "one euro and one cent"),
            (123_456, "one thousand two hundred and thirty-four euros and fifty-six cents"),
            (100_500, "one thousand and five euros"),
            (333_334, "three thousand three hundred and thirty-three euros and thirty-four cents"),
            (100_000_000, "one million euros"),
            (1_900_000, "nineteen thousand euros"),
        ] {
            assert_eq!(english(minor), words);
        }
    }

    /// Lines of `number;French;English` written by num2words 0.5.14 (commas taken out of the English).
    const ORACLE: &str = include_str!("spelled_oracle.csv");

    #[test]
    fn numbers_read_as_an_independent_library_writes_them() {
        let mut seen = 0;
        for line in ORACLE.lines() {
            let [number, french, english] = line.split(';').collect::<Vec<_>>().try_into().unwrap();
            let number = number.parse().unwrap();
            assert_eq!(Language::Fr.number_in_words(number), french, "{number}");
            assert_eq!(Language::En.number_in_words(number), english, "{number}");
            seen += 1;
        }
        assert!(seen > 1_000);
    }

    #[test]
    fn no_two_numbers_share_their_words() {
        for language in Language::ALL {
            let words: BTreeSet<String> = (0..100_000).map(|number| language.number_in_words(number)).collect();
            assert_eq!(words.len(), 100_000);
        }
    }
}
