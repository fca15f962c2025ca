//! What records mean on a day: a ledger and records as text in, holds and outcomes as text out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use followup::*;
use ledger::{AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, open_items};
use values::{Amount, AsOf, Currency, Day, FileIndex, Source, TableIndex};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// `customer document day amount [group]` lines; credits are payments.
fn ledger(coverage: Coverage, lines: &str) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, coverage);
    for line in lines.split(';').map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let customer = builder.customer(&Customer { id: words[0].to_owned(), ..Customer::default() });
        let amount = Amount::from_minor(words[3].parse().unwrap());
        let entry = Entry {
            customer,
            kind: if amount.is_credit() { EntryKind::Payment } else { EntryKind::Invoice },
            account_class: AccountClass::Receivable,
            day: day(words[2]),
            document_day: day(words[2]),
            due_day: Some(day(words[2])),
            due_day_source: DueDaySource::Stated,
            amount,
            group: words.get(4).map(|code| builder.group(code)),
            disputed: false,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
        };
        builder.push(entry, words[1]);
    }
    builder.build().unwrap()
}

fn key(customer: &str, document: &str, on: &str, amount: i64) -> ItemKey {
    ItemKey {
        customer: customer.to_owned(),
        currency: Currency::EUR,
        document: document.to_owned(),
        day: day(on),
        amount: Amount::from_minor(amount),
        twin: 1,
    }
}

fn covered(item: &ItemKey) -> Covered {
    Covered { item: item.clone(), owed: item.amount }
}

fn promise(item: &ItemKey, amount: i64, made: &str, until: &str) -> Operation {
    Operation::Promise(Promise {
        items: vec![covered(item)],
        amount: Amount::from_minor(amount),
        until: day(until),
        made: day(made),
        by: None,
        source: String::new(),
    })
}

fn log(operations: impl IntoIterator<Item = Operation>) -> Log {
    let mut log = Log::default();
    operations.into_iter().for_each(|operation| log.edit(operation).unwrap());
    log
}

fn resolved(log: &Log, ledger: &Ledger, as_of: &str) -> Resolved {
    log.register().resolve(ledger, &open_items(ledger, AsOf(day(as_of))))
}

fn kept(log: &Log, ledger: &Ledger, as_of: &str) -> String {
    let told = |outcome: PromiseOutcome| format!("{} {:?} {}", outcome.number, outcome.kept, outcome.paid);
    resolved(log, ledger, as_of).promises.into_iter().map(told).collect::<Vec<_>>().join("; ")
}

fn holds(log: &Log, ledger: &Ledger, as_of: &str) -> String {
    let resolved = resolved(log, ledger, as_of);
    let told = |(entry, holds): (&ledger::EntryKey, &Vec<Hold>)| format!("{} {holds:?}", ledger.document(*entry));
    resolved.holds.iter().map(told).collect::<Vec<_>>().join("; ")
}

const INVOICE: &str = "A F1 2026-06-01 100000";

fn f1() -> ItemKey {
    key("A", "F1", "2026-06-01", 100_000)
}

#[test]
fn a_promise_holds_to_the_evening_of_its_day_then_is_judged_by_what_came() {
    let log = log([promise(&f1(), 100_000, "2026-07-01", "2026-07-10")]);
    let unpaid = ledger(Coverage::History, INVOICE);
    assert_eq!(kept(&log, &unpaid, "2026-06-30"), "");
    assert_eq!(kept(&log, &unpaid, "2026-07-10"), "1 Pending 0");
    assert_eq!(holds(&log, &unpaid, "2026-07-10"), "F1 [Promised { amount: Amount(100000), until: Day(20644) }]");
    assert_eq!(kept(&log, &unpaid, "2026-07-11"), "1 Broken 0");
    assert_eq!(holds(&log, &unpaid, "2026-07-11"), "");
    let paid =
        |amount: i64, on: &str| ledger(Coverage::History, &format!("A F1 2026-06-01 100000 g; A P {on} -{amount} g"));
    assert_eq!(kept(&log, &paid(99_999, "2026-07-10"), "2026-07-11"), "1 Kept 99999");
    assert_eq!(kept(&log, &paid(60_000, "2026-07-10"), "2026-07-11"), "1 Partly 60000");
    assert_eq!(kept(&log, &paid(100_000, "2026-07-05"), "2026-07-06"), "1 Kept 100000");
    assert_eq!(kept(&log, &paid(100_000, "2026-07-11"), "2026-07-31"), "1 Broken 0");
}

