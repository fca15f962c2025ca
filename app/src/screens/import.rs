//! How the files were read: what became of every row, the totals, each file's columns, each row set aside, each remark.

use crate::browser::focus;
use crate::components::footer::equation;
use crate::logic::doubts::to_confirm;
use crate::logic::reading_log::{Change, Step};
use crate::screen::Screen;
use crate::screens::import_control::Control;
use crate::screens::import_defaults::Defaults;
use crate::screens::import_file::FileCard;
use crate::screens::import_left_files::LeftFiles;
use crate::screens::import_left_out::LeftOut;
use crate::screens::import_preview::list_of;
use crate::screens::import_questions::Questions;
use crate::screens::import_set_aside::SetAside;
use crate::screens::import_sheets;
use crate::session::{Dossier, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Diagnostic, ImportReport, ImportedFile, Place, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use text::Language;
use values::Gather;

/// Rows of a list drawn at once; the others are counted, and stand in the export.
pub const DRAWN: usize = 300;
/// Remarks of one kind shown before the others are folded.
const SHOWN_OF_A_KIND: usize = 3;

/// The screen.
#[component]
pub fn ImportScreen() -> impl IntoView {
    let session = use_session();
    view! { {move || session.dossier.get().map(|dossier| view! { <Report dossier/> })} }
}

/// The report.
#[component]
fn Report(
    /// The open ledger.
    dossier: Arc<Dossier>,
) -> impl IntoView {
    let text = use_text();
    let report = &dossier.report;
    let one_file = report.files.len() == 1;
    // A question says all its remark says, and so does the list of the files that are not read.
    let asked = |remark: &Diagnostic| report.questions.iter().any(|question| remark.text.ends_with(&question.text));
    let left = |remark: &Diagnostic| report.left_files.iter().any(|left| remark.text == left.text);
    let remarks = report.diagnostics.iter().filter(|remark| !asked(remark) && !left(remark));
    let remarks: Vec<Diagnostic> = remarks.cloned().collect();
    let names: BTreeSet<&str> = report.files.iter().map(|file| file.name.as_str()).gather();
    let several = names.len() > 1;
    let asked_first = !report.questions.is_empty();
    view! {
        <section class="import">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.title_import()}</h1>
                {(!asked_first).then(|| view! { <Tools asked_first/> })}
            </div>
            <Questions questions=report.questions.clone() one_file/>
            {asked_first.then(|| view! { <Tools asked_first/> })}
            <p class="equation">{equation(text, report.rows)}</p>
            <p class="muted">{summary(text, report)}</p>
            <Changes/>
            <ToConfirm files=report.files.clone()/>
            <LeftFiles files=report.left_files.clone()/>
            <Control report=report.clone()/>
            <Defaults report=report.clone()/>
            <SetAside dossier=Arc::clone(&dossier)/>
            <Remarks diagnostics=remarks/>
            <LeftOut report=report.clone()/>
            <h2>{text.title_reading()}</h2>
            {report
                .files
                .iter()
                .enumerate()
                .map(|(rank, file)| {
                    // A workbook whose tables are read one beside another says it once.
                    let first = report.files.iter().position(|one| one.name == file.name) == Some(rank);
                    let sheets = if first { import_sheets::told(text, file, report) } else { Vec::new() };
                    let sheets = Arc::new(sheets);
                    let asked = report.questions.iter().any(|question| question.file == file.name);
                    view! { <FileCard file=Arc::new(file.clone()) rank one_file sheets asked may_leave=several && first/> }
                })
                .collect_view()}
        </section>
    }
}

/// Where to go from here, and the control as a file.
#[component]
fn Tools(
    /// While questions are open the figures are provisional: answering comes first, the balance second.
    asked_first: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let see_balance = if asked_first { "button" } else { "button button-primary" };
    view! {
        <div class="screen-tools">
            <a class=see_balance href=session.balance_screen().hash()>{text.button_see_balance()}</a>
            <a class="button" href=Screen::Quality.hash()>{text.button_see_quality()}</a>
            <button type="button" class="button" on:click=move |_| work::export(session, "import-control.csv")>
                {text.button_control_file()}
            </button>
        </div>
    }
}

fn summary(text: Language, report: &ImportReport) -> String {
    let period = report.first_day.zip(report.last_day);
    text.import_summary(report.entries, report.customers, period)
}

