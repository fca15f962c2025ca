//! The files that came with others and are not read, each with the reason.

use crate::failures;
use crate::reading::{self, InputFile};
use protocol::Failure;
use sheet::Sizes;
use std::cell::OnceCell;
use text::Language;
use values::Day;

/// A file that came with others and is not read.
#[derive(Clone, Debug)]
pub(crate) struct LeftFile {
    pub(crate) name: String,
    pub(crate) why: WhyLeft,
}

/// Why it is not read.
#[derive(Clone, Debug)]
pub(crate) enum WhyLeft {
    /// It is a document by nature (a PDF, a picture, a letter): no table is lost with it.
    Document(Refusal),
    /// It cannot be read.
    Refused(Refusal),
    /// It has the same content as another one.
    SameAs(String),
    /// Its documents stand in another one, which took so many due days from it.
    Within { other: String, documents: u32, due_days: u32 },
    /// It lists what was open on an earlier day than another one.
    Earlier { other: String, day: Day, later: Day },
    /// These words announce suppliers.
    Suppliers(String),
    /// A person said so.
    Asked,
}

impl WhyLeft {
    /// Whether it is a balance of which nothing says the day.
    pub(crate) fn is_balance_without_day(&self) -> bool {
        matches!(self, WhyLeft::Refused(refusal) if refusal.failure.code == failures::AGED_DAY_UNKNOWN)
    }
}

/// Why a file cannot be read, in whichever language it is asked for while the dossier is open.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) failure: Failure,
    language: Language,
    input: InputFile,
    sizes: Sizes,
    otherwise: OnceCell<Failure>,
}

impl Refusal {
    pub(crate) fn new(failure: Failure, language: Language, input: &InputFile, sizes: Sizes) -> Refusal {
        Refusal { failure, language, input: input.clone(), sizes, otherwise: OnceCell::new() }
    }

    /// In the language asked for; in another than the one it was given in, the file is read once more for its words.
    pub(crate) fn told(&self, language: Language) -> &Failure {
        if language == self.language {
            return &self.failure;
        }
        let again = || reading::refusal(&self.input, self.sizes, language).unwrap_or_else(|| self.failure.clone());
        self.otherwise.get_or_init(again)
    }
}
