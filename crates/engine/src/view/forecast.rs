//! Expected receipts as the contract shows them.

use crate::view::metrics::number;
use analysis::receipts::{BackTest, Forecast, WeekTested};
use ledger::{Ledger, OpenItems};
use protocol::{ForecastOfCurrency, ForecastTest, ForecastWeek};
use text::Language;
use text::behaviour::{Expected, Tested};
use values::{Amount, AsOf, Currency, Days, Ratio};

/// One ledger's forecast, with its tests on the past.
pub fn currency(
    ledger: &Ledger,
    open: &OpenItems,
    forecast: &Forecast,
    tests: &[BackTest],
    language: Language,
) -> ForecastOfCurrency {
    let debits = open.items.iter().map(|item| item.residual.debit_part()).sum();
    let expected = forecast.weeks.iter().zip(&forecast.on_due_date);
    let weeks = (0..).zip(expected).map(|(number, (expected, on_due_date))| ForecastWeek {
        expected: *expected,
        on_due_date: *on_due_date,
        ..week(open.as_of, number)
    });
    let how = language.forecast_how(Expected {
        weeks: forecast.weeks.iter().copied().sum(),
        later: forecast.later + forecast.no_due_date,
        apart: forecast.disputed + forecast.not_asked_for,
        debits,
        payments: forecast.payments,
        currency: ledger.currency(),
    });
    ForecastOfCurrency {
        currency: ledger.currency(),
        debits,
        weeks: weeks.collect(),
        later: forecast.later,
        due_later: forecast.due_later,
        no_due_date: forecast.no_due_date,
        disputed: forecast.disputed,
        not_asked_for: forecast.not_asked_for,
        credits: forecast.credits,
        payments: forecast.payments,
        how,
        tests: tests.iter().map(|test| tested(test, ledger.currency(), language)).collect(),
    }
}

/// The n-th week after a day, nothing in it yet.
fn week(as_of: AsOf, number: i32) -> ForecastWeek {
    let from = as_of.day() + Days(1 + 7 * number);
    ForecastWeek { from, to: from + Days(6), expected: Amount::ZERO, on_due_date: Amount::ZERO, received: None }
}

fn tested(test: &BackTest, currency: Currency, language: Language) -> ForecastTest {
    let (expected, due) = (|week: &WeekTested| week.expected, |week: &WeekTested| week.on_due_date);
    let weekly = (test.weekly_error(expected), test.weekly_error(due));
    let total = (test.total_error(expected), test.total_error(due));
    let scaled = |error: Option<Ratio>| error.map_or(0, |error| error.scaled(4));
    let number = |error: Option<Ratio>| error.map_or(0.0, number);
    let weeks = (0..).zip(&test.weeks).map(|(number, of)| ForecastWeek {
        expected: of.expected,
        on_due_date: of.on_due_date,
        received: Some(of.received),
        ..week(test.made_on, number)
    });
    ForecastTest {
        made_on: test.made_on.day(),
        weeks: weeks.collect(),
        received: test.received(),
        weekly_error: number(weekly.0),
        weekly_error_on_due_date: number(weekly.1),
        total_error: number(total.0),
        total_error_on_due_date: number(total.1),
        text: language.forecast_tested(Tested {
            made_on: test.made_on.day(),
            received: test.received(),
            currency,
            weekly: scaled(weekly.0),
            weekly_due: scaled(weekly.1),
            total: scaled(total.0),
            total_due: scaled(total.1),
        }),
    }
}
