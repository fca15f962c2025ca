//! Currencies named in headings and cells. A code counts only if ISO 4217 lists it: `LET` and `NUM` are no currencies.

use crate::currency_names;
use crate::shared_currency::Shared;
use crate::words::fold;
use std::collections::BTreeSet;
use values::Currency;

/// Active codes of ISO 4217, in order.
const CODES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC",
    "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS",
    "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
    "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
    "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
    "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
    "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP",
    "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES",
    "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

/// Codes that are also words of headings.
const WORDS: &[&str] = &["ALL", "TOP", "CUP", "MOP", "GEL", "TRY", "SOS"];

/// What a text names: one currency, or a sign or a name that several countries give to theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Named {
    One(Currency),
    Shared(Shared),
}

impl Named {
    /// The currency, where it is named alone.
    pub(crate) fn one(self) -> Option<Currency> {
        match self {
            Named::One(currency) => Some(currency),
            Named::Shared(_) => None,
        }
    }

    /// What several currencies share, where it is such a name.
    pub(crate) fn shared(self) -> Option<Shared> {
        match self {
            Named::One(_) => None,
            Named::Shared(shared) => Some(shared),
        }
    }
}

/// The only currency of several names; a sign that it is one of says nothing else.
pub(crate) fn only(named: &BTreeSet<Named>) -> Option<Named> {
    let ones: Vec<Currency> = named.iter().filter_map(|named| named.one()).collect();
    let told = |named: &&Named| match (named, ones.as_slice()) {
        (Named::Shared(shared), [currency]) => !shared.is_of(*currency),
        (Named::Shared(_) | Named::One(_), _) => true,
    };
    let mut left = named.iter().filter(told);
    left.next().copied().filter(|_| left.next().is_none())
}

/// Letters before or after the sign of the dollar, and before that of the real.
const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("CAN", "CAD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("NZ", "NZD"),
    ("HK", "HKD"),
    ("S", "SGD"),
    ("SG", "SGD"),
    ("R", "BRL"),
    ("MX", "MXN"),
];

/// The dollar, peso or real that letters beside the sign name.
fn dollar(letters: &str) -> Option<Named> {
    let (_, code) = DOLLARS.iter().find(|(known, _)| letters.eq_ignore_ascii_case(known))?;
    of_code(code).map(Named::One)
}

/// The dollar that letters after the sign name: `$ CA`, `$US`, never `R`.
fn dollar_after(letters: &str) -> Option<Named> {
    dollar(letters).filter(|_| letters.len() > 1)
}

/// The currency of a whole cell: a code in any case, a sign, or its common name.
pub(crate) fn of_cell(text: &str) -> Option<Named> {
    let text = text.trim();
    if let Some(named) = of_sign(text) {
        return Some(named);
    }
    if let Some(named) = of_dollar(text) {
        return Some(named);
    }
    if text.len() == 3
        && text.is_ascii()
        && let Some(currency) = of_code(text)
    {
        return Some(Named::One(currency));
    }
    if let Some(named) = of_name(text) {
        return Some(named);
    }
    // `United States Dollar - USD`, `EUR (€)`.
    let mut codes = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() == 3).filter_map(capital_code);
    let only = codes.next().filter(|_| codes.next().is_none() && !text.bytes().any(|byte| byte.is_ascii_digit()));
    only.map(Named::One)
}

/// A dollar's sign with letters on either side, and nothing else: `CA$`, `$ CA`.
fn of_dollar(text: &str) -> Option<Named> {
    let before = text.strip_suffix('$').and_then(|letters| dollar(letters.trim_end()));
    before.or_else(|| text.strip_prefix('$').and_then(|letters| dollar_after(letters.trim_start())))
}

/// The currency of a name that is the whole text.
fn of_name(text: &str) -> Option<Named> {
    if text.is_empty() || text.len() > 32 || text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    currency_names::of_words(&fold(text))
}

/// A currency that stands alone in brackets, whatever joins it to the line: `(INR)`, `(en DH)`, `($ CA)`.
pub(crate) fn in_brackets(line: &str) -> Option<Named> {
    let mut inner = line.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    inner.find_map(|text| {
        let text = text.trim();
        let joined = ["en ", "in ", "En ", "In ", "EN ", "IN "].iter().find_map(|joins| text.strip_prefix(*joins));
        let name = joined.unwrap_or(text).trim();
        let exact = ["DT", "DA", "DH", "Dh", "dh", "kr", "Ft", "Rs", "Rs.", "zł", "Kč"];
        let named = || of_sign(name).or_else(|| of_dollar(name)).or_else(|| of_name(name));
        match name.trim_end_matches('.').chars().count() {
            // `(RS)` may be a country, and `(ft)` a length.
            2 if name.chars().all(|one| one.is_alphabetic() || one == '.') => named().filter(|_| exact.contains(&name)),
            3 => capital_code(name).filter(|_| !WORDS.contains(&name)).map(Named::One).or_else(named),
            _ => named(),
        }
    })
}

