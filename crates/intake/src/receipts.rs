//! Lists of payments received that no heading tells (`Date`, `Client`, `Mode`, `Montant`): the sheet, a title or the file is
//! named after payments, or nearly every row says by what means money came. Counted as debts they would be wrong twice.

use crate::Field;
use crate::composed;
use crate::date::month_of;
use crate::header::{Header, Heading};
use crate::mapping::{Layout, Mapping};
use crate::taxes::says_net;
use crate::vocabulary::{is_means_of_payment, qualifies_means_of_payment, without_ordinal};
use crate::words::{begins_with, fold};
use sheet::{Row, Table};

/// What tells, beside what the headings mean, that rows are payments received.
#[derive(Clone, Debug, Default)]
pub(crate) struct Receipts {
    /// The sheet or a title says so.
    pub(crate) titled: bool,
    /// The file is named after payments.
    named: bool,
    /// The column that says by what means money came.
    means: Option<u16>,
    /// Amounts are headed with and without taxes, as those of invoices.
    taxed: bool,
}

/// Share of the rows that say by what means money came, at least, in percent: among payments stand credit notes.
const MEANS: usize = 90;
/// Rows that show what a column says, at least.
const ENOUGH: usize = 3;

impl Receipts {
    pub(crate) fn of(header: &Header, table: &Table) -> Receipts {
        Receipts {
            titled: is_titled(table, header.row),
            named: is_named(table),
            means: means_column(header, table),
            taxed: header.headings.iter().any(|heading| speaks_of_taxes(&fold(&heading.text))),
        }
    }

    /// Whether rows with one day and one amount are payments. `numbered`: a column may number documents: a list of invoices
    /// may say how each is to be paid, and only its name tells it from a list of what was.
    pub(crate) fn tell(&self, numbered: bool) -> bool {
        !self.taxed && (self.named || self.means.is_some() && !numbered)
    }

    /// Whether a column says by what means money came.
    pub(crate) fn is_means(&self, heading: &Heading) -> bool {
        self.means == Some(heading.column)
    }
}

/// What told that the rows of a table are payments, where no heading and no title does: to be checked.
pub(crate) fn told(table: &Table, mapping: &Mapping, header: &Header) -> Option<String> {
    if let Some(paid) = mapping.binding(Field::Paid).filter(|_| money_out(table, mapping).is_some()) {
        return Some(paid.header.clone());
    }
    let by_headings = mapping.binds(Field::PaymentDay) || !mapping.binds(Field::Amount);
    if mapping.layout() != Layout::Payments || by_headings {
        return None;
    }
    let receipts = Receipts::of(header, table);
    let heading = |column: u16| header.headings.iter().find(|heading| heading.column == column);
    match receipts {
        Receipts { titled: true, .. } => None,
        Receipts { named: true, .. } => table.file_name.clone(),
        Receipts { means, .. } => means.and_then(heading).map(|heading| heading.text.clone()),
    }
}

/// Whether a folded heading speaks of taxes, or of amounts without them.
pub(crate) fn speaks_of_taxes(words: &str) -> bool {
    const TAXES: [&str; 9] = ["tva", "vat", "iva", "mwst", "ust", "btw", "tax", "taxe", "taxes"];
    says_net(words) || words.split(' ').any(|word| TAXES.contains(&word))
}

/// The only column of which nearly every row says by what means money came.
fn means_column(header: &Header, table: &Table) -> Option<u16> {
    let rows = header.items(table);
    if rows.len() < ENOUGH {
        return None;
    }
    let says = |row: &Row<'_>, column: u16| row.cell(column).is_some_and(|cell| is_means(&fold(cell.text)));
    let told = |column: u16| rows.iter().filter(|row| says(row, column)).count() * 100 >= MEANS * rows.len();
    let mut columns = header.headings.iter().map(|heading| heading.column).filter(|column| told(*column));
    let only = columns.next()?;
    columns.next().is_none().then_some(only)
}

/// Whether folded words name a means of payment and nothing else: `virement bancaire`, `BACS`.
fn is_means(words: &str) -> bool {
    // In cells alone: elsewhere they have other meanings, or none.
    const CELLS: [&str; 29] = [
        "prl",
        "bacs",
        "chaps",
        "eft",
        "dd",
        "sdd",
        "sct",
        "tip",
        "riba",
        "rid",
        "recibo",
        "recibos",
        "domiciliacion",
        "giro",
        "ideal",
        "incasso",
        "pin",
        "gocardless",
        "vrt",
        "debit",
        "direct",
        "faster",
        "payment",
        "standing",
        "order",
        "lb",
        "uberw",
        "zahlung",
        "cheques",
    ];
    let mut told = false;
    let known = words.split(' ').all(|word| {
        let means = is_means_of_payment(word) || CELLS.contains(&word);
        told |= means;
        means || qualifies_means_of_payment(word)
    });
    known && told
}

