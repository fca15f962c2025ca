//! The tables of a report, made from the views: one function per table, columns and cells side by side.

use crate::labels;
use crate::table::{Cell, Column, Table, Tint};
use protocol::{
    Action, AgedBalance, AgedCurrency, AgedRow, Basis, ControlTotal, Diagnostic, Evidence, Finding, ImportReport,
    LateBand, LatePaymentsOfCurrency, Metrics, NonAction, OpenItem, Plan, Point, SeriesOfCurrency, TopCustomer,
};
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

/// A part of a whole, in ten-thousandths exact to the last.
pub(crate) fn share(part: Amount, whole: Amount) -> Cell<'static> {
    let (part, whole) = (i128::from(part.minor()), i128::from(whole.minor()));
    if whole <= 0 || part < 0 {
        return Cell::Empty;
    }
    let units = (part * 20_000 + whole) / (whole * 2);
    // A text of four decimals is read back as the nearest number: no arithmetic on floats.
    format!("{}.{:04}", units / 10_000, units % 10_000).parse().map_or(Cell::Empty, Cell::Share)
}

fn bucket_names(language: Language, aged: &AgedBalance) -> impl Iterator<Item = String> + '_ {
    let first_day = first_day(aged.basis);
    (0..=aged.limits.len()).map(move |position| language.report_bucket(&aged.limits, position, first_day))
}

/// Tables of several currencies in one, each row with its currency. They have the same columns.
pub(crate) fn all_currencies<'a>(language: Language, tables: Vec<(Currency, Table<'a>)>) -> Table<'a> {
    let length = tables.iter().map(|(_, table)| table.length).sum();
    let mut columns = vec![Column::plain(language.report_currency())];
    let mut rows: Vec<(Currency, Vec<Cell<'a>>)> = Vec::new();
    for (position, (currency, table)) in tables.into_iter().enumerate() {
        if position == 0 {
            columns.extend(table.columns);
        }
        rows.extend(table.rows.map(|row| (currency, row)));
    }
    let rows = rows.into_iter().map(|(currency, mut row)| {
        row.insert(0, Cell::text(currency.code().to_owned()));
        row
    });
    Table { columns, currency: Some(0), length, rows: Box::new(rows) }
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

/// The open items; their days late stand in the buckets of these limits.
pub(crate) fn open_items<'a>(language: Language, limits: &[u32], items: &'a [OpenItem]) -> Table<'a> {
    let cells = move |item: &'a OpenItem| {
        let status: Vec<&str> = item.status.iter().map(|code| language.report_status_of(code)).collect();
        vec![
            Cell::text(&*item.customer),
            Cell::text(&*item.name),
            Cell::text(&*item.document),
            Cell::text(language.report_kind_of(&item.kind)),
            Cell::Day(item.invoice_day),
            Cell::optional_day(item.due_day),
            Cell::text(language.report_due_source_of(&item.due_day_source)),
            Cell::Amount(item.amount, item.currency),
            Cell::Amount(item.residual, item.currency),
            Cell::text(item.currency.code().to_owned()),
            item.due_day.map_or(Cell::Empty, |_| Cell::Count(i64::from(item.days_late))),
            Cell::text(status.join(", ")),
            Cell::text(&*item.source.file),
            Cell::optional_text(item.source.sheet.as_deref()),
            Cell::Count(i64::from(item.source.row)),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_document()),
            Column::plain(language.report_kind()),
            Column::plain(language.report_invoice_day()),
            Column::plain(language.report_due_day()),
            Column::plain(language.report_due_day_source()),
            Column::plain(language.report_amount()),
            Column::sum(language.report_residual()),
            Column::plain(language.report_currency()),
            Column::plain(language.report_days_late()).tinted(Tint::DaysLate(limits.to_vec())),
            Column::plain(language.report_status()),
            Column::plain(language.report_file()),
            Column::plain(language.report_sheet()),
            Column::plain(language.report_row()),
        ],
        currency: Some(9),
        length: items.len(),
        rows: Box::new(items.iter().map(cells)),
    }
}