#[test]
fn a_payment_that_waits_unapplied_keeps_one_promise_and_no_second() {
    let two = ledger(
        Coverage::History,
        "A F1 2026-06-01 100000; A F2 2026-06-02 100000; A P0 2026-06-20 -500; A P1 2026-07-09 -100000",
    );
    let f2 = key("A", "F2", "2026-06-02", 100_000);
    let log =
        log([promise(&f2, 100_000, "2026-07-01", "2026-07-12"), promise(&f1(), 100_000, "2026-07-01", "2026-07-10")]);
    assert_eq!(kept(&log, &two, "2026-07-20"), "1 Broken 0; 2 Kept 100000");
}

#[test]
fn what_a_list_of_open_items_leaves_out_is_paid_and_what_a_ledger_leaves_out_is_unknown() {
    let log = log([promise(&f1(), 100_000, "2026-07-01", "2026-07-10")]);
    let other = "A F9 2026-06-01 5";
    assert_eq!(kept(&log, &ledger(Coverage::OpenItemsOnly, other), "2026-07-31"), "1 Kept 100000");
    assert_eq!(kept(&log, &ledger(Coverage::History, other), "2026-07-31"), "1 NotListed 0");
    let rest = ledger(Coverage::OpenItemsOnly, "A F1 2026-06-01 40000");
    assert_eq!(kept(&log, &rest, "2026-07-31"), "1 Partly 60000");
    let lost = resolved(&log, &ledger(Coverage::History, other), "2026-07-31").unmatched;
    assert_eq!(lost.len(), 1);
    assert_eq!((lost[0].kind, lost[0].item.as_ref()), (RecordKind::Promise, Some(&f1())));
}

