//! Words without case, accents and punctuation, so that `Édité le :` and `EDITE LE` are the same.
//! Phrases are looked for at word boundaries only.

/// Adds the folded form of a character: lower case, no accent; anything that is not a letter or digit is a space.
fn fold_char(folded: &mut String, character: char) {
    if character.is_ascii_alphanumeric() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    if character.is_ascii() || matches!(character, '°' | '\u{A0}' | '«' | '»' | '’' | '–' | '—') {
        return space(folded);
    }
    for lower in lower_case(character) {
        match lower {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ÿ' | 'ý' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ą' => folded.push('a'),
            'ć' => folded.push('c'),
            'ę' => folded.push('e'),
            'ł' => folded.push('l'),
            'ń' => folded.push('n'),
            'ś' => folded.push('s'),
            'ź' | 'ż' => folded.push('z'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            // A combining accent belongs to the letter before it.
            '\u{0300}'..='\u{036F}' => {}
            _ => space(folded),
        }
    }
}

fn space(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// The letters of Western Europe without a search in the tables of all others.
fn lower_case(character: char) -> impl Iterator<Item = char> {
    let western = match character {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(character as u32 + 0x20),
        'ß'..='ö' | 'ø'..='ÿ' => Some(character),
        _ => None,
    };
    western.into_iter().chain(western.is_none().then(|| character.to_lowercase()).into_iter().flatten())
}

/// Replaces `folded` by the words of `text`, one space between them.
pub(crate) fn fold_into(folded: &mut String, text: &str) {
    folded.clear();
    for character in text.chars() {
        fold_char(folded, character);
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
}

/// The words of `text`, one space between them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Without `(suite)` or its like at the end: the customer goes on over the page.
pub(crate) fn without_continuation(text: &str) -> &str {
    const WORDS: [&str; 11] = [
        "suite",
        "continued",
        "cont",
        "cont d",
        "contd",
        "fortsetzung",
        "forts",
        "continuacion",
        "continua",
        "segue",
        "vervolg",
    ];
    let text = text.trim_end();
    let cut = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    cut.filter(|(_, word)| WORDS.contains(&fold(word).as_str())).map_or(text, |(kept, _)| kept.trim_end())
}

/// Words that announce a customer.
const LABELS: [&str; 24] = [
    "account",
    "client",
    "cliente",
    "code client",
    "compte",
    "conto",
    "cuenta",
    "customer",
    "debitor",
    "klant",
    "konto",
    "kunde",
    "tiers",
    "compte client",
    "compte tiers",
    "compte auxiliaire",
    "nom du client",
    "nom client",
    "customer name",
    "kundenname",
    "locataire",
    "tenant",
    "adherent",
    "coproprietaire",
];

/// The same before a code without a colon: `Compte 411DUPONT  DUPONT SAS`.
pub(crate) fn without_label_word(text: &str) -> &str {
    let code = |rest: &str| {
        let code = rest.split_whitespace().next().unwrap_or_default();
        code.bytes().filter(u8::is_ascii_digit).count() > 1 && !code.contains(char::is_lowercase)
    };
    let announced = text.split_once(' ').filter(|(label, rest)| LABELS.contains(&fold(label).as_str()) && code(rest));
    announced.map_or(text, |(_, rest)| rest.trim_start())
}

/// What stands after `Compte :`, `Client :` and the like; the whole where no such word announces it.
pub(crate) fn without_label(text: &str) -> &str {
    let announced = text.split_once(':').filter(|(label, _)| LABELS.contains(&fold(label).as_str()));
    announced.map(|(_, rest)| rest.trim()).filter(|rest| !rest.is_empty()).unwrap_or(text)
}

/// A telephone number or an address of mail, which names nobody.
pub(crate) fn is_contact(text: &str) -> bool {
    let words = fold(text);
    text.contains('@')
        || ["tel", "telephone", "phone", "fax", "mobile", "portable"].iter().any(|word| begins_with(&words, word))
}

/// A customer's code and name in one text: `411ALPHA  ALPHA SAS`, `411ALPHA - ALPHA SAS`, `100777 Nordic Retail`; the
/// whole and nothing where it is but one. `announced`: a word before it says that it is a customer.
pub(crate) fn code_and_name(text: &str, announced: bool) -> (&str, &str) {
    if let Some((code, name)) = text.split_once("  ") {
        return (code.trim(), name.trim());
    }
    // `H2O - Services` is a name.
    let is_code = |code: &str| {
        let digits = code.bytes().filter(u8::is_ascii_digit).count();
        digits >= 2 && code.len() >= 3 && !code.contains(char::is_whitespace)
    };
    for mark in [" - ", " – ", " : "] {
        if let Some((code, name)) = text.split_once(mark).filter(|(code, _)| is_code(code)) {
            return (code, name.trim());
        }
    }
    // `3M France` and `123 Studio` are names.
    let least = if announced { 1 } else { 5 };
    let digits = |code: &str| code.len() >= least && code.bytes().all(|byte| byte.is_ascii_digit());
    let plain = |code: &str| digits(code) || (announced && is_code(code) && !code.contains(char::is_lowercase));
    match text.split_once(' ') {
        Some((code, name)) if plain(code) && name.chars().any(char::is_alphabetic) => (code, name.trim()),
        _ => (text, ""),
    }
}

/// Whether folded `words` begin with `start`, at a word boundary.
pub(crate) fn begins_with(words: &str, start: &str) -> bool {
    // Nearly all comparisons end at the first letter.
    words.as_bytes().first() == start.as_bytes().first()
        && words.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether folded `words` hold `phrase`, at word boundaries.
pub(crate) fn holds(words: &str, phrase: &str) -> bool {
    let mut rest = words;
    while rest.len() >= phrase.len() {
        if begins_with(rest, phrase) {
            return true;
        }
        let Some(next) = rest.bytes().position(|byte| byte == b' ') else { return false };
        rest = rest.get(next + 1..).unwrap_or_default();
    }
    false
}

/// Replaces a text by another without what nobody sees in it: zero widths, direction marks, soft hyphens, control
/// characters. White space becomes one ordinary space. Says whether something was left out.
pub(crate) fn fill_visible(slot: &mut String, text: &str) -> bool {
    if slot == text {
        return false;
    }
    slot.clear();
    if is_visible(text) {
        slot.push_str(text);
        return false;
    }
    let mut unseen = false;
    for character in text.chars() {
        match character {
            '\t' | '\r' | '\n' if slot.ends_with(' ') => {}
            '\t' | '\r' | '\n' => slot.push(' '),
            _ if is_invisible(character) => unseen = true,
            _ => slot.push(character),
        }
    }
    unseen
}

/// Whether every byte of a text shows that nothing in it is invisible.
pub(crate) fn is_visible(text: &str) -> bool {
    // Letters of two bytes hold nothing invisible from U+00C0 on.
    text.bytes().all(|byte| matches!(byte, 0x20..=0x7E | 0x80..=0xBF | 0xC3..=0xDF))
}

fn is_invisible(character: char) -> bool {
    const RANGES: [(char, char); 6] = [
        ('\u{AD}', '\u{AD}'),
        ('\u{200B}', '\u{200F}'),
        ('\u{202A}', '\u{202E}'),
        ('\u{2060}', '\u{206F}'),
        ('\u{FEFF}', '\u{FEFF}'),
        ('\u{FFF9}', '\u{FFFB}'),
    ];
    character.is_control() || RANGES.iter().any(|(first, last)| (*first..=*last).contains(&character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leaves_words_only() {
        assert_eq!(fold("  Édité le : 02/10/26 "), "edite le 02 10 26");
        assert_eq!(fold("Total\u{A0}général"), "total general");
        assert_eq!(fold("Stra\u{DF}e\u{301}"), "strasse");
        assert_eq!(fold("Termin płatności, Źródło"), "termin platnosci zrodlo");
        assert_eq!(fold("—"), "");
    }

    #[test]
    fn a_customer_stands_after_the_word_that_announces_it() {
        assert_eq!(without_label("Compte : 411ALPHA  ALPHA SAS"), "411ALPHA  ALPHA SAS");
        assert_eq!(without_label("Debitor: 100234"), "100234");
        assert_eq!(without_label("411:ALPHA"), "411:ALPHA");
        assert_eq!(without_label("Compte :"), "Compte :");
    }

    #[test]
    fn codes_stand_before_names() {
        assert_eq!(code_and_name("411ALPHA   ALPHA SAS", false), ("411ALPHA", "ALPHA SAS"));
        assert_eq!(code_and_name("411100234 - Müller & Söhne", false), ("411100234", "Müller & Söhne"));
        assert_eq!(code_and_name("100777 Nordic Retail A/S", false), ("100777", "Nordic Retail A/S"));
        assert_eq!(code_and_name("123 Studio", false), ("123 Studio", ""));
        assert_eq!(code_and_name("123 Studio", true), ("123", "Studio"));
        assert_eq!(code_and_name("C0242 Studio Ferrante", true), ("C0242", "Studio Ferrante"));
        assert_eq!(code_and_name("C0242 Studio Ferrante", false), ("C0242 Studio Ferrante", ""));
        assert_eq!(code_and_name("Martin - Fils", false), ("Martin - Fils", ""));
        assert_eq!(code_and_name("H2O - Services", false), ("H2O - Services", ""));
    }

    #[test]
    fn what_nobody_sees_is_left_out_and_said() {
        let mut slot = "before".to_owned();
        assert!(!fill_visible(&mut slot, "Société 12 (Lyon)"));
        assert_eq!(slot, "Société 12 (Lyon)");
        assert!(fill_visible(&mut slot, "A\u{200B}B\u{202E} C\u{AD}"));
        assert_eq!(slot, "AB C");
        assert!(!fill_visible(&mut slot, "two\r\nlines"));
        assert_eq!(slot, "two lines");
        assert!(fill_visible(&mut slot, "\u{FEFF}"));
        assert_eq!(slot, "");
    }

    #[test]
    fn phrases_stop_at_word_boundaries() {
        assert!(holds("facture avoir 12", "avoir"));
        assert!(!holds("savoir faire", "avoir"));
        assert!(!holds("savoiravoir", "avoir"));
        assert!(holds("savoir avoir", "avoir"));
    }
}
