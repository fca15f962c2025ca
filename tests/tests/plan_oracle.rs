//! The steps of a plan against an independent oracle: `tests/oracle/plans.py`, which lives a customer day by day, while the
//! engine looks only at the days on which something can change. Random policies, items, credits and contacts made before.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use dunning::{
    Advance, CatchUp, Channel, Condition, ContactData, ContactMade, Costs, Floor, Limits, Offset, Policy, Repeat,
    Resolved, Route, Scenario, Shift, Situation, Step, Tone, Unchecked, Working,
};
use ledger::{
    AccountClass, Coverage, Customer, CustomerKey, DueDaySource, Entry, EntryKind, LedgerBuilder, open_items,
};
use rules::calendar::Calendar;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

/// Cases of one run unless `ENCOURS_PLANS` says otherwise: 100,000 were compared before a change of the engine lands.
const CASES: usize = 8_000;
const SHARES: usize = 4;

#[test]
fn steps_and_days_are_those_of_the_oracle() {
    if Command::new("python3").arg("--version").stdout(Stdio::null()).status().is_err() {
        println!("skipped: python3 is not on PATH, so there is no oracle to ask");
        return;
    }
    let asked = std::env::var("ENCOURS_PLANS").ok().and_then(|cases| cases.parse().ok());
    let each = asked.unwrap_or(CASES) / SHARES;
    let shares: Vec<(usize, Vec<String>)> = std::thread::scope(|scope| {
        let shares: Vec<_> = (1..=SHARES).map(|seed| scope.spawn(move || compare(each, seed))).collect();
        shares.into_iter().map(|share| share.join().unwrap()).collect()
    });
    let differences: Vec<&String> = shares.iter().flat_map(|(_, differences)| differences).collect();
    let contacts: usize = shares.iter().map(|(contacts, _)| contacts).sum();
    println!("{} cases, {contacts} contacts, {} differences", each * SHARES, differences.len());
    assert!(differences.is_empty(), "{} cases differ:\n{}", differences.len(), differences[0]);
    assert!(contacts > each, "{contacts} contacts prove little");
}

/// Compares the cases of a seed; how many contacts there were, and the differences.
fn compare(count: usize, seed: usize) -> (usize, Vec<String>) {
    let oracle = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle").join("oracle.py");
    let mut python = Command::new("python3");
    python.arg("-B").arg(oracle).args(["plans", "--count", &count.to_string(), "--seed", &seed.to_string()]);
    let mut python = python.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut contacts, mut compared, mut differences) = (0, 0, Vec::new());
    for line in BufReader::new(python.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        let (asked, expected) = line.split_once('\t').unwrap();
        let planned = plan(&serde_json::from_str(asked).unwrap());
        contacts += planned.as_array().unwrap().len();
        compared += 1;
        let seen = planned.to_string();
        if seen != expected {
            differences.push(format!("{asked}\n  {seen} here\n  {expected} by the oracle"));
        }
    }
    assert!(python.wait().unwrap().success());
    assert_eq!(compared, count);
    (contacts, differences)
}

fn int(value: &Value) -> i32 {
    i32::try_from(value.as_i64().unwrap()).unwrap()
}

fn day(value: &Value) -> Day {
    Day::EPOCH + Days(int(value))
}

fn cents(value: &Value) -> Amount {
    Amount::from_minor(value.as_i64().unwrap())
}

fn optional<T>(value: &Value, read: impl Fn(&Value) -> T) -> Option<T> {
    (!value.is_null()).then(|| read(value))
}

fn step(position: usize, of: &Value) -> Step {
    let id = format!("s{position}");
    Step {
        id: id.clone(),
        name: [id.clone(), id],
        anchor: dunning::Anchor::DueDate,
        offset: Offset { days: Days(int(&of[0])), business: of[1] == true, end_of_month: false },
        routes: vec![Route { channel: Channel::Email, template: "text".into() }],
        tone: match of[2].as_str().unwrap() {
            "service" => Tone::Service,
            "formal" => Tone::Formal,
            _ => Tone::Reminder,
        },
        claims_interest: false,
        claims_indemnity: false,
        approval: false,
        deadline: optional(&of[3], |days| Offset::days(int(days))),
        repeat: optional(&of[4], |of| Repeat { every: Days(int(&of[0])), times: u32::try_from(int(&of[1])).unwrap() }),
        floor: Floor::default(),
        when: Condition::default(),
        fee: None,
    }
}

