//! Foreign text made fit to print.

/// Foreign text made fit to print on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printable {
    /// What is left.
    pub text: String,
    /// How many characters were taken out because they hide, reorder or break a line.
    pub removed: usize,
}

/// Takes out of foreign text what a reader cannot see or what would lie to him: controls, line breaks, bidirectional
/// overrides, zero-width and tag characters. Tabs and line breaks become one space. Nothing visible changes.
pub fn printable(raw: &str) -> Printable {
    let mut text = String::with_capacity(raw.len());
    let mut removed = 0;
    for character in raw.chars() {
        match character {
            '\t' | '\r' | '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                removed += 1;
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            hidden if is_hidden(hidden) => removed += 1,
            visible => text.push(visible),
        }
    }
    Printable { text: text.trim().to_owned(), removed }
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{FEFF}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{FFFE}'..='\u{FFFF}'
            | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_invisible_is_printed() {
        let seen = |raw| {
            let Printable { text, removed } = printable(raw);
            (text, removed)
        };
        assert_eq!(seen("Société d’Étude"), ("Société d’Étude".to_owned(), 0));
        assert_eq!(seen("  ALPHA\r\nBcc: x@y.fr "), ("ALPHA Bcc: x@y.fr".to_owned(), 2));
        assert_eq!(seen("\u{202E}gpj.exe\u{200B}"), ("gpj.exe".to_owned(), 2));
        assert_eq!(seen("A\u{0}B\u{E0041}"), ("AB".to_owned(), 2));
    }
}
