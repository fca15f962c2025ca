//! Something asked for one screen, in each of its states: on its way, there, or refused with a way to ask again.

use crate::components::waiting::Skeleton;
use crate::session::{Fetched, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::Failure;
use std::sync::Arc;

/// Draws it.
pub fn shown<T, V, F>(state: Fetched<T>, draw: F) -> AnyView
where
    V: IntoView + 'static,
    F: FnOnce(Arc<T>) -> V,
{
    match state {
        Fetched::Waiting => view! { <Skeleton/> }.into_any(),
        Fetched::There(found) => draw(found).into_any(),
        Fetched::Refused(failure) => view! { <Refused failure/> }.into_any(),
    }
}

/// Why nothing is shown, with a way to ask again.
#[component]
pub fn Refused(
    /// The engine's words.
    failure: Failure,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <div class="refused" role="alert">
            <p><strong>{failure.message}</strong></p>
            <p>{failure.advice}</p>
            <button type="button" class="button" on:click=move |_| work::retry(session)>{text.failed_retry()}</button>
        </div>
    }
}
