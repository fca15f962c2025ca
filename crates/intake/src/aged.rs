//! Balances that were aged before: one row per customer, one amount per column of ages. Each amount becomes an entry
//! of the day of the balance, due on the latest day its column admits, so that nobody is called later than proved
//! and the same ages come out on that day; credits of no age are due on none. No other day can be computed, and no
//! invoice is known. Beside the items it is about, such a balance is compared with them and adds nothing.

use crate::Field;
use crate::balances;
use crate::buckets::{Ages, ages};
use crate::day_bands::{self, Band};
use crate::diagnostic::{self, DiagnosticKind, Note};
use crate::heading::{is_period_amount, spaced};
use crate::mapping::{Binding, Mapping};
use crate::months::{self, Month};
use crate::parse::Reading;
use crate::row::{Cells, Refusal};
use crate::settled;
use ledger::{AccountClass, DueDaySource, Entry, EntryKind};
use sheet::{Cell, Table};
use std::collections::BTreeSet;
use values::{Amount, Currency, Day, Days, Gather};

/// What a balance that was aged before allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aged {
    /// The only day it can be computed for.
    pub day: Day,
    /// Upper limits of its columns in days late, rising; only these limits, or fewer of them, can be shown.
    pub limits: Vec<u32>,
    /// The first column mixes what is late and what is not.
    pub mixed: bool,
    /// It has a column of credits of no age.
    pub credits: bool,
    /// Its last column of ages has no end; else it holds whatever is older as well.
    pub open_ended: bool,
}

/// The columns of ages of one table.
pub(crate) struct Columns {
    day: Day,
    columns: Vec<Column>,
    /// The first column mixes amounts that are late and not: it is taken for not late.
    mixed: bool,
    /// The rows prove what remains by what was asked and paid.
    proven: bool,
}

struct Column {
    /// `None` for the whole balance, which may stand in two.
    column: Option<u16>,
    header: String,
    ages: Ages,
}

impl Columns {
    /// The columns of a mapping; `None` where the day of the balance is unknown.
    pub(crate) fn new(mapping: &Mapping, table: &Table) -> Option<Columns> {
        Some(Columns::on(mapping.aged_as_of()?, mapping, table))
    }

    /// The columns of a table whose ages were counted for a day.
    pub(crate) fn on(day: Day, mapping: &Mapping, table: &Table) -> Columns {
        let months = months::all(table, mapping.header_row(), Some(day));
        let bands = day_bands::all(table, mapping.header_row());
        // The year of a month or of a day is no number of days.
        let dated = || months.iter().map(|(cell, _)| cell).chain(bands.iter().map(|(cell, _)| cell));
        let own = |binding: &&Binding| dated().all(|cell| cell.column != binding.column);
        let is_age = |binding: &&Binding| binding.field == Field::Bucket;
        let bound: Vec<_> = mapping.columns().iter().filter(is_age).filter(own).collect();
        let first = table.rows_below(mapping.header_row()).next();
        let heading = |binding: &&Binding| {
            let label = first.and_then(|row| row.cell(binding.column.checked_sub(1)?));
            let own = is_period_amount(&spaced(&binding.header));
            label.filter(|_| own).map_or(binding.header.clone(), |label| label.text.to_owned())
        };
        let texts: Vec<String> = bound.iter().map(heading).collect();
        let headings: Vec<&str> = texts.iter().map(String::as_str).collect();
        let columns: Vec<Column> = bound
            .iter()
            .zip(&texts)
            .zip(ages(&headings))
            .filter_map(|((binding, text), ages)| {
                Some(Column { column: Some(binding.column), header: text.clone(), ages: ages? })
            })
            .collect();
        let mixed = columns.iter().any(|column| column.ages.is_mixed());
        let proven = bound.is_empty() && settled::proves(table, mapping);
        let mut columns = Columns { day, columns, mixed, proven };
        columns.add_months(&months, mapping, table);
        columns.add_bands(&bands);
        if !bands.is_empty() && day_bands::of_documents(table, mapping.header_row()) {
            columns.columns.iter_mut().for_each(|column| column.ages = Ages::Unknown);
        }
        if bound.is_empty() && columns.columns.is_empty() {
            let owed = [Field::Residual, Field::Debit].into_iter().find_map(|field| mapping.binding(field));
            columns.columns.extend(owed.map(|binding| Column {
                column: None,
                header: binding.header.clone(),
                ages: Ages::Unknown,
            }));
        }
        columns
    }

