//! The ten letters as people read them, and what no letter may ever do.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use drafts::case::About;
use drafts::{Draft, DraftDiagnostic, Sender};
use scene::{
    FIVE_STEPS, Scene, drafts_today, drafts_with, five_customers, five_steps, plan_of, plan_today, policy, sender,
};
use std::fmt::Write;
use text::Language;
use values::Amount;

fn shown(draft: &Draft) -> String {
    let mut text = String::new();
    for mailbox in &draft.to {
        writeln!(text, "[to] {} <{}>", mailbox.name, mailbox.address).unwrap();
    }
    if let Some(from) = &draft.from {
        writeln!(text, "[from] {} <{}>", from.name, from.address).unwrap();
    }
    writeln!(text, "[subject] {}", draft.subject).unwrap();
    for diagnostic in &draft.diagnostics {
        writeln!(text, "[{}] {}", diagnostic.code(), diagnostic.text(draft.language)).unwrap();
    }
    format!("{text}\n{}", draft.body)
}

/// Compares with `tests/golden/<name>.txt`; `UPDATE_GOLDEN=1` writes it instead.
fn assert_golden(name: &str, text: &str) {
    let path = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text, "{path}");
}

#[test]
fn the_ten_letters_read_as_agreed() {
    let ledger = five_customers();
    for language in Language::ALL {
        let drafts = drafts_today(&ledger, &sender(), language);
        let plan = plan_today(&ledger);
        assert_eq!(drafts.len(), 5);
        for draft in &drafts {
            let five_steps = five_steps();
            let step = five_steps.step(&plan.actions[draft.action]);
            assert!(draft.is_written());
            assert_golden(&format!("{}-{}", language.code(), step.id), &shown(draft));
        }
    }
}

#[test]
fn a_reminder_before_the_due_date_never_says_late() {
    let ledger = five_customers();
    let pre_due = |language| drafts_today(&ledger, &sender(), language).pop().unwrap();
    let french = pre_due(Language::Fr);
    assert!(french.body.contains("F-2026-118"));
    assert!(!format!("{}{}", french.subject, french.body).to_lowercase().contains("retard"));
    let english = pre_due(Language::En);
    assert!(!format!("{}{}", english.subject, english.body).to_lowercase().contains("late"));
}

#[test]
fn a_bare_sender_is_left_out_and_said() {
    let ledger = five_customers();
    for language in Language::ALL {
        for draft in drafts_today(&ledger, &Sender::default(), language) {
            let codes: Vec<_> = draft.diagnostics.iter().map(DraftDiagnostic::code).collect();
            assert!(codes.starts_with(&["sender-missing", "sender-missing", "iban-missing"]), "{codes:?}");
            assert!(draft.is_written() && draft.from.is_none());
            assert!(!draft.body.contains("IBAN") && !draft.body.contains("{{") && !draft.body.contains("\n\n\n"));
        }
    }
    let wrong = Sender { iban: "FR7630006000011234567890188".into(), email: "camille".into(), ..sender() };
    let draft = drafts_today(&ledger, &wrong, Language::Fr).remove(0);
    let codes: Vec<_> = draft.diagnostics.iter().map(DraftDiagnostic::code).collect();
    assert_eq!(codes, ["sender-invalid", "iban-invalid"]);
    assert!(!draft.body.contains("0188") && draft.from.is_none());
}

#[test]
fn recipients_are_addresses_or_nothing() {
    let to = |email: Option<&str>| {
        let mut scene = Scene::new();
        let customer = scene.customer("1", "Un", email, None);
        scene.entry(customer, "F1", "2026-08-01", Some("2026-09-28"), 10_000);
        let draft = drafts_today(&scene.build(), &sender(), Language::Fr).remove(0);
        let to: Vec<_> = draft.to.iter().map(|mailbox| mailbox.address.to_string()).collect();
        format!(
            "{} {}",
            to.join(" "),
            draft.diagnostics.iter().map(DraftDiagnostic::code).collect::<Vec<_>>().join(" ")
        )
    };
    assert_eq!(to(Some("a@b.example")), "a@b.example ");
    assert_eq!(to(Some("a@b.example ; c@d.example")), "a@b.example c@d.example ");
    assert_eq!(to(Some("a@b.example\r\nBcc: x@y.example")), " name-cleaned recipient-invalid");
    assert_eq!(to(Some("voir compta")), " recipient-invalid");
    assert_eq!(to(Some(" ; ")), " recipient-missing");
    assert_eq!(to(None), " recipient-missing");
}

