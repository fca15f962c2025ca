//! Tables to ledger entries: which sheet, which row holds the headings, what each column means, and every row
//! accounted for: imported, set aside with its reason, blank, heading or total. It refuses to guess per cell: number
//! format and date order are decided on whole columns, and what stays open is a question.

mod claims;
mod content;
mod currency;
mod date;
mod detect;
mod detection;
mod field;
mod header;
mod heading;
mod mapping;
mod number;
mod synonyms;
mod words;

pub use detect::{choose, detect, sign_of};
pub use detection::{Candidate, Detection, Evidence, Question};
pub use field::Field;
pub use heading::HeadingMatch;
pub use mapping::{AmountFormat, Binding, Confidence, DateOrder, DecimalMark, Layout, Mapping, MappingError, SignRule};
