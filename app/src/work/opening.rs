//! Opening files. The open dossier, its figures and its screen are left alone until the new files were read.

use super::invoices;
use super::matching::restore_approved;
use super::previous::{self, Previous};
use super::reading::{self, Rereading};
use super::saying::{forget_errors, refused, say};
use super::{enter, followup, recompute};
use crate::browser::{clock, files, focus, location, models};
use crate::engine::{Loss, Opening};
use crate::logic::as_of::{self, Reason};
use crate::logic::doubts::to_confirm;
use crate::logic::policy_log::PolicyLog;
use crate::logic::reading_log::{self, Choices, Log};
use crate::logic::register::Register;
use crate::screen::Screen;
use crate::session::{About, Dossier, Fetched, LateChoices, Said, Session, Work};
use leptos::prelude::*;
use protocol::{Basis, EditLog, ImportReport, OpenOptions, ReadingModel, Request, RestoreQuery, Sender};
use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::sync::Arc;
use values::Arrange;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

/// The engine of one dossier is started again this often.
const MAX_LOSSES: u32 = 2;

/// Opens files the user gave, in place of what is open.
pub fn open_files(session: Session, files: Vec<File>) {
    if files.is_empty() {
        say(session, Said::NoFiles);
        return;
    }
    if files.iter().any(files::is_dossier) {
        // A dossier alone is put on the files that are open; with others, on those.
        let alone = files.len() == 1 && session.dossier.with_untracked(Option::is_some);
        let beside = if alone { ledger_files(session) } else { Vec::new() };
        open_dossier(session, files.into_iter().chain(beside).collect(), Origin::Dossier);
        return;
    }
    if let Some(texts) = files::small_json(&files) {
        spawn_local(async move {
            let given: Option<Vec<ReadingModel>> =
                texts.read().await.map(|texts| texts.iter().filter_map(|text| models::parsed(text)).collect());
            match given.filter(|given| given.len() == files.len()) {
                Some(given) => take_models(session, given),
                None => open_ledgers(session, files),
            }
        });
        return;
    }
    open_ledgers(session, files);
}

/// Models given alone wait for the files they read.
fn take_models(session: Session, given: Vec<ReadingModel>) {
    say(session, Said::ModelsGiven(given.len()));
    session.given_models.update_value(|models| {
        models.retain(|known| given.iter().all(|new| new.fingerprint != known.fingerprint));
        models.extend(given);
    });
}

/// Opens a dossier file with the files of its ledger.
pub fn open_dossier(session: Session, mut files: Vec<File>, origin: Origin) {
    files.arrange_by_key(|file| !files::is_dossier(file));
    open(session, files, origin, Choices { models: models_for(session), ..Choices::default() });
}

/// The open files that are ledgers.
fn ledger_files(session: Session) -> Vec<File> {
    session.files.get_value().into_iter().filter(|file| !files::is_dossier(file)).collect()
}

fn open_ledgers(session: Session, files: Vec<File>) {
    // What was recorded goes on under the files of the next month; it must not end with a drop.
    if session.edits.with_value(|edits| !edits.done.is_empty()) {
        followup::next_month(session, files);
        return;
    }
    open(session, files, Origin::User, Choices { models: models_for(session), ..Choices::default() });
}

/// The models a file may be read with: those given last come first.
pub fn models_for(session: Session) -> Vec<ReadingModel> {
    session.given_models.get_value().into_iter().chain(session.kept_models.get_untracked()).collect()
}

/// Opens the fictitious ledger.
pub fn open_demo(session: Session) {
    let Some(file) = files::demo() else { return };
    open(session, vec![file], Origin::Demo, Choices::default());
}

/// Stops what takes time, at once.
pub fn cancel(session: Session) {
    match session.work.get_untracked() {
        Some(Work::Opening { .. }) => {
            session.engine.with_value(|engine| {
                engine.cancel_opening();
                engine.warm();
            });
            say(session, Said::OpeningCancelled);
        }
        Some(Work::Exporting { run, .. }) => {
            session.engine.with_value(|engine| engine.cancel(run));
            say(session, Said::ExportCancelled);
        }
        None => {}
    }
    session.work.set(None);
}

/// Opens the same files again after the engine was lost, then computes what was shown. Several requests may have
/// waited on that engine: the first to hear of it does the work.
pub fn reopen(session: Session) {
    if matches!(session.work.get_untracked(), Some(Work::Opening { .. })) {
        return;
    }
    session.work.set(None);
    session.awaited.set(0);
    let losses = session.losses.get_value() + 1;
    session.losses.set_value(losses);
    if losses > MAX_LOSSES {
        say(session, Said::LostForGood);
        return;
    }
    let files = session.files.get_value();
    if files.is_empty() {
        return;
    }
    let choices = session.reading.with_untracked(|log| log.now().as_ref().clone());
    open(session, files, Origin::Again, choices);
}

