//! How far a long work has come, and the way to stop it.

use crate::session::{Work, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::Progress;
use text::Language;

/// Below these bytes or rows the share says enough: it is over before anybody has read more.
const WORTH_TELLING: u64 = 10_000;

/// Stages of which each part is a text for a customer.
const TEXTS: [&str; 2] = ["drafting", "packing"];

/// The bar, above every screen, while something takes time.
#[component]
pub fn WorkBar() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let busy = Memo::new(move |_| session.work.with(Option::is_some));
    view! {
        <Show when=move || busy.get()>
            <div class="work-bar" role="status">
                <p class="work-what">{move || session.work.with(|work| what(text, work.as_ref()))}</p>
                <progress
                    max="100"
                    prop:value=move || session.work.with(|work| percent(work.as_ref()))
                    class:unknown=move || session.work.with(|work| percent(work.as_ref()).is_none())
                    aria-label=text.label_progress()
                ></progress>
                <p class="work-far">{move || session.work.with(|work| how_far(text, work.as_ref()))}</p>
                <button type="button" on:click=move |_| work::cancel(session)>
                    {text.button_cancel()}
                </button>
            </div>
        </Show>
    }
}

fn what(text: Language, work: Option<&Work>) -> String {
    match work {
        Some(Work::Opening { names, .. }) => text.work_opening(&names.join(", ")),
        Some(Work::Exporting { kind, .. }) => text.work_exporting(kind),
        None => String::new(),
    }
}

fn progress(work: Option<&Work>) -> Option<&Progress> {
    match work? {
        Work::Opening { progress, .. } | Work::Exporting { progress, .. } => progress.as_ref(),
    }
}

fn percent(work: Option<&Work>) -> Option<u32> {
    let progress = progress(work)?;
    let total = progress.total.filter(|total| *total > 0)?;
    u32::try_from(u128::from(progress.done.min(total)) * 100 / u128::from(total)).ok()
}

fn how_far(text: Language, work: Option<&Work>) -> String {
    let stage = match progress(work).map(|progress| progress.stage.as_str()) {
        Some("reading") => text.stage_reading(),
        Some("understanding") => text.stage_understanding(),
        Some("importing") => text.stage_importing(),
        Some("exporting") => text.stage_exporting(),
        Some("planning") => text.stage_planning(),
        Some("drafting") => text.stage_drafting(),
        Some("packing") => text.stage_packing(),
        Some(_) | None => text.stage_starting(),
    };
    let Some(percent) = percent(work) else { return stage.to_owned() };
    let share = format!("{stage} {}", text.whole_percent(percent));
    match progress(work) {
        Some(Progress { stage, done, total: Some(total), .. }) if TEXTS.contains(&stage.as_str()) => {
            format!("{share}, {}", text.texts_done(*done, *total))
        }
        Some(Progress { stage, done, total: Some(total), rows }) if *total >= WORTH_TELLING => match stage.as_str() {
            "reading" => format!("{share}, {}", text.bytes_read(*done, *total, *rows)),
            "importing" => format!("{share}, {}", text.rows_imported(*done, *total)),
            _ => share,
        },
        _ => share,
    }
}
