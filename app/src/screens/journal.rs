//! The journal of contacts: what they came to by step and means, taken out, and read back from another.

use crate::components::channel::ChannelTag;
use crate::components::drop_zone::ChooseFiles;
use crate::components::fetched::shown;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{JournalFigures, JournalStep};
use std::sync::Arc;

/// The part of the follow-up that tells contacts.
#[component]
pub fn JournalPart() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <h2>{text.journal_title()}</h2>
        <p class="muted">{text.journal_lead()}</p>
        <div class="tools">
            <button type="button" class="button" on:click=move |_| work::export(session, "journal.csv")>
                {text.journal_csv()}
            </button>
            <button type="button" class="button" on:click=move |_| work::export(session, "journal.json")>
                {text.journal_json()}
            </button>
            <ChooseFiles label=text.journal_read_back() class="button" then=work::read_journal/>
        </div>
        <Brought/>
        {move || shown(session.journal.get(), |of| view! { <Figures of/> })}
    }
}

/// What a journal read brings, before it is added.
#[component]
fn Brought() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <div role="status">
            {move || {
                let (_, told) = session.journal_read.get()?;
                let nothing_new = told.new == 0;
                Some(
                    view! {
                        <p class="note">
                            {told.text}
                            " "
                            <button
                                type="button"
                                class="button"
                                disabled=nothing_new
                                on:click=move |_| work::add_journal(session)
                            >
                                {text.journal_add()}
                            </button>
                        </p>
                    },
                )
            }}
        </div>
    }
}

#[component]
fn Figures(
    /// By currency.
    of: Arc<Vec<JournalFigures>>,
) -> impl IntoView {
    let text = use_text();
    let rows: Vec<(JournalFigures, JournalStep)> =
        of.iter().flat_map(|figures| figures.steps.iter().map(move |step| (figures.clone(), step.clone()))).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="scroller" tabindex="0" role="region" aria-label=text.journal_title()>
                <table class="rows">
                    <thead>
                        <tr>
                            <th scope="col">{text.journal_step()}</th>
                            <th scope="col">{text.journal_means()}</th>
                            <th scope="col" class="num">{text.journal_contacts()}</th>
                            <th scope="col" class="num">{text.journal_reached()}</th>
                            <th scope="col" class="num">{text.journal_promises()}</th>
                            <th scope="col" class="num">{text.journal_kept()}</th>
                            <th scope="col" class="num">{text.journal_broken()}</th>
                            <th scope="col" class="num">{text.journal_paid()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {rows
                            .into_iter()
                            .map(|(of, one)| {
                                let step = if one.step.is_empty() { text.journal_outside().to_owned() } else { one.step };
                                let channel = one.channel;
                                let count = |count: u32| view! { <td class="num">{text.number(i64::from(count))}</td> };
                                view! {
                                    <tr>
                                        <th scope="row"><bdi>{step}</bdi></th>
                                        <td><ChannelTag channel/></td>
                                        {[one.contacts, one.reached, one.promises, one.kept, one.broken]
                                            .map(count)
                                            .collect_view()}
                                        <td class="num">{text.money(one.paid, of.currency)}</td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        }
    })
}
