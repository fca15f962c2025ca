//! Many growing byte streams in few large pages: a stream is a chain of chunks, so that it grows without being moved
//! and without leaving holes. Linear memory never shrinks: what a move leaves behind would be lost for good.

use std::collections::BTreeMap;

/// Bytes of a page.
const PAGE: usize = 1 << 16;
/// Bytes at the end of a chunk that hold the address of the next.
const LINK: usize = 4;

/// The pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chunks {
    pages: Vec<Vec<u8>>,
    /// Chunks given back, by size.
    free: BTreeMap<usize, Vec<u32>>,
}

/// Where a stream goes on: page and byte, bytes left in the chunk, the chunk's number in its stream.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    address: u32,
    left: u16,
    /// Up to [`LAST`], which stands for all that follow: they are of one size.
    chunk: u8,
}

/// How far the pages were filled.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pages: usize,
    last: usize,
    free: BTreeMap<usize, Vec<u32>>,
}

/// Number of the first of the largest chunks.
const LAST: u8 = 22;

/// A chunk grows with its stream: short streams waste little, long ones have few links.
const fn chunk_size(chunk: u8) -> usize {
    match chunk {
        0..=7 => 64,
        8..LAST => 256,
        LAST.. => 1_024,
    }
}

const fn next(chunk: u8) -> u8 {
    if chunk < LAST { chunk + 1 } else { LAST }
}

impl Place {
    /// Where a stream without bytes is.
    pub(crate) const NOWHERE: Place = Place { address: 0, left: 0, chunk: 0 };
}

impl Chunks {
    /// How far the pages are filled now.
    pub(crate) fn mark(&self) -> Mark {
        Mark { pages: self.pages.len(), last: self.pages.last().map_or(0, Vec::len), free: self.free.clone() }
    }

    /// Cuts off the chunks made since.
    pub(crate) fn cut_back(&mut self, mark: Mark) {
        self.pages.truncate(mark.pages);
        if let Some(page) = self.pages.last_mut() {
            page.truncate(mark.last);
        }
        self.free = mark.free;
    }

    /// A chunk of so many bytes.
    fn chunk(&mut self, size: usize) -> u32 {
        if let Some(address) = self.free.get_mut(&size).and_then(Vec::pop) {
            return address;
        }
        if self.pages.last().is_none_or(|page| page.len() + size > PAGE) {
            self.pages.push(Vec::with_capacity(PAGE));
        }
        let page_number = self.pages.len() - 1;
        let Some(page) = self.pages.last_mut() else { unreachable!("a page was just pushed") };
        let offset = page.len();
        page.resize(offset + size, 0);
        (page_number * PAGE + offset) as u32
    }

    /// A place for a new stream.
    pub(crate) fn start(&mut self) -> Place {
        let size = chunk_size(0);
        Place { address: self.chunk(size), left: (size - LINK) as u16, chunk: 0 }
    }

