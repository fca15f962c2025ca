//! A list whose every choice reads the files again: keys walk through it, and Enter, or leaving it, takes what they
//! stopped at. A choice made with the pointer is taken at once.

use crate::session::use_text;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The list.
#[component]
pub fn CostlyList(
    /// Its identifier, where something points at it.
    #[prop(optional, into)]
    id: Option<String>,
    /// What it chooses, where no label says so.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether its choices are long.
    #[prop(optional)]
    wide: bool,
    /// Hears of the value chosen.
    #[prop(into)]
    choose: Callback<String>,
    /// Its options.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let walking = StoredValue::new(false);
    let reached = StoredValue::new(None::<String>);
    let take = move || {
        let value = reached.try_update_value(Option::take).flatten();
        let taken = value.is_some();
        value.into_iter().for_each(|value| choose.run(value));
        taken
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            walking.set_value(false);
            if take() {
                event.prevent_default();
            }
        }
        // They open the list: what is chosen in it is meant.
        " " | "F4" => walking.set_value(false),
        _ if event.alt_key() => walking.set_value(false),
        "Tab" | "Shift" | "Control" | "Meta" | "Escape" => {}
        _ => walking.set_value(true),
    };
    let changed = move |value: String| {
        if walking.get_value() {
            reached.set_value(Some(value));
        } else {
            reached.set_value(None);
            choose.run(value);
        }
    };
    view! {
        <select
            id=id
            aria-label=label
            title=text.hint_enter_applies()
            data-wide=wide.then_some("")
            on:keydown=key
            on:pointerdown=move |_| walking.set_value(false)
            on:change:target=move |event| changed(event.target().value())
            on:blur=move |_| {
                take();
            }
        >
            {children()}
        </select>
    }
}
