//! Currencies named in headings and cells. A code counts only if ISO 4217 lists it: `LET` and `NUM` are no currencies.

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

/// Letters before the sign of the dollar, and of the real.
const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("NZ", "NZD"),
    ("HK", "HKD"),
    ("S", "SGD"),
    ("R", "BRL"),
    ("MX", "MXN"),
];

/// The dollar, peso or real that letters before the sign name.
fn dollar(letters: &str) -> Option<&'static (&'static str, &'static str)> {
    DOLLARS.iter().find(|(known, _)| letters.eq_ignore_ascii_case(known))
}

/// Whether amounts of this currency are written with the sign of the dollar alone.
pub(crate) fn is_written_as_dollars(currency: Currency) -> bool {
    const PESOS: [&str; 5] = ["ARS", "CLP", "COP", "UYU", "DOP"];
    let code = currency.code();
    DOLLARS.iter().any(|(_, dollar)| *dollar == code && code != "BRL") || PESOS.contains(&code)
}

/// The currency of a whole cell: a code in any case, a sign, or its common name.
pub(crate) fn of_cell(text: &str) -> Option<Currency> {
    let text = text.trim();
    if let Some(currency) = of_sign(text) {
        return Some(currency);
    }
    if let Some((_, code)) = text.strip_suffix('$').and_then(|letters| dollar(letters.trim_end())) {
        return of_code(code);
    }
    if text.len() == 3 && text.is_ascii() {
        return of_code(text);
    }
    if ["euro", "euros"].iter().any(|name| text.eq_ignore_ascii_case(name)) {
        return Some(Currency::EUR);
    }
    const NAMES: [(&str, &str); 26] = [
        ("peso mexicano", "MXN"),
        ("pesos mexicanos", "MXN"),
        ("mxn peso", "MXN"),
        ("mexican peso", "MXN"),
        ("franc suisse", "CHF"),
        ("francs suisses", "CHF"),
        ("swiss franc", "CHF"),
        ("schweizer franken", "CHF"),
        ("pound sterling", "GBP"),
        ("british pound", "GBP"),
        ("uk pound", "GBP"),
        ("livre sterling", "GBP"),
        ("dollar", "USD"),
        ("dollars", "USD"),
        ("us dollar", "USD"),
        ("us dollars", "USD"),
        ("united states dollar", "USD"),
        ("dollar américain", "USD"),
        ("canadian dollar", "CAD"),
        ("dollar canadien", "CAD"),
        ("australian dollar", "AUD"),
        ("new zealand dollar", "NZD"),
        ("indian rupee", "INR"),
        ("south african rand", "ZAR"),
        ("dirham marocain", "MAD"),
        ("real brasileiro", "BRL"),
    ];
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| text.eq_ignore_ascii_case(name)) {
        return of_code(code);
    }
    // `United States Dollar - USD`, `EUR (€)`.
    let mut codes = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() == 3).filter_map(capital_code);
    codes.next().filter(|_| codes.next().is_none() && !text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// A code that stands alone in brackets.
pub(crate) fn in_brackets(line: &str) -> Option<Currency> {
    let mut inner = line.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    inner.find_map(|text| capital_code(text.trim()))
}

/// A code written in capitals.
fn capital_code(word: &str) -> Option<Currency> {
    word.bytes().all(|byte| byte.is_ascii_uppercase()).then(|| of_code(word)).flatten()
}

fn of_code(text: &str) -> Option<Currency> {
    let currency: Currency = text.parse().ok()?;
    CODES.binary_search(&currency.code()).ok().map(|_| currency)
}

fn of_sign(text: &str) -> Option<Currency> {
    match text {
        "€" | "£" | "$" | "US$" | "₪" => Currency::recognise(text),
        "¥" => of_code("JPY"),
        "₹" => of_code("INR"),
        _ => None,
    }
}

/// Splits a sign or a code off the front of an amount.
pub(crate) fn strip_prefix(text: &str) -> Option<(Currency, &str)> {
    let letters = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    if letters > 0 {
        let (word, rest) = text.split_at_checked(letters)?;
        if let Some(rest) = rest.strip_prefix('$') {
            let (_, code) = dollar(word)?;
            return Some((of_code(code)?, rest));
        }
        let rupees = ["Rs", "INR"].contains(&word);
        let code = if word == "R" { Some("ZAR") } else { rupees.then_some("INR") };
        return Some((code.map_or_else(|| of_cell(word), of_code)?, rest));
    }
    let sign = text.chars().next()?;
    let (sign, rest) = text.split_at_checked(sign.len_utf8())?;
    Some((of_sign(sign)?, rest))
}

/// Splits a sign or a code off the end of an amount.
pub(crate) fn strip_suffix(text: &str) -> Option<(&str, Currency)> {
    let letters = text.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + last_len(text, at));
    if letters < text.len() {
        let (rest, word) = text.split_at_checked(letters)?;
        return Some((rest, of_cell(word)?));
    }
    let sign = text.chars().next_back()?;
    let (rest, sign) = text.split_at_checked(text.len() - sign.len_utf8())?;
    Some((rest, of_sign(sign)?))
}

fn last_len(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// The currency a heading names: `Open Advance (ILS)`, `Montant EUR`, `Solde (€)`. Codes in capitals only.
pub(crate) fn of_heading(heading: &str) -> Option<Currency> {
    let code = heading
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) && !WORDS.contains(word))
        .find_map(of_code);
    code.or_else(|| {
        ["€", "£", "₪", "US$", "$", "¥"].iter().find(|sign| heading.contains(**sign)).and_then(|sign| of_sign(sign))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(currency: Option<Currency>) -> String {
        currency.map_or_else(|| "-".to_owned(), |currency| currency.code().to_owned())
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
            ("DATE LET", "-"),
            ("ALL CUSTOMERS", "-"),
            ("Montant", "-"),
        ] {
            assert_eq!(code(of_heading(heading)), expected, "{heading}");
        }
    }

    #[test]
    fn cells_name_currencies() {
        for (cell, expected) in [
            ("eur", "EUR"),
            ("Euros", "EUR"),
            ("$", "USD"),
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
        assert_eq!(strip_suffix("12,50 €").map(|(rest, _)| rest), Some("12,50 "));
        assert_eq!(strip_suffix("12,50€ CHF").map(|(rest, _)| rest), Some("12,50€ "));
        assert_eq!(strip_prefix("US$ 5").map(|(_, rest)| rest), Some(" 5"));
        assert_eq!(strip_prefix("CHF1'000"), Some((Currency::recognise("CHF").unwrap(), "1'000")));
        assert!(strip_suffix("12,50 D").is_none());
    }
}
