//! Finding a text as people type it: without case, without accents.

/// The text in lower case without the accents of French.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' | 'á' | 'ã' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' => folded.push('i'),
            'ô' | 'ö' | 'ó' | 'õ' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ç' => folded.push('c'),
            'ñ' => folded.push('n'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '\u{a0}' | '\u{202f}' => folded.push(' '),
            other => folded.push(other),
        }
    }
    folded
}

/// Whether every word of `needle` stands in one of the texts. An empty needle is found everywhere.
pub fn found(needle: &str, texts: &[&str]) -> bool {
    let haystack = texts.iter().map(|text| folded(text)).collect::<Vec<_>>().join("\n");
    folded(needle).split_whitespace().all(|word| haystack.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        assert!(found("helene", &["Hélène Électricité"]));
        assert!(found("ELEC hél", &["Hélène Électricité"]));
        assert!(found("c12", &["Durand", "C12"]));
        assert!(found("  ", &["Durand"]));
        assert!(!found("dupont", &["Durand"]));
    }
}
