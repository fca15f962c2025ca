//! What the values of options mean.

use protocol::LedgerBalance;
use serde::de::DeserializeOwned;
use text::Language;
use values::Amount;

/// English unless asked otherwise: scripts read it, and the contract's examples are in English.
pub(super) fn language_of(args: &[String]) -> Language {
    let mut language = Language::En;
    for (position, word) in args.iter().enumerate() {
        let value = match word.as_str() {
            "--lang" => args.get(position + 1).map(String::as_str),
            other => other.strip_prefix("--lang="),
        };
        language = value.and_then(|code| code.parse().ok()).unwrap_or(language);
    }
    language
}

/// `FILE=NUMBER`: which document a file is; nothing after the mark leaves it out.
pub(super) fn named_document(text: &str) -> Option<(String, String)> {
    let (file, document) = text.rsplit_once('=')?;
    (!file.is_empty()).then(|| (file.to_owned(), document.trim().to_owned()))
}

pub(super) fn numbers(text: &str) -> Option<Vec<usize>> {
    text.split(',').map(|number| number.trim().parse().ok().filter(|number| *number > 0)).collect()
}

pub(super) fn names(text: &str) -> Vec<String> {
    text.split(',').map(|name| name.trim().to_owned()).collect()
}

pub(super) fn tolerance(text: &str) -> Option<Amount> {
    text.parse::<u32>().ok().map(|minor| Amount::from_minor(minor.into()))
}

pub(super) fn limits(text: &str) -> Option<Vec<u32>> {
    text.split(',').map(|limit| limit.trim().parse().ok()).collect()
}

/// One of the words of the contract.
pub(super) fn word<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(&serde_json::Value::from(text).to_string()).ok()
}

/// `EUR=1284530.12`: the code of a currency and an amount as people type them.
pub(super) fn ledger_balance(text: &str) -> Option<LedgerBalance> {
    let (code, amount) = text.split_once('=')?;
    let currency = code.trim().parse().ok()?;
    Some(LedgerBalance { currency, amount: text::typed_amount(amount, currency)? })
}