fn policy(asked: &Value) -> Policy {
    let of = &asked["limits"];
    let limits = Limits {
        minimum_amount: cents(&of[0]),
        minimum_item: cents(&of[1]),
        grace: Days(int(&of[2])),
        minimum_arrears: Days(int(&of[3])),
        days_between_contacts: Days(int(&of[4])),
        contacts_per_30_days: optional(&of[5], |cap| u32::try_from(int(cap)).unwrap()),
        days_before_repeat: Days(int(&of[6])),
        catch_up: match of[7].as_str().unwrap() {
            "first" => CatchUp::FirstStep,
            "ask" => CatchUp::Ask,
            _ => CatchUp::CurrentStep,
        },
        advance: if of[8] == "one-at-a-time" { Advance::OneAtATime } else { Advance::ByAge },
        contact_data: ContactData::Assumed,
        ..Limits::default()
    };
    let steps = asked["steps"].as_array().unwrap().iter().enumerate().map(|(at, of)| step(at, of)).collect();
    let shift = match asked["shift"].as_str().unwrap() {
        "next" => Shift::Next,
        "previous" => Shift::Previous,
        _ => Shift::None,
    };
    Policy::new(Unchecked {
        id: "random".into(),
        name: ["au hasard".into(), "random".into()],
        segments: Vec::new(),
        scenarios: vec![Scenario { id: "one".into(), name: ["un".into(), "one".into()], limits, steps }],
        working: Working { calendar: Calendar::default(), shift, channel_days: BTreeMap::new() },
        costs: Costs::new(),
    })
    .unwrap()
}

/// `[day, step, the day it fell, places of the items, amount]` for each contact.
fn plan(asked: &Value) -> Value {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::OpenItemsOnly);
    let customer = builder.customer(&Customer { id: "C".to_owned(), ..Customer::default() });
    let entry = |kind, issued, due_day: Option<Day>, amount| Entry {
        customer,
        kind,
        account_class: AccountClass::Receivable,
        day: issued,
        document_day: issued,
        due_day,
        due_day_source: due_day.map_or(DueDaySource::None, |_| DueDaySource::Stated),
        amount,
        group: None,
        disputed: false,
        source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
    };
    for (place, item) in asked["items"].as_array().unwrap().iter().enumerate() {
        builder
            .push(entry(EntryKind::Invoice, day(&item[0]), Some(day(&item[1])), cents(&item[2])), &place.to_string());
    }
    let as_of = day(&asked["as_of"]);
    if cents(&asked["credits"]).is_credit() {
        builder.push(entry(EntryKind::CreditNote, as_of, None, cents(&asked["credits"])), "credit");
    }
    let ledger = builder.build().unwrap();
    let policy = policy(asked);
    let contact = |of: &Value| ContactMade {
        day: day(&of[0]),
        step: optional(&of[1], |step| format!("s{}", int(step))).unwrap_or_default(),
        channel: Channel::Email,
        about: None,
    };
    let contacts = asked["contacts"].as_array().unwrap().iter().map(contact).collect();
    let people = Resolved { contacts: BTreeMap::from([(CustomerKey(0), contacts)]), ..Resolved::default() };
    let open = open_items(&ledger, AsOf(as_of));
    let situation = Situation {
        ledger: &ledger,
        open: &open,
        profiles: &[],
        assigned: &BTreeMap::new(),
        people: &people,
        claim: &dunning::no_claims,
    };
    let plan = dunning::plan(&policy, AsOf(as_of), Days(int(&asked["horizon"])), &situation);
    let number = |day: Day| (day - Day::EPOCH).0;
    let told = plan.actions.iter().map(|action| {
        let mut places: Vec<u32> =
            action.items.iter().map(|line| ledger.document(line.item.entry).parse().unwrap()).collect();
        places.sort_unstable();
        json!([number(action.day), action.step, number(action.reached), places, action.amount.minor()])
    });
    told.collect()
}
