//! The styles of an xlsb, walked exactly as the reader behind walks them: it takes what is inside an unknown record for
//! further records, so a check record by record would not see what it sees. Only what would make it fail is refused.
//! And what the styles say beyond the days that the reader knows.

use crate::number_format;
use crate::styles::{Named, Style, Styles};

/// Bytes of the part that are kept for the walk; real ones stay far below.
pub(crate) const MOST: usize = 16 * 1024 * 1024;
/// The longest record the reader may reserve memory for.
const LONGEST: usize = 1024 * 1024;

/// Whether the reader comes through, or stops with an error of its own.
pub(crate) fn are_sound(bytes: &[u8]) -> bool {
    let mut walk = Walk { rest: bytes, held: 0 };
    walk.styles() != Err(Stop::Unsound)
}

/// The styles, from the records as their own lengths say. Records: [MS-XLSB] BrtFmt (2.4.697), BrtFont (2.4.698), BrtXF
/// (2.4.859).
pub(crate) fn read(bytes: &[u8]) -> Styles {
    let mut styles = Styles::default();
    let (mut codes, mut fonts, mut cells) = (Named::new(), Vec::new(), false);
    let mut walk = Walk { rest: bytes, held: 0 };
    while let (Ok(kind), Ok(body)) = (walk.kind(), walk.body()) {
        let word = |at: usize| body.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
        match kind {
            0x002C => {
                if let (Some(number), Some(text)) = (word(0), body.get(6..)) {
                    codes.insert(number.to_le_bytes().to_vec(), styles.format(&number_format::wide(text)));
                }
            }
            0x002B => fonts.push(word(2).is_some_and(|flags| flags & 8 != 0)),
            0x0269 | 0x026A => cells = kind == 0x0269,
            0x002F if cells => {
                let format = word(2).and_then(|number| codes.get(&number.to_le_bytes()[..]));
                let struck = word(4).and_then(|font| fonts.get(usize::from(font))).copied().unwrap_or_default();
                styles.push(format.copied().unwrap_or(Style::PLAIN).struck(struck));
            }
            _ => {}
        }
    }
    styles
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// The part ends: the reader says so itself.
    End,
    Unsound,
}

struct Walk<'a> {
    rest: &'a [u8],
    /// Bytes in the reader's buffer, which only grows between two outer records.
    held: usize,
}

impl<'a> Walk<'a> {
    fn styles(&mut self) -> Result<(), Stop> {
        loop {
            self.held = 0;
            match self.kind()? {
                // Number formats, each with a code of two bytes and a name; then cell formats with a code at byte 2.
                0x0267 => self.entries(0x002C, 2)?,
                0x0269 => return self.entries(0x002F, 4),
                _ => {}
            }
        }
    }

    fn entries(&mut self, kind: u16, least: usize) -> Result<(), Stop> {
        let head = self.body()?;
        let count = head.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes)).ok_or(Stop::Unsound)?;
        for _ in 0..count {
            loop {
                let found = self.kind()?;
                self.body()?;
                if found == kind {
                    break;
                }
            }
            if self.held < least {
                return Err(Stop::Unsound);
            }
        }
        Ok(())
    }

    fn byte(&mut self) -> Result<u8, Stop> {
        let (first, rest) = self.rest.split_first().ok_or(Stop::End)?;
        self.rest = rest;
        Ok(*first)
    }

    fn kind(&mut self) -> Result<u16, Stop> {
        let first = self.byte()?;
        if first & 0x80 == 0 {
            Ok(first.into())
        } else {
            Ok(u16::from(first & 0x7F) + (u16::from(self.byte()? & 0x7F) << 7))
        }
    }

    fn body(&mut self) -> Result<&'a [u8], Stop> {
        let mut byte = self.byte()?;
        let mut length = usize::from(byte & 0x7F);
        for place in 1..4 {
            if byte & 0x80 == 0 {
                break;
            }
            byte = self.byte()?;
            length += usize::from(byte & 0x7F) << (7 * place);
        }
        if length > LONGEST {
            return Err(Stop::Unsound);
        }
        self.held = self.held.max(length);
        let (body, rest) = self.rest.split_at_checked(length).ok_or(Stop::End)?;
        self.rest = rest;
        Ok(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_makes_the_reader_fail_is_refused() {
        // One number format and one cell format.
        let sound = [
            &[0xE7, 0x04, 4, 1, 0, 0, 0, 0x2C, 6, 164, 0, 0, 0, 0, 0][..],
            &[0xE9, 0x04, 4, 1, 0, 0, 0, 0x2F, 4, 0, 0, 14, 0],
        ]
        .concat();
        assert!(are_sound(&sound) && are_sound(b"") && are_sound(&sound[..9]));
        assert!(!are_sound(&[0xE7, 0x04, 0]));
        // A record inside an unknown one, which the reader takes at its word.
        assert!(!are_sound(&[0x92, 0x02, 3, 0xE7, 0x04, 0]));
    }
}
