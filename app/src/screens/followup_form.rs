//! The form that records something about a customer or its items.

use crate::components::record_fields::{AmountField, CategoryField, DayField, TERMS, TermsField};
use crate::logic::records::{Filled, KINDS};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use protocol::{DisputeCategory, OpenItem, Stage};
use std::collections::BTreeSet;
use std::sync::Arc;
use text::Language;

/// Items offered at most; more are recorded on the whole customer.
const OFFERED: usize = 60;

/// The form, folded.
#[component]
pub fn RecordForm(
    /// Customer identifier.
    identifier: String,
    /// Its open items.
    items: Arc<Vec<OpenItem>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let kind = RwSignal::new(KINDS.first().copied().unwrap_or_default().to_owned());
    let chosen = RwSignal::new(BTreeSet::<usize>::new());
    let amount = RwSignal::new(String::new());
    let day = RwSignal::new(String::new());
    let terms = RwSignal::new(TERMS);
    let words = RwSignal::new(String::new());
    let category = RwSignal::new(DisputeCategory::Other);
    let stage = RwSignal::new(Stage::FormalNotice);
    let owed: Arc<Vec<OpenItem>> =
        Arc::new(items.iter().filter(|item| item.residual.is_debit()).take(OFFERED).cloned().collect());
    let offered = Arc::clone(&owed);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let picked = chosen.with_untracked(|chosen| {
            chosen.iter().filter_map(|at| offered.get(*at)).cloned().collect::<Vec<OpenItem>>()
        });
        let filled = Filled {
            kind: kind.get_untracked(),
            customer: identifier.clone(),
            items: picked,
            amount: amount.get_untracked(),
            day: day.get_untracked().parse().ok(),
            terms: terms.get_untracked(),
            words: words.get_untracked(),
            category: category.get_untracked(),
            stage: stage.get_untracked(),
            as_of: session.as_of.get_untracked(),
        };
        work::edit(session, filled.operation());
    };
    let is = move |kinds: &'static [&'static str]| kind.with(|kind| kinds.contains(&kind.as_str()));
    view! {
        <details class="record">
            <summary>{text.followup_form_title()}</summary>
            <form class="record-form" on:submit=submit>
                <label>
                    <span>{text.followup_kind()}</span>
                    <select on:change:target=move |event| kind.set(event.target().value())>
                        {KINDS
                            .into_iter()
                            .map(|key| view! { <option value=key>{kind_name(text, key)}</option> })
                            .collect_view()}
                    </select>
                </label>
                <fieldset>
                    <legend>{text.followup_items()}</legend>
                    <ul class="record-items">
                        {owed
                            .iter()
                            .enumerate()
                            .map(|(at, item)| {
                                let due = item.due_day.map(|day| text.day(day)).unwrap_or_default();
                                let name = format!("{} · {due} · {}", item.document, text.money(item.residual, item.currency));
                                view! {
                                    <li>
                                        <label>
                                            <input
                                                type="checkbox"
                                                on:change:target=move |event| {
                                                    let checked = event.target().checked();
                                                    chosen.update(|chosen| {
                                                        if checked { chosen.insert(at) } else { chosen.remove(&at) };
                                                    });
                                                }
                                            />
                                            <bdi>{name}</bdi>
                                        </label>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </fieldset>
                <Show when=move || is(&["promise", "dispute"])>
                    <AmountField value=amount/>
                </Show>
                <Show when=move || is(&["promise", "block", "plan", "insolvent"])>
                    <DayField name=Signal::derive(move || kind.with(|kind| day_name(text, kind))) value=day/>
                </Show>
                <Show when=move || is(&["plan"])>
                    <TermsField value=terms/>
                </Show>
                <Show when=move || is(&["dispute"])>
                    <CategoryField value=category/>
                </Show>
                <Show when=move || is(&["advance"])>
                    <label>
                        <span>{text.followup_stage()}</span>
                        <select on:change:target=move |event| {
                            let key = event.target().value();
                            stage.set(Stage::ALL.into_iter().find(|one| one.key() == key).unwrap_or_default());
                        }>
                            {Stage::ALL
                                .into_iter()
                                .map(|one| {
                                    let selected = one == stage.get_untracked();
                                    view! { <option value=one.key() selected=selected>{text.stage(one.key())}</option> }
                                })
                                .collect_view()}
                        </select>
                    </label>
                </Show>
                <label class="record-words">
                    <span>{text.followup_words()}</span>
                    <input prop:value=move || words.get() on:input:target=move |event| words.set(event.target().value())/>
                </label>
                <button type="submit" class="button button-primary">{text.followup_submit()}</button>
            </form>
        </details>
    }
}

fn kind_name(text: Language, key: &str) -> String {
    match key {
        "block" => text.followup_pause().to_owned(),
        _ => text.edit(key, ""),
    }
}

fn day_name(text: Language, kind: &str) -> &'static str {
    match kind {
        "plan" => text.followup_first_term(),
        "insolvent" => text.followup_judgment(),
        _ => text.followup_until(),
    }
}
