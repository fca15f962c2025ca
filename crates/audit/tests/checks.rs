//! Each check by its smallest ledger: what it finds, and what it leaves alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use audit::{Criterion, Severity};
use support::{check, ledger, seen};

const DATES: [&str; 6] = [
    "due-before-invoice",
    "due-far",
    "unlikely-year",
    "invoice-in-future",
    "entries-after-as-of",
    "paid-before-invoice",
];

#[test]
fn dates_that_cannot_follow_one_another() {
    check(
        "",
        "A F1 F 2026-03-10 2026-02-10 100.00
         A F2 F 2026-03-10 2027-03-10 200.00
         A F3 F 2026-03-10 2027-03-11 300.00
         A F4 F 2026-03-10 2062-04-10 400.00
         A F5 F 1926-03-10 2026-04-10 500.00
         A F6 F 2026-03-10 2026-03-10 600.00
         A F7 AN 2026-01-01 2025-11-30 700.00
         A AV1 AV 2026-03-10 2026-02-10 -50.00",
        "2026-06-30",
        &DATES,
        &[
            "due-before-invoice ×1 10000: A F1 2 2026-03-10→2026-02-10",
            "unlikely-year ×2 90000: A F5 6 1926-03-10→2026-04-10; A F4 5 2026-03-10→2062-04-10",
            "due-far ×1 30000: A F3 4 2026-03-10→2027-03-11",
        ],
    );
}

#[test]
fn a_few_invoices_after_the_day_are_slips_and_many_are_not() {
    let past: String = (1..=20).map(|n| format!("A P{n} F 2026-01-{n:02} 2026-02-20 {n}.00\n")).collect();
    let slip = format!("{past}A F21 F 2026-09-01 2026-10-01 210.00\nA R1 RG 2026-09-02 - -5.00");
    check(
        "",
        &slip,
        "2026-06-30",
        &DATES,
        &[
            "invoice-in-future ×1 21000: A F21 22 2026-09-01→2026-10-01",
            "entries-after-as-of ×1 500: A R1 23 2026-09-02→",
        ],
    );
    // Seen from January, the ledger simply goes on: nothing is wrong, and no point is lost.
    let ledger = ledger("", &slip);
    let audit = seen(&ledger, "2026-01-10");
    assert_eq!(audit.score.losses[Criterion::Dates as usize].lost_tenths, 0);
    assert!(audit.findings.iter().any(|finding| finding.check.code == "entries-after-as-of" && finding.count == 12));
}

#[test]
fn payments_before_their_invoice_are_said() {
    check(
        "",
        "A F1 F 2026-03-10 2026-04-10 100.00 AA
         A R1 RG 2026-03-01 - -100.00 AA
         A F2 F 2026-03-10 2026-04-10 100.00 AB
         A R2 RG 2026-03-10 - -100.00 AB",
        "2026-06-30",
        &DATES,
        &["paid-before-invoice ×1 10000: A F1 2 AA×2"],
    );
}

#[test]
fn due_dates_show_where_they_come_from() {
    let ledger = ledger(
        "",
        "A F1 F 2026-03-10 2026-04-10 100.00
         A F2 F 2026-03-10 ~2026-04-10 60.01
         A F3 F 2026-03-10 - 40.00
         A AV AV 2026-03-10 - -10.00
         A F4 F 2026-01-10 - 500.00 A
         A R4 RG 2026-01-20 - -500.00 A",
    );
    let audit = seen(&ledger, "2026-03-15");
    let shares: Vec<String> =
        audit.due_days.iter().map(|share| format!("{:?} {} {}", share.source, share.items, share.amount)).collect();
    assert_eq!(shares, ["Stated 1 10000", "Mode 1 6001", "None 1 4000"]);
    let loss = audit.score.losses[Criterion::DueDates as usize];
    // Half of 60.01 and all of 40.00, out of 200.01: 20 points × 70/200, rounded against the file.
    assert_eq!((loss.affected, loss.whole, loss.lost_tenths), (7_000, 20_001, 70));
    support::check(
        "",
        "A F2 F 2026-03-10 ~2026-04-10 60.00\nA F3 F 2026-03-10 - 40.00",
        "2026-03-15",
        &["due-date-missing", "due-date-estimated"],
        &["due-date-missing ×1 4000: A F3 3 2026-03-10→", "due-date-estimated ×1 6000: A F2 2 2026-03-10→2026-04-10"],
    );
}

