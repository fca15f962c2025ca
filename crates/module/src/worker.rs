//! The loop that answers the page: one message in, its reply out, progress in between. Messages are taken in turn.

use crate::transfer::{from_js, get, input_files, set, to_js};
use engine::Engine;
use js_sys::{Array, Object, Uint8Array};
use protocol::{Failure, Progress, Reply, ReplyEnvelope, Request, RequestEnvelope};
use std::cell::RefCell;
use std::rc::Rc;
use text::Language;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Words about the progress of one stage, at most: a file of any size moves often enough, and none floods the page.
const SHARES: u64 = 200;

/// Starts answering the messages of the worker this runs in. Called once, by the worker's start-up script.
#[wasm_bindgen]
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let engine = Rc::new(RefCell::new(Engine::default()));
    let answer_to = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let scope = answer_to.clone();
        let engine = Rc::clone(&engine);
        spawn_local(async move { answer(&scope, &engine, event.data()).await });
    });
    scope.add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref())?;
    // The listener lives as long as the worker.
    on_message.forget();
    Ok(())
}

async fn answer(scope: &DedicatedWorkerGlobalScope, engine: &RefCell<Engine>, message: JsValue) {
    let Ok(RequestEnvelope { run, language, body }) = from_js(&get(&message, "envelope"), Language::default()) else {
        return;
    };
    let files = match body {
        // None are given where the last one is taken away.
        Request::Invoices(_) if get(&message, "files").is_undefined() => Ok(Vec::new()),
        Request::Open(_) | Request::Look(_) | Request::Restore(_) | Request::Invoices(_) => {
            input_files(&get(&message, "files"), language).await
        }
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
        | Request::Redo(_) => Ok(Vec::new()),
    };
    let reply = match files {
        Ok(files) => {
            let mut last = (String::new(), None);
            let mut progress = |step: Progress| {
                let share = step.total.filter(|total| *total > 0).map(|total| step.done.saturating_mul(SHARES) / total);
                // Every step of a few milliseconds told would keep the page busier than the reading itself.
                if step.stage != last.0 || share != last.1 || share.is_none() {
                    last = (step.stage.clone(), share);
                    send(scope, ReplyEnvelope { run, more: false, body: Reply::Progress(step) });
                }
            };
            engine.borrow_mut().handle(body, files, language, &mut progress)
        }
        Err(error) => Reply::Failed(unreadable_file(&error, language)),
    };
    let (reply, rows) = reply.sliced();
    let mut left = rows.len();
    send(scope, ReplyEnvelope { run, more: left > 0, body: reply });
    for slice in rows {
        left -= 1;
        send(scope, ReplyEnvelope { run, more: left > 0, body: Reply::Rows(slice) });
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
