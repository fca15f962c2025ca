//! Matches: proposed by the engine, approved by a person. What is approved is kept here as well, so that files read
//! again get it back; where they no longer fit, that is said.

use super::opening::reopen;
use super::saying::{refused, succeeded};
use super::views::{figures, recompute};
use crate::engine::Answer;
use crate::session::{About, Session};
use leptos::prelude::*;
use protocol::{Matches, MatchesQuery, Reply, Request};
use std::sync::Arc;

/// Asks for the proposals, of one customer or of all, if those shown are others.
pub fn refresh_matches(session: Session, customer: Option<String>) {
    let wanted = Some((session.generation.get_value(), customer.clone()));
    if session.matches_asked.get_value() == wanted {
        return;
    }
    if session.matches_asked.with_value(|known| known.as_ref().is_none_or(|(_, of)| *of != customer)) {
        session.matches.set(None);
    }
    session.matches_asked.set_value(wanted);
    figures(session, Request::Matches(MatchesQuery { as_of: session.as_of.get_untracked(), customer }));
}

/// Shows the proposals if they are those of the screen.
pub fn take_matches(session: Session, matches: Matches, customer: Option<&str>) {
    if session.matches_asked.with_value(|asked| asked.as_ref().is_some_and(|(_, of)| of.as_deref() == customer)) {
        session.matches.set(Some(Arc::new(matches)));
    }
}

/// Approves matches, beside those approved before.
pub fn approve(session: Session, identifiers: &[String]) {
    let mut approved = approved(session);
    approved.extend(identifiers.iter().filter(|one| !approved.contains(one)).cloned().collect::<Vec<_>>());
    let before = session.approvals.with_value(Vec::len);
    session.approvals.update_value(|approvals| approvals.push(approved));
    send(session, before);
}

/// Takes the last approval back.
pub fn undo_approval(session: Session) {
    session.approvals.update_value(|approvals| {
        approvals.pop();
    });
    send(session, session.approvals.with_value(Vec::len));
}

/// Computes the figures of files just read again, with what was approved before.
pub fn restore_approved(session: Session) {
    if approved(session).is_empty() { recompute(session) } else { send(session, 0) }
}

fn approved(session: Session) -> Vec<String> {
    session.approvals.with_value(|approvals| approvals.last().cloned().unwrap_or_default())
}

/// Tells the engine what is approved, then computes everything again. Refused, only the first `kept` approvals stand.
fn send(session: Session, kept: usize) {
    let query = MatchesQuery { as_of: session.as_of.get_untracked(), customer: None };
    let heard = move |answer| match answer {
        Answer::Progress(_) => {}
        Answer::Reply(reply, _) => {
            succeeded(session, About::Records);
            if let Reply::Failed(failure) = *reply {
                session.approvals.update_value(|approvals| approvals.truncate(kept));
                refused(session, About::Records, failure);
            }
            recompute(session);
        }
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    let request = Request::Approve(approved(session), query);
    session.engine.with_value(|engine| engine.ask(request, language, heard));
}
