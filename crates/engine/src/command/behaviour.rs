//! How customers pay, as people read it: one line each, then what deserves a look with its rows.

use super::columns::table;
use super::people::{left, right, ten_thousandths};
use protocol::{Behaviour, BehaviourOfCurrency, CustomerBehaviour, PaidDocument, PayDay};
use text::Language;
use values::Currency;

/// One block per currency.
pub fn text(behaviour: &Behaviour, language: Language) -> String {
    behaviour.currencies.iter().map(|of| currency(of, language)).collect::<Vec<_>>().join("\n")
}

fn currency(of: &BehaviourOfCurrency, language: Language) -> String {
    if of.customers == 0 {
        return format!("{}\n", language.labelled(of.currency.code(), language.behaviour_none()));
    }
    let headings = [
        left(language.cli_customer()),
        left(language.cli_name()),
        right(language.behaviour_pay_days()),
        left(language.behaviour_last_paid()),
        right(language.behaviour_days_late()),
        right(language.behaviour_days_late_p90()),
        right(language.behaviour_days_to_pay()),
        left(language.behaviour_lengthening()),
        left(language.behaviour_usual_day()),
        left(language.behaviour_usual_weekday()),
    ];
    let rows: Vec<Vec<String>> = of.rows.iter().map(|row| line(row, language)).collect();
    let mut text = format!("{}\n\n", language.labelled(of.currency.code(), &of.how)) + &table(&headings, &rows);
    for row in of.rows.iter().filter(|row| !row.lengthening.evidence.is_empty() || row.silence.is_some()) {
        text.push_str(&noticed(row, of.currency, language));
    }
    text
}

fn line(row: &CustomerBehaviour, language: Language) -> Vec<String> {
    let days = |days: Option<f64>| days.map(|days| language.short_tenths(ten_thousandths(days))).unwrap_or_default();
    let usual = |usual: &Option<protocol::UsualDay>| usual.as_ref().map(|usual| usual.text.clone()).unwrap_or_default();
    vec![
        row.customer.clone(),
        row.name.clone(),
        language.number(row.pay_days.into()),
        language.day(row.last_paid),
        days(row.days_late.median),
        days(row.days_late.p90),
        days(row.days_to_pay.median),
        language.lengthening_word(&row.lengthening.verdict).to_owned(),
        usual(&row.usual_day_of_month),
        usual(&row.usual_weekday),
    ]
}

fn noticed(row: &CustomerBehaviour, currency: Currency, language: Language) -> String {
    let who = if row.name == row.customer { row.customer.clone() } else { format!("{} {}", row.customer, row.name) };
    let mut text = format!("\n{who}\n");
    if !row.lengthening.evidence.is_empty() {
        let verdict = language.lengthening_name(&row.lengthening.verdict);
        text.push_str(&format!("  [{verdict}] {}\n  {}\n", row.lengthening.text, row.lengthening.how));
        text.push_str(&evidence(&row.lengthening.evidence, currency, language));
    }
    if let Some(silence) = &row.silence {
        text.push_str(&format!("  {}\n", silence.text));
        text.push_str(&documents(&silence.documents, currency, language));
    }
    text
}

fn evidence(days: &[PayDay], currency: Currency, language: Language) -> String {
    let headings = [
        left(language.behaviour_before_or_recent()),
        left(language.behaviour_paid_on()),
        right(language.cli_days_late()),
        right(&format!("{} {currency}", language.cli_amount())),
        left(language.cli_document()),
    ];
    let row = |day: &PayDay| {
        let documents: Vec<&str> = day.documents.iter().map(|document| document.document.as_str()).collect();
        let period = if day.recent { language.behaviour_recent() } else { language.behaviour_before() };
        let paid = day.paid_day.map_or_else(|| language.behaviour_not_paid().to_owned(), |paid| language.day(paid));
        vec![
            period.to_owned(),
            paid,
            language.number(day.days_late.into()),
            language.amount(day.amount, currency),
            documents.join(", "),
        ]
    };
    indented(&table(&headings, &days.iter().map(row).collect::<Vec<_>>()))
}

fn documents(documents: &[PaidDocument], currency: Currency, language: Language) -> String {
    let headings = [
        left(language.cli_document()),
        left(language.cli_due_day()),
        right(language.cli_days_late()),
        right(&format!("{} {currency}", language.cli_residual())),
        right(language.cli_row()),
    ];
    let row = |document: &PaidDocument| {
        vec![
            document.document.clone(),
            language.day(document.due_day),
            language.number(document.days_late.into()),
            language.amount(document.amount, currency),
            document.source.row.to_string(),
        ]
    };
    indented(&table(&headings, &documents.iter().map(row).collect::<Vec<_>>()))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}
