//! The named and numbered characters of markup, as many as business documents use (HTML 4, Latin 1 and signs).
//! An unknown name stays as it is written; no definition inside a document is ever followed.

/// Names of U+00A0 to U+00FF, in order.
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
    "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
    "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig",
    "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve",
    "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN",
    "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
    "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

const OTHERS: [(&str, char); 27] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("euro", '€'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Yuml", 'Ÿ'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("bull", '•'),
    ("hellip", '…'),
    ("minus", '−'),
    ("trade", '™'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
];

/// The text with its entities replaced.
pub(crate) fn replaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        let length = entity.bytes().take(32).position(|byte| byte == b';');
        let found = length.and_then(|length| Some((entity.get(1..length).and_then(character)?, length + 1)));
        let (character, used) = found.unwrap_or(('&', 1));
        out.push(character);
        rest = entity.get(used..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    if let Some(digits) = name.strip_prefix('#') {
        let hexadecimal = digits.strip_prefix(['x', 'X']);
        let code = hexadecimal.map_or_else(|| digits.parse(), |digits| u32::from_str_radix(digits, 16)).ok()?;
        return numbered(code);
    }
    let latin = || LATIN.iter().zip('\u{A0}'..='\u{FF}').find(|(known, _)| **known == name).map(|(_, c)| c);
    OTHERS.iter().find(|(known, _)| *known == name).map(|(_, c)| *c).or_else(latin)
}

/// Browsers read the numbers 128 to 159 as Windows-1252, and so do the programs that write them.
fn numbered(code: u32) -> Option<char> {
    if let Ok(byte @ 0x80..=0x9F) = u8::try_from(code) {
        return encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next();
    }
    char::from_u32(code).filter(|c| *c != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers() {
        let cases = [
            ("Soci&eacute;t&Eacute; &amp; fils &lt;x&gt;", "SociétÉ & fils <x>"),
            ("1&nbsp;234,56&nbsp;&euro;", "1\u{A0}234,56\u{A0}€"),
            ("&#8364;&#x20AC;&#128;", "€€€"),
            ("R&D; A&B &nosuch; &#xD800; &#0; &", "R&D; A&B &nosuch; &#xD800; &#0; &"),
            ("&yuml;&Agrave;", "ÿÀ"),
        ];
        for (source, expected) in cases {
            assert_eq!(replaced(source), expected, "{source}");
        }
    }
}
