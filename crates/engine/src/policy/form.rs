//! A policy's document as a form: sentences of words and fields. It is made from the document itself, not from the
//! checked policy, so that a policy on its way between two sound states can be shown with what is wrong in it.

use super::place::{at, children};
use dunning::{Anchor, Limits, Offset, PRESETS};
use protocol::{FieldKind, Named, PolicyField, PolicyLine, PolicyPart, PolicySection, TimelineStep};
use serde_json::Value;
use text::Language;
use text::plan::{CountedFrom, StepPlace};
use values::{Amount, Currency, Days};

/// Means of contact, in the order they are listed.
pub(super) const CHANNELS: [&str; 6] = ["email", "phone", "letter", "registered-letter", "sms", "internal"];
const TONES: [&str; 8] =
    ["service", "courtesy", "reminder", "dialogue", "proposal", "last-notice", "formal", "hand-over"];
const AMOUNTS: [&str; 3] = ["minimumAmount", "minimumItem", "reviewAbove"];
const COUNTS: [&str; 5] =
    ["graceDays", "minimumArrears", "daysBetweenContacts", "contactsPer30Days", "daysBeforeRepeat"];
const CHOICES: [(&str, &[&str]); 7] = [
    ("grouping", &["account", "level", "item"]),
    ("upcoming", &["together", "apart"]),
    ("credits", &["deduct", "list", "ignore"]),
    ("catchUp", &["current-step", "first-step", "ask"]),
    ("advance", &["by-age", "one-at-a-time"]),
    ("tooLittle", &["hold", "fall-back"]),
    ("contactData", &["when-known", "required", "assumed"]),
];

/// Every preset by its name.
pub(super) fn presets(language: Language) -> Vec<Named> {
    let named = |json: &str, id: &str| {
        let document: Value = serde_json::from_str(json).unwrap_or_default();
        Named { id: id.to_owned(), name: text_at(&document, &format!("name.{}", language.code())) }
    };
    PRESETS.iter().map(|preset| named(preset.json, preset.id)).collect()
}

/// The parts of a document, in the order they are shown.
pub(super) fn sections(document: &Value, language: Language) -> Vec<PolicySection> {
    let form = Form { document, language };
    let mut sections = vec![form.segments(), form.scenarios()];
    sections.extend(children(document, "scenarios").map(|path| form.scenario(&path)));
    sections.extend([form.limits("limits"), form.calendar(), form.costs()]);
    sections
}

pub(super) fn text_at(document: &Value, path: &str) -> String {
    match at(document, path) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

pub(super) struct Form<'a> {
    pub(super) document: &'a Value,
    pub(super) language: Language,
}

