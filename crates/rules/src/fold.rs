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
}
