//! What a person chose about the reading of the open files, change after change: each can be taken back and made
//! again. Nothing of it is stored.

use crate::logic::doubts::undated;
use crate::logic::mapping_edit;
use protocol::{Correction, ImportReport, ImportedFile, LedgerBalance, Mapping, OpenOptions, ReadingModel};
use std::collections::BTreeMap;
use std::sync::Arc;
use values::{Amount, Currency, Day};

/// Changes that can be taken back.
const DEPTH: usize = 200;

/// How the files are to be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The mapping of a file, by name.
    pub mappings: BTreeMap<String, Mapping>,
    /// Cells corrected.
    pub corrections: Vec<Correction>,
    /// Files to read, or to leave, whatever others say.
    pub read_files: BTreeMap<String, bool>,
    /// Balances of the books.
    pub ledger_balances: Vec<LedgerBalance>,
    /// Models kept from earlier readings.
    pub models: Vec<ReadingModel>,
    /// Terms of documents without a due date, in words.
    pub default_terms: Option<String>,
    /// Currency of amounts that name none.
    pub default_currency: Option<Currency>,
}

impl Choices {
    /// The same, as the engine takes it.
    pub fn options(&self) -> OpenOptions {
        OpenOptions {
            mappings: self.mappings.clone(),
            read_files: self.read_files.clone(),
            corrections: self.corrections.clone(),
            ledger_balances: self.ledger_balances.clone(),
            models: self.models.clone(),
            default_terms: self.default_terms.clone(),
            default_currency: self.default_currency,
            ..OpenOptions::default()
        }
    }

    /// With another mapping of a table. Where several tables of a workbook are read, the others are named with it:
    /// naming one alone would leave them out.
    pub fn with_mapping(&self, read: &[ImportedFile], file: &str, sheet: Option<&str>, mapping: Mapping) -> Choices {
        let tables = tables_of(read, file);
        if tables.len() < 2 {
            return self.with_tables(file, vec![mapping]);
        }
        let changed = |table: Mapping| if table.sheet.as_deref() == sheet { mapping.clone() } else { table };
        self.with_tables(file, tables.into_iter().map(changed).collect())
    }

    /// With another sheet of a workbook read beside those that are.
    pub fn with_sheet(&self, read: &[ImportedFile], file: &str, mapping: Mapping) -> Choices {
        self.with_tables(file, tables_of(read, file).into_iter().chain([mapping]).collect())
    }

    /// With a sheet of a workbook left, and the others read.
    pub fn without_sheet(&self, read: &[ImportedFile], file: &str, sheet: &str) -> Choices {
        let kept = tables_of(read, file).into_iter().filter(|table| table.sheet.as_deref() != Some(sheet));
        self.with_tables(file, kept.collect())
    }

    /// With a file read, or left, whatever others say.
    pub fn with_file(&self, file: &str, read: bool) -> Choices {
        let mut choices = self.clone();
        choices.read_files.insert(file.to_owned(), read);
        choices
    }

    /// With these tables of a file, and no other.
    fn with_tables(&self, file: &str, tables: Vec<Mapping>) -> Choices {
        let mut choices = self.clone();
        let of_file = format!("{file}#");
        choices.mappings.retain(|key, _| key != file && !key.starts_with(&of_file));
        match <[Mapping; 1]>::try_from(tables) {
            Ok([only]) => drop(choices.mappings.insert(file.to_owned(), only)),
            Err(tables) => choices.mappings.extend(tables.into_iter().map(|table| {
                let key = format!("{of_file}{}", table.sheet.as_deref().unwrap_or_default());
                (key, table)
            })),
        }
        choices
    }

    /// With more cells corrected; the last word on a cell counts.
    pub fn with_corrections(&self, corrections: Vec<Correction>) -> Choices {
        let mut choices = self.clone();
        for new in corrections {
            let same = |old: &Correction| {
                old.file == new.file && old.sheet == new.sheet && (old.row, old.column) == (new.row, new.column)
            };
            choices.corrections.retain(|old| !same(old));
            choices.corrections.push(new);
        }
        choices
    }

    /// With the balance of the books in a currency, or without it.
    pub fn with_books(&self, currency: Currency, amount: Option<Amount>) -> Choices {
        let mut choices = self.clone();
        choices.ledger_balances.retain(|known| known.currency != currency);
        choices.ledger_balances.extend(amount.map(|amount| LedgerBalance { currency, amount }));
        choices
    }
}

/// How the tables of a file are read now.
fn tables_of(read: &[ImportedFile], file: &str) -> Vec<Mapping> {
    read.iter().filter(|one| one.name == file).map(|one| one.mapping.clone()).collect()
}

/// What a change was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A column means something else: its heading, and the field, if any.
    Field(String, Option<String>),
    /// Something else of how a file is read.
    Reading(String),
    /// A sheet is read that was left, or left that was read.
    Sheet {
        /// Its name.
        name: String,
        /// Whether it is read now.
        read: bool,
    },
    /// A file is read that was left, or left that was read.
    File {
        /// Its name.
        name: String,
        /// Whether it is read now.
        read: bool,
    },
    /// Questions answered.
    Answered(usize),
    /// Cells corrected.
    Corrected(usize),
    /// A balance of the books typed, or taken back.
    Books,
    /// Terms of documents without a due date, or none.
    Terms(Option<String>),
    /// Another currency for amounts that name none.
    Currency(Currency),
}

