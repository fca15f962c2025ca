//! Claims that other columns decide: an account that tells nobody apart beside names, the company that keeps the books
//! beside customers, a code beside a name, a running number beside the reference of the document.

use crate::Field;
use crate::claims::Claim;
use crate::content::ColumnContent;
use crate::header::Heading;
use crate::words;

/// Whether a heading may be that of an account of the books: `Compte`, `Compte/Code`.
fn heads_account(heading: &Heading) -> bool {
    const ACCOUNTS: [&str; 6] = ["compte", "account", "konto", "cuenta", "conto", "rekening"];
    let words = words::fold(&heading.text);
    heading.may(&[Field::Account]) || ACCOUNTS.iter().any(|account| words::holds(&words, account))
}

/// One account for every row, beside names that differ, is the books' collective account: it tells nobody apart.
pub(crate) fn drop_collective_account<'c>(
    claims: &mut Vec<Claim<'_>>,
    content: impl Fn(u16) -> Option<&'c ColumnContent>,
) {
    let several = |column: u16| content(column).is_some_and(|content| content.several);
    let filled = |column: u16| content(column).is_some_and(|content| content.filled > 1);
    let names: Vec<u16> = claims
        .iter()
        .filter(|claim| claim.field == Field::CustomerName && several(claim.heading.column))
        .map(|claim| claim.heading.column)
        .collect();
    claims.retain(|claim| {
        let column = claim.heading.column;
        let collective = claim.field == Field::CustomerId && heads_account(claim.heading);
        !(collective && filled(column) && !several(column) && names.iter().any(|name| *name != column))
    });
}

/// Headings of customers that programs also write above the company whose books they are.
const COMPANIES: [&str; 9] =
    ["societe", "societa", "sociedad", "company", "empresa", "impresa", "firma", "bedrijf", "entreprise"];

/// One name for every row, beside codes of customers that differ, is that of the company that keeps the books.
pub(crate) fn drop_own_company<'c>(claims: &mut Vec<Claim<'_>>, content: impl Fn(u16) -> Option<&'c ColumnContent>) {
    let differ = |column: u16| content(column).is_some_and(|content| content.several);
    let company = |heading: &Heading| COMPANIES.contains(&words::fold(&heading.text).as_str());
    let same = |heading: &Heading| {
        company(heading) && content(heading.column).is_some_and(|content| content.filled > 1 && !content.several)
    };
    let of = |field: Field| move |claim: &&Claim<'_>| claim.field == field;
    let named =
        claims.iter().filter(of(Field::CustomerName)).any(|claim| !same(claim.heading) && differ(claim.heading.column));
    let told_apart = named || claims.iter().filter(of(Field::CustomerId)).any(|claim| differ(claim.heading.column));
    if told_apart {
        claims.retain(|claim| claim.field != Field::CustomerName || !same(claim.heading));
    }
}

/// "Customer" beside "Customer name" is the code.
pub(crate) fn prefer_plain_names(claims: &mut [Claim<'_>]) {
    let names = |claim: &Claim<'_>| claim.field == Field::CustomerName;
    if !claims.iter().any(|claim| names(claim) && !claim.heading.may(&[Field::CustomerId])) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| names(claim) && claim.heading.may(&[Field::CustomerId])) {
        claim.score = claim.score.saturating_sub(2);
    }
}

/// A bare `No` of plain figures beside a `Ref` on every row, with letters or beside `Details` as Sage 50 writes it: the
/// program counts by the one, customers know their invoices by the other.
pub(crate) fn number_by_reference<'c>(claims: &mut Vec<Claim<'_>>, content: impl Fn(u16) -> Option<&'c ColumnContent>) {
    let bare = |claim: &Claim<'_>, words: &[&str]| words.contains(&words::fold(&claim.heading.text).as_str());
    let of = |field: Field| move |claim: &&Claim<'_>| claim.field == field;
    let mut documents = claims.iter().filter(of(Field::Document));
    let (Some(counted), None) = (documents.next(), documents.next()) else { return };
    let column = counted.heading.column;
    let rows = content(column).map_or(0, ColumnContent::whole_numbers);
    let detailed = claims.iter().any(|claim| bare(claim, &["details"]));
    let known = |claim: &&Claim<'_>| {
        bare(claim, &["ref", "reference"])
            && content(claim.heading.column).is_some_and(|of| of.filled >= rows && (detailed || of.is_lettered()))
    };
    let reference = claims.iter().filter(of(Field::Reference)).find(known).map(|claim| claim.heading.column);
    let Some(reference) = reference.filter(|_| rows > 0 && bare(counted, &["no", "n", "nr", "num", "numero"])) else {
        return;
    };
    claims.retain(|claim| claim.heading.column != column);
    for claim in claims.iter_mut().filter(|claim| claim.heading.column == reference && claim.field == Field::Reference)
    {
        claim.field = Field::Document;
    }
}
