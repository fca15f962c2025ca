//! Columns of dates and of amounts, generated or listed, read through the whole engine and compared with what they say.

use crate::pollute::{DayStyle, date};
use crate::random::Random;
use engine::{InputFile, Session};
use protocol::{OpenItemsQuery, OpenOptions, Severity};
use std::collections::BTreeMap;
use text::Language;
use values::{Day, Days};

/// What became of the cells of some columns.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    pub columns: u32,
    pub right: u32,
    /// Set aside, asked or announced.
    pub announced: u32,
    /// Read as something else without a word.
    pub silent: Vec<String>,
}

/// A file with one column under test: what is read of each row by its document, and whether something was said about
/// cells of that kind.
struct Read {
    items: BTreeMap<String, (Day, i64)>,
    said: bool,
}

fn read(text: &str, about: &[&str]) -> Option<Read> {
    let input = InputFile::in_memory("column.csv", text.as_bytes().to_vec());
    // A refusal is said in one sentence.
    let session = Session::open(vec![input], &OpenOptions::default(), Language::En, &mut |_| {}).ok()?;
    let query =
        OpenItemsQuery { as_of: "2099-01-01".parse().unwrap(), customer: None, sort: None, offset: None, limit: None };
    let items = session.open_items(&query, Language::En).unwrap().items;
    let items = items.into_iter().map(|item| (item.document, (item.invoice_day, item.residual.minor()))).collect();
    let report = session.import_report(Language::En);
    let concerns = |code: &str| about.iter().any(|word| code.contains(word));
    let said = report.diagnostics.iter().any(|said| said.severity != Severity::Info && concerns(&said.code));
    Some(Read { items, said })
}

const STYLES: [DayStyle; 14] = [
    DayStyle::Dmy('/', 4),
    DayStyle::Dmy('.', 4),
    DayStyle::Dmy('-', 4),
    DayStyle::Dmy('/', 2),
    DayStyle::Dmy('.', 2),
    DayStyle::Mdy,
    DayStyle::Mdy,
    DayStyle::Iso,
    DayStyle::Compact,
    DayStyle::CompactDmy,
    DayStyle::FrenchShort,
    DayStyle::FrenchLong,
    DayStyle::EnglishShort,
    DayStyle::WithTime,
];

const SIZES: [i64; 9] = [1, 2, 3, 5, 8, 13, 30, 80, 200];

/// So many generated columns of dates, of every style, size and spread, some with a cell that is no date.
pub fn dates(count: u64) -> Columns {
    let mut columns = Columns { columns: count as u32, ..Columns::default() };
    for seed in 0..count {
        let mut random = Random::seeded(0xda7e + seed);
        let style = STYLES[seed as usize % STYLES.len()];
        let size = SIZES[seed as usize / STYLES.len() % SIZES.len()];
        let spread = random.between(0, 2);
        let days: Vec<Day> = (0..size).map(|_| day(&mut random, spread)).collect();
        let with_due = random.between(0, 1) == 1;
        let noise = (random.between(0, 4) == 0).then(|| random.between(0, size - 1) as usize);
        let heading =
            ["Client;Pièce;Date;Montant TTC", "Customer Name;Invoice Number;Invoice Date;Amount"][seed as usize % 2];
        let mut text = format!("{heading}{}\n", if with_due { ";Due Date" } else { "" });
        for (row, day) in days.iter().enumerate() {
            let written = if noise == Some(row) { "n/a".to_owned() } else { date(*day, style) };
            text.push_str(&format!("Alpha;D{row};{written};10,50"));
            if with_due {
                text.push_str(&format!(";{}", date(*day + Days(30), style)));
            }
            text.push('\n');
        }
        let found = read(&text, &["date", "due", "invoice", "day"]);
        for (row, day) in days.iter().enumerate().filter(|(row, _)| noise != Some(*row)) {
            let seen = found.as_ref().and_then(|found| found.items.get(&format!("D{row}")));
            match seen {
                Some((seen, _)) if seen == day => columns.right += 1,
                Some((seen, _)) if !found.as_ref().is_some_and(|found| found.said) => {
                    columns.silent.push(format!("seed {seed}, {}: {seen} instead of {day}", date(*day, style)));
                }
                Some(_) | None => columns.announced += 1,
            }
        }
    }
    columns
}

/// A day of any kind, one up to the twelfth, or the last of its month.
fn day(random: &mut Random, spread: i64) -> Day {
    let first: Day = "2024-06-01".parse().unwrap();
    let day = first + Days(random.between(0, 600) as i32);
    match spread {
        0 => day,
        1 => Day::new(day.year(), day.month(), (day.day_of_month() - 1) % 12 + 1).unwrap(),
        _ => day.end_of_month(),
    }
}

