//! The workbook: one sheet per view, typed cells, filters, totals as formulas with their result. A cell made of data
//! is a text, a number or a date; the only formulas are the totals written here.
//!
//! Every sheet is read twice: once to measure it, because its column widths stand before its rows, once to write it,
//! row by row, into the compressed file. No row is kept.

mod cell;
mod chart;
mod framed;
mod measure;
mod package;
mod sheet;
mod styles;
mod tint;
mod totals;

use crate::listing::Listing;
use crate::table::Table;
use crate::{CustomerSheets, ExportError, Report, controls, labels, tables};
use chart::{Bars, Chart};
use measure::{Extent, measure};
use package::About;
use protocol::{AgedCurrency, LatePaymentsOfCurrency, OpenItem};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use text::Language;
use values::{Arrange, Day, Gather};

/// Sheets of customers at most: more than anybody leafs through, and programs grow slow.
const CUSTOMERS_MAX: usize = 200;

/// A sheet: its name and what stands on it, from top to bottom.
struct Sheet<'a> {
    name: String,
    blocks: Vec<Block<'a>>,
}

impl<'a> Sheet<'a> {
    fn new(name: String, blocks: Vec<Block<'a>>) -> Sheet<'a> {
        Sheet { name, blocks }
    }

    /// Its charts, each with the table that follows it.
    fn charts(&self) -> impl Iterator<Item = (&Chart, &Rows<'a>)> {
        let charts = self.blocks.iter().filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            Block::Title(_) | Block::Note(_) | Block::Blank | Block::Table(_) | Block::Listing(_) => None,
        });
        let tables = self.blocks.iter().filter_map(|block| match block {
            Block::Table(make) => Some(make),
            Block::Title(_) | Block::Note(_) | Block::Blank | Block::Chart(_) | Block::Listing(_) => None,
        });
        charts.zip(tables)
    }
}

/// A part of a sheet over its whole width.
enum Block<'a> {
    Title(String),
    Note(String),
    Blank,
    /// A chart, drawn from the next table. A sheet has as many charts as tables, or none.
    Chart(Chart),
    /// A table among others: headings and rows.
    Table(Rows<'a>),
    /// The table a sheet is for: its headings stay in view and on every printed page, its rows can be filtered, its
    /// totals follow. One at most, and last.
    Listing(Rows<'a>),
}

/// Makes a table, the same one each time.
type Rows<'a> = Box<dyn Fn() -> Table<'a> + 'a>;

/// The workbook of a report.
pub fn workbook(report: &Report<'_>) -> Result<Vec<u8>, ExportError> {
    let language = report.language;
    let controls = controls::of(report);
    let currencies = || report.aged.currencies.iter();
    let mut sheets: Vec<Sheet<'_>> = currencies().map(|one| aged_sheet(report, one)).collect();
    sheets.extend(currencies().filter(|one| one.groups.is_some()).map(|one| groups_sheet(report, one)));
    sheets.extend(currencies().map(|one| charts_sheet(report, one)));
    let [items, findings, plan, left_alone, figures, set_aside] = listing_sheets(report);
    sheets.extend([items, findings]);
    sheets.extend(report.late_payments.currencies.iter().map(|one| late_payments_sheet(report, one)));
    sheets.extend([plan, left_alone, figures, controls_sheet(report, &controls), set_aside, import_sheet(report)]);
    let measured = |sheet: &Sheet<'_>| measure(language, sheet);
    let mut extents = sheets.iter().map(measured).collect::<Result<Vec<Extent>, ExportError>>()?;
    let customers = customer_sheets(report);
    let definitions = definitions_sheet(report, extents.iter().map(|extent| extent.removed).sum(), customers.len());
    for sheet in std::iter::once(definitions).chain(customers) {
        extents.push(measured(&sheet)?);
        sheets.push(sheet);
    }
    let title = language.report_titled(language.report_title(), report.as_of);
    let footer = format!("Encours {} · {}", report.version.encours, controls::passed(language, &controls));
    package::write(About { language, title: &title, as_of: report.as_of, footer }, &sheets, &extents)
}

/// A workbook of lists, one sheet each.
pub(crate) fn listings(
    language: Language,
    title: &str,
    as_of: Day,
    listings: &[Listing],
) -> Result<Vec<u8>, ExportError> {
    let sheets: Vec<Sheet<'_>> = listings.iter().map(list_sheet).collect();
    let extents = sheets.iter().map(|sheet| measure(language, sheet)).collect::<Result<Vec<Extent>, ExportError>>()?;
    package::write(About { language, title, as_of, footer: title.to_owned() }, &sheets, &extents)
}

fn list_sheet(listing: &Listing) -> Sheet<'_> {
    let mut notes = listing.notes.iter().cloned();
    let mut blocks: Vec<Block<'_>> = notes.next().map(Block::Title).into_iter().collect();
    blocks.extend(notes.map(Block::Note));
    blocks.extend([Block::Blank, Block::Listing(Box::new(move || listing.table()))]);
    Sheet::new(listing.name.clone(), blocks)
}

