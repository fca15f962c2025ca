//! The report as one page to print, sign and keep: no script, nothing to fetch, every text escaped and every name kept
//! to itself by `<bdi>`. Every chart has its table. Long tables are cut and say so; the workbook has every row.

mod chart;
mod index;
mod limits;
mod page;

use crate::table::Cell;
use crate::xlsx::{rows_equation, scope, version};
use crate::{Report, controls, figure, tables};
use page::{Page, ROWS_MAX, quoted};
use protocol::{AgedCurrency, Finding, Metrics};
use text::Language;
use text::html::escaped;

pub use index::{Listed, index};

const STYLE: &str = include_str!("report.css");

/// The report as one page.
pub fn report(report: &Report<'_>) -> String {
    let language = report.language;
    let title = language.report_titled(language.report_title(), report.as_of);
    let controls = controls::of(report);
    let passed = controls::passed(language, &controls);
    let mut body = Page::new(report);
    scoped(&mut body);
    body.section(language.report_controls());
    body.control(&rows_equation(report), controls.iter().all(controls::Control::holds));
    body.table(controls::table(language, &controls), None);
    body.subtitle(language.report_control_totals());
    body.table(tables::control_totals(language, report.import), None);
    body.section(language.report_figures());
    body.table(tables::figures(language, report.metrics), None);
    for one in &report.aged.currencies {
        aged(&mut body, one);
    }
    over_time(&mut body);
    findings(&mut body);
    late_payments(&mut body);
    plan(&mut body);
    body.section(&language.report_counted(language.report_left_alone(), report.plan.non_actions.len()));
    body.table(tables::non_actions(language, report.plan), None);
    let remarks = report.import.set_aside.len() + report.import.diagnostics.len();
    body.section(&language.report_counted(language.report_set_aside(), remarks));
    body.table(tables::set_aside(language, report.import), None);
    body.section(language.report_limits());
    body.list(&limits::of(report, ROWS_MAX));
    body.section(language.report_glossary_title());
    body.table(tables::glossary(language), None);
    signature(&mut body);

    let mut page = Page::new(report);
    page.raw(&head(language, &title, &format!("{} · {passed}", version(report))));
    page.raw("<header>\n");
    page.element("h1", &title);
    page.element("p", &scope(report));
    page.control(&passed, controls.iter().all(controls::Control::holds));
    page.control(&report.freshness.text, !report.freshness.stale);
    page.raw("</header>\n");
    for metrics in report.metrics {
        tiles(&mut page, metrics);
    }
    page.contents(&body);
    page.append(body);
    page.raw("<footer>");
    page.element("p", &version(report));
    page.raw("</footer>\n</body>\n</html>\n");
    page.finish()
}

