//! One draft: to whom, the subject, the text, what is missing; and copying it out.

use crate::browser::{clipboard, focus};
use crate::components::channel::ChannelTag;
use crate::screens::draft_edit::DraftTools;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{AttachedFile, Channel, CustomerContact, Draft};
use wasm_bindgen_futures::spawn_local;

/// What became of the last copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Nothing,
    Subject,
    Body,
    Refused,
}

/// The draft.
#[component]
pub fn DraftView(
    /// It.
    draft: Draft,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let copied = RwSignal::new(Copied::Nothing);
    // A draft that was just changed is drawn anew: whoever changed it goes on from its head.
    Effect::new(move |_| {
        if session.draft_changed.try_update_value(std::mem::take) == Some(true) {
            focus::on("draft-title");
        }
    });
    let refused = move || !session.drafts_allowed();
    let copy = move |what: Copied, content: String| {
        spawn_local(async move {
            let done = clipboard::copy(&content).await;
            let _ = copied.try_set(if done { what } else { Copied::Refused });
        });
    };
    let subject = draft.subject.clone();
    let body = draft.body.clone();
    let whole = draft.clone();
    let (action, is_email) = (draft.action.clone(), draft.channel == Channel::Email && !draft.body.is_empty());
    let customer = draft.customer.clone();
    // A line for this customer, where it is filled in: the form opens on its name.
    let add_contact = move |_| {
        let contact = CustomerContact { customer: customer.clone(), ..CustomerContact::default() };
        let at = session.sender.with_untracked(|sender| sender.contacts.len());
        session.sender_open.set(true);
        session.sender.update(|sender| sender.contacts.push(contact));
        focus::on(format!("contact-{at}-name"));
    };
    let href = session.customer_address(&draft.customer, None);
    let language = draft.language.code();
    let to = if draft.to.is_empty() { text.draft_no_address().to_owned() } else { draft.to.join(", ") };
    view! {
        <article class="card draft" aria-labelledby="draft-title">
            <header>
                <h2 id="draft-title" tabindex="-1"><a href=href><bdi>{draft.name}</bdi></a></h2>
                <ChannelTag channel=draft.channel/>
            </header>
            <ul class="remarks remarks-warning">
                {draft.diagnostics.into_iter().map(|remark| view! { <li>{remark.text}</li> }).collect_view()}
            </ul>
            <dl class="facts">
                <div><dt>{text.draft_to()}</dt><dd class:missing=draft.to.is_empty()><bdi>{to}</bdi></dd></div>
                {(!draft.cc.is_empty())
                    .then(|| view! { <div><dt>{text.draft_cc()}</dt><dd><bdi>{draft.cc.join(", ")}</bdi></dd></div> })}
                <div>
                    <dt>{text.draft_subject()}</dt>
                    <dd lang=language>{draft.subject}</dd>
                </div>
                {(!draft.attached.is_empty())
                    .then(|| {
                        let total = draft.attached.iter().map(|file| file.bytes).sum();
                        let named = |file: &AttachedFile| format!("{} ({})", file.name, text.megabytes(file.bytes));
                        let files = draft.attached.iter().map(named).collect::<Vec<_>>().join(", ");
                        view! {
                            <div>
                                <dt>{text.draft_attachments()}</dt>
                                <dd><bdi>{files}</bdi> " " <span class="muted">{text.attached_total(total)}</span></dd>
                            </div>
                        }
                    })}
            </dl>
            <details class="later draft-choices" open=true>
                <summary>{text.draft_choices()}</summary>
                <dl class="facts">
                    {draft
                        .choices
                        .into_iter()
                        .map(|choice| {
                            view! {
                                <div>
                                    <dt>{text.choice_about(&choice.about)}</dt>
                                    <dd><bdi>{choice.chosen}</bdi> " " <span class="muted">{choice.reason}</span></dd>
                                </div>
                            }
                        })
                        .collect_view()}
                </dl>
                <button type="button" class="quiet" id="draft-contact-add" on:click=add_contact>
                    {text.draft_contact_add()}
                </button>
            </details>
            <div class="draft-tools">
                <button type="button" class="button" disabled=refused on:click=move |_| copy(Copied::Subject, subject.clone())>
                    {text.button_copy_subject()}
                </button>
                <button type="button" class="button" disabled=refused on:click=move |_| copy(Copied::Body, body.clone())>
                    {text.button_copy_text()}
                </button>
                {is_email
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                id="draft-download"
                                disabled=refused
                                on:click=move |_| work::export_draft(session, action.clone())
                            >
                                {text.button_download_email()}
                            </button>
                        }
                    })}
                <span role="status" class="copied">
                    {move || match copied.get() {
                        Copied::Nothing if refused() && session.freshness.with(Option::is_some) => text.freshness_first(),
                        Copied::Nothing => "",
                        Copied::Subject => text.copied_subject(),
                        Copied::Body => text.copied_text(),
                        Copied::Refused => text.copy_refused(),
                    }}
                </span>
            </div>
            <div class="letter" lang=language>{draft.body}</div>
            <DraftTools draft=whole/>
        </article>
    }
}
