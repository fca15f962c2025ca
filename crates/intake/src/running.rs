//! "Balance" beside one column of amounts is either what remains due of each document or the balance after each row.
//! Headings do not say which; consecutive rows do.

use crate::Field;
use crate::header::{FIRST_ROWS, Header, Heading};
use crate::number::{Side, is_apostrophe, is_space, strip};
use crate::vocabulary;
use crate::words::fold_into;
use sheet::{Row, Table};
use values::Amount;

/// Takes from headings one of the two meanings where the rows show the other.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    // Beside letters it is that of a ledger; so it is beside journals or numbers of entries, unless the rows deny it.
    if header.may(&[Field::MatchCode]) {
        return;
    }
    let ledger = header.may(&[Field::Journal, Field::EntryNumber]);
    let both = |heading: &&Heading| heading.may(&[Field::Residual]) && heading.may(&[Field::RunningBalance]);
    let mut balances = header.headings.iter().filter(both);
    let (Some(balance), None) = (balances.next(), balances.next()) else { return };
    let column = balance.column;
    // `Debiteur` is a debtor before it is a side.
    let side = |side: Field| {
        let heads =
            |heading: &&Heading| heading.may(&[side]) && !heading.may(&[Field::CustomerId, Field::CustomerName]);
        header.headings.iter().filter(heads).map(|heading| heading.column).collect::<Vec<u16>>()
    };
    if let ([debit], [credit]) = (&side(Field::Debit)[..], &side(Field::Credit)[..]) {
        if !ledger && is_difference(header, table, (*debit, *credit, column)) {
            forget(header, column, Field::RunningBalance);
        }
        return;
    }
    let [amount] = header.columns_of(&[Field::Amount])[..] else { return };
    let wrong = match shown(header.row, table, amount, column) {
        // Nothing remains due of a row that only carries the balance on.
        Some(Shown::Running) => Field::Residual,
        Some(Shown::Residual { follows: false }) => Field::RunningBalance,
        Some(Shown::Residual { .. }) if !ledger => Field::RunningBalance,
        Some(_) | None => return,
    };
    forget(header, column, wrong);
}

fn forget(header: &mut Header, column: u16, wrong: Field) {
    for heading in header.headings.iter_mut().filter(|heading| heading.column == column) {
        heading.hits.retain(|hit| hit.field != wrong);
    }
}

/// Whether each balance is the debit less the credit of its own row, its sign apart, and some rows have both: what was asked, what was
/// paid and what remains of one document.
fn is_difference(header: &Header, table: &Table, (debit, credit, balance): (u16, u16, u16)) -> bool {
    let rows = header.items(table);
    let read = |row: &Row<'_>, column: u16| match row.cell(column).map(|cell| cell.text.trim()) {
        None | Some("") => Some(0),
        Some(text) => hundredths(text),
    };
    let of = |row: &Row<'_>| Some((read(row, debit)?, read(row, credit)?, read(row, balance)?));
    let differs =
        |row: &Row<'_>| of(row).is_some_and(|(debit, credit, balance)| (debit - credit).abs() == balance.abs());
    let both = |row: &Row<'_>| of(row).is_some_and(|(debit, credit, _)| debit != 0 && credit != 0);
    rows.len() > 3 && rows.iter().all(differs) && rows.iter().any(both)
}

enum Shown {
    /// Each balance is the one before with the amount of its row.
    Running,
    /// No balance is more than the amount of its row.
    Residual {
        /// Many are the one before with the amount of their row, as where a payment follows each invoice.
        follows: bool,
    },
}

fn shown(header_row: u32, table: &Table, amount: u16, balance: u16) -> Option<Shown> {
    let (mut rows, mut steps, mut follows, mut beyond) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut before: Option<i64> = None;
    let mut folded = String::new();
    for row in table.rows_below(header_row).take(FIRST_ROWS) {
        let total = row.cells().next().is_some_and(|first| {
            fold_into(&mut folded, first.text);
            vocabulary::is_total(&folded)
        });
        let read = |column: u16| row.cell(column).and_then(|cell| hundredths(cell.text.trim()));
        let (false, Some(of_row), Some(after)) = (total, read(amount), read(balance)) else {
            before = None;
            continue;
        };
        rows += 1;
        beyond += u32::from(after.abs() > of_row.abs());
        if let Some(before) = before {
            steps += 1;
            follows += u32::from((after - before).abs() == of_row.abs());
        }
        before = Some(after);
    }
    match () {
        () if steps >= 2 && follows * 5 >= steps * 4 && beyond > 0 => Some(Shown::Running),
        () if rows >= 2 && beyond == 0 => Some(Shown::Residual { follows: steps < 4 || follows * 2 >= steps }),
        () => None,
    }
}

/// An amount in hundredths, its last mark taken for the decimal one where at most two digits follow; enough to compare
/// amounts of one table with one another. Nothing beyond the largest amount read.
pub(crate) fn hundredths(text: &str) -> Option<i64> {
    let stripped = strip(text)?;
    let body = stripped.body;
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_space(c) || is_apostrophe(c);
    if body.is_empty() || !body.chars().all(plain) {
        return None;
    }
    let fraction = body.rfind(['.', ',']).and_then(|at| body.get(at + 1..)).filter(|rest| rest.len() <= 2);
    let digits: String = body.chars().filter(char::is_ascii_digit).collect();
    let value: i64 = digits.parse().ok()?;
    let missing = 2 - u32::try_from(fraction.map_or(0, str::len)).ok()?;
    let value = value.checked_mul(10_i64.pow(missing)).filter(|value| *value <= Amount::MAX_PARSED)?;
    let credit = stripped.negative || stripped.side == Some(Side::Credit);
    Some(if credit { -value } else { value })
}

#[cfg(test)]
mod tests {
    use crate::detect::detect;
    use crate::{Field, Mapping};

    fn mapping(rows: &str) -> Mapping {
        let text = format!("Client;Pièce;Date;Montant;Solde\n{rows}");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        detect(&book.tables[0]).candidates.remove(0).mapping
    }

    #[test]
    fn rows_tell_a_running_balance_from_what_is_due() {
        let running = "A;F1;13/02/2026;100,00;100,00\nA;F2;14/02/2026;50,00;150,00\nA;F3;15/02/2026;-20,00;130,00\n";
        assert!(!mapping(running).binds(Field::Residual));
        let due = "A;F1;13/02/2026;100,00;40,00\nA;F2;14/02/2026;50,00;50,00\nB;F3;15/02/2026;20,00;20,00\n";
        assert!(mapping(due).binds(Field::Residual));
    }
}
