//! What is handed out and what comes back: hand-outs, a hand-over dossier, a factor's file, answer forms and answers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use engine::{InputFile, Session};
use protocol::{
    AnswerView, AnswersQuery, Channel, ClaimsQuery, Draft, DraftsQuery, ExportQuery, FactorTerms, RegisterQuery, Sender,
};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use text::Language;

const CUSTOMERS: &str = "Code client;Raison sociale;SIREN;Adresse;Code postal;Ville;E-mail;Téléphone;Commercial;Plafond;Catégorie\n\
    C01;ALPHA SAS;732829320;12 rue des Lilas;75011;Paris;compta@alpha.example;0102030405;Agnès;1000;\n\
    C02;</fieldset><script>alert(1)</script> \"Beta\";;3 quai Sud;69002;Lyon;compta@beta.example;0102030406;Bruno;;\n\
    C03;Mairie de Gamma;;1 place;33000;Bordeaux;compta@gamma.example;0102030407;Agnès;;PUBLIC\n\
    C04;Delta SARL;;5 rue;44000;Nantes;compta@delta.example;0102030408;;;\n\
    C05;Epsilon SARL;;5 rue;44000;Nantes;compta@epsilon.example;0102030409;;;\n\
    C06;Zeta SARL;;5 rue;44000;Nantes;compta@zeta.example;0102030410;;;\n";

const LEDGER: &str = "Code client;Pièce;Date;Échéance;Montant\n\
    C01;F-101;2026-05-01;2026-05-31;1200,50\n\
    C01;F-111;2026-08-01;2026-08-31;300,00\n\
    C01;F-121;2026-09-25;2026-10-25;2000,00\n\
    C01;AV-1;2026-09-01;;-500,00\n\
    C02;F-102;2026-08-20;2026-09-19;3000,00\n\
    C02;F-112;2026-08-25;2026-09-24;150,00\n\
    C03;F-103;2026-08-20;2026-09-19;800,00\n\
    C04;F-104;2026-09-01;2026-10-01;900,00\n\
    C05;F-105;2026-09-01;2026-10-01;900,00\n\
    C06;F-106;2026-09-01;2026-10-01;900,00\n";

const TODAY: &str = "2026-09-30";

fn session() -> Session {
    let files = vec![
        InputFile::in_memory("clients.csv".to_owned(), CUSTOMERS.replace("\"Beta\"", "Beta").into_bytes()),
        InputFile::in_memory("pieces.csv".to_owned(), LEDGER.as_bytes().to_vec()),
    ];
    Session::open(files, &Default::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn query(kind: &str) -> ExportQuery {
    let sender = Sender {
        company: "Société Exemple".into(),
        email: "compta+relance@exemple.example".into(),
        ..Sender::default()
    };
    ExportQuery { sender: Some(sender), ..ExportQuery::of(kind, TODAY.parse().unwrap()) }
}

fn exported(session: &Session, query: &ExportQuery) -> Vec<u8> {
    let bytes = session.export(query, Language::Fr, &mut |_| {}).unwrap().bytes;
    // To be looked at and printed: nothing is kept unless asked for.
    if let Some(folder) = std::env::var_os("ENCOURS_KEEP") {
        std::fs::write(Path::new(&folder).join(&query.kind), &bytes).unwrap();
    }
    bytes
}

fn text_of(session: &Session, query: &ExportQuery) -> String {
    String::from_utf8(exported(session, query)).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

fn unzipped(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        let name = file.name().unwrap().into_owned();
        files.insert(name, content);
    }
    files
}

/// What Python's HTML parser reads of a page; nothing where there is no Python.
fn read(page: &[u8]) -> Option<Vec<String>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("readers/page.py");
    let started = Command::new("python3").arg("-B").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = started else {
        println!("skipped: python3 is not on PATH");
        return None;
    };
    child.stdin.take().unwrap().write_all(page).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect())
}

