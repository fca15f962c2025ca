//! Documents that stand twice: in one account, or one number in two accounts. Within an account lines are compared
//! where the amount is the same, across accounts where the number is: never all with all.

use crate::Check;
use crate::finding::{Detail, Evidence, Findings};
use crate::lines::Line;
use crate::number;
use crate::score::{Criterion, Scores};
use ledger::{CustomerKey, EntryKind};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Day, Source};

/// Days on which an amount is invoiced to a customer from which it is a subscription, not a slip.
const SUBSCRIPTION_DAYS: usize = 3;
/// Days between two documents of nearly one number beyond which numbering has begun again.
const NEAR_DAYS_MAX: i32 = 366;
/// Numbers shared by several accounts, in percent, from which the book numbers by account.
const SHARED_MAX_PERCENT: usize = 5;

/// A document as far as it is compared.
#[derive(Clone, Debug)]
struct Document<'a> {
    line: &'a Line,
    key: String,
}

/// What is compared across accounts: gathered customer by customer.
#[derive(Debug, Default)]
pub(crate) struct Numbers(Vec<Numbered>);

#[derive(Debug)]
struct Numbered {
    key: String,
    customer: CustomerKey,
    document: String,
    amount: Amount,
    day: Day,
    source: Source,
}

/// Compares the documents of one customer, and keeps their numbers for [`Numbers::across`].
pub(crate) fn check(lines: &[Line], numbers: &mut Numbers, findings: &mut Findings, scores: &mut Scores) {
    let documents: Vec<Document<'_>> = lines
        .iter()
        .filter(|line| is_document(line) && !line.entry.amount.is_zero())
        .map(|line| Document { line, key: number::key(&line.document) })
        .collect();
    let mut by_amount: BTreeMap<Amount, Vec<&Document<'_>>> = BTreeMap::new();
    for document in &documents {
        by_amount.entry(document.line.entry.amount).or_default().push(document);
    }
    let mut twice: BTreeSet<Source> = BTreeSet::new();
    for same in by_amount.values().filter(|same| same.len() > 1) {
        compare_numbers(same, &mut twice, findings);
        compare_days(same, &twice, findings);
    }
    for document in &documents {
        let entry = &document.line.entry;
        let affected = if twice.contains(&entry.source) { entry.amount } else { Amount::ZERO };
        let place = (entry.customer, entry.source.file);
        scores.amount(Criterion::DuplicateItems, place, affected, entry.amount);
    }
    numbers.0.extend(documents.into_iter().filter(|document| has_weight(&document.key)).map(|document| Numbered {
        key: document.key,
        customer: document.line.entry.customer,
        document: document.line.document.clone(),
        amount: document.line.entry.amount,
        day: document.line.entry.day,
        source: document.line.entry.source,
    }));
}

fn is_document(line: &Line) -> bool {
    matches!(line.entry.kind, EntryKind::Invoice | EntryKind::CreditNote)
}

/// A number of one or two signs identifies nothing.
fn has_weight(key: &str) -> bool {
    key.len() >= 3
}

/// Documents of one amount under one number: the same line twice, or a number retyped.
fn compare_numbers(same: &[&Document<'_>], twice: &mut BTreeSet<Source>, findings: &mut Findings) {
    let mut numbered: Vec<&&Document<'_>> = same.iter().filter(|document| !document.key.is_empty()).collect();
    numbered.sort_by(|a, b| {
        let order = |document: &Document<'_>| (document.line.entry.day, document.line.entry.source);
        a.key.cmp(&b.key).then_with(|| order(a).cmp(&order(b)))
    });
    for (first, second) in numbered.iter().zip(numbered.iter().skip(1)) {
        let (one, other) = (&first.line.entry, &second.line.entry);
        let apart = (other.day - one.day).0.abs();
        if first.key != second.key || apart > NEAR_DAYS_MAX || are_instalments(first.line, second.line) {
            continue;
        }
        let exact = first.line.document.trim() == second.line.document.trim() && one.day == other.day;
        let check = if exact { Check::ItemTwice } else { Check::ItemNear };
        twice.insert(other.source);
        findings.add(check, evidence(second.line, first.line));
    }
}

/// One number, one day, two due days: an invoice to be paid in several parts.
fn are_instalments(one: &Line, other: &Line) -> bool {
    one.document == other.document && one.entry.day == other.entry.day && one.entry.due_day != other.entry.due_day
}

/// Documents of one amount on one day under two numbers, unless the amount is invoiced again and again.
fn compare_days(same: &[&Document<'_>], twice: &BTreeSet<Source>, findings: &mut Findings) {
    let mut days: BTreeMap<Day, Vec<&Document<'_>>> = BTreeMap::new();
    for document in same.iter().filter(|document| !twice.contains(&document.line.entry.source)) {
        days.entry(document.line.entry.day).or_default().push(document);
    }
    if days.len() >= SUBSCRIPTION_DAYS {
        return;
    }
    for documents in days.values() {
        let Some((first, others)) = documents.split_first() else { continue };
        for other in others.iter().filter(|other| !are_instalments(first.line, other.line)) {
            findings.add(Check::SameAmountSameDay, evidence(other.line, first.line));
        }
    }
}

fn evidence(line: &Line, twin: &Line) -> Evidence {
    Evidence {
        customer: line.entry.customer,
        document: line.document.clone(),
        source: line.entry.source,
        amount: Some(line.entry.amount),
        detail: Detail::Twin {
            customer: twin.entry.customer,
            document: twin.document.clone(),
            source: twin.entry.source,
        },
    }
}

impl Numbers {
    /// Numbers that stand in several accounts. Where many do, the book numbers by account, and only documents of one
    /// amount and day are said.
    pub(crate) fn across(mut self, findings: &mut Findings, scores: &mut Scores) {
        self.0.sort_by(|a, b| a.key.cmp(&b.key).then_with(|| a.source.cmp(&b.source)));
        let of_several =
            |run: &&[Numbered]| run.windows(2).any(|pair| matches!(pair, [a, b] if a.customer != b.customer));
        let runs = self.0.chunk_by(|a, b| a.key == b.key);
        let (mut keys, mut shared) = (0_usize, 0_usize);
        for run in runs.clone() {
            keys += 1;
            shared += usize::from(of_several(&run));
        }
        let by_account = keys >= 20 && shared * 100 > keys * SHARED_MAX_PERCENT;
        for run in runs.filter(of_several) {
            let Some((first, others)) = run.split_first() else { continue };
            for other in others.iter().filter(|other| other.customer != first.customer) {
                if by_account && (other.amount != first.amount || other.day != first.day) {
                    continue;
                }
                scores.amount(
                    Criterion::DuplicateItems,
                    (other.customer, other.source.file),
                    other.amount,
                    Amount::ZERO,
                );
                findings.add(Check::NumberOtherCustomer, other.evidence(first));
            }
        }
    }
}

impl Numbered {
    fn evidence(&self, twin: &Numbered) -> Evidence {
        Evidence {
            customer: self.customer,
            document: self.document.clone(),
            source: self.source,
            amount: Some(self.amount),
            detail: Detail::Twin { customer: twin.customer, document: twin.document.clone(), source: twin.source },
        }
    }
}
