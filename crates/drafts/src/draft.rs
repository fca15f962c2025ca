//! One draft per action: the template of its step, filled in with the figures of the plan.

use crate::context::{Context, Recipient};
use crate::sender::CheckedSender;
use crate::{DraftDiagnostic, EmailAddress, Mailbox, Sender, Weight, statement, template};
use dunning::{Action, Channel, Policy};
use ledger::{CustomerKey, Ledger};
use text::Language;
use text::letters::{self, printable};
use values::AsOf;

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
    /// Addresses; empty for a call, or where none is known or valid.
    pub to: Vec<Mailbox>,
    /// The sender's address.
    pub from: Option<Mailbox>,
    /// Subject of a message, title of a call sheet; one line.
    pub subject: String,
    /// The text, lines ended by `\n`; empty where nothing could be written.
    pub body: String,
    /// What is missing or must be looked at before it leaves.
    pub diagnostics: Vec<DraftDiagnostic>,
}

impl Draft {
    /// Whether there is a text at all.
    pub fn is_written(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.weight() < Weight::Blocking)
    }
}

/// One draft for each action, in the same order.
///
/// A text claims no earlier contact: the plan does not say what was sent before. Days late and the day an answer is
/// expected count from the action's day; `as_of` is the day the account was looked at, and the text says so.
pub fn write(
    plan_actions: &[&Action],
    policy: &Policy,
    ledger: &Ledger,
    sender: &Sender,
    language: Language,
    as_of: AsOf,
) -> Vec<Draft> {
    let sender = CheckedSender::new(sender);
    let setting = Setting { language, as_of, policy, ledger, sender: &sender };
    plan_actions.iter().enumerate().map(|(position, action)| draft(&setting, position, action)).collect()
}

/// What all drafts of one call share.
pub(crate) struct Setting<'a> {
    pub(crate) language: Language,
    pub(crate) as_of: AsOf,
    pub(crate) policy: &'a Policy,
    pub(crate) ledger: &'a Ledger,
    pub(crate) sender: &'a CheckedSender,
}

fn draft(setting: &Setting<'_>, position: usize, action: &Action) -> Draft {
    let Setting { language, ledger, sender, .. } = *setting;
    let mut diagnostics = sender.diagnostics.clone();
    let recipient = recipient(ledger, action.customer, &mut diagnostics);
    let to = match action.channel {
        Channel::Email => mailboxes(&recipient, &mut diagnostics),
        Channel::Letter | Channel::RegisteredLetter | Channel::Phone | Channel::Sms | Channel::Internal => Vec::new(),
    };
    if action.channel == Channel::Phone && recipient.phone.is_empty() {
        diagnostics.push(DraftDiagnostic::PhoneMissing);
    }
    let statement = statement::print(language, ledger, action);
    diagnostics.extend(
        statement.cleaned.iter().map(|document| DraftDiagnostic::DocumentCleaned { document: document.clone() }),
    );
    let context = Context::new(setting, &recipient, action, &statement);
    let filled = match letters::template(language, &action.template) {
        _ if !statement::foots(action) => Err(DraftDiagnostic::FiguresDisagree),
        None => Err(DraftDiagnostic::TemplateUnknown { name: action.template.clone() }),
        Some(source) => template::fill(source, &context)
            .map_err(|detail| DraftDiagnostic::TemplateFailed { name: action.template.clone(), detail }),
    };
    let (subject, body) = match filled {
        Ok(filled) => (filled.subject, filled.body),
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            (String::new(), String::new())
        }
    };
    Draft {
        action: position,
        customer: action.customer,
        channel: action.channel,
        language,
        to,
        from: sender.mailbox.clone(),
        subject,
        body,
        diagnostics,
    }
}

fn recipient(ledger: &Ledger, key: CustomerKey, diagnostics: &mut Vec<DraftDiagnostic>) -> Recipient {
    let customer = ledger.customer(key);
    let mut removed = 0;
    let mut clean = |text: &str| {
        let cleaned = printable(text);
        removed += cleaned.removed;
        cleaned.text
    };
    let recipient = Recipient {
        id: clean(&customer.id),
        name: clean(&customer.name),
        email: clean(customer.email.as_deref().unwrap_or_default()),
        phone: clean(customer.phone.as_deref().unwrap_or_default()),
    };
    if removed > 0 {
        diagnostics.push(DraftDiagnostic::CustomerCleaned);
    }
    recipient
}

/// The addresses of a customer: a cell may hold several, separated by `;` or `,`.
fn mailboxes(recipient: &Recipient, diagnostics: &mut Vec<DraftDiagnostic>) -> Vec<Mailbox> {
    let mut to = Vec::new();
    let seen = recipient.email.split([';', ',']).map(str::trim).filter(|text| !text.is_empty());
    for text in seen {
        match text.parse::<EmailAddress>() {
            Ok(address) => to.push(Mailbox { name: recipient.name.clone(), address }),
            Err(_) => diagnostics.push(DraftDiagnostic::RecipientInvalid { seen: text.to_owned() }),
        }
    }
    if !recipient.email.contains(|character| !matches!(character, ';' | ',' | ' ')) {
        diagnostics.push(DraftDiagnostic::RecipientMissing);
    }
    to
}
