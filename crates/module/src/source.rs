//! A file read piece by piece, as the engine asks for it: its bytes are never all in the memory of the tab.

use crate::transfer::get;
use engine::{Source, SourceError};
use js_sys::{Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, FileReaderSync};

/// Bytes fetched at a time. Each fetch has a price of its own: with less, it shows; with more, only memory is spent.
const PIECE: u64 = 8 << 20;

/// Bytes that JavaScript holds or can fetch at once.
pub struct Pieces {
    size: u64,
    reader: Reader,
    /// The piece fetched last, and where it starts.
    last: RefCell<(u64, Uint8Array)>,
}

enum Reader {
    /// A file of the browser, in a worker: only there may one wait for it.
    Blob(Blob, FileReaderSync),
    /// A file of Node: an object with `size` and `read(offset, length)`, which gives a `Uint8Array`.
    Object(JsValue, Function),
    /// Bytes at hand: the piece fetched last is all of them.
    Memory,
}

impl Pieces {
    /// Over a blob; `None` where this thread may not wait for its bytes.
    pub fn of_blob(blob: &Blob) -> Option<Pieces> {
        if !js_sys::Reflect::has(&js_sys::global(), &"FileReaderSync".into()).unwrap_or(false) {
            return None;
        }
        let reader = FileReaderSync::new().ok()?;
        Some(Pieces::new(blob.size() as u64, Reader::Blob(blob.clone(), reader)))
    }

    /// Over an object with `size` and `read`; `None` where it has not both.
    pub fn of_object(object: &JsValue) -> Option<Pieces> {
        let size = get(object, "size").as_f64()?;
        let read = get(object, "read").dyn_into::<Function>().ok()?;
        Some(Pieces::new(size as u64, Reader::Object(object.clone(), read)))
    }

    /// Over bytes, which are copied: the engine reads them again later, and whoever gave them may have changed them.
    pub fn of_bytes(bytes: &Uint8Array) -> Pieces {
        let copy = bytes.slice(0, bytes.length());
        Pieces { size: copy.length().into(), reader: Reader::Memory, last: RefCell::new((0, copy)) }
    }

    fn new(size: u64, reader: Reader) -> Pieces {
        Pieces { size, reader, last: RefCell::new((0, Uint8Array::new_with_length(0))) }
    }

    fn fetch(&self, offset: u64) -> Result<Uint8Array, JsValue> {
        let end = self.size.min(offset + PIECE);
        match &self.reader {
            Reader::Blob(blob, reader) => {
                let piece = blob.slice_with_f64_and_f64(offset as f64, end as f64)?;
                Ok(Uint8Array::new(&reader.read_as_array_buffer(&piece)?.into()))
            }
            Reader::Object(object, read) => {
                let piece = read.call2(object, &JsValue::from(offset as f64), &JsValue::from((end - offset) as f64))?;
                piece.dyn_into()
            }
            Reader::Memory => Ok(Uint8Array::new_with_length(0)),
        }
    }
}

impl Source for Pieces {
    fn len(&self) -> u64 {
        self.size
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        if offset >= self.size || buffer.is_empty() {
            return Ok(0);
        }
        let mut last = self.last.borrow_mut();
        let (start, piece) = &mut *last;
        if offset < *start || offset >= *start + u64::from(piece.length()) {
            // The former piece goes before the next one comes.
            *piece = Uint8Array::new_with_length(0);
            *piece = self.fetch(offset).map_err(|error| SourceError { detail: message(&error) })?;
            *start = offset;
            if piece.length() == 0 {
                // Not the end of the file as it was when it was chosen: it must not pass for one.
                return Err(SourceError { detail: format!("{offset} < {}", self.size) });
            }
        }
        let from = (offset - *start) as u32;
        let count = u32::try_from(buffer.len()).unwrap_or(u32::MAX).min(piece.length() - from);
        if let Some(front) = buffer.get_mut(..count as usize) {
            piece.subarray(from, from + count).copy_to(front);
        }
        Ok(count as usize)
    }
}

fn message(error: &JsValue) -> String {
    get(error, "message").as_string().unwrap_or_default()
}
