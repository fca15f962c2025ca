//! How far apart two short texts are: what a slip of the finger changes.

/// Whether one insertion, deletion, substitution or swap of neighbours makes one text of the other. Equal texts are
/// not one edit apart.
pub fn one_edit_apart(a: &str, b: &str) -> bool {
    let (shorter, longer): (Vec<char>, Vec<char>) =
        if a.chars().count() <= b.chars().count() { (chars(a), chars(b)) } else { (chars(b), chars(a)) };
    let start = shorter.iter().zip(&longer).take_while(|(x, y)| x == y).count();
    let rest = |text: &[char], from: usize| text.get(from..).unwrap_or_default().to_vec();
    match longer.len() - shorter.len() {
        0 => {
            let (left, right) = (rest(&shorter, start), rest(&longer, start));
            let swapped =
                matches!((&left[..], &right[..]), ([a, b, x @ ..], [c, d, y @ ..]) if a == d && b == c && x == y);
            !left.is_empty() && (swapped || left.get(1..) == right.get(1..))
        }
        1 => rest(&shorter, start) == rest(&longer, start + 1),
        _ => false,
    }
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_more() {
        for (a, b, expected) in [
            ("gmail", "gmial", true),
            ("gmail", "gmai", true),
            ("gmail", "gmaill", true),
            ("gmail", "gnail", true),
            ("gmail", "gmail", false),
            ("gmail", "gnial", false),
            ("ab", "ba", true),
            ("a", "", true),
            ("", "", false),
            ("été", "ete", false),
        ] {
            assert_eq!((one_edit_apart(a, b), one_edit_apart(b, a)), (expected, expected), "{a} {b}");
        }
    }
}
