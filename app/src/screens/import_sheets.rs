//! The sheets of a workbook: each with the reason why it is read or left, and the way to say otherwise.

use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Diagnostic, ImportReport, ImportedFile};
use std::sync::Arc;
use text::Language;

/// Remarks on why sheets are read or left.
const SHEETS: [&str; 2] = ["sheet-read", "sheet-not-read"];

/// One sheet of a workbook.
#[derive(Clone)]
pub struct SheetTold {
    name: String,
    read: bool,
    why: String,
}

/// The sheets of a workbook of several, in its order; none of a file without sheets.
pub fn told(text: Language, file: &ImportedFile, report: &ImportReport) -> Vec<SheetTold> {
    if file.sheets.len() < 2 {
        return Vec::new();
    }
    let remarks: Vec<&Diagnostic> =
        report.diagnostics.iter().filter(|remark| SHEETS.contains(&remark.code.as_str())).collect();
    let told = |name: &String| {
        let read = |one: &ImportedFile| one.name == file.name && one.mapping.sheet.as_ref() == Some(name);
        let read = report.files.iter().any(read);
        let place = text.file_and_sheet(&file.name, Some(name));
        let why = remarks.iter().find_map(|remark| text.without_place(&remark.text, &place));
        let why = why.unwrap_or_else(|| text.sheet_as_chosen(read).to_owned());
        SheetTold { name: name.clone(), read, why }
    };
    file.sheets.iter().map(told).collect()
}

/// The sheets, each with a button that reads or leaves it.
#[component]
pub fn Sheets(
    /// Name of the workbook.
    file: String,
    /// Its sheets.
    sheets: Arc<Vec<SheetTold>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    // The last sheet that is read cannot be left.
    let several = sheets.iter().filter(|sheet| sheet.read).count() > 1;
    let line = |SheetTold { name, read, why }: SheetTold| {
        let words = if read { text.button_leave_sheet() } else { text.button_read_sheet_too() };
        let told = text.labelled(&text.quoted(&name), &why);
        let file = file.clone();
        let label = text.labelled(words, &name);
        let change = move |_| {
            if read {
                work::leave_sheet(session, &file, &name);
            } else {
                work::read_sheet_too(session, &file, &name);
            }
        };
        let button = (!read || several).then(|| {
            view! { <button type="button" class="quiet" aria-label=label on:click=change>{words}</button> }
        });
        view! { <li><span>{told}</span> " " {button}</li> }
    };
    (!sheets.is_empty())
        .then(|| view! { <ul class="sheets muted">{sheets.iter().cloned().map(line).collect_view()}</ul> })
}
