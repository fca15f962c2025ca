//! The whole pack, in both languages: every text in every variant passes the check of texts, and reads as agreed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use drafts::case::{About, Contact, Dispute, Nature, Payer, Promise, Received};
use drafts::{Draft, DraftDiagnostic, Languages, Manner, Setting, Weight, preview, previews};
use dunning::Channel;
use ledger::{Customer, CustomerKey, Ledger, Particulars};
use scene::{Scene, as_of, claim_of, day, five_steps, plan_today, sender};
use text::Language;
use values::Amount;

/// A customer of whom everything is known, with three late invoices, one due soon and a credit note.
fn known_customer(several: bool) -> Ledger {
    let mut scene = Scene::new();
    let customer = scene.person(Customer {
        id: "411ECHO".into(),
        name: "Écho Transports".into(),
        particulars: Some(Box::new(Particulars {
            email: Some("compta@echo.example".into()),
            phone: Some("03 10 20 30 40".into()),
            siren: Some("552 100 554".into()),
            address: Some("5 quai des Chartrons".into()),
            postal_code: Some("33000".into()),
            city: Some("Bordeaux".into()),
            contact: Some("Madame Martin".into()),
            ..Particulars::default()
        })),
    });
    scene.entry(customer, "F-2026-052", "2026-07-31", Some("2026-08-31"), 320_050);
    if several {
        scene.entry(customer, "F-2026-033", "2026-06-15", Some("2026-07-15"), 640_000);
        scene.entry(customer, "F-2026-121", "2026-09-04", Some("2026-10-04"), 36_000);
        scene.entry(customer, "A-2026-007", "2026-09-10", None, -48_000);
    }
    scene.build()
}

fn promise() -> Promise {
    Promise { made: day("2026-09-22"), amount: Amount::from_minor(500_000), day: day("2026-10-15") }
}

fn about(nature: Nature, contacted: bool) -> About {
    let contact = |day_text, channel| Contact { day: day(day_text), channel };
    let contacts = vec![contact("2026-08-03", Channel::Email), contact("2026-09-10", Channel::Phone)];
    About {
        nature,
        payer: if contacted { Payer::Usual } else { Payer::Good },
        contacts: if contacted { contacts } else { Vec::new() },
        ..About::default()
    }
}

/// What a text of an event needs.
fn with_event(template: &str, about: &mut About) {
    let dispute = Dispute {
        document: "F-2026-052".into(),
        since: day("2026-09-18"),
        reason: "quantité".into(),
        amount: Amount::from_minor(320_050),
    };
    match template {
        "email_promise_confirmed" => about.promise = Some(promise()),
        "email_call_confirmation" => (about.promise, about.dispute) = (Some(promise()), Some(dispute)),
        "email_promise_broken" => about.broken = Some(Promise { day: day("2026-09-25"), ..promise() }),
        "email_thank_you" => {
            about.received = Some(Received { day: day("2026-09-28"), amount: Amount::from_minor(123_456) });
        }
        "email_dispute_acknowledged" => about.dispute = Some(dispute),
        _ => {}
    }
}

fn drafts_of(ledger: &Ledger, template: &str, language: Language, about: &About) -> Vec<Draft> {
    let plan = plan_today(ledger);
    let about = |_: CustomerKey| {
        let mut about = about.clone();
        with_event(template, &mut about);
        about
    };
    let setting = Setting {
        languages: Languages::Asked(language),
        as_of: as_of(),
        policy: &five_steps(),
        ledger,
        sender: &sender(),
        replacements: &[],
        claim: &claim_of(about(CustomerKey(0)).nature),
        about: &about,
    };
    preview(&plan.actions[0], &setting, template)
}

/// Nothing is due yet in these two: they are written from another ledger.
fn before_due() -> Ledger {
    let mut scene = Scene::new();
    let customer = scene.customer("411ALPHA", "Ateliers Alpha", Some("compta@alpha.example"), Some("04 11 22 33 44"));
    scene.entry(customer, "F-2026-118", "2026-09-03", Some("2026-10-03"), 124_560);
    scene.build()
}

const NATURES: [Nature; 3] = [Nature::Business, Nature::Consumer, Nature::PublicBody];

