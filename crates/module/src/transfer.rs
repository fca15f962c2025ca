//! Values across the JavaScript boundary: plain objects out, checked values in, failures as `EncoursError`.

use crate::source::Pieces;
use engine::InputFile;
use js_sys::{Array, Error, Function, Reflect, Uint8Array};
use protocol::{Failure, Progress};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::rc::Rc;
use text::Language;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A plain object, as JSON would make it.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| Error::new(&error.to_string()).into())
}

/// A value of the contract, or a refusal that says which field is wrong. Read as JSON, by the rules of the command
/// line: a misspelt field is refused, where an object reader would pass over it in silence.
pub fn from_js<T: DeserializeOwned>(value: &JsValue, language: Language) -> Result<T, JsValue> {
    let json = js_sys::JSON::stringify(value).ok().and_then(|json| json.as_string());
    serde_json::from_str(json.as_deref().unwrap_or("null")).map_err(|error| unreadable(&error.to_string(), language))
}

/// A refusal of what was passed in.
pub fn unreadable(detail: &str, language: Language) -> JsValue {
    throw(Failure {
        code: "request".to_owned(),
        message: language.request_unreadable(detail),
        file: None,
        advice: language.request_unreadable_advice().to_owned(),
    })
}

/// A failure as the `EncoursError` of the contract: an `Error` with `code`, `file` and `advice`.
pub fn throw(failure: Failure) -> JsValue {
    let error = Error::new(&failure.message);
    error.set_name("EncoursError");
    set(&error, "code", &failure.code.into());
    set(&error, "advice", &failure.advice.into());
    if let Some(file) = failure.file {
        set(&error, "file", &file.into());
    }
    error.into()
}

/// Sets a property of an object of ours, which cannot fail.
pub fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _accepted = Reflect::set(object, &key.into(), value);
}

/// A property of an object; `undefined` where there is none.
pub fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The files of a `SourceFile[]`: bytes as they are, or a `Blob`, read piece by piece where the thread may wait for it.
pub async fn input_files(files: &JsValue, language: Language) -> Result<Vec<InputFile>, JsValue> {
    if !Array::is_array(files) {
        return Err(unreadable("files: SourceFile[]", language));
    }
    let mut inputs = Vec::new();
    for file in Array::from(files).iter() {
        inputs.push(input_file(&file, language).await?);
    }
    Ok(inputs)
}

/// One `SourceFile`.
pub async fn input_file(file: &JsValue, language: Language) -> Result<InputFile, JsValue> {
    let Some(name) = get(file, "name").as_string() else {
        return Err(unreadable("SourceFile.name: string", language));
    };
    // A browser's File carries its own bytes; a SourceFile has them in `bytes`.
    let content = if file.is_instance_of::<web_sys::Blob>() { file.clone() } else { get(file, "bytes") };
    let pieces = match content.dyn_ref::<web_sys::Blob>() {
        Some(blob) => Pieces::of_blob(blob),
        None => Pieces::of_object(&content),
    };
    if let Some(pieces) = pieces {
        return Ok(InputFile { name, source: Rc::new(pieces) });
    }
    let bytes = match content.dyn_into::<Uint8Array>() {
        Ok(bytes) => bytes,
        Err(content) => match content.dyn_into::<web_sys::Blob>() {
            Ok(blob) => Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?),
            Err(_) => return Err(unreadable("SourceFile.bytes: Uint8Array | Blob", language)),
        },
    };
    Ok(InputFile { name, source: Rc::new(Pieces::of_bytes(&bytes)) })
}

/// Calls a listener with the progress of a long work; a listener that throws is not our failure.
pub fn report(listener: Option<&Function>, progress: &Progress) {
    if let (Some(listener), Ok(progress)) = (listener, to_js(progress)) {
        let _ignored = listener.call1(&JsValue::UNDEFINED, &progress);
    }
}

/// A copy of a query whose `policy` object became JSON text, as the engine takes it.
pub fn with_policy_as_text(query: &JsValue) -> JsValue {
    with_text(query, "policy")
}

/// A copy of a query in which an object became JSON text, as the engine takes it.
pub fn with_text(query: &JsValue, key: &str) -> JsValue {
    let value = get(query, key);
    if value.is_undefined() || value.is_null() || value.is_string() {
        return query.clone();
    }
    let copy = js_sys::Object::assign(&js_sys::Object::new(), query.unchecked_ref());
    set(&copy, key, &as_text(&value));
    copy.into()
}

/// A document as JSON text: texts as they are.
pub fn as_text(value: &JsValue) -> JsValue {
    if value.is_undefined() || value.is_null() || value.is_string() {
        return value.clone();
    }
    js_sys::JSON::stringify(value).map_or(JsValue::UNDEFINED, JsValue::from)
}
