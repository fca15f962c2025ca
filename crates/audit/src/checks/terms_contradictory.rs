//! One customer, two sets of terms in a year, each a habit of its own.

use super::prelude::*;
use rules::{Form, INVOICES_MIN, PaymentTerms, habitual_terms};
use values::Arrange;
use std::collections::BTreeMap;

/// The share of the invoices under other terms from which these are a habit too, as its inverse.
const OTHERS_MIN: usize = 5;

pub(super) static CHECK: Check = Check {
    code: "terms-contradictory",
    family: Family::Law,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let dates = stated_dates(account);
    let Some(usual) = habitual_terms(&dates).or_else(|| commonest_delay(&dates)) else { return };
    let others = unexplained(&dates, usual);
    let Some(other) = habitual_terms(&others) else { return };
    // Each must hold where the other does not, and often: fewer are exceptions, not other terms.
    let often = |of: &[(Day, Day)]| of.len() >= INVOICES_MIN && of.len() * OTHERS_MIN >= dates.len();
    if often(&others) && often(&unexplained(&dates, other)) {
        cases.extend(account.itself(None, Detail::Terms { terms: usual, other }));
    }
}

/// The invoices that terms do not explain.
fn unexplained(dates: &[(Day, Day)], terms: PaymentTerms) -> Vec<(Day, Day)> {
    dates.iter().copied().filter(|(day, due)| terms.due_day(*day) != *due).collect()
}

/// The plain delay that most invoices have, where no terms explain enough of them.
fn commonest_delay(dates: &[(Day, Day)]) -> Option<PaymentTerms> {
    let mut delays: BTreeMap<u32, usize> = BTreeMap::new();
    for delay in dates.iter().filter_map(|(day, due)| u32::try_from((*due - *day).0).ok()) {
        *delays.entry(delay).or_default() += 1;
    }
    let commonest = delays.into_iter().max_by_key(|(delay, count)| (*count, std::cmp::Reverse(*delay)));
    commonest.map(|(delay, _)| PaymentTerms::plain(Form::Net(delay)))
}

/// Invoice and due days of the last year, as the file states them, but for instalments.
pub(super) fn stated_dates(account: &Account<'_>) -> Vec<(Day, Day)> {
    let mut dates: Vec<(&str, Day, Day)> = account
        .recent_invoices(YEAR_DAYS)
        .filter(|line| line.entry.due_day_source == DueDaySource::Stated && line.entry.amount.is_debit())
        .filter(|line| line.entry.account_class == AccountClass::Receivable)
        .filter_map(|line| Some((line.document.as_str(), line.entry.document_day, line.entry.due_day?)))
        .collect();
    dates.arrange();
    let documents = dates.chunk_by(|a, b| !a.0.is_empty() && (a.0, a.1) == (b.0, b.1));
    documents.filter_map(|lines| <[_; 1]>::try_from(lines).ok()).map(|[(_, day, due)]| (day, due)).collect()
}
