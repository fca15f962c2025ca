//! The button by which a person says whether a file among others is read.

use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;

/// The button; what it does can be undone.
#[component]
pub fn ReadOrLeave(
    /// Name of the file.
    name: String,
    /// Whether it reads the file, or leaves it.
    read: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let words = if read { text.button_read_file_too() } else { text.button_leave_file() };
    view! {
        <button
            type="button"
            class="quiet"
            class:leave-file=!read
            aria-label=text.labelled(words, &name)
            on:click=move |_| work::read_file_or_leave(session, &name, read)
        >
            {words}
        </button>
    }
}
