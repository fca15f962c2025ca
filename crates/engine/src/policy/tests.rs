//! Documents read and refused; the schema and the presets kept in step with the reader.

use super::*;
use serde_json::Value;

const VERSION_1: &str = include_str!("../../../../tests/stories/five-steps-v1.json");

fn preset(name: &str) -> &'static str {
    PRESETS.iter().find(|preset| preset.id == name).unwrap().json
}

fn message(json: &str, language: Language) -> String {
    parse(json, language).unwrap_err().message
}

#[test]
fn every_preset_is_a_policy_of_its_own_name() {
    for preset in PRESETS {
        let policy =
            parse(preset.json, Language::En).unwrap_or_else(|failure| panic!("{}: {}", preset.id, failure.message));
        assert_eq!(policy.id, preset.id);
        assert_eq!(parse(&format!("{:?}", preset.id), Language::Fr).unwrap(), policy);
    }
}

#[test]
fn the_five_steps_fall_where_the_article_says() {
    let policy = parse(preset("five-steps"), Language::En).unwrap();
    let steps: Vec<_> = policy.scenario(0).steps.iter().map(|step| (step.id.as_str(), step.offset.days.0)).collect();
    assert_eq!(steps, [("pre-due", -5), ("first-reminder", 1), ("call", 7), ("arrangement", 14), ("last-notice", 30)]);
}

#[test]
fn version_1_is_read_as_one_scenario_for_everybody() {
    let policy = parse(VERSION_1, Language::En).unwrap();
    assert_eq!(policy.scenario(0).steps.len(), 5);
    assert_eq!(policy.segments()[0].rule.segment, "all");
    assert_eq!(policy.working, dunning::Working::every_day());
    assert_eq!(policy.scenario(0).limits.contacts_per_30_days, None);
}

#[test]
fn a_refusal_says_where_and_what() {
    let five = preset("five-steps");
    for (from, to, path, words) in [
        ("\"days\": 14", "\"days\": 3", "scenarios[0].steps[3].days", "after the one before"),
        ("\"days\": 14", "\"days\": 1.5", "scenarios[0].steps[3].days", "whole number"),
        ("\"days\": 14", "\"days\": 99999", "scenarios[0].steps[3].days", "from -3650 to 3650"),
        ("\"days\": 14", "\"day\": 14", "scenarios[0].steps[3].day", "does not exist"),
        ("\"days\": 14", "\"days\": 14, \"businessDays\": 2", "scenarios[0].steps[3]", "one of them only"),
        ("\"version\": 2", "\"version\": 3", "version", "from 1 to 2"),
        ("\"version\": 2,", "", "version", "missing"),
        ("\"id\": \"five-steps\"", "\"id\": \" \"", "id", "empty"),
        ("\"scenarios\"", "\"scenario\"", "scenario", "does not exist"),
        ("\"id\": \"call\"", "\"id\": \"pre-due\"", "scenarios[0].steps[2].id", "already"),
        ("\"channel\": \"phone\"", "\"channel\": \"pigeon\"", "scenarios[0].steps[2].channel", "“pigeon”"),
        ("\"tone\": \"dialogue\"", "\"tone\": \"loud\"", "scenarios[0].steps[2].tone", "“loud”"),
        ("\"daysBetweenContacts\": 5", "\"daysBetweenContacts\": 900", "limits.daysBetweenContacts", "from 0 to 366"),
        (
            "\"contactsPer30Days\": 4",
            "\"contactsPer30Days\": 0",
            "scenarios[0].limits.contactsPer30Days",
            "below zero or far",
        ),
        ("\"weekend\": [6, 7]", "\"weekend\": [1, 2, 3, 4, 5, 6, 7]", "calendar.weekend", "no day of the week"),
        ("\"email\": 125", "\"email\": -1", "costs.email", "from 0"),
        ("\"days\": -5", "\"days\": 1, \"from\": \"previous-action\"", "scenarios[0].steps[0].from", "never before it"),
        (
            "\"days\": 14",
            "\"days\": 14, \"when\": { \"daysLate\": { \"from\": 5, \"to\": 4 } }",
            "scenarios[0].steps[3].when.daysLate",
            "nothing is in this range",
        ),
    ] {
        assert!(five.contains(from), "{from}");
        let seen = message(&five.replacen(from, to, 1), Language::En);
        assert!(seen.contains(&format!("{path}: ")) && seen.contains(words), "{to}: {seen}");
        let french = message(&five.replacen(from, to, 1), Language::Fr);
        assert!(french.contains(&format!("{path}\u{a0}: ")), "{to}: {french}");
    }
    let segments = preset("four-segments").replacen("\"scenario\": \"low-risk\"", "\"scenario\": \"nobody\"", 1);
    assert!(message(&segments, Language::En).contains("segments[7].scenario: “nobody”"));
    assert!(message("\"nothing\"", Language::En).contains("four-segments"));
    let old = VERSION_1.replace("\"offsetDays\": 14", "\"offsetDays\": 3");
    assert!(message(&old, Language::En).contains("refused: steps[3].offsetDays: "));
}

