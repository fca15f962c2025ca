//! Checks written as data: a command line, and what its JSON answer must contain. The same files are replayed natively
//! (`tests/tests/golden.rs`) and on the npm package (`tests/node/golden.test.mjs`).
//!
//! An object names only the members that are checked; a list names all its elements. A decimal number in quotation
//! marks (`"94.81"`) stands for a number that rounds to it, to as many decimals.

use crate::{fixtures, sheets};
use engine::InputFile;
use engine::command::{Inputs, Output, parse, run};
use serde_json::Value;

/// Runs a command line of the package natively; files are named from the acceptance folder.
pub fn command(line: &str) -> Output {
    let args = words(line);
    let inputs = match parse(&args) {
        Ok(parsed) => Inputs {
            files: parsed.files.iter().map(|file| input(file)).collect(),
            sender: parsed.sender.map(|path| String::from_utf8(fixtures::bytes(&path)).unwrap()),
            ..Inputs::default()
        },
        Err(_) => Inputs::default(),
    };
    run(&args, inputs, &mut |_| {})
}

/// Words between spaces; quotation marks keep some together.
fn words(line: &str) -> Vec<String> {
    let quoted = |(position, part): (usize, &str)| match position % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    };
    line.split('"').enumerate().flat_map(quoted).collect::<Vec<String>>()
}

fn input(relative: &str) -> InputFile {
    let name = relative.rsplit('/').next().unwrap().to_owned();
    let bytes = fixtures::bytes(relative);
    match name.strip_suffix(".sheets") {
        Some(stem) => {
            InputFile::in_memory(format!("{stem}.xlsx"), sheets::workbook(&String::from_utf8(bytes).unwrap()))
        }
        None => InputFile::in_memory(name, bytes),
    }
}

/// The JSON answer of a command that succeeds.
pub fn answer(line: &str) -> Value {
    let output = command(&format!("{line} --json"));
    assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{line}");
    serde_json::from_str(&output.stdout).unwrap_or_else(|error| panic!("{line}: {error}"))
}

/// Replays the checks of a file of expectations; returns what differs, one line each.
pub fn replay(expectations: &str) -> Vec<String> {
    let document = fixtures::json(expectations);
    let mut differences = Vec::new();
    for check in document["checks"].as_array().unwrap() {
        let line = check["command"].as_str().unwrap();
        let mut found = Vec::new();
        compare(&check["expect"], &answer(line), "", &mut found);
        differences.extend(found.into_iter().map(|difference| format!("{line}\n    {difference}")));
    }
    differences
}

/// Lists where `actual` does not hold what is expected of it.
pub fn compare(expected: &Value, actual: &Value, path: &str, differences: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(members), Value::Object(_)) => {
            for (name, member) in members {
                let missing = Value::String("(missing)".to_owned());
                compare(member, actual.get(name).unwrap_or(&missing), &format!("{path}.{name}"), differences);
            }
        }
        (Value::Array(some), Value::Array(others)) if some.len() == others.len() => {
            for (position, (one, other)) in some.iter().zip(others).enumerate() {
                compare(one, other, &format!("{path}[{position}]"), differences);
            }
        }
        (Value::String(decimal), Value::Number(number)) if rounds_to(number, decimal) => {}
        _ if expected == actual => {}
        _ => differences.push(format!("{path}: expected {expected}, seen {actual}")),
    }
}

fn rounds_to(number: &serde_json::Number, decimal: &str) -> bool {
    let decimals = decimal.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    number.as_f64().is_some_and(|number| format!("{number:.decimals$}") == decimal)
}
