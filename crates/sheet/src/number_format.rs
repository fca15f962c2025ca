//! Whether a number format shows days, from its built-in number or its code. Only the first of the sections
//! of a code counts, quoted and escaped characters say nothing.

/// What a number under a format is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Number,
    /// A day, a time of day, or both.
    Moment,
    /// A length of time, which may pass 24 hours.
    Duration,
    /// A whole number with zeros before it, so many digits in all: a code.
    Padded(u8),
}

/// A format that every program knows by its number.
pub(crate) fn built_in(number: &[u8]) -> Shown {
    match std::str::from_utf8(number).ok().and_then(|number| number.parse().ok()) {
        // 27 to 36 and 50 to 58 are the days of East Asian versions.
        Some(14..=22 | 27..=36 | 45 | 47 | 50..=58) => Shown::Moment,
        Some(46) => Shown::Duration,
        Some(0_u32..) | None => Shown::Number,
    }
}

/// A format that the workbook writes out.
pub(crate) fn custom(code: &str) -> Shown {
    // More digits than a spreadsheet keeps are no code.
    if (2..=15).contains(&code.len()) && code.bytes().all(|byte| byte == b'0') {
        return Shown::Padded(code.len() as u8);
    }
    let (mut quoted, mut brackets, mut elapsed, mut half_day) = (false, 0_u8, false, false);
    let mut before = ' ';
    let mut characters = code.chars();
    while let Some(mut character) = characters.next() {
        match character {
            '_' | '\\' | '*' => character = characters.next().unwrap_or(' '),
            '"' => quoted = !quoted,
            _ if quoted => {}
            ';' => return Shown::Number,
            '[' => brackets = brackets.saturating_add(1),
            ']' if elapsed && brackets == 1 => return Shown::Duration,
            ']' => brackets = brackets.saturating_sub(1),
            'a' | 'A' if brackets == 0 && !half_day => half_day = true,
            'p' | 'P' | 'm' | 'M' | '/' if brackets == 0 && half_day => return Shown::Moment,
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' if brackets == 0 && !half_day => {
                return Shown::Moment;
            }
            _ if elapsed && character.eq_ignore_ascii_case(&before) => {}
            _ => elapsed = before == '[' && matches!(character, 'm' | 'h' | 's' | 'M' | 'H' | 'S'),
        }
        before = character;
    }
    Shown::Number
}

/// The currency that a format writes beside its numbers: a sign or a code, as it stands there.
pub(crate) fn currency(code: &str) -> Option<String> {
    let first = code.split(';').next().unwrap_or_default();
    // `[$€-40C]` is the euro in French; `[$-40C]` names a language only.
    if let Some((_, rest)) = first.split_once("[$") {
        let inside = rest.split(']').next().unwrap_or_default();
        let (sign, place) = inside.split_once('-').unwrap_or((inside, ""));
        let named = of_place(sign.trim(), place).unwrap_or(sign.trim());
        return Some(named.to_owned()).filter(|named| !named.is_empty());
    }
    let quoted = || first.split('"').skip(1).step_by(2).map(str::trim);
    // `"R$"` is no dollar, and `"$ CA"` is Canada's.
    let with_letters = |text: &str| {
        let letters = text.strip_suffix('$').or_else(|| text.strip_prefix('$'));
        letters.map(str::trim).is_some_and(|letters| (1..=3).contains(&letters.len()) && is_capitals(letters))
    };
    if let Some(dollar) = quoted().find(|text| with_letters(text)) {
        return Some(dollar.to_owned());
    }
    let signs = ["US$", "€", "£", "¥", "₪", "$"];
    if let Some(sign) = signs.iter().find(|sign| first.contains(**sign)) {
        return Some((*sign).to_owned());
    }
    // `"EUR"`, `"DH"`, `"F CFA"`.
    quoted().find(|text| (2..=5).contains(&text.len()) && is_capitals(text)).map(str::to_owned)
}

fn is_capitals(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ')
}

