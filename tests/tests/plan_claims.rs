//! What a plan and its texts claim is what the list of claims says of the same items on the same day: once for an
//! invoice, on nothing else, by the law, the rates and the rules that were asked for.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{ClaimRules, ClaimsQuery, DraftsQuery, OpenOptions, Operation, PlanQuery};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use text::Language;
use values::{Amount, Day};

/// Every late item is claimed on, from its first day, whatever the amount.
const CLAIMING: &str = r#"{
  "version": 2, "id": "claiming", "name": { "fr": "Tout", "en": "Everything" },
  "limits": { "minimumAmount": 0, "daysBetweenContacts": 1, "contactsPer30Days": 30, "daysBeforeRepeat": 1 },
  "calendar": { "shift": "none", "weekend": [] },
  "scenarios": [ { "id": "one", "name": { "fr": "Un", "en": "One" }, "steps": [
    { "name": { "fr": "Avis", "en": "Notice" }, "id": "notice", "days": 1, "channel": "email", "template": "email_last_notice",
      "tone": "last-notice", "claims": ["interest", "indemnity"], "repeat": { "every": 20, "times": 3 } }
  ] } ]
}"#;

fn open(name: &str, bytes: Vec<u8>) -> Option<Session> {
    Session::open(vec![InputFile::in_memory(name, bytes)], &OpenOptions::default(), Language::En, &mut |_| {}).ok()
}

fn csv(rows: &str) -> Session {
    let text = format!("Type;Code client;Client;Pays;Numéro;Date;Échéance;Montant\n{rows}");
    open("items.csv", text.into_bytes()).unwrap()
}

fn plan(session: &Session, as_of: Day, claims: Option<ClaimRules>) -> Value {
    let query = PlanQuery { as_of, policy: Some(CLAIMING.to_owned()), horizon_days: Some(20), claims };
    serde_json::to_value(session.plan(&query, Language::En).unwrap()).unwrap()
}

fn listed(session: &Session, as_of: Day, rules: &ClaimRules) -> Value {
    let ClaimRules { settings, contract_rate_percent, day_count, allocation, rates } = rules.clone();
    let query = ClaimsQuery {
        as_of,
        customer: None,
        settings,
        contract_rate_percent,
        day_count,
        allocation,
        rates,
        offset: None,
        limit: None,
    };
    serde_json::to_value(session.claims(&query, Language::En).unwrap()).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Customer, document, due day and what is asked, in one currency: two such items bear the same interest.
type Key = (String, String, String, String, i64);

/// The claims of a day by item; items that cannot be told apart stand together.
fn by_item(claims: &Value) -> BTreeMap<Key, Vec<(i64, i64)>> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut found: BTreeMap<Key, Vec<(i64, i64)>> = BTreeMap::new();
    for of in claims["currencies"].as_array().unwrap() {
        for customer in of["rows"].as_array().unwrap() {
            for item in customer["items"].as_array().unwrap() {
                let key = (
                    text(&of["currency"]),
                    text(&customer["customer"]),
                    text(&item["document"]),
                    text(&item["dueDay"]),
                    item["open"].as_i64().unwrap(),
                );
                let claim = (item["interest"].as_i64().unwrap(), item["indemnity"].as_i64().unwrap());
                found.entry(key).or_default().push(claim);
            }
        }
    }
    found
}

/// Checks every action that asks for whole items without credits; how many items were compared.
fn check(session: &Session, as_of: Day, rules: &ClaimRules, about: &str) -> usize {
    let plan = plan(session, as_of, Some(rules.clone()));
    let mut days: BTreeMap<String, BTreeMap<Key, Vec<(i64, i64)>>> = BTreeMap::new();
    let mut compared = 0;
    for action in plan["actions"].as_array().unwrap() {
        let late: Vec<&Value> =
            action["items"].as_array().unwrap().iter().filter(|item| item["daysLate"].as_i64() > Some(0)).collect();
        let asked: i64 = late.iter().map(|item| item["asked"].as_i64().unwrap()).sum();
        if late.iter().any(|item| item["asked"] != item["residual"]) || action["amount"].as_i64() != Some(asked) {
            continue;
        }
        let on = action["day"].as_str().unwrap();
        let claims = days.entry(on.to_owned()).or_insert_with(|| by_item(&listed(session, day(on), rules)));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
        let (mut interest, mut indemnity, mut sure) = (0, 0, true);
        for item in &late {
            let key = (
                text(&action["currency"]),
                text(&action["customer"]),
                text(&item["document"]).replace("unnumbered item", ""),
                text(&item["dueDay"]),
                item["asked"].as_i64().unwrap(),
            );
            let of = claims.get(&key).map(Vec::as_slice).unwrap_or_default();
            let at = seen.entry(key).or_default();
            // What bears no interest at all is not listed.
            let (one, fixed) = of.get(*at).copied().unwrap_or_default();
            *at += 1;
            (interest, indemnity) = (interest + one, indemnity + fixed);
        }
        // Items that look the same but are not all in the action: which of them carries the fixed sum is not told.
        sure &= seen.iter().all(|(key, count)| claims.get(key).is_none_or(|of| of.len() == *count));
        if sure {
            assert_eq!(
                (&action["interest"], &action["indemnity"]),
                (&json!(interest), &json!(indemnity)),
                "{about} {action}"
            );
            compared += late.len();
        }
    }
    compared
}

