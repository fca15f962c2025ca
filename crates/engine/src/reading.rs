//! From a file's bytes to its part of the ledger: recognised, read within limits, every row accounted for.

mod input;
mod inspect;
mod read_file;

pub use input::InputFile;
pub(crate) use inspect::format;
pub use inspect::inspect;
pub(crate) use read_file::ReadFile;

use crate::view::mapping;
use crate::{failures, model, refusals};
use intake::{Batches, Candidate, Corrections, Intake, Layout, Ledgers, LeftBecause, Mapping, Settings, Whole};
use protocol::{Correction, Failure, ModelUse, Progress, ReadingModel};
use sheet::{Large, Limits, Opened, Pass, Sizes, Table, Unreadable, Workbook};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use text::Language;
use values::{Currency, Day, FileIndex, TableIndex};

/// Where the entries of a dossier go while its files are read.
#[derive(Default)]
pub(crate) struct Books {
    /// Those of items, books and lists.
    pub(crate) items: Ledgers,
    /// Those of balances that were aged before: they never add to items.
    pub(crate) aged: Ledgers,
}

/// What the ledgers were before a file was read.
pub(crate) struct Before {
    items: intake::Before,
    aged: intake::Before,
}

impl Books {
    /// The present state, to go back to where a file is not kept.
    pub(crate) fn checkpoint(&self) -> Before {
        Before { items: self.items.checkpoint(), aged: self.aged.checkpoint() }
    }

    /// Forgets all that was read since.
    pub(crate) fn go_back(&mut self, before: Before) {
        self.items.go_back(before.items);
        self.aged.go_back(before.aged);
    }

    fn of(&mut self, layout: Layout) -> &mut Ledgers {
        if layout == Layout::AgedBalance { &mut self.aged } else { &mut self.items }
    }
}

/// Sheets that were left, each with the reason.
pub(crate) type LeftSheets = Vec<(String, LeftBecause)>;

/// What a person said about reading a file.
pub(crate) struct Wishes<'a> {
    /// How to read it.
    pub(crate) given: Option<&'a protocol::Mapping>,
    /// How to read single sheets of it (`file.xlsx#Sheet`).
    pub(crate) by_sheet: Vec<(&'a str, &'a protocol::Mapping)>,
    /// How files of this kind were read before.
    pub(crate) models: &'a [ReadingModel],
    /// Cells to read otherwise, of this file or others.
    pub(crate) corrections: &'a [Correction],
    /// The day of a balance that leaves it in doubt.
    pub(crate) aged_as_of: Option<Day>,
    /// Other files say what is owed: a balance without a day completes the customers.
    pub(crate) beside_others: bool,
    /// From which size on a file is read in passes.
    pub(crate) sizes: Sizes,
}

impl Wishes<'_> {
    /// Whether a person said how to read the file, or which of its sheets.
    pub(crate) fn chosen(&self) -> bool {
        self.given.is_some() || !self.by_sheet.is_empty()
    }
}

/// A file about to be read, and how.
struct Work<'a> {
    file: &'a InputFile,
    index: FileIndex,
    wishes: &'a Wishes<'a>,
    settings: &'a Settings,
    language: Language,
}

/// What came of reading a file.
struct Done {
    workbook: Workbook,
    large: Option<Large>,
    tables: Vec<(Understood, Intake)>,
    left: LeftSheets,
}

/// How a table is read.
struct Understood {
    table: TableIndex,
    mapping: Mapping,
    model: Option<ModelUse>,
}

/// Why a file of a dossier is not read.
pub(crate) struct Refused {
    pub(crate) failure: Failure,
    /// It is a document by nature (a PDF, a picture, a letter): no table is lost with it.
    pub(crate) is_document: bool,
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Refused {
        Refused { failure, is_document: false }
    }
}

