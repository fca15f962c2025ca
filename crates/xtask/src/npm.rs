//! Assembles the npm package `encours`: the hand-written files of crates/module/npm around what wasm-bindgen wrote.

use crate::problem::{AtPath, Outcome, Problem};
use crate::setup;
use crate::wasm::Artefact;
use std::fs;
use std::path::Path;

/// Writes the whole folder anew. The wasm is, byte for byte, the file that the page loads.
pub fn write(engine: &Artefact, folder: &Path) -> Outcome {
    let root = setup::root()?;
    if folder.is_dir() {
        fs::remove_dir_all(folder).at("clear", folder)?;
    }
    copy_tree(&root.join("crates").join("module").join("npm"), folder)?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root.join(licence), folder.join(licence)).at("copy", &root.join(licence))?;
    }
    for (name, bytes) in [
        ("encours_glue.js", engine.glue.as_bytes()),
        ("encours_glue.d.ts", engine.types.as_bytes()),
        ("encours_bg.wasm", engine.wasm.as_slice()),
    ] {
        let path = folder.join(name);
        fs::write(&path, bytes).at("write", &path)?;
    }
    refuse_other_version(folder)
}

fn copy_tree(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).at("create", to)?;
    for entry in fs::read_dir(from).at("read", from)?.flatten() {
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_tree(&source, &copy)?;
        } else {
            fs::copy(&source, &copy).at("copy", &source)?;
        }
    }
    Ok(())
}

fn refuse_other_version(folder: &Path) -> Outcome {
    let path = folder.join("package.json");
    let text = fs::read_to_string(&path).at("read", &path)?;
    let ours = env!("CARGO_PKG_VERSION");
    if text.contains(&format!("\"version\": \"{ours}\"")) {
        return Ok(());
    }
    Err(Problem::new(format!(
        "crates/module/npm/package.json must say \"version\": \"{ours}\", as the workspace does."
    )))
}
