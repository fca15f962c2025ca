//! Acceptance: what the product is measured against, from ledgers nobody wrote by hand to hostile files.
//! Helpers only; the checks are in `tests/tests`. Here a broken assumption may panic: it is a failing test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

pub mod checks;
pub mod columns;
pub mod demo;
pub mod fixtures;
pub mod fuzz;
pub mod hostile;
pub mod planning;
pub mod pollute;
pub mod random;
pub mod sheets;
