//! The calls of a day and what they lead to, through the session as the page and the command line use it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use engine::{InputFile, Session};
use protocol::{CallList, CallResult, CallsQuery, ExportQuery, Outcome, PlanQuery, RegisterQuery, RegisterView};
use text::Language;

const CUSTOMERS: &str = "Code client;Raison sociale;E-mail;Téléphone;Commercial\n\
    C01;ALPHA SAS;compta@alpha.example;0102030405;Agnès\n\
    C02;Beta & Fils SARL;compta@beta.example;0102030406;Bruno\n\
    C03;Gamma SA;compta@gamma.example;;Agnès\n\
    C04;Delta SARL;compta@delta.example;0102030408;\n";

const LEDGER: &str = "Code client;Pièce;Date;Échéance;Montant\n\
    C01;F-101;2026-08-01;2026-08-31;1200,50\n\
    C01;F-111;2026-08-05;2026-09-04;300,00\n\
    C02;F-102;2026-08-20;2026-09-19;5000,00\n\
    C03;F-103;2026-08-20;2026-09-19;800,00\n\
    C04;F-104;2026-08-20;2026-09-19;640,00\n";

const POLICY: &str = r#"{
  "version": 2, "id": "calls", "name": { "fr": "Appels", "en": "Calls" },
  "limits": { "minimumAmount": 100, "daysBetweenContacts": 3, "contactsPer30Days": 9, "daysBeforeRepeat": 15 },
  "calendar": { "shift": "next", "holidays": "french", "weekend": [6, 7] },
  "costs": { "email": 125, "letter": 125, "registered-letter": 800, "phone": 1250, "sms": 15, "internal": 0 },
  "scenarios": [ { "id": "standard", "name": { "fr": "Standard", "en": "Standard" }, "steps": [
    { "name": { "fr": "Appel", "en": "Call" }, "id": "call", "days": 7, "channel": "phone", "template": "phone_call", "tone": "dialogue", "fallbacks": [{ "channel": "email", "template": "email_first_reminder" }] },
    { "name": { "fr": "Dernier avis", "en": "Last notice" }, "id": "last", "days": 45, "channel": "email", "template": "email_last_notice", "tone": "last-notice" }
  ] } ]
}"#;

/// Wednesday 30 September 2026.
const TODAY: &str = "2026-09-30";

