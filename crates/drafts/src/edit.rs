//! A text a person rewords: every sentence may change, no figure may. Tables, totals and bank details stay as they are to
//! the letter; no amount, date or account number may appear that the draft did not have.

use crate::composition::Part;
use crate::lint::folded;
use crate::{Draft, Mailbox};
use std::collections::BTreeSet;
use text::Language;

/// Why a rewording is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditFault {
    /// A table, a total or the bank details were changed or taken out: its first line.
    Changed(String),
    /// A figure that the draft did not have.
    Added(String),
}

impl EditFault {
    /// The sentence.
    pub fn text(&self, language: Language) -> String {
        match self {
            EditFault::Changed(line) => language.edit_changed(line),
            EditFault::Added(figure) => language.edit_added(figure),
        }
    }
}

impl Draft {
    /// The draft in other words and for other people, with the same figures; every fault where a figure changed.
    pub fn reworded(&self, subject: &str, body: &str, to: Option<Vec<Mailbox>>) -> Result<Draft, Vec<EditFault>> {
        let body = body.replace("\r\n", "\n");
        let faults = self.faults(subject, &body);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut reworded = self.clone();
        reworded.composition = self.composition.reworded(subject, &body);
        reworded.subject = subject.to_owned();
        reworded.body = body;
        reworded.to = to.unwrap_or(reworded.to);
        Ok(reworded)
    }

    fn faults(&self, subject: &str, body: &str) -> Vec<EditFault> {
        let locked = self.composition.parts.iter().filter(|part| !matches!(part, Part::Paragraph(_) | Part::Lines(_)));
        let mut faults = Vec::new();
        let mut rest = body;
        // In their order: two tables may not change places with their totals.
        for part in locked {
            match rest.split_once(part.plain()) {
                Some((_, after)) => rest = after,
                None => {
                    let line = part.plain().lines().next().unwrap_or_default();
                    faults.push(EditFault::Changed(line.split_whitespace().collect::<Vec<_>>().join(" ")));
                }
            }
        }
        let known = figures(&format!("{}\n{}", self.subject, self.body));
        let found = figures(&format!("{subject}\n{body}"));
        faults.extend(found.difference(&known).cloned().map(EditFault::Added));
        faults
    }
}

/// Amounts, dates, percentages, numbers of accounts and documents: whatever has three digits or a mark among them, stands
/// beside a currency, or is the day of a month. Small numbers by themselves are words like others.
fn figures(text: &str) -> BTreeSet<String> {
    let text = folded(text);
    let characters: Vec<char> = text.chars().collect();
    let mut found = BTreeSet::new();
    let mut at = 0;
    while let Some(character) = characters.get(at) {
        if !character.is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = end_of_number(&characters, at);
        let number: String = characters.get(at..end).unwrap_or_default().iter().filter(|one| **one != ' ').collect();
        let word = word_after(&characters, end);
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if is_month(&word) {
            found.insert(format!("{number} {word}"));
        } else if digits >= 3 || digits < number.chars().count() || is_money(&characters, at, &word) {
            found.insert(number);
        }
        at = end;
    }
    found
}

/// Digits with one mark or space between them are one number.
fn end_of_number(characters: &[char], start: usize) -> usize {
    let digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let mut end = start;
    while digit(end) || digit(end + 1) && matches!(characters.get(end), Some(' ' | '.' | ',' | '/' | '-' | '\'' | ':'))
    {
        end += 1;
    }
    end
}

fn word_after(characters: &[char], end: usize) -> String {
    let rest = characters.get(end..).unwrap_or_default().iter();
    rest.skip_while(|one| **one == ' ').take_while(|one| one.is_alphabetic() || **one == '€' || **one == '%').collect()
}

fn is_month(word: &str) -> bool {
    let names = (1..=12).flat_map(|month| Language::ALL.map(|language| language.month(month).to_lowercase()));
    names.into_iter().any(|name| name == word)
}

/// A currency's sign or code on either side.
fn is_money(characters: &[char], start: usize, after: &str) -> bool {
    let before: String = characters.get(start.saturating_sub(4)..start).unwrap_or_default().iter().collect();
    let words = ["€", "%", "eur", "euro", "euros", "usd", "chf", "gbp", "$", "£"];
    let ends = |word: &&str| before.trim_end().ends_with(*word);
    words.contains(&after) || words.iter().any(ends)
}
