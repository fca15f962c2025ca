//! The gallery of hostile files, natively: values or one sentence, in both languages, never a panic.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::hostile::{Fate, gallery};
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
