//! The shared samples, read end to end and compared with results computed by other means
//! (`../shared/samples/expected`, beside the project). Where the samples are absent, each test says so and passes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code"
)]

use intake::{Candidate, Diagnostic, Intake, Layout, Ledgers, Settings, choose, parse};
use ledger::{EntryKind, Ledger, open_items};
use sheet::{Limits, Workbook};
use std::path::Path;
use values::{Amount, AsOf, Currency, Day, FileIndex, TableIndex};

struct Sample {
    table: TableIndex,
    candidate: Candidate,
    intake: Intake,
    ledgers: Vec<Ledger>,
}

fn workbook(name: &str) -> Option<Workbook> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples").join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("skipped: no sample at {}", path.display());
        return None;
    };
    Some(sheet::read(&bytes, &Limits::default(), &mut |_, _| {}).unwrap())
}

fn read(name: &str) -> Option<Sample> {
    let workbook = workbook(name)?;
    let (table, candidate) = choose(&workbook.tables).unwrap();
    let mut ledgers = Ledgers::default();
    let settings = Settings { default_terms: None, default_currency: Currency::EUR };
    let source = &workbook.tables[usize::from(table.0)];
    let intake = parse(source, FileIndex(0), table, &candidate.mapping, &settings, &mut ledgers, &mut |_, _| {});
    assert!(intake.rows.balanced(), "{name}: {:?}", intake.rows);
    assert_eq!(intake.rows.set_aside, intake.set_aside.iter().map(Diagnostic::rows).sum::<u32>());
    Some(Sample { table, candidate, intake, ledgers: ledgers.build().unwrap() })
}

/// `key=column` of every bound column.
fn bound(sample: &Sample) -> String {
    let mapping = &sample.candidate.mapping;
    let columns: Vec<String> =
        mapping.columns().iter().map(|binding| format!("{}={}", binding.field, binding.header)).collect();
    columns.join(" ")
}

fn open(ledger: &Ledger, day: &str) -> (usize, Amount) {
    let items = open_items(ledger, AsOf(day.parse().unwrap())).items;
    (items.len(), items.iter().map(|item| item.residual).sum())
}

fn codes(intake: &Intake) -> Vec<&'static str> {
    intake.diagnostics.iter().map(|diagnostic| diagnostic.code()).collect()
}

fn minor(units: i64) -> Amount {
    Amount::from_minor(units)
}

#[test]
fn a_history_of_paid_invoices() {
    let Some(sample) = read("ar-payments/ibm_30_customers.csv") else { return };
    assert_eq!(
        bound(&sample),
        "country=countrycode customer-id=customerID document=invoiceNumber invoice-date=InvoiceDate due-date=DueDate \
         amount=InvoiceAmount status=Disputed payment-date=SettledDate days-late=DaysLate"
    );
    assert_eq!(sample.candidate.mapping.layout(), Layout::InvoiceHistory);
    assert_eq!(sample.intake.rows.imported, 704);
    assert_eq!(sample.intake.rows.headings, 1);
    let ledger = &sample.ledgers[0];
    assert_eq!(ledger.customers().len(), 30);
    let invoices: Vec<_> = ledger.entries().filter(|entry| entry.kind == EntryKind::Invoice).collect();
    assert_eq!(invoices.len(), 704);
    assert_eq!(invoices.iter().map(|entry| entry.amount).sum::<Amount>(), minor(4_170_273));
    assert_eq!(invoices.iter().filter(|entry| entry.disputed).count(), 158);
    assert_eq!(open(ledger, "2012-12-31"), (34, minor(184_522)));
    assert_eq!(open(ledger, "2013-06-30"), (25, minor(147_468)));
    assert_eq!(codes(&sample.intake), ["currency-assumed"]);
}

#[test]
fn open_items_beside_a_balance_already_aged() {
    let Some(sample) = read("ar-xlsx/ar-aging-report.xlsx") else { return };
    assert_eq!(sample.table, TableIndex(1));
    assert_eq!(sample.candidate.mapping.layout(), Layout::OpenItems);
    assert_eq!(
        bound(&sample),
        "document=Invoice # customer-name=Customer status=Status invoice-date=Issue Date due-date=Due Date \
         days-late=Days Past Due residual=Open Advance (ILS)"
    );
    assert_eq!(sample.intake.rows.imported, 26, "{:?}", sample.intake);
    let ledger = &sample.ledgers[0];
    assert_eq!(ledger.currency().code(), "ILS");
    assert_eq!(open(ledger, "2026-07-16"), (26, minor(767_015_000)));
    assert!(sample.intake.set_aside.is_empty());
    // “Financed”: sold to a factor, perhaps.
    assert_eq!(codes(&sample.intake), ["unknown-states"]);
}

#[test]
fn open_items_with_bucket_columns() {
    let Some(sample) = read("ar-xlsx/xero_like_invoices.xlsx") else { return };
    assert_eq!(sample.candidate.mapping.layout(), Layout::OpenItems);
    assert_eq!(sample.candidate.mapping.binding(intake::Field::Amount).map(|b| b.header.as_str()), Some("Total"));
    assert_eq!(sample.intake.rows.imported, 10);
    assert_eq!(open(&sample.ledgers[0], "2026-12-31"), (10, minor(2_217_000)));
}

#[test]
fn invoices_without_due_date() {
    let Some(sample) = read("ar-xlsx/receivables_small.xlsx") else { return };
    assert_eq!(bound(&sample), "document=InvoiceID customer-name=CustomerName invoice-date=InvoiceDate amount=Amount");
    assert_eq!(sample.intake.rows.imported, 20);
    assert_eq!(open(&sample.ledgers[0], "2026-12-31"), (20, minor(5_101_172)));
    assert_eq!(codes(&sample.intake), ["nothing-says-paid", "currency-assumed", "no-due-date"]);
}

