//! How the balance is aged: buckets, basis, credits, what its lines are told apart by. All of it is written above the
//! table, on the screen as on paper.

use crate::components::choice::Choice;
use crate::logic::limits::{self, LimitsError};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Basis, CreditMode, Dimension};
use text::Language;

/// Limits in use: the first ones are those of the table of article D.441-6.
const PRESETS: [&[u32]; 3] = [&[30, 60, 90], &[30, 60, 90, 120], &[15, 30, 45, 60, 90]];

const CREDITS: [CreditMode; 4] =
    [CreditMode::Apart, CreditMode::OwnLine, CreditMode::OldestFirst, CreditMode::SameReference];

const DIMENSIONS: [Option<Dimension>; 9] = [
    None,
    Some(Dimension::Segment),
    Some(Dimension::Salesperson),
    Some(Dimension::Group),
    Some(Dimension::Country),
    Some(Dimension::City),
    Some(Dimension::AccountClass),
    Some(Dimension::InvoiceMonth),
    Some(Dimension::DueDaySource),
];

/// Buckets and basis.
#[component]
pub fn Settings() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let refused = RwSignal::new(None::<LimitsError>);
    let choose_limits = move |written: String| match limits::parse(&written) {
        Ok(limits) => {
            refused.set(None);
            work::choose_limits(session, limits);
        }
        Err(error) => refused.set(Some(error)),
    };
    let made = move || {
        let by = dimension_name(text, session.by.get());
        text.balance_made(basis_name(text, session.basis.get()), credits_name(text, session.credits.get()), by)
    };
    view! {
        <div class="settings">
            <div class="field">
                <label for="limits">{text.label_limits()}</label>
                <p id="limits-error" class="field-error" role="alert">
                    {move || refused.get().map(|error| limits_sentence(text, error))}
                </p>
                <input
                    id="limits"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    size="14"
                    aria-describedby="limits-help limits-error"
                    aria-invalid=move || refused.get().is_some().to_string()
                    prop:value=move || session.limits.with(|limits| limits::written(limits))
                    on:change:target=move |event| choose_limits(event.target().value())
                />
                <span id="limits-help" class="field-help">{text.help_limits()}</span>
                <span class="presets" role="group" aria-label=text.label_presets()>
                    {PRESETS
                        .map(|preset| {
                            let pressed = move || session.limits.with(|limits| limits == preset).to_string();
                            view! {
                                <button
                                    type="button"
                                    class="chip"
                                    aria-pressed=pressed
                                    on:click=move |_| choose_limits(limits::written(preset))
                                >
                                    {limits::written(preset)}
                                </button>
                            }
                        })
                        .into_iter()
                        .collect_view()}
                </span>
            </div>
            <fieldset class="field choice">
                <legend>{text.label_basis()}</legend>
                {[Basis::DueDate, Basis::InvoiceDate]
                    .map(|basis| {
                        view! {
                            <label>
                                <input
                                    type="radio"
                                    name="basis"
                                    prop:checked=move || session.basis.get() == basis
                                    on:change=move |_| work::choose_basis(session, basis)
                                />
                                {basis_name(text, basis)}
                            </label>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </fieldset>
            <Choice
                id="credits"
                label=text.label_credits()
                options=CREDITS.map(|mode| credits_name(text, mode).to_owned()).to_vec()
                shown=Signal::derive(move || CREDITS.iter().position(|mode| *mode == session.credits.get()).unwrap_or(0))
                chosen=Callback::new(move |place: usize| {
                    if let Some(mode) = CREDITS.get(place) {
                        work::choose_credits(session, *mode);
                    }
                })
            />
            <Choice
                id="by"
                label=text.label_by()
                options=DIMENSIONS.map(|by| dimension_name(text, by).to_owned()).to_vec()
                shown=Signal::derive(move || DIMENSIONS.iter().position(|by| *by == session.by.get()).unwrap_or(0))
                chosen=Callback::new(move |place: usize| {
                    if let Some(by) = DIMENSIONS.get(place) {
                        work::choose_dimension(session, *by);
                    }
                })
            />
            <button
                type="button"
                class="button to-come"
                aria-pressed=move || session.to_come.get().to_string()
                disabled=move || session.basis.get() != Basis::DueDate
                on:click=move |_| session.to_come.update(|shown| *shown = !*shown)
            >
                {text.button_to_come()}
            </button>
        </div>
        <p class="muted balance-made">{made}</p>
    }
}

fn basis_name(text: Language, basis: Basis) -> &'static str {
    match basis {
        Basis::DueDate => text.basis_due_date(),
        Basis::InvoiceDate => text.basis_invoice_date(),
    }
}

fn limits_sentence(text: Language, error: LimitsError) -> &'static str {
    match error {
        LimitsError::Empty => text.limits_empty(),
        LimitsError::NotDays => text.limits_not_days(),
        LimitsError::NotRising => text.limits_not_rising(),
        LimitsError::TooMany => text.limits_too_many(),
    }
}

fn credits_name(text: Language, mode: CreditMode) -> &'static str {
    match mode {
        CreditMode::Apart => text.credits_apart(),
        CreditMode::OwnLine => text.credits_own_line(),
        CreditMode::OldestFirst => text.credits_oldest_first(),
        CreditMode::SameReference => text.credits_same_reference(),
    }
}

/// What a line of the balance stands for.
pub fn dimension_name(text: Language, by: Option<Dimension>) -> &'static str {
    match by {
        None => text.by_customer(),
        Some(Dimension::Segment) => text.by_segment(),
        Some(Dimension::Salesperson) => text.by_salesperson(),
        Some(Dimension::Group) => text.by_group(),
        Some(Dimension::Country) => text.by_country(),
        Some(Dimension::City) => text.by_city(),
        Some(Dimension::AccountClass) => text.by_account_class(),
        Some(Dimension::InvoiceMonth) => text.by_invoice_month(),
        Some(Dimension::DueDaySource) => text.by_due_day_source(),
    }
}
