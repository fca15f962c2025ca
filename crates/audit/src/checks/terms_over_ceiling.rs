//! Invoices due later than French law allows between businesses: sixty days from the invoice, or forty-five days and
//! the month's end by either computation (C. com. L441-10 I, domain.md 1.1).

use super::prelude::*;
use crate::account::Line;
use rules::ceiling::Delay;
use values::Currency;

pub(super) static CHECK: Check = Check {
    code: "terms-over-ceiling",
    family: Family::Law,
    severity: Severity::High,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    for line in account.recent_invoices(YEAR_DAYS) {
        if let Some((_, delay)) = legal_delay(account, line)
            && let Delay::Over(days) = delay
        {
            cases.add(line.evidence(Detail::DaysBeyond(days)));
        }
    }
}

/// What the law says of the delay of an invoice. Nothing of invoices that are not in euros, not sent to France, without
/// a due date of their own, of retentions and bills (their day is not an invoice's), and of mistyped years.
pub(super) fn legal_delay<'a>(account: &Account<'_>, line: &'a Line) -> Option<(&'a Line, Delay)> {
    let entry = &line.entry;
    let own = matches!(entry.due_day_source, DueDaySource::Stated | DueDaySource::Terms);
    let plain = entry.account_class == AccountClass::Receivable && entry.amount.is_debit();
    let likely = |due: Day| (due - entry.document_day).0 <= YEAR_DAYS;
    let due = entry.due_day.filter(|due| own && plain && likely(*due))?;
    is_french(account).then(|| (line, rules::ceiling::delay(entry.document_day, due)))
}

/// Whether French law is likely to rule: euros, and no other country named.
pub(super) fn is_french(account: &Account<'_>) -> bool {
    let country = account.customer.country.as_deref().and_then(rules::contact::Country::recognise);
    account.ledger.currency() == Currency::EUR && country.is_none_or(|country| country == rules::contact::Country::FRANCE)
}
