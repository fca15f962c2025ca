//! The page while it is written: markup of ours, data only through what escapes it.

use crate::Report;
use crate::table::{Cell, Column, Table, Tint};
use std::fmt::Write;
use text::Language;
use text::html::escaped;

/// Rows printed of one table.
pub(super) const ROWS_MAX: usize = 500;
/// Bytes of a text that is never broken over two lines: codes, dates, numbers of documents.
const SHORT_MAX: usize = 16;
/// Bytes of a text that is a name; longer ones are sentences, and are given more room.
const NAME_MAX: usize = 64;

/// A page, or a part of one.
pub(super) struct Page<'a> {
    html: String,
    report: &'a Report<'a>,
    /// Titles of its sections so far, numbered from 1.
    sections: Vec<String>,
}

impl<'a> Page<'a> {
    pub(super) fn new(report: &'a Report<'a>) -> Page<'a> {
        Page { html: String::new(), report, sections: Vec::new() }
    }

    pub(super) fn report(&self) -> &'a Report<'a> {
        self.report
    }

    pub(super) fn language(&self) -> Language {
        self.report.language
    }

    pub(super) fn finish(self) -> String {
        self.html
    }

    pub(super) fn append(&mut self, part: Page<'_>) {
        self.html.push_str(&part.html);
    }

    /// Markup written here, never data.
    pub(super) fn raw(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    pub(super) fn element(&mut self, name: &'static str, text: &str) {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(self.html, "<{name}>{}</{name}>", escaped(text));
    }

    /// Begins a numbered section.
    pub(super) fn section(&mut self, title: &str) {
        self.sections.push(title.to_owned());
        let number = self.sections.len();
        let _ = writeln!(self.html, "<h2 id=\"s{number}\">{number}. {}</h2>", escaped(title));
    }

    pub(super) fn subtitle(&mut self, title: &str) {
        self.element("h3", title);
    }

    /// Links to the sections of a part.
    pub(super) fn contents(&mut self, part: &Page<'_>) {
        let title = self.language().report_contents();
        let _ = write!(self.html, "<nav aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>\n", escaped(title));
        for (number, title) in (1..).zip(&part.sections) {
            let _ = writeln!(self.html, "<li><a href=\"#s{number}\">{}</a></li>", escaped(title));
        }
        self.raw("</ol>\n</nav>\n");
    }

    /// What a control says; what is wrong is marked by a sign as well as by a colour.
    pub(super) fn control(&mut self, text: &str, sound: bool) {
        let (class, sign) = if sound { ("control", "✓") } else { ("control wrong", "⚠") };
        let _ =
            writeln!(self.html, "<p class=\"{class}\"><span aria-hidden=\"true\">{sign}</span> {}</p>", escaped(text));
    }

    pub(super) fn tile(&mut self, label: &str, value: &str, more: &str) {
        let [label, value, more] = [label, value, more].map(escaped);
        let _ = writeln!(self.html, "<li><span>{label}</span> <strong>{value}</strong> <small>{more}</small></li>");
    }

    pub(super) fn fact(&mut self, label: &str, value: &str) {
        let _ = writeln!(self.html, "<dt>{}</dt><dd>{}</dd>", escaped(label), escaped(value));
    }

    pub(super) fn labelled(&mut self, label: &str, text: &str) {
        let _ = writeln!(self.html, "<p><strong>{}</strong> {}</p>", escaped(label), escaped(text));
    }

    pub(super) fn list(&mut self, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.raw("<ul>\n");
        for line in lines {
            self.element("li", line);
        }
        self.raw("</ul>\n");
    }

    /// A drawing of ours, heard as its title; the table that follows says the same.
    pub(super) fn figure(&mut self, title: &str, drawing: &str) {
        let _ = writeln!(self.html, "<figure><figcaption>{}</figcaption>\n{drawing}</figure>", escaped(title));
    }

    pub(super) fn table(&mut self, table: Table<'_>, total: Option<Vec<Cell<'_>>>) {
        let language = self.language();
        if table.length == 0 {
            return self.element("p", language.report_nothing());
        }
        let rows: Vec<_> = table.rows.take(ROWS_MAX).collect();
        // A heading stands above its figures.
        let figures = |column: usize| rows.iter().any(|row| row.get(column).is_some_and(Cell::is_number));
        self.raw("<div class=\"w\"><table>\n<thead><tr>");
        for (at, column) in table.columns.iter().enumerate() {
            self.raw(if figures(at) { "<th scope=\"col\" class=\"r\">" } else { "<th scope=\"col\">" });
            if let Tint::Age(age) = column.tint {
                let _ = write!(self.html, "<i class=\"age a{}\"></i>", crate::palette::place(age));
            }
            self.raw(&escaped(&column.heading));
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for cells in &rows {
            self.cells(&table.columns, cells);
        }
        if let Some(total) = total {
            self.raw("</tbody>\n<tbody class=\"total\">\n");
            self.cells(&table.columns, &total);
        }
        self.raw("</tbody>\n</table></div>\n");
        if let Some(more) = table.length.checked_sub(ROWS_MAX).filter(|more| *more > 0) {
            self.element("p", &language.report_more_rows(more));
        }
    }

    fn cells(&mut self, columns: &[Column], cells: &[Cell<'_>]) {
        self.raw("<tr>");
        for (cell, column) in cells.iter().zip(columns) {
            let shown = cell.shown(self.language());
            let zero = matches!(cell, Cell::Amount(amount, _) if amount.is_zero());
            self.raw(match cell.is_number() {
                true if zero => {
                    // A dash leaves what is owed alone to be seen; it is heard as what it is.
                    self.raw("<td class=\"n z\"><span role=\"img\" aria-label=\"0\">–</span></td>");
                    continue;
                }
                true => "<td class=\"n\">",
                false if shown.len() <= SHORT_MAX => "<td class=\"s\">",
                false if column.prose && shown.len() > NAME_MAX => "<td class=\"l\">",
                false => "<td class=\"t\">",
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

/// A text of ours as a string of a style sheet: no quote, no backslash, no line end, nothing that could close the sheet.
pub(super) fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !letter.is_control() && !"\"\\<>".contains(*letter)).collect();
    format!("\"{plain}\"")
}
