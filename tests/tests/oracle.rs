//! The figures against an independent oracle: `tests/oracle`, in Python, written from the handbook and not from the Rust.
//! It makes random ledgers with the figures expected of them; every figure must be the same, ratios to four decimals.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use analysis::{AgedLine, Ageing, Basis, CreditMode, DaysStatistics, Limits};
use ledger::{
    AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKey, EntryKind, Ledger, LedgerBuilder, OpenItems,
    open_items,
};
use rules::Agreement;
use rules::interest::{Allocation, Claim, DayCount, Method, Regime, Rule, late_interest};
use rules::rates::{Rate, Rates};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Ratio, Source, TableIndex};

/// Cases of one run: shares of them are made and compared side by side, each from a seed of its own.
const CASES: usize = 100_000;
const SHARES: usize = 4;

fn oracle() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle").join("oracle.py")
}

/// Python with the oracle's arguments; no compiled files are left in the checkout.
fn python() -> Command {
    let mut python = Command::new("python3");
    python.arg("-B").arg(oracle());
    python
}

/// Whether there is a Python; `cargo xtask test` sees to it that there is.
fn absent() -> bool {
    let absent = Command::new("python3").arg("--version").stdout(Stdio::null()).status().is_err();
    if absent {
        println!("skipped: python3 is not on PATH, so there is no oracle to ask");
    }
    absent
}

#[test]
fn the_oracle_agrees_with_the_handbook() {
    if absent() {
        return;
    }
    let said = python().arg("selftest").output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
}

#[test]
fn figures_are_those_of_the_oracle() {
    if absent() {
        return;
    }
    let mut differences = Differences::new();
    let compared: usize = std::thread::scope(|scope| {
        let shares: Vec<_> = (1..=SHARES).map(|seed| scope.spawn(move || compare(CASES / SHARES, seed))).collect();
        let mut compared = 0;
        for (count, found) in shares.into_iter().map(|share| share.join().unwrap()) {
            compared += count;
            found.into_iter().for_each(|(figure, first)| differences.entry(figure).or_default().extend(first));
        }
        compared
    });
    let told = differences.iter().map(|(figure, cases)| format!("{figure}, {} cases:\n{}", cases.len(), cases[0]));
    assert!(differences.is_empty(), "{}", told.collect::<Vec<_>>().join("\n\n"));
    assert_eq!(compared, CASES);
}

/// The cases in which a figure is not the oracle's, under the name of the figure.
type Differences = BTreeMap<String, Vec<String>>;

/// Compares cases of one seed as they come; answers how many there were, and the differences.
fn compare(count: usize, seed: usize) -> (usize, Differences) {
    let arguments = ["cases", "--count", &count.to_string(), "--seed", &seed.to_string()].map(str::to_owned);
    let mut python = python().args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut compared, mut differences) = (0, Differences::new());
    for line in BufReader::new(python.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        let (asked, expected) = line.split_once('\t').unwrap();
        let seen = figures(&serde_json::from_str(asked).unwrap());
        compared += 1;
        // Both write sorted keys and no spaces, so that equal figures are equal texts.
        let written = seen.to_string();
        if written == expected {
            continue;
        }
        let expected: Value = serde_json::from_str(expected).unwrap();
        for (figure, expected) in expected.as_object().unwrap() {
            if *expected != seen[figure] {
                let told = format!("{asked}\n  {} here\n  {expected} by the oracle", seen[figure]);
                differences.entry(figure.clone()).or_default().push(told);
            }
        }
    }
    assert!(python.wait().unwrap().success());
    (compared, differences)
}

fn day(number: &Value) -> Day {
    Day::EPOCH + Days(number.as_i64().unwrap() as i32)
}

fn number(day: Day) -> i32 {
    (day - Day::EPOCH).0
}

fn kind(name: &str) -> EntryKind {
    match name {
        "invoice" => EntryKind::Invoice,
        "credit-note" => EntryKind::CreditNote,
        "payment" => EntryKind::Payment,
        "undated-payment" => EntryKind::UndatedPayment,
        "opening" => EntryKind::Opening,
        _ => EntryKind::Other,
    }
}

