//! Turns the rate series of `data/*.csv` into tables of the crate, so that no reader of files is shipped. Refuses a row that
//! does not read, a gap, an overlap: a series that is wrong does not compile.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};
use values::{Day, Days};

/// The series, by file: `EcbRefi` is `data/ecb-refi.csv`.
const SERIES: [&str; 7] = [
    "ecb-refi",
    "fr-legal-professional",
    "fr-legal-individual",
    "boe-reference",
    "de-base",
    "be-commercial",
    "ch-default",
];

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=build.rs");
    let mut code = String::new();
    for series in SERIES {
        let path = format!("data/{series}.csv");
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let rows = rows(&text).map_err(|problem| format!("{path}, {problem}"))?;
        let name = series.replace('-', "_").to_uppercase();
        let _infallible = writeln!(code, "pub static {name}: [Row; {}] = [{}];", rows.len(), rows.concat());
    }
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("series.rs"), code).map_err(|error| error.to_string())
}

/// The rows of a file as expressions, each beginning on the day after the one before ends.
fn rows(text: &str) -> Result<Vec<String>, String> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.starts_with('#')).skip(1);
    let mut rows = Vec::new();
    let mut next: Option<Day> = None;
    for (line, number) in lines {
        let (from, to, code) = row(line).ok_or_else(|| format!("line {number}: not a row: {line}"))?;
        if from > to || next.is_some_and(|next| next != from) {
            return Err(format!("line {number}: a gap, an overlap or a row that ends before it begins: {line}"));
        }
        next = Some(to + Days(1));
        rows.push(code);
    }
    if rows.is_empty() { Err("no row".to_owned()) } else { Ok(rows) }
}

fn row(line: &str) -> Option<(Day, Day, String)> {
    let cells: Vec<&str> = line.split(';').collect();
    let [from, to, percent, quality, checked, source] = cells.as_slice() else { return None };
    let (from, to, checked): (Day, Day, Day) = (from.parse().ok()?, to.parse().ok()?, checked.parse().ok()?);
    let quality = match *quality {
        "verified" => "Verified",
        "computed" => "Computed",
        "secondary" => "Secondary",
        "unverified" => "Unverified",
        _ => return None,
    };
    let (negative, digits) = percent.strip_prefix('-').map_or((false, *percent), |digits| (true, digits));
    let (whole, hundredths) = digits.split_once('.').filter(|(_, hundredths)| hundredths.len() == 2)?;
    let magnitude = whole.parse::<i32>().ok()? * 100 + hundredths.parse::<i32>().ok()?;
    let hundredths = if negative { -magnitude } else { magnitude };
    let source = Some(source.trim()).filter(|source| !source.is_empty())?;
    let day = |day: Day| format!("Day::numbered({})", day.number());
    let code = format!(
        "Row {{ from: {}, to: {}, rate: Rate::hundredths({hundredths}), quality: Quality::{quality}, checked: {}, source: Cow::Borrowed({source:?}) }},\n",
        day(from),
        day(to),
        day(checked)
    );
    Some((from, to, code))
}
