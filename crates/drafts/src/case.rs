//! A case: everything one text may say, as plain values. Where they come from (a plan, a register, a preview) is no
//! business of the texts; whatever is not known is absent, and a text that needs it is not written.

use dunning::Channel;
use text::Language;
use values::{Amount, AsOf, Currency, Day};

/// One customer, one subject, one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Language of the text.
    pub language: Language,
    /// The day of the contact.
    pub day: Day,
    /// The day the account was looked at.
    pub as_of: AsOf,
    /// The day an answer is expected.
    pub deadline: Day,
    /// By what means.
    pub channel: Channel,
    /// Name of the step, for the reader.
    pub step: String,
    /// Currency of every amount.
    pub currency: Currency,
    /// The items, oldest due first.
    pub lines: Vec<Line>,
    /// Credits deducted: zero or less.
    pub credits: Amount,
    /// What is asked for.
    pub total: Amount,
    /// Interest and indemnity, where they may be claimed.
    pub claims: Option<Claims>,
    /// What is known of the customer beside its ledger.
    pub about: About,
    /// Number of the registered letter.
    pub registered_number: Option<String>,
}

/// An item of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, cleaned, or what it is.
    pub document: String,
    /// It has a number, and is an invoice.
    pub numbered_invoice: bool,
    /// Its own day.
    pub day: Day,
    /// The day it is due.
    pub due_day: Day,
    /// Days late on the day of the contact; zero or less when not late.
    pub days_late: i32,
    /// What it was written for.
    pub original: Amount,
    /// What is asked of it.
    pub asked: Amount,
    /// It is part of the total; if not, it is listed for information.
    pub claimed: bool,
}

impl Line {
    /// Past its due day.
    pub fn is_late(&self) -> bool {
        self.days_late > 0
    }
}

/// Interest and indemnity to the day of the contact, beside the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Late-payment interest of all late lines.
    pub interest: Amount,
    /// What another day costs.
    pub per_day: Amount,
    /// The yearly rate that holds on that day, as people write it.
    pub rate: String,
    /// Fixed indemnity of all late invoices.
    pub indemnity: Amount,
    /// How many invoices it is due for.
    pub invoices: usize,
}

/// Who the customer is in law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// A business: interest and indemnity are due of right.
    #[default]
    Business,
    /// A consumer: neither L441-10 nor the 40 euros.
    Consumer,
    /// A public body: interest of right under the code of public procurement.
    PublicBody,
}

/// What interest rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// The rate of French law.
    #[default]
    FrenchLaw,
    /// French law with the rate of a contract (C. com. L441-10 II).
    FrenchContract,
    /// Another law, or the contract alone: the identifier of its regime.
    Other(&'static str),
}

/// How a customer usually pays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payer {
    /// Not known.
    #[default]
    Unknown,
    /// On time: a delay is the first incident.
    Good,
    /// Somewhat late.
    Usual,
    /// Late by habit.
    Late,
}

/// What is known of a customer beside its ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Who it is in law.
    pub nature: Nature,
    /// What its interest rests on.
    pub basis: Basis,
    /// How it pays.
    pub payer: Payer,
    /// The language a person fixed for it.
    pub language: Option<Language>,
    /// Its segment, by name; empty where there is none.
    pub segment: String,
    /// A key account: kept warm as long as possible.
    pub key_account: bool,
    /// At risk: firm earlier.
    pub at_risk: bool,
    /// Messages about these items made before, oldest first.
    pub contacts: Vec<Contact>,
    /// A promise that holds.
    pub promise: Option<Promise>,
    /// The last promise that was not kept.
    pub broken: Option<Promise>,
    /// A dispute under way.
    pub dispute: Option<Dispute>,
    /// A payment to thank for.
    pub received: Option<Received>,
    /// Instalments agreed; three equal ones are proposed where there are none.
    pub instalments: Vec<(Day, Amount)>,
}

impl About {
    /// A customer that pays on time and was not written to before: nothing to reproach.
    pub fn first_incident(&self) -> bool {
        matches!(self.payer, Payer::Good | Payer::Unknown) && self.contacts.is_empty() && self.broken.is_none()
    }
}

/// A message made before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// When.
    pub day: Day,
    /// By what means.
    pub channel: Channel,
}

/// A promise to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// When it was made.
    pub made: Day,
    /// How much.
    pub amount: Amount,
    /// Until when.
    pub day: Day,
}

/// A disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The document.
    pub document: String,
    /// Since when.
    pub since: Day,
    /// What is disputed, in a few words; may be empty.
    pub reason: String,
    /// How much.
    pub amount: Amount,
}

/// Money that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// When.
    pub day: Day,
    /// How much.
    pub amount: Amount,
}