#[test]
fn a_salesperson_gets_its_own_customers_and_the_manager_all_of_them() {
    let session = session();
    let page = text_of(&session, &query("handouts.html"));
    assert_eq!(page.matches("<article>").count(), 4, "the manager, Agnès, Bruno, and those of nobody");
    let sections: Vec<&str> = page.split("<article>").collect();
    assert!(sections[1].contains("Pour la direction") && sections[1].contains("ALPHA SAS"));
    let agnes = sections.iter().find(|one| one.contains("<h1><bdi>Agnès")).unwrap();
    assert!(agnes.contains("ALPHA SAS") && agnes.contains("Mairie de Gamma"));
    assert!(!agnes.contains("Beta") && !agnes.contains("Delta"));
    let own = ExportQuery { owner: Some("Bruno".into()), ..query("handouts.html") };
    let bruno = text_of(&session, &own);
    assert_eq!(bruno.matches("<article>").count(), 1);
    assert!(!bruno.contains("ALPHA") && !bruno.contains("Agnès") && bruno.contains("Beta"));
    // Deliveries to hold: overdue for more than 60 days, and above the limit.
    assert!(page.contains("échu depuis plus de 60 jours, plafond dépassé"), "{page}");
    let rows = text_of(&session, &ExportQuery { owner: Some("Bruno".into()), ..query("handouts.csv") });
    assert_eq!(rows.lines().count(), 2);
    for read in [read(page.as_bytes()), read(bruno.as_bytes())].into_iter().flatten() {
        assert!(read.iter().all(String::is_empty), "{read:?}");
    }
}

#[test]
fn a_factor_is_told_what_it_would_finance_item_by_item_and_why_not() {
    let csv = text_of(&session(), &query("factor.csv"));
    let row = |document: &str| csv.lines().find(|line| line.contains(document)).unwrap_or_else(|| panic!("{document}"));
    assert!(row("F-101").contains("0,00;retard au-delà du contrat"), "{}", row("F-101"));
    assert!(row("AV-1").contains("pas une facture ouverte"));
    assert!(row("F-103").contains("0,00;organisme public"), "{}", row("F-103"));
    // The credit of 500 is taken off the latest due: 1,500 of 2,000 are left, before the limit for one customer.
    assert!(row("F-121").contains("avoirs et règlements déduits"), "{}", row("F-121"));
    assert!(row("F-102").contains("concentration"), "{}", row("F-102"));
    // Financed before the limit: 300 + 1,500 + 3,150 + 3 × 900 = 7,650; a quarter is 1,912.50.
    let financed = |document: &str| {
        let cells: Vec<&str> = row(document).split(';').collect();
        text::typed_amount(cells[8], values::Currency::EUR).unwrap().minor()
    };
    assert_eq!(financed("F-102") + financed("F-112"), 191_250);
    assert_eq!(financed("F-111") + financed("F-121"), 180_000);
    assert_eq!(financed("F-104"), 90_000);
}

#[test]
fn a_dossier_is_handed_over_with_claim_items_chronology_and_what_to_attach() {
    let mut session = session();
    for edit in [
        serde_json::json!({ "contact": { "customer": "C01", "day": "2026-06-10", "channel": "email", "step": "first" } }),
        serde_json::json!({ "note": { "target": { "customer": "C01" }, "day": "2026-06-20", "text": "<b>appel</b>" } }),
        serde_json::json!({ "note": { "target": { "customer": "C02" }, "day": "2026-06-21", "text": "autre client" } }),
    ] {
        session.edit(serde_json::from_value(edit).unwrap(), Language::Fr).unwrap();
    }
    let asked = ExportQuery { customer: Some("C01".into()), recipient: Some("court".into()), ..query("handover.zip") };
    let bytes = exported(&session, &asked);
    assert_eq!(bytes, exported(&session, &asked), "the same bytes every time");
    let files = unzipped(bytes);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["chronology.csv", "index.html", "interest.csv", "items.csv", "manifest.json", "statement.html"]);
    let index = String::from_utf8(files["index.html"].clone()).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
    // Interest and fixed sums are those of the list of claims, to the cent.
    let claims = session.claims(
        &ClaimsQuery { as_of: TODAY.parse().unwrap(), customer: Some("C01".into()), ..claims_query() },
        Language::Fr,
    );
    let own = claims.unwrap().currencies.remove(0).rows.remove(0);
    let shown = |amount| Language::Fr.money(amount, values::Currency::EUR).replace(['\u{a0}', '\u{202f}'], " ");
    let principal = values::Amount::from_minor(150_050);
    let total = principal + values::Amount::from_minor(-50_000) + own.interest + own.interest_paid_late + own.indemnity;
    for said in [
        shown(principal),
        shown(own.interest + own.interest_paid_late),
        shown(own.indemnity),
        shown(total),
        "Copie de F-101 du 01/05/2026".to_owned(),
        "Aucune mise en demeure n’est consignée.".to_owned(),
        "Extrait K-bis".to_owned(),
        "pour le tribunal".to_owned(),
        "Note : &lt;b&gt;appel&lt;/b&gt;".to_owned(),
    ] {
        assert!(index.contains(&said), "{said}");
    }
    assert!(!index.contains("autre client") && !index.contains("Beta"));
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    assert_eq!(manifest["files"].as_array().unwrap().len(), 5);
    for page in ["index.html", "statement.html"] {
        let read = read(&files[page]).unwrap_or_default();
        assert!(read.iter().all(String::is_empty), "{page}: {read:?}");
    }
    let refused = |query: &ExportQuery| session.export(query, Language::En, &mut |_| {}).unwrap_err().message;
    assert!(refused(&ExportQuery { recipient: Some("uncle".into()), ..asked.clone() }).contains("uncle"));
    assert!(refused(&query("handover.zip")).contains("one customer"));
    assert!(refused(&ExportQuery { customer: Some("C99".into()), ..asked }).contains("C99"));
}

