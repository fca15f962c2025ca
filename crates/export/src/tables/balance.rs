//! The aged balance, its parts, its evolution, and whom it is made of.

use super::{bucket_names, share};
use crate::table::{Cell, Column, Table, Tint};
use protocol::{AgedBalance, AgedCurrency, AgedRow, Basis, Metrics, Point, SeriesOfCurrency, TopCustomer};
use text::Language;
use values::{Amount, Currency};

/// The aged balance of one currency.
pub(crate) fn aged<'a>(language: Language, aged: &AgedBalance, one: &'a AgedCurrency) -> Table<'a> {
    let currency = one.currency;
    Table {
        columns: aged_columns(language, aged),
        currency: None,
        length: one.customers.len(),
        rows: Box::new(one.customers.iter().map(move |row| aged_cells(row, currency))),
    }
}

/// The same items by what the balance was asked to be told apart by as well.
pub(crate) fn aged_groups<'a>(language: Language, aged: &AgedBalance, one: &'a AgedCurrency) -> Table<'a> {
    let currency = one.currency;
    let groups = one.groups.as_deref().unwrap_or_default();
    Table {
        columns: aged_columns(language, aged),
        currency: None,
        length: groups.len(),
        rows: Box::new(groups.iter().map(move |row| aged_cells(row, currency))),
    }
}

/// The aged balances of all currencies in one table, each row with its day and currency.
pub(crate) fn aged_all<'a>(language: Language, aged: &'a AgedBalance) -> Table<'a> {
    let mut columns = vec![Column::plain(language.report_as_of()), Column::plain(language.report_currency())];
    columns.extend(aged_columns(language, aged));
    let row = |currency: Currency, row: &'a AgedRow| {
        let mut cells = vec![Cell::Day(aged.as_of), Cell::text(currency.code().to_owned())];
        cells.extend(aged_cells(row, currency));
        cells
    };
    Table {
        columns,
        currency: Some(1),
        length: aged.currencies.iter().map(|one| one.customers.len()).sum(),
        rows: Box::new(
            aged.currencies
                .iter()
                .flat_map(move |one| one.customers.iter().map(move |customer| row(one.currency, customer))),
        ),
    }
}

/// Days past the due date count from the first, days since the invoice from the day itself.
pub(crate) const fn first_day(basis: Basis) -> u32 {
    match basis {
        Basis::DueDate => 1,
        Basis::InvoiceDate => 0,
    }
}

fn aged_columns(language: Language, aged: &AgedBalance) -> Vec<Column> {
    let mut columns = vec![
        Column::plain(language.report_customer_code()),
        Column::plain(language.report_customer_name()),
        Column::sum(language.report_not_due()).tinted(Tint::Age(0)),
    ];
    let bucket = |(age, name)| Column::sum(name).tinted(Tint::Age(age));
    columns.extend((1..).zip(bucket_names(language, aged)).map(bucket));
    columns.extend([
        Column::sum(language.report_no_due_date()),
        Column::sum(language.report_unallocated()),
        Column::sum(language.report_balance()),
        Column::sum(language.report_overdue()),
        Column::sum(language.report_items()),
        Column::plain(language.report_oldest()),
    ]);
    columns
}

/// The cells of a customer, or of the total.
pub(crate) fn aged_cells(row: &AgedRow, currency: Currency) -> Vec<Cell<'_>> {
    let amount = |amount: Amount| Cell::Amount(amount, currency);
    let mut cells = vec![Cell::text(&*row.customer), Cell::text(&*row.name), amount(row.not_due)];
    cells.extend(row.buckets.iter().copied().map(amount));
    cells.extend([
        amount(row.no_due_date),
        amount(row.unallocated),
        amount(row.balance),
        amount(row.overdue),
        Cell::Count(i64::from(row.items)),
        row.oldest_days_late.map_or(Cell::Empty, |days| Cell::Count(i64::from(days))),
    ]);
    cells
}

/// The debits of one currency by age, then what has no age, with their parts of the debits.
pub(crate) fn ages<'a>(language: Language, aged: &'a AgedBalance, one: &'a AgedCurrency) -> Table<'a> {
    let total = &one.total;
    let debits: Amount = total.buckets.iter().copied().sum::<Amount>() + total.not_due + total.no_due_date;
    let names = std::iter::once(language.report_not_due().to_owned()).chain(bucket_names(language, aged));
    let amounts = std::iter::once(total.not_due).chain(total.buckets.iter().copied());
    let mut rows: Vec<Vec<Cell<'a>>> = names
        .zip(amounts)
        .chain([(language.report_no_due_date().to_owned(), total.no_due_date)])
        .map(|(name, amount)| vec![Cell::text(name), Cell::Amount(amount, one.currency), share(amount, debits)])
        .collect();
    rows.push(vec![
        Cell::text(language.report_unallocated()),
        Cell::Amount(total.unallocated, one.currency),
        Cell::Empty,
    ]);
    Table {
        columns: vec![
            Column::plain(language.report_age()),
            Column::sum(language.report_in(language.report_balance(), one.currency)),
            Column::plain(language.report_share()),
        ],
        currency: None,
        length: rows.len(),
        rows: Box::new(rows.into_iter()),
    }
}

/// The balance of one currency, month end after month end, by age.
pub(crate) fn evolution<'a>(language: Language, limits: &[u32], of: &'a SeriesOfCurrency) -> Table<'a> {
    let currency = of.currency;
    let cells = move |point: &'a Point| {
        let money = |amount| Cell::Amount(amount, currency);
        let mut cells = vec![Cell::Day(point.day), money(point.not_due)];
        cells.extend(point.buckets.iter().copied().map(money));
        cells.extend([point.no_due_date, point.unallocated, point.outstanding].map(money));
        cells.push(point.overdue_share.map_or(Cell::Empty, Cell::Share));
        cells
    };
    let bucket = |position| Column::named(language.report_bucket(limits, position, 1));
    let mut columns = vec![Column::plain(language.report_month_end()), Column::plain(language.report_not_due())];
    columns.extend((0..=limits.len()).map(bucket));
    columns.extend([
        Column::plain(language.report_no_due_date()),
        Column::plain(language.report_unallocated()),
        Column::plain(language.report_balance()),
        Column::plain(language.figure_overdue_share()),
    ]);
    Table { columns, currency: None, length: of.points.len(), rows: Box::new(of.points.iter().map(cells)) }
}

/// The largest customers of one currency.
pub(crate) fn largest<'a>(language: Language, one: &'a Metrics) -> Table<'a> {
    let top = &one.concentration.top;
    let cells = move |customer: &'a TopCustomer| {
        vec![
            Cell::text(&*customer.name),
            Cell::Amount(customer.balance, one.currency),
            Cell::Share(customer.share),
            Cell::Share(customer.cumulative),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_customer_name()),
            Column::named(language.report_in(language.report_balance(), one.currency)),
            Column::plain(language.report_share()),
            Column::plain(language.report_cumulative()),
        ],
        currency: None,
        length: top.len(),
        rows: Box::new(top.iter().map(cells)),
    }
}
