//! The table of late payments as the contract shows it.

use crate::view::metrics::number;
use audit::{Bands, Cell, LEGAL_DAYS, LatePayments, Turnover};
use protocol::{LateBand, LatePaymentsOfCurrency};
use text::Language;
use values::{Amount, Currency, Ratio};

const BANDS: [&str; 5] = ["0", "1-30", "31-60", "61-90", "91+"];

/// The table of one currency; `rate` is the VAT taken out, as typed.
pub fn currency(
    currency: Currency,
    table: &LatePayments,
    rate: Option<&str>,
    language: Language,
) -> LatePaymentsOfCurrency {
    let turnover_source = match table.turnover {
        Turnover::Entered(_) => "entered",
        Turnover::OfLedger(_) => "ledger",
        Turnover::Unknown => "unknown",
    };
    let turnover = table.turnover.amount();
    let money = |amount: Amount| language.money(amount, currency);
    let mut notes = vec![
        language.late_basis(rate, table.first_day, table.closing),
        language.late_turnover(turnover_source, turnover, currency),
        language.late_reference(table.agreed, table.legal, LEGAL_DAYS.unsigned_abs()),
        language.late_left_out(&money(table.credits.amount), &money(table.others.amount)),
    ];
    if table.paid_late.is_none() {
        notes.push(language.late_no_history().to_owned());
    }
    LatePaymentsOfCurrency {
        currency,
        turnover,
        turnover_source: turnover_source.to_owned(),
        unpaid: bands(&table.unpaid, turnover),
        disputed: band("", table.disputed, turnover),
        agreed: table.agreed,
        legal: table.legal,
        paid_late: table.paid_late.map(|paid| bands(&paid, Some(table.issued.amount))),
        issued: band("", table.issued, None),
        notes,
    }
}

/// The five bands, and the total from one day.
fn bands(of: &Bands, whole: Option<Amount>) -> Vec<LateBand> {
    let cells = BANDS.into_iter().zip(of.0).chain([("total", of.late())]);
    cells.map(|(name, cell)| band(name, cell, whole)).collect()
}

fn band(name: &str, cell: Cell, whole: Option<Amount>) -> LateBand {
    let share = whole.and_then(|whole| Ratio::of(cell.amount, whole)).map(number);
    LateBand { band: name.to_owned(), invoices: cell.invoices, amount: cell.amount, share }
}
