//! The plan: one contact per customer at the level of its most advanced item, day by day over a horizon, as if
//! nothing were paid meanwhile. Every open item ends in an action or in one non-action.

use crate::eligibility::due_day_if_eligible;
use crate::policy::Policy;
use ledger::{AccountClass, CustomerKey, EntryKey, OpenItem, OpenItems};
use values::{Amount, AsOf, Day, Days};

/// A contact already made: what the plan must not repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who was contacted.
    pub customer: CustomerKey,
    /// When.
    pub day: Day,
}

/// The dated list of contacts, and of those left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day everything is computed for.
    pub as_of: AsOf,
    /// Days planned after it.
    pub horizon: Days,
    /// By day, then the most advanced step first, then customer.
    pub actions: Vec<Action>,
    /// By customer, then item.
    pub non_actions: Vec<NonAction>,
}

/// One contact with one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Whom.
    pub customer: CustomerKey,
    /// When.
    pub day: Day,
    /// Position of the step in the policy.
    pub step: usize,
    /// What it is about, oldest due first.
    pub items: Vec<ActionItem>,
    /// The customer's credits, deducted: zero or less.
    pub credits: Amount,
    /// Sum of the items claimed and of the credits: above zero.
    pub amount: Amount,
    /// The item whose new step makes the contact.
    pub cause: EntryKey,
    /// Why that step falls on that day.
    pub trigger: Trigger,
}

impl Action {
    /// Whether an item is asked for, or only announced: once something is overdue, only what is overdue is claimed.
    pub fn claims(&self, line: &ActionItem) -> bool {
        line.is_overdue() || !self.items.iter().any(ActionItem::is_overdue)
    }
}

impl ActionItem {
    /// Past its due date on the action's day.
    pub fn is_overdue(&self) -> bool {
        self.days_late.0 > 0
    }
}

/// An item of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionItem {
    /// The open item.
    pub item: OpenItem,
    /// Its due day.
    pub due_day: Day,
    /// Days late on the action's day; negative before it is due.
    pub days_late: Days,
}

/// Why a contact falls on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The step falls on that very day.
    OnItsDay,
    /// The step fell before the as-of day and no contact is known since.
    CatchUp {
        /// The day the step fell.
        reached: Day,
    },
    /// The step was put off to keep a distance to the last contact.
    PutOff {
        /// The day the step fell.
        reached: Day,
        /// The distance.
        distance: Days,
    },
    /// The step fell when there was too little to ask for.
    Held {
        /// The day the step fell.
        reached: Day,
    },
}

/// An item left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NonAction {
    /// Whose.
    pub customer: CustomerKey,
    /// Which.
    pub item: OpenItem,
    /// Why.
    pub reason: Reason,
}

/// Why an item is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No step of the scenario falls within the horizon.
    NotDue {
        /// The day of the first step.
        first_step: Day,
    },
    /// Its last step is done.
    AlreadyContacted {
        /// The day of the last contact.
        last_contact: Day,
    },
    /// The next step falls too soon after the last contact.
    TooSoon {
        /// The first day it may be contacted again.
        until: Day,
        /// The distance to keep to the last contact.
        distance: Days,
    },
    /// The customer disputes it.
    Disputed,
    /// It stands in an account that ordinary reminders leave alone: doubtful, a bill, held back, not yet invoiced.
    OtherAccount {
        /// Which.
        class: AccountClass,
    },
    /// Nothing tells when it is due.
    NoDueDate,
    /// It is a credit note or a payment: nothing to ask for.
    Credit,
    /// The customer's credits cover what it owes.
    NetCredit {
        /// What could be asked for.
        debts: Amount,
        /// The credits, zero or less.
        credits: Amount,
    },
    /// Too little to bother the customer.
    BelowMinimum {
        /// What could be asked for, credits deducted.
        amount: Amount,
        /// The policy's minimum.
        minimum: Amount,
    },
}

/// Plans the contacts of every customer from the as-of day to the end of the horizon.
pub fn plan(policy: &Policy, as_of: AsOf, horizon: Days, open: &OpenItems, contacts: &[Contact]) -> Plan {
    let mut actions = Vec::new();
    let mut non_actions = Vec::new();
    for (customer, items) in open.by_customer() {
        let known = contacts.iter().filter(|contact| contact.customer == customer && contact.day <= as_of.day());
        let mut account = Account::new(policy, customer, items, known);
        for offset in 0..=horizon.0 {
            actions.extend(account.contact_on(policy, as_of.day() + Days(offset), as_of));
        }
        non_actions.extend(account.left_alone(policy, as_of, horizon));
    }
    actions.sort_by_key(|action: &Action| (action.day, std::cmp::Reverse(action.step), action.customer));
    Plan { as_of, horizon, actions, non_actions }
}

/// One customer's items while the days go by.
struct Account<'a> {
    customer: CustomerKey,
    dunnable: Vec<Candidate<'a>>,
    excluded: Vec<(&'a OpenItem, Reason)>,
    credits: Amount,
    last_contact: Option<Day>,
    /// Position of the step of the last contact.
    last_step: Option<usize>,
    /// Why the last attempt came to nothing, for the items still without an action at the end.
    refusal: Option<Reason>,
}

struct Candidate<'a> {
    item: &'a OpenItem,
    due_day: Day,
    /// Position of the last step done, by a known contact or a planned one.
    done: Option<usize>,
    planned: bool,
}

