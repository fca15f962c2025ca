//! Who signs, whom is written to, who gets a copy, in what language: rules in their order, and what stands in.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use drafts::correspondence::{Colleague, CopyTo, Correspondence, CustomerContact, FromTone, Role, Rule, Signs};
use drafts::{Aspect, Draft, Sender};
use dunning::{Channel, Tone};
use scene::{drafts_in, sender};
use text::Language;

fn contact(role: Role, name: &str, email: &str, phone: &str) -> CustomerContact {
    CustomerContact { customer: "C1".into(), role, name: name.into(), email: email.into(), phone: phone.into() }
}

fn colleague(name: &str, email: &str) -> Colleague {
    Colleague { name: name.into(), email: email.into(), ..Colleague::default() }
}

/// The one draft of a French customer of Paul Vidal that owes 100,00, by e-mail, with these people and rules.
fn draft(correspondence: Correspondence) -> Draft {
    drafts_in(&Sender { correspondence, ..sender() }, Channel::Email, "email_first_reminder").remove(0)
}

fn told(draft: &Draft, aspect: Aspect) -> (String, String) {
    let choice = draft.choices.iter().find(|choice| choice.aspect == aspect).unwrap();
    (choice.chosen(Language::En), choice.reason(Language::En))
}

fn to(draft: &Draft) -> Vec<&str> {
    draft.to.iter().map(|mailbox| mailbox.address.as_str()).collect()
}

#[test]
fn the_narrowest_rule_decides_and_the_first_of_two_alike() {
    let signs = |name: &str| Some(Signs::Colleague(name.to_owned()));
    let everybody = |name| Rule { signs: signs(name), ..Rule::default() };
    let country = Rule { country: "france".into(), ..everybody("Country") };
    let customer = Rule { customer: "C1".into(), ..everybody("Customer") };
    let colleagues: Vec<Colleague> =
        ["First", "Second", "Country", "Customer"].map(|name| colleague(name, "")).to_vec();
    for (rules, name, reason) in [
        (vec![everybody("First"), everybody("Second")], "First", "rule 1, for every customer"),
        (vec![everybody("First"), country.clone()], "Country", "rule 2, for its country"),
        (vec![everybody("First"), country.clone(), customer.clone()], "Customer", "rule 3, for this customer"),
        (
            vec![Rule { country: "DE".into(), ..country.clone() }, everybody("Second")],
            "Second",
            "rule 2, for every customer",
        ),
        (vec![Rule { customer: "C2".into(), ..customer }], "Camille Durand", "the sender, by default"),
    ] {
        let draft = draft(Correspondence { colleagues: colleagues.clone(), rules, ..Correspondence::default() });
        assert_eq!(told(&draft, Aspect::Signatory), (name.to_owned(), reason.to_owned()));
        assert!(draft.body.contains(name), "{}", draft.body);
    }
}

#[test]
fn conditions_hold_together() {
    let rule = Rule { language: Some(Language::En), ..Rule::default() };
    for (rule, holds) in [
        (Rule { segments: vec!["pme".into()], ..rule.clone() }, true),
        (Rule { segments: vec!["public".into()], ..rule.clone() }, false),
        (Rule { salespersons: vec![" paul vidal".into()], steps: vec!["step".into()], ..rule.clone() }, true),
        (Rule { salespersons: vec!["Paul Vidal".into()], steps: vec!["other".into()], ..rule.clone() }, false),
        (Rule { from_tone: FromTone::This(Tone::Reminder), ..rule.clone() }, true),
        (Rule { from_tone: FromTone::This(Tone::LastNotice), ..rule.clone() }, false),
        (Rule { amount_from: Some(values::Amount::from_minor(10_000)), ..rule.clone() }, true),
        (Rule { amount_from: Some(values::Amount::from_minor(10_001)), ..rule.clone() }, false),
    ] {
        // The country gives French before a rule for everybody: the rule is for the customer.
        let rules = vec![Rule { customer: "C1".into(), ..rule }];
        let draft = draft(Correspondence { rules: rules.clone(), ..Correspondence::default() });
        assert_eq!(draft.language == Language::En, holds, "{rules:?}");
    }
    let for_all = draft(Correspondence { rules: vec![rule], ..Correspondence::default() });
    assert_eq!(told(&for_all, Aspect::Language), ("French".to_owned(), "the customer’s country".to_owned()));
}

#[test]
fn the_contact_of_the_wanted_role_is_written_to_else_the_next_that_can_be_reached() {
    let manager = Rule { write_to: Some(Role::Manager), ..Rule::default() };
    let contacts = |list: &[CustomerContact]| Correspondence {
        contacts: list.to_vec(),
        rules: vec![manager.clone()],
        ..Correspondence::default()
    };
    let accounting = contact(Role::Accounting, "Accounts", "accounts@alpha.example", "");
    let boss = contact(Role::Manager, "Anne Leroy", "anne@alpha.example", "");
    let written = draft(contacts(&[accounting.clone(), boss]));
    assert_eq!(to(&written), ["anne@alpha.example"]);
    assert!(written.body.contains("Anne Leroy"), "{}", written.body);
    assert_eq!(told(&written, Aspect::Contact).1, "rule 1, for every customer");
    // A manager known by telephone alone is not reached by e-mail.
    let written = draft(contacts(&[accounting, contact(Role::Manager, "Anne Leroy", "", "0102030405")]));
    assert_eq!(to(&written), ["accounts@alpha.example"]);
    let reason = "rule 1, for every customer; no “management” contact can be reached by this means";
    assert_eq!(told(&written, Aspect::Contact).1, reason);
    // Nobody recorded: the address of the files.
    assert_eq!(to(&draft(contacts(&[]))), ["files@alpha.example"]);
}

#[test]
fn copies_reach_whoever_has_an_address_and_the_others_are_told() {
    let copies =
        ["salesperson", "customer:manager", "Nobody Known", "direction@exemple.example", "files@alpha.example"];
    let rule = Rule { copies: copies.map(CopyTo::read).to_vec(), ..Rule::default() };
    let written = draft(Correspondence {
        colleagues: vec![colleague("Paul Vidal", "paul@exemple.example")],
        contacts: vec![contact(Role::Manager, "Anne Leroy", "anne@alpha.example", "")],
        rules: vec![rule],
    });
    let cc: Vec<&str> = written.cc.iter().map(|mailbox| mailbox.address.as_str()).collect();
    // Nobody gets a copy of what is written to them.
    assert_eq!(cc, ["paul@exemple.example", "anne@alpha.example", "direction@exemple.example"]);
    let remarks: Vec<String> = written.diagnostics.iter().map(|one| one.text(Language::En)).collect();
    assert!(remarks.iter().any(|one| one.starts_with("No copy to Nobody Known")), "{remarks:?}");
}

#[test]
fn a_rule_that_can_never_hold_is_told() {
    for rule in [
        Rule { country: "Atlantide".into(), ..Rule::default() },
        Rule { from_tone: FromTone::Unknown("furious".into()), ..Rule::default() },
    ] {
        let written = draft(Correspondence { rules: vec![rule], ..Correspondence::default() });
        assert!(written.diagnostics.iter().any(|one| one.code() == "rule-unknown"));
    }
}
