//! Drafts as they are asked for: one per action or occasion, one as a person chose it, every text there is for one action.

use crate::case::About;
use crate::composition::{Composition, Part};
use crate::level::Level;
use crate::lint::{Finding, Rule};
use crate::manner::Manner;
use crate::occasion::Occasion;
use crate::recipient::{Means, Recipient};
use crate::sender::Signatories;
use crate::writing::{Subject, Writing};
use crate::{Choice, DraftDiagnostic, Mailbox, Sender, Weight};
use dunning::{Action, Channel, Claim, Policy};
use ledger::{CustomerKey, Ledger, OpenItem};
use std::collections::BTreeSet;
use text::Language;
use text::letters;
use values::{AsOf, Day, Gather};

/// A text ready to review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Position of its action in the list given.
    pub action: usize,
    /// Whom.
    pub customer: CustomerKey,
    /// By what means.
    pub channel: Channel,
    /// Language of the text.
    pub language: Language,
    /// Means, signatory, contact, copies and language, each with what decided.
    pub choices: Vec<Choice>,
    /// Which template.
    pub template: String,
    /// Warm or firm.
    pub manner: Manner,
    /// Whom it is written to: the customer, with the contact chosen.
    pub recipient: Recipient,
    /// Addresses; empty for a call, or where none is known or valid.
    pub to: Vec<Mailbox>,
    /// Copies.
    pub cc: Vec<Mailbox>,
    /// The sender's address.
    pub from: Option<Mailbox>,
    /// Subject of a message, title of a call sheet; one line.
    pub subject: String,
    /// The text, lines ended by `\n`; empty where nothing could be written.
    pub body: String,
    /// The same text in its parts, for a page or a letter.
    pub composition: Composition,
    /// Names of the files that go with it.
    pub attachments: Vec<String>,
    /// What is missing or must be looked at before it leaves.
    pub diagnostics: Vec<DraftDiagnostic>,
}

impl Draft {
    /// Whether there is a text at all.
    pub fn is_written(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.weight() < Weight::Blocking)
    }

    /// The same with lines under it, kept as they are.
    pub fn followed_by(mut self, lines: &str) -> Draft {
        self.composition.parts.push(Part::Lines(lines.trim_end().to_owned()));
        self.body = self.composition.plain();
        self
    }

    /// A formal notice with every element: a letter of that template without one is not called one.
    pub fn is_formal_notice(&self) -> bool {
        let lacks = |diagnostic: &DraftDiagnostic| {
            matches!(diagnostic, DraftDiagnostic::Lint(Finding { rule: Rule::FormalElements, .. }))
        };
        Level::of(&self.template) == Some(Level::Formal) && self.is_written() && !self.diagnostics.iter().any(lacks)
    }
}

/// In what language texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// One for all.
    Asked(Language),
    /// Each customer's own, else its country's, else this one.
    ByCustomer(Language),
}

/// A template in place of the shipped one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Name of the template, ours or one the policy names.
    pub name: String,
    /// Language of the text.
    pub language: Language,
    /// The text.
    pub source: String,
}

/// What all drafts of one call share.
pub struct Setting<'a> {
    /// In what language.
    pub languages: Languages,
    /// The day everything was computed for.
    pub as_of: AsOf,
    /// Steps by position.
    pub policy: &'a Policy,
    /// Customers and entries.
    pub ledger: &'a Ledger,
    /// Who writes.
    pub sender: &'a Sender,
    /// Templates in place of ours.
    pub replacements: &'a [Replacement],
    /// Interest and indemnity of an item on a day, the same as the plan's.
    pub claim: &'a dyn Fn(&OpenItem, Day) -> Claim,
    /// What is known of a customer beside the ledger.
    pub about: &'a dyn Fn(CustomerKey) -> About,
}

/// One draft for each action, in the same order. Days late and the day an answer is expected count from the action's day;
/// `as_of` is the day the account was looked at, and the text says so.
pub fn write(actions: &[&Action], setting: &Setting<'_>) -> Vec<Draft> {
    let signatories = Signatories::new(setting.sender, setting.ledger.customers());
    let known = Means::known(setting.ledger.customers());
    let place = |(position, action): (usize, &&'_ Action)| {
        Writing::of(setting, &signatories, Subject::Action(action), known).draft(position)
    };
    actions.iter().enumerate().map(place).collect()
}

/// One draft for each occasion, in the same order; `action` of a draft is the position of its occasion.
pub fn write_occasions(occasions: &[Occasion], setting: &Setting<'_>) -> Vec<Draft> {
    let signatories = Signatories::new(setting.sender, setting.ledger.customers());
    let known = Means::known(setting.ledger.customers());
    let place = |(position, occasion): (usize, &Occasion)| {
        Writing::of(setting, &signatories, Subject::Occasion(occasion), known).draft(position)
    };
    occasions.iter().enumerate().map(place).collect()
}

/// The text a person chose for an action, by the means it is written for, in the manner they chose.
pub fn chosen(action: &Action, setting: &Setting<'_>, template: Option<&str>, manner: Option<Manner>) -> Draft {
    let signatories = Signatories::new(setting.sender, setting.ledger.customers());
    let known = Means::known(setting.ledger.customers());
    let mut writing = Writing::of(setting, &signatories, Subject::Action(action), known);
    if let Some(template) = template {
        writing.takes(template);
    }
    writing.forced = manner;
    writing.draft(0)
}

/// Every text for one action, whatever its step: each template, warm and firm.
pub fn previews(action: &Action, setting: &Setting<'_>) -> Vec<Draft> {
    let replaced = setting.replacements.iter().map(|one| one.name.as_str());
    let own: BTreeSet<&str> = replaced.filter(|name| !letters::NAMES.contains(name)).gather();
    letters::NAMES.into_iter().chain(own).flat_map(|name| preview(action, setting, name)).collect()
}

/// One template for one action, warm and firm; once where both say the same.
pub fn preview(action: &Action, setting: &Setting<'_>, template: &str) -> Vec<Draft> {
    let signatories = Signatories::new(setting.sender, setting.ledger.customers());
    let mut drafts: Vec<Draft> = Vec::new();
    for manner in [Manner::Warm, Manner::Firm] {
        // A text is shown by its own means, whether it would reach this customer or not.
        let mut writing = Writing::of(setting, &signatories, Subject::Action(action), Means::default());
        writing.takes(template);
        writing.forced = Some(manner);
        let draft = writing.draft(0);
        if drafts.last().is_none_or(|last| last.body != draft.body) {
            drafts.push(draft);
        }
    }
    drafts
}
