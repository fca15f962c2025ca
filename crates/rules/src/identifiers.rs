//! Identifiers with check digits: company numbers, VAT numbers, bank accounts. Each reads what a person typed, spaces
//! and points included, and says what is wrong rather than only that something is (domain.md 7.6).

mod iban;
mod luhn;
mod siren;
mod vat;

pub use iban::{Iban, IbanProblem};
pub use siren::{CompanyNumber, CompanyNumberProblem};
pub use vat::{VatNumber, VatProblem};

/// Letters and digits only, capitals: how identifiers are compared.
pub(crate) fn compact(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}
