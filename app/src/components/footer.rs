//! The control line, at the foot of every screen: every row accounted for, and the balance ties to the ledger.

use crate::screen::Screen;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{ImportReport, RowCounts};
use text::Language;

/// Every row of a file, accounted for.
pub fn equation(text: Language, rows: RowCounts) -> String {
    text.row_equation(rows.read, rows.imported, rows.set_aside, rows.blank, rows.headings, rows.totals)
}

/// Totals written in the files or typed by the user that are not what was imported.
fn disagreements(text: Language, report: &ImportReport) -> Vec<String> {
    let mut sentences = Vec::new();
    for (_, total) in report.stated_totals() {
        if let Some(stated) = total.stated.filter(|_| total.ok == Some(false)) {
            sentences.push(text.footer_file_differs(total.computed - stated, total.currency));
        }
    }
    for total in &report.control_totals {
        if let Some(ledger) = total.ledger.filter(|_| total.ledger_ok == Some(false)) {
            sentences.push(text.footer_books_differ(total.computed - ledger, total.currency));
        }
    }
    sentences
}

/// The line.
#[component]
pub fn ControlLine() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let rows =
        move || session.dossier.with(|dossier| dossier.as_ref().map(|dossier| equation(text, dossier.report.rows)));
    let controls = move || {
        session.balance.with(|balance| {
            let currencies = &balance.as_ref()?.currencies;
            Some(
                currencies
                    .iter()
                    .map(|one| {
                        let class = match (one.control.ok, one.control.open_questions) {
                            (true, 0) => "control control-ok",
                            (true, _) => "control",
                            (false, _) => "control control-wrong",
                        };
                        let sentence = if one.control.ok {
                            text.control_ok(one.control.ledger_balance, one.currency)
                        } else {
                            text.control_difference(one.control.difference, one.currency)
                        };
                        view! { <span class=class>{sentence}</span> }
                    })
                    .collect_view(),
            )
        })
    };
    let disagreements = move || {
        let sentences =
            session.dossier.with(|dossier| dossier.as_ref().map(|dossier| disagreements(text, &dossier.report)));
        let sentences = sentences.unwrap_or_default().into_iter();
        sentences.map(|sentence| view! { <span class="control control-wrong">{sentence}</span> }).collect_view()
    };
    view! {
        <footer class="control-line">
            <span>{rows}</span>
            {controls}
            {disagreements}
            <Provisional/>
            <span class="muted">{text.footer_not_kept()}</span>
        </footer>
    }
}

/// Says that questions are open, and leads to them.
#[component]
pub fn Provisional() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    move || {
        let questions = session.dossier.with(|dossier| dossier.as_ref().map_or(0, |open| open.report.questions.len()));
        (questions > 0).then(|| {
            let sentence = text.figures_provisional(u32::try_from(questions).unwrap_or(u32::MAX));
            view! { <span class="control control-wrong">{sentence} " " <a href=Screen::Import.hash()>{text.link_answer()}</a></span> }
        })
    }
}
