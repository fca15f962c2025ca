//! Changes of a policy's document, one field or one line at a time. What was typed and is no number stays as it was
//! typed: the reader of policies refuses it where it stands.

use super::form;
use super::place::{at, children, parent, remove, slot};
use protocol::{FieldKind, PolicyChange, PolicyEdit, PolicyField, PolicyPart};
use serde_json::{Value, json};
use text::{Language, typed_amount};
use values::Currency;

/// Makes a change; one of a place that the form does not show changes nothing.
pub(super) fn apply(document: &mut Value, change: &PolicyChange, language: Language) {
    match &change.change {
        PolicyEdit::Add => add(document, &change.path),
        PolicyEdit::Remove => remove(document, &change.path),
        PolicyEdit::Up => up(document, &change.path),
        PolicyEdit::Set(typed) => {
            let sections = form::sections(document, language);
            let parts = sections.into_iter().flat_map(|section| section.lines).flat_map(|line| line.parts);
            let field = parts.into_iter().find_map(|part| match part {
                PolicyPart::Field(field) if field.path == change.path => Some(field),
                PolicyPart::Field(_) | PolicyPart::Words(_) => None,
            });
            if let Some(field) = field {
                set(document, &field, typed.trim());
            }
        }
    }
}

fn set(document: &mut Value, field: &PolicyField, typed: &str) {
    let (step, name) = parent(&field.path);
    match name.as_str() {
        "unit" => set_unit(document, &step, typed),
        "side" => set_side(document, &step, typed == "before"),
        "kind" => put(document, &step, condition(typed)),
        "days" | "businessDays" if at(document, &format!("{step}.channel")).is_some() => {
            let before = form::text_at(document, &field.path).starts_with('-');
            let number = whole(typed);
            let signed = number.as_i64().filter(|_| before).map(|days| json!(-days.abs()));
            put(document, &field.path, signed.unwrap_or(number));
        }
        "tone" => set_tone(document, &step, typed),
        "claims" => put_claims(document, &field.path, typed),
        "more" => add_more(document, &step, typed),
        _ if step == "calendar.channelDays" && typed.is_empty() => remove(document, &field.path),
        _ if step == "calendar.channelDays" => {
            put(document, &field.path, Value::Array(typed.split(',').map(whole).collect()));
        }
        // A repeat without its days or its number is none, and a fee is taken on something or is none.
        "every" | "times" | "per" if typed.is_empty() => remove(document, &step),
        "approval" if typed == "true" => put(document, &field.path, json!(true)),
        "approval" => remove(document, &field.path),
        "weekend" => {
            let days: Vec<Value> = typed.split(',').filter(|day| !day.is_empty()).map(whole).collect();
            put(document, &field.path, Value::Array(days));
        }
        "channel" if typed.is_empty() => remove(document, &step),
        "channel" => set_channel(document, &step, typed),
        "segments" | "classes" if typed.is_empty() && step.ends_with(".when") && step.contains(".steps[") => {
            remove(document, &field.path);
        }
        "stated" | "named" | "classes" | "segments" => {
            let words: Vec<&str> = typed.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
            put(document, &field.path, json!(words));
        }
        _ => match (&field.kind, typed) {
            (FieldKind::Number | FieldKind::Money, "") => remove(document, &field.path),
            (FieldKind::Number, typed) if name == "days" && whole(typed) == json!(0) => remove(document, &field.path),
            (FieldKind::Number, typed) => put(document, &field.path, whole(typed)),
            (FieldKind::Money, typed) => {
                let minor =
                    typed_amount(typed, Currency::EUR).map_or_else(|| json!(typed), |amount| json!(amount.minor()));
                put(document, &field.path, minor);
            }
            (FieldKind::Words | FieldKind::Day | FieldKind::Choice(_), typed) => {
                put(document, &field.path, json!(typed))
            }
        },
    }
}

fn put(document: &mut Value, path: &str, value: Value) {
    if let Some(slot) = slot(document, path) {
        *slot = value;
    }
}

fn whole(typed: &str) -> Value {
    typed.parse::<i64>().map_or_else(|_| json!(typed), |number| json!(number))
}

fn set_unit(document: &mut Value, step: &str, unit: &str) {
    let (from, to) = if unit == "business" { ("days", "businessDays") } else { ("businessDays", "days") };
    if let Some(Value::Object(fields)) = slot(document, step)
        && let Some(days) = fields.remove(from)
    {
        fields.insert(to.to_owned(), days);
    }
}

fn set_side(document: &mut Value, step: &str, before: bool) {
    for name in ["days", "businessDays"] {
        let path = format!("{step}.{name}");
        if let Some(days) = at(document, &path).and_then(Value::as_i64) {
            put(document, &path, json!(if before { -days.abs() } else { days.abs() }));
        }
    }
}

/// A channel with the text that goes with it at this tone.
fn set_channel(document: &mut Value, route: &str, channel: &str) {
    let (above, name) = parent(route);
    let step = if above.ends_with(".fallbacks") { parent(&above).0 } else { route.to_owned() };
    let tone = form::text_at(document, &format!("{step}.tone"));
    let template = template(channel, &tone);
    if step == route {
        put(document, &format!("{route}.channel"), json!(channel));
        put(document, &format!("{route}.template"), json!(template));
        return;
    }
    let route = json!({ "channel": channel, "template": template });
    match slot(document, &above) {
        Some(Value::Array(list)) => match name.parse::<usize>().ok().and_then(|position| list.get_mut(position)) {
            Some(known) => *known = route,
            None => list.push(route),
        },
        Some(other) => *other = json!([route]),
        None => {}
    }
}

