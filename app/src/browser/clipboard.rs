//! Copying a text, and what a paste brings.

use super::files;
use crate::logic::pasted_table::{self, Table};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event, File};

/// What a paste brings.
pub enum Pasted {
    /// Files, or cells as a file.
    Files(Vec<File>),
    /// A text that is no table.
    OneCell,
    /// Nothing that concerns the page.
    Nothing,
}

/// What was pasted; cells under a name of their own. A spreadsheet program puts a picture of the cells beside them: the
/// cells count.
pub fn pasted(event: &Event, name: &str) -> Pasted {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let Some(data) = data else { return Pasted::Nothing };
    let given = files::listed(data.files());
    let (pictures, others): (Vec<File>, Vec<File>) =
        given.into_iter().partition(|file| file.type_().starts_with("image/"));
    if !others.is_empty() {
        return Pasted::Files(others);
    }
    let text = data.get_data("text/plain").unwrap_or_default();
    match pasted_table::table(&text) {
        Table::Cells { extension } => files::of_text(&format!("{name}.{extension}"), &text)
            .map_or(Pasted::Nothing, |file| Pasted::Files(vec![file])),
        Table::OneCell => Pasted::OneCell,
        Table::Nothing if pictures.is_empty() => Pasted::Nothing,
        Table::Nothing => Pasted::Files(pictures),
    }
}

/// Copies; false where the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = window.navigator().clipboard();
    // No clipboard outside a secure context, whatever the type says.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
