//! A file as it was handed over: a name that proves nothing, and where its bytes come from.

use crate::refusals;
use protocol::Failure;
use sheet::Source;
use std::fmt;
use std::rc::Rc;
use text::Language;

/// A file as it was handed over.
#[derive(Clone)]
pub struct InputFile {
    /// Its name, never trusted for its type.
    pub name: String,
    /// Where its bytes come from.
    pub source: Rc<dyn Source>,
}

impl fmt::Debug for InputFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({} bytes)", self.name, self.source.len())
    }
}

impl InputFile {
    /// A file already in memory.
    pub fn in_memory(name: impl Into<String>, bytes: Vec<u8>) -> InputFile {
        InputFile { name: name.into(), source: Rc::new(bytes) }
    }

    /// All its bytes.
    pub(crate) fn bytes(&self, language: Language) -> Result<Vec<u8>, Failure> {
        all_bytes(&self.name, self.source.as_ref(), language)
    }
}

/// Every byte of a source.
pub(super) fn all_bytes(name: &str, source: &dyn Source, language: Language) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let mut piece = vec![0; 1024 * 1024];
    loop {
        let read = source.read_at(bytes.len() as u64, &mut piece);
        let count = read.map_err(|error| refusals::unreadable(name, &error.into(), language))?;
        if count == 0 {
            return Ok(bytes);
        }
        bytes.extend_from_slice(piece.get(..count).unwrap_or_default());
    }
}
