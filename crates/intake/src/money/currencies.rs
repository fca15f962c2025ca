//! Which currency the amounts of a row are in.

use super::MoneyReader;
use crate::currency::{self, Named};
use crate::mapping::Mapping;
use crate::row::{Cells, Refusal};
use crate::{DiagnosticKind, Field, titles};
use values::Currency;

impl MoneyReader {
    /// The same where number formats show several currencies: each row is in the one that its amounts show, unless a
    /// heading says otherwise.
    pub(crate) fn showing(mut self, shown: Vec<Option<Named>>, mapping: &Mapping) -> MoneyReader {
        if !self.headed {
            self.own = titles::columns_of_amounts(mapping).collect();
            self.shown = shown;
        }
        self
    }

    /// Whether the rows of a table may be in several currencies without a word.
    pub(crate) fn shows_several(&self) -> bool {
        !self.shown.is_empty()
    }

    /// Whether amounts without a currency of their own are in the default one.
    pub(crate) fn assumes(&self) -> bool {
        self.heading.is_none()
    }

    /// The currency of amounts that name none.
    pub(crate) fn fallback(&self) -> Currency {
        self.heading.unwrap_or(self.default)
    }

    /// The currency a row names in a column of its own.
    pub(crate) fn named_currency(&mut self, cells: &Cells<'_>) -> Option<Currency> {
        currency::of_cell(cells.text(Field::Currency)?).and_then(|named| self.take(named))
    }

    /// The currency a row names in a column of its own, else the only one that the formats of its amounts show.
    pub(super) fn row_currency(&mut self, cells: &Cells<'_>) -> Result<Option<Currency>, Refusal> {
        let Some(cell) = cells.get(Field::Currency) else { return self.shown_currency(cells) };
        match currency::of_cell(cell.text).and_then(|named| self.take(named)) {
            Some(currency) => Ok(Some(currency)),
            None => Err(Refusal::of_cell(DiagnosticKind::UnknownCurrency, Field::Currency, &cell)),
        }
    }

    /// The currency that is named: of a sign that several share, the table's own where it is one of them.
    pub(super) fn take(&mut self, named: Named) -> Option<Currency> {
        let own = named.shared().zip(self.heading).filter(|(shared, heading)| shared.is_of(*heading));
        if let Some((_, own)) = own {
            return Some(own);
        }
        let taken = self.local.take(named, self.default)?;
        if let (true, Some(shared)) = (taken.assumed, named.shared()) {
            self.assumed = Some((shared, taken.currency));
        }
        Some(taken.currency)
    }

    pub(super) fn shown_currency(&mut self, cells: &Cells<'_>) -> Result<Option<Currency>, Refusal> {
        let mut known = None;
        if self.shown.is_empty() {
            return Ok(known);
        }
        for cell in cells.row.cells() {
            if !self.own.contains(&cell.column) || cell.text == "0" {
                continue;
            }
            let place = cells.row.currency_of(cell.column);
            let named = place.and_then(|place| self.shown.get(place)).copied().flatten();
            let Some(currency) = named.and_then(|named| self.take(named)) else { continue };
            if known.is_some_and(|known| known != currency) {
                // Currencies are never added together, not even on one row.
                return Err(Refusal::of_cell(DiagnosticKind::UnknownCurrency, Field::Amount, &cell));
            }
            known = Some(currency);
        }
        Ok(known)
    }
}