fn files_of(root: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        match path.is_dir() {
            true => files.extend(files_of(&path)),
            false => files.push(path),
        }
    }
    files.sort();
    files
}

#[test]
fn plan_and_claims_agree_on_every_sample() {
    let folders =
        ["fixtures/g1", "fixtures/demo", "fixtures/payers", "fixtures/layouts", "fixtures/fec", "fixtures/findings"];
    let samples =
        ["ar-payments", "ar-xlsx", "exports-fr", "fec"].map(|folder| format!("../../shared/samples/{folder}"));
    let all = folders.iter().map(|folder| (*folder).to_owned()).chain(samples);
    let (mut ledgers, mut compared) = (0, 0);
    for path in all.flat_map(|folder| files_of(&fixtures::path(&folder))) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(session) = open(&name, std::fs::read(&path).unwrap()) else { continue };
        let report = session.import_report(Language::En);
        let Some(last) = report.last_day.filter(|_| report.aged_as_of.is_none()) else { continue };
        let rules = [
            ClaimRules::default(),
            ClaimRules {
                contract_rate_percent: Some("15".to_owned()),
                day_count: Some(protocol::DayCount::Fixed360),
                allocation: Some(protocol::Allocation::InterestFirst),
                ..ClaimRules::default()
            },
        ];
        let found: usize = rules.iter().map(|rules| check(&session, last, rules, &name)).sum();
        ledgers += usize::from(found > 0);
        compared += found;
    }
    println!("{compared} items of {ledgers} ledgers compared");
    assert!(ledgers >= 5 && compared > 300, "{compared} items of {ledgers} ledgers");
}

#[test]
fn the_fixed_sum_is_claimed_once_for_instalments_and_never_on_what_is_no_invoice() {
    let instalments =
        csv("FAC;A;Alpha;;F1;2026-03-01;2026-04-01;500,00\nFAC;A;Alpha;;F1;2026-03-01;2026-05-01;500,00\n");
    let told = |session: &Session, customer: &str| {
        let plan = plan(session, day("2026-06-30"), None);
        let actions = plan["actions"].as_array().unwrap().iter();
        let action = actions.into_iter().find(|action| action["customer"] == customer).unwrap();
        (action["items"].as_array().unwrap().len(), action["interest"].clone(), action["indemnity"].clone())
    };
    // 500.00 over 90 days and over 60 days at 12.15 %; then 800.00 and 700.00 over 90 days.
    assert_eq!(told(&instalments, "A"), (2, json!(1_498 + 999), json!(4_000)));
    let books = "Client;Type;Date;Journal;Pièce;Libellé;Échéance;Débit;Crédit;Lettrage\n\
         B;FAC;01/03/2026;VE;F2;Facture F2;01/04/2026;800,00;;\nB;OD;01/03/2026;OD;X3;Reclassement;01/04/2026;700,00;;\n";
    let books = open("books.csv", books.as_bytes().to_vec()).unwrap();
    assert_eq!(told(&books, "B"), (2, json!(2_397 + 2_097), json!(4_000)));
}

#[test]
fn where_interest_is_refused_the_fixed_sum_stays_and_own_rates_compute_it() {
    let session = csv("FAC;A;Alpha;;F1;2027-01-02;2027-01-31;500,00\n");
    let as_of = day("2027-03-31");
    let first = |claims| plan(&session, as_of, claims)["actions"][0].clone();
    let refused = first(None);
    assert_eq!((&refused["interest"], &refused["indemnity"]), (&json!(0), &json!(4_000)));
    let rows = json!([{ "from": "2027-01-01", "to": "2027-06-30", "ratePercent": "2.65", "source": "x", "checked": "2027-01-02" }]);
    let refi = json!([{ "from": "2026-10-29", "to": "2027-06-30", "ratePercent": "2.65", "source": "x", "checked": "2027-01-02" }]);
    let rates = json!({ "version": 1, "series": [
        { "id": "ecb-refi", "rows": refi }, { "id": "fr-legal-professional", "rows": rows }] });
    let own = first(Some(ClaimRules { rates: Some(rates.to_string()), ..ClaimRules::default() }));
    // 500.00 at 12.65 % over 59 days.
    assert_eq!((&own["interest"], &own["indemnity"]), (&json!(1_022), &json!(4_000)));
    // The texts say so rather than a figure they cannot compute.
    let query = DraftsQuery {
        as_of,
        policy: Some(CLAIMING.to_owned()),
        actions: None,
        language: Some(Language::En),
        sender: None,
        templates: Vec::new(),
        claims: None,
        variants: false,
        edits: Vec::new(),
        form_in_text: false,
    };
    let draft = session.drafts(&query, Language::En).unwrap().remove(0);
    assert!(draft.diagnostics.iter().any(|one| one.code == "interest-unknown"));
}

