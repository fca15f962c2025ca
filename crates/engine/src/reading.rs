//! From a file's bytes to its part of the ledger: recognised, read within limits, every row accounted for.

use crate::digest::sha256_of;
use crate::view::mapping;
use crate::{failures, model, refusals};
use intake::{Candidate, Corrections, Intake, Layout, Ledgers, Mapping, Question, Settings};
use protocol::{Correction, Failure, Format, Inspection, ModelUse, Progress, ReadingModel};
use sheet::{Limits, Source, Table, Workbook};
use std::cell::OnceCell;
use std::fmt;
use text::Language;
use values::{FileIndex, TableIndex};

/// A file as it was handed over.
pub struct InputFile {
    /// Its name, never trusted for its type.
    pub name: String,
    /// Where its bytes come from.
    pub source: Box<dyn Source>,
}

impl fmt::Debug for InputFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({} bytes)", self.name, self.source.len())
    }
}

impl InputFile {
    /// A file already in memory.
    pub fn in_memory(name: impl Into<String>, bytes: Vec<u8>) -> InputFile {
        InputFile { name: name.into(), source: Box::new(bytes) }
    }
}

/// A file that was read: its tables, how they were understood, what became of each row.
pub(crate) struct ReadFile {
    pub(crate) name: String,
    /// Its bytes, as long as nobody moves or changes the file.
    source: Box<dyn Source>,
    /// Made when first asked for: it costs as much as reading the file once more.
    sha256: OnceCell<String>,
    pub(crate) workbook: Workbook,
    pub(crate) table: TableIndex,
    pub(crate) mapping: Mapping,
    /// What only a person could decide; none where a person gave the mapping.
    pub(crate) questions: Vec<Question>,
    /// The model its reading follows.
    pub(crate) model: Option<ModelUse>,
    /// Other sheets that look like receivables and were not read.
    pub(crate) unread_sheets: Vec<String>,
    pub(crate) intake: Intake,
}

/// What a person said about reading a file.
pub(crate) struct Wishes<'a> {
    /// How to read it.
    pub(crate) given: Option<&'a protocol::Mapping>,
    /// How files of this kind were read before.
    pub(crate) models: &'a [ReadingModel],
    /// Cells to read otherwise, of this file or others.
    pub(crate) corrections: &'a [Correction],
}

impl ReadFile {
    /// Rows of a table as they stand in the file, from a row on; blank ones are left out.
    pub(crate) fn raw_rows(&self, table: TableIndex, first_row: u32, count: u32) -> Table {
        let whole = self.workbook.tables.get(usize::from(table.0));
        let mut rows = Table::new(whole.and_then(|table| table.name.clone()));
        let wanted = first_row..first_row.saturating_add(count);
        for row in whole.iter().flat_map(|table| table.rows()).filter(|row| wanted.contains(&row.number())) {
            rows.start_row(row.number());
            for cell in row.cells() {
                rows.push(cell.column, cell.kind, cell.text);
            }
        }
        rows
    }

    /// The table of a sheet; the one imported where none is named.
    pub(crate) fn table_of(&self, sheet: Option<&str>) -> Option<TableIndex> {
        let Some(sheet) = sheet else { return Some(self.table) };
        let position = self.workbook.tables.iter().position(|table| table.name.as_deref() == Some(sheet))?;
        u16::try_from(position).ok().map(TableIndex)
    }

    /// Digest of its bytes, made on first demand.
    pub(crate) fn sha256(&self, language: Language) -> Result<&str, Failure> {
        if let Some(known) = self.sha256.get() {
            return Ok(known);
        }
        let made = sha256_of(self.source.as_ref())
            .map_err(|error| refusals::unreadable(&self.name, &error.into(), language))?;
        Ok(self.sha256.get_or_init(|| made))
    }

    /// The digest, if somebody asked for it before.
    pub(crate) fn known_sha256(&self) -> Option<&str> {
        self.sha256.get().map(String::as_str)
    }

    /// Bytes in all.
    pub(crate) fn size(&self) -> u64 {
        self.source.len()
    }

    /// The table that was imported.
    pub(crate) fn table(&self) -> Option<&Table> {
        self.workbook.tables.get(usize::from(self.table.0))
    }

    /// Its sheet name.
    pub(crate) fn sheet(&self) -> Option<&str> {
        self.table()?.name.as_deref()
    }
}

