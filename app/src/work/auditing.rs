//! What single screens ask for: findings, late payments, the client's own balance, expected receipts, a customer's
//! history, and the segments as the user wants them. A refusal is shown on its screen, with a way to ask again.

use super::{enter, reopen};
use crate::engine::Answer;
use crate::session::{Fetched, LateChoices, Session};
use leptos::prelude::*;
use protocol::{
    ActivityQuery, FindingsQuery, ForecastQuery, InsolvencyView, LatePaymentsQuery, Operation, Proceedings,
    RegisterView, Reply, Request, SegmentThresholds,
};
use std::sync::Arc;
use values::Day;

/// Findings, and what stands beside them.
pub fn refresh_findings(session: Session) {
    let as_of = session.as_of.get_untracked();
    let query = FindingsQuery { as_of, rows: None };
    fetch(session, "findings", String::new(), Request::Findings(query), session.findings, |reply| match reply {
        Reply::Findings(findings) => Some(findings),
        _ => None,
    });
    refresh_late(session);
    if session.dossier.with_untracked(|open| open.as_ref().is_some_and(|open| open.report.compared_as_of.is_some())) {
        fetch(session, "compared", String::new(), Request::Reperformance, session.compared, |reply| match reply {
            Reply::Reperformance(compared) => Some(compared),
            _ => None,
        });
    }
}

/// The table of late payments, with other choices.
pub fn choose_late(session: Session, choices: LateChoices) {
    session.late_choices.set(choices);
    refresh_late(session);
}

fn refresh_late(session: Session) {
    let choices = session.late_choices.get_untracked();
    let query = LatePaymentsQuery {
        as_of: session.as_of.get_untracked(),
        turnover: choices.turnover,
        currency: session.shown_currency_untracked(),
        vat_rate_percent: choices.vat_rate_percent.clone(),
    };
    let key = format!("{choices:?} {:?}", query.currency);
    fetch(session, "late", key, Request::LatePayments(query), session.late, |reply| match reply {
        Reply::LatePayments(late) => Some(late),
        _ => None,
    });
}

/// Expected receipts.
pub fn refresh_receipts(session: Session) {
    let query = ForecastQuery { as_of: session.as_of.get_untracked() };
    fetch(session, "receipts", String::new(), Request::Forecast(query), session.receipts, |reply| match reply {
        Reply::Forecast(forecast) => Some(forecast),
        _ => None,
    });
}

/// The history of a customer. That of another one must not be taken for it meanwhile.
pub fn refresh_activity(session: Session, customer: &str) {
    let other = session.activity.with_untracked(|known| match known {
        Fetched::There(activity) => activity.customer != customer,
        Fetched::Waiting | Fetched::Refused(_) => false,
    });
    if other {
        session.activity.set(Fetched::Waiting);
    }
    let query = ActivityQuery { as_of: session.as_of.get_untracked(), customer: customer.to_owned() };
    fetch(session, "activity", customer.to_owned(), Request::Activity(query), session.activity, |reply| match reply {
        Reply::Activity(activity) => Some(activity),
        _ => None,
    });
}

/// Asks again for what was refused.
pub fn retry(session: Session) {
    session.fetched.update_value(std::collections::BTreeMap::clear);
    enter(session, session.screen.get_untracked());
}

/// Other thresholds of the segments.
pub fn choose_thresholds(session: Session, thresholds: Option<SegmentThresholds>) {
    session.thresholds.set(thresholds);
    super::views::refresh_segments(session);
}

/// A customer in insolvency proceedings since its judgment was published, or no longer: recorded in the dossier, where the
/// plan, the claims and the segments find it.
pub fn choose_insolvency(session: Session, customer: &str, published_on: Option<Day>) {
    let known = insolvency_of(session.records.get_untracked(), customer);
    let over = known.map(|known| Operation::Solvent {
        insolvency: known.number,
        day: known.record.since.max(session.as_of.get_untracked()),
    });
    let begun = published_on.map(|day| {
        let (customer, note) = (customer.to_owned(), String::new());
        Operation::Insolvent(Proceedings { customer, since: day, published: Some(day), note })
    });
    match (over, begun) {
        (Some(over), Some(begun)) => super::edit(session, Operation::Together(vec![over, begun])),
        (Some(one), None) | (None, Some(one)) => super::edit(session, one),
        (None, None) => {}
    }
}

/// The proceedings recorded of a customer that are not over.
pub fn insolvency_of(records: Fetched<RegisterView>, customer: &str) -> Option<InsolvencyView> {
    let Fetched::There(records) = records else { return None };
    records.insolvencies.iter().rev().find(|one| one.record.customer == customer && one.ended.is_none()).cloned()
}

/// Keeps a customer on the watch-list, or not.
pub fn choose_pin(session: Session, customer: &str, pinned: bool) {
    session.pinned.update(|known| {
        known.retain(|one| one != customer);
        known.extend(pinned.then(|| customer.to_owned()));
    });
    super::views::refresh_segments(session);
}

/// Asks for something of one screen, unless it was asked for already; an answer that comes too late is dropped.
pub(super) fn fetch<T: Send + Sync + 'static>(
    session: Session,
    name: &'static str,
    of: String,
    request: Request,
    signal: RwSignal<Fetched<T>>,
    pick: fn(Reply) -> Option<T>,
) {
    let language = session.language.get_untracked();
    let wanted = format!("{} {} {of}", session.generation.get_value(), language.code());
    if session.fetched.with_value(|known| known.get(name) == Some(&wanted)) {
        return;
    }
    session.fetched.update_value(|known| {
        known.insert(name, wanted.clone());
    });
    session.awaited.update(|awaited| *awaited += 1);
    let generation = session.generation.get_value();
    let heard = move |answer| {
        let reply = match answer {
            Answer::Progress(_) => return,
            Answer::Reply(reply, _) => reply,
            Answer::Lost => return reopen(session),
        };
        if session.generation.get_value() == generation {
            session.awaited.update(|awaited| *awaited = awaited.saturating_sub(1));
        }
        if session.fetched.with_value(|known| known.get(name) != Some(&wanted)) {
            return;
        }
        match *reply {
            Reply::Failed(failure) => signal.set(Fetched::Refused(failure)),
            reply => {
                if let Some(found) = pick(reply) {
                    signal.set(Fetched::There(Arc::new(found)));
                }
            }
        }
    };
    session.engine.with_value(|engine| engine.ask(request, language, heard));
}
