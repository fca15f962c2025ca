//! Cells a person corrected: put in place of what the file holds before a row is read, counted, never silent.

use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeMap;
use values::Arrange;

/// What a person wrote in place of cells of one table, by row (from 1) and column (from 0).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    rows: BTreeMap<u32, BTreeMap<u16, String>>,
}

impl Corrections {
    /// Puts a text in place of a cell; an empty one empties it. The last word on a cell counts.
    pub fn put(&mut self, row: u32, column: u16, text: String) {
        self.rows.entry(row).or_default().insert(column, text);
    }

    /// Number of cells corrected.
    pub fn count(&self) -> u32 {
        u32::try_from(self.rows.values().map(BTreeMap::len).sum::<usize>()).unwrap_or(u32::MAX)
    }

    /// Whether a cell was corrected.
    pub fn has(&self, row: u32, column: u16) -> bool {
        self.rows.get(&row).is_some_and(|cells| cells.contains_key(&column))
    }

    /// The row as corrected, alone in a table; `None` where nothing of it was.
    pub fn corrected(&self, row: &Row<'_>) -> Option<Table> {
        let written = self.rows.get(&row.number())?;
        let kept = row.cells().filter(|cell| !written.contains_key(&cell.column));
        let new =
            written.iter().map(|(column, text)| Cell { column: *column, kind: CellKind::Text, text: text.as_str() });
        let mut cells: Vec<Cell<'_>> = kept.chain(new).collect();
        cells.arrange_by_key(|cell| cell.column);
        let mut table = Table::new(None);
        table.start_row(row.number());
        for cell in cells {
            table.push_under(row, &cell);
        }
        if row.is_hidden() {
            table.hide_row(row.number());
        }
        Some(table)
    }

    /// The cells of a row that were corrected, with what the file holds there.
    pub(crate) fn replaced<'t>(&self, row: &Row<'t>) -> Vec<(u16, Option<&'t str>)> {
        let written = self.rows.get(&row.number());
        let columns = written.into_iter().flat_map(|cells| cells.keys().copied());
        columns.map(|column| (column, row.cell(column).map(|cell| cell.text))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_replaces_adds_or_empties_a_cell() {
        let mut table = Table::new(None);
        table.start_row(7);
        table.push(0, CellKind::Text, "C1");
        table.push(2, CellKind::Number, "12");
        table.push(3, CellKind::Text, "x");
        let mut corrections = Corrections::default();
        corrections.put(7, 2, "12,50".to_owned());
        corrections.put(7, 1, "F1".to_owned());
        corrections.put(7, 3, String::new());
        let row = table.row(7).unwrap();
        let corrected = corrections.corrected(&row).unwrap();
        let cells: Vec<(u16, String)> =
            corrected.row(7).unwrap().cells().map(|cell| (cell.column, cell.text.to_owned())).collect();
        assert_eq!(cells, [(0, "C1".to_owned()), (1, "F1".to_owned()), (2, "12,50".to_owned())]);
        assert_eq!(corrections.replaced(&row), [(1, None), (2, Some("12")), (3, Some("x"))]);
        assert_eq!(corrections.count(), 3);
        assert!(corrections.has(7, 1) && !corrections.has(8, 1));
    }
}
