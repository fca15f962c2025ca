//! The totals under a listing: formulas that follow its filter, each with the result the engine computed. A formula
//! is made of places and of a currency code; nothing of a file enters it.

use super::cell::{At, range};
use super::styles::Style;
use crate::table::Cell;
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Arrange, Currency};

/// What a column adds up to, by currency; counts have none.
pub(super) type Sums = BTreeMap<Option<Currency>, i128>;

/// A line of totals.
pub(super) struct TotalRow {
    pub(super) label: String,
    pub(super) cells: Vec<Total>,
}

/// The total of a column.
pub(super) struct Total {
    pub(super) column: u16,
    pub(super) style: Style,
    pub(super) formula: String,
    /// The result, as decimal text.
    pub(super) result: String,
}

/// Counts a cell in.
pub(super) fn add(sums: &mut Sums, cell: &Cell<'_>) {
    match cell {
        Cell::Amount(amount, currency) => *sums.entry(Some(*currency)).or_default() += i128::from(amount.minor()),
        Cell::Count(count) => *sums.entry(None).or_default() += i128::from(*count),
        Cell::Empty | Cell::Text(_) | Cell::Lines(_) | Cell::Day(_) | Cell::Share(_) | Cell::Decimal(_) => {}
    }
}

/// One line of totals that follows the filter, or one line per currency where `codes`, the column of the currencies,
/// holds several. `first` and `last` are the rows added up.
pub(super) fn totals(language: Language, first: u32, last: u32, codes: Option<u16>, sums: &[Sums]) -> Vec<TotalRow> {
    if last < first || sums.iter().all(BTreeMap::is_empty) {
        return Vec::new();
    }
    let mut currencies: Vec<Currency> = sums.iter().flat_map(BTreeMap::keys).flatten().copied().collect();
    currencies.arrange();
    currencies.dedup();
    let whole = |column: u16| range(At { row: first, column }, At { row: last, column });
    match codes {
        Some(codes) if currencies.len() > 1 => {
            currencies.into_iter().map(|currency| of_currency(language, currency, codes, sums, whole)).collect()
        }
        Some(_) | None => vec![shown(language, sums, whole)],
    }
}

fn shown(language: Language, sums: &[Sums], whole: impl Fn(u16) -> String) -> TotalRow {
    let total = |(column, sums): (u16, &Sums)| {
        let (currency, sum) = sums.first_key_value()?;
        Some(total(column, *currency, *sum, format!("SUBTOTAL(109,{})", whole(column))))
    };
    TotalRow { label: language.report_total_shown().to_owned(), cells: (0_u16..).zip(sums).filter_map(total).collect() }
}

fn of_currency(
    language: Language,
    currency: Currency,
    codes: u16,
    sums: &[Sums],
    whole: impl Fn(u16) -> String,
) -> TotalRow {
    let total = |(column, sums): (u16, &Sums)| {
        let sum = sums.get(&Some(currency))?;
        // A code is three ASCII letters by its type.
        let formula = format!("SUMIF({},\"{currency}\",{})", whole(codes), whole(column));
        Some(total(column, Some(currency), *sum, formula))
    };
    let label = format!("{} {currency}", language.report_total());
    TotalRow { label, cells: (0_u16..).zip(sums).filter_map(total).collect() }
}

fn total(column: u16, currency: Option<Currency>, sum: i128, formula: String) -> Total {
    let sum = Amount::from_minor(i64::try_from(sum).unwrap_or(i64::MAX));
    match currency {
        Some(currency) => {
            Total { column, style: Style::total_amount(currency), formula, result: sum.decimal_text(currency, '.') }
        }
        None => Total { column, style: Style::TotalCount, formula, result: sum.minor().to_string() },
    }
}
