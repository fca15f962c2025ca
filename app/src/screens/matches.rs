//! Matches proposed for all customers.

use crate::components::match_list::MatchList;
use crate::session::use_text;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn MatchesScreen() -> impl IntoView {
    let text = use_text();
    view! {
        <section class="matches-screen">
            <h1 id="title" tabindex="-1">{text.title_matches()}</h1>
            <p id="matches-title" class="lead" tabindex="-1">{text.matches_lead()}</p>
            <MatchList/>
        </section>
    }
}
