//! What is promised, how to check it, and what is not promised.

use crate::browser::{boot, requests};
use crate::components::header::use_request_count;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What the browser answered to an attempted request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    NotAsked,
    Refused,
    Allowed,
}

/// The screen.
#[component]
pub fn PrivacyScreen() -> impl IntoView {
    let text = use_text();
    let count = use_request_count();
    let promises = [text.promise_files(), text.promise_requests(), text.promise_storage(), text.promise_addresses()];
    let checks = [text.check_network_panel(), text.check_cut_network(), text.check_policy()];
    let limits = [text.not_promised_machine(), text.not_promised_extensions(), text.not_promised_files()];
    view! {
        <section class="privacy">
            <h1 id="title" tabindex="-1">{text.title_privacy()}</h1>
            <p class="counter" class:counter-broken=move || { count.get() > 0 } role="status">
                <strong>{move || text.number(i64::from(count.get()))}</strong>
                <span>{move || text.requests_since(count.get())}</span>
            </p>
            <Requests count/>
            <h2>{text.title_promises()}</h2>
            <ul>{promises.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
            <h2>{text.title_checks()}</h2>
            <ol>{checks.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ol>
            <ProofOfLock/>
            <h2>{text.title_not_promised()}</h2>
            <ul>{limits.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
            <EraseNote/>
        </section>
    }
}

/// The addresses, should there ever be one.
#[component]
fn Requests(
    /// How many.
    count: RwSignal<u32>,
) -> impl IntoView {
    view! {
        {move || {
            (count.get() > 0)
                .then(|| {
                    view! {
                        <ul class="requests">
                            {requests::since_complete()
                                .into_iter()
                                .map(|address| view! { <li><code>{address}</code></li> })
                                .collect_view()}
                        </ul>
                    }
                })
        }}
    }
}

/// Tries a request before the visitor's eyes.
#[component]
fn ProofOfLock() -> impl IntoView {
    let text = use_text();
    let proof = RwSignal::new(Proof::NotAsked);
    let prove = move |_| {
        spawn_local(async move {
            let refused = boot::prove_lock().await.unwrap_or(false);
            let _ = proof.try_set(if refused { Proof::Refused } else { Proof::Allowed });
        });
    };
    view! {
        <p class="proof">
            <button type="button" class="button" on:click=prove>{text.button_prove()}</button>
            " "
            <span role="status">
                {move || match proof.get() {
                    Proof::NotAsked => "",
                    Proof::Refused => text.proof_refused(),
                    Proof::Allowed => text.proof_allowed(),
                }}
            </span>
        </p>
    }
}

/// What is kept on the computer.
#[component]
fn EraseNote() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <p class="muted">
            {move || if session.dossier.with(Option::is_some) { text.close_tab_erases() } else { text.nothing_open() }}
        </p>
    }
}
