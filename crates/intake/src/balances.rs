//! Balances of customers without ages: one row for each customer, what it owes in one column or in two (`Solde débiteur`,
//! `Solde créditeur`), or one for each document of which nothing says the day. Read as one undated amount for each; of balances of
//! several days the latest. Guarantee: what the rows move is the difference of what they owe, where they say both, and nobody is
//! taken for a customer whom no word or account says to be one.

use crate::Field;
use crate::composed::names_payer;
use crate::content::ColumnContent;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::header::{FIRST_ROWS, Header, Heading};
use crate::mapping::{Layout, Mapping};
use crate::moments;
use crate::money_column::Money;
use crate::running::hundredths;
use crate::settled::{self, Settled};
use crate::titles::{speaks_of_customers, speaks_of_suppliers};
use crate::vocabulary;
use crate::words::fold;
use ledger::AccountClass;
use sheet::{Cell, Row, Table};
use std::collections::BTreeSet;
use values::Source;

/// First cells of a row that may say that it is a total, or carried over a page.
const NAMING: usize = 2;
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
    "report",
    "nouveau",
    "eb wert",
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
const BALANCE: &[&str] =
    &["solde", "soldes", "balance", "balances", "saldo", "saldi", "saldos", "sollsaldo", "habensaldo"];
const CUMULATED: &[&str] = &["cumul", "cumuls", "cumule", "cumules", "total", "totaux", "totals"];
const CHANGE: &[&str] = &["variation", "ecart", "evolution", "change", "veranderung", "variazione", "variacion"];

/// Gives the columns of what is owed their meaning, and takes it from those of movements; whether the table is such a
/// balance.
pub(crate) fn tell(header: &mut Header, table: &Table) -> bool {
    let paper = |heading: &Heading| {
        heading.may(&[Field::Document]) && !heading.may(&[Field::CustomerId]) && !says_billed(&heading.text)
    };
    if header.may(&OF_ITEMS) {
        return false;
    }
    let papers = header.headings.iter().filter(|heading| paper(heading)).map(|heading| heading.column);
    if let Some(papers) = papers.min() {
        return tell_items(header, table, papers);
    }
    let customers = header.columns_of(&[Field::CustomerId, Field::CustomerName, Field::Account]);
    let rows = rows_of(table, header.row);
    if rows.len() < ENOUGH {
        return false;
    }
    let settled = settled::tell(header, &rows);
    let named = match settled {
        Settled::Reversed => false,
        // Who is billed and pays is a customer, for each thing that is let.
        Settled::Told(_) => are_customers(header, table, &customers, &rows) || settled::are_payers(header, &customers),
        Settled::Untold => each_once(&customers, &rows) && are_customers(header, table, &customers, &rows),
    };
    if !named || !customers.iter().any(|column| rows.iter().all(|row| row.cell(*column).is_some())) {
        return false;
    }
    let told = if let Settled::Told(rest) = settled { Some(vec![(rest, Field::Residual)]) } else { None };
    let Some(owed) = told.or_else(|| owed(header, table, &rows)) else { return false };
    for heading in &mut header.headings {
        heading.hits.retain(|hit| !MONEY.contains(&hit.field));
    }
    owed.into_iter().for_each(|(column, field)| header.means(column, field));
    name_by_label(header, &rows);
    true
}

/// The rows that are no totals and no headings again, of two cells at least.
pub(crate) fn rows_of(table: &Table, header_row: u32) -> Vec<Row<'_>> {
    let total = |cell: Cell<'_>| vocabulary::is_total(&fold(cell.text));
    let headings = table.row(header_row);
    let repeated = |row: &Row<'_>| {
        let same =
            |cell: Cell<'_>| headings.and_then(|row| row.cell(cell.column)).is_some_and(|own| own.text == cell.text);
        row.cells().all(same)
    };
    let below = table.rows_below(header_row).take(FIRST_ROWS).filter(|row| row.cells().nth(1).is_some());
    below.filter(|row| !row.cells().take(NAMING).any(total) && !repeated(row)).collect()
}

