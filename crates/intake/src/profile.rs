//! What a row tells of its customer beside code and name: how to reach it, who it is in law, what was agreed.

use crate::Field;
use crate::diagnostic::Note;
use crate::parse::Reading;
use crate::row::Cells;
use ledger::Customer;

/// Where the text of a field is kept.
type Slot = fn(&mut Customer) -> &mut Option<String>;

const TEXTS: [(Field, Slot); 15] = [
    (Field::Email, |customer| &mut customer.email),
    (Field::Phone, |customer| &mut customer.phone),
    (Field::Siren, |customer| &mut customer.siren),
    (Field::VatNumber, |customer| &mut customer.vat_number),
    (Field::Address, |customer| &mut customer.address),
    (Field::PostalCode, |customer| &mut customer.postal_code),
    (Field::City, |customer| &mut customer.city),
    (Field::Country, |customer| &mut customer.country),
    (Field::Contact, |customer| &mut customer.contact),
    (Field::Language, |customer| &mut customer.language),
    (Field::Segment, |customer| &mut customer.segment),
    (Field::Terms, |customer| &mut customer.terms),
    (Field::Salesperson, |customer| &mut customer.salesperson),
    (Field::Group, |customer| &mut customer.group),
    (Field::Iban, |customer| &mut customer.iban),
];

impl Reading<'_> {
    /// Puts in `self.customer` what the row says of it; what the row does not say is forgotten.
    pub(crate) fn describe_customer(&mut self, cells: &Cells<'_>) {
        for (field, slot) in TEXTS.into_iter().filter(|(field, _)| self.mapping.binds(*field)) {
            *slot(&mut self.customer) = cells.text(field).map(str::to_owned);
        }
        if !self.mapping.binds(Field::CreditLimit) {
            return;
        }
        let limit = self.money.credit_limit(cells);
        if limit.is_none() && cells.has(Field::CreditLimit) {
            self.note(Note::UnreadableCreditLimit, Some(Field::CreditLimit), cells);
        }
        self.customer.credit_limit = limit;
    }
}