fn claims_query() -> ClaimsQuery {
    serde_json::from_value(serde_json::json!({ "asOf": TODAY })).unwrap()
}

fn returned(session: &Session, text: &str) -> AnswerView {
    let query = AnswersQuery { as_of: TODAY.parse().unwrap(), texts: vec![text.to_owned()] };
    session.returned(&query, Language::Fr).unwrap().remove(0)
}

fn edits(session: &Session) -> u32 {
    session.register(&RegisterQuery { as_of: TODAY.parse().unwrap(), customer: None }, Language::Fr).unwrap().edits
}

#[test]
fn a_form_carries_one_customers_items_needs_no_script_and_names_stay_text() {
    let session = session();
    let own = ExportQuery { customer: Some("C02".into()), ..query("response-form.html") };
    let page = exported(&session, &own);
    if let Some(read) = read(&page) {
        assert!(!read.iter().any(|line| line.starts_with("script") || line.starts_with("unclosed")), "{read:?}");
        assert!(!read.iter().any(|line| line.starts_with("link")), "{read:?}");
        assert!(read.contains(&"form\tmailto:compta+relance@exemple.example".to_owned()), "{read:?}");
        let items: Vec<&String> = read.iter().filter(|line| line.starts_with("field\titem-")).collect();
        assert_eq!(items, ["field\titem-1\tF-102", "field\titem-2\tF-112"]);
    }
    let text = String::from_utf8(page).unwrap();
    assert!(!text.contains("F-101") && !text.contains("ALPHA"), "nothing of another customer");
    let all = unzipped(exported(&session, &query("response-forms.zip")));
    assert_eq!(all.len(), 6, "three customers are late, a page and a text each: {:?}", all.keys());
}

#[test]
fn an_answer_becomes_edits_only_once_a_person_says_so() {
    let mut session = session();
    let all = unzipped(exported(&session, &query("response-forms.zip")));
    let form = String::from_utf8(all["C01_EUR.txt"].clone()).unwrap();
    let filled = form
        .replace("answer-1=", "answer-1=promise")
        .replace("day-1=", "day-1=2026-10-15")
        .replace("amount-1=", "amount-1=500,00")
        .replace("answer-2=", "answer-2=litige")
        .replace("words-2=", "words-2=prix faux")
        .replace("name=\r\n", "name=Mme Martin\r\n");
    let quoted: String = filled.lines().map(|line| format!("> {line}\r\n")).collect();
    for text in [filled.clone(), quoted] {
        let view = returned(&session, &text);
        assert_eq!((view.customer.as_str(), view.author.as_str()), ("C01", "Mme Martin"));
        let told: Vec<String> =
            view.proposals.iter().map(|one| one.text.replace(['\u{a0}', '\u{202f}'], " ")).collect();
        assert_eq!(told, ["promesse de règlement, F-101, 500,00 €, 15/10/2026", "litige, F-111, 300,00 €, prix faux"]);
        assert_eq!(edits(&session), 0, "nothing is recorded by reading");
    }
    let view = returned(&session, &filled);
    session.edit(view.proposals[0].edit.clone().unwrap(), Language::Fr).unwrap();
    let register =
        session.register(&RegisterQuery { as_of: TODAY.parse().unwrap(), customer: None }, Language::Fr).unwrap();
    assert_eq!((register.promises.len(), register.disputes.len(), register.contacts.len()), (1, 0, 1));
    assert_eq!(register.promises[0].record.amount.minor(), 50_000);
    assert_eq!(register.contacts[0].channel, protocol::Channel::Email);
    session.undo();
    assert_eq!(edits(&session), 0);
}

