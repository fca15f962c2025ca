//! What changed since the dossier was saved, or against another dossier.

use crate::view::comparison as view;
use crate::{Session, failures};
use followup::{Comparison, Extract, LedgerSnapshot, compare, extract_of};
use ledger::Ledger;
use protocol::{ComparisonQuery, ExtractKind, Failure};
use text::Language;
use values::{Arrange, AsOf, Day};

impl Session {
    /// What changed between the day the dossier was saved and another.
    pub fn compare(&self, query: &ComparisonQuery, language: Language) -> Result<protocol::Comparison, Failure> {
        self.check_day(query.as_of, language)?;
        let Some(before) = &self.before else {
            return Err(failures::failure(
                "nothing-before",
                language.nothing_before(),
                language.nothing_before_advice(),
            ));
        };
        if query.as_of < before.as_of {
            let message = language.compared_backwards(before.as_of, query.as_of);
            return Err(failures::failure("compared-backwards", message, language.range_advice()));
        }
        Ok(view::comparison(self, &self.comparisons(query, before.as_of), before.as_of, query, language))
    }

    /// Takes what was open in another dossier on a day as what this one is compared with.
    pub fn compare_to(&mut self, earlier: &Session, on: Day) {
        self.before = Some(earlier.snapshot(on));
        self.log = earlier.log.clone();
        self.take_matches();
    }

    /// Each ledger against what was open of it; a currency that is only in one of the two is there too.
    pub(crate) fn comparisons(
        &self,
        query: &ComparisonQuery,
        on: Day,
    ) -> Vec<(values::Currency, Option<&Ledger>, Comparison)> {
        let before = self.before.iter().flat_map(|before| &before.ledgers);
        let mut all = Vec::new();
        for ledger in self.ledgers() {
            let currency = ledger.currency();
            let none = LedgerSnapshot { currency, history: false, customers: Vec::new(), settled: Vec::new() };
            let was = before.clone().find(|was| was.currency == currency).unwrap_or(&none);
            let extract = match query.extract {
                Some(ExtractKind::Stock) => Extract::Stock,
                Some(ExtractKind::Delta) => Extract::Delta,
                None => extract_of(was, on, ledger),
            };
            all.push((currency, Some(ledger), compare(was, on, ledger, AsOf(query.as_of), extract)));
        }
        for was in before.filter(|was| !self.ledgers().iter().any(|ledger| ledger.currency() == was.currency)) {
            all.push((was.currency, None, followup::nothing_left(was)));
        }
        all.arrange_by_key(|(currency, ..)| *currency);
        all
    }
}
