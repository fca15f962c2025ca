//! Rows of a balance of one row per customer that their words call wrongly: customers whose names begin like totals
//! (`Total Énergies`), told from sub-totals by what they add up to where the last total of the table then agrees; and a
//! last row under an unknown word that is the sum of all others.

use crate::classify::{RowClass, TotalKind, classify};
use crate::mapping::Layout;
use crate::parse::Reading;
use crate::vocabulary;
use crate::words::fold_into;
use sheet::Table;
use std::collections::BTreeSet;
use values::Amount;

/// What such rows are.
#[derive(Default)]
pub(crate) struct Called {
    /// Rows of customers, though their words are a total's.
    pub(crate) customers: BTreeSet<u32>,
    /// The row of the total of the table, though no word says so.
    pub(crate) total: Option<u32>,
}

/// Rows that a sum of all others stands under, at least: two may be equal by chance.
const ADDED: u32 = 3;

/// Looks for such rows. No customer where no total of the table speaks for it.
pub(crate) fn find(table: &Table, reading: &mut Reading<'_>) -> Called {
    let mut called = Called::default();
    if reading.mapping.layout() != Layout::AgedBalance {
        return called;
    }
    let (mut whole, mut since) = (Amount::ZERO, Amount::ZERO);
    let (mut items, mut confirmed) = (0_u32, false);
    let mut folded = String::new();
    for row in table.rows_below(reading.mapping.header_row()) {
        let cells = reading.plan.lay_out(&row);
        let class = classify(&cells, false, reading.mapping, &reading.titles, &mut folded);
        let Some((_, amount)) = reading.aged_amount(&cells) else { continue };
        match class {
            RowClass::Item => {
                let sums_up = items >= ADDED && amount == whole && !amount.is_zero();
                called.total = sums_up.then(|| row.number());
                items += u32::from(!amount.is_zero());
                whole += amount;
                since += amount;
            }
            RowClass::Total(kind) => {
                fold_into(&mut folded, cells.first().map(|cell| cell.text).unwrap_or_default());
                let bare = kind == TotalKind::Grand || vocabulary::is_bare_total(&folded);
                called.total = None;
                if bare || amount == since || amount == whole {
                    confirmed = amount == whole;
                    since = Amount::ZERO;
                } else {
                    called.customers.insert(row.number());
                    whole += amount;
                    since += amount;
                }
            }
            RowClass::Blank | RowClass::Heading | RowClass::Group => {}
        }
    }
    if !confirmed {
        called.customers.clear();
    }
    called
}
