//! One tab per currency, where a ledger has several: currencies are never added.

use crate::session::use_session;
use leptos::prelude::*;
use values::Currency;

/// The tabs; nothing where there is one currency.
#[component]
pub fn CurrencyTabs() -> impl IntoView {
    let session = use_session();
    let text = session.language.get_untracked();
    let currencies = Memo::new(move |_| -> Vec<Currency> {
        session
            .balance
            .with(|balance| balance.iter().flat_map(|balance| &balance.currencies).map(|one| one.currency).collect())
    });
    view! {
        <Show when=move || { currencies.read().len() > 1 }>
            <div class="tabs" role="group" aria-label=text.label_currency()>
                {move || {
                    currencies
                        .get()
                        .into_iter()
                        .map(|currency| {
                            view! {
                                <button
                                    type="button"
                                    aria-pressed=move || (session.shown_currency() == Some(currency)).to_string()
                                    on:click=move |_| session.currency.set(Some(currency))
                                >
                                    {currency.to_string()}
                                </button>
                            }
                        })
                        .collect_view()
                }}
            </div>
        </Show>
    }
}
