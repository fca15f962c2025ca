//! An iCalendar file (RFC 5545): whole-day events with identifiers that stay, so that importing a later export moves what
//! moved and adds nothing twice. Lines end in CRLF and fold at 75 octets; no clock is asked.

use text::Language;
use text::letters::printable;
use values::{Arrange, Day, Days};

/// Octets of a line, its end not counted.
const LINE: usize = 75;
/// Characters of a description.
const LONGEST: usize = 2_000;

/// An event of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its identifier: letters, digits and `-`, the same in every export.
    pub uid: String,
    /// The day.
    pub day: Day,
    /// What it is, in a few words.
    pub summary: String,
    /// What to know.
    pub description: String,
    /// Its kind, as a category.
    pub category: String,
    /// It will not take place any more: a program that knows the identifier strikes it out.
    pub cancelled: bool,
}

/// The calendar. `revision` must grow with every change of what people recorded within a day.
pub fn calendar(language: Language, name: &str, events: &[Event], as_of: Day, revision: u32) -> String {
    let mut file = File::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        file.line(line);
    }
    file.line(&format!("PRODID:-//Encours//Encours//{}", language.code().to_ascii_uppercase()));
    file.text("X-WR-CALNAME", name);
    let stamp = format!("DTSTAMP:{}T000000Z", compact(as_of));
    let sequence = format!("SEQUENCE:{}", sequence(as_of, revision));
    let mut events: Vec<&Event> = events.iter().collect();
    events.arrange_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
    events.dedup_by(|a, b| a.uid == b.uid);
    for event in events {
        file.line("BEGIN:VEVENT");
        file.line(&format!("UID:{}@encours", event.uid));
        file.line(&stamp);
        file.line(&sequence);
        file.line(&format!("DTSTART;VALUE=DATE:{}", compact(event.day)));
        file.line(&format!("DTEND;VALUE=DATE:{}", compact(event.day + Days(1))));
        file.text("SUMMARY", &event.summary);
        file.text("DESCRIPTION", &event.description);
        file.text("CATEGORIES", &event.category);
        file.line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        // It takes no time of the day, and is nobody else's business.
        file.line("TRANSP:TRANSPARENT");
        file.line("CLASS:PRIVATE");
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0
}

/// Grows with the day, and within it with every edit: a later export of the same event replaces the earlier one.
pub fn sequence(as_of: Day, revision: u32) -> u32 {
    const EDITS: u32 = 10_000;
    let days = u32::try_from(as_of.number()).unwrap_or(0).min(u32::MAX / 2 / EDITS - 1);
    days * EDITS + revision.min(EDITS - 1)
}

fn compact(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day_of_month())
}

#[derive(Default)]
struct File(String);

impl File {
    /// A property whose value is text from anywhere.
    fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }

    /// A line, folded between characters: what follows begins with a space that counts.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(character);
            room -= character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text value: commas, semicolons, backslashes and line ends escaped, control characters gone.
fn escaped(text: &str) -> String {
    let lines: Vec<String> = text.split(['\n', '\r']).map(|line| printable(line).text).collect();
    let kept: String = lines.join("\n").chars().take(LONGEST).collect();
    let mut value = String::with_capacity(kept.len());
    for character in kept.chars() {
        match character {
            '\\' | ',' | ';' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            other => value.push(other),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(summary: &str) -> Event {
        Event {
            uid: "abc".to_owned(),
            day: "2026-12-31".parse().unwrap(),
            summary: summary.to_owned(),
            description: String::new(),
            category: "call".to_owned(),
            cancelled: false,
        }
    }

    fn written(events: &[Event]) -> String {
        calendar(Language::Fr, "Encours", events, "2026-09-30".parse().unwrap(), 3)
    }

    #[test]
    fn lines_end_in_crlf_and_fold_at_75_octets_between_characters() {
        let long = "é".repeat(200) + "€ fin";
        let file = written(&[event(&long)]);
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
            assert!(!line.contains(['\r', '\n']));
        }
        assert!(file.replace("\r\n ", "").contains(&long));
        assert!(file.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn a_text_cannot_become_a_property() {
        let file = written(&[event("a\r\nATTENDEE:mailto:x@y\r\nEND:VEVENT;b,c\\d\u{202E}")]);
        assert!(file.contains("SUMMARY:a\\n\\nATTENDEE:mailto:x@y\\n\\nEND:VEVENT\\;b\\,c\\\\d"), "{file}");
        assert_eq!(file.split("\r\n").filter(|line| line.starts_with("END:VEVENT")).count(), 1);
        assert!(!file.contains("\r\nATTENDEE"));
    }

    #[test]
    fn a_whole_day_ends_the_next_and_the_sequence_grows_with_day_and_edits() {
        let file = written(&[event("x"), event("x")]);
        assert!(file.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(file.contains("DTSTAMP:20260930T000000Z\r\n"));
        assert_eq!(file.matches("UID:").count(), 1);
        let on = |day: &str, edits| sequence(day.parse().unwrap(), edits);
        assert!(on("2026-09-30", 3) < on("2026-09-30", 4));
        assert!(on("2026-09-30", 70_000) < on("2026-10-01", 0));
        assert!(on("2199-12-31", 9) <= u32::MAX / 2);
    }
}
