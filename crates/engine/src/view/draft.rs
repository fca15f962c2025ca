//! Drafts as the contract shows them.

use crate::claims::RulesOfLedger;
use analysis::risk::{CLASS_LIMITS, PayerClass, payer_class};
use drafts::case::{About, Basis, Nature, Payer};
use drafts::{DraftDiagnostic, Weight};
use dunning::{Action, Policy};
use ledger::Ledger;
use protocol::{Diagnostic, Draft, Severity};
use rules::interest::Regime;
use text::Language;
use values::{Currency, Day};

/// A draft with what its file needs.
pub struct Written {
    /// The contract's row.
    pub view: Draft,
    /// The draft itself, for its `.eml` file.
    pub draft: drafts::Draft,
    /// Whom it is for.
    pub recipient: drafts::Recipient,
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
    let accounts = sender.accounts.into_iter().map(|account| drafts::Account {
        currency: Currency::recognise(&account.currency),
        iban: account.iban,
        bic: account.bic,
        holder: account.holder,
    });
    drafts::Sender {
        company: sender.company,
        name: sender.name,
        function: sender.function,
        email: sender.email,
        phone: sender.phone,
        iban: sender.iban,
        accounts: accounts.collect(),
        legal_form: sender.legal_form,
        address: sender.address,
        siren: sender.siren,
        registry: sender.registry,
        cc: sender.cc,
    }
}

/// Templates in place of ours.
pub fn replacements(templates: &[protocol::TemplateText]) -> Vec<drafts::Replacement> {
    let one = |template: &protocol::TemplateText| drafts::Replacement {
        name: template.name.clone(),
        language: template.language,
        source: template.source.replace("\r\n", "\n"),
    };
    templates.iter().map(one).collect()
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
        cc: draft.cc.iter().map(|mailbox| mailbox.address.to_string()).collect(),
        from: draft.from.as_ref().map(|mailbox| mailbox.address.to_string()).unwrap_or_default(),
        subject: draft.subject.clone(),
        body: draft.body.clone(),
        attachments: draft.attachments.clone(),
        template: draft.template.clone(),
        tone: tone(draft.manner).to_owned(),
        formal_notice: draft.is_formal_notice(),
        diagnostics: draft.diagnostics.iter().map(|diagnostic| remark(diagnostic, language)).collect(),
    };
    let recipient = drafts::Recipient::new(customer, &mut Vec::new());
    Written { view, draft, recipient, day: action.day, step: (policy.step(action).tone, action.step) }
}

/// How a text is worded, as the contract names it.
fn tone(manner: drafts::Manner) -> &'static str {
    match manner {
        drafts::Manner::Warm => "warm",
        drafts::Manner::Firm => "firm",
    }
}

/// What the ledger and its payments tell of a customer, for the choice of words.
pub fn about(
    ledger: &Ledger,
    payers: &analysis::payers::Payers,
    rules: &RulesOfLedger<'_>,
    customer: ledger::CustomerKey,
) -> About {
    let data = ledger.customer(customer);
    let (rule, consumer) = (rules.terms(ledger, customer).0.rule, claims::is_consumer(data));
    let (nature, basis) = match rule.regime() {
        Regime::FrPublic => (Nature::PublicBody, Basis::FrenchLaw),
        Regime::FrConsumer => (Nature::Consumer, Basis::FrenchLaw),
        Regime::FrB2b if rule.contract_rate().is_some() => (Nature::Business, Basis::FrenchContract),
        Regime::FrB2b => (Nature::Business, Basis::FrenchLaw),
        other @ (Regime::Uk | Regime::DeB2b | Regime::BeB2b | Regime::Ch | Regime::Contract) => {
            (if consumer { Nature::Consumer } else { Nature::Business }, Basis::Other(other.key()))
        }
    };
    let payer = match payer_class(payers.of(customer), CLASS_LIMITS) {
        None => Payer::Unknown,
        Some(PayerClass::A) => Payer::Good,
        Some(PayerClass::B | PayerClass::C) => Payer::Usual,
        Some(PayerClass::D) => Payer::Late,
    };
    About { nature, basis, payer, segment: data.segment.clone().unwrap_or_default(), ..About::default() }
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
