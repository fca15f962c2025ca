//! The figures of a day as the contract shows them. Exact ratios become numbers here, rounded once to four decimals.

use analysis::{AgedBalance, Concentration, DaysStatistics, Dso, KeyFigures};
use ledger::Ledger;
use protocol::{Metrics, TopCustomer};
use values::{AsOf, Days, Ratio};

/// Largest customers shown.
const TOP: usize = 10;

/// Everything computed for one currency.
pub struct Figures {
    /// Key figures.
    pub key: KeyFigures,
    /// Days of sales outstanding.
    pub dso: Dso,
    /// Days late of paid invoices.
    pub days_late: DaysStatistics,
    /// Days to pay of paid invoices.
    pub days_to_pay: DaysStatistics,
    /// Concentration.
    pub concentration: Concentration,
}

impl Figures {
    /// Computes all figures of a ledger from its open items and its aged balance.
    pub fn compute(ledger: &Ledger, open: &ledger::OpenItems, balance: &AgedBalance, window: Days) -> Figures {
        let key = analysis::key_figures(open);
        let paid = analysis::paid_parts(ledger, open.as_of);
        Figures {
            dso: analysis::dso(ledger, open.as_of, window, key.outstanding, key.not_due),
            days_late: analysis::days_late(&paid),
            days_to_pay: analysis::days_to_pay(&paid),
            concentration: analysis::concentration(balance),
            key,
        }
    }

    /// The contract's row.
    pub fn view(self, ledger: &Ledger, as_of: AsOf, window: Days) -> Metrics {
        let key = self.key;
        Metrics {
            as_of: as_of.day(),
            currency: ledger.currency(),
            outstanding: key.outstanding,
            overdue: key.overdue,
            overdue_share: key.overdue_share.map_or(0.0, number),
            credits: key.credits,
            disputed: key.disputed,
            over90: key.over_90,
            not_due: key.not_due,
            items: key.items,
            overdue_items: key.overdue_items,
            customers: key.customers,
            overdue_customers: key.overdue_customers,
            days: window.0.unsigned_abs(),
            sales: self.dso.sales,
            dso: protocol::Dso {
                simple: self.dso.simple.map(number),
                count_back: self.dso.count_back.map(number),
                best_possible: self.dso.best_possible.map(number),
                average_days_delinquent: self.dso.average_days_delinquent.map(number),
            },
            days_late: statistics(self.days_late),
            days_to_pay: statistics(self.days_to_pay),
            concentration: concentration(ledger, self.concentration),
        }
    }
}

fn statistics(of: DaysStatistics) -> protocol::DaysStatistics {
    protocol::DaysStatistics {
        n: of.n,
        mean: of.mean.map(number),
        weighted: of.weighted.map(number),
        median: of.median.map(number),
        p90: of.p90.map(number),
    }
}

fn concentration(ledger: &Ledger, of: Concentration) -> protocol::Concentration {
    let top = of.shares.iter().take(TOP).map(|share| {
        let customer = ledger.customer(share.customer);
        TopCustomer {
            customer: customer.id.clone(),
            name: customer.name.clone(),
            balance: share.balance,
            share: number(share.share),
            cumulative: number(share.cumulative),
        }
    });
    protocol::Concentration { hhi: of.hhi.map(number), top: top.collect() }
}

/// An exact ratio as the nearest number with four decimals.
#[allow(clippy::float_arithmetic, reason = "the edge: a ratio already rounded in integers, never an amount")]
pub fn number(ratio: Ratio) -> f64 {
    ratio.scaled(4) as f64 / 10_000.0
}
