//! The drafts of the day: who writes, the list on the left, the text on the right. Nothing leaves from here.

use crate::components::channel::ChannelTag;
use crate::components::freshness::FreshnessNote;
use crate::components::waiting::{Empty, Skeleton};
use crate::screen::Screen;
use crate::screens::draft_view::DraftView;
use crate::screens::invoice_files::InvoicesToAttach;
use crate::screens::sender_form::SenderForm;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::Draft;
use std::sync::Arc;

/// Drafts listed at once.
const DRAWN: usize = 300;

/// The screen.
#[component]
pub fn DraftsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <section class="drafts">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.title_drafts()}</h1>
                <div class="screen-tools">
                    <a class="button" href=Screen::Exports.hash()>{text.button_take_drafts()}</a>
                </div>
            </div>
            <p class="lead">{text.drafts_lead()}</p>
            <FreshnessNote/>
            <SenderForm/>
            <InvoicesToAttach/>
            <AnswerForms/>
            {move || match session.drafts.get() {
                Some(drafts) if drafts.is_empty() => view! { <Empty sentence=text.drafts_empty()/> }.into_any(),
                Some(drafts) => view! { <Review drafts/> }.into_any(),
                None => view! { <Skeleton/> }.into_any(),
            }}
        </section>
    }
}

/// Whether e-mails carry the form that customers fill in and return.
#[component]
fn AnswerForms() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <fieldset class="card sender" id="answer-forms">
            <legend>{text.forms_title()}</legend>
            <p class="muted">{text.forms_help()}</p>
            <label class="check">
                <input
                    type="checkbox"
                    id="forms-attached"
                    prop:checked=move || session.forms.get().0
                    on:change:target=move |event| session.forms.update(|forms| forms.0 = event.target().checked())
                />
                {text.forms_attached()}
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    id="forms-in-text"
                    prop:checked=move || session.forms.get().1
                    on:change:target=move |event| {
                        session.forms.update(|forms| forms.1 = event.target().checked());
                        work::refresh_drafts(session);
                    }
                />
                {text.forms_in_text()}
            </label>
        </fieldset>
    }
}

/// The list and the text.
#[component]
fn Review(
    /// At least one.
    drafts: Arc<Vec<Draft>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let shown = {
        let drafts = Arc::clone(&drafts);
        // The draft chosen, else the first: a new day may have taken the chosen one away.
        Memo::new(move |_| -> Option<String> {
            let chosen = session.draft_shown.get();
            chosen
                .filter(|chosen| drafts.iter().any(|draft| draft.action == *chosen))
                .or_else(|| drafts.first().map(|draft| draft.action.clone()))
        })
    };
    let listed = Arc::clone(&drafts);
    let beyond = drafts.len().saturating_sub(DRAWN);
    view! {
        <div class="review">
            <nav class="draft-list" aria-label=text.label_drafts()>
                <p class="muted">{text.count_drafts(drafts.len())}</p>
                <ul>
                    {listed
                        .iter()
                        .take(DRAWN)
                        .map(|draft| view! { <DraftLine draft=draft.clone() shown/> })
                        .collect_view()}
                </ul>
                {(beyond > 0).then(|| view! { <p class="muted">{text.rows_beyond(beyond)}</p> })}
            </nav>
            {move || {
                let shown = shown.get()?;
                let draft = drafts.iter().find(|draft| draft.action == shown)?.clone();
                Some(view! { <DraftView draft/> })
            }}
        </div>
    }
}

/// One line of the list.
#[component]
fn DraftLine(
    /// The draft.
    draft: Draft,
    /// The one shown.
    shown: Memo<Option<String>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let action = draft.action.clone();
    let here = {
        let action = action.clone();
        move || (shown.get().as_ref() == Some(&action)).then_some("true")
    };
    let remarks = draft.diagnostics.len();
    let edited = session.draft_edits.with_untracked(|edits| edits.contains_key(&draft.action));
    view! {
        <li>
            <button type="button" aria-current=here on:click=move |_| session.draft_shown.set(Some(action.clone()))>
                <span class="draft-name"><bdi>{draft.name}</bdi></span>
                <span class="draft-subject">{draft.subject}</span>
                <span class="draft-tags">
                    <ChannelTag channel=draft.channel/>
                    {edited.then(|| view! { <span class="tag tag-sure">{text.draft_edited()}</span> })}
                    {(remarks > 0).then(|| view! { <span class="tag tag-confirm">{text.count_to_check(remarks)}</span> })}
                </span>
            </button>
        </li>
    }
}
