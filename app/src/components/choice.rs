//! A list to choose from, under its name.

use leptos::prelude::*;

/// The list.
#[component]
pub fn Choice(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// Its name.
    #[prop(into)]
    label: String,
    /// Its words, in order.
    options: Vec<String>,
    /// The place of the one that holds.
    shown: Signal<usize>,
    /// What a choice does.
    chosen: Callback<usize>,
) -> impl IntoView {
    let option = move |(place, words): (usize, String)| {
        view! { <option value=place.to_string() selected=move || shown.get() == place>{words}</option> }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                on:change:target=move |event| {
                    if let Ok(place) = event.target().value().parse() {
                        chosen.run(place);
                    }
                }
            >
                {options.into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
}
