//! One look at the whole table before rows are read: what only the whole can tell.

use crate::Field;
use crate::column_profiles::Profiles;
use crate::date_profile::DateProfile;
use crate::mapping::Mapping;
use crate::number_profile::AmountProfile;
use crate::pairs::PairProfile;
use crate::row::{Cells, Plan};
use ledger::AccountClass;
use sheet::Table;
use std::collections::BTreeSet;

/// What only the whole table can tell.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// Customers stand above their rows, not beside them.
    pub(crate) grouped: bool,
    /// Accounts of a French chart: rows of other accounts than 411, 413, 416, 418 and 419 are not customers'.
    pub(crate) french_accounts: bool,
    /// The customers' codes are their accounts in a French chart, every one of them.
    pub(crate) customers_by_account: bool,
    /// Every row bears the same customer account: it tells nobody apart.
    pub(crate) collective_account: bool,
    /// Every credit is written below zero.
    pub(crate) credits_below_zero: bool,
    /// Last column of the headings.
    pub(crate) last_column: u16,
    /// So many rows are wider than the headings that width says nothing.
    pub(crate) ragged: bool,
    /// What the columns tell of dates and amounts.
    pub(crate) profiles: Profiles,
}

impl Facts {
    /// Whether the rows these facts are of are read under them and a mapping as under the facts and the mapping assumed.
    pub(crate) fn reads_like(&self, mapping: &Mapping, assumed: &Facts, under: &Mapping) -> bool {
        let plain = |facts: &Facts| {
            let of = [facts.grouped, facts.french_accounts, facts.collective_account, facts.credits_below_zero];
            (of, facts.customers_by_account, facts.last_column, facts.ragged)
        };
        plain(self) == plain(assumed) && self.profiles.reads_like(mapping, &assumed.profiles, under)
    }
}

/// Looks at every row below the headings.
pub(crate) fn facts(table: &Table, mapping: &Mapping, plan: &Plan) -> Facts {
    let mut seen = Seen::new(table, mapping);
    for row in table.rows().filter(|row| row.number() > mapping.header_row()) {
        seen.row(&plan.lay_out(&row));
    }
    seen.facts()
}

fn is_valued(cells: &Cells<'_>) -> bool {
    [Field::Amount, Field::Residual, Field::Debit, Field::Credit].iter().any(|field| cells.has(*field))
}

/// What the rows seen so far tell.
pub(crate) struct Seen {
    last_column: u16,
    profiles: Profiles,
    rows: u32,
    named: u32,
    wide: u32,
    /// Credits below and above zero.
    below: u32,
    above: u32,
    french_accounts: bool,
    /// Customers' codes that are sales accounts of customers, and codes that are no account of theirs.
    sales_accounts: bool,
    other_codes: bool,
    /// The first two accounts.
    accounts: BTreeSet<String>,
}

impl Seen {
    /// Nothing seen yet of a table whose headings stand in this part of it.
    pub(crate) fn new(table: &Table, mapping: &Mapping) -> Seen {
        let header_cells = table.row(mapping.header_row()).map(|row| row.cells().map(|cell| cell.column).max());
        Seen {
            last_column: header_cells.flatten().unwrap_or_else(|| table.column_count()),
            profiles: Profiles::new(mapping, table.from_1904),
            rows: 0,
            named: 0,
            wide: 0,
            below: 0,
            above: 0,
            french_accounts: false,
            sales_accounts: false,
            other_codes: false,
            accounts: BTreeSet::new(),
        }
    }

    /// Looks at a row below the headings.
    pub(crate) fn row(&mut self, cells: &Cells<'_>) {
        if !is_valued(cells) {
            return;
        }
        self.count(cells);
        if self.is_dated(cells) {
            self.profiles.see(cells);
        } else {
            self.profiles.see_beside(cells);
        }
    }

    /// Whether a row below the headings has an amount and a day.
    pub(crate) fn is_common(&self, cells: &Cells<'_>) -> bool {
        is_valued(cells) && self.is_dated(cells)
    }

    /// Totals name a customer too, but bear no date.
    fn is_dated(&self, cells: &Cells<'_>) -> bool {
        self.profiles.dates.iter().any(|told| cells.has(told.field))
    }

    /// Counts a row with an amount; its days and amounts are looked at apart.
    pub(crate) fn count(&mut self, cells: &Cells<'_>) {
        let dated = self.is_dated(cells);
        self.rows += u32::from(dated);
        let customer = cells.has(Field::CustomerId) || cells.has(Field::CustomerName) || cells.has(Field::Account);
        self.named += u32::from(customer && dated);
        self.wide += u32::from(dated && cells.last_column > self.last_column);
        if let Some(account) = cells.text(Field::Account) {
            self.french_accounts |= account.starts_with("411");
            if self.accounts.len() < 2 && !self.accounts.contains(account) {
                self.accounts.insert(account.to_owned());
            }
        }
        if let Some(code) = cells.text(Field::CustomerId).filter(|_| !self.other_codes) {
            self.sales_accounts |= code.starts_with("411");
            self.other_codes = AccountClass::of_account(code).is_none();
        }
        if let Some(credit) = cells.text(Field::Credit)
            && credit.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
        {
            let negative = credit.starts_with(['-', '(', '\u{2212}']) || credit.ends_with('-');
            self.below += u32::from(negative);
            self.above += u32::from(!negative);
        }
    }

    /// What the days of a column tell, where the mapping takes it for days.
    pub(crate) fn profile_of_dates(&mut self, column: u16) -> Option<&mut DateProfile> {
        let told = self.profiles.dates.iter_mut().find(|told| told.column == column);
        told.map(|told| &mut told.profile)
    }

    /// What the amounts of a column tell, where the mapping takes it for money.
    pub(crate) fn profile_of_amounts(&mut self, column: u16) -> Option<&mut AmountProfile> {
        let told = self.profiles.amounts.iter_mut().find(|told| told.column == column);
        told.map(|told| &mut told.profile)
    }

    pub(crate) fn pairs(&mut self) -> &mut PairProfile {
        &mut self.profiles.pairs
    }

    /// What it comes to.
    pub(crate) fn facts(self) -> Facts {
        Facts {
            grouped: self.named * 2 < self.rows,
            french_accounts: self.french_accounts,
            customers_by_account: self.sales_accounts && !self.other_codes,
            collective_account: self.accounts.len() == 1,
            credits_below_zero: self.below > 0 && self.above == 0,
            last_column: self.last_column,
            ragged: self.wide * 20 > self.rows,
            profiles: self.profiles,
        }
    }
}
