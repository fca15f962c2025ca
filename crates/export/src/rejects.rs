//! The rows of a file that were set aside, as delimited text to correct and open again: the headings of the file, its
//! cells as they stand, and why each row is there. A number keeps its sign; any other text stays text.

use crate::ExportError;
use crate::delimited;
use crate::table::looks_like_a_formula;
use text::Language;
use text::letters::printable;

/// A row set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// Its cells by column, empty ones included.
    pub cells: Vec<String>,
    /// Where it stands, what was seen and what to do.
    pub reason: String,
}

/// The rows, under the headings of their file and one more.
pub fn rejects(language: Language, headings: &[String], rejects: &[Reject]) -> Result<Vec<u8>, ExportError> {
    let width = rejects.iter().map(|reject| reject.cells.len()).max().unwrap_or(0).max(headings.len());
    let padded = |cells: &[String], last: &str| {
        let mut record: Vec<String> = cells.iter().map(|cell| safe(cell)).collect();
        record.resize(width, String::new());
        record.push(safe(last));
        record
    };
    let mut writer = delimited::writer(delimited::Form::from(language).dialect);
    writer.write_record(padded(headings, language.report_reject_reason()))?;
    for reject in rejects {
        writer.write_record(padded(&reject.cells, &reject.reason))?;
    }
    writer.into_inner().map_err(|error| ExportError::Writer { detail: error.to_string() })
}

fn safe(text: &str) -> String {
    let text = printable(text).text;
    if looks_like_a_formula(&text) && !is_number(&text) { format!("'{text}") } else { text }
}

/// A sign, digits and their separators: a number in any spreadsheet, a formula in none.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|each| each.is_ascii_digit() || matches!(each, '.' | ',' | ' ' | '\u{A0}' | '\u{202F}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_sign_and_formulas_stay_text() {
        let headings = ["Client", "=Solde"].map(str::to_owned);
        let row = |cells: [&str; 3], reason: &str| Reject {
            cells: cells.map(str::to_owned).to_vec(),
            reason: reason.to_owned(),
        };
        let rows = [row(["A;B", "-12,50", ""], "ligne 2"), row(["=1+1", "-1.2OO,00", "-1+1"], "@ligne 3")];
        let bytes = rejects(Language::Fr, &headings, &rows).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{FEFF}Client;'=Solde;;Raison de la mise à l’écart\r\n\"A;B\";-12,50;;ligne 2\r\n'=1+1;'-1.2OO,00;'-1+1;'@ligne 3\r\n"
        );
    }
}
