//! The table of late payments as people read it.

use super::columns::table;
use super::people::{left, right};
use protocol::{LateBand, LatePayments, LatePaymentsOfCurrency};
use text::Language;

/// One block per currency: Table I, Table II, and what they rest on.
pub fn text(tables: &LatePayments, language: Language) -> String {
    tables.currencies.iter().map(|of| currency(of, language)).collect::<Vec<_>>().join("\n")
}

fn currency(of: &LatePaymentsOfCurrency, language: Language) -> String {
    let mut text = format!("{} {}\n\n{}\n", language.late_title(), of.currency, language.late_unpaid());
    text.push_str(&bands(of, &of.unpaid, language.late_share(), language));
    let row = |name: &str, cell: &LateBand| {
        let invoices = language.number(cell.invoices.into());
        format!("{}\n", language.labelled(name, &format!("{invoices}, {}", language.money(cell.amount, of.currency))))
    };
    text.push_str(&row(language.late_disputed(), &of.disputed));
    if let Some(paid_late) = &of.paid_late {
        text.push_str(&format!("\n{}\n", language.late_paid()));
        text.push_str(&bands(of, paid_late, language.late_share_issued(), language));
        text.push_str(&row(language.late_issued(), &of.issued));
    }
    text.push_str(&format!("\n{}\n", of.notes.join("\n")));
    text
}

fn bands(of: &LatePaymentsOfCurrency, bands: &[LateBand], share: &str, language: Language) -> String {
    let headings = [
        left(language.late_band()),
        right(language.late_invoices()),
        right(&format!("{} {}", language.cli_amount(), of.currency)),
        right(share),
    ];
    let row = |band: &LateBand| {
        vec![
            language.late_band_name(&band.band).to_owned(),
            language.number(band.invoices.into()),
            language.amount(band.amount, of.currency),
            band.share.map(|share| language.percent_hundredths(ten_thousandths(share))).unwrap_or_default(),
        ]
    };
    table(&headings, &bands.iter().map(row).collect::<Vec<_>>())
}

#[allow(clippy::float_arithmetic, reason = "a share already rounded, on its way to be printed")]
fn ten_thousandths(share: f64) -> i64 {
    (share * 10_000.0).round() as i64
}
