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

/// Where a stream goes on: page and byte, bytes left in the chunk, bytes of all its chunks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    address: u32,
    left: u16,
    size: u32,
}

/// A chunk grows with its stream: short streams waste little, long ones have few links.
fn chunk_size(stream: u32) -> usize {
    match stream {
        0..=511 => 64,
        512..=4_095 => 256,
        4_096.. => 1_024,
    }
}

impl Place {
    /// Where a stream without bytes is.
    pub(crate) const NOWHERE: Place = Place { address: 0, left: 0, size: 0 };
}

impl Chunks {
    /// A chunk for a stream of this many bytes.
    fn chunk(&mut self, stream: u32) -> (u32, usize) {
        let size = chunk_size(stream);
        if let Some(address) = self.free.get_mut(&size).and_then(Vec::pop) {
            return (address, size);
        }
        if self.pages.last().is_none_or(|page| page.len() + size > PAGE) {
            self.pages.push(Vec::with_capacity(PAGE));
        }
        let page_number = self.pages.len() - 1;
        let Some(page) = self.pages.last_mut() else { unreachable!("a page was just pushed") };
        let offset = page.len();
        page.resize(offset + size, 0);
        ((page_number * PAGE + offset) as u32, size)
    }

    /// A place for a new stream.
    pub(crate) fn start(&mut self) -> Place {
        let (address, size) = self.chunk(0);
        Place { address, left: (size - LINK) as u16, size: size as u32 }
    }

    /// Appends bytes at a place and moves it on.
    pub(crate) fn write(&mut self, place: &mut Place, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if place.left == 0 {
                let (next, size) = self.chunk(place.size);
                if let Some(link) = self.slice_mut(place.address, LINK) {
                    link.copy_from_slice(&next.to_le_bytes());
                }
                *place = Place { address: next, left: (size - LINK) as u16, size: place.size + size as u32 };
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

    /// Gives back the chunks of a stream that nobody reads any more.
    pub(crate) fn give_back(&mut self, start: Place, end: Place) {
        let (mut address, mut size) = (start.address, chunk_size(0));
        let mut stream = size as u32;
        loop {
            let link = self.slice(address + (size - LINK) as u32, LINK);
            let next = <[u8; LINK]>::try_from(link).map_or(0, u32::from_le_bytes);
            self.free.entry(size).or_default().push(address);
            if stream >= end.size {
                return;
            }
            (address, size) = (next, chunk_size(stream));
            stream += size as u32;
        }
    }

    /// The bytes from a place on. What lies after the end of the stream means nothing: the reader knows when to stop.
    pub(crate) fn read(&self, place: Place) -> Bytes<'_> {
        let chunk = self.slice(place.address, usize::from(place.left) + LINK);
        Bytes { chunks: self, chunk, size: place.size }
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
    size: u32,
}

impl Bytes<'_> {
    #[cold]
    fn turn(&mut self) {
        let link = <[u8; LINK]>::try_from(self.chunk).map_or(0, u32::from_le_bytes);
        let size = chunk_size(self.size);
        self.chunk = self.chunks.slice(link, size);
        self.size += size as u32;
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
            bytes.chunks(7).for_each(|part| chunks.write(&mut place, part));
            assert_eq!(chunks.read(start).take(bytes.len()).collect::<Vec<u8>>(), bytes);
            chunks.give_back(start, place);
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
