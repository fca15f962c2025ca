//! Balances of customers without ages: one row for each customer, what it owes in one column or in two (`Solde débiteur`,
//! `Solde créditeur`), or one for each document of which nothing says the day. Read as one undated amount for each. Guarantee: what the rows move is the difference of what they
//! owe, where they say both, and nobody is taken for a customer whom no word or account says to be one.

use crate::Field;
use crate::header::{FIRST_ROWS, Header, Heading};
use crate::running::hundredths;
use crate::titles::{speaks_of_customers, speaks_of_suppliers};
use crate::vocabulary;
use crate::words::fold;
use ledger::AccountClass;
use sheet::{Cell, Row, Table};
use std::collections::BTreeSet;

/// Customers of the shortest list.
const ENOUGH: usize = 3;

/// What only tables of items have, or of ages.
const OF_ITEMS: [Field; 8] = [
    Field::InvoiceDay,
    Field::PostingDay,
    Field::DueDay,
    Field::Bucket,
    Field::Side,
    Field::Journal,
    Field::MatchCode,
    Field::EntryNumber,
];
const MONEY: [Field; 5] = [Field::Debit, Field::Credit, Field::Residual, Field::RunningBalance, Field::Amount];

const OPENING: &[&str] = &[
    "n 1",
    "initial",
    "anterieur",
    "precedent",
    "ouverture",
    "opening",
    "b fwd",
    "brought",
    "vortrag",
    "eroffnung",
    "inicial",
    "iniziale",
    "begin",
];
const DEBTOR: &[&str] = &["debit", "debiteur", "debiteurs", "dr", "soll", "debe", "deudor", "dare"];
const CREDITOR: &[&str] = &["credit", "crediteur", "crediteurs", "cr", "haben", "haber", "acreedor", "avere"];
const BALANCE: &[&str] = &["solde", "soldes", "balance", "saldo", "sollsaldo", "habensaldo"];

/// Gives the columns of what is owed their meaning, and takes it from those of movements; whether the table is such a
/// balance.
pub(crate) fn tell(header: &mut Header, table: &Table) -> bool {
    let paper = |heading: &Heading| heading.may(&[Field::Document]) && !heading.may(&[Field::CustomerId]);
    if header.may(&OF_ITEMS) {
        return false;
    }
    let papers = header.headings.iter().filter(|heading| paper(heading)).map(|heading| heading.column);
    if let Some(papers) = papers.min() {
        return tell_items(header, table, papers);
    }
    let customers = header.columns_of(&[Field::CustomerId, Field::CustomerName, Field::Account]);
    let total = |cell: Cell<'_>| vocabulary::is_total(&fold(cell.text));
    let below = table.rows_below(header.row).take(FIRST_ROWS);
    let rows: Vec<Row<'_>> = below
        .filter(|row| row.cells().nth(1).is_some())
        .filter(|row| !customers.iter().filter_map(|column| row.cell(*column)).any(total))
        .collect();
    if rows.len() < ENOUGH || !each_once(&customers, &rows) || !are_customers(header, table, &customers, &rows) {
        return false;
    }
    let Some(owed) = owed(header, &rows) else { return false };
    for heading in &mut header.headings {
        heading.hits.retain(|hit| !MONEY.contains(&hit.field));
    }
    owed.into_iter().for_each(|(column, field)| header.means(column, field));
    true
}

/// The same for documents of which nothing says the day: each is what remains of it, undated.
fn tell_items(header: &mut Header, table: &Table, papers: u16) -> bool {
    let remains = |heading: &&Heading| heading.may(&[Field::Residual]) && !heading.may(&[Field::Amount]);
    let owed: Vec<u16> = header.headings.iter().filter(remains).map(|heading| heading.column).collect();
    let customers = header.columns_of(&[Field::CustomerId, Field::CustomerName]);
    let rows = header.items(table);
    let [owed] = owed.as_slice() else { return false };
    let amount = |row: &Row<'_>| row.cell(*owed).is_some_and(|cell| hundredths(cell.text.trim()).is_some());
    let named = |row: &Row<'_>| customers.iter().any(|column| row.cell(*column).is_some());
    let items: Vec<Row<'_>> = rows.into_iter().filter(|row| row.cell(papers).is_some()).collect();
    if items.len() < ENOUGH || header.may(&[Field::Debit, Field::Credit]) || !each_once(&[papers], &items) {
        return false;
    }
    if !items.iter().all(|row| amount(row) && named(row)) || !are_customers(header, table, &customers, &items) {
        return false;
    }
    let owed = *owed;
    for heading in &mut header.headings {
        heading.hits.retain(|hit| !MONEY.contains(&hit.field));
    }
    header.means(owed, Field::Residual);
    true
}

