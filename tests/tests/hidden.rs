//! Rows a workbook hides count until a person says otherwise, and nothing is lost either way; true amounts of a workbook
//! come out to the cent.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use acceptance::sheets::workbook;
use intake::{Corrections, Details, DiagnosticKind, HiddenRows, Intake, Ledgers, Question, Settings};
use sheet::Limits;
use values::{Amount, Currency, FileIndex, TableIndex};

const TEXT: &str = "# Items
Customer;Document;Invoice date;Due date;Amount
C1;F1;=2026-01-05;=2026-02-05;#100.25
~C1;F2;=2026-01-06;=2026-02-06;#40.5
C2;F3;=2026-01-20;=2026-02-20;#10
~C2;F4;=2026-01-21;=2026-02-21;#-5.25
";

fn read(text: &str, hidden_rows: Option<HiddenRows>) -> Intake {
    read_corrected(text, hidden_rows, Corrections::default())
}

fn total(intake: &Intake) -> Amount {
    intake.control_totals[0].computed
}

#[test]
fn hidden_rows_count_and_are_asked_about() {
    let euros = |minor: i64| vec![(Currency::EUR, Amount::from_minor(minor))];
    for (answer, asked) in [(None, 1), (Some(HiddenRows::Count), 0)] {
        let intake = read(TEXT, answer);
        assert!(intake.rows.balanced());
        assert_eq!((intake.rows.imported, intake.rows.set_aside, total(&intake)), (4, 0, Amount::from_minor(14_550)));
        let hidden = intake.questions.iter().filter(|question| question.code() == "hidden-rows");
        assert_eq!(hidden.count(), asked);
    }
    let question = Question::HiddenRows {
        rows: 2,
        amounts: euros(3_525),
        totals: euros(14_550),
        readings: vec![HiddenRows::Count, HiddenRows::Skip],
    };
    assert!(read(TEXT, None).questions.contains(&question));
}

#[test]
fn hidden_rows_left_out_are_set_aside_with_their_count_and_sum() {
    let intake = read(TEXT, Some(HiddenRows::Skip));
    assert!(intake.rows.balanced());
    assert_eq!((intake.rows.imported, intake.rows.set_aside, total(&intake)), (2, 2, Amount::from_minor(11_025)));
    let codes: Vec<(&str, u32)> =
        intake.set_aside.iter().map(|one| (one.kind.code(), one.at.map_or(0, |at| at.row))).collect();
    assert_eq!(codes, [("hidden-rows", 3)]);
}

/// The rows of a table under an answer, some of its cells corrected.
fn read_corrected(text: &str, hidden_rows: Option<HiddenRows>, corrections: Corrections) -> Intake {
    let book = sheet::read(&workbook(text), &Limits::default(), &mut |_, _| {}).unwrap();
    let table = &book.tables[0];
    let best = intake::detect(table).candidates.into_iter().next().unwrap().mapping.with_corrections(corrections);
    let details = Details { hidden_rows, ..best.details().clone() };
    let mapping = best.with_details(details);
    let settings = Settings { default_terms: None, default_currency: Currency::EUR };
    let mut ledgers = Ledgers::default();
    intake::parse(table, FileIndex(0), TableIndex(0), &mapping, &settings, &mut ledgers, &mut |_, _| {})
}

#[test]
fn hidden_rows_of_every_layout_are_left_out_when_a_person_says_so() {
    let fec = "# FEC
JournalCode;JournalLib;EcritureNum;EcritureDate;CompteNum;CompteLib;CompAuxNum;CompAuxLib;PieceRef;PieceDate;EcritureLib;Debit;Credit;EcritureLet;DateLet;ValidDate;Montantdevise;Idevise
VE;Ventes;1;20260105;411000;Clients;C1;ALPHA;F1;20260105;Facture F1;100,25;0,00;;;20260131;;
VE;Ventes;1;20260105;706000;Ventes;;;F1;20260105;Facture F1;0,00;100,25;;;20260131;;
~VE;Ventes;2;20260106;411000;Clients;C2;BETA;F2;20260106;Facture F2;40,50;0,00;;;20260131;;
VE;Ventes;2;20260106;706000;Ventes;;;F2;20260106;Facture F2;0,00;40,50;;;20260131;;
";
    let aged = "# Balance
Balance âgée au 30/06/2026
Client;Nom;Non échu;1-30 jours;31-60 jours;61-90 jours;> 90 jours;Solde
C1;ALPHA;#100.25;#0;#0;#0;#0;#100.25
~C2;BETA;#0;#40.5;#0;#0;#0;#40.5
";
    let payments = "# Règlements
Client;Date de règlement;Montant réglé;Facture réglée;Mode de règlement
C1;=2026-02-05;#100.25;F1;Virement
~C2;=2026-02-06;#40.5;F2;Chèque
";
    for (text, sign) in [(TEXT, 1), (fec, 1), (aged, 1), (payments, -1)] {
        let counted = read(text, None);
        let hidden = if text == TEXT { 2 } else { 1 };
        let sum = if text == TEXT { 3_525 } else { sign * 4_050 };
        let asked = counted.questions.iter().find_map(|question| match question {
            Question::HiddenRows { rows, amounts, .. } => Some((*rows, amounts.clone())),
            _ => None,
        });
        let euros = vec![(Currency::EUR, Amount::from_minor(sum))];
        assert_eq!(asked, Some((hidden, euros.clone())), "{text}");
        let left = read(text, Some(HiddenRows::Skip));
        assert!(left.rows.balanced() && counted.rows.balanced());
        assert_eq!(left.rows.imported + hidden, counted.rows.imported, "{text}");
        assert_eq!(total(&counted) - total(&left), Amount::from_minor(sum), "{text}");
        let told = left.set_aside.iter().filter(|one| one.kind.code() == "hidden-rows");
        let kinds: Vec<_> = told.map(|one| one.kind.clone()).collect();
        assert_eq!(kinds, [DiagnosticKind::HiddenRows { count: hidden, amounts: euros }], "{text}");
    }
}

#[test]
fn a_corrected_cell_does_not_bring_a_hidden_row_back() {
    let mut corrections = Corrections::default();
    corrections.put(3, 4, "41,50".to_owned());
    let intake = read_corrected(TEXT, Some(HiddenRows::Skip), corrections);
    assert_eq!((intake.rows.imported, intake.rows.set_aside, total(&intake)), (2, 2, Amount::from_minor(11_025)));
}

#[test]
fn amounts_of_a_workbook_are_exact_to_the_cent() {
    // A multiplicative walk over all magnitudes up to the largest.
    let mut minor: i64 = 1;
    let mut amounts = vec![999_999_999_999_999];
    for step in 1..500_i64 {
        minor = (minor * 7 + step * 13) % 999_999_999_999_999;
        amounts.push(minor);
    }
    for cents in amounts {
        let text = format!(
            "# Items\nCustomer;Document;Invoice date;Due date;Amount\nC1;F1;=2026-01-05;=2026-02-05;#{}.{:02}\n",
            cents / 100,
            cents % 100
        );
        let intake = read(&text, None);
        assert_eq!((intake.rows.imported, total(&intake)), (1, Amount::from_minor(cents)), "{cents}");
    }
}
