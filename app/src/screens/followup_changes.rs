//! What changed since the dossier was saved: sums first, then what to ask about, whom to thank, and the items.

use crate::browser::clipboard;
use crate::components::more::More;
use crate::screens::quality_findings::FindingCard;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{ChangedItem, Comparison, ComparisonOfCurrency, ThankYou};
use std::sync::Arc;
use values::Currency;
use wasm_bindgen_futures::spawn_local;

/// Items drawn at once.
const DRAWN: usize = 60;

/// Everything that changed.
#[component]
pub fn Changes(
    /// The comparison.
    of: Arc<Comparison>,
) -> impl IntoView {
    let text = use_text();
    let first = of.currencies.first().map_or(Currency::EUR, |one| one.currency);
    view! {
        <p class="muted">{text.comparison_title(of.before, of.as_of)}</p>
        {of.currencies.iter().cloned().map(|one| view! { <Sums one/> }).collect_view()}
        {of
            .findings
            .iter()
            .cloned()
            .map(|finding| {
                let currency = finding.currency.unwrap_or(first);
                view! { <FindingCard finding currency/> }
            })
            .collect_view()}
        <Thanks thanks=of.thank_yous.clone()/>
        {of.currencies.iter().cloned().map(|one| view! { <Items one/> }).collect_view()}
    }
}

/// What was open, what happened, what is open.
#[component]
fn Sums(
    /// One currency.
    one: ComparisonOfCurrency,
) -> impl IntoView {
    let text = use_text();
    let currency = one.currency;
    let money = move |amount| text.money(amount, currency);
    let [items, count, before, change] = text.comparison_headings();
    let [opening, _, closing] = text.comparison_lines();
    let agrees = one.difference.is_zero();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=text.followup_changes_title()>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{items}</th>
                        <th scope="col" class="num">{count}</th>
                        <th scope="col" class="num">{before}</th>
                        <th scope="col" class="num">{change}</th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row" colspan="3">{opening}</th>
                        <td class="num">{money(one.opening)}</td>
                    </tr>
                    {one
                        .changes
                        .into_iter()
                        .map(|total| {
                            view! {
                                <tr>
                                    <th scope="row">{total.label}</th>
                                    <td class="num">{text.number(total.count.into())}</td>
                                    <td class="num">{money(total.before)}</td>
                                    <td class="num">{money(total.amount)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="3">{closing}</th>
                        <td class="num">{money(one.closing)}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
        <p class=if agrees { "control control-ok" } else { "control control-wrong" }>
            {text.comparison_control(one.difference, currency)}
        </p>
        <p class="muted">{one.extract_text}</p>
    }
}

/// The items that changed.
#[component]
fn Items(
    /// One currency.
    one: ComparisonOfCurrency,
) -> impl IntoView {
    let text = use_text();
    let (count, currency) = (one.items.len(), one.currency);
    let drawn = RwSignal::new(DRAWN);
    let items = Arc::new(one.items);
    let each = move || items.iter().take(drawn.get()).cloned().zip(0_usize..).collect::<Vec<_>>();
    view! {
        <h3>{text.followup_changed_items()}</h3>
        <div class="scroller" tabindex="0" role="region" aria-label=text.followup_changed_items()>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{text.cli_change()}</th>
                        <th scope="col">{text.title_customer()}</th>
                        <th scope="col">{text.column_document()}</th>
                        <th scope="col">{text.column_due_day()}</th>
                        <th scope="col" class="num">{text.cli_before()}</th>
                        <th scope="col" class="num">{text.cli_now()}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each key=|(_, at)| *at let((item, _))>
                        <Line item currency/>
                    </For>
                </tbody>
            </table>
        </div>
        <More count drawn step=DRAWN/>
    }
}

#[component]
fn Line(
    /// An item that changed.
    item: ChangedItem,
    /// Its currency.
    currency: Currency,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let href = session.customer_address(&item.customer, None);
    let from = item.renumbered_from.map(|from| format!(" ← {from}"));
    let redated = item.due_before != item.due_now && !item.before.is_zero() && !item.now.is_zero();
    let written = |day: Option<values::Day>| day.map(|day| text.day(day)).unwrap_or_default();
    let due = match redated {
        true => format!("{} → {}", written(item.due_before), written(item.due_now)),
        false => written(item.due_now),
    };
    view! {
        <tr>
            <th scope="row">{text.change(&item.change)}</th>
            <td><a href=href><bdi>{item.name}</bdi></a></td>
            <td><bdi>{item.document}</bdi>{from}</td>
            <td>{due}</td>
            <td class="num">{text.money(item.before, currency)}</td>
            <td class="num">{text.money(item.now, currency)}</td>
        </tr>
    }
}

/// One message per customer that paid.
#[component]
fn Thanks(
    /// To review and send.
    thanks: Vec<ThankYou>,
) -> impl IntoView {
    let text = use_text();
    let count = thanks.len();
    (count > 0).then(|| {
        view! {
            <details class="reason">
                <summary>
                    <span class="reason-name">{text.followup_thanks()}</span>
                    <span class="reason-count">{text.number(count as i64)}</span>
                </summary>
                <ul class="reasons">
                    {thanks.into_iter().take(DRAWN).map(|one| view! { <Message one/> }).collect_view()}
                </ul>
            </details>
        }
    })
}

#[component]
fn Message(
    /// One customer's.
    one: ThankYou,
) -> impl IntoView {
    let text = use_text();
    let copied = RwSignal::new("");
    let body = one.body;
    let copy = move |_| {
        let body = body.clone();
        spawn_local(async move {
            let done = clipboard::copy(&body).await;
            let _ = copied.try_set(if done { text.copied_text() } else { text.copy_refused() });
        });
    };
    let overdue = (!one.still_overdue.is_zero())
        .then(|| format!(" · {} {}", text.followup_still_overdue(), text.money(one.still_overdue, one.currency)));
    view! {
        <li>
            <bdi>{one.name}</bdi>
            " · "
            {one.documents.join(", ")}
            " · "
            {text.money(one.amount, one.currency)}
            {overdue}
            " "
            <button type="button" class="quiet" on:click=copy>{text.followup_copy()}</button>
            <span role="status" class="copied">{move || copied.get()}</span>
        </li>
    }
}
