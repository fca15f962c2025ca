//! What a screen shows before its figures are there.

use crate::session::use_text;
use leptos::prelude::*;

/// Rows of a table to come.
#[component]
pub fn Skeleton() -> impl IntoView {
    let text = use_text();
    view! {
        <div class="skeleton" role="status">
            <span class="unseen">{text.state_computing()}</span>
            {(0..6).map(|_| view! { <div class="skeleton-row" aria-hidden="true"></div> }).collect_view()}
        </div>
    }
}

/// A screen without anything to show: why, in one sentence.
#[component]
pub fn Empty(
    /// Why.
    sentence: &'static str,
) -> impl IntoView {
    view! { <p class="empty">{sentence}</p> }
}
