//! One small ledger in many languages, encodings and line ends: every cell comes back as it was written, or the doubt
//! is announced. The encoders here are written apart from the reader's tables.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use sheet::{Limits, Notice, Workbook};

/// A character and its bytes in CP850, CP437 and Mac OS Roman; 0 where it has none.
const PAGES: [(char, u8, u8, u8); 47] = [
    ('é', 0x82, 0x82, 0x8E),
    ('è', 0x8A, 0x8A, 0x8F),
    ('à', 0x85, 0x85, 0x88),
    ('ç', 0x87, 0x87, 0x8D),
    ('ê', 0x88, 0x88, 0x90),
    ('ô', 0x93, 0x93, 0x99),
    ('î', 0x8C, 0x8C, 0x94),
    ('û', 0x96, 0x96, 0x9E),
    ('ù', 0x97, 0x97, 0x9D),
    ('â', 0x83, 0x83, 0x89),
    ('ë', 0x89, 0x89, 0x91),
    ('ï', 0x8B, 0x8B, 0x95),
    ('É', 0x90, 0x90, 0x83),
    ('È', 0xD4, 0, 0xE9),
    ('À', 0xB7, 0, 0xCB),
    ('Ç', 0x80, 0x80, 0x82),
    ('ü', 0x81, 0x81, 0x9F),
    ('ö', 0x94, 0x94, 0x9A),
    ('ä', 0x84, 0x84, 0x8A),
    ('Ü', 0x9A, 0x9A, 0x86),
    ('Ö', 0x99, 0x99, 0x85),
    ('Ä', 0x8E, 0x8E, 0x80),
    ('ß', 0xE1, 0xE1, 0xA7),
    ('ñ', 0xA4, 0xA4, 0x96),
    ('á', 0xA0, 0xA0, 0x87),
    ('í', 0xA1, 0xA1, 0x92),
    ('ó', 0xA2, 0xA2, 0x97),
    ('ú', 0xA3, 0xA3, 0x9C),
    ('Ñ', 0xA5, 0xA5, 0x84),
    ('°', 0xF8, 0xF8, 0xA1),
    ('\u{A0}', 0xFF, 0xFF, 0xCA),
    ('«', 0xAE, 0xAE, 0xC7),
    ('»', 0xAF, 0xAF, 0xC8),
    ('€', 0xD5, 0, 0xDB),
    ('’', 0, 0, 0xD5),
    ('œ', 0, 0, 0xCF),
    ('Ê', 0xD2, 0, 0xE6),
    ('Ô', 0xE2, 0, 0xEF),
    ('Î', 0xD7, 0, 0xEB),
    ('º', 0xA7, 0xA7, 0xBC),
    ('¿', 0xA8, 0xA8, 0xC0),
    ('å', 0x86, 0x86, 0x8C),
    ('ø', 0x9B, 0, 0xBF),
    ('æ', 0x91, 0x91, 0xBE),
    ('ò', 0x95, 0x95, 0x98),
    ('ì', 0x8D, 0x8D, 0x93),
    ('Œ', 0, 0, 0xCE),
];

/// Characters of Windows-1252 outside Latin 1, and where ISO-8859-15 puts those it has.
const WESTERN: [(char, u8, u8); 5] =
    [('€', 0x80, 0xA4), ('’', 0x92, 0), ('œ', 0x9C, 0xBD), ('Œ', 0x8C, 0xBC), ('–', 0x96, 0)];

const ENCODINGS: [&str; 12] = [
    "utf-8",
    "utf-8 bom",
    "utf-16le",
    "utf-16le bom",
    "utf-16be",
    "utf-16be bom",
    "windows-1252",
    "iso-8859-15",
    "cp850",
    "cp437",
    "mac",
    "utf-8 twice",
];

const TEXTS: [(&str, &str); 9] = [
    (
        "french",
        "Client;Libellé;Échéance;Débit\nSociété Générale d'Équipement;Règlement reçu à Nîmes;31/01/2026;1 200,00\nCafé des Hôtels;Facture n° 12 où l'août;28/02/2026;30,50\n",
    ),
    (
        "capitals",
        "CLIENT;LIBELLÉ;ÉCHÉANCE;DÉBIT\nSOCIÉTÉ GÉNÉRALE;RÈGLEMENT REÇU À NÎMES;31/01/2026;1200,00\nCAFÉ DES HÔTELS;PÊCHE;28/02/2026;30,50\n",
    ),
    ("short capitals", "CLIENT;SOLDE\nHOTEL DU PRÉ;12,00\nCAFE;13,00\n"),
    ("one accent", "Client;Solde\nDurand et associés;12,00\nMartin;13,00\n"),
    ("signs", "Client;Montant\nL’Œuvre du cœur;12,00 €\nÀ l’étage;1\u{A0}234,00 €\n"),
    ("spaces", "Client;Montant\nÉtoile;1\u{A0}234,00\nPrénom;12\u{A0}345,67\n"),
    ("german", "Kunde;Fälligkeit;Betrag\nMüller & Söhne;31.01.2026;1.200,00\nStraße Öl Übung;28.02.2026;30,50\n"),
    (
        "spanish",
        "Cliente;Vencimiento;Importe\nEspaña Mañana S.L.;31/01/2026;1200,00\nÑandú José Martín;28/02/2026;30,50\n",
    ),
    ("italian", "Cliente;Città;Saldo\nPerché no;Forlì;1200,00\nCosì è;Cantù;30,50\n"),
];

