//! Expected receipts as a chart and tables.

use super::chart::{self, Table};
use super::evolution::Chart;
use super::shares::ten_thousandths;
use protocol::{ForecastOfCurrency, ForecastWeek};
use text::Language;
use values::Amount;

/// The weeks: a column for what is expected, a line for "everybody pays on the due date".
pub fn weeks(text: Language, of: &ForecastOfCurrency) -> Chart {
    let money = |amount: Amount| text.amount(amount, of.currency);
    let short = |amount: Amount| text.axis_money(amount, of.currency);
    let expected: Vec<Amount> = of.weeks.iter().map(|week| week.expected).collect();
    let on_due_date: Vec<Amount> = of.weeks.iter().map(|week| week.on_due_date).collect();
    let labels: Vec<String> = of.weeks.iter().map(|week| text.axis_day(week.from)).collect();
    let (total, due): (Amount, Amount) = (expected.iter().copied().sum(), on_due_date.iter().copied().sum());
    let written = |value: i64| short(Amount::from_minor(value));
    let marks = chart::columns_and_line(&labels, &expected, &on_due_date, &written);
    let mut so_far = Amount::ZERO;
    let rows = of.weeks.iter().map(|week| {
        so_far += week.expected;
        vec![span(text, week), money(week.expected), money(so_far), money(week.on_due_date)]
    });
    let title = text.receipts_message(&text.money(total, of.currency), &text.money(due, of.currency));
    Chart {
        title: title.clone(),
        height: chart::HEIGHT,
        marks: if of.weeks.is_empty() { Vec::new() } else { marks },
        legend: vec![
            ("chip-bar".to_owned(), text.forecast_expected().to_owned()),
            ("chip-dash".to_owned(), text.forecast_on_due_date().to_owned()),
        ],
        table: Table {
            caption: title,
            headings: vec![
                text.forecast_week().to_owned(),
                format!("{} {}", text.forecast_expected(), of.currency),
                text.receipts_cumulated().to_owned(),
                text.forecast_on_due_date().to_owned(),
            ],
            figures_from: 1,
            rows: rows.collect(),
        },
    }
}

/// What is open and not dealt out over the weeks; all of it adds up to the open debits.
pub fn apart(text: Language, of: &ForecastOfCurrency) -> Table {
    let money = |amount: Amount| text.amount(amount, of.currency);
    let weeks: Amount = of.weeks.iter().map(|week| week.expected).sum();
    let due: Amount = of.weeks.iter().map(|week| week.on_due_date).sum();
    let rows = [
        (text.receipts_cumulated(), weeks, due),
        (text.forecast_later(), of.later, of.due_later),
        (text.forecast_no_due_date(), of.no_due_date, of.no_due_date),
        (text.forecast_disputed(), of.disputed, of.disputed),
        (text.forecast_not_asked_for(), of.not_asked_for, of.not_asked_for),
        (text.forecast_debits(), of.debits, of.debits),
        (text.forecast_credits(), of.credits, of.credits),
    ];
    Table {
        caption: text.receipts_apart().to_owned(),
        headings: vec![
            String::new(),
            format!("{} {}", text.forecast_expected(), of.currency),
            text.forecast_on_due_date().to_owned(),
        ],
        figures_from: 1,
        rows: rows.map(|(name, expected, due)| vec![name.to_owned(), money(expected), money(due)]).to_vec(),
    }
}

/// The errors of the past, this method beside the other; nothing where no test was possible.
pub fn tested(text: Language, of: &ForecastOfCurrency) -> Option<Table> {
    let percent = |share: f64| ten_thousandths(share).map(|share| text.percent(share)).unwrap_or_default();
    let rows = of.tests.iter().flat_map(|test| {
        let row = |name: &str, week: f64, total: f64| {
            vec![
                format!("{} {}", text.receipts_made_on(), text.day(test.made_on)),
                name.to_owned(),
                percent(week),
                percent(total),
            ]
        };
        [
            row(text.receipts_this_way(), test.weekly_error, test.total_error),
            row(text.forecast_on_due_date(), test.weekly_error_on_due_date, test.total_error_on_due_date),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    (!rows.is_empty()).then(|| Table {
        caption: text.receipts_tests().to_owned(),
        headings: vec![
            text.forecast_week().to_owned(),
            text.receipts_this_way().to_owned(),
            text.receipts_error_week().to_owned(),
            text.receipts_error_total().to_owned(),
        ],
        figures_from: 2,
        rows,
    })
}

fn span(text: Language, week: &ForecastWeek) -> String {
    format!("{} – {}", text.day(week.from), text.day(week.to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::Currency;

    fn forecast(expected: &[i64]) -> ForecastOfCurrency {
        let amount = Amount::from_minor;
        let week = |(place, expected): (i32, &i64)| {
            let from = values::Day::new(2026, 10, 1).unwrap() + values::Days(7 * place);
            let (expected, on_due_date) = (amount(*expected), amount(50));
            ForecastWeek { from, to: from + values::Days(6), expected, on_due_date, received: None }
        };
        ForecastOfCurrency {
            currency: Currency::EUR,
            debits: amount(expected.iter().sum::<i64>() + 7),
            weeks: (0..).zip(expected).map(week).collect(),
            later: amount(7),
            due_later: amount(0),
            no_due_date: amount(0),
            disputed: amount(0),
            not_asked_for: amount(0),
            credits: amount(0),
            payments: 0,
            how: String::new(),
            tests: Vec::new(),
        }
    }

    #[test]
    fn what_is_dealt_out_and_what_is_not_add_up() {
        let of = forecast(&[100, 200]);
        let rows = apart(Language::En, &of).rows;
        assert_eq!(rows[0][1..], ["3.00", "1.00"]);
        assert_eq!(rows[5][1], "3.07");
        let chart = weeks(Language::En, &of);
        assert_eq!(chart.table.rows[1][1..], ["2.00", "3.00", "0.50"]);
        assert!(tested(Language::En, &of).is_none());
        assert!(weeks(Language::En, &forecast(&[])).marks.is_empty());
    }
}
