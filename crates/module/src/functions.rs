//! The functions of the package that need no dossier.

use crate::transfer::{as_text, from_js, input_file, throw, to_js, with_text};
use text::Language;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the declarations say besides functions: the types, generated from the Rust ones.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");

/// Which version is running.
#[wasm_bindgen(unchecked_return_type = "{ encours: string; rules: string; build: string }")]
pub fn version() -> Result<JsValue, JsValue> {
    to_js(&engine::version())
}

/// What a file is and how it would be read. Refuses only a file that cannot be read at all.
#[wasm_bindgen(unchecked_return_type = "Inspection")]
pub async fn inspect(#[wasm_bindgen(unchecked_param_type = "SourceFile")] file: JsValue) -> Result<JsValue, JsValue> {
    let language = Language::default();
    let file = input_file(&file, language).await?;
    let inspection = engine::inspect(&file, language, &mut |_| {}).map_err(throw)?;
    to_js(&inspection)
}

/// The due day that payment terms in words give.
#[wasm_bindgen(js_name = dueDay, unchecked_return_type = "DueDay")]
pub fn due_day(
    terms: &str,
    #[wasm_bindgen(js_name = invoiceDay, unchecked_param_type = "Day")] invoice_day: JsValue,
) -> Result<JsValue, JsValue> {
    let language = Language::default();
    let invoice_day = from_js(&invoice_day, language)?;
    to_js(&engine::due_day(terms, invoice_day, language).map_err(throw)?)
}

/// Late-payment interest of one claim, segment by segment. `payments` reduce the principal on their day.
#[wasm_bindgen(js_name = lateInterest, unchecked_return_type = "InterestDetail")]
pub fn late_interest(
    #[wasm_bindgen(unchecked_param_type = "LateInterestQuery")] query: JsValue,
) -> Result<JsValue, JsValue> {
    let language = Language::default();
    let query = from_js(&with_text(&query, "rates"), language)?;
    to_js(&engine::late_interest(&query, language).map_err(throw)?)
}

/// The tables of rates with their sources, a document of own rates in place.
#[wasm_bindgen(js_name = rateTables, unchecked_return_type = "RateTables")]
pub fn rate_tables(
    #[wasm_bindgen(unchecked_optional_param_type = "unknown")] own: JsValue,
) -> Result<JsValue, JsValue> {
    let own = as_text(&own).as_string();
    to_js(&engine::rate_tables(own.as_deref(), Language::default()).map_err(throw)?)
}

/// What it costs to get paid otherwise: a factor, a bank, an early-payment discount.
#[wasm_bindgen(js_name = financingCosts, unchecked_return_type = "FinancingCosts")]
pub fn financing_costs(
    #[wasm_bindgen(unchecked_param_type = "FinancingQuery")] query: JsValue,
) -> Result<JsValue, JsValue> {
    let language = Language::default();
    let query = from_js(&query, language)?;
    to_js(&engine::financing_costs(&query, language).map_err(throw)?)
}
