//! Each rule of the check of texts, in both languages: a sample it finds fault with, and the same text without the fault.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use drafts::case::{About, Contact, Nature};
use drafts::lint::Rule;
use drafts::{Draft, DraftDiagnostic, Languages, Replacement, Setting, preview};
use dunning::Channel;
use scene::{as_of, claim_of, day, five_customers, five_steps, plan_today, sender};
use std::collections::BTreeSet;
use text::Language;

/// A template whose rung is the rule's concern, and what to change in it, French then English: a text to take out (empty:
/// nothing) and one to put in its place, at the end where nothing is taken out.
struct Sample {
    rule: Rule,
    template: &'static str,
    nature: Nature,
    change: [(&'static str, &'static str); 2],
}

const fn sample(rule: Rule, template: &'static str, change: [(&'static str, &'static str); 2]) -> Sample {
    Sample { rule, template, nature: Nature::Business, change }
}

/// One sample a rule, one more where a rule looks for two things.
fn samples() -> Vec<Sample> {
    use Rule::*;
    let signature = "{% if signature %}\n{{ signature }}\n{% endif %}";
    vec![
        sample(
            ToneBeforeTurn,
            "email_first_reminder",
            [("", "Ceci vaut mise en demeure."), ("", "This is a formal notice.")],
        ),
        sample(
            ToneBeforeTurn,
            "email_last_notice",
            [("", "Par la présente, nous vous mettons en demeure."), ("", "We hereby give you formal notice.")],
        ),
        sample(FormalElements, "letter_formal_notice", [("{{ items }}", ""), ("{{ items }}", "")]),
        sample(FormalHistory, "letter_formal_notice", [("", ""), ("", "")]),
        sample(
            Threat,
            "email_second_reminder",
            [("", "À défaut, nous saisirons le tribunal."), ("", "Otherwise we will take you to court.")],
        ),
        sample(
            Forbidden,
            "letter_formal_notice",
            [("", "Vous serez inscrit sur une liste noire."), ("", "You will be put on a blacklist.")],
        ),
        sample(
            Reproach,
            "email_first_reminder",
            [("", "Malgré nos relances, rien ne vient."), ("", "Despite our reminders, nothing came.")],
        ),
        sample(LateBeforeDue, "email_pre_due", [("", "Évitez tout retard."), ("", "Do not be late.")]),
        Sample {
            nature: Nature::Consumer,
            ..sample(
                PenaltiesToConsumer,
                "email_last_notice",
                [("", "Des pénalités sont dues."), ("", "A fixed compensation is due.")],
            )
        },
        sample(
            PenaltiesTooEarly,
            "email_first_reminder",
            [("", "Des pénalités courent déjà."), ("", "Late-payment interest is running.")],
        ),
        sample(
            Impersonal,
            "email_first_reminder",
            [("{{ greeting }}", "Cher client,"), ("{{ greeting }}", "Dear customer,")],
        ),
        sample(
            Impersonal,
            "email_first_reminder",
            [(signature, "Le service comptabilité"), (signature, "Accounts department")],
        ),
        sample(
            AmountMissing,
            "email_first_reminder",
            [
                ("{{ items }}", "{% for line in lines %}{{ line.document }} {{ line.due_day }} {% endfor %}"),
                ("{{ items }}", "{% for line in lines %}{{ line.document }} {{ line.due_day }} {% endfor %}"),
            ],
        ),
        sample(
            ReferenceMissing,
            "email_first_reminder",
            [
                ("{{ items }}", "{{ total }} {% for line in lines %}{{ line.due_day }} {% endfor %}"),
                ("{{ items }}", "{{ total }} {% for line in lines %}{{ line.due_day }} {% endfor %}"),
            ],
        ),
        sample(
            DateMissing,
            "email_first_reminder",
            [
                ("{{ items }}", "{{ total }} {% for line in lines %}{{ line.document }} {% endfor %}"),
                ("{{ items }}", "{{ total }} {% for line in lines %}{{ line.document }} {% endfor %}"),
            ],
        ),
        sample(AccountMissing, "email_first_reminder", [("{{ payment }}", ""), ("{{ payment }}", "")]),
        sample(
            CrossedMissing,
            "email_first_reminder",
            [
                ("Si votre règlement a croisé ce message, merci de ne pas en tenir compte.", ""),
                ("If your payment has crossed with this message, please ignore it.", ""),
            ],
        ),
        sample(
            AnswerMissing,
            "email_first_reminder",
            [
                ("Une question, une facture à recevoir de nouveau, un point qui bloque\u{202F}? ", ""),
                ("A question, a copy to send again, something holding the payment up? ", ""),
            ],
        ),
        sample(
            Shouting,
            "email_first_reminder",
            [("", "VEUILLEZ RÉGLER CETTE SOMME MAINTENANT"), ("", "PLEASE PAY THIS AMOUNT NOW")],
        ),
        sample(Shouting, "email_first_reminder", [("", "Merci !!"), ("", "Thank you!!")]),
        sample(BlankLeft, "email_first_reminder", [("", "Notre référence : ____"), ("", "Our reference: ____")]),
        sample(
            Subject,
            "email_first_reminder",
            [
                (
                    "Objet\u{A0}: ",
                    "Objet\u{A0}: {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} ",
                ),
                (
                    "Subject: ",
                    "Subject: {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} {{ total }} ",
                ),
            ],
        ),
        sample(Pressure, "email_last_notice", [("", "Réglez sous 48 heures."), ("", "Pay within 48 hours.")]),
        sample(
            SmsParts,
            "sms_first_reminder",
            [
                (
                    "",
                    "Nous vous remercions par avance de votre compréhension et restons à votre disposition pour toute question sur cette facture ou sur le règlement de celle-ci, quand vous voulez.",
                ),
                (
                    "",
                    "Thank you in advance; we remain at your disposal for any question about this invoice or about paying it, whenever it suits you, by telephone or in writing as you prefer, today.",
                ),
            ],
        ),
    ]
}

