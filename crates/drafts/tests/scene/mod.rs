//! A small ledger and the five steps, shared by the tests.
#![allow(dead_code, clippy::unwrap_used)]

use drafts::{Draft, Sender, write};
use dunning::{Action, Channel, Plan, Policy, Step};
use ledger::{Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, open_items};
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

pub fn five_steps() -> Policy {
    let step = |id: &str, offset, channel, template: &str, french: &str, english: &str| Step {
        id: id.into(),
        name: [french.into(), english.into()],
        offset: Days(offset),
        channel,
        template: template.into(),
    };
    let steps = vec![
        step("pre-due", -5, Channel::Email, "email_pre_due", "Relance préventive", "Pre-due reminder"),
        step("first-reminder", 1, Channel::Email, "email_first_reminder", "Première relance", "First reminder"),
        step("call", 7, Channel::Phone, "phone_call", "Appel", "Call"),
        step(
            "arrangement",
            14,
            Channel::Email,
            "email_arrangement",
            "Proposition d’arrangement",
            "Arrangement proposal",
        ),
        step("last-notice", 30, Channel::Email, "email_last_notice", "Dernier avis amiable", "Last amicable notice"),
    ];
    let mut limits = Policy::blank();
    limits.minimum_amount = Amount::from_minor(100);
    limits.days_between_contacts = Days(5);
    Policy::new(limits, steps).unwrap()
}

pub fn plan_today(ledger: &Ledger) -> Plan {
    dunning::plan(&five_steps(), as_of(), Days(0), &open_items(ledger, as_of()), &[])
}

pub fn drafts_today(ledger: &Ledger, sender: &Sender, language: Language) -> Vec<Draft> {
    let plan = plan_today(ledger);
    let actions: Vec<&Action> = plan.actions.iter().collect();
    write(&actions, &five_steps(), ledger, sender, language, as_of())
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
