//! Opens a polluted file with the engine and compares every cell that a decision rests on with the truth.

use super::Case;
use super::clean::Item;
use super::write::{Written, write};
use engine::{InputFile, Session};
use protocol::{Diagnostic, ImportReport, OpenItem, OpenItemsQuery, OpenOptions, Severity};
use std::collections::BTreeMap;
use text::Language;
use values::Day;

/// What is compared of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Customer,
    Name,
    Document,
    Day,
    Due,
    Residual,
    Currency,
}

const PARTS: [Part; 7] =
    [Part::Customer, Part::Name, Part::Document, Part::Day, Part::Due, Part::Residual, Part::Currency];

/// Cells of one file.
#[derive(Clone, Debug, Default)]
pub struct Score {
    right: u32,
    announced: u32,
    silent: Vec<String>,
}

/// Cells of several files.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub files: u32,
    pub right: u32,
    /// Wrong or missing, and said so.
    pub announced: u32,
    /// Wrong, and nothing said.
    pub silent: u32,
    /// The first of them.
    pub examples: Vec<String>,
}

impl Tally {
    pub(super) fn add(&mut self, other: &impl Cells) {
        let (files, right, announced, silent, examples) = other.cells();
        self.files += files;
        self.right += right;
        self.announced += announced;
        self.silent += silent;
        self.examples.extend(examples.iter().take(3_usize.saturating_sub(self.examples.len())).cloned());
    }

    pub fn cells(&self) -> u32 {
        self.right + self.announced + self.silent
    }

    /// Share of the cells read right, in hundredths of a percent, rounded down.
    pub fn right_share(&self) -> u64 {
        u64::from(self.right) * 10_000 / u64::from(self.cells().max(1))
    }

    pub(super) fn line(&self, group: &str, name: &str) -> String {
        let share = self.right_share();
        format!(
            "{group:<10} {name:<44} {:>5} {:>8} {:>8} {:>9} {:>7}",
            self.files,
            self.cells(),
            format!("{}.{:02}", share / 100, share % 100),
            self.announced,
            self.silent
        )
    }
}

/// What can be added up.
pub(super) trait Cells {
    fn cells(&self) -> (u32, u32, u32, u32, &[String]);
}

impl Cells for Score {
    fn cells(&self) -> (u32, u32, u32, u32, &[String]) {
        (1, self.right, self.announced, self.silent.len() as u32, &self.silent)
    }
}

impl Cells for Tally {
    fn cells(&self) -> (u32, u32, u32, u32, &[String]) {
        (self.files, self.right, self.announced, self.silent, &self.examples)
    }
}

/// Reads one polluted ledger and scores it; `refused` says that a refusal is the right answer.
pub fn score(case: &Case, refused: bool) -> Score {
    let written = write(&case.grid, &case.style);
    let input = InputFile::in_memory(written.name, written.bytes.clone());
    match Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}) {
        Ok(session) => Reading::new(&session, &written).score(case, &written),
        // A refusal is one sentence about the whole file.
        Err(_) if refused => Score { right: cells(case), ..Score::default() },
        Err(_) => Score { announced: cells(case), ..Score::default() },
    }
}

fn cells(case: &Case) -> u32 {
    (case.truth.len() * PARTS.len()) as u32
}

struct Reading {
    report: ImportReport,
    open: BTreeMap<u32, OpenItem>,
    strangers: Vec<OpenItem>,
}

impl Reading {
    fn new(session: &Session, written: &Written) -> Reading {
        let as_of: Day = "2030-01-01".parse().unwrap();
        let query = OpenItemsQuery { as_of, customer: None, sort: None, offset: None, limit: None };
        let items = session.open_items(&query, Language::En).unwrap().items;
        let known = |item: &OpenItem| written.rows.iter().any(|(_, row)| *row == item.source.row);
        let (ours, strangers) = items.into_iter().partition(known);
        let ours: Vec<OpenItem> = ours;
        let open = ours.into_iter().map(|item| (item.source.row, item)).collect();
        Reading { report: session.import_report(Language::En), open, strangers }
    }

