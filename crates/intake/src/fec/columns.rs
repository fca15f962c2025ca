//! The columns of a FEC: eighteen names set by law, written in many ways, in any order and with others beside them.

use crate::Field;
use crate::claims::Claim;
use crate::header::{Header, Heading};
use crate::heading::HeadingMatch;
use crate::words;
use values::Arrange;

/// What the columns are called, compact (no accent, space or mark), the official name first. The last two are the
/// variant of article A47 A-1 that replaces debit and credit.
const NAMES: [(Field, &[&str]); 17] = [
    (Field::JournalLabel, &["journallib", "libellejournal", "libjournal"]),
    (Field::Journal, &["journalcode", "codejournal", "journal", "codejnl", "jnlcode"]),
    (
        Field::EntryNumber,
        &["ecriturenum", "numecriture", "necriture", "numeroecriture", "ndecriture", "ecriturenumero"],
    ),
    (Field::PostingDay, &["ecrituredate", "dateecriture", "datecomptable", "datedecriture", "datedelecriture"]),
    (
        Field::Account,
        &["comptenum", "numcompte", "ncompte", "numerocompte", "numerodecompte", "ndecompte", "comptenumero", "compte"],
    ),
    (Field::AccountLabel, &["comptelib", "libellecompte", "libcompte", "intitulecompte", "libelleducompte"]),
    (
        Field::CustomerId,
        &["compauxnum", "numcompaux", "compteauxnum", "compteauxiliaire", "ncompteauxiliaire", "numauxiliaire"],
    ),
    (
        Field::CustomerName,
        &["compauxlib", "libcompaux", "compteauxlib", "libellecompteauxiliaire", "libelleauxiliaire"],
    ),
    (
        Field::Document,
        &["pieceref", "refpiece", "referencepiece", "npiece", "numpiece", "numeropiece", "piecereference"],
    ),
    (Field::InvoiceDay, &["piecedate", "datepiece", "datedepiece", "datedelapiece"]),
    (Field::Label, &["ecriturelib", "libelleecriture", "libecriture", "libelledelecriture", "libelle"]),
    (Field::Debit, &["debit", "dbit", "montantdebit"]),
    (Field::Credit, &["credit", "crdit", "montantcredit"]),
    (Field::MatchCode, &["ecriturelet", "ecriturelettrage", "lettrage", "lettre", "codelettrage"]),
    (Field::MatchDay, &["datelet", "datelettrage", "datedelettrage"]),
    (Field::Amount, &["montant"]),
    (Field::Side, &["sens"]),
];

/// Official columns that tell nothing of receivables, and those that cash-basis books add: never taken for others.
const UNUSED: &[&str] = &[
    "validdate",
    "datevalidation",
    "datedevalidation",
    "montantdevise",
    "montantendevise",
    "idevise",
    "devise",
    "codedevise",
    "daterglt",
    "datereglement",
    "moderglt",
    "modereglement",
    "natop",
    "natureoperation",
    "idclient",
];

/// Columns that must be met, of the seventeen, where the names are not the official ones.
const ENOUGH: usize = 12;

/// What one heading is in a FEC: a field, a column of no use (`Some(None)`), or nothing known (`None`).
fn meaning(heading: &Heading) -> Option<Option<Field>> {
    let compact = words::fold(&heading.text).replace(' ', "");
    let named = NAMES.iter().find(|(_, names)| names.contains(&compact.as_str()));
    match named {
        Some((field, _)) => Some(Some(*field)),
        None => UNUSED.contains(&compact.as_str()).then_some(None),
    }
}

