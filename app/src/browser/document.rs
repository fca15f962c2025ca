//! Values as JSON texts: what the dossier's file keeps of the page.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as JSON; nothing where it has no such form.
pub fn written<T: Serialize>(value: &T) -> Option<String> {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    JSON::stringify(&value).ok()?.as_string()
}

/// A JSON text as a value; nothing where it is another one.
pub fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JSON::parse(json).ok()?).ok()
}
