//! A refused file whose columns a person names: looked into, bound, and then opened like any other.

use super::enter;
use super::opening::{self, Origin};
use super::saying::{refused, say};
use crate::browser::{focus, location};
use crate::engine::Answer;
use crate::logic::reading_log::Choices;
use crate::screen::Screen;
use crate::session::{About, Looked, Said, Session};
use leptos::prelude::*;
use protocol::{Failure, LookQuery, Mapping, Reply};
use std::sync::Arc;

/// Refusals that other columns can mend.
const MENDED: [&str; 4] = ["nothing-recognised", "no-usable-row", "mapping", "aged-day-unknown"];

/// Whether a person may name the columns of the file a refusal is about.
pub fn bindable(session: Session, failure: &Failure) -> bool {
    let given = |name: &String| session.look_files.with_value(|files| files.iter().any(|file| file.name() == *name));
    MENDED.contains(&failure.code.as_str()) && failure.file.as_ref().is_some_and(given)
}

/// Looks into the refused file: another sheet or other headings where asked, else as it comes.
pub fn look(session: Session, name: Option<String>, sheet: Option<String>, header_row: Option<u32>) {
    let known = session.look.with_untracked(|looked| looked.as_ref().map(|looked| looked.name.clone()));
    let Some(name) = name.or(known) else { return };
    let file = session.look_files.with_value(|files| files.iter().find(|file| file.name() == name).cloned());
    let Some(file) = file else { return };
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => match *reply {
            Reply::Look(look) => {
                session.look.set(Some(Arc::new(Looked { name: name.clone(), look })));
                if session.screen.with_untracked(|screen| *screen != Screen::Columns) {
                    location::rewrite(&Screen::Columns.hash());
                    enter(session, Screen::Columns);
                    focus::on("title");
                }
            }
            Reply::Failed(failure) => refused(session, About::Files, failure),
            _ => {}
        },
        Answer::Progress(_) => {}
        Answer::Lost => say(session, Said::ReaderStopped(name.clone())),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.look(file, LookQuery { sheet, header_row }, language, heard));
}

/// Whether columns are being named: a change of mapping then reads nothing yet.
pub fn naming(session: Session) -> bool {
    session.screen.with_untracked(|screen| *screen == Screen::Columns)
}

/// Takes another meaning of the columns.
pub fn named(session: Session, mapping: Mapping) {
    // The lists are drawn again: the keyboard stays on the one it was on.
    focus::again();
    session.look.update(|looked| {
        if let Some(known) = looked {
            let mut next = known.as_ref().clone();
            next.look.mapping = mapping;
            *looked = Some(Arc::new(next));
        }
    });
}

/// Opens the files with the columns as they were named.
pub fn open_named(session: Session) {
    let Some(looked) = session.look.get_untracked() else { return };
    let files = session.look_files.get_value();
    let mapping = looked.look.mapping.clone();
    let sheet = mapping.sheet.clone();
    let models = opening::models_for(session);
    let choices = Choices { models, ..Choices::default() }.with_mapping(&[], &looked.name, sheet.as_deref(), mapping);
    opening::open(session, files, Origin::User, choices);
}
