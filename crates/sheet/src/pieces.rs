//! A text file in pieces: read from its source in order, each cut where its bytes can be decoded by themselves, and
//! decoded to text with one kind of line end.

use crate::encoding::{self, Encoding};
use crate::error::Unreadable;
use crate::source::{self, Source};

/// The share of a piece that is kept free beside it.
const ROOM: usize = 8;

/// Pieces of a file, each cut after a line end, or between two characters where a line is longer than a piece.
pub(crate) struct Pieces<'s> {
    source: &'s dyn Source,
    encoding: Encoding,
    size: usize,
    /// Place of `raw` in the file.
    offset: u64,
    raw: Vec<u8>,
    /// Bytes of `raw` that are the file's: what lies beyond is room.
    filled: usize,
    /// Of these, bytes already handed over.
    used: usize,
}

/// One piece.
pub(crate) struct Piece<'p> {
    /// Its place in the file.
    pub offset: u64,
    pub bytes: &'p [u8],
    /// Whether the file ends with it.
    pub last: bool,
}

impl<'s> Pieces<'s> {
    pub fn new(source: &'s dyn Source, encoding: Encoding, offset: u64, size: usize) -> Pieces<'s> {
        let room = size.min(usize::try_from(source.len().saturating_sub(offset)).unwrap_or(size));
        // A piece and the line that the one before was cut in: memory grown by doubling is never given back.
        Pieces { source, encoding, size, offset, raw: Vec::with_capacity(room + room / ROOM), filled: 0, used: 0 }
    }

    pub fn next(&mut self) -> Result<Option<Piece<'_>>, Unreadable> {
        // The room stays as it is: filling it with zeros for every piece would cost more than reading it.
        self.raw.copy_within(self.used..self.filled, 0);
        self.offset += self.used as u64;
        self.filled -= self.used;
        let mut last = false;
        let mut cut = 0;
        while cut == 0 && !last {
            let kept = self.filled;
            let missing = (kept + self.size).saturating_sub(self.raw.len());
            self.raw.reserve_exact(missing);
            self.raw.resize(self.raw.len() + missing, 0);
            let room = self.raw.get_mut(kept..kept + self.size).unwrap_or_default();
            let read = source::fill(self.source, self.offset + kept as u64, room)?;
            last = read < room.len() || self.offset + (kept + read) as u64 >= self.source.len();
            self.filled = kept + read;
            let bytes = self.raw.get(..self.filled).unwrap_or_default();
            // A file of nothing but carriage returns must not be read whole.
            let stuck = bytes.len() > self.size.saturating_mul(4).max(64);
            cut = if last || stuck { bytes.len() } else { clean_end(bytes, self.encoding) };
        }
        self.used = cut;
        if cut == 0 {
            return Ok(None);
        }
        Ok(Some(Piece { offset: self.offset, bytes: self.raw.get(..cut).unwrap_or_default(), last }))
    }
}

/// Where these bytes can be cut so that both sides decode by themselves.
fn clean_end(bytes: &[u8], encoding: Encoding) -> usize {
    if matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) {
        return clean_end_of_units(bytes, encoding == Encoding::Utf16Be);
    }
    if let Some(line_end) = memchr::memrchr(b'\n', bytes) {
        return line_end + 1;
    }
    let mut end = bytes.len();
    // At most three bytes of a character of UTF-8 can stand before its end; elsewhere going back costs nothing.
    let lead = (end.saturating_sub(3)..end).rev().find(|at| bytes.get(*at).is_some_and(|byte| *byte >= 0xC0));
    let continued = |from: usize| bytes.get(from + 1..).unwrap_or_default().iter().all(|byte| byte & 0xC0 == 0x80);
    if let Some(lead) = lead.filter(|lead| continued(*lead)) {
        end = lead;
    }
    before_returns(bytes, end)
}

/// Carriage returns wait until what follows them is known.
fn before_returns(bytes: &[u8], end: usize) -> usize {
    let head = bytes.get(..end).unwrap_or_default();
    head.iter().rposition(|byte| *byte != b'\r').map_or(0, |last| last + 1)
}

fn clean_end_of_units(bytes: &[u8], big: bool) -> usize {
    let units = bytes.as_chunks::<2>().0;
    let unit = |pair: &[u8; 2]| if big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) };
    let waits = |pair: &[u8; 2]| matches!(unit(pair), 0x000D | 0xD800..=0xDBFF);
    units.iter().rposition(|pair| !waits(pair)).map_or(0, |last| (last + 1) * 2)
}

