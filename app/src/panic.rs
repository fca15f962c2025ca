//! The last word of a page that cannot go on: a sentence and a link to start again. Written with the document alone,
//! since nothing of the app can be trusted any more; and without the panic's text, which may quote a ledger.

use crate::browser::preferences;
use web_sys::{Document, Element};

/// Replaces the default hook.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        // The place in the source quotes no ledger; whoever reports the fault can name it.
        if let Some(place) = panic.location() {
            web_sys::console::error_1(&place.to_string().into());
        }
        let _ = show();
    }));
}

fn show() -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let language = preferences::language();
    let card = element(&document, "section", "panic-card")?;
    card.set_attribute("role", "alert").ok()?;
    let title = element(&document, "h1", "")?;
    title.set_text_content(Some(language.panic_title()));
    let sentence = element(&document, "p", "")?;
    sentence.set_text_content(Some(language.panic_sentence()));
    let link = element(&document, "a", "button button-primary")?;
    // The address without its fragment: following it loads the page again.
    link.set_attribute("href", &window.location().pathname().ok()?).ok()?;
    link.set_text_content(Some(language.panic_reload()));
    for child in [&title, &sentence, &link] {
        card.append_child(child).ok()?;
    }
    let body = document.body()?;
    body.set_text_content(None);
    body.append_child(&card).ok()?;
    Some(())
}

fn element(document: &Document, tag: &str, class: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}
