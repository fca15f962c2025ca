//! One draft per action: the template of its step, filled in with the figures of its case, checked as a text.

use crate::case::About;
use crate::composition::{Composition, Part};
use crate::context::Scene;
use crate::correspondence::{Chosen, ChosenBy, Lacking, Occurrence, Scope};
use crate::level::Level;
use crate::lint::{self, Checked, Finding, Rule};
use crate::manner::Manner;
use crate::occasion::Occasion;
use crate::recipient::{LanguageBy, Means, Recipient, language_of};
use crate::sender::{PayTo, Signatories};
use crate::{Aspect, Choice, DraftDiagnostic, Mailbox, Sender, Weight, claims, from_plan, sms, statement, template};
use dunning::{Action, Channel, Claim, Policy, ReviewState, Tone};
use ledger::{CustomerKey, Ledger, OpenItem};
use std::collections::BTreeSet;
use text::Language;
use text::letters;
use values::{AsOf, Day};

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
    let own: BTreeSet<&str> = replaced.filter(|name| !letters::NAMES.contains(name)).collect();
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

/// The means a template is written for; the step's own for one of our making.
fn channel_of(template: &str, step: Channel) -> Channel {
    match template.split('_').next() {
        Some("email") => Channel::Email,
        Some("sms") => Channel::Sms,
        Some("phone") => Channel::Phone,
        Some("internal") => Channel::Internal,
        Some("letter") if template == "letter_formal_notice" => Channel::RegisteredLetter,
        Some("letter") => Channel::Letter,
        Some(_) | None => step,
    }
}

/// What a text is about.
#[derive(Clone, Copy)]
enum Subject<'a> {
    /// A step of the plan.
    Action(&'a Action),
    /// Something recorded or received.
    Occasion(&'a Occasion),
}

impl Subject<'_> {
    fn customer(self) -> CustomerKey {
        match self {
            Subject::Action(action) => action.customer,
            Subject::Occasion(occasion) => occasion.customer,
        }
    }

    fn step(self, policy: &Policy, language: Language) -> String {
        match self {
            Subject::Action(action) => {
                let [french, english] = &policy.step(action).name;
                language.pick(french, english).to_owned()
            }
            Subject::Occasion(occasion) => language.occasion(occasion.event.key()).to_owned(),
        }
    }
}

struct Writing<'a> {
    setting: &'a Setting<'a>,
    signatories: &'a Signatories<'a>,
    subject: Subject<'a>,
    channel: Channel,
    template: String,
    /// Why that means: the step, or a person.
    because: ChosenBy,
    /// Means of the step that do not reach the customer.
    passed: Vec<Channel>,
    forced: Option<Manner>,
    known: Means,
}

/// The person to write to, and what of it must be told.
struct Reader {
    recipient: Recipient,
    choice: Choice,
}

