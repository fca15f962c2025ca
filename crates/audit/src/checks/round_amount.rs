//! Invoices and credit notes of round thousands, where amounts are seldom round: estimates, or deposits.

use super::prelude::*;
use super::small_residual::units;
use values::Currency;

/// Units of which a round amount is a multiple, and its least size.
const ROUND: i64 = 1_000;
const ROUND_MIN: i64 = 5_000;

pub(super) static CHECK: Check = Check {
    code: "round-amount",
    family: Family::Postings,
    severity: Severity::Low,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    if account.facts.round.is_rare() {
        for line in account.past().filter(|line| seen(&line.entry, account.ledger.currency()) == Some(true)) {
            cases.add(line.evidence(Detail::None));
        }
    }
}

/// Whether the amount of a document is round; nothing of other entries.
pub(crate) fn seen(entry: &Entry, currency: Currency) -> Option<bool> {
    let size = entry.amount.abs();
    let round = || size >= units(currency, ROUND_MIN) && size.minor() % units(currency, ROUND).minor() == 0;
    matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote).then(round)
}
