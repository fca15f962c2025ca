//! What only a person can decide about a table, with what each answer would change. Facts, no sentence; figures come
//! from the profiles of the columns, never from reading the file again.

use crate::Field;
use crate::column_profiles::{Profiled, Profiles};
use crate::date::{DateCell, DateReader};
use crate::date_profile::{DateProfile, ORDERS, SAMPLES, Swap};
use crate::mapping::{AmountFormat, DateOrder, DecimalMark, HiddenRows, Layout, Mapping, SignRule};
use crate::number_profile::{AmountProfile, FormatVerdict};
use sheet::{Cell, CellKind};
use values::{Amount, Currency, Day, Days};

/// Something only a person can decide; the first answer is assumed meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Dates can be read in more than one order.
    DateOrder {
        /// Heading of the first such column.
        header: String,
        /// How many dates.
        dates: u32,
        /// Some of them, as written.
        samples: Vec<String>,
        /// The orders, the one assumed first.
        readings: Vec<DateReading>,
        /// An earlier file was read in the last of them, and this one shows the first.
        earlier: bool,
    },
    /// `1.234` can be a thousand or one and a bit.
    AmountFormat {
        /// Heading of the first such column.
        header: String,
        /// How many such numbers.
        numbers: u32,
        /// Some of them, as written.
        samples: Vec<String>,
        /// The formats, the one assumed first.
        readings: Vec<AmountReading>,
        /// An earlier file was read by the last of them, and this one shows the first.
        earlier: bool,
    },
    /// An earlier file told credits in another way than this one shows.
    Sign {
        /// Heading of the amounts.
        header: String,
        /// Heading of the types of documents.
        types: String,
        /// What this file shows first, the earlier way last.
        readings: Vec<SignReading>,
    },
    /// A spreadsheet swapped day and month of true dates on opening, or may have.
    SwappedDates {
        /// Heading of the first such column.
        header: String,
        /// How many true dates.
        true_dates: u32,
        /// How many texts beside them, whose day always passes 12; none where there is no text.
        texts: u32,
        /// Some of the true dates.
        samples: Vec<String>,
        /// Swapped back or as they are, the one assumed first.
        readings: Vec<SwapReading>,
    },
    /// Amounts are already aged, and the file does not say for which day beyond doubt.
    AgedAsOf {
        /// Days found, the one assumed meanwhile first; empty where the file has none, and then nothing can be read.
        days: Vec<Day>,
    },
    /// Rows are hidden in the workbook.
    HiddenRows {
        /// How many of them were imported or would be.
        rows: u32,
        /// What they add to the totals.
        amounts: Vec<(Currency, Amount)>,
        /// The totals with them.
        totals: Vec<(Currency, Amount)>,
        /// What becomes of them, the one assumed first.
        readings: Vec<HiddenRows>,
    },
}

/// What dates become under an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateReading {
    /// The order.
    pub order: DateOrder,
    /// The first two samples; `None` where no calendar has them.
    pub examples: Vec<(String, Option<Day>)>,
    /// First and last day of the columns.
    pub span: Option<(Day, Day)>,
    /// Rows due before they were invoiced, where both days are known.
    pub due_before: Option<u32>,
    /// Dates no calendar has in this order: their rows are set aside.
    pub impossible: u32,
}

/// What amounts become under a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountReading {
    /// The format.
    pub format: AmountFormat,
    /// The first two samples, in thousandths.
    pub examples: Vec<(String, i64)>,
    /// Sum of the column, in thousandths, where only its doubtful amounts change it.
    pub total: Option<i64>,
    /// Amounts it is about.
    pub numbers: u32,
    /// Amounts that cannot be read so: their rows are set aside.
    pub unreadable: u32,
}

/// What credits become under a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignReading {
    /// The rule: by the sign of the amount, or by the type of the document.
    pub sign: SignRule,
    /// Amounts below zero.
    pub negatives: u32,
}

/// What true dates become when they are swapped back, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapReading {
    /// Columns swapped back, from 0.
    pub columns: Vec<u16>,
    /// The first two samples.
    pub examples: Vec<(String, Option<Day>)>,
    /// First and last day of the columns.
    pub span: Option<(Day, Day)>,
    /// Rows due before they were invoiced, where both days are known.
    pub due_before: Option<u32>,
}

