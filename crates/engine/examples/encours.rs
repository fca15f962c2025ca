//! The command line without WebAssembly, for trying the engine natively and for the native half of the benchmark:
//! `cargo run -p engine --example encours -- aged-balance ledger.csv --as-of 2026-09-30`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use engine::command::{self, Inputs};
use engine::{InputFile, Source, SourceError};
use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

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
    let folder = command::parse(&args).ok().and_then(|parsed| parsed.out);
    for (name, bytes) in output.files {
        println!("{name}  {} B", bytes.len());
        if let Some(problem) = folder.as_ref().and_then(|folder| write(Path::new(folder), &name, &bytes).err()) {
            eprintln!("{name}: {problem}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::from(output.status)
}

/// Under the folder: the names are the engine's own.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
    std::fs::write(path, bytes)
}

fn read(parsed: &command::Parsed) -> Result<Inputs, String> {
    let text = |path: &Option<String>| -> Result<Option<String>, String> {
        path.as_ref().map(|path| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))).transpose()
    };
    let files: Result<Vec<InputFile>, String> = parsed.files.iter().map(|path| file(path)).collect();
    Ok(Inputs {
        files: files?,
        policy: text(&parsed.policy)?,
        mapping: text(&parsed.mapping)?,
        corrections: text(&parsed.corrections)?,
        rates: text(&parsed.rates)?,
        sender: text(&parsed.sender)?,
        invoices: parsed.invoices.as_ref().map_or_else(|| Ok(Vec::new()), |folder| folder_files(folder))?,
    })
}

/// The files of a folder, by name; not those of the folders in it.
fn folder_files(folder: &str) -> Result<Vec<InputFile>, String> {
    let told = |error: std::io::Error| format!("{folder}: {error}");
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.is_file() {
            paths.push(path.to_string_lossy().into_owned());
        }
    }
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &str) -> Result<InputFile, String> {
    let disk = Disk::open(path).map_err(|error| format!("{path}: {error}"))?;
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(InputFile { name, source: Rc::new(disk) })
}

/// A file of the disk, read piece by piece.
struct Disk {
    file: RefCell<File>,
    size: u64,
}

impl Disk {
    fn open(path: &str) -> std::io::Result<Disk> {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        Ok(Disk { file: RefCell::new(file), size })
    }
}

impl Source for Disk {
    fn len(&self) -> u64 {
        self.size
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
        let mut file = self.file.borrow_mut();
        let read = file.seek(SeekFrom::Start(offset)).and_then(|_| file.read(buffer));
        read.map_err(|error| SourceError { detail: error.to_string() })
    }
}
