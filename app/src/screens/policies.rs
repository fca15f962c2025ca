//! Two policies side by side on this ledger.

use crate::components::choice::Choice;
use crate::components::fetched::shown;
use crate::logic::policy_log::Compared;
use crate::screens::plan::PartsOfPlan;
use crate::screens::policy_effect::Outcomes;
use crate::screens::policy_past::Past;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn PoliciesScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <section class="policies">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.title_policies()}</h1>
                <PartsOfPlan/>
            </div>
            <p class="lead">{text.policies_lead()}</p>
            {move || {
                let form = session.policy_form.get();
                form.map(|form| {
                    let presets = form.presets.iter().map(|preset| (Compared::Preset(preset.id.clone()), preset.name.clone()));
                    let own = [
                        (Compared::Followed, text.compared_followed().to_owned()),
                        (Compared::Edited, text.compared_edited().to_owned()),
                    ];
                    let options: Vec<(Compared, String)> = own.into_iter().chain(presets).collect();
                    view! {
                        <div class="plan-filters">
                            <Side side=0 label=text.policies_first() options=options.clone()/>
                            <Side side=1 label=text.policies_second() options/>
                        </div>
                    }
                })
            }}
            {move || {
                shown(session.compared_outcomes.get(), |outcomes| {
                    let name = |place: usize| outcomes.get(place).map(|one| one.policy.name.clone()).unwrap_or_default();
                    let heads = [name(0), name(1)];
                    view! { <Outcomes outcomes heads/> }
                })
            }}
            <h2 class="section-title">{text.policies_past()}</h2>
            {move || shown(session.compared_past.get(), |past| view! { <Past past/> })}
        </section>
    }
}

/// Which policy stands on a side.
#[component]
fn Side(
    /// 0 or 1.
    side: usize,
    /// Its name.
    label: &'static str,
    /// What may be compared.
    options: Vec<(Compared, String)>,
) -> impl IntoView {
    let session = use_session();
    let (known, names): (Vec<Compared>, Vec<String>) = options.into_iter().unzip();
    let places = known.clone();
    let shown = Signal::derive(move || {
        let compared = session.compared_policies.read();
        compared.get(side).and_then(|held| places.iter().position(|one| one == held)).unwrap_or(0)
    });
    let chosen = Callback::new(move |place: usize| {
        let Some(choice) = known.get(place) else { return };
        let mut compared = session.compared_policies.get_untracked();
        if let Some(held) = compared.get_mut(side) {
            *held = choice.clone();
        }
        work::compare_policies(session, compared);
    });
    view! { <Choice id=format!("side-{side}") label options=names shown chosen/> }
}