impl<'a> Writing<'a> {
    fn of(
        setting: &'a Setting<'a>,
        signatories: &'a Signatories<'a>,
        subject: Subject<'a>,
        known: Means,
    ) -> Writing<'a> {
        let (channel, template) = match subject {
            Subject::Action(action) => (action.channel, action.template.clone()),
            Subject::Occasion(occasion) => (occasion.event.channel(), occasion.event.template().to_owned()),
        };
        let (because, passed) = (ChosenBy::Step, Vec::new());
        let mut writing =
            Writing { setting, signatories, subject, channel, template, because, passed, forced: None, known };
        if let Subject::Action(action) = subject {
            writing.by_the_step(action);
        }
        writing
    }

    /// The means of the step, told with those passed over: a contact of the dossier may be reached where the files give
    /// nothing that does.
    fn by_the_step(&mut self, action: &Action) {
        let routes = &self.setting.policy.step(action).routes;
        let Some(place) = routes.iter().position(|route| route.channel == action.channel) else {
            self.because = ChosenBy::Chosen;
            return;
        };
        if place > 0 && action.review == ReviewState::Approved {
            self.because = ChosenBy::Chosen;
            return;
        }
        for route in routes.iter().take(place) {
            let occurrence = self.occurrence();
            let correspondence = self.signatories.correspondence();
            let wanted = correspondence.wanted(&occurrence).0;
            let contacts = correspondence.contacts_for(&occurrence.customer.id, wanted);
            // A letter goes to the customer's own address, which the plan looked at.
            let by_letter = matches!(route.channel, Channel::Letter | Channel::RegisteredLetter);
            if !by_letter && contacts.iter().any(|contact| contact.is_reached(route.channel)) {
                self.channel = route.channel;
                self.template.clone_from(&route.template);
                return;
            }
            self.passed.push(route.channel);
        }
    }

    /// Another text, by the means it is written for.
    fn takes(&mut self, template: &str) {
        let channel = channel_of(template, self.channel);
        if channel != self.channel {
            self.passed.clear();
        }
        self.because = ChosenBy::Chosen;
        self.channel = channel;
        self.template = template.to_owned();
    }

    /// What the rules of people are asked about.
    fn occurrence(&self) -> Occurrence<'a> {
        let Writing { setting, subject, .. } = self;
        let customer = setting.ledger.customer(subject.customer());
        let stated = customer.segment.as_deref().unwrap_or_default();
        match *subject {
            Subject::Action(action) => {
                let step = setting.policy.step(action);
                let placed = action.segment.and_then(|rule| setting.policy.segments().get(rule));
                let placed = placed.map_or("", |segment| segment.rule.segment.as_str());
                let (tone, amount) = (step.tone, action.amount);
                Occurrence { customer, segments: [stated, placed], step: &step.id, tone, amount }
            }
            Subject::Occasion(occasion) => Occurrence {
                customer,
                segments: [stated, ""],
                step: occasion.event.key(),
                tone: Tone::Service,
                amount: occasion.items.iter().map(|(_, asked)| *asked).sum(),
            },
        }
    }

    /// In what language: as asked for all, else the customer's, else its country's, else the dossier's; a rule counts
    /// where it is said for.
    fn language(&self, about: &About, of: &Occurrence<'_>) -> (Language, ChosenBy) {
        let default = match self.setting.languages {
            Languages::Asked(language) => return (language, ChosenBy::Language(LanguageBy::Asked)),
            Languages::ByCustomer(default) => default,
        };
        if let Some(fixed) = about.language {
            return (fixed, ChosenBy::Language(LanguageBy::Fixed));
        }
        let (found, by) = language_of(of.customer, default);
        let ruled = self.signatories.correspondence().decided(of, |rule| rule.language);
        match (ruled, by) {
            (Some((language, because @ ChosenBy::Rule(_, Scope::Customer))), _) => (language, because),
            (_, LanguageBy::Customer) => (found, ChosenBy::Language(by)),
            (Some((language, because @ ChosenBy::Rule(_, Scope::Country))), _) => (language, because),
            (_, LanguageBy::Country) => (found, ChosenBy::Language(by)),
            (Some(ruled), _) => ruled,
            (None, _) => (found, ChosenBy::Language(by)),
        }
    }

    /// Which contact: the first in order that the means reaches, else the customer as the files have it.
    fn reader(&self, of: &Occurrence<'_>, channel: Channel, diagnostics: &mut Vec<DraftDiagnostic>) -> Reader {
        let files = Recipient::new(of.customer, diagnostics);
        let correspondence = self.signatories.correspondence();
        let (wanted, because) = correspondence.wanted(of);
        let contacts = correspondence.contacts_for(&of.customer.id, wanted);
        let by_files = files.instead_of(channel, Means { email: true, letter: true, phone: true }).is_none();
        let reached = contacts.iter().find(|contact| contact.is_reached(channel));
        // Nobody has an address: the first of them is greeted, and the means falls back as for any customer.
        let reader = reached.or_else(|| contacts.first().filter(|_| !by_files));
        // That the files know nobody in particular is no news where no rule asked for somebody.
        let asked = !contacts.is_empty() || matches!(because, ChosenBy::Rule(..));
        let lacking = match reader.is_some_and(|one| one.role == wanted && reached.is_some()) || !asked {
            true => Vec::new(),
            false => vec![Lacking::Contact(wanted)],
        };
        let recipient = match reader {
            Some(contact) => files.with_contact(contact),
            None => files,
        };
        let person = recipient.person(channel == Channel::Email);
        let chosen = match reader {
            Some(contact) => Chosen::Contact(contact.role, person),
            None => Chosen::Files(person),
        };
        Reader { recipient, choice: Choice { aspect: Aspect::Contact, chosen, because, lacking } }
    }

    fn draft(mut self, position: usize) -> Draft {
        let Writing { setting, subject, known, signatories, .. } = self;
        let key = subject.customer();
        let about = (setting.about)(key);
        let occurrence = self.occurrence();
        let (language, because) = self.language(&about, &occurrence);
        let spoken = Choice { aspect: Aspect::Language, chosen: Chosen::Language(language), because, lacking: vec![] };
        let (sender, signed) = signatories.of(&occurrence);
        let mut diagnostics = sender.diagnostics.clone();
        let mut reader = self.reader(&occurrence, self.channel, &mut diagnostics);
        // An agreement is signed on paper or not at all.
        let known = if Level::of(&self.template) == Some(Level::Agreement) { Means::default() } else { known };
        let channel = route(self.channel, &reader.recipient, known, &mut diagnostics);
        if channel != self.channel {
            self.passed.push(self.channel);
            // Another contact may be the first that the means taken instead reaches.
            reader = self.reader(&occurrence, channel, &mut Vec::new());
        }
        let Reader { recipient, choice: contact } = reader;
        if let Some(template) = spoken_or_written(self.channel, channel, &self.template) {
            self.template = template.to_owned();
        }
        let to = if channel == Channel::Email { recipient.mailboxes(&mut diagnostics) } else { Vec::new() };
        let means = Choice {
            aspect: Aspect::Means,
            chosen: Chosen::Means(channel),
            because: self.because,
            lacking: self.passed.iter().map(|passed| Lacking::Means(*passed)).collect(),
        };
        let mut choices = vec![means, signed, contact, spoken];
        let mut cc = Vec::new();
        if channel == Channel::Email {
            let (copies, choice) = signatories.copies(&occurrence, &mut diagnostics);
            cc = copies.into_iter().filter(|copy| to.iter().all(|one| one.address != copy.address)).collect();
            choices.insert(3, choice);
        }
        let step = subject.step(setting.policy, language);
        let means = (channel, step.as_str());
        let (mut case, cleaned) = match subject {
            Subject::Action(action) => from_plan::case(setting.ledger, action, means, setting.as_of, language, about),
            Subject::Occasion(occasion) => occasion.case(setting.ledger, means, setting.as_of, language, about),
        };
        diagnostics.extend(cleaned.into_iter().map(|document| DraftDiagnostic::DocumentCleaned { document }));
        let level = Level::of(&self.template).unwrap_or(Level::Reminder);
        if let (Subject::Action(action), Level::LastNotice | Level::Formal) = (subject, level) {
            match claims::claims(&case, action, setting.claim) {
                Ok(claims) => case.claims = claims,
                Err(claims::Refused) => diagnostics.push(DraftDiagnostic::ClaimsUnknown),
            }
        }
        let scene = Scene { case: &case, level, recipient: &recipient, sender, forced: self.forced };
        let mut composition = match self.filled(&scene) {
            Ok(composition) => composition,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                Composition::default()
            }
        };
        if channel == Channel::Sms {
            let body = sms::plain(&composition.plain().replace('\n', " "));
            composition = composition.reworded(&composition.subject, &body);
        }
        let body = composition.plain();
        if !body.is_empty() {
            let text = Checked {
                level,
                case: &case,
                recipient: &recipient,
                sender,
                subject: &composition.subject,
                body: &body,
            };
            // What is not filled in is said once, not again for every sentence that lacks it.
            let found = lint::lint(text).into_iter().filter(|finding| !said_already(finding.rule, &diagnostics));
            let found: Vec<DraftDiagnostic> = found.map(DraftDiagnostic::Lint).collect();
            diagnostics.extend(found);
        }
        let manner = scene.manner();
        let mut draft = Draft {
            action: position,
            customer: key,
            channel,
            language,
            choices,
            template: self.template,
            manner,
            to,
            cc,
            from: sender.mailbox.clone(),
            recipient: recipient.clone(),
            subject: composition.subject.clone(),
            body,
            composition,
            attachments: Vec::new(),
            diagnostics,
        };
        if level == Level::Formal && draft.is_written() && !draft.is_formal_notice() {
            draft.subject = language.letter_incomplete_notice().to_owned();
            draft.composition.subject.clone_from(&draft.subject);
        }
        draft
    }

    fn filled(&self, scene: &Scene<'_>) -> Result<Composition, DraftDiagnostic> {
        let language = scene.case.language;
        if !statement::foots(scene.case) {
            return Err(DraftDiagnostic::FiguresDisagree);
        }
        let pay_to = scene.sender.account(scene.case.currency);
        if let (PayTo::NotInCurrency, true) = (pay_to, scene.level != Level::Internal) {
            return Err(DraftDiagnostic::NoAccount { currency: scene.case.currency });
        }
        let name = &self.template;
        let replaced = self.setting.replacements.iter().find(|one| one.name == *name && one.language == language);
        let source = replaced.map(|one| one.source.as_str()).or_else(|| letters::template(language, name));
        let Some(source) = source else { return Err(DraftDiagnostic::TemplateUnknown { name: name.clone() }) };
        match template::fill(source, &scene.context()) {
            Ok(filled) => Ok(Composition::new(filled.subject, &filled.body, |block| scene.block(block))),
            Err(error) => Err(DraftDiagnostic::TemplateFailed { name: name.clone(), error }),
        }
    }
}

