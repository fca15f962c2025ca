//! The registry: every check there is, each in a file of its own named after its code. At equal severity and amount they
//! are shown in this order. How to add one stands in `crates/README.md`; a test holds the registry to that list.

use crate::Check;

/// What every check is written with.
mod prelude {
    pub(super) use crate::account::Account;
    pub(super) use crate::book::Book;
    pub(super) use crate::cases::Cases;
    pub(super) use crate::check::{Check, Cost, Family, Look, Severity, Thing};
    pub(super) use crate::finding::{Detail, Evidence};
    pub(super) use crate::score::Criterion;
    pub(super) use ledger::{AccountClass, DueDaySource, Entry, EntryKind, OpenItem};
    pub(super) use values::{Amount, AsOf, Day, Days};

    /// Days of a year, as ages are counted.
    pub(super) const YEAR_DAYS: i32 = 365;
}

macro_rules! registry {
    ($($module:ident,)*) => {
        $(pub(crate) mod $module;)*

        /// Every check.
        pub static ALL: &[&Check] = &[$(&$module::CHECK,)*];
    };
}

registry! {
    due_date_missing,
    due_date_estimated,
    due_before_invoice,
    unlikely_year,
    due_far,
    invoice_in_future,
    entries_after_as_of,
    paid_before_invoice,
    opening_undetailed,
    item_twice,
    item_near,
    number_other_customer,
    number_reused,
    same_amount_same_day,
    customer_twice,
    re_dated,
    no_usable_channel,
    email_wrong,
    email_typo,
    phone_wrong,
    address_incomplete,
    company_number_wrong,
    vat_wrong,
    iban_wrong,
    stale,
    group_unbalanced,
    group_across_customers,
    group_single,
    group_partial,
    group_lower_case_balanced,
    credit_balance,
    credits_to_apply,
    receipt_unallocated,
    small_residual,
    terms_over_ceiling,
    terms_month_end,
    customer_terms_over_ceiling,
    terms_contradictory,
    terms_not_applied,
    limitation_near,
    limitation_passed,
    no_penalty,
    numbering_gap,
    number_out_of_order,
    weekend_posting,
    holiday_posting,
    round_amount,
    credit_note_after_closing,
    negative_invoice,
    old_item,
    concentration,
    concentration_index,
    over_credit_limit,
    client_ageing_error,
    client_ageing_method,
    first_invoice_late,
    reminders_unanswered,
    waits_for_reminder,
    intercompany,
    retention,
    retention_old,
    doubtful_stale,
    doubtful_still_invoiced,
    bill_past_due,
    accrued_old,
    advance_old,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_kebab_case() {
        let codes: BTreeSet<&str> = ALL.iter().map(|check| check.code).collect();
        assert_eq!(codes.len(), ALL.len());
        for code in codes {
            assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
        }
    }
}
