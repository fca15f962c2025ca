//! Just enough of the deflate format (RFC 1951) to pack one byte repeated hundreds of millions of times.

/// `open`, its last byte again `times` times (rounded down to a multiple of 258), then `close`.
pub fn run_of_last_byte(open: &[u8], times: u64, close: &[u8]) -> Vec<u8> {
    let mut packed = stored(open, false);
    let mut bits = Bits { packed: Vec::new(), pending: 0, count: 0 };
    // A block of fixed codes that is not the last one.
    bits.push(0b010, 3);
    for _ in 0..times / 258 {
        // Length 258 is code 285 (11000101, most significant bit first), distance 1 is code 0 on five bits.
        bits.push(0b1010_0011, 8);
        bits.push(0, 5);
    }
    // End of block.
    bits.push(0, 7);
    // The stored block that follows starts with its three bits in this very byte.
    bits.push(0b001, 3);
    packed.extend(bits.finish());
    packed.extend(lengths(close));
    packed.extend(close);
    packed
}

fn stored(bytes: &[u8], last: bool) -> Vec<u8> {
    let mut packed = vec![u8::from(last)];
    packed.extend(lengths(bytes));
    packed.extend(bytes);
    packed
}

fn lengths(bytes: &[u8]) -> [u8; 4] {
    let [low, high] = (bytes.len() as u16).to_le_bytes();
    [low, high, !low, !high]
}

/// Bits, least significant first.
struct Bits {
    packed: Vec<u8>,
    pending: u64,
    count: u32,
}

impl Bits {
    fn push(&mut self, value: u64, count: u32) {
        self.pending |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.packed.push(self.pending as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.packed.push(self.pending as u8);
        }
        self.packed
    }
}
