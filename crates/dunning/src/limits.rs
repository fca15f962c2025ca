//! How often, for how much and in what form a customer is contacted. Every peer's way is a setting here.

use values::{Amount, Days};

/// What one message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The whole account, at the level of its most advanced item.
    Account,
    /// The items of one level.
    Level,
    /// One item.
    Item,
}

/// Whether what is not yet due has a message of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upcoming {
    /// Listed with what is overdue.
    Together,
    /// A message of its own.
    Apart,
}

/// What becomes of the customer's credits in a message. Nothing is sent where they cover what is overdue, in any mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditUse {
    /// Listed and deducted.
    Deduct,
    /// Listed.
    List,
    /// Not mentioned.
    Ignore,
}

/// The step an item enters at when several have passed and no contact about it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatchUp {
    /// The step of its age, the last amicable one at most (Odoo, Kill Bill).
    CurrentStep,
    /// The first step that applies (Tryton, OCA, ERPNext).
    FirstStep,
    /// A person says.
    Ask,
}

/// How an item goes from a step to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// To the step of its age.
    ByAge,
    /// To the next step, never past one (Tryton, OCA, ERPNext).
    OneAtATime,
}

/// What becomes of items that do not make up the floor of their step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLittle {
    /// They wait.
    Hold,
    /// They fall back one level and are looked at again (SAP).
    FallBack,
}

/// Whether a channel needs the customer's address or number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactData {
    /// Where the files give such data for some customers, those without it are not reached that way.
    WhenKnown,
    /// Always.
    Required,
    /// Never.
    Assumed,
}

/// The limits of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Nobody is contacted for less than this, in minor units of the ledger's currency.
    pub minimum_amount: Amount,
    /// No item below this is asked for.
    pub minimum_item: Amount,
    /// A person approves a message for more than this.
    pub review_above: Option<Amount>,
    /// Days after the due date during which an item is not late.
    pub grace: Days,
    /// Nobody is reminded whose oldest item is fewer days late.
    pub minimum_arrears: Days,
    /// Days that pass at least between two contacts with one customer.
    pub days_between_contacts: Days,
    /// Contacts with one customer in thirty days, at most.
    pub contacts_per_30_days: Option<u32>,
    /// Days that pass at least before a step after the due date is taken again with one customer.
    pub days_before_repeat: Days,
    /// What one message is about.
    pub grouping: Grouping,
    /// Whether what is not yet due has a message of its own.
    pub upcoming: Upcoming,
    /// What becomes of credits.
    pub credits: CreditUse,
    /// Where an item enters.
    pub catch_up: CatchUp,
    /// How it goes on.
    pub advance: Advance,
    /// What becomes of too little.
    pub too_little: TooLittle,
    /// Whether channels need contact data.
    pub contact_data: ContactData,
}

impl Default for Limits {
    /// One euro at least, a week between contacts, four in thirty days (features.md DE5, DE7).
    fn default() -> Limits {
        Limits {
            minimum_amount: Amount::from_minor(100),
            minimum_item: Amount::ZERO,
            review_above: None,
            grace: Days(0),
            minimum_arrears: Days(0),
            days_between_contacts: Days(7),
            contacts_per_30_days: Some(4),
            days_before_repeat: Days(15),
            grouping: Grouping::Account,
            upcoming: Upcoming::Together,
            credits: CreditUse::Deduct,
            catch_up: CatchUp::CurrentStep,
            advance: Advance::ByAge,
            too_little: TooLittle::Hold,
            contact_data: ContactData::WhenKnown,
        }
    }
}
