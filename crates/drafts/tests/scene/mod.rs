//! A small ledger and the five steps, shared by the tests.
#![allow(dead_code, clippy::unwrap_used)]

use drafts::case::{About, Nature};
use drafts::{Draft, Languages, Sender, Setting, write};
use dunning::{
    Action, Anchor, Channel, Condition, Costs, Floor, Limits, Offset, Plan, Policy, Resolved, Route, Scenario,
    Situation, Step, Tone, Unchecked, Working,
};
use ledger::{Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, OpenItem, open_items};
use rules::interest::{Method, Regime, Rule, late_interest};
use rules::rates::Rates;
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The as-of day of every test.
pub fn as_of() -> AsOf {
    AsOf(day("2026-09-30"))
}

pub fn sender() -> Sender {
    Sender {
        company: "Société Exemple".into(),
        name: "Camille Durand".into(),
        email: "camille.durand@exemple.example".into(),
        phone: "01 23 45 67 89".into(),
        iban: "FR7630006000011234567890189".into(),
        function: "Responsable du recouvrement".into(),
        legal_form: "SAS au capital de 50 000 €".into(),
        address: "12 rue de la République\n69002 Lyon".into(),
        siren: "732 829 320".into(),
        registry: "RCS Lyon".into(),
        ..Sender::default()
    }
}

/// Customers and entries written as text: `id | name | email | phone`, and `document day due amount kind`.
pub struct Scene {
    builder: LedgerBuilder,
    row: u32,
}

impl Scene {
    pub fn new() -> Scene {
        Scene { builder: LedgerBuilder::new(Currency::EUR, Coverage::History), row: 1 }
    }

    pub fn customer(&mut self, id: &str, name: &str, email: Option<&str>, phone: Option<&str>) -> ledger::CustomerKey {
        self.builder.customer(&Customer {
            id: id.into(),
            name: name.into(),
            particulars: Some(Box::new(ledger::Particulars {
                email: email.map(str::to_owned),
                phone: phone.map(str::to_owned),
                ..ledger::Particulars::default()
            })),
        })
    }

    pub fn person(&mut self, customer: Customer) -> ledger::CustomerKey {
        self.builder.customer(&customer)
    }

    pub fn entry(&mut self, customer: ledger::CustomerKey, document: &str, date: &str, due: Option<&str>, minor: i64) {
        self.row += 1;
        let kind = match (document.is_empty(), minor < 0, due.is_some()) {
            (_, true, _) => EntryKind::CreditNote,
            (true, false, _) => EntryKind::Opening,
            (false, false, _) => EntryKind::Invoice,
        };
        let entry = Entry {
            customer,
            kind,
            account_class: ledger::AccountClass::Receivable,
            day: day(date),
            document_day: day(date),
            due_day: due.map(day),
            due_day_source: DueDaySource::Stated,
            amount: Amount::from_minor(minor),
            group: None,
            disputed: false,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: self.row },
        };
        self.builder.push(entry, document);
    }

    pub fn build(self) -> Ledger {
        self.builder.build().unwrap()
    }
}

/// A policy with these steps: identifier, offset, channel, template and both names.
pub fn policy(steps: &[(&str, i32, Channel, &str, &str, &str)]) -> Policy {
    let step = |(id, offset, channel, template, french, english): &(&str, i32, Channel, &str, &str, &str)| Step {
        id: (*id).into(),
        name: [(*french).into(), (*english).into()],
        anchor: Anchor::DueDate,
        offset: Offset::days(*offset),
        routes: vec![Route { channel: *channel, template: (*template).into() }],
        tone: Tone::Reminder,
        claims_interest: false,
        claims_indemnity: false,
        approval: false,
        deadline: None,
        repeat: None,
        floor: Floor::default(),
        when: Condition::default(),
        fee: None,
    };
    let scenario = Scenario {
        id: "standard".into(),
        name: ["Standard".into(), "Standard".into()],
        limits: Limits { days_between_contacts: Days(5), ..Limits::default() },
        steps: steps.iter().map(step).collect(),
    };
    Policy::new(Unchecked {
        id: "five-steps".into(),
        name: ["Cinq étapes".into(), "Five steps".into()],
        segments: Vec::new(),
        scenarios: vec![scenario],
        working: Working::every_day(),
        costs: Costs::new(),
    })
    .unwrap()
}

pub const FIVE_STEPS: [(&str, i32, Channel, &str, &str, &str); 5] = [
    ("pre-due", -5, Channel::Email, "email_pre_due", "Relance préventive", "Pre-due reminder"),
    ("first-reminder", 1, Channel::Email, "email_first_reminder", "Première relance", "First reminder"),
    ("call", 7, Channel::Phone, "phone_call", "Appel", "Call"),
    ("arrangement", 14, Channel::Email, "email_arrangement", "Proposition d’arrangement", "Arrangement proposal"),
    ("last-notice", 30, Channel::Email, "email_last_notice", "Dernier avis amiable", "Last amicable notice"),
];

pub fn five_steps() -> Policy {
    policy(&FIVE_STEPS)
}

pub fn plan_today(ledger: &Ledger) -> Plan {
    plan_of(ledger, &five_steps())
}

