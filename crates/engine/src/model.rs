//! Reading models: how one kind of export is read, kept by the fingerprint of its headings and used again next month.
//! A model holds headings and choices, never a value of a ledger. Where the file changed shape, what still fits is
//! read the same way and every difference is told.

use crate::digest::sha256;
use crate::reading::{ReadFile, Wishes};
use crate::view::{mapping, preview};
use protocol::{ColumnBinding, HeadingChange, Mapping, ModelChange, ModelUse, ReadingModel};
use sheet::{Source, Table, Workbook};
use std::cmp::Reverse;

/// What a model says it is.
const KIND: &str = "reading-model";
/// Version of the form written.
const VERSION: u32 = 1;
/// Hexadecimal digits of a fingerprint: 64 bits, and nobody keeps a billion models.
const DIGITS: usize = 16;
/// Below this share of its headings a model is of another kind of export, in percent.
const ALIKE: usize = 60;
/// Rows that headings are looked for in.
const HEADING_ROWS: u32 = 40;
/// Confidence of a column that is not the model's own: to be confirmed.
const DOUBTFUL: f64 = 0.5;

/// The digest of headings, whatever their case, accents and spaces.
pub fn fingerprint(headings: &[String]) -> String {
    let folded: Vec<String> = headings.iter().map(|heading| intake::fold(heading)).collect();
    sha256(folded.join("\u{1F}").as_bytes()).get(..DIGITS).unwrap_or_default().to_owned()
}

/// The reading of a file as a model.
pub(crate) fn of(file: &ReadFile) -> ReadingModel {
    let header_row = file.mapping.header_row();
    let headings = preview::headings(&file.raw_rows(file.table, header_row, 1), header_row).into_trimmed();
    let mut mapping = mapping::view(&file.mapping, file.sheet());
    for column in &mut mapping.columns {
        column.samples.clear();
        column.confidence = 1.0;
    }
    ReadingModel { encours: KIND.to_owned(), version: VERSION, fingerprint: fingerprint(&headings), headings, mapping }
}

/// Whether a model is one this version reads.
fn known(model: &&ReadingModel) -> bool {
    model.encours == KIND && model.version == VERSION
}

/// The model of a workbook and the mapping it gives there, adapted where headings moved; no mapping where what is
/// left of the model cannot be read alone.
pub(crate) fn remembered(workbook: &Workbook, wishes: &Wishes<'_>) -> Option<(ModelUse, Option<Mapping>)> {
    if wishes.given.is_some() {
        return None;
    }
    let places =
        || workbook.tables.iter().flat_map(|table| wishes.models.iter().filter(known).map(move |m| (table, m)));
    let exact = places().find_map(|(table, model)| same_shape(table, model).map(|row| (table, model, row)));
    if let Some((table, model, row)) = exact {
        let mapping = Mapping { sheet: table.name.clone(), header_row: row, ..model.mapping.clone() };
        return Some((ModelUse { fingerprint: model.fingerprint.clone(), changes: Vec::new() }, Some(mapping)));
    }
    places().filter_map(|(table, model)| adapted(table, model)).max_by_key(|(share, ..)| *share).map(
        |(_, changes, mapping)| {
            let (fingerprint, mapping) = mapping;
            (ModelUse { fingerprint, changes }, mapping)
        },
    )
}

/// The row whose headings are the model's: its own row, or the one found by itself.
fn same_shape(table: &Table, model: &ReadingModel) -> Option<u32> {
    let own = model.mapping.header_row;
    let is_it = |row: &u32| fingerprint(&preview::headings(table, *row).into_trimmed()) == model.fingerprint;
    [Some(own), found_row(table)].into_iter().flatten().find(is_it)
}

fn found_row(table: &Table) -> Option<u32> {
    intake::detect(table).candidates.first().map(|found| found.mapping.header_row())
}

/// Headings up to the last one: cells without heading further right are no part of a shape.
trait Trimmed {
    fn into_trimmed(self) -> Self;
}

impl Trimmed for Vec<String> {
    fn into_trimmed(mut self) -> Vec<String> {
        while self.last().is_some_and(String::is_empty) {
            self.pop();
        }
        self
    }
}

/// Of a hundred columns of a model, how many these headings have.
fn share(headings: &[String], model: &ReadingModel) -> usize {
    let folded: Vec<String> = headings.iter().map(|heading| intake::fold(heading)).collect();
    let has = |header: &str| !header.is_empty() && folded.contains(&intake::fold(header));
    let columns = &model.mapping.columns;
    columns.iter().filter(|column| has(&column.header)).count() * 100 / columns.len().max(1)
}

