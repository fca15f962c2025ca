//! The charts of the dashboard, made of the engine's figures: title, words for those who do not see it, marks, table.

use super::chart::{self, Curve, Mark, Table};
use super::shares::ten_thousandths;
use protocol::{Basis, Metrics, SeriesOfCurrency};
use text::Language;
use values::Amount;

/// A chart and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its message; also what is heard in its place.
    pub title: String,
    /// Height of the drawing.
    pub height: i64,
    /// The drawing; empty where there is nothing to draw.
    pub marks: Vec<Mark>,
    /// Classes and names of its layers.
    pub legend: Vec<(String, String)>,
    /// The same figures.
    pub table: Table,
}

/// Names of the ages of debits, in order: not due, the buckets.
fn ages(text: Language, limits: &[u32]) -> Vec<String> {
    let bucket = |rank| {
        let (first, last) = super::limits::bounds(Basis::DueDate, limits, rank);
        text.bucket(first, last)
    };
    std::iter::once(text.part_not_due().to_owned()).chain((0..=limits.len()).map(bucket)).collect()
}

/// The three charts over time: the debits by age, the overdue share, the days of sales outstanding.
pub fn over_time(text: Language, of: &SeriesOfCurrency, limits: &[u32]) -> Vec<Chart> {
    if of.points.is_empty() {
        return Vec::new();
    }
    vec![by_age(text, of, limits), overdue_share(text, of), days_of_sales(text, of)]
}

fn from_to(text: Language, of: &SeriesOfCurrency, name: &str, written: &[Option<String>]) -> String {
    let known: Vec<_> =
        of.points.iter().zip(written).filter_map(|(point, words)| Some((point.day, words.as_ref()?))).collect();
    match (known.first(), known.last()) {
        (Some((first_day, first)), Some((last_day, last))) if known.len() > 1 => {
            text.chart_from_to(name, (first, *first_day), (last, *last_day))
        }
        _ => name.to_owned(),
    }
}

fn by_age(text: Language, of: &SeriesOfCurrency, limits: &[u32]) -> Chart {
    let money = |amount: Amount| text.amount(amount, of.currency);
    let mut names = ages(text, limits);
    names.push(text.part_no_due_date().to_owned());
    let mut classes: Vec<String> = (0..names.len() - 1).map(|age| format!("age-{age}")).collect();
    classes.push("age-none".to_owned());
    let stacks: Vec<Vec<Amount>> = of
        .points
        .iter()
        .map(|point| {
            let mut stack = vec![point.not_due];
            stack.extend(&point.buckets);
            stack.push(point.no_due_date);
            stack
        })
        .collect();
    let labels: Vec<String> = of.points.iter().map(|point| text.axis_month(point.day)).collect();
    let debits = stacks.last().map(|stack| stack.iter().copied().sum::<Amount>()).unwrap_or_default();
    let written = |value: i64| text.axis_money(Amount::from_minor(value), of.currency);
    let used: Vec<bool> = (0..names.len())
        .map(|layer| stacks.iter().any(|stack| stack.get(layer).is_some_and(|part| !part.is_zero())))
        .collect();
    let rows = of
        .points
        .iter()
        .zip(&stacks)
        .map(|(point, stack)| {
            let mut row = vec![text.day(point.day), money(point.outstanding)];
            row.extend(stack.iter().map(|part| money(*part)));
            row.push(money(point.unallocated));
            row
        })
        .collect();
    let mut headings = vec![text.chart_day().to_owned(), text.column_balance(of.currency)];
    headings.extend(names.iter().cloned());
    headings.push(text.part_unallocated().to_owned());
    let totals: Vec<Option<String>> =
        of.points.iter().map(|point| Some(text.money(point.outstanding, of.currency))).collect();
    let title = from_to(text, of, text.tile_outstanding(), &totals);
    Chart {
        marks: chart::columns(&labels, &stacks, &classes, written(debits.minor()), &written),
        height: chart::HEIGHT,
        legend: classes.into_iter().zip(names).zip(used).filter(|(_, used)| *used).map(|(layer, _)| layer).collect(),
        table: Table { caption: title.clone(), headings, figures_from: 1, rows },
        title,
    }
}

fn overdue_share(text: Language, of: &SeriesOfCurrency) -> Chart {
    let values: Vec<Option<i64>> =
        of.points.iter().map(|point| point.overdue_share.and_then(ten_thousandths)).collect();
    let written: Vec<Option<String>> = values.iter().map(|value| value.map(|share| text.percent(share))).collect();
    let title = from_to(text, of, text.figure_named("overdueShare"), &written);
    let rows = of
        .points
        .iter()
        .zip(&written)
        .map(|(point, share)| {
            vec![text.day(point.day), text.amount(point.overdue, of.currency), share.clone().unwrap_or_default()]
        })
        .collect();
    let most = chart::round_up(values.iter().flatten().copied().max().unwrap_or(0)).clamp(1_000, 10_000);
    let end = written.last().cloned().flatten().unwrap_or_default();
    let labels: Vec<String> = of.points.iter().map(|point| text.axis_month(point.day)).collect();
    Chart {
        marks: chart::lines(&labels, &[Curve { values, end, class: "chart-line" }], most, &|share| text.percent(share)),
        height: chart::HEIGHT,
        legend: Vec::new(),
        table: Table {
            caption: title.clone(),
            headings: vec![
                text.chart_day().to_owned(),
                text.tile_overdue().to_owned(),
                text.figure_named("overdueShare").to_owned(),
            ],
            figures_from: 1,
            rows,
        },
        title,
    }
}

