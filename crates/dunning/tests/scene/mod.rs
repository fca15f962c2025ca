//! Small ledgers and policies, shared by the tests.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use dunning::{
    Action, Anchor, Channel, Condition, ContactMade, Costs, Floor, Hold, Limits, Offset, Plan, Policy, Profile,
    Resolved, Route, Scenario, Situation, Step, Tone, Unchecked, Working,
};
use ledger::{
    AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKey, EntryKind, Ledger, LedgerBuilder, open_items,
};
use std::collections::BTreeMap;
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn cents(cents: i64) -> Amount {
    Amount::from_minor(cents)
}

/// A written step counted from the due date.
pub fn step(id: &str, days: i32, tone: Tone) -> Step {
    Step {
        id: id.into(),
        name: [id.into(), id.into()],
        anchor: Anchor::DueDate,
        offset: Offset::days(days),
        routes: vec![Route { channel: Channel::Email, template: "text".into() }],
        tone,
        claims_interest: false,
        claims_indemnity: false,
        approval: false,
        deadline: None,
        repeat: None,
        floor: Floor::default(),
        when: Condition::default(),
        fee: None,
    }
}

/// Four amicable steps: D+1, D+7, D+14, D+30.
pub fn four() -> Vec<Step> {
    let tones = [Tone::Courtesy, Tone::Reminder, Tone::Proposal, Tone::LastNotice];
    let days = [1, 7, 14, 30];
    let ids = ["one", "two", "three", "four"];
    (0..4).map(|at| step(ids[at], days[at], tones[at])).collect()
}

/// No distance, no cap, no minimum: only what a test sets.
pub fn free() -> Limits {
    Limits {
        minimum_amount: Amount::ZERO,
        days_between_contacts: Days(0),
        contacts_per_30_days: None,
        days_before_repeat: Days(0),
        ..Limits::default()
    }
}

pub fn policy(limits: Limits, steps: Vec<Step>) -> Policy {
    let scenario = Scenario { id: "one".into(), name: ["un".into(), "one".into()], limits, steps };
    Policy::new(parts(vec![scenario])).unwrap()
}

pub fn parts(scenarios: Vec<Scenario>) -> Unchecked {
    Unchecked {
        id: "test".into(),
        name: ["essai".into(), "test".into()],
        segments: Vec::new(),
        scenarios,
        working: Working::every_day(),
        costs: Costs::from([(Channel::Email, cents(125)), (Channel::Phone, cents(1_250))]),
    }
}

/// Customers, entries and what people recorded, as a test states them.
pub struct Scene {
    builder: LedgerBuilder,
    pub people: Vec<(String, Hold)>,
    pub contacts: Vec<(String, ContactMade)>,
    pub profile: Profile,
    documents: Vec<String>,
}

impl Scene {
    pub fn new() -> Scene {
        Scene {
            builder: LedgerBuilder::new(Currency::EUR, Coverage::History),
            people: Vec::new(),
            contacts: Vec::new(),
            profile: Profile::default(),
            documents: Vec::new(),
        }
    }

    /// An invoice of the customer `C` thirty days before its due day.
    pub fn invoice(&mut self, document: &str, due: &str, amount: i64) -> &mut Scene {
        self.entry(document, day(due) - Days(30), Some(day(due)), amount, None)
    }

    /// A credit of the customer.
    pub fn credit(&mut self, document: &str, date: &str, amount: i64) -> &mut Scene {
        self.entry(document, day(date), None, -amount, None)
    }

    pub fn entry(
        &mut self,
        document: &str,
        date: Day,
        due: Option<Day>,
        amount: i64,
        code: Option<&str>,
    ) -> &mut Scene {
        let customer = self.builder.customer(&Customer { id: "C".into(), ..Customer::default() });
        let group = code.map(|code| self.builder.group(code));
        let entry = Entry {
            customer,
            kind: if amount > 0 { EntryKind::Invoice } else { EntryKind::Payment },
            account_class: AccountClass::Receivable,
            day: date,
            document_day: date,
            due_day: due,
            due_day_source: DueDaySource::Stated,
            amount: cents(amount),
            group,
            disputed: false,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
        };
        self.builder.push(entry, document);
        self.documents.push(document.to_owned());
        self
    }

    pub fn hold(&mut self, document: &str, hold: Hold) -> &mut Scene {
        self.people.push((document.to_owned(), hold));
        self
    }

    /// A contact at a step, about the whole account.
    pub fn contacted(&mut self, date: &str, step: &str) -> &mut Scene {
        let made = ContactMade { day: day(date), step: step.into(), channel: Channel::Email, about: None };
        self.contacts.push(("C".into(), made));
        self
    }

    pub fn build(self) -> Built {
        let ledger = self.builder.build().unwrap();
        let entry = |document: &str| ledger.keys().find(|key| ledger.document(*key) == document).unwrap();
        let mut people = Resolved::default();
        for (document, hold) in &self.people {
            people.holds.entry(entry(document)).or_default().push(hold.clone());
        }
        for (customer, made) in self.contacts {
            people.contacts.entry(ledger.find(&customer).unwrap()).or_default().push(made);
        }
        Built { ledger, people, profile: self.profile, assigned: BTreeMap::new() }
    }
}

pub struct Built {
    pub ledger: Ledger,
    pub people: Resolved,
    pub profile: Profile,
    pub assigned: BTreeMap<EntryKey, usize>,
}

impl Built {
    pub fn plan(&self, policy: &Policy, as_of: &str, horizon: i32) -> Plan {
        let open = open_items(&self.ledger, AsOf(day(as_of)));
        let situation = Situation {
            ledger: &self.ledger,
            open: &open,
            profiles: &[self.profile],
            assigned: &self.assigned,
            people: &self.people,
            claim: &dunning::no_claims,
        };
        dunning::plan(policy, open.as_of, Days(horizon), &situation)
    }

    /// `2026-09-09 one F1 F2 1250`, one line an action; then `F3 not-due`, one line an item left alone.
    pub fn told(&self, policy: &Policy, as_of: &str, horizon: i32) -> Vec<String> {
        let plan = self.plan(policy, as_of, horizon);
        let document = |entry| self.ledger.document(entry);
        let action = |action: &Action| {
            let items: Vec<String> = action.items.iter().map(|line| document(line.item.entry)).collect();
            format!("{} {} {} {}", action.day, policy.step(action).id, items.join(" "), action.amount.minor())
        };
        let left = plan.non_actions.iter().map(|left| format!("{} {}", document(left.item.entry), left.reason.key()));
        plan.actions.iter().map(action).chain(left).collect()
    }

    /// The days and steps of the actions.
    pub fn steps(&self, policy: &Policy, as_of: &str, horizon: i32) -> Vec<String> {
        let plan = self.plan(policy, as_of, horizon);
        plan.actions.iter().map(|action| format!("{} {}", action.day, policy.step(action).id)).collect()
    }
}
