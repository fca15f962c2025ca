//! Match groups that rows set aside, or one customer under two codes, leave without balance.

use crate::Session;
use crate::view::remarks;
use intake::{Layout, Severity};
use ledger::{CustomerKey, Ledger, MatchGroup};
use protocol::Diagnostic;
use std::collections::BTreeMap;
use text::Language;
use values::Amount;

/// One remark per ledger that has such groups. A FEC tells of its own letters; without a reason to suspect the
/// reading, what the books themselves leave open belongs to the quality of their data.
pub fn unbalanced(session: &Session, suspected: bool, language: Language) -> Vec<Diagnostic> {
    let set_aside = session.files().iter().flat_map(|file| &file.intake.set_aside);
    let lost = set_aside.into_iter().any(|reason| reason.severity == Severity::Error);
    let fec = session.files().iter().any(|file| file.mapping.layout() == Layout::Fec);
    if fec || !(lost || suspected) {
        return Vec::new();
    }
    let ledgers = session.ledgers().iter();
    ledgers.filter_map(|ledger| of_ledger(ledger).map(|(count, gap)| said(ledger, count, gap, language))).collect()
}

fn said(ledger: &Ledger, count: u32, gap: Amount, language: Language) -> Diagnostic {
    remarks::unbalanced_match_groups(count, gap, ledger.currency(), language)
}

/// How many groups in capitals, which should balance, do not, and the sum of their gaps without sign.
fn of_ledger(ledger: &Ledger) -> Option<(u32, Amount)> {
    let mut count = 0;
    let mut gap = Amount::ZERO;
    for position in 0..ledger.customers().len() as u32 {
        let mut sums: BTreeMap<MatchGroup, Amount> = BTreeMap::new();
        for entry in ledger.entries_of(CustomerKey(position)) {
            if let Some(group) = entry.group {
                *sums.entry(group).or_default() += entry.amount;
            }
        }
        for (group, sum) in sums.into_iter().filter(|(_, sum)| !sum.is_zero()) {
            if ledger.letters(group).is_some_and(|letters| !letters.contains(char::is_lowercase)) {
                count += 1;
                gap += sum.abs();
            }
        }
    }
    (count > 0).then_some((count, gap))
}
