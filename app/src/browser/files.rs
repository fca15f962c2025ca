//! File objects: those the user gives, and the fictitious ledger.

use js_sys::Array;
use web_sys::{File, FileList};

const DEMO: &str = include_str!("../../../tests/fixtures/demo/grand-livre-clients.csv");
const DEMO_NAME: &str = "grand-livre-clients.csv";

/// The files of a list.
pub fn listed(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// The fictitious ledger, as if it had been chosen on the disk.
pub fn demo() -> Option<File> {
    File::new_with_str_sequence(&Array::of1(&DEMO.into()), DEMO_NAME).ok()
}
