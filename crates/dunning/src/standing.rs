//! What may be asked of an item at all, and how much of it on a day: accounts that ordinary reminders leave alone,
//! and what people recorded about it.

use crate::{Hold, Reason};
use ledger::{AccountClass, OpenItem};
use values::{Amount, Day};

/// A part of an item that is not asked for.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) amount: Amount,
    /// The last day; `None` as far as one sees.
    pub(crate) until: Option<Day>,
    pub(crate) reason: Reason,
}

/// The due day of an item that reminders may be about, or why none is.
pub(crate) fn due_day(item: &OpenItem) -> Result<Day, Reason> {
    if item.residual.is_credit() {
        return Err(Reason::Credit);
    }
    match item.account_class {
        AccountClass::Receivable => item.due_day.ok_or(Reason::NoDueDate),
        class @ (AccountClass::Retention
        | AccountClass::BillsReceivable
        | AccountClass::Doubtful
        | AccountClass::Accrued
        | AccountClass::Advances
        | AccountClass::CreditNotesToIssue) => Err(Reason::OtherAccount { class }),
    }
}

/// The parts of an item held back, the weightiest first.
pub(crate) fn held(item: &OpenItem, holds: &[Hold]) -> Vec<Held> {
    let whole = item.residual;
    let mut parts: Vec<Held> = holds
        .iter()
        .map(|hold| match hold.clone() {
            Hold::Insolvent { since } => Held { amount: whole, until: None, reason: Reason::Insolvent { since } },
            Hold::HandedOver { stage } => Held { amount: whole, until: None, reason: Reason::HandedOver { stage } },
            Hold::Excluded => Held { amount: whole, until: None, reason: Reason::Excluded },
            Hold::Factored => Held { amount: whole, until: None, reason: Reason::Factored },
            Hold::Blocked { until, why } => Held { amount: whole, until, reason: Reason::Blocked { until, why } },
            Hold::Disputed { amount, since } => {
                Held { amount, until: None, reason: Reason::Disputed { amount, since: Some(since) } }
            }
            Hold::PlanRespected { next } => Held { amount: whole, until: None, reason: Reason::PlanRespected { next } },
            Hold::Promised { amount, until } => {
                Held { amount, until: Some(until), reason: Reason::Promised { amount, until } }
            }
        })
        .collect();
    let recorded = parts.iter().any(|part| matches!(part.reason, Reason::Disputed { .. }));
    if item.disputed && !recorded {
        parts.push(Held { amount: whole, until: None, reason: Reason::Disputed { amount: whole, since: None } });
    }
    parts
}