/// Whether no two rows are of the same customer.
fn each_once(customers: &[u16], rows: &[Row<'_>]) -> bool {
    customers.iter().any(|column| {
        let mut known = BTreeSet::new();
        rows.iter().all(|row| row.cell(*column).is_some_and(|cell| known.insert(cell.text.trim())))
    })
}

/// Whether a heading, a title or every account says that these are customers; a word for suppliers says they are not.
fn are_customers(header: &Header, table: &Table, columns: &[u16], rows: &[Row<'_>]) -> bool {
    let above = table.rows().take_while(|row| row.number() < header.row).flat_map(|row| row.cells());
    let headings = header.headings.iter().filter(|heading| columns.contains(&heading.column));
    let words: Vec<&str> = above
        .map(|cell| cell.text)
        .chain(headings.map(|heading| heading.text.as_str()))
        .chain(table.name.as_deref())
        .collect();
    let account = |cell: Cell<'_>| cell.text.trim().len() > 3 && AccountClass::of_account(cell.text.trim()).is_some();
    let accounts = |column: &u16| rows.iter().all(|row| row.cell(*column).is_some_and(account));
    !words.iter().any(|text| speaks_of_suppliers(text))
        && (words.iter().any(|text| speaks_of_customers(text)) || columns.iter().any(accounts))
}

/// Whether a heading speaks of what was owed before, or of what moved since.
pub(crate) fn moves(heading: &str) -> bool {
    opens(heading) || says(heading, DEBTOR) || says(heading, CREDITOR)
}

fn opens(heading: &str) -> bool {
    let words = fold(heading);
    OPENING.iter().any(|word| words.contains(word))
}

fn says(heading: &str, list: &[&str]) -> bool {
    fold(heading).split(' ').any(|word| list.contains(&word))
}

/// The columns of what is owed, with their meanings; `None` where several may be, or where the rows contradict it.
fn owed(header: &Header, rows: &[Row<'_>]) -> Option<Vec<(u16, Field)>> {
    let side = |heading: &Heading| says(&heading.text, DEBTOR) || says(&heading.text, CREDITOR);
    let is_balance = |heading: &&Heading| {
        let due = !side(heading) && heading.may(&[Field::Residual, Field::RunningBalance]);
        due || says(&heading.text, BALANCE)
    };
    let (before, after): (Vec<&Heading>, Vec<&Heading>) =
        header.headings.iter().filter(is_balance).partition(|heading| opens(&heading.text));
    let (sided, whole): (Vec<&Heading>, Vec<&Heading>) = after.iter().copied().partition(|heading| side(heading));
    let of = |list: &[&str]| -> Vec<&Heading> {
        sided.iter().copied().filter(|heading| says(&heading.text, list)).collect()
    };
    let owed = match (whole.as_slice(), of(DEBTOR).as_slice(), of(CREDITOR).as_slice()) {
        ([whole], ..) => vec![(whole.column, Field::Residual)],
        ([], [debtor], [creditor]) => vec![(debtor.column, Field::Debit), (creditor.column, Field::Credit)],
        _ => return None,
    };
    let moved = |field: Field, list: &[&str]| -> Vec<u16> {
        let balance = |column: u16| before.iter().chain(&after).any(|heading| heading.column == column);
        let moves = |heading: &&Heading| {
            heading.may(&[field]) || says(&heading.text, list) && !heading.may(&[Field::CreditLimit])
        };
        let columns = header.headings.iter().filter(moves).map(|heading| heading.column);
        columns.filter(|column| !balance(*column)).collect()
    };
    let opening: Vec<u16> = before.iter().map(|heading| heading.column).collect();
    match (moved(Field::Debit, DEBTOR).as_slice(), moved(Field::Credit, CREDITOR).as_slice(), opening.as_slice()) {
        ([], [], _) => Some(owed),
        ([debit], [credit], [] | [_]) => {
            foots(&owed, (*debit, *credit), opening.first().copied(), rows).then_some(owed)
        }
        _ => None,
    }
}

/// Whether on every row that moved, what is owed is what was, with the debits and without the credits.
fn foots(owed: &[(u16, Field)], (debit, credit): (u16, u16), opening: Option<u16>, rows: &[Row<'_>]) -> bool {
    let terms = owed.iter().map(|(column, field)| (*column, if *field == Field::Credit { 1 } else { -1 }));
    let terms: Vec<(u16, i128)> =
        terms.chain([(debit, 1), (credit, -1)]).chain(opening.map(|column| (column, 1))).collect();
    let moved = |row: &&Row<'_>| [debit, credit].iter().any(|column| row.cell(*column).is_some());
    rows.iter().filter(moved).all(|row| {
        let term = |(column, sign): &(u16, i128)| match row.cell(*column) {
            Some(cell) => Some(sign * i128::from(hundredths(cell.text.trim())?)),
            None => Some(0),
        };
        terms.iter().map(term).sum::<Option<i128>>() == Some(0)
    })
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The layout of a table, and the headings of what is owed.
    fn read(text: &str) -> String {
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let Some(best) = found.candidates.first() else { return "-".to_owned() };
        let heading = |field: Field| best.mapping.binding(field).map(|binding| binding.header.clone());
        let owed = [Field::Residual, Field::Debit, Field::Credit].into_iter().filter_map(heading);
        [best.mapping.layout().key().to_owned()].into_iter().chain(owed).collect::<Vec<_>>().join(", ")
    }

    const TWO: &str = "4110001;A;100,00;40,00;60,00;\n4110002;B;10,00;30,00;;20,00\n4110003;C;5,50;0,00;5,50;\n;Total;115,50;70,00;65,50;20,00\n";
    const ONE: &str =
        "1;A;10,00;100,00;40,00;70,00\n2;B;0,00;10,00;30,00;-20,00\n3;C;0,00;5,50;0,00;5,50\n;Total;10,00;;;55,50\n";

    #[test]
    fn what_is_owed_is_told_from_what_moved() {
        let one = format!("Code client;Nom;Solde initial;Débit;Crédit;Solde\n{ONE}");
        assert_eq!(read(&one), "aged-balance, Solde");
        let two = format!("Compte;Intitulé;Débit;Crédit;Solde débiteur;Solde créditeur\n{TWO}");
        assert_eq!(read(&two), "aged-balance, Solde débiteur, Solde créditeur");
        assert_eq!(read("Customer,City,Balance\nA,X,1.00\nB,Y,2.50\nC,X,-1.00\n"), "aged-balance, Balance");
    }

    #[test]
    fn documents_without_a_day_are_what_remains_of_each() {
        let rows = "A;F1;100,00;40,00;60,00\nB;F2;50,00;;50,00\nA;F3;-10,00;;-10,00\n";
        assert_eq!(read(&format!("Client;Facture;Montant TTC;Versé;Reste dû\n{rows}")), "aged-balance, Reste dû");
        for (what, text) in [
            ("no remainder", "Client;Facture;Montant TTC\nA;F1;100,00\nB;F2;50,00\nA;F3;-10,00\n".to_owned()),
            ("a document twice", format!("Client;Facture;Montant TTC;Versé;Reste dû\n{}", rows.replace("F2", "F1"))),
            ("suppliers", format!("Fournisseur;Facture;Montant TTC;Versé;Reste dû\n{rows}")),
        ] {
            assert_eq!(read(&text), "-", "{what}");
        }
    }

    #[test]
    fn what_is_none_is_left() {
        for (what, text) in [
            ("rows that do not foot", format!("Code client;Nom;Solde initial;Débit;Crédit;Solde\n{}", ONE.replace("70,00", "71,00"))),
            ("suppliers", format!("Balance fournisseurs\nCompte;Intitulé;Débit;Crédit;Solde débiteur;Solde créditeur\n{TWO}")),
            ("accounts of the books", "Account;Name;Debit;Credit;Balance\n512;Bank;3.00;1.00;2.00\n601;Rent;1.00;0.00;1.00\n701;Sales;0.00;3.00;-3.00\n".to_owned()),
            ("a customer twice", "Customer,City,Balance\nA,X,1.00\nB,Y,2.50\nA,X,-1.00\n".to_owned()),
            ("sales", "Customer,City,Sales\nA,X,1.00\nB,Y,2.50\nC,X,4.00\n".to_owned()),
        ] {
            assert_eq!(read(&text), "-", "{what}");
        }
    }
}
