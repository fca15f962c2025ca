//! Other words for a draft, or another text: figures stay, and what changed is shown line by line.

use crate::components::channel::ChannelTag;
use crate::components::waiting::Skeleton;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use protocol::{ChangedLine, Draft, DraftEdit};
use text::Language;

/// The ways to change a draft.
#[component]
pub fn DraftTools(
    /// The draft shown.
    draft: Draft,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let action = StoredValue::new(draft.action.clone());
    let edited = session.draft_edits.with_untracked(|edits| edits.contains_key(&draft.action));
    let changes = draft.changes.clone();
    view! {
        {(!changes.is_empty()).then(|| view! { <Changes changes/> })}
        {edited
            .then(|| {
                view! {
                    <p>
                        <button
                            type="button"
                            class="button"
                            id="draft-undo"
                            on:click=move |_| action.with_value(|action| work::unedit_draft(session, action))
                        >
                            {text.draft_edit_undo()}
                        </button>
                    </p>
                }
            })}
        <Words draft=draft.clone()/>
        <Variants draft/>
    }
}

/// The subject and the text to reword.
#[component]
fn Words(
    /// The draft shown.
    draft: Draft,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let (subject, body) = (RwSignal::new(draft.subject.clone()), RwSignal::new(draft.body.clone()));
    let (first_subject, first_body) = (draft.subject.clone(), draft.body.clone());
    let discard = {
        let (first_subject, first_body) = (first_subject.clone(), first_body.clone());
        move |_| {
            subject.set(first_subject.clone());
            body.set(first_body.clone());
        }
    };
    let action = draft.action.clone();
    let language = draft.language.code();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if subject.with_untracked(|now| *now == first_subject) && body.with_untracked(|now| *now == first_body) {
            return;
        }
        let known = session.draft_edits.with_untracked(|edits| edits.get(&action).cloned());
        let edit = known.unwrap_or_else(|| work::untouched(&action));
        work::edit_draft(
            session,
            DraftEdit { subject: Some(subject.get_untracked()), body: Some(body.get_untracked()), ..edit },
        );
    };
    let rows = draft.body.lines().count().clamp(8, 40).to_string();
    view! {
        <details class="later draft-words">
            <summary>{text.draft_edit()}</summary>
            <form on:submit=submit>
                <p class="muted" id="draft-edit-note">{text.draft_edit_note()}</p>
                <div class="field">
                    <label for="draft-subject">{text.draft_subject()}</label>
                    <input
                        id="draft-subject"
                        lang=language
                        prop:value=move || subject.get()
                        on:input:target=move |event| subject.set(event.target().value())
                    />
                </div>
                <div class="field">
                    <label for="draft-body">{text.draft_body()}</label>
                    <textarea
                        id="draft-body"
                        class="letter"
                        lang=language
                        rows=rows
                        aria-describedby="draft-edit-note"
                        prop:value=move || body.get()
                        on:input:target=move |event| body.set(event.target().value())
                    ></textarea>
                </div>
                <div class="draft-tools">
                    <button type="submit" class="button button-primary">{text.draft_edit_save()}</button>
                    <button type="button" class="button" on:click=discard>{text.draft_edit_cancel()}</button>
                </div>
            </form>
        </details>
    }
}

/// The lines a person reworded, each before what stands for it.
#[component]
fn Changes(
    /// Line by line.
    changes: Vec<ChangedLine>,
) -> impl IntoView {
    let text = use_text();
    let line = |line: ChangedLine| match line.change.as_str() {
        "removed" => view! { <del>{line.text}</del> }.into_any(),
        _ => view! { <ins>{line.text}</ins> }.into_any(),
    };
    let changes = changes.into_iter().filter(|line| line.change != "same" && !line.text.is_empty());
    view! {
        <details class="later draft-changes" open=true>
            <summary>{text.draft_changes()}</summary>
            <div class="letter">{changes.map(line).collect_view()}</div>
        </details>
    }
}

/// Every text there is for the action, to choose from.
#[component]
fn Variants(
    /// The draft shown.
    draft: Draft,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let (action, now) = (StoredValue::new(draft.action.clone()), (draft.template.clone(), draft.tone.clone()));
    let unfolded = RwSignal::new(false);
    let unfold = move |open: bool| {
        let asked = session
            .draft_variants
            .with_untracked(|known| known.as_ref().is_some_and(|(of, _)| action.with_value(|action| of == action)));
        if open && !asked {
            action.with_value(|action| work::ask_variants(session, action));
        }
        unfolded.set(open);
    };
    let shown = move || {
        let known = session.draft_variants.get();
        known.filter(|(of, _)| action.with_value(|action| of == action)).map(|(_, drafts)| drafts)
    };
    view! {
        <details class="later draft-variants" on:toggle:target=move |event| unfold(event.target().open())>
            <summary>{text.draft_variants()}</summary>
            {move || {
                let now = now.clone();
                unfolded
                    .get()
                    .then(|| match shown() {
                        None => view! { <Skeleton/> }.into_any(),
                        Some(drafts) => {
                            let each = drafts.iter().filter(|draft| !draft.body.is_empty()).cloned();
                            view! {
                                <ul class="variants">
                                    {each
                                        .map(|variant| {
                                            let is_now = (variant.template.clone(), variant.tone.clone()) == now;
                                            view! { <Variant variant is_now/> }
                                        })
                                        .collect_view()}
                                </ul>
                            }
                                .into_any()
                        }
                    })
            }}
        </details>
    }
}

/// One text, folded.
#[component]
fn Variant(
    /// It.
    variant: Draft,
    /// It is the one shown.
    is_now: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let title = title(text, &variant);
    let (language, body, subject) = (variant.language.code(), variant.body, variant.subject);
    let edit =
        DraftEdit { template: Some(variant.template), tone: Some(variant.tone), ..work::untouched(&variant.action) };
    view! {
        <li>
            <details>
                <summary>
                    <ChannelTag channel=variant.channel/>
                    " "
                    {title}
                    {is_now.then(|| view! { " " <span class="tag">{text.draft_variant_now()}</span> })}
                </summary>
                {(!is_now)
                    .then(|| {
                        view! {
                            <p>
                                <button type="button" class="button" on:click=move |_| work::edit_draft(session, edit.clone())>
                                    {text.draft_variant_use()}
                                </button>
                            </p>
                        }
                    })}
                <p lang=language><strong>{subject}</strong></p>
                <div class="letter" lang=language>{body}</div>
            </details>
        </li>
    }
}

/// Name of a text and how it is worded.
fn title(text: Language, variant: &Draft) -> String {
    let name = text.template_title(&variant.template).map_or_else(|| variant.template.clone(), str::to_owned);
    let tone = if variant.tone == "warm" { text.tone_warm() } else { text.tone_firm() };
    format!("{name} ({tone})")
}
