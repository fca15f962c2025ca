//! The head of every screen: the product, the files, the day, the switches, the lock; and the way to each screen.

use crate::browser::{focus, preferences, preferences::Theme, requests};
use crate::components::as_of_field::AsOfField;
use crate::components::drop_zone::ChooseFiles;
use crate::components::icon::{BrandMark, LockIcon};
use crate::screen::{Asked, PlanForm, Screen};
use crate::session::{use_session, use_text};
use crate::work;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use text::Language;

/// Between two looks at the count of requests.
const LOOK_MS: u32 = 2_000;

/// The head.
#[component]
pub fn Header() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let open = move || session.dossier.with(Option::is_some);
    view! {
        <header class="top">
            <a class="brand" href=Screen::Start.hash()>
                <BrandMark/>
                <span>{text.product()}</span>
            </a>
            <Show when=open>
                <div class="files">
                    <FileNames/>
                    <ChooseFiles label=text.button_other_file() class="quiet"/>
                </div>
                <AsOfField/>
            </Show>
            <div class="switches">
                <LockBadge/>
                <button
                    type="button"
                    class="quiet keys-button"
                    title=text.title_keys()
                    aria-label=text.title_keys()
                    on:click=move |_| work::show_keys(session)
                >
                    "?"
                </button>
                <LanguageSwitch/>
                <ThemeSwitch/>
            </div>
        </header>
    }
}

/// Names of the open files.
#[component]
fn FileNames() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        {move || {
            session
                .dossier
                .get()
                .map(|dossier| {
                    let mut names: Vec<&str> = dossier.report.files.iter().map(|file| file.name.as_str()).collect();
                    // The tables of a workbook stand one after the other.
                    names.dedup();
                    let title = names.join(", ");
                    view! {
                        <span class="file-names" title=title.clone()>
                            <bdi>{title.clone()}</bdi>
                        </span>
                        {dossier.fictitious.then(|| view! { <span class="tag tag-demo">{text.tag_fictitious()}</span> })}
                    }
                })
        }}
    }
}

/// The count of requests, and the way to its proof.
#[component]
fn LockBadge() -> impl IntoView {
    let text = use_text();
    let count = use_request_count();
    view! {
        <a class="lock" class:lock-broken=move || { count.get() > 0 } href=Screen::Privacy.hash() title=text.lock_title()>
            <LockIcon/>
            <span>{move || text.lock_badge(count.get())}</span>
            <span class="lock-more">{text.lock_local()}</span>
        </a>
    }
}

/// Requests since the page was complete, looked at every other second.
pub fn use_request_count() -> RwSignal<u32> {
    let look = || u32::try_from(requests::since_complete().len()).unwrap_or(u32::MAX);
    let count = RwSignal::new(look());
    let interval = StoredValue::new_local(Some(Interval::new(LOOK_MS, move || {
        let now = look();
        if count.try_get_untracked().is_some_and(|known| known != now) {
            count.set(now);
        }
    })));
    on_cleanup(move || {
        let _ = interval.try_update_value(|interval| drop(interval.take()));
    });
    count
}

/// French or English.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let other = match text {
        Language::Fr => Language::En,
        Language::En => Language::Fr,
    };
    let switch = move |_| {
        preferences::keep_language(other);
        session.language.set(other);
        focus::root_attribute("lang", Some(other.code()));
        work::refresh_sentences(session);
        focus::on("language");
    };
    view! {
        <button id="language" type="button" class="quiet" lang=other.code() on:click=switch>
            {other.own_name()}
        </button>
    }
}

/// System, light or dark.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let choose = move |code: String| {
        let theme = Theme::from_code(&code);
        preferences::keep_theme(theme);
        session.theme.set(theme);
        show_theme(theme);
    };
    view! {
        <label class="theme">
            <span class="unseen">{text.label_theme()}</span>
            <select
                prop:value=move || session.theme.get().code()
                on:change:target=move |event| choose(event.target().value())
            >
                {Theme::ALL
                    .into_iter()
                    .map(|theme| {
                        view! {
                            <option value=theme.code() selected=session.theme.get_untracked() == theme>
                                {theme_name(text, theme)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

/// Puts the theme on the document.
pub fn show_theme(theme: Theme) {
    let forced = match theme {
        Theme::System => None,
        Theme::Light | Theme::Dark => Some(theme.code()),
    };
    focus::root_attribute("data-theme", forced);
}

fn theme_name(text: Language, theme: Theme) -> &'static str {
    match theme {
        Theme::System => text.theme_system(),
        Theme::Light => text.theme_light(),
        Theme::Dark => text.theme_dark(),
    }
}

/// The way to each screen.
#[component]
pub fn Navigation() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let places = [
        (Screen::Import, text.nav_import()),
        (Screen::Quality, text.title_quality()),
        (Screen::Dashboard, text.nav_dashboard()),
        (Screen::Balance(Asked::default()), text.nav_balance()),
        (Screen::Receipts, text.nav_receipts()),
        (Screen::Findings, text.nav_findings()),
        (Screen::Segments, text.nav_segments()),
        (Screen::Matches, text.nav_matches()),
        (Screen::Plan(PlanForm::default()), text.nav_plan()),
        (Screen::Calls, text.calls_title()),
        (Screen::Followup, text.nav_followup()),
        (Screen::Drafts, text.nav_drafts()),
        (Screen::Exports, text.nav_exports()),
        (Screen::Privacy, text.nav_privacy()),
    ];
    view! {
        <nav class="places" aria-label=text.label_navigation()>
            <ul>
                {places
                    .into_iter()
                    .map(|(place, name)| {
                        let href = place.hash();
                        let here = move || session.screen.with(|screen| is_here(&place, screen)).then_some("page");
                        view! {
                            <li>
                                <a href=href aria-current=here>
                                    {name}
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </nav>
    }
}

/// A customer is a page of the balance, a policy one of the plan.
fn is_here(place: &Screen, shown: &Screen) -> bool {
    match (place, shown) {
        (Screen::Balance(_), Screen::Customer(..)) | (Screen::Plan(_), Screen::Policy | Screen::Policies) => true,
        (place, shown) => place.same_place(shown),
    }
}
