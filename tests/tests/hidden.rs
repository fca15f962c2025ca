//! Rows a workbook hides count until a person says otherwise, and nothing is lost either way; true amounts of a workbook
//! come out to the cent.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use acceptance::sheets::workbook;
use intake::{Details, HiddenRows, Intake, Ledgers, Question, Settings};
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
    let book = sheet::read(&workbook(text), &Limits::default(), &mut |_, _| {}).unwrap();
    let table = &book.tables[0];
    let best = intake::detect(table).candidates.into_iter().next().unwrap().mapping;
    let details = Details { hidden_rows, ..best.details().clone() };
    let mapping = best.with_details(details);
    let settings = Settings { default_terms: None, default_currency: Currency::EUR };
    let mut ledgers = Ledgers::default();
    intake::parse(table, FileIndex(0), TableIndex(0), &mapping, &settings, &mut ledgers, &mut |_, _| {})
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
