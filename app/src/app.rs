//! The frame: head, ways, notices, the screen, the control line; and what the whole window listens to.

use crate::browser::boot;
use crate::browser::{clock, focus, location, requests};
use crate::components::drop_zone::DropAnywhere;
use crate::components::footer::ControlLine;
use crate::components::header::{Header, Navigation, show_theme};
use crate::components::notices::Notices;
use crate::components::progress::WorkBar;
use crate::components::shortcuts::ShortcutList;
use crate::components::source_panel::SourcePanel;
use crate::components::unfolded::Unfolded;
use crate::logic::shortcuts::{Wish, wish};
use crate::screen::Screen;
use crate::screens;
use crate::session::{Session, use_session, use_text};
use crate::work;
use leptos::ev;
use leptos::prelude::*;
use text::Language;
use wasm_bindgen_futures::spawn_local;

/// The page. A change of language draws it again from the same state.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::new(Screen::from_hash(&location::hash()), clock::today());
    provide_context(session);
    provide_context(Unfolded::default());
    show_theme(session.theme.get_untracked());
    focus::root_attribute("lang", Some(session.language.get_untracked().code()));
    listen(session);
    spawn_local(async move {
        if boot::engine_ready().await {
            requests::start_counting();
            session.engine.with_value(|engine| engine.warm());
        }
    });
    Effect::new(move |_| focus::title(&title(session.language.get(), &session.screen.read())));
    view! {
        {move || {
            session.language.track();
            view! { <Frame/> }
        }}
    }
}

/// Everything between the edges of the window.
#[component]
fn Frame() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let open = Memo::new(move |_| session.dossier.with(Option::is_some));
    view! {
        <a class="skip" href="#title" on:click=skip>{text.skip_to_content()}</a>
        <DropAnywhere/>
        <Header/>
        <div class="body" class:with-places=move || open.get()>
            <Show when=move || open.get()>
                <Navigation/>
            </Show>
            <main id="content">
                <Notices/>
                <WorkBar/>
                <ErrorBoundary fallback=move |_| view! { <p role="alert">{text.screen_failed()}</p> }>
                    <Shown/>
                </ErrorBoundary>
            </main>
            <SourcePanel/>
            <ShortcutList/>
        </div>
        <Show when=move || open.get()>
            <ControlLine/>
        </Show>
    }
}

