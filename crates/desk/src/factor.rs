//! Which items a factor would finance, item by item, and why not: what is excluded whole, then what credits and a limit
//! for one customer take off the latest due.

use dunning::Hold;
use ledger::{AccountClass, CustomerKey, EntryKey, EntryKind, OpenItem, OpenItems};
use std::collections::BTreeMap;
use values::{Amount, Arrange};

/// The terms of a factor. They differ from one contract to the next: these are common ones, told with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactorTerms {
    /// Days late beyond which an item is not financed.
    pub overdue_days: i32,
    /// Share of the whole that one customer may be, in percent.
    pub concentration_percent: u32,
}

impl Default for FactorTerms {
    fn default() -> FactorTerms {
        FactorTerms { overdue_days: 60, concentration_percent: 25 }
    }
}

/// Why an item is not financed, or not in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotFinanced {
    /// It is no invoice: a payment, a credit note, an opening balance.
    NoInvoice,
    /// It has no due date.
    NoDueDay,
    /// It is older than the contract allows.
    TooLate,
    /// It is disputed.
    Disputed,
    /// Its customer is a public body.
    PublicBody,
    /// Its customer is in insolvency proceedings.
    Insolvent,
    /// It is sold already.
    Sold,
    /// It has been handed over, or is doubtful.
    HandedOver,
    /// It is held back by the customer, or not invoiced yet.
    NotDueYet,
    /// Credits of the customer are taken off it.
    Credits,
    /// Its customer is too large a part of the whole.
    Concentration,
}

impl NotFinanced {
    /// Stable identifier of its words.
    pub const fn key(self) -> &'static str {
        match self {
            NotFinanced::NoInvoice => "no-invoice",
            NotFinanced::NoDueDay => "no-due-day",
            NotFinanced::TooLate => "too-late",
            NotFinanced::Disputed => "disputed",
            NotFinanced::PublicBody => "public-body",
            NotFinanced::Insolvent => "insolvent",
            NotFinanced::Sold => "sold",
            NotFinanced::HandedOver => "handed-over",
            NotFinanced::NotDueYet => "retention",
            NotFinanced::Credits => "credits",
            NotFinanced::Concentration => "concentration",
        }
    }
}

/// What of an item is financed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Financed {
    /// The item.
    pub entry: EntryKey,
    /// What is financed of it: from nothing to what is open.
    pub amount: Amount,
    /// Why it is not all, in order.
    pub reasons: Vec<NotFinanced>,
}

/// Every open item, in the order of the open items.
pub fn financed(
    open: &OpenItems,
    terms: FactorTerms,
    is_public: impl Fn(CustomerKey) -> bool,
    holds: impl Fn(EntryKey) -> Vec<Hold>,
) -> Vec<Financed> {
    let mut items: Vec<Financed> = open
        .items
        .iter()
        .map(|item| {
            let reasons = excluded(item, open, terms, is_public(item.customer), &holds(item.entry));
            let amount = if reasons.is_empty() { item.residual.debit_part() } else { Amount::ZERO };
            Financed { entry: item.entry, amount, reasons }
        })
        .collect();
    let mut places: BTreeMap<CustomerKey, Vec<usize>> = BTreeMap::new();
    for (at, item) in open.items.iter().enumerate() {
        places.entry(item.customer).or_default().push(at);
    }
    for own in places.values_mut() {
        // The latest due goes first: what is left is what is paid soonest.
        own.arrange_by_key(|at| std::cmp::Reverse(open.items.get(*at).map(|item| (item.due_day, item.entry))));
        let credits: Amount =
            own.iter().filter_map(|at| open.items.get(*at)).map(|item| item.residual.credit_part()).sum();
        take_off(&mut items, own, -credits, NotFinanced::Credits);
    }
    let all: Amount = items.iter().map(|item| item.amount).sum();
    let most = Amount::from_minor(share(all.minor(), terms.concentration_percent));
    // With fewer customers than shares, a limit would exclude everybody.
    let customers = places.values().filter(|own| sum(&items, own).is_debit()).count() as u32;
    if customers.saturating_mul(terms.concentration_percent) > 100 {
        for own in places.values() {
            let above = (sum(&items, own) - most).debit_part();
            take_off(&mut items, own, above, NotFinanced::Concentration);
        }
    }
    items
}

fn share(minor: i64, percent: u32) -> i64 {
    i64::try_from(i128::from(minor) * i128::from(percent) / 100).unwrap_or(minor)
}

fn sum(items: &[Financed], own: &[usize]) -> Amount {
    own.iter().filter_map(|at| items.get(*at)).map(|item| item.amount).sum()
}

fn take_off(items: &mut [Financed], own: &[usize], amount: Amount, why: NotFinanced) {
    let mut left = amount;
    for at in own {
        let Some(item) = items.get_mut(*at) else { continue };
        let part = left.min(item.amount);
        if part.is_debit() {
            item.amount -= part;
            left -= part;
            item.reasons.push(why);
        }
    }
}

fn excluded(
    item: &OpenItem,
    open: &OpenItems,
    terms: FactorTerms,
    is_public: bool,
    holds: &[Hold],
) -> Vec<NotFinanced> {
    let mut reasons = Vec::new();
    if item.kind != EntryKind::Invoice || !item.residual.is_debit() {
        reasons.push(NotFinanced::NoInvoice);
        return reasons;
    }
    match item.days_late(open.as_of) {
        None => reasons.push(NotFinanced::NoDueDay),
        Some(days) if days.0 > terms.overdue_days => reasons.push(NotFinanced::TooLate),
        Some(_) => {}
    }
    if item.disputed || holds.iter().any(|hold| matches!(hold, Hold::Disputed { .. })) {
        reasons.push(NotFinanced::Disputed);
    }
    if is_public {
        reasons.push(NotFinanced::PublicBody);
    }
    for hold in holds {
        reasons.extend(match hold {
            Hold::Insolvent { .. } => Some(NotFinanced::Insolvent),
            Hold::Factored => Some(NotFinanced::Sold),
            Hold::HandedOver { .. } => Some(NotFinanced::HandedOver),
            Hold::Excluded
            | Hold::Blocked { .. }
            | Hold::Disputed { .. }
            | Hold::PlanRespected { .. }
            | Hold::Promised { .. } => None,
        });
    }
    reasons.extend(match item.account_class {
        AccountClass::Doubtful => Some(NotFinanced::HandedOver),
        AccountClass::Retention | AccountClass::Accrued => Some(NotFinanced::NotDueYet),
        AccountClass::Receivable
        | AccountClass::BillsReceivable
        | AccountClass::Advances
        | AccountClass::CreditNotesToIssue => None,
    });
    reasons.arrange();
    reasons.dedup();
    reasons
}
