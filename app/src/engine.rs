//! The engine as the page sees it: one worker that holds the open dossier, and, while files are being opened, a
//! second one, the candidate, which takes its place only once they were read. Whatever a file does to its reader, what
//! was open stays open. Nothing of a reply is kept here.

mod worker;

pub use worker::{Bytes, Loss};

use crate::browser::boot;
use gloo::timers::callback::Timeout;
use protocol::{Failure, ImportReport, LookQuery, Progress, Reply, Request, RequestEnvelope};
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use text::Language;
use web_sys::File;
use worker::{EngineWorker, Heard};

/// Silence allowed while files are read: this, and more per megabyte.
const PATIENCE_MS: u32 = 8_000;
const PATIENCE_PER_MEGABYTE_MS: u32 = 2_000;
/// Silence allowed to any other request.
const LONG_PATIENCE_MS: u32 = 120_000;

/// What is heard of files being opened.
pub enum Opening {
    /// Still at work.
    Progress(Progress),
    /// The candidate holds them, and is the engine from now on.
    Opened(Box<ImportReport>),
    /// They cannot be read.
    Refused(Failure),
    /// The candidate is gone.
    Lost(Loss),
}

/// Answers to a request to the open dossier.
pub enum Answer {
    /// Still at work.
    Progress(Progress),
    /// The reply, and the bytes beside it.
    Reply(Box<Reply>, Option<Bytes>),
    /// The engine is gone, and the dossier with it: it must be opened again.
    Lost,
}

/// The engine; clones are the same one.
#[derive(Clone, Default)]
pub struct Engine {
    inner: Rc<RefCell<Inner>>,
}

#[derive(Default)]
struct Inner {
    current: Option<Rc<EngineWorker>>,
    candidate: Option<EngineWorker>,
    spare: Option<EngineWorker>,
    last_run: u32,
    /// Number of the last opening: a cancelled one must not start once the engine is there.
    opening: u32,
}

