//! Exports of the packages of the field, read with no click: what each column was taken for, what became of each row,
//! which totals were met. `fixtures/layouts/expected.txt` says it for every file; the truth behind most of the files
//! is the same ledger, written here, so that a wrong expectation cannot hide a wrong reading.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::{checks, fixtures};
use engine::{InputFile, Session};
use protocol::OpenOptions;
use serde_json::Value;
use std::fmt::Write as _;
use text::Language;

/// The day of the prints.
const DAY: &str = "2026-09-30";

/// ALPHA owes 9,600.00 for 30 days and has a credit of 600.00; BETA owes 1,250.50 not yet due; GAMMA 480.00 for 153
/// days. Whatever the layout, these are the customers and the balance.
const CUSTOMERS: u64 = 3;
const BALANCE: i64 = 1_073_050;

/// The lines of `files.txt`: the files of one dossier each.
fn dossiers() -> Vec<String> {
    let list = String::from_utf8(fixtures::bytes("fixtures/layouts/files.txt")).unwrap();
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
}

fn paths(files: &str) -> String {
    files.split(' ').map(|file| format!("fixtures/layouts/{file}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn packages_are_read_with_no_click() {
    let (mut shown, mut right, mut wrong) = (String::new(), 0, Vec::new());
    let dossiers = dossiers();
    for files in &dossiers {
        let (text, truths) = describe(files);
        write!(shown, "{files}\n{text}\n").unwrap();
        match truths {
            Ok(()) => right += 1,
            Err(why) => wrong.push(format!("{files}: {why}")),
        }
    }
    println!("layouts read right with no click: {right} of {}", dossiers.len());
    assert!(wrong.is_empty(), "{right} of {} right\n{}", dossiers.len(), wrong.join("\n"));
    fixtures::assert_same("fixtures/layouts/expected.txt", &shown, "UPDATE_GOLDEN");
}

/// How a dossier is read, and whether it is the truth.
fn describe(files: &str) -> (String, Result<(), String>) {
    let output = checks::command(&format!("import {} --json --lang en", paths(files)));
    if output.status != 0 {
        return (format!("  refused: {}", output.stderr), Err(output.stderr));
    }
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    let mut text = String::new();
    for file in report["files"].as_array().unwrap() {
        text.push_str(&read(file));
    }
    let codes: Vec<&str> =
        report["diagnostics"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect();
    if !codes.is_empty() {
        writeln!(text, "  says {}", codes.join(", ")).unwrap();
    }
    for total in report["controlTotals"].as_array().unwrap() {
        let stated = &total["stated"];
        writeln!(text, "  {} {} computed, {stated} stated", total["currency"].as_str().unwrap(), total["computed"])
            .unwrap();
    }
    writeln!(text, "  {} customers, {} entries", report["customers"], report["entries"]).unwrap();
    let aged = checks::command(&format!("aged-balance {} --as-of {DAY} --json", paths(files)));
    let aged: Value = serde_json::from_str(&aged.stdout).unwrap_or_else(|_| panic!("{files}: {}", aged.stderr));
    let mut balances = Vec::new();
    for currency in aged["currencies"].as_array().unwrap() {
        let total = &currency["total"];
        balances.push(total["balance"].as_i64().unwrap());
        writeln!(
            text,
            "  on {DAY}: not due {}, by age {}, no due date {}, credits {}",
            total["notDue"], total["buckets"], total["noDueDate"], total["unallocated"]
        )
        .unwrap();
    }
    (text, truth(&report, &balances))
}

fn session(name: &str, bytes: Vec<u8>) -> Session {
    let files = vec![InputFile::in_memory(name, bytes)];
    Session::open(files, &OpenOptions::default(), Language::En, &mut |_| {}).unwrap_or_else(|why| panic!("{why:?}"))
}

fn read(file: &Value) -> String {
    let mapping = &file["mapping"];
    let word = |key: &str| mapping[key].as_str().unwrap_or("-").to_owned();
    let columns: Vec<String> = mapping["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| format!("{}={}", column["key"].as_str().unwrap(), column["header"].as_str().unwrap()))
        .collect();
    let rows = &file["rows"];
    format!(
        "  {}{}, {}, {}, headings in row {}\n    {}\n    {} rows = {} imported + {} set aside + {} blank + {} headings + {} totals\n",
        mapping["sheet"].as_str().map(|sheet| format!("sheet {sheet}: ")).unwrap_or_default(),
        word("layout"),
        word("sign"),
        word("dateOrder"),
        mapping["headerRow"],
        columns.join(" | "),
        rows["read"],
        rows["imported"],
        rows["setAside"],
        rows["blank"],
        rows["headings"],
        rows["totals"],
    )
}

fn truth(report: &Value, balances: &[i64]) -> Result<(), String> {
    let rows = &report["rows"];
    let part = |key: &str| rows[key].as_u64().unwrap();
    let sum = ["imported", "setAside", "blank", "headings", "totals"].into_iter().map(part).sum::<u64>();
    let check = |right: bool, what: String| if right { Ok(()) } else { Err(what) };
    check(part("read") == sum, format!("{rows}"))?;
    // Rows of items sold add nothing to their invoices, and say so.
    let aside = report["setAside"].as_array().unwrap();
    check(aside.iter().all(|row| row["code"] == "invoice-lines"), format!("{aside:?}"))?;
    check(report["customers"] == CUSTOMERS, format!("{} customers", report["customers"]))?;
    check(balances == [BALANCE], format!("balance {balances:?}"))?;
    let totals = report["controlTotals"].as_array().unwrap();
    check(totals.iter().all(|total| total["ok"] != false), format!("{totals:?}"))
}

fn refusal(line: &str) -> String {
    let output = checks::command(&format!("{line} --json --lang en"));
    assert_eq!(output.status, 1, "{line}: {}", output.stdout);
    output.stderr
}

/// A balance aged before says what it is, gives its own buckets on its own day, and nothing on another.
#[test]
fn a_balance_aged_before_keeps_its_day_and_its_buckets() {
    let file = "fixtures/layouts/sage100-balance-agee.csv";
    let report = checks::answer(&format!("import {file}"));
    assert_eq!(report["agedAsOf"], DAY);
    assert_eq!(report["agedLimits"], serde_json::json!([30, 60, 90]));
    let aged = checks::answer(&format!("aged-balance {file} --as-of {DAY}"));
    let rows = aged["currencies"][0]["customers"].as_array().unwrap();
    let shown: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {} {}", row["customer"].as_str().unwrap(), row["notDue"], row["buckets"]))
        .collect();
    assert_eq!(shown, ["411ALPHA 0 [900000,0,0,0]", "411BETA 125050 [0,0,0,0]", "411GAMMA 0 [0,0,0,48000]"]);
    assert!(refusal(&format!("aged-balance {file} --as-of 2026-10-01")).contains("no other day"));
    assert!(refusal(&format!("plan {file} --as-of 2026-10-01")).contains("no other day"));
    assert!(refusal(&format!("aged-balance {file} --as-of {DAY} --limits 45,90")).contains("30, 60, 90"));
    assert!(checks::answer(&format!("plan {file} --as-of {DAY}"))["actions"].as_array().is_some());
    let metrics = &checks::answer(&format!("metrics {file} --as-of {DAY}"))[0];
    assert_eq!((&metrics["outstanding"], &metrics["dso"]["simple"]), (&BALANCE.into(), &Value::Null));
}

/// Where only the day of printing stands in the file, that day is proposed, and a person's word goes before it.
#[test]
fn the_day_of_a_balance_that_its_file_leaves_in_doubt_can_be_said() {
    let file = "fixtures/doubts/balance-editee-le.csv";
    let asked = checks::answer(&format!("import {file}"))["questions"].clone();
    let days = serde_json::json!(["12 Jan 2027", "31 Dec 2026"]);
    assert_eq!((asked.as_array().unwrap().len(), &asked[0]["choices"]), (1, &days));
    let told = refusal(&format!("aged-balance {file} --as-of 2026-12-31"));
    assert!(told.contains("12 Jan 2027 meanwhile") && told.contains("--aged-as-of 2026-12-31"), "{told}");
    let said = format!("{file} --as-of 2026-12-31 --aged-as-of 2026-12-31");
    assert_eq!(checks::answer(&format!("aged-balance {said}"))["currencies"][0]["total"]["balance"], 135_000);
    assert_eq!(checks::answer(&format!("import {said}"))["questions"], serde_json::json!([]));
    // What a file states itself is no doubt.
    let stated = "fixtures/layouts/sage100-balance-agee.csv --aged-as-of 2026-12-31";
    assert_eq!(checks::answer(&format!("import {stated}"))["agedAsOf"], DAY);
}

#[test]
fn what_cannot_be_read_right_is_refused_with_its_reason() {
    let undated = refusal("import fixtures/layouts/sans-date.csv");
    assert!(undated.contains("sans-date.csv") && undated.contains("Which day was the balance struck?"), "{undated}");
    let said = checks::answer("import fixtures/layouts/sans-date.csv --aged-as-of 2026-09-30");
    assert_eq!(said["agedAsOf"], "2026-09-30");
    assert!(refusal("import fixtures/layouts/en-milliers.csv").contains("in thousands or millions"));
}

/// An aged balance beside the items it is about is compared with them, whatever packages wrote both.
#[test]
fn every_aged_balance_agrees_with_the_items_of_every_package() {
    let (mut pairs, mut wrong) = (0, Vec::new());
    for aged in dossiers() {
        let report = checks::command(&format!("import {} --json", paths(&aged)));
        let euros = !report.stdout.contains("\"USD\"");
        if !report.stdout.contains("\"agedAsOf\": \"2026-09-30\"") || !euros {
            continue;
        }
        // Items of packages with the customers' names: what has neither the code nor the name of anybody is a stranger.
        for items in ["de-offene-posten.csv", "factures.csv reglements.csv", "nl-openstaande-posten.csv"] {
            let both = checks::answer(&format!("reperformance {} {}", paths(&aged), paths(items)));
            pairs += 1;
            for one in both["currencies"][0]["differences"].as_array().unwrap() {
                wrong.push(format!("{aged} {items}: {} {}", one["customer"], one["causes"]));
            }
        }
    }
    println!("{pairs} pairs of an aged balance and items: all compared");
    assert!(pairs >= 20, "{pairs}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn said(report: &Value, code: &str) -> Vec<String> {
    let all = report["diagnostics"].as_array().unwrap().iter();
    all.filter(|remark| remark["code"] == code).map(|remark| remark["text"].as_str().unwrap().to_owned()).collect()
}

/// What cannot be known is told with its name; what is no ledger of customers is refused by what it is.
#[test]
fn doubts_are_told_by_name() {
    let one = |file: &str, code: &str| said(&checks::answer(&format!("import fixtures/{file}")), code);
    let unread = one("doubts/intitule-inconnu.csv", "unread-amounts");
    assert!(unread.len() == 1 && unread[0].contains("Sld ouv."), "{unread:?}");
    let side = one("doubts/sens-inconnu.csv", "unread-side");
    assert!(side.len() == 1 && side[0].contains("entrée"), "{side:?}");
    let payables = one("doubts/aged-payables.csv", "payables");
    assert!(payables.len() == 1 && payables[0].contains("suppliers"), "{payables:?}");
    let orders = one("doubts/commandes.csv", "not-invoiced");
    assert!(orders.len() == 1 && orders[0].contains("Carnet de commandes"), "{orders:?}");
    let sales = one("doubts/journal-des-ventes.csv", "nothing-says-paid");
    assert!(sales.len() == 1 && sales[0].contains("list of sales"), "{sales:?}");
    // Due days are no payments: the numbers without a gap tell that this is all that was sold, in one file or in two.
    let issued = "doubts/factures-mars-avril.csv fixtures/doubts/factures-mai-juillet.csv";
    for (files, word) in [
        ("doubts/factures-emises.csv", "list of sales"),
        (issued, "factures-mars-avril.csv"),
        ("doubts/ventes-comptabilisees.csv", "no receipt"),
        ("doubts/fec-journal-de-ventes.txt", "no receipt"),
    ] {
        let sales = one(files, "nothing-says-paid");
        assert!(sales.len() == 1 && sales[0].contains(word), "{files}: {sales:?}");
    }
    let open = [
        "doubts/factures-ouvertes.csv",
        "layouts/factures-corrigees.csv fixtures/layouts/reglements-numerotes.csv",
        "layouts/avoirs-facture-origine.csv",
        "doubts/factures-emises.csv fixtures/doubts/encaissements-sans-facture.csv",
    ];
    for files in open {
        assert!(one(files, "nothing-says-paid").is_empty(), "{files}");
    }
    // What clears the letters of a month stands in the next one.
    let months = "layouts/grand-livre-2026-06.csv fixtures/layouts/grand-livre-2026-07.csv";
    assert_eq!(one("layouts/grand-livre-2026-06.csv", "matched-alone").len(), 1);
    assert!(one(months, "matched-alone").is_empty());
    let partly = one("doubts/paiement-partiel.csv", "partly-paid");
    assert!(partly.len() == 1 && partly[0].contains("Partiellement payée"), "{partly:?}");
    let states = one("doubts/etats-inconnus.csv", "unknown-states");
    assert!(
        states.len() == 1 && states[0].contains("Cédée (1\u{a0}row in all)") && !states[0].contains("Relance"),
        "{states:?}"
    );
    let overlap = one("doubts/creances-aout.csv fixtures/doubts/creances-septembre.csv", "files-overlap");
    assert!(
        overlap.len() == 1 && overlap[0].contains("creances-septembre.csv") && overlap[0].contains("count twice"),
        "{overlap:?}"
    );
    let both = "fixtures/doubts/creances-aout.csv fixtures/doubts/creances-septembre.csv";
    let balance = checks::answer(&format!("aged-balance {both} --as-of {DAY}"));
    assert_eq!(balance["doubts"], serde_json::json!(["1\u{a0}file repeats items of another one, which count twice."]));
    let received = one(
        "layouts/factures-par-tiers.csv fixtures/layouts/avoirs-2026.csv fixtures/layouts/encaissements-2026.csv",
        "read-as-payments",
    );
    assert!(received.len() == 1 && received[0].contains("“encaissements-2026.csv” says so"), "{received:?}");
    let debts = one("doubts/ventes-du-semestre.csv fixtures/doubts/mouvements-du-semestre.csv", "may-be-payments");
    assert!(debts.len() == 1 && debts[0].contains("mouvements-du-semestre.csv, row 2: 3\u{a0}rows"), "{debts:?}");
    let second = one("doubts/deux-reglements.csv", "unread-amounts");
    assert!(second.len() == 1 && second[0].contains("2ème règlement"), "{second:?}");
    let means = one("doubts/reglement-mode-seul.csv", "unread-marks");
    assert!(means.len() == 1 && means[0].contains("“VIR” (2\u{a0}rows of 4)"), "{means:?}");
    // Terms are no payments.
    let report = checks::answer("import fixtures/doubts/reglement-a-terme.csv");
    assert_eq!(report["controlTotals"][0]["computed"], 42_000);
    let paid = one("doubts/observations-reglees.csv", "unread-marks");
    assert!(paid.len() == 1 && paid[0].contains("réglé le 05/09") && paid[0].contains("(1\u{a0}row of 4)"), "{paid:?}");
    let remarks = one("doubts/observations-reglees.csv", "unread-remarks");
    assert!(
        remarks.len() == 1 && remarks[0].contains("disputes (1\u{a0}row) and promises of payment (1\u{a0}row)"),
        "{remarks:?}"
    );
    let answers = one("doubts/statut-oui-non.csv", "unknown-states");
    assert!(answers.len() == 1 && answers[0].contains("oui (2\u{a0}rows in all)"), "{answers:?}");
    let letters = one("doubts/lettrage-sans-reglements.csv", "matched-alone");
    assert!(letters.len() == 1 && letters[0].contains("(2\u{a0}rows)"), "{letters:?}");
    let colours = one("doubts/legende-couleurs.csv", "colours-explained");
    assert!(colours.len() == 1 && colours[0].contains("Lignes vertes"), "{colours:?}");
    let kept = one("doubts/retenue-de-garantie.csv", "unread-amounts");
    assert!(kept.len() == 1 && kept[0].contains("RG restant due"), "{kept:?}");
    let currencies = one("doubts/devise-du-document.csv", "document-currencies-unread");
    assert!(currencies.len() == 1 && currencies[0].contains("EUR, USD"), "{currencies:?}");
    let report = checks::answer("import fixtures/doubts/deux-etats.csv");
    let drafts: Vec<&Value> = report["setAside"].as_array().unwrap().iter().map(|row| &row["seen"]).collect();
    assert_eq!(drafts, ["Brouillon"]);
    let report = checks::answer("import fixtures/doubts/balance-agee-401-411.csv");
    assert_eq!(report["setAside"][0]["seen"], "401OMEGA");
    assert_eq!(report["controlTotals"][0]["computed"], BALANCE);
    let taken = one("layouts/artisan-qui-doit.csv", "taken-by-content");
    assert!(taken.len() == 2 && taken[0].contains("done") && taken[1].contains("paid so far"), "{taken:?}");
    let age = one("doubts/age-inconnu.csv", "taken-by-content");
    assert!(age.len() == 1 && age[0].contains("Zone verte"), "{age:?}");
    let told = one("layouts/releve-de-compte-client.csv", "customer-of-table");
    assert!(told.len() == 1 && told[0].contains("ALPHA SAS"), "{told:?}");
    // Kinds of documents name nobody: whom a statement is addressed to does.
    let report = checks::answer("import fixtures/doubts/releve-adresse.csv");
    let told = said(&report, "customer-of-table");
    assert!(told.len() == 1 && told[0].contains("ALPHA SAS"), "{told:?}");
    assert_eq!((&report["customers"], &report["controlTotals"][0]["computed"]), (&1.into(), &900_000.into()));
    assert!(refusal("import fixtures/doubts/comptes-401.csv").contains("401"));
    assert!(refusal("import fixtures/doubts/compte-en-banque.csv").contains("bank statement"));
    // A bank calls the company its customer too.
    assert!(refusal("import fixtures/doubts/compte-en-banque-du-client.csv").contains("bank statement"));
    assert!(refusal("import fixtures/doubts/paid-in-paid-out.csv").contains("bank statement"));
    let balance = one("doubts/releve-incomplet.csv", "control-total-differs");
    assert!(balance.len() == 1 && balance[0].contains("11,500.00"), "{balance:?}");
    assert!(refusal("import fixtures/doubts/salaires.csv").contains("no table of receivables"));
    assert!(refusal("import fixtures/doubts/sans-client.csv").contains("Missing: the customer"));
}

/// Of several columns of addresses reminders go to that of accounts; a list of customers with balances gives its addresses too.
#[test]
fn reminders_go_to_the_address_of_accounts() {
    let recipients = |files: &str| -> Vec<String> {
        let drafts = checks::answer(&format!("drafts {} --as-of {DAY}", paths(files)));
        let all = drafts.as_array().unwrap_or_else(|| panic!("{drafts}")).iter();
        all.filter(|draft| draft["channel"] == "email").map(|draft| draft["to"].to_string()).collect()
    };
    let told = recipients("it-partite-aperte.csv it-anagrafica.csv");
    assert!(
        !told.is_empty() && told.iter().all(|to| to.contains("amministrazione@") || to.contains("fatture@")),
        "{told:?}"
    );
    let told = recipients("bc-customers.sheets bc-customer-ledger-entries.csv");
    assert!(told.iter().any(|to| to.contains("accounts@gamma.example")), "{told:?}");
    let report = checks::answer(&format!("import {}", paths("it-partite-aperte.csv it-anagrafica.csv")));
    let unread = said(&report, "unread-mails");
    assert!(
        unread.len() == 2 && unread[0].contains("PEC") && unread[0].contains("“E-mail amministrazione”"),
        "{unread:?}"
    );
}

/// Numbers that a program gives its own records are no codes of the books: names tell.
#[test]
fn codes_that_mean_others_join_nobody() {
    let report = checks::answer("import fixtures/layouts/de-offene-posten.csv fixtures/doubts/crm-numerote.csv");
    let joined = said(&report, "customers-joined");
    assert!(joined.len() == 1 && joined[0].contains("3 found in the entries, 3 of them by name"), "{joined:?}");
}

/// Of a book of what comes in and goes out, only what came in is a payment; its text names the invoice.
#[test]
fn what_came_in_pays_and_what_went_out_does_not() {
    let files = "fixtures/doubts/verkoopboek.csv fixtures/doubts/bankboek.csv";
    let report = checks::answer(&format!("import {files}"));
    assert_eq!((&report["setAside"][0]["code"], &report["customers"]), (&"money-out".into(), &3.into()));
    assert!(said(&report, "payments-joined")[0].contains("9 pay one, 0 stay unallocated"));
    assert!(said(&report, "read-as-payments")[0].contains("“Bij”"));
    let items = checks::answer(&format!("open-items {files} --as-of {DAY}"));
    let open: Vec<String> = items["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| format!("{} {} {}", item["customer"], item["document"], item["residual"]).replace('"', ""))
        .collect();
    assert_eq!(open, ["10002 VF2603 125050", "10003 VF2601 48000"]);
}

/// Payments that name their currency keep it, whatever the invoices are in.
#[test]
fn payments_in_another_currency_stay_in_it() {
    let files = "fixtures/layouts/uk-sales-invoices.csv fixtures/doubts/encaissements-en-euros.csv";
    let totals = checks::answer(&format!("import {files}"))["controlTotals"].clone();
    assert_eq!((&totals[0]["currency"], &totals[1]["currency"]), (&"EUR".into(), &"GBP".into()), "{totals}");
}

/// What was paid up to the day of a balance is counted in it; later payments stand for themselves.
#[test]
fn payments_up_to_the_day_of_a_balance_do_not_lower_it() {
    let files = "fixtures/layouts/sage100-balance-agee.csv fixtures/doubts/reglements-autour-de-la-balance.csv";
    let report = checks::answer(&format!("import {files}"));
    let aside = report["setAside"].as_array().unwrap();
    assert!(aside.len() == 1 && aside[0]["code"] == "paid-before-balance", "{aside:?}");
    let aged = checks::answer(&format!("aged-balance {files} --as-of {DAY}"));
    assert_eq!(aged["currencies"][0]["total"]["balance"], BALANCE);
}

/// The sign of a peso is that of the dollar: a title says which money it is.
#[test]
fn a_title_says_what_the_sign_of_the_dollar_means() {
    let report = checks::answer("import fixtures/doubts/devise-au-titre.csv");
    let totals = &report["controlTotals"];
    assert_eq!((&totals[0]["currency"], &totals[0]["computed"]), (&"COP".into(), &136_000_000.into()), "{totals}");
}

/// What was never invoiced, or is owed to suppliers, is no table of receivables however its columns are called.
#[test]
fn what_nobody_owes_is_refused() {
    const FILES: [&str; 6] = [
        "devis.csv",
        "devis-numerotes.csv",
        "commandes-a-facturer.csv",
        "heures.csv",
        "fornitori.sheets",
        "ventes-par-mois.csv",
    ];
    for file in FILES {
        let said = refusal(&format!("import fixtures/doubts/{file}"));
        assert!(said.contains("no table of receivables was recognised"), "{file}: {said}");
    }
}

/// A trial balance has no customers: it is named, with what it says of theirs.
#[test]
fn a_trial_balance_is_named_with_its_account_of_customers() {
    for (file, account) in [
        ("balance-generale.csv", "“411000 Clients” bears 10730,50"),
        ("saldibalans.csv", "“1300 Debiteuren” bears 10730,50"),
    ] {
        let said = refusal(&format!("import fixtures/doubts/{file}"));
        assert!(said.contains("is a trial balance") && said.contains(account), "{file}: {said}");
        let beside = checks::answer(&format!("import fixtures/layouts/factures.csv fixtures/doubts/{file}"));
        assert!(said_of(&beside, "file-not-read").contains(account), "{file}");
    }
}

/// What was paid of a list that does not say it may stand in the bank statement beside it.
#[test]
fn a_bank_statement_beside_a_list_of_sales_may_hold_its_payments() {
    let bank = "fixtures/doubts/compte-courant.csv";
    let beside = checks::answer(&format!("import fixtures/doubts/factures-emises.csv {bank}"));
    assert!(said_of(&beside, "file-not-read").contains("the payments of “factures-emises.csv”"));
    let open = checks::answer(&format!("import fixtures/doubts/factures-ouvertes.csv {bank}"));
    assert!(!said_of(&open, "file-not-read").contains("payments"));
}

fn said_of(report: &Value, code: &str) -> String {
    said(report, code).join(" ")
}

/// The day of an aged balance may stand in the name of its file: it is read under it, and a person is asked.
#[test]
fn a_file_named_after_its_day_is_aged_for_that_day() {
    let file = "fixtures/layouts/agee-au-2026-09-30.csv";
    let report = checks::answer(&format!("import {file}"));
    assert_eq!(report["agedAsOf"], DAY);
    assert_eq!(report["questions"][0]["code"], "aged-as-of");
    let aged = checks::answer(&format!("aged-balance {file} --as-of {DAY}"));
    assert_eq!(aged["currencies"][0]["total"]["balance"], BALANCE);
}

/// A customer whose name begins like a total is told from the sub-totals beside it by what they add up to.
#[test]
fn a_customer_called_total_is_no_total() {
    let file = "fixtures/layouts/agee-client-nomme-total.csv";
    let aged = checks::answer(&format!("aged-balance {file} --as-of {DAY}"));
    let rows = aged["currencies"][0]["customers"].as_array().unwrap();
    let shown: Vec<String> =
        rows.iter().map(|row| format!("{} {}", row["name"].as_str().unwrap(), row["balance"])).collect();
    assert_eq!(shown, ["ALPHA SAS 900000", "Total Lubrifiants 125050", "GAMMA & Cie 48000"]);
    assert!(said(&checks::answer(&format!("import {file}")), "subtotal-differs").is_empty());
}

/// A document that comes with the files of a dossier is named, and the others are read; alone it is refused.
#[test]
fn a_pdf_among_the_files_is_named_and_the_others_are_read() {
    let ledger = fixtures::bytes("fixtures/layouts/de-offene-posten.csv");
    let pdf = || InputFile::in_memory("letter.pdf", b"%PDF-1.7 ...".to_vec());
    let open = |files| Session::open(files, &OpenOptions::default(), Language::En, &mut |_| {});
    let session = open(vec![pdf(), InputFile::in_memory("open.csv", ledger)]).unwrap_or_else(|why| panic!("{why:?}"));
    let report = serde_json::to_value(session.import_report(Language::En)).unwrap();
    assert_eq!((&report["rows"]["imported"], report["files"].as_array().unwrap().len()), (&4.into(), 1));
    let left = said(&report, "file-not-read");
    assert!(left.len() == 1 && left[0].contains("letter.pdf"), "{left:?}");
    assert_eq!(open(vec![pdf(), pdf()]).err().map(|why| why.code).as_deref(), Some("not-a-table"));
}

/// A list of customers gives the terms that the invoices lack; who is found, idle or missing is said.
#[test]
fn a_list_of_customers_completes_the_ledger() {
    let files = "fixtures/layouts/factures-sans-echeance.csv fixtures/layouts/clients.csv";
    let items = checks::answer(&format!("open-items {files} --as-of {DAY}"));
    let due: Vec<String> = items["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["residual"].as_i64().unwrap() > 0)
        .map(|item| format!("{} {} {}", item["document"], item["dueDay"], item["dueDaySource"]).replace('"', ""))
        .collect();
    assert_eq!(due.len(), 3);
    for expected in ["F02 2026-08-07 terms", "F03 2026-10-15 terms", "F04 2026-04-29 terms"] {
        assert!(due.contains(&expected.to_owned()), "{expected}: {due:?}");
    }
    let report = checks::answer(&format!("import {files} --lang en"));
    let joined = said(&report, "customers-joined");
    assert!(joined[0].contains("3 found in the entries, 1 of them by name"), "{joined:?}");
    assert!(said(&report, "customers-without-entries")[0].contains("C99"));
    assert!(said(&report, "customers-not-listed").is_empty());
    assert!(refusal("import fixtures/layouts/clients.csv").contains("no receivables"));
}

/// Payments in a file of their own clear the invoices they name, in part where they pay in part.
#[test]
fn payments_clear_the_invoices_they_name() {
    for files in ["factures.csv reglements.csv", "reglements.csv factures.csv", "factures-et-reglements.sheets"] {
        let items = checks::answer(&format!("open-items {} --as-of {DAY}", paths(files)));
        let open: Vec<String> = items["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| format!("{} {}", item["document"], item["residual"]).replace('"', ""))
            .collect();
        assert_eq!(open.len(), 4, "{files}: {open:?}");
        for expected in ["F02 960000", "A01 -60000", "F03 125050", "F04 48000"] {
            assert!(open.contains(&expected.to_owned()), "{files}: {expected} in {open:?}");
        }
        let report = checks::answer(&format!("import {}", paths(files)));
        assert!(said(&report, "payments-joined")[0].contains("0 stay unallocated"), "{files}");
    }
}

/// Payments bear the day that stands beside them, also where a column says what remains: on an earlier day they were not
/// made yet, and nothing is said to be missing.
#[test]
fn payments_count_from_their_own_days() {
    let balance = |file: &str, day: &str| {
        let aged = checks::answer(&format!("aged-balance fixtures/layouts/{file} --as-of {day}"));
        aged["currencies"][0]["total"]["balance"].as_i64().unwrap()
    };
    let file = "factures-payees-et-reste.csv";
    assert_eq!(balance(file, "2026-04-17"), 48_000 + 7_500 + 2_000 + 24_000);
    assert_eq!(balance(file, "2026-04-20"), 48_000 + 2_000 + 24_000);
    assert_eq!(balance(file, "2026-05-31"), 48_000);
    assert!(said(&checks::answer(&format!("import fixtures/layouts/{file}")), "undated-payments").is_empty());
    assert_eq!(balance("acomptes-numerotes.csv", "2026-04-01"), 48_000 + 2_500);
    assert_eq!(balance("reglements-par-moyen.csv", "2026-04-20"), 48_000 + 2_000);
}

/// A refund clears the credit note it names.
#[test]
fn a_refund_clears_its_credit_note() {
    let items = checks::answer(&format!("open-items fixtures/layouts/avoir-rembourse.sheets --as-of {DAY}"));
    assert_eq!(items["items"].as_array().unwrap().len(), 4, "{items}");
}

/// Several tables on one sheet are told apart: the ledger is read, the list beside it completes it, the others are named
/// with their cells and the reason why they are left.
#[test]
fn tables_that_share_a_sheet_are_never_mixed() {
    let left = |files: &str| said(&checks::answer(&format!("import fixtures/layouts/{files}")), "sheet-not-read");
    let beside = left("deux-tableaux-cote-a-cote.sheets");
    assert!(beside.len() == 1 && beside[0].contains("Encours!H2:N5") && beside[0].contains("sums up"), "{beside:?}");
    let below = left("deux-tableaux-superposes.csv");
    assert!(below.len() == 1 && below[0].contains("A13:F17") && below[0].contains("sums up"), "{below:?}");
    let report = checks::answer("import fixtures/layouts/deux-tableaux-superposes.csv");
    let layouts: Vec<&str> =
        report["files"].as_array().unwrap().iter().map(|file| file["mapping"]["layout"].as_str().unwrap()).collect();
    assert_eq!(layouts, ["open-items", "customers"]);
}

/// A printed list names its customers above their rows, and each of its totals is compared with the rows it sums.
#[test]
fn a_printed_list_is_compared_with_every_total_it_states() {
    for file in ["sap-druck-de.txt", "sap-impression-fr.txt", "sap-text-with-tabs.txt"] {
        let aged = checks::answer(&format!("aged-balance fixtures/layouts/{file} --as-of {DAY}"));
        let rows = aged["currencies"][0]["customers"].as_array().unwrap();
        let names: Vec<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["ALPHA SAS", "BETA SARL", "GAMMA & Cie"], "{file}");
    }
    let print = String::from_utf8(fixtures::bytes("fixtures/layouts/sap-druck-de.txt")).unwrap();
    for (stars, stated, wrong) in [
        (
            "one",
            "|*   |          |          |    |          | |          |      |        1.250,50|",
            "        1.250,60|",
        ),
        (
            "two",
            "| ** Konto 100235                                              |        1.250,50|",
            "        1.250,60|",
        ),
        (
            "three",
            "|***                                                           |       10.730,50|",
            "       10.730,60|",
        ),
    ] {
        assert_eq!(print.matches(stated).count(), 1, "{stars}");
        let changed = print.replace(stated, &format!("{}{wrong}", &stated[..stated.len() - wrong.len()]));
        let session = session("print.txt", changed.into_bytes());
        let report = serde_json::to_value(session.import_report(Language::En)).unwrap();
        let differ = said(&report, "subtotal-differs").len() + said(&report, "control-total-differs").len();
        assert_eq!((differ, &report["rows"]["imported"]), (1, &4.into()), "{stars}: {}", report["diagnostics"]);
    }
}

/// The sheets that are parts of one ledger are read together, and every other one is left with its reason.
#[test]
fn sheets_are_read_once_and_the_report_says_why() {
    let report = checks::answer("import fixtures/layouts/feuilles-par-agence.sheets");
    let read: Vec<&str> =
        report["files"].as_array().unwrap().iter().map(|file| file["mapping"]["sheet"].as_str().unwrap()).collect();
    assert_eq!(read, ["Paris", "Lyon", "Lille"]);
    assert_eq!(said(&report, "sheet-read").len(), 3);
    assert!(said(&report, "sheet-not-read")[0].contains("sums up"));
    let report = checks::answer("import fixtures/layouts/feuilles-qui-repetent.sheets");
    assert_eq!(report["files"].as_array().unwrap().len(), 1);
    let older = said(&checks::answer("import fixtures/layouts/copie-de-l-an-dernier.sheets"), "sheet-not-read");
    assert!(older.len() == 1 && older[0].contains("Détail 2025") && older[0].contains("older copy"), "{older:?}");
    let left = said(&report, "sheet-not-read");
    assert!(left.iter().any(|text| text.contains("Juillet") && text.contains("stand in a sheet")), "{left:?}");
    assert!(left.iter().any(|text| text.contains("Ancienne") && text.contains("hidden")), "{left:?}");
    let left = |file: &str| said(&checks::answer(&format!("import fixtures/layouts/{file}")), "sheet-not-read");
    assert_eq!(left("un-onglet-par-mois.sheets"), [""; 0], "a month in which all was paid is read like the others");
    assert_eq!(
        left("en-cours-contentieux-archives.sheets"),
        [""; 0],
        "a column of remarks changes nothing of what is owed"
    );
    let archive = left("en-cours-et-archive.sheets");
    assert!(archive.len() == 1 && archive[0].contains("Archive") && archive[0].contains("was paid"), "{archive:?}");
    let year = left("encours-de-deux-clotures.sheets");
    assert!(year.len() == 1 && year[0].contains("30-09-2025") && year[0].contains("earlier day"), "{year:?}");
    assert_eq!(left("encours-par-mois.sheets"), [""; 0], "each holds its own month");
    let week = left("etats-par-semaine.sheets");
    assert!(week.len() == 1 && week[0].contains("S38") && week[0].contains("earlier day"), "{week:?}");
}
