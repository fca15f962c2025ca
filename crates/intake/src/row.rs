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
            // Of payments in several columns the first stands for the field; the others are read by their column.
            if binding.field.stands_in_instalments() && mapping.is_further(binding) {
                continue;
            }
            if let Some(slot) = fields.get_mut(usize::from(binding.column)) {
                *slot = Some(binding.field);
            }
        }
        Plan { fields }
    }

    /// The row's cells by field.
    #[inline]
    pub(crate) fn lay_out<'t>(&self, row: &Row<'t>) -> Cells<'t> {
        let mut cells = Cells { row: *row, places: [0; Field::COUNT], filled: 0, last_column: 0 };
        for (column, place) in row.columns().zip(1..) {
            cells.filled = place.into();
            cells.last_column = column;
            let Some(Some(field)) = self.fields.get(usize::from(column)) else { continue };
            if let Some(slot) = cells.places.get_mut(*field as usize) {
                *slot = place;
            }
        }
        cells
    }
}

/// A text without the white space around it. Nearly every cell shows at its ends that it has none.
#[inline]
pub(crate) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [0x21..=0x7E] | [0x21..=0x7E, .., 0x21..=0x7E] => text,
        _ => text.trim(),
    }
}

/// The cells of one row.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'t> {
    /// The row itself.
    pub(crate) row: Row<'t>,
    /// Where each field's cell stands among those of the row, from 1; 0 where it has none.
    places: [u16; Field::COUNT],
    /// Its cells, bound or not.
    pub(crate) filled: u32,
    /// Column of the last of them.
    pub(crate) last_column: u16,
}

impl<'t> Cells<'t> {
    /// The first cell.
    pub(crate) fn first(&self) -> Option<Cell<'t>> {
        self.at(1)
    }

    /// The second one.
    pub(crate) fn second(&self) -> Option<Cell<'t>> {
        self.at(2)
    }

    #[inline(always)]
    fn at(&self, place: u16) -> Option<Cell<'t>> {
        let cell = self.row.nth(usize::from(place).checked_sub(1)?)?;
        Some(Cell { text: trimmed(cell.text), ..cell })
    }

    #[inline]
    pub(crate) fn get(&self, field: Field) -> Option<Cell<'t>> {
        self.at(self.places.get(field as usize).copied()?)
    }

    /// The cell of a column, where it holds anything.
    pub(crate) fn in_column(&self, column: u16) -> Option<Cell<'t>> {
        let cell = self.row.cell(column)?;
        Some(Cell { text: trimmed(cell.text), ..cell }).filter(|cell| !cell.text.is_empty())
    }

    #[inline]
    pub(crate) fn text(&self, field: Field) -> Option<&'t str> {
        self.get(field).map(|cell| cell.text)
    }

    #[inline]
    pub(crate) fn has(&self, field: Field) -> bool {
        self.places.get(field as usize).is_some_and(|place| *place > 0)
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