fn source(sample: &Sample, language: Language) -> String {
    let text = text::letters::template(language, sample.template).unwrap();
    let (old, new) = sample.change[usize::from(language == Language::En)];
    match old {
        "" => format!("{text}\n{new}\n"),
        old => {
            assert!(text.contains(old), "{:?}: {old}", sample.rule);
            text.replacen(old, new, 1)
        }
    }
}

/// The third customer has one late invoice among others; the first is not due yet.
fn draft(sample: &Sample, language: Language, replaced: bool) -> Draft {
    let ledger = five_customers();
    let plan = plan_today(&ledger);
    let customer = if sample.template.ends_with("pre_due") { "411ALPHA" } else { "411ECHO" };
    let action = plan.actions.iter().find(|action| ledger.customer(action.customer).id == customer).unwrap();
    let contacts = if sample.rule == Rule::Reproach || sample.rule == Rule::FormalHistory {
        Vec::new()
    } else {
        vec![Contact { day: day("2026-08-03"), channel: Channel::Email }]
    };
    let about = |_| About { nature: sample.nature, contacts: contacts.clone(), ..About::default() };
    let replacement = Replacement { name: sample.template.into(), language, source: source(sample, language) };
    let replacements = if replaced { vec![replacement] } else { Vec::new() };
    let setting = Setting {
        languages: Languages::Asked(language),
        as_of: as_of(),
        policy: &five_steps(),
        ledger: &ledger,
        sender: &sender(),
        replacements: &replacements,
        claim: &claim_of(sample.nature),
        about: &about,
    };
    preview(action, &setting, sample.template).remove(0)
}

fn rules(draft: &Draft) -> BTreeSet<Rule> {
    let rule = |diagnostic: &DraftDiagnostic| match diagnostic {
        DraftDiagnostic::Lint(finding) => Some(finding.rule),
        _ => None,
    };
    draft.diagnostics.iter().filter_map(rule).collect()
}

#[test]
fn every_rule_finds_its_bad_sample_and_leaves_the_good_one_alone() {
    let mut shown = BTreeSet::new();
    for sample in samples() {
        for language in Language::ALL {
            let bad = draft(&sample, language, true);
            assert!(
                rules(&bad).contains(&sample.rule),
                "{:?} {language:?}\n{:?}\n{}",
                sample.rule,
                bad.diagnostics,
                bad.body
            );
            let good = draft(&sample, language, false);
            // A formal notice of this customer always lacks its address; a history can only be added by a person.
            let is_about_data = matches!(sample.rule, Rule::FormalElements | Rule::FormalHistory);
            assert_eq!(rules(&good).contains(&sample.rule), is_about_data, "{:?} {language:?}", sample.rule);
            let sentence = bad.diagnostics.iter().find(|one| one.code() == sample.rule.key()).unwrap();
            assert!(sentence.text(language).len() > 40);
        }
        shown.insert(sample.rule);
    }
    assert_eq!(shown, Rule::ALL.into_iter().collect());
    assert!(shown.len() >= 12);
}

#[test]
fn a_formal_notice_that_lacks_an_element_does_not_bear_its_title() {
    let sample = samples().into_iter().find(|one| one.rule == Rule::FormalHistory).unwrap();
    for language in Language::ALL {
        let draft = draft(&sample, language, false);
        assert!(draft.is_written() && !draft.is_formal_notice());
        assert_eq!(draft.subject, language.letter_incomplete_notice());
    }
}
