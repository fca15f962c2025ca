//! What people recorded, the dossier file, and what changed since it was saved.

use crate::components::drop_zone::ChooseFiles;
use crate::components::fetched::shown;
use crate::screens::answers::AnswersPart;
use crate::screens::followup_changes::Changes;
use crate::screens::followup_records::AllRecords;
use crate::screens::journal::JournalPart;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn FollowupScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <section class="followup-screen">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.nav_followup()}</h1>
            </div>
            <p class="lead">{text.followup_lead()}</p>
            <Tools/>
            {move || {
                session
                    .restored
                    .get()
                    .then(|| {
                        view! {
                            <h2>{text.followup_changes_title()}</h2>
                            {move || shown(session.comparison.get(), |of| view! { <Changes of/> })}
                        }
                    })
            }}
            <AllRecords/>
            <AnswersPart/>
            <JournalPart/>
        </section>
    }
}

/// Undo, redo, save, next month.
#[component]
fn Tools() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let with_ledger = RwSignal::new(false);
    let undo = Memo::new(move |_| work::records(session).and_then(|of| of.undo.clone()));
    let redo = Memo::new(move |_| work::records(session).and_then(|of| of.redo.clone()));
    let named = |verb: &str, edit: Option<String>| edit.map_or(verb.to_owned(), |edit| format!("{verb} · {edit}"));
    view! {
        <div class="tools">
            <button
                type="button"
                class="button"
                aria-keyshortcuts="Control+Z"
                disabled=move || undo.get().is_none()
                on:click=move |_| work::undo_edit(session)
            >
                {move || named(text.followup_undo(), undo.get())}
            </button>
            <button
                type="button"
                class="button"
                aria-keyshortcuts="Control+Shift+Z"
                disabled=move || redo.get().is_none()
                on:click=move |_| work::redo_edit(session)
            >
                {move || named(text.followup_redo(), redo.get())}
            </button>
        </div>
        <div class="tools" role="group" aria-label=text.followup_file_title()>
            <button
                type="button"
                class="button button-primary"
                on:click=move |_| work::save_dossier(session, with_ledger.get_untracked())
            >
                {text.followup_save()}
            </button>
            <label class="check">
                <input type="checkbox" on:change:target=move |event| with_ledger.set(event.target().checked())/>
                {text.followup_with_ledger()}
            </label>
            <ChooseFiles label=text.followup_next_month() class="button" then=work::next_month/>
        </div>
    }
}
