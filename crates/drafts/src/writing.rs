//! How a draft is written: addressed, filled in with the figures of its case, checked as a text.

use crate::case::{About, Case};
use crate::composition::Composition;
use crate::context::Scene;
use crate::correspondence::{Chosen, ChosenBy, Lacking, Occurrence, Scope};
use crate::draft::{Draft, Languages, Setting};
use crate::level::Level;
use crate::lint::{self, Checked, Rule};
use crate::manner::Manner;
use crate::occasion::Occasion;
use crate::recipient::{LanguageBy, Means, Recipient, language_of};
use crate::sender::{CheckedSender, PayTo, Signatories};
use crate::{Aspect, Choice, DraftDiagnostic, Mailbox, claims, from_plan, sms, statement, template};
use dunning::{Action, Channel, Policy, ReviewState, Tone};
use ledger::CustomerKey;
use text::Language;
use text::letters;

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
pub(crate) enum Subject<'a> {
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

/// A text about to be written, and by what means.
pub(crate) struct Writing<'a> {
    setting: &'a Setting<'a>,
    signatories: &'a Signatories<'a>,
    subject: Subject<'a>,
    channel: Channel,
    template: String,
    /// Why that means: the step, or a person.
    because: ChosenBy,
    /// Means of the step that do not reach the customer.
    passed: Vec<Channel>,
    /// Warm or firm whatever the case says: a preview, or a person's choice.
    pub(crate) forced: Option<Manner>,
    known: Means,
}

/// The person to write to, and what of it must be told.
struct Reader {
    recipient: Recipient,
    choice: Choice,
}

/// A text with its address and its signature, before it has words.
struct Addressed<'a> {
    channel: Channel,
    language: Language,
    sender: &'a CheckedSender,
    recipient: Recipient,
    mailboxes: Vec<Mailbox>,
    copies: Vec<Mailbox>,
    choices: Vec<Choice>,
    diagnostics: Vec<DraftDiagnostic>,
}

impl<'a> Writing<'a> {
    pub(crate) fn of(
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
    pub(crate) fn takes(&mut self, template: &str) {
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

    /// The text, addressed, filled in with the figures of its case, and checked.
    pub(crate) fn draft(mut self, position: usize) -> Draft {
        let customer = self.subject.customer();
        let about = (self.setting.about)(customer);
        let mut to = self.addressed(&about);
        let level = Level::of(&self.template).unwrap_or(Level::Reminder);
        let case = self.case(level, about, &mut to);
        let scene = Scene { case: &case, level, recipient: &to.recipient, sender: to.sender, forced: self.forced };
        let composition = self.composed(&scene, to.channel).unwrap_or_else(|diagnostic| {
            to.diagnostics.push(diagnostic);
            Composition::default()
        });
        let found = findings(&scene, &composition, &to.diagnostics);
        to.diagnostics.extend(found);
        let draft = Draft {
            action: position,
            customer,
            channel: to.channel,
            language: case.language,
            choices: to.choices,
            template: self.template,
            manner: scene.manner(),
            to: to.mailboxes,
            cc: to.copies,
            from: to.sender.mailbox.clone(),
            subject: composition.subject.clone(),
            body: composition.plain(),
            composition,
            attachments: Vec::new(),
            diagnostics: to.diagnostics,
            recipient: to.recipient,
        };
        named_as_it_is(draft, level)
    }

    /// Who writes to whom, by what means and in what language. The means may change on the way, and the text with it.
    fn addressed(&mut self, about: &About) -> Addressed<'a> {
        let occurrence = self.occurrence();
        let (language, because) = self.language(about, &occurrence);
        let spoken = Choice { aspect: Aspect::Language, chosen: Chosen::Language(language), because, lacking: vec![] };
        let (sender, signed) = self.signatories.of(&occurrence);
        let mut diagnostics = sender.diagnostics.clone();
        let mut reader = self.reader(&occurrence, self.channel, &mut diagnostics);
        // An agreement is signed on paper or not at all.
        let known = if Level::of(&self.template) == Some(Level::Agreement) { Means::default() } else { self.known };
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
        let means = Choice {
            aspect: Aspect::Means,
            chosen: Chosen::Means(channel),
            because: self.because,
            lacking: self.passed.iter().map(|passed| Lacking::Means(*passed)).collect(),
        };
        let mut choices = vec![means, signed, contact];
        let (mut mailboxes, mut copies) = (Vec::new(), Vec::new());
        if channel == Channel::Email {
            mailboxes = recipient.mailboxes(&mut diagnostics);
            let (asked, choice) = self.signatories.copies(&occurrence, &mut diagnostics);
            let twice = |copy: &Mailbox| mailboxes.iter().any(|one| one.address == copy.address);
            copies = asked.into_iter().filter(|copy| !twice(copy)).collect();
            choices.push(choice);
        }
        choices.push(spoken);
        Addressed { channel, language, sender, recipient, mailboxes, copies, choices, diagnostics }
    }

    /// What the text is about, with what may be claimed where it announces or demands it.
    fn case(&self, level: Level, about: About, to: &mut Addressed<'_>) -> Case {
        let Writing { setting, subject, .. } = self;
        let step = subject.step(setting.policy, to.language);
        let means = (to.channel, step.as_str());
        let (mut case, cleaned) = match subject {
            Subject::Action(action) => {
                from_plan::case(setting.ledger, action, means, setting.as_of, to.language, about)
            }
            Subject::Occasion(occasion) => occasion.case(setting.ledger, means, setting.as_of, to.language, about),
        };
        to.diagnostics.extend(cleaned.into_iter().map(|document| DraftDiagnostic::DocumentCleaned { document }));
        if let (Subject::Action(action), Level::LastNotice | Level::Formal) = (subject, level) {
            match claims::claims(&case, action, setting.claim) {
                Ok(claims) => case.claims = claims,
                Err(claims::Refused) => to.diagnostics.push(DraftDiagnostic::ClaimsUnknown),
            }
        }
        case
    }

    fn composed(&self, scene: &Scene<'_>, channel: Channel) -> Result<Composition, DraftDiagnostic> {
        let composition = self.filled(scene)?;
        if channel != Channel::Sms {
            return Ok(composition);
        }
        let body = sms::plain(&composition.plain().replace('\n', " "));
        Ok(composition.reworded(&composition.subject, &body))
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

/// What the check of words finds in a text. What is not filled in is said once, not again for every sentence that
/// lacks it.
fn findings(scene: &Scene<'_>, composition: &Composition, said: &[DraftDiagnostic]) -> Vec<DraftDiagnostic> {
    let body = composition.plain();
    if body.is_empty() {
        return Vec::new();
    }
    let Scene { level, case, recipient, sender, .. } = *scene;
    let text = Checked { level, case, recipient, sender, subject: &composition.subject, body: &body };
    let found = lint::lint(text).into_iter().filter(|finding| !said_already(finding.rule, said));
    found.map(DraftDiagnostic::Lint).collect()
}

/// A formal notice that lacks an element is not called one.
fn named_as_it_is(mut draft: Draft, level: Level) -> Draft {
    if level == Level::Formal && draft.is_written() && !draft.is_formal_notice() {
        draft.subject = draft.language.letter_incomplete_notice().to_owned();
        draft.composition.subject.clone_from(&draft.subject);
    }
    draft
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
