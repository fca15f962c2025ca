//! Laws of the plan on random states under random policies. The suite takes a sample; `ENCOURS_STATES=1000000` takes the
//! million of reliability.md.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod scene;

use dunning::{
    Advance, Anchor, CatchUp, Channel, ContactMade, CreditUse, Floor, Grouping, Hold, Limits, Offset, Plan, Policy,
    Profile, Range, Repeat, Resolved, Review, Shift, Situation, Stage, Standing, Step, Tone, TooLittle, Upcoming,
    Verdict, Working,
};
use ledger::{
    AccountClass, Coverage, Customer, CustomerKey, DueDaySource, Entry, EntryKey, EntryKind, Ledger, LedgerBuilder,
    OpenItems, open_items,
};
use scene::{cents, day, parts, step};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

/// Customers of one ledger: each is a state.
const CUSTOMERS: u32 = 40;
/// States unless asked otherwise.
const STATES: u32 = 8_000;

/// A small generator of its own, the same everywhere (Steele, Lea and Flood, 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: i32) -> i32 {
        (self.next() % bound as u64) as i32
    }

    fn one_in(&mut self, n: i32) -> bool {
        self.below(n) == 0
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as i32) as usize].clone()
    }
}

fn a_policy(random: &mut Random) -> Policy {
    let limits = Limits {
        minimum_amount: cents(random.pick(&[0, 100, 10_000])),
        minimum_item: cents(random.pick(&[0, 0, 0, 1_000])),
        review_above: random.pick(&[None, Some(cents(200_000))]),
        grace: Days(random.pick(&[0, 0, 3])),
        minimum_arrears: Days(random.pick(&[0, 0, 5])),
        days_between_contacts: Days(random.pick(&[0, 1, 5, 7])),
        contacts_per_30_days: random.pick(&[None, Some(2), Some(4)]),
        days_before_repeat: Days(random.pick(&[0, 15])),
        grouping: random.pick(&[Grouping::Account, Grouping::Account, Grouping::Level, Grouping::Item]),
        upcoming: random.pick(&[Upcoming::Together, Upcoming::Together, Upcoming::Apart]),
        credits: random.pick(&[CreditUse::Deduct, CreditUse::List, CreditUse::Ignore]),
        catch_up: random.pick(&[CatchUp::CurrentStep, CatchUp::FirstStep, CatchUp::Ask]),
        advance: random.pick(&[Advance::ByAge, Advance::OneAtATime]),
        too_little: random.pick(&[TooLittle::Hold, TooLittle::FallBack]),
        ..Limits::default()
    };
    let tones = [Tone::Service, Tone::Courtesy, Tone::Reminder, Tone::Proposal, Tone::LastNotice, Tone::Formal];
    let mut at = -10;
    let mut steps: Vec<Step> = Vec::new();
    for (position, tone) in tones.into_iter().enumerate() {
        at += 1 + random.below(15);
        if random.one_in(5) {
            continue;
        }
        let mut step = step(&format!("s{position}"), at, tone);
        if !steps.is_empty() && random.one_in(5) {
            step.anchor = Anchor::PreviousAction;
            step.offset = Offset::days(1 + random.below(10));
        }
        step.deadline = random.one_in(4).then_some(Offset::days(8));
        step.repeat = random.one_in(6).then_some(Repeat { every: Days(7), times: 2 });
        step.floor = Floor { amount: cents(random.pick(&[0, 0, 50_000])), percent: random.pick(&[0, 0, 10]) as u8 };
        if random.one_in(6) {
            step.when.amount = Range { from: Some(cents(30_000)), to: None };
        }
        step.approval = tone == Tone::Formal;
        steps.push(step);
    }
    let scenario = dunning::Scenario { id: "one".into(), name: ["un".into(), "one".into()], limits, steps };
    let mut unchecked = parts(vec![scenario]);
    unchecked.working =
        Working { shift: random.pick(&[Shift::None, Shift::Next, Shift::Previous]), ..Working::default() };
    Policy::new(unchecked).unwrap()
}

