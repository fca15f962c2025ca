//! Document numbers as people retype them: `FA-00123`, `FA123` and `FA 0123` are one number, and so are `FAO123` and
//! `FA0123`. Years and sequences stay apart: `FA26-0123` is not `FA2-60123`.

/// The number without separators, zeros at the front of its parts and look-alike letters. Empty where the text holds
/// no digit: a word is no number.
pub(crate) fn key(text: &str) -> String {
    let letters = with_digits(text.chars().flat_map(char::to_uppercase).collect());
    let mut key = String::with_capacity(text.len());
    let mut part = String::new();
    for letter in letters {
        if letter.is_ascii_digit() {
            part.push(letter);
            continue;
        }
        end_part(&mut key, &mut part);
        if letter.is_alphanumeric() {
            key.push(letter);
        }
    }
    end_part(&mut key, &mut part);
    if key.bytes().any(|byte| byte.is_ascii_digit()) { key } else { String::new() }
}

/// Reads O as 0, and I or L as 1, beside a digit; from the right, as numbers end in digits.
fn with_digits(mut letters: Vec<char>) -> Vec<char> {
    for at in (0..letters.len()).rev() {
        let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        let beside = digit(at.checked_sub(1)) || digit(at.checked_add(1));
        if let (true, Some(letter)) = (beside, letters.get_mut(at)) {
            *letter = match *letter {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
        }
    }
    letters
}

/// Digits without the zeros at their front; a point keeps two runs of digits apart.
fn end_part(key: &mut String, part: &mut String) {
    if part.is_empty() {
        return;
    }
    if key.ends_with(|last: char| last.is_ascii_digit()) {
        key.push('.');
    }
    let digits = part.trim_start_matches('0');
    key.push_str(if digits.is_empty() { "0" } else { digits });
    part.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retyped_numbers_share_a_key() {
        for (numbers, expected) in [
            ("FA-00123|FA123|FA 0123|fa/123|FAO123|FA-OO123", "FA123"),
            ("FA26-0123|FA26/123|FA 26 0123", "FA26.123"),
            ("2026-001|2026/1|2026 01", "2026.1"),
            ("0", "0"),
            ("INV1O2|INV102", "INV102"),
            ("SOLDE||-|OPENING", ""),
        ] {
            for number in numbers.split('|') {
                assert_eq!(key(number), expected, "{number}");
            }
        }
        assert_ne!(key("FA124"), key("FA123"));
        assert_ne!(key("FA1230"), key("FA123"));
        assert_ne!(key("AV123"), key("FA123"));
    }
}
