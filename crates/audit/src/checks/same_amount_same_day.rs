//! One customer, one amount, one day, two numbers; unless the amount is invoiced again and again.

use super::prelude::*;
use crate::account::Line;
use crate::documents::{self, are_instalments};
use std::collections::{BTreeMap, BTreeSet};
use values::{Gather, Source};

/// Days on which an amount is invoiced to a customer from which it is a subscription, not a slip.
const SUBSCRIPTION_DAYS: usize = 3;

pub(super) static CHECK: Check = Check {
    code: "same-amount-same-day",
    family: Family::Duplicates,
    severity: Severity::Low,
    thing: Thing::Entries,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let twice: BTreeSet<Source> = account.pairs.iter().map(|pair| pair.second.entry.source).gather();
    for same in documents::by_amount(&account.documents).values().filter(|same| same.len() > 1) {
        let mut days: BTreeMap<Day, Vec<&Line>> = BTreeMap::new();
        for line in same.iter().map(|document| document.line).filter(|line| !twice.contains(&line.entry.source)) {
            days.entry(line.entry.document_day).or_default().push(line);
        }
        if days.len() >= SUBSCRIPTION_DAYS {
            continue;
        }
        for lines in days.values() {
            let Some((first, others)) = lines.split_first() else { continue };
            for other in others.iter().filter(|other| !are_instalments(first, other)) {
                cases.add(other.evidence(first.as_twin()));
            }
        }
    }
}
