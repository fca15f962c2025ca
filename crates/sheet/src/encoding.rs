//! Which encoding a text file is in, told by its bytes, and its decoding in chunks with one kind of line end.
//! Guarantees: the verdict does not depend on the order of lines; every undecodable character is counted.

use crate::code_pages;
use crate::error::Unreadable;
use crate::twice::{self, Repair};

/// The encoding of a delimited file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8 without byte order mark, plain ASCII included.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// UTF-8 that was taken for Windows-1252 and encoded again; read as it was meant.
    Utf8Twice,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, Western European.
    Windows1252,
    /// ISO-8859-15, Western European with the euro sign.
    Iso885915,
    /// DOS, Western European (with the euro sign of CP858).
    Cp850,
    /// DOS, United States.
    Cp437,
    /// Mac OS Roman.
    MacRoman,
}

impl Encoding {
    /// The name people know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 (BOM)",
            Encoding::Utf8Twice => "UTF-8 (encoded twice)",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Iso885915 => "ISO-8859-15",
            Encoding::Cp850 => "CP850",
            Encoding::Cp437 => "CP437",
            Encoding::MacRoman => "Mac OS Roman",
        }
    }

    /// Whether it is a form of Unicode, rather than one byte per character.
    pub(crate) const fn is_unicode(self) -> bool {
        match self {
            Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Utf8Twice | Encoding::Utf16Le | Encoding::Utf16Be => true,
            Encoding::Windows1252 | Encoding::Iso885915 | Encoding::Cp850 | Encoding::Cp437 | Encoding::MacRoman => {
                false
            }
        }
    }

    /// Whether a single invalid byte is a reason to look again.
    pub(crate) const fn is_strict(self) -> bool {
        matches!(self, Encoding::Utf8 | Encoding::Utf8Bom)
    }

    /// The library's encoding, where each byte is one character by itself.
    pub(crate) fn of_one_byte(self) -> Option<&'static encoding_rs::Encoding> {
        match self {
            Encoding::Windows1252 => Some(encoding_rs::WINDOWS_1252),
            Encoding::Iso885915 => Some(encoding_rs::ISO_8859_15),
            Encoding::MacRoman => Some(encoding_rs::MACINTOSH),
            Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Utf8Twice => None,
            Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Cp850 | Encoding::Cp437 => None,
        }
    }

    fn decoder(self) -> Decoder {
        let known = match self {
            Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Utf8Twice => {
                encoding_rs::UTF_8.new_decoder_with_bom_removal()
            }
            Encoding::Utf16Le => encoding_rs::UTF_16LE.new_decoder_with_bom_removal(),
            Encoding::Utf16Be => encoding_rs::UTF_16BE.new_decoder_with_bom_removal(),
            Encoding::Windows1252 | Encoding::Iso885915 | Encoding::MacRoman | Encoding::Cp850 | Encoding::Cp437 => {
                if let Some(known) = self.of_one_byte() {
                    return Decoder::Known(known.new_decoder_without_bom_handling());
                }
                let table = code_pages::upper_half(self).unwrap_or([char::REPLACEMENT_CHARACTER; 128]);
                return Decoder::Table(Box::new(table));
            }
        };
        Decoder::Known(known)
    }
}

/// A decoder of the library, or one of ours for the DOS encodings it does not have.
enum Decoder {
    Known(encoding_rs::Decoder),
    Table(Box<[char; 128]>),
}

