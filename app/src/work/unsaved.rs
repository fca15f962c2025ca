//! Whether closing the tab would cost a person some work: corrections of the reading and records that no dossier file
//! holds yet.

use crate::logic::reading_log::Log;
use crate::session::{Kept, Session};
use leptos::prelude::*;

/// Whether something is to be saved. The fictitious ledger is nobody's work.
pub fn unsaved(session: Session) -> bool {
    let own = session.dossier.with_untracked(|open| open.as_ref().is_some_and(|open| !open.fictitious));
    let read_anew = session.reading.with_untracked(|log| log.before().is_some());
    let recorded = session.edits.with_value(|edits| !edits.done.is_empty());
    own && (read_anew || recorded) && session.saved.get_value() != Some(now(session))
}

/// What is done up to now stands in a dossier file.
pub fn saved(session: Session) {
    session.saved.set_value(Some(now(session)));
}

/// What a dossier file holds of a person's work.
fn now(session: Session) -> Kept {
    (session.edits.get_value().done, session.reading.with_untracked(Log::now))
}
