//! The page: a Leptos app that shows what the engine in its worker computes. It knows messages and words, nothing of
//! ledgers; it makes no request, stores two preferences and nothing else.

mod app;
mod browser;
mod components;
mod engine;
mod logic;
mod panic;
mod screen;
mod screens;
mod session;
mod work;

fn main() {
    panic::install();
    // The static shell is the page until here; the app brings its own landmarks.
    if let Some(shell) = web_sys::window().and_then(|window| window.document()).and_then(|d| d.get_element_by_id("app"))
    {
        shell.remove();
    }
    leptos::mount::mount_to_body(app::App);
}