impl Decoder {
    /// Returns whether all input was used, how many bytes were read and how many written.
    fn decode(&mut self, source: &[u8], out: &mut [u8], last: bool) -> (bool, usize, usize) {
        match self {
            Decoder::Known(decoder) => {
                let (result, read, written, _) = decoder.decode_to_utf8(source, out, last);
                (result == encoding_rs::CoderResult::InputEmpty, read, written)
            }
            Decoder::Table(upper) => {
                let mut written = 0;
                for (read, byte) in source.iter().enumerate() {
                    let character = match byte.checked_sub(0x80) {
                        Some(at) => upper.get(usize::from(at)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
                        None => char::from(*byte),
                    };
                    let Some(slot) = out.get_mut(written..).filter(|room| room.len() >= 4) else {
                        return (false, read, written);
                    };
                    written += character.encode_utf8(slot).len();
                }
                (true, source.len(), written)
            }
        }
    }
}

/// The encoding of the file, or `None` when the content is not text.
pub(crate) fn detect(bytes: &[u8]) -> Option<Encoding> {
    if let Some(text) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some(if twice::is_seen(text) { Encoding::Utf8Twice } else { Encoding::Utf8Bom });
    }
    // Four bytes a character: nothing that exports ledgers writes it.
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return None;
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return Some(Encoding::Utf16Le);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Some(Encoding::Utf16Be);
    }
    if let Some(encoding) = zero_byte_pattern(bytes) {
        return Some(encoding);
    }
    if is_binary(bytes) {
        return None;
    }
    Some(without_mark(bytes, utf8_census(bytes)))
}

/// The encoding of text without a mark; `census` as [`utf8_census`] gives it. Lines of plain ASCII tell nothing.
pub(crate) fn without_mark(bytes: &[u8], (valid, invalid): (usize, usize)) -> Encoding {
    match is_utf8(valid, invalid) {
        true if twice::is_seen(bytes) => Encoding::Utf8Twice,
        true => Encoding::Utf8,
        false => code_pages::best(bytes, single_byte(bytes)),
    }
}

/// The encoding of a page or an XML document: by its bytes, or by what it says where its bytes leave a choice.
pub(crate) fn of_markup(bytes: &[u8]) -> Option<Encoding> {
    let told = detect(bytes)?;
    let head: Vec<u8> = bytes.iter().take(4_096).map(u8::to_ascii_lowercase).collect();
    let says = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    let one_byte = matches!(
        told,
        Encoding::Windows1252 | Encoding::Iso885915 | Encoding::Cp850 | Encoding::Cp437 | Encoding::MacRoman
    );
    Some(match () {
        () if !one_byte => told,
        () if says(b"iso-8859-15") => Encoding::Iso885915,
        () if says(b"iso-8859-1") || says(b"windows-1252") => Encoding::Windows1252,
        () if says(b"macintosh") => Encoding::MacRoman,
        () if says(b"ibm850") || says(b"cp850") => Encoding::Cp850,
        () => told,
    })
}

/// UTF-16 without a mark: ledgers are mostly ASCII, so one byte of each pair is mostly zero.
fn zero_byte_pattern(bytes: &[u8]) -> Option<Encoding> {
    let pairs = bytes.get(..bytes.len().min(65_536)).unwrap_or_default().as_chunks::<2>().0;
    let high = pairs.iter().filter(|pair| pair[0] == 0).count();
    let low = pairs.iter().filter(|pair| pair[1] == 0).count();
    let many = |zeros: usize| zeros * 10 >= pairs.len() * 4;
    let few = |zeros: usize| zeros * 100 <= pairs.len();
    match () {
        () if pairs.is_empty() => None,
        () if many(low) && few(high) => Some(Encoding::Utf16Le),
        () if many(high) && few(low) => Some(Encoding::Utf16Be),
        () => None,
    }
}

/// More than one control character in fifty, looking at both ends of the file.
fn is_binary(bytes: &[u8]) -> bool {
    let window = bytes.len().min(65_536);
    let head = bytes.get(..window).unwrap_or_default();
    let tail = bytes.get(bytes.len() - window..).unwrap_or_default();
    let controls = |part: &[u8]| part.iter().filter(|byte| is_control(**byte)).count();
    controls(head) * 50 > window || controls(tail) * 50 > window
}

const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A | 0x1B)
}

/// Whether a file of so many characters of several bytes and so many faults is UTF-8. With a few faults it stays UTF-8:
/// read as 1252, every accent in it would be wrong.
const fn is_utf8(valid: usize, invalid: usize) -> bool {
    invalid == 0 || valid / 8 >= invalid
}

