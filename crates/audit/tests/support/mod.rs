//! Ledgers written as lines of text, and findings printed as lines of text.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use analysis::reperformance::{Reperformance, Stated, reperform};
use analysis::waiting::Reminder;
use audit::{Audit, Client, Detail, Evidence, audit};
use ledger::{
    AccountClass, Coverage, Customer, CustomerKey, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, Particulars,
    open_items,
};
use std::collections::BTreeMap;
use std::rc::Rc;
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

/// `account document kind day due amount [letters]`, one entry per line: kind is F, AV, RG, AN or OD; due is `-` where
/// there is none, `~` before an estimated day. After the letters (`.` for none) come `@416` for an account, `#1` for a
/// file. `60*` before a line writes it sixty times: `#` in the document is the number, and `+7` after a day adds seven
/// days from line to line.
pub fn entries(builder: &mut LedgerBuilder, text: &str) {
    let mut row = 2_u32;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (times, line) = line.split_once("* ").map_or((1, line), |(times, line)| (times.parse().unwrap(), line));
        for number in 0..times {
            entry(builder, line, number, row);
            row += 1;
        }
    }
}

fn day(text: &str, number: i32) -> Day {
    let (day, step) = text.split_once('+').map_or((text, 0), |(day, step)| (day, step.parse().unwrap()));
    day.parse::<Day>().unwrap() + Days(step * number)
}

fn entry(builder: &mut LedgerBuilder, line: &str, number: i32, row: u32) {
    let mut words = line.split_whitespace();
    let mut word = || words.next().unwrap_or_else(|| panic!("{line}"));
    let id = word().replace('#', &number.to_string());
    let document = word().replace('_', " ").replace('#', &format!("{number:03}"));
    let kind = match word() {
        "F" => EntryKind::Invoice,
        "AV" => EntryKind::CreditNote,
        "RG" => EntryKind::Payment,
        "AN" => EntryKind::Opening,
        "OD" => EntryKind::Other,
        other => panic!("{other}: {line}"),
    };
    let issued = day(word(), number);
    let due = word();
    let (due_day, due_day_source) = match due.strip_prefix('~') {
        Some(due) => (Some(day(due, number)), DueDaySource::Mode),
        None if due == "-" => (None, DueDaySource::None),
        None => (Some(day(due, number)), DueDaySource::Stated),
    };
    let amount = Amount::parse_decimal(word(), 2).unwrap();
    let (mut letters, mut account_class, mut file) = (None, AccountClass::Receivable, 0);
    for word in words {
        match (word.strip_prefix('@'), word.strip_prefix('#')) {
            (Some(account), _) => account_class = AccountClass::of_account(account).unwrap(),
            (_, Some(number)) => file = number.parse().unwrap(),
            (None, None) if word == "." => {}
            (None, None) => letters = Some(word.replace("&", &number.to_string())),
        }
    }
    let customer = builder.customer(&Customer { id, ..Customer::default() });
    let group = letters.map(|letters| builder.group(&letters));
    let source = Source { file: FileIndex(file), table: TableIndex(0), row };
    let (day, disputed) = (issued, false);
    let entry = Entry {
        customer,
        kind,
        account_class,
        day,
        document_day: day,
        due_day,
        due_day_source,
        amount,
        group,
        disputed,
        source,
    };
    builder.push(entry, if document == "." { "" } else { &document });
}

/// Master data: `account | name | email | phone | siren | vat | iban | street | code | city`, one customer per line;
/// `terms=`, `limit=`, `segment=`, `country=` cells may stand anywhere after the name.
pub fn customers(builder: &mut LedgerBuilder, text: &str) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (named, plain): (Vec<&str>, Vec<&str>) =
            line.split('|').map(str::trim).partition(|cell| cell.contains('='));
        let mut cells = plain.into_iter().map(|cell| Some(cell.to_owned()).filter(|cell| !cell.is_empty()));
        let mut cell = || cells.next().flatten();
        let id = cell().unwrap();
        let name = cell().unwrap_or_default();
        let (email, phone, siren, vat_number, iban) = (cell(), cell(), cell(), cell(), cell());
        let (address, postal_code, city) = (cell(), cell(), cell());
        let mut particulars =
            Particulars { email, phone, siren, vat_number, iban, address, postal_code, city, ..Particulars::default() };
        for (key, value) in named.iter().filter_map(|cell| cell.split_once('=')) {
            match key {
                "terms" => particulars.terms = Some(value.to_owned()),
                "segment" => particulars.segment = Some(value.to_owned()),
                "country" => particulars.country = Some(value.to_owned()),
                "limit" => particulars.credit_limit = Amount::parse_decimal(value, 2).ok(),
                other => panic!("{other}: {line}"),
            }
        }
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

pub fn seen(ledger: &Ledger, as_of: &str) -> Audit {
    seen_beside(ledger, "", "", as_of)
}