#[test]
fn regimes_chosen_and_insolvencies_recorded_hold_in_the_plan_and_in_its_texts() {
    let mut session = csv(
        "FAC;A;Alpha;;F1;2026-03-01;2026-04-01;500,00\nFAC;B;Beta GmbH;Allemagne;F2;2026-03-01;2026-04-01;500,00\n\
         FAC;C;Mairie de Bron;;F3;2026-03-01;2026-04-01;500,00\n",
    );
    let as_of = day("2026-06-30");
    let interest = |session: &Session, claims: Option<ClaimRules>| -> Vec<i64> {
        let plan = plan(session, as_of, claims);
        let actions = plan["actions"].as_array().unwrap().iter().filter(|action| action["day"] == "2026-06-30");
        actions.map(|action| action["interest"].as_i64().unwrap()).collect()
    };
    // 90 days at 12.15 %, 10.27 % (base rate + 9 points) and 10.15 %.
    assert_eq!(interest(&session, None), [1_498, 1_266, 1_251]);
    let setting = json!({ "settings": [{ "customer": "A", "regime": "contract", "contractRatePercent": "20" }] });
    let chosen: ClaimRules = serde_json::from_value(setting).unwrap();
    assert_eq!(interest(&session, Some(chosen.clone())), [2_466, 1_266, 1_251]);
    let unknown: ClaimRules = serde_json::from_value(json!({ "settings": [{ "customer": "NOBODY" }] })).unwrap();
    let query = PlanQuery { as_of, policy: None, horizon_days: None, claims: Some(unknown) };
    assert_eq!(session.plan(&query, Language::En).unwrap_err().code, "customer");
    let formal = CLAIMING.replace("email_last_notice", "letter_formal_notice");
    let body = |claims: Option<ClaimRules>, customer: &str| {
        let query = DraftsQuery {
            as_of,
            policy: Some(formal.clone()),
            actions: None,
            language: Some(Language::En),
            sender: None,
            templates: Vec::new(),
            claims,
            variants: false,
            edits: Vec::new(),
            form_in_text: false,
        };
        let drafts = session.drafts(&query, Language::En).unwrap();
        drafts.into_iter().find(|draft| draft.customer == customer).unwrap().body.replace('\u{a0}', " ")
    };
    let (alpha, beta, town) = (body(None, "A"), body(None, "B"), body(None, "C"));
    assert!(alpha.contains("L. 441-10") && alpha.contains("EUR 14.98") && alpha.contains("statutory margin"));
    assert!(beta.contains("BGB") && beta.contains("EUR 12.66") && !beta.contains("L. 441-10"), "{beta}");
    assert!(town.contains("L. 2192-13") && town.contains("EUR 12.51") && !town.contains("L. 441-10"), "{town}");
    let by_contract = body(Some(chosen), "A");
    assert!(by_contract.contains("EUR 24.66") && !by_contract.contains("European Central Bank"), "{by_contract}");
    let agreed = ClaimRules { contract_rate_percent: Some("15".to_owned()), ..ClaimRules::default() };
    assert!(body(Some(agreed), "A").contains("the rate agreed between us (15.00%"));
    // Proceedings opened stop interest the day before; the customer is then left alone.
    let insolvent = json!({ "insolvent": { "customer": "A", "since": "2026-05-01", "published": "2026-05-10" } });
    let operation: Operation = serde_json::from_value(insolvent).unwrap();
    session.edit(operation, Language::En).unwrap();
    assert_eq!(interest(&session, None), [1_266, 1_251]);
}

#[test]
fn a_letter_counts_late_payments_by_their_day_like_the_plan() {
    let session = open("ledger.csv", fixtures::bytes("fixtures/g1/ledger.csv")).unwrap();
    let plan = plan(&session, day("2026-09-30"), None);
    let beta = plan["actions"].as_array().unwrap().iter().find(|action| action["customer"] == "BETA").unwrap();
    // F11, F03 with what was paid late on it, F04: 94.05 + 48.10 + 13.45 is not rounded item by item here.
    let of = |document: &str| {
        let claims = by_item(&listed(&session, day("2026-09-30"), &ClaimRules::default()));
        claims.iter().find(|((_, _, seen, ..), _)| seen == document).unwrap().1[0].0
    };
    let interest = of("F11") + of("F03") + of("F04");
    assert_eq!((interest, beta["interest"].as_i64()), (15_430, Some(15_430)));
    assert_eq!(Amount::from_minor(beta["indemnity"].as_i64().unwrap()), Amount::from_minor(12_000));
}
