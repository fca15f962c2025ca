//! A table before it is written: columns by role, lines of typed cells, and which line is which item of the truth.

use values::Day;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Customer,
    Name,
    Document,
    Day,
    Due,
    Amount,
    Residual,
    Debit,
    Credit,
    Side,
    Letter,
    Label,
    PaidOn,
    Currency,
    Other,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    /// Hundredths.
    Money(i64),
    Day(Day),
    /// An error value of a workbook.
    Error(&'static str),
    /// A formula of a workbook without a stored result.
    Formula(&'static str),
}

/// One line of the file.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) cells: Vec<Cell>,
    pub(crate) kind: LineKind,
    pub(crate) hidden: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineKind {
    Heading,
    /// The item of this position in the truth.
    Item(usize),
    /// Titles, totals, notes.
    Other,
}

#[derive(Clone, Debug)]
pub(crate) struct Grid {
    pub(crate) roles: Vec<Role>,
    pub(crate) lines: Vec<Line>,
}

impl Line {
    pub(crate) fn other(cells: Vec<Cell>) -> Line {
        Line { cells, kind: LineKind::Other, hidden: false }
    }

    pub(crate) fn item(&self) -> Option<usize> {
        match self.kind {
            LineKind::Item(position) => Some(position),
            LineKind::Heading | LineKind::Other => None,
        }
    }
}

pub(crate) fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) }
}

impl Grid {
    pub(crate) fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|known| *known == role)
    }

    pub(crate) fn header(&self) -> usize {
        self.lines.iter().position(|line| line.kind == LineKind::Heading).unwrap()
    }

    /// The lines of items.
    pub(crate) fn items(&mut self) -> impl Iterator<Item = &mut Line> {
        self.lines.iter_mut().filter(|line| line.item().is_some())
    }

    /// A line of empty cells with some words in the first columns.
    pub(crate) fn words(&self, words: &[&str]) -> Line {
        let mut cells: Vec<Cell> = words.iter().map(|word| text(word)).collect();
        cells.resize(self.roles.len(), Cell::Empty);
        Line::other(cells)
    }

    /// Sums of the money columns over some lines, in a line that begins with a word.
    pub(crate) fn total(&self, word: &str, lines: &[Line]) -> Line {
        let mut total = self.words(&[word]);
        for (column, role) in self.roles.iter().enumerate() {
            if matches!(role, Role::Amount | Role::Residual | Role::Debit | Role::Credit) {
                let money = lines.iter().filter(|line| line.item().is_some()).map(|line| match line.cells[column] {
                    Cell::Money(cents) => cents,
                    _ => 0,
                });
                total.cells[column] = Cell::Money(money.sum());
            }
        }
        total
    }

    pub(crate) fn add_column(&mut self, at: usize, role: Role, heading: &str, cell: impl Fn(&Line) -> Cell) {
        self.roles.insert(at, role);
        for line in &mut self.lines {
            let new = if line.kind == LineKind::Heading { text(heading) } else { cell(line) };
            line.cells.insert(at.min(line.cells.len()), new);
        }
    }
}
