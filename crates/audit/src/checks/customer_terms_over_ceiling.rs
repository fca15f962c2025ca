//! Terms agreed with a customer that pass the legal ceiling (`60 jours fin de mois`).

use super::prelude::*;
use rules::PaymentTerms;
use super::terms_over_ceiling::is_french;

pub(super) static CHECK: Check = Check {
    code: "customer-terms-over-ceiling",
    family: Family::Law,
    severity: Severity::High,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let Some(words) = account.customer.terms.as_deref() else { return };
    let over = PaymentTerms::parse(words).is_some_and(rules::ceiling::is_over);
    if over && is_french(account) {
        cases.extend(account.itself(None, Detail::Seen(words.to_owned())));
    }
}
