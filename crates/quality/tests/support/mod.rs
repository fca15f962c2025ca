//! Ledgers written as lines of text, and findings printed as lines of text.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use ledger::{
    AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, Particulars, open_items,
};
use quality::{Detail, Evidence, Quality, quality};
use values::{Amount, AsOf, Currency, FileIndex, Source, TableIndex};

/// `account document kind day due amount [letters]`, one entry per line: kind is F, AV, RG, AN or OD; due is `-` where
/// there is none, `~` before an estimated day.
pub fn entries(builder: &mut LedgerBuilder, text: &str) {
    for (line, row) in text.lines().map(str::trim).filter(|line| !line.is_empty()).zip(2_u32..) {
        let mut words = line.split_whitespace();
        let mut word = || words.next().unwrap_or_else(|| panic!("{line}"));
        let id = word().to_owned();
        let document = word().replace('_', " ");
        let kind = match word() {
            "F" => EntryKind::Invoice,
            "AV" => EntryKind::CreditNote,
            "RG" => EntryKind::Payment,
            "AN" => EntryKind::Opening,
            _ => EntryKind::Other,
        };
        let day = word().parse().unwrap();
        let due = word();
        let (due_day, due_day_source) = match due.strip_prefix('~') {
            Some(due) => (Some(due.parse().unwrap()), DueDaySource::Mode),
            None if due == "-" => (None, DueDaySource::None),
            None => (Some(due.parse().unwrap()), DueDaySource::Stated),
        };
        let amount = Amount::parse_decimal(word(), 2).unwrap();
        let letters = words.next().map(str::to_owned);
        let customer = builder.customer(&Customer { id, ..Customer::default() });
        let group = letters.map(|letters| builder.group(&letters));
        let source = Source { file: FileIndex(0), table: TableIndex(0), row };
        let account_class = AccountClass::Receivable;
        let entry = Entry {
            customer,
            kind,
            account_class,
            day,
            due_day,
            due_day_source,
            amount,
            group,
            disputed: false,
            source,
        };
        builder.push(entry, if document == "." { "" } else { &document });
    }
}

/// Master data: `account | name | email | phone | siren | vat | iban | street | code | city`, one customer per line.
pub fn customers(builder: &mut LedgerBuilder, text: &str) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut cells = line.split('|').map(|cell| Some(cell.trim().to_owned()).filter(|cell| !cell.is_empty()));
        let mut cell = || cells.next().flatten();
        let id = cell().unwrap();
        let name = cell().unwrap_or_default();
        let (email, phone, siren, vat_number, iban) = (cell(), cell(), cell(), cell(), cell());
        let (address, postal_code, city) = (cell(), cell(), cell());
        let particulars =
            Particulars { email, phone, siren, vat_number, iban, address, postal_code, city, ..Particulars::default() };
        let customer = Customer { id, name, particulars: Some(Box::new(particulars)) };
        builder.customer(&customer);
    }
}

pub fn ledger(master: &str, lines: &str) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    customers(&mut builder, master);
    entries(&mut builder, lines);
    builder.build().unwrap()
}

pub fn seen(ledger: &Ledger, as_of: &str) -> Quality {
    quality(ledger, &open_items(ledger, AsOf(as_of.parse().unwrap())), 20)
}

/// The findings of some codes: `code ×count amount: account document row detail; …`.
pub fn printed(ledger: &Ledger, quality: &Quality, codes: &[&str]) -> Vec<String> {
    let asked = quality.findings.iter().filter(|finding| codes.contains(&finding.check.code()));
    asked
        .map(|finding| {
            let amount = finding.amount.map(|amount| format!(" {amount}")).unwrap_or_default();
            let rows: Vec<String> = finding.evidence.iter().map(|evidence| row(ledger, evidence)).collect();
            format!("{} ×{}{amount}: {}", finding.check.code(), finding.count, rows.join("; "))
        })
        .collect()
}

fn row(ledger: &Ledger, evidence: &Evidence) -> String {
    let account = |customer| ledger.customer(customer).id.clone();
    let detail = match &evidence.detail {
        Detail::None => String::new(),
        Detail::Dates { day, due } => format!("{day}→{}", due.map(|due| due.to_string()).unwrap_or_default()),
        Detail::Twin { customer, document, source } => format!("={} {document} {}", account(*customer), source.row),
        Detail::Seen(text) => format!("«{text}»"),
        Detail::Meant { seen, meant } => format!("«{seen}» {meant}"),
        Detail::Group { letters, lines } => format!("{letters}×{lines}"),
        Detail::SameAs { customer, reasons } => format!("={} {reasons:?}", account(*customer)),
    };
    let words = [account(evidence.customer), evidence.document.clone(), evidence.source.row.to_string(), detail];
    words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// What the checks of some codes say of a ledger.
pub fn check(master: &str, lines: &str, as_of: &str, codes: &[&str], expected: &[&str]) {
    let ledger = ledger(master, lines);
    let quality = seen(&ledger, as_of);
    assert_eq!(printed(&ledger, &quality, codes), expected, "{master}\n{lines}");
}
