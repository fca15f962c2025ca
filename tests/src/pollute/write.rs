//! A table as the bytes of a file, in the style a program would write it, and the row number of each item in it.

use super::grid::{Cell, Grid, Line};
use super::workbook;
use values::Day;

/// How a file is written.
#[derive(Clone, Debug)]
pub(crate) struct Style {
    pub(crate) file: File,
    pub(crate) encoding: Encoding,
    pub(crate) mark: bool,
    pub(crate) newline: &'static str,
    pub(crate) final_newline: bool,
    pub(crate) separator_line: bool,
    pub(crate) delimiter: char,
    pub(crate) quote_all: bool,
    pub(crate) trailing_delimiter: bool,
    pub(crate) cut_trailing_cells: bool,
    /// Around every cell.
    pub(crate) padding: &'static str,
    pub(crate) money: Money,
    pub(crate) day: DayStyle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum File {
    Delimited,
    Workbook(Sheet),
    Html,
    Xml2003,
}

/// How a workbook holds its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) year_1904: bool,
    pub(crate) money_as_text: bool,
    pub(crate) days: SheetDays,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SheetDays {
    True,
    Text,
    /// Opened under month-first settings: those that could be a date had their day and month swapped, the others stayed text.
    HalfSwapped,
    /// Day numbers without a date format.
    Serial,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Latin9,
    MacRoman,
    Cp850,
    /// UTF-8 taken for Windows-1252 and written as UTF-8 again.
    Twice,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Money {
    pub(crate) decimal: char,
    pub(crate) group: &'static str,
    pub(crate) negative: Negative,
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    /// Digits in all, filled with zeros.
    pub(crate) width: usize,
    pub(crate) plus: bool,
    /// `1000` for 1000.00 and `12,5` for 12.50.
    pub(crate) short: bool,
    pub(crate) zero: Option<&'static str>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Negative {
    Leading(&'static str),
    Trailing,
    Brackets,
    /// The side as letters after every amount: debit, credit.
    Letters(&'static str, &'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayStyle {
    /// Separator and digits of the year.
    Dmy(char, usize),
    Mdy,
    Iso,
    Compact,
    CompactDmy,
    FrenchShort,
    FrenchLong,
    EnglishShort,
    WithTime,
}

impl Style {
    pub(crate) fn new(delimiter: char, decimal: char, group: &'static str, day: DayStyle) -> Style {
        Style {
            file: File::Delimited,
            encoding: Encoding::Utf8,
            mark: false,
            newline: "\r\n",
            final_newline: true,
            separator_line: false,
            delimiter,
            quote_all: false,
            trailing_delimiter: false,
            cut_trailing_cells: false,
            padding: "",
            money: Money {
                decimal,
                group,
                negative: Negative::Leading("-"),
                before: "",
                after: "",
                width: 0,
                plus: false,
                short: false,
                zero: None,
            },
            day,
        }
    }
}

/// The bytes, and for each item of the truth the number of its row as the file counts them.
pub(crate) struct Written {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) rows: Vec<(usize, u32)>,
}

pub(crate) fn write(grid: &Grid, style: &Style) -> Written {
    match style.file {
        File::Delimited => delimited(grid, style),
        File::Workbook(sheet) => Written {
            name: "ledger.xlsx",
            bytes: workbook::xlsx(grid, style, sheet),
            rows: workbook::row_numbers(grid),
        },
        File::Html => {
            Written { name: "ledger.xls", bytes: workbook::html(grid, style), rows: workbook::row_numbers(grid) }
        }
        File::Xml2003 => {
            Written { name: "ledger.xls", bytes: workbook::xml_2003(grid, style), rows: workbook::row_numbers(grid) }
        }
    }
}

fn delimited(grid: &Grid, style: &Style) -> Written {
    let mut text = String::new();
    let mut rows = Vec::new();
    let mut number = 1;
    if style.separator_line {
        text.push_str(&format!("sep={}{}", style.delimiter, style.newline));
        number += 1;
    }
    for (position, line) in grid.lines.iter().enumerate() {
        if let Some(item) = line.item() {
            rows.push((item, number));
        }
        let written = fields(line, style);
        number += 1 + written.matches('\n').count() as u32;
        text.push_str(&written);
        if position + 1 < grid.lines.len() || style.final_newline {
            text.push_str(style.newline);
        }
    }
    Written { name: "ledger.csv", bytes: encode(&text, style), rows }
}

fn fields(line: &Line, style: &Style) -> String {
    let mut cells: Vec<String> = line.cells.iter().map(|cell| shown(cell, style)).collect();
    if style.cut_trailing_cells {
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
    }
    let mut fields: Vec<String> = cells.into_iter().map(|cell| quoted(&cell, style)).collect();
    if style.trailing_delimiter {
        fields.push(String::new());
    }
    fields.join(&style.delimiter.to_string())
}

fn quoted(cell: &str, style: &Style) -> String {
    let cell = if cell.is_empty() { String::new() } else { format!("{0}{cell}{0}", style.padding) };
    let special = cell.contains([style.delimiter, '"', '\n', '\r']);
    if special || style.quote_all { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// A cell as text.
pub(crate) fn shown(cell: &Cell, style: &Style) -> String {
    match cell {
        Cell::Empty | Cell::Formula(_) => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Money(cents) => money(*cents, style.money),
        Cell::Day(day) => date(*day, style.day),
        Cell::Error(error) => (*error).to_owned(),
    }
}

fn money(cents: i64, style: Money) -> String {
    if let (0, Some(zero)) = (cents, style.zero) {
        return zero.to_owned();
    }
    let (whole, hundredths) = (cents.abs() / 100, cents.abs() % 100);
    let digits = format!("{whole:0width$}", width = style.width);
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push_str(style.group);
        }
        grouped.push(digit);
    }
    let fraction = match (style.short, hundredths) {
        (true, 0) => String::new(),
        (true, _) if hundredths % 10 == 0 => format!("{}{}", style.decimal, hundredths / 10),
        _ => format!("{}{hundredths:02}", style.decimal),
    };
    let body = format!("{}{grouped}{fraction}{}", style.before, style.after);
    match (style.negative, cents < 0) {
        (Negative::Letters(debit, credit), below) => format!("{body} {}", if below { credit } else { debit }),
        (Negative::Leading(minus), true) => format!("{minus}{body}"),
        (Negative::Trailing, true) => format!("{body}-"),
        (Negative::Brackets, true) => format!("({body})"),
        (_, false) if style.plus => format!("+{body}"),
        (_, false) => body,
    }
}

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const FRENCH_SHORT: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const ENGLISH_SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

pub fn date(day: Day, style: DayStyle) -> String {
    let (year, month, day) = (day.year(), day.month(), day.day_of_month());
    let name = |names: [&'static str; 12]| names[month as usize - 1];
    match style {
        DayStyle::Dmy(mark, 2) => format!("{day:02}{mark}{month:02}{mark}{:02}", year % 100),
        DayStyle::Dmy(mark, _) => format!("{day:02}{mark}{month:02}{mark}{year}"),
        DayStyle::Mdy => format!("{month:02}/{day:02}/{year}"),
        DayStyle::Iso => format!("{year}-{month:02}-{day:02}"),
        DayStyle::Compact => format!("{year}{month:02}{day:02}"),
        DayStyle::CompactDmy => format!("{day:02}{month:02}{:02}", year % 100),
        DayStyle::FrenchShort => format!("{day:02}-{}-{:02}", name(FRENCH_SHORT), year % 100),
        DayStyle::FrenchLong => format!("{day} {} {year}", name(FRENCH)),
        DayStyle::EnglishShort => format!("{day:02}-{}-{:02}", name(ENGLISH_SHORT), year % 100),
        DayStyle::WithTime => format!("{day:02}/{month:02}/{year} 00:00:00"),
    }
}

fn encode(text: &str, style: &Style) -> Vec<u8> {
    let with_mark = |bytes: Vec<u8>, mark: &[u8]| if style.mark { [mark, &bytes].concat() } else { bytes };
    let table = |encoding: &'static encoding_rs::Encoding| encoding.encode(text).0.into_owned();
    match style.encoding {
        Encoding::Utf8 => with_mark(text.as_bytes().to_vec(), b"\xef\xbb\xbf"),
        Encoding::Utf16Le => with_mark(text.encode_utf16().flat_map(u16::to_le_bytes).collect(), b"\xff\xfe"),
        Encoding::Utf16Be => with_mark(text.encode_utf16().flat_map(u16::to_be_bytes).collect(), b"\xfe\xff"),
        Encoding::Windows1252 => table(encoding_rs::WINDOWS_1252),
        Encoding::Latin9 => table(encoding_rs::ISO_8859_15),
        Encoding::MacRoman => table(encoding_rs::MACINTOSH),
        Encoding::Cp850 => text.chars().map(cp850).collect(),
        Encoding::Twice => {
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned().into_bytes()
        }
    }
}

/// The letters of the ledgers in the code page of DOS.
fn cp850(character: char) -> u8 {
    const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº";
    match u8::try_from(u32::from(character)) {
        Ok(byte) if byte < 0x80 => byte,
        Ok(0xA0) => 0xFF,
        _ if character == 'ß' => 0xE1,
        _ if character == '°' => 0xF8,
        _ => UPPER.chars().position(|known| known == character).map_or(b'?', |place| 0x80 + place as u8),
    }
}
