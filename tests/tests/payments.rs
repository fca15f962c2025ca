//! How customers pay and what is expected of them, through the command line, on the fixture and on the sample.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, clippy::float_arithmetic)]

use acceptance::{checks, fixtures};
use serde_json::Value;

const SAMPLE: &str = "../../shared/samples/ar-payments/ibm_30_customers.csv";

fn sum(amounts: &Value, member: &str) -> i64 {
    amounts.as_array().unwrap().iter().map(|one| one[member].as_i64().unwrap()).sum()
}

#[test]
fn who_pays_later_comes_first_with_the_documents_that_show_it() {
    let answer = checks::answer("behaviour fixtures/payers/ledger.csv --as-of 2026-09-30");
    let of = &answer["currencies"][0];
    let rows = of["rows"].as_array().unwrap();
    let seen: Vec<(&str, &str, bool)> = rows
        .iter()
        .map(|row| {
            let verdict = row["lengthening"]["verdict"].as_str().unwrap();
            (row["customer"].as_str().unwrap(), verdict, row["silence"].is_object())
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("MUET", "confirmed", true),
            ("LENTEUR", "confirmed", false),
            ("DIXIEME", "steady", false),
            ("NOUVEAU", "too-few", false),
            ("VARIABLE", "steady", false),
        ]
    );
    let evidence = rows[1]["lengthening"]["evidence"].as_array().unwrap();
    assert_eq!(evidence.len(), 12);
    assert_eq!(evidence[11]["documents"][0]["document"], "F014");
    assert_eq!(evidence[11]["documents"][0]["source"]["row"], 15);
    assert_eq!(rows[2]["usualDayOfMonth"]["day"], 10);
    // The parts of all customers are the parts of the key figures.
    let metrics = &checks::answer("metrics fixtures/payers/ledger.csv --as-of 2026-09-30")[0];
    let parts: i64 = rows.iter().map(|row| row["daysLate"]["n"].as_i64().unwrap()).sum();
    assert_eq!(metrics["daysLate"]["n"], parts);
}

#[test]
fn a_forecast_adds_up_to_the_open_debits() {
    for line in ["fixtures/payers/ledger.csv", "fixtures/g1/ledger.csv", "fixtures/demo/grand-livre-clients.csv"] {
        let of = &checks::answer(&format!("forecast {line} --as-of 2026-09-30"))["currencies"][0];
        let open = checks::answer(&format!("open-items {line} --as-of 2026-09-30"));
        let debits: i64 =
            open["items"].as_array().unwrap().iter().map(|item| item["residual"].as_i64().unwrap().max(0)).sum();
        let apart: i64 = ["noDueDate", "disputed", "notAskedFor"].map(|name| of[name].as_i64().unwrap()).iter().sum();
        assert_eq!(of["debits"], debits, "{line}");
        assert_eq!(sum(&of["weeks"], "expected") + of["later"].as_i64().unwrap() + apart, debits, "{line}");
        assert_eq!(sum(&of["weeks"], "onDueDate") + of["dueLater"].as_i64().unwrap() + apart, debits, "{line}");
    }
}

/// Twelve month ends of the IBM sample: the weeks after each, as forecast then, against what came in.
#[test]
fn the_forecast_beats_the_due_dates_on_the_sample() {
    if !fixtures::path(SAMPLE).exists() {
        println!("skipped: no sample at {SAMPLE}");
        return;
    }
    let days = [
        "2013-01-31",
        "2013-02-28",
        "2013-03-31",
        "2013-04-30",
        "2013-05-31",
        "2013-06-30",
        "2013-07-31",
        "2013-08-31",
        "2013-09-30",
        "2013-10-31",
        "2013-11-30",
        "2013-12-31",
    ];
    let (mut ours, mut due, mut received) = (0.0, 0.0, 0.0);
    let mut better = 0;
    for day in days {
        let answer = checks::answer(&format!("forecast {SAMPLE} --as-of {day}"));
        let test = &answer["currencies"][0]["tests"][0];
        let (error, error_due) =
            (test["weeklyError"].as_f64().unwrap(), test["weeklyErrorOnDueDate"].as_f64().unwrap());
        let whole = test["received"].as_f64().unwrap();
        println!("{}", test["text"].as_str().unwrap());
        (ours, due, received) = (ours + error * whole, due + error_due * whole, received + whole);
        better += u32::from(error < error_due);
        assert!(test["totalError"].as_f64().unwrap().abs() < 0.02, "{day}: {test}");
    }
    println!(
        "all twelve: {:.1} % against {:.1} %, better {better} times",
        100.0 * ours / received,
        100.0 * due / received
    );
    assert!(ours < due && better >= 8, "{ours} {due} {better}");
}