/// Takes the label of each account for the name of the customer, where nothing else names it.
fn name_by_label(header: &mut Header, rows: &[Row<'_>]) {
    let worded = |cell: Cell<'_>| cell.text.chars().any(char::is_alphabetic);
    let names =
        |column: &u16| each_once(&[*column], rows) && rows.iter().all(|row| row.cell(*column).is_some_and(worded));
    let labels: Vec<u16> = header.columns_of(&[Field::Label]).into_iter().filter(names).collect();
    if let ([label], false) = (labels.as_slice(), header.may(&[Field::CustomerName])) {
        header.means(*label, Field::CustomerName);
    }
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
    // `N° adhérent`, `Locataire`: in a heading such words are no others'.
    let called = headings.clone().any(|heading| names_payer(&fold(&heading.text)));
    let words: Vec<&str> = above
        .map(|cell| cell.text)
        .chain(headings.map(|heading| heading.text.as_str()))
        .chain(table.name.as_deref())
        .collect();
    let account = |cell: Cell<'_>| cell.text.trim().len() > 3 && AccountClass::of_account(cell.text.trim()).is_some();
    let accounts = |column: &u16| rows.iter().all(|row| row.cell(*column).is_some_and(account));
    !words.iter().any(|text| speaks_of_suppliers(text))
        && (words.iter().any(|text| speaks_of_customers(text)) || called || columns.iter().any(accounts))
}

/// Whether a heading speaks of what was owed before, of what moved since or of how it changed.
pub(crate) fn moves(heading: &str) -> bool {
    opens(heading)
        || [DEBTOR, CREDITOR, CHANGE].iter().any(|list| says(heading, list))
        || moments::of(heading).is_some_and(|(_, words)| words.is_empty() || says(&words, BALANCE))
}

/// `Facturé`, of which folding leaves `facture`.
fn says_billed(heading: &str) -> bool {
    heading
        .to_lowercase()
        .split_whitespace()
        .any(|word| matches!(word, "facturé" | "facturés" | "facturée" | "facturées"))
}

/// Whether a heading says in so many words that it holds balances.
pub(crate) fn heads_balance(heading: &str) -> bool {
    says(heading, BALANCE)
}

pub(crate) fn opens(heading: &str) -> bool {
    let words = fold(heading);
    OPENING.iter().any(|word| words.contains(word))
}

fn says(heading: &str, list: &[&str]) -> bool {
    fold(heading).split(' ').any(|word| list.contains(&word))
}

/// Columns that are added, or taken away where the number is below zero.
type Terms = Vec<(u16, i128)>;

/// The columns of what is owed, with their meanings; `None` where several may be, or where the rows contradict it.
fn owed(header: &Header, table: &Table, rows: &[Row<'_>]) -> Option<Vec<(u16, Field)>> {
    let debtor = |heading: &&Heading| says(&heading.text, DEBTOR);
    let creditor = |heading: &&Heading| says(&heading.text, CREDITOR);
    let is_balance = |heading: &&Heading| {
        let due = !debtor(heading) && !creditor(heading) && heading.may(&[Field::Residual, Field::RunningBalance]);
        due || says(&heading.text, BALANCE) || is_balance_of_a_day(heading, table, header.row)
    };
    let (before, after): (Vec<&Heading>, Vec<&Heading>) =
        header.headings.iter().filter(is_balance).partition(|heading| opens(&heading.text));
    let (debtors, others): (Vec<&Heading>, Vec<&Heading>) = after.iter().copied().partition(debtor);
    let (creditors, whole): (Vec<&Heading>, Vec<&Heading>) = others.into_iter().partition(creditor);
    let whole = without_what_was_asked(header, whole, rows);
    let owed = match (last(&whole)?, last(&debtors)?, last(&creditors)?) {
        (Some(whole), ..) => vec![(whole.column, Field::Residual)],
        (None, Some(debtor), Some(creditor)) => vec![(debtor.column, Field::Debit), (creditor.column, Field::Credit)],
        (None, ..) => return None,
    };
    let balance = |column: u16| before.iter().chain(&after).any(|heading| heading.column == column);
    let opening =
        |heading: &&Heading| before.iter().any(|known| known.column == heading.column) || opens(&heading.text);
    let moved = |field: Field, list: &[&str]| -> Vec<u16> {
        let moves = |heading: &&Heading| {
            heading.may(&[field]) || says(&heading.text, list) && !heading.may(&[Field::CreditLimit])
        };
        let columns = header.headings.iter().filter(moves).filter(|heading| !opening(heading));
        columns.map(|heading| heading.column).filter(|column| !balance(*column)).collect()
    };
    let counts = |heading: &&Heading| rows.iter().filter_map(|row| row.cell(heading.column)).all(is_amount);
    let before: Vec<&Heading> = header.headings.iter().filter(opening).filter(counts).collect();
    let opening: Terms =
        before.iter().map(|heading| (heading.column, if creditor(heading) { -1 } else { 1 })).collect();
    let (debits, credits) = (moved(Field::Debit, DEBTOR), moved(Field::Credit, CREDITOR));
    let pairs: Vec<Terms> =
        debits.iter().zip(&credits).map(|(debit, credit)| vec![(*debit, 1), (*credit, -1)]).collect();
    // What was owed a year ago, or stands in totals already, need not be added.
    let of_another_year = before.iter().all(|heading| moments::of(&heading.text).is_some());
    let cumulated =
        header.headings.iter().any(|heading| debits.contains(&heading.column) && says(&heading.text, CUMULATED));
    let alone = of_another_year || cumulated;
    let moved = Moved { pairs, opening, alone };
    (debits.len() == credits.len() && moved.bears_out(&owed, rows)).then_some(owed)
}

fn is_amount(cell: Cell<'_>) -> bool {
    cell.text.trim().is_empty() || hundredths(cell.text.trim()).is_some()
}

/// The only heading, or the latest of those that tell the same of several days; `None` where nothing tells which.
fn last<'h>(headings: &[&'h Heading]) -> Option<Option<&'h Heading>> {
    let [_, _, ..] = headings else { return Some(headings.first().copied()) };
    let texts: Vec<&str> = headings.iter().map(|heading| heading.text.as_str()).collect();
    headings.get(moments::latest(&texts)?).copied().map(Some)
}

