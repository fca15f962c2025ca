//! The architecture, checked: crate ranks, and the things that must be absent from a layer.
//! The table of crates/README.md is the input, so that page and code cannot drift apart.

// All of this file is a test: a broken table or a failing cargo has nothing better to do than to stop it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One row of the table.
struct Row {
    /// `None` for tools.
    rank: Option<u32>,
    /// Our crates it may use; `None` when the page says "all above" or has no such column.
    may_use: Option<Vec<String>>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn page() -> String {
    fs::read_to_string(root().join("crates/README.md")).expect("crates/README.md holds the table of ranks")
}

/// Rows of every table whose first heading is "Rank".
fn table() -> BTreeMap<String, Row> {
    let page = page();
    let mut rows = BTreeMap::new();
    let mut headings: Option<Vec<String>> = None;
    for line in page.lines() {
        let Some(inner) = line.trim().strip_prefix('|').and_then(|line| line.strip_suffix('|')) else {
            headings = None;
            continue;
        };
        let cells: Vec<String> = inner.split('|').map(|cell| cell.trim().to_owned()).collect();
        match &headings {
            None => headings = Some(cells),
            Some(names) if names[0] == "Rank" && !cells[0].starts_with("--") => {
                let column = names.iter().position(|name| name.starts_with("May use"));
                let may_use = column.and_then(|column| cells.get(column)).and_then(|cell| crate_names(cell));
                let name = cells[1].trim_matches(|c| !char::is_alphanumeric(c)).split('`').next().unwrap_or_default();
                rows.insert(name.to_owned(), Row { rank: cells[0].parse().ok(), may_use });
            }
            Some(_) => {}
        }
    }
    assert!(rows.len() > 3, "crates/README.md has no table whose first heading is `Rank`");
    rows
}

fn crate_names(cell: &str) -> Option<Vec<String>> {
    let words = cell.split(|c: char| !c.is_ascii_lowercase() && c != '_').filter(|word| !word.is_empty());
    let names: Vec<String> = words.map(str::to_owned).collect();
    (!names.iter().any(|name| name == "all")).then_some(names)
}

/// Our crates and the crates of ours that each uses in the product, tests and build scripts left out.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    // --no-deps: nothing is resolved, so nothing is downloaded.
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().unwrap();
    let ours: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let uses = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap().iter();
        let normal = all.filter(|dependency| dependency["kind"].is_null()).filter_map(|one| one["name"].as_str());
        normal.filter(|name| ours.contains(name)).map(str::to_owned).collect()
    };
    packages.iter().map(|package| (package["name"].as_str().unwrap().to_owned(), uses(package))).collect()
}

/// Source files of a crate, with their text without comments.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>();
            found.push((path, code.join("\n")));
        }
    }
    found.sort();
    found
}

/// Places of `word`, standing alone, in the sources of the crates named.
fn occurrences<'a>(crates: impl IntoIterator<Item = &'a str>, words: &[&str]) -> Vec<String> {
    let mut places = Vec::new();
    for name in crates {
        for (path, code) in sources(&root().join("crates").join(name).join("src")) {
            for (number, line) in code.lines().enumerate() {
                let shown = path.strip_prefix(root()).unwrap_or(&path).display();
                let seen = words.iter().filter(|word| stands_alone(line, word));
                places.extend(seen.map(|word| format!("{shown}:{}: {word}", number + 1)));
            }
        }
    }
    places
}

fn stands_alone(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(part) && !line[at + word.len()..].chars().next().is_some_and(part)
    })
}

fn refuse(rule: &str, problems: Vec<String>) {
    assert!(problems.is_empty(), "{rule}:\n  {}", problems.join("\n  "));
}

/// Every crate below the browser.
fn below_module() -> Vec<String> {
    table().into_iter().filter(|(_, row)| row.rank.is_some_and(|rank| rank < 7)).map(|(name, _)| name).collect()
}

#[test]
fn every_crate_has_its_row() {
    let (table, crates) = (table(), dependencies());
    let missing: Vec<String> = crates.keys().filter(|name| !table.contains_key(*name)).cloned().collect();
    refuse("crates/README.md has no row for", missing);
    let gone: Vec<String> = table.keys().filter(|name| !crates.contains_key(*name)).cloned().collect();
    refuse("crates/README.md has a row for crates that do not exist", gone);
}

#[test]
fn dependencies_point_down() {
    let table = table();
    let mut problems = Vec::new();
    for (name, uses) in dependencies() {
        let Some(row) = table.get(&name) else { continue };
        for used in uses {
            let below = match (row.rank, table.get(&used).and_then(|row| row.rank)) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(own), Some(other)) => other < own,
            };
            let named = row.rank.is_none() || row.may_use.as_ref().is_none_or(|names| names.contains(&used));
            if !below || !named {
                problems.push(format!("`{name}` uses `{used}`"));
            }
        }
    }
    refuse("crates/README.md does not allow these edges (smaller ranks, and named in its row)", problems);
}

#[test]
fn no_browser_below_the_module() {
    let names = below_module();
    let words = ["target_arch", "target_family", "wasm_bindgen", "js_sys", "web_sys"];
    refuse("only `module` and `app` know the browser", occurrences(names.iter().map(String::as_str), &words));
}

#[test]
fn no_clock_below_the_app() {
    let mut names = below_module();
    names.push("module".to_owned());
    let words = ["SystemTime", "Instant::now", "Utc::now", "Local::now", "Date::now", "Date::new_0"];
    refuse("the day is an argument, `as_of`", occurrences(names.iter().map(String::as_str), &words));
}

#[test]
fn no_hash_order_where_output_is_made() {
    let places = occurrences(["export", "engine", "protocol", "drafts"], &["HashMap"]);
    refuse("the order of an output is decided: use BTreeMap, or sort", places);
}

#[test]
fn no_float_where_money_is() {
    let places = occurrences(["values", "ledger", "dunning"], &["f64", "f32"]);
    refuse("money is an integer of minor units", places);
}

#[test]
fn no_program_is_started() {
    let mut names = below_module();
    names.push("module".to_owned());
    let words = ["std::process", "std::net"];
    refuse("only `xtask` starts programs or listens", occurrences(names.iter().map(String::as_str), &words));
}

#[test]
fn paths_named_by_the_page_exist() {
    let page = page();
    // Every second part stands between backticks. Blocks between triple backticks hold no paths of ours.
    let prose: String = page.split("```").step_by(2).collect();
    let is_path = |text: &&str| {
        let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
        let last = text.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        plain && text.contains('/') && (text.ends_with('/') || last.contains('.'))
    };
    let missing = prose.split('`').skip(1).step_by(2).filter(is_path);
    let missing = missing.filter(|path| !root().join(path).exists() && !root().join("crates").join(path).exists());
    refuse("crates/README.md names paths that do not exist", missing.map(str::to_owned).collect());
}
