//! What a sheet of an xls hides, merges, filters and writes twice, from its records as they go by.
//! Records: [MS-XLS] Row (2.4.221), ColInfo (2.4.53), MergeCells (2.4.168), FilterMode (2.4.118), AutoFilter (2.4.6).

use std::collections::BTreeSet;

use crate::package_xlsx::SheetFacts;
use crate::styles::Style;

/// The facts of one sheet so far.
#[derive(Default)]
pub(crate) struct BiffFacts {
    facts: SheetFacts,
    hidden: BTreeSet<u16>,
    /// Rows with cells, in the order of the records.
    used: BTreeSet<u16>,
    /// The row of the last cell, and the columns it already has.
    row: (Option<u16>, BTreeSet<u16>),
    filter_mode: bool,
}

impl BiffFacts {
    /// A record that holds no cell.
    pub fn see(&mut self, kind: u16, data: &[u8]) {
        let word = |at: usize| data.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
        match kind {
            0x0208 if word(12).is_some_and(|flags| flags & 0x20 != 0) => self.hidden.extend(word(0)),
            0x007D if word(8).is_some_and(|flags| flags & 1 != 0) => {
                if let (Some(first), Some(last)) = (word(0), word(2)) {
                    self.facts.hidden_columns.push((u64::from(first), u64::from(last)));
                }
            }
            0x00E5 => self.facts.merged += u64::from(word(0).unwrap_or(0)),
            0x009B => self.filter_mode = true,
            0x009E => self.facts.filters += 1,
            _ => {}
        }
    }

    /// The stored result of a formula.
    pub fn formula(&mut self, zero: bool) {
        self.facts.formulas.see(zero);
    }

    /// A cell with a value.
    pub fn cell(&mut self, row: u16, column: u16, style: Option<Style>) {
        if self.row.0 != Some(row) {
            self.row = (Some(row), BTreeSet::new());
            self.used.insert(row);
        }
        self.facts.duplicates += u64::from(!self.row.1.insert(column));
        if let Some(style) = style {
            self.facts.marks.cell(row.into(), column.into(), style);
        }
    }

    pub fn finish(mut self) -> SheetFacts {
        for row in self.hidden.intersection(&self.used) {
            self.facts.hidden_rows.insert(u32::from(*row) + 1, u32::from(*row) + 1);
        }
        // A filter at work whose conditions are not in this release of the format still is one.
        self.facts.filters = self.facts.filters.max(u64::from(self.filter_mode));
        self.facts
    }
}
