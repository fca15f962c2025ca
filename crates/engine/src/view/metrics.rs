//! The figures of a day as the contract shows them. Exact ratios become numbers here, rounded once to four decimals.

use crate::view::explain::explanations;
use analysis::{AgedBalance, Class, Concentration, DaysStatistics, Dso, KeyFigures, Punctuality};
use ledger::Ledger;
use protocol::{ClassOfCustomers, Metrics, PunctualityBand, Stratum, TopCustomer};
use text::Language;
use text::explain::Explain;
use values::{Amount, AsOf, Days, Ratio};

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
    /// How punctual payments were.
    pub punctuality: Punctuality,
    /// Concentration.
    pub concentration: Concentration,
    /// Open items by size.
    pub strata: Vec<analysis::Stratum>,
    /// Window of the sales.
    pub window: Days,
}

impl Figures {
    /// Computes all figures of a ledger from its open items and its aged balance.
    pub fn compute(ledger: &Ledger, open: &ledger::OpenItems, balance: &AgedBalance, window: Days) -> Figures {
        let key = analysis::key_figures(open);
        let paid = analysis::paid_parts(ledger, open.as_of);
        Figures {
            dso: analysis::dso(ledger, open, window),
            days_late: analysis::days_late(&paid),
            days_to_pay: analysis::days_to_pay(&paid),
            punctuality: analysis::punctuality(&paid),
            concentration: analysis::concentration(balance),
            strata: analysis::strata(open, ledger.currency()),
            key,
            window,
        }
    }

    /// The contract's row.
    pub fn view(self, ledger: &Ledger, as_of: AsOf, language: Language) -> Metrics {
        let explanations = explanations(&self, Explain { language, currency: ledger.currency() });
        let key = self.key;
        let counted = self.dso.count_back.as_ref();
        Metrics {
            as_of: as_of.day(),
            currency: ledger.currency(),
            outstanding: key.outstanding,
            overdue: key.overdue,
            overdue_share: key.overdue_share.map_or(0.0, number),
            overdue_share_of_net: key.overdue_share_of_net.map(number),
            overdue_age: key.overdue_age.map(number),
            credits: key.credits,
            disputed: key.disputed,
            over90: key.over_90,
            not_due: key.not_due,
            items: key.items,
            overdue_items: key.overdue_items,
            customers: key.customers,
            overdue_customers: key.overdue_customers,
            days: self.window.0.unsigned_abs(),
            sales: self.dso.sales,
            dso: protocol::Dso {
                simple: self.dso.simple.map(number),
                count_back: counted.and_then(|counted| counted.days).map(number),
                count_back_more_than: counted
                    .filter(|counted| counted.days.is_none())
                    .map(|counted| counted.whole_days().0),
                sales_weighted: self.dso.sales_weighted.map(number),
                best_possible: self.dso.best_possible.map(number),
                average_days_delinquent: self.dso.average_days_delinquent.map(number),
            },
            days_late: statistics(self.days_late),
            days_to_pay: statistics(self.days_to_pay),
            opening: self.dso.opening,
            collection_effectiveness: self.dso.collection_effectiveness.map(number),
            punctuality: punctuality(self.punctuality),
            strata: strata(self.strata),
            concentration: concentration(ledger, self.concentration),
            explanations,
        }
    }
}

fn punctuality(of: Punctuality) -> Vec<PunctualityBand> {
    let bands = [("on-time", of.on_time), ("late", of.late), ("very-late", of.very_late)];
    let shares = values::apportion(10_000, &bands.map(|(_, paid)| paid.amount));
    let bands = bands.into_iter().zip(shares).map(|((code, paid), share)| PunctualityBand {
        code: code.to_owned(),
        count: paid.count,
        amount: paid.amount,
        percent: Ratio::new(share.into(), 100).map_or(0.0, number),
    });
    bands.collect()
}

fn strata(of: Vec<analysis::Stratum>) -> Vec<Stratum> {
    let strata = of.into_iter();
    strata.map(|stratum| Stratum { from: stratum.from, count: stratum.count, amount: stratum.amount }).collect()
}

/// Statistics of days.
pub fn statistics(of: DaysStatistics) -> protocol::DaysStatistics {
    protocol::DaysStatistics {
        n: of.n,
        mean: of.mean.map(number),
        weighted: of.weighted.map(number),
        median: of.median.map(number),
        p90: of.p90.map(number),
    }
}

fn concentration(ledger: &Ledger, of: Concentration) -> protocol::Concentration {
    let classes = [Class::A, Class::B, Class::C].map(|class| {
        let shares = of.shares.iter().filter(|share| share.class == class);
        let (customers, balance) = shares.fold((0, Amount::ZERO), |(n, sum), share| (n + 1, sum + share.balance));
        ClassOfCustomers { class: class_name(class).to_owned(), customers, balance }
    });
    let top = of.shares.iter().take(TOP).map(|share| {
        let customer = ledger.customer(share.customer);
        TopCustomer {
            customer: customer.id.clone(),
            name: customer.name.clone(),
            balance: share.balance,
            share: number(share.share),
            cumulative: number(share.cumulative),
            class: class_name(share.class).to_owned(),
        }
    });
    protocol::Concentration {
        hhi: of.hhi.map(number),
        equivalent_customers: of.equivalent_customers.map(number),
        classes: classes.into(),
        top: top.collect(),
    }
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::A => "A",
        Class::B => "B",
        Class::C => "C",
    }
}

/// An exact ratio as the nearest number with four decimals.
#[allow(clippy::float_arithmetic, reason = "the edge: a ratio already rounded in integers, never an amount")]
pub fn number(ratio: Ratio) -> f64 {
    ratio.scaled(4) as f64 / 10_000.0
}
