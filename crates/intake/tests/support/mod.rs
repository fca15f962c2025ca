//! Text in, text out: tables written as text, what was read printed as text.

#![allow(dead_code, reason = "each test file uses its part")]

use intake::{Detection, Diagnostic, Intake, Ledgers, Mapping, Settings, choose, detect, parse};
use ledger::{EntryKey, Ledger};
use sheet::{CellKind, Table};
use values::{Currency, FileIndex, TableIndex};

/// A table from lines of cells separated by `;`. `=2026-01-31` is a true date, `#12.5` a number of a workbook.
pub fn table(text: &str) -> Table {
    sheet_named(None, text)
}

/// A table that is a sheet of a workbook.
pub fn sheet_named(name: Option<&str>, text: &str) -> Table {
    let mut table = Table::new(name.map(str::to_owned));
    for (line, number) in text.lines().zip(1..) {
        table.start_row(number);
        for (cell, column) in line.split(';').zip(0..) {
            match (cell.strip_prefix('='), cell.strip_prefix('#').filter(|rest| !rest.is_empty())) {
                (Some(date), _) => table.push(column, CellKind::Date, date),
                (None, Some(number)) => table.push(column, CellKind::Number, number),
                (None, None) => table.push(column, CellKind::Text, cell),
            }
        }
        if table.drop_empty_row() {
            table.blank_rows += 1;
        }
    }
    table
}

pub fn settings() -> Settings {
    Settings { default_terms: None, default_currency: Currency::EUR }
}

/// Reads tables as files of one dossier, each as detection proposes.
pub fn read_all(tables: &[Table], settings: &Settings) -> (Vec<Mapping>, Vec<Intake>, Vec<Ledger>) {
    let mut ledgers = Ledgers::default();
    let mut mappings = Vec::new();
    let mut intakes = Vec::new();
    for (table, file) in tables.iter().zip(0..) {
        let (_, candidate) = choose(std::slice::from_ref(table)).expect("the table is recognised");
        let mapping = candidate.mapping;
        let intake = parse(table, FileIndex(file), TableIndex(0), &mapping, settings, &mut ledgers, &mut |_, _| {});
        assert!(intake.rows.balanced(), "{:?}", intake.rows);
        mappings.push(mapping);
        intakes.push(intake);
    }
    (mappings, intakes, ledgers.build().unwrap())
}

/// Everything read from a table: entries, rows set aside, remarks, totals.
pub fn read(text: &str) -> String {
    read_with(text, &settings())
}

pub fn read_with(text: &str, settings: &Settings) -> String {
    let (_, intakes, ledgers) = read_all(&[table(text)], settings);
    let mut lines: Vec<String> = Vec::new();
    for ledger in &ledgers {
        lines.extend(entries(ledger));
    }
    for intake in &intakes {
        lines.extend(intake.set_aside.iter().map(said));
        lines.extend(intake.diagnostics.iter().map(said));
        lines.extend(intake.control_totals.iter().filter_map(|total| {
            total.stated.map(|stated| format!("stated {stated} computed {} {}", total.computed, total.currency))
        }));
    }
    lines.join("\n")
}

/// `customer document kind day due amount group flags` of every entry; default parts are left out.
pub fn entries(ledger: &Ledger) -> Vec<String> {
    let mut keys: Vec<EntryKey> = ledger.keys().collect();
    keys.sort_by_key(|key| (ledger.entry(*key).source, *key));
    let mut groups = Vec::new();
    let shown = keys.into_iter().map(|key| {
        let (entry, document) = (ledger.entry(key), ledger.document(key));
        let customer = ledger.customer(entry.customer);
        let mut parts = vec![customer.id.clone()];
        if customer.name != customer.id {
            parts.push(format!("({})", customer.name));
        }
        if !document.is_empty() {
            parts.push(document);
        }
        parts.push(format!("{:?} {}", entry.kind, entry.day));
        if let Some(due) = entry.due_day {
            parts.push(format!("due {due} {:?}", entry.due_day_source).to_lowercase());
        }
        parts.push(entry.amount.to_string());
        if ledger.currency() != Currency::EUR {
            parts.push(ledger.currency().code().to_owned());
        }
        // Groups by number of appearance.
        parts.extend(entry.group.map(|group| {
            let seen = groups.iter().position(|known| *known == (entry.customer, group));
            let number = seen.unwrap_or(groups.len());
            if seen.is_none() {
                groups.push((entry.customer, group));
            }
            format!("g{number}")
        }));
        parts.extend(entry.disputed.then(|| "disputed".to_owned()));
        parts.join(" ")
    });
    shown.collect()
}

/// `! row code column «seen»`, with the counts of the kind.
pub fn said(diagnostic: &Diagnostic) -> String {
    let kind = format!("{:?}", diagnostic.kind);
    let counts: String = kind
        .split_once("count: ")
        .map(|(_, rest)| format!(" ×{}", rest.split([',', ' ', '}']).next().unwrap_or_default()))
        .unwrap_or_default();
    let row = diagnostic.at.map(|at| format!(" row {}", at.row)).unwrap_or_default();
    let column = diagnostic.column.as_ref().map(|column| format!(" {}", column.header)).unwrap_or_default();
    let seen = diagnostic.seen.as_ref().map(|seen| format!(" «{seen}»")).unwrap_or_default();
    format!("! {}{counts}{row}{column}{seen}", diagnostic.code())
}

/// How a table would be read: layout, sign rule, date order, decimal mark, columns, then questions.
pub fn detected(text: &str) -> String {
    shown(&detect(&table(text)))
}

pub fn shown(detection: &Detection) -> String {
    let Some(best) = detection.candidates.first() else { return "nothing".to_owned() };
    let mapping = &best.mapping;
    let columns: Vec<String> =
        mapping.columns().iter().map(|binding| format!("{}={}", binding.field, binding.column)).collect();
    let format = mapping.amount_format();
    let group = format.group().map(String::from).unwrap_or_default();
    let questions: String = detection.questions.iter().map(|question| format!(" ?{}", question.code())).collect();
    format!(
        "{} row {} {:?} {:?} {}{group} | {}{questions}",
        mapping.layout().key(),
        mapping.header_row(),
        mapping.sign(),
        mapping.date_order(),
        format.decimal().character(),
        columns.join(" ")
    )
}

/// `read = imported + set aside + blank + headings + totals`.
pub fn counts(text: &str) -> String {
    let (_, intakes, _) = read_all(&[table(text)], &settings());
    let rows = intakes[0].rows;
    let parts = [rows.imported, rows.set_aside, rows.blank, rows.headings, rows.totals];
    format!("{} = {}", rows.read, parts.map(|part| part.to_string()).join(" + "))
}
