//! The loop that answers the page: one message in, its reply out, progress in between. Messages are taken in turn, but for
//! the one that cancels a run: it is heard between two slices of a long work, which is then dropped without a word.

use crate::transfer::{from_js, get, input_files, set, to_js};
use engine::{Engine, InputFile};
use js_sys::{Array, Object, Promise, Uint8Array};
use protocol::{Failure, Progress, Reply, ReplyEnvelope, Request, RequestEnvelope};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, VecDeque};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use text::Language;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

/// Words about the progress of one stage, at most: a file of any size moves often enough, and none floods the page.
const SHARES: u64 = 25;

/// Starts answering the messages of the worker this runs in. Called once, by the worker's start-up script.
#[wasm_bindgen]
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let counter = Rc::new(Counter::new(scope.clone())?);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(turn) = counter.take(event.data()) {
            spawn_local(turn);
        }
    });
    scope.add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref())?;
    // The listener lives as long as the worker.
    on_message.forget();
    Ok(())
}

/// Where messages wait for their turn.
struct Counter {
    scope: DedicatedWorkerGlobalScope,
    engine: RefCell<Engine>,
    waiting: RefCell<VecDeque<JsValue>>,
    /// Runs that nobody wants any more and that have not been met since.
    cancelled: RefCell<BTreeSet<u32>>,
    busy: Cell<bool>,
    breaks: MessageChannel,
}

impl Counter {
    fn new(scope: DedicatedWorkerGlobalScope) -> Result<Counter, JsValue> {
        let breaks = MessageChannel::new()?;
        let (engine, waiting, cancelled) = Default::default();
        Ok(Counter { scope, engine, waiting, cancelled, busy: Cell::new(false), breaks })
    }

    /// Notes what is cancelled, and lets any other message wait; what is to be done now, where nothing was being done.
    fn take(self: &Rc<Self>, message: JsValue) -> Option<impl Future<Output = ()> + use<>> {
        if let Some(run) = get(&message, "cancel").as_f64() {
            // Numbers of runs are u32 on both sides.
            self.cancelled.borrow_mut().insert(run as u32);
            return None;
        }
        self.waiting.borrow_mut().push_back(message);
        if self.busy.replace(true) {
            return None;
        }
        let counter = Rc::clone(self);
        Some(async move { counter.answer_all().await })
    }

    async fn answer_all(&self) {
        loop {
            let Some(message) = self.waiting.borrow_mut().pop_front() else { break };
            self.answer(message).await;
        }
        self.cancelled.borrow_mut().clear();
        self.busy.set(false);
    }

    fn is_cancelled(&self, run: u32) -> bool {
        self.cancelled.borrow().contains(&run)
    }

    /// Lets the messages in that came meanwhile. A message to oneself is not held back, as a timer would be.
    async fn take_a_break(&self) {
        let come_back = Promise::new(&mut |resolve, _| {
            self.breaks.port1().set_onmessage(Some(&resolve));
            // Fails for what cannot be copied: nothing can.
            let _sent = self.breaks.port2().post_message(&JsValue::NULL);
        });
        let _come_back = JsFuture::from(come_back).await;
    }

