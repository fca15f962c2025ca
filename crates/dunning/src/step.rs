//! One step of a scenario: when it falls, by what means, how firmly, and what it may claim.

use crate::Channel;
use analysis::risk::PayerClass;
use values::{Amount, Days};

/// What a step counts its days from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The day payment is due.
    DueDate,
    /// The invoice date.
    InvoiceDate,
    /// The contact of the step before; never for the first step.
    PreviousAction,
    /// The day a promise was broken.
    PromiseDate,
}

/// Days counted from an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// How many; negative before the anchor.
    pub days: Days,
    /// Days on which the firm works, instead of calendar days.
    pub business: bool,
    /// Then to the end of that month.
    pub end_of_month: bool,
}

impl Offset {
    /// Calendar days.
    pub const fn days(days: i32) -> Offset {
        Offset { days: Days(days), business: false, end_of_month: false }
    }
}

/// How firm a step is, from a service message to handing the file over (domain.md 9.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Before the due date: thanks, and what is needed to pay.
    Service,
    /// Assumes an oversight.
    Courtesy,
    /// Firm and factual.
    Reminder,
    /// A conversation.
    Dialogue,
    /// Offers an arrangement.
    Proposal,
    /// The last amicable message.
    LastNotice,
    /// A formal notice to pay.
    Formal,
    /// The file leaves for an agency or a court.
    HandOver,
}

impl Tone {
    /// Every tone, softest first.
    pub const ALL: [Tone; 8] = [
        Tone::Service,
        Tone::Courtesy,
        Tone::Reminder,
        Tone::Dialogue,
        Tone::Proposal,
        Tone::LastNotice,
        Tone::Formal,
        Tone::HandOver,
    ];

    /// Its name in a policy.
    pub const fn key(self) -> &'static str {
        match self {
            Tone::Service => "service",
            Tone::Courtesy => "courtesy",
            Tone::Reminder => "reminder",
            Tone::Dialogue => "dialogue",
            Tone::Proposal => "proposal",
            Tone::LastNotice => "last-notice",
            Tone::Formal => "formal",
            Tone::HandOver => "hand-over",
        }
    }

    /// A threat of law: never a first contact, never before the steps that lead to it.
    pub fn is_formal(self) -> bool {
        self >= Tone::Formal
    }
}

/// A means of contact with the text it uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// By what means.
    pub channel: Channel,
    /// The text.
    pub template: String,
}

/// A step taken again while nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Days from one to the next.
    pub every: Days,
    /// How often at most, the first time not counted.
    pub times: u32,
}

/// What there must be at least at a level for the level to be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Floor {
    /// Minor units of the items at this level.
    pub amount: Amount,
    /// Their part of all that the customer owes, in percent.
    pub percent: u8,
}

/// A fee of a step, beside what the law grants. Unlawful in France beyond the indemnity: off unless written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fee {
    /// Minor units, whatever is asked.
    pub amount: Amount,
    /// Hundredths of a percent of what is asked.
    pub basis_points: u32,
    /// What it is counted on.
    pub per: FeeBasis,
}

/// What a fee is counted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeBasis {
    /// One per message, on what the message asks for.
    Message,
    /// One per overdue item, on what remains of it.
    Remaining,
    /// One per overdue item, on what it was written for.
    Original,
}

/// A range, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T> {
    /// From this on.
    pub from: Option<T>,
    /// Up to this.
    pub to: Option<T>,
}

impl<T> Default for Range<T> {
    fn default() -> Range<T> {
        Range { from: None, to: None }
    }
}

impl<T: PartialOrd + Copy> Range<T> {
    /// Whether a value is in it.
    pub fn holds(&self, value: T) -> bool {
        self.from.is_none_or(|from| value >= from) && self.to.is_none_or(|to| value <= to)
    }

    /// Neither end is set.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Nothing can be in it.
    pub fn is_empty(&self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if from > to)
    }
}

/// When a step applies; all of it must hold. A step that does not apply is passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// Days late of the item.
    pub days_late: Range<i32>,
    /// What the customer owes that is overdue, or all it owes while nothing is, credits deducted.
    pub amount: Range<Amount>,
    /// How many items that is.
    pub items: Range<u32>,
    /// Segments; any where empty.
    pub segments: Vec<String>,
    /// Classes of payers; any where empty.
    pub classes: Vec<PayerClass>,
    /// Score of risk.
    pub risk: Range<u8>,
    /// Promises the customer broke.
    pub broken_promises: Range<u32>,
}

impl Condition {
    /// It always holds.
    pub fn is_open(&self) -> bool {
        let Condition { days_late, amount, items, segments, classes, risk, broken_promises } = self;
        let (lists, ranges) = (segments.is_empty() && classes.is_empty(), days_late.is_open() && amount.is_open());
        lists && ranges && items.is_open() && risk.is_open() && broken_promises.is_open()
    }
}

/// One step of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Stable identifier, unique in the scenario.
    pub id: String,
    /// Name in French and in English.
    pub name: [String; 2],
    /// What its days count from.
    pub anchor: Anchor,
    /// When it falls.
    pub offset: Offset,
    /// By what means, the first that reaches the customer; never empty.
    pub routes: Vec<Route>,
    /// How firm it is.
    pub tone: Tone,
    /// Late-payment interest is claimed.
    pub claims_interest: bool,
    /// The recovery indemnity is claimed.
    pub claims_indemnity: bool,
    /// A person must approve it.
    pub approval: bool,
    /// The new deadline it grants: no later step falls before it has passed.
    pub deadline: Option<Offset>,
    /// Taken again.
    pub repeat: Option<Repeat>,
    /// What there must be at least.
    pub floor: Floor,
    /// When it applies.
    pub when: Condition,
    /// A fee.
    pub fee: Option<Fee>,
}

impl Step {
    /// A step before the due date: it says what will be due, and makes no sense once it is late.
    pub fn is_before_due(&self) -> bool {
        self.anchor == Anchor::DueDate && self.offset.days.0 <= 0 && !self.offset.end_of_month
    }

    /// By what means unless it does not reach the customer.
    pub fn channel(&self) -> Channel {
        match self.routes.first() {
            Some(route) => route.channel,
            None => unreachable!("a policy is refused where a step has no route"),
        }
    }
}