#[test]
fn values_are_data_and_never_templates() {
    let hostile = [
        "{{ 7*7 }}",
        "{% for x in y %}",
        "{# note #}",
        "{{ iban }}",
        "{%- raw -%}",
        "}}{{",
        "<script>alert(1)</script>",
        "=HYPERLINK(\"http://x\")",
        "\u{202E}gpj.exe",
        "A\r\nBcc: x@y.example",
        "\0\u{7}Nul",
        "a\u{200B}b",
    ];
    for name in hostile {
        let mut scene = Scene::new();
        let customer = scene.customer(&format!("id {name}"), name, Some("a@b.example"), Some(name));
        for (document, due) in [(name, "2026-09-28"), ("F2", "2026-08-30"), ("F3", "2026-10-02")] {
            scene.entry(customer, document, "2026-08-01", Some(due), 10_000);
        }
        let ledger = scene.build();
        let as_sender = Sender { company: name.into(), name: name.into(), phone: name.into(), ..sender() };
        for language in Language::ALL {
            let draft = drafts_today(&ledger, &as_sender, language).remove(0);
            assert!(draft.is_written(), "{name:?}: {:?}", draft.diagnostics);
            let visible = text::letters::printable(name);
            assert!(draft.body.contains(&visible.text), "{name:?}");
            assert!(
                draft.body.chars().all(|c| c == '\n' || !c.is_control() && !('\u{202A}'..='\u{202E}').contains(&c))
            );
            assert!(!draft.subject.contains(['\r', '\n']));
            let cleaned = draft.diagnostics.iter().any(|diagnostic| diagnostic.code() == "name-cleaned");
            assert_eq!(cleaned, visible.removed > 0, "{name:?}");
        }
    }
}

#[test]
fn a_total_that_is_not_the_sum_of_its_lines_is_never_written() {
    let ledger = five_customers();
    let mut plan = plan_today(&ledger);
    plan.actions[0].amount += Amount::from_minor(1);
    let actions: Vec<_> = plan.actions.iter().collect();
    let drafts = drafts_with(&ledger, &five_steps(), &actions, &sender(), Language::Fr, &|_| About::default());
    assert!(drafts[0].diagnostics.contains(&DraftDiagnostic::FiguresDisagree));
    assert!(!drafts[0].is_written() && drafts[0].body.is_empty());
    assert!(drafts[1..].iter().all(Draft::is_written));
}

#[test]
fn every_amount_of_the_table_adds_up_to_the_printed_total() {
    let ledger = five_customers();
    let plan = plan_today(&ledger);
    for draft in drafts_today(&ledger, &sender(), Language::En) {
        let action = &plan.actions[draft.action];
        let cents = |line: &str| -> i64 {
            let figure = line.rsplit("EUR\u{A0}").next().unwrap().replace([',', '.'], "").replace('−', "-");
            figure.parse().unwrap()
        };
        let is_line = |line: &&str| line.contains("EUR\u{A0}") && line.contains(" 2026 ") && !line.starts_with("  ");
        // What is not due yet stands below the total, for information.
        let is_total = |line: &str| line.starts_with("Total to pay");
        let above: Vec<&str> = draft.body.lines().take_while(|line| !is_total(line)).collect();
        let lines: i64 = above.into_iter().filter(is_line).map(cents).sum();
        let credits: i64 = draft.body.lines().filter(|line| line.starts_with("Credits and payments")).map(cents).sum();
        let total: Vec<i64> = draft.body.lines().filter(|line| is_total(line)).map(cents).collect();
        assert_eq!(total, [lines + credits], "{}", draft.body);
        assert_eq!(lines + credits, action.amount.minor());
    }
}

#[test]
fn an_unknown_template_is_said_and_writes_nothing() {
    let ledger = five_customers();
    let policy = policy(&FIVE_STEPS.map(|step| (step.0, step.1, step.2, "email_mystery", step.4, step.5)));
    let plan = plan_of(&ledger, &policy);
    let actions: Vec<_> = plan.actions.iter().collect();
    for draft in drafts_with(&ledger, &policy, &actions, &sender(), Language::En, &|_| About::default()) {
        assert_eq!(draft.diagnostics.last().unwrap().code(), "template-unknown");
        assert!(draft.body.is_empty() && draft.subject.is_empty());
    }
}
