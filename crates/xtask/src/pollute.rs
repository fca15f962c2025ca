//! `cargo xtask pollute`: clean ledgers written in a hundred ways, and how many cells are read right.

use crate::problem::Outcome;
use crate::{process, setup};

/// `cargo xtask pollute`
pub fn command(arguments: &[String]) -> Outcome {
    crate::only_flags(arguments, &[])?;
    process::run(
        setup::cargo()?.args(["run", "--quiet", "-p", "acceptance", "--example", "pollute"]),
        "the sentence above says what was seen.",
    )
}