/// Turns pieces into text.
pub(crate) struct Decoding {
    encoding: Encoding,
    /// Bytes that are not valid are known and replaced; otherwise they are a reason to doubt the encoding.
    lossy: bool,
    /// The first line is `sep=…` and no row.
    pub dropping_line: bool,
    /// Replacement characters so far.
    pub replaced: u64,
}

/// Bytes that are not in the encoding the file was said to have.
pub(crate) struct NotInEncoding;

impl Decoding {
    pub fn new(encoding: Encoding, lossy: bool, drop_first_line: bool) -> Decoding {
        Decoding { encoding, lossy, dropping_line: drop_first_line, replaced: 0 }
    }

    /// Adds the text of a piece.
    pub fn push(&mut self, piece: &Piece<'_>, text: &mut String) -> Result<Result<(), NotInEncoding>, Unreadable> {
        let before = text.len();
        // Letters beyond ASCII take more bytes in UTF-8 than in one-byte encodings.
        text.reserve_exact(piece.bytes.len() + piece.bytes.len() / ROOM);
        if self.encoding.is_strict() && !self.lossy {
            let bytes = match piece.offset {
                0 => piece.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(piece.bytes),
                _ => piece.bytes,
            };
            let Ok(valid) = std::str::from_utf8(bytes) else { return Ok(Err(NotInEncoding)) };
            push_unified(valid, text);
            self.replaced += count_replacements(valid);
        } else if let Some(one_byte) = self.encoding.of_one_byte() {
            // No state is carried from one piece to the next, and no byte is without a character.
            push_unified(&one_byte.decode_without_bom_handling(piece.bytes).0, text);
        } else {
            self.replaced += encoding::decode(piece.bytes, self.encoding, &mut |chunk, _| {
                text.push_str(&String::from_utf8_lossy(chunk));
                Ok(())
            })?;
        }
        if self.dropping_line {
            self.drop_line(text, before);
        }
        Ok(Ok(()))
    }

    fn drop_line(&mut self, text: &mut String, from: usize) {
        let added = text.get(from..).unwrap_or_default();
        match added.find('\n') {
            Some(end) => {
                text.drain(from..=from + end);
                self.dropping_line = false;
            }
            None => text.truncate(from),
        }
    }
}

/// Adds a text whose line ends become `\n`: CR LF and CR CR LF are one end, a lone CR is one.
fn push_unified(source: &str, text: &mut String) {
    let mut rest = source;
    while let Some(at) = memchr::memchr(b'\r', rest.as_bytes()) {
        let (plain, ends) = rest.split_at(at);
        text.push_str(plain);
        let after = ends.trim_start_matches('\r');
        let returns = ends.len() - after.len();
        let (count, after) = match after.strip_prefix('\n') {
            Some(after) => ((returns - 1).max(1), after),
            None => (returns, after),
        };
        text.extend(std::iter::repeat_n('\n', count));
        rest = after;
    }
    text.push_str(rest);
}

fn count_replacements(text: &str) -> u64 {
    let bytes = text.as_bytes();
    memchr::memchr_iter(0xEF, bytes)
        .filter(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"\xEF\xBF\xBD")))
        .count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a file read in pieces of a size.
    fn text(bytes: &[u8], encoding: Encoding, size: usize) -> String {
        let source = bytes.to_vec();
        let mut pieces = Pieces::new(&source, encoding, 0, size);
        let mut decoding = Decoding::new(encoding, false, false);
        let mut text = String::new();
        while let Some(piece) = pieces.next().unwrap() {
            assert!(decoding.push(&piece, &mut text).unwrap().is_ok(), "{encoding:?} in pieces of {size}");
        }
        text
    }

    #[test]
    fn pieces_of_any_size_give_the_same_text() {
        let source = "Été;12,50 €\r\n\r\n«\u{1F600}»\r\r\nb\rc\n\n\r\"x\r\ny\"";
        let expected = "Été;12,50 €\n\n«\u{1F600}»\nb\nc\n\n\n\"x\ny\"";
        let wide = |big: bool| -> Vec<u8> {
            source.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let narrow = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for size in 1..60 {
            assert_eq!(text(source.as_bytes(), Encoding::Utf8, size), expected);
            assert_eq!(text(&wide(false), Encoding::Utf16Le, size), expected);
            assert_eq!(text(&wide(true), Encoding::Utf16Be, size), expected);
            let western = |text: &str| text.replace('\u{1F600}', "ÿ");
            assert_eq!(text(&narrow(&western(source)), Encoding::Windows1252, size), western(expected));
        }
    }

    #[test]
    fn a_file_of_carriage_returns_is_still_read_in_pieces() {
        assert_eq!(text(&[b'\r'; 1_000], Encoding::Utf8, 8), "\n".repeat(1_000));
    }
}
