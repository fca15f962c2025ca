//! The files of invoices that go with e-mails: given, told apart by the engine, chosen where it asks.

use super::opening::reopen;
use super::saying::{refused, succeeded};
use super::views::{drafts_query, refresh_drafts};
use crate::engine::Answer;
use crate::session::{About, Session};
use leptos::prelude::*;
use protocol::{InvoiceChoice, InvoicesQuery, Reply, Request};
use std::sync::Arc;
use web_sys::File;

/// Whether all files are invoices to attach, by their names, and there is something to attach them to.
pub fn are_invoices(session: Session, files: &[File]) -> bool {
    let is_pdf = |file: &File| file.name().to_lowercase().ends_with(".pdf");
    session.dossier.with_untracked(Option::is_some) && !files.is_empty() && files.iter().all(is_pdf)
}

/// Adds files of invoices to those given; one of the same name takes the place of the one before.
pub fn add_invoices(session: Session, files: Vec<File>) {
    session.invoices_given.update_value(|given| {
        given.retain(|known| files.iter().all(|file| file.name() != known.name()));
        given.extend(files);
    });
    again(session);
}

/// Takes all files of invoices away.
pub fn remove_invoices(session: Session) {
    session.invoices_given.set_value(Vec::new());
    session.invoice_choices.set_value(Vec::new());
    again(session);
}

/// Says which invoice a file is; nothing leaves it out.
pub fn choose_invoice(session: Session, file: String, invoice: Option<(String, String)>) {
    let (customer, document) = invoice.unwrap_or_default();
    session.invoice_choices.update_value(|choices| {
        choices.retain(|choice| choice.file != file);
        choices.push(InvoiceChoice { file, document, customer });
    });
    again(session);
}

/// Forgets what a person said of a file.
pub fn unchoose_invoice(session: Session, file: &str) {
    session.invoice_choices.update_value(|choices| choices.retain(|choice| choice.file != file));
    again(session);
}

/// Forgets the files of another dossier.
pub(super) fn forget_invoices(session: Session) {
    session.invoices_given.set_value(Vec::new());
    session.invoice_choices.set_value(Vec::new());
    session.invoices.set(None);
}

fn again(session: Session) {
    send_invoices(session);
    session.drafts_written.set_value(None);
    refresh_drafts(session);
}

/// Gives the files to the engine, if there are any or were: one that was started again has none.
pub(super) fn send_invoices(session: Session) {
    let files = session.invoices_given.get_value();
    if files.is_empty() && session.invoices.with_untracked(Option::is_none) {
        return;
    }
    let none = files.is_empty();
    let query = InvoicesQuery { drafts: drafts_query(session), choices: session.invoice_choices.get_value() };
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => match *reply {
            Reply::Invoices(told) => {
                succeeded(session, About::Invoices);
                session.invoices.set((!none).then(|| Arc::new(told)));
            }
            Reply::Failed(failure) => refused(session, About::Invoices, failure),
            _ => {}
        },
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask_with(Request::Invoices(query), &files, language, heard));
}