#[test]
fn documents_that_stand_twice() {
    let codes = ["item-twice", "item-near", "number-other-customer", "same-amount-same-day"];
    check(
        "",
        "A FA-00123 F 2026-03-10 2026-04-10 100.00
         A FA-00123 F 2026-03-10 2026-04-10 100.00
         A FA-00200 F 2026-03-11 2026-04-10 70.00
         A FA200 F 2026-03-11 2026-04-10 70.00
         A FA_02O0 F 2026-03-19 2026-04-10 70.00
         A FA300 F 2026-03-12 2026-04-10 30.00
         A FA301 F 2026-03-12 2026-04-10 30.00
         A FA400 F 2026-03-12 2026-04-12 45.00
         A FA400 F 2026-03-12 2026-05-12 45.00
         B FA-0300 F 2026-03-12 2026-04-12 99.00
         B 7 F 2026-03-12 2026-04-12 98.00
         A 7 F 2026-03-12 2026-04-12 98.00",
        "2026-06-30",
        &codes,
        &[
            "item-twice ×1 10000: A FA-00123 3 =A FA-00123 2",
            "item-near ×2 14000: A FA200 5 =A FA-00200 4; A FA 02O0 6 =A FA200 5",
            "number-other-customer ×1 9900: B FA-0300 11 =A FA300 7",
            "same-amount-same-day ×1 3000: A FA301 8 =A FA300 7",
        ],
    );
    // A monthly amount is a subscription, and its payments are no documents.
    check(
        "",
        "A F1 F 2026-01-31 2026-02-28 30.00
         A F2 F 2026-02-28 2026-03-31 30.00
         A F3 F 2026-03-31 2026-04-30 30.00
         A F4 F 2026-03-31 2026-04-30 30.00
         A R1 RG 2026-03-31 - -30.00
         A R1 RG 2026-03-31 - -30.00",
        "2026-06-30",
        &codes,
        &[],
    );
}

#[test]
fn numbers_by_account_are_no_duplicates() {
    let lines: String = (1..=30)
        .flat_map(|n| {
            ["A", "B"].map(|customer| {
                format!(
                    "{customer} F{n:04} F 2026-01-15 2026-02-15 {n}.{}\n",
                    customer.len() + usize::from(customer == "B")
                )
            })
        })
        .collect();
    check("", &lines, "2026-06-30", &["number-other-customer"], &[]);
}

#[test]
fn customers_that_are_probably_one() {
    check(
        "0042   | Durand SARL
         42     | DURAND S.A.R.L.
         C1     | Menuiserie Delorme
         C2     | Menuiserie De Lorme | | | | | | 1 rue A | 21000 | Dijon
         C3     | Menuisrie Delorme
         C4     | Alpha 1
         C5     | Alpha 2
         C6     | Boulangerie Martin | | | 732829320
         C7     | Boulangerie Martin | | | 552100554
         C8     | Groupe Oméga | | | 552100554
         C9     | Café du Port | port@cafe.example
         C10    | SARL du Vieux Port | PORT@cafe.example
         C11    | Hôtel du Lac | | | | | | | 74000
         C12    | Hotel du Lac | | | | | | | 38000",
        &(["0042", "42"].map(|id| format!("{id} F{id} F 2026-01-15 2026-02-15 1.00\n")).concat()
            + &(1..=12).map(|n| format!("C{n} F{n} F 2026-01-15 2026-02-15 {n}.00\n")).collect::<String>()),
        "2026-06-30",
        &["customer-twice"],
        &[
            "customer-twice ×5: 42 3 =0042 [Account, Name]; C2 5 =C1 [Name]; C3 6 =C1 [NearName]; C8 11 =C7 [CompanyNumber]; C9 12 =C10 [Email]",
        ],
    );
}

#[test]
fn contacts_and_identifiers() {
    let codes = [
        "email-wrong",
        "email-typo",
        "phone-wrong",
        "address-incomplete",
        "company-number-wrong",
        "vat-wrong",
        "iban-wrong",
        "no-usable-channel",
    ];
    check(
        "A | Alpha | compta@gmial.com | 01 84 20 04 30 | 732829320 | FR44732829320 | FR7630006000011234567890189
         B | Beta | pas d'adresse | 01 84 20 | 732829321 | FR45732829320 | FR7630006000011234567890188
         C | Gamma | | | 35600000049837 | | | 1 rue A | 21000 | Dijon
         D | Delta | | | | | | 1 rue A
         E | Epsilon",
        "A F1 F 2026-01-15 2026-02-15 100.00
         B F2 F 2026-01-15 2026-02-15 200.00
         C F3 F 2026-01-15 2026-02-15 300.00
         D F4 F 2026-01-15 2026-12-15 400.00
         E F5 F 2026-01-15 2026-02-15 500.00",
        "2026-06-30",
        &codes,
        &[
            "no-usable-channel ×2 70000: E 6; B 3 «pas d'adresse, 01 84 20»",
            "email-wrong ×1: B 3 «pas d'adresse»",
            "email-typo ×1: A 2 «compta@gmial.com» compta@gmail.com",
            "company-number-wrong ×1: B 3 «732829321»",
            "iban-wrong ×1: B 3 «FR7630006000011234567890188»",
            "phone-wrong ×1: B 3 «01 84 20»",
            "address-incomplete ×1: D 5 «1 rue A»",
            "vat-wrong ×1: B 3 «FR45732829320»",
        ],
    );
}