/// The form under the message is read back as the file is, quoted or not; a person may reword what stands above it.
#[test]
fn the_form_in_the_text_of_a_message_is_filled_in_and_read_back() {
    let session = session();
    let asked = serde_json::json!({
        "asOf": "2026-09-30", "formInText": true, "policy": include_str!("../../crates/dunning/policies/five-steps.json"),
    });
    let mut query: DraftsQuery = serde_json::from_value(asked).unwrap();
    let emails = |query: &DraftsQuery| -> Vec<Draft> {
        let drafts = session.drafts(query, Language::Fr).unwrap();
        drafts.into_iter().filter(|draft| draft.channel == Channel::Email).collect()
    };
    let drafts = emails(&query);
    let of = drafts.iter().find(|draft| draft.body.contains("item-1=")).unwrap();
    let filled = of.body.replace("answer-1=", "answer-1=promise").replace("day-1=", "day-1=2026-10-15");
    let quoted: String = filled.lines().map(|line| format!("> {line}\r\n")).collect();
    for text in [filled, quoted] {
        let view = returned(&session, &text);
        assert_eq!((view.customer.as_str(), view.proposals.len()), (of.customer.as_str(), 1), "{view:?}");
        assert!(view.proposals[0].edit.is_some(), "{view:?}");
    }
    let words = of.body.replacen("Madame, Monsieur,", "Chère Madame Martin,", 1);
    assert_ne!(words, of.body);
    let edit = serde_json::json!({ "action": of.action, "subject": of.subject, "body": words });
    query.edits = vec![serde_json::from_value(edit).unwrap()];
    let edited = emails(&query);
    let edited = edited.iter().find(|draft| draft.action == of.action).unwrap();
    assert_eq!(edited.body.trim_end(), words.trim_end());
    query.form_in_text = false;
    query.edits = Vec::new();
    assert!(emails(&query).iter().all(|draft| !draft.body.contains("item-1=")));
}

#[test]
fn the_terms_of_a_factor_are_those_asked_for() {
    let session = session();
    let on = |overdue_days, concentration_percent| ExportQuery {
        factor: Some(FactorTerms { overdue_days, concentration_percent }),
        ..query("factor.csv")
    };
    let loose = text_of(&session, &on(365, 100));
    let line = loose.lines().find(|line| line.contains("F-101")).unwrap();
    assert!(!line.contains("retard au-delà du contrat") && !loose.contains("concentration"), "{loose}");
    assert!(text_of(&session, &on(0, 25)).contains("retard au-delà du contrat"));
    for wrong in [on(366, 25), on(60, 0), on(60, 101)] {
        let refused = session.export(&wrong, Language::En, &mut |_| {}).unwrap_err();
        assert_eq!(refused.message, "Terms of the factor: 0 to 365 days late, 1 to 100% for one customer.");
    }
}

#[test]
fn hostile_answers_are_told_and_record_nothing() {
    let session = session();
    let head = "encours=encours-answer-1\ncustomer=C01\n";
    // More than is owed, another customer's item, an item twice told, amounts and days that are none.
    let too_much =
        returned(&session, &format!("{head}item-1=F-101\nanswer-1=promise\nday-1=2026-10-15\namount-1=999999999"));
    assert!(too_much.proposals[0].edit.is_none() && too_much.proposals[0].refused.is_some(), "{too_much:?}");
    let stolen = returned(&session, &format!("{head}item-1=F-102\nanswer-1=paid"));
    assert!(stolen.proposals.is_empty() && stolen.remarks[0].contains("F-102"), "{stolen:?}");
    let no_day = returned(&session, &format!("{head}item-1=F-101\nanswer-1=promise\nday-1=demain"));
    assert!(no_day.proposals[0].edit.is_none(), "{no_day:?}");
    let past = returned(&session, &format!("{head}item-1=F-101\nanswer-1=promise\nday-1=2020-01-01"));
    assert!(past.proposals[0].edit.is_none(), "{past:?}");
    let unread = returned(&session, &format!("{head}item-1=F-101\nanswer-1=dispute\namount-1=<script>"));
    assert!(unread.proposals[0].edit.is_none() && unread.proposals[0].refused.is_some(), "{unread:?}");
    let plan = returned(&session, &format!("{head}plan-terms=60\nplan-first=2026-10-31"));
    assert!(plan.proposals[0].edit.is_some(), "{plan:?}");
    for text in [
        String::new(),
        "encours=encours-answer-1".to_owned(),
        "encours=encours-answer-1\ncustomer=C99".to_owned(),
        "encours=encours-answer-1\ncustomer=../../etc/passwd".to_owned(),
        "{\"encours\":\"encours-answer-1\",\"customer\":{\"a\":1}}".to_owned(),
        "{\"encours\":".to_owned(),
        "{".repeat(100_000),
        "\u{0}".repeat(1_000),
        format!("{head}{}", "x".repeat(300_000)),
        format!("{head}currency=USD\nitem-1=F-101\nanswer-1=paid"),
    ] {
        let view = returned(&session, &text);
        assert!(view.proposals.is_empty() && !view.remarks.is_empty(), "{view:?}");
    }
    let json = returned(
        &session,
        "{\"encours\":\"encours-answer-1\",\"customer\":\"C01\",\"item-1\":\"F-101\",\"answer-1\":\"paid\",\"words-1\":\"x\\ncustomer=C02\"}",
    );
    assert_eq!((json.customer.as_str(), json.proposals.len()), ("C01", 1));
    assert_eq!(edits(&session), 0);
}

