//! Text messages: what fits in one, and what does not. A message of plain signs (GSM 03.38) holds 160 of them, or 153 in
//! each part of several; one sign outside of these and every part holds 70, or 67, of them (3GPP TS 23.038).

use text::letters::printable;

/// How long a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Plain signs (GSM-7), or any (UCS-2).
    pub is_plain: bool,
    /// Places taken: septets, or units of 16 bits.
    pub units: usize,
    /// How many parts are sent, and paid for.
    pub parts: usize,
}

const PLAIN: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Signs of the second table: they take two places.
const DOUBLE: &str = "\u{C}^{}\\[~]|€";

/// Counts a message.
pub fn count(message: &str) -> Count {
    let places = message.chars().map(|sign| match sign {
        plain if PLAIN.contains(plain) => Some(1),
        double if DOUBLE.contains(double) => Some(2),
        _ => None,
    });
    match places.clone().collect::<Option<Vec<usize>>>() {
        Some(places) => Count { is_plain: true, units: places.iter().sum(), parts: parts(&places, 160, 153) },
        None => {
            let places: Vec<usize> = message.chars().map(char::len_utf16).collect();
            Count { is_plain: false, units: places.iter().sum(), parts: parts(&places, 70, 67) }
        }
    }
}

/// A sign of two places is never split between two parts.
fn parts(places: &[usize], alone: usize, joined: usize) -> usize {
    let total: usize = places.iter().sum();
    if total <= alone {
        return usize::from(total > 0);
    }
    let (mut parts, mut used) = (1, 0);
    for place in places {
        if used + place > joined {
            parts += 1;
            used = 0;
        }
        used += place;
    }
    parts
}

/// The message in plain signs as far as it can be said in them: typographic spaces and quotes, dashes, accents that the
/// plain signs lack, and the euro in letters.
pub fn plain(message: &str) -> String {
    let mut text = String::new();
    for sign in message.trim().chars() {
        match sign {
            '\u{A0}' | '\u{202F}' | '\u{2009}' => text.push(' '),
            '’' | '‘' => text.push('\''),
            '“' | '”' | '«' | '»' => text.push('"'),
            '–' | '—' | '−' => text.push('-'),
            '…' => text.push_str("..."),
            '€' => text.push_str("EUR"),
            'ê' | 'ë' => text.push('e'),
            'Ê' | 'È' | 'Ë' => text.push('E'),
            'â' | 'á' => text.push('a'),
            'À' | 'Â' | 'Á' => text.push('A'),
            'î' | 'ï' | 'í' => text.push('i'),
            'Î' | 'Ï' => text.push('I'),
            'ô' | 'ó' => text.push('o'),
            'Ô' => text.push('O'),
            'û' | 'ú' => text.push('u'),
            'Ù' | 'Û' => text.push('U'),
            // GSM has the capital alone.
            'ç' => text.push('c'),
            'œ' => text.push_str("oe"),
            'Œ' => text.push_str("OE"),
            other => text.push(other),
        }
    }
    printable(&text).text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(message: &str) -> (bool, usize, usize) {
        let Count { is_plain, units, parts } = count(message);
        (is_plain, units, parts)
    }

    #[test]
    fn plain_signs_and_others_are_counted_as_networks_do() {
        assert_eq!(counted(""), (true, 0, 0));
        assert_eq!(counted(&"a".repeat(160)), (true, 160, 1));
        assert_eq!(counted(&"a".repeat(161)), (true, 161, 2));
        assert_eq!(counted(&"é".repeat(306)), (true, 306, 2));
        assert_eq!(counted(&"a".repeat(307)), (true, 307, 3));
        assert_eq!(counted("€[]"), (true, 6, 1));
        // The euro sign would straddle two parts: it opens the second.
        assert_eq!(counted(&format!("{}€{}", "a".repeat(152), "a".repeat(152))), (true, 306, 3));
        assert_eq!(counted("ê"), (false, 1, 1));
        assert_eq!(counted(&"ê".repeat(70)), (false, 70, 1));
        assert_eq!(counted(&"ê".repeat(71)), (false, 71, 2));
        assert_eq!(counted(&"😀".repeat(36)), (false, 72, 2));
    }

    #[test]
    fn typography_becomes_plain_signs() {
        let message = plain("Ateliers d’Été : « 1 234,56 € » à régler, êtes-vous d’accord ? œuvre…");
        assert_eq!(
            message,
            "Ateliers d'Eté : \" 1 234,56 EUR \" à régler, etes-vous d'accord ? oeuvre...".replace("Eté", "Été")
        );
        assert!(count(&message.replace('É', "E")).is_plain);
        assert!(count(&plain("À ÉTUDIER")).is_plain);
    }
}