impl Question {
    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        match self {
            Question::DateOrder { .. } => "date-order",
            Question::AmountFormat { .. } => "amount-format",
            Question::SwappedDates { .. } => "half-swapped-dates",
            Question::AgedAsOf { .. } => "aged-as-of",
            Question::HiddenRows { .. } => "hidden-rows",
            Question::Sign { .. } => "sign",
        }
    }

    /// How much hangs on it: amounts off by a thousand before days off by months, then rows left out; more cells first.
    pub const fn weight(&self) -> (u32, u32) {
        match self {
            Question::AmountFormat { numbers, .. } => (3, *numbers),
            Question::DateOrder { dates, .. } => (2, *dates),
            Question::SwappedDates { true_dates, .. } => (2, *true_dates),
            Question::AgedAsOf { .. } => (3, 0),
            Question::HiddenRows { rows, .. } => (1, *rows),
            Question::Sign { .. } => (3, 0),
        }
    }
}

/// The questions the columns leave open under a mapping. `header` gives the heading of a column.
pub(crate) fn questions(profiles: &Profiles, mapping: &Mapping) -> Vec<Question> {
    let mut questions = Vec::new();
    questions.extend(amount_format(profiles, mapping));
    questions.extend(date_order(profiles, mapping));
    questions.extend(swapped_dates(profiles, mapping));
    questions.extend(sign(profiles, mapping));
    let days = &mapping.details().aged_days;
    if mapping.layout() == Layout::AgedBalance && (mapping.aged_as_of().is_none() || !days.is_empty()) {
        questions.push(Question::AgedAsOf { days: days_to_choose_from(days) });
    }
    questions
}

/// The days a balance may be of: those its file names, and the ends of the month and of the year before the first of them,
/// on which balances are struck that are printed later.
fn days_to_choose_from(named: &[Day]) -> Vec<Day> {
    let mut days = named.to_vec();
    let Some(first) = named.first() else { return days };
    let month_end = first.first_of_month() - Days(1);
    let year_end = (1..=12).map(|months| first.minus_months(months).end_of_month()).find(|day| day.month() == 12);
    for day in [Some(month_end), year_end].into_iter().flatten() {
        if !days.contains(&day) && days.len() < SAMPLES {
            days.push(day);
        }
    }
    days
}

fn header(mapping: &Mapping, column: u16) -> String {
    let binding = mapping.columns().iter().find(|binding| binding.column == column);
    binding.map(|binding| binding.header.clone()).unwrap_or_default()
}

fn amount_format(profiles: &Profiles, mapping: &Mapping) -> Option<Question> {
    let earlier = mapping.details().earlier.amount_format;
    if !mapping.details().amount_format_assumed && earlier.is_none() {
        return None;
    }
    let open = |told: &&Profiled<AmountProfile>| match told.profile.verdict() {
        FormatVerdict::Unsure => true,
        FormatVerdict::Sure(now) => earlier.is_some_and(|earlier| earlier.decimal() != now),
        FormatVerdict::Indifferent => false,
    };
    let mut whole = AmountProfile::default();
    for told in profiles.amounts.iter().filter(open) {
        whole.merge(&told.profile);
    }
    let first = profiles.amounts.iter().find(open)?;
    let assumed = mapping.amount_format();
    let other = earlier.unwrap_or_else(|| whole.format(assumed.decimal().other()));
    let samples = whole.samples().to_vec();
    let numbers = if earlier.is_some() { whole.numbers } else { whole.unsure() };
    let reading = |format: AmountFormat| AmountReading {
        format,
        examples: samples.iter().take(2).map(|text| (text.clone(), example(text, format.decimal()))).collect(),
        total: earlier.is_none().then(|| i64::try_from(first.profile.sum(format.decimal())).unwrap_or(i64::MAX)),
        numbers,
        unreadable: whole.dissent(format.decimal()),
    };
    Some(Question::AmountFormat {
        header: header(mapping, first.column),
        numbers,
        readings: vec![reading(assumed), reading(other)],
        samples,
        earlier: earlier.is_some(),
    })
}

/// A number with one mark and three digits after it, in thousandths.
fn example(text: &str, decimal: DecimalMark) -> i64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits: i64 = digits.parse().unwrap_or_default();
    if text.contains(decimal.character()) { digits } else { digits * 1_000 }
}