fn aged_sheet<'a>(report: &'a Report<'a>, one: &'a AgedCurrency) -> Sheet<'a> {
    let language = report.language;
    let control = &one.control;
    Sheet::new(
        format!("{} {}", language.report_aged_balance(), one.currency),
        vec![
            Block::Title(language.report_aged_title(one.currency, report.as_of)),
            Block::Note(scope(report)),
            Block::Note(report.freshness.text.clone()),
            Block::Note(language.report_control(
                one.total.balance,
                control.ledger_balance,
                control.difference,
                one.currency,
            )),
            Block::Blank,
            Block::Listing(Box::new(move || tables::aged(language, report.aged, one))),
        ],
    )
}

fn groups_sheet<'a>(report: &'a Report<'a>, one: &'a AgedCurrency) -> Sheet<'a> {
    let language = report.language;
    Sheet::new(
        format!("{} {}", language.report_groups(), one.currency),
        vec![
            Block::Title(language.report_aged_title(one.currency, report.as_of)),
            Block::Note(scope(report)),
            Block::Blank,
            Block::Listing(Box::new(move || tables::aged_groups(language, report.aged, one))),
        ],
    )
}

/// The three charts of a currency, each above the table it is drawn from.
fn charts_sheet<'a>(report: &'a Report<'a>, one: &'a AgedCurrency) -> Sheet<'a> {
    let language = report.language;
    let ages = one.total.buckets.len() + 1;
    let mut blocks = vec![Block::Title(language.report_in(language.report_charts(), one.currency))];
    let mut add = |title: String, bars: Bars, rows: Rows<'a>| {
        blocks.extend([Block::Blank, Block::Chart(Chart { title, bars }), Block::Table(rows)]);
    };
    let title = language.report_titled(language.report_by_age(), report.as_of);
    add(title, Bars::Ages { ages }, Box::new(move || tables::ages(language, report.aged, one)));
    let over_time = report.series.currencies.iter().find(|of| of.currency == one.currency);
    if let Some(of) = over_time.filter(|of| of.points.len() > 1) {
        let bars = Bars::Stacked { ages: report.series.limits.len() + 2 };
        let rows = Box::new(move || tables::evolution(language, &report.series.limits, of));
        add(language.report_evolution().to_owned(), bars, rows);
    }
    let metrics = report.metrics.iter().find(|metrics| metrics.currency == one.currency);
    if let Some(metrics) = metrics.filter(|metrics| !metrics.concentration.top.is_empty()) {
        let title = language.report_concentration().to_owned();
        add(title, Bars::Pareto, Box::new(move || tables::largest(language, metrics)));
    }
    Sheet::new(format!("{} {}", language.report_charts(), one.currency), blocks)
}

fn controls_sheet<'a>(report: &'a Report<'a>, controls: &'a [controls::Control]) -> Sheet<'a> {
    let language = report.language;
    Sheet::new(
        language.report_controls().to_owned(),
        vec![
            Block::Title(language.report_titled(language.report_controls(), report.as_of)),
            Block::Note(rows_equation(report)),
            Block::Blank,
            Block::Listing(Box::new(move || controls::table(language, controls))),
        ],
    )
}

