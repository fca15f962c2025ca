//! What a customer returned, read as data and no more: lines `name=value` out of a message of any shape, within limits.
//! What is not understood is told. Nothing here decides anything.

use crate::form::{ITEMS_MAX, MARK, Reply};
use std::collections::BTreeMap;
use values::Day;

/// Characters of an answer read, at most.
const LONGEST: usize = 200_000;
/// Characters of a value kept, at most.
const VALUE: usize = 2_000;
/// Lines told as not understood, at most.
const TOLD: usize = 20;

/// The answer about one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAnswer {
    /// Its number, as the form had it.
    pub document: String,
    /// What is answered.
    pub reply: Reply,
    /// A day.
    pub day: Option<Day>,
    /// An amount, as typed.
    pub amount: String,
    /// In words.
    pub words: String,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Code of the customer.
    pub customer: String,
    /// Currency of the items, as the form had it.
    pub currency: String,
    /// About items.
    pub items: Vec<ItemAnswer>,
    /// Instalments asked for: how many, from which day.
    pub plan: Option<(u32, Option<Day>)>,
    /// Who answered.
    pub name: String,
    /// A message.
    pub message: String,
    /// What was not understood.
    pub unread: Vec<String>,
}

/// Why a text is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// It does not say it is one.
    NotMarked,
    /// It is too long.
    TooLong,
    /// It names no customer.
    NoCustomer,
}

/// Reads lines of text: those of a form sent by a mail program, or answered in a message, quoted or not.
pub fn answer_of_text(text: &str) -> Result<Answer, NoAnswer> {
    if text.len() > LONGEST {
        return Err(NoAnswer::TooLong);
    }
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    for line in text.lines() {
        // A reply quotes what it answers.
        let line = line.trim_start_matches(['>', ' ', '\t', '\u{A0}']).trim_end();
        let Some((name, value)) = line.split_once('=') else { continue };
        let name = name.trim().to_ascii_lowercase();
        let value = value.trim();
        // A quoted form comes after its answer, empty again: the first value stands.
        if is_field(&name) && (!value.is_empty() && fields.get(&name).is_none_or(String::is_empty)) {
            fields.insert(name, value.chars().take(VALUE).collect());
        }
    }
    answer_of_fields(&fields)
}

fn is_field(name: &str) -> bool {
    let (stem, number) = name.rsplit_once('-').unwrap_or((name, ""));
    let numbered = number.parse::<usize>().is_ok_and(|number| (1..=ITEMS_MAX).contains(&number));
    matches!(name, "encours" | "customer" | "currency" | "as-of" | "plan-terms" | "plan-first" | "name" | "message")
        || numbered && matches!(stem, "item" | "answer" | "day" | "amount" | "words")
}

/// Reads the same as fields by name.
pub fn answer_of_fields(fields: &BTreeMap<String, String>) -> Result<Answer, NoAnswer> {
    let field = |name: &str| fields.get(name).map(|value| value.trim().to_owned()).unwrap_or_default();
    if field("encours") != MARK {
        return Err(NoAnswer::NotMarked);
    }
    let mut answer = Answer {
        customer: field("customer"),
        currency: field("currency"),
        name: field("name"),
        message: field("message"),
        ..Answer::default()
    };
    if answer.customer.is_empty() {
        return Err(NoAnswer::NoCustomer);
    }
    let mut unread = Vec::new();
    let mut day = |name: String| -> Option<Day> {
        let value = field(&name);
        let read = read_day(&value);
        if read.is_none() && !value.is_empty() {
            unread.push(format!("{name}={value}"));
        }
        read
    };
    let mut unknown = Vec::new();
    for number in 1..=ITEMS_MAX {
        let (document, said) = (field(&format!("item-{number}")), field(&format!("answer-{number}")));
        if said.is_empty() || document.is_empty() {
            continue;
        }
        match read_reply(&said) {
            Some(reply) => answer.items.push(ItemAnswer {
                document,
                reply,
                day: day(format!("day-{number}")),
                amount: field(&format!("amount-{number}")),
                words: field(&format!("words-{number}")),
            }),
            None => unknown.push(format!("answer-{number}={said}")),
        }
    }
    let terms = field("plan-terms");
    match terms.parse::<u32>() {
        Ok(count) if (1..=followup::TERMS_MAX).contains(&count) => {
            answer.plan = Some((count, day("plan-first".to_owned())));
        }
        _ if terms.is_empty() => {}
        _ => unknown.push(format!("plan-terms={terms}")),
    }
    unread.extend(unknown);
    unread.truncate(TOLD);
    answer.unread = unread;
    Ok(answer)
}

