//! The drafts of the day: who writes, the list on the left, the text on the right. Nothing leaves from here.

use crate::components::channel::ChannelTag;
use crate::components::freshness::FreshnessNote;
use crate::components::waiting::{Empty, Skeleton};
use crate::screen::Screen;
use crate::screens::draft_view::DraftView;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Draft, Sender};
use std::sync::Arc;
use text::Language;

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
            {move || match session.drafts.get() {
                Some(drafts) if drafts.is_empty() => view! { <Empty sentence=text.drafts_empty()/> }.into_any(),
                Some(drafts) => view! { <Review drafts/> }.into_any(),
                None => view! { <Skeleton/> }.into_any(),
            }}
        </section>
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
    view! {
        <li>
            <button type="button" aria-current=here on:click=move |_| session.draft_shown.set(Some(action.clone()))>
                <span class="draft-name"><bdi>{draft.name}</bdi></span>
                <span class="draft-subject">{draft.subject}</span>
                <span class="draft-tags">
                    <ChannelTag channel=draft.channel/>
                    {(remarks > 0).then(|| view! { <span class="tag tag-confirm">{text.count_to_check(remarks)}</span> })}
                </span>
            </button>
        </li>
    }
}

/// One field of the sender.
struct SenderField {
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    complete: &'static str,
    of: fn(&mut Sender) -> &mut String,
}

fn field(
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    complete: &'static str,
    of: fn(&mut Sender) -> &mut String,
) -> SenderField {
    SenderField { id, label, kind, complete, of }
}

/// Who writes: typed once, kept in memory only.
#[component]
fn SenderForm() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let filled = session.sender.with_untracked(|sender| *sender != Sender::default());
    let change = move |of: fn(&mut Sender) -> &mut String, value: String| {
        session.sender.update(|sender| *of(sender) = value);
        work::refresh_drafts(session);
    };
    let choose_language = move |code: String| {
        if let Ok(language) = code.parse() {
            session.draft_language.set(language);
            work::refresh_drafts(session);
        }
    };
    let fields = [
        field("sender-company", text.sender_company(), "text", "organization", |sender| &mut sender.company),
        field("sender-name", text.sender_name(), "text", "name", |sender| &mut sender.name),
        field("sender-email", text.sender_email(), "email", "email", |sender| &mut sender.email),
        field("sender-phone", text.sender_phone(), "tel", "tel", |sender| &mut sender.phone),
        field("sender-iban", text.sender_iban(), "text", "off", |sender| &mut sender.iban),
    ];
    view! {
        <details class="card sender" open=!filled>
            <summary>{text.title_sender()}</summary>
            <p class="muted">{text.sender_help()}</p>
            <div class="sender-fields">
                {fields
                    .into_iter()
                    .map(|SenderField { id, label, kind, complete, of }| {
                        view! {
                            <div class="field">
                                <label for=id>{label}</label>
                                <input
                                    id=id
                                    type=kind
                                    autocomplete=complete
                                    spellcheck="false"
                                    prop:value=move || of(&mut session.sender.get()).clone()
                                    on:change:target=move |event| change(of, event.target().value())
                                />
                            </div>
                        }
                    })
                    .collect_view()}
                <div class="field">
                    <label for="draft-language">{text.label_draft_language()}</label>
                    <select id="draft-language" on:change:target=move |event| choose_language(event.target().value())>
                        {Language::ALL
                            .into_iter()
                            .map(|one| {
                                view! {
                                    <option
                                        value=one.code()
                                        lang=one.code()
                                        selected=session.draft_language.get_untracked() == one
                                    >
                                        {one.own_name()}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </div>
            </div>
        </details>
    }
}