fn days_of_sales(text: Language, of: &SeriesOfCurrency) -> Chart {
    let simple: Vec<Option<i64>> = of.points.iter().map(|point| point.dso.and_then(ten_thousandths)).collect();
    let counted: Vec<Option<i64>> =
        of.points.iter().map(|point| point.dso_count_back.and_then(ten_thousandths)).collect();
    let days = |value: &Option<i64>| value.map(|days| text.days_tenths(days));
    let written: Vec<Option<String>> = simple.iter().map(days).collect();
    let title = from_to(text, of, text.tile_dso(), &written);
    let rows = of
        .points
        .iter()
        .zip(simple.iter().zip(&counted))
        .map(|(point, (simple, counted))| {
            let cell = |value: &Option<i64>| value.map(|days| text.tenths(days)).unwrap_or_default();
            vec![text.day(point.day), cell(simple), cell(counted)]
        })
        .collect();
    let most = chart::round_up(simple.iter().chain(&counted).flatten().copied().max().unwrap_or(0)).max(100_000);
    let named = |name: &str, values: &[Option<i64>]| {
        let end = values.iter().rev().find_map(|value| *value).map(|days| text.days_tenths(days));
        format!("{name} {}", end.unwrap_or_default())
    };
    let nothing = simple.iter().chain(&counted).all(Option::is_none);
    let labels: Vec<String> = of.points.iter().map(|point| text.axis_month(point.day)).collect();
    let curves = [
        Curve { end: named(text.tile_dso(), &simple), values: simple, class: "chart-line" },
        Curve { end: named(text.chart_dso_count_back(), &counted), values: counted, class: "chart-dash" },
    ];
    let marks = chart::lines(&labels, &curves, most, &|days| text.number(days / 10_000));
    Chart {
        marks: if nothing { Vec::new() } else { marks },
        height: chart::HEIGHT,
        legend: Vec::new(),
        table: Table {
            caption: title.clone(),
            headings: vec![
                text.chart_day().to_owned(),
                text.tile_dso().to_owned(),
                text.chart_dso_count_back().to_owned(),
            ],
            figures_from: 1,
            rows,
        },
        title,
    }
}

/// What of each age stood in the next one a month later.
pub fn roll_rates(text: Language, of: &SeriesOfCurrency, limits: &[u32]) -> Chart {
    let names = ages(text, limits);
    let money = |amount: Amount| text.amount(amount, of.currency);
    let rate = |rate: Option<f64>| rate.and_then(ten_thousandths);
    let bars: Vec<(String, i64, String)> = of
        .migration
        .iter()
        .zip(names.windows(2))
        .filter_map(|(row, pair)| {
            let [from, to] = pair else { return None };
            let share = rate(row.roll_rate)?;
            Some((text.chart_rolls(from, to), share, text.percent(share)))
        })
        .collect();
    let rows = of
        .migration
        .iter()
        .zip(&names)
        .map(|(row, name)| {
            let mut cells = vec![name.clone(), money(row.whole)];
            cells.extend(row.to.iter().map(|part| money(*part)));
            cells.push(money(row.cleared));
            cells.push(rate(row.roll_rate).map(|share| text.percent(share)).unwrap_or_default());
            cells
        })
        .collect();
    let mut headings = vec![text.title_structure().to_owned(), text.chart_whole().to_owned()];
    headings.extend(names.iter().map(|name| format!("→ {name}")));
    headings.extend([text.chart_cleared().to_owned(), text.chart_roll_rate().to_owned()]);
    let title = text.title_roll_rates().to_owned();
    Chart {
        marks: chart::rows(&bars),
        height: chart::ROW * i64::try_from(bars.len()).unwrap_or(0),
        legend: Vec::new(),
        table: Table { caption: title.clone(), headings, figures_from: 1, rows },
        title,
    }
}

