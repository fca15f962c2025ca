//! The plan: contacts day by day over a horizon, as if nothing were paid meanwhile. Every open item ends in an action
//! or in one non-action.

use crate::account::{Account, Known, Life};
use crate::work_days::OpenDays;
use crate::{Channel, Claim, Policy, Reason, Resolved};
use analysis::risk::PayerClass;
use ledger::{CustomerKey, EntryKey, Ledger, OpenItem, OpenItems};
use std::collections::BTreeMap;
use values::{Amount, Arrange, AsOf, Day, Days};

/// The means by which a customer can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reachable {
    channels: u8,
}

impl Reachable {
    /// By any means.
    pub const ANY: Reachable = Reachable { channels: u8::MAX };
    /// By a note to a colleague alone.
    pub const NONE: Reachable = Reachable { channels: 1 << Channel::Internal as u8 };

    /// By this means too.
    pub const fn with(self, channel: Channel) -> Reachable {
        Reachable { channels: self.channels | 1 << channel as u8 }
    }

    /// Whether by this means.
    pub const fn by(self, channel: Channel) -> bool {
        self.channels & (1 << channel as u8) != 0
    }
}

/// What is known about a customer, beside its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Position of the segment's rule in the policy; `None` where the policy has no segments.
    pub segment: Option<usize>,
    /// A scenario of its own, by position, whatever its segment.
    pub scenario: Option<usize>,
    /// Score of risk, 0 to 100.
    pub risk: u8,
    /// Class of payer.
    pub class: Option<PayerClass>,
    /// How it can be reached.
    pub reachable: Reachable,
}

impl Default for Profile {
    fn default() -> Profile {
        Profile { segment: None, scenario: None, risk: 0, class: None, reachable: Reachable::ANY }
    }
}

/// Everything a plan is made from, beside the policy.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// What is open on the as-of day.
    pub open: &'a OpenItems,
    /// What is known about the customers, by key; nothing about those beyond its end.
    pub profiles: &'a [Profile],
    /// Items with a scenario of their own.
    pub assigned: &'a BTreeMap<EntryKey, usize>,
    /// What people recorded.
    pub people: &'a Resolved,
    /// Interest and indemnity on a day of an item of which its residual is asked for: a pure function.
    pub claim: &'a dyn Fn(&OpenItem, Day) -> Claim,
}

impl Situation<'_> {
    /// What is known about a customer.
    pub(crate) fn known(&self, customer: CustomerKey) -> Known {
        let profile = self.profiles.get(customer.0 as usize).copied().unwrap_or_default();
        Known { profile, standing: self.people.standings.get(&customer).copied().unwrap_or_default() }
    }
}

/// The dated list of contacts, and of those left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day everything is computed for.
    pub as_of: AsOf,
    /// Days planned after it.
    pub horizon: Days,
    /// By day, then the firmest step first, then customer.
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
    /// Position of the segment's rule in the policy.
    pub segment: Option<usize>,
    /// Position of the scenario in the policy.
    pub scenario: usize,
    /// Position of the step in the scenario.
    pub step: usize,
    /// By what means.
    pub channel: Channel,
    /// The text.
    pub template: String,
    /// What it is about, oldest due first.
    pub items: Vec<ActionItem>,
    /// The customer's credits, deducted: zero or less.
    pub credits: Amount,
    /// Its credits, listed and not deducted: zero or less.
    pub listed_credits: Amount,
    /// Sum of the items claimed and of the credits deducted: above zero.
    pub amount: Amount,
    /// Late-payment interest, where the step claims it.
    pub interest: Amount,
    /// Recovery indemnity, where the step claims it.
    pub indemnity: Amount,
    /// The fee of the step, beside the amount.
    pub fee: Amount,
    /// The item whose new step makes the contact.
    pub cause: EntryKey,
    /// The day that step fell.
    pub reached: Day,
    /// What tells contacts of one step, day and customer apart: 1 unless several fall together.
    pub number: u32,
    /// Why that step falls on that day.
    pub trigger: Trigger,
    /// The last day of the new deadline it grants.
    pub deadline: Option<Day>,
    /// Whether a person must look at it first.
    pub review: ReviewState,
}

