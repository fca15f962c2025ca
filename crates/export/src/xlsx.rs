//! The workbook: one sheet per view, typed cells, filters, totals as formulas with their result. A cell made of data
//! is a text, a number or a date; the only formulas are the totals written here.

mod formats;
mod page;

use crate::{ExportError, Report, labels, tables};
use formats::Formats;
use page::Page;
use protocol::AgedCurrency;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use values::Day;

/// The workbook of a report.
pub fn workbook(report: &Report<'_>) -> Result<Vec<u8>, ExportError> {
    let language = report.language;
    let formats = Formats::new(language);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report)?);
    let mut removed = 0;
    for one in &report.aged.currencies {
        let name = format!("{} {}", language.report_aged_balance(), one.currency);
        let mut page = Page::new(workbook.add_worksheet(), &formats, language, name)?;
        aged_sheet(&mut page, report, one)?;
        removed += page.finish()?;
    }
    let listed = [
        (language.report_open_items(), tables::open_items(language, report.items)),
        (language.report_plan(), tables::actions(language, report.plan)),
        (language.report_left_alone(), tables::non_actions(language, report.plan)),
        (language.report_figures(), tables::figures(language, report.metrics)),
        (language.report_set_aside(), tables::set_aside(language, report.import)),
    ];
    for (name, table) in listed {
        let mut page = Page::new(workbook.add_worksheet(), &formats, language, name.to_owned())?;
        page.title(&language.report_titled(name, report.as_of))?;
        page.skip();
        page.listing(table)?;
        removed += page.finish()?;
    }
    let name = language.report_import().to_owned();
    let mut page = Page::new(workbook.add_worksheet(), &formats, language, name)?;
    import_sheet(&mut page, report)?;
    removed += page.finish()?;
    let name = language.report_definitions().to_owned();
    let mut page = Page::new(workbook.add_worksheet(), &formats, language, name)?;
    definitions_sheet(&mut page, report, removed)?;
    page.finish()?;
    Ok(workbook.save_to_buffer()?)
}

/// Dated by the as-of day: the writer would put the present hour, and no two files would be the same.
fn properties(report: &Report<'_>) -> Result<DocProperties, ExportError> {
    let created = excel_day(report.as_of)?;
    Ok(DocProperties::new()
        .set_title(report.language.report_titled(report.language.report_title(), report.as_of))
        .set_author("Encours")
        .set_creation_datetime(&created))
}

fn excel_day(day: Day) -> Result<ExcelDateTime, ExportError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1900);
    Ok(ExcelDateTime::from_ymd(year, part(day.month()), part(day.day_of_month()))?)
}

fn aged_sheet(page: &mut Page<'_>, report: &Report<'_>, one: &AgedCurrency) -> Result<(), ExportError> {
    let language = report.language;
    page.title(&language.report_aged_title(one.currency, report.as_of))?;
    page.note(&scope(report))?;
    let control = &one.control;
    page.note(&language.report_control(one.total.balance, control.ledger_balance, control.difference, one.currency))?;
    page.skip();
    page.listing(tables::aged(language, report.aged, one))
}

fn import_sheet(page: &mut Page<'_>, report: &Report<'_>) -> Result<(), ExportError> {
    let language = report.language;
    page.title(&language.report_titled(language.report_import(), report.as_of))?;
    page.note(&rows_equation(report))?;
    page.skip();
    page.table(tables::files(language, report.import))?;
    page.skip();
    page.title(language.report_control_totals())?;
    page.table(tables::control_totals(language, report.import))
}

fn definitions_sheet(page: &mut Page<'_>, report: &Report<'_>, removed: usize) -> Result<(), ExportError> {
    let language = report.language;
    page.title(&language.report_titled(language.report_title(), report.as_of))?;
    page.note(&scope(report))?;
    page.note(&version(report))?;
    if removed > 0 {
        page.note(&language.report_cleaned(removed))?;
    }
    page.skip();
    page.table(tables::glossary(language))
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
