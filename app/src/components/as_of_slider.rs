//! A slider over the months of the ledger, beside the as-of date: every place is a month end.

use crate::logic::months::Months;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;

/// The slider; nothing where the ledger has no dates.
#[component]
pub fn AsOfSlider() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let months = Memo::new(move |_| {
        session.dossier.with(|dossier| {
            let report = &dossier.as_ref()?.report;
            Months::between(report.first_day?, report.last_day?)
        })
    });
    let slider = move |months: Months| {
        let choose = move |place: String| {
            if let Some(day) = place.parse().ok().and_then(|place| months.end(place)) {
                work::choose_day_soon(session, day);
            }
        };
        view! {
            <input
                type="range"
                class="as-of-months"
                min="0"
                max=months.last().to_string()
                step="1"
                aria-label=text.label_month_of_as_of()
                aria-valuetext=move || text.long_day(session.as_of.get())
                prop:value=move || months.place(session.as_of.get()).to_string()
                on:input:target=move |event| choose(event.target().value())
            />
        }
    };
    view! { {move || months.get().map(slider)} }
}
