//! One contact of the plan: step, means, customer, amount; the rule, the facts and the items on demand.

use crate::components::channel::ChannelTag;
use crate::components::money::MoneyCell;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{Action, ActionItem, Fact};
use std::collections::BTreeMap;
use text::Language;
use values::Currency;

/// A contact.
#[component]
pub fn ActionCard(
    /// It.
    action: Action,
    /// Whether to say the day; a list by day says it already.
    #[prop(optional)]
    with_day: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let href = session.customer_address(&action.customer, None);
    let claims = text.claims(action.interest, action.indemnity, action.currency);
    view! {
        <li class="action">
            <details>
                <summary>
                    <ChannelTag channel=action.channel/>
                    <span class="action-step">{action.step_name}</span>
                    <span class="action-customer"><bdi>{action.name.clone()}</bdi></span>
                    {with_day.then(|| view! { <span class="action-day">{text.day(action.day)}</span> })}
                    <span class="action-items">{text.count_documents(action.items.len())}</span>
                    <span class="action-amount">{text.money(action.amount, action.currency)}</span>
                </summary>
                <div class="action-more">
                    <p class="rule"><strong>{text.label_why()}</strong> " " {action.rule}</p>
                    {claims.map(|claims| view! { <p>{claims}</p> })}
                    <Facts facts=action.facts/>
                    <Items items=action.items currency=action.currency/>
                    {(!with_day).then(|| view! { <p><a href=href>{text.link_customer_items()}</a></p> })}
                </div>
            </details>
        </li>
    }
}

/// What a decision rests on.
#[component]
pub fn Facts(
    /// Name and value.
    facts: BTreeMap<String, Fact>,
) -> impl IntoView {
    let text = use_text();
    (!facts.is_empty()).then(|| {
        view! {
            <dl class="facts">
                {facts
                    .into_iter()
                    .map(|(name, fact)| {
                        view! { <div><dt>{text.fact(&name).to_owned()}</dt><dd>{written(text, &fact)}</dd></div> }
                    })
                    .collect_view()}
            </dl>
        }
    })
}

/// The items of a contact.
#[component]
fn Items(
    /// Oldest due first.
    items: Vec<ActionItem>,
    /// Their currency.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    view! {
        <div class="scroller">
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{text.column_document()}</th>
                        <th scope="col">{text.column_due_day()}</th>
                        <th scope="col" class="num">{text.column_days_late_on_day()}</th>
                        <th scope="col" class="num">{text.column_residual_in(currency)}</th>
                    </tr>
                </thead>
                <tbody>
                    {items
                        .into_iter()
                        .map(|item| {
                            view! {
                                <tr>
                                    <th scope="row"><bdi>{item.document}</bdi></th>
                                    <td>{item.due_day.map(|day| text.day(day))}</td>
                                    <td class="num">{text.number(i64::from(item.days_late))}</td>
                                    <MoneyCell amount=item.residual currency/>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// A fact as a person reads it.
pub fn written(text: Language, fact: &Fact) -> String {
    match fact {
        Fact::Number(number) => text.number(*number),
        Fact::Text(words) => words.parse().map_or_else(|_| words.clone(), |day| text.day(day)),
    }
}
