//! Lists printed in frames: cells between upright bars that stand in the same places on every line, rules of dashes
//! between them, words around. Bars are told by their places: one inside a text cuts no cell, and what runs over several
//! columns, as totals do, stays one cell in the first of them. Guarantee: every line is a row or counted as blank.

use crate::columns::ColumnSet;
use crate::dialect::Dialect;
use crate::error::Unreadable;
use crate::limits::{Limit, Limits};
use crate::table::{CellKind, Table};
use std::collections::BTreeSet;
use values::Gather;

/// Dashes of the shortest rule.
const RULE: usize = 20;
/// Bars of the narrowest frame.
const BARS: usize = 4;

/// Whether a text has a rule of dashes, as above and below the lines of a frame.
pub(crate) fn has_rule(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim().trim_matches('|');
        line.len() >= RULE && line.bytes().all(|byte| byte == b'-')
    })
}

/// The places of the bars of a list, in characters from the start of a line.
pub(crate) struct Frame {
    bars: BTreeSet<usize>,
    /// Those of the second line of each record, where headings and records take two.
    second: Option<BTreeSet<usize>>,
}

/// Which line of a record a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    First,
    Second,
}

/// A bar of one line.
#[derive(Clone, Copy)]
struct Bar {
    /// Characters before it.
    place: usize,
    /// Bytes before it.
    byte: usize,
}

impl Frame {
    /// The bars of the first line with enough of them, the headings: no text of theirs has one of its own.
    pub(crate) fn of(text: &str, limits: &Limits) -> Option<Frame> {
        let widest = usize::try_from(limits.columns).unwrap_or(usize::MAX);
        let mut lines = text.lines().skip_while(|line| !(is_framed(line) && bars(line).nth(BARS - 1).is_some()));
        let places = |line: &str| -> BTreeSet<usize> { bars(line).map(|bar| bar.place).take(widest).gather() };
        let first = places(lines.next()?);
        let second = lines.next().filter(|line| heads_more(line)).map(places).filter(|second| *second != first);
        Some(Frame { bars: first, second })
    }

    /// Which line of a record a line is, by the places of its bars.
    fn part(&self, line: &str) -> Part {
        let Some(second) = &self.second else { return Part::First };
        let found: BTreeSet<usize> = bars(line).map(|bar| bar.place).gather();
        let met = |of: &BTreeSet<usize>| found.intersection(of).count() * 100 / of.len().max(1);
        match () {
            () if found.is_subset(&self.bars) => Part::First,
            () if found.is_subset(second) || met(second) > met(&self.bars) => Part::Second,
            () => Part::First,
        }
    }

    /// What the list's dialect amounts to: no line is cut by another rule.
    pub(crate) fn dialect(&self) -> Dialect {
        let usual_fields = self.bars.len() + self.second.as_ref().map_or(0, BTreeSet::len);
        Dialect { delimiter: Some(b'|'), quoting: true, usual_fields: usual_fields as u64, ragged: 0 }
    }

    /// The table of a list. What stands left of the frame, and every line without one, is in the first column.
    pub(crate) fn read(&self, text: &str, limits: &Limits) -> Result<Table, Unreadable> {
        let mut filling = Filling::new(limits);
        let mut blank = 0;
        // The line before is the first one of a record.
        let mut begun = false;
        for (line, number) in text.split('\n').zip(1..) {
            let part = if is_framed(line) { self.part(line) } else { Part::First };
            let goes_on = begun && part == Part::Second;
            begun = part == Part::First && is_framed(line);
            if goes_on {
                self.cells(line).try_for_each(|(column, cell)| filling.push(column, cell))?;
                continue;
            }
            filling.table.start_row(number);
            if is_framed(line) {
                self.cells(line).try_for_each(|(column, cell)| filling.push(column, cell))?;
            } else {
                filling.push(0, line)?;
            }
            if filling.table.drop_empty_row() {
                (blank, begun) = (blank + 1, false);
            } else {
                filling.table.blank_rows += std::mem::take(&mut blank);
                limits.check(Limit::Rows, filling.table.row_count() as u64)?;
            }
        }
        Ok(filling.table)
    }

    /// The cells of a framed line, each with its column.
    fn cells<'t>(&self, line: &'t str) -> impl Iterator<Item = (usize, &'t str)> + use<'t> {
        let cuts = self.cuts(line);
        let ends: Vec<usize> = cuts.iter().skip(1).map(|(_, bar)| bar.byte).chain([line.len()]).collect();
        let cell = move |((column, bar), end): ((usize, Bar), usize)| {
            (column, line.get(bar.byte + 1..end).unwrap_or_default())
        };
        cuts.into_iter().zip(ends).map(cell)
    }

    /// The bars at which a line is cut, each with the column it opens.
    fn cuts(&self, line: &str) -> Vec<(usize, Bar)> {
        if let (Part::Second, Some(second)) = (self.part(line), &self.second) {
            let placed = bars(line).filter(|bar| second.contains(&bar.place));
            return placed.map(|bar| (self.bars.len() + second.range(..=bar.place).count(), bar)).collect();
        }
        let placed = bars(line).filter(|bar| self.bars.contains(&bar.place));
        let placed: Vec<(usize, Bar)> = placed.map(|bar| (self.bars.range(..=bar.place).count(), bar)).collect();
        // Letters of double width move the bars, but not their number.
        let moved = placed.len() < self.bars.len() && bars(line).count() == self.bars.len();
        let begins = placed.first().is_some_and(|(column, _)| *column == 1);
        if begins && !moved { placed } else { (1..).zip(bars(line)).collect() }
    }
}

