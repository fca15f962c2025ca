//! Tables to ledger entries: which sheet, which row holds the headings, what each column means, and every row
//! accounted for: imported, set aside with its reason, blank, heading or total. It refuses to guess per cell: number
//! format and date order are decided on whole columns, and what stays open is a question.

mod aged;
mod aged_day;
mod batches;
mod buckets;
mod claims;
mod classify;
mod column_profiles;
mod common;
mod content;
mod correction;
mod currency;
mod date;
mod date_profile;
mod day_memo;
mod decide;
mod detect;
mod detection;
mod diagnostic;
mod doc_types;
mod earlier;
mod entries;
mod evidence;
mod facts;
mod fec;
mod field;
mod groups;
mod header;
mod heading;
mod headless;
mod hidden;
mod intake;
mod joins;
mod kinds;
mod ledgers;
mod list_print;
mod mapping;
mod money;
mod number;
mod number_profile;
mod openings;
mod pairs;
mod parse;
mod payments;
mod preview;
mod profile;
mod question;
mod regions;
mod row;
mod sanity;
mod sheets;
mod synonyms;
mod terms;
mod titles;
mod totals;
mod vocabulary;
mod wording;
mod words;

pub use aged::Aged;
pub use aged_day::AgedDay;
pub use batches::{Batches, Ended, Whole};
pub use correction::Corrections;
pub use detect::{choose, detect, detect_at};
pub use detection::{Candidate, Detection, Evidence};
pub use diagnostic::{Column, Diagnostic, DiagnosticKind, Severity};
pub use earlier::{Earlier, reconcile};
pub use fec::{ClassTotal, FecRemark, Share, check_name, conclude};
pub use field::Field;
pub use heading::HeadingMatch;
pub use intake::{ControlTotal, Intake, RowCounts, Settings};
pub use joins::Joined;
pub use ledgers::Ledgers;
pub use list_print::{is_list_print, unfolded};
pub use mapping::{
    AmountFormat, Binding, Confidence, DateOrder, DecimalMark, Details, HiddenRows, Layout, Mapping, MappingError,
    SignRule,
};
pub use number::NumberFault;
pub use parse::parse;
pub use preview::{RowKind, row_kinds};
pub use question::{AmountReading, DateReading, Question, SignReading, SwapReading};
pub use regions::split;
pub use sheets::{Chosen, LeftBecause, Selection, select};
pub use titles::written_in_thousands;
pub use words::fold;