/// The words of a reply, as the form has them or as people write them.
fn read_reply(text: &str) -> Option<Reply> {
    let word = text.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is(&["paid", "payé", "paye", "payée", "réglé", "regle"]) => Some(Reply::Paid),
        () if is(&["promise", "promesse", "à payer", "a payer", "will pay"]) => Some(Reply::Promise),
        () if is(&["dispute", "litige", "contesté", "conteste", "disputed"]) => Some(Reply::Dispute),
        () if is(&["not-received", "not received", "non reçue", "non recue", "pas reçue"]) => {
            Some(Reply::NotReceived)
        }
        () => None,
    }
}

/// `2026-10-15`, or `15/10/2026` as a customer types it: day first.
fn read_day(text: &str) -> Option<Day> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let mut parts = text.split(['/', '.', '-']).map(str::trim);
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    if parts.next().is_some() { None } else { Day::new(year, month, day).filter(|_| year > 1_000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_out_of_a_quoted_message() {
        let text = "Bonjour,\r\nvoici :\r\nencours=encours-answer-1\r\ncustomer=C01\r\n> item-1=F-1\r\nanswer-1=Promesse\r\n\
                    day-1=15/10/2026\r\namount-1=500,00\r\nitem-2=F-2\nanswer-2=payé\nanswer-9=perhaps\nitem-9=F-9\n\
                    plan-terms=3\nplan-first=2026-10-31\n\n> encours=encours-answer-1\n> answer-1=\n> customer=C99\n";
        let answer = answer_of_text(text).unwrap();
        assert_eq!(answer.customer, "C01");
        let items: Vec<String> =
            answer.items.iter().map(|one| format!("{} {} {:?}", one.document, one.reply.key(), one.day)).collect();
        assert_eq!(items.len(), 2, "{items:?}");
        assert_eq!((answer.items[0].reply, answer.items[0].amount.as_str()), (Reply::Promise, "500,00"));
        assert_eq!(answer.items[0].day, Day::new(2026, 10, 15));
        assert_eq!(answer.plan, Some((3, Day::new(2026, 10, 31))));
        assert_eq!(answer.unread, ["answer-9=perhaps"]);
    }

    #[test]
    fn what_is_no_answer_is_refused_and_nothing_panics() {
        assert_eq!(answer_of_text("hello"), Err(NoAnswer::NotMarked));
        assert_eq!(answer_of_text("encours=encours-answer-1"), Err(NoAnswer::NoCustomer));
        assert_eq!(answer_of_text(&"x".repeat(LONGEST + 1)), Err(NoAnswer::TooLong));
        let hostile = "encours=encours-answer-1\ncustomer=C01\nitem-1=F-1\nanswer-1=paid\nday-1=99/99/99999999999999\n\
                       item-99999999999999999999=x\nplan-terms=-1\nitem-=\n=\n====\nanswer-0=paid\n";
        let answer = answer_of_text(hostile).unwrap();
        assert_eq!((answer.items.len(), answer.plan), (1, None));
        assert_eq!(answer.unread, ["day-1=99/99/99999999999999", "plan-terms=-1"]);
        let long = format!("encours=encours-answer-1\ncustomer=C01\nmessage={}", "é".repeat(50_000));
        assert_eq!(answer_of_text(&long).unwrap().message.chars().count(), VALUE);
    }
}
