//! One-byte encodings other than the Western Windows and ISO ones: DOS (CP850, CP437) and Mac OS Roman, and how a text
//! shows which one it is in. The verdict comes from counts over the whole text, so the order of lines plays no part.
//! Tables: Unicode Consortium, VENDORS/MICSFT/PC/CP850.TXT and CP437.TXT; 0xD5 of CP850 is read as CP858 has it (€).

use crate::encoding::Encoding;

const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// The characters of the bytes 0x80 to 0xFF.
pub(crate) fn upper_half(encoding: Encoding) -> Option<[char; 128]> {
    let bytes: Vec<u8> = (0x80..=0xFF).collect();
    let text = match encoding {
        Encoding::Cp850 => CP850.to_owned(),
        Encoding::Cp437 => CP437.to_owned(),
        Encoding::MacRoman => encoding_rs::MACINTOSH.decode_without_bom_handling(&bytes).0.into_owned(),
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(),
        Encoding::Iso885915 => encoding_rs::ISO_8859_15.decode_without_bom_handling(&bytes).0.into_owned(),
        Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Utf8Twice | Encoding::Utf16Le | Encoding::Utf16Be => {
            return None;
        }
    };
    let mut characters = text.chars();
    let table = std::array::from_fn(|_| characters.next().unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(table)
}

/// What stands beside a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Nothing = 0,
    Digit = 1,
    Lower = 2,
    Upper = 3,
    /// Another byte above 0x7F, whose meaning is not known yet.
    High = 4,
}

const fn beside(byte: u8) -> Beside {
    match byte {
        b'0'..=b'9' => Beside::Digit,
        b'a'..=b'z' => Beside::Lower,
        b'A'..=b'Z' => Beside::Upper,
        0x80.. => Beside::High,
        _ => Beside::Nothing,
    }
}

const ALL_BESIDE: [Beside; 5] = [Beside::Nothing, Beside::Digit, Beside::Lower, Beside::Upper, Beside::High];

/// Each byte above 0x7F with its neighbours, counted.
struct Census {
    counts: Vec<u64>,
}

impl Census {
    fn of(bytes: &[u8]) -> Census {
        let mut counts = vec![0; 5 * 128 * 5];
        for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
            let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
            let after = bytes.get(at + 1).copied().unwrap_or(b' ');
            if let Some(count) = counts.get_mut(Census::place(beside(before), *byte, beside(after))) {
                *count += 1;
            }
        }
        Census { counts }
    }

    const fn place(before: Beside, byte: u8, after: Beside) -> usize {
        (before as usize * 128 + (byte as usize & 0x7F)) * 5 + after as usize
    }

    /// How much the text looks like a language under an encoding.
    fn score(&self, encoding: Encoding) -> i128 {
        let Some(table) = upper_half(encoding) else { return 0 };
        let mut score = 0;
        for (byte, character) in (0x80..=0xFF_u8).zip(table) {
            for before in ALL_BESIDE {
                for after in ALL_BESIDE {
                    let count = self.counts.get(Census::place(before, byte, after)).copied().unwrap_or(0);
                    if count > 0 {
                        score += i128::from(count) * i128::from(points(before, character, after));
                    }
                }
            }
        }
        score
    }
}

/// How likely a character is between two others.
fn points(before: Beside, character: char, after: Beside) -> i64 {
    use Beside::{Digit, High, Lower, Nothing, Upper};
    let letter = |side| matches!(side, Lower | Upper | High);
    if character.is_alphabetic() && !matches!(character, 'ª' | 'º' | 'ƒ' | 'ⁿ' | 'µ') {
        let weight = frequency(character);
        if weight == 0 {
            return -10;
        }
        let alone = !letter(before) && !letter(after);
        return match (character.is_lowercase(), before, after) {
            _ if alone => {
                if character == 'à' || character == 'À' {
                    3
                } else {
                    -1
                }
            }
            // A small letter among capitals, or a capital after a small letter.
            (true, Upper, Upper | Nothing) if character != 'ß' => -8,
            (true, Nothing, Upper) | (false, Lower, _) => -8,
            _ => weight,
        };
    }
    match character {
        '\u{A0}' | '\u{202F}' if before == Digit || after == Digit => 4,
        '\u{A0}' if !letter(before) || !letter(after) => 1,
        '€' | '£' if letter(before) && letter(after) => -8,
        '€' => 5,
        '’' if letter(before) && letter(after) => 5,
        '°' | 'º' | 'ª' | '²' | '³' if before != Nothing && !letter(after) => 3,
        '«' | '»' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '•' | '§' | '©' | '®' | '™' | '£' | '½' | '¼' | '¾'
        | '·' | '±' | '×' | 'µ' | '¿' | '¡' => {
            if letter(before) && letter(after) {
                -8
            } else {
                1
            }
        }
        _ if letter(before) || letter(after) => -10,
        _ => -4,
    }
}

/// Letters of the Western European languages, the more frequent the heavier; 0 for letters of others.
fn frequency(letter: char) -> i64 {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let weight = match small {
        'é' => 10,
        'è' | 'à' => 8,
        'ê' | 'ç' => 7,
        'ü' | 'ö' | 'ä' | 'ô' | 'î' | 'â' | 'ñ' | 'ß' | 'œ' => 6,
        'û' | 'ù' | 'ë' | 'ï' | 'á' | 'í' | 'ó' | 'ú' => 5,
        'å' | 'ø' | 'æ' | 'ã' | 'õ' | 'ì' | 'ò' => 3,
        'š' | 'ž' | 'ÿ' | 'ý' => 1,
        _ => 0,
    };
    if letter.is_uppercase() { (weight - 1).max(0) } else { weight }
}

/// The encoding the text reads best in; `western` when none reads better.
pub(crate) fn best(bytes: &[u8], western: Encoding) -> Encoding {
    let census = Census::of(bytes);
    let mut best = (census.score(western), western);
    for other in [Encoding::Cp850, Encoding::Cp437, Encoding::MacRoman] {
        let score = census.score(other);
        if score > best.0 {
            best = (score, other);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        for encoding in [Encoding::Cp850, Encoding::Cp437, Encoding::MacRoman] {
            let table = upper_half(encoding).unwrap();
            assert!(!table.contains(&char::REPLACEMENT_CHARACTER), "{encoding:?}");
            let distinct: std::collections::BTreeSet<char> = table.into_iter().collect();
            assert_eq!(distinct.len(), 128, "{encoding:?}");
        }
        let at = |encoding, byte: usize| upper_half(encoding).unwrap()[byte - 0x80];
        assert_eq!(
            (at(Encoding::Cp850, 0x82), at(Encoding::Cp850, 0xB7), at(Encoding::Cp850, 0xFF)),
            ('é', 'À', '\u{A0}')
        );
        assert_eq!((at(Encoding::Cp437, 0xE1), at(Encoding::Cp437, 0xF8), at(Encoding::Cp437, 0x9E)), ('ß', '°', '₧'));
        assert_eq!((at(Encoding::MacRoman, 0x8E), at(Encoding::MacRoman, 0xCA)), ('é', '\u{A0}'));
    }
}
