//! Headings that stand beside their values: programs print wide cells over merged columns, and a heading then begins a
//! column before, or after, what it heads. Told by the rows: nothing under the heading, and in the only filled column
//! without a heading next to it what the heading means. One such column alone may be anything; several are a print.

use crate::content::{self, ColumnContent};
use crate::header::{Header, Heading};
use sheet::{Row, Table};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Headings that stand beside their columns, at least: one alone may head an empty column beside a column without heading.
const SEVERAL: usize = 2;

/// Moves headings over the columns that hold their values.
pub(crate) fn align(header: &mut Header, table: &Table) {
    let filled = filled(header, table);
    let heads = |column: &u16| header.headings.iter().any(|heading| heading.column == *column);
    if filled.is_empty() || filled.iter().all(heads) {
        return;
    }
    let contents = content::profile(table, header.row);
    let moves = moves(&header.headings, &filled, &contents);
    if moves.len() < SEVERAL {
        return;
    }
    for heading in &mut header.headings {
        if let Some(column) = moves.get(&heading.column) {
            heading.column = *column;
        }
    }
}

/// The columns that hold values on the first items.
fn filled(header: &Header, table: &Table) -> BTreeSet<u16> {
    let heads = |row: &Row<'_>| {
        let texts = |text: &str| header.headings.iter().any(|heading| heading.text == text);
        row.cells().all(|cell| texts(cell.text.trim()))
    };
    let items = header.items(table);
    let rows = items.iter().filter(|row| !heads(row));
    rows.flat_map(|row| row.cells().collect::<Vec<_>>())
        .filter(|cell| !cell.text.trim().is_empty())
        .map(|cell| cell.column)
        .collect()
}

/// On which side of its heading a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Left,
    Right,
}

/// The columns of the headings under which nothing stands, and those whose values they head: all on the same side, the
/// one that gives more headings their values. Nothing where both give as many.
fn moves(headings: &[Heading], filled: &BTreeSet<u16>, contents: &[ColumnContent]) -> BTreeMap<u16, u16> {
    let [left, right] = [Beside::Left, Beside::Right].map(|side| moves_to(side, headings, filled, contents));
    match left.len().cmp(&right.len()) {
        Ordering::Less => right,
        Ordering::Greater => left,
        Ordering::Equal => BTreeMap::new(),
    }
}

fn moves_to(
    side: Beside,
    headings: &[Heading],
    filled: &BTreeSet<u16>,
    contents: &[ColumnContent],
) -> BTreeMap<u16, u16> {
    let fits = |heading: &Heading, column: u16| {
        let content = contents.get(usize::from(column));
        content.is_some_and(|content| heading.hits.iter().any(|hit| content.fit(hit.field) > 0))
    };
    let only = |from: Option<u16>, to: Option<u16>| {
        let after = |column: u16| from.is_none_or(|from| column > from);
        let mut between = filled.iter().filter(|column| after(**column) && to.is_none_or(|to| **column < to));
        between.next().copied().filter(|_| between.next().is_none())
    };
    let mut moves = BTreeMap::new();
    for (place, heading) in headings.iter().enumerate().filter(|(_, heading)| !filled.contains(&heading.column)) {
        let column = |place: Option<usize>| place.and_then(|place| headings.get(place)).map(|heading| heading.column);
        let free = match side {
            Beside::Left => only(column(place.checked_sub(1)), Some(heading.column)),
            Beside::Right => only(Some(heading.column), column(place.checked_add(1))),
        };
        moves.extend(free.filter(|free| fits(heading, *free)).map(|free| (heading.column, free)));
    }
    moves
}

#[cfg(test)]
mod tests {
    use crate::detect::detect;

    /// The columns of the fields under headings.
    fn read(headings: &str, rows: &str) -> String {
        let text = format!("{headings}\n{rows}");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let columns = found.candidates[0].mapping.columns().iter();
        columns.map(|binding| format!("{} {}", binding.column, binding.field)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn headings_beside_their_values_move_over_them() {
        let rows = "ALPHA;13/02/2026;F1;;100,00;;;\nALPHA;14/02/2026;V1;;;;100,00;\nBETA;15/02/2026;F2;;20,50;;;\n";
        let moved = "0 customer-id, 1 invoice-date, 2 document, 4 debit, 6 credit";
        assert_eq!(read("Client;Date;Pièce;Débit;;Crédit;;", rows), moved);
        // Centred over merged columns, or at their right end.
        assert_eq!(read("Client;Date;Pièce;;;Débit;;Crédit", rows), moved);
    }

    #[test]
    fn one_empty_column_keeps_its_heading() {
        let rows = "ALPHA;13/02/2026;F1;100,00;;100,00\nBETA;15/02/2026;F2;20,50;;120,50\n";
        let columns = "0 customer-id, 1 invoice-date, 2 document, 3 debit, 4 credit";
        assert_eq!(read("Client;Date;Pièce;Débit;Crédit;", rows), columns);
    }
}
