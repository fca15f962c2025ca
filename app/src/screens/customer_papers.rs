//! What is taken out about one customer: its call sheet, its answer form, its dossier for an agency, a bailiff or a court.

use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;

/// The files about one customer.
#[component]
pub fn PapersOfCustomer(
    /// Customer identifier.
    identifier: String,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let files = [
        ("calls.html", text.sheet_of_customer()),
        ("response-form.html", text.form_of_customer()),
        ("handover.zip", text.handover_button()),
    ];
    let button = move |(kind, name): (&'static str, &'static str)| {
        let customer = identifier.clone();
        view! {
            <button type="button" class="button" on:click=move |_| work::export_about(session, kind, customer.clone())>
                {name}
            </button>
        }
    };
    view! { <div class="tools">{files.into_iter().map(button).collect_view()}</div> }
}
