//! How much of the outstanding rests on how few customers.

use crate::AgedBalance;
use ledger::CustomerKey;
use values::{Amount, Ratio};

/// One customer's part of the positive balances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The customer.
    pub customer: CustomerKey,
    /// What it owes, in minor units.
    pub balance: Amount,
    /// Its part, from 0 to 1.
    pub share: Ratio,
    /// The part of this customer and all larger ones.
    pub cumulative: Ratio,
    /// Its class.
    pub class: Class,
}

/// Classes of customers by cumulated balance (domain.md 6). The customer that crosses a limit belongs above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The largest, up to 80 %.
    A,
    /// The next, up to 95 %.
    B,
    /// The rest.
    C,
}

impl Class {
    /// The class of a customer before which `before` of `whole` stands.
    fn of(before: Amount, whole: Amount) -> Class {
        let reached = |percent: i128| i128::from(before.minor()) * 100 >= i128::from(whole.minor()) * percent;
        match (reached(80), reached(95)) {
            (false, _) => Class::A,
            (true, false) => Class::B,
            (true, true) => Class::C,
        }
    }
}

/// Concentration of the positive balances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concentration {
    /// Herfindahl-Hirschman index: sum of the squared percentages, 0 to 10,000 (domain.md 6).
    pub hhi: Option<Ratio>,
    /// How many customers of one size would be as concentrated: 10,000 over the index.
    pub equivalent_customers: Option<Ratio>,
    /// The customers, largest first.
    pub shares: Vec<Share>,
}

/// Concentration of an aged balance; customers in credit are left out.
pub fn concentration(balance: &AgedBalance) -> Concentration {
    let owed: Vec<(CustomerKey, Amount)> = balance
        .lines
        .iter()
        .map(|(customer, line)| (*customer, line.balance()))
        .filter(|(_, balance)| balance.is_debit())
        .collect();
    let whole: Amount = owed.iter().map(|(_, balance)| *balance).sum();
    let squares: i128 = owed.iter().map(|(_, balance)| i128::from(balance.minor()).pow(2)).sum();
    let square = i128::from(whole.minor()).pow(2);
    let hhi = Ratio::new(squares * 10_000, square);
    let equivalent_customers = Ratio::new(square, squares);
    let mut cumulative = Amount::ZERO;
    let mut shares = Vec::with_capacity(owed.len());
    for (customer, balance) in owed {
        let class = Class::of(cumulative, whole);
        cumulative += balance;
        let (Some(share), Some(running)) = (Ratio::of(balance, whole), Ratio::of(cumulative, whole)) else { continue };
        shares.push(Share { customer, balance, share, cumulative: running, class });
    }
    Concentration { hhi, equivalent_customers, shares }
}
