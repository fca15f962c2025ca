//! Who signs, which contact of the customer is written to, who gets a copy and in what language: each by ordered rules,
//! those for one customer before those for its country before those for everybody. What decided is told with the draft.

use crate::recipient::LanguageBy;
use dunning::{Channel, Tone};
use ledger::Customer;
use rules::contact::{Country, EmailAddress};
use text::Language;
use values::Amount;

/// What a contact is at the customer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Whom reminders are meant for.
    Dunning,
    /// Accounts payable.
    Accounting,
    /// Whoever ordered.
    Buyer,
    /// Who decides: written to when matters escalate.
    Manager,
    /// Counsel.
    Legal,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 5] = [Role::Dunning, Role::Accounting, Role::Buyer, Role::Manager, Role::Legal];

    /// Its name in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Role::Dunning => "dunning",
            Role::Accounting => "accounting",
            Role::Buyer => "buyer",
            Role::Manager => "manager",
            Role::Legal => "legal",
        }
    }
}

/// A person of the firm beside the usual signatory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colleague {
    /// Name: rules and the salespersons of the files are found by it.
    pub name: String,
    /// What this person is in the firm.
    pub function: String,
    /// E-mail address; the firm's where empty.
    pub email: String,
    /// Telephone number; the firm's where empty.
    pub phone: String,
}

/// A person at a customer's, beside what the files give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerContact {
    /// Code of the customer in the books.
    pub customer: String,
    /// What this person is.
    pub role: Role,
    /// Name.
    pub name: String,
    /// E-mail address; several are separated by `;`.
    pub email: String,
    /// Telephone number.
    pub phone: String,
}

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signs {
    /// The customer's salesperson.
    Salesperson,
    /// A colleague, by name.
    Colleague(String),
}

/// Who gets a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyTo {
    /// The customer's salesperson.
    Salesperson,
    /// A contact of the customer.
    Contact(Role),
    /// An address.
    Address(String),
    /// A colleague, by name.
    Colleague(String),
}

impl CopyTo {
    /// What a word means: `salesperson`, `customer:manager`, an address, else the name of a colleague.
    pub fn read(word: &str) -> CopyTo {
        let word = word.trim();
        let role = |key: &str| Role::ALL.into_iter().find(|role| role.key() == key);
        match word.strip_prefix("customer:").map(str::trim).and_then(role) {
            Some(role) => CopyTo::Contact(role),
            None if word == "salesperson" => CopyTo::Salesperson,
            None if word.contains('@') => CopyTo::Address(word.to_owned()),
            None => CopyTo::Colleague(word.to_owned()),
        }
    }
}

/// From which tone on a rule holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FromTone {
    /// Whatever the step.
    #[default]
    Any,
    /// Steps as firm as this, or firmer.
    This(Tone),
    /// A word that is no tone: the rule never holds, and that is said.
    Unknown(String),
}

/// One rule. Conditions left empty hold for every text; what it says nothing of is left to other rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Only this customer, by code.
    pub customer: String,
    /// Only customers of this country, by name or code.
    pub country: String,
    /// Only customers of these segments.
    pub segments: Vec<String>,
    /// Only customers of these salespersons.
    pub salespersons: Vec<String>,
    /// Only these steps, by identifier, or these occasions.
    pub steps: Vec<String>,
    /// Only steps as firm as this, or firmer.
    pub from_tone: FromTone,
    /// Only where at least this is asked for.
    pub amount_from: Option<Amount>,
    /// Who signs.
    pub signs: Option<Signs>,
    /// Which contact is written to.
    pub write_to: Option<Role>,
    /// Who gets a copy.
    pub copies: Vec<CopyTo>,
    /// In what language.
    pub language: Option<Language>,
}

/// Whom a rule is for: the narrowest that fits decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One customer.
    Customer,
    /// The customers of a country.
    Country,
    /// Everybody.
    Everybody,
}

impl Scope {
    /// Its name in the texts.
    pub const fn key(self) -> &'static str {
        match self {
            Scope::Customer => "customer",
            Scope::Country => "country",
            Scope::Everybody => "everybody",
        }
    }
}

/// The people of the firm and of its customers, and the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correspondence {
    /// Colleagues who sign or get copies.
    pub colleagues: Vec<Colleague>,
    /// Contacts of customers.
    pub contacts: Vec<CustomerContact>,
    /// Rules: of two that are as narrow, the first decides.
    pub rules: Vec<Rule>,
}

