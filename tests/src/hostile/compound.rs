//! A compound file (the container of `.xls` and of encrypted workbooks) with a few streams of 4,096 bytes or more.

const SECTOR: usize = 512;
const FREE: u32 = 0xffff_ffff;
const END: u32 = 0xffff_fffe;
const FAT: u32 = 0xffff_fffd;

/// The header, for a file with this many allocation sectors, whose list starts at this sector.
pub fn header(fat_sectors: u32, first_fat: u32) -> Vec<u8> {
    let mut bytes = vec![0; SECTOR];
    bytes[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (at, value) in [(24, 0x003e_u16), (26, 3), (28, 0xfffe), (30, 9), (32, 6)] {
        bytes[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    let directory = first_fat + 1;
    for (at, value) in [(44, fat_sectors), (48, directory), (56, 4_096), (60, END), (68, END), (76, first_fat)] {
        bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    bytes[80..].fill(0xff);
    bytes
}

/// The whole file: header, one allocation sector, one directory sector, then the streams.
pub fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    assert!(streams.len() <= 3 && streams.iter().all(|(_, bytes)| bytes.len() >= 4_096 && bytes.len() % SECTOR == 0));
    let mut allocation = vec![FAT, END];
    let mut directory = entry("Root Entry", 5, 1, END, 0);
    let mut data = Vec::new();
    for (position, (name, bytes)) in streams.iter().enumerate() {
        let first = allocation.len() as u32;
        let sectors = (bytes.len() / SECTOR) as u32;
        allocation.extend((1..sectors).map(|next| first + next).chain([END]));
        directory.extend(entry(name, 2, FREE, first, bytes.len() as u32));
        // Each entry is the right-hand neighbour of the one before.
        if position > 0 {
            let neighbour = 128 * position + 72;
            directory[neighbour..neighbour + 4].copy_from_slice(&(position as u32 + 1).to_le_bytes());
        }
        data.extend_from_slice(bytes);
    }
    directory.resize(SECTOR, 0);
    allocation.resize(SECTOR / 4, FREE);
    let allocation: Vec<u8> = allocation.into_iter().flat_map(u32::to_le_bytes).collect();
    [header(1, 0), allocation, directory, data].concat()
}

fn entry(name: &str, kind: u8, child: u32, start: u32, size: u32) -> Vec<u8> {
    let mut bytes = vec![0; 128];
    for (position, unit) in name.encode_utf16().enumerate() {
        bytes[2 * position..2 * position + 2].copy_from_slice(&unit.to_le_bytes());
    }
    bytes[64..66].copy_from_slice(&(2 * name.len() as u16 + 2).to_le_bytes());
    bytes[66] = kind;
    bytes[67] = 1;
    for (at, value) in [(68, FREE), (72, FREE), (76, child), (116, start), (120, size)] {
        bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    bytes
}
