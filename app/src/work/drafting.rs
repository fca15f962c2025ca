//! The texts a person chooses and rewords. What is kept is what they made of a draft; the draft itself is written again.

use super::opening::reopen;
use super::saying::refused;
use super::views::{drafts_query, export_as, refresh_drafts};
use crate::engine::Answer;
use crate::session::{About, Session};
use leptos::prelude::*;
use protocol::{DraftEdit, DraftsQuery, ExportQuery, Reply, Request};
use std::sync::Arc;

/// An edit of a draft that changes nothing yet.
pub fn untouched(action: &str) -> DraftEdit {
    DraftEdit { action: action.to_owned(), template: None, tone: None, subject: None, body: None }
}

/// Keeps what a person made of a draft.
pub fn edit_draft(session: Session, edit: DraftEdit) {
    session.draft_edits.update(|edits| {
        edits.insert(edit.action.clone(), edit);
    });
    again(session);
}

/// The draft as the plan writes it.
pub fn unedit_draft(session: Session, action: &str) {
    session.draft_edits.update(|edits| {
        edits.remove(action);
    });
    again(session);
}

fn again(session: Session) {
    session.draft_changed.set_value(true);
    session.drafts_written.set_value(None);
    refresh_drafts(session);
}

/// Hands over one e-mail as a file, with what is attached to it.
pub fn export_draft(session: Session, action: String) {
    export_as(session, "draft.eml", None, |query| ExportQuery { action: Some(action), ..query });
}

/// Hands over the agreement of an instalment plan, to print and sign.
pub fn export_agreement(session: Session, plan: u32) {
    export_as(session, "agreement.html", None, |query| ExportQuery { plan: Some(plan), ..query });
}

/// Asks for every text there is for an action.
pub fn ask_variants(session: Session, action: &str) {
    session.draft_variants.set(None);
    let query = DraftsQuery {
        actions: Some(vec![action.to_owned()]),
        variants: true,
        edits: Vec::new(),
        ..drafts_query(session)
    };
    let action = action.to_owned();
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => match *reply {
            Reply::Drafts(drafts) => session.draft_variants.set(Some((action.clone(), Arc::new(drafts)))),
            Reply::Failed(failure) => refused(session, About::Figures, failure),
            _ => {}
        },
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::Drafts(query), language, heard));
}
