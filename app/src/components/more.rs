//! The rest of a long list: drawn a page at a time, when it is asked for.

use crate::session::use_text;
use leptos::prelude::*;

/// How many rows are left, and the button that draws the next ones.
#[component]
pub fn More(
    /// Rows in all.
    count: usize,
    /// Rows drawn.
    drawn: RwSignal<usize>,
    /// Rows drawn more at each press.
    step: usize,
) -> impl IntoView {
    let text = use_text();
    // Nothing is said while the first page is still to come.
    let left =
        Memo::new(move |_| Some(drawn.get()).filter(|drawn| *drawn > 0).map_or(0, |drawn| count.saturating_sub(drawn)));
    view! {
        <Show when=move || { left.get() > 0 }>
            <p class="more">
                <button type="button" class="quiet" on:click=move |_| drawn.update(|drawn| *drawn += step)>
                    {move || text.button_show_more(step.min(left.get()), left.get())}
                </button>
            </p>
        </Show>
    }
}
