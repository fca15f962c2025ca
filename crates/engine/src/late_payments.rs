//! The table of late payments of a dossier (D441-6), from the open items of its closing day.

use crate::view::late_payments;
use crate::{Session, failures};
use audit::Taxes;
use protocol::{Failure, LatePayments, LatePaymentsQuery};
use text::Language;
use values::{Amount, Days};

impl Session {
    /// Invoices not paid at closing and invoices paid late during the year, by how late, as the management report asks.
    pub fn late_payments(&self, query: &LatePaymentsQuery, language: Language) -> Result<LatePayments, Failure> {
        self.check_day(query.as_of, language)?;
        let rate = query.vat_rate_percent.as_deref();
        let taxes = rate.map(|rate| taxes(rate, language)).transpose()?.unwrap_or(Taxes::Included);
        let (open, asked) = (self.open_on(query.as_of), query.currency.or_else(|| self.main_currency()));
        let currencies = self.ledgers().iter().zip(open.iter()).map(|(ledger, open)| {
            let turnover = query.turnover.filter(|_| asked == Some(ledger.currency()));
            let table = audit::late_payments(ledger, open, taxes, turnover);
            late_payments::currency(ledger.currency(), &table, rate, language)
        });
        Ok(LatePayments {
            closing: query.as_of,
            first_day: (query.as_of + Days(1)).minus_months(12),
            vat_rate_percent: query.vat_rate_percent.clone(),
            currencies: currencies.collect(),
        })
    }
}

/// The VAT of a rate in percent, with two decimals at most.
fn taxes(rate: &str, language: Language) -> Result<Taxes, Failure> {
    let read = Amount::parse_decimal(&rate.trim().replace(',', "."), 2).ok();
    let rate_read = read.and_then(|rate| u32::try_from(rate.minor()).ok()).filter(|rate| *rate <= 10_000);
    match rate_read {
        Some(rate) => Ok(Taxes::Excluded { rate }),
        None => Err(failures::failure("vat-rate", language.vat_rate_refused(rate), language.vat_rate_advice())),
    }
}
