//! What a call leads to: one list of edits, made and taken back as one. Every outcome has one effect on the plan, and
//! what it needs to be told (a day, an amount) is asked for, never guessed.

use dunning::Channel;
use followup::{
    Block, BlockKind, Contact, Covered, DelayReason, Dispute, DisputeCategory, InstalmentPlan, Note, Operation,
    Outcome, Proceedings, Promise, Review, SplitError, Target, Verdict, split,
};
use rules::calendar::Calendar;
use text::Language;
use values::{Amount, Currency, Day, Days};

/// Calls tried in vain before the plan goes on in writing.
pub const TRIES_MAX: u32 = 3;
/// Working days to the next try.
const TRY_AGAIN: u32 = 2;
/// Working days for a copy of an invoice to arrive (features.md AC3).
const COPY: u32 = 3;
/// Working days for an approval, or for a transfer to show.
const PATIENCE: u32 = 5;
/// Terms of a plan where nobody says how many.
const TERMS: u32 = 3;

/// The call that was made.
#[derive(Clone, Debug)]
pub struct Called<'a> {
    /// Identifier of the customer.
    pub customer: &'a str,
    /// When.
    pub day: Day,
    /// By what means: a call, or a message returned.
    pub means: Channel,
    /// The action of the plan it carried out, and its step; none outside the plan.
    pub action: Option<(String, String)>,
    /// What it was about, each item with what may be asked of it.
    pub items: Vec<Covered>,
    /// Currency of the items.
    pub currency: Currency,
    /// Calls tried in vain before it.
    pub attempts: u32,
    /// The means by which the customer can be written to; none where no address is known.
    pub written: Option<Channel>,
    /// The number called.
    pub phone: &'a str,
}

/// What was said.
#[derive(Clone, Debug)]
pub struct Said {
    /// What came of the call.
    pub outcome: Outcome,
    /// Why the customer has not paid, where it said so.
    pub reason: Option<DelayReason>,
    /// An amount: promised, disputed.
    pub amount: Option<Amount>,
    /// A day: of the promise, of the payment run, to call again, of the first term, of the judgment.
    pub day: Option<Day>,
    /// Terms of a plan.
    pub terms: Option<u32>,
    /// The ground of a dispute.
    pub category: Option<DisputeCategory>,
    /// In words.
    pub note: String,
}

/// Why a result cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRecorded {
    /// It needs a day.
    NoDay,
    /// The day comes before the call.
    DayBefore(Day),
    /// Nothing is owed that it could be about.
    NothingOwed,
    /// The terms of the plan.
    Terms(SplitError),
    /// A part of several items is disputed: which part of which cannot be told.
    SeveralItems,
}

/// The edits a result makes: the contact first, then its effects.
pub fn operations(
    call: &Called<'_>,
    said: &Said,
    calendar: &Calendar,
    language: Language,
) -> Result<Vec<Operation>, NotRecorded> {
    if let Some(day) = said.day.filter(|day| *day < call.day && said.outcome != Outcome::Insolvency) {
        return Err(NotRecorded::DayBefore(day));
    }
    let work = Working { call, said, calendar, language };
    let again = work.again()?;
    let mut operations = vec![Operation::Contact(work.contact(again))];
    operations.extend(work.effects(again)?);
    Ok(operations)
}

struct Working<'a> {
    call: &'a Called<'a>,
    said: &'a Said,
    calendar: &'a Calendar,
    language: Language,
}