fn session() -> Session {
    let files = vec![
        InputFile::in_memory("clients.csv".to_owned(), CUSTOMERS.as_bytes().to_vec()),
        InputFile::in_memory("pieces.csv".to_owned(), LEDGER.as_bytes().to_vec()),
    ];
    Session::open(files, &Default::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn query(day: &str) -> CallsQuery {
    let (as_of, policy) = (day.parse().unwrap(), Some(POLICY.to_owned()));
    CallsQuery { as_of, policy, horizon_days: Some(20), cap: None, sort: None, owner: None }
}

fn list(session: &Session, day: &str) -> CallList {
    session.calls(&query(day), Language::Fr).unwrap()
}

/// Day, customer, score of every call.
fn short(list: &CallList) -> Vec<String> {
    let of_day = |day: &protocol::CallDay| {
        let day = day.clone();
        day.calls.into_iter().map(move |call| format!("{} {} {}", day.day, call.customer, call.score))
    };
    list.days.iter().flat_map(of_day).collect()
}

fn result(customer: &str, day: &str, outcome: Outcome) -> CallResult {
    let json = serde_json::json!({ "customer": customer, "asOf": day, "outcome": outcome, "policy": POLICY });
    serde_json::from_value(json).unwrap()
}

fn register(session: &Session, day: &str) -> RegisterView {
    session.register(&RegisterQuery { as_of: day.parse().unwrap(), customer: None }, Language::Fr).unwrap()
}

/// Why each item of a customer is left alone.
fn left_alone(session: &Session, day: &str, customer: &str) -> Vec<String> {
    let query =
        PlanQuery { as_of: day.parse().unwrap(), policy: Some(POLICY.to_owned()), horizon_days: Some(5), claims: None };
    let plan = session.plan(&query, Language::Fr).unwrap();
    let own = plan.non_actions.iter().filter(|one| one.customer == customer);
    own.map(|one| format!("{} {}", one.document.as_deref().unwrap_or_default(), one.reason)).collect()
}

#[test]
fn a_list_tells_whom_to_call_why_and_how_its_score_adds_up() {
    let list = list(&session(), TODAY);
    assert_eq!(short(&list), ["2026-09-30 C02 47", "2026-09-30 C01 25", "2026-09-30 C04 13"]);
    let first = &list.days[0].calls[0];
    assert_eq!(first.points.iter().map(|one| one.points).sum::<u32>(), first.score);
    assert_eq!(
        first.priority.replace(['\u{a0}', '\u{202f}'], " "),
        "47 = 40 montant (5 000,00 €) + 2 ancienneté (11 j) + 5 étape (Appel)"
    );
    assert_eq!(first.reason.replace('\u{a0}', " "), "étape « Appel »");
    assert!(list.days[0].text.contains("trié par priorité"), "{}", list.days[0].text);
    // Whom nobody can call stands apart, with what is at stake.
    let apart: Vec<(&str, i64)> =
        list.to_complete.iter().map(|one| (one.customer.as_str(), one.amount.minor())).collect();
    assert_eq!(apart, [("C03", 80_000)]);
    assert_eq!(list.owners, ["Agnès", "Bruno"]);
}

#[test]
fn a_cap_sends_the_lowest_priority_to_the_next_working_days_and_says_so() {
    let session = session();
    let capped = session.calls(&CallsQuery { cap: Some(1), ..query(TODAY) }, Language::Fr).unwrap();
    assert_eq!(short(&capped), ["2026-09-30 C02 47", "2026-10-01 C01 25", "2026-10-02 C04 13"]);
    let sent_on = capped.days[0].sent_on.as_deref().unwrap();
    assert_eq!(
        sent_on.replace('\u{a0}', " "),
        "Journée pleine : 2 appels déplacés au 01/10/2026 et après, les moins prioritaires."
    );
    assert_eq!(capped.days[1].calls[0].moved.as_deref(), Some("prévu le 30/09/2026, journée pleine"));
    assert_eq!(capped.days[2].sent_on, None);
    let own = session.calls(&CallsQuery { owner: Some("Bruno".into()), ..query(TODAY) }, Language::Fr).unwrap();
    assert_eq!(short(&own), ["2026-09-30 C02 47"]);
    let by_name = session.calls(&CallsQuery { sort: Some("name".into()), ..query(TODAY) }, Language::Fr).unwrap();
    assert_eq!(short(&by_name)[0], "2026-09-30 C01 25");
    let refused = session.calls(&CallsQuery { sort: Some("luck".into()), ..query(TODAY) }, Language::Fr).unwrap_err();
    assert!(refused.message.contains("luck"), "{}", refused.message);
    assert!(session.calls(&CallsQuery { cap: Some(0), ..query(TODAY) }, Language::Fr).is_err());
}

#[test]
fn nobody_answers_three_times_then_the_plan_goes_on_in_writing() {
    let mut session = session();
    session.called(&result("C02", TODAY, Outcome::NoAnswer), Language::Fr).unwrap();
    // Wednesday, Friday, Tuesday: two working days between tries.
    assert!(short(&list(&session, TODAY)).iter().any(|line| line.starts_with("2026-10-02 C02")));
    assert!(!short(&list(&session, TODAY)).iter().any(|line| line.starts_with("2026-09-30 C02")));
    session.called(&result("C02", "2026-10-02", Outcome::Voicemail), Language::Fr).unwrap();
    let third = list(&session, "2026-10-06");
    let call = third.days[0].calls.iter().find(|call| call.customer == "C02").unwrap();
    assert_eq!(call.attempts, 2);
    assert!(call.reason.contains("rappel après l’appel du 02/10/2026, message laissé"), "{}", call.reason);
    session.called(&result("C02", "2026-10-06", Outcome::NoAnswer), Language::Fr).unwrap();
    assert!(!short(&list(&session, "2026-10-06")).iter().any(|line| line.contains("C02")));
    assert_eq!(left_alone(&session, "2026-10-06", "C02"), ["F-102 already-contacted"]);
    // Taken back one after the other, it is the first day again.
    for _ in 0..3 {
        assert!(session.undo().is_some());
    }
    assert_eq!(short(&list(&session, TODAY)), short(&list(&self::session(), TODAY)));
}

#[test]
fn a_promise_makes_the_plan_wait_and_a_broken_one_calls_again() {
    let mut session = session();
    let promise = CallResult { day: Some("2026-10-09".parse().unwrap()), ..result("C01", TODAY, Outcome::Promise) };
    session.called(&promise, Language::Fr).unwrap();
    let view = register(&session, TODAY);
    assert_eq!((view.promises.len(), view.promises[0].record.amount.minor(), view.edits), (1, 150_050, 1));
    assert_eq!(
        view.undo.as_deref().map(|words| words.replace('\u{a0}', " ")).as_deref(),
        Some("Appel : C01, promesse de règlement")
    );
    assert_eq!(left_alone(&session, TODAY, "C01"), ["F-101 promised", "F-111 promised"]);
    assert!(!short(&list(&session, "2026-10-09")).iter().any(|line| line.starts_with("2026-10-09 C01")));
    let after = list(&session, "2026-10-12");
    let call = after.days[0].calls.iter().find(|call| call.customer == "C01").unwrap();
    assert!(call.reason.contains("promesse du 09/10/2026 non tenue"), "{}", call.reason);
    assert_eq!(call.points.iter().find(|one| one.key == "broken-promises").map(|one| one.points), Some(15));
}

#[test]
fn every_outcome_has_its_effect_and_is_one_edit_taken_back_whole() {
    // Outcome, day it is given, why the plan then leaves the items alone, when the next call stands.
    let cases = [
        (Outcome::PaymentRun, Some("2026-10-15"), "promised", None),
        (Outcome::Promise, Some("2026-10-15"), "promised", None),
        (Outcome::Plan, Some("2026-10-15"), "plan-respected", None),
        (Outcome::Dispute, None, "disputed", None),
        (Outcome::NotReceived, None, "blocked", Some("2026-10-05")),
        (Outcome::AwaitingApproval, None, "blocked", Some("2026-10-07")),
        (Outcome::Paid, None, "blocked", Some("2026-10-07")),
        (Outcome::CallBack, Some("2026-10-08"), "blocked", Some("2026-10-08")),
        (Outcome::Insolvency, None, "insolvency", None),
        (Outcome::Refusal, None, "already-contacted", None),
    ];
    let before = short(&list(&session(), TODAY));
    for (outcome, day, reason, again) in cases {
        let mut session = session();
        let said = CallResult { day: day.map(|day| day.parse().unwrap()), ..result("C02", TODAY, outcome) };
        session.called(&said, Language::Fr).unwrap();
        assert_eq!(left_alone(&session, TODAY, "C02"), [format!("F-102 {reason}")], "{outcome:?}");
        let call = list(&session, TODAY);
        let next = call.days.iter().find(|day| day.calls.iter().any(|call| call.customer == "C02"));
        assert_eq!(next.map(|day| day.day.to_string()).as_deref(), again, "{outcome:?}");
        assert_eq!(register(&session, TODAY).edits, 1);
        session.undo();
        assert_eq!(short(&list(&session, TODAY)), before, "{outcome:?}");
        assert_eq!(register(&session, TODAY).contacts.len(), 0);
    }
    assert_eq!(Outcome::ALL.len(), cases.len() + 3, "no answer, voicemail and wrong contact have tests of their own");
}

#[test]
fn a_wrong_number_is_to_complete_and_the_step_leaves_in_writing() {
    let mut session = session();
    session.called(&result("C04", TODAY, Outcome::WrongContact), Language::Fr).unwrap();
    let list = list(&session, TODAY);
    assert!(!short(&list).iter().any(|line| line.contains("C04")));
    let told = list.to_complete.iter().find(|one| one.customer == "C04").unwrap();
    assert_eq!(told.text, "mauvais numéro ou interlocuteur le 30/09/2026");
    let query = PlanQuery {
        as_of: TODAY.parse().unwrap(),
        policy: Some(POLICY.to_owned()),
        horizon_days: Some(1),
        claims: None,
    };
    let plan = session.plan(&query, Language::Fr).unwrap();
    let action = plan.actions.iter().find(|action| action.customer == "C04").unwrap();
    assert_eq!(action.channel, protocol::Channel::Email);
    let note = &register(&session, TODAY).notes[0].text;
    assert!(note.contains("0102030408"), "{note}");
}

#[test]
fn what_a_result_lacks_is_asked_for_and_nothing_is_recorded() {
    let mut session = session();
    let refused =
        |session: &mut Session, result: CallResult| session.called(&result, Language::En).unwrap_err().message;
    assert_eq!(refused(&mut session, result("C02", TODAY, Outcome::Promise)), "This result needs a day.");
    let early = CallResult { day: Some("2026-09-01".parse().unwrap()), ..result("C02", TODAY, Outcome::CallBack) };
    assert!(refused(&mut session, early).contains("comes before the call"));
    let part = CallResult { amount: Some(values::Amount::from_minor(100)), ..result("C01", TODAY, Outcome::Dispute) };
    assert_eq!(refused(&mut session, part.clone()), "A disputed amount is about one item: say which.");
    let nobody = result("C99", TODAY, Outcome::NoAnswer);
    assert!(refused(&mut session, nobody).contains("C99"));
    let much = CallResult { amount: Some(values::Amount::from_minor(1)), documents: vec!["F-111".to_owned()], ..part };
    session.called(&much, Language::En).unwrap();
    assert_eq!(register(&session, TODAY).disputes.len(), 1);
    assert_eq!(register(&session, TODAY).edits, 1);
}

#[test]
fn an_amount_of_nothing_is_refused_and_never_taken_for_the_whole() {
    let mut session = session();
    for outcome in [Outcome::Promise, Outcome::PaymentRun] {
        let amount = Some(values::Amount::ZERO);
        let day = Some("2026-10-09".parse().unwrap());
        let said = CallResult { amount, day, ..result("C01", TODAY, outcome) };
        assert!(session.called(&said, Language::Fr).is_err(), "{outcome:?}");
    }
    assert_eq!(register(&session, TODAY).edits, 0);
}

#[test]
fn the_command_line_lists_calls_and_records_their_results() {
    let files = || {
        vec![
            InputFile::in_memory("clients.csv".to_owned(), CUSTOMERS.as_bytes().to_vec()),
            InputFile::in_memory("pieces.csv".to_owned(), LEDGER.as_bytes().to_vec()),
        ]
    };
    let run = |line: &str, files: Vec<InputFile>| {
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let inputs = engine::command::Inputs { files, policy: Some(POLICY.to_owned()), ..Default::default() };
        engine::command::run(&args, inputs, &mut |_| {})
    };
    let listed = run("calls clients.csv pieces.csv --as-of 2026-09-30 --cap 2", files());
    assert_eq!(listed.status, 0, "{}", listed.stderr);
    assert!(
        listed.stdout.contains("Wednesday 30 Sep 2026: 2 calls (at most 2), sorted by priority"),
        "{}",
        listed.stdout
    );
    assert!(listed.stdout.contains("The day is full: 1 call moved to 01 Oct 2026"), "{}", listed.stdout);
    let recorded = run(
        "call-result clients.csv pieces.csv --as-of 2026-09-30 --customer C02 --outcome promise --day 2026-10-15 \
         --amount 2500,00 --reason cash-difficulty --out here --with-ledger",
        files(),
    );
    assert_eq!((recorded.status, recorded.files.len()), (0, 1), "{}", recorded.stderr);
    let dossier = InputFile::in_memory("d.encours".to_owned(), recorded.files[0].1.clone());
    let told = run("register d.encours --as-of 2026-09-30 --json", vec![dossier]);
    let view: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(view["promises"][0]["record"]["amount"], 250_000);
    assert_eq!(view["contacts"][0]["reason"], "cash-difficulty");
    let refused = run("call-result clients.csv pieces.csv --as-of 2026-09-30 --customer C02 --out here", files());
    assert_eq!(refused.status, 2);
}

/// A file taken out.
fn exported(session: &Session, query: &ExportQuery) -> String {
    let query = ExportQuery { policy: Some(POLICY.to_owned()), ..query.clone() };
    let file = session.export(&query, Language::Fr, &mut |_| {}).unwrap();
    // To be looked at and printed: nothing is kept unless asked for.
    if let Some(folder) = std::env::var_os("ENCOURS_KEEP") {
        std::fs::write(std::path::Path::new(&folder).join(&query.kind), &file.bytes).unwrap();
    }
    String::from_utf8(file.bytes).unwrap()
}

#[test]
fn a_sheet_tells_who_how_much_what_was_said_and_what_to_say() {
    let mut session = session();
    let broken =
        CallResult { day: Some("2026-09-25".parse().unwrap()), ..result("C01", "2026-09-21", Outcome::Promise) };
    session.called(&broken, Language::Fr).unwrap();
    session.called(&result("C02", "2026-09-28", Outcome::Voicemail), Language::Fr).unwrap();
    let page = exported(&session, &ExportQuery::of("calls.html", TODAY.parse().unwrap()));
    let page = page.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(page.matches("<article>").count(), 3, "one sheet for each call of the day");
    for said in [
        "promesse de 1 500,50 € pour le 25/09/2026 : non tenue",
        "le 28/09/2026 par téléphone, message laissé",
        "Beta &amp; Fils SARL",
        "Rappeler la promesse du 25/09/2026",
        "il reste 5 000,00 € à régler pour 1 pièce, la plus ancienne échue depuis 11 jours",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("<script"));
    let one = ExportQuery { customer: Some("C02".to_owned()), ..ExportQuery::of("calls.html", TODAY.parse().unwrap()) };
    assert_eq!(exported(&session, &one).matches("<article>").count(), 1);
}

/// A page of twenty-five items is printed by hand now and then: one sheet of A4 (`ENCOURS_KEEP`).
#[test]
fn a_sheet_lists_every_item_whatever_their_number() {
    for count in [25, 26, 120] {
        let mut ledger = "Code client;Pièce;Date;Échéance;Montant\n".to_owned();
        for number in 0..count {
            ledger.push_str(&format!("C02;F-{number:03};2026-08-20;2026-09-19;1{number:02},00\n"));
        }
        let files = vec![
            InputFile::in_memory("clients.csv".to_owned(), CUSTOMERS.as_bytes().to_vec()),
            InputFile::in_memory("pieces.csv".to_owned(), ledger.into_bytes()),
        ];
        let session = Session::open(files, &Default::default(), Language::Fr, &mut |_| {}).unwrap();
        let query =
            ExportQuery { policy: Some(POLICY.to_owned()), ..ExportQuery::of("calls.html", TODAY.parse().unwrap()) };
        let page = session.export(&query, Language::Fr, &mut |_| {}).unwrap().bytes;
        if let Some(folder) = std::env::var_os("ENCOURS_KEEP") {
            std::fs::write(std::path::Path::new(&folder).join(format!("sheet-{count}.html")), &page).unwrap();
        }
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches("<td><bdi>F-").count(), count);
        assert!(page.contains("display:table-header-group"), "headings repeat on the next sheet");
    }
}