/// The bytes of a text, or nothing where the encoding has not all its characters.
fn encoded(text: &str, encoding: &str) -> Option<Vec<u8>> {
    let units =
        |big: bool| text.encode_utf16().flat_map(move |unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
    let page = |pick: fn(&(char, u8, u8, u8)) -> u8| {
        let byte = |c: char| {
            if c.is_ascii() {
                Some(c as u8)
            } else {
                PAGES.iter().find(|row| row.0 == c).map(pick).filter(|byte| *byte > 0)
            }
        };
        text.chars().map(byte).collect::<Option<Vec<u8>>>()
    };
    let western = |iso: bool| {
        let byte = |c: char| match WESTERN.iter().find(|row| row.0 == c) {
            Some(row) => Some(if iso { row.2 } else { row.1 }).filter(|byte| *byte > 0),
            None => u8::try_from(u32::from(c)).ok(),
        };
        text.chars().map(byte).collect::<Option<Vec<u8>>>()
    };
    match encoding {
        "utf-8" => Some(text.as_bytes().to_vec()),
        "utf-8 bom" => Some([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        "utf-16le" => Some(units(false).collect()),
        "utf-16le bom" => Some([0xFF, 0xFE].into_iter().chain(units(false)).collect()),
        "utf-16be" => Some(units(true).collect()),
        "utf-16be bom" => Some([0xFE, 0xFF].into_iter().chain(units(true)).collect()),
        "windows-1252" => western(false),
        "iso-8859-15" => western(true),
        "cp850" => page(|row| row.1),
        "cp437" => page(|row| row.2),
        "mac" => page(|row| row.3),
        "utf-8 twice" => {
            let character = |byte: u8| WESTERN.iter().find(|row| row.1 == byte).map_or(char::from(byte), |row| row.0);
            let high = |byte: u8| match byte {
                0x82 => '‚',
                0x83 => 'ƒ',
                0x84 => '„',
                0x89 => '‰',
                0x8A => 'Š',
                0x91 => '‘',
                0x93 => '“',
                0x94 => '”',
                0x99 => '™',
                0x9A => 'š',
                0x87 => '‡',
                0x88 => 'ˆ',
                0x8E => 'Ž',
                0x98 => '˜',
                0x9E => 'ž',
                0x9F => 'Ÿ',
                other => character(other),
            };
            Some(text.bytes().map(high).collect::<String>().into_bytes())
        }
        _ => panic!("{encoding}"),
    }
}

fn read(bytes: &[u8]) -> Option<Workbook> {
    sheet::read(bytes, &Limits::default(), &mut |_, _| {}).ok()
}

fn cells(book: &Workbook) -> Vec<String> {
    book.tables
        .iter()
        .flat_map(|table| table.rows())
        .flat_map(|row| row.cells())
        .map(|cell| cell.text.to_owned())
        .collect()
}

#[test]
fn every_encoding_reads_right_or_says_so() {
    let (mut files, mut right, mut silent) = (0, 0, Vec::new());
    for (name, text) in TEXTS {
        let expected: Vec<String> = text.lines().flat_map(|line| line.split(';')).map(str::to_owned).collect();
        for ending in ["\n", "\r\n"] {
            for encoding in ENCODINGS {
                let Some(bytes) = encoded(&text.replace('\n', ending), encoding) else { continue };
                files += 1;
                let book = read(&bytes);
                let seen = book.as_ref().map(cells).unwrap_or_default();
                if seen == expected {
                    right += 1;
                } else {
                    let label =
                        book.as_ref().and_then(|book| book.encoding).map_or("refused", |encoding| encoding.label());
                    silent.push(format!("{name} in {encoding}: taken for {label}: {seen:?}"));
                }
                let replaced = seen.iter().any(|cell| cell.contains('\u{FFFD}'));
                let told = book.is_some_and(|book| {
                    book.notices.iter().any(|notice| matches!(notice, Notice::ReplacementCharacters { .. }))
                });
                assert!(!replaced || told, "{name} in {encoding}: a replacement character without a remark");
            }
        }
    }
    println!("{right} of {files} files read right");
    assert!(files >= 120 && right * 100 >= files * 99, "{right} of {files}\n{}", silent.join("\n"));
}

#[test]
fn broken_characters_are_counted_and_told() {
    for (text, broken) in [("é", 1), ("éàç", 2)] {
        let mut bytes = TEXTS[0].1.as_bytes().to_vec();
        bytes.extend(text.as_bytes());
        bytes.extend(std::iter::repeat_n(0xE9, broken).flat_map(|byte| [byte, b' ', b'a']));
        let book = read(&bytes).unwrap();
        assert!(book.notices.contains(&Notice::ReplacementCharacters { count: broken as u64 }), "{:?}", book.notices);
    }
}

#[test]
fn the_first_bytes_of_a_wide_text_of_four_bytes_are_not_taken_for_two() {
    let bytes: Vec<u8> = [0xFF, 0xFE, 0, 0]
        .into_iter()
        .chain("Client;Solde\nA;1\n".chars().flat_map(|c| (c as u32).to_le_bytes()))
        .collect();
    assert!(read(&bytes).is_none_or(|book| cells(&book).iter().all(|cell| !cell.contains('\0'))));
}
