//! Drafts as the contract shows them.

use crate::claims::RulesOfLedger;
use analysis::risk::{CLASS_LIMITS, PayerClass, payer_class};
use drafts::case::{About, Basis, Contact, Nature, Payer, Promise};
use drafts::correspondence::{Colleague, CopyTo, Correspondence, CustomerContact, FromTone, Role, Rule, Signs};
use drafts::invoices::InvoiceOf;
use drafts::{Choice, DifferenceLine, DraftDiagnostic, EditFault, Weight};
use dunning::{Action, Channel, Policy, Tone};
use followup::{Kept, Pin, Register, Resolved};
use ledger::{CustomerKey, EntryKey, EntryKind, Ledger};
use protocol::{ChangedLine, ContactRole, Diagnostic, Draft, DraftChoice, LetterRule, Severity};
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
    /// The files that leave with it.
    pub attachments: Vec<drafts::eml::Attachment>,
    /// Numbers of the invoices it lists.
    documents: Vec<String>,
    /// Places of their files among those given.
    pub invoice_files: Vec<usize>,
    step: (dunning::Tone, usize),
}

impl Written {
    /// The order of the plan: day, most advanced step first, customer, currency.
    pub fn order(&self) -> (Day, std::cmp::Reverse<(dunning::Tone, usize)>, &str, &str) {
        (self.day, std::cmp::Reverse(self.step), &self.view.customer, &self.view.action)
    }

    /// The invoices it lists, in its order.
    pub fn invoices(&self) -> Vec<InvoiceOf> {
        let of = |document: &String| InvoiceOf { customer: self.view.customer.clone(), document: document.clone() };
        self.documents.iter().map(of).collect()
    }
}

/// Who writes, and to whom.
pub fn sender(sender: Option<&protocol::Sender>) -> drafts::Sender {
    let sender = sender.cloned().unwrap_or_default();
    let correspondence = correspondence(&sender);
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
        correspondence,
    }
}

fn correspondence(sender: &protocol::Sender) -> Correspondence {
    let colleague = |one: &protocol::Colleague| Colleague {
        name: one.name.clone(),
        function: one.function.clone(),
        email: one.email.clone(),
        phone: one.phone.clone(),
    };
    let contact = |one: &protocol::CustomerContact| CustomerContact {
        customer: one.customer.clone(),
        role: role(one.role),
        name: one.name.clone(),
        email: one.email.clone(),
        phone: one.phone.clone(),
    };
    Correspondence {
        colleagues: sender.colleagues.iter().map(colleague).collect(),
        contacts: sender.contacts.iter().map(contact).collect(),
        rules: sender.rules.iter().map(rule).collect(),
    }
}

fn rule(rule: &LetterRule) -> Rule {
    let signs = match rule.signs.trim() {
        "" => None,
        "salesperson" => Some(Signs::Salesperson),
        name => Some(Signs::Colleague(name.to_owned())),
    };
    Rule {
        customer: rule.customer.clone(),
        country: rule.country.clone(),
        segments: rule.segments.clone(),
        salespersons: rule.salespersons.clone(),
        steps: rule.steps.clone(),
        from_tone: match rule.from_tone.trim() {
            "" => FromTone::Any,
            wanted => Tone::ALL
                .into_iter()
                .find(|tone| tone.key() == wanted)
                .map_or_else(|| FromTone::Unknown(wanted.to_owned()), FromTone::This),
        },
        amount_from: rule.amount_from,
        signs,
        write_to: rule.write_to.map(role),
        copies: rule.copies.iter().filter(|copy| !copy.trim().is_empty()).map(|copy| CopyTo::read(copy)).collect(),
        language: rule.language,
    }
}

const fn role(role: ContactRole) -> Role {
    match role {
        ContactRole::Dunning => Role::Dunning,
        ContactRole::Accounting => Role::Accounting,
        ContactRole::Buyer => Role::Buyer,
        ContactRole::Manager => Role::Manager,
        ContactRole::Legal => Role::Legal,
    }
}

