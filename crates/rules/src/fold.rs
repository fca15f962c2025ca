//! Names as they are compared, whoever typed them.

/// A name as it is compared: capitals without accents and digits, one space between words; letters of an abbreviation (`S.A.R.L.`, `S A R L`) are brought together.
pub fn folded(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_uppercase) {
        match plain(letter) {
            Some(plain) => text.push_str(plain),
            None if letter.is_alphanumeric() => text.push(letter),
            // An apostrophe and a point join; the rest separates.
            None if matches!(letter, '.' | '\'' | '’') => {}
            None => text.push(' '),
        }
    }
    let mut joined = String::with_capacity(text.len());
    let mut spelled = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        if !(joined.is_empty() || single && spelled) {
            joined.push(' ');
        }
        joined.push_str(word);
        spelled = single;
    }
    joined
}

/// Whether a folded text has these folded words, one after the other and whole.
pub fn has_words(text: &str, words: &str) -> bool {
    let bounded = |at: usize| {
        let (before, after) = (text.get(..at), text.get(at + words.len()..));
        before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
            && after.is_some_and(|after| after.is_empty() || after.starts_with(' '))
    };
    !words.is_empty() && text.match_indices(words).any(|(at, _)| bounded(at))
}

fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'À' | 'Á' | 'Â' | 'Ã' | 'Å' => "A",
        'Ä' | 'Æ' => "AE",
        'Ç' => "C",
        'É' | 'È' | 'Ê' | 'Ë' => "E",
        'Í' | 'Ì' | 'Î' | 'Ï' => "I",
        'Ñ' => "N",
        'Ó' | 'Ò' | 'Ô' | 'Õ' | 'Ø' => "O",
        'Ö' | 'Œ' => "OE",
        'Ú' | 'Ù' | 'Û' => "U",
        'Ü' => "UE",
        'Ý' | 'Ÿ' => "Y",
        'ß' => "SS",
        '&' => " ET ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (name, expected) in [
            ("Société d’Économie", "SOCIETE DECONOMIE"),
            ("S.A.R.L. Durand", "SARL DURAND"),
            ("DURAND  S A R L", "DURAND SARL"),
            ("Bœuf & Fils", "BOEUF ET FILS"),
            ("—", ""),
        ] {
            assert_eq!(folded(name), expected, "{name}");
        }
    }

    #[test]
    fn words_are_whole() {
        for (text, words, expected) in [
            ("MAIRIE DE LYON", "MAIRIE", true),
            ("LA MAIRIE", "MAIRIE", true),
            ("MAIRIES DE LYON", "MAIRIE", false),
            ("SEMAIRIE MAIRIE", "MAIRIE", true),
            ("VILLE DE LYON", "VILLE DE", true),
            ("VILLE DEUX", "VILLE DE", false),
            ("ÉAÉ A", "A", true),
            ("A A B", "A B", true),
            ("", "A", false),
            ("A", "", false),
        ] {
            assert_eq!(has_words(text, words), expected, "{text}: {words}");
        }
    }
}
