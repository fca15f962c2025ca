//! Columns of e-mail addresses: what their headings say they are for, which of several is written to, and which one holds
//! them under a heading that nobody knows. Accounts come before a general address, certified mail (PEC) last: a reminder by
//! it is a legal notice. What is not used is said.

use crate::Field;
use crate::by_content;
use crate::claims::Claim;
use crate::content::ColumnContent;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::header::Header;
use crate::headless;
use crate::mapping::Mapping;
use crate::words::fold;
use sheet::{CellKind, Row, Table};
use values::Source;

/// Rows that show what a column holds, at least.
const ENOUGH: usize = 3;

/// What an address is for, the last one the best to send a reminder to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Purpose {
    /// Certified mail.
    Certified,
    /// Something else, or somebody.
    Other,
    General,
    Accounts,
}

/// Words for an address of mail.
const MAIL: &str = "mail mails email emails courriel courriels mel correo electronico electronica posta elettronica \
    mailadresse emailadresse emailadres mailadres mailaddress emailaddress epost mejl pec";
/// Words of certified mail.
const CERTIFIED: &str = "pec certificata certificado certified";
/// How words begin that speak of accounts: of those who post invoices and pay them.
const ACCOUNTS: [&str; 27] = [
    "compta",
    "factur",
    "fattur",
    "faktur",
    "invoic",
    "billing",
    "rechnung",
    "buchhalt",
    "debitor",
    "account",
    "amministra",
    "administra",
    "contab",
    "boekhoud",
    "payment",
    "paiement",
    "reglement",
    "zahlung",
    "pago",
    "pagament",
    "betaling",
    "tresor",
    "tesor",
    "financ",
    "finanz",
    "ksiegow",
    "bogholder",
];
/// Words that leave an address that of the customer as such.
const GENERAL: &str = "adresse address adres direccion indirizzo e de du des la le l del di der of the to for per pour client \
    clients customer cliente kunde kunden klant societe company firma contact kontakt contacto principal principale \
    general generale generique primary main service 1";
/// How words begin that name who of one's own house looks after the customer, or who put it down.
const OURS: [&str; 24] = [
    "commercia",
    "comercia",
    "vendeur",
    "vendedor",
    "venditor",
    "vertreter",
    "verkauf",
    "verkop",
    "verkoop",
    "represent",
    "seller",
    "sales",
    "agent",
    "owner",
    "manager",
    "gestionnaire",
    "collaborat",
    "responsable",
    "charge",
    "utilisateur",
    "user",
    "auteur",
    "author",
    "createur",
];

fn lists(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn is_of_accounts(word: &str) -> bool {
    ACCOUNTS.iter().any(|stem| word.starts_with(stem))
}

/// Whether folded words head addresses of mail and say no more than whose or what for: `mail compta`, `e mail amministrazione`.
pub(crate) fn are_headed<'t>(words: impl Iterator<Item = &'t str> + Clone) -> bool {
    let known =
        |word: &str| lists(MAIL, word) || lists(CERTIFIED, word) || lists(GENERAL, word) || is_of_accounts(word);
    words.clone().any(|word| lists(MAIL, word)) && words.clone().all(known)
}

fn purpose(heading: &str) -> Purpose {
    // What stands in brackets counts: `E-mail (facturation)`.
    let folded = fold(heading);
    let words = || folded.split(' ');
    match () {
        () if words().any(|word| lists(CERTIFIED, word)) => Purpose::Certified,
        () if words().any(is_of_accounts) => Purpose::Accounts,
        () if words().all(|word| lists(MAIL, word) || lists(GENERAL, word)) => Purpose::General,
        () => Purpose::Other,
    }
}

/// Leaves of several columns of addresses the one that reminders are for. One filled for few customers only would leave the
/// others without an address.
pub(crate) fn prefer<'c>(claims: &mut Vec<Claim<'_>>, content: impl Fn(u16) -> Option<&'c ColumnContent>) {
    let filled = |claim: &Claim<'_>| content(claim.heading.column).map_or(0, |content| content.filled);
    let mails = || claims.iter().filter(|claim| claim.field == Field::Email);
    let most = mails().map(filled).max().unwrap_or_default();
    let rank = |claim: &Claim<'_>| {
        let purpose = purpose(&claim.heading.text);
        let suits = purpose > Purpose::Certified && filled(claim) * 2 >= most;
        (suits, purpose, claim.score, std::cmp::Reverse(claim.heading.column))
    };
    let best = mails().max_by_key(|claim| rank(claim)).map(|claim| claim.heading.column);
    claims.retain(|claim| claim.field != Field::Email || Some(claim.heading.column) == best);
}

/// Gives its meaning to the only column that holds the addresses of customers, where no heading says so.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    if header.row == 0 || header.may(&[Field::Email]) {
        return;
    }
    let rows: Vec<Row<'_>> = header.items(table);
    if rows.len() < ENOUGH || !rows.iter().any(|row| row.cells().any(|cell| cell.text.contains('@'))) {
        return;
    }
    let unknown =
        header.headings.iter().filter(|heading| by_content::is_unknown(&heading.text) && !is_ours(&heading.text));
    let unknown: Vec<u16> = unknown.map(|heading| heading.column).collect();
    let named = header.columns_of(&[Field::CustomerId, Field::CustomerName]);
    let columns: Vec<headless::Column<'_>> = headless::columns(table, &rows).collect();
    let customers = columns.iter().filter(|column| named.contains(&column.number));
    let customers = customers.map(headless::Column::different).max().unwrap_or_default();
    let mut found = columns.iter().filter(|column| {
        // One's own people have each many customers.
        let theirs = column.different() * 2 >= customers.min(column.filled());
        unknown.contains(&column.number) && column.holds_mails() && column.filled() * 2 >= rows.len() && theirs
    });
    if let (Some(column), None) = (found.next(), found.next()) {
        header.means(column.number, Field::Email);
    }
}

