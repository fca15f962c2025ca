//! One look at the whole table before rows are read: what only the whole can tell.

use crate::Field;
use crate::column_profiles::Profiles;
use crate::date_profile::DateProfile;
use crate::heading;
use crate::invoice_lines::InvoiceLines;
use crate::mapping::Mapping;
use crate::number::{self, Side};
use crate::number_profile::AmountProfile;
use crate::pairs::PairProfile;
use crate::payment_rows::PaymentRows;
use crate::payments_below::PaymentsBelow;
use crate::row::{Cells, Plan};
use crate::{vocabulary, words};
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
    /// The column of sides writes 1 for a debit, as those do that write -1 for a credit.
    pub(crate) one_is_debit: bool,
    /// A row for each item sold, with the totals of its whole invoice.
    pub(crate) invoice_lines: bool,
    /// A row for each payment, with the amount of its whole invoice.
    pub(crate) payment_rows: bool,
    /// A row for each payment, below that of its invoice.
    pub(crate) payments_below: bool,
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
            let codes = (facts.customers_by_account, facts.one_is_debit);
            let rows = (facts.invoice_lines, facts.payment_rows, facts.payments_below);
            (of, codes, rows, facts.last_column, facts.ragged)
        };
        plain(self) == plain(assumed) && self.profiles.reads_like(mapping, &assumed.profiles, under)
    }
}

/// Looks at every row below the headings.
pub(crate) fn facts(table: &Table, mapping: &Mapping, plan: &Plan) -> Facts {
    let mut seen = Seen::new(table, mapping);
    for row in table.rows_below(mapping.header_row()) {
        seen.row(&plan.lay_out(&row));
    }
    seen.facts()
}

fn is_valued(cells: &Cells<'_>) -> bool {
    [Field::Amount, Field::Residual, Field::Debit, Field::Credit].iter().any(|field| cells.has(*field))
}

/// Whether a column of customers is one of accounts as well.
fn heads_accounts(heading: &str) -> bool {
    heading::hits(heading).iter().any(|hit| hit.field == Field::Account)
}

/// Whether a code begins like an account of a French chart: a class and two digits.
fn is_account(code: &str) -> bool {
    matches!(code.as_bytes(), [b'1'..=b'7', b'0'..=b'9', b'0'..=b'9', ..])
}

/// An account of suppliers in a French or Spanish chart, one for each of them.
fn is_supplier(code: &str) -> bool {
    code.len() > 5 && ["400", "401", "403", "404", "408", "409"].iter().any(|root| code.starts_with(root))
}

/// Whether a text holds an amount other than zero.
fn is_something(text: &str) -> bool {
    text.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
}

fn is_below_zero(text: &str) -> bool {
    text.starts_with(['-', '(', '\u{2212}']) || text.ends_with('-')
}

/// What a column of sides writes, and the amounts beside it: below zero, and others.
#[derive(Default)]
struct Sides {
    zero: bool,
    minus_one: bool,
    ones: (u32, u32),
    credits: (u32, u32),
}

impl Sides {
    fn see(&mut self, side: &str, amount: Option<&str>) {
        self.zero |= side == "0";
        self.minus_one |= side == "-1";
        let counted = match number::side(side) {
            _ if side == "1" => &mut self.ones,
            Some(Side::Credit) => &mut self.credits,
            Some(Side::Debit) | None => return,
        };
        let Some(amount) = amount.filter(|amount| is_something(amount)) else { return };
        counted.0 += u32::from(is_below_zero(amount));
        counted.1 += u32::from(!is_below_zero(amount));
    }

    /// 1 is a credit beside 0, a debit beside -1; alone it is what most rows of customers are.
    fn one_is_debit(&self) -> bool {
        self.minus_one || !self.zero
    }

    /// Credits below zero, and others.
    fn credits(&self, one_is_debit: bool) -> (u32, u32) {
        let ones = if one_is_debit { (0, 0) } else { self.ones };
        (self.credits.0 + ones.0, self.credits.1 + ones.1)
    }
}

/// Names of customers written once, on the first of their rows, the others left blank: as in merged cells.
#[derive(Default)]
struct WrittenOnce {
    names: BTreeSet<String>,
    blank: u32,
    /// A name was written twice, or there are too many to be told.
    repeated: bool,
}

/// More customers than a list written so has.
const MANY: usize = 20_000;

impl WrittenOnce {
    fn see(&mut self, name: Option<&str>) {
        match name {
            // The first row of all names somebody, or nothing is above the others.
            None => {
                self.repeated |= self.names.is_empty();
                self.blank += 1;
            }
            Some(_) if self.repeated => {}
            Some(name) => self.repeated = self.names.len() >= MANY || !self.names.insert(name.to_owned()),
        }
        if self.repeated {
            self.names.clear();
        }
    }

    /// One blank alone is a name that was forgotten.
    fn holds(&self) -> bool {
        let named = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        !self.repeated && self.blank >= 2 && u64::from(self.blank) * 2 >= u64::from(named)
    }
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
    sides: Sides,
    lines: Option<InvoiceLines>,
    payments: Option<PaymentRows>,
    payments_below: Option<PaymentsBelow>,
    written_once: WrittenOnce,
    french_accounts: bool,
    /// Customers' codes that are sales accounts of customers, and codes that are no account of theirs.
    sales_accounts: u32,
    other_codes: bool,
    /// Codes of suppliers, under a heading of accounts.
    supplier_accounts: bool,
    /// Other accounts of a French chart, under such a heading.
    other_accounts: u32,
    headed_account: bool,
    /// The first two accounts.
    accounts: BTreeSet<String>,
}

