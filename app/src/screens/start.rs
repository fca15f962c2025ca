//! Where files are opened: what the product does in one sentence, the drop zone, the demonstration, the promise.

use crate::components::drop_zone::DropZone;
use crate::components::icon::LockIcon;
use crate::screen::{Asked, Screen};
use crate::session::{use_session, use_text};
use leptos::prelude::*;

/// The start.
#[component]
pub fn StartScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let steps = [
        (text.start_step_read(), text.start_step_read_more()),
        (text.start_step_balance(), text.start_step_balance_more()),
        (text.start_step_plan(), text.start_step_plan_more()),
    ];
    view! {
        <section class="start">
            <h1 id="title" tabindex="-1">{text.start_title()}</h1>
            <p class="lead">{text.start_value()}</p>
            <Show when=move || session.dossier.with(Option::is_some)>
                <p class="still-open">
                    {text.start_still_open()} " "
                    <a href=Screen::Balance(Asked::default()).hash()>{text.start_back_to_balance()}</a>
                </p>
            </Show>
            <DropZone/>
            <PrivacySentence/>
            <ol class="steps">
                {steps
                    .into_iter()
                    .map(|(title, more)| view! { <li><strong>{title}</strong><span>{more}</span></li> })
                    .collect_view()}
            </ol>
        </section>
    }
}

/// A link to a screen of a ledger that is not open yet.
#[component]
pub fn WaitingLink() -> impl IntoView {
    let text = use_text();
    view! {
        <section class="start">
            <h1 id="title" tabindex="-1">{text.waiting_title()}</h1>
            <p class="lead">{text.waiting_sentence()}</p>
            <DropZone/>
            <PrivacySentence/>
        </section>
    }
}

/// The promise, and where to check it.
#[component]
fn PrivacySentence() -> impl IntoView {
    let text = use_text();
    view! {
        <p class="promise">
            <LockIcon/>
            <span>
                {text.privacy_sentence()} " "
                <a href=Screen::Privacy.hash()>{text.privacy_check_link()}</a>
            </span>
        </p>
    }
}
