//! Fields of what is recorded about a customer: an amount, a day, the terms of a plan, the ground of a dispute.

use crate::session::use_text;
use leptos::prelude::*;
use protocol::DisputeCategory;

/// Terms of a plan unless another number is typed.
pub const TERMS: u32 = 3;

/// An amount, as it is typed.
#[component]
pub fn AmountField(
    /// What is typed.
    value: RwSignal<String>,
) -> impl IntoView {
    let text = use_text();
    view! {
        <label>
            <span>{text.followup_amount()}</span>
            <input
                inputmode="decimal"
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
        </label>
    }
}

/// A day, as `yyyy-mm-dd`, or nothing.
#[component]
pub fn DayField(
    /// What the day is of.
    #[prop(into)]
    name: Signal<&'static str>,
    /// The day chosen.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label>
            <span>{name}</span>
            <input
                type="date"
                prop:value=move || value.get()
                on:change:target=move |event| value.set(event.target().value())
            />
        </label>
    }
}

/// How many terms a plan has.
#[component]
pub fn TermsField(
    /// The number; zero for what is no number.
    value: RwSignal<u32>,
) -> impl IntoView {
    let text = use_text();
    view! {
        <label>
            <span>{text.followup_terms()}</span>
            <input
                type="number"
                min="1"
                max="60"
                prop:value=move || value.get().to_string()
                on:change:target=move |event| value.set(event.target().value().parse().unwrap_or_default())
            />
        </label>
    }
}

/// What a dispute is about.
#[component]
pub fn CategoryField(
    /// The ground chosen.
    value: RwSignal<DisputeCategory>,
) -> impl IntoView {
    let text = use_text();
    let option = move |one: DisputeCategory| {
        let selected = one == value.get_untracked();
        view! { <option value=one.key() selected=selected>{text.dispute_category(one.key())}</option> }
    };
    view! {
        <label>
            <span>{text.followup_category()}</span>
            <select on:change:target=move |event| {
                let key = event.target().value();
                value.set(DisputeCategory::ALL.into_iter().find(|one| one.key() == key).unwrap_or(DisputeCategory::Other));
            }>
                {DisputeCategory::ALL.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
