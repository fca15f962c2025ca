//! What `boot.js` left for us on `globalThis.encours`.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

fn member(name: &str) -> Option<JsValue> {
    let boot = Reflect::get(&js_sys::global(), &"encours".into()).ok().filter(JsValue::is_object)?;
    Reflect::get(&boot, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// Waits until the page is locked and engines can be started; false if that will never be.
pub async fn engine_ready() -> bool {
    let Some(ready) = member("engineReady") else { return false };
    JsFuture::from(Promise::resolve(&ready)).await.is_ok()
}

/// A new engine.
pub fn start_worker() -> Option<Worker> {
    let start: Function = member("startWorker")?.dyn_into().ok()?;
    start.call0(&JsValue::NULL).ok()?.dyn_into().ok()
}

/// Whether the page can no longer reach any network.
pub fn locked() -> bool {
    member("locked").and_then(|locked| locked.as_bool()).unwrap_or(false)
}

/// Tries a request, and says whether the browser refused it.
pub async fn prove_lock() -> Option<bool> {
    let prove: Function = member("proveLock")?.dyn_into().ok()?;
    let proof = prove.call0(&JsValue::NULL).ok()?;
    JsFuture::from(Promise::resolve(&proof)).await.ok()?.as_bool()
}

/// The first of the browser's languages that we speak.
pub fn language_code() -> Option<String> {
    member("lang")?.as_string()
}