impl Seen {
    /// Nothing seen yet of a table whose headings stand in this part of it.
    pub(crate) fn new(table: &Table, mapping: &Mapping) -> Seen {
        let header_cells = table.row(mapping.header_row()).map(|row| row.cells().map(|cell| cell.column).max());
        // The last heading may stand beside its column.
        let bound = mapping.columns().iter().map(|binding| binding.column).max();
        Seen {
            last_column: header_cells.flatten().max(bound).unwrap_or_else(|| table.column_count()),
            profiles: Profiles::new(mapping, table.from_1904),
            rows: 0,
            named: 0,
            wide: 0,
            below: 0,
            above: 0,
            sides: Sides::default(),
            lines: InvoiceLines::of(table, mapping),
            payments: PaymentRows::of(mapping),
            payments_below: PaymentsBelow::of(mapping),
            written_once: WrittenOnce::default(),
            french_accounts: false,
            sales_accounts: 0,
            other_codes: false,
            supplier_accounts: false,
            other_accounts: 0,
            headed_account: mapping.binding(Field::CustomerId).is_some_and(|binding| heads_accounts(&binding.header)),
            accounts: BTreeSet::new(),
        }
    }

    /// Looks at a row below the headings.
    pub(crate) fn row(&mut self, cells: &Cells<'_>) {
        if !is_valued(cells) {
            return self.see_payment(cells);
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

    /// A payment below its invoice may bear no other amount.
    fn see_payment(&mut self, cells: &Cells<'_>) {
        if self.is_dated(cells)
            && let Some(payments) = &mut self.payments_below
        {
            payments.see(cells);
        }
    }

    /// Counts a row with an amount; its days and amounts are looked at apart.
    pub(crate) fn count(&mut self, cells: &Cells<'_>) {
        let dated = self.is_dated(cells);
        self.rows += u32::from(dated);
        let customer = cells.has(Field::CustomerId) || cells.has(Field::CustomerName) || cells.has(Field::Account);
        self.named += u32::from(customer && dated);
        self.wide += u32::from(dated && cells.last_column > self.last_column);
        if let Some(lines) = &mut self.lines {
            lines.see(cells);
        }
        if let Some(payments) = &mut self.payments {
            payments.see(cells);
        }
        self.see_payment(cells);
        if dated {
            self.written_once.see(cells.text(Field::CustomerId).or_else(|| cells.text(Field::CustomerName)));
        }
        if let Some(account) = cells.text(Field::Account) {
            self.french_accounts |= account.starts_with("411");
            if self.accounts.len() < 2 && !self.accounts.contains(account) {
                self.accounts.insert(account.to_owned());
            }
        }
        let counts = |code: &&str| {
            !self.other_codes
                && (code.starts_with(|c: char| c.is_ascii_digit()) || !vocabulary::is_total(&words::fold(code)))
        };
        if let Some(code) = cells.text(Field::CustomerId).filter(counts) {
            self.sales_accounts += u32::from(code.starts_with("411"));
            let supplier = self.headed_account && is_supplier(code);
            self.supplier_accounts |= supplier;
            if AccountClass::of_account(code).is_none() && !supplier {
                self.other_codes = !self.headed_account || !is_account(code);
                self.other_accounts += 1;
            }
        }
        if let Some(credit) = cells.text(Field::Credit).filter(|text| is_something(text)) {
            self.below += u32::from(is_below_zero(credit));
            self.above += u32::from(!is_below_zero(credit));
        }
        if let Some(side) = cells.text(Field::Side) {
            self.sides.see(side, cells.text(Field::Amount).or_else(|| cells.text(Field::Residual)));
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

    /// Whether the customers' codes are accounts. A plain number may begin like one: others of a chart are believed where
    /// they are few beside the customers' own.
    fn customers_by_account(&self) -> bool {
        let few = self.other_accounts == 0 || self.other_accounts * 4 <= self.sales_accounts;
        (self.sales_accounts > 0 || self.supplier_accounts) && !self.other_codes && few
    }

    /// What it comes to.
    pub(crate) fn facts(self) -> Facts {
        let one_is_debit = self.sides.one_is_debit();
        let (side_below, side_above) = self.sides.credits(one_is_debit);
        let (below, above) = (self.below + side_below, self.above + side_above);
        Facts {
            grouped: self.named * 2 < self.rows || self.written_once.holds(),
            french_accounts: self.french_accounts,
            customers_by_account: self.customers_by_account(),
            collective_account: self.accounts.len() == 1,
            credits_below_zero: below > 0 && above == 0,
            one_is_debit,
            invoice_lines: self.lines.is_some_and(|lines| lines.repeats()),
            payment_rows: self.payments.is_some_and(|payments| payments.repeat()),
            payments_below: self.payments_below.is_some_and(|payments| payments.hold()),
            last_column: self.last_column,
            ragged: self.wide * 20 > self.rows,
            profiles: self.profiles,
        }
    }
}
