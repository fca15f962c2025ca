//! The open items, and the payment delays of the management report.

use crate::table::{Cell, Column, Table, Tint};
use protocol::{LateBand, LatePaymentsOfCurrency, OpenItem};
use text::Language;

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
