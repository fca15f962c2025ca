//! The calls of the days to come, as a person wants them listed, and their results.

use super::auditing::fetch;
use super::followup::{learn_edits, refresh_records, send};
use super::saying::{refused, say, succeeded};
use super::views::export_as;
use super::{recompute, reopen};
use crate::engine::Answer;
use crate::session::{About, CallChoices, Said, Session};
use leptos::prelude::*;
use protocol::{AnswersQuery, CallResult, CallsQuery, ExportQuery, JournalQuery, Reply, Request};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// The calls, and what `undo` would take back.
pub fn refresh_calls(session: Session) {
    let choices = session.call_choices.get_untracked();
    let query = CallsQuery {
        as_of: session.as_of.get_untracked(),
        policy: None,
        horizon_days: None,
        cap: Some(choices.cap),
        sort: Some(choices.sort.clone()),
        owner: choices.owner.clone(),
    };
    fetch(session, "calls", format!("{choices:?}"), Request::Calls(query), session.calls, |reply| match reply {
        Reply::Calls(list) => Some(*list),
        _ => None,
    });
    refresh_records(session);
}

/// Another order, cap or owner.
pub fn choose_calls(session: Session, change: impl FnOnce(&mut CallChoices)) {
    session.call_choices.update(change);
    refresh_calls(session);
}

/// Records what came of a call with its effects.
pub fn record_call(session: Session, result: CallResult) {
    send(session, |query| Request::Called(Box::new(result), query));
}

/// The sheets or the calendar of the calls as they are listed.
pub fn export_calls(session: Session, kind: &str) {
    let choices = session.call_choices.get_untracked();
    export_as(session, kind, None, |query| ExportQuery {
        cap: Some(choices.cap),
        sort: Some(choices.sort),
        owner: choices.owner,
        ..query
    });
}

/// What the contacts came to.
pub fn refresh_journal(session: Session) {
    let day = session.as_of.get_untracked();
    fetch(session, "journal", String::new(), Request::Journal(day), session.journal, |reply| match reply {
        Reply::Journal(figures) => Some(figures),
        _ => None,
    });
}

/// Reads a journal back; nothing is added yet.
pub fn read_journal(session: Session, files: Vec<File>) {
    let Some(file) = files.into_iter().next() else { return };
    spawn_local(async move {
        match JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) {
            Some(text) => merge_journal(session, JournalQuery { text, apply: false }),
            None => say(session, Said::NotSaved),
        }
    });
}

/// Adds what is new of the journal read.
pub fn add_journal(session: Session) {
    if let Some((text, _)) = session.journal_read.get_untracked() {
        merge_journal(session, JournalQuery { text, apply: true });
    }
}

fn merge_journal(session: Session, query: JournalQuery) {
    let (text, applied) = (query.text.clone(), query.apply);
    let heard = move |answer| match answer {
        Answer::Progress(_) => {}
        Answer::Reply(reply, _) => match *reply {
            Reply::JournalMerge(_) if applied => {
                succeeded(session, About::Records);
                session.journal_read.set(None);
                learn_edits(session);
                recompute(session);
            }
            Reply::JournalMerge(told) => session.journal_read.set(Some((text.clone(), told))),
            Reply::Failed(failure) => refused(session, About::Records, failure),
            _ => {}
        },
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::MergeJournal(query), language, heard));
}

/// A file about one customer.
pub fn export_about(session: Session, kind: &str, customer: String) {
    export_as(session, kind, None, |query| ExportQuery { customer: Some(customer), ..query });
}

/// Reads answers of customers that were chosen on the disk.
pub fn open_answers(session: Session, files: Vec<File>) {
    spawn_local(async move {
        let mut texts = Vec::new();
        for file in files {
            match JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) {
                Some(text) => texts.push(text),
                None => say(session, Said::NotSaved),
            }
        }
        read_answers(session, texts);
    });
}

/// Reads answers of customers; nothing is recorded.
pub fn read_answers(session: Session, texts: Vec<String>) {
    let query = AnswersQuery { as_of: session.as_of.get_untracked(), texts };
    let heard = move |answer| match answer {
        Answer::Progress(_) => {}
        Answer::Reply(reply, _) => match *reply {
            Reply::Answers(views) => {
                succeeded(session, About::Records);
                session.answers.set(views);
            }
            Reply::Failed(failure) => refused(session, About::Records, failure),
            _ => {}
        },
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::Answers(query), language, heard));
}

/// Records one proposal of an answer, which is then no longer proposed.
pub fn approve_answer(session: Session, at: usize, number: usize) {
    let edit = session.answers.with_untracked(|views| views.get(at)?.proposals.get(number)?.edit.clone());
    let Some(edit) = edit else { return };
    session.answers.update(|views| {
        if let Some(view) = views.get_mut(at).filter(|view| number < view.proposals.len()) {
            view.proposals.remove(number);
        }
    });
    super::followup::edit(session, edit);
}