/// The columns to be confirmed, each one press from its list.
#[component]
fn ToConfirm(
    /// The files.
    files: Vec<ImportedFile>,
) -> impl IntoView {
    let text = use_text();
    let columns: Vec<(String, String)> = files
        .iter()
        .enumerate()
        .flat_map(|(rank, file)| {
            let doubtful = file.mapping.columns.iter().filter(|column| to_confirm(column));
            doubtful.map(move |column| {
                let words = text.column_taken_for(&text.column_letters(column.column), &column.header, &column.key);
                (list_of(rank, column.column), words)
            })
        })
        .collect();
    (!columns.is_empty()).then(|| {
        view! {
            <div class="strip" role="note">
                <p>{text.columns_to_confirm(columns.len())}</p>
                <ul>
                    {columns
                        .into_iter()
                        .map(|(list, words)| {
                            view! {
                                <li>
                                    <button type="button" class="source-link" on:click=move |_| focus::now(&list)>
                                        {words}
                                    </button>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </div>
        }
    })
}

/// What was changed of the reading, what it did, and the way back.
#[component]
fn Changes() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let log = session.reading.get_untracked();
    let steps = log.in_force().to_vec();
    let (back, forth) = (log.before().is_some(), log.after().is_some());
    let last = steps.last().map(|step| told(text, step));
    let count = steps.len();
    if !back && !forth {
        return view! { <p id="reading-changes" tabindex="-1" class="unseen"></p> }.into_any();
    }
    view! {
        <div id="reading-changes" class="card changes" tabindex="-1" role="status">
            <p class="last-change">{last.unwrap_or_else(|| text.changes_none().to_owned())}</p>
            <p class="tools">
                <button type="button" class="button" disabled=!back on:click=move |_| work::undo(session)>
                    {text.button_go_back()}
                </button>
                <button type="button" class="button" disabled=!forth on:click=move |_| work::redo(session)>
                    {text.button_redo()}
                </button>
            </p>
            {(count > 1)
                .then(|| {
                    view! {
                        <details>
                            <summary>{text.counted_title(text.title_changes(), count)}</summary>
                            <ol class="change-list">
                                {steps.iter().map(|step| view! { <li>{told(text, step)}</li> }).collect_view()}
                            </ol>
                        </details>
                    }
                })}
        </div>
    }
    .into_any()
}

/// A change and its effect, in words.
fn told(text: Language, step: &Step) -> String {
    let change = match &step.change {
        Change::Field(header, key) => text.change_field(header, key.as_deref()),
        Change::Reading(what) => what.clone(),
        Change::Sheet { name, read } => text.change_sheet(name, *read),
        Change::File { name, read } => text.change_file(name, *read),
        Change::Answered(count) => text.change_answers(*count),
        Change::Corrected(count) => text.change_corrected(*count),
        Change::Books => text.change_books().to_owned(),
        Change::Terms(terms) => text.change_terms(terms.as_deref()),
        Change::Currency(currency) => text.change_currency(*currency),
    };
    let Some(effect) = &step.effect else { return change };
    let mut parts: Vec<String> = effect
        .totals
        .iter()
        .filter(|(_, before, after)| before != after)
        .map(|(currency, before, after)| text.total_changed(*currency, *before, *after))
        .collect();
    parts.extend(text.rows_changed(effect.imported, effect.set_aside));
    let (before, after) = effect.undated;
    parts.extend((before != after).then(|| text.undated_changed(before, after)));
    if let [Some(before), Some(after)] = effect.period {
        parts.extend((before != after).then(|| text.period_changed(before, after)));
    }
    if parts.is_empty() {
        parts.push(text.effect_none().to_owned());
    }
    text.labelled(&change, &parts.join(", "))
}

/// Remarks by gravity, then by kind.
#[component]
fn Remarks(
    /// All of them.
    diagnostics: Vec<Diagnostic>,
) -> impl IntoView {
    let text = use_text();
    let groups = [Severity::Error, Severity::Warning, Severity::Info].map(|severity| {
        let mut kinds: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity) {
            kinds.entry(diagnostic.code.clone()).or_default().push(diagnostic.clone());
        }
        (severity, kinds)
    });
    groups
        .into_iter()
        .filter(|(_, kinds)| !kinds.is_empty())
        .map(|(severity, kinds)| {
            let count = kinds.values().map(Vec::len).sum();
            view! {
                <h2>{text.title_remarks(severity_name(text, severity), count)}</h2>
                <ul class=format!("remarks remarks-{}", severity_code(severity))>
                    {kinds.into_values().map(|remarks| view! { <Kind remarks/> }).collect_view()}
                </ul>
            }
        })
        .collect_view()
}

/// Remarks of one kind: the first ones, the others folded.
#[component]
fn Kind(
    /// At least one.
    remarks: Vec<Diagnostic>,
) -> impl IntoView {
    let text = use_text();
    let count = remarks.len();
    let mut remarks = remarks.into_iter();
    let first: Vec<Diagnostic> = remarks.by_ref().take(SHOWN_OF_A_KIND).collect();
    let folded: Vec<Diagnostic> = remarks.by_ref().take(DRAWN).collect();
    let beyond = count.saturating_sub(SHOWN_OF_A_KIND + DRAWN);
    view! {
        {first.into_iter().map(|remark| view! { <Remark remark/> }).collect_view()}
        {(!folded.is_empty())
            .then(|| {
                view! {
                    <li class="folded">
                        <details>
                            <summary>{text.remarks_more(folded.len() + beyond)}</summary>
                            <ul class="remarks">
                                {folded.into_iter().map(|remark| view! { <Remark remark/> }).collect_view()}
                            </ul>
                            {(beyond > 0).then(|| view! { <p class="muted">{text.rows_beyond(beyond)}</p> })}
                        </details>
                    </li>
                }
            })}
    }
}

/// One remark.
#[component]
fn Remark(
    /// It.
    remark: Diagnostic,
) -> impl IntoView {
    view! { <li>{remark.text} " " {remark.at.map(|place| view! { <SourceLink place/> })}</li> }
}

/// The way to a row of a file, as it stands there.
#[component]
pub fn SourceLink(
    /// The row.
    place: Place,
    /// Only the number.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let words = if short { text.number(i64::from(place.row)) } else { text.row_number(place.row) };
    let title = text.source_of(&place.file, place.sheet.as_deref(), place.row);
    view! {
        <button
            type="button"
            class="source-link"
            title=title.clone()
            aria-label=title
            on:click=move |_| work::show_source(session, &place)
        >
            {words}
        </button>
    }
}

fn severity_name(text: Language, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => text.severity_error(),
        Severity::Warning => text.severity_warning(),
        Severity::Info => text.severity_info(),
    }
}

fn severity_code(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}
