//! What only a whole file can tell of its encoding and its dialect, when a sample of it left a doubt.

use crate::dialect::{Outcome, Survey};
use crate::encoding::{self, Encoding};
use crate::error::Unreadable;
use crate::pieces::{Decoding, Pieces};
use crate::source::Source;

/// Lines with characters beyond ASCII kept to tell an encoding by, in bytes.
const TELLING_BYTES: usize = 8 * 1024 * 1024;

/// The dialect of the whole file, a second time without quotes when they look wrong.
pub(crate) fn dialect(
    source: &dyn Source,
    encoding: Encoding,
    forced: Option<u8>,
    size: usize,
    alive: &mut dyn FnMut(),
) -> Result<Outcome, Unreadable> {
    let mut pass = |quoting: bool| -> Result<Outcome, Unreadable> {
        let mut survey = Survey::new(forced, quoting);
        let mut pieces = Pieces::new(source, encoding, 0, size);
        let mut decoding = Decoding::new(encoding, true, forced.is_some());
        let mut text = String::new();
        while let Some(piece) = pieces.next()? {
            text.clear();
            let _always_lossy = decoding.push(&piece, &mut text)?;
            survey.feed(text.as_bytes());
            alive();
        }
        Ok(survey.finish())
    };
    let quoted = pass(true)?;
    if quoted.is_doubtful() { Ok(quoted.or_plain(pass(false)?)) } else { Ok(quoted) }
}

/// The encoding of the whole file, told by its lines that are not plain ASCII.
pub(crate) fn encoding(source: &dyn Source, size: usize, alive: &mut dyn FnMut()) -> Result<Encoding, Unreadable> {
    let mut telling = Vec::new();
    let (mut valid, mut invalid) = (0, 0);
    // Lines are looked at whole.
    let mut pieces = Pieces::new(source, Encoding::Utf8, 0, size.max(64 * 1024));
    while let Some(piece) = pieces.next()? {
        let (more_valid, more_invalid) = encoding::utf8_census(piece.bytes);
        (valid, invalid) = (valid + more_valid, invalid + more_invalid);
        for line in piece.bytes.split_inclusive(|byte| *byte == b'\n') {
            if !line.is_ascii() && telling.len() + line.len() <= TELLING_BYTES {
                telling.extend_from_slice(line);
            }
        }
        alive();
    }
    Ok(encoding::without_mark(&telling, (valid, invalid)))
}

/// Characters beyond ASCII from which a sample is trusted to tell encodings of one byte per character apart.
const ENOUGH: u64 = 500;

/// Bytes beyond ASCII seen in a file of one byte per character: which, and how many.
#[derive(Clone)]
pub(crate) struct HighBytes {
    counts: [u32; 128],
}

impl HighBytes {
    pub fn new() -> HighBytes {
        HighBytes { counts: [0; 128] }
    }

    pub fn see(&mut self, bytes: &[u8]) {
        let (runs, rest) = bytes.as_chunks::<64>();
        for run in runs.iter().filter(|run| !run.is_ascii()) {
            self.see_each(run);
        }
        self.see_each(rest);
    }

    fn see_each(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let count = byte.checked_sub(0x80).and_then(|high| self.counts.get_mut(usize::from(high)));
            if let Some(count) = count {
                *count = count.saturating_add(1);
            }
        }
    }

    /// Whether a file of these bytes has the encoding told by a sample: the sample had enough of them, no byte of it is
    /// new, and too few can continue a character of UTF-8 for the file to be that.
    pub fn agree_with(&self, sample: &HighBytes) -> bool {
        let nothing_new = self.counts.iter().zip(&sample.counts).all(|(seen, known)| *seen == 0 || *known > 0);
        let continuing: u64 = self.counts.iter().take(64).map(|count| u64::from(*count)).sum();
        let leading: u64 = self.counts.iter().skip(64).map(|count| u64::from(*count)).sum();
        // Each valid character needs a byte that continues it; each other leading byte is a fault.
        let enough = sample.counts.iter().map(|count| u64::from(*count)).sum::<u64>() >= ENOUGH;
        enough && nothing_new && leading.saturating_sub(continuing) > continuing / 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8]) -> HighBytes {
        let mut seen = HighBytes::new();
        seen.see(bytes);
        seen
    }

    #[test]
    fn a_new_byte_or_a_possible_utf8_is_a_doubt() {
        let few = b"\xC9t\xE9 \xE0 No\xEBl, co\xFBt \xE9lev\xE9";
        let sample = seen(&few.repeat(200));
        assert!(!seen(few).agree_with(&seen(few)));
        assert!(seen(b"\xE9t\xE9 et caetera, no\xEBl").agree_with(&sample));
        assert!(!seen(b"\xE9t\xE9 \xA4").agree_with(&sample));
        let both = seen("été".repeat(1_000).as_bytes());
        assert!(!both.agree_with(&both));
    }
}