/// Reads one file of a dossier into the ledgers: the table with the receivables, those that continue it under the same
/// headings, and lists of customers and payments beside it.
pub(crate) fn read(
    input: &InputFile,
    index: FileIndex,
    wishes: &Wishes<'_>,
    settings: &Settings,
    books: &mut Books,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<ReadFile>, Refused> {
    let opened = open(input, wishes.sizes, language, progress)?;
    let work = Work { file: input, index, wishes, settings, language };
    let Done { workbook, mut large, tables, mut left } = match opened {
        Opened::Whole(workbook) => read_whole(&work, workbook, books, progress)?,
        Opened::Text(text) => read_text(&work, Large::Text(text), books, progress)?,
        Opened::Sheet(sheet) => read_sheet(&work, Large::Sheet(sheet), books, progress)?,
    };
    let InputFile { name, source } = input;
    let sha256 = Rc::new(OnceCell::new());
    let workbook = Rc::new(workbook);
    let mut files: Vec<ReadFile> = Vec::with_capacity(tables.len());
    for (Understood { table, mapping, model }, mut intake) in tables {
        if let Some(last) = intake.last_day {
            intake.diagnostics.extend(intake::check_name(name, last));
        }
        intake.named(name, mapping.layout());
        if !intake.rows.balanced() {
            return Err(failures::rows_unaccounted(name, language).into());
        }
        if intake.rows.imported == 0 {
            let first = intake.set_aside.first().map(|first| first.sentence(language, name, None));
            return Err(failures::no_usable_row(name, intake.rows.set_aside, first.as_deref(), language).into());
        }
        files.push(ReadFile {
            name: name.clone(),
            source: Rc::clone(source),
            sha256: Rc::clone(&sha256),
            workbook: Rc::clone(&workbook),
            large: large.take(),
            table,
            mapping,
            model,
            further: !files.is_empty(),
            chosen: wishes.chosen(),
            left_sheets: std::mem::take(&mut left),
            intake,
        });
    }
    Ok(files)
}

/// Why a file cannot be read alone, in a language; nothing where it can.
pub(crate) fn refusal(input: &InputFile, sizes: Sizes, language: Language) -> Option<Failure> {
    let wishes = Wishes {
        given: None,
        by_sheet: Vec::new(),
        models: &[],
        corrections: &[],
        aged_as_of: None,
        beside_others: false,
        sizes,
    };
    let settings = Settings { default_terms: None, default_currency: Currency::EUR };
    let mut books = Books::default();
    let read = read(input, FileIndex(0), &wishes, &settings, &mut books, language, &mut |_| {});
    read.err().map(|refused| refused.failure)
}

fn read_whole(
    work: &Work<'_>,
    workbook: Workbook,
    books: &mut Books,
    progress: &mut dyn FnMut(Progress),
) -> Result<Done, Failure> {
    let (chosen, left) = work.choose(&workbook)?;
    let mut tables = Vec::with_capacity(chosen.len());
    for (understood, position) in chosen.into_iter().zip(work.index.0..) {
        let Some(table) = workbook.tables.get(usize::from(understood.table.0)) else {
            return Err(failures::nothing_recognised(&work.file.name, work.language));
        };
        let mut importing = stage("importing", progress);
        let (mapping, at) = (&understood.mapping, understood.table);
        let ledgers = books.of(mapping.layout());
        let intake = intake::parse(table, FileIndex(position), at, mapping, work.settings, ledgers, &mut importing);
        tables.push((understood, intake));
    }
    Ok(Done { workbook, large: None, tables, left })
}

/// Reads a large text in passes, if it is one table; else, and where it is a printed list, it is held whole.
fn read_text(
    work: &Work<'_>,
    large: Large,
    books: &mut Books,
    progress: &mut dyn FnMut(Progress),
) -> Result<Done, Failure> {
    let sample = named(large.sample(), &work.file.name);
    if work.can_be_held() && sample.tables.iter().any(intake::is_list_print) {
        return read_held(work, books, progress);
    }
    match cut_in(&sample) {
        Some(row) => read_cut(work, row, books, progress),
        None => read_large(work, large, Vec::new(), books, progress),
    }
}

/// Where the second table of a sheet or text begins, if it has several: they can only be cut where it is whole.
fn cut_in(sample: &Workbook) -> Option<u32> {
    let parts = intake::split(sample.tables.clone());
    let second = parts.get(1).filter(|_| parts.len() > sample.tables.len())?;
    second.rows().next().map(|row| row.number())
}

/// Reads a file with several tables, the second of which begins in a row: whole, or not at all.
fn read_cut(work: &Work<'_>, row: u32, books: &mut Books, progress: &mut dyn FnMut(Progress)) -> Result<Done, Failure> {
    if !work.can_be_held() {
        return Err(failures::several_tables(&work.file.name, row, work.language));
    }
    read_held(work, books, progress)
}

/// Reads a workbook with one large sheet in passes, if that sheet alone is to be read; else it is held whole.
fn read_sheet(
    work: &Work<'_>,
    large: Large,
    books: &mut Books,
    progress: &mut dyn FnMut(Progress),
) -> Result<Done, Failure> {
    let sample = named(large.sample(), &work.file.name);
    if cut_in(&sample).is_some() {
        return read_held(work, books, progress);
    }
    let (chosen, left) = work.choose(&sample)?;
    match chosen.as_slice() {
        [only] if usize::from(only.table.0) == large.position() => read_large(work, large, left, books, progress),
        _ => read_held(work, books, progress),
    }
}

/// Reads a file whole that was thought to be readable in passes.
fn read_held(work: &Work<'_>, books: &mut Books, progress: &mut dyn FnMut(Progress)) -> Result<Done, Failure> {
    let mut reading = stage("reading", progress);
    let held = sheet::hold(work.file.source.as_ref(), &Limits::default(), &mut reading);
    drop(reading);
    let workbook = held.map_err(|refusal| refusals::unreadable(&work.file.name, &refusal, work.language))?;
    read_whole(work, apart(named(workbook, &work.file.name)), books, progress)
}

/// Passes over one table, at most: two that settle encoding and dialect, then three readings.
const PASSES: u32 = 5;

/// Reads a large table in one pass, or in another one under what the one before found. The columns that are looked at
/// come from the sample, which stays the same: the second reading has the final mapping, and its facts are the third's.
fn read_large(
    work: &Work<'_>,
    mut large: Large,
    left: LeftSheets,
    books: &mut Books,
    progress: &mut dyn FnMut(Progress),
) -> Result<Done, Failure> {
    let mut known: Option<Whole> = None;
    for _ in 0..PASSES {
        let sample = named(large.sample(), &work.file.name);
        let understood = work.understand(&sample, known.as_ref().map(|whole| (whole, large.position())))?;
        let layout = understood.mapping.layout();
        // What a row of such a balance is called may depend on all others; with one row for a customer none is too large.
        if layout == Layout::AgedBalance && work.can_be_held() {
            break;
        }
        let before = books.of(layout).checkpoint();
        let passed = pass(work, &mut large, (&sample, understood), known.as_ref(), books.of(layout), progress)?;
        let abandoned = match passed {
            Ok((workbook, read)) => return Ok(Done { workbook, large: Some(large), tables: vec![read], left }),
            Err(abandoned) => abandoned,
        };
        // What an abandoned pass entered must not count.
        books.of(layout).go_back(before);
        match abandoned {
            Abandoned::Otherwise(whole) => known = Some(*whole),
            Abandoned::Again => known = None,
            Abandoned::Cut(row) => return read_cut(work, row, books, progress),
            Abandoned::Hold => break,
        }
    }
    // A third reading rests on the facts of its own mapping. Should one ever not, a file held whole is read once.
    read_held(work, books, progress)
}

/// A large table that was read: its file, how it was understood, what became of each row.
type ReadTable = (Workbook, (Understood, Intake));

/// Why a pass over a large table does not count.
enum Abandoned {
    /// The whole table is to be read otherwise than its sample said.
    Otherwise(Box<Whole>),
    /// Another encoding or dialect, each settled once: nothing was read yet.
    Again,
    /// A second table begins in a row.
    Cut(u32),
    /// The file cannot be read in passes.
    Hold,
}

/// Reads a large table once, as it is understood so far.
fn pass(
    work: &Work<'_>,
    large: &mut Large,
    (sample, understood): (&Workbook, Understood),
    known: Option<&Whole>,
    ledgers: &mut Ledgers,
    progress: &mut dyn FnMut(Progress),
) -> Result<Result<ReadTable, Abandoned>, Failure> {
    let position = large.position();
    let Some(table) = sample.tables.get(position) else {
        return Err(failures::nothing_recognised(&work.file.name, work.language));
    };
    let at = values::Source { file: work.index, table: understood.table, row: 0 };
    let mut batches = Batches::new(table, known, at, &understood.mapping, work.settings, ledgers);
    let rows_read = Cell::new(0_u64);
    let mut reading = |done, total| {
        let rows = Some(rows_read.get());
        progress(Progress { stage: "reading".to_owned(), done, total: Some(total), rows });
    };
    let mut take = |rows: &Table| {
        batches.rows(rows);
        rows_read.set(rows_read.get() + rows.row_count() as u64);
    };
    let passed = large.read(work.file.source.as_ref(), &Limits::default(), &mut take, &mut reading);
    match passed.map_err(|refusal| refusals::unreadable(&work.file.name, &refusal, work.language))? {
        Pass::Done => {}
        Pass::Again => return Ok(Err(Abandoned::Again)),
        Pass::Hold => return Ok(Err(Abandoned::Hold)),
    }
    let workbook = large.workbook();
    let blank_rows = workbook.tables.get(position).map_or(0, |table| table.blank_rows);
    let (whole, ended) = batches.end();
    if let Some(row) = whole.further_table() {
        return Ok(Err(Abandoned::Cut(row)));
    }
    let again = work.understand(sample, Some((&whole, position)))?;
    if !ended.holds(&whole, &again.mapping) {
        return Ok(Err(Abandoned::Otherwise(Box::new(whole))));
    }
    let intake = ended.finish(&whole, &again.mapping, table, large.row_count(), blank_rows);
    Ok(Ok((workbook, (again, intake))))
}

impl Work<'_> {
    /// Whether the file is small enough to be held whole.
    fn can_be_held(&self) -> bool {
        self.file.source.len() <= Limits::default().file_bytes
    }

    /// Which table is read and how; `known` is what the whole of a sampled table was found to tell, and its place.
    fn understand(&self, workbook: &Workbook, known: Option<(&Whole, usize)>) -> Result<Understood, Failure> {
        let (name, language) = (&self.file.name, self.language);
        let named = self.wishes.by_sheet.first().map(|(sheet, mapping)| of_sheet(sheet, mapping));
        let remembered = if named.is_some() { None } else { model::remembered(workbook, self.wishes) };
        let (model, proposed) = remembered.map_or((None, None), |(used, mapping)| (Some(used), mapping));
        let given = named.as_ref().or(self.wishes.given).or(proposed.as_ref());
        let follows_model = self.wishes.given.is_none() && proposed.is_some();
        let (table, mapping) = understand(name, workbook, given, known, language)?;
        let mapping = match workbook.tables.get(usize::from(table.0)).filter(|_| follows_model) {
            Some(read) => intake::reconcile(mapping, read, known.map(|(whole, _)| whole)),
            None => mapping,
        };
        let mapping = self.checked(workbook, table, mapping)?;
        Ok(Understood { table, mapping, model })
    }

    /// The mapping of a table with the person's corrections, or the reason why it cannot be read.
    fn checked(&self, workbook: &Workbook, table: TableIndex, mapping: Mapping) -> Result<Mapping, Failure> {
        let (name, language) = (&self.file.name, self.language);
        let read = workbook.tables.get(usize::from(table.0));
        let sheet = read.and_then(|table| table.name.as_deref());
        let mapping = mapping.with_corrections(corrections(self.wishes, name, sheet));
        if let Some(seen) = read.and_then(|table| intake::written_in_thousands(table, &mapping)) {
            return Err(failures::amounts_in_thousands(name, &seen, language));
        }
        let mapping = intake::dated_by_name(mapping, name).struck_on(self.wishes.aged_as_of);
        if mapping.layout() != Layout::AgedBalance || mapping.aged_as_of().is_some() {
            return Ok(mapping);
        }
        let list = read.filter(|_| self.wishes.beside_others).and_then(intake::list_of_customers);
        let list = list.map(|list| list.with_corrections(corrections(self.wishes, name, sheet)));
        list.ok_or_else(|| failures::aged_day_unknown(name, language))
    }

    /// The tables of a workbook to read, and the sheets left: as the person says, or as the content shows.
    fn choose(&self, workbook: &Workbook) -> Result<(Vec<Understood>, LeftSheets), Failure> {
        let (name, language) = (&self.file.name, self.language);
        if !self.wishes.by_sheet.is_empty() {
            let read = self.wishes.by_sheet.iter().map(|(sheet, mapping)| {
                let given = of_sheet(sheet, mapping);
                let (table, mapping) = understand(name, workbook, Some(&given), None, language)?;
                let mapping = self.checked(workbook, table, mapping)?;
                Ok(Understood { table, mapping, model: None })
            });
            return Ok((read.collect::<Result<_, Failure>>()?, Vec::new()));
        }
        let remembered = model::remembered(workbook, self.wishes).is_some_and(|(_, proposed)| proposed.is_some());
        if self.wishes.given.is_some() || remembered {
            return Ok((vec![self.understand(workbook, None)?], Vec::new()));
        }
        let selection = intake::select(&workbook.tables);
        let main = selection.read.first().map(|main| main.candidate.mapping.layout());
        if !main.is_some_and(Layout::importable) {
            return Err(unrecognised(name, workbook, main, language));
        }
        let used = model::remembered(workbook, self.wishes).map(|(used, _)| used);
        let mut models = [used].into_iter();
        let read = selection.read.into_iter().map(|chosen| {
            let mapping = self.checked(workbook, chosen.table, chosen.candidate.mapping)?;
            let model = models.next().flatten();
            Ok(Understood { table: chosen.table, mapping, model })
        });
        let read = read.collect::<Result<_, Failure>>()?;
        // That a sheet is empty is said by the reader.
        let is_empty =
            |index: &TableIndex| workbook.tables.get(usize::from(index.0)).is_none_or(|table| table.row_count() == 0);
        let sheet = |index: &TableIndex| workbook.tables.get(usize::from(index.0)).and_then(|table| table.name.clone());
        let left = selection.left.iter().filter(|(index, _)| !is_empty(index));
        Ok((read, left.filter_map(|(index, why)| Some((sheet(index)?, *why))).collect()))
    }
}