/// The findings, each followed by its rows of evidence.
pub(crate) fn findings<'a>(language: Language, findings: &'a [Finding]) -> Table<'a> {
    let rows = findings.iter().flat_map(move |finding| {
        let evidence = finding.evidence.iter().map(move |evidence| evidence_cells(finding, evidence));
        std::iter::once(finding_cells(language, finding)).chain(evidence)
    });
    Table {
        columns: vec![
            Column::plain(language.report_severity()),
            Column::plain(language.report_finding()),
            Column::plain(language.report_observation()),
            Column::plain(language.report_to_do()),
            Column::plain(language.report_cases()),
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_document()),
            Column::plain(language.report_file()),
            Column::plain(language.report_row()),
            Column::plain(language.report_amount()),
            Column::plain(language.report_currency()),
        ],
        currency: None,
        length: findings.iter().map(|finding| 1 + finding.evidence.len()).sum(),
        rows: Box::new(rows),
    }
}

/// The findings alone, to look them over.
pub(crate) fn findings_listed<'a>(language: Language, findings: &'a [Finding]) -> Table<'a> {
    let cells = move |finding: &'a Finding| {
        let mut cells = vec![
            Cell::text(language.quality_severity_name(&finding.severity)),
            Cell::text(&*finding.title),
            Cell::Count(i64::from(finding.count)),
        ];
        cells.extend(money(finding.amount, finding.currency));
        cells
    };
    Table {
        columns: vec![
            Column::plain(language.report_severity()),
            Column::plain(language.report_finding()),
            Column::plain(language.report_cases()),
            Column::plain(language.report_amount()),
            Column::plain(language.report_currency()),
        ],
        currency: None,
        length: findings.len(),
        rows: Box::new(findings.iter().map(cells)),
    }
}

/// The rows that show a finding.
pub(crate) fn evidence<'a>(language: Language, finding: &'a Finding) -> Table<'a> {
    let cells = move |evidence: &'a Evidence| {
        let mut cells = vec![
            Cell::text(&*evidence.customer),
            Cell::text(&*evidence.name),
            Cell::optional_text(evidence.document.as_deref()),
            Cell::text(&*evidence.text),
        ];
        cells.extend(money(evidence.amount, finding.currency));
        cells.extend([Cell::text(&*evidence.file), Cell::Count(i64::from(evidence.row))]);
        cells
    };
    Table {
        columns: vec![
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_document()),
            Column::plain(language.report_observation()),
            Column::plain(language.report_amount()),
            Column::plain(language.report_currency()),
            Column::plain(language.report_file()),
            Column::plain(language.report_row()),
        ],
        currency: None,
        length: finding.evidence.len(),
        rows: Box::new(finding.evidence.iter().map(cells)),
    }
}

fn finding_cells(language: Language, finding: &Finding) -> Vec<Cell<'_>> {
    let mut cells = vec![
        Cell::text(language.quality_severity_name(&finding.severity)),
        Cell::text(&*finding.title),
        Cell::text(&*finding.text),
        Cell::text(&*finding.advice),
        Cell::Count(i64::from(finding.count)),
    ];
    cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
    cells.extend(money(finding.amount, finding.currency));
    cells
}

fn evidence_cells<'a>(finding: &'a Finding, evidence: &'a Evidence) -> Vec<Cell<'a>> {
    let mut cells = vec![
        Cell::Empty,
        Cell::text(&*finding.title),
        Cell::text(&*evidence.text),
        Cell::Empty,
        Cell::Empty,
        Cell::text(&*evidence.customer),
        Cell::optional_text(evidence.document.as_deref()),
        Cell::text(&*evidence.file),
        Cell::Count(i64::from(evidence.row)),
    ];
    cells.extend(money(evidence.amount, finding.currency));
    cells
}

/// An amount and its currency, each in its cell.
fn money(amount: Option<Amount>, currency: Option<Currency>) -> [Cell<'static>; 2] {
    match amount.zip(currency) {
        Some((amount, currency)) => [Cell::Amount(amount, currency), Cell::text(currency.code().to_owned())],
        None => [Cell::Empty, Cell::Empty],
    }
}