/// What a change did to the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Rows imported, before and after.
    pub imported: (u32, u32),
    /// Rows set aside, before and after.
    pub set_aside: (u32, u32),
    /// Totals imported by currency, before and after.
    pub totals: Vec<(Currency, Amount, Amount)>,
    /// First and last day of the entries, before and after.
    pub period: [Option<(Day, Day)>; 2],
    /// Documents without a due date, before and after.
    pub undated: (u32, u32),
}

/// Whether two reports of the same reading differ by the digests of the files at most: same totals, same words.
pub fn same_but_digests(one: &ImportReport, other: &ImportReport) -> bool {
    one.rows == other.rows && one.control_totals == other.control_totals && words(one).eq(words(other))
}

/// Every sentence of a report.
fn words(report: &ImportReport) -> impl Iterator<Item = &str> {
    let rows = report.set_aside.iter().chain(&report.diagnostics).map(|one| one.text.as_str());
    let columns = report.files.iter().flat_map(|file| &file.mapping.columns).map(|column| column.reason.as_str());
    rows.chain(columns)
}

/// What differs between two readings.
pub fn effect(before: &ImportReport, after: &ImportReport) -> Effect {
    let mut totals: BTreeMap<Currency, (Amount, Amount)> = BTreeMap::new();
    for total in &before.control_totals {
        totals.entry(total.currency).or_default().0 += total.computed;
    }
    for total in &after.control_totals {
        totals.entry(total.currency).or_default().1 += total.computed;
    }
    Effect {
        imported: (before.rows.imported, after.rows.imported),
        set_aside: (before.rows.set_aside, after.rows.set_aside),
        totals: totals.into_iter().map(|(currency, (before, after))| (currency, before, after)).collect(),
        period: [before, after].map(|report| report.first_day.zip(report.last_day)),
        undated: (undated(&before.diagnostics), undated(&after.diagnostics)),
    }
}

/// The choices with the questions of a report answered, the position of each answer given.
pub fn answered(choices: &Choices, report: &ImportReport, answers: &[usize]) -> Choices {
    let mut mappings: Vec<Mapping> = report.files.iter().map(|file| file.mapping.clone()).collect();
    for (question, position) in report.questions.iter().zip(answers) {
        let Some(answer) = question.answers.get(*position) else { continue };
        for (file, mapping) in report.files.iter().zip(&mut mappings) {
            if file.name == question.file && (question.sheet.is_none() || file.mapping.sheet == question.sheet) {
                *mapping = mapping_edit::answered(mapping.clone(), &answer.patch);
            }
        }
    }
    let read: Vec<ImportedFile> =
        report.files.iter().zip(mappings).map(|(file, mapping)| ImportedFile { mapping, ..file.clone() }).collect();
    let asked = |file: &&ImportedFile| report.questions.iter().any(|question| question.file == file.name);
    read.iter().filter(asked).fold(choices.clone(), |choices, file| {
        choices.with_mapping(&read, &file.name, file.mapping.sheet.as_deref(), file.mapping.clone())
    })
}

/// One change made.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it was about.
    pub change: Change,
    /// What was chosen from then on.
    pub choices: Arc<Choices>,
    /// What it did, where the files were read again.
    pub effect: Option<Effect>,
}

/// The changes, those taken back included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    start: Arc<Choices>,
    steps: Vec<Step>,
    /// Steps in force.
    made: usize,
}

impl Log {
    /// Nothing changed yet.
    pub fn starting(choices: Choices) -> Log {
        Log { start: Arc::new(choices), steps: Vec::new(), made: 0 }
    }

    /// What is chosen now.
    pub fn now(&self) -> Arc<Choices> {
        self.at(self.made)
    }

    fn at(&self, made: usize) -> Arc<Choices> {
        let last = made.checked_sub(1).and_then(|position| self.steps.get(position));
        Arc::clone(last.map_or(&self.start, |step| &step.choices))
    }

    /// The changes in force, oldest first.
    pub fn in_force(&self) -> &[Step] {
        self.steps.get(..self.made).unwrap_or_default()
    }

    /// A change was made: those taken back before are forgotten.
    pub fn push(&mut self, step: Step) {
        self.steps.truncate(self.made);
        self.steps.push(step);
        if self.steps.len() > DEPTH {
            self.start = Arc::clone(&self.steps.remove(0).choices);
        }
        self.made = self.steps.len();
    }

    /// What would be chosen without the last change.
    pub fn before(&self) -> Option<Arc<Choices>> {
        self.made.checked_sub(1).map(|made| self.at(made))
    }

    /// What would be chosen with the change taken back last.
    pub fn after(&self) -> Option<Arc<Choices>> {
        (self.made < self.steps.len()).then(|| self.at(self.made + 1))
    }