/// How to read one sheet, with its name.
fn of_sheet(sheet: &str, mapping: &protocol::Mapping) -> protocol::Mapping {
    protocol::Mapping { sheet: Some(sheet.to_owned()), ..mapping.clone() }
}

/// The corrections of one table.
fn corrections(wishes: &Wishes<'_>, file: &str, sheet: Option<&str>) -> Corrections {
    let mut corrections = Corrections::default();
    for one in wishes.corrections.iter().filter(|one| one.file == file && one.sheet.as_deref() == sheet) {
        corrections.put(one.row, one.column, one.value.clone());
    }
    corrections
}

/// The tables of a file; of a large text or sheet, what its sample shows.
pub(crate) fn first_rows(
    input: &InputFile,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Workbook, Failure> {
    let opened = open(input, Sizes::default(), language, progress).map_err(|refused| refused.failure)?;
    Ok(match opened {
        Opened::Whole(workbook) => workbook,
        Opened::Text(text) => flat(named(Large::Text(text).sample(), &input.name)),
        Opened::Sheet(sheet) => apart(named(Large::Sheet(sheet).sample(), &input.name)),
    })
}

/// A workbook, its printed lists made flat and sheets that hold several tables cut into them.
fn apart(workbook: Workbook) -> Workbook {
    let mut workbook = flat(workbook);
    workbook.tables = intake::split(workbook.tables);
    workbook
}

/// A workbook whose tables bear the name of its file.
fn named(mut workbook: Workbook, name: &str) -> Workbook {
    workbook.tables.iter_mut().for_each(|table| table.file_name = Some(name.to_owned()));
    workbook
}

/// A workbook, its printed lists made flat.
fn flat(mut workbook: Workbook) -> Workbook {
    workbook.tables = workbook.tables.into_iter().map(intake::unfolded).collect();
    workbook
}

fn open(
    input: &InputFile,
    sizes: Sizes,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, Refused> {
    let mut reading = stage("reading", progress);
    let opened = sheet::open(input.source.as_ref(), &Limits::default(), sizes, &mut reading).map_err(|unreadable| {
        let is_document = matches!(&unreadable, Unreadable::NotATable { look } if look.is_document());
        Refused { failure: refusals::unreadable(&input.name, &unreadable, language), is_document }
    })?;
    Ok(match opened {
        Opened::Whole(workbook) => Opened::Whole(apart(named(workbook, &input.name))),
        large @ (Opened::Text(_) | Opened::Sheet(_)) => large,
    })
}

fn stage<'a>(name: &'a str, progress: &'a mut dyn FnMut(Progress)) -> impl FnMut(u64, u64) + 'a {
    move |done, total| progress(Progress { stage: name.to_owned(), done, total: Some(total), rows: None })
}

/// Why no table of a file can be read as receivables, by its name where it has one; `layout` is what was found.
fn unrecognised(name: &str, workbook: &Workbook, layout: Option<Layout>, language: Language) -> Failure {
    match layout {
        // A printed list whose customers are not told has dates, texts and amounts, as a bank statement has.
        _ if workbook.tables.iter().any(intake::is_list_print) => failures::list_print(name, language),
        Some(Layout::BankStatement) => failures::bank_statement(name, language),
        _ => match workbook.tables.iter().find_map(intake::trial_balance) {
            Some(account) => failures::trial_balance(name, account.as_ref(), language),
            None => match workbook.tables.iter().find_map(intake::nearest_headings) {
                Some(nearest) => failures::headings_lack(name, nearest, language),
                None => failures::nothing_recognised(name, language),
            },
        },
    }
}

/// Which table, and how: as the person says, or as the content shows.
fn understand(
    name: &str,
    workbook: &Workbook,
    given: Option<&protocol::Mapping>,
    known: Option<(&Whole, usize)>,
    language: Language,
) -> Result<(TableIndex, Mapping), Failure> {
    let Some(given) = given else {
        let of_whole = |(whole, position): (&Whole, usize)| {
            let found = whole.detect(workbook.tables.get(position)?).candidates.into_iter().next()?;
            Some((TableIndex(u16::try_from(position).ok()?), found))
        };
        let chosen = known.map_or_else(|| intake::choose(&workbook.tables), of_whole);
        let layout = chosen.as_ref().map(|(_, candidate)| candidate.mapping.layout());
        let importable = chosen.filter(|(_, candidate)| candidate.mapping.layout().importable());
        return match importable {
            Some((index, Candidate { mapping, .. })) => Ok((index, mapping)),
            None => Err(unrecognised(name, workbook, layout, language)),
        };
    };
    let position = match &given.sheet {
        Some(sheet) => workbook.tables.iter().position(|table| table.name.as_deref() == Some(sheet)),
        None => Some(0),
    };
    let Some(index) = position.and_then(|position| u16::try_from(position).ok()) else {
        return Err(failures::mapping_refused(
            name,
            &format!("sheet: {}", given.sheet.as_deref().unwrap_or_default()),
            language,
        ));
    };
    let mapping = mapping::from_view(given)
        .map_err(|unfit| failures::mapping_refused(name, &unfit.detail(language), language))?;
    Ok((TableIndex(index), mapping))
}
