//! An archive with the same bytes every time, and file names that are ours: whatever a customer is called, a name
//! stays inside the folder it is unpacked in, on every system.

use crate::ExportError;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Longest name of a file.
const NAME_MAX: usize = 80;
/// Longest extension kept whole when a name is cut.
const EXTENSION_MAX: usize = 8;

/// The files, in the order given.
pub fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ExportError> {
    let mut archive = Archive::default();
    for (path, bytes) in files {
        archive.start(path)?;
        archive.write(bytes)?;
    }
    archive.finish()
}

/// An archive being written, file by file: deflated, all dated 1 January 1980 (the first day of the format). Each part of a
/// path is made a safe name; two files never share one.
pub struct Archive {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    taken: BTreeSet<String>,
}

impl Default for Archive {
    fn default() -> Archive {
        Archive { writer: ZipWriter::new(Cursor::new(Vec::new())), taken: BTreeSet::new() }
    }
}

impl Archive {
    /// Begins the next file.
    pub fn start(&mut self, path: &str) -> Result<(), ExportError> {
        let name = safe_path(path, &mut self.taken);
        Ok(self.writer.start_file(name, options())?)
    }

    /// Adds to the file begun last.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), ExportError> {
        Ok(self.writer.write_all(bytes)?)
    }

    /// The archive.
    pub fn finish(self) -> Result<Vec<u8>, ExportError> {
        Ok(self.writer.finish()?.into_inner())
    }
}

/// Deflated, and dated by no clock: the same for every file we pack.
pub(crate) fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

/// A name of letters, digits, `.`, `_` and `-` made of any text: at most 80 characters, no leading dot, no name a
/// system reserves, and unlike every name in `taken`, in any case. The name is added to `taken`.
pub fn safe_name(text: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = plain_name(text);
    unique(&plain, |name| taken.insert(name.to_lowercase()))
}

fn safe_path(path: &str, taken: &mut BTreeSet<String>) -> String {
    let mut parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(plain_name).collect();
    let name = parts.pop().unwrap_or_else(|| plain_name(""));
    let folder: String = parts.iter().map(|part| format!("{part}/")).collect();
    let name = unique(&name, |name| taken.insert(format!("{folder}{name}").to_lowercase()));
    format!("{folder}{name}")
}

/// The name itself, or the first of `name-2`, `name-3`… that is still free.
fn unique(name: &str, mut take: impl FnMut(&str) -> bool) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2_u32;
    while !take(&candidate) {
        let suffix = format!("-{number}");
        let (stem, extension) = split_extension(name);
        let kept = stem.get(..NAME_MAX.saturating_sub(suffix.len() + extension.len()).min(stem.len())).unwrap_or(stem);
        candidate = format!("{kept}{suffix}{extension}");
        number += 1;
    }
    candidate
}

fn plain_name(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            kept if kept.is_ascii_alphanumeric() || matches!(kept, '.' | '-') => name.push(kept),
            other => match without_accent(other) {
                Some(letters) => name.push_str(letters),
                None if name.ends_with('_') => {}
                None => name.push('_'),
            },
        }
    }
    while name.contains("..") {
        name = name.replace("..", ".");
    }
    let trimmed = name.trim_matches(['.', '_', '-', ' ']);
    let (stem, extension) = split_extension(if trimmed.is_empty() { "file" } else { trimmed });
    let room = NAME_MAX - 1 - extension.len();
    let stem = stem.get(..room.min(stem.len())).unwrap_or(stem).trim_end_matches(['.', '_', '-']);
    let guard = if is_reserved(stem) { "_" } else { "" };
    format!("{guard}{stem}{extension}")
}

/// Stem and short extension, its dot included.
fn split_extension(name: &str) -> (&str, &str) {
    match name.rfind('.').and_then(|dot| name.split_at_checked(dot)) {
        Some((stem, extension)) if !stem.is_empty() && (2..=EXTENSION_MAX).contains(&extension.len()) => {
            (stem, extension)
        }
        Some(_) | None => (name, ""),
    }
}

/// Names Windows gives to devices, whatever their extension.
fn is_reserved(stem: &str) -> bool {
    let device = stem.split('.').next().unwrap_or_default().to_ascii_lowercase();
    match device.as_str() {
        "con" | "prn" | "aux" | "nul" | "clock$" => true,
        device => {
            let number = device.strip_prefix("com").or_else(|| device.strip_prefix("lpt")).unwrap_or_default();
            number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())
        }
    }
}

/// The plain letters of the accented letters of western Europe, so that French names stay readable.
const fn without_accent(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => "A",
        'ç' => "c",
        'Ç' => "C",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'È' | 'É' | 'Ê' | 'Ë' => "E",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'Ì' | 'Í' | 'Î' | 'Ï' => "I",
        'ñ' => "n",
        'Ñ' => "N",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ø' => "O",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'Ù' | 'Ú' | 'Û' | 'Ü' => "U",
        'ý' | 'ÿ' => "y",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ß' => "ss",
        _ => return None,
    })
}
