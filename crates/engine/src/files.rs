//! Files as they are made: kept for those who list them, or packed at once, so that thousands of messages are never held
//! side by side.

use crate::failures;
use crate::pace::Pace;
use export::archive::Archive;
use protocol::Failure;
use text::Language;

/// A file with its path.
pub(crate) type File = (String, Vec<u8>);

/// Bytes packed between two moments at which the work can be dropped.
const PIECE: usize = 256 * 1024;

/// Where files go, in the order they are made.
pub(crate) trait Files {
    /// The next file.
    async fn put(&mut self, path: String, bytes: Vec<u8>, pace: &mut Pace<'_>) -> Result<(), Failure>;
}

impl Files for Vec<File> {
    async fn put(&mut self, path: String, bytes: Vec<u8>, _: &mut Pace<'_>) -> Result<(), Failure> {
        self.push((path, bytes));
        Ok(())
    }
}

/// Files on their way into an archive.
pub(crate) struct Packing {
    archive: Archive,
    language: Language,
}

impl Packing {
    /// No file yet; what cannot be packed is refused in this language.
    pub(crate) fn new(language: Language) -> Packing {
        Packing { archive: Archive::default(), language }
    }

    /// The archive.
    pub(crate) fn finish(self) -> Result<Vec<u8>, Failure> {
        self.archive.finish().map_err(|error| failures::export(&error, self.language))
    }
}

impl Files for Packing {
    async fn put(&mut self, path: String, bytes: Vec<u8>, pace: &mut Pace<'_>) -> Result<(), Failure> {
        let refused = |error| failures::export(&error, self.language);
        self.archive.start(&path).map_err(refused)?;
        for piece in bytes.chunks(PIECE) {
            self.archive.write(piece).map_err(refused)?;
            if piece.len() == PIECE {
                pace.rest().await;
            }
        }
        Ok(())
    }
}

/// Files made before, packed.
pub(crate) async fn packed(files: Vec<File>, language: Language, pace: &mut Pace<'_>) -> Result<Vec<u8>, Failure> {
    let mut packing = Packing::new(language);
    for (path, bytes) in files {
        packing.put(path, bytes, pace).await?;
    }
    packing.finish()
}
