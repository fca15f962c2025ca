//! SHA-256, in hexadecimal, of what goes in and what comes out.

use sha2::{Digest, Sha256};
use sheet::{Source, SourceError};

/// The digest of some bytes.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of a whole source, read in pieces. It costs as much as reading the file a second time.
pub fn sha256_of(source: &dyn Source) -> Result<String, SourceError> {
    let mut digest = Sha256::new();
    let mut piece = vec![0; 1024 * 1024];
    let mut offset = 0;
    loop {
        let count = source.read_at(offset, &mut piece)?;
        if count == 0 {
            return Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect());
        }
        digest.update(piece.get(..count).unwrap_or_default());
        offset += count as u64;
    }
}
