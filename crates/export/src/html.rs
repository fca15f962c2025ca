//! One page to print or to keep: no script, nothing to fetch, every text escaped and every name kept to itself by
//! `<bdi>`. Long tables are cut and say so; the workbook has every row.

use crate::table::{Cell, Table};
use crate::xlsx::{rows_equation, scope, version};
use crate::{Report, tables};
use protocol::{AgedCurrency, ImportReport, LatePaymentsOfCurrency};
use std::fmt::Write;
use text::html::escaped;

const STYLE: &str = include_str!("report.css");
/// Rows printed of one table.
const ROWS_MAX: usize = 500;
/// Bytes of a text that is never broken over two lines: codes, dates, numbers of documents.
const SHORT_MAX: usize = 16;

/// The report as one page.
pub fn report(report: &Report<'_>) -> String {
    let language = report.language;
    let title = language.report_titled(language.report_title(), report.as_of);
    let mut page = Page { html: String::new(), report };
    page.raw(&format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", language.code()));
    page.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.element("title", &title);
    page.raw(&format!("<style>\n{STYLE}</style>\n</head>\n<body>\n"));
    page.element("h1", &title);
    page.element("p", &scope(report));
    page.element("p", &rows_equation(report));
    page.raw(if report.freshness.stale { "<p class=\"control wrong\">" } else { "<p>" });
    page.raw(&escaped(&report.freshness.text));
    page.raw("</p>\n");
    page.heading(language.report_figures());
    page.table(tables::figures(language, report.metrics), None);
    for one in &report.aged.currencies {
        page.aged(one);
    }
    page.heading(&language.report_counted(language.report_findings(), report.findings.len()));
    page.table(tables::findings(language, report.findings), None);
    for one in &report.late_payments.currencies {
        page.late_payments(one);
    }
    page.heading(&language.report_counted(language.report_plan(), report.plan.actions.len()));
    page.table(tables::costs(language, report.plan), None);
    page.table(tables::actions(language, report.plan), None);
    page.heading(&language.report_counted(language.report_left_alone(), report.plan.non_actions.len()));
    page.table(tables::non_actions(language, report.plan), None);
    page.import(report.import);
    page.heading(language.report_definitions());
    page.table(tables::glossary(language), None);
    page.raw("<footer>");
    page.element("p", &version(report));
    page.raw("</footer>\n</body>\n</html>\n");
    page.html
}

struct Page<'a> {
    html: String,
    report: &'a Report<'a>,
}

impl Page<'_> {
    /// Markup written here, never data.
    fn raw(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    fn element(&mut self, name: &'static str, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.html, "<{name}>{}</{name}>", escaped(text));
    }

    fn heading(&mut self, text: &str) {
        self.element("h2", text);
    }

    fn late_payments(&mut self, one: &LatePaymentsOfCurrency) {
        let language = self.report.language;
        self.heading(&format!("{} {}", language.late_title(), one.currency));
        self.table(tables::late_payments(language, one), None);
        for note in &one.notes {
            self.element("p", note);
        }
    }

    fn aged(&mut self, one: &AgedCurrency) {
        let report = self.report;
        let language = report.language;
        self.heading(&language.report_aged_title(one.currency, report.as_of));
        let control = &one.control;
        let line = language.report_control(one.total.balance, control.ledger_balance, control.difference, one.currency);
        let sound = control.ok && control.open_questions == 0;
        self.raw(if sound { "<p class=\"control\">" } else { "<p class=\"control wrong\">" });
        self.raw(&escaped(&line));
        self.raw("</p>\n");
        if control.open_questions > 0 {
            self.element("p", &language.figures_provisional(control.open_questions));
        }
        let mut total = tables::aged_cells(&one.total, one.currency);
        if let Some(label) = total.first_mut() {
            *label = Cell::text(language.report_total());
        }
        self.table(tables::aged(language, report.aged, one), Some(total));
        if one.groups.is_some() {
            self.heading(&format!("{} {}", language.report_groups(), one.currency));
            self.table(tables::aged_groups(language, report.aged, one), None);
        }
    }

    fn import(&mut self, import: &ImportReport) {
        let language = self.report.language;
        self.heading(language.report_import());
        self.table(tables::files(language, import), None);
        self.heading(language.report_control_totals());
        self.table(tables::control_totals(language, import), None);
        let rows = import.set_aside.len() + import.diagnostics.len();
        self.heading(&language.report_counted(language.report_set_aside(), rows));
        self.table(tables::set_aside(language, import), None);
    }

    fn table(&mut self, table: Table<'_>, total: Option<Vec<Cell<'_>>>) {
        let language = self.report.language;
        if table.length == 0 {
            return self.element("p", language.report_nothing());
        }
        let mut rows = table.rows.take(ROWS_MAX).peekable();
        // A heading stands above its figures: the first row tells which columns hold some.
        let first: Vec<bool> = rows.peek().map(|row| row.iter().map(Cell::is_number).collect()).unwrap_or_default();
        self.raw("<table>\n<thead><tr>");
        for (column, is_number) in table.columns.iter().zip(first) {
            self.raw(if is_number { "<th scope=\"col\" class=\"r\">" } else { "<th scope=\"col\">" });
            self.raw(&escaped(&column.heading));
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for cells in rows {
            self.cells(&cells);
        }
        self.raw("</tbody>\n");
        if let Some(total) = total {
            self.raw("<tfoot>\n");
            self.cells(&total);
            self.raw("</tfoot>\n");
        }
        self.raw("</table>\n");
        if let Some(more) = table.length.checked_sub(ROWS_MAX).filter(|more| *more > 0) {
            self.element("p", &language.report_more_rows(more));
        }
    }

    fn cells(&mut self, cells: &[Cell<'_>]) {
        self.raw("<tr>");
        for cell in cells {
            let shown = cell.shown(self.report.language);
            self.raw(match cell.is_number() {
                true => "<td class=\"n\">",
                false if shown.len() <= SHORT_MAX => "<td class=\"s\">",
                false => "<td>",
            });
            let shown = escaped(&shown);
            match cell {
                Cell::Text(_) if !shown.is_empty() => {
                    self.raw("<bdi>");
                    self.raw(&shown);
                    self.raw("</bdi>");
                }
                Cell::Text(_)
                | Cell::Lines(_)
                | Cell::Empty
                | Cell::Amount(..)
                | Cell::Day(_)
                | Cell::Count(_)
                | Cell::Share(_)
                | Cell::Decimal(_) => self.raw(&shown),
            }
            self.raw("</td>");
        }
        self.raw("</tr>\n");
    }
}