pub fn plan_of(ledger: &Ledger, policy: &Policy) -> Plan {
    let (open, people, assigned) = (open_items(ledger, as_of()), Resolved::default(), BTreeMap::new());
    let situation = Situation {
        ledger,
        open: &open,
        profiles: &[],
        assigned: &assigned,
        people: &people,
        claim: &dunning::no_claims,
    };
    dunning::plan(policy, as_of(), Days(0), &situation)
}

pub fn drafts_today(ledger: &Ledger, sender: &Sender, language: Language) -> Vec<Draft> {
    let plan = plan_today(ledger);
    let actions: Vec<&Action> = plan.actions.iter().collect();
    drafts_with(ledger, &five_steps(), &actions, sender, language, &|_| About::default())
}

/// The drafts of one French customer, of the salesperson Paul Vidal, who owes 100,00 since yesterday: one step, each in
/// the customer's own language.
pub fn drafts_in(sender: &Sender, channel: Channel, template: &str) -> Vec<Draft> {
    let mut scene = Scene::new();
    let text = |text: &str| Some(text.to_owned());
    let customer = scene.person(Customer {
        id: "C1".into(),
        name: "Alpha".into(),
        particulars: Some(Box::new(ledger::Particulars {
            email: text("files@alpha.example"),
            country: text("France"),
            segment: text("PME"),
            salesperson: text("Paul Vidal"),
            ..ledger::Particulars::default()
        })),
    });
    scene.entry(customer, "F1", "2026-08-30", Some("2026-09-29"), 10_000);
    let ledger = scene.build();
    let policy = policy(&[("step", 1, channel, template, "Étape", "Step")]);
    let plan = plan_of(&ledger, &policy);
    let setting = Setting {
        languages: Languages::ByCustomer(Language::Fr),
        as_of: as_of(),
        policy: &policy,
        ledger: &ledger,
        sender,
        replacements: &[],
        claim: &claim_of(Nature::Business),
        about: &|_| About::default(),
    };
    write(&plan.actions.iter().collect::<Vec<_>>(), &setting)
}

/// What the law grants a creditor of a French business or public body for an item nothing was paid on.
pub fn claim_of(nature: Nature) -> impl Fn(&OpenItem, Day) -> dunning::Claim {
    let regime = match nature {
        Nature::Business => Regime::FrB2b,
        Nature::PublicBody => Regime::FrPublic,
        Nature::Consumer => Regime::FrConsumer,
    };
    move |item, until| {
        let due = item.due_day.unwrap();
        let claim = rules::interest::Claim {
            principal: item.residual,
            currency: Currency::EUR,
            due,
            until,
            payments: &[],
            costs: Amount::ZERO,
            notice: None,
            insolvency: None,
        };
        let rule = Rule::new(regime, None).unwrap();
        let interest = late_interest(&claim, rule, Method::default(), &Rates::default()).unwrap();
        dunning::Claim {
            interest: interest.interest,
            indemnity: if item.kind == EntryKind::Invoice { interest.indemnity.amount() } else { Amount::ZERO },
            per_day: interest.per_day,
            rate: interest.segments.last().map(|segment| segment.applied.rate),
            refused: false,
        }
    }
}

pub fn drafts_with(
    ledger: &Ledger,
    policy: &Policy,
    actions: &[&Action],
    sender: &Sender,
    language: Language,
    about: &dyn Fn(ledger::CustomerKey) -> About,
) -> Vec<Draft> {
    let setting = Setting {
        languages: Languages::Asked(language),
        as_of: as_of(),
        policy,
        ledger,
        sender,
        replacements: &[],
        claim: &claim_of(Nature::Business),
        about,
    };
    write(actions, &setting)
}

/// One customer per step, from a lone invoice to a mixed account.
pub fn five_customers() -> Ledger {
    let mut scene = Scene::new();
    let alpha = scene.customer("411ALPHA", "Ateliers Alpha", Some("compta@alpha.example"), Some("04 11 22 33 44"));
    scene.entry(alpha, "F-2026-118", "2026-09-03", Some("2026-10-03"), 124_560);
    let bravo = scene.customer("411BRAVO", "Bravo & Fils", Some("factures@bravo.example"), None);
    scene.entry(bravo, "F-2026-097", "2026-08-28", Some("2026-09-27"), 89_000);
    let coralie =
        scene.customer("411CORAL", "Éditions Coralie", Some("direction@coralie.example"), Some("01 44 55 66 77"));
    scene.entry(coralie, "F-2026-080", "2026-08-20", Some("2026-09-19"), 1_204_800);
    scene.entry(coralie, "F-2026-121", "2026-09-04", Some("2026-10-04"), 36_000);
    scene.entry(coralie, "A-2026-007", "2026-09-10", None, -48_000);
    let delta = scene.customer("411DELTA", "Delta Négoce", Some("delta@negoce.example"), Some("05 00 00 00 01"));
    scene.entry(delta, "F-2026-061", "2026-08-10", Some("2026-09-09"), 250_000);
    scene.entry(delta, "F-2026-074", "2026-08-14", Some("2026-09-13"), 80_001);
    let echo = scene.customer("411ECHO", "Écho Transports", Some("echo@transports.example"), Some("03 10 20 30 40"));
    scene.entry(echo, "", "2026-01-01", Some("2026-01-31"), 12_345);
    scene.entry(echo, "F-2026-033", "2026-06-15", Some("2026-07-15"), 640_000);
    scene.entry(echo, "F-2026-052", "2026-07-31", Some("2026-08-31"), 320_050);
    scene.build()
}
