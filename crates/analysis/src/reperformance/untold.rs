//! Rows of the same sum that differ only by what the ledger does not tell: the due dates of items that have none of their
//! own, and the debts that open credits apply to. Neither is an error of the balance compared.

use super::ways::Way;
use super::{Cause, Stated};
use ledger::OpenItem;
use values::Amount;

/// What is untold and may lead from our items, drawn up in a way, to a row that is stated; `None` where nothing untold
/// can.
pub(super) fn between(stated: &Stated<'_>, way: &Way, items: &[OpenItem], row: &[Amount]) -> Option<Cause> {
    let counted = || items.iter().filter(|item| way.place(stated, item).is_some());
    let total: Amount = counted().map(|item| item.residual).sum();
    if total != row.iter().copied().sum::<Amount>() {
        return None;
    }
    let mut known = vec![Amount::ZERO; row.len()];
    let (mut undated, mut credits) = (Amount::ZERO, Amount::ZERO);
    for item in counted() {
        if item.residual.is_credit() {
            credits -= item.residual;
        } else if !way.knows_age(item) {
            undated += item.residual;
        } else if let Some(sum) = way.place(stated, item).and_then(|place| known.get_mut(place)) {
            *sum += item.residual;
        }
    }
    let gaps = || row.iter().zip(&known).map(|(stated, known)| *stated - *known);
    let more: Amount = gaps().map(Amount::debit_part).sum();
    let less: Amount = gaps().map(Amount::credit_part).sum();
    match (more <= undated, -less <= credits) {
        (true, true) if undated.is_debit() => Some(Cause::AgesUntold),
        (true, true) if credits.is_debit() => Some(Cause::CreditsOtherwise),
        _ => None,
    }
}