    fn score(&self, case: &Case, written: &Written) -> Score {
        let mut score = Score::default();
        for (position, row) in &written.rows {
            let item = &case.truth[*position];
            let set_aside =
                self.report.set_aside.iter().any(|reason| reason.at.as_ref().is_some_and(|at| at.row == *row));
            match (item.residual, self.open.get(row)) {
                _ if set_aside => score.announced += PARTS.len() as u32,
                (0, None) => score.right += PARTS.len() as u32,
                (_, found) => PARTS.iter().for_each(|part| self.compare(&mut score, item, found, *part, *row)),
            }
        }
        self.count_rows(case, &mut score);
        score
    }

    fn compare(&self, score: &mut Score, item: &Item, found: Option<&OpenItem>, part: Part, row: u32) {
        let reopened =
            item.residual == 0 && found.is_some() && self.says(|code| code.contains("group") || code.contains("match"));
        let seen = found.map_or_else(|| "nothing".to_owned(), |found| of_found(found, part));
        let wanted = if item.residual == 0 { "nothing".to_owned() } else { of_truth(item, part) };
        if seen == wanted {
            score.right += 1;
        } else if reopened || self.announces(part) {
            score.announced += 1;
        } else {
            score.silent.push(format!("row {row}, {part:?}: {seen:?} instead of {wanted:?}"));
        }
    }

    /// Items from rows that are none, and rows of closed items that nobody sees: counted as whole rows.
    fn count_rows(&self, case: &Case, score: &mut Score) {
        for item in &self.strangers {
            score.silent.push(format!("row {} is no item: {} {:?}", item.source.row, item.document, item.residual));
        }
        let read = (self.report.rows.imported + self.report.rows.set_aside) as usize;
        let lost = case.truth.len().saturating_sub(read);
        if lost > 0 && !self.announces(Part::Residual) {
            score.silent.push(format!("{lost} rows are neither imported nor set aside"));
        }
    }

    /// Whether something was said that makes a person look at cells of this part.
    fn announces(&self, part: Part) -> bool {
        self.says(|code| concerns(code, part))
    }

    fn says(&self, about: impl Fn(&str) -> bool) -> bool {
        let serious = |remark: &&Diagnostic| remark.severity != Severity::Info;
        self.report.diagnostics.iter().filter(serious).any(|remark| about(&remark.code))
    }
}

/// Whether a remark of this code speaks of cells of this part.
fn concerns(code: &str, part: Part) -> bool {
    let holds = |words: &[&str]| words.iter().any(|word| code.contains(word));
    match part {
        Part::Day | Part::Due => holds(&["date", "due", "invoice"]),
        Part::Residual | Part::Currency => holds(&["amount", "total", "currency", "sign", "side", "residual"]),
        Part::Customer | Part::Name => holds(&["customer", "character", "encoding"]),
        Part::Document => holds(&["duplicate", "document"]),
    }
}

fn of_truth(item: &Item, part: Part) -> String {
    match part {
        Part::Customer => item.customer.clone(),
        Part::Name => item.name.clone(),
        Part::Document => item.document.clone(),
        Part::Day => item.day.to_string(),
        Part::Due => item.due.map(|due| due.to_string()).unwrap_or_default(),
        Part::Residual => item.residual.to_string(),
        Part::Currency => item.currency.to_owned(),
    }
}

fn of_found(item: &OpenItem, part: Part) -> String {
    match part {
        Part::Customer => item.customer.clone(),
        Part::Name => item.name.clone(),
        Part::Document => item.document.clone(),
        Part::Day => item.invoice_day.to_string(),
        Part::Due => item.due_day.map(|due| due.to_string()).unwrap_or_default(),
        Part::Residual => item.residual.minor().to_string(),
        Part::Currency => item.currency.to_string(),
    }
}
