//! What calls for a text outside the steps of the plan: a promise to confirm, one that was not kept, a dispute to
//! acknowledge, a payment to thank for, instalments agreed on to sign.

use crate::case::{About, Case, Dispute, Promise, Received};
use crate::from_plan::{ANSWER_WITHIN, listed};
use dunning::Channel;
use ledger::{CustomerKey, EntryKey, Ledger};
use text::Language;
use values::{Amount, AsOf, Day, Days};

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A promise was made.
    PromiseMade(Promise),
    /// A promise was not kept.
    PromiseBroken(Promise),
    /// A dispute was raised.
    Disputed(Dispute),
    /// Money came after a reminder.
    Paid(Received),
    /// Instalments were agreed, that day: both sides sign.
    Agreed(Day, Vec<(Day, Amount)>),
}

impl Event {
    /// Stable identifier in the contract.
    pub const fn key(&self) -> &'static str {
        match self {
            Event::PromiseMade(_) => "promise-made",
            Event::PromiseBroken(_) => "promise-broken",
            Event::Disputed(_) => "dispute",
            Event::Paid(_) => "thanks",
            Event::Agreed(..) => "agreement",
        }
    }

    /// The day it happened; for a promise that was not kept, the day after its last one.
    pub fn day(&self) -> Day {
        match self {
            Event::PromiseMade(promise) => promise.made,
            Event::PromiseBroken(promise) => promise.day + Days(1),
            Event::Disputed(dispute) => dispute.since,
            Event::Paid(received) => received.day,
            Event::Agreed(day, _) => *day,
        }
    }

    /// The text that answers it.
    pub const fn template(&self) -> &'static str {
        match self {
            Event::PromiseMade(_) => "email_promise_confirmed",
            Event::PromiseBroken(_) => "email_promise_broken",
            Event::Disputed(_) => "email_dispute_acknowledged",
            Event::Paid(_) => "email_thank_you",
            Event::Agreed(..) => "letter_instalment_agreement",
        }
    }

    /// By what means it is answered.
    pub const fn channel(&self) -> Channel {
        match self {
            Event::PromiseMade(_) | Event::PromiseBroken(_) | Event::Disputed(_) | Event::Paid(_) => Channel::Email,
            Event::Agreed(..) => Channel::Letter,
        }
    }
}

/// Something to write about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Identifier among the actions.
    pub id: String,
    /// Whom to write to.
    pub customer: CustomerKey,
    /// The day of the text.
    pub day: Day,
    /// What happened.
    pub event: Event,
    /// What the text lists, oldest due first: each debit with what is open of it.
    pub items: Vec<(EntryKey, Amount)>,
}

impl Occasion {
    /// What the text may say, and the documents whose number had to be cleaned.
    pub(crate) fn case(
        &self,
        ledger: &Ledger,
        (channel, step): (Channel, &str),
        as_of: AsOf,
        language: Language,
        about: About,
    ) -> (Case, Vec<String>) {
        let mut cleaned = Vec::new();
        let mut line = |(entry, asked): &(EntryKey, Amount)| {
            let of = ledger.entry(*entry);
            let due_day = of.due_day.unwrap_or(of.document_day);
            listed(language, ledger, *entry, (due_day, self.day - due_day), *asked, &mut cleaned)
        };
        let case = Case {
            language,
            day: self.day,
            as_of,
            deadline: self.day + ANSWER_WITHIN,
            channel,
            step: step.to_owned(),
            currency: ledger.currency(),
            lines: self.items.iter().map(&mut line).collect(),
            credits: Amount::ZERO,
            total: self.items.iter().map(|(_, asked)| *asked).sum(),
            claims: None,
            about: self.about(about),
            registered_number: None,
        };
        (case, cleaned)
    }

    /// What is known of the customer, with what happened.
    fn about(&self, about: About) -> About {
        match &self.event {
            Event::PromiseMade(promise) => About { promise: Some(*promise), ..about },
            Event::PromiseBroken(promise) => About { broken: Some(*promise), ..about },
            Event::Disputed(dispute) => About { dispute: Some(dispute.clone()), ..about },
            Event::Paid(received) => About { received: Some(*received), ..about },
            Event::Agreed(_, terms) => About { instalments: terms.clone(), ..about },
        }
    }
}