/// What was chosen for a text, in the reader's words.
fn choices(choices: &[Choice], language: Language) -> Vec<DraftChoice> {
    let one = |choice: &Choice| DraftChoice {
        about: choice.aspect.key().to_owned(),
        chosen: choice.chosen(language),
        reason: choice.reason(language),
    };
    choices.iter().map(one).collect()
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

/// What a text belongs to: its identifier, its day, and its place among those of a day.
pub struct Belongs {
    /// Identifier of the action or the occasion.
    pub action: String,
    /// When.
    pub day: Day,
    /// Place of its step.
    pub step: (dunning::Tone, usize),
    /// Numbers of the invoices it lists, each once.
    pub documents: Vec<String>,
}

impl Belongs {
    /// To a step of the plan.
    pub fn to_action(ledger: &Ledger, policy: &Policy, action: &Action) -> Belongs {
        let step = (policy.step(action).tone, action.step);
        let documents = documents(ledger, action.items.iter().map(|item| item.item.entry));
        Belongs { action: action.id(policy, ledger), day: action.day, step, documents }
    }

    /// To something recorded or received: after the steps of its day.
    pub fn to_occasion(ledger: &Ledger, occasion: &drafts::Occasion) -> Belongs {
        let documents = documents(ledger, occasion.items.iter().map(|(entry, _)| *entry));
        Belongs { action: occasion.id.clone(), day: occasion.day, step: (dunning::Tone::Courtesy, 0), documents }
    }
}

fn documents(ledger: &Ledger, entries: impl Iterator<Item = EntryKey>) -> Vec<String> {
    let mut documents: Vec<String> = Vec::new();
    for entry in entries {
        let (of, number) = ledger.line(entry);
        if of.kind == EntryKind::Invoice && !number.is_empty() && !documents.contains(&number) {
            documents.push(number);
        }
    }
    documents
}

/// One draft; the remarks are in the reader's language, the text in its own.
pub fn written(ledger: &Ledger, of: Belongs, draft: drafts::Draft, language: Language) -> Written {
    let customer = ledger.customer(draft.customer);
    let view = Draft {
        action: of.action,
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
        attached: Vec::new(),
        template: draft.template.clone(),
        tone: tone(draft.manner).to_owned(),
        formal_notice: draft.is_formal_notice(),
        choices: choices(&draft.choices, language),
        diagnostics: draft.diagnostics.iter().map(|diagnostic| remark(diagnostic, language)).collect(),
        changes: Vec::new(),
    };
    let recipient = draft.recipient.clone();
    let (attachments, invoice_files) = (Vec::new(), Vec::new());
    Written { view, draft, recipient, day: of.day, attachments, documents: of.documents, invoice_files, step: of.step }
}

/// What a person reworded, line by line.
pub fn changes(before: &drafts::Draft, after: &drafts::Draft) -> Vec<ChangedLine> {
    let text = |draft: &drafts::Draft| format!("{}\n\n{}", draft.subject, draft.body);
    let (before, after) = (text(before), text(after));
    let line = |line: DifferenceLine<'_>| {
        let (change, text) = match line {
            DifferenceLine::Same(text) => ("same", text),
            DifferenceLine::Removed(text) => ("removed", text),
            DifferenceLine::Added(text) => ("added", text),
        };
        ChangedLine { change: change.to_owned(), text: text.to_owned() }
    };
    drafts::difference(&before, &after).into_iter().map(line).collect()
}

/// Why a rewording was not taken.
pub fn edit_refused(fault: &EditFault, language: Language) -> Diagnostic {
    Diagnostic {
        code: "edit-refused".to_owned(),
        severity: Severity::Warning,
        text: fault.text(language),
        at: None,
        seen: None,
        proposal: None,
        rows: None,
    }
}

/// A contact or a rule names a customer that no file knows.
pub fn stranger(name: &str, language: Language) -> Diagnostic {
    Diagnostic {
        code: "customer-unknown".to_owned(),
        severity: Severity::Warning,
        text: language.draft_customer_unknown(&text::letters::printable(name).text),
        at: None,
        seen: None,
        proposal: None,
        rows: None,
    }
}

/// How a text is worded, as the contract names it.
pub fn manner(tone: &str) -> Option<drafts::Manner> {
    [drafts::Manner::Warm, drafts::Manner::Firm].into_iter().find(|manner| self::tone(*manner) == tone)
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
    (register, people): (&Register, &Resolved),
    customer: CustomerKey,
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
    let contacts = people.contacts.get(&customer).map(Vec::as_slice).unwrap_or_default();
    let reminders = contacts.iter().filter(|contact| contact.channel != Channel::Internal);
    About {
        nature,
        basis,
        payer,
        language: people.pins.get(&customer).into_iter().flatten().find_map(fixed_language),
        segment: data.segment.clone().unwrap_or_default(),
        broken: broken(register, people, (customer, &data.id)),
        contacts: reminders.map(|made| Contact { day: made.day, channel: made.channel }).collect(),
        ..About::default()
    }
}

/// The last promise of a customer that was not kept, while it counts against it.
fn broken(register: &Register, people: &Resolved, customer: (CustomerKey, &str)) -> Option<Promise> {
    let last_broken = people.standings.get(&customer.0)?.last_broken?;
    people.promises.iter().find_map(|outcome| {
        let promise = &register.promises.get((outcome.number as usize).checked_sub(1)?)?.record;
        let own = promise.items.first().is_some_and(|covered| covered.item.customer == customer.1);
        let is_it = own && promise.until == last_broken && matches!(outcome.kept, Kept::Broken | Kept::Partly);
        is_it.then(|| Promise { made: promise.made, amount: promise.amount - outcome.paid, day: promise.until })
    })
}

fn fixed_language(pin: &Pin) -> Option<Language> {
    match pin {
        Pin::Language(code) => code.parse().ok(),
        Pin::SameAs(_) | Pin::Segment(_) | Pin::Scenario(_) => None,
    }
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
        rows: None,
    }
}