#[test]
fn an_old_file_is_said_before_anybody_is_written_to() {
    let lines = "A F1 F 2026-06-01 2026-07-01 100.00\nA R1 RG 2026-06-15 - -10.00";
    check("", lines, "2026-06-29", &["stale"], &[]);
    check("", lines, "2026-06-30", &["stale"], &["stale ×1: A R1 3 2026-06-15"]);
    let ledger = ledger("", lines);
    let audit = seen(&ledger, "2026-06-30");
    assert_eq!((audit.freshness.payment_age, audit.freshness.invoice_age), (Some(11), Some(21)));
    assert_eq!(audit.score.losses[Criterion::Fresh as usize].lost_tenths, 4);
    // Without a dated payment the last invoice speaks.
    check("", "A F1 F 2026-06-01 2026-07-01 100.00", "2026-06-30", &["stale"], &["stale ×1: A F1 2 2026-06-01"]);
}

#[test]
fn letters_are_checked_by_arithmetic() {
    let codes =
        ["group-unbalanced", "group-across-customers", "group-single", "group-partial", "group-lower-case-balanced"];
    check(
        "",
        "A F1 F 2026-01-10 2026-02-10 100.00 AA
         A R1 RG 2026-01-20 - -100.00 AA
         A F2 F 2026-01-10 2026-02-10 100.00 AB
         A R2 RG 2026-01-20 - -90.00 AB
         A F3 F 2026-01-10 2026-02-10 50.00 ac
         A R3 RG 2026-01-20 - -20.00 ac
         A F4 F 2026-01-10 2026-02-10 70.00 ad
         A R4 RG 2026-01-20 - -70.00 ad
         A F5 F 2026-01-10 2026-02-10 80.00 AE
         A F6 F 2026-01-10 2026-02-10 60.00 AF
         B R6 RG 2026-01-20 - -60.00 AF",
        "2026-06-30",
        &codes,
        &[
            "group-unbalanced ×1 1000: A F2 4 AB×2",
            "group-across-customers ×2 12000: A F6 11 AF×1; B R6 12 AF×1",
            "group-single ×1 8000: A F5 10 AE×1",
            "group-partial ×1 3000: A F3 6 ac×2",
            "group-lower-case-balanced ×1 14000: A F4 8 ad×2",
        ],
    );
}

#[test]
fn credits_and_remainders_propose_a_clearing() {
    check(
        "",
        "A F1 F 2026-01-10 2026-02-10 100.00
         A F2 F 2026-01-05 2026-02-05 40.00
         A AV1 AV 2026-01-15 - -40.00
         A AV2 AV 2026-01-16 - -7.00
         A F3 F 2026-01-10 2026-02-10 0.99
         B AV3 AV 2026-01-15 - -30.00
         B F4 F 2026-01-10 2026-02-10 1.00",
        "2026-06-30",
        &["credit-balance", "credits-to-apply", "small-residual"],
        &[
            "credit-balance ×1 2900: B 7",
            "credits-to-apply ×3 7700: A AV1 4 =A F2 3; B AV3 7 =B F4 8; A AV2 5 =A F2 3",
            "small-residual ×1 99: A F3 6",
        ],
    );
}

#[test]
fn a_clean_ledger_keeps_its_hundred_points() {
    let ledger = ledger(
        "A | Alpha | compta@alpha.example\nB | Beta | | 01 84 20 04 30",
        "A F1 F 2026-06-01 2026-07-01 100.00 AA\nA R1 RG 2026-06-20 - -100.00 AA\nB F2 F 2026-05-01 2026-06-01 50.00",
    );
    let audit = seen(&ledger, "2026-06-30");
    assert_eq!((audit.score.tenths, audit.findings.len(), audit.customers.len()), (1_000, 0, 0));
    // The score and its files agree, and the same question has the same answer.
    assert_eq!(audit.files[0].score.tenths, 1_000);
    assert_eq!(seen(&ledger, "2026-06-30"), audit);
}

#[test]
fn gravest_first() {
    let ledger =
        ledger("", "A F1 F 2026-03-10 2026-02-10 100.00\nA F2 F 2026-03-10 - 0.40\nA F3 F 2026-01-01 2028-01-01 9.00");
    let severities: Vec<Severity> =
        seen(&ledger, "2026-03-15").findings.iter().map(|finding| finding.severity).collect();
    assert!(severities.is_sorted() && severities.len() >= 3, "{severities:?}");
}
