//! What is recorded, as a table: of one customer, or of all.

use crate::components::fetched::shown;
use crate::components::waiting::Empty;
use crate::logic::records::{self, Row};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Operation, RegisterView};
use std::sync::Arc;

/// What is recorded of a customer; nothing where nothing is.
#[component]
pub fn Recorded(
    /// Customer identifier.
    identifier: String,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        {move || {
            let rows = work::records(session).map(|of| records::rows(&of, Some(&identifier), text)).unwrap_or_default();
            (!rows.is_empty())
                .then(|| {
                    view! {
                        <h2>{text.followup_customer_title()}</h2>
                        <Table rows of_one=true/>
                    }
                })
        }}
    }
}

/// Everything recorded, what no longer finds its item, and what is to be decided.
#[component]
pub fn AllRecords() -> impl IntoView {
    let session = use_session();
    view! { {move || shown(session.records.get(), |of| view! { <All of/> })} }
}

#[component]
fn All(
    /// The register.
    of: Arc<RegisterView>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let rows = records::rows(&of, None, text);
    let none = rows.is_empty();
    let proposals = of.proposals.clone();
    let unmatched: Vec<String> = of.unmatched.iter().map(|one| one.text.clone()).collect();
    let ripe = of.ripe_text.clone();
    view! {
        {(!proposals.is_empty())
            .then(|| {
                view! {
                    <h2>{text.followup_proposals_title()}</h2>
                    <ul class="reasons">
                        {proposals
                            .into_iter()
                            .map(|one| {
                                let edit = StoredValue::new(one.edit);
                                view! {
                                    <li>
                                        {one.text}
                                        " "
                                        <button type="button" class="quiet" on:click=move |_| work::edit(session, edit.get_value())>
                                            {text.followup_apply()}
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                }
            })}
        {(!unmatched.is_empty())
            .then(|| {
                view! {
                    <h2>{text.followup_unmatched_title()}</h2>
                    <ul class="reasons">{unmatched.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
                }
            })}
        <h2>{text.followup_records_title()}</h2>
        {if none {
            view! { <Empty sentence=text.followup_none()/> }.into_any()
        } else {
            view! { <Table rows of_one=false/> }.into_any()
        }}
        {ripe.map(|ripe| view! { <p class="muted">{ripe}</p> })}
    }
}

/// The rows, with what can be decided about each.
#[component]
fn Table(
    /// In order.
    rows: Vec<Row>,
    /// Whether the customer is named elsewhere.
    of_one: bool,
) -> impl IntoView {
    let text = use_text();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=text.followup_records_title()>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{text.followup_column_kind()}</th>
                        {(!of_one).then(|| view! { <th scope="col">{text.title_customer()}</th> })}
                        <th scope="col">{text.column_document()}</th>
                        <th scope="col" class="num">{text.column_amount()}</th>
                        <th scope="col">{text.cli_day()}</th>
                        <th scope="col">{text.followup_column_state()}</th>
                        <th scope="col">{text.followup_column_actions()}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(|row| view! { <Line row of_one/> }).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Line(
    /// The record.
    row: Row,
    /// Whether the customer is named elsewhere.
    of_one: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let href = session.customer_address(&row.customer, None);
    let about = format!("{} {} {}", row.kind, row.customer, row.documents);
    let agreement = format!("{} : {about}", text.plan_agreement());
    let decision = move |(words, edit): (&'static str, Operation)| {
        let edit = StoredValue::new(edit);
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=format!("{words} : {about}")
                on:click=move |_| work::edit(session, edit.get_value())
            >
                {words}
            </button>
        }
    };
    view! {
        <tr>
            <th scope="row">{row.kind}</th>
            {(!of_one).then(|| view! { <td><a href=href><bdi>{row.customer}</bdi></a></td> })}
            <td><bdi>{row.documents}</bdi></td>
            <td class="num">{row.amount}</td>
            <td>{row.day.map(|day| text.day(day))}</td>
            <td><bdi>{row.state}</bdi></td>
            <td>
                {row.decisions.into_iter().map(decision).collect_view()}
                {row.plan
                    .map(|plan| {
                        view! {
                            <button
                                type="button"
                                class="quiet"
                                aria-label=agreement
                                on:click=move |_| work::export_agreement(session, plan)
                            >
                                {text.plan_agreement()}
                            </button>
                        }
                    })}
            </td>
        </tr>
    }
}