#[test]
fn every_text_of_the_pack_passes_the_check_in_every_variant() {
    let (several, single, early) = (known_customer(true), known_customer(false), before_due());
    let mut seen = 0;
    for language in Language::ALL {
        for template in text::letters::NAMES {
            let ledgers = if template.ends_with("pre_due") { vec![&early] } else { vec![&several, &single] };
            for ledger in ledgers {
                for nature in NATURES {
                    for contacted in [false, true] {
                        let drafts = drafts_of(ledger, template, language, &about(nature, contacted));
                        assert!(!drafts.is_empty(), "{template}");
                        for draft in drafts {
                            let faults: Vec<String> = draft
                                .diagnostics
                                .iter()
                                .filter(|one| contacted || one.code() != "text-formal-history")
                                .map(|one| format!("{}: {}", one.code(), one.text(language)))
                                .collect();
                            assert!(
                                faults.is_empty(),
                                "{template} {language:?} {nature:?} {:?}\n{faults:#?}\n{}",
                                draft.manner,
                                draft.body
                            );
                            assert!(!draft.body.contains(['\u{1}', '\u{2}']), "{template}");
                            assert_eq!(draft.is_formal_notice(), template == "letter_formal_notice");
                            seen += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 400, "{seen}");
}

#[test]
fn a_first_time_latecomer_is_never_reproached_and_a_consumer_never_charged() {
    for language in Language::ALL {
        for template in text::letters::NAMES {
            for draft in drafts_of(&known_customer(true), template, language, &about(Nature::Consumer, false)) {
                let text = format!("{}{}", draft.subject, draft.body).to_lowercase();
                for word in ["malgré nos", "despite our", "l. 441-10", "40\u{a0}€", "eur 40", "pénalité"] {
                    assert!(!text.contains(word), "{template}: {word}\n{text}");
                }
            }
        }
    }
}

#[test]
fn warm_and_firm_say_it_differently_where_a_text_has_both() {
    for language in Language::ALL {
        for template in ["email_first_reminder", "email_second_reminder", "email_arrangement", "email_promise_broken"] {
            let drafts = drafts_of(&known_customer(true), template, language, &about(Nature::Business, true));
            let manners: Vec<Manner> = drafts.iter().map(|draft| draft.manner).collect();
            assert_eq!(manners, [Manner::Warm, Manner::Firm], "{template}");
        }
    }
}

#[test]
fn the_pack_reads_as_agreed() {
    for language in Language::ALL {
        for template in text::letters::NAMES {
            let ledger = if template.ends_with("pre_due") { before_due() } else { known_customer(true) };
            let drafts = drafts_of(&ledger, template, language, &about(Nature::Business, true));
            let draft = drafts.last().unwrap();
            let text = format!("[{:?}] {}\n\n{}", draft.manner, draft.subject, draft.body);
            let path = format!("{}/tests/golden/pack/{}-{template}.txt", env!("CARGO_MANIFEST_DIR"), language.code());
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::write(&path, &text).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text, "{path}");
        }
    }
}

#[test]
fn a_text_of_an_event_that_nobody_recorded_is_not_written() {
    let ledger = known_customer(true);
    let plan = plan_today(&ledger);
    let setting = Setting {
        languages: Languages::Asked(Language::Fr),
        as_of: as_of(),
        policy: &five_steps(),
        ledger: &ledger,
        sender: &sender(),
        replacements: &[],
        claim: &claim_of(Nature::Business),
        about: &|_| About::default(),
    };
    for draft in previews(&plan.actions[0], &setting) {
        let needs =
            ["email_promise_confirmed", "email_promise_broken", "email_thank_you", "email_dispute_acknowledged"];
        let blocked = draft.diagnostics.iter().any(|one| one.weight() == Weight::Blocking);
        assert_eq!(blocked, needs.contains(&draft.template.as_str()), "{}", draft.template);
        if blocked {
            let why = draft.diagnostics.last().unwrap();
            assert!(matches!(why, DraftDiagnostic::TemplateFailed { .. }) && why.text(Language::Fr).contains("ligne"));
        }
    }
}
