//! Columns that say by a mark whether a document was paid: yes and no, a tick, a word, the reference of a payment. Their
//! headings speak of payment (`Règlement`, `Soldé`, `Encaissé`), their cells are no amounts and no days. A means of payment
//! alone is not taken for a mark: it may be the one agreed upon.

use crate::date::{self, Shape};
use crate::heading;
use crate::number;
use crate::vocabulary::{self, Mark};
use crate::words::fold;
use sheet::{Cell, CellKind};

/// Share of the cells of a column that are marks, at least, in percent: what is left are states that nobody knows.
const MARKED: u32 = 80;

/// What the cells of a column say under a heading of payments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) filled: u32,
    yes: u32,
    no: u32,
    /// Words that say paid.
    paid: u32,
    unpaid: u32,
    references: u32,
    pub(crate) means: u32,
    pub(crate) days: u32,
    /// Numbers but 0 and 1.
    amounts: u32,
    /// Bare 0 and 1: no and yes, or amounts.
    zeros: u32,
    ones: u32,
    others: u32,
}

impl Marks {
    /// The marks of cells, each counted once.
    pub(crate) fn of<'t>(cells: impl Iterator<Item = Cell<'t>>) -> Marks {
        let mut marks = Marks::default();
        cells.for_each(|cell| marks.see(&cell, 1));
        marks
    }

    /// Looks at a cell that stands for so many.
    pub(crate) fn see(&mut self, cell: &Cell<'_>, weight: u32) {
        let text = cell.text.trim();
        if text.is_empty() {
            return;
        }
        self.filled += weight;
        let count = match text {
            "0" => &mut self.zeros,
            "1" => &mut self.ones,
            _ if is_day(cell) => &mut self.days,
            _ if is_number(cell) => &mut self.amounts,
            _ => match vocabulary::mark(&fold(vocabulary::spelled(text))) {
                Mark::Yes => &mut self.yes,
                Mark::No => &mut self.no,
                Mark::Paid => &mut self.paid,
                Mark::Unpaid => &mut self.unpaid,
                Mark::Reference => &mut self.references,
                Mark::Means => &mut self.means,
                Mark::Other => &mut self.others,
            },
        };
        *count += weight;
    }

    /// Cells that say yes.
    pub(crate) fn yes(&self) -> u32 {
        self.yes + if self.amounts == 0 { self.ones } else { 0 }
    }

    /// Cells that say no.
    pub(crate) fn no(&self) -> u32 {
        self.no + if self.amounts == 0 { self.zeros } else { 0 }
    }

    /// Whether every cell answers yes or no.
    pub(crate) fn only_answer(&self) -> bool {
        self.filled > 0 && self.yes() + self.no() == self.filled
    }

    /// Cells that say of themselves that the document was paid.
    pub(crate) fn say_paid(&self) -> u32 {
        self.paid + self.references
    }

    /// Whether the column tells the paid documents from the others; amounts and days among its marks are those of payments.
    /// `rows`: those of the table. References on every one of them may be of payments to come.
    pub(crate) fn tell(&self, rows: u32) -> bool {
        let few = |count: u32| count * 2 < self.filled;
        // Beside amounts, 0 and 1 are amounts too.
        let numbers = if self.amounts > 0 { self.amounts + self.zeros + self.ones } else { 0 };
        let some = self.filled < rows || self.references * 2 < self.filled;
        some && self.yes() + self.say_paid() > 0
            && (self.filled - self.others) * 100 >= MARKED * self.filled
            && few(self.days)
            && few(numbers)
            && few(self.means)
    }
}

/// Whether a heading asks what marks answer.
pub(crate) fn is_asked(heading: &str) -> bool {
    vocabulary::heads_payment(&fold(&heading::without_brackets(heading)))
}

/// Whether a cell is a day.
pub(crate) fn is_day(cell: &Cell<'_>) -> bool {
    match date::shape(cell, false) {
        Shape::Parts(parts) => !parts.bare,
        Shape::True(_) | Shape::Certain(_) => true,
        Shape::Impossible | Shape::Bare(_) | Shape::Serial(_) | Shape::NoDate | Shape::Other => false,
    }
}

/// Whether a cell among marks is an amount: a number that answers neither yes nor no.
pub(crate) fn is_part(cell: &Cell<'_>) -> bool {
    !matches!(cell.text.trim(), "0" | "1") && is_number(cell) && !is_day(cell)
}

fn is_number(cell: &Cell<'_>) -> bool {
    cell.kind == CellKind::Number || (cell.kind == CellKind::Text && number::looks_like_one(cell.text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a column of these cells tells the paid documents, blanks between bars.
    fn tells(cells: &str) -> bool {
        let rows = cells.split('|').count() as u32;
        let cells = cells.split('|').map(|text| Cell { column: 0, kind: CellKind::Text, text });
        Marks::of(cells).tell(rows)
    }

    #[test]
    fn marks_tell_and_amounts_days_and_agreed_means_do_not() {
        for (cells, expected) in [
            ("oui|non|oui", true),
            ("X||X|", true),
            ("✔||✔", true),
            ("1|0|1", true),
            ("OK|120,50|OK|", true),
            ("vir. 03/12/25||VIR|esp.", false),
            ("vir. 03/12/25||CHQ 7001234 du 12/11|vir. 05/12/25|esp.", true),
            ("VIR|CHQ||VIR", false),
            ("vir. 03/12|vir. 04/12|CHQ 7001234", false),
            ("0|0|0", false),
            ("0|1|120,50|300,00", false),
            ("12/11/2025||13/11/2025", false),
            ("non|non", false),
            ("AB|AC||AD", false),
        ] {
            assert_eq!(tells(cells), expected, "{cells}");
        }
    }
}
