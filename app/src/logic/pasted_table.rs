//! Whether a pasted text is a table, and how it is told from a word.

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Rows and columns.
    Cells {
        /// How the name of such a file ends.
        extension: &'static str,
    },
    /// One cell, or one line of text: no ledger has only that.
    OneCell,
    /// Nothing but space.
    Nothing,
}

/// What a pasted text is. Cells copied from a spreadsheet are separated by tabs; lines copied from a text file may be by
/// anything, which the reader finds out.
pub fn table(text: &str) -> Table {
    let rows = text.lines().filter(|line| !line.trim().is_empty()).take(2).count();
    match rows {
        0 => Table::Nothing,
        1 => Table::OneCell,
        _ if text.contains('\t') => Table::Cells { extension: "tsv" },
        _ => Table::Cells { extension: "csv" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rows_are_a_table_and_a_word_is_none() {
        for (text, expected) in [
            ("Client\tDate\tMontant\r\nALPHA\t12/05/2026\t120,00\r\n", Table::Cells { extension: "tsv" }),
            ("Client;Date;Montant\nALPHA;12/05/2026;120,00", Table::Cells { extension: "csv" }),
            ("ALPHA", Table::OneCell),
            ("ALPHA\t12/05/2026\t120,00\r\n", Table::OneCell),
            (" \r\n\t\n", Table::Nothing),
        ] {
            assert_eq!(table(text), expected, "{text:?}");
        }
    }
}
