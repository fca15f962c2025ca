//! The checks: what each is called, how much it matters, which part of the score it takes from.

use crate::Criterion;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A figure or a reminder is probably wrong.
    High,
    /// Worth checking before writing to anybody.
    Medium,
    /// Worth tidying.
    Low,
    /// Worth knowing.
    Info,
}

/// What a check counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// Documents and other lines of the ledger.
    Entries,
    /// Customers.
    Customers,
    /// Match groups.
    Groups,
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident $code:literal $severity:ident $thing:ident $criterion:expr;)*) => {
        /// Something looked for in every ledger.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Check { $($(#[$doc])* $name,)* }

        impl Check {
            /// All of them, in the order they are shown at equal severity.
            pub const ALL: &[Check] = &[$(Check::$name,)*];

            /// Stable identifier.
            pub const fn code(self) -> &'static str {
                match self { $(Check::$name => $code,)* }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Check::$name => Severity::$severity,)* }
            }

            /// What it counts.
            pub const fn thing(self) -> Thing {
                match self { $(Check::$name => Thing::$thing,)* }
            }

            /// The part of the score it takes from.
            pub const fn criterion(self) -> Option<Criterion> {
                match self { $(Check::$name => $criterion,)* }
            }
        }
    };
}

use Criterion::*;

checks! {
    /// Open invoices without any due date: they have no age.
    DueDayMissing "due-date-missing" High Entries Some(DueDates);
    /// Open invoices whose due date comes from a habit or from default terms.
    DueDayEstimated "due-date-estimated" Medium Entries Some(DueDates);
    /// Due before it was issued.
    DueBeforeInvoice "due-before-invoice" High Entries Some(Dates);
    /// A year far from the ledger's own.
    UnlikelyYear "unlikely-year" High Entries Some(Dates);
    /// Due more than a year after it was issued.
    DueFar "due-far" Medium Entries Some(Dates);
    /// Issued after the as-of day.
    InvoiceInFuture "invoice-in-future" Medium Entries Some(Dates);
    /// The ledger goes on after the as-of day: what comes later does not count.
    EntriesAfterAsOf "entries-after-as-of" Info Entries None;
    /// Paid before anything was invoiced.
    PaidBeforeInvoice "paid-before-invoice" Low Groups Some(Dates);
    /// The same document twice: customer, number, date and amount.
    ItemTwice "item-twice" High Entries Some(DuplicateItems);
    /// The same amount under nearly the same number (`FA-00123`, `FA123`).
    ItemNear "item-near" Medium Entries Some(DuplicateItems);
    /// One document number in two customers' accounts.
    NumberOtherCustomer "number-other-customer" Medium Entries Some(DuplicateItems);
    /// One customer, one amount, one day, two numbers.
    SameAmountSameDay "same-amount-same-day" Low Entries None;
    /// Probably one customer under two accounts.
    CustomerTwice "customer-twice" Medium Customers Some(DuplicateCustomers);
    /// Owes something overdue, and no way to reach it is usable.
    NoUsableChannel "no-usable-channel" High Customers Some(Reachable);
    /// An e-mail address nobody can write to.
    EmailWrong "email-wrong" Medium Customers Some(Identifiers);
    /// An e-mail domain one slip away from a provider's.
    EmailTypo "email-typo" Medium Customers Some(Identifiers);
    /// A telephone number that is none.
    PhoneWrong "phone-wrong" Low Customers Some(Identifiers);
    /// A postal address that lacks a part.
    AddressIncomplete "address-incomplete" Low Customers Some(Identifiers);
    /// A SIREN or SIRET whose check digit disagrees.
    CompanyNumberWrong "company-number-wrong" Medium Customers Some(Identifiers);
    /// A VAT number of the wrong shape or key.
    VatWrong "vat-wrong" Low Customers Some(Identifiers);
    /// An IBAN whose check digits disagree.
    IbanWrong "iban-wrong" Medium Customers Some(Identifiers);
    /// Nothing received for more than ten business days: the file may be older than the payments.
    Stale "stale" High Entries Some(Fresh);
    /// Letters say that lines clear each other, and they do not.
    GroupUnbalanced "group-unbalanced" Medium Groups Some(Lettering);
    /// The same letters clear each other only across two accounts.
    GroupAcrossCustomers "group-across-customers" Medium Groups Some(Lettering);
    /// A single line bears the letters.
    GroupSingle "group-single" Low Groups Some(Lettering);
    /// Lower-case letters: partly cleared, as the convention says.
    GroupPartial "group-partial" Info Groups None;
    /// Lower-case letters on a group that does balance.
    GroupLowerCaseBalanced "group-lower-case-balanced" Info Groups None;
    /// We owe the customer.
    CreditBalance "credit-balance" Info Customers None;
    /// Credits stand beside debts of the same customer.
    CreditsToApply "credits-to-apply" Info Entries None;
    /// Less than one unit of currency is left open.
    SmallResidual "small-residual" Info Entries None;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_kebab_case() {
        let codes: BTreeSet<&str> = Check::ALL.iter().map(|check| check.code()).collect();
        assert_eq!(codes.len(), Check::ALL.len());
        for code in codes {
            assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
        }
    }
}
