//! Giving files to the page: a button anywhere it is needed, and the whole window for a drop or a paste.

use crate::browser::clipboard::{self, Pasted};
use crate::browser::{boot, files, focus, location};
use crate::components::icon::DropIcon;
use crate::screen::Screen;
use crate::session::{Said, Session, use_session, use_text};
use crate::work;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

/// The button that opens the browser's file dialogue. Disabled until the page is locked.
#[component]
pub fn ChooseFiles(
    /// What the button says.
    label: &'static str,
    /// How it looks.
    #[prop(default = "button button-primary")]
    class: &'static str,
    /// What becomes of the files.
    #[prop(default = work::open_files)]
    then: fn(Session, Vec<File>),
    /// Whether a whole folder is chosen.
    #[prop(default = false)]
    folder: bool,
) -> impl IntoView {
    let session = use_session();
    let input = NodeRef::<html::Input>::new();
    let ready = use_ready();
    view! {
        <button
            type="button"
            class=class
            disabled=move || !ready.get()
            on:click=move |_| {
                if let Some(input) = input.get_untracked() {
                    input.click();
                }
            }
        >
            {label}
        </button>
        <input
            type="file"
            multiple
            prop:webkitdirectory=folder
            hidden
            tabindex="-1"
            aria-hidden="true"
            node_ref=input
            on:change:target=move |event| {
                let given = files::listed(event.target().files());
                // The same file may be chosen again.
                event.target().set_value("");
                if !given.is_empty() {
                    then(session, given);
                }
            }
        />
    }
}

/// The card of the start screen.
#[component]
pub fn DropZone() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let ready = use_ready();
    view! {
        <div class="drop-zone" aria-disabled=move || (!ready.get()).to_string()>
            <DropIcon/>
            <p class="drop-title">{text.drop_here()}</p>
            <p class="drop-kinds">{text.drop_kinds()}</p>
            <div class="drop-buttons">
                <ChooseFiles label=text.button_choose_files()/>
                <button
                    type="button"
                    class="button"
                    disabled=move || !ready.get()
                    on:click=move |_| work::open_demo(session)
                >
                    {text.button_demo()}
                </button>
            </div>
            <p class="drop-paste">{text.drop_paste()}</p>
            <p class="drop-formats">".xlsx .xls .xlsb .ods .csv .txt .encours"</p>
            <p class="drop-state" role="status">{move || (!ready.get()).then(|| text.state_locking())}</p>
        </div>
    }
}

/// Listens to drops and pastes on the whole window, and shows where a drop would land.
#[component]
pub fn DropAnywhere() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let over = RwSignal::new(false);
    let ready = use_ready();
    let dragover = window_event_listener(ev::dragover, move |event| {
        event.prevent_default();
        let carries_files = event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if carries_files && ready.get_untracked() && !over.get_untracked() {
            over.set(true);
        }
    });
    let dragleave = window_event_listener(ev::dragleave, move |event| {
        // Leaving the window, not one element for another.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        over.set(false);
        let Some(data) = event.data_transfer().filter(|_| ready.get_untracked()) else { return };
        let given = files::listed(data.files());
        let folders = files::entries_with_folders(&data);
        spawn_local(async move {
            take(session, if folders.is_empty() { given } else { files::of_folders(folders).await });
        });
    });
    let pasted = window_event_listener(ev::paste, move |event| {
        // In a field a paste is text.
        if focus::in_field(&event) || !ready.get_untracked() {
            return;
        }
        match clipboard::pasted(&event, text.pasted_name()) {
            Pasted::Files(files) => take(session, files),
            Pasted::OneCell => work::say(session, Said::NoTable),
            Pasted::Nothing => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || {
        pasted.remove();
        dragover.remove();
        dragleave.remove();
        dropped.remove();
    });
    view! {
        <Show when=move || over.get()>
            <div class="drop-overlay" aria-hidden="true">
                <div class="drop-overlay-card">
                    <DropIcon/>
                    <p>{text.drop_release()}</p>
                </div>
            </div>
        </Show>
    }
}

/// Opens what was dropped or pasted; invoices go with the e-mails of the open dossier.
fn take(session: Session, given: Vec<File>) {
    if work::are_invoices(session, &given) {
        enter_drafts(session);
        work::say(session, Said::InvoicesGiven(given.len()));
        work::add_invoices(session, given);
    } else {
        work::open_files(session, given);
    }
}

/// Where files of invoices are told of.
fn enter_drafts(session: Session) {
    if session.screen.get_untracked() != Screen::Drafts {
        location::rewrite(&Screen::Drafts.hash());
        work::enter(session, Screen::Drafts);
    }
}

/// Whether the page is locked: before that, no byte of a ledger is read.
fn use_ready() -> RwSignal<bool> {
    let ready = RwSignal::new(boot::locked());
    if !ready.get_untracked() {
        spawn_local(async move {
            if boot::engine_ready().await {
                let _ = ready.try_set(true);
            }
        });
    }
    ready
}
