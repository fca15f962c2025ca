//! UTF-8 that a program took for Windows-1252 and wrote as UTF-8 again (`SociÃ©tÃ©`): recognised and put right.
//! Only sequences that make a letter or a sign of Western European text are touched; anything else stays as it is.

/// Whether any such sequence is in the text.
pub(crate) fn is_seen(bytes: &[u8]) -> bool {
    // Ã, Â, Å, Ä and â as UTF-8: the first characters of every such sequence.
    let mut rest = bytes;
    while let Some(at) = rest.windows(2).position(is_lead) {
        rest = rest.get(at..).unwrap_or_default();
        let end = rest.len().min(16);
        let head = rest.get(..end).unwrap_or_default();
        let text = match std::str::from_utf8(head) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default(),
        };
        if let Sequence::Found(..) = sequence(text) {
            return true;
        }
        rest = rest.get(2..).unwrap_or_default();
    }
    false
}

fn is_lead(pair: &[u8]) -> bool {
    matches!(pair, [0xC3, 0x82..=0x85 | 0xA2])
}

enum Sequence {
    /// The character meant, and the length of the sequence in bytes.
    Found(char, usize),
    None,
    /// The text ends before it can be told.
    Open,
}

/// The sequence at the start of a text.
fn sequence(text: &str) -> Sequence {
    let mut bytes = [0; 3];
    let mut used = 0;
    let mut wanted = 1;
    let mut characters = text.chars();
    for place in 0..3 {
        if place == wanted {
            break;
        }
        let Some(character) = characters.next() else { return Sequence::Open };
        let Some(byte) = as_windows_1252(character) else { return Sequence::None };
        match (place, byte) {
            (0, 0xC2..=0xC5) => wanted = 2,
            (0, 0xE2) => wanted = 3,
            (1 | 2, 0x80..=0xBF) => {}
            _ => return Sequence::None,
        }
        if let Some(slot) = bytes.get_mut(place) {
            *slot = byte;
        }
        used += character.len_utf8();
    }
    let meant = bytes.get(..wanted).and_then(|bytes| std::str::from_utf8(bytes).ok()?.chars().next());
    match meant {
        Some(character) if is_western(character) => Sequence::Found(character, used),
        Some(_) | None => Sequence::None,
    }
}

/// The characters of the bytes 0x80 to 0x9F of Windows-1252. The encoders of the library are one function for all its
/// encodings: thirty kilobytes for this line.
const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// The byte a character has in Windows-1252; the five bytes without a character stand for their control characters.
fn as_windows_1252(character: char) -> Option<u8> {
    match character {
        '\u{80}'..='\u{FF}' => u8::try_from(u32::from(character)).ok(),
        '\u{152}'..='\u{2122}' => {
            (0x80..).zip(FROM_0X80.chars()).find(|(_, own)| *own == character).map(|(byte, _)| byte)
        }
        _ => None,
    }
}

const fn is_western(character: char) -> bool {
    matches!(character, '\u{A0}'..='\u{17F}' | '\u{2010}'..='\u{203A}' | '\u{20AC}' | '\u{2122}')
}

/// Puts a text right, chunk after chunk.
#[derive(Default)]
pub(crate) struct Repair {
    /// The end of the last chunk, where a sequence may have begun.
    open: String,
}

impl Repair {
    /// Adds what is right to `out`; `last` when nothing follows.
    pub fn feed(&mut self, chunk: &str, last: bool, out: &mut String) {
        let joined = std::mem::take(&mut self.open) + chunk;
        let mut rest = joined.as_str();
        while let Some(first) = rest.chars().next() {
            if first.is_ascii() {
                let run = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
                let (plain, after) = rest.split_at(run);
                out.push_str(plain);
                rest = after;
                continue;
            }
            let (character, used) = match sequence(rest) {
                Sequence::Found(character, used) => (character, used),
                Sequence::Open if !last => {
                    rest.clone_into(&mut self.open);
                    return;
                }
                Sequence::Open | Sequence::None => (first, first.len_utf8()),
            };
            out.push(character);
            rest = rest.get(used..).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_the_byte_of_the_standard() {
        for character in '\u{100}'..='\u{FFFF}' {
            let text = character.to_string();
            let (bytes, _, failed) = encoding_rs::WINDOWS_1252.encode(&text);
            assert_eq!(as_windows_1252(character), bytes.first().copied().filter(|_| !failed), "{character}");
        }
    }

    fn repaired(text: &str, step: usize) -> String {
        let (mut repair, mut out) = (Repair::default(), String::new());
        let characters: Vec<char> = text.chars().collect();
        for chunk in characters.chunks(step) {
            repair.feed(&chunk.iter().collect::<String>(), false, &mut out);
        }
        repair.feed("", true, &mut out);
        out
    }

    #[test]
    fn what_was_encoded_twice_is_put_right() {
        let twice = |text: &str| encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
        let text = "Société Générale à Noël, 12,50 €, n° 3, l’été, cœur, Ünïcode, ÉÀÇ – fin";
        assert!(twice(text).contains("SociÃ©tÃ©") && is_seen(twice(text).as_bytes()) && !is_seen(text.as_bytes()));
        for step in [1, 2, 3, 1000] {
            assert_eq!(repaired(&twice(text), step), text, "{step}");
            assert_eq!(repaired(text, step), text, "{step}");
        }
    }

    #[test]
    fn honest_text_stays() {
        for text in ["NÃO", "ÂGE", "à\u{A0}«\u{A0}Lyon\u{A0}»", "â", "Å", "SÃO PAULO", "Âme â € Ã", "12 €"]
        {
            assert!(!is_seen(text.as_bytes()), "{text}");
            assert_eq!(repaired(text, 1), text);
        }
    }
}