/// The table of late payments (D441-6): Table I, what it leaves out, Table II.
pub(crate) fn late_payments<'a>(language: Language, of: &'a LatePaymentsOfCurrency) -> Table<'a> {
    let cells = move |table: &'static str, name: &'a str, band: &'a LateBand| {
        vec![
            Cell::text(table),
            Cell::text(name),
            Cell::Count(i64::from(band.invoices)),
            Cell::Amount(band.amount, of.currency),
            band.share.map_or(Cell::Empty, Cell::Share),
        ]
    };
    let (unpaid, paid) = (language.late_unpaid(), language.late_paid());
    let named = move |band: &'a LateBand| language.late_band_name(&band.band);
    let mut rows: Vec<Vec<Cell<'a>>> = of.unpaid.iter().map(|band| cells(unpaid, named(band), band)).collect();
    rows.push(cells(unpaid, language.late_disputed(), &of.disputed));
    rows.extend(of.paid_late.iter().flatten().map(|band| cells(paid, named(band), band)));
    if of.paid_late.is_some() {
        rows.push(cells(paid, language.late_issued(), &of.issued));
    }
    Table {
        columns: vec![
            Column::plain(language.late_table()),
            Column::plain(language.late_band()),
            Column::plain(language.late_invoices()),
            Column::plain(language.report_amount()),
            Column::plain(language.late_part()),
        ],
        currency: None,
        length: rows.len(),
        rows: Box::new(rows.into_iter()),
    }
}

/// The actions of the plan.
pub(crate) fn actions<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    let cells = move |action: &'a Action| {
        let documents: Vec<&str> = action.items.iter().map(|item| item.document.as_str()).collect();
        let oldest = action.items.iter().map(|item| item.days_late).max();
        vec![
            Cell::Day(action.day),
            Cell::text(&*action.customer),
            Cell::text(&*action.name),
            Cell::text(&*action.step_name),
            Cell::text(labels::channel(language, action.channel)),
            Cell::text(documents.join(", ")),
            oldest.map_or(Cell::Empty, |days| Cell::Count(i64::from(days))),
            Cell::Amount(action.amount, action.currency),
            Cell::text(action.currency.code().to_owned()),
            Cell::text(&*action.rule),
            Cell::text(&*action.segment),
            Cell::text(&*action.scenario),
            Cell::text(&*action.id),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_day()),
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_step()),
            Column::plain(language.report_channel()),
            Column::plain(language.report_documents()),
            Column::plain(language.report_days_late()),
            Column::sum(language.report_net_amount()),
            Column::plain(language.report_currency()),
            Column::plain(language.report_why()),
            Column::plain(language.report_segment()),
            Column::plain(language.report_scenario()),
            Column::plain(language.report_action()),
        ],
        currency: Some(8),
        length: plan.actions.len(),
        rows: Box::new(plan.actions.iter().map(cells)),
    }
}

/// The actions of the plan as a person reads them: without the codes a program asks for.
pub(crate) fn contacts<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    let cells = move |action: &'a Action| {
        let documents: Vec<&str> = action.items.iter().map(|item| item.document.as_str()).collect();
        vec![
            Cell::Day(action.day),
            Cell::text(&*action.customer),
            Cell::text(&*action.name),
            Cell::text(format!("{} · {}", action.step_name, labels::channel(language, action.channel))),
            Cell::text(documents.join(", ")),
            Cell::Amount(action.amount, action.currency),
            Cell::text(action.currency.code().to_owned()),
            Cell::text(&*action.rule),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_day()),
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_step()),
            Column::plain(language.report_documents()),
            Column::plain(language.report_net_amount()),
            Column::plain(language.report_currency()),
            Column::plain(language.report_why()),
        ],
        currency: Some(6),
        length: plan.actions.len(),
        rows: Box::new(plan.actions.iter().map(cells)),
    }
}

/// The items no action covers.
pub(crate) fn non_actions<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    let cells = |left: &'a NonAction| {
        vec![
            Cell::text(&*left.customer),
            Cell::text(&*left.name),
            Cell::optional_text(left.document.as_deref()),
            Cell::text(&*left.text),
            Cell::optional_day(left.until),
            Cell::text(&*left.reason),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_document()),
            Column::plain(language.report_why()),
            Column::plain(language.report_until()),
            Column::plain(language.report_code()),
        ],
        currency: None,
        length: plan.non_actions.len(),
        rows: Box::new(plan.non_actions.iter().map(cells)),
    }
}

