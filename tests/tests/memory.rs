//! What a hostile or a large workbook costs in memory, counted by the allocator. One test: the count is of the process.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use acceptance::sheets::{workbook, workbook_with};
use engine::{InputFile, Session};
use peak_alloc::PeakAlloc;
use protocol::OpenOptions;
use std::fmt::Write as _;
use std::time::Instant;
use text::Language;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MEGABYTE: usize = 1024 * 1024;

/// Bytes allocated at the worst moment of some work, beyond those before it.
fn growth<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let result = work();
    (MEMORY.peak_usage().saturating_sub(before), result)
}

fn open(bytes: Vec<u8>) -> Option<Session> {
    let file = InputFile::in_memory("items.xlsx", bytes);
    Session::open(vec![file], &OpenOptions::default(), Language::En, &mut |_| {}).ok()
}

#[test]
fn memory_follows_the_rows_and_not_the_rectangle_nor_the_file() {
    // The first cell and the last one that a sheet has: a rectangle of seventeen thousand million cells.
    let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let text = "# Items\nCustomer;Document;Date;Amount\nC1;F1;=2026-01-05;#12.5\n";
    let bytes = workbook_with(text, &|sheet| sheet.replace("</sheetData>", corner));
    let start = Instant::now();
    let (grown, session) = growth(|| open(bytes));
    assert!(session.is_some());
    assert!(grown <= 20 * MEGABYTE, "{grown}");
    assert!(start.elapsed().as_millis() < 500, "{:?}", start.elapsed());

    // A sheet read in passes: the file twice, its ledger and a batch, whatever its rows. Held, its table alone takes more.
    let mut text = String::from("# Items\nCustomer;Name;Document;Date;Due;Amount;Label\n");
    let label = "delivery ".repeat(375);
    for number in 0..2_500 {
        let (customer, day) = (number % 300, 1 + number % 28);
        writeln!(
            text,
            "C{customer};Customer {customer};F{number};=2026-01-{day:02};=2026-03-{day:02};#{number}.5;{label}"
        )
        .unwrap();
    }
    let bytes = workbook(&text);
    let size = bytes.len();
    let (held, _) = growth(|| sheet::read(&bytes, &sheet::Limits::default(), &mut |_, _| {}).unwrap());
    let (grown, session) = growth(|| open(bytes));
    assert!(session.is_some());
    let beside = grown.saturating_sub(size);
    println!("held {held}, in passes {beside} beside the file of {size}");
    assert!(beside < held, "{beside} {held}");

    // A second large text costs what its own entries do: those of the first are not copied while it is read.
    let first = || ("1.csv", rows(0));
    let (one, _) = resting(vec![first()]);
    let (two, kept) = resting(vec![first(), ("2.csv", rows(100_000))]);
    println!("beside what is kept: one text {one}, two {two}; kept of two {kept}");
    assert!(two < one + kept / 10, "{one} {two} {kept}");
}

/// A large text of open items, from a number on.
fn rows(from: u32) -> Vec<u8> {
    let mut text = String::from("Customer;Document;Date;Due;Amount\n");
    for number in from..from + 100_000 {
        let (customer, day) = (number % 40, 1 + number * 7 % 28);
        writeln!(text, "C{customer};F{};{day:02}/05/2026;{day:02}/06/2026;{number},25", number * 7_919).unwrap();
    }
    text.into_bytes()
}

/// Bytes allocated at the worst moment of opening files beyond those that stay, and those that stay, files aside.
fn resting(files: Vec<(&str, Vec<u8>)>) -> (usize, usize) {
    let inputs = files.into_iter().map(|(name, bytes)| InputFile::in_memory(name, bytes)).collect();
    let before = MEMORY.current_usage();
    let (grown, session) =
        growth(|| Session::open(inputs, &OpenOptions::default(), Language::En, &mut |_| {}).unwrap());
    let kept = MEMORY.current_usage().saturating_sub(before);
    drop(session);
    (grown.saturating_sub(kept), kept)
}
