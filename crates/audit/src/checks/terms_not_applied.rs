//! Invoices of a customer follow other terms than those agreed with it.

use super::prelude::*;
use rules::{PaymentTerms, habitual_terms};
use super::terms_contradictory::stated_dates;

pub(super) static CHECK: Check = Check {
    code: "terms-not-applied",
    family: Family::Law,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let Some(agreed) = account.customer.terms.as_deref().and_then(PaymentTerms::parse) else { return };
    let dates = stated_dates(account);
    let Some(seen) = habitual_terms(&dates) else { return };
    // Words of a month's end have several lawful readings: any of them applies the terms.
    let readings = [vec![agreed], agreed.alternatives()].concat();
    let applied = |(day, due): &&(Day, Day)| readings.iter().any(|terms| terms.due_day(*day) == *due);
    if dates.iter().filter(applied).count() * 2 < dates.len() {
        cases.extend(account.itself(None, Detail::Terms { terms: agreed, other: seen }));
    }
}
