//! Replays the sample files that have an expected result computed without the product. They lie beside the project,
//! in `../shared/samples`, and are not part of it: where they are absent this suite says so and passes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout, clippy::float_arithmetic)]

use acceptance::{checks, fixtures};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// From the acceptance folder.
const SAMPLES: &str = "../../shared/samples";
const LIMITS: [&str; 6] = ["not_due", "1-30", "31-60", "61-90", "91-120", "over_120"];

/// The expected figures of a sample.
fn expected(sample: &str) -> Option<Value> {
    if !fixtures::path(&format!("{SAMPLES}/expected/ar.json")).exists() {
        println!("skipped: no samples in {SAMPLES}");
        return None;
    }
    Some(fixtures::json(&format!("{SAMPLES}/expected/ar.json"))[sample].clone())
}

/// The only balance of a file on a day, aged by 30, 60, 90 and 120 days.
fn balance(sample: &str, day: &str) -> Value {
    let line = format!("aged-balance {SAMPLES}/{sample} --as-of {day} --limits 30,60,90,120");
    checks::answer(&line)["currencies"][0].clone()
}

/// Amounts by age, not due first, as the expectations write them.
fn amounts(balance: &Value) -> Value {
    let total = &balance["total"];
    let columns = [&total["notDue"]].into_iter().chain(total["buckets"].as_array().unwrap());
    LIMITS
        .iter()
        .zip(columns)
        .map(|(name, cents)| (*name, json!(decimal(cents))))
        .collect::<BTreeMap<_, _>>()
        .into_json()
}

/// Numbers of items by age.
fn counts(sample: &str, day: &str) -> Value {
    let answer = checks::answer(&format!("open-items {SAMPLES}/{sample} --as-of {day}"));
    let mut counts: BTreeMap<&str, Value> = LIMITS.iter().map(|name| (*name, json!(0))).collect();
    for item in answer["items"].as_array().unwrap() {
        let late = item["daysLate"].as_i64().unwrap();
        let column = if late <= 0 { 0 } else { (1 + (late - 1) / 30).min(5) as usize };
        let count = counts.get_mut(LIMITS[column]).unwrap();
        *count = json!(count.as_i64().unwrap() + 1);
    }
    counts.into_json()
}

trait IntoJson {
    fn into_json(self) -> Value;
}

impl IntoJson for BTreeMap<&str, Value> {
    fn into_json(self) -> Value {
        self.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<serde_json::Map<_, _>>().into()
    }
}

