//! The call list as people read it in a terminal.

use super::columns::table;
use super::people::{left, right};
use protocol::{AnswerView, CallDay, CallList, CallRow, Channel, JournalFigures, JournalStep, NumberToComplete};
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

/// What the contacts came to.
pub fn journal(of: &[JournalFigures], language: Language) -> String {
    let headings = [
        left(language.journal_step()),
        left(language.journal_means()),
        right(language.journal_contacts()),
        right(language.journal_reached()),
        right(language.journal_promises()),
        right(language.journal_kept()),
        right(language.journal_broken()),
        right(language.journal_paid()),
        left(language.cli_currency()),
    ];
    let row = |figures: &JournalFigures, one: &JournalStep| {
        let step = if one.step.is_empty() { language.journal_outside().to_owned() } else { one.step.clone() };
        let counts = [one.contacts, one.reached, one.promises, one.kept, one.broken];
        let mut cells = vec![step, language.by_means(means(one.channel)).to_owned()];
        cells.extend(counts.map(|count| language.number(count.into())));
        cells.extend([language.amount(one.paid, figures.currency), figures.currency.to_string()]);
        cells
    };
    let rows: Vec<Vec<String>> =
        of.iter().flat_map(|figures| figures.steps.iter().map(move |one| row(figures, one))).collect();
    table(&headings, &rows)
}

fn means(channel: Channel) -> &'static str {
    drafts::channel_key(channel)
}

/// What customers answered: each proposal with its number.
pub fn answers(of: &[AnswerView], language: Language) -> String {
    let mut text = String::new();
    let mut number = 0;
    for view in of {
        let who = [view.name.as_str(), &view.author].into_iter().filter(|part| !part.is_empty());
        text += &format!("{}\n", who.collect::<Vec<_>>().join(" · "));
        for proposal in &view.proposals {
            number += 1;
            let refused = proposal.refused.iter().map(|why| format!(" ({why})")).collect::<String>();
            text += &format!("  {number}. {}{refused}\n", proposal.text);
        }
        view.remarks.iter().for_each(|remark| text += &format!("  - {remark}\n"));
    }
    if text.is_empty() { format!("{}\n", language.answers_nothing()) } else { text }
}