/// The row whose headings are most like the model's, which may be the only one to know what they mean.
fn alike(table: &Table, model: &ReadingModel) -> Option<(u32, Vec<String>)> {
    let rows = found_row(table).into_iter().chain([model.mapping.header_row]).chain(1..=HEADING_ROWS);
    let rows = rows.map(|row| (row, preview::headings(table, row).into_trimmed()));
    let (_, Reverse(row), headings) =
        rows.map(|(row, headings)| (share(&headings, model), Reverse(row), headings)).max()?;
    (share(&headings, model) >= ALIKE).then_some((row, headings))
}

type Adapted = (usize, Vec<ModelChange>, (String, Option<Mapping>));

/// The model on a table that has most of its headings.
fn adapted(table: &Table, model: &ReadingModel) -> Option<Adapted> {
    let (header_row, headings) = alike(table, model)?;
    let detection = intake::detect(table);
    let found = detection.candidates.first().filter(|found| found.mapping.header_row() == header_row);
    let found = found.map(|found| mapping::view(&found.mapping, table.name.as_deref()).columns).unwrap_or_default();
    let folded: Vec<String> = headings.iter().map(|heading| intake::fold(heading)).collect();
    let place = |header: &str| {
        let header = intake::fold(header);
        let column = folded.iter().position(|heading| *heading == header && !header.is_empty())?;
        u16::try_from(column).ok()
    };
    let share = share(&headings, model);
    let mut columns: Vec<ColumnBinding> = Vec::new();
    let mut changes = Vec::new();
    for column in &model.mapping.columns {
        let told = |change| ModelChange { change, header: column.header.clone(), key: Some(column.key.clone()) };
        match place(&column.header) {
            Some(at) => {
                changes.extend((at != column.column).then(|| told(HeadingChange::Moved)));
                columns.push(ColumnBinding { column: at, ..column.clone() });
            }
            None => changes.push(told(HeadingChange::Missing)),
        }
    }
    let of_model: Vec<String> = model.headings.iter().map(|heading| intake::fold(heading)).collect();
    for (at, heading) in headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
        if of_model.contains(&intake::fold(heading)) {
            continue;
        }
        let meant = found.iter().find(|column| usize::from(column.column) == at);
        let free = meant.filter(|column| columns.iter().all(|known| known.key != column.key));
        columns.extend(free.map(|column| ColumnBinding { confidence: DOUBTFUL, ..column.clone() }));
        let key = free.map(|column| column.key.clone());
        changes.push(ModelChange { change: HeadingChange::New, header: heading.clone(), key });
    }
    let mapping = Mapping { sheet: table.name.clone(), header_row, columns, ..model.mapping.clone() };
    let sound = mapping::from_view(&mapping).is_ok();
    Some((share, changes, (model.fingerprint.clone(), sound.then_some(mapping))))
}

/// What `inspect --json` prints of a file, as far as it is read back.
#[derive(serde::Deserialize)]
struct Inspected {
    name: String,
    candidates: Vec<InspectedCandidate>,
}

#[derive(serde::Deserialize)]
struct InspectedCandidate {
    mapping: Mapping,
}

/// How files are to be read, from a JSON text.
#[derive(Debug, Default)]
pub struct Given {
    /// A model: used where the headings are its own.
    pub models: Vec<ReadingModel>,
    /// One mapping for every file.
    pub for_all: Option<Mapping>,
    /// The mapping of one file, by name.
    pub by_name: Vec<(String, Mapping)>,
}

/// Reads a JSON text: a mapping, a model, or what `inspect --json` prints. The error is the parser's own words.
pub fn parse(json: &str) -> Result<Given, String> {
    let mut given = Given::default();
    // A plain mapping first: its errors name the key that is wrong.
    let refusal = match serde_json::from_str(json) {
        Ok(mapping) => {
            given.for_all = Some(mapping);
            return Ok(given);
        }
        Err(error) => error.to_string(),
    };
    if let Ok(model) = serde_json::from_str(json) {
        given.models.push(model);
        return Ok(given);
    }
    let one = || serde_json::from_str(json).map(|inspection| vec![inspection]);
    let inspections: Vec<Inspected> = serde_json::from_str(json).or_else(|_| one()).map_err(|_| refusal)?;
    for inspection in inspections {
        let best = inspection.candidates.into_iter().next();
        given.by_name.extend(best.map(|candidate| (inspection.name, candidate.mapping)));
    }
    Ok(given)
}

/// A file that is a model and not a ledger.
pub(crate) fn in_file(source: &dyn Source) -> Option<ReadingModel> {
    /// More than any model weighs.
    const LONGEST: u64 = 1_000_000;
    if source.len() > LONGEST {
        return None;
    }
    let mut bytes = vec![0; usize::try_from(source.len()).ok()?];
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        // A file that cannot be had is refused where it is read as a ledger.
        filled += source.read_at(filled as u64, rest).ok().filter(|count| *count > 0)?;
        if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
            return None;
        }
    }
    serde_json::from_str::<ReadingModel>(std::str::from_utf8(&bytes).ok()?).ok().filter(|model| known(&model))
}
