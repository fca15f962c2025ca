//! Payment terms met in a file, each text read once.

use rules::PaymentTerms;
use std::collections::BTreeMap;

/// Terms by their words.
pub(crate) struct TermsBook {
    /// For rows that state none.
    pub(crate) default: Option<PaymentTerms>,
    known: BTreeMap<String, Option<PaymentTerms>>,
}

impl TermsBook {
    pub(crate) fn new(default: Option<PaymentTerms>) -> TermsBook {
        TermsBook { default, known: BTreeMap::new() }
    }

    /// The terms these words mean.
    pub(crate) fn read(&mut self, words: &str) -> Option<PaymentTerms> {
        if let Some(terms) = self.known.get(words) {
            return *terms;
        }
        let terms = PaymentTerms::parse(words);
        self.known.insert(words.to_owned(), terms);
        terms
    }
}
