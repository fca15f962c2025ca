//! Whole numbers in as few bytes as their size asks for (LEB128), signed ones with the sign in the last bit (zigzag).

/// Appends a number, seven bits to the byte, the low ones first.
pub(crate) fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends a number that may be below zero.
pub(crate) fn put_signed(bytes: &mut Vec<u8>, number: i64) {
    put(bytes, ((number << 1) ^ (number >> 63)) as u64);
}

/// Reads what [`put`] wrote; a stream cut short reads as zeros.
#[inline]
pub(crate) fn take(bytes: &mut impl Iterator<Item = u8>) -> u64 {
    let mut number = 0;
    let mut shift = 0;
    for byte in bytes.by_ref() {
        number |= u64::from(byte & 0x7F) << shift;
        shift += 7;
        if byte < 0x80 || shift > 63 {
            break;
        }
    }
    number
}

/// Reads what [`put_signed`] wrote.
#[inline]
pub(crate) fn take_signed(bytes: &mut impl Iterator<Item = u8>) -> i64 {
    let number = take(bytes);
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, -1, 63, 64, -64, -65, 8_191, 8_192, 1 << 40, i64::MAX, i64::MIN];
        let mut bytes = Vec::new();
        for number in numbers {
            put_signed(&mut bytes, number);
            put(&mut bytes, number as u64);
        }
        let mut read = bytes.into_iter();
        for number in numbers {
            assert_eq!((take_signed(&mut read), take(&mut read)), (number, number as u64));
        }
        assert_eq!(read.next(), None);
    }
}
