//! Where the keyboard is, and the parts of the document outside the app.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Pixels of the place before left in view.
const BEFORE_PLACE: i32 = 48;

/// Moves the focus, once the page is drawn.
pub fn on(identifier: impl Into<String>) {
    let identifier = identifier.into();
    gloo::timers::callback::Timeout::new(0, move || now(&identifier)).forget();
}

/// Puts the focus back, once the page is drawn again, on what bears the identifier of the element that has it now.
pub fn again() {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|d| d.active_element());
    if let Some(identifier) = active.map(|active| active.id()).filter(|identifier| !identifier.is_empty()) {
        gloo::timers::callback::Timeout::new(0, move || now(&identifier)).forget();
    }
}

/// Moves the focus to what is drawn already: the next key must land there.
pub fn now(identifier: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(identifier))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Inputs that take no text.
const WITHOUT_TEXT: [&str; 6] = ["checkbox", "radio", "range", "button", "submit", "file"];

/// Whether a key was pressed, or something pasted, in a field, where it is text.
pub fn in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| match target.tag_name().as_str() {
        "INPUT" => target.get_attribute("type").is_none_or(|of| !WITHOUT_TEXT.contains(&of.as_str())),
        name => matches!(name, "TEXTAREA" | "SELECT"),
    })
}

/// Sets an attribute of the root element; removes it where there is no value.
pub fn root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|d| d.document_element()) else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets the title of the window.
pub fn title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Brings the place of the navigation in view, where the window is too narrow for all of them.
pub fn place() {
    gloo::timers::callback::Timeout::new(0, || {
        let document = web_sys::window().and_then(|window| window.document());
        let here = document.and_then(|document| document.query_selector(".places [aria-current]").ok().flatten());
        let Some(here) = here.and_then(|here| here.dyn_into::<HtmlElement>().ok()) else { return };
        if let Ok(Some(places)) = here.closest(".places") {
            places.set_scroll_left(here.offset_left() - BEFORE_PLACE);
        }
    })
    .forget();
}

/// Scrolls to the top of the page.
pub fn top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