/// A sheet for each of the customers with the largest balances, currency after currency: what they owe, item by item.
fn customer_sheets<'a>(report: &'a Report<'a>) -> Vec<Sheet<'a>> {
    match report.customers {
        CustomerSheets::None => return Vec::new(),
        CustomerSheets::Largest => {}
    }
    let language = report.language;
    // Items come customer after customer.
    let chunks = report.items.chunk_by(|one, next| one.customer == next.customer);
    let by_customer: BTreeMap<&str, &[OpenItem]> =
        chunks.filter_map(|items| Some((items.first()?.customer.as_str(), items))).gather();
    let mut customers: Vec<_> = report.aged.currencies.iter().flat_map(|one| &one.customers).collect();
    customers.arrange_by_key(|row| Reverse(row.balance));
    let mut shown = std::collections::BTreeSet::new();
    customers.retain(|row| shown.insert(row.customer.as_str()));
    let sheet = |row: &&'a protocol::AgedRow| {
        let items = *by_customer.get(row.customer.as_str())?;
        let title = language.report_titled(&text::letters::printable(&row.name).text, report.as_of);
        let rows = Box::new(move || tables::open_items(language, &report.aged.limits, items));
        Some(Sheet::new(row.customer.clone(), vec![Block::Title(title), Block::Blank, Block::Listing(rows)]))
    };
    customers.iter().filter_map(sheet).take(CUSTOMERS_MAX).collect()
}

fn listing_sheets<'a>(report: &'a Report<'a>) -> [Sheet<'a>; 6] {
    let language = report.language;
    let tables: [(&str, Rows<'a>); 6] = [
        (
            language.report_open_items(),
            Box::new(move || tables::open_items(language, &report.aged.limits, report.items)),
        ),
        (language.report_findings(), Box::new(move || tables::findings(language, report.findings))),
        (language.report_plan(), Box::new(move || tables::actions(language, report.plan))),
        (language.report_left_alone(), Box::new(move || tables::non_actions(language, report.plan))),
        (language.report_figures(), Box::new(move || tables::figures(language, report.metrics))),
        (language.report_set_aside(), Box::new(move || tables::set_aside(language, report.import))),
    ];
    tables.map(|(name, rows)| {
        let title = language.report_titled(name, report.as_of);
        Sheet::new(name.to_owned(), vec![Block::Title(title), Block::Blank, Block::Listing(rows)])
    })
}

fn late_payments_sheet<'a>(report: &'a Report<'a>, one: &'a LatePaymentsOfCurrency) -> Sheet<'a> {
    let language = report.language;
    let mut blocks = vec![Block::Title(language.report_titled(language.late_title(), report.as_of))];
    blocks.extend(one.notes.iter().cloned().map(Block::Note));
    blocks.push(Block::Blank);
    blocks.push(Block::Listing(Box::new(move || tables::late_payments(language, one))));
    Sheet::new(format!("D441-6 {}", one.currency), blocks)
}

fn import_sheet<'a>(report: &'a Report<'a>) -> Sheet<'a> {
    let language = report.language;
    Sheet::new(
        language.report_import().to_owned(),
        vec![
            Block::Title(language.report_titled(language.report_import(), report.as_of)),
            Block::Note(rows_equation(report)),
            Block::Blank,
            Block::Table(Box::new(move || tables::files(language, report.import))),
            Block::Blank,
            Block::Title(language.report_control_totals().to_owned()),
            Block::Table(Box::new(move || tables::control_totals(language, report.import))),
        ],
    )
}

/// What the words mean, and how many hidden characters were taken out of the other sheets.
fn definitions_sheet<'a>(report: &'a Report<'a>, removed: usize, customers: usize) -> Sheet<'a> {
    let language = report.language;
    let mut blocks = vec![
        Block::Title(language.report_titled(language.report_title(), report.as_of)),
        Block::Note(scope(report)),
        Block::Note(version(report)),
    ];
    if removed > 0 {
        blocks.push(Block::Note(language.report_cleaned(removed)));
    }
    if customers > 0 {
        let all = report.aged.currencies.iter().map(|one| one.customers.len()).sum();
        blocks.push(Block::Note(language.report_customer_sheets(customers, all)));
    }
    blocks.push(Block::Blank);
    blocks.push(Block::Table(Box::new(move || tables::glossary(language))));
    Sheet::new(language.report_definitions().to_owned(), blocks)
}

/// By which date, with which limits, with which credits.
pub(crate) fn scope(report: &Report<'_>) -> String {
    let (language, aged) = (report.language, report.aged);
    let credits = labels::credits(language, aged.credits);
    language.report_scope(labels::basis(language, aged.basis), &aged.limits, credits)
}

pub(crate) fn rows_equation(report: &Report<'_>) -> String {
    let rows = &report.import.rows;
    report.language.report_rows(rows.read, rows.imported, rows.set_aside, rows.blank, rows.headings, rows.totals)
}

pub(crate) fn version(report: &Report<'_>) -> String {
    let version = report.version;
    report.language.report_version(&version.encours, &version.rules, &version.build)
}
