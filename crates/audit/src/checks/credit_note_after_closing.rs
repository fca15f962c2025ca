//! Round-sum credit notes in the two months after a closing: rebates that belong to the year closed, or sales taken back.

use super::prelude::*;
use super::small_residual::units;

/// Days after the closing in which a credit note may belong to the year closed.
const DAYS_MAX: i32 = 60;
/// Units below which a credit note is not looked at.
const LEAST: i64 = 1_000;
/// Units of which a round sum is a multiple.
const ROUND: i64 = 100;

pub(super) static CHECK: Check = Check {
    code: "credit-note-after-closing",
    family: Family::Postings,
    severity: Severity::Medium,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let closing = account.client.last_closing(account.as_of);
    let (least, round) = (units(account.ledger.currency(), LEAST), units(account.ledger.currency(), ROUND));
    for line in account.lines.iter().filter(|line| line.entry.kind == EntryKind::CreditNote) {
        let (day, size) = (line.entry.day, line.entry.amount.abs());
        let soon = day > closing && day <= closing + Days(DAYS_MAX) && day <= account.as_of.day();
        if soon && size >= least && size.minor() % round.minor() == 0 {
            cases.add(line.evidence(Detail::On(day)));
        }
    }
}