fn date_order(profiles: &Profiles, mapping: &Mapping) -> Option<Question> {
    let details = mapping.details();
    let earlier = details.earlier.date_order;
    if !details.date_order_assumed && earlier.is_none() {
        return None;
    }
    let open =
        |told: &&Profiled<DateProfile>| told.profile.texts() > 0 && !details.date_orders.contains_key(&told.column);
    let mut whole = DateProfile::default();
    for told in profiles.dates.iter().filter(open) {
        whole.merge(&told.profile);
    }
    let shown = |told: &&Profiled<DateProfile>| earlier.is_some() || !told.profile.samples().is_empty();
    let first = profiles.dates.iter().filter(open).find(shown)?;
    let samples = whole.samples().to_vec();
    let swapped = profiles.swapped(mapping);
    let assumed = mapping.date_order();
    let admitted = |order: DateOrder| earlier.map_or_else(|| whole.admits(order), |earlier| order == earlier);
    let others: Vec<DateOrder> = ORDERS.into_iter().filter(|order| *order != assumed && admitted(*order)).collect();
    // Every other order is disproved: there is nothing to ask, whoever left it open.
    if others.is_empty() && whole.admits(assumed) {
        return None;
    }
    let reading = |order: DateOrder| DateReading {
        order,
        examples: examples(&samples, CellKind::Text, order, false),
        span: whole.days(order, false),
        due_before: due_before(profiles, order, &swapped),
        impossible: whole.dissent(order),
    };
    Some(Question::DateOrder {
        header: header(mapping, first.column),
        dates: whole.texts(),
        readings: std::iter::once(assumed).chain(others).map(reading).collect(),
        samples,
        earlier: earlier.is_some(),
    })
}

fn sign(profiles: &Profiles, mapping: &Mapping) -> Option<Question> {
    let earlier = mapping.details().earlier.sign?;
    let of = |field: Field| mapping.binding(field).map(|binding| binding.header.clone());
    let amounts = profiles.amounts.iter().find(|told| matches!(told.field, Field::Residual | Field::Amount))?;
    let reading = |sign: SignRule| SignReading { sign, negatives: amounts.profile.negatives };
    Some(Question::Sign {
        header: header(mapping, amounts.column),
        types: of(Field::DocumentType)?,
        readings: vec![reading(mapping.sign()), reading(earlier)],
    })
}

fn examples(samples: &[String], kind: CellKind, order: DateOrder, swapped: bool) -> Vec<(String, Option<Day>)> {
    let reader = DateReader { swapped, ..DateReader::plain(order) };
    let day = |text: &str| match reader.read(&Cell { column: 0, kind, text }) {
        DateCell::Day(day) => Some(day),
        DateCell::NoDate | DateCell::Impossible | DateCell::Unreadable => None,
    };
    samples.iter().take(2).map(|text| (text.clone(), day(text))).collect()
}

/// Rows due before they were invoiced, where the table has both days.
fn due_before(profiles: &Profiles, order: DateOrder, swapped: &[u16]) -> Option<u32> {
    let column = |field: Field| profiles.dates.iter().find(|told| told.field == field).map(|told| told.column);
    let (issued, due) = crate::column_profiles::pair(column)?;
    let count = profiles.pairs.due_before(order, swapped.contains(&issued), swapped.contains(&due));
    (profiles.pairs.rows > 0).then_some(count)
}

fn swapped_dates(profiles: &Profiles, mapping: &Mapping) -> Option<Question> {
    if mapping.details().swapped_dates.is_some() {
        return None;
    }
    let of = |swap: Swap| profiles.dates.iter().filter(move |told| told.profile.swap() == swap).collect::<Vec<_>>();
    let half = of(Swap::Half);
    let likely = !half.is_empty();
    let columns = if likely { half } else { of(Swap::Possible) };
    let first = columns.first()?;
    let mut whole = DateProfile::default();
    for told in &columns {
        whole.merge(&told.profile);
    }
    let samples: Vec<String> = whole.true_samples().iter().take(SAMPLES).cloned().collect();
    let order = mapping.details().date_orders.get(&first.column).copied().unwrap_or_else(|| mapping.date_order());
    let reading = |restored: bool| {
        let swapped: Vec<u16> = if restored { columns.iter().map(|told| told.column).collect() } else { Vec::new() };
        SwapReading {
            examples: examples(&samples, CellKind::Date, order, restored),
            span: whole.days(order, restored),
            due_before: due_before(profiles, order, &swapped),
            columns: swapped,
        }
    };
    Some(Question::SwappedDates {
        header: header(mapping, first.column),
        true_dates: whole.true_low,
        texts: if likely { whole.first_high + whole.second_high } else { 0 },
        readings: vec![reading(likely), reading(!likely)],
        samples,
    })
}
