//! The key figures, and what the words of a report mean.

use crate::table::{Cell, Column, Table};
use protocol::Metrics;
use text::Language;
use values::Amount;

/// The key figures, currency after currency.
pub(crate) fn figures<'a>(language: Language, metrics: &'a [Metrics]) -> Table<'a> {
    let rows: Vec<Vec<Cell<'a>>> = metrics.iter().flat_map(|one| figures_of(language, one)).collect();
    Table {
        columns: vec![
            Column::plain(language.report_currency()),
            Column::plain(language.report_figure()),
            Column::plain(language.report_value()),
            Column::prose(language.report_computation()),
        ],
        currency: None,
        length: rows.len(),
        rows: Box::new(rows.into_iter()),
    }
}

fn figures_of<'a>(language: Language, one: &'a Metrics) -> Vec<Vec<Cell<'a>>> {
    let amount = |amount: Amount| Cell::Amount(amount, one.currency);
    let count = |count: u32| Cell::Count(i64::from(count));
    let days = |days: Option<f64>| days.map_or(Cell::Empty, Cell::Decimal);
    let figures = [
        (language.figure_outstanding(), amount(one.outstanding)),
        (language.figure_overdue(), amount(one.overdue)),
        (language.figure_overdue_share(), Cell::Share(one.overdue_share)),
        (language.figure_not_due(), amount(one.not_due)),
        (language.figure_over90(), amount(one.over90)),
        (language.figure_disputed(), amount(one.disputed)),
        (language.figure_credits(), amount(one.credits)),
        (language.figure_items(), count(one.items)),
        (language.figure_overdue_items(), count(one.overdue_items)),
        (language.figure_customers(), count(one.customers)),
        (language.figure_overdue_customers(), count(one.overdue_customers)),
        (language.figure_sales(), one.sales.map_or(Cell::Empty, amount)),
        (language.figure_sales_days(), count(one.days)),
        (language.figure_dso(), days(one.dso.simple)),
        (language.figure_dso_count_back(), days(one.dso.count_back)),
        (language.figure_dso_best(), days(one.dso.best_possible)),
        (language.figure_average_days_delinquent(), days(one.dso.average_days_delinquent)),
        (language.figure_days_late(), days(one.days_late.weighted)),
        (language.figure_days_to_pay(), days(one.days_to_pay.weighted)),
        (language.figure_hhi(), days(one.concentration.hhi)),
    ];
    // What a figure is explained under, in the contract.
    let explained = |label: &str| {
        let keys = [
            (language.figure_overdue_share(), "overdueShare"),
            (language.figure_dso(), "dso.simple"),
            (language.figure_dso_count_back(), "dso.countBack"),
            (language.figure_dso_best(), "dso.bestPossible"),
            (language.figure_average_days_delinquent(), "dso.averageDaysDelinquent"),
            (language.figure_days_late(), "daysLate"),
            (language.figure_days_to_pay(), "daysToPay"),
            (language.figure_hhi(), "concentration.hhi"),
        ];
        let (_, key) = keys.into_iter().find(|(name, _)| *name == label)?;
        one.explanations.iter().find(|said| said.figure == key).map(|said| said.text.as_str())
    };
    let row = |(label, value)| {
        vec![
            Cell::text(one.currency.code().to_owned()),
            Cell::text(label),
            value,
            Cell::optional_text(explained(label)),
        ]
    };
    figures.map(row).into()
}

/// The glossary.
pub(crate) fn glossary<'a>(language: Language) -> Table<'a> {
    let entries = language.report_glossary();
    Table {
        columns: vec![Column::plain(language.report_term()), Column::prose(language.report_definition())],
        currency: None,
        length: entries.len(),
        rows: Box::new(entries.into_iter().map(|(term, meaning)| vec![Cell::text(term), Cell::text(meaning)])),
    }
}