/// Why files are opened.
#[derive(Clone, PartialEq)]
pub enum Origin {
    /// The user gave them.
    User,
    /// They are the fictitious ledger.
    Demo,
    /// The engine that held them was lost.
    Again,
    /// One of them is a dossier file.
    Dossier,
    /// They are those of a later day, under what was recorded up to now.
    NextMonth,
    /// Other files had taken their place, and a person goes back.
    Back,
    /// Their reading was changed.
    Changed(Rereading),
}

/// Opens files under what was chosen about their reading.
pub fn open(session: Session, files: Vec<File>, origin: Origin, choices: Choices) {
    let names: Vec<String> = files.iter().map(File::name).collect();
    session.work.set(Some(Work::Opening { names: names.clone(), progress: None }));
    let language = session.language.get_untracked();
    let options = OpenOptions { language: Some(language), ..choices.options() };
    let kept = files.clone();
    let heard = move |word| match word {
        Opening::Progress(progress) => session.work.update(|work| {
            if let Some(Work::Opening { progress: shown, .. }) = work {
                *shown = Some(progress);
            }
        }),
        Opening::Opened(report) => {
            session.work.set(None);
            let replaces = !matches!(origin, Origin::Again | Origin::Changed(_));
            let back = previous::taken(session, origin == Origin::Back);
            if replaces {
                previous::remember(session);
            }
            session.files.set_value(kept.clone());
            opened(session, *report, origin.clone(), choices.clone(), back);
        }
        Opening::Refused(failure) => {
            session.work.set(None);
            // The columns of an open file are named on its own screen.
            let apart = !matches!(origin, Origin::Changed(_));
            session.look_files.set_value(if apart { kept.clone() } else { Vec::new() });
            // What was shown is what still holds: the fields of a change refused go back to it.
            session.dossier.notify();
            refused(session, About::Files, failure);
        }
        Opening::Lost(loss) => {
            session.work.set(None);
            let names = names.join(", ");
            say(
                session,
                match loss {
                    Loss::Stopped => Said::ReaderStopped(names),
                    Loss::Silent => Said::ReaderSilent(names),
                    Loss::NeverStarted => Said::NoEngine,
                },
            );
        }
    };
    let how = if files.first().is_some_and(files::is_dossier) {
        let reading = Some(Box::new(options));
        Request::Restore(RestoreQuery { reading, language: Some(language), passphrase: None })
    } else {
        Request::Open(options)
    };
    session.engine.with_value(|engine| engine.open(files, how, language, heard));
}

fn opened(session: Session, report: ImportReport, origin: Origin, choices: Choices, back: Option<Previous>) {
    if origin != Origin::Again {
        forget_errors(session);
    }
    if let Origin::Changed(why) = origin {
        let effect = session
            .dossier
            .with_untracked(|known| known.as_ref().map(|known| reading_log::effect(&known.report, &report)));
        forget_figures(session);
        // A balance aged before holds for its day alone: another answer about that day moves everything to it.
        if let Some(day) = report.aged_as_of {
            session.as_of.set(day);
            session.reason.set(Reason::LastDay);
        }
        take_own_limits(session, &report);
        reading::show_report(session, report);
        reading::reread(session, why, choices, effect);
        take_up_again(session);
        return;
    }
    if origin == Origin::Again {
        say(session, Said::Reopened);
        take_up_again(session);
        return;
    }
    session.losses.set_value(0);
    let screen = session.screen.get_untracked();
    let (as_of, reason) = match &screen {
        // A link that waited for its file keeps its day.
        Screen::Balance(asked) if session.dossier.with_untracked(Option::is_none) && asked.as_of.is_some() => {
            (asked.as_of.unwrap_or_else(clock::today), Reason::Link)
        }
        _ => match (&origin, as_of::demo_day()) {
            (Origin::Demo, Some(day)) => (day, Reason::Demo),
            _ => match (report.aged_as_of, report.compared_as_of) {
                // Nothing else can be computed of amounts that were aged before.
                (Some(day), _) => (day, Reason::LastDay),
                (None, Some(day)) => (day, Reason::Compared),
                (None, None) => as_of::proposed(clock::today(), report.last_day, report.stated_as_of),
            },
        },
    };
    let restored = matches!(origin, Origin::Dossier | Origin::NextMonth);
    let first = if restored { Screen::Followup } else { first_screen(session, &screen, &report) };
    session.restored.set(restored);
    session.edits.set_value(EditLog::default());
    session.saved.set_value(None);
    if restored {
        // Who wrote for another client must not sign for this one.
        session.sender.set(Sender::default());
        // A dossier made for the files of the next month was never taken out.
        if origin == Origin::Dossier { followup::learn_saved_edits(session) } else { followup::learn_edits(session) }
    }
    session.as_of.set(as_of);
    session.reason.set(reason);
    take_own_limits(session, &report);
    session.currency.set(None);
    session.by.set(None);
    session.approvals.set_value(Vec::new());
    session.late_choices.set(LateChoices::default());
    session.severity.set(None);
    session.finding_search.set(String::new());
    session.pinned.set(Vec::new());
    session.reading.set(Log::starting(choices));
    forget_figures(session);
    invoices::forget_invoices(session);
    session.register.set(Register::default());
    session.policy.set(PolicyLog::default());
    session.acknowledged.set(None);
    session.search.set(String::new());
    session.plan_search.set(String::new());
    session.exported.set(Vec::new());
    session.notices.set(Vec::new());
    session.opened.update(|opened| *opened = opened.wrapping_add(1));
    session.digests.set(Vec::new());
    let fictitious = back.as_ref().map_or(origin == Origin::Demo, Previous::fictitious);
    session.dossier.set(Some(Arc::new(Dossier { report, fictitious })));
    let returned = back.is_some();
    if let Some(back) = back {
        back.put_back(session);
    }
    if let Some(names) = session.previous.with_value(|kept| kept.as_ref().map(Previous::names)) {
        say(session, Said::Replaced(names));
    }
    let first = match first {
        Screen::Balance(_) => session.balance_screen(),
        other => other,
    };
    location::rewrite(&first.hash());
    if returned {
        take_up_again(session);
    } else {
        recompute(session);
    }
    enter(session, first);
    focus::on("title");
}

