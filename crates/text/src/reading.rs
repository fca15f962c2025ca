//! Why a file could not be read: one function per refusal, each saying where, what was seen and what to do.
//! Codes of kinds, formats and limits are those of the reader; an unknown code gets a general word, never a gap.

use crate::Language;

impl Language {
    /// Not a single byte.
    pub fn refuse_empty(self, file: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» est vide (0\u{A0}octet). Refaites l’export ou la copie, puis ouvrez-le à nouveau."
            ),
            Language::En => {
                format!("The file “{file}” is empty (0 bytes). Export or copy it again, then open it once more.")
            }
        }
    }

    /// Only blanks and line ends.
    pub fn refuse_only_whitespace(self, file: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» ne contient que des espaces et des lignes vides. Vérifiez les filtres de l’export, puis refaites-le."
            ),
            Language::En => format!(
                "The file “{file}” holds nothing but spaces and blank lines. Check the filters of the export, then run it again."
            ),
        }
    }

    /// A workbook under a password; `format` is the reader's code.
    pub fn refuse_encrypted(self, file: &str, format: &str) -> String {
        let format = format.to_uppercase();
        match self {
            Language::Fr => format!(
                "Le classeur «\u{A0}{file}\u{A0}» ({format}) est protégé par un mot de passe. Ouvrez-le dans votre tableur, enregistrez une copie sans mot de passe, puis ouvrez cette copie ici."
            ),
            Language::En => format!(
                "The workbook “{file}” ({format}) is protected by a password. Open it in your spreadsheet program, save a copy without a password, then open that copy here."
            ),
        }
    }

    /// A limit was passed; `limit` is the reader's code.
    pub fn refuse_too_large(self, file: &str, limit: &str, allowed: u64, seen: u64) -> String {
        let (what, advice) = self.limit_words(limit);
        let in_bytes = limit.ends_with("-bytes");
        let figure = |value: u64| {
            if in_bytes { self.size_in_bytes(value) } else { self.number(i64::try_from(value).unwrap_or(i64::MAX)) }
        };
        let (allowed, seen) = (figure(allowed), figure(seen));
        match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» dépasse une limite de lecture ({what})\u{A0}: {allowed} au plus, {seen} ou davantage ici. {advice}"
            ),
            Language::En => format!(
                "The file “{file}” passes a reading limit ({what}): {allowed} at most, {seen} or more here. {advice}"
            ),
        }
    }

    /// A workbook whose inside does not hold together; `damage` comes from one of the functions `damage_…`.
    pub fn refuse_damaged(self, file: &str, part: &str, damage: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le classeur «\u{A0}{file}\u{A0}» est endommagé, partie «\u{A0}{part}\u{A0}»\u{A0}: {damage}. Ouvrez-le dans votre tableur, laissez-le le réparer, puis enregistrez une copie et ouvrez-la ici."
            ),
            Language::En => format!(
                "The workbook “{file}” is damaged, part “{part}”: {damage}. Open it in your spreadsheet program, let it repair the file, then save a copy and open that copy here."
            ),
        }
    }

    /// The reader gave up; `format` is its code and `detail` its own words.
    pub fn refuse_reader_failed(self, file: &str, format: &str, detail: &str) -> String {
        let format = format.to_uppercase();
        match self {
            Language::Fr => format!(
                "Le classeur «\u{A0}{file}\u{A0}» ({format}) n’a pas pu être lu jusqu’au bout (détail pour l’assistance\u{A0}: «\u{A0}{detail}\u{A0}»). Enregistrez-en une copie au format XLSX ou CSV depuis votre tableur, puis ouvrez cette copie."
            ),
            Language::En => format!(
                "The workbook “{file}” ({format}) could not be read to its end (detail for support: “{detail}”). Save a copy as XLSX or CSV from your spreadsheet program, then open that copy."
            ),
        }
    }

    /// Binary content of no known kind; `first_bytes` in hexadecimal.
    pub fn refuse_unknown_binary(self, file: &str, first_bytes: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» n’est ni du texte ni un classeur connu (premiers octets\u{A0}: {first_bytes}). Exportez les écritures en CSV, XLSX, XLS ou ODS."
            ),
            Language::En => format!(
                "The file “{file}” is neither text nor a known workbook (first bytes: {first_bytes}). Export the entries as CSV, XLSX, XLS or ODS."
            ),
        }
    }

    /// The part stops before its end.
    pub const fn damage_cut(self) -> &'static str {
        self.pick("elle s’arrête avant la fin", "it stops before its end")
    }

    /// The part does not unpack.
    pub const fn damage_corrupt(self) -> &'static str {
        self.pick(
            "son contenu ne se décompresse pas ou sa somme de contrôle est fausse",
            "its content does not unpack, or its check sum is wrong",
        )
    }

    /// The part is packed in an unknown way.
    pub const fn damage_packing(self) -> &'static str {
        self.pick(
            "elle est compressée d’une façon qui ne se lit pas ici",
            "it is packed in a way that cannot be read here",
        )
    }

    /// An element is opened or closed out of turn.
    pub fn damage_nesting(self, element: &str) -> String {
        match self {
            Language::Fr => format!("l’élément «\u{A0}{element}\u{A0}» n’est pas ouvert ou fermé à sa place"),
            Language::En => format!("the element “{element}” is not opened or closed where it should be"),
        }
    }

    /// The part declares a document type.
    pub const fn damage_document_type(self) -> &'static str {
        self.pick(
            "elle déclare un type de document, ce qu’aucun tableur n’écrit",
            "it declares a document type, which no spreadsheet program writes",
        )
    }

    /// The part is in an unexpected encoding.
    pub const fn damage_encoding(self) -> &'static str {
        self.pick(
            "elle est dans un encodage qu’aucun tableur n’écrit",
            "it is in an encoding that no spreadsheet program writes",
        )
    }

    /// A reference outside any sheet.
    pub fn damage_reference(self, seen: &str) -> String {
        match self {
            Language::Fr => format!("la référence «\u{A0}{seen}\u{A0}» est hors de toute feuille"),
            Language::En => format!("the reference “{seen}” lies outside any sheet"),
        }
    }

    /// More entries announced than the part could hold.
    pub fn damage_lying_count(self, announced: u64, possible: u64) -> String {
        let figure = |value: u64| self.number(i64::try_from(value).unwrap_or(i64::MAX));
        let (announced, possible) = (figure(announced), figure(possible));
        match self {
            Language::Fr => format!("elle annonce {announced} textes et ne peut en contenir que {possible}"),
            Language::En => format!("it announces {announced} texts and can only hold {possible}"),
        }
    }

    /// Rows that are not in order.
    pub fn damage_row_order(self, row: u32) -> String {
        let row = self.number(i64::from(row));
        match self {
            Language::Fr => format!("la ligne {row} vient après une ligne de numéro plus grand"),
            Language::En => format!("row {row} comes after a row with a larger number"),
        }
    }

    /// A record or table that is not what it says.
    pub const fn damage_structure(self) -> &'static str {
        self.pick("sa structure interne est incohérente", "its inner structure does not hold together")
    }

    /// A part that is not there.
    pub const fn damage_missing(self) -> &'static str {
        self.pick("elle est absente du fichier", "it is not in the file")
    }

    /// What a limit is about, and what to do.
    fn limit_words(self, limit: &str) -> (&'static str, &'static str) {
        let split = self.pick(
            "Découpez l’export par période ou par groupe de clients.",
            "Split the export by period or by group of customers.",
        );
        let columns = self.pick(
            "Gardez les colonnes utiles, supprimez les autres, puis enregistrez une copie.",
            "Keep the columns you need, delete the others, then save a copy.",
        );
        let xlsx = self.pick(
            "Enregistrez une copie au format XLSX, lu ligne à ligne, sans cette limite.",
            "Save a copy as XLSX, which is read row by row, without this limit.",
        );
        let copy = self.pick(
            "Copiez les seules valeurs utiles dans un nouveau classeur.",
            "Copy the values you need, and only those, into a new workbook.",
        );
        match limit {
            "file-bytes" => (self.pick("taille du fichier", "size of the file"), split),
            "zip-entries" => (self.pick("nombre de parties du classeur", "number of parts of the workbook"), copy),
            "inflated-bytes" => (self.pick("taille décompressée", "unpacked size"), split),
            "cell-chars" => (
                self.pick("caractères dans une cellule", "characters in one cell"),
                self.pick(
                    "Raccourcissez cette cellule, ou vérifiez qu’un guillemet n’est pas resté ouvert.",
                    "Shorten that cell, or check that no quotation mark was left open.",
                ),
            ),
            "streamed-bytes" => (self.pick("taille d’un fichier texte", "size of a text file"), split),
            "streamed-rows" => (self.pick("lignes d’un fichier texte", "rows of a text file"), split),
            "rows" => (self.pick("lignes d’un tableau", "rows of one table"), split),
            "columns" => (self.pick("colonnes utilisées", "columns in use"), columns),
            "cells" => (self.pick("cellules non vides", "non-empty cells"), split),
            "strings" => (self.pick("textes différents", "different texts"), split),
            "text-bytes" => (self.pick("taille totale des textes", "total size of the texts"), split),
            "dense-cells" => (
                self.pick("étendue d’une feuille XLS ou ODS, en cellules", "extent of an XLS or ODS sheet, in cells"),
                xlsx,
            ),
            "sheets" => (self.pick("feuilles du classeur", "sheets of the workbook"), copy),
            "xml-depth" => (
                self.pick(
                    "éléments imbriqués dans une partie du classeur",
                    "nested elements in a part of the workbook",
                ),
                copy,
            ),
            "xml-attributes" => {
                (self.pick("attributs d’un élément du classeur", "attributes of one element of the workbook"), copy)
            }
            "xml-token-bytes" => {
                (self.pick("taille d’un élément du classeur", "size of one element of the workbook"), copy)
            }
            _ => (self.pick("taille du contenu", "size of the content"), split),
        }
    }

    /// A size as people read it, rounded up so that what is above a limit also reads above it.
    fn size_in_bytes(self, bytes: u64) -> String {
        const STEP: u64 = 1024;
        let (value, unit) = match bytes {
            0..STEP => (bytes, self.pick("octets", "bytes")),
            STEP..1_048_576 => (bytes.div_ceil(STEP), self.pick("Kio", "KiB")),
            _ => (bytes.div_ceil(STEP * STEP), self.pick("Mio", "MiB")),
        };
        format!("{}\u{A0}{unit}", self.number(i64::try_from(value).unwrap_or(i64::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(language: Language) -> Vec<String> {
        vec![
            language.refuse_empty("a.csv"),
            language.refuse_only_whitespace("a.csv"),
            language.refuse_encrypted("a.xlsx", "xlsx"),
            language.refuse_too_large("a.xlsx", "rows", 1_048_576, 1_048_577),
            language.refuse_too_large("a.xlsx", "file-bytes", 268_435_456, 268_435_457),
            language.refuse_damaged("a.xlsx", "xl/styles.xml", language.damage_cut()),
            language.refuse_damaged("a.xlsx", "xl/sharedStrings.xml", &language.damage_lying_count(100_000, 12)),
            language.refuse_reader_failed("a.xls", "xls", "Empty Root directory"),
            language.refuse_unknown_binary("a.dat", "0001"),
        ]
    }

    #[test]
    fn sentences_name_the_file_and_what_to_do() {
        for sentence in Language::ALL.into_iter().flat_map(all) {
            assert!(sentence.contains("a.") && sentence.ends_with('.'), "{sentence}");
        }
    }

    #[test]
    fn french_spaces_do_not_break() {
        for sentence in all(Language::Fr) {
            for mark in [" :", " ;", " !", " ?", "« ", " »"] {
                assert!(!sentence.contains(mark), "{mark:?} in {sentence}");
            }
        }
    }

    #[test]
    fn a_limit_names_both_figures() {
        assert_eq!(
            Language::En.refuse_too_large("big.xlsx", "file-bytes", 268_435_456, 268_435_457),
            "The file “big.xlsx” passes a reading limit (size of the file): 256\u{A0}MiB at most, 257\u{A0}MiB or more here. \
             Split the export by period or by group of customers."
        );
    }
}
