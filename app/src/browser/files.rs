//! File objects: those the user gives, and the fictitious ledger.

use js_sys::{Array, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

const DEMO: &str = include_str!("../../../tests/fixtures/demo/grand-livre-clients.csv");
const DEMO_NAME: &str = "grand-livre-clients.csv";

/// The files of a list.
pub fn listed(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// Whether a file is a dossier of ours, by its name.
pub fn is_dossier(file: &File) -> bool {
    file.name().to_lowercase().ends_with(".encours")
}

/// Bytes made here, as if they had been chosen on the disk.
pub fn of_bytes(name: &str, bytes: &Uint8Array) -> Option<File> {
    File::new_with_u8_array_sequence(&Array::of1(bytes), name).ok()
}

/// The fictitious ledger, as if it had been chosen on the disk.
pub fn demo() -> Option<File> {
    File::new_with_str_sequence(&Array::of1(&DEMO.into()), DEMO_NAME).ok()
}

/// More than any reading model weighs, in bytes.
const MODEL_MAX: f64 = 1_000_000.0;

/// Texts of files not read yet.
pub struct Texts(Vec<File>);

/// The files, where every one of them may be a reading model.
pub fn small_json(files: &[File]) -> Option<Texts> {
    let may_be = |file: &File| file.size() <= MODEL_MAX && file.name().to_lowercase().ends_with(".json");
    files.iter().all(may_be).then(|| Texts(files.to_vec()))
}

impl Texts {
    /// What they hold; none where one of them cannot be had.
    pub async fn read(self) -> Option<Vec<String>> {
        let mut texts = Vec::with_capacity(self.0.len());
        for file in self.0 {
            texts.push(JsFuture::from(file.text()).await.ok()?.as_string()?);
        }
        Some(texts)
    }
}
