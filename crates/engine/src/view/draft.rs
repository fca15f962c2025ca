//! Drafts as the contract shows them.

use drafts::{DraftDiagnostic, Weight};
use dunning::{Action, Policy};
use ledger::Ledger;
use protocol::{Diagnostic, Draft, Severity};
use text::Language;
use values::Day;

/// A draft with what its file needs.
pub struct Written {
    /// The contract's row.
    pub view: Draft,
    /// The draft itself, for its `.eml` file.
    pub draft: drafts::Draft,
    /// The day of its action.
    pub day: Day,
    step: (dunning::Tone, usize),
}

impl Written {
    /// The order of the plan: day, most advanced step first, customer, currency.
    pub fn order(&self) -> (Day, std::cmp::Reverse<(dunning::Tone, usize)>, &str, &str) {
        (self.day, std::cmp::Reverse(self.step), &self.view.customer, &self.view.action)
    }
}

/// Who writes.
pub fn sender(sender: Option<&protocol::Sender>) -> drafts::Sender {
    let sender = sender.cloned().unwrap_or_default();
    drafts::Sender {
        company: sender.company,
        name: sender.name,
        email: sender.email,
        phone: sender.phone,
        iban: sender.iban,
    }
}

/// One draft; the remarks are in the reader's language, the text in its own.
pub fn written(ledger: &Ledger, policy: &Policy, action: &Action, draft: drafts::Draft, language: Language) -> Written {
    let customer = ledger.customer(action.customer);
    let view = Draft {
        action: action.id(policy, ledger),
        customer: customer.id.clone(),
        name: customer.name.clone(),
        channel: draft.channel,
        language: draft.language,
        to: draft.to.iter().map(|mailbox| mailbox.address.to_string()).collect(),
        cc: Vec::new(),
        from: draft.from.as_ref().map(|mailbox| mailbox.address.to_string()).unwrap_or_default(),
        subject: draft.subject.clone(),
        body: draft.body.clone(),
        attachments: Vec::new(),
        diagnostics: draft.diagnostics.iter().map(|diagnostic| remark(diagnostic, language)).collect(),
    };
    Written { view, draft, day: action.day, step: (policy.step(action).tone, action.step) }
}

fn remark(diagnostic: &DraftDiagnostic, language: Language) -> Diagnostic {
    let severity = match diagnostic.weight() {
        Weight::Note => Severity::Info,
        Weight::Incomplete => Severity::Warning,
        Weight::Blocking => Severity::Error,
    };
    Diagnostic {
        code: diagnostic.code().to_owned(),
        severity,
        text: diagnostic.text(language),
        at: None,
        seen: None,
        proposal: None,
    }
}