/// Characters of several bytes that are valid UTF-8, and places that are not.
pub(crate) fn utf8_census(bytes: &[u8]) -> (usize, usize) {
    let (mut valid, mut invalid, mut rest) = (0, 0, bytes);
    loop {
        let (sound, skip) = match std::str::from_utf8(rest) {
            Ok(_) => (rest, None),
            Err(error) => {
                let (sound, bad) = rest.split_at(error.valid_up_to());
                (sound, Some(error.error_len().unwrap_or(bad.len())))
            }
        };
        valid += sound.iter().filter(|byte| **byte >= 0xC0).count();
        let Some(skip) = skip else { return (valid, invalid) };
        invalid += 1;
        rest = rest.get(sound.len() + skip..).unwrap_or_default();
    }
}

/// The two encodings differ in eight characters; only text that reads better with the ISO ones is taken for ISO.
fn single_byte(bytes: &[u8]) -> Encoding {
    if bytes.iter().any(|byte| matches!(byte, 0x80..=0x9F)) {
        return Encoding::Windows1252;
    }
    let iso = bytes.iter().enumerate().any(|(at, byte)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b'\n');
        let after = bytes.get(at + 1).copied().unwrap_or(b'\n');
        match byte {
            // Euro sign (1252: currency sign, which nobody types): an amount stands next to it, or nothing but a blank.
            0xA4 => !(is_letter(before) && is_letter(after)),
            // œ, Œ (1252: one half, one quarter): inside a word.
            0xBC | 0xBD => is_letter(before) || is_letter(after),
            _ => false,
        }
    });
    if iso { Encoding::Iso885915 } else { Encoding::Windows1252 }
}

const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0xC0
}

/// Receives a chunk of decoded text and the number of source bytes used so far.
pub(crate) type Visit<'a> = &'a mut dyn FnMut(&[u8], u64) -> Result<(), Unreadable>;

/// Hands the decoded text over in chunks of UTF-8 whose only line end is `\n` (CRLF, CR and CR CR LF included).
/// Returns the number of replacement characters.
pub(crate) fn decode(bytes: &[u8], encoding: Encoding, visit: Visit<'_>) -> Result<u64, Unreadable> {
    let mut decoder = encoding.decoder();
    let mut ends = LineEnds::default();
    let mut decoded = vec![0; 64 * 1024];
    let mut unified = Vec::with_capacity(64 * 1024);
    let mut repair = (encoding == Encoding::Utf8Twice).then(Repair::default);
    let mut repaired = String::new();
    let (mut rest, mut replaced) = (bytes, 0);
    loop {
        let source = rest.get(..rest.len().min(32 * 1024)).unwrap_or_default();
        let last = source.len() == rest.len();
        let (used_up, read, written) = decoder.decode(source, &mut decoded, last);
        rest = rest.get(read..).unwrap_or_default();
        let finished = last && used_up;
        let mut text = decoded.get(..written).unwrap_or_default();
        if let (Some(repair), Ok(seen)) = (&mut repair, std::str::from_utf8(text)) {
            repaired.clear();
            repair.feed(seen, finished, &mut repaired);
            text = repaired.as_bytes();
        }
        replaced += replacements(text);
        unified.clear();
        ends.unify(text, &mut unified);
        if finished {
            ends.finish(&mut unified);
        }
        visit(&unified, (bytes.len() - rest.len()) as u64)?;
        if finished {
            return Ok(replaced);
        }
    }
}

fn replacements(text: &[u8]) -> u64 {
    if !text.contains(&0xEF) {
        return 0;
    }
    text.windows(3).filter(|window| window == b"\xEF\xBF\xBD").count() as u64
}

/// Line ends made one: carriage returns wait until what follows them is known.
#[derive(Default)]
struct LineEnds {
    returns: usize,
}

