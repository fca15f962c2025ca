//! What each question about a large ledger costs: `cargo run --release -p engine --example requests -- 100000 1`
//! for 100,000 customers with two invoices and a payment each, `-- 100 1000` for a hundred with a thousand times that. Of three
//! payments one is not matched, and most come late. Each answer is timed alone, then with its JSON: milliseconds of processor where the system tells them, else of
//! the clock.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, Basis, CreditMode, Dimension, OpenOptions};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::fmt::Write as _;
use std::time::Instant;
use text::Language;
use values::{Day, Days};

const AS_OF: &str = "2026-09-30";
/// Milliseconds for any question, at most.
const GOAL: u128 = 1_000;

/// What is made: customers, and how often each buys twice and pays once.
struct Size {
    customers: u32,
    rounds: u32,
}

fn ledger(size: &Size) -> String {
    let last: Day = AS_OF.parse().unwrap();
    let mut text =
        "Code client;Nom du client;Journal;N° pièce;Date;Échéance;Libellé;Débit;Crédit;Lettrage\n".to_owned();
    for number in 0..size.customers * size.rounds {
        let (customer, round) = (number / size.rounds, number % size.rounds);
        let spread = number.wrapping_mul(2_654_435_761) >> 8;
        let of = |from: u32, below: u32| i32::try_from(spread / from % below).unwrap();
        let (first, second) = (last - Days(150 + of(1, 400)), last - Days(of(7, 120)));
        let paid = (first + Days(30 + of(11, 90))).min(last);
        let cents = |from: u32| format!("{},{:02}", 20 + spread / from % 9_000, spread / 3 % 100);
        let letters = if number % 3 == 0 { String::new() } else { format!("A{round}") };
        let amount = cents(13);
        let id = format!("C{customer:06};Client {customer} SARL");
        writeln!(text, "{id};VE;F{number}A;{first};{};Vente;{amount};;{letters}", first + Days(30)).unwrap();
        writeln!(text, "{id};VE;F{number}B;{second};{};Vente;{};;", second + Days(30), cents(17)).unwrap();
        writeln!(text, "{id};BQ;R{number};{paid};;Virement F{number}A;;{amount};{letters}").unwrap();
    }
    text
}

/// Milliseconds of processor this program took so far, or of the clock.
fn spent(start: Instant) -> u128 {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse::<u128>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_millis(), |nanoseconds| nanoseconds / 1_000_000)
}

fn timed<T: Serialize>(name: &str, ask: impl FnOnce() -> T) {
    let start = Instant::now();
    let before = spent(start);
    let answer = ask();
    let asked = spent(start) - before;
    let bytes = serde_json::to_vec(&answer).unwrap().len();
    let all = spent(start) - before;
    let verdict = if asked <= GOAL { "ok" } else { "MISSED" };
    println!("{name:24} {asked:6} ms {all:6} ms with JSON  {bytes:10} bytes  {verdict}");
}

fn on_the_day<Query: DeserializeOwned>() -> Query {
    serde_json::from_value(json!({ "asOf": AS_OF })).unwrap()
}

fn main() {
    let argument = |at, otherwise| std::env::args().nth(at).map_or(otherwise, |text| text.parse().unwrap());
    let size = Size { customers: argument(1, 100_000), rounds: argument(2, 1) };
    let text = ledger(&size);
    println!("{} customers, {} entries each, {} bytes\n", size.customers, 3 * size.rounds, text.len());
    let (start, fr) = (Instant::now(), Language::Fr);
    let files = vec![InputFile::in_memory("ledger.csv", text.into_bytes())];
    let session = Session::open(files, &OpenOptions::default(), fr, &mut |_| {}).unwrap();
    println!("{:24} {:6} ms", "open", start.elapsed().as_millis());
    let aged = AgedBalanceQuery::on(AS_OF.parse().unwrap());
    timed("aged balance, first", || session.aged_balance(&aged, fr).unwrap());
    timed("aged balance", || session.aged_balance(&aged, fr).unwrap());
    let oldest =
        AgedBalanceQuery { credits: Some(CreditMode::OldestFirst), basis: Some(Basis::InvoiceDate), ..aged.clone() };
    timed("aged, oldest debits", || session.aged_balance(&oldest, fr).unwrap());
    for (name, by) in [("aged by segment", Dimension::Segment), ("aged by month", Dimension::InvoiceMonth)] {
        timed(name, || session.aged_balance(&AgedBalanceQuery { by: Some(by), ..aged.clone() }, fr).unwrap());
    }
    timed("open items", || session.open_items(&on_the_day(), fr).unwrap());
    timed("metrics", || session.all_metrics(&on_the_day(), fr).unwrap());
    timed("series", || session.series(&on_the_day(), fr).unwrap());
    timed("segments", || session.segments(&on_the_day(), fr).unwrap());
    timed("behaviour", || session.behaviour(&on_the_day(), fr).unwrap());
    timed("forecast", || session.forecast(&on_the_day(), fr).unwrap());
    timed("matches", || session.matches(&on_the_day(), fr).unwrap());
    timed("findings", || session.findings(&on_the_day(), fr).unwrap());
    timed("quality", || session.quality(&on_the_day(), fr));
    timed("late payments", || session.late_payments(&on_the_day(), fr).unwrap());
    timed("claims", || session.claims(&on_the_day(), fr).unwrap());
    timed("limitation", || session.limitation(&on_the_day(), fr).unwrap());
}