/// What the contacts cost, by channel. Costs are in euros by definition of a policy.
pub(crate) fn costs<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    Table {
        columns: vec![
            Column::plain(language.report_channel()),
            Column::plain(language.report_contacts()),
            Column::plain(language.report_cost()),
        ],
        currency: None,
        length: plan.cost.len(),
        rows: Box::new(plan.cost.iter().map(move |cost| {
            vec![
                Cell::text(labels::channel(language, cost.channel)),
                Cell::Count(i64::from(cost.count)),
                Cell::Amount(cost.amount, Currency::EUR),
            ]
        })),
    }
}

/// The files, with what became of their rows.
pub(crate) fn files<'a>(language: Language, import: &'a ImportReport) -> Table<'a> {
    Table {
        columns: vec![
            Column::plain(language.report_file()),
            Column::plain(language.report_format()),
            Column::plain(language.report_layout()),
            Column::plain(language.report_sheet()),
            Column::plain(language.report_rows_read()),
            Column::plain(language.report_rows_imported()),
            Column::plain(language.report_rows_set_aside()),
            Column::plain(language.report_rows_blank()),
            Column::plain(language.report_rows_headings()),
            Column::plain(language.report_rows_totals()),
            Column::plain(language.report_sha256()),
        ],
        currency: None,
        length: import.files.len(),
        rows: Box::new(import.files.iter().map(move |file| {
            let rows = &file.rows;
            let mut cells = vec![
                Cell::text(&*file.name),
                Cell::text(labels::format(file.format)),
                Cell::text(labels::layout(language, file.mapping.layout)),
                Cell::optional_text(file.mapping.sheet.as_deref()),
            ];
            let counts = [rows.read, rows.imported, rows.set_aside, rows.blank, rows.headings, rows.totals];
            cells.extend(counts.map(|count| Cell::Count(i64::from(count))));
            cells.push(Cell::text(&*file.sha256));
            cells
        })),
    }
}

/// The totals stated by the files against those computed.
pub(crate) fn control_totals<'a>(language: Language, import: &'a ImportReport) -> Table<'a> {
    let cells = move |total: &'a ControlTotal| {
        let agreement = match total.ok {
            Some(true) => language.report_agrees(),
            Some(false) => language.report_disagrees(),
            None => "",
        };
        vec![
            Cell::text(total.currency.code().to_owned()),
            total.stated.map_or(Cell::Empty, |stated| Cell::Amount(stated, total.currency)),
            Cell::Amount(total.computed, total.currency),
            Cell::text(agreement),
            Cell::Amount(total.set_aside, total.currency),
            total.ledger.map_or(Cell::Empty, |ledger| Cell::Amount(ledger, total.currency)),
            total.ledger.map_or(Cell::Empty, |ledger| Cell::Amount(total.computed - ledger, total.currency)),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_currency()),
            Column::plain(language.report_stated()),
            Column::plain(language.report_computed()),
            Column::plain(language.report_agreement()),
            Column::plain(language.report_set_aside_amount()),
            Column::plain(language.report_books()),
            Column::plain(language.report_books_difference()).tinted(Tint::Difference),
        ],
        currency: None,
        length: import.control_totals.len(),
        rows: Box::new(import.control_totals.iter().map(cells)),
    }
}

/// The rows set aside, then the other remarks.
pub(crate) fn set_aside<'a>(language: Language, import: &'a ImportReport) -> Table<'a> {
    let cells = move |outcome: &'static str, remark: &'a Diagnostic| {
        let at = remark.at.as_ref();
        vec![
            Cell::text(outcome),
            Cell::text(labels::severity(language, remark.severity)),
            Cell::optional_text(at.map(|at| at.file.as_str())),
            Cell::optional_text(at.and_then(|at| at.sheet.as_deref())),
            at.map_or(Cell::Empty, |at| Cell::Count(i64::from(at.row))),
            Cell::optional_text(at.and_then(|at| at.header.as_deref())),
            Cell::optional_text(remark.seen.as_deref()),
            Cell::text(&*remark.text),
            Cell::text(&*remark.code),
        ]
    };
    let aside = import.set_aside.iter().map(move |remark| cells(language.report_outcome_set_aside(), remark));
    let others = import.diagnostics.iter().map(move |remark| cells(language.report_outcome_remark(), remark));
    Table {
        columns: vec![
            Column::plain(language.report_outcome()),
            Column::plain(language.report_severity()),
            Column::plain(language.report_file()),
            Column::plain(language.report_sheet()),
            Column::plain(language.report_row()),
            Column::plain(language.report_column()),
            Column::plain(language.report_seen()),
            Column::plain(language.report_explanation()),
            Column::plain(language.report_code()),
        ],
        currency: None,
        length: import.set_aside.len() + import.diagnostics.len(),
        rows: Box::new(aside.chain(others)),
    }
}