/// Words for payments received, as lists of them are named.
const PAYMENTS: &[&str] = &[
    "reglements",
    "encaissements",
    "paiements",
    "payments",
    "receipts",
    "zahlungen",
    "zahlungseingang",
    "zahlungseingange",
    "zahlungseingaenge",
    "cobros",
    "pagos",
    "incassi",
    "pagamenti",
    "betalingen",
    "ontvangsten",
];

/// How titles of deposits begin, which lower what is owed like other payments.
const DEPOSITS: [&str; 14] = [
    "acomptes recus",
    "acomptes clients",
    "acomptes encaisses",
    "acomptes verses",
    "avances recues",
    "avances clients",
    "avances et acomptes recus",
    "deposits received",
    "customer deposits",
    "advance payments received",
    "erhaltene anzahlungen",
    "anticipos recibidos",
    "anticipos de clientes",
    "acconti ricevuti",
];

/// The same words where nothing else stands beside them.
const ALONE: &[&str] = &["reglement"];

/// Words that may stand beside them: whose payments, what list, of which months.
const BESIDE: &[&str] = &[
    "recus",
    "recu",
    "received",
    "eingegangene",
    "eingegangen",
    "erhaltene",
    "recibidos",
    "ricevuti",
    "ontvangen",
    "cash",
    "client",
    "clients",
    "customer",
    "customers",
    "kunden",
    "debitoren",
    "clientes",
    "clienti",
    "klanten",
    "debiteuren",
    "sales",
    "ledger",
    "liste",
    "list",
    "lista",
    "elenco",
    "lijst",
    "export",
    "extrait",
    "extract",
    "detail",
    "releve",
    "historique",
    "history",
    "tableau",
    "saisie",
    "banque",
    "bank",
    "exercice",
    "annee",
    "year",
    "jahr",
    "mois",
    "month",
    "semestre",
    "trimestre",
    "quarter",
    "quartal",
    "q",
    "t",
    "s",
    "e",
    "er",
    "eme",
    "de",
    "des",
    "du",
    "d",
    "le",
    "les",
    "la",
    "the",
    "of",
    "from",
    "for",
    "to",
    "au",
    "a",
    "al",
    "del",
    "di",
    "dei",
    "der",
    "van",
    "vom",
    "bis",
    "in",
    "im",
    "on",
    "v",
];

/// Whether a name says that what is listed are payments received, and nothing that would make another thing of it:
/// `Encaissements clients 2e semestre 2025`, not `Règlements à recevoir`.
fn names_payments(text: &str) -> bool {
    let words = fold(text);
    if DEPOSITS.iter().any(|start| begins_with(&words, start)) {
        return true;
    }
    let bare: Vec<&str> = words.split(' ').filter(|word| !is_time(word)).map(without_ordinal).collect();
    if let [only] = bare[..]
        && ALONE.contains(&only)
    {
        return true;
    }
    bare.iter().any(|word| PAYMENTS.contains(word))
        && bare.iter().all(|word| PAYMENTS.contains(word) || BESIDE.contains(word))
}

/// Whether a word is a number, an ordinal or a month.
fn is_time(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || without_ordinal(word).is_empty() || month_of(word).is_some()
}

/// Whether the sheet's name or a line above the headings says just that its rows are payments.
fn is_titled(table: &Table, header_row: u32) -> bool {
    let titles = table.rows().take_while(|row| row.number() < header_row).take(40);
    table.name.as_deref().is_some_and(names_payments)
        || titles.flat_map(|row| row.cells()).any(|cell| names_payments(cell.text))
}

/// Whether the name of the file says so: a hint that what it holds must bear out.
fn is_named(table: &Table) -> bool {
    let path = table.file_name.as_deref().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    names_payments(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// How books of what comes in and goes out head their two columns of amounts.
const IN_AND_OUT: &[(&str, &str)] = &[
    ("bij", "af"),
    ("entrees", "sorties"),
    ("entree", "sortie"),
    ("recettes", "depenses"),
    ("recette", "depense"),
    ("encaissements", "decaissements"),
    ("encaissement", "decaissement"),
    ("money in", "money out"),
    ("paid in", "paid out"),
    ("receipts", "payments"),
    ("einnahmen", "ausgaben"),
    ("einnahme", "ausgabe"),
    ("eingang", "ausgang"),
    ("ingresos", "gastos"),
    ("cobros", "pagos"),
    ("entradas", "salidas"),
    ("entrate", "uscite"),
    ("ontvangsten", "uitgaven"),
];

/// The columns of what came in and of what went out.
fn in_and_out<'h>(headings: impl Iterator<Item = (u16, &'h str)>) -> Option<(u16, u16)> {
    let folded: Vec<(u16, String)> = headings.map(|(column, text)| (column, fold(text))).collect();
    let headed = |words: &str| folded.iter().find(|(_, heading)| heading == words).map(|(column, _)| *column);
    IN_AND_OUT.iter().find_map(|(came, went)| headed(came).zip(headed(went)))
}