#[test]
fn the_command_line_shows_answers_and_records_those_approved() {
    let files = || {
        vec![
            InputFile::in_memory("clients.csv".to_owned(), CUSTOMERS.as_bytes().to_vec()),
            InputFile::in_memory("pieces.csv".to_owned(), LEDGER.as_bytes().to_vec()),
        ]
    };
    let answer = "encours=encours-answer-1\ncustomer=C01\nitem-1=F-101\nanswer-1=promise\nday-1=2026-10-15\nitem-2=F-111\nanswer-2=dispute\n";
    let run = |line: &str, mut files: Vec<InputFile>| {
        files.push(InputFile::in_memory("answer.txt".to_owned(), answer.as_bytes().to_vec()));
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        engine::command::run(&args, engine::command::Inputs { files, ..Default::default() }, &mut |_| {})
    };
    let shown = run("answers clients.csv pieces.csv --as-of 2026-09-30 --answer answer.txt", files());
    assert_eq!((shown.status, shown.files.len()), (0, 0), "{}", shown.stderr);
    assert!(
        shown.stdout.contains("1. promise to pay, F-101") && shown.stdout.contains("2. dispute, F-111"),
        "{}",
        shown.stdout
    );
    let recorded = run(
        "answers clients.csv pieces.csv --as-of 2026-09-30 --answer answer.txt --approve 2 --out here --with-ledger",
        files(),
    );
    assert_eq!((recorded.status, recorded.files.len()), (0, 1), "{}", recorded.stderr);
    let dossier = vec![InputFile::in_memory("d.encours".to_owned(), recorded.files[0].1.clone())];
    let args: Vec<String> = "register d.encours --as-of 2026-09-30 --json".split(' ').map(str::to_owned).collect();
    let told =
        engine::command::run(&args, engine::command::Inputs { files: dossier, ..Default::default() }, &mut |_| {});
    let view: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!((view["disputes"].as_array().unwrap().len(), view["promises"].as_array().unwrap().len()), (1, 0));
    let out = run("answers clients.csv pieces.csv --as-of 2026-09-30 --answer answer.txt --approve 2", files());
    assert_eq!(out.status, 2, "approvals are written somewhere");
}

#[test]
fn messages_carry_the_form_where_that_is_asked_for_and_no_other() {
    let session = session();
    let names = |with_forms: bool| {
        let asked = ExportQuery { with_forms, ..query("drafts.zip") };
        let files = unzipped(session.export(&asked, Language::Fr, &mut |_| {}).unwrap().bytes);
        let messages = files.into_iter().filter(|(name, _)| name.ends_with(".eml"));
        let of = |(_, bytes): (String, Vec<u8>)| {
            let message = mail_parser::MessageParser::default().parse(&bytes).unwrap();
            let attached: Vec<String> = mail_parser::MimeHeaders::attachment_name(message.attachments().next()?)
                .into_iter()
                .map(str::to_owned)
                .collect();
            let text = String::from_utf8_lossy(message.attachments().nth(1)?.contents()).into_owned();
            Some((
                attached,
                text.lines().filter(|line| line.starts_with("customer=")).map(str::to_owned).collect::<Vec<_>>(),
            ))
        };
        messages.map(of).collect::<Vec<_>>()
    };
    // Who is not late yet is asked nothing.
    let with: Vec<(Vec<String>, Vec<String>)> = names(true).into_iter().flatten().collect();
    assert!(!with.is_empty());
    for (attached, customers) in &with {
        assert_eq!((attached.as_slice(), customers.len()), (["reponse_EUR.html".to_owned()].as_slice(), 1));
    }
    assert!(names(false).iter().all(Option::is_none));
}
