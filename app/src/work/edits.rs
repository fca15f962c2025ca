//! Edits of the dossier: recorded by the engine, which keeps them in order and takes them back; then every figure that
//! may follow from them is computed again.

use super::opening::reopen;
use super::say;
use super::views::recompute;
use crate::browser::focus;
use crate::engine::Answer;
use crate::session::{Said, Session};
use leptos::prelude::*;
use protocol::{Operation, RegisterQuery, Reply, Request};

/// Makes an edit.
pub fn edit(session: Session, operation: Operation) {
    let query = RegisterQuery { as_of: session.as_of.get_untracked(), customer: None };
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => {
            if let Reply::Failed(failure) = *reply {
                say(session, Said::Refused(failure));
            }
            focus::again();
            recompute(session);
        }
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    let request = Request::Edit(Box::new(operation), query);
    session.engine.with_value(|engine| engine.ask(request, language, heard));
}
