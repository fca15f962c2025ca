//! How a table would be read: header row, meaning of columns, number format, date order, layout. Decided on whole
//! columns, never per cell, and the same whatever the order of the rows.

use crate::Field;
use crate::aged_day::{self, AgedDay};
use crate::claims::{Claim, Overview, claims, order_of_pairs, sign_rule};
use crate::content;
use crate::date::{self, DateProfile, OrderVerdict, Shape};
use crate::detection::{Candidate, Detection, Evidence, Question};
use crate::field::Content;
use crate::header::{self, Header};
use crate::mapping::{AmountFormat, Binding, Confidence, DateOrder, DecimalMark, Layout, Mapping};
use crate::number::{AmountProfile, FormatVerdict};
use crate::{currency, titles, vocabulary, words};
use sheet::{Row, Table};
use std::collections::{BTreeMap, BTreeSet};
use values::{Currency, TableIndex};

/// Ways to read a table, best first, and what only a person can decide about the best.
pub fn detect(table: &Table) -> Detection {
    header::find(table).map_or_else(Detection::default, |header| detect_under(table, header, None))
}

/// The same for a sample of a table of which the whole columns are known.
pub(crate) fn detect_with(sample: &Table, whole: &Columns) -> Detection {
    header::find(sample).map_or_else(Detection::default, |header| detect_under(sample, header, Some(whole)))
}

/// The same under the headings of a row a person pointed at.
pub fn detect_at(table: &Table, header_row: u32) -> Detection {
    let Some(row) = table.row(header_row) else { return Detection::default() };
    detect_under(table, Header { row: header_row, headings: header::headings(&row) }, None)
}

fn detect_under(table: &Table, header: Header, whole: Option<&Columns>) -> Detection {
    let content = content::profile(table, header.row);
    let claims = claims(&header, &content);
    let overview = Overview::new(&header, &claims, &content, titles::names_payments(table, header.row));
    let read = if whole.is_none() { Columns::read(table, &header, &claims) } else { Columns::default() };
    let columns = whole.unwrap_or(&read);
    let mut drafts: Vec<(Candidate, Vec<Question>)> = Layout::ALL
        .into_iter()
        .filter_map(|layout| candidate(table, &header, &overview, &claims, columns, layout))
        .collect();
    drafts.sort_by_key(|(candidate, _)| {
        let layout = candidate.mapping.layout();
        (!layout.importable(), u8::MAX - candidate.confidence.get(), layout)
    });
    let questions = drafts.first().map(|(_, questions)| questions.clone()).unwrap_or_default();
    Detection { candidates: drafts.into_iter().map(|(candidate, _)| candidate).collect(), questions }
}

/// Which sheet to read, and how: an importable one before one that is only recognised, a visible one before a hidden
/// one, then the surer, then the longer, then the first.
pub fn choose(tables: &[Table]) -> Option<(TableIndex, Candidate)> {
    let mut best = None;
    for (table, index) in tables.iter().zip(0..) {
        let Some(candidate) = detect(table).candidates.into_iter().next() else { continue };
        let layout = candidate.mapping.layout();
        let rank =
            (layout.importable(), !table.hidden, layout.richness(), candidate.confidence.get(), table.row_count());
        if best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, (TableIndex(index), candidate)));
        }
    }
    best.map(|(_, chosen)| chosen)
}

/// What whole columns tell of numbers, dates and types.
#[derive(Clone, Default)]
pub(crate) struct Columns {
    header_row: u32,
    /// Whether anything is asked of a column.
    asked: Vec<bool>,
    amounts: BTreeMap<u16, AmountProfile>,
    dates: BTreeMap<u16, DateProfile>,
    /// Columns of types, and whether one of them is a credit note or a payment.
    types: BTreeMap<u16, bool>,
    folded: String,
}

