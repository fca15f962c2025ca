//! The compound file around an xls: its tables checked against the file's size, its workbook stream taken out.
//! The stream is then put into a plain container of our own, so that no hostile table ever reaches the reader.

use crate::error::{Damage, Unreadable};
use crate::sniff::Look;

/// The first bytes of every compound file.
pub(crate) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const LAST_SECTOR: u32 = 0xFFFF_FFF9;
const MINI_SECTOR: usize = 64;
const MINI_STREAM_BELOW: u64 = 4_096;

/// What a compound file holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// The stream of an xls workbook.
    Workbook {
        stream: Vec<u8>,
        /// Whether macros stand beside it.
        macros: bool,
    },
    /// An xlsx or xlsb under a password.
    EncryptedPackage,
    /// No workbook.
    Other(Look),
}

pub(crate) fn open(bytes: &[u8]) -> Result<Content, Unreadable> {
    let file = Compound::new(bytes).ok_or_else(|| Unreadable::damaged("xls", Damage::Structure))?;
    if file.entry("EncryptedPackage").is_some() || file.entry("EncryptionInfo").is_some() {
        return Ok(Content::EncryptedPackage);
    }
    if let Some(entry) = file.entry("Workbook").or_else(|| file.entry("Book")) {
        let stream = file.stream(entry).ok_or_else(|| Unreadable::damaged("Workbook", Damage::Cut))?;
        return Ok(Content::Workbook { stream, macros: file.entry("_VBA_PROJECT_CUR").is_some() });
    }
    let look = if file.entry("WordDocument").is_some() {
        Look::TextDocument
    } else if file.entry("PowerPoint Document").is_some() {
        Look::Presentation
    } else if file.entry("__properties_version1.0").is_some() {
        Look::OutlookMessage
    } else {
        Look::CompoundFile
    };
    Ok(Content::Other(look))
}

struct Entry {
    name: String,
    start: u32,
    size: u64,
}

struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

impl<'a> Compound<'a> {
    /// `None` when a table points outside the file or runs in a circle.
    fn new(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        if u16_at(bytes, 32)? != 6 {
            return None;
        }
        let mut file = Compound {
            bytes,
            sector,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        file.table = file.allocation_table()?;
        let directory = file.chain(u32_at(bytes, 48)?, None)?;
        file.entries = directory.chunks_exact(128).filter_map(|entry| directory_entry(entry, sector)).collect();
        if u32_at(bytes, 64)? > 0 {
            let root = file.entries.first().map(|root| (root.start, root.size))?;
            file.mini_stream = file.chain(root.0, Some(root.1))?;
            file.mini_table = words(&file.chain(u32_at(bytes, 60)?, None)?);
        }
        Some(file)
    }

    /// All sectors of the file, the header not counted.
    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector
    }

    fn sector_at(&self, id: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(id).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        // The last sector of a file may be cut short by a careless writer.
        self.bytes.get(start..end).filter(|bytes| !bytes.is_empty())
    }

    fn allocation_table(&self) -> Option<Vec<u32>> {
        let mut ids = words(self.bytes.get(76..512)?);
        let mut next = u32_at(self.bytes, 68)?;
        let mut steps = 0;
        while next <= LAST_SECTOR {
            steps += 1;
            let mut more = words(self.sector_at(next)?);
            next = more.pop()?;
            ids.append(&mut more);
            if steps > self.sectors() {
                return None;
            }
        }
        let used: Vec<u32> = ids.into_iter().filter(|id| *id <= LAST_SECTOR).collect();
        // Each sector of the table describes others: more of them than the file has sectors is absurd.
        if used.len() > self.sectors() || u32_at(self.bytes, 44)? as usize > self.sectors() {
            return None;
        }
        let mut table = Vec::new();
        for id in used {
            table.extend(words(self.sector_at(id)?));
        }
        Some(table)
    }

    fn chain(&self, start: u32, size: Option<u64>) -> Option<Vec<u8>> {
        let wanted = size.map_or(usize::MAX, |size| usize::try_from(size).unwrap_or(usize::MAX));
        let (mut out, mut id, mut steps) = (Vec::new(), start, 0);
        while id != END_OF_CHAIN && out.len() < wanted {
            steps += 1;
            if steps > self.sectors() {
                return None;
            }
            out.extend_from_slice(self.sector_at(id)?);
            id = *self.table.get(usize::try_from(id).ok()?)?;
        }
        out.truncate(wanted);
        Some(out)
    }

    fn mini_chain(&self, start: u32, size: u64) -> Option<Vec<u8>> {
        let wanted = usize::try_from(size).ok()?;
        let (mut out, mut id, mut steps) = (Vec::new(), start, 0);
        while id != END_OF_CHAIN && out.len() < wanted {
            steps += 1;
            let at = usize::try_from(id).ok()?.checked_mul(MINI_SECTOR)?;
            let end = at.checked_add(MINI_SECTOR)?.min(self.mini_stream.len());
            out.extend_from_slice(self.mini_stream.get(at..end)?);
            id = *self.mini_table.get(usize::try_from(id).ok()?)?;
            if steps > self.mini_table.len() {
                return None;
            }
        }
        out.truncate(wanted);
        Some(out)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.size < MINI_STREAM_BELOW {
            self.mini_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, Some(entry.size))
        }
    }
}

