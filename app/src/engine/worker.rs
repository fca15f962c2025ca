//! One worker: its messages, who awaits each of its replies, and the clock that notices its silence.

use crate::browser::boot;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array};
use protocol::{Progress, Reply, ReplyEnvelope, RequestEnvelope};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

/// Bytes that travelled beside a reply, still the browser's.
pub type Bytes = Uint8Array;

/// What became of a worker that will answer no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// It trapped.
    Stopped,
    /// It said nothing for too long.
    Silent,
    /// There was none to ask.
    NeverStarted,
}

/// A word from the worker about one request.
pub enum Heard {
    Progress(Progress),
    Reply(Box<Reply>, Option<Bytes>),
    Lost(Loss),
}

type Hearer = Rc<dyn Fn(Heard)>;

/// A started worker.
pub struct EngineWorker {
    worker: Worker,
    shared: Rc<RefCell<Shared>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

#[derive(Default)]
struct Shared {
    awaiting: BTreeMap<u32, Hearer>,
    /// Replies whose last rows have not come yet.
    begun: BTreeMap<u32, Reply>,
    patience_ms: u32,
    clock: Option<Timeout>,
    lost: bool,
}

impl EngineWorker {
    /// Starts one, if the page was booted.
    pub fn start() -> Option<EngineWorker> {
        let worker = boot::start_worker()?;
        let shared = Rc::new(RefCell::new(Shared::default()));
        let on_message = {
            let shared = Rc::clone(&shared);
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(&shared, &event.data()))
        };
        let on_error = {
            let shared = Rc::clone(&shared);
            Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
                // The default prints the trap once more, and its text may quote the file.
                event.prevent_default();
                lose(&shared, Loss::Stopped);
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(EngineWorker { worker, shared, _on_message: on_message, _on_error: on_error })
    }

    /// Posts a request; `hearer` hears of it until a final reply.
    pub fn send(&self, envelope: &RequestEnvelope, files: &[File], patience_ms: u32, hearer: Hearer) {
        let posted = message(envelope, files).and_then(|message| self.worker.post_message(&message));
        let mut shared = self.shared.borrow_mut();
        if posted.is_err() || shared.lost {
            drop(shared);
            hearer(Heard::Lost(Loss::Stopped));
            return;
        }
        shared.awaiting.insert(envelope.run, hearer);
        shared.patience_ms = patience_ms;
        drop(shared);
        wind(&self.shared);
    }

    /// Drops the reply of a run, whenever it comes.
    pub fn forget(&self, run: u32) {
        let mut shared = self.shared.borrow_mut();
        shared.awaiting.remove(&run);
        shared.begun.remove(&run);
    }

    /// Drops a run, waiting or at work: what is open stays open.
    pub fn cancel(&self, run: u32) {
        self.forget(run);
        let message = Object::new();
        // A property of an object of ours, and a message that can be copied: neither fails but where the worker is gone.
        let _set = Reflect::set(&message, &"cancel".into(), &run.into());
        let _gone = self.worker.post_message(&message);
        wind(&self.shared);
    }

    /// Ends it at once, in the middle of whatever it does.
    pub fn terminate(&self) {
        let mut shared = self.shared.borrow_mut();
        shared.awaiting.clear();
        shared.begun.clear();
        shared.clock = None;
        shared.lost = true;
        drop(shared);
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn message(envelope: &RequestEnvelope, files: &[File]) -> Result<JsValue, JsValue> {
    let message = Object::new();
    let envelope = envelope.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    Reflect::set(&message, &"envelope".into(), &envelope)?;
    if !files.is_empty() {
        Reflect::set(&message, &"files".into(), &files.iter().collect::<Array>())?;
    }
    Ok(message.into())
}

fn hear(shared: &Rc<RefCell<Shared>>, data: &JsValue) {
    let field = |name: &str| Reflect::get(data, &name.into()).ok().filter(|value| !value.is_undefined());
    if field("failed").is_some() {
        lose(shared, Loss::Stopped);
        return;
    }
    wind(shared);
    let Some(envelope) = field("envelope") else { return };
    let Ok(envelope) = serde_wasm_bindgen::from_value::<ReplyEnvelope>(envelope) else {
        lose(shared, Loss::Stopped);
        return;
    };
    if let Reply::Progress(progress) = envelope.body {
        let hearer = shared.borrow().awaiting.get(&envelope.run).cloned();
        if let Some(hearer) = hearer {
            hearer(Heard::Progress(progress));
        }
        return;
    }
    let Some(reply) = whole(shared, envelope) else { return };
    let (run, reply) = reply;
    let hearer = shared.borrow_mut().awaiting.remove(&run);
    wind(shared);
    if let Some(hearer) = hearer {
        let bytes = field("bytes").and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
        hearer(Heard::Reply(Box::new(reply), bytes));
    }
}

/// The reply once its last rows are there, with the number of its request.
fn whole(shared: &Rc<RefCell<Shared>>, envelope: ReplyEnvelope) -> Option<(u32, Reply)> {
    let ReplyEnvelope { run, more, body } = envelope;
    let mut shared = shared.borrow_mut();
    let reply = match (body, shared.begun.remove(&run)) {
        (Reply::Rows(rows), Some(mut begun)) => {
            begun.put(rows);
            begun
        }
        (body, _) => body,
    };
    // Rows that nobody awaits any more are not gathered.
    if more && shared.awaiting.contains_key(&run) {
        shared.begun.insert(run, reply);
        return None;
    }
    (!more).then_some((run, reply))
}

/// Starts the clock again, or stops it when nothing is awaited.
fn wind(shared: &Rc<RefCell<Shared>>) {
    let weak: Weak<RefCell<Shared>> = Rc::downgrade(shared);
    let mut borrowed = shared.borrow_mut();
    borrowed.clock = if borrowed.awaiting.is_empty() {
        None
    } else {
        Some(Timeout::new(borrowed.patience_ms, move || {
            if let Some(shared) = weak.upgrade() {
                lose(&shared, Loss::Silent);
            }
        }))
    };
}

/// Tells all who wait that nothing will come.
fn lose(shared: &Rc<RefCell<Shared>>, loss: Loss) {
    let mut borrowed = shared.borrow_mut();
    borrowed.lost = true;
    // Forgotten rather than dropped: the clock that struck may be the one that is running this.
    if let Some(clock) = borrowed.clock.take() {
        clock.forget();
    }
    let awaiting = std::mem::take(&mut borrowed.awaiting);
    borrowed.begun.clear();
    drop(borrowed);
    for hearer in awaiting.into_values() {
        hearer(Heard::Lost(loss));
    }
}