/// A schema checker for what our schema uses.
fn conforms(schema: &Value, root: &Value, value: &Value, path: &str) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).ok_or_else(|| format!("no {reference}"))?;
        return conforms(target, root, value, path);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let fits = any.iter().any(|one| conforms(one, root, value, path).is_ok());
        return if fits { Ok(()) } else { Err(format!("{path}: none of the forms")) };
    }
    let fits = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        other => return other.map_or(Ok(()), |other| Err(format!("{path}: unknown type {other}"))),
    };
    if !fits {
        return Err(format!("{path}: not {}", schema["type"]));
    }
    let within = |bound: &str, fits: fn(i64, i64) -> bool| match (schema[bound].as_i64(), value.as_i64()) {
        (Some(bound), Some(number)) => fits(number, bound),
        _ => true,
    };
    if !within("minimum", |number, bound| number >= bound) || !within("maximum", |number, bound| number <= bound) {
        return Err(format!("{path}: out of range"));
    }
    let listed = schema["enum"].as_array().is_none_or(|all| all.contains(value));
    let fixed = schema["const"].is_null() || schema["const"] == *value;
    if !listed || !fixed {
        return Err(format!("{path}: not one of the values"));
    }
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        conforms(&schema["items"], root, item, &format!("{path}[{at}]"))?;
    }
    for required in schema["required"].as_array().into_iter().flatten() {
        if value.get(required.as_str().unwrap()).is_none() {
            return Err(format!("{path}: {required} is missing"));
        }
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        let known = schema["properties"].get(name);
        let own = known.ok_or_else(|| format!("{path}.{name}: not a field"))?;
        conforms(own, root, field, &format!("{path}.{name}"))?;
    }
    Ok(())
}

#[test]
fn the_schema_fits_every_preset_and_knows_every_field() {
    let schema: Value = serde_json::from_str(dunning::SCHEMA).unwrap();
    for preset in PRESETS {
        let value: Value = serde_json::from_str(preset.json).unwrap();
        conforms(&schema, &schema, &value, preset.id).unwrap();
    }
    let fields = |pointer: &str| -> Vec<String> {
        let object = schema.pointer(pointer).and_then(|object| object["properties"].as_object());
        let mut names: Vec<String> = object.unwrap_or_else(|| panic!("{pointer}")).keys().cloned().collect();
        names.sort();
        names
    };
    for (pointer, known) in [
        ("", read::POLICY),
        ("/$defs/scenario", read::SCENARIO),
        ("/$defs/segment", read::SEGMENT),
        ("/$defs/step", read::STEP),
        ("/$defs/limits", read::LIMITS),
        ("/$defs/condition", read::WHEN),
        ("/$defs/calendar", read::CALENDAR),
    ] {
        let mut known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
        known.sort();
        assert_eq!(fields(pointer), known, "{pointer}");
    }
    // What the schema refuses, the reader refuses too.
    let value: Value =
        serde_json::from_str(&preset("five-steps").replace("\"tone\": \"service\"", "\"tone\": \"loud\"")).unwrap();
    assert!(conforms(&schema, &schema, &value, "").is_err());
}

#[test]
fn presets_are_without_a_grave_remark() {
    for preset in PRESETS {
        let check = crate::policy_check(Some(preset.id), Language::En).unwrap();
        let grave: Vec<&str> = check.remarks.iter().filter(|one| one.grave).map(|one| one.text.as_str()).collect();
        assert_eq!(grave, Vec::<&str>::new(), "{}", preset.id);
    }
}

#[test]
fn remarks_are_sentences_in_both_languages() {
    for rule in dunning::LintRule::ALL {
        let (french, english) = (Language::Fr.policy_lint(rule.key(), "X"), Language::En.policy_lint(rule.key(), "X"));
        assert!(french.ends_with('.') && english.ends_with('.') && french != english, "{}", rule.key());
        assert!(!french.contains("{}") && !french.contains(" :"), "{french}");
    }
    let last = Language::En.policy_lint("insolvent-not-first", "X");
    let same = dunning::LintRule::ALL.iter().filter(|rule| Language::En.policy_lint(rule.key(), "X") == last).count();
    assert_eq!(same, 1, "every rule has a sentence of its own");
}
