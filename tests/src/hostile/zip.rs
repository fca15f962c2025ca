//! A ZIP container written by hand, so that it can lie about sizes.

/// One entry.
pub struct Part {
    name: String,
    method: u16,
    packed: Vec<u8>,
    declared: u64,
    check_sum: u32,
}

impl Part {
    pub fn stored(name: impl Into<String>, content: impl AsRef<[u8]>) -> Part {
        let packed = content.as_ref().to_vec();
        Part { name: name.into(), method: 0, declared: packed.len() as u64, check_sum: check_sum(&packed), packed }
    }

    /// Packed elsewhere. The check sum is wrong: nobody should ever come to the end of it.
    pub fn deflated(name: impl Into<String>, packed: Vec<u8>, declared: u64) -> Part {
        Part { name: name.into(), method: 8, packed, declared, check_sum: 0 }
    }

    /// The fields that the local header and the central directory share.
    fn fields(&self) -> Vec<u8> {
        let mut fields = vec![20, 0, 0, 0];
        fields.extend(self.method.to_le_bytes());
        // 1 January 1980, midnight.
        fields.extend([0, 0, 0x21, 0]);
        fields.extend(self.check_sum.to_le_bytes());
        fields.extend((self.packed.len() as u32).to_le_bytes());
        fields.extend((self.declared as u32).to_le_bytes());
        fields.extend((self.name.len() as u16).to_le_bytes());
        fields.extend([0, 0]);
        fields
    }
}

/// The container.
pub fn zip(parts: Vec<Part>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for part in &parts {
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(part.fields());
        directory.extend([0; 10]);
        directory.extend((bytes.len() as u32).to_le_bytes());
        directory.extend(part.name.as_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(part.fields());
        bytes.extend(part.name.as_bytes());
        bytes.extend(&part.packed);
    }
    let start = bytes.len() as u32;
    let count = (parts.len() as u16).to_le_bytes();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend((directory.len() as u32).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// CRC-32, bit by bit: the parts it is asked for are small.
fn check_sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    })
}
