//! The questions about payments: how each customer pays, and what is expected.

use crate::view::{behaviour, forecast};
use crate::{Session, failures};
use analysis::payers::{Settings, payers};
use analysis::receipts;
use protocol::{Behaviour, BehaviourQuery, Failure, Forecast, ForecastQuery};
use text::Language;

/// Last payments compared with those before, unless asked otherwise.
const RECENT: u32 = 5;
/// Weeks ago for which the forecast is tested.
const TESTED_WEEKS_AGO: [u32; 2] = [13, 26];

impl Session {
    /// How each customer pays.
    pub fn behaviour(&self, query: &BehaviourQuery, language: Language) -> Result<Behaviour, Failure> {
        self.check_day(query.as_of, language)?;
        let recent = query.recent.unwrap_or(RECENT);
        if !(3..=20).contains(&recent) {
            return Err(failures::failure("recent", language.recent_refused(recent), language.range_advice()));
        }
        let settings = Settings::comparing(recent as usize);
        let open = self.open_on(query.as_of);
        let currencies = self.ledgers().iter().zip(open.iter()).map(|(ledger, open)| {
            behaviour::currency(self, ledger, &payers(ledger, open, &settings), &settings, query, language)
        });
        Ok(Behaviour { as_of: query.as_of, currencies: currencies.collect() })
    }

    /// Expected receipts over thirteen weeks.
    pub fn forecast(&self, query: &ForecastQuery, language: Language) -> Result<Forecast, Failure> {
        self.check_day(query.as_of, language)?;
        let open = self.open_on(query.as_of);
        let currencies = self.ledgers().iter().zip(open.iter()).map(|(ledger, open)| {
            let test = |weeks_ago| receipts::back_test(ledger, open.as_of, weeks_ago);
            let tests: Vec<receipts::BackTest> = TESTED_WEEKS_AGO.into_iter().filter_map(test).collect();
            forecast::currency(ledger, open, &receipts::forecast(ledger, open), &tests, language)
        });
        Ok(Forecast { as_of: query.as_of, currencies: currencies.collect() })
    }
}