struct World {
    ledger: Ledger,
    open: OpenItems,
    people: Resolved,
}

fn a_world(random: &mut Random) -> World {
    let as_of = day("2026-09-10") + Days(random.below(7));
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    for customer in 0..CUSTOMERS {
        let key = builder.customer(&Customer { id: format!("C{customer:02}"), ..Customer::default() });
        for number in 0..1 + random.below(5) {
            let credit = random.one_in(4);
            let due = as_of + Days(random.below(160) - 130);
            let amount = i64::from(1 + random.below(200_000));
            let day = if credit { as_of - Days(random.below(60)) } else { due - Days(random.below(60)) };
            let entry = Entry {
                customer: key,
                kind: if credit { EntryKind::Payment } else { EntryKind::Invoice },
                account_class: if random.one_in(15) { AccountClass::Doubtful } else { AccountClass::Receivable },
                day,
                document_day: day,
                due_day: (!credit && !random.one_in(15)).then_some(due),
                due_day_source: DueDaySource::Stated,
                amount: cents(if credit { -amount } else { amount }),
                group: random.one_in(3).then(|| builder.group("g")),
                disputed: !credit && random.one_in(12),
                source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
            };
            builder.push(entry, &format!("{customer}-{number}"));
        }
    }
    let ledger = builder.build().unwrap();
    let open = open_items(&ledger, AsOf(as_of));
    let people = people(random, &open, as_of);
    World { ledger, open, people }
}

fn people(random: &mut Random, open: &OpenItems, as_of: Day) -> Resolved {
    let mut people = Resolved::default();
    for item in open.items.iter().filter(|item| item.residual.is_debit()) {
        if !random.one_in(4) {
            continue;
        }
        let part = Amount::from_minor(1 + (random.next() % item.residual.minor() as u64) as i64);
        let until = as_of + Days(random.below(40));
        let hold = random.pick(&[
            Hold::Insolvent { since: as_of },
            Hold::HandedOver { stage: Stage::Agency },
            Hold::Excluded,
            Hold::Factored,
            Hold::Blocked { until: Some(until), why: String::new() },
            Hold::Blocked { until: None, why: String::new() },
            Hold::Disputed { amount: part, since: as_of },
            Hold::PlanRespected { next: until },
            Hold::Promised { amount: part, until },
        ]);
        people.holds.entry(item.entry).or_default().push(hold);
    }
    for (customer, items) in open.by_customer() {
        for _ in 0..random.below(3) {
            let about = random.one_in(2).then(|| items.iter().take(1).map(|item| item.entry).collect());
            let step = random.pick(&["", "s1", "s2", "s4"]).to_owned();
            let made = ContactMade { day: as_of - Days(random.below(40)), step, channel: Channel::Email, about };
            people.contacts.entry(customer).or_default().push(made);
        }
        if let Some(contacts) = people.contacts.get_mut(&customer) {
            contacts.sort_by_key(|contact| contact.day);
        }
        if random.one_in(8) {
            let standing = Standing { broken: 2, raised: 1, last_broken: Some(as_of - Days(5)) };
            people.standings.insert(customer, standing);
        }
    }
    people
}

fn planned(world: &World, policy: &Policy, horizon: i32) -> Plan {
    let assigned = BTreeMap::new();
    let profiles: Vec<Profile> = Vec::new();
    let situation = Situation {
        ledger: &world.ledger,
        open: &world.open,
        profiles: &profiles,
        assigned: &assigned,
        people: &world.people,
        claim: &dunning::no_claims,
    };
    dunning::plan(policy, world.open.as_of, Days(horizon), &situation)
}

/// What may be asked of an item on a day, written again from the definitions.
fn may_ask(world: &World, item: &ledger::OpenItem, on: Day) -> Amount {
    let mut asked = item.residual;
    if item.disputed && !world.people.holds(item.entry).iter().any(|hold| matches!(hold, Hold::Disputed { .. })) {
        asked = Amount::ZERO;
    }
    for hold in world.people.holds(item.entry) {
        let back = match hold {
            Hold::Blocked { until: Some(until), .. } if on > *until => Amount::ZERO,
            Hold::Promised { until, .. } if on > *until => Amount::ZERO,
            Hold::Promised { amount, .. } | Hold::Disputed { amount, .. } => *amount,
            Hold::Insolvent { .. }
            | Hold::HandedOver { .. }
            | Hold::Excluded
            | Hold::Factored
            | Hold::PlanRespected { .. }
            | Hold::Blocked { .. } => item.residual,
        };
        asked -= back;
    }
    asked.debit_part()
}