#[test]
fn a_sales_ledger_with_side_letters() {
    let Some(sample) = read("exports-fr/socleo_sales.csv") else { return };
    assert_eq!(sample.candidate.mapping.layout(), Layout::Ledger);
    assert_eq!(sums(&sample.ledgers[0]), ["41101ABEPEL 268164 0 1", "41101AGRI 16499 0 1", "41101SICA 621040 0 1"]);
    assert!(sample.intake.set_aside.iter().all(|diagnostic| diagnostic.code() == "not-customer-account"));
}

#[test]
fn a_ledger_of_payments_with_side_letters() {
    let Some(sample) = read("exports-fr/socleo_incoming_payments.csv") else { return };
    assert_eq!(sample.candidate.mapping.layout(), Layout::Ledger);
    assert_eq!(
        sums(&sample.ledgers[0]),
        [
            "41101ABEPEL 0 573706 3",
            "41101BIOAPRO 0 11024 1",
            "41101CHAREBIO 0 28565 1",
            "41101CHARVET 0 13790 1",
            "41101EQUIT 0 39297 2",
            "41101LACOTI 0 9799 1",
            "41101MANG 0 3702815 8",
            "41101MAY 0 67103 1",
            "41101PROMO 3070 1575236 3",
            "41101PROVI 0 126152 1",
            "41101RODET 0 86624 6",
            "41101SAVEISEROIS 0 43712 1",
            "41101SICOR 0 76210 1",
            "41101SNC 0 168052 2",
            "41101TRANS 0 52906 3",
        ]
    );
    assert!(sample.ledgers[0].entries().filter(|entry| entry.amount.is_credit()).all(|e| e.kind == EntryKind::Payment));
}

/// `customer debits credits entries` of every customer.
fn sums(ledger: &Ledger) -> Vec<String> {
    let mut sums = Vec::new();
    for customer in ledger.customers() {
        let of = || ledger.entries().filter(|entry| ledger.customer(entry.customer).id == customer.id);
        let debits: Amount = of().map(|entry| entry.amount.debit_part()).sum();
        let credits: Amount = of().map(|entry| -entry.amount.credit_part()).sum();
        sums.push(format!("{} {debits} {credits} {}", customer.id, of().count()));
    }
    sums
}

#[test]
fn a_fec_gives_its_customer_accounts() {
    let Some(sample) = read("fec/111111111FEC20221231.TXT") else { return };
    assert_eq!(sample.candidate.mapping.layout(), Layout::Fec);
    let ledger = &sample.ledgers[0];
    assert_eq!(sample.intake.rows.imported, 151, "{:?}", sample.intake.diagnostics);
    assert_eq!(ledger.customers().len(), 34);
    let last = ledger.span().unwrap().1.max(Day::new(2023, 7, 31).unwrap());
    assert_eq!(ledger.balance(last), minor(1_441_652));
    assert_eq!(open(ledger, "2023-12-31"), (34, minor(1_441_652)));
}

#[test]
fn other_fecs_are_recognised() {
    for name in ["fec/coala_2020.txt", "fec/istea_123456789FEC20201231.txt"] {
        let Some(sample) = read(name) else { return };
        assert_eq!(sample.candidate.mapping.layout(), Layout::Fec, "{name}");
        assert!(sample.intake.set_aside.iter().all(|d| d.code() == "not-customer-account"), "{name}");
    }
}

#[test]
fn the_pivot_of_a_workbook_is_a_balance_aged_before() {
    let Some(workbook) = workbook("ar-xlsx/ar-aging-report.xlsx") else { return };
    let only = &workbook.tables[..1];
    let (table, candidate) = choose(only).unwrap();
    assert_eq!(candidate.mapping.layout(), Layout::AgedBalance);
    assert_eq!(candidate.mapping.aged_as_of().map(|day| day.to_string()).as_deref(), Some("2026-07-16"));
    let mut ledgers = Ledgers::default();
    let settings = Settings { default_terms: None, default_currency: Currency::EUR };
    let intake = parse(&only[0], FileIndex(0), table, &candidate.mapping, &settings, &mut ledgers, &mut |_, _| {});
    assert!(intake.rows.balanced());
    assert_eq!((intake.rows.imported, intake.rows.totals), (20, 1));
    assert_eq!(intake.control_totals[0].agrees(), Some(true));
    assert_eq!(intake.control_totals[0].computed.minor(), 767_015_000);
}

#[test]
fn nothing_sensible_is_seen_in_nasty_files() {
    let Ok(folder) = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/nasty"))
    else {
        println!("skipped: no nasty samples");
        return;
    };
    for file in folder.flatten() {
        let Ok(bytes) = std::fs::read(file.path()) else { continue };
        let Ok(workbook) = sheet::read(&bytes, &Limits::default(), &mut |_, _| {}) else { continue };
        for (table, index) in workbook.tables.iter().zip(0..) {
            for candidate in intake::detect(table).candidates {
                let mut ledgers = Ledgers::default();
                let settings = Settings { default_terms: None, default_currency: Currency::EUR };
                let mapping = &candidate.mapping;
                let intake =
                    parse(table, FileIndex(0), TableIndex(index), mapping, &settings, &mut ledgers, &mut |_, _| {});
                assert!(intake.rows.balanced(), "{:?}", file.path());
            }
        }
    }
}
