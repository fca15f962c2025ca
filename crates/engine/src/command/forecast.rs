//! Expected receipts as people read them: the weeks, what is set apart, then the tests on the past.

use super::columns::table;
use super::people::{left, right};
use protocol::{Forecast, ForecastOfCurrency, ForecastTest, ForecastWeek};
use text::Language;
use values::{Amount, Currency};

/// One block per currency.
pub fn text(forecast: &Forecast, language: Language) -> String {
    forecast.currencies.iter().map(|of| currency(of, language)).collect::<Vec<_>>().join("\n")
}

fn currency(of: &ForecastOfCurrency, language: Language) -> String {
    let headings = [
        left(language.forecast_week()),
        right(&format!("{} {}", language.forecast_expected(), of.currency)),
        right(language.forecast_on_due_date()),
    ];
    let amount = |amount: Amount| language.amount(amount, of.currency);
    let row = |week: &ForecastWeek| vec![span(week, language), amount(week.expected), amount(week.on_due_date)];
    let mut rows: Vec<Vec<String>> = of.weeks.iter().map(row).collect();
    for (name, expected, on_due_date) in [
        (language.forecast_later(), of.later, of.due_later),
        (language.forecast_no_due_date(), of.no_due_date, of.no_due_date),
        (language.forecast_disputed(), of.disputed, of.disputed),
        (language.forecast_not_asked_for(), of.not_asked_for, of.not_asked_for),
        (language.forecast_debits(), of.debits, of.debits),
        (language.forecast_credits(), of.credits, of.credits),
    ] {
        rows.push(vec![name.to_owned(), amount(expected), amount(on_due_date)]);
    }
    let mut text = table(&headings, &rows) + &of.how + "\n";
    for test in &of.tests {
        text.push_str(&tested(test, of.currency, language));
    }
    if of.tests.is_empty() {
        text.push_str(&format!("{}\n", language.forecast_no_test()));
    }
    text
}

fn tested(test: &ForecastTest, currency: Currency, language: Language) -> String {
    let headings = [
        left(language.forecast_week()),
        right(&format!("{} {currency}", language.forecast_expected())),
        right(language.forecast_on_due_date()),
        right(language.forecast_received()),
    ];
    let amount = |amount: Amount| language.amount(amount, currency);
    let row = |week: &ForecastWeek| {
        let received = amount(week.received.unwrap_or_default());
        vec![span(week, language), amount(week.expected), amount(week.on_due_date), received]
    };
    let rows: Vec<Vec<String>> = test.weeks.iter().map(row).collect();
    format!("\n{}\n{}", test.text, table(&headings, &rows))
}

fn span(week: &ForecastWeek, language: Language) -> String {
    format!("{} – {}", language.day(week.from), language.day(week.to))
}
