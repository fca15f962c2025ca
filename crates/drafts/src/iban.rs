//! An IBAN whose check digits agree (ISO 13616: the number modulo 97 is 1), printed in groups of four.

/// The IBAN in groups of four, or `None` where it is not one.
pub(crate) fn grouped(text: &str) -> Option<String> {
    let compact: String =
        text.chars().filter(|character| !character.is_whitespace()).map(|letter| letter.to_ascii_uppercase()).collect();
    if !(15..=34).contains(&compact.len()) || !has_the_shape(&compact) || remainder(&compact)? != 1 {
        return None;
    }
    let mut printed = String::with_capacity(compact.len() + 8);
    for (position, character) in compact.chars().enumerate() {
        if position > 0 && position.is_multiple_of(4) {
            printed.push(' ');
        }
        printed.push(character);
    }
    Some(printed)
}

fn has_the_shape(compact: &str) -> bool {
    compact.bytes().enumerate().all(|(position, byte)| match position {
        0 | 1 => byte.is_ascii_uppercase(),
        2 | 3 => byte.is_ascii_digit(),
        _ => byte.is_ascii_alphanumeric(),
    })
}

/// The number made of the account, the country and the check digits (A = 10 … Z = 35), modulo 97.
fn remainder(compact: &str) -> Option<u32> {
    let (head, account) = compact.split_at_checked(4)?;
    let mut remainder = 0;
    for character in account.chars().chain(head.chars()) {
        let value = character.to_digit(36)?;
        remainder = (if value < 10 { remainder * 10 } else { remainder * 100 } + value) % 97;
    }
    Some(remainder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_decide() {
        assert_eq!(grouped("fr7630006000011234567890189").as_deref(), Some("FR76 3000 6000 0112 3456 7890 189"));
        assert_eq!(grouped("FR76 3000 6000 0112 3456 7890 189").as_deref(), Some("FR76 3000 6000 0112 3456 7890 189"));
        assert_eq!(grouped("DE89370400440532013000").as_deref(), Some("DE89 3704 0044 0532 0130 00"));
        for wrong in ["", "FR76", "FR7630006000011234567890188", "FR76300060000112345678901é9", "7630006000011234567"]
        {
            assert_eq!(grouped(wrong), None, "{wrong}");
        }
    }
}