fn is_ours(heading: &str) -> bool {
    fold(heading).split(' ').any(|word| OURS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a text is an address of mail.
pub(crate) fn is_address(text: &str) -> bool {
    let parts = text.trim().split_once('@');
    parts.is_some_and(|(name, host)| {
        let host = host.split_once('.').is_some_and(|(first, last)| !first.is_empty() && !last.is_empty());
        !name.is_empty() && host && !text.trim().contains(char::is_whitespace)
    })
}

/// The columns of addresses that are not used, and the one that is.
pub(crate) fn unread(table: &Table, mapping: &Mapping, header: Source, contents: &[ColumnContent]) -> Vec<Diagnostic> {
    let Some(row) = table.row(header.row) else { return Vec::new() };
    let used = mapping.binding(Field::Email).map(|binding| binding.header.clone());
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column);
    let holds = |column: u16| contents.get(usize::from(column)).is_some_and(ColumnContent::holds_mails);
    let left = row.cells().filter(|cell| cell.kind == CellKind::Text && !bound(cell.column) && holds(cell.column));
    left.map(|cell| Diagnostic {
        column: Some(Column { index: cell.column, header: cell.text.trim().to_owned() }),
        ..Diagnostic::about(DiagnosticKind::UnreadMails { used: used.clone() }, Some(header))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::detect;
    use values::{FileIndex, TableIndex};

    /// The heading under which the addresses of a list stand, and of those that are not used.
    fn read(text: &str) -> String {
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let mapping = &found.candidates[0].mapping;
        let contents = crate::content::profile(&book.tables[0], mapping.header_row());
        let header = Source { file: FileIndex(0), table: TableIndex(0), row: mapping.header_row() };
        let left = unread(&book.tables[0], mapping, header, &contents).into_iter();
        let used = mapping.binding(Field::Email).map_or("-", |binding| &binding.header);
        let left: Vec<String> = left.filter_map(|remark| remark.column).map(|column| column.header).collect();
        format!("{} {used} ({})", mapping.layout().key(), left.join(", "))
    }

    /// A list of four customers with these columns of addresses, each with a sign for every customer: `a` an address, `s` that of a
    /// colleague, `-` none.
    fn list(columns: &[(&str, &str)]) -> String {
        let headings: Vec<&str> = columns.iter().map(|(heading, _)| *heading).collect();
        let mut text = format!("Code;Nom;Ville;Téléphone;{}\n", headings.join(";"));
        for (row, name) in ["Alpha", "Beta", "Gamma", "Delta"].into_iter().enumerate() {
            let cells = columns.iter().zip(0..).map(|((_, signs), place)| match signs.as_bytes()[row] {
                b'a' => format!("{name}{place}@exemple.fr").to_lowercase(),
                b's' => "paul@nous.fr".to_owned(),
                _ => String::new(),
            });
            let cells: Vec<String> = cells.collect();
            text.push_str(&format!("C{row}0{row};{name};Lyon;04 78 00 00 0{row};{}\n", cells.join(";")));
        }
        text
    }

    #[test]
    fn headings_say_what_addresses_are_for() {
        for (heading, expected) in [
            ("E-mail comptabilité", true),
            ("Mail compta", true),
            ("E-mail amministrazione", true),
            ("Accounts email", true),
            ("E-Mail Buchhaltung", true),
            ("Rechnungs-E-Mail", true),
            ("Correo electrónico facturación", true),
            ("E-mail commercial", false),
            ("Email opt-in", false),
            ("Mail envoyé le", false),
            ("Comptabilité", false),
        ] {
            assert_eq!(are_headed(fold(heading).split(' ')), expected, "{heading}");
        }
    }

    #[test]
    fn of_several_columns_that_of_accounts_is_used_and_certified_mail_last() {
        let pec = ("PEC", "aaaa");
        for (columns, expected) in [
            (vec![pec, ("E-mail amministrazione", "aaaa")], "E-mail amministrazione (PEC)"),
            (vec![("E-mail", "aaaa"), ("E-mail facturation", "aa-a")], "E-mail facturation (E-mail)"),
            (vec![("E-mail", "aaaa"), ("E-mail facturation", "a---")], "E-mail (E-mail facturation)"),
            (vec![pec, ("E-mail", "a---")], "E-mail (PEC)"),
            (vec![pec], "PEC ()"),
            (vec![("E-mail (livraisons)", "aaaa"), ("E-mail", "aaaa")], "E-mail (E-mail (livraisons))"),
        ] {
            assert_eq!(read(&list(&columns)), format!("customers {expected}"));
        }
    }

    #[test]
    fn addresses_under_unknown_words_are_told_by_what_they_are() {
        assert_eq!(read(&list(&[("Destinataire des relevés", "aaa-")])), "customers Destinataire des relevés ()");
        // A colleague's address is nobody's among the customers, and of two columns nothing tells which.
        assert_eq!(read(&list(&[("Suivi par", "ssss")])), "customers - (Suivi par)");
        assert_eq!(read(&list(&[("E-mail commercial", "aaaa")])), "customers - (E-mail commercial)");
        assert_eq!(read(&list(&[("Envoi A", "aaaa"), ("Envoi B", "aaaa")])), "customers - (Envoi A, Envoi B)");
    }

    #[test]
    fn icons_are_no_addresses() {
        assert!(is_address("compta@exemple.fr"));
        for text in ["@5B@", "a@b", "voir @exemple.fr", "a b@exemple.fr"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
