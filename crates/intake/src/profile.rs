//! What a row tells of its customer beside code and name: how to reach it, who it is in law, what was agreed.

use crate::Field;
use crate::diagnostic::Note;
use crate::parse::Reading;
use crate::row::Cells;
use ledger::{Customer, Particulars};

/// Where the text of a field is kept.
type Slot = fn(&mut Particulars) -> &mut Option<String>;

const TEXTS: [(Field, Slot); 15] = [
    (Field::Email, |known| &mut known.email),
    (Field::Phone, |known| &mut known.phone),
    (Field::Siren, |known| &mut known.siren),
    (Field::VatNumber, |known| &mut known.vat_number),
    (Field::Address, |known| &mut known.address),
    (Field::PostalCode, |known| &mut known.postal_code),
    (Field::City, |known| &mut known.city),
    (Field::Country, |known| &mut known.country),
    (Field::Contact, |known| &mut known.contact),
    (Field::Language, |known| &mut known.language),
    (Field::Segment, |known| &mut known.segment),
    (Field::Terms, |known| &mut known.terms),
    (Field::Salesperson, |known| &mut known.salesperson),
    (Field::Group, |known| &mut known.group),
    (Field::Iban, |known| &mut known.iban),
];

/// Whether a row says nothing of a customer, beside code and name, that is not known: what is known stays.
pub(crate) fn is_known(cells: &Cells<'_>, customer: &Customer) -> bool {
    let new = |(known, (field, _)): (&Option<String>, &(Field, Slot))| known.is_none() && cells.has(*field);
    !customer.texts().into_iter().zip(&TEXTS).any(new)
}

impl Reading<'_> {
    /// Puts in `self.customer` what the row says of it; what the row does not say is forgotten.
    pub(crate) fn describe_customer(&mut self, cells: &Cells<'_>) {
        for (field, slot) in TEXTS.into_iter().filter(|(field, _)| self.mapping.binds(*field)) {
            let text = cells.text(field);
            match text {
                // The room of the customer before is used again.
                Some(text) => text.clone_into(slot(&mut self.customer).get_or_insert_default()),
                None if self.customer.particulars.is_some() => *slot(&mut self.customer) = None,
                None => {}
            }
        }
        if !self.mapping.binds(Field::CreditLimit) {
            return;
        }
        let limit = self.money.credit_limit(cells);
        if limit.is_none() && cells.has(Field::CreditLimit) {
            self.note(Note::UnreadableCreditLimit, Some(Field::CreditLimit), cells);
        }
        if limit.is_some() || self.customer.particulars.is_some() {
            self.customer.credit_limit = limit;
        }
    }
}
