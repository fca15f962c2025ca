//! The gallery of hostile files, natively: values or one sentence, in both languages, never a panic.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::hostile::{Fate, corpus, gallery};
use engine::InputFile;
use engine::command::{Inputs, run};

#[test]
fn each_file_ends_in_values_or_in_one_sentence() {
    let mut failures = Vec::new();
    for hostile in gallery() {
        let mut sentences = Vec::new();
        for language in ["fr", "en"] {
            let args = ["import", hostile.name, "--lang", language].map(str::to_owned);
            let file = InputFile::in_memory(hostile.name, hostile.bytes.clone());
            let output = run(&args, Inputs { files: vec![file], ..Inputs::default() }, &mut |_| {});
            let (status, said) = match hostile.fate {
                Fate::Refused => (1, output.stderr.clone()),
                Fate::Read => (0, output.stdout.clone()),
            };
            let one_line = hostile.fate == Fate::Read || said.trim_end().lines().count() == 1;
            if output.status != status || said.is_empty() || !one_line || !said.contains(hostile.name) {
                failures.push(format!(
                    "{} ({language}): {} {}{}",
                    hostile.name, output.status, output.stdout, output.stderr
                ));
            }
            sentences.push(said);
        }
        if sentences[0] == sentences[1] {
            failures.push(format!("{}: both languages say {}", hostile.name, sentences[0]));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// Where the child process finds the files.
const FOLDER: &str = "ENCOURS_HOSTILE_FOLDER";

/// Answers every file of a folder, in order, one line each: name, milliseconds, status, or what went wrong.
#[test]
#[ignore = "runs as the child of the test below, under a limit of memory"]
#[allow(clippy::print_stdout)]
fn the_child_answers_the_files_of_a_folder() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    names.sort();
    for path in names {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        println!("\n>{name}");
        let start = std::time::Instant::now();
        let wrong = std::panic::catch_unwind(|| answered(&name, &path)).unwrap_or(Some("panicked".to_owned()));
        println!("\n<{name}\t{}\t{}", start.elapsed().as_millis(), wrong.unwrap_or_default());
    }
}

/// What is wrong with the answers in both languages, if anything.
fn answered(name: &str, path: &std::path::Path) -> Option<String> {
    let mut said = Vec::new();
    for language in ["fr", "en"] {
        let args = ["import", name, "--lang", language].map(str::to_owned);
        let file = InputFile::in_memory(name, std::fs::read(path).unwrap());
        let output = run(&args, Inputs { files: vec![file], ..Inputs::default() }, &mut |_| {});
        let text = if output.status == 0 { output.stdout } else { output.stderr };
        let lines = text.trim_end().lines().count();
        if output.status > 1 || !text.contains(name) || output.status == 1 && lines != 1 {
            return Some(format!("{language}, status {}: {text}", output.status).replace('\n', " "));
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Some(format!("{language}: control characters in {text:?}"));
        }
        said.push(text);
    }
    (said[0] == said[1]).then(|| format!("both languages say {}", said[0].replace('\n', " ")))
}

#[test]
#[cfg(unix)]
#[allow(clippy::print_stdout)]
fn the_wide_corpus_is_answered_soon_and_in_a_gibibyte() {
    let folder = std::env::temp_dir().join(format!("encours-corpus-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut expected = 0;
    for (name, bytes) in corpus::files() {
        std::fs::write(folder.join(name), bytes).unwrap();
        expected += 1;
    }
    for hostile in gallery() {
        std::fs::write(folder.join(hostile.name), hostile.bytes).unwrap();
        expected += 1;
    }
    let child = std::process::Command::new("sh")
        .args(["-c", "ulimit -v 1048576; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "the_child_answers_the_files_of_a_folder", "--ignored", "--nocapture", "--test-threads=1"])
        .env(FOLDER, &folder)
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let output = String::from_utf8_lossy(&child.stdout);
    let mut wrong = Vec::new();
    let (mut answers, mut slowest) = (0, (0, ""));
    for line in output.lines().filter_map(|line| line.strip_prefix('<')) {
        let fields: Vec<&str> = line.splitn(3, '\t').collect();
        let milliseconds: u64 = fields[1].parse().unwrap();
        slowest = slowest.max((milliseconds, fields[0]));
        answers += 1;
        // Each file is read twice, once in each language.
        if !fields[2].is_empty() || milliseconds > 20_000 {
            wrong.push(line);
        }
    }
    println!(
        "{answers} of {expected} hostile files answered; the slowest, {}, in {} ms for two readings",
        slowest.1, slowest.0
    );
    let last = output.lines().rfind(|line| line.starts_with('>')).unwrap_or_default();
    assert!(child.status.success(), "the reader died at {last}: {}", String::from_utf8_lossy(&child.stderr));
    assert!(expected >= 150 && answers == expected, "{answers} of {expected}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
