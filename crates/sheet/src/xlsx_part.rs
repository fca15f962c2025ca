//! One part of an xlsx going by in pieces: what stands around its long list of like elements goes to the watch of the
//! preflight, the list itself is handed over in runs of whole elements. Bounded memory, whatever the part.

use std::io::Read;

use crate::limits::Limits;
use crate::markup::{Scanner, Watch};

/// Bytes inflated at once.
const PIECE: usize = 64 * 1024;
/// Bytes that an element, or what stands before the list, may take: they are searched again with every piece.
const MOST: usize = 1024 * 1024;

/// The list of a part.
#[derive(Clone, Copy)]
pub(crate) struct List {
    /// The start of the tag around it.
    pub opening: &'static [u8],
    /// The start of each element: what comes before the last one is whole.
    pub element: &'static [u8],
    /// The tag that ends it.
    pub closing: &'static [u8],
}

/// The rows of a worksheet.
pub(crate) const ROWS: List = List { opening: b"<sheetData", element: b"<row", closing: b"</sheetData>" };
/// The shared strings.
pub(crate) const STRINGS: List = List { opening: b"<sst", element: b"<si", closing: b"</sst>" };

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    On,
    Enough,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Inside,
    After,
}

/// A part being read.
pub(crate) struct Part<'a> {
    list: List,
    scanner: Scanner<'a>,
    state: State,
    buffer: Vec<u8>,
}

impl<'a> Part<'a> {
    pub fn new(list: List, limits: &'a Limits) -> Part<'a> {
        Part { list, scanner: Scanner::new("", limits), state: State::Before, buffer: Vec::new() }
    }

    /// Reads a part to its end, or until it is enough. `inflated` hears of every piece and may refuse the next one.
    /// `None` where the part is not that of a regular workbook.
    pub fn read(
        mut self,
        source: &mut dyn Read,
        watch: &mut dyn Watch,
        inflated: &mut dyn FnMut(u64) -> Option<()>,
        elements: &mut dyn FnMut(&[u8]) -> Option<Flow>,
    ) -> Option<()> {
        loop {
            let kept = self.buffer.len();
            if kept > MOST {
                return None;
            }
            self.buffer.resize(kept + PIECE, 0);
            let read = source.read(self.buffer.get_mut(kept..)?).ok()?;
            self.buffer.truncate(kept + read);
            inflated(read as u64)?;
            let last = read == 0;
            if self.state == State::Before {
                self.before(last, watch)?;
            }
            if self.state == State::Inside && self.inside(last, watch, elements)? == Flow::Enough {
                return Some(());
            }
            if self.state == State::After {
                self.scanner.feed(&self.buffer, watch).ok()?;
                self.buffer.clear();
            }
            if last {
                // A part without its list is no such part.
                return self.scanner.finish().ok().filter(|()| self.state == State::After);
            }
        }
    }

    /// Looks for the list.
    fn before(&mut self, last: bool, watch: &mut dyn Watch) -> Option<()> {
        let found = memchr::memmem::find(&self.buffer, self.list.opening);
        let end = found.and_then(|at| Some(at + memchr::memchr(b'>', self.buffer.get(at..)?)? + 1));
        let Some(end) = end else { return (!last).then_some(()) };
        let head = self.buffer.get(..end)?;
        let named = head.get(found? + self.list.opening.len()..)?.first()?;
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let plain = named.is_ascii_whitespace() || matches!(named, b'>' | b'/');
        self.scanner.feed(head, watch).ok().filter(|()| plain)?;
        self.state = if head.ends_with(b"/>") { State::After } else { State::Inside };
        self.buffer.drain(..end);
        Some(())
    }

    /// Hands over the elements that are whole.
    fn inside(
        &mut self,
        last: bool,
        watch: &mut dyn Watch,
        elements: &mut dyn FnMut(&[u8]) -> Option<Flow>,
    ) -> Option<Flow> {
        let element = memchr::memmem::rfind(&self.buffer, self.list.element).unwrap_or(0);
        let end = self.end(element);
        let whole = match end {
            Some(end) => end,
            None if last => return None,
            None => element,
        };
        let flow = elements(self.buffer.get(..whole)?)?;
        if end.is_some() {
            self.scanner.feed(self.list.closing, watch).ok()?;
            self.state = State::After;
        }
        self.buffer.drain(..whole + end.map_or(0, |_| self.list.closing.len()));
        Some(flow)
    }

    /// Where the list ends. Nothing of it comes after its last element, so that most of a piece needs no search; where
    /// something else is named like one, the list may have ended before.
    fn end(&self, last_element: usize) -> Option<usize> {
        let element = self.buffer.get(last_element..)?.strip_prefix(self.list.element);
        let named =
            element.and_then(<[u8]>::first).is_some_and(|next| next.is_ascii_whitespace() || b">/".contains(next));
        let from = if named { last_element } else { 0 };
        Some(from + memchr::memmem::find(self.buffer.get(from..)?, self.list.closing)?)
    }
}
