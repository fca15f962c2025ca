//! The form of a policy: every field says what the document holds, and changes it where it says.

use super::*;
use crate::{InputFile, Session};
use protocol::{
    FieldKind, OpenOptions, Operation, OutcomesQuery, PlanQuery, PolicyChange, PolicyEdit, PolicyField,
    PolicyFormQuery, PolicyPart, PolicyView, Setting,
};
use values::Day;

const LEDGER: &str = "Compte;Client;Pièce;Date;Échéance;Débit;Crédit\n\
    C1;Alpha;F1;01/07/2026;31/07/2026;1 200,00;\n\
    C2;Mairie de Beta;F2;01/08/2026;31/08/2026;300,00;\n\
    C3;Gamma;F3;01/09/2026;30/09/2026;90,00;\n";

fn session() -> Session {
    let file = InputFile::in_memory("grand-livre.csv", LEDGER.as_bytes().to_vec());
    Session::open(vec![file], &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn day() -> Day {
    "2026-09-30".parse().unwrap()
}

fn changed(session: &Session, policy: &str, path: &str, change: PolicyEdit) -> PolicyView {
    let change = Some(PolicyChange { path: path.to_owned(), change });
    session.policy(&PolicyFormQuery { policy: Some(policy.to_owned()), change }, Language::Fr).unwrap()
}

fn set(session: &Session, policy: &str, path: &str, typed: &str) -> PolicyView {
    changed(session, policy, path, PolicyEdit::Set(typed.to_owned()))
}

fn fields(view: &PolicyView) -> Vec<PolicyField> {
    let parts = view.sections.iter().flat_map(|section| &section.lines).flat_map(|line| &line.parts);
    let field = |part: &PolicyPart| match part {
        PolicyPart::Field(field) => Some(field.clone()),
        PolicyPart::Words(_) => None,
    };
    parts.filter_map(field).collect()
}

#[test]
fn what_a_field_shows_typed_into_it_leaves_every_preset_as_it_is() {
    let session = session();
    for preset in PRESETS {
        let policy = parse(preset.json, Language::Fr).unwrap();
        // The document is the same in both languages: one preset in English shows that its fields are too.
        let both = [Language::Fr, Language::En];
        let languages = if preset.id == "default" { &both[..] } else { &both[..1] };
        for language in languages.iter().copied() {
            let asked = PolicyFormQuery { policy: Some(preset.json.to_owned()), change: None };
            let view = session.policy(&asked, language).unwrap();
            assert_eq!((&view.problem, view.presets.len()), (&None, PRESETS.len()));
            let fields = fields(&view);
            let mut paths: Vec<&String> = fields.iter().map(|field| &field.path).collect();
            paths.sort();
            paths.dedup();
            assert_eq!(paths.len(), fields.len(), "{}: each field has a place of its own", preset.id);
            for field in &fields {
                assert!(!field.label.is_empty(), "{}", field.path);
                if let FieldKind::Choice(options) = &field.kind {
                    assert!(options.iter().any(|option| option.id == field.value), "{}: {}", field.path, field.value);
                }
                // Another condition, channel or tone brings what goes with it; the same one brings what is usual.
                if field.path.ends_with(".kind") || field.path.ends_with("channel") || field.path.ends_with(".tone") {
                    continue;
                }
                let change = PolicyChange { path: field.path.clone(), change: PolicyEdit::Set(field.value.clone()) };
                let asked = PolicyFormQuery { policy: Some(preset.json.to_owned()), change: Some(change) };
                let after = session.policy(&asked, language).unwrap();
                assert_eq!(parse(&after.json, Language::Fr).unwrap(), policy, "{}: {}", preset.id, field.path);
            }
        }
    }
}

#[test]
fn fields_change_the_document_where_they_say() {
    let session = session();
    let five = "\"five-steps\"";
    let step = "scenarios[0].steps[2]";
    for (path, typed, expected) in [
        (format!("{step}.days"), "9", "\"days\": 9"),
        (format!("{step}.unit"), "business", "\"businessDays\": 7"),
        (format!("{step}.approval"), "true", "\"approval\": true"),
        (format!("{step}.when.amount.from"), "1 500,50", "\"from\": 150050"),
        (format!("{step}.claims"), "both", "\"indemnity\""),
        (format!("{step}.deadline.days"), "8", "\"deadline\""),
        ("costs.phone".to_owned(), "15,00", "\"phone\": 1500"),
        ("limits.reviewAbove".to_owned(), "10 000", "\"reviewAbove\": 1000000"),
        ("limits.grouping".to_owned(), "item", "\"grouping\": \"item\""),
        ("calendar.holidays".to_owned(), "french-alsace-moselle", "french-alsace-moselle"),
    ] {
        let view = set(&session, five, &path, typed);
        assert_eq!(view.problem, None, "{path}");
        assert!(view.json.contains(expected), "{path}: {}", view.json);
    }
    let letter = set(&session, five, &format!("{step}.channel"), "letter");
    let policy = parse(&letter.json, Language::Fr).unwrap();
    assert_eq!(policy.scenario(0).step(2).routes[0].template, "email_first_reminder", "the text follows the channel");
    let before = set(&session, five, "scenarios[0].steps[0].days", "8");
    assert!(before.json.contains("\"days\": -8"), "the words keep their side of the due date");
}

#[test]
fn lines_are_added_moved_and_taken_away() {
    let session = session();
    let view = changed(&session, "\"five-steps\"", "scenarios[0].steps", PolicyEdit::Add);
    assert_eq!(view.problem, None);
    assert_eq!(view.sections[2].timeline.last().map(|step| step.place.as_str()), Some("J+37"));
    let view = changed(&session, &view.json, "scenarios[0].steps[2]", PolicyEdit::Remove);
    assert_eq!((view.problem, view.sections[2].timeline.len()), (None, 5));
    let view = changed(&session, &view.json, "scenarios[0].steps[1]", PolicyEdit::Up);
    assert_eq!(view.problem.map(|problem| problem.path).as_deref(), Some("scenarios[0].steps[1].days"));
    let view = changed(&session, "\"default\"", "scenarios", PolicyEdit::Add);
    assert_eq!((view.problem, view.sections.len()), (None, 10));
    let policy = parse(&view.json, Language::Fr).unwrap();
    assert_eq!(policy.scenarios().last().map(|one| (one.id.as_str(), one.steps.len())), Some(("scenario-5", 1)));
    let view = changed(&session, "\"default\"", "segments", PolicyEdit::Add);
    assert_eq!(view.problem, None);
    let view = changed(&session, &view.json, "calendar.closures", PolicyEdit::Add);
    assert_eq!(view.problem, None);
}

#[test]
fn repeats_fees_floors_and_conditions_are_added_changed_and_taken_away() {
    let session = session();
    let step = "scenarios[0].steps[2]";
    let path = |field: &str| format!("{step}.{field}");
    let more = |field: &str| set(&session, "\"five-steps\"", &path("more"), field);
    for (what, field, typed, expected, emptied) in [
        ("repeat", "repeat.every", "10", "\"every\": 10", "repeat.times"),
        ("fee", "fee.amount", "12,50", "\"amount\": 1250", "fee.per"),
        ("minimum", "minimum.percent", "10", "\"percent\": 10", "minimum.amount"),
        ("when.daysLate", "when.daysLate.to", "60", "\"to\": 60", "when.daysLate.from"),
        ("when.amount.to", "when.amount.to", "2 000", "\"to\": 200000", "when.amount.to"),
        ("when.items", "when.items.from", "3", "\"from\": 3", "when.items.from"),
        ("when.risk", "when.risk.from", "70", "\"from\": 70", "when.risk.from"),
        ("when.brokenPromises", "when.brokenPromises.from", "2", "\"from\": 2", "when.brokenPromises.from"),
        ("when.segments", "when.segments", "key-accounts", "\"key-accounts\"", "when.segments"),
        ("when.classes", "when.classes", "D", "\"D\"", "when.classes"),
    ] {
        let added = more(what);
        assert_eq!(added.problem, None, "{what}");
        assert!(fields(&added).iter().any(|one| one.path == path(field)), "{what}");
        let changed = set(&session, &added.json, &path(field), typed);
        assert!(changed.problem.is_none() && changed.json.contains(expected), "{what}: {}", changed.json);
        let same = parse(&added.json, Language::Fr).unwrap() == parse(&changed.json, Language::Fr).unwrap();
        assert!(!same, "{what}: the policy itself changed");
        let gone = set(&session, &added.json, &path(emptied), "");
        let five = parse("\"five-steps\"", Language::Fr).unwrap();
        assert_eq!(parse(&gone.json, Language::Fr).ok(), Some(five), "{what}: {}", gone.json);
    }
    let days = set(&session, "\"five-steps\"", "calendar.channelDays.phone", "2,3,4");
    assert!(days.problem.is_none());
    let every_day = set(&session, &days.json, "calendar.channelDays.phone", "");
    let policy = |json: &str| parse(json, Language::Fr).unwrap();
    assert_ne!(policy(&days.json), policy("\"five-steps\""));
    assert_eq!(policy(&every_day.json), policy("\"five-steps\""));
}

#[test]
fn what_is_wrong_is_kept_as_typed_and_told_at_its_place() {
    let session = session();
    for (path, typed) in [
        ("scenarios[0].steps[2].days", "bientôt"),
        ("scenarios[0].steps[2].days", "40"),
        ("limits.daysBetweenContacts", "9000"),
        ("costs.phone", "cher"),
    ] {
        let view = set(&session, "\"five-steps\"", path, typed);
        let problem = view.problem.as_ref().unwrap();
        let at_or_after = problem.path == path || path.ends_with("days");
        assert!(at_or_after, "{path}: {}", problem.path);
        assert!(fields(&view).iter().any(|field| field.path == path && field.value == typed), "{path}");
    }
}

#[test]
fn a_policy_is_tried_before_it_is_followed() {
    let mut session = session();
    let shown = session.policy(&PolicyFormQuery::default(), Language::Fr).unwrap();
    assert!(shown.followed);
    let tried = "\"j-5-j5-j15\"".to_owned();
    let query = OutcomesQuery { as_of: day(), horizon_days: None, policies: vec![None, Some(tried.clone())] };
    let outcomes = session.outcomes(&query, Language::Fr).unwrap();
    let planned = |session: &Session, policy: Option<String>| {
        session.plan(&PlanQuery { as_of: day(), policy, horizon_days: None, claims: None }, Language::Fr).unwrap()
    };
    for (outcome, policy) in outcomes.iter().zip([None, Some(tried.clone())]) {
        let plan = planned(&session, policy);
        assert_eq!(outcome.actions as usize, plan.actions.len());
        assert_eq!(outcome.cost, plan.cost);
        assert_eq!(outcome.left_alone.iter().map(|left| left.count as usize).sum::<usize>(), plan.non_actions.len());
        assert_eq!(outcome.first_contacts.iter().map(|(_, count)| count).sum::<u32>(), outcome.customers);
    }
    let json = session.policy(&PolicyFormQuery { policy: Some(tried), change: None }, Language::Fr).unwrap().json;
    session.edit(Operation::Set { setting: Setting::Policy, value: Some(json) }, Language::Fr).unwrap();
    assert_eq!(planned(&session, None).actions.len(), outcomes[1].actions as usize);
    session.undo();
    assert_eq!(planned(&session, None).actions.len(), outcomes[0].actions as usize);
    assert!(outcomes[0].actions > 0, "the ledger of this test has something to plan");
}