    /// Appends bytes at a place and moves it on.
    pub(crate) fn write(&mut self, place: &mut Place, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if place.left == 0 {
                let chunk = next(place.chunk);
                let size = chunk_size(chunk);
                let address = self.chunk(size);
                if let Some(link) = self.slice_mut(place.address, LINK) {
                    link.copy_from_slice(&address.to_le_bytes());
                }
                *place = Place { address, left: (size - LINK) as u16, chunk };
            }
            let (now, later) = bytes.split_at_checked(usize::from(place.left)).unwrap_or((bytes, &[]));
            if let Some(room) = self.slice_mut(place.address, now.len()) {
                room.copy_from_slice(now);
            }
            place.address += now.len() as u32;
            place.left -= now.len() as u16;
            bytes = later;
        }
    }

    /// Gives back the chunks of a stream that nobody reads any more; `start` is where its first chunk does.
    pub(crate) fn give_back(&mut self, start: Place, end: Place) {
        let last = self.give_back_before(start, end);
        self.free.entry(chunk_size(last.chunk)).or_default().push(last.address);
    }

    /// Gives back those before the chunk of a place; tells where that chunk starts.
    pub(crate) fn give_back_before(&mut self, start: Place, place: Place) -> Place {
        let Place { mut address, mut chunk, .. } = start;
        loop {
            let size = chunk_size(chunk);
            let link = address + (size - LINK) as u32;
            if (address..=link).contains(&place.address) {
                return Place { address, left: (size - LINK) as u16, chunk };
            }
            let following = <[u8; LINK]>::try_from(self.slice(link, LINK)).map_or(0, u32::from_le_bytes);
            self.free.entry(size).or_default().push(address);
            (address, chunk) = (following, next(chunk));
        }
    }

    /// The bytes from a place on. What lies after the end of the stream means nothing: the reader knows when to stop.
    pub(crate) fn read(&self, place: Place) -> Bytes<'_> {
        let chunk = self.slice(place.address, usize::from(place.left) + LINK);
        Bytes { chunks: self, chunk, number: place.chunk }
    }

    fn slice(&self, address: u32, length: usize) -> &[u8] {
        let offset = address as usize % PAGE;
        let page = self.pages.get(address as usize / PAGE).map(Vec::as_slice);
        page.and_then(|page| page.get(offset..offset + length)).unwrap_or_default()
    }

    fn slice_mut(&mut self, address: u32, length: usize) -> Option<&mut [u8]> {
        let offset = address as usize % PAGE;
        self.pages.get_mut(address as usize / PAGE)?.get_mut(offset..offset + length)
    }
}

/// The bytes of a stream.
#[derive(Clone, Debug)]
pub(crate) struct Bytes<'a> {
    chunks: &'a Chunks,
    /// What is left of the chunk, link included.
    chunk: &'a [u8],
    number: u8,
}

impl Bytes<'_> {
    #[cold]
    fn turn(&mut self) {
        let link = <[u8; LINK]>::try_from(self.chunk).map_or(0, u32::from_le_bytes);
        self.number = next(self.number);
        self.chunk = self.chunks.slice(link, chunk_size(self.number));
    }
}

impl Iterator for Bytes<'_> {
    type Item = u8;

    #[inline]
    fn next(&mut self) -> Option<u8> {
        if self.chunk.len() <= LINK {
            self.turn();
        }
        let (first, rest) = self.chunk.split_first()?;
        self.chunk = rest;
        Some(*first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_back_is_used_again() {
        let mut chunks = Chunks::default();
        let mut other = chunks.start();
        chunks.write(&mut other, b"other");
        for round in 0..20 {
            let start = chunks.start();
            let mut place = start;
            let bytes: Vec<u8> = (0..90_000).map(|byte: u32| (byte % 251) as u8 ^ round).collect();
            let mut middle = place;
            for (number, part) in bytes.chunks(7).enumerate() {
                middle = if number == 6_500 { place } else { middle };
                chunks.write(&mut place, part);
            }
            assert_eq!(chunks.read(start).take(bytes.len()).collect::<Vec<u8>>(), bytes);
            // In one go, or the first part before the rest.
            let rest = if round % 2 == 0 { start } else { chunks.give_back_before(start, middle) };
            assert_eq!(chunks.read(middle).take(100).collect::<Vec<u8>>(), bytes[45_500..45_600]);
            chunks.give_back(rest, place);
        }
        assert!(chunks.pages.len() <= 2, "{}", chunks.pages.len());
        assert_eq!(
            chunks
                .read(Place { left: other.left + 5, address: other.address - 5, ..other })
                .take(5)
                .collect::<Vec<u8>>(),
            b"other"
        );
    }

    #[test]
    fn streams_grow_side_by_side() {
        let mut chunks = Chunks::default();
        let starts: Vec<Place> = (0..50).map(|_| chunks.start()).collect();
        let mut places = starts.clone();
        let text = |stream: usize, part: usize| vec![(stream * 31 + part) as u8; part % 97];
        for part in 0..400 {
            for (stream, place) in places.iter_mut().enumerate() {
                chunks.write(place, &text(stream, part));
            }
        }
        for (stream, start) in starts.into_iter().enumerate() {
            let mut read = chunks.read(start);
            for part in 0..400 {
                let expected = text(stream, part);
                assert_eq!(read.by_ref().take(expected.len()).collect::<Vec<u8>>(), expected, "{stream} {part}");
            }
        }
    }
}
