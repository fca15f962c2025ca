//! What a file is and how it would be read, without reading it.

use super::{InputFile, first_rows};
use crate::view::{mapping, question};
use protocol::{Failure, Format, Inspection, Progress};
use text::Language;

/// What a file is and how it would be read. A file that makes no sense as receivables has no candidate.
pub fn inspect(
    input: &InputFile,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Inspection, Failure> {
    let workbook = first_rows(input, language, progress)?;
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
            let asked = detection.questions.iter();
            questions.extend(asked.map(|asked| question::view(&input.name, table.name.as_deref(), asked, language)));
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

/// The format as the contract names it.
pub(crate) fn format(format: sheet::Format) -> Format {
    match format {
        sheet::Format::Csv => Format::Csv,
        sheet::Format::Xlsx => Format::Xlsx,
        sheet::Format::Xls | sheet::Format::Html | sheet::Format::SpreadsheetXml => Format::Xls,
        sheet::Format::Xlsb => Format::Xlsb,
        sheet::Format::Ods => Format::Ods,
    }
}
