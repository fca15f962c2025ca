//! Changing how the open files are read: each change reads them again and can be taken back.

use super::opening::{Origin, open};
use super::saying::{refused, say, succeeded};
use super::{columns, reopen};
use crate::browser::{download, focus, models};
use crate::engine::Answer;
use crate::logic::reading_log::{self, Change, Choices, Effect, Log, Step};
use crate::session::{About, Dossier, Said, Session};
use js_sys::Uint8Array;
use leptos::prelude::*;
use protocol::{
    Candidate, Correction, ImportReport, ImportedFile, Mapping, Preview, PreviewQuery, Proposal, ProposalQuery,
    ReadingModel, Reply, Request,
};
use std::sync::Arc;
use values::{Amount, Currency};

/// What reading the files again is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Rereading {
    /// A new change.
    Change(Change),
    /// The last change is taken back.
    Undo,
    /// The change taken back last is made again.
    Redo,
}

/// Reads a table under another mapping.
pub fn change_mapping(session: Session, file: &ImportedFile, mapping: Mapping, change: Change) {
    if columns::naming(session) {
        columns::named(session, mapping);
        return;
    }
    let Some(dossier) = session.dossier.get_untracked() else { return };
    let now = session.reading.with_untracked(Log::now);
    let choices = now.with_mapping(&dossier.report.files, &file.name, file.mapping.sheet.as_deref(), mapping);
    read_again(session, choices, Rereading::Change(change));
}

/// Reads the files as questions about them were answered, the position of each answer given.
pub fn answer(session: Session, answers: &[usize]) {
    let Some(dossier) = session.dossier.get_untracked() else { return };
    let now = session.reading.with_untracked(Log::now);
    let choices = reading_log::answered(&now, &dossier.report, answers);
    read_again(session, choices, Rereading::Change(Change::Answered(answers.len())));
}

/// Reads cells as a person corrected them.
pub fn correct(session: Session, corrections: Vec<Correction>) {
    if corrections.is_empty() {
        return;
    }
    let change = Change::Corrected(corrections.len());
    let choices = session.reading.with_untracked(|log| log.now().with_corrections(corrections));
    read_again(session, choices, Rereading::Change(change));
}

/// Gives documents without a due date the terms in words, or none.
pub fn choose_terms(session: Session, default_terms: Option<String>) {
    let now = session.reading.with_untracked(|log| log.now().as_ref().clone());
    let change = Change::Terms(default_terms.clone());
    read_again(session, Choices { default_terms, ..now }, Rereading::Change(change));
}

/// Takes amounts that name no currency for amounts in this one.
pub fn choose_currency(session: Session, currency: Currency) {
    let now = session.reading.with_untracked(|log| log.now().as_ref().clone());
    let choices = Choices { default_currency: Some(currency), ..now };
    read_again(session, choices, Rereading::Change(Change::Currency(currency)));
}

/// Takes the last change back.
pub fn undo(session: Session) {
    if let Some(choices) = session.reading.with_untracked(Log::before) {
        read_again(session, choices.as_ref().clone(), Rereading::Undo);
    }
}

/// Makes the change taken back last again.
pub fn redo(session: Session) {
    if let Some(choices) = session.reading.with_untracked(Log::after) {
        read_again(session, choices.as_ref().clone(), Rereading::Redo);
    }
}

fn read_again(session: Session, choices: Choices, why: Rereading) {
    let files = session.files.get_value();
    if files.is_empty() || session.work.with_untracked(Option::is_some) {
        return;
    }
    open(session, files, Origin::Changed(why), choices);
}

/// Writes down what a change did, once the files were read again.
pub fn reread(session: Session, why: Rereading, choices: Choices, effect: Option<Effect>) {
    session.reading.update(|log| match why {
        Rereading::Change(change) => log.push(Step { change, choices: Arc::new(choices), effect }),
        Rereading::Undo => log.undone(),
        Rereading::Redo => log.redone(),
    });
    focus::on("reading-changes");
}

/// Compares the import with the balance of the books; nothing is read again.
pub fn compare_with_books(session: Session, currency: Currency, amount: Option<Amount>) {
    let choices = session.reading.with_untracked(|log| log.now().with_books(currency, amount));
    let request = Request::LedgerBalances(choices.ledger_balances.clone());
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => match *reply {
            Reply::ImportReport(report) => {
                succeeded(session, About::Files);
                let choices = Arc::new(choices.clone());
                session.reading.update(|log| log.push(Step { change: Change::Books, choices, effect: None }));
                show_report(session, report);
            }
            Reply::Failed(failure) => refused(session, About::Files, failure),
            _ => {}
        },
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(request, language, heard));
}

