//! The figures of the day and the aged balance, customer by customer.

use crate::components::age_bar::AgeBar;
use crate::components::currency_tabs::CurrencyTabs;
use crate::components::tile::Tile;
use crate::components::waiting::{Empty, Skeleton};
use crate::logic::limits::{self, LimitsError};
use crate::logic::shares::{shares, ten_thousandths};
use crate::screen::Screen;
use crate::screens::balance_table::BalanceTable;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{AgedCurrency, Basis, Metrics};
use text::Language;

/// The screen.
#[component]
pub fn BalanceScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let there = Memo::new(move |_| session.balance.with(Option::is_some));
    let title = move || {
        let as_of = session.balance.with(|balance| balance.as_ref().map(|balance| balance.as_of));
        text.title_balance(as_of.unwrap_or_else(|| session.as_of.get()))
    };
    view! {
        <section class="balance">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{title}</h1>
                <CurrencyTabs/>
            </div>
            <ReadingStrip/>
            <Show when=move || there.get() fallback=|| view! { <Skeleton/> }>
                <Figures/>
                <Structure/>
                <Settings/>
                <BalanceTable/>
            </Show>
        </section>
    }
}

/// What the reading left to look at, above the figures.
#[component]
fn ReadingStrip() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        {move || {
            let set_aside = session.dossier.with(|dossier| dossier.as_ref().map_or(0, |d| d.report.rows.set_aside));
            (set_aside > 0)
                .then(|| {
                    view! {
                        <p class="strip">
                            {text.strip_set_aside(set_aside)} " "
                            <a href=Screen::Import.hash()>{text.strip_see_why()}</a>
                        </p>
                    }
                })
        }}
    }
}

/// The tiles.
#[component]
fn Figures() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let shown = move || {
        let currency = session.shown_currency()?;
        session.metrics.with(|all| all.as_ref()?.iter().find(|one| one.currency == currency).cloned())
    };
    view! { {move || shown().map(|metrics| tiles(text, &metrics))} }
}

fn tiles(text: Language, metrics: &Metrics) -> impl IntoView + use<> {
    let money = |amount| text.tile_money(amount, metrics.currency);
    let exact = |amount| text.tile_exact(amount, metrics.currency);
    let overdue_share = ten_thousandths(metrics.overdue_share).map(|share| text.percent(share)).unwrap_or_default();
    let over90_share = shares(&[metrics.over90, metrics.overdue - metrics.over90]).first().copied().unwrap_or(0);
    let dso = metrics.dso.simple.and_then(ten_thousandths).map(|days| text.days_tenths(days));
    let dso_note = match (metrics.dso.count_back.and_then(ten_thousandths), metrics.sales) {
        (Some(days), _) => text.tile_dso_count_back(days, metrics.days),
        (None, Some(_)) => text.tile_dso_window(metrics.days),
        (None, None) => text.tile_dso_unknown().to_owned(),
    };
    let joined = |parts: [String; 2]| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <dl class="tiles">
            <Tile
                label=text.tile_outstanding()
                value=money(metrics.outstanding)
                note=joined([exact(metrics.outstanding), text.count_items(metrics.items)])
                definition=text.define_outstanding()
            />
            <Tile
                label=text.tile_overdue()
                value=money(metrics.overdue)
                note=joined([text.share_of_debits(&overdue_share), text.count_customers(metrics.overdue_customers)])
                definition=text.define_overdue()
            />
            <Tile
                label=text.tile_over90()
                value=money(metrics.over90)
                note=joined([exact(metrics.over90), text.share_of_overdue(&text.percent(over90_share))])
                definition=text.define_over90()
            />
            <Tile
                label=text.tile_dso()
                missing=dso.is_none()
                value=dso.unwrap_or_else(|| text.tile_unavailable().to_owned())
                note=dso_note
                definition=text.define_dso()
            />
            <Tile
                label=text.tile_credits()
                value=money(metrics.credits)
                note=text.tile_credits_note()
                definition=text.define_credits()
            />
            <Tile
                label=text.tile_disputed()
                value=money(metrics.disputed)
                note=text.tile_disputed_note()
                definition=text.define_disputed()
            />
            <Tile
                label=text.tile_customers()
                value=text.number(i64::from(metrics.customers))
                note=text.count_overdue_customers(metrics.overdue_customers)
                definition=text.define_customers()
            />
        </dl>
    }
}

/// The stacked bar of the total.
#[component]
fn Structure() -> impl IntoView {
    let session = use_session();
    let shown = move || {
        let currency = session.shown_currency()?;
        session.balance.with(|balance| {
            let balance = balance.as_ref()?;
            let one = balance.currencies.iter().find(|one| one.currency == currency)?;
            Some((one.total.clone(), balance.basis, balance.limits.clone(), currency))
        })
    };
    view! { {move || shown().map(|(row, basis, limits, currency)| view! { <AgeBar row basis limits currency/> })} }
}

/// Buckets and basis.
#[component]
fn Settings() -> impl IntoView {
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
        </div>
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

/// Whether the balance of a currency foots.
#[component]
pub fn FootingLine(
    /// The balance of a currency.
    one: AgedCurrency,
) -> impl IntoView {
    let text = use_text();
    let (class, sentence) = if one.control.ok {
        ("control control-ok", text.footing_ok(one.control.ledger_balance, one.currency))
    } else {
        (
            "control control-wrong",
            text.footing_wrong(one.total.balance, one.control.ledger_balance, one.control.difference, one.currency),
        )
    };
    view! { <p class=class>{sentence}</p> }
}

/// A currency without any open item.
#[component]
pub fn NothingOpen() -> impl IntoView {
    let text = use_text();
    view! { <Empty sentence=text.balance_empty()/> }
}
