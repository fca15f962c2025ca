//! A text as a page: the same parts as its plain form, every value escaped, every name kept to itself by `<bdi>`. No
//! script, nothing to fetch.

use crate::composition::{Composition, Part, Table};
use crate::qr;
use std::fmt::Write;
use text::Language;
use text::html::escaped;

/// Where a page is read: a mail program knows no style sheet and no drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A part of an e-mail.
    Mail,
    /// Paper, or a browser.
    Paper,
}

/// The head of a page: what it may load (nothing), its title, its style.
pub fn head(language: Language, title: &str, style: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{style}</style>\n</head>\n",
        language.code(),
        escaped(title),
    )
}

/// The parts of a text, from top to bottom.
pub fn body(language: Language, composition: &Composition, medium: Medium) -> String {
    let mut html = String::new();
    for part in &composition.parts {
        draw(&mut html, language, part, medium);
    }
    html
}

/// A whole page for a mail program.
pub fn mail(language: Language, composition: &Composition) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n</head>\n<body \
         style=\"font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.45;color:#1a1a1a\">\n{}</body>\n</html>\n",
        language.code(),
        escaped(&composition.subject),
        body(language, composition, Medium::Mail),
    )
}

/// A style for a mail program, a class for paper.
fn look(medium: Medium, style: &str, class: &str) -> String {
    match medium {
        Medium::Mail => format!(" style=\"{style}\""),
        Medium::Paper => format!(" class=\"{class}\""),
    }
}

// Writing to a string cannot fail.
fn draw(html: &mut String, language: Language, part: &Part, medium: Medium) {
    match part {
        Part::Paragraph(text) => paragraph(html, text),
        Part::Lines(text) => {
            let style = look(medium, "font-family:inherit;white-space:pre-wrap;margin:0 0 14px", "lines");
            let _ = writeln!(html, "<div{style}>{}</div>", lines(text));
        }
        Part::Table { table: of, .. } => table(html, of, medium),
        Part::Totals { rows, .. } => totals(html, rows, medium),
        Part::Facts { title, rows, transfer, .. } => facts(html, language, (title, rows, transfer.as_deref()), medium),
    }
}

fn paragraph(html: &mut String, text: &str) {
    let all: Vec<&str> = text.lines().collect();
    if !all.is_empty() && all.iter().all(|line| line.starts_with("- ")) {
        html.push_str("<ul>\n");
        for line in all {
            let _ = writeln!(html, "<li>{}</li>", escaped(line.trim_start_matches("- ")));
        }
        html.push_str("</ul>\n");
        return;
    }
    let _ = writeln!(html, "<p>{}</p>", lines(text));
}

fn lines(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("<br>\n")
}

fn table(html: &mut String, table: &Table, medium: Medium) {
    if !table.title.is_empty() {
        let _ = writeln!(
            html,
            "<p{}><strong>{}</strong></p>",
            look(medium, "margin:14px 0 4px", "title"),
            escaped(&table.title)
        );
    }
    let _ = writeln!(
        html,
        "<table{}>",
        look(medium, "border-collapse:collapse;width:100%;max-width:640px;margin:0 0 4px", "items")
    );
    let columns = table.rows.first().map_or(0, Vec::len).max(table.headings.len());
    let is_number = |column: usize| column + table.numbers >= columns;
    if !table.headings.is_empty() {
        html.push_str("<thead><tr>");
        for (column, heading) in table.headings.iter().enumerate() {
            let align = if is_number(column) { "right" } else { "left" };
            let style =
                look(medium, &format!("text-align:{align};border-bottom:1px solid #666;padding:3px 8px"), align);
            let _ = write!(html, "<th scope=\"col\"{style}>{}</th>", escaped(heading));
        }
        html.push_str("</tr></thead>\n");
    }
    html.push_str("<tbody>\n");
    for row in &table.rows {
        html.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let align = if is_number(column) { "right" } else { "left" };
            let style = format!("text-align:{align};border-bottom:1px solid #ddd;padding:3px 8px;white-space:nowrap");
            let _ = write!(html, "<td{}><bdi>{}</bdi></td>", look(medium, &style, align), escaped(cell));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
}

fn totals(html: &mut String, rows: &[(String, String)], medium: Medium) {
    let _ = writeln!(
        html,
        "<table{}>\n<tbody>",
        look(medium, "border-collapse:collapse;width:100%;max-width:640px;margin:0 0 14px", "totals")
    );
    for (position, (label, amount)) in rows.iter().enumerate() {
        let last = position + 1 == rows.len();
        let (open, close) = if last { ("<strong>", "</strong>") } else { ("", "") };
        let _ = writeln!(
            html,
            "<tr><td{}>{open}{}{close}</td><td{}>{open}{}{close}</td></tr>",
            look(medium, "padding:2px 8px", "left"),
            escaped(label),
            look(medium, "padding:2px 8px;text-align:right;white-space:nowrap", "right"),
            escaped(amount),
        );
    }
    html.push_str("</tbody>\n</table>\n");
}

type Shown<'a> = (&'a str, &'a [(String, String)], Option<&'a str>);

fn facts(html: &mut String, language: Language, (title, rows, transfer): Shown<'_>, medium: Medium) {
    let _ = writeln!(
        html,
        "<div{}>",
        look(medium, "border:1px solid #bbb;padding:8px 12px;margin:0 0 14px;max-width:640px", "facts")
    );
    html.push_str("<div>\n");
    let _ = writeln!(html, "<p{}><strong>{}</strong></p>", look(medium, "margin:0 0 4px", "title"), escaped(title));
    for (label, value) in rows {
        let _ = writeln!(html, "<div>{} <bdi>{}</bdi></div>", escaped(&language.letter_heading(label)), escaped(value));
    }
    html.push_str("</div>\n");
    let code =
        transfer.filter(|_| medium == Medium::Paper).and_then(|payload| qr::svg(payload, language.letter_code()));
    if let Some(svg) = code {
        let _ = writeln!(
            html,
            "<figure class=\"code\">{svg}<figcaption>{}</figcaption></figure>",
            escaped(language.letter_code())
        );
    }
    html.push_str("</div>\n");
}