    /// The reply of the engine; nothing where the run was cancelled meanwhile.
    async fn reply(&self, engine: &mut Engine, envelope: RequestEnvelope, files: Vec<InputFile>) -> Option<Reply> {
        let RequestEnvelope { run, language, body } = envelope;
        let mut last = (String::new(), None);
        let mut progress = |step: Progress| {
            let share = step.total.filter(|total| *total > 0).map(|total| step.done.saturating_mul(SHARES) / total);
            // Every step of a few milliseconds told would keep the page busier than the reading itself.
            if step.stage != last.0 || share != last.1 || share.is_none() {
                last = (step.stage.clone(), share);
                send(&self.scope, ReplyEnvelope { run, more: false, body: Reply::Progress(step) });
            }
        };
        let mut work = pin!(engine.handle_in_slices(body, files, language, &mut progress));
        loop {
            if self.is_cancelled(run) {
                return None;
            }
            match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(reply) => return Some(reply),
                Poll::Pending => self.take_a_break().await,
            }
        }
    }

    async fn answer(&self, message: JsValue) {
        let Ok(envelope) = from_js::<RequestEnvelope>(&get(&message, "envelope"), Language::default()) else {
            return;
        };
        let (run, language) = (envelope.run, envelope.language);
        let files = match get(&message, "files") {
            // No invoices are given where the last one is taken away.
            files if files.is_undefined() && matches!(envelope.body, Request::Invoices(_)) => Ok(Vec::new()),
            files if needs_files(&envelope.body) => input_files(&files, language).await,
            _ => Ok(Vec::new()),
        };
        let reply = match files {
            Ok(files) => {
                // Out of its place while it works: nothing else asks for it before the next message has its turn.
                let mut engine = self.engine.take();
                let reply = self.reply(&mut engine, envelope, files).await;
                self.engine.replace(engine);
                reply
            }
            Err(error) => Some(Reply::Failed(unreadable_file(&error, language))),
        };
        let Some(reply) = reply else { return };
        let (reply, rows) = reply.sliced();
        let mut left = rows.len();
        send(&self.scope, ReplyEnvelope { run, more: left > 0, body: reply });
        for slice in rows {
            left -= 1;
            send(&self.scope, ReplyEnvelope { run, more: left > 0, body: Reply::Rows(slice) });
        }
    }
}

/// Whether files travel beside a request.
fn needs_files(body: &Request) -> bool {
    match body {
        Request::Open(_) | Request::Look(_) | Request::Restore(_) | Request::Invoices(_) => true,
        Request::ImportReport
        | Request::AgedBalance(_)
        | Request::OpenItems(_)
        | Request::Metrics(_)
        | Request::Series(_)
        | Request::Segments(_)
        | Request::Matches(_)
        | Request::Approve(..)
        | Request::Behaviour(_)
        | Request::Forecast(_)
        | Request::Claims(_)
        | Request::PolicyCheck(_)
        | Request::Simulate(_)
        | Request::Limitation(_)
        | Request::Activity(_)
        | Request::Findings(_)
        | Request::LatePayments(_)
        | Request::Reperformance
        | Request::Quality(_)
        | Request::Freshness(_)
        | Request::Plan(_)
        | Request::Policy(_)
        | Request::Outcomes(_)
        | Request::Drafts(_)
        | Request::SourceRow(_)
        | Request::Preview(_)
        | Request::Propose(_)
        | Request::LedgerBalances(_)
        | Request::Export(_)
        | Request::Save(_)
        | Request::Calls(_)
        | Request::Journal(_)
        | Request::Answers(_)
        | Request::MergeJournal(_)
        | Request::Called(..)
        | Request::Register(_)
        | Request::Compare(_)
        | Request::Log
        | Request::Resume(_)
        | Request::Edit(..)
        | Request::Undo(_)
        | Request::Redo(_) => false,
    }
}

/// The browser would not hand over a file: moved, changed or unplugged since it was chosen.
fn unreadable_file(error: &JsValue, language: Language) -> Failure {
    let detail = get(error, "message").as_string().unwrap_or_default();
    Failure {
        code: "file-gone".to_owned(),
        message: language.file_gone(&detail),
        file: None,
        advice: language.file_gone_advice().to_owned(),
    }
}

fn send(scope: &DedicatedWorkerGlobalScope, mut envelope: ReplyEnvelope) {
    let message = Object::new();
    let transfer = Array::new();
    if let Reply::File(file) = &mut envelope.body {
        let bytes = Uint8Array::from(std::mem::take(&mut file.bytes).as_slice());
        transfer.push(&bytes.buffer());
        set(&message, "bytes", &bytes);
    }
    if let Ok(envelope) = to_js(&envelope) {
        set(&message, "envelope", &envelope);
    }
    // Fails only where the page is gone.
    let _gone = scope.post_message_with_transfer(&message, &transfer);
}
