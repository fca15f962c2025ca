//! The call list as people read it in a terminal.

use super::columns::table;
use super::people::{left, right};
use protocol::{CallDay, CallList, CallRow, NumberToComplete};
use text::Language;

/// Day by day, then the numbers to complete.
pub fn text(of: &CallList, language: Language) -> String {
    let mut text: String = of.days.iter().map(|day| of_day(day, language)).collect::<Vec<_>>().join("\n");
    if of.days.is_empty() {
        text = format!("{}\n", language.calls_none());
    }
    if !of.to_complete.is_empty() {
        text += &to_complete(&of.to_complete, language);
    }
    text
}

fn of_day(of: &CallDay, language: Language) -> String {
    let headings = [
        right(language.call_score()),
        left(language.cli_customer()),
        left(language.cli_name()),
        left(language.call_phone()),
        right(language.cli_amount()),
        left(language.cli_currency()),
        right(language.cli_days_late()),
        left(language.call_why()),
        left(language.call_last()),
    ];
    let row = |call: &CallRow| {
        let moved = call.moved.iter().map(|moved| format!(" ({moved})")).collect::<String>();
        vec![
            call.priority.clone(),
            call.customer.clone(),
            call.name.clone(),
            call.phone.clone(),
            language.amount(call.amount, call.currency),
            call.currency.to_string(),
            language.number(call.oldest_days.into()),
            call.reason.clone() + &moved,
            call.last.clone().unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = of.calls.iter().map(row).collect();
    let sent_on = of.sent_on.iter().map(|sent_on| format!("{sent_on}\n")).collect::<String>();
    format!("{}\n{}{sent_on}", of.text, table(&headings, &rows))
}

fn to_complete(of: &[NumberToComplete], language: Language) -> String {
    let headings = [
        left(language.cli_customer()),
        left(language.cli_name()),
        left(language.call_phone()),
        left(language.call_owner()),
        right(language.cli_amount()),
        left(language.cli_currency()),
        left(language.call_why()),
    ];
    let row = |one: &NumberToComplete| {
        let amount = language.amount(one.amount, one.currency);
        let texts = [&one.customer, &one.name, &one.phone, &one.owner, &amount, one.currency.code(), &one.text];
        texts.map(str::to_owned).to_vec()
    };
    format!("\n{}\n{}", language.calls_to_complete(), table(&headings, &of.iter().map(row).collect::<Vec<_>>()))
}