/// All before the first word: what the page may do, how it looks, what stands at the edges of printed pages.
fn head(language: Language, title: &str, footer: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}\
         @page {{ @top-left {{ content: {}; }} @bottom-left {{ content: {}; }} \
         @bottom-right {{ content: {} counter(page) \" / \" counter(pages); }} }}\n</style>\n</head>\n<body>\n{}",
        language.code(),
        escaped(title),
        quoted(title),
        quoted(footer),
        quoted(&format!("{} ", language.report_page())),
        chart::PATTERNS,
    )
}

/// The figures a reader wants first.
fn tiles(page: &mut Page<'_>, one: &Metrics) {
    let language = page.language();
    let money = |amount| language.money(amount, one.currency);
    let share = figure::ten_thousandths(one.overdue_share).map(|units| language.percent(units)).unwrap_or_default();
    let days = one.dso.count_back.or(one.dso.simple).and_then(figure::ten_thousandths);
    let contacts = page.report().plan.actions.iter().filter(|action| action.currency == one.currency).count();
    let counted = |count: u32, word: &str| format!("{} {}", language.number(i64::from(count)), word.to_lowercase());
    page.raw("<ul class=\"tiles\">\n");
    page.tile(language.figure_outstanding(), &money(one.outstanding), &counted(one.items, language.report_items()));
    page.tile(language.figure_overdue(), &money(one.overdue), &share);
    let old = tables::share(one.over90, one.outstanding - one.credits).shown(language);
    page.tile(language.figure_over90(), &money(one.over90), &old);
    page.tile("DSO", &days.map(|units| language.tenths(units)).unwrap_or_else(|| "–".to_owned()), language.unit_days());
    let from = language.report_contacts_to_make(page.report().as_of);
    page.tile(language.report_plan(), &language.number(i64::try_from(contacts).unwrap_or(i64::MAX)), &from);
    page.raw("</ul>\n");
}

/// What was read, and how it is counted.
fn scoped(page: &mut Page<'_>) {
    let (language, report) = (page.language(), page.report());
    let currencies: Vec<&str> = report.aged.currencies.iter().map(|one| one.currency.code()).collect();
    page.section(language.report_sources());
    page.raw("<dl class=\"facts\">\n");
    page.fact(language.report_fact_day(), &language.long_day(report.as_of));
    page.fact(language.report_fact_currencies(), &currencies.join(", "));
    page.fact(language.report_fact_scope(), &scope(report));
    page.fact(language.report_fact_freshness(), &report.freshness.text);
    page.raw("</dl>\n");
    page.subtitle(language.report_fact_files());
    page.table(tables::files(language, report.import), None);
}

/// The balance of one currency: by age, then by customer.
fn aged(page: &mut Page<'_>, one: &AgedCurrency) {
    let (language, report) = (page.language(), page.report());
    page.section(&language.report_aged_title(one.currency, report.as_of));
    let control = &one.control;
    let line = language.report_control(one.total.balance, control.ledger_balance, control.difference, one.currency);
    page.control(&line, control.ok && control.open_questions == 0);
    if control.open_questions > 0 {
        page.element("p", &language.figures_provisional(control.open_questions));
    }
    page.figure(language.report_by_age(), &chart::ages(language, report.aged, one));
    page.table(tables::ages(language, report.aged, one), None);
    let mut total = tables::aged_cells(&one.total, one.currency);
    if let Some(label) = total.first_mut() {
        *label = Cell::text(language.report_total());
    }
    page.subtitle(&language.report_counted(language.report_by_customer(), one.customers.len()));
    page.table(tables::aged(language, report.aged, one), Some(total));
    if one.groups.is_some() {
        page.subtitle(&language.report_in(language.report_groups(), one.currency));
        page.table(tables::aged_groups(language, report.aged, one), None);
    }
}

/// Month after month, and who owes most.
fn over_time(page: &mut Page<'_>) {
    let (language, report) = (page.language(), page.report());
    for of in report.series.currencies.iter().filter(|of| of.points.len() > 1) {
        page.section(&language.report_in(language.report_evolution(), of.currency));
        page.figure(language.report_evolution(), &chart::evolution(language, &report.series.limits, of));
        page.table(tables::evolution(language, &report.series.limits, of), None);
    }
    for one in report.metrics.iter().filter(|one| !one.concentration.top.is_empty()) {
        page.section(&language.report_in(language.report_concentration(), one.currency));
        page.figure(language.report_concentration(), &chart::largest(language, one));
        page.table(tables::largest(language, one), None);
    }
}

/// Each finding with its evidence.
fn findings(page: &mut Page<'_>) {
    let (language, report) = (page.language(), page.report());
    page.section(&language.report_counted(language.report_findings(), report.findings.len()));
    if report.findings.is_empty() {
        return page.element("p", language.report_nothing());
    }
    page.table(tables::findings_listed(language, report.findings), None);
    for finding in report.findings {
        one_finding(page, finding);
    }
}

fn one_finding(page: &mut Page<'_>, finding: &Finding) {
    let language = page.language();
    page.raw("<section class=\"finding\">\n");
    page.subtitle(&format!("{} · {}", language.quality_severity_name(&finding.severity), finding.title));
    page.element("p", &finding.text);
    page.labelled(language.report_advice(), &finding.advice);
    if !finding.evidence.is_empty() {
        page.table(tables::evidence(language, finding), None);
    }
    page.raw("</section>\n");
}

/// The table of late payments.
fn late_payments(page: &mut Page<'_>) {
    let (language, report) = (page.language(), page.report());
    for one in &report.late_payments.currencies {
        page.section(&language.report_in(language.late_title(), one.currency));
        page.table(tables::late_payments(language, one), None);
        page.list(&one.notes);
    }
}

/// What is planned, and what it costs.
fn plan(page: &mut Page<'_>) {
    let (language, report) = (page.language(), page.report());
    page.section(&language.report_counted(language.report_plan_cost(), report.plan.actions.len()));
    if let Some(advice) = &report.plan.advice {
        page.element("p", advice);
    }
    page.table(tables::costs(language, report.plan), None);
    page.table(tables::contacts(language, report.plan), None);
}

/// The lines a person fills by hand.
fn signature(page: &mut Page<'_>) {
    let language = page.language();
    page.raw("<section class=\"signature\">\n");
    page.section(language.report_signature());
    page.element("p", language.report_signed_for());
    page.raw("<dl class=\"lines\">\n");
    for line in [
        language.report_sign_place(),
        language.report_sign_date(),
        language.report_sign_name(),
        language.report_sign_here(),
    ] {
        page.fact(line, "");
    }
    page.raw("</dl>\n</section>\n");
}