/// In a book of what comes in and goes out, what came in is what was paid; what went out is nobody's payment.
pub(crate) fn tell_what_came_in(header: &mut Header) {
    let columns = in_and_out(header.headings.iter().map(|heading| (heading.column, heading.text.as_str())));
    let Some((came, went)) = columns else { return };
    header.means(came, Field::Paid);
    for heading in header.headings.iter_mut().filter(|heading| heading.column == went) {
        heading.hits.clear();
    }
}

/// Whether one column holds what came in and another what went out.
pub(crate) fn is_of_both_ways(header: &Header) -> bool {
    in_and_out(header.headings.iter().map(|heading| (heading.column, heading.text.as_str()))).is_some()
}

/// The column of what went out, where the payments of a table are what came in.
pub(crate) fn money_out(table: &Table, mapping: &Mapping) -> Option<u16> {
    let row = table.row(mapping.header_row()).filter(|_| mapping.layout() == Layout::Payments)?;
    let headings: Vec<_> = row.cells().collect();
    let (came, went) = in_and_out(headings.iter().map(|cell| (cell.column, cell.text)))?;
    mapping.columns_of(Field::Paid).any(|column| column == came).then_some(went)
}

/// The column of the payments' own numbers in a list of them, `N° règlement`: no other meaning has it.
pub(crate) fn number_column(table: &Table, mapping: &Mapping) -> Option<u16> {
    let row = table.row(mapping.header_row()).filter(|_| mapping.layout() == Layout::Payments)?;
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column);
    let mut numbers = row.cells().filter(|cell| !bound(cell.column) && composed::numbers_payments(cell.text));
    let only = numbers.next()?;
    numbers.next().is_none().then_some(only.column)
}

/// Gives the column of the documents that were paid its meaning: under `Facture réglée` or `Paid invoice` stand numbers of
/// invoices, beside amounts in another column.
pub(crate) fn number_what_was_paid(header: &mut Header, table: &Table) {
    let money = header.may(&[Field::Amount]) || header.columns_of(&[Field::Paid]).len() > 1;
    if header.may(&[Field::Document]) || !money {
        return;
    }
    let headed = header.headings.iter().filter(|heading| composed::names_paid_document(&fold(&heading.text)));
    let columns: Vec<u16> = headed.map(|heading| heading.column).collect();
    let [column] = columns[..] else { return };
    let rows = header.items(table);
    let cells: Vec<&str> = rows.iter().filter_map(|row| row.cell(column)).map(|cell| cell.text.trim()).collect();
    let numbered = cells.iter().filter(|text| is_document_number(text)).count();
    if numbered >= ENOUGH.min(rows.len()) && numbered * 10 >= cells.len() * 9 {
        header.means(column, Field::Document);
    }
}

/// Whether a text may number a document: with a digit, and neither a day nor an amount with cents.
pub(crate) fn is_document_number(text: &str) -> bool {
    let day = || crate::titles::days(text).is_empty();
    let amount = || text.contains(',') || crate::number::looks_like_one(text) && text.contains('.');
    text.bytes().any(|byte| byte.is_ascii_digit()) && !amount() && day()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_that_payments_were_received() {
        for name in [
            "Règlements",
            "ENCAISSEMENTS CLIENTS 2e semestre 2025",
            "reglements_recus",
            "Règlements clients janvier 2026",
            "Zahlungseingänge 2025",
            "receipts",
            "Cobros a 15-02-2026",
            "Liste des encaissements",
            "Payments received Q3",
            "Acomptes reçus non imputés (à déduire)",
        ] {
            assert!(names_payments(name), "{name}");
        }
        for name in [
            "Règlements à recevoir",
            "Paiements en attente",
            "Règlement à 30 jours",
            "Payments due",
            "Factures et règlements",
            "Paiements fournisseurs",
            "Conditions de règlement",
            "Offene Zahlungen",
            "Règlements impayés",
            "Receipts not banked",
            "Paiement 30/06/2026",
            "2025",
        ] {
            assert!(!names_payments(name), "{name}");
        }
    }

    #[test]
    fn cells_say_by_what_means_money_came() {
        for text in ["VIR", "Chèque", "Virement bancaire", "PRL", "BACS", "Direct debit", "CB", "Bank transfer"] {
            assert!(is_means(&fold(text)), "{text}");
        }
        for text in ["Virement 30 jours", "Bancaire", "12", "Facture", "Carrefour", ""] {
            assert!(!is_means(&fold(text)), "{text}");
        }
    }

    #[test]
    fn documents_are_numbered() {
        for text in ["FA00012", "2025-0211", "RE-2025-0001", "12345", "1/2025"] {
            assert!(is_document_number(text), "{text}");
        }
        for text in ["oui", "12/03/2025", "120,50", "1200.50", "2025-03-12"] {
            assert!(!is_document_number(text), "{text}");
        }
    }
}
