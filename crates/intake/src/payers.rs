//! Who pays is the customer, not who was cared for or taught: insurers beside patients, families beside pupils.

use crate::Field;
use crate::header::{Header, Heading};
use crate::headless;
use crate::words::fold;
use sheet::Table;

/// Words of headings of those for whom somebody else may pay.
const SERVED: [&str; 16] = [
    "patient",
    "patients",
    "eleve",
    "eleves",
    "enfant",
    "enfants",
    "animal",
    "pupil",
    "student",
    "child",
    "resident",
    "residents",
    "beneficiaire",
    "beneficiaires",
    "assure",
    "alumno",
];

/// Words of headings of those who pay for others.
const PAYERS: [&str; 20] = [
    "payeur",
    "organisme",
    "organismes",
    "mutuelle",
    "caisse",
    "famille",
    "familles",
    "foyer",
    "parent",
    "parents",
    "proprietaire",
    "responsable",
    "payer",
    "payor",
    "guarantor",
    "insurer",
    "insurance",
    "family",
    "owner",
    "kostentrager",
];

/// Gives the column of those who pay the meaning of customers, where others stand beside them. A family beside nobody
/// else is a customer too, not a kind of goods.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let served: Vec<u16> = columns(header, |heading| speaks(heading, &SERVED));
    let alone = !header.may(&[Field::CustomerId, Field::CustomerName, Field::Account]);
    let family = |heading: &Heading| ["famille", "familles"].contains(&fold(&heading.text).as_str());
    let payers = columns(header, |heading| {
        let pays = if served.is_empty() { alone && family(heading) } else { speaks(heading, &PAYERS) };
        pays && !served.contains(&heading.column)
    });
    let [payer] = payers[..] else { return };
    let rows = header.items(table);
    // An insurer's part is an amount.
    if !headless::columns(table, &rows).any(|column| column.number == payer && !column.is_numeric()) {
        return;
    }
    header.means(payer, Field::CustomerName);
    for heading in header.headings.iter_mut().filter(|heading| served.contains(&heading.column)) {
        heading.hits.retain(|hit| !matches!(hit.field, Field::CustomerName | Field::CustomerId));
    }
}

fn columns(header: &Header, wanted: impl Fn(&Heading) -> bool) -> Vec<u16> {
    header.headings.iter().filter(|heading| wanted(heading)).map(|heading| heading.column).collect()
}

fn speaks(heading: &Heading, words: &[&str]) -> bool {
    fold(&heading.text).split(' ').any(|word| words.contains(&word))
}
