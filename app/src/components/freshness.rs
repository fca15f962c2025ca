//! How recent the files are, said where drafts are taken out; a person who goes on all the same says so first.

use crate::session::{use_session, use_text};
use leptos::prelude::*;

/// The sentence, and the box to tick where the files are not recent.
#[component]
pub fn FreshnessNote() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    move || {
        let freshness = session.freshness.get()?;
        if !freshness.stale {
            return Some(view! { <p class="muted">{freshness.text.clone()}</p> }.into_any());
        }
        let acknowledge = move |told: bool| session.acknowledged.set(told.then(|| session.as_of.get_untracked()));
        Some(
            view! {
                <div class="strip freshness" role="note">
                    <p>{freshness.text.clone()}</p>
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=move || session.acknowledged_now()
                            on:change:target=move |event| acknowledge(event.target().checked())
                        />
                        <span>{text.freshness_acknowledge()}</span>
                    </label>
                </div>
            }
            .into_any(),
        )
    }
}
