//! Interest and indemnity of the late items of a text, to the day of the contact: what the plan claims, in the words of a
//! letter.

use crate::case::{Case, Claims, Nature};
use dunning::{Action, Claim, claimed};
use ledger::OpenItem;
use values::{Currency, Day};

/// The interest of an item cannot be computed: no figure is stated, not even that of the others.
pub(crate) struct Refused;

/// `Ok(None)` where nothing is stated: no late item, a consumer, whose interest begins with the formal notice, or another
/// currency, unless the step itself claims: it may follow the law of another country.
pub(crate) fn claims(
    case: &Case,
    action: &Action,
    claim: &dyn Fn(&OpenItem, Day) -> Claim,
) -> Result<Option<Claims>, Refused> {
    let asked_by_step = action.interest.is_debit() || action.indemnity.is_debit();
    let consumer = case.about.nature == Nature::Consumer;
    let late = case.lines.iter().any(|line| line.claimed && line.is_late());
    if consumer || !late || (case.currency != Currency::EUR && !asked_by_step) {
        return Ok(None);
    }
    let claimed = claimed(action, claim);
    if claimed.sum.refused {
        return Err(Refused);
    }
    Ok(Some(Claims {
        interest: claimed.sum.interest,
        per_day: claimed.sum.per_day,
        rate: claimed.sum.rate.map(|rate| case.language.letter_rate(rate.units().into())).unwrap_or_default(),
        indemnity: claimed.sum.indemnity,
        invoices: claimed.indemnified,
    }))
}
