//! Finds a Chromium for the browser suite: CHROME, then PATH, then the system's packages, then playwright's installer.

use crate::problem::{Outcome, Problem};
use crate::{debian, process};
use std::path::{Path, PathBuf};
use std::process::Command;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Path of a Chromium that starts, installed if need be. `suite` is the folder with playwright-core in node_modules.
pub fn find_or_install(suite: &Path) -> Outcome<PathBuf> {
    if let Some(chrome) = std::env::var_os("CHROME").filter(|value| !value.is_empty()) {
        let chrome = PathBuf::from(chrome);
        return if starts(&chrome) {
            Ok(chrome)
        } else {
            Err(Problem::new(format!(
                "CHROME names {}, which does not start; name a working Chromium or unset it.",
                chrome.display()
            )))
        };
    }
    on_path()
        .or_else(|| by_packages().then(on_path).flatten())
        .or_else(|| by_playwright(suite))
        .ok_or_else(|| {
            Problem::new("no Chromium was found or could be installed; install one and name it, as in `CHROME=/path/to/chromium cargo xtask test`.")
        })
}

/// The whole path: whoever drives the browser looks for a file, not for a name on PATH.
fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let named = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    named.into_iter().find(|program| program.is_file() && starts(program))
}

fn starts(program: &Path) -> bool {
    process::ask(Command::new(program).arg("--version")).is_some()
}

fn by_packages() -> bool {
    println!("No Chromium on PATH: installing Debian's package (about 1 minute)...");
    debian::install(&["chromium", "fonts-dejavu-core", "fonts-liberation"])
}

fn by_playwright(suite: &Path) -> Option<PathBuf> {
    println!("Asking playwright's installer for a Chromium (about 2 minutes)...");
    let cli = Path::new("node_modules").join("playwright-core").join("cli.js");
    process::run(
        Command::new("node").current_dir(suite).arg(cli).args(["install", "chromium"]),
        "going on without it.",
    )
    .ok()?;
    let print = "import { chromium } from 'playwright-core'; console.log(chromium.executablePath())";
    let path = process::ask(Command::new("node").current_dir(suite).args(["--input-type=module", "-e", print]))?;
    Some(PathBuf::from(path)).filter(|path| starts(path))
}
