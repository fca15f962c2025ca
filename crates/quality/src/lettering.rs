//! Match codes (lettrage) that do not say what the amounts say. Arithmetic decides; the case of the letters is the
//! convention it is compared with: capitals clear each other, lower case clears in part (domain.md 5.3).

use crate::Check;
use crate::finding::{Detail, Evidence, Findings};
use crate::lines::Line;
use crate::score::{Criterion, Scores};
use ledger::{EntryKind, Ledger, MatchGroup};
use std::collections::BTreeMap;
use values::Amount;

/// Groups that do not balance in their account: they may do across two.
#[derive(Debug, Default)]
pub(crate) struct Groups(Vec<Unbalanced>);

#[derive(Debug)]
struct Unbalanced {
    letters: String,
    gap: Amount,
    matched: Amount,
    evidence: Evidence,
    lines: u32,
}

/// Looks at the groups of one customer; those that do not balance wait for [`Groups::finish`].
pub(crate) fn check(
    ledger: &Ledger,
    lines: &[Line],
    waiting: &mut Groups,
    findings: &mut Findings,
    scores: &mut Scores,
) {
    let mut groups: BTreeMap<MatchGroup, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        if let Some(group) = line.entry.group {
            groups.entry(group).or_default().push(line);
        }
    }
    for (group, members) in groups {
        // An invoice and the payment written on its own row need no letters.
        let Some(letters) = ledger.letters(group) else { continue };
        let Some(first) = members.first() else { continue };
        let gap: Amount = members.iter().map(|line| line.entry.amount).sum();
        let matched: Amount = members.iter().map(|line| line.entry.amount.abs()).sum();
        let lower_case = letters.chars().any(char::is_lowercase);
        let evidence = Evidence {
            customer: first.entry.customer,
            document: first.document.clone(),
            source: first.entry.source,
            amount: Some(gap),
            detail: Detail::Group { letters: letters.clone(), lines: members.len() as u32 },
        };
        scores.amount(Criterion::Lettering, (first.entry.customer, first.entry.source.file), Amount::ZERO, matched);
        if paid_first(&members) {
            let paid = members.iter().map(|line| line.entry.amount.credit_part()).sum();
            findings.add(Check::PaidBeforeInvoice, Evidence { amount: Some(paid), ..evidence.clone() });
        }
        match (gap.is_zero(), lower_case) {
            (true, false) => {}
            (true, true) => findings.add(Check::GroupLowerCaseBalanced, Evidence { amount: Some(matched), ..evidence }),
            (false, _) => {
                waiting.0.push(Unbalanced { letters, gap, matched, evidence, lines: members.len() as u32 });
            }
        }
    }
}

/// Every payment came before the first invoice: a deposit, or a wrong date.
fn paid_first(members: &[&Line]) -> bool {
    let days = |kind: EntryKind| members.iter().filter(move |line| line.entry.kind == kind).map(|line| line.entry.day);
    match (days(EntryKind::Payment).max(), days(EntryKind::Invoice).min()) {
        (Some(paid), Some(invoiced)) => paid < invoiced,
        (Some(_) | None, _) => false,
    }
}

impl Groups {
    /// Says of each group that does not balance whether it does with its namesakes in other accounts, stands alone,
    /// is partial as its letters say, or is wrong.
    pub(crate) fn finish(mut self, findings: &mut Findings, scores: &mut Scores) {
        self.0.sort_by(|a, b| {
            let place = |group: &Unbalanced| (group.evidence.customer, group.evidence.source);
            a.letters.cmp(&b.letters).then_with(|| place(a).cmp(&place(b)))
        });
        for namesakes in self.0.chunk_by(|a, b| a.letters == b.letters) {
            let across = namesakes.len() > 1 && namesakes.iter().map(|group| group.gap).sum::<Amount>().is_zero();
            for group in namesakes {
                let lower_case = group.letters.chars().any(char::is_lowercase);
                let check = match (across, group.lines, lower_case) {
                    (true, _, _) => Check::GroupAcrossCustomers,
                    (false, 1, _) => Check::GroupSingle,
                    (false, _, true) => Check::GroupPartial,
                    (false, _, false) => Check::GroupUnbalanced,
                };
                if check.criterion().is_some() {
                    let place = (group.evidence.customer, group.evidence.source.file);
                    scores.amount(Criterion::Lettering, place, group.gap.abs().min(group.matched), Amount::ZERO);
                }
                findings.add(check, group.evidence.clone());
            }
        }
    }
}
