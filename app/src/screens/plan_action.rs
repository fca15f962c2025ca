//! One contact of the plan: step, means, customer, amount; the rule, the facts and the items on demand.

use crate::components::channel::ChannelTag;
use crate::components::money::MoneyCell;
use crate::components::unfolded::use_unfolded;
use crate::screens::plan_review::Decide;
use crate::session::{Session, use_session, use_text};
use leptos::prelude::*;
use protocol::{Action, ActionItem, Approval, Fact};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Currency};

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
    let counted = |name: &str| match action.facts.get(name) {
        Some(Fact::Number(count)) => usize::try_from(*count).ok(),
        _ => None,
    };
    let items = counted("items").unwrap_or(action.items.len());
    let announced = counted("announced").unwrap_or(0);
    let beyond = items.saturating_sub(action.items.len());
    // What is folded is drawn when it is unfolded: a plan has thousands of actions.
    let kept = use_unfolded();
    let starts = kept.starts(&action.id, false);
    let unfolded = RwSignal::new(starts);
    let id = action.id.clone();
    let approval = match action.approval {
        Approval::NotNeeded => None,
        Approval::Needed => Some(("tag tag-confirm", text.tag_to_approve())),
        Approval::Approved => Some(("tag tag-sure", text.tag_approved())),
    };
    let (channel, currency, amount) = (action.channel, action.currency, action.amount);
    let (step_name, name) =
        (action.step_name.clone(), if with_day { text.day_of_plan(action.day) } else { action.name.clone() });
    view! {
        <li class="action">
            <details
                open=starts
                on:toggle:target=move |event| {
                    let open = event.target().open();
                    kept.keep(&id, open);
                    unfolded.update(|unfolded| *unfolded |= open);
                }
            >
                <summary>
                    <ChannelTag channel/>
                    <span class="action-step">
                        {step_name} {approval.map(|(class, words)| view! { " " <span class=class>{words}</span> })}
                    </span>
                    <span class="action-customer"><bdi>{name}</bdi></span>
                    <span class="action-items">{text.count_claimed(items.saturating_sub(announced), announced)}</span>
                    <span class="action-amount">{text.money(amount, currency)}</span>
                </summary>
                {move || {
                    let action = unfolded.get().then(|| action.clone())?;
                    let claims = text.claims(action.interest, action.indemnity, currency);
                    let href = href.clone();
                    Some(
                        view! {
                            <div class="action-more">
                                <p class="rule"><strong>{text.label_why()}</strong> " " {action.rule.clone()}</p>
                                <p class="muted">{followed(session, &action)}</p>
                                <Decide action=action.clone()/>
                                {claims.map(|claims| view! { <p>{claims}</p> })}
                                <Facts facts=action.facts currency/>
                                <Items items=action.items currency/>
                                {(beyond > 0).then(|| view! { <p class="muted">{text.items_beyond(beyond)}</p> })}
                                {(!with_day).then(|| view! { <p><a href=href>{text.link_customer_items()}</a></p> })}
                            </div>
                        },
                    )
                }}
            </details>
        </li>
    }
}

/// Segment and scenario of the customer.
fn followed(session: Session, action: &Action) -> String {
    let text = use_text();
    let scenario = session.plan.with_untracked(|plan| {
        let known = plan.iter().flat_map(|plan| &plan.scenarios).find(|scenario| scenario.id == action.scenario);
        known.map(|scenario| scenario.name.clone())
    });
    text.plan_followed(&text.plan_segment(&action.segment), scenario.as_deref().unwrap_or(&action.scenario))
}

/// What a decision rests on.
#[component]
fn Facts(
    /// Name and value.
    facts: BTreeMap<String, Fact>,
    /// Currency of those that are amounts.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    (!facts.is_empty()).then(|| {
        view! {
            <dl class="facts">
                {facts
                    .into_iter()
                    .map(|(name, fact)| {
                        view! {
                            <div>
                                <dt>{text.fact(&name).to_owned()}</dt>
                                <dd><bdi>{written(text, &name, &fact, currency)}</bdi></dd>
                            </div>
                        }
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
        <div class="scroller" tabindex="0" role="region" aria-label=text.label_items()>
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
fn written(text: Language, name: &str, fact: &Fact, currency: Currency) -> String {
    match (name, fact) {
        ("credits" | "debts" | "residual" | "amount" | "minimum" | "held" | "listedCredits", Fact::Number(minor)) => {
            text.money(Amount::from_minor(*minor), currency)
        }
        ("cost", Fact::Number(cents)) => text.money(Amount::from_minor(*cents), Currency::EUR),
        ("tone", Fact::Text(tone)) => text.tone(tone).to_owned(),
        ("preferredChannel", Fact::Text(channel)) => text.channel(channel).to_owned(),
        (_, Fact::Number(number)) => text.number(*number),
        ("policy", Fact::Text(policy)) => text.policy(policy).to_owned(),
        ("trigger", Fact::Text(trigger)) => text.trigger(trigger).to_owned(),
        (_, Fact::Text(words)) => words.parse().map_or_else(|_| words.clone(), |day| text.day(day)),
    }
}
