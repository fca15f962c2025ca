//! Matches proposed: what would clear what, why, how sure. Nothing is applied before it is approved; all can be undone.

use crate::browser::focus;
use crate::components::more::More;
use crate::components::waiting::Skeleton;
use crate::screens::import::SourceLink;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{MatchEntry, MatchProposal, Matches, Place};
use std::sync::Arc;
use values::Currency;

/// From this score on, a proposal is sure enough to be approved with others.
const SURE: u8 = 90;
/// Proposals drawn at once.
const DRAWN: usize = 50;

/// The list, of all customers or of the one asked for.
#[component]
pub fn MatchList() -> impl IntoView {
    let session = use_session();
    view! {
        {move || match session.matches.get() {
            Some(matches) => view! { <List matches/> }.into_any(),
            None => view! { <Skeleton/> }.into_any(),
        }}
    }
}

/// What is proposed.
#[component]
fn List(
    /// And what is approved.
    matches: Arc<Matches>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let sure: Vec<String> =
        matches.proposals.iter().filter(|one| one.score >= SURE).map(|one| one.id.clone()).collect();
    let count = matches.proposals.len();
    let approved = matches.approved.len();
    let drawn = RwSignal::new(DRAWN);
    let each = move || matches.proposals.iter().take(drawn.get()).cloned().collect::<Vec<_>>();
    view! {
        <div class="tools">
            {(!sure.is_empty())
                .then(|| {
                    let words = text.matches_approve_sure(sure.len(), SURE);
                    view! {
                        <button type="button" class="button" on:click=move |_| approve(session, &sure)>{words}</button>
                    }
                })}
            {(approved > 0)
                .then(|| {
                    view! {
                        <span class="control control-ok">{text.matches_approved(approved)}</span>
                        <button type="button" class="quiet" on:click=move |_| undo(session)>{text.matches_undo()}</button>
                    }
                })}
        </div>
        {(count == 0).then(|| view! { <p class="muted">{text.matches_none()}</p> })}
        <ul class="matches">
            <For each key=|proposal| proposal.id.clone() let(proposal)>
                <Proposal proposal/>
            </For>
        </ul>
        <More count drawn step=DRAWN/>
    }
}

/// What was pressed goes away with its proposal: the keyboard goes on from the heading.
fn approve(session: crate::session::Session, identifiers: &[String]) {
    focus::now("matches-title");
    work::approve(session, identifiers);
}

fn undo(session: crate::session::Session) {
    focus::now("matches-title");
    work::undo_approval(session);
}

/// One proposal.
#[component]
fn Proposal(
    /// It.
    proposal: MatchProposal,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let href = session.customer_address(&proposal.customer, None);
    let currency = proposal.currency;
    let class = if proposal.score >= SURE { "tag tag-sure" } else { "tag" };
    let sides = [(text.match_debits(), proposal.debits), (text.match_credits(), proposal.credits)];
    let id = [proposal.id];
    view! {
        <li class="match">
            <p class="match-head">
                <span class=class>{text.match_score(proposal.score)}</span>
                <a href=href><bdi>{proposal.name.clone()}</bdi></a>
                <span class="match-text">{proposal.text}</span>
                <span class="match-amount">
                    {text.match_clears()} " " <strong>{text.money(proposal.cleared, currency)}</strong>
                </span>
                <button
                    type="button"
                    class="button"
                    aria-label=format!("{} {} {}", text.match_approve(), proposal.name, text.money(proposal.cleared, currency))
                    on:click=move |_| approve(session, &id)
                >
                    {text.match_approve()}
                </button>
            </p>
            <div class="match-sides">
                {sides
                    .into_iter()
                    .map(|(name, entries)| view! { <Side name entries currency/> })
                    .collect_view()}
            </div>
        </li>
    }
}

/// The entries of one side.
#[component]
fn Side(
    /// Which.
    name: &'static str,
    /// Its entries.
    entries: Vec<MatchEntry>,
    /// Their currency.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    let entry = move |entry: MatchEntry| {
        let place = Place { file: entry.file, sheet: entry.sheet, row: entry.row, column: None, header: None };
        view! {
            <li>
                <bdi>{entry.document}</bdi>
                " "
                <span class="muted">{text.day(entry.day)}</span>
                " "
                <SourceLink place/>
                <span class="reason-amount">{text.money(entry.residual, currency)}</span>
            </li>
        }
    };
    view! {
        <div>
            <h3>{name}</h3>
            <ul>{entries.into_iter().map(entry).collect_view()}</ul>
        </div>
    }
}
