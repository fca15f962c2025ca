//! What customers returned: read, shown as edits, each recorded only once a person says so.

use crate::components::drop_zone::ChooseFiles;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{AnswerProposal, AnswerView};

/// The part of the follow-up that takes answers in.
#[component]
pub fn AnswersPart() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let pasted = RwSignal::new(String::new());
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        work::read_answers(session, vec![pasted.get_untracked()]);
    };
    view! {
        <h2>{text.answers_title()}</h2>
        <p class="muted">{text.answers_lead()}</p>
        <form class="record-form" on:submit=read>
            <label class="record-words">
                <span>{text.answers_paste()}</span>
                <textarea rows="4" prop:value=move || pasted.get() on:input:target=move |event| pasted.set(event.target().value())></textarea>
            </label>
            <button type="submit" class="button" disabled=move || pasted.with(|text| text.trim().is_empty())>
                {text.answers_read()}
            </button>
            <ChooseFiles label=text.answers_open() class="button" then=work::open_answers/>
        </form>
        <div role="status">
            {move || session.answers.get().into_iter().enumerate().map(|(at, one)| view! { <One at one/> }).collect_view()}
        </div>
    }
}

/// One answer.
#[component]
fn One(
    /// Its place.
    at: usize,
    /// It.
    one: AnswerView,
) -> impl IntoView {
    let text = use_text();
    let nothing = one.proposals.is_empty();
    let who = [one.name, one.author].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let proposals = one.proposals.into_iter().enumerate();
    view! {
        <article class="card answer">
            <h3><bdi>{who}</bdi></h3>
            {(!one.message.is_empty()).then(|| view! { <blockquote><bdi>{one.message}</bdi></blockquote> })}
            <ul class="reasons">
                {proposals.map(|(number, proposal)| view! { <Proposed at number proposal/> }).collect_view()}
                {one.remarks.into_iter().map(|remark| view! { <li class="muted"><bdi>{remark}</bdi></li> }).collect_view()}
            </ul>
            {nothing.then(|| view! { <p class="muted">{text.answers_nothing()}</p> })}
        </article>
    }
}

/// One edit to approve.
#[component]
fn Proposed(
    /// The place of its answer.
    at: usize,
    /// Its own place.
    number: usize,
    /// It.
    proposal: AnswerProposal,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let can = proposal.edit.is_some();
    view! {
        <li>
            <bdi>{proposal.text}</bdi>
            " "
            {proposal.refused.map(|why| view! { <span class="muted"><bdi>{why}</bdi></span> })}
            {can
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| work::approve_answer(session, at, number)>
                            {text.answers_approve()}
                        </button>
                    }
                })}
        </li>
    }
}