/// The same with an aged balance of the client's own: its day and limits on the first line, then customers with what is
/// not due, each bucket and credits.
///
/// `reminders` are `account day step channel`, one per line.
pub fn seen_beside(ledger: &Ledger, aged: &str, reminders: &str, as_of: &str) -> Audit {
    let aged = (!aged.is_empty()).then(|| Rc::new(compared(ledger, aged)));
    let mut sent: BTreeMap<CustomerKey, Vec<Reminder>> = BTreeMap::new();
    for line in reminders.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let position = ledger.customers().iter().position(|customer| customer.id == words[0]).unwrap();
        let reminder =
            Reminder { day: words[1].parse().unwrap(), step: words[2].to_owned(), written: words[3] != "phone" };
        sent.entry(CustomerKey(position as u32)).or_default().push(reminder);
    }
    let client = Client { aged, reminders: Rc::new(sent), ..Client::default() };
    audit(ledger, &open_items(ledger, AsOf(as_of.parse().unwrap())), &client, 20)
}

fn compared(ledger: &Ledger, aged: &str) -> Reperformance {
    let (head, rows) = aged.trim().split_once('\n').unwrap();
    let (day, limits) = head.split_once(' ').unwrap();
    let (day, limits) = (day.parse::<Day>().unwrap(), limits.split(' ').map(|limit| limit.parse().unwrap()));
    let limits: Vec<u32> = limits.collect();
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::OpenItemsOnly);
    let starts: Vec<u32> = [0, 1].into_iter().chain(limits.iter().map(|limit| limit + 1)).collect();
    for (row, line) in (2..).zip(rows.lines()) {
        let mut words = line.split_whitespace();
        let customer = builder.customer(&Customer { id: words.next().unwrap().to_owned(), ..Customer::default() });
        for (at, amount) in words.map(|word| Amount::parse_decimal(word, 2).unwrap()).enumerate() {
            let due_day = starts.get(at).map(|days| day - Days(*days as i32));
            let (kind, account_class) = (EntryKind::Opening, AccountClass::Receivable);
            let source = Source { file: FileIndex(1), table: TableIndex(0), row };
            let (due_day_source, group, disputed) = (DueDaySource::Bucket, None, false);
            let entry = Entry {
                customer,
                kind,
                account_class,
                day,
                document_day: day,
                due_day,
                due_day_source,
                amount,
                group,
                disputed,
                source,
            };
            builder.push(entry, "");
        }
    }
    let stated = builder.build().unwrap();
    reperform(ledger, &Stated { ledger: &stated, day, limits: &limits, mixed: false, credits: true })
}

/// The findings of some codes: `code ×count amount: account document row detail; …`.
pub fn printed(ledger: &Ledger, audit: &Audit, codes: &[&str]) -> Vec<String> {
    let asked = audit.findings.iter().filter(|finding| codes.contains(&finding.check.code));
    asked
        .map(|finding| {
            let amount = finding.amount.map(|amount| format!(" {amount}")).unwrap_or_default();
            let rows: Vec<String> = finding.evidence.iter().map(|evidence| row(ledger, evidence)).collect();
            format!("{} ×{}{amount}: {}", finding.check.code, finding.count, rows.join("; "))
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
        Detail::Missing { first, last, numbers } => format!("{first}..{last} ({numbers})"),
        Detail::Terms { terms, other } => format!("{terms} / {other}"),
        Detail::DaysBeyond(days) | Detail::DaysLate(days) => format!("+{days}"),
        Detail::Until(day) => format!("until {day}"),
        Detail::On(day) => day.to_string(),
        Detail::Share(share) => format!("{}‱", share.scaled(4)),
        Detail::Index(index) => index.to_string(),
        Detail::Limit { limit, seen } => format!("{seen} > {limit}"),
        Detail::Documents(count) => format!("{count} documents"),
        Detail::AgedOtherwise { columns, causes, .. } => {
            let columns = columns.iter().map(|(column, stated, own)| format!("{column:?} {stated}≠{own}"));
            format!("{} {causes:?}", columns.collect::<Vec<_>>().join(" "))
        }
        Detail::Unanswered { reminders, since } => format!("{reminders} since {since}"),
        Detail::Waits { answered, pay_days, step, probability } => {
            format!("{answered}/{pay_days} {step} {}‱", probability.scaled(4))
        }
        Detail::SameAs { customer, reasons } => format!("={} {reasons:?}", account(*customer)),
    };
    let who = evidence.customer.map_or_else(|| "?".to_owned(), account);
    let words = [who, evidence.document.clone(), evidence.source.row.to_string(), detail];
    words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// What the checks of some codes say of a ledger, in any order: that of findings is proved apart.
pub fn check(master: &str, lines: &str, as_of: &str, codes: &[&str], expected: &[&str]) {
    let ledger = ledger(master, lines);
    let audit = seen(&ledger, as_of);
    let mut found = printed(&ledger, &audit, codes);
    let mut expected: Vec<&str> = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "{master}\n{lines}");
}
