//! The workbook: one sheet per view, typed cells, filters, totals as formulas with their result. A cell made of data
//! is a text, a number or a date; the only formulas are the totals written here.
//!
//! Every sheet is read twice: once to measure it, because its column widths stand before its rows, once to write it,
//! row by row, into the compressed file. No row is kept.

mod cell;
mod measure;
mod package;
mod sheet;
mod styles;
mod totals;

use crate::listing::Listing;
use crate::table::Table;
use crate::{ExportError, Report, labels, tables};
use measure::{Extent, measure};
use package::Package;
use protocol::{AgedCurrency, LatePaymentsOfCurrency};
use text::Language;
use values::Day;

/// A sheet: its name and what stands on it, from top to bottom.
struct Sheet<'a> {
    name: String,
    blocks: Vec<Block<'a>>,
}

/// A part of a sheet over its whole width.
enum Block<'a> {
    Title(String),
    Note(String),
    Blank,
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
    let mut sheets: Vec<Sheet<'_>> = report.aged.currencies.iter().map(|one| aged_sheet(report, one)).collect();
    sheets
        .extend(report.aged.currencies.iter().filter(|one| one.groups.is_some()).map(|one| groups_sheet(report, one)));
    sheets.extend(listing_sheets(report));
    sheets.extend(report.late_payments.currencies.iter().map(|one| late_payments_sheet(report, one)));
    sheets.push(import_sheet(report));
    let measured = |sheet: &Sheet<'_>| measure(language, sheet);
    let mut extents = sheets.iter().map(measured).collect::<Result<Vec<Extent>, ExportError>>()?;
    let definitions = definitions_sheet(report, extents.iter().map(|extent| extent.removed).sum());
    extents.push(measured(&definitions)?);
    sheets.push(definitions);

    let title = language.report_titled(language.report_title(), report.as_of);
    let mut package = Package::new(sheets.len(), &title, report.as_of)?;
    for (sheet, extent) in sheets.iter().zip(&extents) {
        package.sheet(sheet, extent)?;
    }
    package.finish(language)
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
    let mut package = Package::new(sheets.len(), title, as_of)?;
    for (sheet, extent) in sheets.iter().zip(&extents) {
        package.sheet(sheet, extent)?;
    }
    package.finish(language)
}

fn list_sheet(listing: &Listing) -> Sheet<'_> {
    let mut notes = listing.notes.iter().cloned();
    let mut blocks: Vec<Block<'_>> = notes.next().map(Block::Title).into_iter().collect();
    blocks.extend(notes.map(Block::Note));
    blocks.extend([Block::Blank, Block::Listing(Box::new(move || listing.table()))]);
    Sheet { name: listing.name.clone(), blocks }
}

fn aged_sheet<'a>(report: &'a Report<'a>, one: &'a AgedCurrency) -> Sheet<'a> {
    let language = report.language;
    let control = &one.control;
    Sheet {
        name: format!("{} {}", language.report_aged_balance(), one.currency),
        blocks: vec![
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
    }
}

fn groups_sheet<'a>(report: &'a Report<'a>, one: &'a AgedCurrency) -> Sheet<'a> {
    let language = report.language;
    Sheet {
        name: format!("{} {}", language.report_groups(), one.currency),
        blocks: vec![
            Block::Title(language.report_aged_title(one.currency, report.as_of)),
            Block::Note(scope(report)),
            Block::Blank,
            Block::Listing(Box::new(move || tables::aged_groups(language, report.aged, one))),
        ],
    }
}

fn listing_sheets<'a>(report: &'a Report<'a>) -> [Sheet<'a>; 6] {
    let language = report.language;
    let tables: [(&str, Rows<'a>); 6] = [
        (language.report_open_items(), Box::new(move || tables::open_items(language, report.items))),
        (language.report_plan(), Box::new(move || tables::actions(language, report.plan))),
        (language.report_left_alone(), Box::new(move || tables::non_actions(language, report.plan))),
        (language.report_findings(), Box::new(move || tables::findings(language, report.findings))),
        (language.report_figures(), Box::new(move || tables::figures(language, report.metrics))),
        (language.report_set_aside(), Box::new(move || tables::set_aside(language, report.import))),
    ];
    tables.map(|(name, rows)| {
        let title = language.report_titled(name, report.as_of);
        Sheet { name: name.to_owned(), blocks: vec![Block::Title(title), Block::Blank, Block::Listing(rows)] }
    })
}

fn late_payments_sheet<'a>(report: &'a Report<'a>, one: &'a LatePaymentsOfCurrency) -> Sheet<'a> {
    let language = report.language;
    let mut blocks = vec![Block::Title(language.report_titled(language.late_title(), report.as_of))];
    blocks.extend(one.notes.iter().cloned().map(Block::Note));
    blocks.push(Block::Blank);
    blocks.push(Block::Listing(Box::new(move || tables::late_payments(language, one))));
    Sheet { name: format!("D441-6 {}", one.currency), blocks }
}

fn import_sheet<'a>(report: &'a Report<'a>) -> Sheet<'a> {
    let language = report.language;
    Sheet {
        name: language.report_import().to_owned(),
        blocks: vec![
            Block::Title(language.report_titled(language.report_import(), report.as_of)),
            Block::Note(rows_equation(report)),
            Block::Blank,
            Block::Table(Box::new(move || tables::files(language, report.import))),
            Block::Blank,
            Block::Title(language.report_control_totals().to_owned()),
            Block::Table(Box::new(move || tables::control_totals(language, report.import))),
        ],
    }
}

/// What the words mean, and how many hidden characters were taken out of the other sheets.
fn definitions_sheet<'a>(report: &'a Report<'a>, removed: usize) -> Sheet<'a> {
    let language = report.language;
    let mut blocks = vec![
        Block::Title(language.report_titled(language.report_title(), report.as_of)),
        Block::Note(scope(report)),
        Block::Note(version(report)),
    ];
    if removed > 0 {
        blocks.push(Block::Note(language.report_cleaned(removed)));
    }
    blocks.push(Block::Blank);
    blocks.push(Block::Table(Box::new(move || tables::glossary(language))));
    Sheet { name: language.report_definitions().to_owned(), blocks }
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
