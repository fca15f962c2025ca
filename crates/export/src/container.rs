//! Reading back an archive of ours: whole, within limits, or not at all.

use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts of an archive at most.
const PARTS_MAX: usize = 1_000;

/// Why an archive is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpacked {
    /// It is no archive, or a damaged one.
    Damaged,
    /// It holds more than it may.
    TooLarge,
}

/// The parts of an archive, in its order, of `most` bytes together. What a part claims to weigh is not believed.
pub fn unzip(bytes: &[u8], most: u64) -> Result<Vec<(String, Vec<u8>)>, Unpacked> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unpacked::Damaged)?;
    if archive.len() > PARTS_MAX {
        return Err(Unpacked::TooLarge);
    }
    let mut parts = Vec::with_capacity(archive.len());
    let mut left = most;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| Unpacked::Damaged)?;
        let name = part.name().map_err(|_| Unpacked::Damaged)?.into_owned();
        let mut content = Vec::new();
        // One byte more than allowed tells that there is more; the checksum is compared at the end of the part.
        part.take(left + 1).read_to_end(&mut content).map_err(|_| Unpacked::Damaged)?;
        left = left.checked_sub(content.len() as u64).ok_or(Unpacked::TooLarge)?;
        parts.push((name, content));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back_and_nothing_else() {
        let files = vec![("a.json".to_owned(), b"one".to_vec()), ("b/c".to_owned(), vec![0; 10_000])];
        let packed = crate::archive::zip(&files).unwrap();
        assert_eq!(unzip(&packed, 20_000), Ok(files));
        assert_eq!(unzip(&packed, 10_002), Err(Unpacked::TooLarge));
        for cut in 0..packed.len() {
            assert_eq!(unzip(&packed[..cut], 20_000), Err(Unpacked::Damaged), "{cut}");
        }
        assert_eq!(unzip(b"", 1), Err(Unpacked::Damaged));
    }

    #[test]
    fn a_changed_byte_is_never_taken_for_another_content() {
        let files = vec![("a.json".to_owned(), (0..2_000_u32).flat_map(u32::to_le_bytes).collect::<Vec<u8>>())];
        let packed = crate::archive::zip(&files).unwrap();
        for at in 0..packed.len() {
            let mut changed = packed.clone();
            changed[at] ^= 0x20;
            if let Ok(read) = unzip(&changed, 20_000) {
                assert_eq!(read[0].1, files[0].1, "{at}");
            }
        }
    }
}
