//! Runs other programs: cargo, npm, node, git. Nothing here captures an error text to hide it: what a program says on
//! stderr reaches the terminal as it is.

use crate::problem::{Outcome, Problem};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// npm, whatever the platform calls it.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs to the end with the terminal's own streams; `advice` ends the sentence when it fails.
pub fn run(command: &mut Command, advice: &str) -> Outcome {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(failed(command, advice)) }
}

/// Runs to the end, shows each line of its output at once, and returns the whole of it with its success.
pub fn run_and_read(command: &mut Command) -> Outcome<(bool, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| missing(command, &error))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // A closed terminal must not stop the count.
            let _ = writeln!(std::io::stdout(), "{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait().map_err(|error| missing(command, &error))?;
    Ok((status.success(), text))
}

/// Output of a quick question, or nothing when the program is missing or refuses.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let short = program.file_stem().unwrap_or(command.get_program()).to_string_lossy();
    match command.get_args().next() {
        Some(verb) if !verb.to_string_lossy().starts_with('-') => format!("{short} {}", verb.to_string_lossy()),
        _ => short.into_owned(),
    }
}

fn missing(command: &Command, error: &std::io::Error) -> Problem {
    Problem::new(format!("`{}` could not be started ({error}); install it, or put it on PATH.", name(command)))
}

fn failed(command: &Command, advice: &str) -> Problem {
    Problem::new(format!("`{}` failed: {advice}", name(command)))
}