/// Reads one file of a dossier into the ledgers.
pub(crate) fn read(
    input: InputFile,
    index: FileIndex,
    wishes: &Wishes<'_>,
    settings: &Settings,
    ledgers: &mut Ledgers,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<ReadFile, Failure> {
    let workbook = tables(&input, language, progress)?;
    let InputFile { name, source } = input;
    let remembered = model::remembered(&workbook, wishes);
    let (model, proposed) = remembered.map_or((None, None), |(used, mapping)| (Some(used), mapping));
    let given = wishes.given.or(proposed.as_ref());
    let (table_index, mapping) = understand(&name, &workbook, given, language)?;
    let Some(table) = workbook.tables.get(usize::from(table_index.0)) else {
        return Err(failures::nothing_recognised(&name, language));
    };
    let mapping = mapping.with_corrections(corrections(wishes, &name, table.name.as_deref()));
    if let Some(seen) = intake::written_in_thousands(table, &mapping) {
        return Err(failures::amounts_in_thousands(&name, &seen, language));
    }
    if mapping.layout() == Layout::AgedBalance && mapping.aged_as_of().is_none() {
        return Err(failures::aged_day_unknown(&name, language));
    }
    let questions = if given.is_none() { intake::detect(table).questions } else { Vec::new() };
    let unread_sheets = unread_sheets(&workbook, table_index);
    let mut importing = stage("importing", progress);
    let mut intake = intake::parse(table, index, table_index, &mapping, settings, ledgers, &mut importing);
    if let Some(last) = intake.last_day {
        intake.diagnostics.extend(intake::check_name(&name, last));
    }
    if !intake.rows.balanced() {
        return Err(failures::rows_unaccounted(&name, language));
    }
    if intake.rows.imported == 0 {
        return Err(failures::no_usable_row(&name, intake.rows.set_aside, language));
    }
    Ok(ReadFile {
        name,
        source,
        sha256: OnceCell::new(),
        workbook,
        table: table_index,
        mapping,
        questions,
        model,
        unread_sheets,
        intake,
    })
}

/// The corrections of one table.
fn corrections(wishes: &Wishes<'_>, file: &str, sheet: Option<&str>) -> Corrections {
    let mut corrections = Corrections::default();
    for one in wishes.corrections.iter().filter(|one| one.file == file && one.sheet.as_deref() == sheet) {
        corrections.put(one.row, one.column, one.value.clone());
    }
    corrections
}

/// The sheets that could have been imported as well: they are named, never passed over in silence.
fn unread_sheets(workbook: &Workbook, read: TableIndex) -> Vec<String> {
    let others = workbook.tables.iter().enumerate().filter(|(position, _)| *position != usize::from(read.0));
    let importable =
        |table: &Table| intake::detect(table).candidates.first().is_some_and(|best| best.mapping.layout().importable());
    others.filter(|(_, table)| importable(table)).filter_map(|(_, table)| table.name.clone()).collect()
}

/// What a file is and how it would be read. A file that makes no sense as receivables has no candidate.
pub fn inspect(
    input: &InputFile,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Inspection, Failure> {
    let workbook = tables(input, language, progress)?;
    let chosen = intake::choose(&workbook.tables);
    let mut candidates = Vec::new();
    let mut questions = Vec::new();
    // The table that would be read comes first, with its questions; then the others.
    let first = chosen.as_ref().map(|(index, _)| usize::from(index.0));
    let others = (0..workbook.tables.len()).filter(|position| Some(*position) != first);
    for position in first.into_iter().chain(others) {
        let Some(table) = workbook.tables.get(position) else { continue };
        let detection = intake::detect(table);
        let found = detection.candidates.iter();
        candidates.extend(found.map(|found| mapping::candidate(found, table.name.as_deref(), language)));
        if Some(position) == first {
            questions.extend(detection.questions.iter().map(|question| mapping::question(question, language)));
        }
    }
    Ok(Inspection {
        name: input.name.clone(),
        format: format(workbook.format),
        encoding: workbook.encoding.map(|encoding| encoding.label().to_owned()),
        delimiter: workbook.delimiter.map(String::from),
        sheets: workbook.tables.iter().filter_map(|table| table.name.clone()).collect(),
        candidates,
        questions,
    })
}

fn tables(input: &InputFile, language: Language, progress: &mut dyn FnMut(Progress)) -> Result<Workbook, Failure> {
    let mut reading = stage("reading", progress);
    sheet::open(input.source.as_ref(), &Limits::default(), &mut reading)
        .map_err(|unreadable| refusals::unreadable(&input.name, &unreadable, language))
}

fn stage<'a>(name: &'a str, progress: &'a mut dyn FnMut(Progress)) -> impl FnMut(u64, u64) + 'a {
    move |done, total| progress(Progress { stage: name.to_owned(), done, total: Some(total) })
}

/// Which table, and how: as the person says, or as the content shows.
fn understand(
    name: &str,
    workbook: &Workbook,
    given: Option<&protocol::Mapping>,
    language: Language,
) -> Result<(TableIndex, Mapping), Failure> {
    let Some(given) = given else {
        let chosen = intake::choose(&workbook.tables);
        let importable = chosen.filter(|(_, candidate)| candidate.mapping.layout().importable());
        return match importable {
            Some((index, Candidate { mapping, .. })) => Ok((index, mapping)),
            None => Err(failures::nothing_recognised(name, language)),
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
    let mapping = mapping::from_view(given).map_err(|detail| failures::mapping_refused(name, &detail, language))?;
    Ok((TableIndex(index), mapping))
}

/// The format as the contract names it.
pub(crate) fn format(format: sheet::Format) -> Format {
    match format {
        sheet::Format::Csv => Format::Csv,
        sheet::Format::Xlsx => Format::Xlsx,
        sheet::Format::Xls => Format::Xls,
        sheet::Format::Xlsb => Format::Xlsb,
        sheet::Format::Ods => Format::Ods,
        sheet::Format::Html => Format::Html,
        sheet::Format::SpreadsheetXml => Format::Xml,
    }
}