/// Tells an engine that opened the same files what a person had done to them, then computes the figures.
fn take_up_again(session: Session) {
    followup::resume(session);
    restore_approved(session);
    invoices::send_invoices(session);
}

/// Amounts that were aged before have buckets of their own, by due date, and no others can be computed.
fn take_own_limits(session: Session, report: &ImportReport) {
    if !report.aged_limits.is_empty() {
        session.limits.set(report.aged_limits.clone());
        session.basis.set(Basis::DueDate);
    }
}

/// What was computed from the files as they were read before.
fn forget_figures(session: Session) {
    session.balance.set(None);
    session.metrics.set(None);
    session.series.set(None);
    session.series_asked.set_value(None);
    session.segments.set(None);
    session.segments_asked.set_value(None);
    session.behaviour.set(None);
    session.findings.set(Fetched::Waiting);
    session.late.set(Fetched::Waiting);
    session.compared.set(Fetched::Waiting);
    session.receipts.set(Fetched::Waiting);
    session.activity.set(Fetched::Waiting);
    session.records.set(Fetched::Waiting);
    session.calls.set(Fetched::Waiting);
    session.journal.set(Fetched::Waiting);
    session.journal_read.set(None);
    session.answers.set(Vec::new());
    session.call_choices.update(|choices| choices.owner = None);
    session.comparison.set(Fetched::Waiting);
    session.fetched.set_value(BTreeMap::new());
    session.matches.set(None);
    session.matches_asked.set_value(None);
    session.quality.set(None);
    session.quality_asked.set_value(None);
    session.freshness.set(None);
    session.plan.set(None);
    session.policy_changes.set_value((false, VecDeque::new()));
    session.policy_form.set(None);
    session.policy_refused.set(None);
    session.policy_effect.set(Fetched::Waiting);
    session.compared_outcomes.set(Fetched::Waiting);
    session.compared_past.set(Fetched::Waiting);
    session.items.set(None);
    session.drafts.set(None);
    session.drafts_written.set_value(None);
    session.plan_asked.set_value(None);
    session.draft_shown.set(None);
    session.draft_edits.set(BTreeMap::new());
    session.draft_variants.set(None);
    session.source_row.set(None);
}

/// The balance; the reading where something in it is to be confirmed or answered; the screen a link waited on.
fn first_screen(session: Session, screen: &Screen, report: &ImportReport) -> Screen {
    if screen.needs_dossier() && session.dossier.with_untracked(Option::is_none) {
        return screen.clone();
    }
    let columns = report.files.iter().flat_map(|file| &file.mapping.columns);
    let doubtful = columns.into_iter().any(to_confirm);
    if doubtful || !report.questions.is_empty() || report.entries == 0 {
        Screen::Import
    } else {
        session.balance_screen()
    }
}
