//! How amounts are read: the table of domain.md 7.5 and the law that what is written is read back.

use super::*;
use crate::currency::Named;
use proptest::prelude::*;
use values::Amount;

const COMMA: AmountReader = AmountReader::plain(DecimalMark::Comma);
const POINT: AmountReader = AmountReader::plain(DecimalMark::Point);

/// Cents, with the side letter and the currency where there are some.
fn cents(text: &str, reader: AmountReader) -> String {
    let mut buffer = String::new();
    match read(text, reader, &mut buffer) {
        Err(NumberFault::LookAlike(proposal)) => format!("meant {proposal}"),
        Err(NumberFault::Percent) => "percent".to_owned(),
        Err(NumberFault::TwoReadings) => "two readings".to_owned(),
        Err(NumberFault::Other) => "no number".to_owned(),
        Ok(number) => {
            let side = number.side.map_or(String::new(), |side| format!(" {side:?}"));
            let currency = number.currency.map_or(String::new(), |named| match named {
                Named::One(currency) => format!(" {currency}"),
                Named::Shared(shared) => format!(" {}", shared.sign()),
            });
            match Amount::parse_decimal(number.plain, 2) {
                Ok(amount) => format!("{amount}{side}{currency}"),
                Err(error) => format!("{error:?}"),
            }
        }
    }
}

#[test]
fn the_grammar_of_the_handbook() {
    for (text, expected) in [
        ("1 234,56", "123456"),
        ("1\u{A0}234,56", "123456"),
        ("1\u{202F}234,56", "123456"),
        ("1\u{2009}234,56", "123456"),
        ("1.234,56", "123456"),
        ("1.234,56-", "-123456"),
        ("(1 234,56)", "-123456"),
        ("1 234,56 C", "123456 Credit"),
        ("1.234,56 H", "123456 Credit"),
        ("1 234,56 DB", "123456 Debit"),
        ("1 234,56 D", "123456 Debit"),
        ("1.234,56 S", "123456 Debit"),
        ("1 234,56 CR", "123456 Credit"),
        ("1 234,56 A", "123456 Credit"),
        ("1'234,-", "123400"),
        ("1 234,–", "123400"),
        ("-1 234,--", "-123400"),
        ("1'234,56", "123456"),
        ("1\u{2019}234,56", "123456"),
        ("1.234", "123400"),
        ("1,5", "150"),
        ("1000,5", "100050"),
        ("12.345.678", "1234567800"),
        ("\u{2212}5,00", "-500"),
        ("-", "0"),
        ("–", "0"),
        ("- €", "0 EUR"),
        ("0,00", "0"),
        ("-110,7 €", "-11070 EUR"),
        ("€ -110,7", "-11070 EUR"),
        ("CHF 1'234,50", "123450 CHF"),
        ("+12,00", "1200"),
        (",5", "50"),
        ("5,", "500"),
        ("1.2OO,00", "meant 1.200,00"),
        ("1.2", "no number"),
        ("1 23,00", "no number"),
        ("12 345 67", "no number"),
        ("1,2,3", "no number"),
        ("--5", "no number"),
        ("(-5)", "no number"),
        ("12 avril", "no number"),
        ("abc", "no number"),
        ("€", "no number"),
        ("()", "0"),
        ("1,005", "TooPrecise"),
        ("1 234,56 D C", "no number"),
        ("-5,00 C", "no number"),
        ("l2,5O", "meant 12,50"),
        ("\u{FF11}\u{FF12},5", "meant 12,5"),
        ("\u{0661}\u{0662}\u{066B}\u{0665}", "meant 12,5"),
        ("12,5 %", "percent"),
        ("1E+400", "no number"),
        ("1e3", "no number"),
        ("inf", "no number"),
        ("NaN", "no number"),
        ("12345678901234567", "TooLarge"),
        ("9 999 999 999 999,99", "999999999999999"),
    ] {
        assert_eq!(cents(text, COMMA), expected, "{text}");
    }
    for (text, expected) in [
        ("1,234.56", "123456"),
        ("1'234.56", "123456"),
        ("1\u{2019}234.56", "123456"),
        ("12,345,678", "1234567800"),
        ("1,23,456.78", "12345678"),
        ("1234.56CR", "123456 Credit"),
        ("$1,234.56", "123456 $"),
        ("1,234.56 USD", "123456 USD"),
        ("-110.7 €", "-11070 EUR"),
        ("1,5", "no number"),
    ] {
        assert_eq!(cents(text, POINT), expected, "{text}");
    }
}

/// Writes cents in a format.
fn write(minor: i64, decimal: char, group: &str) -> String {
    let magnitude = minor.unsigned_abs();
    let digits = (magnitude / 100).to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push_str(group);
        }
        text.push(digit);
    }
    format!("{text}{decimal}{:02}", magnitude % 100)
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(minor in -9_999_999_999_i64..9_999_999_999) {
        for (decimal, group) in [(',', ""), (',', " "), (',', "\u{A0}"), (',', "\u{202F}"), (',', "."), ('.', ""), ('.', ","), ('.', "'")] {
            let figure = write(minor, decimal, group);
            let format = if decimal == ',' { COMMA } else { POINT };
            let writings = if minor < 0 {
                vec![format!("-{figure}"), format!("{figure}-"), format!("({figure})"), format!("\u{2212}{figure} €"), format!("€ -{figure}")]
            } else {
                vec![figure.clone(), format!("+{figure}"), format!("{figure} EUR")]
            };
            for text in writings {
                let mut buffer = String::new();
                let number = read(&text, format, &mut buffer).unwrap();
                prop_assert_eq!(Amount::parse_decimal(number.plain, 2).unwrap().minor(), minor, "{}", text);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,12}") {
        let _ = read(&text, COMMA, &mut String::new());
        let _ = read(&text, POINT, &mut String::new());
    }
}