/// The screen of the address; an invitation where it needs a ledger and none is open.
#[component]
fn Shown() -> impl IntoView {
    let session = use_session();
    // A change of day or buckets rewrites the address of the balance: the screen stays mounted.
    let place = Memo::new(move |_| {
        let waits = session.dossier.with(Option::is_none);
        session.opened.track();
        session.screen.with(|screen| match screen {
            screen if waits && screen.needs_dossier() => Place::Waiting,
            Screen::Start => Place::Start,
            Screen::Import => Place::Import,
            Screen::Columns => Place::Columns,
            Screen::Quality => Place::Quality,
            Screen::Dashboard => Place::Dashboard,
            Screen::Matches => Place::Matches,
            Screen::Calls => Place::Calls,
            Screen::Followup => Place::Followup,
            Screen::Balance(_) => Place::Balance,
            Screen::Customer(number, _) => Place::Customer(*number),
            Screen::Findings => Place::Findings,
            Screen::Receipts => Place::Receipts,
            Screen::Segments => Place::Segments,
            Screen::Plan(_) => Place::Plan,
            Screen::Policy => Place::Policy,
            Screen::Policies => Place::Policies,
            Screen::Drafts => Place::Drafts,
            Screen::Exports => Place::Exports,
            Screen::Privacy => Place::Privacy,
        })
    });
    view! {
        {move || match place.get() {
            Place::Waiting => view! { <screens::start::WaitingLink/> }.into_any(),
            Place::Start => view! { <screens::start::StartScreen/> }.into_any(),
            Place::Quality => view! { <screens::quality::QualityScreen/> }.into_any(),
            Place::Columns => view! { <screens::columns::ColumnsScreen/> }.into_any(),
            Place::Import => view! { <screens::import::ImportScreen/> }.into_any(),
            Place::Dashboard => view! { <screens::dashboard::DashboardScreen/> }.into_any(),
            Place::Calls => view! { <screens::calls::CallsScreen/> }.into_any(),
            Place::Followup => view! { <screens::followup::FollowupScreen/> }.into_any(),
            Place::Matches => view! { <screens::matches::MatchesScreen/> }.into_any(),
            Place::Balance => view! { <screens::balance::BalanceScreen/> }.into_any(),
            Place::Customer(number) => view! { <screens::customer::CustomerScreen number/> }.into_any(),
            Place::Findings => view! { <screens::findings::FindingsScreen/> }.into_any(),
            Place::Receipts => view! { <screens::receipts::ReceiptsScreen/> }.into_any(),
            Place::Segments => view! { <screens::segments::SegmentsScreen/> }.into_any(),
            Place::Plan => view! { <screens::plan::PlanScreen/> }.into_any(),
            Place::Policy => view! { <screens::policy::PolicyScreen/> }.into_any(),
            Place::Policies => view! { <screens::policies::PoliciesScreen/> }.into_any(),
            Place::Drafts => view! { <screens::drafts::DraftsScreen/> }.into_any(),
            Place::Exports => view! { <screens::exports::ExportsScreen/> }.into_any(),
            Place::Privacy => view! { <screens::privacy::PrivacyScreen/> }.into_any(),
        }}
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Waiting,
    Start,
    Columns,
    Import,
    Quality,
    Dashboard,
    Matches,
    Calls,
    Followup,
    Balance,
    Customer(u32),
    Findings,
    Receipts,
    Segments,
    Plan,
    Policy,
    Policies,
    Drafts,
    Exports,
    Privacy,
}

/// The fragment holds the screen: the skip link moves the focus itself.
fn skip(event: ev::MouseEvent) {
    event.prevent_default();
    focus::on("title");
}

fn listen(session: Session) {
    let hashchange = window_event_listener(ev::hashchange, move |_| {
        work::enter(session, Screen::from_hash(&location::hash()));
    });
    let letter_awaited = StoredValue::new(false);
    let keydown = window_event_listener(ev::keydown, move |event| match event.key().as_str() {
        "Escape" if session.source_row.with_untracked(Option::is_some) => session.source_row.set(None),
        "z" | "Z" | "y" if (event.ctrl_key() || event.meta_key()) && !focus::in_field(&event) => {
            event.prevent_default();
            // On the screens of the reading, its changes; elsewhere, what was recorded.
            let reading = session.screen.with_untracked(|screen| matches!(screen, Screen::Import | Screen::Columns));
            match (event.key() == "y" || event.shift_key(), reading) {
                (true, true) => work::redo(session),
                (false, true) => work::undo(session),
                (true, false) => work::redo_edit(session),
                (false, false) => work::undo_edit(session),
            }
        }
        "Escape" if session.keys_shown.get_untracked() => session.keys_shown.set(false),
        key if !focus::in_field(&event) && !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {
            let after_g = letter_awaited.try_update_value(std::mem::take).unwrap_or(false);
            let wished = wish(key, after_g).filter(|_| session.letter_keys.get_untracked());
            if let Some(wish) = wished {
                event.prevent_default();
                grant(session, wish, letter_awaited);
            }
        }
        _ => {}
    });
    let leaving = window_event_listener(ev::beforeunload, move |event| {
        if work::unsaved(session) {
            event.prevent_default();
            // Browsers before 2023 ask for a word here, and show none of it.
            event.set_return_value("unsaved");
        }
    });
    on_cleanup(move || {
        leaving.remove();
        hashchange.remove();
        keydown.remove();
    });
}

/// Does what a key asks for.
fn grant(session: Session, wish: Wish, letter_awaited: StoredValue<bool>) {
    match wish {
        Wish::Letter => letter_awaited.set_value(true),
        Wish::Search => focus::now("search"),
        Wish::Help => work::show_keys(session),
        Wish::Go(_) if session.dossier.with_untracked(Option::is_none) => {}
        Wish::Go(goal) => work::enter_at(session, goal.screen(), "title"),
    }
}

fn title(text: Language, screen: &Screen) -> String {
    let name = match screen {
        Screen::Start => return text.window_title().to_owned(),
        Screen::Import => text.nav_import(),
        Screen::Columns => text.title_naming(),
        Screen::Quality => text.title_quality(),
        Screen::Dashboard => text.nav_dashboard(),
        Screen::Matches => text.title_matches(),
        Screen::Calls => text.calls_title(),
        Screen::Followup => text.nav_followup(),
        Screen::Balance(_) => text.nav_balance(),
        // Never the name: window titles stay in the browser's history.
        Screen::Customer(..) => text.title_customer(),
        Screen::Findings => text.nav_findings(),
        Screen::Receipts => text.nav_receipts(),
        Screen::Segments => text.nav_segments(),
        Screen::Plan(_) => text.nav_plan(),
        Screen::Policy => text.title_policy(),
        Screen::Policies => text.title_policies(),
        Screen::Drafts => text.nav_drafts(),
        Screen::Exports => text.nav_exports(),
        Screen::Privacy => text.nav_privacy(),
    };
    text.titled(name)
}
