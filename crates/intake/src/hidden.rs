//! Rows a workbook hides, by hand or by a filter: they count until a person says otherwise, and are told either way.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::intake::ControlTotal;
use crate::mapping::{HiddenRows, Mapping};
use crate::question::Question;
use std::collections::BTreeMap;
use values::{Amount, Currency, Source};

/// The hidden rows that are items.
#[derive(Default)]
pub(crate) struct Hidden {
    rows: u32,
    first: Option<Source>,
    sums: BTreeMap<Currency, Amount>,
    /// An amount was not zero, or could not be read: leaving the rows out changes something.
    matters: bool,
}

impl Hidden {
    /// Counts a row, with its amount where it can be read.
    pub(crate) fn see(&mut self, at: Source, amount: Option<(Currency, Amount)>) {
        self.rows += 1;
        self.first.get_or_insert(at);
        self.matters |= amount.is_none_or(|(_, amount)| !amount.is_zero());
        if let Some((currency, amount)) = amount {
            *self.sums.entry(currency).or_default() += amount;
        }
    }

    /// Whether rows were left out at a person's word.
    pub(crate) fn skipped(&self, mapping: &Mapping) -> bool {
        mapping.details().hidden_rows == Some(HiddenRows::Skip) && self.rows > 0
    }

    /// The rows left out at a person's word, as one reason with their count and sums.
    pub(crate) fn left_out(&self, mapping: &Mapping) -> Option<Diagnostic> {
        let kind = DiagnosticKind::HiddenRows { count: self.rows, amounts: self.amounts() };
        self.skipped(mapping).then(|| Diagnostic::about(kind, self.first))
    }

    /// What a person decides: the totals with and without them.
    pub(crate) fn question(&self, mapping: &Mapping, totals: &[ControlTotal]) -> Option<Question> {
        if mapping.details().hidden_rows.is_some() || !self.matters {
            return None;
        }
        Some(Question::HiddenRows {
            rows: self.rows,
            amounts: self.amounts(),
            totals: totals.iter().map(|total| (total.currency, total.computed)).collect(),
            readings: vec![HiddenRows::Count, HiddenRows::Skip],
        })
    }

    fn amounts(&self) -> Vec<(Currency, Amount)> {
        self.sums.iter().map(|(currency, amount)| (*currency, *amount)).collect()
    }
}
