//! Rows of totals: what they state against the rows above them. One that contradicts them is in doubt until the next row
//! or the end of the table tells whether it was the total of the whole.

use super::Reading;
use crate::Field;
use crate::classify::TotalKind;
use crate::currency;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Note};
use crate::field::Content;
use crate::mapping::Layout;
use crate::row::Cells;
use crate::vocabulary;
use crate::words::fold_into;

/// Sub-totals that differ are listed one by one up to here, then counted.
const SUBTOTALS_LISTED: usize = 20;

impl Reading<'_> {
    pub(super) fn total(&mut self, cells: &Cells<'_>, kind: TotalKind) {
        if !self.totals.follows_another() {
            self.told_before_totals = self.subtotals.len();
        }
        self.settle_doubt();
        // Of the account of one customer the balance says what was there before as well.
        let carries = self.carried || self.is_statement();
        let carried = carries.then(|| self.money.carried(cells)).flatten();
        let carried = carried.and_then(|figures| Some((figures.amount?, figures.currency)));
        let Some((amount, currency)) = carried.or_else(|| self.money.total(cells)) else { return };
        // Payments lower the balance.
        let amount = if self.mapping.layout() == Layout::Payments { -amount } else { amount };
        if let Some(computed) = self.totals.meet(amount, currency, kind) {
            let kind = DiagnosticKind::SubtotalDiffers { currency, stated: amount, computed };
            let label = cells.first().map(|cell| cell.text.to_owned());
            self.doubt = Some(Diagnostic { seen: label, ..Diagnostic::about(kind, Some(self.at)) });
        }
    }

    /// A row of amounts without a day that are the sum of the rows above: programs print totals without a word, some
    /// with the customer they are of.
    pub(super) fn is_unnamed_total(&mut self, cells: &Cells<'_>) -> bool {
        let customer = |field: Field| matches!(field, Field::CustomerId | Field::CustomerName | Field::Account);
        let plain = |field: Field| field.content() == Content::Amount || field == Field::Currency;
        let bound = self.mapping.columns().iter().filter(|binding| cells.has(binding.field) && !plain(binding.field));
        let (named, others): (Vec<_>, Vec<_>) = bound.partition(|binding| customer(binding.field));
        let words = cells.row.cells().any(|cell| {
            let known = self.mapping.columns().iter().any(|binding| binding.column == cell.column);
            !known && cell.text.chars().any(char::is_alphabetic) && currency::of_cell(cell.text.trim()).is_none()
        });
        if words || !others.is_empty() || (!named.is_empty() && !self.mapping.layout().has_items()) {
            return false;
        }
        let called = cells.text(Field::CustomerName).is_some_and(|name| {
            fold_into(&mut self.folded, name);
            vocabulary::is_total(&self.folded)
        });
        let Some((amount, currency)) = self.money.total(cells) else { return false };
        self.totals.is_sum(amount, currency, if named.is_empty() || called { 1 } else { 2 })
    }

    /// `Solde DUPONT`: an undated row that a word for a balance begins, and whose amount is the sum of the rows above.
    pub(super) fn is_balance_of_above(&mut self, cells: &Cells<'_>) -> bool {
        let Some(text) = cells.text(Field::Label).or_else(|| cells.first().map(|cell| cell.text)) else { return false };
        fold_into(&mut self.folded, text);
        if cells.has(Field::Document) || !vocabulary::is_closing(&self.folded) {
            return false;
        }
        self.money.total(cells).is_some_and(|(amount, currency)| self.totals.is_sum(amount, currency, 1))
    }

    /// `Solde` below `Totaux du compte`: what the two sides of that total come to, said again.
    pub(super) fn repeats_total(&mut self, cells: &Cells<'_>) -> bool {
        let Some(text) = cells.text(Field::Label).or_else(|| cells.first().map(|cell| cell.text)) else { return false };
        fold_into(&mut self.folded, text);
        if cells.has(Field::Document) || !vocabulary::is_closing(&self.folded) {
            return false;
        }
        self.money.total(cells).is_some_and(|(amount, currency)| self.totals.repeats(amount, currency))
    }

    /// What stands below the total of the whole without a day or an amount: another small table, or a note.
    pub(super) fn is_below_the_whole(&self, cells: &Cells<'_>) -> bool {
        let money = [Field::Amount, Field::Residual, Field::Debit, Field::Credit, Field::Paid, Field::Bucket];
        self.mapping.layout().has_items() && self.totals.last_is_whole() && !money.iter().any(|field| cells.has(*field))
    }

    /// `Grand Total Events`, `Total Access`: in a balance, where no row has a day, a customer whose name begins as totals
    /// do. What it owes is less than the rows above it come to, and no sum of them.
    pub(super) fn is_named_like_a_total(&mut self, cells: &Cells<'_>) -> bool {
        if self.mapping.layout() != Layout::AgedBalance {
            return false;
        }
        let Some(name) = cells.text(Field::CustomerName).or_else(|| cells.text(Field::CustomerId)) else {
            return false;
        };
        fold_into(&mut self.folded, name);
        if vocabulary::is_bare_total(&self.folded) || vocabulary::is_carried_forward(&self.folded) {
            return false;
        }
        let Some((currency, amount)) = self.aged_amount(cells) else { return false };
        !self.totals.is_sum(amount, currency, 1) && self.totals.is_less_than_above(amount)
    }

    /// Totals of parts that come to the whole contradict nothing.
    pub(super) fn forget_parts(&mut self) {
        let Some(parts) = self.totals.parts() else { return };
        let is_part = |told: &Diagnostic| match &told.kind {
            DiagnosticKind::SubtotalDiffers { stated, .. } => parts.iter().any(|(part, _)| part == stated),
            _ => false,
        };
        let before = self.told_before_totals.min(self.subtotals.len());
        let since = self.subtotals.split_off(before);
        self.subtotals.extend(since.into_iter().filter(|told| !is_part(told)));
        self.doubt = self.doubt.take().filter(|told| !is_part(told));
    }

    /// More rows follow a total that meets nothing: it was no total of the whole.
    pub(super) fn settle_doubt(&mut self) {
        let Some(doubt) = self.doubt.take() else { return };
        if self.subtotals.len() < SUBTOTALS_LISTED {
            self.subtotals.push(doubt);
        } else {
            self.count(Note::MoreSubtotalsDiffer, doubt);
        }
    }
}
