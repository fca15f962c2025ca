//! What went wrong, as one sentence for a person: what was seen, then what to do.

use std::fmt;
use std::path::Path;

/// A sentence for a person.
#[derive(Debug)]
pub struct Problem(String);

/// The result of every step.
pub type Outcome<T = ()> = Result<T, Problem>;

impl Problem {
    /// Takes the sentence as it will be printed.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Adds the path to a file error.
pub trait AtPath<T> {
    /// `verb` completes "cannot ...".
    fn at(self, verb: &str, path: &Path) -> Outcome<T>;
}

impl<T> AtPath<T> for std::io::Result<T> {
    fn at(self, verb: &str, path: &Path) -> Outcome<T> {
        self.map_err(|error| Problem::new(format!("cannot {verb} {}: {error}.", path.display())))
    }
}
