//! What the page says: of what went wrong with one thing, the last word alone stands, and a success takes it back.

use crate::session::{About, Notice, Said, Session};
use leptos::prelude::*;
use protocol::Failure;

/// Says something about the files or the engine until the user closes it; the same thing twice is said once.
pub fn say(session: Session, said: Said) {
    let about = match said {
        Said::NotSaved | Said::ExportCancelled => About::Exports,
        Said::InvoicesGiven(_) => About::Invoices,
        Said::Reopened | Said::LostForGood => About::Engine,
        Said::Refused(_)
        | Said::ReaderStopped(_)
        | Said::ReaderSilent(_)
        | Said::NoEngine
        | Said::ModelsGiven(_)
        | Said::OpeningCancelled
        | Said::Replaced(_)
        | Said::NoFiles
        | Said::NoTable
        | Said::SheetWithoutReceivables(_) => About::Files,
    };
    push(session, about, said);
}

/// Says why the engine refuses something.
pub fn refused(session: Session, about: About, failure: Failure) {
    push(session, about, Said::Refused(failure));
}

/// Takes back what went wrong with something before: it went well.
pub fn succeeded(session: Session, about: About) {
    let gone = |notice: &Notice| notice.about == about && notice.said.is_error();
    if session.notices.with_untracked(|notices| notices.iter().any(gone)) {
        session.notices.update(|notices| notices.retain(|notice| !gone(notice)));
    }
}

/// Takes back all that went wrong before: files were read since.
pub fn forget_errors(session: Session) {
    session.notices.update(|notices| notices.retain(|notice| !notice.said.is_error()));
}

fn push(session: Session, about: About, said: Said) {
    session.notices.update(|notices| {
        let replaced = |known: &Notice| known.about == about && known.said.is_error() && said.is_error();
        let last = notices.iter().map(|notice| notice.id).max();
        notices.retain(|known| known.said != said && !replaced(known));
        notices.push(Notice { id: last.map_or(0, |last| last.wrapping_add(1)), about, said });
    });
}
