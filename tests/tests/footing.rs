//! The balance foots: on a hundred thousand random ledgers and days, whatever the limits, the basis and the mode of the
//! credits, columns = balance = ledger to the cent, customer by customer, and displayed percentages add to 100.
#![allow(clippy::unwrap_used)]

use acceptance::random::Random;
use analysis::{Ageing, Basis, CreditMode, Limits, aged_balance};
use ledger::{
    AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, OpenItems, open_items,
};
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex, apportion};

const LEDGERS: u64 = 100_000;
const SHARES: u64 = 4;
const LETTERS: [&str; 4] = ["A", "AB", "b", "7"];
const KINDS: [EntryKind; 6] = [
    EntryKind::Invoice,
    EntryKind::CreditNote,
    EntryKind::Payment,
    EntryKind::UndatedPayment,
    EntryKind::Opening,
    EntryKind::Other,
];
const MODES: [CreditMode; 4] =
    [CreditMode::Apart, CreditMode::OwnLine, CreditMode::OldestFirst, CreditMode::SameReference];

/// Ledgers, days and ways of ageing from a seed.
struct Cases(Random);

impl Cases {
    fn below(&mut self, bound: u64) -> u64 {
        self.0.below(bound)
    }

    fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values.get(self.below(values.len() as u64) as usize).copied().unwrap()
    }

    fn day(&mut self) -> Day {
        Day::new(2025, 1, 1).unwrap() + Days(self.below(500) as i32)
    }

    /// Cents: from nothing to sums near the limit of what is exact.
    fn amount(&mut self) -> Amount {
        let bound = self.of(&[5, 1_000, 1_000_000, 100_000_000_000]);
        let minor = self.below(bound) as i64;
        Amount::from_minor(if self.below(5) < 3 { minor } else { -minor })
    }

    fn ledger(&mut self) -> Ledger {
        let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
        for _ in 0..self.below(12) {
            let id = format!("C{}", self.below(3));
            let customer = builder.customer(&Customer { id, ..Customer::default() });
            let day = self.day();
            let due_day = (self.below(5) > 0).then(|| day + Days(self.below(120) as i32));
            let entry = Entry {
                customer,
                kind: self.of(&KINDS),
                account_class: self.of(&AccountClass::ALL),
                day,
                document_day: day - Days(self.below(4) as i32),
                due_day,
                due_day_source: due_day.map_or(DueDaySource::None, |_| DueDaySource::Stated),
                amount: self.amount(),
                group: (self.below(2) > 0).then(|| builder.group(self.of(&LETTERS))),
                disputed: false,
                source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
            };
            builder.push(entry, self.of(&["", "F1", "F2", "F3"]));
        }
        builder.build().unwrap()
    }

    fn ageing(&mut self) -> Ageing {
        let limits = self.of(&[&[30, 60, 90][..], &[15, 30, 45, 60, 90], &[1], &[7, 365]]);
        let basis = self.of(&[Basis::DueDate, Basis::InvoiceDate]);
        Ageing { limits: Limits::new(limits.to_vec()).unwrap(), basis, credits: self.of(&MODES) }
    }
}

/// Sum of the entries of a ledger up to a day: the plainest balance there is.
fn entries_until(ledger: &Ledger, day: Day) -> Amount {
    ledger.entries().filter(|entry| entry.day <= day).map(|entry| entry.amount).sum()
}

fn foots(ledger: &Ledger, open: &OpenItems, ageing: &Ageing, case: &str) {
    let aged = aged_balance(ledger, open, ageing);
    let day = open.as_of.day();
    assert_eq!(aged.ledger_balance, entries_until(ledger, day), "{case}");
    assert_eq!(aged.total.balance(), aged.ledger_balance, "{case}");
    let of_customers: Amount = aged.lines.iter().map(|(_, line)| line.balance()).sum();
    assert_eq!(of_customers, aged.ledger_balance, "{case}");
    for (customer, line) in &aged.lines {
        let entries = ledger.entries_of(*customer).filter(|entry| entry.day <= day);
        assert_eq!(line.balance(), entries.map(|entry| entry.amount).sum(), "{case}");
        assert_eq!(line.to_come.iter().copied().sum::<Amount>(), line.not_due, "{case}");
    }
    let columns = [vec![aged.total.not_due, aged.total.no_due_date], aged.total.buckets].concat();
    for steps in [100, 1_000, 10_000] {
        let shown: i64 = apportion(steps, &columns).into_iter().sum();
        let some = columns.iter().any(|column| column.is_debit());
        assert_eq!(shown, if some { i64::from(steps) } else { 0 }, "{case}");
    }
}

#[test]
fn columns_are_the_balance_and_percentages_add_up() {
    std::thread::scope(|scope| {
        for seed in 0..SHARES {
            scope.spawn(move || {
                let mut random = Cases(Random::seeded(seed << 32));
                for number in 0..LEDGERS / SHARES {
                    let ledger = random.ledger();
                    let open = open_items(&ledger, AsOf(random.day()));
                    let ageing = random.ageing();
                    foots(&ledger, &open, &ageing, &format!("ledger {number} of share {seed}, {ageing:?}"));
                }
            });
        }
    });
}