/// Puts another report of the same files in place. One that brings their digests and nothing else redraws nothing:
/// somebody may be typing a correction.
pub fn show_report(session: Session, report: ImportReport) {
    let Some(known) = session.dossier.get_untracked() else { return };
    let same = reading_log::same_but_digests(&known.report, &report);
    session.digests.set(report.files.iter().map(|file| file.sha256.clone()).collect());
    let next = Some(Arc::new(Dossier { report, fictitious: known.fictitious }));
    if same {
        session.dossier.update_untracked(|dossier| *dossier = next);
    } else {
        session.dossier.set(next);
    }
}

/// Asks for rows of a table; `shown` hears of them.
pub fn preview(session: Session, file: &ImportedFile, first_row: u32, rows: u32, shown: impl Fn(Preview) + 'static) {
    let query = PreviewQuery { file: file.name.clone(), sheet: file.mapping.sheet.clone(), first_row, rows };
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => match *reply {
            Reply::Preview(preview) => shown(preview),
            Reply::Failed(failure) => refused(session, About::Files, failure),
            _ => {}
        },
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::Preview(query), language, heard));
}

/// Asks how a table may be read; `heard` gets the ways, the best first.
fn propose(session: Session, query: ProposalQuery, heard: impl Fn(Vec<Candidate>) + 'static) {
    let answered = move |answer| match answer {
        Answer::Reply(reply, _) => match *reply {
            Reply::Proposal(Proposal { candidates }) => heard(candidates),
            Reply::Failed(failure) => refused(session, About::Files, failure),
            _ => {}
        },
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::Propose(query), language, answered));
}

/// Reads a sheet of a workbook beside those that are read, as it is understood.
pub fn read_sheet_too(session: Session, file: &str, sheet: &str) {
    let query = ProposalQuery { file: file.to_owned(), sheet: Some(sheet.to_owned()), header_row: None };
    let (file, sheet) = (file.to_owned(), sheet.to_owned());
    propose(session, query, move |candidates| {
        let Some(best) = candidates.into_iter().next() else {
            return say(session, Said::SheetWithoutReceivables(sheet.clone()));
        };
        let Some(dossier) = session.dossier.get_untracked() else { return };
        let now = session.reading.with_untracked(Log::now);
        let mapping = Mapping { sheet: Some(sheet.clone()), ..best.mapping };
        let choices = now.with_sheet(&dossier.report.files, &file, mapping);
        read_again(session, choices, Rereading::Change(Change::Sheet { name: sheet.clone(), read: true }));
    });
}

/// Leaves a sheet of a workbook, and reads the others.
pub fn leave_sheet(session: Session, file: &str, sheet: &str) {
    let Some(dossier) = session.dossier.get_untracked() else { return };
    let now = session.reading.with_untracked(Log::now);
    let choices = now.without_sheet(&dossier.report.files, file, sheet);
    let change = Change::Sheet { name: sheet.to_owned(), read: false };
    read_again(session, choices, Rereading::Change(change));
}

/// Reads a file that was left because of the others, or leaves one that is read.
pub fn read_file_or_leave(session: Session, file: &str, read: bool) {
    let choices = session.reading.with_untracked(Log::now).with_file(file, read);
    read_again(session, choices, Rereading::Change(Change::File { name: file.to_owned(), read }));
}

/// Reads another sheet, or under other headings: as they are understood, else with the meanings kept.
pub fn change_table(session: Session, file: &ImportedFile, sheet: Option<String>, header_row: Option<u32>) {
    if columns::naming(session) {
        let name = Some(file.name.clone());
        return columns::look(session, name, sheet.or_else(|| file.mapping.sheet.clone()), header_row);
    }
    let query = ProposalQuery { file: file.name.clone(), sheet: sheet.clone(), header_row };
    let (file, known) = (file.clone(), file.mapping.clone());
    let told = sheet.clone().unwrap_or_else(|| header_row.unwrap_or_default().to_string());
    propose(session, query, move |candidates| {
        let kept = Mapping {
            sheet: sheet.clone().or_else(|| known.sheet.clone()),
            header_row: header_row.unwrap_or(known.header_row),
            ..known.clone()
        };
        let mapping = candidates.into_iter().next().map_or(kept, |candidate| candidate.mapping);
        change_mapping(session, &file, mapping, Change::Reading(told.clone()));
    });
}

/// Hands the model of a file over as a file of its own.
pub fn save_model(session: Session, model: &ReadingModel) {
    let name = format!("modele-{}.json", model.fingerprint);
    let saved = models::text(model)
        .is_some_and(|text| download::save(&name, "application/json", &Uint8Array::from(text.as_bytes())));
    if !saved {
        say(session, Said::NotSaved);
    }
}

/// Keeps the model of a file on this computer, because the user asked.
pub fn keep_model(session: Session, model: ReadingModel) {
    models::keep(model);
    session.kept_models.set(models::kept());
}

/// Forgets a model kept on this computer.
pub fn forget_model(session: Session, fingerprint: &str) {
    models::forget(fingerprint);
    session.kept_models.set(models::kept());
}