/// A code written in capitals.
fn capital_code(word: &str) -> Option<Currency> {
    word.bytes().all(|byte| byte.is_ascii_uppercase()).then(|| of_code(word)).flatten()
}

fn of_code(text: &str) -> Option<Currency> {
    let currency: Currency = text.parse().ok()?;
    CODES.binary_search(&currency.code()).ok().map(|_| currency)
}

/// A code that names tables know.
pub(crate) fn known(code: &str) -> Option<Named> {
    of_code(code).map(Named::One)
}

fn of_sign(text: &str) -> Option<Named> {
    match text {
        "$" => Some(Named::Shared(Shared::Dollar)),
        "€" | "£" | "US$" | "₪" => Currency::recognise(text).map(Named::One),
        "¥" => known("JPY"),
        "₹" => known("INR"),
        "₺" => known("TRY"),
        "₽" => known("RUB"),
        "₴" => known("UAH"),
        "₩" => known("KRW"),
        "₫" => known("VND"),
        "฿" => known("THB"),
        "₦" => known("NGN"),
        "₱" => known("PHP"),
        _ => None,
    }
}

/// Splits a sign, a code or a name off the front of an amount.
pub(crate) fn strip_prefix(text: &str) -> Option<(Named, &str)> {
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    if letters > 0 {
        let (word, rest) = text.split_at_checked(letters)?;
        if let Some(rest) = rest.strip_prefix('$') {
            return Some((dollar(word)?, rest));
        }
        let spaced = !rest.starts_with(|one: char| one.is_ascii_digit());
        match word {
            // Documents are numbered so: `F 2026001`, `DA12`.
            "F" | "DA" | "DT" | "Ft" => return None,
            "Fr" | "fr" | "DH" | "Dh" | "kr" if !spaced => return None,
            _ => {}
        }
        // `Fr. 1'200.00`: the point belongs to the name.
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        return Some((of_unit(word)?, rest));
    }
    let sign = text.chars().next()?;
    let (sign, rest) = text.split_at_checked(sign.len_utf8())?;
    Some((of_sign(sign)?, rest))
}

/// Splits a sign, a code or a name off the end of an amount.
pub(crate) fn strip_suffix(text: &str) -> Option<(&str, Named)> {
    let pointed = text.strip_suffix('.').filter(|text| text.ends_with(char::is_alphabetic)).unwrap_or(text);
    let letters = pointed.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + last_len(pointed, at));
    if letters < pointed.len() {
        let (rest, word) = pointed.split_at_checked(letters)?;
        let before = rest.trim_end();
        // `100,50 $ CA`, `1 500 F CFA`.
        if let Some((named, amount)) = dollar_after(word).zip(before.strip_suffix('$')) {
            return Some((amount, named));
        }
        let franc = before.trim_end_matches('.').strip_suffix(['F', 'f']);
        let alone = franc.filter(|amount| !amount.ends_with(char::is_alphabetic));
        return match (of_unit(word)?, alone) {
            (named @ Named::Shared(Shared::Cfa), Some(amount)) => Some((amount, named)),
            (named, _) => Some((rest, named)),
        };
    }
    let sign = text.chars().next_back()?;
    let (rest, sign) = text.split_at_checked(text.len() - sign.len_utf8())?;
    Some((rest, of_sign(sign)?))
}

/// The currency of a word beside an amount, where single letters are names too: `R 500`, `1 500 F`.
fn of_unit(word: &str) -> Option<Named> {
    match word {
        "R" => known("ZAR"),
        "Fr" | "fr" => Some(Named::Shared(Shared::Franc)),
        "F" => Some(Named::Shared(Shared::Franc)),
        _ => of_cell(word),
    }
}

fn last_len(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// The currency a heading names: `Open Advance (ILS)`, `Montant EUR`, `Solde (€)`, `Débit (DT)`, `Reste dû FCFA`. Codes in
/// capitals only.
pub(crate) fn of_heading(heading: &str) -> Option<Named> {
    let code = heading
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) && !WORDS.contains(word))
        .find_map(of_code);
    let sign = || {
        let signs = ["€", "£", "₪", "US$", "$", "¥"];
        signs.iter().find(|sign| heading.contains(**sign)).and_then(|sign| of_sign(sign))
    };
    code.map(Named::One)
        .or_else(|| in_brackets(heading))
        .or_else(|| dollars_with_letters(heading))
        .or_else(sign)
        .or_else(|| at_end(&fold(heading).split(' ').collect::<Vec<_>>()).map(|(named, _)| named))
}

/// The currency of a dollar's sign with letters on either side, in a text: `Solde $ CA`, `Total CA$`.
fn dollars_with_letters(text: &str) -> Option<Named> {
    let (before, after) = text.split_once('$')?;
    let first = |text: &str| text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_owned();
    let touching = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    dollar(touching).or_else(|| dollar_after(&first(after.trim_start())))
}