/// Each way of writing with the texts of one column in it and what they say, in hundredths; nothing where a text is no
/// amount and its row must be set aside.
pub fn amounts() -> Columns {
    let mut columns = Columns::default();
    for (texts, decimal_comma) in amount_columns() {
        columns.columns += 1;
        let heading = if decimal_comma {
            "Client;Pièce;Date;Montant TTC"
        } else {
            "Customer Name;Invoice Number;Invoice Date;Amount"
        };
        let mut text = format!("{heading}\n");
        for (row, (written, _)) in texts.iter().enumerate() {
            text.push_str(&format!("Alpha;D{row};2026-03-{:02};\"{written}\"\n", row % 28 + 1));
        }
        let found = read(&text, &["amount", "number", "side"]);
        for (row, (written, wanted)) in texts.iter().enumerate() {
            let seen = found.as_ref().and_then(|found| found.items.get(&format!("D{row}"))).map(|(_, cents)| *cents);
            let said = found.as_ref().is_none_or(|found| found.said);
            match (seen, wanted) {
                (Some(seen), Some(wanted)) if seen == *wanted => columns.right += 1,
                (None, Some(0) | None) => columns.right += 1,
                (None, Some(_)) => columns.announced += 1,
                (Some(_), Some(_)) if said => columns.announced += 1,
                (Some(seen), _) => columns.silent.push(format!("{written:?}: {seen} instead of {wanted:?}")),
            }
        }
    }
    columns
}

type Texts = Vec<(String, Option<i64>)>;

/// Decimal mark, mark between thousands, and what stands around the digits below and above zero.
const WAYS: [(char, &str, [&str; 2], [&str; 2]); 24] = [
    (',', "", ["", ""], ["-", ""]),
    (',', " ", ["", ""], ["-", ""]),
    (',', "\u{A0}", ["", ""], ["-", ""]),
    (',', "\u{202F}", ["", ""], ["\u{2212}", ""]),
    (',', "\u{2009}", ["", ""], ["-", ""]),
    (',', ".", ["", ""], ["-", ""]),
    (',', ".", ["", ""], ["", "-"]),
    (',', " ", ["", ""], ["(", ")"]),
    (',', " ", ["", " €"], ["-", " €"]),
    (',', ".", ["EUR ", ""], ["EUR -", ""]),
    (',', " ", ["", " D"], ["", " C"]),
    (',', ".", ["", " S"], ["", " H"]),
    (',', " ", ["+", ""], ["-", ""]),
    ('.', "", ["", ""], ["-", ""]),
    ('.', ",", ["", ""], ["-", ""]),
    ('.', ",", ["", ""], ["(", ")"]),
    ('.', "'", ["", ""], ["-", ""]),
    ('.', "\u{2019}", ["", ""], ["-", ""]),
    ('.', ",", ["", " DR"], ["", " CR"]),
    ('.', ",", ["", " DB"], ["", " CR"]),
    ('.', ",", ["€", ""], ["-€", ""]),
    ('.', " ", ["", ""], ["-", ""]),
    ('.', ",", ["", " EUR"], ["-", " EUR"]),
    ('.', ",", ["+", ""], ["-", ""]),
];

const CENTS: [i64; 16] = [
    1,
    99,
    150,
    1_234,
    10_000,
    99_999,
    123_456,
    -5_050,
    -123_456,
    1_234_567,
    100_000_000,
    -987_654_321,
    250_000,
    -100_000,
    777_777_777,
    999_999_999_999_999,
];

/// Texts that are no amount, each alone among sound ones.
const NO_AMOUNTS: [&str; 34] = [
    "1E+400",
    "inf",
    "NaN",
    "-inf",
    "12 %",
    "5%",
    "1,2,3",
    "1.2.3,4",
    "--5,00",
    "5,00--",
    "(5,00",
    "5,00)",
    "((5,00))",
    "1 2 3,00",
    "12 34,56",
    "1.23.456,00",
    "1O0,00",
    "l00,00",
    "0x1F",
    "1/2",
    "1:30",
    "#REF!",
    "#N/A",
    "n.c.",
    "voir note",
    "1,50 USD EUR",
    "1,50 D C",
    "-(1,50)",
    "- 1,50 -",
    "12345678901234567890,00",
    "1;50",
    "1_000,00",
    "½",
    "1,5e3",
];

fn amount_columns() -> Vec<(Texts, bool)> {
    let mut columns: Vec<(Texts, bool)> = WAYS
        .iter()
        .map(|(decimal, group, above, below)| {
            let write = |cents: &i64| {
                let [before, after] = if *cents < 0 { below } else { above };
                (format!("{before}{}{after}", plain(*cents, *decimal, group)), Some(*cents))
            };
            (CENTS.iter().map(write).collect(), *decimal == ',')
        })
        .collect();
    for wrong in NO_AMOUNTS {
        let mut texts: Texts =
            [1_234, 99_999, 123_456].iter().map(|cents| (plain(*cents, ',', " "), Some(*cents))).collect();
        texts.insert(1, (wrong.to_owned(), None));
        columns.push((texts, true));
    }
    columns
}

fn plain(cents: i64, decimal: char, group: &str) -> String {
    let whole = (cents.abs() / 100).to_string();
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    format!("{grouped}{decimal}{:02}", cents.abs() % 100)
}
