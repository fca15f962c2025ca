//! What people record: edits sent to the engine, taken back and made again; the dossier file saved and opened; next
//! month's files put on an open dossier. The edits are kept here as the engine tells them, so that an engine started
//! again gets them back.

use super::auditing::fetch;
use super::opening::{self, Origin, reopen};
use super::recompute;
use super::saying::{refused, say, succeeded};
use super::unsaved;
use crate::browser::{document, files, focus};
use crate::engine::Answer;
use crate::session::{About, Said, Session};
use leptos::prelude::*;
use protocol::{
    ComparisonQuery, EditLog, ExportedFile, Operation, RegisterQuery, Reply, Request, SaveQuery, Sender, Setting,
};
use std::sync::Arc;
use web_sys::File;

/// Items of each kind of change shown.
const CHANGED_SHOWN: u32 = 200;

/// What people recorded, and what changed since the dossier was saved where there is something to compare with.
pub fn refresh_records(session: Session) {
    let query = RegisterQuery { as_of: session.as_of.get_untracked(), customer: None };
    fetch(session, "records", String::new(), Request::Register(query), session.records, |reply| match reply {
        Reply::Register(register) => Some(*register),
        _ => None,
    });
}

/// What changed since the dossier was saved.
pub fn refresh_comparison(session: Session) {
    if !session.restored.get_untracked() {
        return;
    }
    let as_of = session.as_of.get_untracked();
    let query = ComparisonQuery { as_of, customer: None, extract: None, limit: Some(CHANGED_SHOWN) };
    fetch(session, "comparison", String::new(), Request::Compare(query), session.comparison, |reply| match reply {
        Reply::Comparison(comparison) => Some(*comparison),
        _ => None,
    });
}

/// Makes an edit.
pub fn edit(session: Session, operation: Operation) {
    send(session, |query| Request::Edit(Box::new(operation), query));
}

/// Takes the last edit back.
pub fn undo_edit(session: Session) {
    if session.edits.with_value(|edits| !edits.done.is_empty()) {
        send(session, Request::Undo);
    }
}

/// Makes the edit taken back last again.
pub fn redo_edit(session: Session) {
    if session.edits.with_value(|edits| !edits.undone.is_empty()) {
        send(session, Request::Redo);
    }
}

pub(super) fn send(session: Session, request: impl FnOnce(RegisterQuery) -> Request) {
    let query = RegisterQuery { as_of: session.as_of.get_untracked(), customer: None };
    let heard = move |answer| match answer {
        Answer::Progress(_) => {}
        Answer::Reply(reply, _) => match *reply {
            Reply::Register(_) => {
                succeeded(session, About::Records);
                learn_edits(session);
                focus::again();
                recompute(session);
                refresh_records(session);
            }
            // Nothing changed, and what was typed stays to be put right.
            Reply::Failed(failure) => refused(session, About::Records, failure),
            _ => {}
        },
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(request(query), language, heard));
}

/// Asks the engine for all edits, to give them to the next one if this one is lost.
pub fn learn_edits(session: Session) {
    learn_edits_then(session, |_| {});
}

/// The same of a dossier file that was just saved or opened: it holds them.
pub fn learn_saved_edits(session: Session) {
    learn_edits_then(session, unsaved::saved);
}

fn learn_edits_then(session: Session, then: fn(Session)) {
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => {
            if let Reply::Log(edits) = *reply {
                take_sender(session, &edits);
                session.edits.set_value(edits);
                then(session);
            }
        }
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::Log, language, heard));
}

/// Takes who writes as the dossier has it, where nobody typed anything here.
fn take_sender(session: Session, edits: &EditLog) {
    let set = edits.done.iter().rev().find_map(|edit| match edit {
        Operation::Set { setting: Setting::Sender, value } => Some(value.clone()),
        _ => None,
    });
    let kept = set.flatten().and_then(|json| document::read::<Sender>(&json));
    if let Some(kept) = kept
        && session.sender.with_untracked(|sender| *sender == Sender::default())
    {
        session.sender.set(kept);
        super::views::refresh_drafts_if_shown(session);
    }
}

/// Keeps who writes in the dossier, if it is not there as it was typed.
fn keep_sender(session: Session) {
    let sender = session.sender.get_untracked();
    let Some(json) = document::written(&sender).filter(|_| sender != Sender::default()) else { return };
    let kept = session.edits.with_value(|edits| {
        edits.done.iter().rev().find_map(|edit| match edit {
            Operation::Set { setting: Setting::Sender, value } => value.clone(),
            _ => None,
        })
    });
    if kept.as_ref() != Some(&json) {
        edit(session, Operation::Set { setting: Setting::Sender, value: Some(json) });
    }
}

/// Gives the edits known here to an engine that has just opened the same files.
pub fn resume(session: Session) {
    let edits = session.edits.get_value();
    if edits == EditLog::default() {
        return;
    }
    let heard = move |answer| {
        if let Answer::Reply(reply, _) = answer
            && let Reply::Failed(failure) = *reply
        {
            refused(session, About::Records, failure);
        }
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::Resume(edits), language, heard));
}

/// Hands the dossier file over, with the files of the ledger in it where asked.
pub fn save_dossier(session: Session, with_ledger: bool) {
    saved(session, with_ledger, move |file, bytes| {
        if super::views::hand_over(session, &file, &bytes) {
            learn_saved_edits(session);
        }
    });
}

/// Goes on with this dossier under other files: those of a later day.
pub fn next_month(session: Session, given: Vec<File>) {
    saved(session, false, move |file, bytes| match files::of_bytes(&file.name, &bytes) {
        Some(dossier) => {
            let files = std::iter::once(dossier).chain(given.iter().cloned()).collect();
            opening::open_dossier(session, files, Origin::NextMonth);
        }
        None => say(session, Said::NotSaved),
    });
}

/// The dossier file, with who writes in it: the engine takes requests in turn.
fn saved(session: Session, with_ledger: bool, then: impl Fn(ExportedFile, crate::engine::Bytes) + 'static) {
    keep_sender(session);
    let query = SaveQuery { with_ledger, as_of: Some(session.as_of.get_untracked()), passphrase: None };
    let heard = move |answer| match answer {
        Answer::Progress(_) => {}
        Answer::Reply(reply, bytes) => match (*reply, bytes) {
            (Reply::File(file), Some(bytes)) => {
                succeeded(session, About::Records);
                then(file, bytes);
            }
            (Reply::Failed(failure), _) => refused(session, About::Records, failure),
            _ => say(session, Said::NotSaved),
        },
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::Save(query), language, heard));
}

/// What the register says, if it is there.
pub fn records(session: Session) -> Option<Arc<protocol::RegisterView>> {
    match session.records.get() {
        crate::session::Fetched::There(records) => Some(records),
        crate::session::Fetched::Waiting | crate::session::Fetched::Refused(_) => None,
    }
}