/// Whether the line below the headings goes on with them: words between bars, and no figure.
fn heads_more(line: &str) -> bool {
    let words = line.chars().any(char::is_alphabetic) && !line.bytes().any(|byte| byte.is_ascii_digit());
    is_framed(line) && words && bars(line).nth(2).is_some()
}

fn is_framed(line: &str) -> bool {
    let line = line.trim();
    line.len() > 1 && line.starts_with('|') && line.ends_with('|')
}

fn bars(line: &str) -> impl Iterator<Item = Bar> {
    let characters = line.char_indices().zip(0..);
    characters.filter(|((_, character), _)| *character == '|').map(|((byte, _), place)| Bar { place, byte })
}

/// A table that cells are put into, within limits.
pub(crate) struct Filling<'l> {
    limits: &'l Limits,
    pub table: Table,
    columns: ColumnSet,
}

impl<'l> Filling<'l> {
    pub(crate) fn new(limits: &'l Limits) -> Filling<'l> {
        Filling { limits, table: Table::new(None), columns: ColumnSet::default() }
    }

    /// Puts a cell into the row begun; one of blanks is none.
    pub(crate) fn push(&mut self, column: usize, cell: &str) -> Result<(), Unreadable> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Ok(());
        }
        if cell.len() as u64 > self.limits.cell_chars {
            self.limits.check(Limit::CellChars, cell.chars().count() as u64)?;
        }
        self.columns.insert(column as u64, self.limits)?;
        self.table.push(column as u16, CellKind::Text, cell);
        self.limits.check(Limit::Cells, self.table.cell_count() as u64)?;
        self.limits.check(Limit::TextBytes, self.table.text_bytes() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a list, cells as `column:text`.
    fn rows(text: &str) -> Vec<String> {
        let limits = Limits::default();
        let table = Frame::of(text, &limits).unwrap().read(text, &limits).unwrap();
        let cell = |cell: crate::Cell<'_>| format!("{}:{}", cell.column, cell.text);
        let row =
            |row: crate::Row<'_>| format!("{} {}", row.number(), row.cells().map(cell).collect::<Vec<_>>().join(" "));
        table.rows().map(row).chain([format!("{} blank", table.blank_rows)]).collect()
    }

    #[test]
    fn bars_cut_where_the_frame_has_them() {
        let list = "Customer  12\n\n\
            |No |Text    | Amount|\n\
            |1  |a | b   |   1,00|\n\
            |   |日本     |   3,00|\n\
            |* Total     |   4,00|\n\
            |    note    |       |\n";
        assert_eq!(
            rows(list),
            [
                "1 0:Customer  12",
                "3 1:No 2:Text 3:Amount",
                "4 1:1 2:a | b 3:1,00",
                "5 2:日本 3:3,00",
                "6 1:* Total 3:4,00",
                "7 1:note",
                "1 blank",
            ]
        );
    }

    #[test]
    fn records_of_two_lines_are_one_row() {
        let list = "|No |Date      |Due       |\n\
            |Text        |      Amount|\n\
            |-------------------------|\n\
            |1  |01.09.2026|01.10.2026|\n\
            |order | 7   |        1,00|\n\
            |* Total                  |\n\
            |            |        1,00|\n";
        assert_eq!(
            rows(list),
            [
                "1 1:No 2:Date 3:Due 5:Text 6:Amount",
                "3 1:-------------------------",
                "4 1:1 2:01.09.2026 3:01.10.2026 5:order | 7 6:1,00",
                "6 1:* Total 6:1,00",
                "0 blank",
            ]
        );
    }

    #[test]
    fn letters_of_double_width_move_bars_and_cut_no_cell() {
        let list = "|A  |B  |C  |\n|1  |2  |3  |\n|日 |2  |3  |\n|1  |日|3  |\n";
        assert_eq!(rows(list).get(2..4).unwrap(), ["3 1:日 2:2 3:3", "4 1:1 2:日 3:3"]);
    }

    #[test]
    fn a_rule_is_dashes_only() {
        assert!(has_rule("a\n  ----------------------------\nb"));
        assert!(has_rule("|----------------------------|"));
        assert!(!has_rule("|---|---|---|---|---|---|---|---|"));
        assert!(!has_rule("a----------------------------"));
    }
}
