//! What the browser says it fetched: the proof on the privacy screen.

use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{PerformanceEntry, PerformanceResourceTiming};

thread_local! {
    /// When the page was complete, in milliseconds since it started to load.
    static COMPLETE: Cell<f64> = const { Cell::new(f64::MAX) };
}

/// From now on, any request counts.
pub fn start_counting() {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        COMPLETE.set(performance.now());
    }
}

/// Requests since the page was complete, addresses of data held in memory apart.
pub fn since_complete() -> Vec<String> {
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else { return Vec::new() };
    let complete = COMPLETE.get();
    performance
        .get_entries_by_type("resource")
        .iter()
        .filter_map(|entry| entry.dyn_into::<PerformanceResourceTiming>().ok())
        .map(|entry| -> PerformanceEntry { entry.into() })
        .filter(|entry| entry.start_time() > complete)
        .map(|entry| entry.name())
        .filter(|name| !name.starts_with("blob:") && !name.starts_with("data:"))
        .collect()
}
