//! An open dossier: the files as they were read, the ledgers they make, and the open items of the last day asked for.

use crate::reading::{self, InputFile, ReadFile};
use crate::view::import;
use crate::{failures, terms};
use ledger::{Ledger, OpenItems};
use protocol::{Failure, ImportReport, OpenOptions, Place, Progress, SourceRow, SourceRowQuery};
use std::cell::RefCell;
use std::rc::Rc;
use text::Language;
use values::{AsOf, Currency, Day, FileIndex, Source};

/// One client's receivables. Questions about it never change it.
pub struct Session {
    files: Vec<ReadFile>,
    ledgers: Vec<Ledger>,
    /// The open items of every ledger on the day asked for last: most questions follow one another on one day.
    recent: RefCell<Option<(Day, Rc<[OpenItems]>)>>,
}

/// Two files of one name are told apart by a number, so that a place in a file means one file.
fn unused_name(files: &[ReadFile], name: String) -> String {
    let taken = |name: &str| files.iter().any(|file| file.name == name);
    if !taken(&name) {
        return name;
    }
    (2..).map(|number: u32| format!("{name} ({number})")).find(|other| !taken(other)).unwrap_or(name)
}

impl Session {
    /// Reads files as one dossier. Nothing comes of it unless every file can be read.
    pub fn open(
        inputs: Vec<InputFile>,
        options: &OpenOptions,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Session, Failure> {
        let default_terms = options.default_terms.as_deref().map(|words| terms::parse(words, language)).transpose()?;
        if options.tolerance.is_some_and(|tolerance| !tolerance.is_zero()) {
            return Err(failures::tolerance_not_available(language));
        }
        let settings = intake::Settings { default_terms, default_currency: Currency::EUR };
        let mut ledgers = intake::Ledgers::default();
        let mut files: Vec<ReadFile> = Vec::with_capacity(inputs.len());
        for (position, mut input) in inputs.into_iter().enumerate() {
            let index = FileIndex(u16::try_from(position).map_err(|_| failures::too_many_files(language))?);
            let mapping = options.mappings.get(&input.name);
            input.name = unused_name(&files, input.name);
            let read = reading::read(input, index, mapping, &settings, &mut ledgers, language, progress)?;
            if let Some(twin) = files.iter().find(|file| file.sha256 == read.sha256) {
                return Err(failures::same_file_twice(&read.name, &twin.name, language));
            }
            files.push(read);
        }
        if files.is_empty() {
            return Err(failures::nothing_open(language));
        }
        let ledgers = ledgers.build().map_err(|error| failures::total_too_large(error.currency, language))?;
        Ok(Session { files, ledgers, recent: RefCell::new(None) })
    }

    /// What was read, row by row accounted for.
    pub fn import_report(&self, language: Language) -> ImportReport {
        import::report(self, language)
    }

    /// A row as it stands in its file.
    pub fn source_row(&self, query: &SourceRowQuery, language: Language) -> Result<SourceRow, Failure> {
        let absent = || failures::row_absent(&query.file, query.row, language);
        let file = self.files.iter().find(|file| file.name == query.file).ok_or_else(absent)?;
        import::source_row(file, query).ok_or_else(absent)
    }

    /// The files, as they were read.
    pub(crate) fn files(&self) -> &[ReadFile] {
        &self.files
    }

    /// The ledgers, by currency.
    pub(crate) fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    /// The open items of a day, one set per ledger, in the order of [`Session::ledgers`].
    pub(crate) fn open_on(&self, day: Day) -> Rc<[OpenItems]> {
        if let Some((known, open)) = &*self.recent.borrow()
            && *known == day
        {
            return Rc::clone(open);
        }
        let open: Rc<[OpenItems]> = self.ledgers.iter().map(|ledger| ledger::open_items(ledger, AsOf(day))).collect();
        *self.recent.borrow_mut() = Some((day, Rc::clone(&open)));
        open
    }

    /// Names the row a value was read from.
    pub(crate) fn place(&self, source: Source) -> Place {
        let file = self.files.get(usize::from(source.file.0));
        let table = file.and_then(|file| file.workbook.tables.get(usize::from(source.table.0)));
        Place {
            file: file.map(|file| file.name.clone()).unwrap_or_default(),
            sheet: table.and_then(|table| table.name.clone()),
            row: source.row,
            column: None,
            header: None,
        }
    }
}
