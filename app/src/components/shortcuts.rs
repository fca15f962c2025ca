//! The list of the keys, beside the page; a key opens it, and the letters can be switched off in it.

use crate::logic::shortcuts::Goal;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use text::Language;

/// The list; Escape closes it.
#[component]
pub fn ShortcutList() -> impl IntoView {
    let session = use_session();
    view! { <Show when=move || session.keys_shown.get()><Keys/></Show> }
}

/// The keys.
#[component]
fn Keys() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let goals = Goal::ALL.into_iter().map(|goal| (format!("g {}", goal.letter()), name_of(text, goal).to_owned()));
    let others = [
        ("/", text.key_search()),
        ("Ctrl+Z", text.key_undo()),
        ("Ctrl+Y", text.key_redo()),
        ("Ctrl+V", text.key_paste()),
        ("?", text.key_help()),
    ];
    let others = others.map(|(key, name)| (key.to_owned(), name.to_owned()));
    let row = |(key, name): (String, String)| {
        view! {
            <tr>
                <th scope="row"><kbd>{key}</kbd></th>
                <td>{name}</td>
            </tr>
        }
    };
    view! {
        <aside id="keys" class="panel" tabindex="-1" aria-labelledby="keys-title">
            <header>
                <h2 id="keys-title">{text.title_keys()}</h2>
                <button type="button" class="quiet" on:click=move |_| session.keys_shown.set(false)>
                    {text.button_close()}
                </button>
            </header>
            <table class="cells">
                <tbody>{others.into_iter().chain(goals).map(row).collect_view()}</tbody>
            </table>
            <label class="check">
                <input
                    type="checkbox"
                    checked=session.letter_keys.get_untracked()
                    on:change:target=move |event| session.letter_keys.set(event.target().checked())
                />
                {text.keys_of_letters()}
            </label>
        </aside>
    }
}

/// The screen a letter leads to.
fn name_of(text: Language, goal: Goal) -> &'static str {
    match goal {
        Goal::Reading => text.nav_import(),
        Goal::Dashboard => text.nav_dashboard(),
        Goal::Balance => text.nav_balance(),
        Goal::Findings => text.nav_findings(),
        Goal::Plan => text.nav_plan(),
        Goal::Drafts => text.nav_drafts(),
        Goal::Exports => text.nav_exports(),
    }
}