/// Whether a row of headings is a FEC's: the four names nobody else uses, or nearly all of them in other spellings.
pub(crate) fn is_fec(headings: &[Heading]) -> bool {
    let mut met: Vec<Field> = headings.iter().filter_map(meaning).flatten().collect();
    met.arrange();
    met.dedup();
    let compact: Vec<String> = headings.iter().map(|heading| words::fold(&heading.text).replace(' ', "")).collect();
    let official = |name: &&str| compact.iter().any(|heading| heading == name);
    let own_names = ["ecriturenum", "comptenum", "ecriturelib", "ecrituredate"].iter().all(official);
    let amounts = met.contains(&Field::Debit) && met.contains(&Field::Credit)
        || met.contains(&Field::Amount) && met.contains(&Field::Side);
    let dated = met.contains(&Field::PostingDay) || met.contains(&Field::InvoiceDay);
    let essential = met.contains(&Field::Account) && met.contains(&Field::EntryNumber) && amounts && dated;
    essential && (own_names || met.len() >= ENOUGH)
}

/// In a FEC each column means what the law says, whatever else its heading could mean in another table.
pub(crate) fn official_claims<'h>(header: &'h Header, mut claims: Vec<Claim<'h>>) -> Vec<Claim<'h>> {
    if !is_fec(&header.headings) {
        return claims;
    }
    let mut taken: Vec<Field> = Vec::new();
    for heading in &header.headings {
        let Some(meaning) = meaning(heading) else { continue };
        // Currency and amount in currency keep their meaning: another layout may want them.
        claims.retain(|claim| claim.heading.column != heading.column || meaning.is_none() && is_currency(claim.field));
        if let Some(field) = meaning.filter(|field| !taken.contains(field)) {
            taken.push(field);
            claims.push(Claim { field, heading, matched: HeadingMatch::Exact, fit: 100, score: 100 });
        }
    }
    claims.retain(|claim| claim.score == 100 && meaning(claim.heading).is_some() || !taken.contains(&claim.field));
    claims
}

fn is_currency(field: Field) -> bool {
    matches!(field, Field::Currency | Field::ForeignAmount)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(names: &str) -> Vec<Heading> {
        let heading = |(text, column): (&str, u16)| Heading { column, text: text.to_owned(), hits: Vec::new() };
        names.split('|').zip(0..).map(heading).collect()
    }

    const OFFICIAL: &str = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";

    #[test]
    fn a_fec_is_known_by_its_names_in_any_spelling() {
        for (names, expected) in [
            (OFFICIAL, true),
            (&OFFICIAL.to_uppercase(), true),
            (&OFFICIAL.replace("Debit|Credit", "Montant|Sens"), true),
            (&OFFICIAL.replace("Debit|Credit", "D\u{e9}bit|Cr\u{e9}dit"), true),
            (&OFFICIAL.replace("Debit|Credit", "D?bit|Cr?dit"), true),
            (&OFFICIAL.replace("CompteNum", "compte_num").replace("EcritureDate", "Ecriture Date"), true),
            (
                "Code journal|Libell\u{e9} journal|N\u{b0} \u{e9}criture|Date \u{e9}criture|N\u{b0} compte|Libell\u{e9} compte|N\u{b0} compte auxiliaire|Libell\u{e9} auxiliaire|N\u{b0} pi\u{e8}ce|Date pi\u{e8}ce|Libell\u{e9} \u{e9}criture|D\u{e9}bit|Cr\u{e9}dit|Lettrage|Date lettrage|Date validation|Montant devise|Devise",
                true,
            ),
            ("Journal|Date|Compte|Libell\u{e9}|D\u{e9}bit|Cr\u{e9}dit|Solde", false),
            ("Client|N\u{b0} pi\u{e8}ce|Date pi\u{e8}ce|\u{c9}ch\u{e9}ance|Montant", false),
        ] {
            assert_eq!(is_fec(&headings(names)), expected, "{names}");
        }
    }

    #[test]
    fn columns_of_cash_books_are_never_taken_for_the_customer() {
        let header = Header::new(1, headings(&format!("{OFFICIAL}|DateRglt|ModeRglt|NatOp|IdClient")));
        let claims = official_claims(&header, Vec::new());
        let columns =
            |field: Field| claims.iter().filter(move |claim| claim.field == field).map(|claim| claim.heading.column);
        assert_eq!(columns(Field::CustomerId).collect::<Vec<_>>(), [6]);
        assert!(claims.iter().all(|claim| claim.heading.column < 18));
    }
}