#[test]
fn the_second_promise_broken_in_ninety_days_raises_a_level() {
    let unpaid = ledger(Coverage::History, INVOICE);
    let log = log([
        promise(&f1(), 100_000, "2026-06-02", "2026-06-10"),
        promise(&f1(), 100_000, "2026-06-15", "2026-06-30"),
        promise(&f1(), 100_000, "2026-07-01", "2026-07-31"),
        promise(&f1(), 100_000, "2026-07-15", "2026-08-31"),
    ]);
    let standing = |as_of: &str| {
        let standings = resolved(&log, &unpaid, as_of).standings;
        standings.values().map(|s| format!("{} {}", s.broken, s.raised)).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(standing("2026-06-12"), "1 0");
    assert_eq!(standing("2026-07-01"), "2 1");
    assert_eq!(kept(&log, &unpaid, "2026-08-31"), "1 Broken 0; 2 Broken 0; 3 Replaced 0; 4 Pending 0");
    assert_eq!(standing("2026-09-08"), "3 2");
    assert_eq!(standing("2026-09-29"), "1 0");
}

#[test]
fn a_plan_is_respected_until_a_term_passes_unpaid() {
    let invoice = key("A", "F1", "2026-06-01", 1_000_000);
    let plan = Operation::Plan(InstalmentPlan {
        items: vec![covered(&invoice)],
        interest: Amount::ZERO,
        terms: split(Amount::from_minor(1_000_000), 3, day("2026-08-31")).unwrap(),
        agreed: day("2026-08-01"),
    });
    let log = log([plan]);
    let books = ledger(
        Coverage::History,
        "A F1 2026-06-01 1000000 g; A P1 2026-08-31 -333334 g; A P2 2026-10-05 -333333 g; A P3 2026-10-31 -333333 g",
    );
    let state = |as_of: &str| format!("{:?}", resolved(&log, &books, as_of).plans[0].state);
    assert_eq!(state("2026-08-31"), format!("{:?}", PlanState::Respected { next: day("2026-09-30") }));
    assert_eq!(state("2026-09-30"), format!("{:?}", PlanState::Respected { next: day("2026-09-30") }));
    let short = Amount::from_minor(333_333);
    assert_eq!(state("2026-10-01"), format!("{:?}", PlanState::Missed { term: 1, day: day("2026-09-30"), short }));
    assert_eq!(holds(&log, &books, "2026-10-01"), "");
    assert_eq!(state("2026-10-05"), format!("{:?}", PlanState::Respected { next: day("2026-10-31") }));
    assert_eq!(state("2026-11-01"), "Completed");
}

#[test]
fn blocks_return_by_themselves_and_insolvency_outweighs_everything() {
    let books = ledger(Coverage::History, "A F1 2026-06-01 100000; A F2 2026-06-02 200; B F3 2026-06-03 300");
    let block = |target: Target, kind: BlockKind, until: Option<&str>| {
        let (reason, since) = ("travel".to_owned(), day("2026-07-01"));
        Operation::Block(Block { target, kind, reason, since, until: until.map(day) })
    };
    let insolvent = Proceedings {
        customer: "A".to_owned(),
        since: day("2026-09-01"),
        published: Some(day("2026-09-15")),
        note: String::new(),
    };
    let log = log([
        block(Target::Item(f1()), BlockKind::Pause, Some("2026-07-31")),
        block(Target::Customer("B".to_owned()), BlockKind::Factored, None),
        Operation::Insolvent(insolvent),
        Operation::Lift { block: 2, day: day("2026-10-01") },
    ]);
    let shown = |as_of: &str| {
        let names = |holds: &Vec<Hold>| {
            let name = |hold: &Hold| format!("{hold:?}").split([' ', '{']).next().unwrap().to_owned();
            holds.iter().map(name).collect::<Vec<_>>().join("+")
        };
        let of = resolved(&log, &books, as_of);
        of.holds.iter().map(|(e, h)| format!("{} {}", books.document(*e), names(h))).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(shown("2026-06-30"), "");
    assert_eq!(shown("2026-07-31"), "F1 Blocked; F3 Factored");
    assert_eq!(shown("2026-08-01"), "F3 Factored");
    assert_eq!(shown("2026-09-01"), "F1 Insolvent; F2 Insolvent; F3 Factored");
    assert_eq!(shown("2026-10-01"), "F1 Insolvent; F2 Insolvent");
}

#[test]
fn a_dispute_on_a_part_leaves_the_rest_and_a_payment_proposes_to_close_it() {
    let dispute = Dispute {
        of: covered(&f1()),
        amount: Amount::from_minor(30_000),
        category: DisputeCategory::Price,
        owner: String::new(),
        next_step: String::new(),
        next_step_day: None,
        expected_credit: None,
        since: day("2026-07-01"),
        note: String::new(),
    };
    let end = DisputeResolved { day: day("2026-09-01"), how: Resolution::Upheld, note: String::new() };
    let log = log([Operation::Dispute(dispute), Operation::Resolve { dispute: 1, end }]);
    let unpaid = ledger(Coverage::History, INVOICE);
    let of = resolved(&log, &unpaid, "2026-07-02");
    let disputed = |amount: i64| vec![Hold::Disputed { amount: Amount::from_minor(amount), since: day("2026-07-01") }];
    assert_eq!(of.holds.values().collect::<Vec<_>>(), [&disputed(30_000)]);
    assert!(of.proposals.is_empty());
    let paid = ledger(Coverage::OpenItemsOnly, "A F1 2026-06-01 20000");
    let of = resolved(&log, &paid, "2026-07-31");
    assert_eq!(of.holds.values().collect::<Vec<_>>(), [&disputed(20_000)]);
    assert_eq!(of.proposals, [Proposal::CloseDispute { dispute: 1, paid: Amount::from_minor(80_000) }]);
    assert_eq!(holds(&log, &unpaid, "2026-09-01"), "");
}

#[test]
fn the_life_cycle_goes_forward_in_order_and_holds_what_is_handed_over() {
    let advance = |target: Target, stage: Stage, on: &str| {
        let (cost, currency) = (Amount::ZERO, Currency::EUR);
        Operation::Advance(Transition { target, stage, day: day(on), cost, currency, note: String::new() })
    };
    let all = || Target::Customer("A".to_owned());
    let mut log = log([advance(all(), Stage::FormalNotice, "2026-07-01")]);
    let (from, to) = (Stage::Amicable, Stage::Court);
    let one = Target::Item(f1());
    assert_eq!(log.edit(advance(one.clone(), to, "2026-07-02")), Err(Refusal::Transition { from, to }));
    let (first, then) = (day("2026-07-01"), day("2026-06-30"));
    assert_eq!(log.edit(advance(all(), Stage::Agency, "2026-06-30")), Err(Refusal::DaysReversed { first, then }));
    log.edit(advance(one.clone(), Stage::FormalNotice, "2026-07-05")).unwrap();
    log.edit(advance(one, Stage::Amicable, "2026-07-20")).unwrap();
    let books = ledger(Coverage::History, "A F1 2026-06-01 100000; A F2 2026-06-02 200");
    assert_eq!(holds(&log, &books, "2026-06-30"), "");
    let (f1, f2) = ("F1 [HandedOver { stage: FormalNotice }]", "F2 [HandedOver { stage: FormalNotice }]");
    assert_eq!(holds(&log, &books, "2026-07-10"), format!("{f1}; {f2}"));
    assert_eq!(holds(&log, &books, "2026-07-20"), f2);
}

#[test]
fn items_are_found_again_after_what_changes_between_two_exports() {
    let found = |lines: &str, item: &ItemKey| {
        let books = ledger(Coverage::OpenItemsOnly, lines);
        let contact = Contact {
            customer: item.customer.clone(),
            day: day("2026-07-01"),
            step: "s".to_owned(),
            channel: Channel::Phone,
            items: vec![item.clone()],
            template: String::new(),
            text_sha256: String::new(),
            result: String::new(),
            outcome: None,
            reason: None,
            again: None,
        };
        let of = resolved(&log([Operation::Contact(contact)]), &books, "2026-08-01");
        let about = of.contacts.values().flatten().flat_map(|made| made.about.clone().unwrap()).next();
        about.map(|entry| books.entry(entry).amount.minor())
    };
    assert_eq!(found("A F1 2026-06-15 40000", &f1()), Some(40_000), "re-dated and part-paid");
    assert_eq!(found("A F1 2026-06-01 -100000; A F1 2026-06-01 7", &f1()), Some(7), "not the payment of its number");
    let twice = "A F1 2026-06-01 100; A F1 2026-06-09 200";
    assert_eq!(found(twice, &key("A", "F1", "2026-06-09", 150)), Some(200), "by its day");
    assert_eq!(found(twice, &key("A", "F1", "2026-06-30", 100)), Some(100), "by its amount");
    assert_eq!(found(twice, &key("A", "F1", "2026-06-30", 150)), None);
    let nameless = ItemKey { document: String::new(), ..f1() };
    assert_eq!(found("A F2 2026-06-01 100000", &nameless), None);
    let twin = ItemKey { twin: 2, ..f1() };
    assert_eq!(found("A F1 2026-06-01 100000; A F1 2026-06-01 100000", &twin), Some(100_000));
    assert_eq!(found("A F1 2026-06-01 5; A F1 2026-06-01 5", &f1()), None, "nothing tells one from the other");
}
