//! The values a template may use, each already printed: a template chooses and places, it computes nothing.

use crate::draft::Setting;
use crate::statement::{self, Statement};
use dunning::Action;
use ledger::EntryKind;
use serde::Serialize;
use text::Language;
use values::{Amount, Currency, Day, Days};

/// Days a proposal stays open, and days left before a formal notice: eight is usual (domain.md 1.9), no law fixes it.
const ANSWER_WITHIN: Days = Days(8);
const INSTALMENTS: u32 = 3;

/// Every placeholder of the templates. Empty text is absent and may be tested with `if`.
#[derive(Serialize)]
pub(crate) struct Context<'a> {
    /// Name of the customer.
    customer: &'a str,
    /// Name and identifier of the customer.
    account: String,
    customer_phone: &'a str,
    customer_email: &'a str,
    company: &'a str,
    /// Who signs.
    sender: &'a str,
    phone: &'a str,
    email: &'a str,
    iban: &'a str,
    /// Name of the step.
    step: &'a str,
    /// The day of the contact.
    action_day: String,
    /// The day the account was looked at.
    as_of: String,
    /// The day an answer is expected.
    deadline: String,
    /// One invoice with a number, and nothing else: `document`, `due_day` and `amount` are its own.
    single: bool,
    document: String,
    due_day: String,
    amount: String,
    /// How many items, past due if any is.
    headline: String,
    /// Days late of the oldest overdue item.
    oldest: String,
    overdue: &'a str,
    soon: &'a str,
    totals: &'a str,
    total: String,
    instalments: String,
}

/// The customer's own data, cleaned.
pub(crate) struct Recipient {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
}

impl<'a> Context<'a> {
    /// The values for one action.
    pub(crate) fn new(
        setting: &Setting<'a>,
        recipient: &'a Recipient,
        action: &Action,
        statement: &'a Statement,
    ) -> Context<'a> {
        let Setting { language, as_of, policy, ledger, sender } = *setting;
        let currency = ledger.currency();
        let deadline = action.deadline.unwrap_or(action.day + ANSWER_WITHIN);
        let late: Vec<i32> = action.items.iter().map(|item| item.days_late.0).filter(|days| *days > 0).collect();
        let headline = match late.len() {
            0 => language.letter_soon_count(action.items.len()),
            overdue => language.letter_overdue_count(overdue),
        };
        let first = action.items.first();
        let numbered = |item: &&dunning::ActionItem| {
            item.item.kind == EntryKind::Invoice && !ledger.document(item.item.entry).trim().is_empty()
        };
        let [french, english] = &policy.step(action).name;
        Context {
            customer: &recipient.name,
            account: account(recipient),
            customer_phone: &recipient.phone,
            customer_email: &recipient.email,
            company: &sender.company,
            sender: &sender.name,
            phone: &sender.phone,
            email: sender.mailbox.as_ref().map_or("", |mailbox| mailbox.address.as_str()),
            iban: &sender.iban,
            step: language.pick(french, english),
            action_day: language.long_day(action.day),
            as_of: language.long_day(as_of.day()),
            deadline: language.long_day(deadline),
            single: action.items.len() == 1 && first.filter(numbered).is_some(),
            document: first.map(|item| statement::document_name(language, ledger, item).0).unwrap_or_default(),
            due_day: first.map(|item| language.long_day(item.due_day)).unwrap_or_default(),
            amount: first.map(|item| language.money(item.asked, currency)).unwrap_or_default(),
            headline,
            oldest: late.iter().max().map(|days| language.letter_days(*days)).unwrap_or_default(),
            overdue: &statement.overdue,
            soon: &statement.soon,
            totals: &statement.totals,
            total: language.money(action.amount, currency),
            instalments: instalment_lines(language, currency, action.amount, deadline),
        }
    }
}

fn account(recipient: &Recipient) -> String {
    if recipient.id == recipient.name {
        recipient.name.clone()
    } else {
        format!("{} ({})", recipient.name, recipient.id)
    }
}

/// The total in equal parts, the cents that remain on the first.
fn instalments(total: Amount) -> Vec<Amount> {
    let parts = i64::from(INSTALMENTS);
    let part = total.minor() / parts;
    let first = total.minor() - part * (parts - 1);
    (0..parts).map(|position| Amount::from_minor(if position == 0 { first } else { part })).collect()
}

/// One line per instalment, a month apart, the first on the day an answer is expected.
fn instalment_lines(language: Language, currency: Currency, total: Amount, first_day: Day) -> String {
    let rows: Vec<[String; 3]> = instalments(total)
        .into_iter()
        .zip(0_u32..)
        .map(|(amount, months)| {
            let day = language.long_day(first_day.plus_months(months));
            [language.letter_instalment(months as usize + 1), day, language.money(amount, currency)]
        })
        .collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let (label, day, amount) = (width(0), width(1), width(2));
    let lines = rows.iter().map(|[a, b, c]| format!("  {a:label$}  {b:day$}  {c:>amount$}"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instalments_add_up_to_the_cent() {
        for minor in [0, 1, 2, 3, 100, 123_456, 999_999_999_999] {
            let total = Amount::from_minor(minor);
            let parts = instalments(total);
            assert_eq!(parts.len(), 3);
            assert_eq!(parts.iter().copied().sum::<Amount>(), total);
        }
        assert_eq!(instalments(Amount::from_minor(100)).iter().map(|a| a.minor()).collect::<Vec<_>>(), [34, 33, 33]);
    }
}
