//! Whom a statement is addressed to: the name right below its title (`RELEVÉ DE COMPTE`), under the letterhead of who sends
//! it. A title at the very top stands over the sender's own name, and says nothing.

use crate::words::fold;
use sheet::Table;

/// How a statement to one customer is titled.
const STATEMENTS: [&str; 14] = [
    "releve de compte",
    "releve de compte client",
    "releve de votre compte",
    "releve client",
    "releve de factures",
    "statement",
    "statement of account",
    "account statement",
    "customer statement",
    "kontoauszug",
    "estado de cuenta",
    "extracto de cuenta",
    "estratto conto",
    "rekeningoverzicht",
];

/// Rows below the title in which the name may stand.
const ADDRESS: u32 = 3;

/// The name of the customer.
pub(crate) fn of(table: &Table, header_row: u32) -> Option<&str> {
    let above = || table.rows().take_while(|row| row.number() < header_row);
    let sender = above().next()?.number();
    let title = above().find_map(|row| {
        let title = row.cells().find(|cell| STATEMENTS.contains(&fold(cell.text).as_str()));
        title.map(|cell| (row.number(), cell.column))
    });
    let (row, column) = title.filter(|(row, _)| *row > sender)?;
    let below = table.rows_below(row).take_while(|below| below.number() < header_row.min(row + ADDRESS + 1));
    below.filter_map(|below| below.cell(column)).map(|cell| cell.text.trim()).find(|text| is_name(text))
}

/// Whether a line of an address is a name: no day, no label, no number of a street.
fn is_name(text: &str) -> bool {
    const DAYS: [&str; 8] = ["au ", "du ", "le ", "date", "periode", "page", "as of", "from "];
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let words = fold(text);
    digits < 3 && words.len() > 2 && !text.contains(':') && !DAYS.iter().any(|start| words.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addressed(lines: &str) -> String {
        let mut table = Table::new(None);
        for (line, number) in lines.lines().zip(1..) {
            table.start_row(number);
            for (cell, column) in line.split(';').zip(0..).filter(|(cell, _)| !cell.is_empty()) {
                table.push(column, sheet::CellKind::Text, cell);
            }
        }
        of(&table, lines.lines().count() as u32).unwrap_or_default().to_owned()
    }

    #[test]
    fn a_statement_is_addressed_to_the_name_below_its_title() {
        for (lines, expected) in [
            ("OMEGA SARL\n3 rue Haute\n;RELEVÉ DE COMPTE\n;ALPHA SAS\n;Au 30/09/2026\nDate;Débit", "ALPHA SAS"),
            ("OMEGA Ltd\n;Statement of account\n;As of 30/09/2026\n;ALPHA Ltd\nDate;Debit", "ALPHA Ltd"),
            ("Relevé de compte\nOMEGA SARL\nDate;Débit", ""),
            ("OMEGA SARL\nRelevé de compte\nDu 01/01/2026 au 30/09/2026\nDate;Débit", ""),
            ("OMEGA SARL\nFactures\nALPHA SAS\nDate;Débit", ""),
        ] {
            assert_eq!(addressed(lines), expected, "{lines}");
        }
    }
}