impl Engine {
    /// Keeps a started engine ready for the next opening.
    pub fn warm(&self) {
        let engine = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if boot::engine_ready().await && engine.inner.borrow().spare.is_none() {
                let started = EngineWorker::start();
                engine.inner.borrow_mut().spare = started;
            }
        });
    }

    /// Opens files in a candidate, by `Request::Open` or `Request::Restore`. The last word heard is never `Progress`, unless the opening is cancelled.
    pub fn open(&self, files: Vec<File>, how: Request, language: Language, heard: impl Fn(Opening) + 'static) {
        self.cancel_opening();
        let engine = self.clone();
        let opening = self.inner.borrow().opening;
        wasm_bindgen_futures::spawn_local(async move {
            let there = boot::engine_ready().await;
            if engine.inner.borrow().opening != opening {
                return;
            }
            let spare = engine.inner.borrow_mut().spare.take();
            let started = if there { spare.or_else(EngineWorker::start) } else { None };
            let Some(candidate) = started else {
                heard(Opening::Lost(Loss::NeverStarted));
                return;
            };
            engine.open_in(candidate, files, how, language, opening, heard);
        });
    }

    /// Looks into a file in an engine of its own, which ends with its answer; what is open plays no part.
    pub fn look(&self, file: File, query: LookQuery, language: Language, heard: impl Fn(Answer) + 'static) {
        let engine = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let there = boot::engine_ready().await;
            let spare = engine.inner.borrow_mut().spare.take();
            let started = if there { spare.or_else(EngineWorker::start) } else { None };
            let Some(looker) = started.map(Rc::new) else {
                heard(Answer::Lost);
                return;
            };
            let envelope = RequestEnvelope { run: engine.next_run(), language, body: Request::Look(query) };
            let held = RefCell::new(Some(Rc::clone(&looker)));
            let ending = engine.clone();
            let on_heard = Rc::new(move |word| {
                let answer = match word {
                    Heard::Progress(_) => return,
                    Heard::Reply(reply, bytes) => Answer::Reply(reply, bytes),
                    Heard::Lost(_) => Answer::Lost,
                };
                end(held.borrow_mut().take());
                ending.warm();
                heard(answer);
            });
            let files = [file];
            looker.send(&envelope, &files, patience(&files), on_heard);
        });
    }

    /// Stops reading at once; what was open is still open.
    pub fn cancel_opening(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.opening = inner.opening.wrapping_add(1);
        let candidate = inner.candidate.take();
        drop(inner);
        end(candidate.map(Box::new));
    }

    /// Asks the open dossier. Returns the number of the run, to forget it by.
    pub fn ask(&self, body: Request, language: Language, heard: impl Fn(Answer) + 'static) -> u32 {
        self.ask_with(body, &[], language, heard)
    }

    /// The same, with files beside it.
    pub fn ask_with(&self, body: Request, files: &[File], language: Language, heard: impl Fn(Answer) + 'static) -> u32 {
        let run = self.next_run();
        // Held, not borrowed: a lost engine answers at once, and what hears of it opens the files again.
        let current = self.inner.borrow().current.clone();
        let Some(current) = current else { return run };
        let on_heard = Rc::new(move |word| match word {
            Heard::Progress(progress) => heard(Answer::Progress(progress)),
            Heard::Reply(reply, bytes) => heard(Answer::Reply(reply, bytes)),
            Heard::Lost(_) => heard(Answer::Lost),
        });
        current.send(&RequestEnvelope { run, language, body }, files, LONG_PATIENCE_MS, on_heard);
        run
    }

    /// Drops a run: the engine stops at its next slice, and what is open stays open.
    pub fn cancel(&self, run: u32) {
        let current = self.inner.borrow().current.clone();
        if let Some(current) = current {
            current.cancel(run);
        }
    }

    fn open_in(
        &self,
        candidate: EngineWorker,
        files: Vec<File>,
        how: Request,
        language: Language,
        opening: u32,
        heard: impl Fn(Opening) + 'static,
    ) {
        let envelope = RequestEnvelope { run: self.next_run(), language, body: how };
        let engine = self.clone();
        let on_heard = Rc::new(move |word| {
            if engine.inner.borrow().opening != opening {
                return;
            }
            match word {
                Heard::Progress(progress) => heard(Opening::Progress(progress)),
                Heard::Reply(reply, _) => match *reply {
                    Reply::Opened(report) => {
                        engine.promote();
                        heard(Opening::Opened(Box::new(report)));
                    }
                    Reply::Failed(failure) => {
                        engine.cancel_opening();
                        engine.warm();
                        heard(Opening::Refused(failure));
                    }
                    Reply::ImportReport(_)
                    | Reply::Look(_)
                    | Reply::AgedBalance(_)
                    | Reply::OpenItems(_)
                    | Reply::Metrics(_)
                    | Reply::Series(_)
                    | Reply::Segments(_)
                    | Reply::Matches(_)
                    | Reply::Behaviour(_)
                    | Reply::Forecast(_)
                    | Reply::Claims(_)
                    | Reply::PolicyCheck(_)
                    | Reply::Simulated(_)
                    | Reply::Limitation(_)
                    | Reply::Activity(_)
                    | Reply::Findings(_)
                    | Reply::LatePayments(_)
                    | Reply::Reperformance(_)
                    | Reply::Quality(_)
                    | Reply::Freshness(_)
                    | Reply::Plan(_)
                    | Reply::Policy(_)
                    | Reply::Outcomes(_)
                    | Reply::Drafts(_)
                    | Reply::Invoices(_)
                    | Reply::SourceRow(_)
                    | Reply::Preview(_)
                    | Reply::Proposal(_)
                    | Reply::File(_)
                    | Reply::Calls(_)
                    | Reply::Journal(_)
                    | Reply::Answers(_)
                    | Reply::JournalMerge(_)
                    | Reply::Register(_)
                    | Reply::Comparison(_)
                    | Reply::Log(_)
                    | Reply::Progress(_)
                    | Reply::Rows(_) => {}
                },
                Heard::Lost(loss) => {
                    engine.cancel_opening();
                    engine.warm();
                    heard(Opening::Lost(loss));
                }
            }
        });
        candidate.send(&envelope, &files, patience(&files), on_heard);
        self.inner.borrow_mut().candidate = Some(candidate);
    }

    /// The candidate becomes the engine; the former one ends.
    fn promote(&self) {
        let mut inner = self.inner.borrow_mut();
        let candidate = inner.candidate.take().map(Rc::new);
        let former = std::mem::replace(&mut inner.current, candidate);
        drop(inner);
        end(former);
        self.warm();
    }

    fn next_run(&self) -> u32 {
        let mut inner = self.inner.borrow_mut();
        inner.last_run = inner.last_run.wrapping_add(1);
        inner.last_run
    }
}

/// Ends a worker at once. Its callbacks are dropped a little later: one of them may be running.
fn end(worker: Option<impl Deref<Target = EngineWorker> + 'static>) {
    let Some(worker) = worker else { return };
    worker.terminate();
    Timeout::new(0, move || drop(worker)).forget();
}

fn patience(files: &[File]) -> u32 {
    let bytes: u64 = files.iter().map(|file| file.size() as u64).sum();
    let megabytes = u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX / PATIENCE_PER_MEGABYTE_MS / 2);
    PATIENCE_MS.saturating_add(megabytes.saturating_mul(PATIENCE_PER_MEGABYTE_MS)).min(600_000)
}