/// The ledger of a case, and the keys of its entries in the order of the case.
fn ledger(entries: &[Value]) -> (Ledger, Vec<EntryKey>) {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    for entry in entries {
        let customer = builder.customer(&Customer { id: entry[0].as_str().unwrap().to_owned(), ..Customer::default() });
        let class = AccountClass::ALL.into_iter().find(|class| class.key() == entry[2]).unwrap();
        let due_day = (!entry[5].is_null()).then(|| day(&entry[5]));
        let entry_of_ledger = Entry {
            customer,
            kind: kind(entry[1].as_str().unwrap()),
            account_class: class,
            day: day(&entry[3]),
            document_day: day(&entry[4]),
            due_day,
            due_day_source: due_day.map_or(DueDaySource::None, |_| DueDaySource::Stated),
            amount: Amount::from_minor(entry[6].as_i64().unwrap()),
            group: entry[7].as_str().map(|letters| builder.group(letters)),
            disputed: false,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
        };
        builder.push(entry_of_ledger, entry[8].as_str().unwrap());
    }
    let ledger = builder.build().unwrap();
    let mut of_customer: Vec<_> = ledger.customers().iter().map(|_| 0).collect();
    let position = |id: &str| ledger.customers().iter().position(|customer| customer.id == id).unwrap();
    let keys = entries.iter().map(|entry| {
        let customer = position(entry[0].as_str().unwrap());
        of_customer[customer] += 1;
        ledger.key(ledger::CustomerKey(customer as u32), of_customer[customer] - 1).unwrap()
    });
    let keys = keys.collect();
    (ledger, keys)
}

fn figures(asked: &Value) -> Value {
    let (ledger, keys) = ledger(asked["entries"].as_array().unwrap());
    let as_of = AsOf(day(&asked["as_of"]));
    let open = open_items(&ledger, as_of);
    let ageing = ageing(asked);
    let aged = analysis::aged_balance(&ledger, &open, &ageing);
    let rows = aged.lines.iter().map(|(customer, line)| (ledger.customer(*customer).id.clone(), row(line)));
    let paid = analysis::paid_parts(&ledger, as_of);
    let mut migration = analysis::Migration::new(&ageing.limits);
    migration.add(&open_items(&ledger, AsOf(day(&asked["earlier"]))), &open, &ageing.limits);
    json!({
        "due": due(asked),
        "parts": parts(asked),
        "claim": claim(&asked["claim"]),
        "open": open_residuals(&open, &keys),
        "rows": rows.collect::<serde_json::Map<_, _>>(),
        "total": row(&aged.total),
        "balance": aged.ledger_balance.minor(),
        "key": key_figures(&open),
        "dso": outstanding_days(&ledger, &open, Days(asked["window"].as_i64().unwrap() as i32)),
        "to_pay": statistics(analysis::days_to_pay(&paid)),
        "late": statistics(analysis::days_late(&paid)),
        "punctuality": punctuality(&paid),
        "hhi": four(analysis::concentration(&aged).hhi),
        "migration": migration.rows.iter().map(|moved| {
            let to = moved.to.iter().copied();
            [moved.whole].into_iter().chain(to).chain([moved.cleared]).map(Amount::minor).collect::<Vec<_>>()
        }).collect::<Vec<_>>(),
        "rates": migration.roll_rates().into_iter().map(four).collect::<Vec<_>>(),
    })
}

fn ageing(asked: &Value) -> Ageing {
    let limits = asked["limits"].as_array().unwrap().iter().map(|limit| limit.as_u64().unwrap() as u32).collect();
    let basis = if asked["basis"] == "due-date" { Basis::DueDate } else { Basis::InvoiceDate };
    let credits = match asked["credits"].as_str().unwrap() {
        "apart" => CreditMode::Apart,
        "own-line" => CreditMode::OwnLine,
        "oldest-first" => CreditMode::OldestFirst,
        _ => CreditMode::SameReference,
    };
    Ageing { limits: Limits::new(limits).unwrap(), basis, credits }
}

/// The terms of the case: the form read from the words and the day it gives, then the other readings.
fn due(asked: &Value) -> Value {
    let Ok(agreed) = Agreement::parse(asked["terms"].as_str().unwrap()) else { return json!("not understood") };
    let issued = day(&asked["issued"]);
    let others = agreed.alternatives();
    let readings = [agreed].into_iter().chain(others);
    readings.map(|terms| json!([terms.to_string(), number(terms.due_day(issued))])).collect()
}

/// The days of the parts, where there are several.
fn parts(asked: &Value) -> Value {
    let agreed = Agreement::parse(asked["terms"].as_str().unwrap()).unwrap();
    let parts = agreed.parts.iter().filter(|_| agreed.parts.len() > 1);
    parts.map(|part| number(part.due.on(day(&asked["issued"])))).collect()
}