/// The currency that the last words of a heading or a line name, and how many words they are: `montant fcfa`. Two letters
/// are a name after a word of money only: `N° DA` is no balance in dinars.
pub(crate) fn at_end(words: &[&str]) -> Option<(Named, usize)> {
    const MONEY: [&str; 14] = [
        "montant", "montants", "solde", "debit", "credit", "total", "reste", "net", "ttc", "du", "valeur", "amount",
        "balance", "en",
    ];
    (1..=2_usize).rev().find_map(|count| {
        let (before, last) = words.split_at_checked(words.len().checked_sub(count)?)?;
        let name = last.join(" ");
        let named = currency_names::of_words(&name)?;
        let money = || before.last().is_some_and(|word| MONEY.contains(word));
        // `LEI` numbers firms, and `F` much else.
        let long = name.len() > 3 || ["cfa", "dhs"].contains(&name.as_str());
        (!before.is_empty() && (long || money())).then_some((named, count))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(named: Option<Named>) -> String {
        match named {
            Some(Named::One(currency)) => currency.code().to_owned(),
            Some(Named::Shared(shared)) => format!("{shared:?}"),
            None => "-".to_owned(),
        }
    }

    #[test]
    fn codes_are_sorted_for_the_search() {
        assert!(CODES.is_sorted());
    }

    #[test]
    fn headings_name_currencies() {
        for (heading, expected) in [
            ("Open Advance (ILS)", "ILS"),
            ("Montant EUR", "EUR"),
            ("Solde (€)", "EUR"),
            ("Amount US$", "USD"),
            ("Solde ($ CA)", "CAD"),
            ("Montant dû $ CA", "CAD"),
            ("Total CA$", "CAD"),
            ("Montant $", "Dollar"),
            ("Solde FCFA", "Cfa"),
            ("Reste dû F CFA", "Cfa"),
            ("Débit (DT)", "TND"),
            ("Montant DH", "Dirham"),
            ("Montant TTC (en dinars)", "Dinar"),
            ("Solde en dinars", "Dinar"),
            ("N° DA", "-"),
            ("DT_FACT", "-"),
            ("Code LEI", "-"),
            ("DATE LET", "-"),
            ("ALL CUSTOMERS", "-"),
            ("Montant", "-"),
            ("FCFA", "-"),
        ] {
            assert_eq!(code(of_heading(heading)), expected, "{heading}");
        }
    }

    #[test]
    fn cells_name_currencies() {
        for (cell, expected) in [
            ("eur", "EUR"),
            ("Euros", "EUR"),
            ("$", "Dollar"),
            ("$CA", "CAD"),
            ("$ US", "USD"),
            ("$R", "-"),
            ("FCFA", "Cfa"),
            ("F CFA", "Cfa"),
            ("Dhs", "Dirham"),
            ("DT", "TND"),
            ("DA", "DZD"),
            ("zł", "PLN"),
            ("Kč", "CZK"),
            ("kr.", "Crown"),
            ("United States Dollar - USD", "USD"),
            ("EUR (€)", "EUR"),
            ("EUR/USD", "-"),
            ("12 EUR", "-"),
            ("ABC", "-"),
            ("", "-"),
            ("EURO2", "-"),
        ] {
            assert_eq!(code(of_cell(cell)), expected, "{cell}");
        }
    }

    #[test]
    fn amounts_carry_currencies() {
        for (amount, rest, expected) in [
            ("12,50 €", "12,50", "EUR"),
            ("12,50€ CHF", "12,50€", "CHF"),
            ("100,50 $ CA", "100,50", "CAD"),
            ("100,50 $", "100,50", "Dollar"),
            ("1 500 F CFA", "1 500", "Cfa"),
            ("1 500 FCFA", "1 500", "Cfa"),
            ("1 500 F.CFA", "1 500", "Cfa"),
            ("1 500 F", "1 500", "Franc"),
            ("200,00 zł", "200,00", "PLN"),
            ("3.500 DH.", "3.500", "Dirham"),
        ] {
            let (left, named) = strip_suffix(amount).unwrap();
            assert_eq!((left.trim(), code(Some(named)).as_str()), (rest, expected), "{amount}");
        }
        for (amount, rest, expected) in [
            ("US$ 5", " 5", "USD"),
            ("CHF1'000", "1'000", "CHF"),
            ("Fr. 1'200.00", " 1'200.00", "Franc"),
            ("Rs.500", "500", "Rupee"),
            ("DH 500", " 500", "Dirham"),
        ] {
            assert_eq!(
                strip_prefix(amount).map(|(named, rest)| (code(Some(named)), rest)),
                Some((expected.to_owned(), rest)),
                "{amount}"
            );
        }
        for number in ["F2026001", "F 2026001", "DA 2026", "DH12"] {
            assert!(strip_prefix(number).is_none(), "{number}");
        }
        assert!(strip_suffix("12,50 D").is_none());
        assert!(strip_suffix("125,00 $ CR").is_none());
    }
}
