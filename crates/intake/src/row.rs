//! One row, its cells laid out by field once, so that every question about it is a look-up and not a search.

use crate::Field;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::mapping::Mapping;
use sheet::{Cell, Row};
use values::Source;

/// The field of each column of a table.
#[derive(Clone)]
pub(crate) struct Plan {
    fields: Vec<Option<Field>>,
}

impl Plan {
    pub(crate) fn new(mapping: &Mapping, columns: u16) -> Plan {
        let mut fields = vec![None; usize::from(columns)];
        for binding in mapping.columns() {
            if let Some(slot) = fields.get_mut(usize::from(binding.column)) {
                *slot = Some(binding.field);
            }
        }
        Plan { fields }
    }

    /// The row's cells by field, trimmed; cells of spaces only do not count.
    pub(crate) fn lay_out<'t>(&self, row: &Row<'t>) -> Cells<'t> {
        let mut cells =
            Cells { row: *row, by_field: [None; Field::COUNT], filled: 0, first: None, second: None, last_column: 0 };
        for cell in row.cells() {
            let text = cell.text.trim();
            if text.is_empty() {
                continue;
            }
            let cell = Cell { text, ..cell };
            cells.filled += 1;
            match cells.filled {
                1 => cells.first = Some(cell),
                2 => cells.second = Some(cell),
                _ => {}
            }
            cells.last_column = cell.column;
            let Some(Some(field)) = self.fields.get(usize::from(cell.column)) else { continue };
            if let Some(slot) = cells.by_field.get_mut(*field as usize) {
                *slot = Some(cell);
            }
        }
        cells
    }
}

/// The cells of one row.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'t> {
    /// The row itself.
    pub(crate) row: Row<'t>,
    by_field: [Option<Cell<'t>>; Field::COUNT],
    /// Cells with content, bound or not.
    pub(crate) filled: u32,
    /// The first of them.
    pub(crate) first: Option<Cell<'t>>,
    /// The second of them.
    pub(crate) second: Option<Cell<'t>>,
    /// Column of the last of them.
    pub(crate) last_column: u16,
}

impl<'t> Cells<'t> {
    pub(crate) fn get(&self, field: Field) -> Option<Cell<'t>> {
        self.by_field.get(field as usize).copied().flatten()
    }

    pub(crate) fn text(&self, field: Field) -> Option<&'t str> {
        self.get(field).map(|cell| cell.text)
    }

    pub(crate) fn has(&self, field: Field) -> bool {
        self.get(field).is_some()
    }
}

/// Why a row cannot be an entry, and the column to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) kind: DiagnosticKind,
    pub(crate) field: Option<Field>,
    pub(crate) seen: Option<String>,
}

impl Refusal {
    /// Something is missing from a column.
    pub(crate) fn missing(kind: DiagnosticKind, field: Field) -> Refusal {
        Refusal { kind, field: Some(field), seen: None }
    }

    /// A cell of a column cannot be used.
    pub(crate) fn of_cell(kind: DiagnosticKind, field: Field, cell: &Cell<'_>) -> Refusal {
        Refusal { kind, field: Some(field), seen: Some(cell.text.to_owned()) }
    }

    pub(crate) fn diagnostic(self, mapping: &Mapping, at: Source) -> Diagnostic {
        let column = self
            .field
            .and_then(|field| mapping.binding(field))
            .map(|binding| Column { index: binding.column, header: binding.header.clone() });
        Diagnostic { severity: self.kind.severity(), kind: self.kind, at: Some(at), column, seen: self.seen }
    }
}