/// The interest of the claim, or nothing where it is refused.
fn claim(asked: &Value) -> Value {
    let optional = |place: usize| (!asked[place].is_null()).then(|| day(&asked[place]));
    let amount = |value: &Value| Amount::from_minor(value.as_i64().unwrap());
    let payments = asked[5].as_array().unwrap().iter();
    let payments: Vec<(Day, Amount)> = payments.map(|paid| (day(&paid[0]), amount(&paid[1]))).collect();
    let claim = Claim {
        principal: amount(&asked[1]),
        currency: asked[2].as_str().unwrap().parse().unwrap(),
        due: day(&asked[3]),
        until: day(&asked[4]),
        payments: &payments,
        costs: amount(&asked[9]),
        notice: optional(10),
        insolvency: optional(11),
    };
    let contract = asked[6].as_i64().map(|units| Rate::of_units(units as i32));
    let rule = Rule::new(Regime::of_key(asked[0].as_str().unwrap()).unwrap(), contract).unwrap();
    let method = Method {
        day_count: match asked[7].as_str().unwrap() {
            "365" => DayCount::Fixed365,
            "360" => DayCount::Fixed360,
            _ => DayCount::Actual,
        },
        allocation: if asked[8] == true { Allocation::InterestFirst } else { Allocation::PrincipalFirst },
    };
    let Ok(of) = late_interest(&claim, rule, method, &Rates::default()) else { return Value::Null };
    let segments = of.segments.iter().map(|segment| {
        let (rate, interest) = (segment.applied.rate.units(), segment.interest.minor());
        json!([number(segment.from), number(segment.to), segment.days.0, segment.principal.minor(), rate, interest])
    });
    let left = [of.left.principal, of.left.interest, of.left.costs, of.overpaid].map(Amount::minor);
    json!([
        segments.collect::<Vec<_>>(),
        of.interest.minor(),
        i64::try_from(of.exact.ten_thousandths()).unwrap(),
        of.indemnity.amount().minor(),
        left,
        of.interest_paid.minor(),
        of.per_day.minor(),
        of.floor.as_ref().map(|floor| floor.interest.minor()),
        of.floor.as_ref().map_or(0, |floor| floor.half_years.len()),
    ])
}

/// `[place in the case, residual]`, by place.
fn open_residuals(open: &OpenItems, keys: &[EntryKey]) -> Value {
    let place = |key| keys.iter().position(|other| *other == key).unwrap();
    let mut residuals: Vec<_> = open.items.iter().map(|item| (place(item.entry), item.residual.minor())).collect();
    residuals.sort_unstable();
    json!(residuals)
}

fn row(line: &AgedLine) -> Value {
    let amounts = [line.not_due].into_iter().chain(line.to_come.iter().copied()).chain(line.buckets.iter().copied());
    let amounts = amounts.chain([line.no_due_date, line.unallocated, line.overdue]).map(|amount| json!(amount.minor()));
    amounts.chain([json!(line.items), json!(line.oldest_days_late.map(|days| days.0))]).collect()
}

fn key_figures(open: &OpenItems) -> Value {
    let key = analysis::key_figures(open);
    let amounts = [key.outstanding, key.overdue, key.not_due, key.over_90, key.credits];
    let ratios = [key.overdue_share, key.overdue_share_of_net, key.overdue_age];
    amounts.into_iter().map(|amount| json!(amount.minor())).chain(ratios.map(|ratio| json!(four(ratio)))).collect()
}

fn outstanding_days(ledger: &Ledger, open: &OpenItems, window: Days) -> Value {
    let dso = analysis::dso(ledger, open, window);
    let count_back = dso.count_back.map(|counted| {
        let more_than = counted.days.is_none().then(|| counted.whole_days().0);
        json!([four(counted.days), more_than])
    });
    json!([
        dso.receivables.minor(),
        dso.not_due.minor(),
        dso.sales.map(Amount::minor),
        four(dso.simple),
        count_back,
        four(dso.sales_weighted),
        four(dso.best_possible),
        four(dso.average_days_delinquent),
        dso.opening.map(Amount::minor),
        four(dso.collection_effectiveness),
    ])
}

fn statistics(of: DaysStatistics) -> Value {
    json!([of.n, four(of.mean), four(of.weighted), four(of.median), four(of.p90)])
}

fn punctuality(paid: &analysis::PaidParts) -> Value {
    let of = analysis::punctuality(paid);
    let bands = [of.on_time, of.late, of.very_late];
    json!([bands.map(|band| band.count), bands.map(|band| band.amount.minor())])
}

/// In ten-thousandths.
fn four(ratio: Option<Ratio>) -> Option<i64> {
    ratio.map(|ratio| ratio.scaled(4))
}
