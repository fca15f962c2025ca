//! The as-of day: always visible, and it steers everything.

use crate::components::as_of_slider::AsOfSlider;
use crate::logic::as_of::Reason;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use text::Language;
use values::Day;

/// The field, and why the day is what it is.
#[component]
pub fn AsOfField() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let why = move || {
        let last_day = session.dossier.with(|dossier| dossier.as_ref().and_then(|dossier| dossier.report.last_day));
        reason(text, session.reason.get(), last_day)
    };
    view! {
        <div class="as-of">
            <label for="as-of">{text.label_as_of()}</label>
            <input
                id="as-of"
                type="date"
                required
                min="1900-01-01"
                max="2199-12-31"
                aria-describedby="as-of-why"
                disabled=move || session.dossier.with(Option::is_none)
                prop:value=move || session.as_of.get().to_string()
                on:change:target=move |event| {
                    if let Ok(day) = event.target().value().parse() {
                        work::choose_day(session, day);
                    }
                }
            />
            <AsOfSlider/>
            <span id="as-of-why" class="as-of-why">
                {move || session.dossier.with(Option::is_some).then(why)}
            </span>
            <span class="computing" role="status">
                {move || (session.awaited.get() > 0).then(|| text.state_computing())}
            </span>
        </div>
    }
}

fn reason(text: Language, reason: Reason, last_day: Option<Day>) -> String {
    match (reason, last_day) {
        (Reason::Today, Some(last)) => text.as_of_today(last),
        (Reason::Today, None) | (Reason::NoDates, _) => text.as_of_no_dates().to_owned(),
        (Reason::Stated, _) => text.as_of_stated().to_owned(),
        (Reason::LastDay, _) => text.as_of_last_day().to_owned(),
        (Reason::Compared, _) => text.as_of_compared().to_owned(),
        (Reason::Demo, _) => text.as_of_demo().to_owned(),
        (Reason::Link, _) => text.as_of_link().to_owned(),
        (Reason::Chosen, Some(last)) => text.as_of_chosen(last),
        (Reason::Chosen, None) => text.as_of_chosen_without_dates().to_owned(),
    }
}