    /// Its columns that say how late their amounts are.
    pub(crate) fn late(self) -> impl Iterator<Item = (u16, Ages)> {
        let late = self.columns.into_iter().filter(|column| matches!(column.ages, Ages::Late { .. }));
        late.filter_map(|column| Some((column.column?, column.ages)))
    }

    /// Adds columns headed by months of due days, where two stand beside the ages (`Antérieur`, `août-26`, `sept-26`,
    /// `À échoir`): what is older is older than the first of them. Months of invoices say nothing of ages.
    fn add_months(&mut self, months: &[(Cell<'_>, Month)], mapping: &Mapping, table: &Table) {
        let other = |binding: &Binding| binding.field != Field::Bucket;
        let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column && other(binding));
        let Some(earliest) = months.iter().map(|(_, month)| month.first).min() else { return };
        self.begin_older_before(earliest);
        for (cell, month) in months.iter().filter(|(cell, _)| !bound(cell.column)) {
            let (header, ages) = (cell.text.to_owned(), self.ages_of_month(month));
            self.columns.push(Column { column: Some(cell.column), header, ages });
        }
        if months::of_invoices(table, mapping.header_row()) {
            self.columns.iter_mut().for_each(|column| column.ages = Ages::Unknown);
        }
    }

    /// What is older is older than the first day of the other columns.
    fn begin_older_before(&mut self, earliest: Day) {
        let before = self.days_late(earliest) + 1;
        for column in self.columns.iter_mut().filter(|column| column.ages == (Ages::Late { from: 1, to: None })) {
            column.ages = Ages::Late { from: before, to: None };
        }
    }

    /// Adds columns headed by the days between which amounts were due.
    fn add_bands(&mut self, bands: &[(Cell<'_>, Band)]) {
        if let Some(earliest) = bands.iter().filter_map(|(_, band)| band.first).min() {
            self.begin_older_before(earliest);
        }
        // What is due later than the day of the balance stands apart where a column says so.
        let not_due = self.columns.iter().any(|column| column.ages == (Ages::Late { from: 0, to: Some(0) }));
        for (cell, band) in bands {
            let longest = band.first.map(|first| self.days_late(first));
            let mixed = band.last.is_none_or(|last| last > self.day) && !not_due;
            let late = longest.is_none_or(|longest| longest > 0) && !mixed;
            let from = band.last.map_or(0, |last| self.days_late(last)).max(u32::from(late));
            let (header, ages) = (cell.text.to_owned(), Ages::Late { from, to: longest });
            self.columns.push(Column { column: Some(cell.column), header, ages });
        }
        self.mixed |= self.columns.iter().any(|column| column.ages.is_mixed());
    }

    /// How late what was due in a month is on the day of the balance.
    fn ages_of_month(&self, month: &Month) -> Ages {
        let longest = self.days_late(month.first);
        let from = self.days_late(month.first.end_of_month()).max(u32::from(longest > 0));
        Ages::Late { from, to: Some(longest).filter(|_| !month.older) }
    }

    fn days_late(&self, due: Day) -> u32 {
        u32::try_from((self.day - due).0).unwrap_or(0)
    }

    /// Whether a column is one of ages, or of what led to a balance without any.
    pub(crate) fn explains(&self, column: &diagnostic::Column) -> bool {
        let ages = self.columns.iter().any(|known| known.column == Some(column.index));
        // What else remains is told apart.
        ages || self.without_ages() && (self.proven || balances::moves(&column.header))
    }

    /// Whether nothing says how old the amounts are.
    fn without_ages(&self) -> bool {
        !self.columns.is_empty() && self.columns.iter().all(|column| column.ages == Ages::Unknown)
    }

    /// What the table allows.
    pub(crate) fn allows(&self) -> Aged {
        let limits: BTreeSet<u32> =
            self.columns.iter().filter_map(|column| column.ages.to()).filter(|to| *to > 0).gather();
        let credits = self.columns.iter().any(|column| column.ages == Ages::Credits);
        let open_ended = self.columns.iter().any(|column| matches!(column.ages, Ages::Late { to: None, .. }));
        // Without ages, all of it is one column.
        let mixed = self.mixed || self.without_ages();
        Aged { day: self.day, limits: limits.into_iter().collect(), mixed, credits, open_ended }
    }

    /// What is to be said of the table.
    pub(crate) fn remark(&self) -> DiagnosticKind {
        match self.without_ages() {
            true => DiagnosticKind::BalanceWithoutAges { day: self.day },
            false => DiagnosticKind::AlreadyAged { day: self.day, mixed: self.mixed },
        }
    }
}

impl Reading<'_> {
    /// Adds the entries of a customer's row.
    pub(crate) fn enter_aged(&mut self, cells: &Cells<'_>) -> Result<(), Refusal> {
        let Some(columns) = self.aged.take() else {
            return Err(Refusal { kind: DiagnosticKind::AgedDayUnknown, field: None, seen: None });
        };
        let entered = self.enter_ages(cells, &columns);
        self.aged = Some(columns);
        entered
    }

    /// What a row adds to the balance: the sum of its ages, or its own total.
    pub(crate) fn aged_amount(&mut self, cells: &Cells<'_>) -> Option<(Currency, Amount)> {
        let columns = self.aged.take()?;
        let ages = columns.columns.iter().map(|column| self.in_column(cells, column));
        let ages: Result<Vec<_>, Refusal> = ages.collect();
        self.aged = Some(columns);
        let ages: Vec<(Amount, Currency)> = ages.ok()?.into_iter().flatten().collect();
        match ages.first() {
            Some((_, currency)) => Some((*currency, ages.iter().map(|(amount, _)| *amount).sum())),
            None => self.money.balance(cells).ok()?.map(|(amount, currency)| (currency, amount)),
        }
    }

    /// What a row states in a column.
    fn in_column(&mut self, cells: &Cells<'_>, column: &Column) -> Result<Option<(Amount, Currency)>, Refusal> {
        match column.column {
            Some(column) => self.money.bucket(cells, column),
            None => self.money.balance(cells),
        }
    }

    fn enter_ages(&mut self, cells: &Cells<'_>, columns: &Columns) -> Result<(), Refusal> {
        self.money.named = false;
        let stated = self.money.balance(cells)?;
        let mut amounts = Vec::with_capacity(columns.columns.len());
        for column in &columns.columns {
            if let Some((amount, currency)) = self.in_column(cells, column)? {
                amounts.push((column, amount, currency));
            }
        }
        // Nothing stands where nothing remains of what was paid in full.
        if columns.proven && amounts.is_empty() && stated.is_none() && cells.has(Field::Paid) {
            return self.name_customer(cells);
        }
        let Some(currency) = amounts.first().map(|(.., currency)| *currency).or(stated.map(|(_, currency)| currency))
        else {
            return Err(Refusal::missing(DiagnosticKind::MissingAmount, Field::Bucket));
        };
        if amounts.iter().any(|(.., other)| *other != currency) || stated.is_some_and(|(_, other)| other != currency) {
            return Err(Refusal::missing(DiagnosticKind::UnknownCurrency, Field::Bucket));
        }
        self.name_customer(cells)?;
        let sum: Amount = amounts.iter().map(|(_, amount, _)| *amount).sum();
        if stated.is_some_and(|(stated, _)| stated != sum) {
            let field = if cells.has(Field::Residual) { Field::Residual } else { Field::Amount };
            self.note(Note::AgesDoNotSum, Some(field), cells);
        }
        let coverage = self.coverage();
        let at = self.at;
        let (builder, customer) = self.ledgers.account((currency, coverage), &self.customer, at.file);
        let document = cells.text(Field::Document);
        for (column, amount, _) in amounts.iter().filter(|(_, amount, _)| !amount.is_zero()) {
            let (due_day, due_day_source) = match column.ages {
                Ages::Late { from, .. } => (Some(columns.day - Days(from as i32)), DueDaySource::Bucket),
                Ages::Credits | Ages::Unknown => (None, DueDaySource::None),
            };
            let entry = Entry {
                customer,
                // Not a sale: the balance of a day says nothing of what was sold when.
                kind: EntryKind::Opening,
                day: columns.day,
                document_day: columns.day,
                due_day,
                due_day_source,
                amount: *amount,
                group: None,
                disputed: false,
                account_class: AccountClass::Receivable,
                source: at,
            };
            builder.push(entry, document.unwrap_or(&column.header));
        }
        self.totals.add(sum, currency);
        self.used_currency(cells, currency);
        Ok(())
    }
}