/// A text that rules are asked about.
pub(crate) struct Occurrence<'a> {
    pub(crate) customer: &'a Customer,
    /// Its segments: as the files state it, and as the policy places it.
    pub(crate) segments: [&'a str; 2],
    pub(crate) step: &'a str,
    pub(crate) tone: Tone,
    pub(crate) amount: Amount,
}

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChosenBy {
    /// A rule, by its number from 1.
    Rule(usize, Scope),
    /// From the last notice on, whoever decides at the customer's is written to first.
    Escalation,
    /// A rule of the language.
    Language(LanguageBy),
    /// The step says so.
    Step,
    /// A person chose it.
    Chosen,
    /// Nothing said otherwise.
    Default,
}

/// Why what was wanted first was not to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// No contact of the role can be reached by the means of the text.
    Contact(Role),
    /// The files name no salesperson for the customer.
    Salesperson,
    /// Nothing but the name is known of the one who signs.
    OnlyName(String),
    /// No colleague of that name.
    Colleague(String),
    /// The means does not reach the customer.
    Means(Channel),
}

/// What a choice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// By what means.
    Means,
    /// Who signs.
    Signatory,
    /// Whom it is written to.
    Contact,
    /// Who gets a copy.
    Copies,
    /// In what language.
    Language,
}

impl Aspect {
    /// Its name in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Aspect::Means => "means",
            Aspect::Signatory => "signatory",
            Aspect::Contact => "contact",
            Aspect::Copies => "copies",
            Aspect::Language => "language",
        }
    }
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A means.
    Means(Channel),
    /// People, by name or address; none where empty.
    People(Vec<String>),
    /// A contact of the customer's book.
    Contact(Role, String),
    /// What the files give of the customer.
    Files(String),
    /// A language.
    Language(Language),
}

/// What a rule or a habit decided for a text, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What about.
    pub aspect: Aspect,
    /// What.
    pub chosen: Chosen,
    /// Why.
    pub because: ChosenBy,
    /// What was wanted first and not to be had.
    pub lacking: Vec<Lacking>,
}

impl FromTone {
    fn holds(&self, tone: Tone) -> bool {
        match self {
            FromTone::Any => true,
            FromTone::This(least) => tone >= *least,
            FromTone::Unknown(_) => false,
        }
    }
}

impl Rule {
    /// Whom it is for.
    pub fn scope(&self) -> Scope {
        match (self.customer.trim().is_empty(), self.country.trim().is_empty()) {
            (false, _) => Scope::Customer,
            (true, false) => Scope::Country,
            (true, true) => Scope::Everybody,
        }
    }

    /// A country or a tone that nobody knows: the rule can never hold.
    pub(crate) fn unknown(&self) -> Option<&str> {
        let country = Some(self.country.as_str()).filter(|name| !name.trim().is_empty());
        let tone = || match &self.from_tone {
            FromTone::Unknown(word) => Some(word.as_str()),
            FromTone::Any | FromTone::This(_) => None,
        };
        country.filter(|name| Country::recognise(name).is_none()).or_else(tone)
    }

    fn fits(&self, of: &Occurrence<'_>) -> bool {
        let one_of = |wanted: &[String], seen: &[&str]| {
            wanted.is_empty() || wanted.iter().any(|wanted| seen.iter().any(|seen| same(wanted, seen)))
        };
        let country = of.customer.country.as_deref().and_then(Country::recognise);
        let salesperson = of.customer.salesperson.as_deref().unwrap_or_default();
        (self.customer.trim().is_empty() || self.customer.trim() == of.customer.id)
            && (self.country.trim().is_empty() || country.is_some() && Country::recognise(&self.country) == country)
            && one_of(&self.segments, &of.segments)
            && one_of(&self.salespersons, &[salesperson])
            && one_of(&self.steps, &[of.step])
            && self.from_tone.holds(of.tone)
            && self.amount_from.is_none_or(|least| of.amount >= least)
    }
}

/// Names as people type them: blanks around and the case of letters do not matter.
pub(crate) fn same(a: &str, b: &str) -> bool {
    !a.trim().is_empty() && a.trim().to_lowercase() == b.trim().to_lowercase()
}