/// Another tone, with the texts that go with it.
fn set_tone(document: &mut Value, step: &str, tone: &str) {
    put(document, &format!("{step}.tone"), json!(tone));
    let fallbacks = children(document, &format!("{step}.fallbacks")).collect::<Vec<_>>();
    for route in std::iter::once(step.to_owned()).chain(fallbacks) {
        let channel = form::text_at(document, &format!("{route}.channel"));
        set_channel(document, &route, &channel);
    }
}

/// The text of a channel at a tone, among those that come with the product.
fn template(channel: &str, tone: &str) -> &'static str {
    match (channel, tone) {
        ("phone", _) => "phone_call",
        ("internal", _) => "internal_alert",
        ("sms", "service") => "sms_pre_due",
        ("sms", _) => "sms_first_reminder",
        (_, "service") => "email_pre_due",
        (_, "reminder") => "email_second_reminder",
        (_, "proposal") => "email_arrangement",
        (_, "last-notice") => "email_last_notice",
        (_, "formal" | "hand-over") => "letter_formal_notice",
        _ => "email_first_reminder",
    }
}

fn put_claims(document: &mut Value, path: &str, claims: &str) {
    match claims {
        "both" => put(document, path, json!(["interest", "indemnity"])),
        "interest" | "indemnity" => put(document, path, json!([claims])),
        _ => remove(document, path),
    }
}

/// A condition of a segment as it begins.
fn condition(kind: &str) -> Value {
    match kind {
        "stated" => json!({ "stated": ["VIP"] }),
        "named" => json!({ "named": ["MAIRIE"] }),
        "classes" => json!({ "classes": ["C", "D"] }),
        "riskFrom" => json!({ "riskFrom": 50 }),
        "turnover" => json!({ "turnover": { "customersMax": 20, "shareMinPercent": 2, "cumulatedPercent": 80 } }),
        word => json!(word),
    }
}

/// What a step says besides, as it begins.
fn add_more(document: &mut Value, step: &str, what: &str) {
    let begins = match what {
        "repeat" => json!({ "every": 15, "times": 1 }),
        "minimum" => json!({ "amount": 10_000 }),
        "fee" => json!({ "amount": 1_000, "per": "message" }),
        "when.daysLate" => json!({ "from": 1 }),
        "when.amount.to" => json!(100_000),
        "when.items" => json!({ "from": 2 }),
        "when.risk" => json!({ "from": 50 }),
        "when.brokenPromises" => json!({ "from": 1 }),
        "when.segments" => json!(["at-risk"]),
        "when.classes" => json!(["C", "D"]),
        _ => return,
    };
    put(document, &format!("{step}.{what}"), begins);
}

fn add(document: &mut Value, list: &str) {
    let (_, name) = parent(list);
    let element = match name.as_str() {
        "steps" => new_step(document, list),
        "segments" => {
            let scenario = form::text_at(document, "scenarios[0].id");
            json!({ "segment": "key-accounts", "when": { "stated": ["VIP"] }, "scenario": scenario })
        }
        "scenarios" => new_scenario(document),
        "closures" => json!(["2027-08-01", "2027-08-15"]),
        _ => return,
    };
    match slot(document, list) {
        Some(Value::Array(elements)) => elements.push(element),
        Some(other @ Value::Null) => *other = json!([element]),
        _ => {}
    }
}

/// A scenario with one step: nobody follows it until a segment names it.
fn new_scenario(document: &Value) -> Value {
    let taken: Vec<String> =
        children(document, "scenarios").map(|path| form::text_at(document, &format!("{path}.id"))).collect();
    let id = (taken.len() + 1..).map(|number| format!("scenario-{number}")).find(|id| !taken.contains(id));
    json!({
        "id": id,
        "name": { "fr": Language::Fr.policy_new_scenario(), "en": Language::En.policy_new_scenario() },
        "steps": [new_step(document, "")]
    })
}

/// A step after the last one: a week later, by e-mail.
fn new_step(document: &Value, list: &str) -> Value {
    let steps: Vec<String> = children(document, list).collect();
    let days = |path: &String| at(document, &format!("{path}.days")).and_then(Value::as_i64);
    let last = steps.iter().filter_map(days).max().unwrap_or(-6);
    let taken: Vec<String> = steps.iter().map(|path| form::text_at(document, &format!("{path}.id"))).collect();
    let id = (steps.len() + 1..).map(|number| format!("step-{number}")).find(|id| !taken.contains(id));
    json!({
        "id": id,
        "name": { "fr": Language::Fr.policy_new_step_fr(), "en": Language::En.policy_new_step_en() },
        "days": last + 7,
        "channel": "email",
        "template": template("email", "reminder"),
        "tone": "reminder",
        "fallbacks": [{ "channel": "letter", "template": template("letter", "reminder") }]
    })
}

fn up(document: &mut Value, path: &str) {
    let (list, name) = parent(path);
    if let Some(Value::Array(elements)) = slot(document, &list)
        && let Ok(position @ 1..) = name.parse::<usize>()
        && position < elements.len()
    {
        elements.swap(position - 1, position);
    }
}