    /// The last change is taken back.
    pub fn undone(&mut self) {
        self.made = self.made.saturating_sub(1);
    }

    /// The change taken back last is made again.
    pub fn redone(&mut self) {
        self.made = (self.made + 1).min(self.steps.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(choices: Choices) -> Step {
        Step { change: Change::Books, choices: Arc::new(choices), effect: None }
    }

    #[test]
    fn changes_are_taken_back_and_made_again() {
        let books = |minor| Choices::default().with_books(Currency::EUR, Some(Amount::from_minor(minor)));
        let mut log = Log::starting(Choices::default());
        assert!(log.before().is_none() && log.after().is_none());
        log.push(step(books(1)));
        log.push(step(books(2)));
        assert_eq!(*log.now(), books(2));
        assert_eq!(log.before().as_deref(), Some(&books(1)));
        log.undone();
        assert_eq!(*log.now(), books(1));
        assert_eq!(log.after().as_deref(), Some(&books(2)));
        log.redone();
        log.undone();
        log.undone();
        assert_eq!(*log.now(), Choices::default());
        log.push(step(books(3)));
        assert!(log.after().is_none());
        assert_eq!(log.in_force().len(), 1);
        for minor in 0..500 {
            log.push(step(books(minor)));
        }
        assert_eq!(log.in_force().len(), DEPTH);
        assert_eq!(*log.now(), books(499));
    }

    fn table(sheet: &str) -> ImportedFile {
        let mapping = Mapping {
            layout: protocol::Layout::OpenItems,
            sheet: Some(sheet.to_owned()),
            header_row: 1,
            columns: Vec::new(),
            amount_format: protocol::AmountFormat { decimal: protocol::DecimalMark::Comma, group: String::new() },
            date_order: protocol::DateOrder::Dmy,
            sign: protocol::SignRule::Signed,
            aged_as_of: None,
            aged_as_of_assumed: false,
            date_order_assumed: true,
            amount_format_assumed: false,
            swapped_dates: None,
            hidden_rows: None,
            group_column: None,
            credit_notes: false,
        };
        ImportedFile {
            name: "b.xlsx".to_owned(),
            format: protocol::Format::Xlsx,
            encoding: None,
            delimiter: None,
            sheets: Vec::new(),
            mapping,
            model: None,
            reading_model: None,
            sha256: String::new(),
            rows: protocol::RowCounts::default(),
            control_totals: Vec::new(),
        }
    }

    #[test]
    fn another_mapping_of_one_table_keeps_the_others_read() {
        let (one, two) = (table("Un"), table("Deux"));
        let patch = protocol::MappingPatch {
            date_order: Some(protocol::DateOrder::Mdy),
            date_order_assumed: Some(false),
            ..protocol::MappingPatch::default()
        };
        let answered = mapping_edit::answered(two.mapping.clone(), &patch);
        assert!(answered.date_order == protocol::DateOrder::Mdy && !answered.date_order_assumed);
        let alone =
            Choices::default().with_mapping(std::slice::from_ref(&two), "b.xlsx", Some("Deux"), answered.clone());
        assert_eq!(alone.mappings.keys().collect::<Vec<_>>(), ["b.xlsx"]);
        let beside = alone.with_mapping(&[one.clone(), two], "b.xlsx", Some("Deux"), answered.clone());
        assert_eq!(beside.mappings.keys().collect::<Vec<_>>(), ["b.xlsx#Deux", "b.xlsx#Un"]);
        assert_eq!(beside.mappings.get("b.xlsx#Deux"), Some(&answered));
        assert_eq!(beside.mappings.get("b.xlsx#Un"), Some(&one.mapping));
    }

    #[test]
    fn sheets_are_read_beside_others_and_left_again() {
        let (one, two, three) = (table("Un"), table("Deux"), table("Trois"));
        let read = [one.clone(), two.clone()];
        let all = Choices::default().with_sheet(&read, "b.xlsx", three.mapping.clone());
        assert_eq!(all.mappings.keys().collect::<Vec<_>>(), ["b.xlsx#Deux", "b.xlsx#Trois", "b.xlsx#Un"]);
        let two_left = all.without_sheet(&[one, two, three], "b.xlsx", "Deux");
        assert_eq!(two_left.mappings.keys().collect::<Vec<_>>(), ["b.xlsx#Trois", "b.xlsx#Un"]);
        let one_left = two_left.without_sheet(&read, "b.xlsx", "Un");
        assert_eq!(one_left.mappings.keys().collect::<Vec<_>>(), ["b.xlsx"]);
        assert_eq!(one_left.mappings["b.xlsx"].sheet.as_deref(), Some("Deux"));
    }

    #[test]
    fn the_last_word_on_a_cell_counts() {
        let cell = |value: &str| Correction {
            file: "b.csv".to_owned(),
            sheet: None,
            row: 4,
            column: 2,
            value: value.to_owned(),
        };
        let choices = Choices::default().with_corrections(vec![cell("a")]).with_corrections(vec![cell("b")]);
        assert_eq!(choices.corrections, [cell("b")]);
    }
}
