//! Ledgers written as text: `customer document day amount [due] [group]`, credits being payments unless the document
//! begins with `A` (a credit note).

use ledger::{AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder};
use values::{Amount, Currency, Day, FileIndex, Source, TableIndex};

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn books(coverage: Coverage, lines: &str) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, coverage);
    for line in lines.split(';').map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let customer = builder.customer(&Customer { id: words[0].to_owned(), ..Customer::default() });
        let amount = Amount::from_minor(words[3].parse().unwrap());
        let document = if words[1] == "-" { "" } else { words[1] };
        let kind = match () {
            () if amount.is_debit() => EntryKind::Invoice,
            () if document.starts_with('A') => EntryKind::CreditNote,
            () => EntryKind::Payment,
        };
        let due = words.get(4).and_then(|word| word.parse().ok());
        let group = words.iter().skip(4).find(|word| word.parse::<Day>().is_err());
        let entry = Entry {
            customer,
            kind,
            account_class: AccountClass::Receivable,
            day: day(words[2]),
            document_day: day(words[2]),
            due_day: Some(due.unwrap_or(day(words[2]))),
            due_day_source: DueDaySource::Stated,
            amount,
            group: group.map(|code| builder.group(code)),
            disputed: false,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
        };
        builder.push(entry, document);
    }
    builder.build().unwrap()
}