impl Working<'_> {
    fn in_days(&self, count: u32) -> Day {
        self.calendar.add_business_days(self.call.day, count)
    }

    fn needed(&self) -> Result<Day, NotRecorded> {
        self.said.day.ok_or(NotRecorded::NoDay)
    }

    /// The day to call again.
    fn again(&self) -> Result<Option<Day>, NotRecorded> {
        let tried = self.call.attempts + 1;
        Ok(match self.said.outcome {
            Outcome::NoAnswer | Outcome::Voicemail if tried >= TRIES_MAX => None,
            Outcome::NoAnswer | Outcome::Voicemail => Some(self.said.day.unwrap_or_else(|| self.in_days(TRY_AGAIN))),
            Outcome::NotReceived => Some(self.said.day.unwrap_or_else(|| self.in_days(COPY))),
            Outcome::AwaitingApproval | Outcome::Paid => Some(self.said.day.unwrap_or_else(|| self.in_days(PATIENCE))),
            Outcome::CallBack => Some(self.needed()?),
            Outcome::WrongContact
            | Outcome::Promise
            | Outcome::PaymentRun
            | Outcome::Plan
            | Outcome::Dispute
            | Outcome::Refusal
            | Outcome::Insolvency => None,
        })
    }

    fn contact(&self, again: Option<Day>) -> Contact {
        Contact {
            customer: self.call.customer.to_owned(),
            day: self.call.day,
            step: self.call.action.as_ref().map(|(_, step)| step.clone()).unwrap_or_default(),
            channel: self.call.means,
            items: self.call.items.iter().map(|covered| covered.item.clone()).collect(),
            template: String::new(),
            text_sha256: String::new(),
            result: self.said.note.clone(),
            outcome: Some(self.said.outcome),
            reason: self.said.reason,
            again,
        }
    }

    fn effects(&self, again: Option<Day>) -> Result<Vec<Operation>, NotRecorded> {
        let words = self.language;
        Ok(match self.said.outcome {
            Outcome::NoAnswer | Outcome::Voicemail => again.and_then(|again| self.put_off(again)).into_iter().collect(),
            Outcome::WrongContact => self.to_complete(),
            Outcome::Promise | Outcome::PaymentRun => vec![self.promise()?],
            Outcome::Plan => vec![self.plan()?],
            Outcome::Dispute => self.disputes()?,
            Outcome::NotReceived => self.pause(again, words.call_pause_copy()),
            Outcome::AwaitingApproval => self.pause(again, words.call_pause_approval()),
            Outcome::Paid => self.pause(again, words.call_pause_paid()),
            Outcome::CallBack => self.pause(again, words.call_pause_call_back()),
            Outcome::Refusal => vec![self.note(words.call_refused(&self.said.note))],
            Outcome::Insolvency => vec![Operation::Insolvent(Proceedings {
                customer: self.call.customer.to_owned(),
                since: self.said.day.unwrap_or(self.call.day),
                published: None,
                note: self.said.note.clone(),
            })],
        })
    }

    /// The action waits for the next try.
    fn put_off(&self, until: Day) -> Option<Operation> {
        let (action, _) = self.call.action.clone()?;
        Some(Operation::Review(Review { action, day: self.call.day, verdict: Verdict::Snoozed { until } }))
    }

    /// A number to find; meanwhile the step goes in writing where an address is known.
    fn to_complete(&self) -> Vec<Operation> {
        let mut operations = vec![self.note(self.language.call_wrong_number(self.call.phone, &self.said.note))];
        if let (Some((action, _)), Some(channel)) = (self.call.action.clone(), self.call.written) {
            let verdict = Verdict::ChannelChanged { channel };
            operations.push(Operation::Review(Review { action, day: self.call.day, verdict }));
        }
        operations
    }

    fn note(&self, text: String) -> Operation {
        let target = Target::Customer(self.call.customer.to_owned());
        Operation::Note(Note { target, day: self.call.day, author: String::new(), text })
    }

    fn owed(&self) -> Result<Amount, NotRecorded> {
        let owed: Amount = self.call.items.iter().map(|covered| covered.owed).sum();
        if owed.is_debit() { Ok(owed) } else { Err(NotRecorded::NothingOwed) }
    }

    fn promise(&self) -> Result<Operation, NotRecorded> {
        Ok(Operation::Promise(Promise {
            amount: self.said.amount.unwrap_or(self.owed()?),
            items: self.call.items.clone(),
            until: self.needed()?,
            made: self.call.day,
            by: Some(self.call.means),
            source: self.said.note.clone(),
        }))
    }

    fn plan(&self) -> Result<Operation, NotRecorded> {
        let terms = split(self.owed()?, self.said.terms.unwrap_or(TERMS), self.needed()?);
        Ok(Operation::Plan(InstalmentPlan {
            items: self.call.items.clone(),
            interest: Amount::ZERO,
            terms: terms.map_err(NotRecorded::Terms)?,
            agreed: self.call.day,
        }))
    }

    fn disputes(&self) -> Result<Vec<Operation>, NotRecorded> {
        self.owed()?;
        if self.said.amount.is_some() && self.call.items.len() > 1 {
            return Err(NotRecorded::SeveralItems);
        }
        let dispute = |covered: &Covered| {
            Operation::Dispute(Dispute {
                of: covered.clone(),
                amount: self.said.amount.unwrap_or(covered.owed),
                category: self.said.category.unwrap_or(DisputeCategory::Other),
                owner: String::new(),
                next_step: String::new(),
                next_step_day: None,
                expected_credit: None,
                since: self.call.day,
                note: self.said.note.clone(),
            })
        };
        Ok(self.call.items.iter().map(dispute).collect())
    }

    /// Reminders of these items wait until the eve of the next call.
    fn pause(&self, again: Option<Day>, reason: &str) -> Vec<Operation> {
        let until = again.map(|again| again + Days(-1)).filter(|until| *until >= self.call.day);
        let Some(until) = until else { return Vec::new() };
        let block = |target| {
            Operation::Block(Block {
                target,
                kind: BlockKind::Pause,
                reason: reason.to_owned(),
                since: self.call.day,
                until: Some(until),
            })
        };
        match self.call.items.as_slice() {
            [] => vec![block(Target::Customer(self.call.customer.to_owned()))],
            items => items.iter().map(|covered| block(Target::Item(covered.item.clone()))).collect(),
        }
    }
}