impl<'a> Account<'a> {
    fn new<'c>(
        policy: &Policy,
        customer: CustomerKey,
        items: &'a [OpenItem],
        contacts: impl Iterator<Item = &'c Contact>,
    ) -> Account<'a> {
        let last_contact = contacts.map(|contact| contact.day).max();
        let mut dunnable = Vec::new();
        let mut excluded = Vec::new();
        for item in items {
            match due_day_if_eligible(item) {
                Ok(due_day) => {
                    // A contact covered whatever step the item had reached that day.
                    let done = last_contact.and_then(|day| policy.step_reached(day - due_day));
                    dunnable.push(Candidate { item, due_day, done, planned: false });
                }
                Err(reason) => excluded.push((item, reason)),
            }
        }
        dunnable.sort_by_key(|candidate| (candidate.due_day, candidate.item.day, candidate.item.entry));
        let credits = items.iter().map(|item| item.residual.credit_part()).sum();
        // A known contact was made at the level of the most advanced item, as a planned one is.
        let last_step = dunnable.iter().filter_map(|candidate| candidate.done).max();
        Account { customer, dunnable, excluded, credits, last_contact, last_step, refusal: None }
    }

    fn contact_on(&mut self, policy: &Policy, day: Day, as_of: AsOf) -> Option<Action> {
        let (step, cause, reached) = self.step_due_on(policy, day)?;
        let distance = self.distance_to_keep(policy, step);
        if let Some(until) = self.last_contact.map(|last| last + distance).filter(|until| day < *until) {
            self.refusal = Some(Reason::TooSoon { until, distance });
            return None;
        }
        let debts = self.claimed(policy, day);
        let amount = debts + self.credits;
        if !amount.is_debit() {
            self.refusal = Some(Reason::NetCredit { debts, credits: self.credits });
            return None;
        }
        if amount < policy.minimum_amount {
            self.refusal = Some(Reason::BelowMinimum { amount, minimum: policy.minimum_amount });
            return None;
        }
        let trigger = match reached {
            reached if reached == day => Trigger::OnItsDay,
            reached if day == as_of.day() => Trigger::CatchUp { reached },
            reached => match self.refusal {
                Some(Reason::TooSoon { distance, .. }) => Trigger::PutOff { reached, distance },
                _ => Trigger::Held { reached },
            },
        };
        let items = self.cover(policy, day);
        self.last_contact = Some(day);
        self.last_step = Some(step);
        self.refusal = None;
        Some(Action { customer: self.customer, day, step, items, credits: self.credits, amount, cause, trigger })
    }

    /// Days to let pass since the last contact: more where it was at the same step. A reminder before the due date is
    /// about other invoices each time, so it may come as often as contacts may.
    fn distance_to_keep(&self, policy: &Policy, step: usize) -> Days {
        let same_step = self.last_step == Some(step) && policy.step(step).offset.0 > 0;
        let repeat = if same_step { policy.days_before_repeat } else { Days(0) };
        policy.days_between_contacts.max(repeat)
    }

    /// What would be asked for on a day: what is overdue, or else all that has reached a step.
    fn claimed(&self, policy: &Policy, day: Day) -> Amount {
        let concerned =
            || self.dunnable.iter().filter(|candidate| policy.step_reached(day - candidate.due_day).is_some());
        let overdue: Amount =
            concerned().filter(|candidate| candidate.due_day < day).map(|candidate| candidate.item.residual).sum();
        if overdue.is_debit() { overdue } else { concerned().map(|candidate| candidate.item.residual).sum() }
    }

    /// The most advanced step among all items, once one of them has reached a step not done yet; and, of those, the
    /// item that has gone furthest, with the day it reached its own step.
    fn step_due_on(&self, policy: &Policy, day: Day) -> Option<(usize, EntryKey, Day)> {
        let reached = |candidate: &Candidate<'_>| policy.step_reached(day - candidate.due_day);
        let fresh = self.dunnable.iter().filter(|candidate| reached(candidate) > candidate.done);
        // Oldest due first, so the first of the highest step is the most advanced.
        let cause = fresh.rev().max_by_key(|candidate| reached(candidate))?;
        let cause_day = cause.due_day + policy.step(reached(cause)?).offset;
        let step = self.dunnable.iter().filter_map(reached).max()?;
        Some((step, cause.item.entry, cause_day))
    }

    /// Marks the concerned items as covered by a contact of that day and lists them.
    fn cover(&mut self, policy: &Policy, day: Day) -> Vec<ActionItem> {
        let mut items = Vec::new();
        for candidate in &mut self.dunnable {
            let days_late = day - candidate.due_day;
            let Some(step) = policy.step_reached(days_late) else { continue };
            candidate.done = Some(step);
            candidate.planned = true;
            items.push(ActionItem { item: candidate.item.clone(), due_day: candidate.due_day, days_late });
        }
        items
    }

    fn left_alone(self, policy: &Policy, as_of: AsOf, horizon: Days) -> Vec<NonAction> {
        let last_day = as_of.day() + horizon;
        let mut left: Vec<(&OpenItem, Reason)> = self.excluded;
        for candidate in self.dunnable.iter().filter(|candidate| !candidate.planned) {
            let first_step = candidate.due_day + policy.step(0).offset;
            let reason = match (self.refusal, self.last_contact) {
                _ if first_step > last_day => Reason::NotDue { first_step },
                (Some(refusal), _) => refusal,
                (None, Some(last_contact)) => Reason::AlreadyContacted { last_contact },
                (None, None) => Reason::NotDue { first_step },
            };
            left.push((candidate.item, reason));
        }
        left.sort_by_key(|(item, _)| (item.day, item.entry));
        let customer = self.customer;
        left.into_iter().map(|(item, reason)| NonAction { customer, item: item.clone(), reason }).collect()
    }
}
