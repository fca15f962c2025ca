//! `Field`: what a column can mean. The keys are the public contract's names and never change.

use std::fmt;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident => $key:literal,)*) => {
        /// What a column means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])* $field,)*
        }

        impl Field {
            /// Every field, in the order of the contract.
            pub const ALL: &'static [Field] = &[$(Field::$field,)*];

            /// Number of fields.
            pub(crate) const COUNT: usize = Field::ALL.len();

            /// The name in the contract, for example `due-date`.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Field::$field => $key,)*
                }
            }

            /// The field of this name.
            pub fn from_key(key: &str) -> Option<Field> {
                match key {
                    $($key => Some(Field::$field),)*
                    _ => None,
                }
            }
        }
    };
}

fields! {
    /// Identifier of the customer in the books.
    CustomerId => "customer-id",
    /// Name of the customer.
    CustomerName => "customer-name",
    /// Number of the document.
    Document => "document",
    /// What the document is, in words or as a code.
    DocumentType => "document-type",
    /// Day the document was issued.
    InvoiceDay => "invoice-date",
    /// Day the entry was posted.
    PostingDay => "posting-date",
    /// Day payment is due.
    DueDay => "due-date",
    /// Text of the entry.
    Label => "label",
    /// Reference of the customer, or an order number.
    Reference => "reference",
    /// Raises the balance.
    Debit => "debit",
    /// Lowers the balance.
    Credit => "credit",
    /// The document's own amount.
    Amount => "amount",
    /// A letter or a word that says debit or credit.
    Side => "side",
    /// What remains open of the document.
    Residual => "residual",
    /// What was paid of the document.
    Paid => "paid",
    /// What was credited on the document.
    Credited => "credited",
    /// Day the document was paid.
    PaymentDay => "payment-date",
    /// Letters or number shared by entries that clear each other.
    MatchCode => "match-code",
    /// Day somebody matched the entries; never used as a payment day (domain.md 5.4).
    MatchDay => "match-date",
    /// Currency code of the row.
    Currency => "currency",
    /// The amount in another currency than the one the books are kept in; never used as the amount.
    ForeignAmount => "foreign-amount",
    /// Payment terms in words.
    Terms => "terms",
    /// Dispute, hold or state of the document.
    Status => "status",
    /// E-mail address of the customer.
    Email => "email",
    /// Telephone number of the customer.
    Phone => "phone",
    /// Age or days late; never used as an amount.
    DaysLate => "days-late",
    /// An amount already aged; the only field that several columns may carry.
    Bucket => "bucket",
    /// Balance after the row; never used as an amount.
    RunningBalance => "running-balance",
    /// Journal of the entry.
    Journal => "journal",
    /// Account of the general ledger.
    Account => "account",
    /// Name of that account.
    AccountLabel => "account-label",
    /// Number of the entry in its journal.
    EntryNumber => "entry-number",
    /// Name of the journal.
    JournalLabel => "journal-label",
    /// SIREN or SIRET of the customer.
    Siren => "siren",
    /// VAT number of the customer.
    VatNumber => "vat-number",
    /// Street and number.
    Address => "address",
    /// Postal code.
    PostalCode => "postal-code",
    /// Town.
    City => "city",
    /// Country.
    Country => "country",
    /// Person to speak to.
    Contact => "contact",
    /// Language to write in.
    Language => "language",
    /// Segment or category of the customer.
    Segment => "segment",
    /// Most the customer may owe; never used as the amount.
    CreditLimit => "credit-limit",
    /// Salesperson in charge.
    Salesperson => "salesperson",
    /// Group of companies, or group of customers.
    Group => "group",
    /// Bank account of the customer.
    Iban => "iban",
}

/// What a column of a field is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Date,
    Amount,
    Text,
}

impl Field {
    /// Whether several columns may mean it: ages, states of the document and of its payment, payments and their days.
    pub(crate) const fn stands_in_several_columns(self) -> bool {
        matches!(self, Field::Bucket | Field::Status) || self.stands_in_instalments()
    }

    /// Whether several columns mean it only where the rows show that they belong together: what was paid in parts.
    pub(crate) const fn stands_in_instalments(self) -> bool {
        matches!(self, Field::Paid | Field::PaymentDay)
    }

    pub(crate) const fn content(self) -> Content {
        match self {
            Field::InvoiceDay | Field::PostingDay | Field::DueDay | Field::PaymentDay | Field::MatchDay => {
                Content::Date
            }
            Field::Debit
            | Field::Credit
            | Field::Amount
            | Field::Residual
            | Field::Paid
            | Field::Credited
            | Field::ForeignAmount
            | Field::Bucket
            | Field::RunningBalance
            | Field::DaysLate
            | Field::CreditLimit => Content::Amount,
            Field::CustomerId
            | Field::CustomerName
            | Field::Document
            | Field::DocumentType
            | Field::Label
            | Field::Reference
            | Field::Side
            | Field::MatchCode
            | Field::Currency
            | Field::Terms
            | Field::Status
            | Field::Email
            | Field::Phone
            | Field::Journal
            | Field::Account
            | Field::AccountLabel
            | Field::EntryNumber
            | Field::JournalLabel
            | Field::Siren
            | Field::VatNumber
            | Field::Address
            | Field::PostalCode
            | Field::City
            | Field::Country
            | Field::Contact
            | Field::Language
            | Field::Segment
            | Field::Salesperson
            | Field::Group
            | Field::Iban => Content::Text,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_leads_back_to_its_field() {
        for field in Field::ALL {
            assert_eq!(Field::from_key(field.key()), Some(*field));
        }
        assert_eq!(Field::from_key("Due-Date"), None);
    }
}
