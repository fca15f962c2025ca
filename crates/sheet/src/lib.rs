//! Bytes to tables: recognises the format by content, reads delimited text and workbooks within limits.
//! It guarantees a typed refusal instead of a panic, and interprets no cell.

mod aligned;
mod biff;
mod biff_facts;
mod biff_styles;
mod code_pages;
mod columns;
mod compound;
mod delimited;
mod dialect;
mod documents;
mod encoding;
mod entities;
mod error;
mod filling;
mod framed;
mod html;
mod large;
mod large_sheet;
mod limits;
mod markup;
mod notice;
mod number_format;
mod ods_styles;
mod package;
mod package_ods;
mod package_xlsb;
mod package_xlsx;
mod pieces;
mod print_columns;
mod print_words;
mod progress;
mod records;
mod row_runs;
mod shared_strings;
mod sniff;
mod source;
mod spreadsheet_xml;
mod styles;
mod table;
mod tags;
mod text_file;
mod twice;
mod value;
mod verdicts;
mod workbook;
mod xlsb_styles;
mod xlsx;
mod xlsx_part;
mod xlsx_rows;
mod xlsx_styles;
mod xml_text;

#[cfg(test)]
mod large_sheet_tests;
#[cfg(test)]
mod xlsx_tests;

pub use encoding::Encoding;
pub use error::{Damage, Unreadable};
pub use large::Large;
pub use large_sheet::LargeSheet;
pub use limits::{Limit, Limits};
pub use notice::Notice;
pub use sniff::{Look, Markup};
pub use source::{Source, SourceError};
pub use table::{Cell, CellKind, Row, Table};
pub use text_file::{Pass, Sizes, TextFile};
pub use workbook::{Format, Workbook};

/// A file found to be readable.
pub enum Opened {
    /// Held whole.
    Whole(Workbook),
    /// A large text file, to be read in passes.
    Text(Box<TextFile>),
    /// A workbook with one large sheet, to be read in passes.
    Sheet(Box<LargeSheet>),
}

/// Opens a file from its source, whatever its name; see [`read`]. Large text files and workbooks with one large sheet are
/// only looked at. Refused are files that hold no table, pass a limit or are damaged.
pub fn open(
    source: &dyn Source,
    limits: &Limits,
    sizes: Sizes,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Opened, Unreadable> {
    if source.len() <= sizes.whole {
        return hold(source, limits, progress).map(Opened::Whole);
    }
    let mut head = vec![0; 4_096];
    let filled = source::fill(source, 0, &mut head)?;
    head.truncate(filled);
    let kind = sniff::kind(&head);
    if kind == sniff::Kind::Other {
        let text = TextFile::open(source, limits, sizes)?;
        if source.len() <= limits.file_bytes && text.may_be_print()? {
            return hold(source, limits, progress).map(Opened::Whole);
        }
        return Ok(Opened::Text(Box::new(text)));
    }
    limits.check(Limit::FileBytes, source.len())?;
    let bytes = source::whole(source)?;
    if kind == sniff::Kind::Zip {
        package::check_entries(&bytes, limits)?;
        let mut looking = progress::Progress::new(progress, source.len());
        if let Some(sheet) = LargeSheet::open(&bytes, limits, sizes, &mut looking) {
            return Ok(Opened::Sheet(Box::new(sheet)));
        }
    }
    read(&bytes, limits, progress).map(Opened::Whole)
}

/// Reads a file whole, whatever its size.
pub fn hold(source: &dyn Source, limits: &Limits, progress: &mut dyn FnMut(u64, u64)) -> Result<Workbook, Unreadable> {
    limits.check(Limit::FileBytes, source.len())?;
    read(&source::whole(source)?, limits, progress)
}

/// Reads a ZIP container by the reader that takes every xlsx: what [`read`] must agree with on the regular ones.
#[doc(hidden)]
pub fn read_tolerantly(bytes: &[u8], limits: &Limits) -> Result<Workbook, Unreadable> {
    limits.check(Limit::FileBytes, bytes.len() as u64)?;
    package::check_entries(bytes, limits)?;
    workbook::read_package_tolerantly(bytes, limits, &mut progress::Progress::new(&mut |_, _| {}, bytes.len() as u64))
}

/// Reads a file, whatever its name. `progress(done, total)` is called at least every 64 kB or few thousand cells;
/// `total` is twice the size of the file, the first half being spent on looking before reading.
pub fn read(bytes: &[u8], limits: &Limits, progress: &mut dyn FnMut(u64, u64)) -> Result<Workbook, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    let size = bytes.len() as u64;
    limits.check(Limit::FileBytes, size)?;
    let mut progress = progress::Progress::new(progress, size);
    match sniff::kind(bytes) {
        sniff::Kind::Zip => workbook::read_package(bytes, limits, &mut progress),
        sniff::Kind::Compound => workbook::read_compound(bytes, limits, &mut progress),
        sniff::Kind::Markup(Markup::Html) => html::read(bytes, limits, &mut progress),
        sniff::Kind::Markup(Markup::SpreadsheetXml) => spreadsheet_xml::read(bytes, limits, &mut progress),
        sniff::Kind::Markup(kind) => Err(Unreadable::Markup { kind }),
        sniff::Kind::Look(look) => Err(Unreadable::NotATable { look }),
        sniff::Kind::Other => match encoding::detect(bytes) {
            Some(encoding) => delimited::read(bytes, encoding, limits, &mut progress),
            None => Err(error::unknown(bytes)),
        },
    }
}
