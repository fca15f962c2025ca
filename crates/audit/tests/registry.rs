//! The registry holds to its checklist (`crates/README.md`): each check has a file of its own, and a fixture with a
//! ledger it finds something in and one it leaves alone. What it finds is written there; `UPDATE_GOLDEN=1` rewrites it.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use audit::CHECKS;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A fixture: `as of` a day, then blocks `found` and `clean`, each of customers (`account | name …`) and entries, and
/// after the first what the check says (`= …`); lines that begin with `~` are the client's own aged balance. A line that begins with `//` says what is shown.
struct Fixture {
    as_of: String,
    found: Block,
    clean: Block,
}

#[derive(Default)]
struct Block {
    customers: String,
    entries: String,
    /// The client's own aged balance, lines that begin with `~`.
    aged: String,
    /// Reminders sent, lines that begin with `>`.
    reminders: String,
    expected: Vec<String>,
}

impl Fixture {
    fn read(text: &str) -> Fixture {
        let mut fixture = Fixture { as_of: String::new(), found: Block::default(), clean: Block::default() };
        let mut clean = false;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
            if let Some(day) = line.strip_prefix("as of ") {
                day.clone_into(&mut fixture.as_of);
                continue;
            }
            let block = if clean { &mut fixture.clean } else { &mut fixture.found };
            match line {
                "found" => clean = false,
                "clean" => clean = true,
                _ if line.starts_with("= ") => block.expected.push(line.get(2..).unwrap().to_owned()),
                _ if line.starts_with("> ") => block.reminders += &format!("{}\n", line.get(2..).unwrap()),
                _ if line.starts_with("~ ") => block.aged += &format!("{}\n", line.get(2..).unwrap()),
                _ if line.contains('|') => block.customers += &format!("{line}\n"),
                _ => block.entries += &format!("{line}\n"),
            }
        }
        fixture
    }
}

fn folder(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn stems(relative: &str, extension: &str) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder(relative)).unwrap().map(|file| file.unwrap().path());
    let stems = files.filter(|file| file.extension().is_some_and(|seen| seen == extension));
    stems.map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn each_check_has_a_file_and_a_fixture_of_its_own() {
    let codes: BTreeSet<String> = CHECKS.iter().map(|check| check.code.to_owned()).collect();
    assert!(codes.len() >= 35, "{}", codes.len());
    assert_eq!(stems("tests/fixtures", "txt"), codes);
    let mut files: BTreeSet<String> = stems("src/checks", "rs").iter().map(|stem| stem.replace('_', "-")).collect();
    assert!(files.remove("mod"));
    assert_eq!(files, codes);
}

#[test]
fn each_check_finds_what_is_sown_and_leaves_the_rest_alone() {
    let update = std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1");
    let mut wrong = Vec::new();
    for check in CHECKS {
        let file = folder("tests/fixtures").join(format!("{}.txt", check.code));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", check.code));
        let fixture = Fixture::read(&text);
        let says = |block: &Block| {
            let ledger = support::ledger(&block.customers, &block.entries);
            support::printed(
                &ledger,
                &support::seen_beside(&ledger, &block.aged, &block.reminders, &fixture.as_of),
                &[check.code],
            )
        };
        let (found, clean) = (says(&fixture.found), says(&fixture.clean));
        if found.len() != 1 || !clean.is_empty() || fixture.clean.entries.is_empty() {
            wrong.push(format!("{}: found {found:?}, clean {clean:?}", check.code));
            continue;
        }
        if update {
            let rest: Vec<&str> = text.lines().filter(|line| !line.trim().starts_with("= ")).collect();
            let expected = format!("= {}\n\nclean\n", found.join("\n= "));
            let text = rest.join("\n").replacen("\nclean\n", &format!("\n{expected}"), 1).replace("\n\n= ", "\n= ");
            std::fs::write(&file, format!("{}\n", text.trim_end())).unwrap();
        } else if fixture.found.expected != found {
            wrong.push(format!("{}: found {found:?}, expected {:?}", check.code, fixture.found.expected));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
