//! What a step may say besides, shown where it says it: repeats, a floor, a fee, conditions; and a field to add one.

use super::form::Form;
use super::place::{at, children};
use protocol::{FieldKind, PolicyPart};

/// What may be added to a step, each a place in it: its field in the document.
pub(super) const MORE: [&str; 10] = [
    "repeat",
    "minimum",
    "fee",
    "when.daysLate",
    "when.amount.to",
    "when.items",
    "when.risk",
    "when.brokenPromises",
    "when.segments",
    "when.classes",
];

impl Form<'_> {
    /// The parts of the sentence for what a step says, and the field to add what it does not say yet.
    pub(super) fn more(&self, path: &str) -> Vec<PolicyPart> {
        let text = self.language;
        let said = |field: &str| at(self.document, &format!("{path}.{field}")).is_some();
        let mut parts: Vec<PolicyPart> =
            MORE.into_iter().filter(|field| said(field)).flat_map(|field| self.one_more(path, field)).collect();
        let open: Vec<(&str, &str)> =
            MORE.into_iter().filter(|field| !said(field)).map(|field| (field, text.policy_more(field))).collect();
        let options = [("", text.policy_more(""))].into_iter().chain(open).collect();
        parts.push(self.choice(format!("{path}.more"), text.field_more(), String::new(), options));
        parts
    }

    fn one_more(&self, path: &str, field: &str) -> Vec<PolicyPart> {
        let text = self.language;
        let label = text.policy_more(field);
        let place = |name: &str| format!("{path}.{field}.{name}");
        let number = |name: &str| self.number(place(name), label);
        let range = |unit: &str| {
            let to = self.words(text.policy_range_to());
            vec![self.words(label), number("from"), to, number("to"), self.words(unit)]
        };
        match field {
            "repeat" => vec![
                self.words(text.policy_repeat_every()),
                number("every"),
                self.words(text.policy_repeat_times()),
                number("times"),
                self.words(text.policy_times()),
            ],
            "minimum" => vec![
                self.words(label),
                self.money(place("amount"), label, None),
                self.words(text.policy_floor_or()),
                number("percent"),
                self.words(text.policy_floor_percent()),
            ],
            "fee" => vec![
                self.words(text.policy_fee()),
                self.money(place("amount"), label, None),
                self.words(text.policy_fee_and()),
                number("basisPoints"),
                self.words(text.policy_basis_points()),
                self.fee_basis(place("per")),
            ],
            "when.amount.to" => vec![self.words(label), self.money(format!("{path}.{field}"), label, None)],
            "when.segments" | "when.classes" => {
                let path = format!("{path}.{field}");
                let words: Vec<String> = children(self.document, &path).map(|path| self.text(&path)).collect();
                vec![self.words(label), self.field(path, label, words.join(", "), FieldKind::Words)]
            }
            "when.daysLate" => range(text.policy_days()),
            "when.risk" => range(text.policy_risk_unit()),
            _ => range(""),
        }
    }

    fn fee_basis(&self, path: String) -> PolicyPart {
        let text = self.language;
        let held = self.text(&path);
        let codes = ["message", "remaining", "original", ""];
        let options = codes.map(|code| (code, text.policy_fee_basis(code))).to_vec();
        self.choice(path, text.policy_more("fee"), held, options)
    }

    /// The days of the week a channel is kept for.
    pub(super) fn channel_days(&self, channel: &str) -> PolicyPart {
        let text = self.language;
        let path = format!("calendar.channelDays.{channel}");
        let held = children(self.document, &path).map(|day| self.text(&day)).collect::<Vec<_>>().join(",");
        let mut codes = vec!["", "1,2,3,4,5", "1,2,3,4", "2,3,4", "2,4"];
        if !codes.contains(&held.as_str()) {
            codes.push(&held);
        }
        let options = codes.into_iter().map(|code| (code, text.channel_days(code))).collect();
        self.choice(path, &text.channel_words(channel), held.clone(), options)
    }
}