/// The key figures, currency after currency.
pub(crate) fn figures<'a>(language: Language, metrics: &'a [Metrics]) -> Table<'a> {
    let rows: Vec<Vec<Cell<'a>>> = metrics.iter().flat_map(|one| figures_of(language, one)).collect();
    Table {
        columns: vec![
            Column::plain(language.report_currency()),
            Column::plain(language.report_figure()),
            Column::plain(language.report_value()),
            Column::plain(language.report_computation()),
        ],
        currency: None,
        length: rows.len(),
        rows: Box::new(rows.into_iter()),
    }
}

fn figures_of<'a>(language: Language, one: &'a Metrics) -> Vec<Vec<Cell<'a>>> {
    let amount = |amount: Amount| Cell::Amount(amount, one.currency);
    let count = |count: u32| Cell::Count(i64::from(count));
    let days = |days: Option<f64>| days.map_or(Cell::Empty, Cell::Decimal);
    let figures = [
        (language.figure_outstanding(), amount(one.outstanding)),
        (language.figure_overdue(), amount(one.overdue)),
        (language.figure_overdue_share(), Cell::Share(one.overdue_share)),
        (language.figure_not_due(), amount(one.not_due)),
        (language.figure_over90(), amount(one.over90)),
        (language.figure_disputed(), amount(one.disputed)),
        (language.figure_credits(), amount(one.credits)),
        (language.figure_items(), count(one.items)),
        (language.figure_overdue_items(), count(one.overdue_items)),
        (language.figure_customers(), count(one.customers)),
        (language.figure_overdue_customers(), count(one.overdue_customers)),
        (language.figure_sales(), one.sales.map_or(Cell::Empty, amount)),
        (language.figure_sales_days(), count(one.days)),
        (language.figure_dso(), days(one.dso.simple)),
        (language.figure_dso_count_back(), days(one.dso.count_back)),
        (language.figure_dso_best(), days(one.dso.best_possible)),
        (language.figure_average_days_delinquent(), days(one.dso.average_days_delinquent)),
        (language.figure_days_late(), days(one.days_late.weighted)),
        (language.figure_days_to_pay(), days(one.days_to_pay.weighted)),
        (language.figure_hhi(), days(one.concentration.hhi)),
    ];
    // What a figure is explained under, in the contract.
    let explained = |label: &str| {
        let keys = [
            (language.figure_overdue_share(), "overdueShare"),
            (language.figure_dso(), "dso.simple"),
            (language.figure_dso_count_back(), "dso.countBack"),
            (language.figure_dso_best(), "dso.bestPossible"),
            (language.figure_average_days_delinquent(), "dso.averageDaysDelinquent"),
            (language.figure_days_late(), "daysLate"),
            (language.figure_days_to_pay(), "daysToPay"),
            (language.figure_hhi(), "concentration.hhi"),
        ];
        let (_, key) = keys.into_iter().find(|(name, _)| *name == label)?;
        one.explanations.iter().find(|said| said.figure == key).map(|said| said.text.as_str())
    };
    let row = |(label, value)| {
        vec![
            Cell::text(one.currency.code().to_owned()),
            Cell::text(label),
            value,
            Cell::optional_text(explained(label)),
        ]
    };
    figures.map(row).into()
}

/// The glossary.
pub(crate) fn glossary<'a>(language: Language) -> Table<'a> {
    let entries = language.report_glossary();
    Table {
        columns: vec![Column::plain(language.report_term()), Column::plain(language.report_definition())],
        currency: None,
        length: entries.len(),
        rows: Box::new(entries.into_iter().map(|(term, meaning)| vec![Cell::text(term), Cell::text(meaning)])),
    }
}
