//! Open items by size: how many small ones, how few large ones (features.md AN7).

use ledger::OpenItems;
use values::{Amount, Currency};

/// Open items of one size (features.md AN7), amounts in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// Amounts from this one on, without sign.
    pub from: Amount,
    /// How many.
    pub count: u32,
    /// What remains of them, signed.
    pub amount: Amount,
}

/// Lower limits of the strata after the first, in whole units of the currency.
const LIMITS: [i64; 5] = [100, 1_000, 10_000, 100_000, 1_000_000];

/// The open items by size of what remains, smallest first; empty strata are left out. Counts and amounts add up to
/// those of the open items.
pub fn strata(open: &OpenItems, currency: Currency) -> Vec<Stratum> {
    let unit = 10_i64.pow(currency.decimals());
    let limits = std::iter::once(0).chain(LIMITS.map(|limit| limit * unit));
    let mut strata: Vec<Stratum> =
        limits.map(|from| Stratum { from: Amount::from_minor(from), count: 0, amount: Amount::ZERO }).collect();
    for item in &open.items {
        if let Some(stratum) = strata.iter_mut().rev().find(|stratum| item.residual.abs() >= stratum.from) {
            stratum.count += 1;
            stratum.amount += item.residual;
        }
    }
    strata.retain(|stratum| stratum.count > 0);
    strata
}
