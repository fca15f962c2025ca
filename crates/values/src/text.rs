//! Texts compared in words of eight bytes.

/// Whether two texts are the same. Nearly every row of a large ledger asks it of short texts, and the comparison that
/// WebAssembly offers is a loop over single bytes.
#[inline]
pub fn same_text(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let (Some(end), Some(other_end)) = (one.last_chunk(), other.last_chunk()) else {
        return one.iter().zip(other).all(|(byte, other)| byte == other);
    };
    let (words, other_words) = (one.as_chunks().0, other.as_chunks().0);
    let same = |word: &[u8; 8], other: &[u8; 8]| u64::from_ne_bytes(*word) == u64::from_ne_bytes(*other);
    // The last word may overlap the one before.
    same(end, other_end) && words.iter().zip(other_words).all(|(word, other)| same(word, other))
}

#[cfg(test)]
mod tests {
    use super::same_text;

    #[test]
    fn texts_are_the_same_in_every_byte_or_not_at_all() {
        let text = "Établissements Guérande Béziers";
        let cuts = || (0..=text.len()).filter(|end| text.is_char_boundary(*end));
        for end in cuts() {
            let part = &text[..end];
            let copy = part.to_owned();
            assert!(same_text(part, &copy), "{part}");
            for other in cuts().filter(|other| *other != end) {
                assert!(!same_text(part, &text[..other]), "{part}");
            }
            for (at, letter) in part.char_indices() {
                let other = if letter == 'x' { "y" } else { "x" }.repeat(letter.len_utf8());
                let changed = format!("{}{other}{}", &part[..at], &part[at + letter.len_utf8()..]);
                assert!(!same_text(part, &changed), "{part} {changed}");
            }
        }
    }
}
