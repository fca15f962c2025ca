//! Values as JSON, for files and for lines of text.

use crate::failures;
use protocol::Failure;
use serde::Serialize;
use text::Language;

/// A document that people may open: indented.
pub(crate) fn document(value: &impl Serialize, language: Language) -> Result<Vec<u8>, Failure> {
    written(serde_json::to_vec_pretty(value), language)
}

/// The same as a file of its own, with an end to its last line.
pub(crate) fn file(value: &impl Serialize, language: Language) -> Result<Vec<u8>, Failure> {
    let mut bytes = document(value, language)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What only programs read.
pub(crate) fn compact(value: &impl Serialize, language: Language) -> Result<Vec<u8>, Failure> {
    written(serde_json::to_vec(value), language)
}

/// A part of a line of text; empty where it cannot be written.
pub(crate) fn inline(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn written(json: serde_json::Result<Vec<u8>>, language: Language) -> Result<Vec<u8>, Failure> {
    json.map_err(|error| failures::json_not_written(&error.to_string(), language))
}
