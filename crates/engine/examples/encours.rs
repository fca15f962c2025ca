//! The command line without WebAssembly, for trying the engine natively and for the native half of the benchmark:
//! `cargo run -p engine --example encours -- aged-balance ledger.csv --as-of 2026-09-30`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use engine::InputFile;
use engine::command::{self, Inputs};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let inputs = match command::parse(&args).map_err(|usage| usage.message).and_then(|parsed| read(&parsed)) {
        Ok(inputs) => inputs,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            return ExitCode::from(2);
        }
    };
    let output = command::run(&args, inputs, &mut |_| {});
    print!("{}", output.stdout);
    eprint!("{}", output.stderr);
    for (name, bytes) in output.files {
        println!("{name}  {} B", bytes.len());
    }
    ExitCode::from(output.status)
}

fn read(parsed: &command::Parsed) -> Result<Inputs, String> {
    let text = |path: &Option<String>| -> Result<Option<String>, String> {
        path.as_ref().map(|path| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))).transpose()
    };
    let files: Result<Vec<InputFile>, String> = parsed.files.iter().map(|path| file(path)).collect();
    Ok(Inputs { files: files?, policy: text(&parsed.policy)?, mapping: text(&parsed.mapping)? })
}

fn file(path: &str) -> Result<InputFile, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(InputFile { name, bytes })
}
