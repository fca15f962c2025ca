//! Every word a person reads, French and English side by side, and every number and date as a person reads it.
//! A missing translation does not compile; no sentence stands outside this crate.

#[macro_use]
mod texts;

pub mod format;
mod language;
mod reading;

pub use language::Language;
