//! Where a file's bytes come from: memory, a disk, or a file the browser hands over piece by piece.
//! Readers ask for ranges, so that a file of gigabytes is never whole in memory.

use std::fmt;

/// Bytes that can be read at any place, as often as needed, and do not change meanwhile.
pub trait Source {
    /// Bytes in all.
    fn len(&self) -> u64;

    /// Whether there is not a single byte.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Fills the front of `buffer` with the bytes from `offset` on; says how many, 0 only at the end or where `buffer`
    /// is empty. May give fewer than asked for.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError>;
}

/// The bytes cannot be had any more: the file was moved, changed or unplugged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// What the system said: a detail for support.
    pub detail: String,
}

impl fmt::Display for SourceError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.detail)
    }
}

impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        Vec::len(self) as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        Source::read_at(&self.as_slice(), offset, buffer)
    }
}

impl Source for &[u8] {
    fn len(&self) -> u64 {
        <[u8]>::len(self) as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        let rest = usize::try_from(offset).ok().and_then(|offset| self.get(offset..)).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        if let (Some(from), Some(to)) = (rest.get(..count), buffer.get_mut(..count)) {
            to.copy_from_slice(from);
        }
        Ok(count)
    }
}

/// Fills as much of `buffer` as the source has from `offset` on; says how much.
pub(crate) fn fill(source: &dyn Source, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read_at(offset + filled as u64, rest)? {
            0 => break,
            count => filled += count,
        }
    }
    Ok(filled)
}

/// Every byte of a source whose size was found acceptable.
pub(crate) fn whole(source: &dyn Source) -> Result<Vec<u8>, SourceError> {
    let mut bytes = vec![0; usize::try_from(source.len()).unwrap_or(usize::MAX)];
    let filled = fill(source, 0, &mut bytes)?;
    bytes.truncate(filled);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a byte at a time: readers must ask again.
    struct Trickle(Vec<u8>);

    impl Source for Trickle {
        fn len(&self) -> u64 {
            Source::len(&self.0)
        }

        fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
            let most = buffer.len().min(1);
            self.0.read_at(offset, &mut buffer[..most])
        }
    }

    #[test]
    fn a_source_gives_what_it_has_from_any_place() {
        let source = b"abcdef".to_vec();
        let mut buffer = [0; 4];
        assert_eq!(source.read_at(0, &mut buffer), Ok(4));
        assert_eq!(source.read_at(4, &mut buffer), Ok(2));
        assert_eq!(&buffer, b"efcd");
        assert_eq!(source.read_at(6, &mut buffer), Ok(0));
        assert_eq!(source.read_at(u64::MAX, &mut buffer), Ok(0));
        assert_eq!(whole(&Trickle(source.clone())), Ok(source));
    }
}