fn decimal(cents: &Value) -> String {
    let cents = cents.as_i64().unwrap();
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

fn near(seen: &Value, expected: &Value) -> bool {
    (seen.as_f64().unwrap() - expected.as_f64().unwrap()).abs() < 0.000_06
}

#[test]
fn seven_hundred_invoices_of_thirty_customers() {
    let sample = "ar-payments/ibm_30_customers.csv";
    let Some(expected) = expected(sample) else { return };
    let report = checks::answer(&format!("import {SAMPLES}/{sample}"));
    assert_eq!(report["rows"]["imported"], expected["rows"], "{}", report["setAside"]);
    assert_eq!(report["customers"], expected["customers"]);
    for (day, figures) in expected["as_of"].as_object().unwrap() {
        let balance = balance(sample, day);
        assert_eq!(amounts(&balance), figures["amount"], "{day}");
        assert_eq!(counts(sample, day), figures["count"], "{day}");
        assert_eq!(decimal(&balance["total"]["balance"]), figures["total_amount"], "{day}");
        assert_eq!(balance["total"]["items"], figures["total_count"], "{day}");
        let metrics = &checks::answer(&format!("metrics {SAMPLES}/{sample} --as-of {day} --days 90"))[0];
        assert_eq!(decimal(&metrics["sales"]), figures["billed_last_90_days"], "{day}");
        assert!(near(&metrics["dso"]["simple"], &figures["dso_90"]), "{day}: {}", metrics["dso"]);
        assert!(near(&metrics["dso"]["countBack"], &figures["dso_countback"]), "{day}: {}", metrics["dso"]);
    }
    // Long after the last payment every invoice is an observation.
    let metrics = &checks::answer(&format!("metrics {SAMPLES}/{sample} --as-of 2014-12-31 --days 3660"))[0];
    assert_eq!(metrics["outstanding"], 0);
    assert_eq!(decimal(&metrics["sales"]), expected["invoiced"]);
    assert_eq!(metrics["daysToPay"]["n"], expected["rows"]);
    assert!(near(&metrics["daysToPay"]["mean"], &expected["mean_days_to_pay"]), "{}", metrics["daysToPay"]);
    assert!(near(&metrics["daysLate"]["mean"], &expected["mean_signed_delay"]), "{}", metrics["daysLate"]);
}

/// The file says which invoices are disputed; on a day, those among the open ones are.
#[test]
fn disputed_invoices_are_known_on_every_day() {
    let sample = "ar-payments/ibm_30_customers.csv";
    let Some(expected) = expected(sample) else { return };
    let text = String::from_utf8(fixtures::bytes(&format!("{SAMPLES}/{sample}"))).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(json!(rows.iter().filter(|row| row[7] == "Yes").count()), expected["disputed"]);
    let day = |text: &str| text.split('/').rev().collect::<Vec<_>>().join("-");
    for as_of in ["2012-06-30", "2012-12-31", "2013-06-30"] {
        let open = |row: &&Vec<&str>| row[7] == "Yes" && *day(row[4]) <= *as_of && *as_of < *day(row[8]);
        let answer = checks::answer(&format!("open-items {SAMPLES}/{sample} --as-of {as_of}"));
        let items = answer["items"].as_array().unwrap().iter();
        let disputed = items.filter(|item| item["status"].as_array().unwrap().contains(&json!("disputed")));
        assert_eq!(disputed.count(), rows.iter().filter(open).count(), "{as_of}");
    }
}

#[test]
fn an_aged_balance_workbook_is_read_from_its_open_invoices() {
    let sample = "ar-xlsx/ar-aging-report.xlsx";
    let Some(expected) = expected(sample) else { return };
    let balance = balance(sample, "2026-07-16");
    assert_eq!(balance["currency"], "ILS");
    assert_eq!(amounts(&balance), expected["amount"]);
    assert_eq!(counts(sample, "2026-07-16"), expected["count"]);
    assert_eq!(decimal(&balance["total"]["balance"]), expected["total_amount"]);
    assert_eq!(balance["total"]["items"], expected["total_count"]);
    assert_eq!(balance["customers"].as_array().unwrap().len(), 20);
}

#[test]
fn a_detail_by_month_totals_what_it_states() {
    let sample = "ar-xlsx/xero_like_invoices.xlsx";
    let Some(expected) = expected(sample) else { return };
    let balance = balance(sample, "2025-06-30");
    let stated: i64 = expected["buckets"]["Total"].as_str().unwrap().parse().unwrap();
    assert_eq!(balance["total"]["balance"], stated * 100);
    assert_eq!(balance["total"]["items"], expected["rows"]);
}

#[test]
fn invoices_without_due_date_are_not_aged_by_guess() {
    let sample = "ar-xlsx/receivables_small.xlsx";
    let Some(expected) = expected(sample) else { return };
    let balance = balance(sample, "2025-12-31");
    assert_eq!(decimal(&balance["total"]["balance"]), expected["total"]);
    assert_eq!(decimal(&balance["total"]["noDueDate"]), expected["total"]);
    assert_eq!(balance["total"]["items"], expected["rows"]);
    let report = checks::answer(&format!("import {SAMPLES}/{sample}"));
    assert_eq!(json!([report["firstDay"], report["lastDay"]]), expected["dates"]);
}

/// The expected figures of a FEC.
fn expected_fec(sample: &str) -> Option<Value> {
    expected(sample)?;
    Some(fixtures::json(&format!("{SAMPLES}/expected/fec.json"))[sample].clone())
}

/// Number of remarks' groups by their code, as the sentence counts them.
fn remarks(report: &Value, code: &str) -> Vec<String> {
    let diagnostics = report["diagnostics"].as_array().unwrap().iter();
    diagnostics.filter(|one| one["code"] == code).map(|one| one["text"].as_str().unwrap().to_owned()).collect()
}

/// Customers' lines, balances by customer, control totals and rows of a FEC against figures computed without us.
fn check_fec(sample: &str) -> Option<(Value, Value)> {
    let expected = expected_fec(sample)?;
    let report = checks::answer(&format!("import {SAMPLES}/{sample}"));
    assert_eq!(report["rows"]["imported"], expected["lines_411"], "{sample}");
    assert_eq!(report["rows"]["read"], json!(expected["lines"].as_i64().unwrap() + 1), "{sample}");
    assert_eq!(report["customers"], expected["customers_411"], "{sample}");
    assert_eq!(decimal(&report["controlTotals"][0]["computed"]), expected["balance_411"], "{sample}");
    let class = &report["accountClasses"][0];
    assert_eq!(
        json!([class["class"], class["lines"], decimal(&class["total"]), class["ok"]]),
        json!(["receivable", expected["lines_411"], expected["balance_411"], true]),
        "{sample}"
    );
    assert_eq!(remarks(&report, "fec-unbalanced-file").len() + remarks(&report, "fec-unbalanced-entries").len(), 0);
    let closing = expected["closing_date"].as_str().unwrap();
    let balance = checks::answer(&format!(
        "aged-balance {SAMPLES}/{sample} --as-of {closing} --limits 30,60,90,120 --default-terms comptant"
    ))["currencies"][0]
        .clone();
    assert_eq!(decimal(&balance["total"]["balance"]), expected["balance_411"], "{sample}");
    assert_eq!(balance["control"]["ok"], true, "{sample}");
    let cents = |customer: &Value| customer["balance"].as_i64().unwrap();
    let customers = balance["customers"].as_array().unwrap();
    let debits = customers.iter().filter(|customer| cents(customer) > 0);
    assert_eq!(json!(debits.clone().count()), expected["customers_debit"], "{sample}");
    assert_eq!(decimal(&json!(debits.map(cents).sum::<i64>())), expected["sum_debit_balances"], "{sample}");
    let credits = customers.iter().filter(|customer| cents(customer) < 0);
    assert_eq!(json!(credits.clone().count()), expected["customers_credit"], "{sample}");
    assert_eq!(decimal(&json!(credits.map(cents).sum::<i64>())), expected["sum_credit_balances"], "{sample}");
    for top in expected["top_10_debit_balances"].as_array().unwrap().iter().filter(|_| sample.contains("111111111")) {
        let found = customers.iter().find(|customer| customer["customer"] == top[0]).unwrap();
        assert_eq!(decimal(&found["balance"]), top[1], "{sample} {}", top[0]);
    }
    Some((expected, balance))
}

/// Items not lettered, aged from the day of their document: 34 lines, to the cent and to the count.
#[test]
fn a_padded_fec_in_an_old_encoding_is_aged_to_the_cent() {
    let sample = "fec/111111111FEC20221231.TXT";
    let Some((expected, balance)) = check_fec(sample) else { return };
    let open = &expected["open_items"];
    assert_eq!(amounts(&balance), open["debits_aged_from_piece_date"]["amount"]);
    assert_eq!(decimal(&balance["total"]["unallocated"]), open["credits_aged_from_entry_date"]["total_amount"]);
    assert_eq!(balance["total"]["items"], open["lines"]);
    assert_eq!(json!(balance["customers"].as_array().unwrap().len()), open["customers"]);
    let items = checks::answer(&format!("open-items {SAMPLES}/{sample} --as-of 2023-07-31 --default-terms comptant"));
    let items = items["items"].as_array().unwrap();
    let mut counts: BTreeMap<&str, Value> = LIMITS.iter().map(|name| (*name, json!(0))).collect();
    for item in items.iter().filter(|item| item["residual"].as_i64().unwrap() > 0) {
        assert_eq!((&item["dueDaySource"], &item["accountClass"]), (&json!("default"), &json!("receivable")));
        let late = item["daysLate"].as_i64().unwrap();
        let count = counts.get_mut(LIMITS[if late <= 0 { 0 } else { (1 + (late - 1) / 30).min(5) as usize }]).unwrap();
        *count = json!(count.as_i64().unwrap() + 1);
    }
    assert_eq!(counts.into_json(), open["debits_aged_from_piece_date"]["count"]);
    let report = checks::answer(&format!("import {SAMPLES}/{sample}"));
    for code in ["unbalanced-letters", "single-letters"] {
        assert_eq!(remarks(&report, code), Vec::<String>::new(), "45 groups, all balanced");
    }
    // The name says 2022 and another company: the content says otherwise, and is believed.
    assert_eq!(remarks(&report, "file-name-siren").len() + remarks(&report, "file-name-closing").len(), 2);
}

#[test]
fn credits_lettered_without_their_invoices_stay_open_and_are_said() {
    let sample = "fec/coala_2020.txt";
    let Some((expected, balance)) = check_fec(sample) else { return };
    assert_eq!(balance["total"]["items"], expected["single_line_groups"]);
    let report = checks::answer(&format!("import {SAMPLES}/{sample}"));
    let said = remarks(&report, "single-letters").join("").replace(['\u{a0}', '\u{202f}', '\u{2212}'], " ");
    assert!(said.contains("8 lines") && said.contains("363.70"), "{said}");
}

#[test]
fn a_fec_of_another_regime_with_hardly_a_customer_is_read() {
    let Some((_, balance)) = check_fec("fec/istea_123456789FEC20201231.txt") else { return };
    assert_eq!(balance["total"]["items"], 0);
}
