//! A balance that stands once for all documents of a customer, in cells merged beside them: it is their sum, and nothing
//! remains of any one of them by it.

use crate::Field;
use crate::header::Header;
use crate::money_column::Money;
use sheet::Table;

/// Customers with several documents whose balance is their sum, at least.
const ENOUGH: usize = 2;

/// Takes the meaning of what remains from a column that holds such sums, where amounts and payments stand beside it.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let ([rest], [amount], paid) = (
        &header.columns_of(&[Field::Residual])[..],
        &header.columns_of(&[Field::Amount])[..],
        &header.columns_of(&[Field::Paid])[..],
    ) else {
        return;
    };
    let (rest, amount) = (*rest, *amount);
    if rest == amount || paid.len() > 1 || header.has_sides() {
        return;
    }
    let rows = header.items(table);
    let money = |column: u16| Money::of(column, &rows);
    let (Some(rest_of), Some(amounts)) = (money(rest), money(amount)) else { return };
    let paid = paid.first().and_then(|column| money(*column));
    if are_sums(&rest_of, &amounts, paid.as_ref(), rows.len()) {
        for heading in header.headings.iter_mut().filter(|heading| heading.column == rest) {
            heading.hits.retain(|hit| hit.field != Field::Residual);
        }
    }
}

/// Whether each balance is the sum of what remains on its row and on those below it that have none.
fn are_sums(balance: &Money, amounts: &Money, paid: Option<&Money>, rows: usize) -> bool {
    // The balance, the sum so far and the rows of the customer that is open.
    let mut open: Option<(i64, i64, usize)> = None;
    let mut several = 0;
    let mut ends = |(balance, sum, count): (i64, i64, usize)| {
        several += usize::from(count > 1);
        balance == sum
    };
    for row in 0..rows {
        let (amount, part) = (amounts.at(row), paid.map_or(0, |paid| paid.at(row)));
        let left = amount - if part.signum() * amount.signum() < 0 { -part } else { part };
        match (balance.amounts.get(row).copied().flatten(), open.take()) {
            (Some(next), before) => {
                if before.is_some_and(|before| !ends(before)) {
                    return false;
                }
                open = Some((next, left, 1));
            }
            (None, Some((balance, sum, count))) => open = Some((balance, sum.saturating_add(left), count + 1)),
            (None, None) => return false,
        }
    }
    // The last customer may go on beyond the first rows.
    let last = rows < crate::header::FIRST_ROWS && open.is_some_and(|open| !ends(open));
    !last && several >= ENOUGH
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The headings of the amount, of what was paid and of what remains.
    fn read(rows: &str) -> String {
        let text = format!("Client;Réf. facture;Date;Montant;Reçu;Solde client\n{rows}");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let mapping = detect(&book.tables[0]).candidates.remove(0).mapping;
        let heading = |field: Field| mapping.binding(field).map_or("-", |binding| binding.header.as_str()).to_owned();
        [Field::Amount, Field::Paid, Field::Residual].map(heading).join(", ")
    }

    #[test]
    fn a_balance_merged_beside_several_documents_is_their_sum() {
        let merged = "A;F1;13/02/2026;100,00;40,00;90,00\n;F2;14/02/2026;30,00;;\nB;F3;15/02/2026;20,00;;20,00\n\
            C;F4;16/02/2026;80,00;;75,50\n;F5;17/02/2026;-14,50;;\n;F6;18/02/2026;10,00;;\n";
        assert_eq!(read(merged), "Montant, Reçu, -");
        // One that is no sum stays what it says.
        assert_eq!(read(&merged.replace("75,50", "80,00")), "Montant, Reçu, Solde client");
        let each = "A;F1;13/02/2026;100,00;40,00;60,00\nA;F2;14/02/2026;30,00;;30,00\nB;F3;15/02/2026;20,00;;20,00\n\
            C;F4;16/02/2026;80,00;80,00;0,00\n";
        assert_eq!(read(each), "Montant, Reçu, Solde client");
    }
}
