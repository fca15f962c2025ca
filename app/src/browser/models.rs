//! Reading models kept on this computer, each because the user asked: headings and choices, never a value of a ledger.

use protocol::ReadingModel;
use serde::Serialize;
use wasm_bindgen::JsValue;

const MODELS: &str = "encours.models";
/// Models kept at most; the oldest go first.
const MOST: usize = 50;

/// The models kept; none where storage is refused or holds something else.
pub fn kept() -> Vec<ReadingModel> {
    let text = storage().and_then(|storage| storage.get_item(MODELS).ok()?);
    let value = text.and_then(|text| js_sys::JSON::parse(&text).ok());
    value.and_then(|value| serde_wasm_bindgen::from_value(value).ok()).unwrap_or_default()
}

/// Keeps a model, in place of the one of the same headings.
pub fn keep(model: ReadingModel) {
    let mut models = kept();
    models.retain(|known| known.fingerprint != model.fingerprint);
    models.push(model);
    let from = models.len().saturating_sub(MOST);
    store(models.get(from..).unwrap_or_default());
}

/// Forgets the model of some headings.
pub fn forget(fingerprint: &str) {
    let mut models = kept();
    models.retain(|known| known.fingerprint != fingerprint);
    store(&models);
}

/// A model as a JSON text.
pub fn text<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    let value: JsValue = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into()).ok()?.as_string()
}

/// The model that a text holds, if it is one of this version.
pub fn parsed(text: &str) -> Option<ReadingModel> {
    let value = js_sys::JSON::parse(text).ok()?;
    let model: ReadingModel = serde_wasm_bindgen::from_value(value).ok()?;
    (model.encours == "reading-model" && model.version == 1).then_some(model)
}

fn store(models: &[ReadingModel]) {
    let Some(storage) = storage() else { return };
    // A browser that refuses to store keeps nothing: the model still stands in its file.
    let _ = match text(models).filter(|_| !models.is_empty()) {
        Some(text) => storage.set_item(MODELS, &text),
        None => storage.remove_item(MODELS),
    };
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
