//! The laws of payment behaviour and of expected receipts, tried on random accounts with a fixed seed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use analysis::payers::{Payer, Settings, payers};
use analysis::receipts::forecast;
use analysis::{days_late, paid_parts};
use ledger::{
    AccountClass, Coverage, Customer, DueDaySource, Entry, EntryKey, EntryKind, Ledger, LedgerBuilder, open_items,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

/// An invoice and its payment, if any.
#[derive(Clone, Debug)]
struct Invoice {
    number: usize,
    customer: usize,
    issued: i32,
    terms: Option<i32>,
    paid_after: Option<i32>,
    cents: i64,
    disputed: bool,
    class: AccountClass,
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 120, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_930), ..Default::default() }
}

fn invoice() -> impl Strategy<Value = Invoice> {
    let terms = prop_oneof![1 => Just(None), 6 => Just(Some(30)), 2 => (0..90).prop_map(Some)];
    let paid_after = prop_oneof![1 => Just(None), 5 => (0..80).prop_map(Some), 1 => Just(Some(45))];
    let class = prop_oneof![9 => Just(AccountClass::Receivable), 1 => Just(AccountClass::Doubtful)];
    (0..2_usize, 0..400, terms, paid_after, 1..500_000_i64, prop::bool::weighted(0.1), class).prop_map(
        |(customer, issued, terms, paid_after, cents, disputed, class)| Invoice {
            number: 0,
            customer,
            issued,
            terms,
            paid_after,
            cents,
            disputed,
            class,
        },
    )
}

fn invoices() -> impl Strategy<Value = Vec<Invoice>> {
    prop::collection::vec(invoice(), 0..60).prop_map(|mut invoices| {
        invoices.iter_mut().zip(0..).for_each(|(invoice, number)| invoice.number = number);
        invoices
    })
}

fn twice() -> impl Strategy<Value = (Vec<Invoice>, Vec<Invoice>)> {
    invoices().prop_flat_map(|invoices| (Just(invoices.clone()), Just(invoices).prop_shuffle()))
}

fn on(day: i32) -> Day {
    Day::new(2025, 1, 1).unwrap() + Days(day)
}

fn ledger(invoices: &[Invoice]) -> Ledger {
    let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
    for invoice in invoices {
        let customer = builder.customer(&Customer { id: format!("C{}", invoice.customer), ..Customer::default() });
        let due_day = invoice.terms.map(|days| on(invoice.issued + days));
        let entry = Entry {
            customer,
            kind: EntryKind::Invoice,
            account_class: invoice.class,
            day: on(invoice.issued),
            document_day: on(invoice.issued),
            due_day,
            due_day_source: due_day.map_or(DueDaySource::None, |_| DueDaySource::Stated),
            amount: Amount::from_minor(invoice.cents),
            group: Some(builder.new_group()),
            disputed: invoice.disputed,
            source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
        };
        builder.push(entry, &invoice.number.to_string());
        if let Some(days) = invoice.paid_after {
            let kind = EntryKind::Payment;
            let (day, amount) = (on(invoice.issued + days), -entry.amount);
            let payment = Entry { kind, day, document_day: day, amount, ..entry };
            builder.push(Entry { due_day: None, due_day_source: DueDaySource::None, ..payment }, "");
        }
    }
    builder.build().unwrap()
}

/// What a person sees of a customer: documents by number, whatever their place in the file.
fn visible(ledger: &Ledger, payer: &Payer) -> String {
    let number = |entry: EntryKey| ledger.document(entry);
    let mut documents: Vec<String> = payer
        .lengthening
        .evidence
        .iter()
        .map(|shown| {
            let mut numbers: Vec<String> = shown.documents.iter().map(|document| number(document.invoice)).collect();
            numbers.sort();
            format!("{:?} {} {} {numbers:?}", shown.paid, shown.late, shown.amount)
        })
        .collect();
    let silent = payer.silence.iter().flat_map(|silence| &silence.documents);
    documents.extend(silent.map(|document| format!("{} {}", number(document.invoice), document.late)));
    let of = &payer.lengthening;
    let since = payer.silence.as_ref().map(|silence| silence.since);
    format!(
        "{} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {since:?} {documents:?}",
        ledger.customer(payer.customer).id,
        payer.days_late,
        payer.days_to_pay,
        payer.habit,
        of.verdict,
        of.shift,
        of.slope,
        of.tests
    )
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_forecast_deals_out_what_is_open_and_no_more(invoices in invoices(), day in 0..600) {
        let ledger = ledger(&invoices);
        let open = open_items(&ledger, AsOf(on(day)));
        let of = forecast(&ledger, &open);
        let debits: Amount = open.items.iter().map(|item| item.residual.debit_part()).sum();
        let credits: Amount = open.items.iter().map(|item| item.residual.credit_part()).sum();
        let apart = of.no_due_date + of.disputed + of.not_asked_for;
        prop_assert_eq!(of.weeks.iter().copied().sum::<Amount>() + of.later + apart, debits);
        prop_assert_eq!(of.on_due_date.iter().copied().sum::<Amount>() + of.due_later + apart, debits);
        prop_assert_eq!(of.credits, credits);
        prop_assert!(of.weeks.iter().all(|week| !week.is_credit()) && !of.later.is_credit());
    }

    #[test]
    fn the_order_of_rows_plays_no_part((invoices, shuffled) in twice(), day in 100..600) {
        let (one, other) = (ledger(&invoices), ledger(&shuffled));
        let (open_one, open_other) = (open_items(&one, AsOf(on(day))), open_items(&other, AsOf(on(day))));
        prop_assert_eq!(forecast(&one, &open_one), forecast(&other, &open_other));
        let all = |ledger: &Ledger, open| -> Vec<String> {
            let found = payers(ledger, open, &Settings::default());
            found.payers.iter().map(|payer| visible(ledger, payer)).collect()
        };
        prop_assert_eq!(all(&one, &open_one), all(&other, &open_other));
    }

    #[test]
    fn customers_together_are_the_ledger(invoices in invoices(), day in 0..600) {
        let ledger = ledger(&invoices);
        let found = payers(&ledger, &open_items(&ledger, AsOf(on(day))), &Settings::default());
        let parts: u32 = found.payers.iter().map(|payer| payer.days_late.n).sum();
        prop_assert_eq!(parts, days_late(&paid_parts(&ledger, AsOf(on(day)))).n);
        prop_assert!(found.payers.iter().all(|payer| payer.last_paid <= on(day)));
    }

    /// What is written after the as-of day changes nothing of what was known on it.
    #[test]
    fn the_future_plays_no_part(invoices in invoices(), day in 100..400) {
        let known: Vec<Invoice> = invoices.iter().filter(|invoice| invoice.issued <= day).cloned().map(|mut invoice| {
            invoice.paid_after = invoice.paid_after.filter(|days| invoice.issued + days <= day);
            invoice
        }).collect();
        let (whole, known) = (ledger(&invoices), ledger(&known));
        let of = |ledger: &Ledger| forecast(ledger, &open_items(ledger, AsOf(on(day))));
        prop_assert_eq!(of(&whole), of(&known));
    }
}
