//! Movements with a balance after each, under a title that names one customer: an account statement that the company draws of
//! its customer, or one that a bank draws of the company. The words of both are the same; which way money moves is not. A
//! customer's balance rises with debits and falls with payments, a bank's rises with what it credits, and money goes out of it
//! as well.

use crate::Field;
use crate::header::{FIRST_ROWS, Header};
use crate::running::hundredths;
use crate::vocabulary;
use crate::words::fold_into;
use sheet::{Row, Table};

/// Whose account movements are of, as far as they tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Account {
    /// Invoices in debit, payments in credit.
    Customer,
    /// Money comes in and goes out, or invoices stand in credit: a bank's, a supplier's.
    Other,
    Unknown,
}

/// Steps of a running balance that show which way it goes, at least.
const STEPS: u32 = 2;

/// What the rows show.
#[derive(Default)]
struct Shown {
    /// Steps that rise with debits, steps that rise with credits, and others.
    with_debits: u32,
    with_credits: u32,
    neither: u32,
    /// Rows that begin with a word for money that moved, by side.
    money: (u32, u32),
    /// Rows that begin with a word for an invoice, by side.
    sold: (u32, u32),
}

/// Whose account the movements under some headings are of.
pub(crate) fn account(header: &Header, table: &Table) -> Account {
    // `Debiteur` is a debtor before it is a side.
    let only = |field: Field| {
        let columns = header.headings.iter().filter(|one| one.may(&[field]) && !one.may(&[Field::CustomerName]));
        let columns: Vec<u16> = columns.map(|heading| heading.column).collect();
        if let [column] = columns.as_slice() { Some(*column) } else { None }
    };
    let (Some(debit), Some(credit)) = (only(Field::Debit), only(Field::Credit)) else { return Account::Unknown };
    let texts = header.columns_of(&[Field::Label, Field::Reference, Field::DocumentType]);
    let shown = shown(header.row, table, (debit, credit, only(Field::RunningBalance)), &texts);
    let out = shown.money.0 > 0 && shown.money.0 * 3 > shown.money.1;
    let bought = shown.sold.1 > 0 && shown.sold.1 > shown.sold.0;
    let rises = (shown.with_debits, shown.with_credits);
    let steps = rises.0 + rises.1 + shown.neither;
    match () {
        () if out || bought || rises.1 >= STEPS && rises.1 > rises.0 => Account::Other,
        () if rises.0 >= STEPS && rises.0 * 5 >= steps * 4 => Account::Customer,
        () if shown.sold.0 >= STEPS && shown.money.1 > 0 => Account::Customer,
        () => Account::Unknown,
    }
}

fn shown(header_row: u32, table: &Table, (debit, credit, balance): (u16, u16, Option<u16>), texts: &[u16]) -> Shown {
    let mut shown = Shown::default();
    let mut before: Option<(i64, i64)> = None;
    let mut folded = String::new();
    for row in table.rows_below(header_row).take(FIRST_ROWS) {
        let moved = read(&row, debit) - read(&row, credit);
        for text in texts.iter().filter_map(|column| row.cell(*column)) {
            fold_into(&mut folded, text.text);
            let side = |counts: &mut (u32, u32)| if moved > 0 { counts.0 += 1 } else { counts.1 += 1 };
            if moved != 0 && vocabulary::begins_with_money(&folded) {
                side(&mut shown.money);
                break;
            }
            if moved != 0 && vocabulary::begins_with_invoice(&folded) {
                side(&mut shown.sold);
                break;
            }
        }
        let after = balance.and_then(|column| row.cell(column)).and_then(|cell| hundredths(cell.text.trim()));
        let Some(after) = after.filter(|_| moved != 0) else { continue };
        if let Some((balance, movement)) = before {
            // The last movement may stand first: it then led to the balance of its own row from that of the next one.
            let (down, up) = (after - balance, balance - after);
            match () {
                () if down == moved || up == movement => shown.with_debits += 1,
                () if down == -moved || up == -movement => shown.with_credits += 1,
                () => shown.neither += 1,
            }
        }
        before = Some((after, moved));
    }
    shown
}

fn read(row: &Row<'_>, column: u16) -> i64 {
    row.cell(column).and_then(|cell| hundredths(cell.text.trim())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header;

    fn of(rows: &str) -> Account {
        let text = format!("Date;Référence;Libellé;Débit;Crédit;Solde\n{rows}");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        account(&header::find(&book.tables[0]).unwrap(), &book.tables[0])
    }

    const CUSTOMER: &str = "08/01/2026;1001;Marchandises;120,00;;120,00\n10/02/2026;9;Règlement;;100,00;20,00\n\
        15/03/2026;1044;Marchandises;48,00;;68,00\n16/03/2026;1050;Marchandises;2,00;;70,00\n";
    const BANK: &str = "08/01/2026;1;Remise;;120,00;520,00\n10/02/2026;2;Loyer;110,00;;410,00\n\
        15/03/2026;3;Facture F1001;;30,00;440,00\n16/03/2026;4;Assurance;40,00;;400,00\n";

    #[test]
    fn the_balance_says_whose_account_it_is() {
        let backwards = |rows: &str| rows.lines().rev().map(|line| format!("{line}\n")).collect::<String>();
        assert_eq!(of(CUSTOMER), Account::Customer);
        assert_eq!(of(&backwards(CUSTOMER)), Account::Customer);
        assert_eq!(of(BANK), Account::Other);
        assert_eq!(of(&backwards(BANK)), Account::Other);
    }

    #[test]
    fn money_that_goes_out_is_no_customers() {
        let books = "08/01/2026;1;VIR ALPHA SAS;120,00;;120,00\n10/02/2026;2;PRLV EDF;;100,00;20,00\n\
            15/03/2026;3;CHQ BETA;48,00;;68,00\n16/03/2026;4;VIR GAMMA;2,00;;70,00\n";
        assert_eq!(of(books), Account::Other);
        let supplier = "08/01/2026;1;Facture;;120,00;\n10/02/2026;2;Virement;100,00;;\n15/03/2026;3;Facture;;48,00;\n";
        assert_eq!(of(supplier), Account::Other);
        let words = "08/01/2026;1;Facture;120,00;;\n10/02/2026;2;Virement;;100,00;\n15/03/2026;3;Facture;48,00;;\n";
        assert_eq!(of(words), Account::Customer);
        assert_eq!(of("08/01/2026;1;Divers;120,00;;\n10/02/2026;2;Divers;;100,00;\n"), Account::Unknown);
    }
}