impl Columns {
    fn read(table: &Table, header: &Header, claims: &[Claim<'_>]) -> Columns {
        let mut columns = Columns::new(header, claims);
        table.rows().for_each(|row| columns.see(&row));
        columns
    }

    /// The columns to be looked at in a table of which this is a sample.
    pub(crate) fn of_sample(sample: &Table) -> Columns {
        let Some(header) = header::find(sample) else { return Columns::default() };
        let content = content::profile(sample, header.row);
        Columns::new(&header, &claims(&header, &content))
    }

    fn new(header: &Header, claims: &[Claim<'_>]) -> Columns {
        let mut columns = Columns { header_row: header.row, ..Columns::default() };
        for claim in claims {
            let column = claim.heading.column;
            match claim.field.content() {
                Content::Amount => drop(columns.amounts.entry(column).or_default()),
                Content::Date => drop(columns.dates.entry(column).or_default()),
                Content::Text if claim.field == Field::DocumentType => drop(columns.types.entry(column).or_default()),
                Content::Text => continue,
            }
            let column = usize::from(column);
            columns.asked.resize(columns.asked.len().max(column + 1), false);
            if let Some(asked) = columns.asked.get_mut(column) {
                *asked = true;
            }
        }
        columns
    }

    /// Looks at a row; those above the headings say nothing.
    pub(crate) fn see(&mut self, row: &Row<'_>) {
        if row.number() <= self.header_row {
            return;
        }
        for cell in row.cells().filter(|cell| self.asked.get(usize::from(cell.column)) == Some(&true)) {
            if let Some(profile) = self.amounts.get_mut(&cell.column) {
                profile.see(&cell);
            }
            if let Some(profile) = self.dates.get_mut(&cell.column) {
                profile.see(&cell);
            }
            if let Some(credits) = self.types.get_mut(&cell.column)
                && !*credits
            {
                words::fold_into(&mut self.folded, cell.text);
                *credits = vocabulary::is_credit_note_type(&self.folded) || vocabulary::is_payment_type(&self.folded);
            }
        }
    }
}

fn candidate(
    table: &Table,
    header: &Header,
    overview: &Overview,
    claims: &[Claim<'_>],
    columns: &Columns,
    layout: Layout,
) -> Option<(Candidate, Vec<Question>)> {
    let (weight, speaker) = overview.weigh(layout)?;
    let settled = overview.settle(layout, claims);
    let mut evidence = vec![Evidence::HeaderRow {
        row: header.row,
        known: header.headings.iter().filter(|heading| !heading.hits.is_empty()).count() as u32,
    }];
    evidence.extend(settled.iter().filter(|claim| claim.field != Field::Bucket).map(|claim| Evidence::Heading {
        field: claim.field,
        header: claim.heading.text.clone(),
        matched: claim.matched,
        content: claim.fit,
    }));
    let speaker = speaker.filter(|field| settled.iter().any(|claim| claim.field == *field));
    evidence.extend(speaker.map(|field| Evidence::LayoutSign { layout, field }));
    evidence.extend(remarks(overview, &settled, layout));

    let mut questions = Vec::new();
    let format = amount_format(header, &settled, columns, layout, &mut evidence, &mut questions);
    let order = date_order(table, header, &settled, columns, (layout, format), &mut evidence, &mut questions);
    let fields: BTreeSet<Field> = settled.iter().map(|claim| claim.field).collect();
    let of_field = |field: Field| settled.iter().find(|claim| claim.field == field);
    let negatives = [Field::Residual, Field::Amount]
        .into_iter()
        .filter_map(of_field)
        .filter_map(|claim| columns.amounts.get(&claim.heading.column))
        .any(|profile| profile.negatives > 0);
    let typed = of_field(Field::DocumentType)
        .and_then(|claim| columns.types.get(&claim.heading.column))
        .is_some_and(|credits| *credits);
    let sign = sign_rule(&fields, negatives, typed);
    let samples = samples(table, header.row, &settled);
    let bindings = settled.iter().zip(samples).map(|(claim, samples)| Binding {
        field: claim.field,
        column: claim.heading.column,
        header: claim.heading.text.clone(),
        confidence: Confidence::percent(claim.score.min(100) as u8),
        samples,
    });
    let mapping = Mapping::new(layout, header.row, bindings.collect(), format, order, sign).ok()?;
    let mapping = match layout {
        Layout::AgedBalance => {
            let found = aged_day::find(table, header.row);
            questions.extend(aged_question(&found));
            mapping.with_aged_as_of(found.day)
        }
        _ => mapping,
    };
    let confidence = confidence(&mapping, weight);
    Some((Candidate { mapping, confidence, evidence }, questions))
}

/// Mean of the best column of each required set, weighed by the layout.
fn confidence(mapping: &Mapping, weight: u32) -> Confidence {
    let sets = mapping.layout().required();
    let best = |set: &&[Field]| {
        set.iter().filter_map(|field| mapping.binding(*field)).map(|b| u32::from(b.confidence.get())).max()
    };
    let sum: u32 = sets.iter().filter_map(best).sum();
    let mean = sum / u32::try_from(sets.len()).unwrap_or(1).max(1);
    Confidence::percent((mean * weight / 100).min(100) as u8)
}

/// What only a person can say of the day amounts were aged for.
fn aged_question(found: &AgedDay) -> Option<Question> {
    (found.day.is_none() || !found.doubt.is_empty()).then(|| Question::AgedAsOf { days: found.doubt.clone() })
}

fn remarks(overview: &Overview, settled: &[&Claim<'_>], layout: Layout) -> Vec<Evidence> {
    let mut remarks = Vec::new();
    let buckets = settled.iter().filter(|claim| claim.field == Field::Bucket).count() as u32;
    if layout == Layout::AgedBalance {
        remarks.push(Evidence::AlreadyAged);
    } else if buckets > 0 {
        remarks.push(Evidence::BucketsIgnored { count: buckets });
    }
    for claim in settled.iter().filter(|claim| claim.field.content() == Content::Amount) {
        if let Some(currency) = currency::of_heading(&claim.heading.text) {
            remarks.push(Evidence::CurrencyInHeading { currency, header: claim.heading.text.clone() });
        }
    }
    if let Some((column, _)) = overview.whole_ledger
        && let Some(claim) = settled.iter().find(|claim| claim.heading.column == column)
    {
        remarks.push(Evidence::WholeLedger { header: claim.heading.text.clone() });
    }
    remarks
}

fn amount_format(
    header: &Header,
    settled: &[&Claim<'_>],
    columns: &Columns,
    layout: Layout,
    evidence: &mut Vec<Evidence>,
    questions: &mut Vec<Question>,
) -> AmountFormat {
    let mut whole = AmountProfile::default();
    let mut first_unsure = None;
    for claim in settled.iter().filter(|claim| is_money(claim.field)) {
        let Some(profile) = columns.amounts.get(&claim.heading.column) else { continue };
        if matches!(profile.verdict(), FormatVerdict::Unsure { .. }) && first_unsure.is_none() {
            first_unsure = Some(claim.heading.text.clone());
        }
        whole.merge(profile);
    }
    let format = match whole.verdict() {
        FormatVerdict::Sure(format) => format,
        FormatVerdict::Indifferent => {
            whole.format(if header.day_comes_first() { DecimalMark::Comma } else { DecimalMark::Point })
        }
        // The law knows no mark between groups of digits.
        FormatVerdict::Unsure { mark, .. } if layout == Layout::Fec => whole.format(mark),
        FormatVerdict::Unsure { mark, cells, example } => {
            // Three digits after the mark are thousands, unless the currency has three decimals.
            let thousandths = currency_of(settled).is_some_and(|currency| currency.decimals() == 3);
            let format = whole.format(if thousandths { mark } else { mark.other() });
            let header = first_unsure.unwrap_or_default();
            questions.push(Question::AmountFormat { header, numbers: cells, example, assumed: format });
            format
        }
    };
    let dissent = whole.dissent(format.decimal());
    evidence.push(Evidence::Amounts { format, numbers: whole.numbers, dissent });
    format
}

fn is_money(field: Field) -> bool {
    field.content() == Content::Amount && !matches!(field, Field::DaysLate | Field::ForeignAmount | Field::CreditLimit)
}

fn currency_of(settled: &[&Claim<'_>]) -> Option<Currency> {
    settled.iter().filter(|claim| is_money(claim.field)).find_map(|claim| currency::of_heading(&claim.heading.text))
}

fn date_order(
    table: &Table,
    header: &Header,
    settled: &[&Claim<'_>],
    columns: &Columns,
    (layout, format): (Layout, AmountFormat),
    evidence: &mut Vec<Evidence>,
    questions: &mut Vec<Question>,
) -> DateOrder {
    let mut whole = DateProfile::default();
    let mut first_unsure = None;
    for claim in settled {
        let Some(profile) = columns.dates.get(&claim.heading.column) else { continue };
        let header = &claim.heading.text;
        if profile.half_swapped() {
            let (true_dates, texts) = (profile.true_low, profile.first_high);
            questions.push(Question::HalfSwapped { header: header.clone(), true_dates, texts });
        }
        if profile.example.is_some() && first_unsure.is_none() {
            first_unsure = Some(header.clone());
        }
        whole.merge(profile);
    }
    let dates = match whole.verdict() {
        OrderVerdict::Sure(order) => {
            let (proofs, dissent) = (whole.proofs(order), whole.dissent(order));
            evidence.push(Evidence::Dates { order, proofs, dissent });
            return order;
        }
        OrderVerdict::Unsure { dates } => dates,
    };
    if let Some((order, pairs)) = compare_pairs(table, header.row, settled) {
        evidence.push(Evidence::DatesByDueDay { order, pairs });
        return order;
    }
    // Nobody writes French books month first.
    if layout == Layout::Fec {
        return DateOrder::Dmy;
    }
    // American books: dollars, English headings and a decimal point.
    let dollars = currency_of(settled).is_some_and(|currency| currency.code() == "USD");
    let american = dollars && !header.day_comes_first() && format.decimal() == DecimalMark::Point;
    let assumed = if american { DateOrder::Mdy } else { DateOrder::Dmy };
    let example = whole.example.unwrap_or_default();
    questions.push(Question::DateOrder { header: first_unsure.unwrap_or_default(), dates, example, assumed });
    assumed
}

/// Reads invoice and due dates in both orders; the order that keeps them in sequence wins.
fn compare_pairs(table: &Table, header_row: u32, settled: &[&Claim<'_>]) -> Option<(DateOrder, u32)> {
    let column = |wanted: Field| settled.iter().find(|claim| claim.field == wanted).map(|claim| claim.heading.column);
    let invoice = column(Field::InvoiceDay).or_else(|| column(Field::PostingDay))?;
    let due = column(Field::DueDay).or_else(|| column(Field::PaymentDay))?;
    let (mut pairs, mut day_first, mut month_first) = (0, 0, 0);
    for row in table.rows().filter(|row| row.number() > header_row) {
        let (Some(invoice), Some(due)) = (parts(&row, invoice), parts(&row, due)) else { continue };
        let in_sequence = |order: DateOrder| {
            let invoice = date::day_of(invoice.0, invoice.1, invoice.2, order);
            let due = date::day_of(due.0, due.1, due.2, order);
            invoice.is_some() && due >= invoice
        };
        pairs += 1;
        day_first += u32::from(in_sequence(DateOrder::Dmy));
        month_first += u32::from(in_sequence(DateOrder::Mdy));
    }
    Some((order_of_pairs(day_first, month_first, pairs)?, pairs))
}

fn parts(row: &Row<'_>, column: u16) -> Option<(u32, u32, i32)> {
    match date::shape(&row.cell(column)?) {
        Shape::Parts { first, second, year, .. } => Some((first, second, year)),
        Shape::True(_) | Shape::Bare(_) | Shape::Certain(_) | Shape::NoDate | Shape::Impossible | Shape::Other => None,
    }
}

/// Up to five values of each column, as written.
fn samples(table: &Table, header_row: u32, settled: &[&Claim<'_>]) -> Vec<Vec<String>> {
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); settled.len()];
    for row in table.rows().filter(|row| row.number() > header_row).take(200) {
        for (claim, samples) in settled.iter().zip(&mut samples) {
            if samples.len() < 5
                && let Some(cell) = row.cell(claim.heading.column)
            {
                samples.push(cell.text.to_owned());
            }
        }
    }
    samples
}
