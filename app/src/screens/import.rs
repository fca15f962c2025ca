//! How the files were read: what became of every row, the totals, each file's columns, each row set aside, each remark.

use crate::components::footer::equation;
use crate::screen::Screen;
use crate::screens::import_file::FileCard;
use crate::session::{Dossier, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{ControlTotal, Diagnostic, ImportReport, Place, Severity};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Language;

/// Rows of a list drawn at once; the others are counted, and stand in the export.
const DRAWN: usize = 300;
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
    let session = use_session();
    let text = use_text();
    let report = &dossier.report;
    let one_file = report.files.len() == 1;
    view! {
        <section class="import">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.title_import()}</h1>
                <div class="screen-tools">
                    <a class="button button-primary" href=session.balance_screen().hash()>{text.button_see_balance()}</a>
                    <a class="button" href=Screen::Quality.hash()>{text.button_see_quality()}</a>
                    <a class="button" href=Screen::Exports.hash()>{text.button_export_report()}</a>
                </div>
            </div>
            <p class="equation">{equation(text, report.rows)}</p>
            <p class="muted">{summary(text, report)}</p>
            <ControlTotals totals=report.control_totals.clone()/>
            <SetAside rows=report.set_aside.clone()/>
            <Remarks diagnostics=report.diagnostics.clone()/>
            <h2>{text.title_reading()}</h2>
            {report
                .files
                .iter()
                .map(|file| view! { <FileCard file=file.clone() one_file/> })
                .collect_view()}
        </section>
    }
}

fn summary(text: Language, report: &ImportReport) -> String {
    let period = report.first_day.zip(report.last_day);
    text.import_summary(report.entries, report.customers, period)
}

/// Totals of the file against what was imported.
#[component]
fn ControlTotals(
    /// One per currency.
    totals: Vec<ControlTotal>,
) -> impl IntoView {
    let text = use_text();
    view! {
        <ul class="controls">
            {totals
                .into_iter()
                .map(|total| {
                    let class = match total.ok {
                        Some(true) => "control control-ok",
                        Some(false) => "control control-wrong",
                        None => "control",
                    };
                    view! {
                        <li class=class>{text.control_total(total.stated, total.computed, total.ok, total.currency)}</li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// Rows set aside, each with its reason.
#[component]
fn SetAside(
    /// One diagnostic per row.
    rows: Vec<Diagnostic>,
) -> impl IntoView {
    let text = use_text();
    if rows.is_empty() {
        return view! { <p class="control control-ok">{text.set_aside_none()}</p> }.into_any();
    }
    let beyond = rows.len().saturating_sub(DRAWN);
    let title = text.title_set_aside(rows.len());
    view! {
        <h2>{title.clone()}</h2>
        <div class="scroller" tabindex="0" role="region" aria-label=title>
            <table class="rows set-aside">
                <thead>
                    <tr>
                        <th scope="col" class="num">{text.column_row()}</th>
                        <th scope="col">{text.column_column()}</th>
                        <th scope="col">{text.column_seen()}</th>
                        <th scope="col">{text.column_why()}</th>
                    </tr>
                </thead>
                <tbody>
                    {rows
                        .into_iter()
                        .take(DRAWN)
                        .map(|row| {
                            view! {
                                <tr>
                                    <td class="num">
                                        {row.at.clone().map(|place| view! { <SourceLink place short=true/> })}
                                    </td>
                                    <td><bdi>{row.at.and_then(|place| place.header)}</bdi></td>
                                    <td class="seen"><bdi>{row.seen}</bdi></td>
                                    <td>{row.text}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
        {(beyond > 0).then(|| view! { <p class="muted">{text.rows_beyond(beyond)}</p> })}
    }
    .into_any()
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
