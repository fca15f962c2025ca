//! The same table, written otherwise: nothing is lost, so everything must be read.

use crate::pollute::Case;
use crate::pollute::grid::{Cell, Role};
use crate::pollute::write::{Encoding, File};

pub(super) fn semicolons(case: &mut Case) -> bool {
    delimiter(case, ';')
}

pub(super) fn commas(case: &mut Case) -> bool {
    delimiter(case, ',')
}

pub(super) fn tabs(case: &mut Case) -> bool {
    delimiter(case, '\t')
}

pub(super) fn pipes(case: &mut Case) -> bool {
    delimiter(case, '|')
}

fn delimiter(case: &mut Case, delimiter: char) -> bool {
    case.style.delimiter = delimiter;
    true
}

pub(super) fn mark(case: &mut Case) -> bool {
    case.style.mark = true;
    true
}

pub(super) fn utf_16_le(case: &mut Case) -> bool {
    case.style.mark = true;
    encoding(case, Encoding::Utf16Le)
}

pub(super) fn utf_16_be(case: &mut Case) -> bool {
    case.style.mark = true;
    encoding(case, Encoding::Utf16Be)
}

pub(super) fn utf_16_bare(case: &mut Case) -> bool {
    encoding(case, Encoding::Utf16Le)
}

pub(super) fn windows_1252(case: &mut Case) -> bool {
    encoding(case, Encoding::Windows1252)
}

pub(super) fn latin_9(case: &mut Case) -> bool {
    encoding(case, Encoding::Latin9)
}

pub(super) fn mac_roman(case: &mut Case) -> bool {
    encoding(case, Encoding::MacRoman)
}

pub(super) fn cp_850(case: &mut Case) -> bool {
    encoding(case, Encoding::Cp850)
}

pub(super) fn twice(case: &mut Case) -> bool {
    encoding(case, Encoding::Twice)
}

fn encoding(case: &mut Case, encoding: Encoding) -> bool {
    case.style.encoding = encoding;
    true
}

pub(super) fn line_feeds(case: &mut Case) -> bool {
    newline(case, "\n")
}

pub(super) fn carriage_returns(case: &mut Case) -> bool {
    newline(case, "\r")
}

pub(super) fn double_returns(case: &mut Case) -> bool {
    newline(case, "\r\r\n")
}

fn newline(case: &mut Case, newline: &'static str) -> bool {
    case.style.newline = newline;
    true
}

pub(super) fn no_final_newline(case: &mut Case) -> bool {
    case.style.final_newline = false;
    true
}

pub(super) fn separator_line(case: &mut Case) -> bool {
    case.style.separator_line = true;
    true
}

pub(super) fn quote_all(case: &mut Case) -> bool {
    case.style.quote_all = true;
    true
}

pub(super) fn trailing_delimiter(case: &mut Case) -> bool {
    case.style.trailing_delimiter = true;
    true
}

pub(super) fn cut_trailing_cells(case: &mut Case) -> bool {
    case.style.cut_trailing_cells = true;
    true
}

pub(super) fn spaces(case: &mut Case) -> bool {
    case.style.padding = "  ";
    true
}

pub(super) fn no_break_spaces(case: &mut Case) -> bool {
    case.style.padding = "\u{A0}";
    true
}

pub(super) fn quotes_in_names(case: &mut Case) -> bool {
    rename(case, |name| format!("{name} \"Le Bon Coin\""))
}

/// A quotation mark that a careless program neither doubles nor encloses.
pub(super) fn lone_quotes(case: &mut Case) -> bool {
    rename(case, |name| format!("{name} 15 ''"))
}

fn rename(case: &mut Case, change: fn(&str) -> String) -> bool {
    let Some(column) = case.grid.column(Role::Name) else { return false };
    for item in &mut case.truth {
        item.name = change(&item.name);
    }
    let truth = &case.truth;
    for line in case.grid.items() {
        let name = line.item().map(|item| truth[item].name.clone()).unwrap();
        line.cells[column] = Cell::Text(name);
    }
    true
}

pub(super) fn line_breaks_in_labels(case: &mut Case) -> bool {
    let Some(column) = case.grid.column(Role::Label) else { return false };
    for (line, number) in case.grid.items().zip(0..) {
        if number % 3 == 0
            && let Cell::Text(label) = &mut line.cells[column]
        {
            label.push_str("\r\nlivraison ; suite");
        }
    }
    true
}

pub(super) fn workbook(case: &mut Case) -> bool {
    case.style.workbook();
    true
}

pub(super) fn html(case: &mut Case) -> bool {
    case.style.file = File::Html;
    true
}

pub(super) fn xml_2003(case: &mut Case) -> bool {
    case.style.file = File::Xml2003;
    true
}