impl Form<'_> {
    pub(super) fn text(&self, path: &str) -> String {
        text_at(self.document, path)
    }

    pub(super) fn words(&self, words: &str) -> PolicyPart {
        PolicyPart::Words(words.to_owned())
    }

    pub(super) fn field(&self, path: String, label: &str, value: String, kind: FieldKind) -> PolicyPart {
        PolicyPart::Field(PolicyField { path, label: label.to_owned(), value, kind })
    }

    pub(super) fn number(&self, path: String, label: &str) -> PolicyPart {
        let value = self.text(&path);
        self.field(path, label, value, FieldKind::Number)
    }

    pub(super) fn money(&self, path: String, label: &str, unless_said: Option<Amount>) -> PolicyPart {
        let minor = at(self.document, &path).and_then(Value::as_i64).map(Amount::from_minor).or(unless_said);
        let typed = at(self.document, &path).and_then(Value::as_str).map(str::to_owned);
        let value = typed.or_else(|| minor.map(|minor| self.language.amount(minor, Currency::EUR))).unwrap_or_default();
        self.field(path, label, value, FieldKind::Money)
    }

    pub(super) fn choice(&self, path: String, label: &str, value: String, options: Vec<(&str, &str)>) -> PolicyPart {
        let named = |(id, name): (&str, &str)| Named { id: id.to_owned(), name: name.to_owned() };
        self.field(path, label, value, FieldKind::Choice(options.into_iter().map(named).collect()))
    }

    fn coded(&self, path: String, label: &str, value: String, codes: &[&'static str]) -> PolicyPart {
        let options = codes.iter().map(|code| (*code, self.language.policy_choice(code))).collect();
        self.choice(path, label, value, options)
    }

    fn line(&self, path: &str, parts: Vec<PolicyPart>) -> PolicyLine {
        PolicyLine { path: path.to_owned(), parts }
    }

    fn segments(&self) -> PolicySection {
        let text = self.language;
        let lines = children(self.document, "segments").map(|path| self.line(&path, self.segment(&path))).collect();
        PolicySection {
            title: text.policy_segments().to_owned(),
            help: text.policy_segments_help().to_owned(),
            list: Some(("segments".to_owned(), text.policy_segment_add().to_owned())),
            lines,
            timeline: Vec::new(),
        }
    }

    fn segment(&self, path: &str) -> Vec<PolicyPart> {
        let text = self.language;
        let when = at(self.document, &format!("{path}.when"));
        let kind = match when {
            Some(Value::String(word)) => word.clone(),
            Some(Value::Object(fields)) => fields.keys().next().cloned().unwrap_or_default(),
            _ => String::new(),
        };
        let kinds = vec![
            ("insolvent", text.choice_insolvent()),
            ("public", text.choice_public()),
            ("stated", text.choice_stated()),
            ("named", text.choice_named()),
            ("turnover", text.choice_turnover()),
            ("riskFrom", text.choice_risk()),
            ("classes", text.choice_classes()),
            ("everybody", text.choice_everybody()),
        ];
        let mut parts = vec![
            self.words(text.policy_is()),
            self.choice(format!("{path}.when.kind"), text.policy_condition(), kind.clone(), kinds),
        ];
        match kind.as_str() {
            "stated" | "named" | "classes" => {
                let path = format!("{path}.when.{kind}");
                let words: Vec<String> = children(self.document, &path).map(|path| self.text(&path)).collect();
                parts.push(self.field(path, text.policy_words(), words.join(", "), FieldKind::Words));
            }
            "riskFrom" => {
                parts.push(self.number(format!("{path}.when.riskFrom"), text.policy_points()));
                parts.push(self.words(text.policy_points()));
            }
            "turnover" => parts.extend([
                self.words(text.policy_among()),
                self.number(format!("{path}.when.turnover.customersMax"), text.policy_largest()),
                self.words(text.policy_largest()),
                self.number(format!("{path}.when.turnover.shareMinPercent"), text.policy_of_sales()),
                self.words(text.policy_of_sales()),
                self.number(format!("{path}.when.turnover.cumulatedPercent"), text.policy_percent()),
                self.words(text.policy_percent()),
            ]),
            _ => {}
        }
        let (segment, scenario) = (format!("{path}.segment"), format!("{path}.scenario"));
        let chosen = self.text(&segment);
        let mut names: Vec<(String, String)> = ["key-accounts", "large-and-public", "at-risk", "low-risk"]
            .map(|id| (id.to_owned(), text.segment_name(id)))
            .to_vec();
        if names.iter().all(|(id, _)| *id != chosen) {
            names.push((chosen.clone(), text.segment_name(&chosen)));
        }
        let scenarios: Vec<(String, String)> = children(self.document, "scenarios")
            .map(|path| (self.text(&format!("{path}.id")), self.text(&format!("{path}.name.{}", text.code()))))
            .collect();
        let follows = self.text(&scenario);
        parts.extend([
            self.words(&format!("→ {}", text.policy_into())),
            self.choice(segment, text.field_segment(), chosen, borrowed(&names)),
            self.words(text.policy_follows()),
            self.choice(scenario, text.field_scenario(), follows, borrowed(&scenarios)),
        ]);
        parts
    }

    /// The scenarios by name, to add one or take one away.
    fn scenarios(&self) -> PolicySection {
        let text = self.language;
        let line = |path: String| {
            let name = format!("{path}.name.{}", text.code());
            let held = self.text(&name);
            self.line(&path, vec![self.field(name, text.field_scenario_name(), held, FieldKind::Words)])
        };
        PolicySection {
            title: text.policy_scenarios().to_owned(),
            help: text.policy_scenarios_help().to_owned(),
            list: Some(("scenarios".to_owned(), text.policy_scenario_add().to_owned())),
            lines: children(self.document, "scenarios").map(line).collect(),
            timeline: Vec::new(),
        }
    }

    fn scenario(&self, path: &str) -> PolicySection {
        let text = self.language;
        let name = self.text(&format!("{path}.name.{}", text.code()));
        let steps: Vec<String> = children(self.document, &format!("{path}.steps")).collect();
        let mut lines: Vec<PolicyLine> = steps.iter().map(|path| self.line(path, self.step(path))).collect();
        let own = format!("{path}.limits");
        let known = |line: &PolicyLine| at(self.document, &line.path).is_some();
        lines.extend(self.limits(&own).lines.into_iter().filter(known));
        PolicySection {
            title: text.policy_scenario(&name),
            help: if steps.is_empty() { text.policy_steps_none().to_owned() } else { String::new() },
            list: Some((format!("{path}.steps"), text.policy_step_add().to_owned())),
            timeline: steps.iter().map(|path| self.timeline(path)).collect(),
            lines,
        }
    }

    fn step(&self, path: &str) -> Vec<PolicyPart> {
        let text = self.language;
        let business = at(self.document, &format!("{path}.businessDays")).is_some();
        let days = format!("{path}.{}", if business { "businessDays" } else { "days" });
        // The words say on which side of the anchor: the number itself is shown without its sign.
        let shown = self.text(&days);
        let before = shown.starts_with('-');
        let name = format!("{path}.name.{}", text.code());
        let name_value = self.text(&name);
        let from = format!("{path}.from");
        let anchor = if at(self.document, &from).is_some() { self.text(&from) } else { "due-date".to_owned() };
        let mut parts = vec![
            self.field(name, text.field_name(), name_value, FieldKind::Words),
            self.words(":"),
            self.field(days, text.field_days(), shown.trim_start_matches('-').to_owned(), FieldKind::Number),
            self.choice(
                format!("{path}.unit"),
                text.field_unit(),
                if business { "business" } else { "calendar" }.to_owned(),
                vec![("calendar", text.choice_days()), ("business", text.choice_business_days())],
            ),
            self.choice(
                format!("{path}.side"),
                text.field_side(),
                if before { "before" } else { "after" }.to_owned(),
                vec![("before", text.choice_before()), ("after", text.choice_after())],
            ),
            self.choice(
                from,
                text.field_from(),
                anchor,
                vec![
                    ("due-date", text.choice_from_due()),
                    ("invoice-date", text.choice_from_invoice()),
                    ("previous-action", text.choice_from_previous()),
                    ("promise-date", text.choice_from_promise()),
                ],
            ),
            self.words(text.policy_by()),
            self.channel(format!("{path}.channel"), text.field_channel(), false),
            self.words(text.policy_failing()),
            self.channel(format!("{path}.fallbacks[0].channel"), text.field_fallback(), true),
        ];
        if at(self.document, &format!("{path}.fallbacks[0]")).is_some() {
            parts.push(self.words(text.policy_then()));
            parts.push(self.channel(format!("{path}.fallbacks[1].channel"), text.field_fallback(), true));
        }
        let tone = format!("{path}.tone");
        let held = self.text(&tone);
        parts.extend([
            self.words(text.policy_in_tone()),
            self.choice(tone, text.field_tone(), held, TONES.map(|tone| (tone, text.tone(tone))).to_vec()),
            self.choice(
                format!("{path}.approval"),
                text.field_approval(),
                if self.text(&format!("{path}.approval")) == "true" { "true" } else { "false" }.to_owned(),
                vec![("false", text.choice_no_review()), ("true", text.choice_review())],
            ),
            self.words(text.policy_if_due()),
            self.money(format!("{path}.when.amount.from"), text.field_amount_from(), None),
            self.words(text.policy_grants()),
            self.number(format!("{path}.deadline.days"), text.field_deadline()),
            self.words(text.policy_days()),
            self.words(text.field_claims()),
            self.claims(path),
        ]);
        parts.extend(self.more(path));
        parts
    }

    fn claims(&self, path: &str) -> PolicyPart {
        let text = self.language;
        let path = format!("{path}.claims");
        let claimed: Vec<String> = children(self.document, &path).map(|path| self.text(&path)).collect();
        let has = |claim: &str| claimed.iter().any(|one| one == claim);
        let held = match (has("interest"), has("indemnity")) {
            (true, true) => "both",
            (true, false) => "interest",
            (false, true) => "indemnity",
            (false, false) => "none",
        };
        let options = vec![
            ("none", text.choice_claims_none()),
            ("interest", text.choice_claims_interest()),
            ("indemnity", text.choice_claims_indemnity()),
            ("both", text.choice_claims_both()),
        ];
        self.choice(path, text.field_claims(), held.to_owned(), options)
    }

    fn channel(&self, path: String, label: &str, may_be_none: bool) -> PolicyPart {
        let held = self.text(&path);
        let none = may_be_none.then(|| ("", self.language.policy_none()));
        let options = none.into_iter().chain(CHANNELS.map(|code| (code, self.language.channel(code)))).collect();
        self.choice(path, label, held, options)
    }

    fn timeline(&self, path: &str) -> TimelineStep {
        let text = self.language;
        let number = |name: &str| at(self.document, &format!("{path}.{name}")).and_then(Value::as_i64);
        let business = number("businessDays");
        let days = business.or_else(|| number("days")).and_then(|days| i32::try_from(days).ok()).unwrap_or(0);
        let from = match self.text(&format!("{path}.from")).as_str() {
            "invoice-date" => (Anchor::InvoiceDate, CountedFrom::InvoiceDate),
            "previous-action" => (Anchor::PreviousAction, CountedFrom::PreviousAction),
            "promise-date" => (Anchor::PromiseDate, CountedFrom::PromiseDate),
            _ => (Anchor::DueDate, CountedFrom::DueDate),
        };
        let offset = Offset::days(days);
        let end_of_month = self.text(&format!("{path}.endOfMonth")) == "true";
        let place = StepPlace { from: from.1, offset: offset.days, business: business.is_some(), end_of_month };
        TimelineStep {
            place: text.step_place(&place),
            name: self.text(&format!("{path}.name.{}", text.code())),
            channel: text.channel(&self.text(&format!("{path}.channel"))).to_owned(),
            days,
        }
    }

    fn limits(&self, path: &str) -> PolicySection {
        let text = self.language;
        let amounts = AMOUNTS.into_iter().map(|field| {
            let place = format!("{path}.{field}");
            let part = self.money(place.clone(), text.policy_limit(field).before, default_amount(field));
            self.limit(&place, field, part)
        });
        let counts = COUNTS.into_iter().map(|field| {
            let place = format!("{path}.{field}");
            let value = match at(self.document, &place) {
                Some(_) => self.text(&place),
                None => default_count(field).map(|count| count.to_string()).unwrap_or_default(),
            };
            let part = self.field(place.clone(), text.policy_limit(field).before, value, FieldKind::Number);
            self.limit(&place, field, part)
        });
        let choices = CHOICES.into_iter().map(|(field, codes)| {
            let place = format!("{path}.{field}");
            let held = Some(self.text(&place)).filter(|held| !held.is_empty());
            let value = held.unwrap_or_else(|| codes.first().copied().unwrap_or_default().to_owned());
            let part = self.coded(place.clone(), text.policy_limit(field).before, value, codes);
            self.limit(&place, field, part)
        });
        PolicySection {
            title: text.policy_limits().to_owned(),
            help: text.policy_limits_help().to_owned(),
            list: None,
            lines: amounts.chain(counts).chain(choices).collect(),
            timeline: Vec::new(),
        }
    }

    fn limit(&self, path: &str, field: &str, part: PolicyPart) -> PolicyLine {
        let words = self.language.policy_limit(field);
        let after = (!words.after.is_empty()).then(|| self.words(words.after));
        let parts = [Some(self.words(words.before)), Some(part), after];
        self.line(path, parts.into_iter().flatten().collect())
    }

    fn calendar(&self) -> PolicySection {
        let text = self.language;
        let held = |field: &str, unless_said: &str| {
            let value = self.text(&format!("calendar.{field}"));
            if value.is_empty() { unless_said.to_owned() } else { value }
        };
        let weekend = match at(self.document, "calendar.weekend") {
            None => "6,7".to_owned(),
            Some(_) => {
                children(self.document, "calendar.weekend").map(|day| self.text(&day)).collect::<Vec<_>>().join(",")
            }
        };
        let holidays = vec![
            ("french", text.policy_choice("french")),
            ("french-alsace-moselle", text.policy_choice("french-alsace-moselle")),
            ("none", text.policy_choice("no-holidays")),
        ];
        let choice = |field: &str, part| {
            self.line(&format!("calendar.{field}"), vec![self.words(text.calendar_words(field)), part])
        };
        let label = |field: &str| text.calendar_words(field);
        let mut lines = vec![
            choice(
                "shift",
                self.coded(
                    "calendar.shift".to_owned(),
                    label("shift"),
                    held("shift", "next"),
                    &["next", "previous", "none"],
                ),
            ),
            choice(
                "holidays",
                self.choice("calendar.holidays".to_owned(), label("holidays"), held("holidays", "french"), holidays),
            ),
            choice(
                "weekend",
                self.coded("calendar.weekend".to_owned(), label("weekend"), weekend, &["6,7", "7", "5,6", ""]),
            ),
        ];
        lines.extend(CHANNELS.into_iter().filter(|channel| *channel != "internal").map(|channel| {
            let words = self.words(&text.channel_words(channel));
            self.line(&format!("calendar.channelDays.{channel}"), vec![words, self.channel_days(channel)])
        }));
        lines.extend(children(self.document, "calendar.closures").map(|path| {
            let day = |place: usize| {
                let path = format!("{path}[{place}]");
                let value = self.text(&path);
                self.field(path, label("closures"), value, FieldKind::Day)
            };
            self.line(&path, vec![self.words(label("closures")), day(0), self.words(text.closure_to()), day(1)])
        }));
        PolicySection {
            title: text.policy_calendar().to_owned(),
            help: text.policy_calendar_help().to_owned(),
            list: Some(("calendar.closures".to_owned(), text.policy_closure_add().to_owned())),
            lines,
            timeline: Vec::new(),
        }
    }

    fn costs(&self) -> PolicySection {
        let text = self.language;
        let line = |channel: &str| {
            let path = format!("costs.{channel}");
            let words = text.cost_words(channel);
            let field = self.money(path.clone(), &words, Some(Amount::ZERO));
            self.line(&path, vec![self.words(&words), field, self.words("€")])
        };
        PolicySection {
            title: text.policy_costs().to_owned(),
            help: text.policy_costs_help().to_owned(),
            list: None,
            lines: CHANNELS.map(line).to_vec(),
            timeline: Vec::new(),
        }
    }
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect()
}

fn default_amount(field: &str) -> Option<Amount> {
    let limits = Limits::default();
    match field {
        "minimumAmount" => Some(limits.minimum_amount),
        "minimumItem" => Some(limits.minimum_item),
        _ => limits.review_above,
    }
}

fn default_count(field: &str) -> Option<i64> {
    let limits = Limits::default();
    let days = |Days(days): Days| Some(i64::from(days));
    match field {
        "graceDays" => days(limits.grace),
        "minimumArrears" => days(limits.minimum_arrears),
        "daysBetweenContacts" => days(limits.days_between_contacts),
        "daysBeforeRepeat" => days(limits.days_before_repeat),
        _ => limits.contacts_per_30_days.map(i64::from),
    }
}
