//! What no file says and a person may: the terms of documents without a due date, the currency of the amounts.

use crate::logic::doubts;
use crate::logic::reading_log::Log;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::ImportReport;
use values::Currency;

/// The field of the terms.
pub const TERMS_FIELD: &str = "default-terms";

/// Takes what was written, or says why not.
type Take = Box<dyn Fn(&str) -> Option<&'static str>>;

/// The fields; nothing where the files say it all.
#[component]
pub fn Defaults(
    /// What was read.
    #[prop(into)]
    report: ImportReport,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let choices = session.reading.with_untracked(Log::now);
    let assumed = report.diagnostics.iter().any(|remark| remark.code == "currency-assumed");
    let terms = choices.default_terms.is_some() || doubts::terms_would_date(&report.diagnostics);
    let currency = choices.default_currency.is_some() || assumed;
    let undated = doubts::undated(&report.diagnostics);
    let chosen = choices.default_terms.clone();
    let now = choices.default_currency.unwrap_or(Currency::EUR);
    let take_terms = move |written: &str| {
        let written = Some(written.to_owned()).filter(|written| !written.is_empty());
        if written != chosen {
            work::choose_terms(session, written);
        }
        None
    };
    let take_currency = move |written: &str| match Currency::recognise(written) {
        None => Some(text.default_currency_wrong()),
        Some(currency) => {
            if currency != now {
                work::choose_currency(session, currency);
            }
            None
        }
    };
    let terms = terms.then(|| {
        let (help, shown) = (text.default_terms_help(undated), choices.default_terms.clone().unwrap_or_default());
        let label = text.default_terms();
        view! { <Typed id=TERMS_FIELD label help shown take=Box::new(take_terms)/> }
    });
    let currency = currency.then(|| {
        let (help, shown) = (text.default_currency_help().to_owned(), now.code().to_owned());
        let label = text.default_currency();
        view! { <Typed id="default-currency" label help shown take=Box::new(take_currency)/> }
    });
    (terms.is_some() || currency.is_some()).then(|| {
        view! {
            <h2>{text.title_defaults()}</h2>
            <div class="card defaults">{terms} {currency}</div>
        }
    })
}

/// A field that applies when it is left, or at Enter.
#[component]
fn Typed(
    /// Its identifier.
    id: &'static str,
    /// Its name.
    label: &'static str,
    /// How it is written.
    help: String,
    /// What holds.
    shown: String,
    /// Takes what was written, or says why not.
    take: Take,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<&'static str>);
    let (told, error) = (format!("{id}-help"), format!("{id}-error"));
    let described = format!("{told} {error}");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <span class="field-help" id=told>{help}</span>
            <span class="field-error" id=error role="alert">{move || wrong.get()}</span>
            <input
                id=id
                type="text"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || wrong.get().map(|_| "true")
                prop:value=shown
                on:change:target=move |event| wrong.set(take(event.target().value().trim()))
            />
        </div>
    }
}
