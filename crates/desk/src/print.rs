//! Printed pages of titles, facts and tables: a section on its own sheets, headings repeated, every value escaped.

use drafts::page;
use std::fmt::Write;
use text::Language;
use text::html::escaped;
use text::letters::printable;

const STYLE: &str = include_str!("sheet.css");

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it is.
    pub title: String,
    /// Headings.
    pub headings: Vec<String>,
    /// Columns of figures, from the right.
    pub figures: usize,
    /// Rows of as many cells.
    pub rows: Vec<Vec<String>>,
    /// The last row, in bold; none where it is empty.
    pub total: Vec<String>,
}

/// A part of a page that begins on a sheet of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// Sentences under it.
    pub lines: Vec<String>,
    /// Its tables.
    pub grids: Vec<Grid>,
    /// A title and things to tick off.
    pub checks: Vec<(String, Vec<String>)>,
}

/// The page.
pub fn printed(language: Language, title: &str, sections: &[Section]) -> String {
    let mut html = page::head(language, title, STYLE);
    html.push_str("<body>\n");
    for section in sections {
        draw(&mut html, section);
    }
    html.push_str("</body>\n</html>\n");
    html
}

fn shown(text: &str) -> String {
    escaped(&printable(text).text)
}

// Writing to a string cannot fail.
fn draw(html: &mut String, section: &Section) {
    let _ = writeln!(html, "<article>\n<h1><bdi>{}</bdi></h1>", shown(&section.title));
    for line in &section.lines {
        let _ = writeln!(html, "<p>{}</p>", shown(line));
    }
    for grid in section.grids.iter().filter(|grid| !grid.rows.is_empty()) {
        draw_grid(html, grid);
    }
    for (title, items) in &section.checks {
        let _ = writeln!(html, "<h2>{}</h2>\n<ul class=\"box one\">", shown(title));
        for item in items {
            let _ = writeln!(html, "<li>{}</li>", shown(item));
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</article>\n");
}

fn draw_grid(html: &mut String, grid: &Grid) {
    let columns = grid.headings.len();
    let class = |at: usize| if at + grid.figures >= columns { " class=\"right\"" } else { "" };
    if !grid.title.is_empty() {
        let _ = writeln!(html, "<h2>{}</h2>", shown(&grid.title));
    }
    html.push_str("<table>\n<thead><tr>");
    for (at, heading) in grid.headings.iter().enumerate() {
        let _ = write!(html, "<th scope=\"col\"{}>{}</th>", class(at), shown(heading));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    let cells = |row: &[String]| {
        let cells =
            row.iter().enumerate().map(|(at, cell)| format!("<td{}><bdi>{}</bdi></td>", class(at), shown(cell)));
        cells.collect::<String>()
    };
    for row in &grid.rows {
        let _ = writeln!(html, "<tr>{}</tr>", cells(row));
    }
    html.push_str("</tbody>\n");
    if !grid.total.is_empty() {
        let _ = writeln!(html, "<tfoot><tr>{}</tr></tfoot>", cells(&grid.total));
    }
    html.push_str("</table>\n");
}
