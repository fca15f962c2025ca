//! The French *fichier des écritures comptables* (article A47 A-1 of the *livre des procédures fiscales*): what it
//! calls its columns, which of its lines are customers', what its sums must be, which letters clear what, and what
//! several years of it make together. It has no due date: how each one was derived is always said.

mod account;
mod closing;
mod columns;
mod controls;
mod due;
mod due_list;
mod file_name;
mod label;
mod leg;
mod letters;
mod periods;
mod remark;
mod rows;
mod wording;
mod years;

pub use closing::conclude;
pub use controls::ClassTotal;
pub use file_name::check_name;
pub use remark::{FecRemark, Share};

pub(crate) use account::is_collective;
pub(crate) use columns::{is_fec, official_claims};
pub(crate) use controls::Classes;
pub(crate) use label::due_day as due_day_in_text;
pub(crate) use rows::{FecRows, class_remarks, kind_in};
pub(crate) use years::{Books, Period};