fn directory_entry(bytes: &[u8], sector: usize) -> Option<Entry> {
    let units: Vec<u16> = bytes.get(..64)?.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    let name: Vec<u16> = units.into_iter().take_while(|unit| *unit != 0).collect();
    let low = u64::from(u32_at(bytes, 120)?);
    let high = u64::from(u32_at(bytes, 124)?);
    // Only the large form has sizes of eight bytes; in the other the upper half may be anything.
    let size = if sector == 512 { low } else { low | (high << 32) };
    Some(Entry { name: String::from_utf16_lossy(&name), start: u32_at(bytes, 116)?, size })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

/// A plain compound file around one workbook stream: large sectors, one chain, nothing else.
pub(crate) fn wrapped(mut stream: Vec<u8>) -> Vec<u8> {
    const SECTOR: usize = 4_096;
    // Streams below this size would live in a stream of small sectors.
    let size = stream.len().max(MINI_STREAM_BELOW as usize);
    stream.resize(size.next_multiple_of(SECTOR), 0);
    let data = stream.len() / SECTOR;
    // Tables first, then the directory, then the stream.
    let mut tables = 1;
    while tables * (SECTOR / 4) < tables + 1 + data {
        tables += 1;
    }
    let mut table: Vec<u32> = vec![0xFFFF_FFFD; tables];
    table.push(END_OF_CHAIN);
    table.extend((0..data).map(|at| if at + 1 == data { END_OF_CHAIN } else { (tables + 2 + at) as u32 }));
    table.resize(tables * (SECTOR / 4), FREE);

    let mut out = header(tables);
    out.resize(SECTOR, 0);
    out.extend(table.iter().flat_map(|id| id.to_le_bytes()));
    let directory = out.len();
    out.extend(entry("Root Entry", 5, FREE, 0));
    out.extend(entry("Workbook", 2, (tables + 1) as u32, size as u64));
    out.resize(directory + SECTOR, 0);
    out.append(&mut stream);
    out
}

fn header(tables: usize) -> Vec<u8> {
    let mut out = SIGNATURE.to_vec();
    out.resize(24, 0);
    // Minor and major version, byte order, sector and mini sector sizes.
    for word in [0x003E_u16, 4, 0xFFFE, 12, 6] {
        out.extend(word.to_le_bytes());
    }
    out.resize(40, 0);
    // Directory sectors, table sectors, first directory sector, transaction, mini stream limit, no mini table, no more tables.
    for word in [1, tables as u32, tables as u32, 0, MINI_STREAM_BELOW as u32, END_OF_CHAIN, 0, END_OF_CHAIN, 0] {
        out.extend(word.to_le_bytes());
    }
    out.extend((0..109).flat_map(|at| (if (at as usize) < tables { at as u32 } else { FREE }).to_le_bytes()));
    out
}

fn entry(name: &str, kind: u8, start: u32, size: u64) -> Vec<u8> {
    let mut out: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = out.len() as u16 + 2;
    out.resize(64, 0);
    out.extend(length.to_le_bytes());
    out.extend([kind, 1]);
    for id in [FREE, FREE, if kind == 5 { 1 } else { FREE }] {
        out.extend(id.to_le_bytes());
    }
    out.resize(116, 0);
    out.extend(start.to_le_bytes());
    out.extend(size.to_le_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrapped_comes_out_again() {
        for size in [0, 1, 4_095, 4_096, 4_097, 5_000_000] {
            let stream: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
            let Ok(Content::Workbook { stream: mut back, .. }) = open(&wrapped(stream.clone())) else {
                panic!("{size}")
            };
            back.truncate(size);
            assert_eq!(back, stream, "{size}");
        }
    }

    #[test]
    fn absurd_tables_are_refused() {
        let sound = wrapped(vec![1; 10_000]);
        for (at, value) in [(30, 40), (32, 7), (44, 0xFF), (48, 0xFF), (49, 0xFF), (68, 3), (76, 0xEE)] {
            let mut hostile = sound.clone();
            hostile[at] = value;
            if at == 44 {
                hostile[45..48].fill(0x7F);
            }
            let refusal = open(&hostile).map(|_| ()).map_err(|refusal| refusal.code());
            assert_eq!(refusal, Err("damaged-workbook"), "{at}");
        }
        // The chain of the stream turned into a circle.
        let mut circle = sound;
        circle[4_096 + 3 * 4..4_096 + 4 * 4].copy_from_slice(&2_u32.to_le_bytes());
        circle[8_192 + 128 + 120..8_192 + 128 + 124].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(open(&circle).is_err());
    }
}
