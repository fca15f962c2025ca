//! One look at the whole table before rows are read: what only the whole can tell.

use crate::Field;
use crate::date::DateProfile;
use crate::field::Content;
use crate::mapping::Mapping;
use crate::row::Plan;
use sheet::Table;
use std::collections::BTreeSet;

/// What only the whole table can tell.
pub(crate) struct Facts {
    /// Customers stand above their rows, not beside them.
    pub(crate) grouped: bool,
    /// Accounts of a French chart: rows of other accounts than 411 are not receivables from customers.
    pub(crate) french_accounts: bool,
    /// Every row bears the same customer account: it tells nobody apart.
    pub(crate) collective_account: bool,
    /// Every credit is written below zero.
    pub(crate) credits_below_zero: bool,
    /// Last column of the headings.
    pub(crate) last_column: u16,
    /// So many rows are wider than the headings that width says nothing.
    pub(crate) ragged: bool,
    /// Date columns whose true dates and texts contradict one another: field, true dates, texts.
    pub(crate) half_swapped: Vec<(Field, u32, u32)>,
}

/// Looks at every row below the headings.
pub(crate) fn facts(table: &Table, mapping: &Mapping, plan: &Plan) -> Facts {
    let header_cells = table.row(mapping.header_row()).map(|row| row.cells().map(|cell| cell.column).max());
    let last_column = header_cells.flatten().unwrap_or_else(|| table.column_count());
    let mut dates: Vec<(Field, DateProfile)> = mapping
        .columns()
        .iter()
        .filter(|binding| binding.field.content() == Content::Date)
        .map(|binding| (binding.field, DateProfile::default()))
        .collect();
    let (mut rows, mut named, mut wide, mut below, mut above) = (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    let mut french_accounts = false;
    let mut accounts: BTreeSet<String> = BTreeSet::new();
    for row in table.rows().filter(|row| row.number() > mapping.header_row()) {
        let cells = plan.lay_out(&row);
        let valued = [Field::Amount, Field::Residual, Field::Debit, Field::Credit].iter().any(|f| cells.has(*f));
        if !valued {
            continue;
        }
        // Totals name a customer too, but bear no date.
        let dated = dates.iter().any(|(field, _)| cells.has(*field));
        rows += u32::from(dated);
        let customer = cells.has(Field::CustomerId) || cells.has(Field::CustomerName) || cells.has(Field::Account);
        named += u32::from(customer && dated);
        wide += u32::from(dated && cells.last_column > last_column);
        if let Some(account) = cells.text(Field::Account).filter(|_| accounts.len() < 2) {
            accounts.insert(account.to_owned());
        }
        french_accounts |= cells.text(Field::Account).is_some_and(|account| account.starts_with("411"));
        if let Some(credit) = cells.text(Field::Credit)
            && credit.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
        {
            let negative = credit.starts_with(['-', '(', '\u{2212}']) || credit.ends_with('-');
            below += u32::from(negative);
            above += u32::from(!negative);
        }
        for (field, profile) in &mut dates {
            if let Some(cell) = cells.get(*field) {
                profile.see(&cell);
            }
        }
    }
    Facts {
        grouped: named * 2 < rows,
        french_accounts,
        collective_account: accounts.len() == 1,
        credits_below_zero: below > 0 && above == 0,
        last_column,
        ragged: wide * 20 > rows,
        half_swapped: dates
            .into_iter()
            .filter(|(_, profile)| profile.half_swapped())
            .map(|(field, profile)| (field, profile.true_low, profile.first_high))
            .collect(),
    }
}
