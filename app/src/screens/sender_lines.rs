//! Lines of the lists a sender has, accounts, colleagues, contacts and rules: added, filled in, taken away.

use crate::session::{Session, use_session};
use crate::work;
use leptos::prelude::*;
use protocol::Sender;

/// A text of one element of a list.
pub(super) type Text<T> = fn(&mut T) -> &mut String;
/// A list of the sender.
pub(super) type List<T> = fn(&mut Sender) -> &mut Vec<T>;

/// Changes something of the sender and writes the drafts again.
pub(super) fn change(session: Session, change: impl FnOnce(&mut Sender)) {
    session.sender.update(change);
    work::refresh_drafts(session);
}

/// The button that adds a line.
#[component]
pub(super) fn Add(
    /// Its identifier.
    id: &'static str,
    /// What it says.
    label: &'static str,
    /// What it does.
    add: fn(&mut Sender),
) -> impl IntoView {
    let session = use_session();
    view! {
        <button type="button" class="button" id=id on:click=move |_| session.sender.update(add)>
            {label}
        </button>
    }
}

/// The button that takes a line away.
#[component]
pub(super) fn Remove<T: Send + Sync + 'static>(
    /// Its list.
    list: List<T>,
    /// Its place.
    at: usize,
    /// What it says.
    label: &'static str,
) -> impl IntoView {
    let session = use_session();
    let remove = move |_| {
        change(session, |sender| {
            let list = list(sender);
            if at < list.len() {
                list.remove(at);
            }
        });
    };
    view! { <button type="button" class="quiet" on:click=remove>{label}</button> }
}

/// A text of a line.
#[component]
pub(super) fn Line<T: Clone + Send + Sync + 'static>(
    /// Its identifier.
    id: String,
    /// Its name.
    label: &'static str,
    /// Its list.
    list: List<T>,
    /// The place of its line.
    at: usize,
    /// Which text.
    of: Text<T>,
) -> impl IntoView {
    let session = use_session();
    let shown = move || {
        let mut sender = session.sender.get();
        list(&mut sender).get_mut(at).map(|line| of(line).clone()).unwrap_or_default()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type="text"
                autocomplete="off"
                spellcheck="false"
                prop:value=shown
                on:change:target=move |event| {
                    let value = event.target().value();
                    set(session, list, at, |line| *of(line) = value);
                }
            />
        </div>
    }
}

/// Changes a line and writes the drafts again.
pub(super) fn set<T>(session: Session, list: List<T>, at: usize, to: impl FnOnce(&mut T)) {
    change(session, |sender| {
        if let Some(line) = list(sender).get_mut(at) {
            to(line);
        }
    });
}