/// An item of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionItem {
    /// The open item.
    pub item: OpenItem,
    /// What is asked of it: what remains, less what is disputed or promised.
    pub asked: Amount,
    /// Its due day.
    pub due_day: Day,
    /// Days late on the action's day; negative before it is due.
    pub days_late: Days,
}

impl Action {
    /// Whether an item is asked for, or only announced: once something is overdue, only what is overdue is claimed.
    pub fn claims(&self, line: &ActionItem) -> bool {
        line.is_overdue() || !self.items.iter().any(ActionItem::is_overdue)
    }

    /// Stable: the day its step fell, the step, the currency and the customer, which together name one contact
    /// whatever the day it is asked about.
    pub fn id(&self, policy: &Policy, ledger: &Ledger) -> String {
        let step = &policy.step(self).id;
        let id = format!("{}/{step}/{}/{}", self.reached, ledger.currency(), ledger.customer(self.customer).id);
        if self.number > 1 { format!("{id}/{}", self.number) } else { id }
    }
}

impl ActionItem {
    /// Past its due date on the action's day.
    pub fn is_overdue(&self) -> bool {
        self.days_late.0 > 0
    }
}

/// Whether a person must look at an action before it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// It may leave.
    NotNeeded,
    /// The step asks for it.
    StepAsks,
    /// The amount is above the limit.
    AboveCeiling {
        /// The limit.
        ceiling: Amount,
    },
    /// A person approved it, or changed its means or its text.
    Approved,
}

/// Why a contact falls on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The step falls on that very day.
    OnItsDay,
    /// The step falls on a day off and was moved.
    Moved {
        /// The day the step fell.
        reached: Day,
    },
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
    /// The step fell when nothing could be asked for, or too little.
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

/// Plans the contacts of every customer from the as-of day to the end of the horizon.
pub fn plan(policy: &Policy, as_of: AsOf, horizon: Days, situation: &Situation<'_>) -> Plan {
    let setting = Setting::new(policy, as_of.day(), horizon, situation);
    let mut actions = Vec::new();
    let mut non_actions = Vec::new();
    for (customer, items) in situation.open.by_customer() {
        of_customer(&setting, customer, items, &mut actions, &mut non_actions);
    }
    sort(policy, &mut actions);
    Plan { as_of, horizon, actions, non_actions }
}

/// Plans one customer alone: its part of the whole plan, whatever the others owe or pay.
pub fn plan_customer(
    policy: &Policy,
    as_of: AsOf,
    horizon: Days,
    situation: &Situation<'_>,
    customer: CustomerKey,
) -> Plan {
    let setting = Setting::new(policy, as_of.day(), horizon, situation);
    let mut actions = Vec::new();
    let mut non_actions = Vec::new();
    let first = situation.open.items.partition_point(|item| item.customer < customer);
    let own = situation.open.items.get(first..).unwrap_or_default();
    let own = own.get(..own.partition_point(|item| item.customer == customer)).unwrap_or_default();
    of_customer(&setting, customer, own, &mut actions, &mut non_actions);
    sort(policy, &mut actions);
    Plan { as_of, horizon, actions, non_actions }
}

fn of_customer(
    setting: &Setting<'_>,
    customer: CustomerKey,
    items: &[OpenItem],
    actions: &mut Vec<Action>,
    non_actions: &mut Vec<NonAction>,
) {
    let lives = items.iter().map(|item| Life { item, opens: item.day, changes: &[] });
    let mut account = Account::new(setting, customer, lives);
    account.run(actions);
    account.left_alone(non_actions);
}

/// By day, then the firmest step first, then customer.
fn sort(policy: &Policy, actions: &mut [Action]) {
    actions.arrange_by_key(|action| {
        (action.day, std::cmp::Reverse((policy.step(action).tone, action.step)), action.customer, action.cause)
    });
}

/// What all accounts of one plan share.
pub(crate) struct Setting<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) situation: &'a Situation<'a>,
    pub(crate) open_days: OpenDays<'a>,
    pub(crate) first: Day,
    pub(crate) last: Day,
}

impl<'a> Setting<'a> {
    pub(crate) fn new(policy: &'a Policy, first: Day, horizon: Days, situation: &'a Situation<'a>) -> Setting<'a> {
        let open_days = OpenDays::new(&policy.working, first, horizon);
        Setting { policy, situation, open_days, first, last: first + horizon }
    }
}
