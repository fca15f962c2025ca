//! What came of a call, as a form: outcomes as buttons, then only what the chosen one needs.

use crate::components::record_fields::{AmountField, CategoryField, DayField, TERMS, TermsField};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{CallResult, CallRow, DelayReason, DisputeCategory, Outcome};
use values::{Amount, Currency};

/// Whether an outcome goes with a day.
fn has_day(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::Dispute | Outcome::Refusal | Outcome::WrongContact)
}

/// Whether it goes with an amount.
fn has_amount(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Promise | Outcome::PaymentRun | Outcome::Dispute)
}

/// The amount typed: nothing where nothing is, which stands for all of the items. What is no amount is zero, which the
/// engine refuses: a slip of the keyboard must not record the whole.
fn typed(amount: &str, currency: Currency) -> Option<Amount> {
    let amount = amount.trim();
    (!amount.is_empty()).then(|| text::typed_amount(amount, currency).unwrap_or_default())
}

/// The form.
#[component]
pub fn ResultForm(
    /// The call.
    call: CallRow,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let outcome = RwSignal::new(None::<Outcome>);
    let (day, amount, note) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let terms = RwSignal::new(TERMS);
    let category = RwSignal::new(DisputeCategory::Other);
    let reason = RwSignal::new(None::<DelayReason>);
    let (customer, currency) = (call.customer.clone(), call.currency);
    let group = format!("outcome-{}-{}", call.customer, call.currency);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(outcome) = outcome.get_untracked() else { return };
        let asked = |wanted: bool| wanted.then_some(());
        work::record_call(
            session,
            CallResult {
                customer: customer.clone(),
                as_of: session.as_of.get_untracked(),
                outcome,
                reason: reason.get_untracked(),
                items: Vec::new(),
                documents: Vec::new(),
                currency: Some(currency),
                amount: asked(has_amount(outcome)).and_then(|()| typed(&amount.get_untracked(), currency)),
                day: asked(has_day(outcome)).and_then(|()| day.get_untracked().parse().ok()),
                terms: (outcome == Outcome::Plan).then(|| terms.get_untracked()),
                category: (outcome == Outcome::Dispute).then(|| category.get_untracked()),
                note: note.get_untracked(),
                policy: None,
            },
        );
    };
    let shows = move |wanted: fn(Outcome) -> bool| outcome.get().is_some_and(wanted);
    view! {
        <form class="record-form call-form" on:submit=submit>
            <fieldset>
                <legend>{text.call_form_title()}</legend>
                <div class="outcomes">
                    {Outcome::ALL
                        .into_iter()
                        .map(|one| {
                            view! {
                                <label class="outcome">
                                    <input
                                        type="radio"
                                        name=group.clone()
                                        on:change=move |_| outcome.set(Some(one))
                                    />
                                    <span>{text.call_outcome(one.key())}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </fieldset>
            <p role="status" class="muted">{move || outcome.get().map(|one| text.call_effect(one.key()))}</p>
            <Show when=move || shows(has_day)>
                <DayField name=text.call_form_day() value=day/>
            </Show>
            <Show when=move || shows(has_amount)>
                <AmountField value=amount/>
            </Show>
            <Show when=move || shows(|one| one == Outcome::Plan)>
                <TermsField value=terms/>
            </Show>
            <Show when=move || shows(|one| one == Outcome::Dispute)>
                <CategoryField value=category/>
            </Show>
            <label>
                <span>{text.call_form_reason()}</span>
                <select on:change:target=move |event| {
                    let key = event.target().value();
                    reason.set(DelayReason::ALL.into_iter().find(|one| one.key() == key));
                }>
                    <option value="">"–"</option>
                    {DelayReason::ALL
                        .into_iter()
                        .map(|one| view! { <option value=one.key()>{text.delay_reason(one.key())}</option> })
                        .collect_view()}
                </select>
            </label>
            <label class="record-words">
                <span>{text.call_form_notes()}</span>
                <input prop:value=move || note.get() on:input:target=move |event| note.set(event.target().value())/>
            </label>
            <button type="submit" class="button button-primary" disabled=move || outcome.with(Option::is_none)>
                {text.followup_submit()}
            </button>
        </form>
    }
}