/// Whether a heading is a day and nothing else, in a table whose title or sheet speaks of balances.
fn is_balance_of_a_day(heading: &Heading, table: &Table, header_row: u32) -> bool {
    let day = moments::of(&heading.text).is_some_and(|(moment, words)| moment.is_day() && words.is_empty());
    let mut titles = table.rows().take_while(|row| row.number() < header_row).flat_map(|row| row.cells());
    day && (titles.any(|cell| says(cell.text, BALANCE))
        || table.name.as_deref().is_some_and(|name| says(name, BALANCE)))
}

/// What moved, in pairs of debits and credits, and what was owed before.
struct Moved {
    pairs: Vec<Terms>,
    opening: Terms,
    /// What moved may make what is owed without what was owed before.
    alone: bool,
}

impl Moved {
    /// Whether the movements of one pair of columns, or of all, make what is owed. Where nothing moved there is nothing to prove.
    fn bears_out(&self, owed: &[(u16, Field)], rows: &[Row<'_>]) -> bool {
        let all = self.pairs.concat();
        let together = [&all].into_iter().filter(|_| self.pairs.len() > 1);
        let makes = |moved: &Terms| {
            foots(owed, moved, &self.opening, rows) || self.alone && foots(owed, moved, &Terms::new(), rows)
        };
        self.pairs.is_empty() || self.pairs.iter().chain(together).any(makes)
    }
}

/// Of two columns the one that is the other without what was paid: `Total dû`, `Payé`, `Reste dû`.
fn without_what_was_asked<'h>(header: &Header, owed: Vec<&'h Heading>, rows: &[Row<'_>]) -> Vec<&'h Heading> {
    let paid = header.columns_of(&[Field::Paid]);
    let ([one, other], [paid]) = (owed.as_slice(), paid.as_slice()) else { return owed };
    let money = |column: u16| Money::of(column, rows);
    let (Some(first), Some(second), Some(paid)) = (money(one.column), money(other.column), money(*paid)) else {
        return owed;
    };
    let left = |asked: &Money, remains: &Money| {
        (0..rows.len()).all(|row| asked.at(row).saturating_sub(paid.at(row)) == remains.at(row))
    };
    match (left(&first, &second), left(&second, &first)) {
        (true, false) => vec![*other],
        (false, true) => vec![*one],
        _ => owed,
    }
}

/// Whether on every row that moved, what is owed is what was, with the debits and without the credits.
fn foots(owed: &[(u16, Field)], moved: &Terms, opening: &Terms, rows: &[Row<'_>]) -> bool {
    let owed = owed.iter().map(|(column, field)| (*column, if *field == Field::Credit { 1 } else { -1 }));
    let terms: Terms = owed.chain(moved.iter().copied()).chain(opening.iter().copied()).collect();
    let has_moved = |row: &&Row<'_>| moved.iter().any(|(column, _)| row.cell(*column).is_some());
    rows.iter().filter(has_moved).all(|row| {
        let term = |(column, sign): &(u16, i128)| match row.cell(*column).map(|cell| cell.text.trim()) {
            Some(text) if !text.is_empty() => Some(sign * i128::from(hundredths(text)?)),
            _ => Some(0),
        };
        terms.iter().map(term).sum::<Option<i128>>() == Some(0)
    })
}

/// The column that was read of balances of several days, and those of earlier days beside it.
pub(crate) fn earlier(table: &Table, mapping: &Mapping) -> Option<(String, Vec<String>)> {
    let whole = mapping.layout() == Layout::AgedBalance && !mapping.binds(Field::Bucket);
    let read = mapping.binding(Field::Residual).or(mapping.binding(Field::Debit)).filter(|_| whole)?;
    let row = table.row(mapping.header_row())?;
    let others = row.cells().map(|cell| cell.text.trim()).filter(|text| moments::is_earlier(text, &read.header));
    let others: Vec<String> = others.map(str::to_owned).collect();
    (!others.is_empty()).then(|| (read.header.clone(), others))
}

/// The balances of a list of customers, which other files tell: they are not read.
pub(crate) fn listed(
    table: &Table,
    mapping: &Mapping,
    header: Source,
    contents: &[ColumnContent],
) -> Option<Diagnostic> {
    let row = table.row(header.row).filter(|_| mapping.layout() == Layout::Customers)?;
    let money = |column: u16| contents.get(usize::from(column)).is_some_and(ColumnContent::is_money);
    let cell = row.cells().find(|cell| heads_balance(cell.text) && money(cell.column))?;
    let column = Column { index: cell.column, header: cell.text.trim().to_owned() };
    Some(Diagnostic { column: Some(column), ..Diagnostic::about(DiagnosticKind::ListedBalance, Some(header)) })
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
    fn who_is_billed_and_pays_owes_the_rest() {
        let rows = "Lot 1;DURAND;800,00;100,00;900,00;900,00;\nLot 2;PETIT;600,00;80,00;680,00;400,00;280,00\n\
            Lot 3;DURAND;500,00;50,00;550,00;600,00;-50,00\nTotal;;1900,00;230,00;2130,00;1900,00;230,00\n";
        let of = |headings: &str, rows: &str| read(&format!("{headings}\n{rows}"));
        assert_eq!(of("Lot;Locataire;Loyer;Charges;Appelé;Réglé;Solde", rows), "aged-balance, Solde");
        let before = "A;50,00;90,00;100,00;40,00\nB;;68,00;40,00;28,00\nC;10,00;50,00;60,00;\n";
        assert_eq!(of("Adhérent;Solde antérieur;Cotisation;Payé;Reste dû", before), "aged-balance, Reste dû");
        let year = "A;240,00;96,00;96,00;;144,00\nB;180,00;72,00;36,00;36,00;144,00\nC;180,00;72,00;;72,00;180,00\n";
        let headings = "Famille;Net annuel;Exigible à ce jour;Réglé;Reste exigible;Reste sur l'année";
        assert_eq!(of(headings, year), "aged-balance, Reste exigible");
        // What was paid too much stands below zero only for who counts the other way.
        let reversed = rows.replace(";280,00", ";-280,00").replace(";-50,00", ";50,00");
        assert_eq!(of("Lot;Locataire;Loyer;Charges;Appelé;Réglé;Solde", &reversed), "-");
        assert_eq!(of("Lot;Locataire;Loyer;Charges;Appelé;Réglé;Solde", &rows.replace("680,00", "690,00")), "-");
        // Families of goods, of which nothing is paid.
        assert_eq!(
            of(
                "Famille;Stock;Entrées;Sorties;Solde",
                "A;1,00;2,00;1,00;2,00\nB;3,50;0,00;1,00;2,50\nC;1,00;0,00;0,00;1,00\n"
            ),
            "-"
        );
    }

    #[test]
    fn of_balances_of_several_days_the_latest_is_owed() {
        let years = "411A;A;100,00;40,00;60,00;20,00\n411B;B;10,00;30,00;-20,00;0,00\n411C;C;5,50;0,00;5,50;5,50\n";
        let of = |headings: &str, rows: &str| read(&format!("Compte;Intitulé;{headings}\n{rows}"));
        assert_eq!(of("Débit N;Crédit N;Solde N;Solde N-1", years), "aged-balance, Solde N");
        let days = "411A;A;60,00;20,00\n411B;B;-20,00;0,00\n411C;C;5,50;5,50\n";
        assert_eq!(of("Solde au 31/12/2024;Solde au 31/12/2025", days), "aged-balance, Solde au 31/12/2025");
        assert_eq!(of("Solde 2025;Solde 2024", days), "aged-balance, Solde 2025");
        // What was sold in each of two years, and two balances of which nothing says which is the later.
        assert_eq!(of("CA 2025;CA 2024", days), "-");
        assert_eq!(of("Solde;Solde client", days), "-");
        let headed = |title: &str| read(&format!("{title}\nCompte;Intitulé;31/12/2024;31/12/2025\n{days}"));
        assert_eq!(headed("Balance clients"), "aged-balance, 31/12/2025");
        assert_eq!(headed("Ventes aux clients"), "-");
    }

    #[test]
    fn bands_tell_what_was_owed_from_what_moved_and_what_is_owed() {
        let rows = "411A;A;100,00;0,00;40,00;80,00;60,00;0,00\n411B;B;0,00;10,00;30,00;40,00;0,00;20,00\n\
            411C;C;5,50;0,00;0,00;0,00;5,50;0,00\n;Total;105,50;10,00;70,00;120,00;65,50;20,00\n";
        let bands = ";;Reports;;Mouvements;;Soldes;\nCompte;Intitulé;Débit;Crédit;Débit;Crédit;Débit;Crédit\n";
        assert_eq!(read(&format!("{bands}{rows}")), "aged-balance, Soldes Débit, Soldes Crédit");
        let merged = "Compte;Intitulé;Reports;;Mouvements;;Soldes;\n;;Débit;Crédit;Débit;Crédit;Débit;Crédit\n";
        assert_eq!(read(&format!("{merged}{rows}")), "aged-balance, Soldes Débit, Soldes Crédit");
        // What does not foot is not taken for it.
        assert_eq!(read(&format!("{bands}{}", rows.replace("60,00;0,00", "61,00;0,00"))), "-");
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
