//! Writes the page's folder: every file but index.html is named after the hash of its final bytes, every address is
//! relative, so the folder works under any path and its files may be cached for ever.

use crate::html::{self, Names};
use crate::problem::{AtPath, Outcome, Problem};
use crate::setup;
use crate::wasm::Build;
use base64::Engine as _;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// A file as the page names it.
pub struct Published {
    /// File name with its hash.
    pub name: String,
    /// `sha256-...`, for the integrity attribute.
    pub integrity: String,
}

/// Writes the whole folder anew.
pub fn write(build: &Build, folder: &Path) -> Outcome {
    let root = setup::root()?;
    refuse_without_worker_loop(&build.engine.glue)?;
    if folder.is_dir() {
        fs::remove_dir_all(folder).at("clear", folder)?;
    }
    fs::create_dir_all(folder).at("create", folder)?;
    let boot = root.join("app").join("boot.js");
    let template = root.join("index.html");
    let names = Names {
        style: publish(folder, "style", "css", style_sheet(&root)?.as_bytes())?,
        boot: publish(folder, "boot", "js", &fs::read(&boot).at("read", &boot)?)?,
        app_glue: publish(folder, "app", "js", build.app.glue.as_bytes())?,
        app_wasm: publish(folder, "app", "wasm", &build.app.wasm)?,
        engine_glue: publish(folder, "encours", "js", build.engine.glue.as_bytes())?,
        engine_wasm: publish(folder, "encours", "wasm", &build.engine.wasm)?,
    };
    let page = html::page(&fs::read_to_string(&template).at("read", &template)?, &names)?;
    let index = folder.join("index.html");
    fs::write(&index, page).at("write", &index)
}

fn publish(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Outcome<Published> {
    let digest = Sha256::digest(bytes);
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{short}.{extension}");
    let path = folder.join(&name);
    fs::write(&path, bytes).at("write", &path)?;
    Ok(Published { name, integrity: format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(digest)) })
}

/// app/style/*.css one after the other, in the order of their names.
fn style_sheet(root: &Path) -> Outcome<String> {
    let folder = root.join("app").join("style");
    let Ok(entries) = fs::read_dir(&folder) else {
        return Ok(String::new());
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    files.sort();
    let mut sheet = String::new();
    for file in files {
        sheet.push_str(&fs::read_to_string(&file).at("read", &file)?);
        sheet.push('\n');
    }
    Ok(sheet)
}

/// The worker's text is the glue followed by a call of these two; better a refusal here than a page that never starts.
fn refuse_without_worker_loop(glue: &str) -> Outcome {
    for needed in ["__wbg_init as default", "function serve("] {
        if !glue.contains(needed) {
            return Err(Problem::new(format!(
                "the engine's glue has no `{needed}`; `crates/module` must export `serve`, which answers the page's messages."
            )));
        }
    }
    Ok(())
}