impl Correspondence {
    /// What the narrowest rule that fits says of something, the first among rules as narrow.
    pub(crate) fn decided<'a, T>(
        &'a self,
        of: &Occurrence<'_>,
        about: impl Fn(&'a Rule) -> Option<T>,
    ) -> Option<(T, ChosenBy)> {
        let fitting = (1..).zip(&self.rules).filter(|(_, rule)| rule.fits(of));
        let said = fitting.filter_map(|(number, rule)| Some((number, rule.scope(), about(rule)?)));
        let (number, scope, said) = said.min_by_key(|(number, scope, _)| (*scope, *number))?;
        Some((said, ChosenBy::Rule(number, scope)))
    }

    pub(crate) fn colleague(&self, name: &str) -> Option<&Colleague> {
        self.colleagues.iter().find(|colleague| same(&colleague.name, name))
    }

    /// The contacts of a customer in the order in which they are tried for a role: it, then reminders, then accounts.
    pub(crate) fn contacts_for(&self, customer: &str, wanted: Role) -> Vec<&CustomerContact> {
        let order = [wanted, Role::Dunning, Role::Accounting];
        let own =
            |role: Role| self.contacts.iter().filter(move |one| one.customer.trim() == customer && one.role == role);
        let mut found: Vec<&CustomerContact> = Vec::new();
        for contact in order.into_iter().flat_map(own) {
            if !found.contains(&contact) {
                found.push(contact);
            }
        }
        found
    }

    /// Which contact is wanted: as a rule says, else whoever decides from the last notice on, else whom reminders are for.
    pub(crate) fn wanted(&self, of: &Occurrence<'_>) -> (Role, ChosenBy) {
        let ruled = self.decided(of, |rule| rule.write_to);
        let manager =
            || self.contacts.iter().any(|one| one.customer.trim() == of.customer.id && one.role == Role::Manager);
        ruled.unwrap_or_else(|| match of.tone >= Tone::LastNotice && manager() {
            true => (Role::Manager, ChosenBy::Escalation),
            false => (Role::Dunning, ChosenBy::Default),
        })
    }
}

impl CustomerContact {
    /// Whether a means reaches this very person; a letter goes to the customer's address whoever reads it.
    pub(crate) fn is_reached(&self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.email.split([';', ',']).any(|text| text.trim().parse::<EmailAddress>().is_ok()),
            Channel::Phone | Channel::Sms => !self.phone.trim().is_empty(),
            Channel::Letter | Channel::RegisteredLetter | Channel::Internal => true,
        }
    }
}

impl Choice {
    /// What was chosen, in words.
    pub fn chosen(&self, language: Language) -> String {
        let none = || language.choice_nobody().to_owned();
        match &self.chosen {
            Chosen::Means(channel) => language.by_means(crate::channel_key(*channel)).to_owned(),
            Chosen::People(people) if people.is_empty() => none(),
            Chosen::People(people) => people.join(", "),
            Chosen::Contact(role, who) => format!("{who} ({})", language.contact_role(role.key())),
            Chosen::Files(who) if who.is_empty() => none(),
            Chosen::Files(who) => who.clone(),
            Chosen::Language(chosen) => language.choice_language(*chosen).to_owned(),
        }
    }

    /// Why, in words.
    pub fn reason(&self, language: Language) -> String {
        let because = match self.because {
            ChosenBy::Rule(number, scope) => language.choice_rule(number, scope.key()),
            ChosenBy::Escalation => language.choice_escalation().to_owned(),
            ChosenBy::Language(by) => language.choice_language_by(by.key()).to_owned(),
            ChosenBy::Step => language.choice_step().to_owned(),
            ChosenBy::Chosen => language.choice_person().to_owned(),
            ChosenBy::Default if self.aspect == Aspect::Signatory => language.choice_sender().to_owned(),
            ChosenBy::Default if self.aspect == Aspect::Copies => language.choice_copies().to_owned(),
            ChosenBy::Default if matches!(self.chosen, Chosen::Files(_)) => language.choice_files().to_owned(),
            ChosenBy::Default => language.choice_usual().to_owned(),
        };
        let lacking = self.lacking.iter().map(|lacking| match lacking {
            Lacking::Contact(role) => language.choice_no_contact(role.key()),
            Lacking::Salesperson => language.choice_no_salesperson().to_owned(),
            Lacking::OnlyName(name) => language.choice_only_name(name),
            Lacking::Colleague(name) => language.choice_no_colleague(name),
            Lacking::Means(channel) => language.choice_no_means(crate::channel_key(*channel)).to_owned(),
        });
        std::iter::once(because).chain(lacking).collect::<Vec<_>>().join(language.choice_join())
    }
}
