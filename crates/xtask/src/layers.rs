//! `cargo xtask layers`: the architecture test of the acceptance crate, alone.

use crate::problem::Outcome;
use crate::{process, setup};

/// `cargo xtask layers`
pub fn command(arguments: &[String]) -> Outcome {
    crate::only_flags(arguments, &[])?;
    process::run(
        setup::cargo()?.args(["test", "-p", "acceptance", "--test", "layers"]),
        "the sentence above names the crate or file; crates/README.md holds the rules.",
    )
}