fn check(world: &World, policy: &Policy, plan: &Plan) {
    // Every open item is explained exactly once.
    let acted: BTreeSet<EntryKey> =
        plan.actions.iter().flat_map(|action| &action.items).map(|line| line.item.entry).collect();
    let mut fates: Vec<EntryKey> =
        acted.iter().copied().chain(plan.non_actions.iter().map(|left| left.item.entry)).collect();
    fates.sort();
    let open: Vec<EntryKey> = {
        let mut open: Vec<EntryKey> = world.open.items.iter().map(|item| item.entry).collect();
        open.sort();
        open
    };
    assert_eq!(fates, open);

    let limits = &policy.scenario(0).limits;
    let mut seen: BTreeSet<(CustomerKey, Day, usize)> = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for action in &plan.actions {
        assert!(ids.insert(action.id(policy, &world.ledger)), "one identifier names one contact");
        // What is asked for is asked for once, may be asked for, and adds up.
        let mut claimed = Amount::ZERO;
        for line in &action.items {
            assert_eq!(line.asked, may_ask(world, &line.item, action.day));
            assert!(line.asked.is_debit() && line.item.account_class == AccountClass::Receivable);
            if action.claims(line) {
                claimed += line.asked;
            }
        }
        assert!(action.amount.is_debit());
        assert_eq!(action.amount, claimed + action.credits);
        // No draft for a customer whose net overdue is not above zero.
        if action.items.iter().any(|line| line.is_overdue()) {
            let own = || world.open.items.iter().filter(|item| item.customer == action.customer);
            let late = own().filter(|item| {
                item.residual.is_debit()
                    && item.account_class == AccountClass::Receivable
                    && item.due_day.is_some_and(|due| due < action.day)
            });
            let overdue: Amount = late.map(|item| may_ask(world, item, action.day)).sum();
            let credits: Amount = own().map(|item| item.residual.credit_part()).sum();
            assert!((overdue + credits).is_debit(), "{overdue:?} {credits:?} {action:?} {limits:?}");
        }
        // One message a customer, day and step; one a day where the account is one message.
        if limits.grouping != Grouping::Item {
            assert!(
                seen.insert((action.customer, action.day, action.step)),
                "{action:?} {limits:?} {:?}",
                plan.actions.iter().filter(|one| one.customer == action.customer).collect::<Vec<_>>()
            );
        }
        if limits.grouping == Grouping::Account && limits.upcoming == Upcoming::Together {
            assert!(
                plan.actions.iter().filter(|one| one.customer == action.customer && one.day == action.day).count() == 1
            );
        }
        if policy.working.shift != Shift::None {
            assert!(policy.working.calendar.is_business_day(action.day));
        }
        if policy.step(action).tone.is_formal() {
            assert!(action.review != dunning::ReviewState::NotNeeded);
            for line in &action.items {
                let told = |day: Day| day < action.day;
                let planned = plan
                    .actions
                    .iter()
                    .any(|one| told(one.day) && one.items.iter().any(|other| other.item.entry == line.item.entry));
                let known = world.people.contacts.get(&action.customer).into_iter().flatten().any(|contact| {
                    told(contact.day) && contact.about.as_ref().is_none_or(|about| about.contains(&line.item.entry))
                });
                assert!(planned || known, "a formal notice is never a first contact");
            }
        }
    }
}

