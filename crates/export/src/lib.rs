//! Files to take out: a workbook, delimited text, a page to print, an archive. All are written from the rows the
//! screen shows, so that what is exported is what was seen. Text from the ledger stays text: never a formula, a link,
//! a tag or a path. The same inputs give the same bytes: there is no clock here.

pub mod archive;
pub mod container;
mod controls;
pub mod delimited;
mod error;
mod figure;
pub mod html;
mod labels;
pub mod listing;
mod palette;
pub mod rejects;
mod report;
mod table;
mod tables;
pub mod xlsx;

pub use error::ExportError;
pub use report::{CustomerSheets, Report};