/// The means that reaches the customer, with what must be said of it.
fn route(channel: Channel, recipient: &Recipient, known: Means, diagnostics: &mut Vec<DraftDiagnostic>) -> Channel {
    let to = recipient.instead_of(channel, known).unwrap_or(channel);
    if to != channel {
        diagnostics.push(DraftDiagnostic::Rerouted { from: channel, to });
    }
    let nothing = recipient.email.is_empty() && recipient.phone.is_empty() && recipient.address.is_empty();
    match to {
        Channel::Letter | Channel::RegisteredLetter if !recipient.is_postable => {
            diagnostics.push(DraftDiagnostic::AddressMissing);
        }
        Channel::Letter | Channel::RegisteredLetter if recipient.overflows() => {
            diagnostics.push(DraftDiagnostic::AddressTooLong);
        }
        Channel::Phone | Channel::Sms if recipient.phone.is_empty() => diagnostics.push(DraftDiagnostic::PhoneMissing),
        Channel::Email
        | Channel::Letter
        | Channel::RegisteredLetter
        | Channel::Phone
        | Channel::Sms
        | Channel::Internal => {}
    }
    if nothing && known != Means::default() && to != Channel::Internal {
        diagnostics.push(DraftDiagnostic::Unreachable);
    }
    to
}

/// A call has another text than a letter: the one to take where one stands in for the other.
fn spoken_or_written(from: Channel, to: Channel, template: &str) -> Option<&'static str> {
    match (from, to) {
        (Channel::Email | Channel::Letter, Channel::Phone) => Some("phone_call"),
        (Channel::Phone, Channel::Email | Channel::Letter) => Some("email_second_reminder"),
        (Channel::Sms, Channel::Email | Channel::Letter) if template == "sms_pre_due" => Some("email_pre_due"),
        (Channel::Sms, Channel::Email | Channel::Letter) => Some("email_first_reminder"),
        (_, _) => None,
    }
}

fn said_already(rule: Rule, diagnostics: &[DraftDiagnostic]) -> bool {
    let said = |wanted: fn(&DraftDiagnostic) -> bool| diagnostics.iter().any(wanted);
    match rule {
        Rule::AccountMissing => {
            said(|one| matches!(one, DraftDiagnostic::IbanMissing | DraftDiagnostic::IbanInvalid { .. }))
        }
        Rule::Impersonal => said(|one| matches!(one, DraftDiagnostic::SignatoryMissing)),
        _ => false,
    }
}