#[test]
fn random_states_under_random_policies_keep_the_laws() {
    let asked = std::env::var("ENCOURS_STATES").ok().and_then(|states| states.parse().ok());
    let states: u32 = asked.unwrap_or(STATES);
    let mut random = Random(20_261_122);
    let mut actions = 0;
    for _ in 0..states.div_ceil(CUSTOMERS) {
        let (world, policy) = (a_world(&mut random), a_policy(&mut random));
        let plan = planned(&world, &policy, 60);
        check(&world, &policy, &plan);
        actions += plan.actions.len();
    }
    println!("{} states, {actions} actions", states.div_ceil(CUSTOMERS) * CUSTOMERS);
    assert!(actions as u32 > states / 4, "{actions}");
}

/// A customer alone is planned as it is among the others, so what one pays changes nothing for another.
#[test]
fn a_payment_changes_one_customer_only() {
    let mut random = Random(7);
    for _ in 0..60 {
        let (mut world, policy) = (a_world(&mut random), a_policy(&mut random));
        let before = planned(&world, &policy, 60);
        let Some(payer) = before.actions.first().map(|action| action.customer) else { continue };
        world.open.items.retain(|item| item.customer != payer || item.residual.is_credit());
        let after = planned(&world, &policy, 60);
        let others = |plan: &Plan| {
            let actions: Vec<_> = plan.actions.iter().filter(|action| action.customer != payer).cloned().collect();
            let left: Vec<_> = plan.non_actions.iter().filter(|left| left.customer != payer).cloned().collect();
            (actions, left)
        };
        assert_eq!(others(&before), others(&after));
        assert!(after.actions.iter().all(|action| action.customer != payer));
    }
}

/// What is done is not proposed again: planning the same day with its contacts recorded proposes nothing new that day.
#[test]
fn the_plan_of_a_day_done_is_empty() {
    let mut random = Random(11);
    for _ in 0..120 {
        let (mut world, policy) = (a_world(&mut random), a_policy(&mut random));
        // Levels and items of one customer on one day are several messages, each about its own items.
        let today = planned(&world, &policy, 0);
        for action in &today.actions {
            let step = policy.step(action).id.clone();
            let about = Some(action.items.iter().map(|line| line.item.entry).collect());
            let made = ContactMade { day: action.day, step, channel: action.channel, about };
            world.people.contacts.entry(action.customer).or_default().push(made);
        }
        let again = planned(&world, &policy, 0);
        let done = |one: &dunning::Action| {
            today
                .actions
                .iter()
                .any(|action| action.customer == one.customer && action.step == one.step && action.items == one.items)
        };
        assert!(!again.actions.iter().any(done), "{again:?}");
    }
}

#[test]
fn reviews_are_applied_by_identifier() {
    let mut random = Random(13);
    let mut tried = 0;
    for _ in 0..200 {
        let (mut world, policy) = (a_world(&mut random), a_policy(&mut random));
        let before = planned(&world, &policy, 30);
        let Some(action) = before.actions.first().cloned() else { continue };
        tried += 1;
        let id = action.id(&policy, &world.ledger);
        let review = |verdict| BTreeMap::from([(id.clone(), Review { action: id.clone(), day: action.day, verdict })]);
        world.people.reviews = review(Verdict::Skipped { reason: "known".into() });
        let ids =
            |plan: &Plan| -> Vec<String> { plan.actions.iter().map(|one| one.id(&policy, &world.ledger)).collect() };
        let skipped = planned(&world, &policy, 30);
        assert!(!ids(&skipped).contains(&id));
        check(&world, &policy, &skipped);
        world.people.reviews = review(Verdict::Snoozed { until: action.day + Days(10) });
        let snoozed = planned(&world, &policy, 30);
        let moved = snoozed.actions.iter().find(|one| one.id(&policy, &world.ledger) == id);
        assert!(moved.is_none_or(|one| one.day >= action.day + Days(10)));
        check(&world, &policy, &snoozed);
        world.people.reviews = review(Verdict::ChannelChanged { channel: Channel::Phone });
        let called = planned(&world, &policy, 30);
        let same = called.actions.iter().find(|one| one.id(&policy, &world.ledger) == id).unwrap();
        assert_eq!((same.channel, same.day), (Channel::Phone, action.day));
    }
    assert!(tried > 100, "{tried}");
}