/// The largest customers, and how many of them make four fifths.
pub fn concentration(text: Language, metrics: &Metrics) -> Chart {
    let of = &metrics.concentration;
    let share = |share: f64| ten_thousandths(share).unwrap_or(0);
    let shares: Vec<i64> = of.top.iter().map(|top| share(top.share)).collect();
    let cumulative: Vec<i64> = of.top.iter().map(|top| share(top.cumulative)).collect();
    let whole: Amount = of.classes.iter().map(|class| class.balance).sum();
    let first = of.classes.first().filter(|class| !class.balance.is_zero());
    let title = match first {
        Some(first) => {
            let parts = [first.balance, whole - first.balance];
            let share = super::shares::shares(&parts).first().copied().unwrap_or(0);
            text.chart_concentration(first.customers, &text.percent(share))
        }
        None => text.figure_named("concentration.hhi").to_owned(),
    };
    let mut rows: Vec<Vec<String>> = of
        .top
        .iter()
        .zip(1..)
        .map(|(top, rank)| {
            vec![
                format!("{rank}. {}", top.name),
                text.amount(top.balance, metrics.currency),
                text.percent(share(top.share)),
                text.percent(share(top.cumulative)),
                top.class.clone(),
            ]
        })
        .collect();
    rows.extend(of.classes.iter().map(|class| {
        let customers = text.count_customers(class.customers);
        let name = format!("{} ({customers})", text.class_named(&class.class));
        let blank = String::new;
        vec![name, text.amount(class.balance, metrics.currency), blank(), blank(), class.class.clone()]
    }));
    let mut headings = vec![text.column_customer().to_owned(), text.column_balance(metrics.currency)];
    headings.extend([text.chart_share(), text.chart_cumulative(), text.chart_class()].map(str::to_owned));
    Chart {
        marks: chart::pareto(&shares, &cumulative, text.percent(8_000), &|share| text.percent(share)),
        height: chart::HEIGHT,
        legend: Vec::new(),
        table: Table { caption: title.clone(), headings, figures_from: 1, rows },
        title,
    }
}

/// The other key figures, each with its computation.
pub fn other_figures(text: Language, metrics: &Metrics) -> Table {
    let days = |value: Option<f64>| value.and_then(ten_thousandths).map(|days| text.days_tenths(days));
    let share = |value: Option<f64>| value.and_then(ten_thousandths).map(|share| text.percent(share));
    let value = |figure: &str| match figure {
        "overdueShare" => share(Some(metrics.overdue_share)),
        "overdueAge" => days(metrics.overdue_age),
        "daysLate" => days(metrics.days_late.weighted),
        "daysToPay" => days(metrics.days_to_pay.weighted),
        "concentration.hhi" => metrics.concentration.hhi.and_then(ten_thousandths).map(|hhi| text.tenths(hhi)),
        "dso.simple" => days(metrics.dso.simple),
        "dso.countBack" => days(metrics.dso.count_back),
        "dso.salesWeighted" => days(metrics.dso.sales_weighted),
        "dso.bestPossible" => days(metrics.dso.best_possible),
        "dso.averageDaysDelinquent" => days(metrics.dso.average_days_delinquent),
        _ => share(metrics.collection_effectiveness),
    };
    let row = |one: &protocol::Explanation| {
        vec![
            text.figure_named(&one.figure).to_owned(),
            value(&one.figure).unwrap_or_else(|| text.tile_unavailable().to_owned()),
            one.text.clone(),
        ]
    };
    Table {
        caption: text.title_other_figures().to_owned(),
        headings: [text.column_figure(), text.column_value(), text.column_how()].map(str::to_owned).to_vec(),
        figures_from: 3,
        rows: metrics.explanations.iter().map(row).collect(),
    }
}

/// Open items by size.
pub fn strata(text: Language, metrics: &Metrics) -> Table {
    let row = |one: &protocol::Stratum| {
        vec![
            text.money(one.from, metrics.currency),
            text.number(one.count.into()),
            text.amount(one.amount, metrics.currency),
        ]
    };
    let headings = [text.column_from_amount(), text.column_count()].map(str::to_owned);
    Table {
        caption: text.title_strata().to_owned(),
        headings: headings.into_iter().chain([text.column_residual_in(metrics.currency)]).collect(),
        figures_from: 1,
        rows: metrics.strata.iter().map(row).collect(),
    }
}

/// Payments by punctuality.
pub fn punctuality(text: Language, metrics: &Metrics) -> Table {
    let name = |code: &str| match code {
        "on-time" => text.punctuality_on_time(),
        "late" => text.punctuality_late(),
        _ => text.punctuality_very_late(),
    };
    let row = |one: &protocol::PunctualityBand| {
        let share = ten_thousandths(one.percent).map(|percent| text.percent(percent / 100)).unwrap_or_default();
        vec![
            name(&one.code).to_owned(),
            text.number(one.count.into()),
            text.amount(one.amount, metrics.currency),
            share,
        ]
    };
    let headings = [text.column_figure(), text.column_count(), text.column_amount(), text.chart_share()];
    Table {
        caption: text.title_punctuality().to_owned(),
        headings: headings.map(str::to_owned).to_vec(),
        figures_from: 1,
        rows: metrics.punctuality.iter().filter(|one| one.count > 0).map(row).collect(),
    }
}
