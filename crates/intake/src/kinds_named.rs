//! A column that names kinds of documents (`Facture`, `Avoir`, `Votre règlement`) names no customers, whatever heads it:
//! `Désignation` or `Libellé` heads the names of customers as well as the texts of entries.

use crate::Field;
use crate::header::Header;
use crate::vocabulary::{is_known_type, is_payment_type, names_credit_note, names_invoice};
use crate::words::fold;
use sheet::Table;
use std::collections::BTreeSet;
use values::Gather;

/// Fields that name a customer.
const CUSTOMERS: [Field; 2] = [Field::CustomerId, Field::CustomerName];

/// Makes texts of the columns of names in which every cell names a kind of document, an invoice at least.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let rows = header.items(table);
    for column in header.columns_of(&CUSTOMERS) {
        let texts: BTreeSet<String> =
            rows.iter().filter_map(|row| row.cell(column)).map(|cell| fold(cell.text)).gather();
        let others = texts.iter().any(|words| names_credit_note(words) || is_payment_type(words));
        let invoices = texts.iter().any(|words| names_invoice(words));
        if invoices && others && texts.iter().all(|words| is_known_type(words)) {
            header.means(column, Field::Label);
        }
    }
}