impl LineEnds {
    fn unify(&mut self, text: &[u8], out: &mut Vec<u8>) {
        let mut rest = text;
        while let Some(first) = rest.first().copied() {
            match first {
                b'\r' => {
                    self.returns += 1;
                    rest = rest.get(1..).unwrap_or_default();
                }
                b'\n' => {
                    // CR LF and CR CR LF are one end; the returns before them are ends of their own.
                    out.resize(out.len() + self.returns.saturating_sub(1).max(1), b'\n');
                    self.returns = 0;
                    rest = rest.get(1..).unwrap_or_default();
                }
                _ => {
                    self.finish(out);
                    let run = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
                    let (plain, after) = rest.split_at(run);
                    out.extend_from_slice(plain);
                    rest = after;
                }
            }
        }
    }

    fn finish(&mut self, out: &mut Vec<u8>) {
        out.resize(out.len() + self.returns, b'\n');
        self.returns = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> String {
        let Some(encoding) = detect(bytes) else { return "binary".to_owned() };
        let mut text = Vec::new();
        let replaced = decode(bytes, encoding, &mut |chunk, _| {
            text.extend_from_slice(chunk);
            Ok(())
        })
        .unwrap();
        format!("{} {replaced} {:?}", encoding.label(), String::from_utf8(text).unwrap())
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn encodings_by_content() {
        assert_eq!(decoded(b"Nom;Solde\n"), r#"UTF-8 0 "Nom;Solde\n""#);
        assert_eq!(decoded("Échéance".as_bytes()), r#"UTF-8 0 "Échéance""#);
        assert_eq!(decoded(b"\xEF\xBB\xBFNom"), r#"UTF-8 (BOM) 0 "Nom""#);
        assert_eq!(decoded(b"\xC9ch\xE9ance"), r#"Windows-1252 0 "Échéance""#);
        assert_eq!(decoded(b"12,50 \x80"), r#"Windows-1252 0 "12,50 €""#);
        assert_eq!(decoded(b"Soci\xE9t\xE9;12,50 \xA4"), r#"ISO-8859-15 0 "Société;12,50 €""#);
        assert_eq!(decoded(b"S\xBDur"), r#"ISO-8859-15 0 "Sœur""#);
        assert_eq!(decoded(b"1 \xBD bo\xEEte"), r#"Windows-1252 0 "1 ½ boîte""#);
        assert_eq!(decoded(&[&b"\xFF\xFE"[..], &utf16("Été;1", false)].concat()), r#"UTF-16 LE 0 "Été;1""#);
        assert_eq!(decoded(&utf16("Client;Solde\r\nÉté;1", false)), r#"UTF-16 LE 0 "Client;Solde\nÉté;1""#);
        assert_eq!(decoded(&utf16("Client;Solde\r\nÉté;1", true)), r#"UTF-16 BE 0 "Client;Solde\nÉté;1""#);
        assert_eq!(decoded(b"Soci\x82t\x82 n\xF8 1, L'\x90t\x82"), r#"CP850 0 "Société n° 1, L'Été""#);
        assert_eq!(decoded(b"SOCI\x90T\x90 \xB7 PARIS"), r#"CP850 0 "SOCIÉTÉ À PARIS""#);
        assert_eq!(decoded(b"Soci\x8Et\x8E d\xD5\x8Equipement"), r#"Mac OS Roman 0 "Société d’équipement""#);
        assert_eq!(decoded("SociÃ©tÃ©;12,50 â‚¬".as_bytes()), r#"UTF-8 (encoded twice) 0 "Société;12,50 €""#);
        assert_eq!(decoded(&[0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0]), "binary");
    }

    #[test]
    fn a_few_broken_characters_do_not_spoil_the_accents() {
        let bytes = ["éèàçùéèàçù".as_bytes(), b" \xE9"].concat();
        assert_eq!(decoded(&bytes), "UTF-8 1 \"éèàçùéèàçù \u{FFFD}\"");
    }

    #[test]
    fn every_line_end_becomes_one() {
        for source in ["a\nb\n\nc\n", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r", "a\r\r\nb\r\r\n\r\r\nc\r\r\n"] {
            assert_eq!(decoded(source.as_bytes()), r#"UTF-8 0 "a\nb\n\nc\n""#, "{source:?}");
        }
    }
}
