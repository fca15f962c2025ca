//! How fast plans are made: `cargo run --release -p dunning --example throughput`. Printed beside the only open engine
//! that could be measured (performance.md 1.5: Tryton 8.2, 107 lines a second of its wizard).
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic)]

#[path = "../tests/scene/mod.rs"]
mod scene;

use dunning::{Limits, Policy, Resolved, Situation, Tone};
use ledger::{
    AccountClass, Coverage, Customer, CustomerKey, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, open_items,
};
use scene::{cents, day, policy, step};
use std::collections::BTreeMap;
use std::time::Instant;
use values::{AsOf, Currency, Days, FileIndex, Source, TableIndex};

/// Lines a second of Tryton's wizard.
const TRYTON: f64 = 107.0;

/// Ten items a customer, due from four months before the day to two months after it, one in eight a credit.
fn ledger(items: u32) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    for number in 0..items {
        let customer = builder.customer(&Customer { id: format!("C{:06}", number / 10), ..Customer::default() });
        let spread = number.wrapping_mul(2_654_435_761) >> 8;
        let due = day("2026-09-10") + Days((spread % 180) as i32 - 120);
        let credit = number % 8 == 7;
        let amount = i64::from(1 + spread % 500_000);
        let entry = Entry {
            customer,
            kind: if credit { EntryKind::CreditNote } else { EntryKind::Invoice },
            account_class: AccountClass::Receivable,
            day: due - Days(30),
            document_day: due - Days(30),
            due_day: Some(due),
            due_day_source: DueDaySource::Stated,
            amount: cents(if credit { -amount / 8 } else { amount }),
            group: None,
            disputed: number % 50 == 0,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: number },
        };
        builder.push(entry, &format!("F{number}"));
    }
    builder.build().unwrap()
}

fn five_steps() -> Policy {
    let tones = [Tone::Service, Tone::Courtesy, Tone::Dialogue, Tone::Proposal, Tone::LastNotice];
    let steps = [-5, 1, 7, 14, 30].into_iter().zip(tones);
    let mut policy = policy(
        Limits { days_between_contacts: Days(5), ..Limits::default() },
        steps.map(|(days, tone)| step(tone.key(), days, tone)).collect(),
    );
    policy.working = dunning::Working::default();
    policy
}

/// The best of five runs, in seconds.
fn timed<T>(mut work: impl FnMut() -> T) -> f64 {
    let run = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed().as_secs_f64()
    };
    (0..5).map(run).fold(f64::MAX, f64::min)
}

fn main() {
    let policy = five_steps();
    for (items, horizon) in [(10_000, 60), (100_000, 0), (100_000, 60)] {
        let ledger = ledger(items);
        let as_of = AsOf(day("2026-09-10"));
        let open = open_items(&ledger, as_of);
        let (people, assigned) = (Resolved::default(), BTreeMap::new());
        let situation = Situation {
            ledger: &ledger,
            open: &open,
            profiles: &[],
            assigned: &assigned,
            people: &people,
            claim: &dunning::no_claims,
        };
        let whole = timed(|| dunning::plan(&policy, as_of, Days(horizon), &situation));
        let one = timed(|| dunning::plan_customer(&policy, as_of, Days(horizon), &situation, CustomerKey(5)));
        let each = f64::from(items) / whole;
        println!(
            "{items} items, {horizon} days: {:.1} ms, {each:.0} items a second, {:.0} times Tryton; one customer again: {:.0} microseconds",
            whole * 1e3,
            each / TRYTON,
            one * 1e6
        );
    }
    let (ledger, to) = (ledger(10_000), day("2026-11-09"));
    let played =
        timed(|| dunning::simulate(&policy, &ledger, &[], to - Days(59), AsOf(to), &dunning::Assumptions::default()));
    println!("10000 items played over 60 days: {:.1} ms", played * 1e3);
}
