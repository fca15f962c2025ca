//! A person may change every word of a draft and not one of its figures.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use drafts::{Draft, EditFault, eml};
use scene::{day, drafts_today, five_customers, sender};
use text::Language;

fn last_notice(language: Language) -> Draft {
    let drafts = drafts_today(&five_customers(), &sender(), language);
    drafts.into_iter().find(|draft| draft.template == "email_last_notice").unwrap()
}

#[test]
fn words_may_change_and_the_tables_follow_into_every_form() {
    for language in Language::ALL {
        let draft = last_notice(language);
        let body = draft.body.replace(',', " ,").replace(" ,", ",");
        let body = format!("Bonjour à vous 2,\n\n{body}\n\nP.S. : les 3 pièces sont jointes.\n");
        let reworded = draft.reworded("Autre objet", &body, None).unwrap();
        assert_eq!((reworded.subject.as_str(), reworded.body.as_str()), ("Autre objet", body.as_str()));
        let message = String::from_utf8(eml::message(&reworded, day("2026-09-30"), &[])).unwrap();
        assert_eq!(
            message.matches("<table").count(),
            String::from_utf8(eml::message(&draft, day("2026-09-30"), &[])).unwrap().matches("<table").count()
        );
        assert!(message.contains("P.S."));
    }
}

#[test]
fn no_figure_may_change_appear_or_leave_its_table() {
    let draft = last_notice(Language::Fr);
    let faults = |from: &str, to: &str| {
        assert!(draft.body.contains(from), "{from}");
        draft.reworded(&draft.subject, &draft.body.replacen(from, to, 1), None).unwrap_err()
    };
    let table = EditFault::Changed("Échéances dépassées".into());
    let bank = EditFault::Changed("Pour régler par virement :".into());
    let amount = faults("6\u{202F}400,00\u{A0}€", "640,00\u{A0}€");
    assert_eq!(amount, [table.clone(), EditFault::Added("640,00".into())]);
    assert_eq!(faults("15/07/2026", "16/07/2026"), [table.clone(), EditFault::Added("16/07/2026".into())]);
    assert_eq!(faults("F-2026-033", "F-2026-034")[0], table);
    let iban = faults("7890 189", "7890 188");
    assert!(iban.contains(&bank) && iban.len() == 2, "{iban:?}");
    assert_eq!(faults("avant le 8\u{A0}octobre", "avant le 9\u{A0}octobre"), [EditFault::Added("9 octobre".into())]);
    assert_eq!(faults("Madame, Monsieur,", "Madame, payez 50 € de plus,"), [EditFault::Added("50".into())]);
    assert_eq!(faults("Madame, Monsieur,", "Réglez 5000 avant demain,"), [EditFault::Added("5000".into())]);
    let subject = draft.reworded("À régler : 1 €", &draft.body, None).unwrap_err();
    assert_eq!(subject, [EditFault::Added("1".into())]);
    for fault in amount {
        for language in Language::ALL {
            assert!(fault.text(language).len() > 30);
        }
    }
}

#[test]
fn tables_taken_out_or_turned_round_are_refused() {
    let draft = last_notice(Language::Fr);
    let paragraphs: Vec<&str> = draft.body.split("\n\n").filter(|part| !part.contains("IBAN")).collect();
    assert!(draft.reworded("x", &paragraphs.join("\n\n"), None).is_err());
    let swapped = draft.body.replace("F-2026-033", "@").replace("F-2026-052", "F-2026-033").replace('@', "F-2026-052");
    assert!(draft.reworded("x", &swapped, None).is_err());
}
