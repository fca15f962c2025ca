//! File objects: those the user gives, and the fictitious ledger.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DataTransferItem, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
};

const DEMO: &str = include_str!("../../../tests/fixtures/demo/grand-livre-clients.csv");
const DEMO_NAME: &str = "grand-livre-clients.csv";

/// The files of a list.
pub fn listed(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// Files of dropped folders, at most.
const FOLDER_FILES_MAX: usize = 5_000;

/// Whether a system or a spreadsheet program keeps a file of this name for itself in a folder.
fn of_system(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with('.') || name.starts_with("~$") || matches!(name.as_str(), "desktop.ini" | "thumbs.db")
}

/// What was dropped, where a folder is among it: to be asked for while the drop lasts.
pub fn entries_with_folders(data: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = data.items();
    let entry = |at| items.get(at).and_then(|item: DataTransferItem| item.webkit_get_as_entry().ok().flatten());
    let entries: Vec<FileSystemEntry> = (0..items.length()).filter_map(entry).collect();
    if entries.iter().any(FileSystemEntry::is_directory) { entries } else { Vec::new() }
}

/// The files in folders and in those within, by name; what the browser will not hand over and what the system put
/// there for itself is left out.
pub async fn of_folders(entries: Vec<FileSystemEntry>) -> Vec<File> {
    let (mut pending, mut files) = (entries, Vec::<File>::new());
    while let Some(entry) = pending.pop().filter(|_| files.len() < FOLDER_FILES_MAX) {
        if entry.is_file() {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            let asked = Promise::new(&mut |resolve, reject| {
                entry.file_with_callback_and_callback(&resolve, &reject);
            });
            let file = JsFuture::from(asked).await.ok().map(|file| file.unchecked_into::<File>());
            files.extend(file.filter(|file| !of_system(&file.name())));
        } else if entry.is_directory() {
            let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
            // A reader tells of a hundred at a time.
            loop {
                let asked = Promise::new(&mut |resolve, reject| {
                    let _ = reader.read_entries_with_callback_and_callback(&resolve, &reject);
                });
                let Ok(batch) = JsFuture::from(asked).await else { break };
                let batch: Array = batch.unchecked_into();
                if batch.length() == 0 {
                    break;
                }
                pending.extend(batch.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
            }
        }
    }
    files.sort_by_key(File::name);
    files
}

/// Whether a file is a dossier of ours, by its name.
pub fn is_dossier(file: &File) -> bool {
    file.name().to_lowercase().ends_with(".encours")
}

/// Bytes made here, as if they had been chosen on the disk.
pub fn of_bytes(name: &str, bytes: &Uint8Array) -> Option<File> {
    File::new_with_u8_array_sequence(&Array::of1(bytes), name).ok()
}

/// A text, as a file.
pub fn of_text(name: &str, text: &str) -> Option<File> {
    File::new_with_str_sequence(&Array::of1(&text.into()), name).ok()
}

/// The fictitious ledger, as if it had been chosen on the disk.
pub fn demo() -> Option<File> {
    of_text(DEMO_NAME, DEMO)
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