/// Signs that several countries share, or that say little by themselves: the sign, the places where it stands for a currency,
/// and its code. Places are language identifiers of Windows ([MS-LCID] 2.2) and countries, which newer releases write.
const SHARED: [(&str, &[&str], &str); 19] = [
    ("$", &["1009", "C0C", "CA"], "CAD"),
    ("$", &["C09", "AU"], "AUD"),
    ("$", &["1409", "NZ"], "NZD"),
    ("$", &["C04", "3C09", "HK"], "HKD"),
    ("$", &["1004", "4809", "SG"], "SGD"),
    ("$", &["80A", "MX"], "MXN"),
    ("$", &["2C0A", "AR"], "ARS"),
    ("$", &["340A", "CL"], "CLP"),
    ("$", &["240A", "CO"], "COP"),
    ("¥", &["804", "CN"], "CNY"),
    ("kr", &["406", "DK"], "DKK"),
    ("kr", &["414", "814", "NO"], "NOK"),
    ("kr", &["41D", "SE"], "SEK"),
    ("fr", &["807", "100C", "810", "CH"], "CHF"),
    ("SFr", &["807", "100C", "810", "CH"], "CHF"),
    ("R$", &["416", "BR"], "BRL"),
    ("zł", &["415", "PL"], "PLN"),
    ("Kč", &["405", "CZ"], "CZK"),
    ("Ft", &["40E", "HU"], "HUF"),
];

/// The currency that a sign stands for at a place; `None` where the sign says all there is.
fn of_place(sign: &str, place: &str) -> Option<&'static str> {
    let place = place.rsplit('-').next().unwrap_or_default().trim_start_matches('0');
    let sign = sign.trim_end_matches('.');
    let same = |shared: &&(&str, &[&str], &str)| {
        shared.0 == sign && shared.1.iter().any(|known| known.eq_ignore_ascii_case(place))
    };
    SHARED.iter().find(same).map(|(.., code)| *code)
}

/// The text of two-byte characters, as binary workbooks write codes.
pub(crate) fn wide(bytes: &[u8]) -> String {
    String::from_utf16_lossy(&bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_numbers() {
        for code in ["dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "hh:mm", "m\"M\"d\"D\";@", "h:mm AM/PM", "*-yyyy-mm-dd"] {
            assert_eq!(custom(code), Shown::Moment, "{code}");
        }
        for code in
            ["General", "# ##0,00\\ \"€\"", "0.00;[Red]-0.00", "\"day \"0", "#,##0*y", "\\Y000000", "[Magenta].00"]
        {
            assert_eq!(custom(code), Shown::Number, "{code}");
        }
        for code in ["[h]:mm:ss", "[Blue]\\+[mm]", "[ss].00"] {
            assert_eq!(custom(code), Shown::Duration, "{code}");
        }
        assert_eq!((custom("00000"), custom("0"), custom("00.0")), (Shown::Padded(5), Shown::Number, Shown::Number));
        assert_eq!((built_in(b"14"), built_in(b"46"), built_in(b"4"), built_in(b"x")), {
            (Shown::Moment, Shown::Duration, Shown::Number, Shown::Number)
        });
    }

    #[test]
    fn formats_name_currencies() {
        for (code, expected) in [
            ("#,##0.00\\ [$€-40C]", Some("€")),
            ("[$£-809]#,##0.00;[Red]([$£-809]#,##0.00)", Some("£")),
            ("[$CHF]\\ #,##0.00", Some("CHF")),
            ("#,##0.00\\ \"USD\"", Some("USD")),
            ("\"$\"#,##0.00", Some("$")),
            ("[$-40C]#,##0.00", None),
            ("[$$-409]#,##0.00", Some("$")),
            ("#,##0.00\\ [$$-C0C]", Some("CAD")),
            ("[$$-en-CA]#,##0.00", Some("CAD")),
            ("#,##0.00\\ [$kr.-0406]", Some("DKK")),
            ("[$kr-41D]#,##0.00", Some("SEK")),
            ("[$fr.-100C]\\ #,##0.00", Some("CHF")),
            ("[$R$-416]\\ #,##0.00", Some("BRL")),
            ("[$kr]#,##0.00", Some("kr")),
            ("#,##0.00\\ \"k\"", None),
            ("#,##0\\ \"F CFA\"", Some("F CFA")),
            ("#,##0.00\\ \"DH\"", Some("DH")),
            ("#,##0.00\\ \"$ CA\"", Some("$ CA")),
            ("#,##0.00\\ \"$\"", Some("$")),
        ] {
            assert_eq!(currency(code).as_deref(), expected, "{code}");
        }
    }
}
