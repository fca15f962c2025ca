//! How a table would be read: header row, meaning of columns, number format, date order, layout. Decided on whole
//! columns, never per cell, and the same whatever the order of the rows.

use crate::Field;
use crate::aged_day;
use crate::aged_rows;
use crate::balances;
use crate::by_content;
use crate::claims::{Claim, Overview, claims, sign_rule};
use crate::column_profiles::{self, is_money};
use crate::content::{self, ColumnContent, Contents};
use crate::currency::Named;
use crate::date;
use crate::date_profile::DateProfile;
use crate::day_memo::Known;
use crate::decide::{self, AmountDecision, AmountHints, DateDecision, DateHints, Told};
use crate::detection::{Candidate, Detection, Evidence};
use crate::earlier::Earlier;
use crate::facts;
use crate::field::Content;
use crate::header::{self, Header};
use crate::mapping::{AmountFormat, Binding, Confidence, DecimalMark, Details, Layout, Mapping, SignRule};
use crate::number_profile::AmountProfile;
use crate::pairs::PairProfile;
use crate::question::{self, Question};
use crate::receipts::{self, Receipts};
use crate::row::Plan;
use crate::shared_currency::Local;
use crate::titles::Titles;
use crate::{
    corrected, credit_notes, currency, day_bands, days_paid, foreign, groups, instalments, kinds_named, mails, masters,
    merged_sums, missing_age, months, numbered_states, payers, posting_days, remainders, running, shifted, since,
    single_letters, vocabulary, whole_customer, words,
};
use sheet::{Cell, Row, Table};
use std::collections::{BTreeMap, BTreeSet};
use values::{Arrange, Currency, Gather, TableIndex};

/// Ways to read a table, best first, and what only a person can decide about the best.
pub fn detect(table: &Table) -> Detection {
    header::find(table).map_or_else(Detection::default, |header| detect_under(table, header, None))
}

/// The same for a sample of a table of which the whole columns are known.
pub(crate) fn detect_with(sample: &Table, whole: &Columns, pairs: &PairProfile) -> Detection {
    header::find(sample).map_or_else(Detection::default, |header| detect_under(sample, header, Some((whole, pairs))))
}

/// The same under the headings of a row a person pointed at.
pub fn detect_at(table: &Table, header_row: u32) -> Detection {
    let Some(row) = table.row(header_row) else { return Detection::default() };
    detect_under(table, Header::new(header_row, header::headings(&row)), None)
}

/// What the rows tell of headings that leave it open; returns the column whose rows of their own name the customers, and
/// whether these are balances of customers without ages.
fn complete(header: &mut Header, table: &Table) -> (Option<u16>, bool) {
    shifted::align(header, table);
    foreign::by_currency(header, table);
    kinds_named::tell(header, table);
    foreign::take(header);
    foreign::tell(header, table);
    foreign::part(header, table);
    payers::tell(header, table);
    since::tell(header, table);
    day_bands::tell(header, table);
    months::tell(header, table);
    missing_age::tell(header, table);
    remainders::forget_what_was_asked(header, table);
    instalments::tell(header, table);
    remainders::tell(header, table);
    merged_sums::tell(header, table);
    days_paid::tell(header, table);
    numbered_states::tell(header, table);
    single_letters::tell(header, table);
    running::tell(header, table);
    receipts::tell_what_came_in(header);
    receipts::number_what_was_paid(header, table);
    corrected::tell(header, table);
    aged_rows::tell(header, table);
    groups::name_beside_code(header, table);
    groups::name_labels(header, table);
    groups::name_column(header, table);
    let whole = |told: bool| told.then_some(whole_customer::COLUMN);
    let group_column = groups::group_column(header, table).or_else(|| whole(whole_customer::is_titled(header, table)));
    by_content::complete(header, table, group_column.is_some());
    posting_days::tell(header, table);
    mails::tell(header, table);
    masters::tell(header, table);
    let group_column = group_column.or_else(|| whole(whole_customer::is_told(header, table)));
    (group_column, group_column.is_none() && balances::tell(header, table))
}

fn detect_under(table: &Table, mut header: Header, whole: Option<(&Columns, &PairProfile)>) -> Detection {
    let (group_column, balances) = complete(&mut header, table);
    let content = match whole {
        Some((columns, _)) => columns.contents.columns(),
        None => content::profile(table, header.row),
    };
    let claims = claims(&header, &content);
    let receipts = Receipts::of(&header, table);
    let overview = Overview::new(&header, &claims, &content, receipts, (group_column, balances));
    let read = if whole.is_none() { Columns::read(table, &header, &claims) } else { Columns::default() };
    let (columns, pairs) = whole.map_or((&read, None), |(columns, pairs)| (columns, Some(pairs)));
    let mut candidates: Vec<Candidate> = Layout::ALL
        .into_iter()
        .filter_map(|layout| candidate(table, &header, &overview, &claims, (columns, pairs), layout))
        .collect();
    candidates.arrange_by_key(|candidate| {
        let layout = candidate.mapping.layout();
        (!layout.importable(), u8::MAX - candidate.confidence.get(), layout)
    });
    let questions = candidates.first().map(|best| open_questions(table, &best.mapping)).unwrap_or_default();
    Detection { candidates, questions }
}

/// How to read a table as a list of customers, where it may be one beside what they owe.
pub fn list_of_customers(table: &Table) -> Option<Mapping> {
    let mut found = detect(table).candidates.into_iter().map(|candidate| candidate.mapping);
    found.find(|mapping| mapping.layout() == Layout::Customers)
}

/// What a mapping leaves open, from every dated row of the table.
fn open_questions(table: &Table, mapping: &Mapping) -> Vec<Question> {
    let plan = Plan::new(mapping, table.column_count());
    question::questions(&facts::facts(table, mapping, &plan).profiles, mapping)
}

/// The best way to read each table; none for those that are not read at all.
pub(crate) fn best_of_each(tables: &[Table]) -> Vec<Option<Candidate>> {
    tables.iter().map(|table| detect(table).candidates.into_iter().next()).collect()
}

/// Which of some sheets to read first: an importable one before one that is only recognised, a visible one before a hidden
/// one, invoices before
/// credit notes, then the surer, then the longer, then the first.
pub(crate) fn richest<'a>(found: impl Iterator<Item = (TableIndex, &'a Table, &'a Candidate)>) -> Option<TableIndex> {
    let mut best = None;
    for (index, table, candidate) in found {
        let layout = candidate.mapping.layout();
        // Credit notes are deducted from invoices.
        let deducted = candidate.mapping.sign() == SignRule::CreditNotes;
        let sure = (layout.richness(), candidate.confidence.get());
        let rank = (layout.importable(), !table.hidden, !deducted, sure, table.row_count());
        if best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, index));
        }
    }
    best.map(|(_, index)| index)
}

/// What whole columns tell of numbers, dates and types.
#[derive(Clone, Default)]
pub(crate) struct Columns {
    header_row: u32,
    from_1904: bool,
    /// Whether anything is asked of a column.
    asked: Vec<bool>,
    amounts: BTreeMap<u16, AmountProfile>,
    dates: BTreeMap<u16, DateProfile>,
    /// Columns of types, and whether one of them is a credit note or a payment.
    types: BTreeMap<u16, bool>,
    /// What every column looks like; nothing of a table held whole, which is looked at again.
    contents: Contents,
    folded: String,
}

impl Columns {
    fn read(table: &Table, header: &Header, claims: &[Claim<'_>]) -> Columns {
        let mut columns = Columns::new(header, claims);
        columns.from_1904 = table.from_1904;
        table.rows_below(header.row).for_each(|row| columns.see(&row));
        columns
    }

    /// The columns to be looked at in a table of which this is a sample.
    pub(crate) fn of_sample(sample: &Table) -> Columns {
        let Some(mut header) = header::find(sample) else { return Columns::default() };
        let _told = complete(&mut header, sample);
        // Whatever the sample says of a column, its heading may be right of the whole.
        let unknown = vec![ColumnContent::default(); usize::from(sample.column_count())];
        let columns = Columns::new(&header, &claims(&header, &unknown));
        Columns { contents: Contents::below(sample, header.row), from_1904: sample.from_1904, ..columns }
    }

    /// Looks at a row of a table that is not held.
    pub(crate) fn pass(&mut self, row: &Row<'_>) {
        if row.number() <= self.header_row {
            return;
        }
        self.see(row);
        let weight = self.contents.weight();
        let learns = || row.cells().any(|cell| self.contents.would_learn(cell.column, cell.text.trim()));
        if let Some(weight) = weight.or_else(|| learns().then_some(1)) {
            self.contents.see(row, weight);
        }
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

    /// Looks at a row below the headings.
    fn see(&mut self, row: &Row<'_>) {
        for cell in row.cells() {
            if self.asked.get(usize::from(cell.column)) != Some(&true) {
                continue;
            }
            if let Some(profile) = self.amounts.get_mut(&cell.column) {
                profile.see(&cell);
            }
            if let Some(profile) = self.dates.get_mut(&cell.column) {
                profile.see(&cell, self.from_1904);
            }
            self.see_kind(&cell);
        }
    }

    /// Looks at a cell that may name a type of document.
    pub(crate) fn see_kind(&mut self, cell: &Cell<'_>) {
        if let Some(credits) = self.types.get_mut(&cell.column)
            && !*credits
        {
            words::fold_into(&mut self.folded, cell.text);
            *credits = vocabulary::is_credit_note_type(&self.folded) || vocabulary::is_payment_type(&self.folded);
        }
    }

    pub(crate) fn header_row(&self) -> u32 {
        self.header_row
    }

    /// Whether day numbers count from 1904.
    pub(crate) fn counts_from_1904(&self) -> bool {
        self.from_1904
    }

    /// The columns of which anything is asked.
    pub(crate) fn asked(&self) -> impl Iterator<Item = u16> {
        self.amounts.keys().chain(self.dates.keys()).chain(self.types.keys()).copied()
    }

    pub(crate) fn asks_kinds(&self, column: u16) -> bool {
        self.types.contains_key(&column)
    }

    pub(crate) fn dates(&mut self, column: u16) -> Option<&mut DateProfile> {
        self.dates.get_mut(&column)
    }

    pub(crate) fn amounts(&mut self, column: u16) -> Option<&mut AmountProfile> {
        self.amounts.get_mut(&column)
    }

    /// What the columns of a table read to its end look like.
    pub(crate) fn seen(&self) -> Vec<ColumnContent> {
        self.contents.columns()
    }

    /// What every column looks like.
    pub(crate) fn contents(&mut self) -> &mut Contents {
        &mut self.contents
    }
}

fn candidate(
    table: &Table,
    header: &Header,
    overview: &Overview,
    claims: &[Claim<'_>],
    (columns, pairs): (&Columns, Option<&PairProfile>),
    layout: Layout,
) -> Option<Candidate> {
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

    let currency = currency_of(table, header, &settled);
    let amounts = amounts(header, &settled, columns, (layout, currency));
    let pairs = || pairs.cloned().unwrap_or_else(|| pairs_of(table, header.row, &settled));
    let dates = dates(header, &settled, columns, (layout, amounts.format, currency), pairs);
    evidence.extend(amounts.evidence);
    evidence.extend(dates.evidence);
    let fields: BTreeSet<Field> = settled.iter().map(|claim| claim.field).gather();
    let of_field = |field: Field| settled.iter().find(|claim| claim.field == field);
    let negatives = [Field::Residual, Field::Amount]
        .into_iter()
        .filter_map(of_field)
        .filter_map(|claim| columns.amounts.get(&claim.heading.column))
        .any(|profile| profile.negatives > 0);
    let typed = of_field(Field::DocumentType)
        .and_then(|claim| columns.types.get(&claim.heading.column))
        .is_some_and(|credits| *credits);
    let sign = match sign_rule(&fields, negatives, typed) {
        SignRule::Signed if layout == Layout::OpenItems && !negatives => {
            let number = of_field(Field::Document).map(|claim| (claim.heading.column, claim.heading.text.as_str()));
            let due = fields.contains(&Field::DueDay);
            if credit_notes::are_all(table, header.row, number, due) { SignRule::CreditNotes } else { SignRule::Signed }
        }
        sign => sign,
    };
    let samples = samples(table, header.row, &settled);
    let bindings = settled.iter().zip(samples).map(|(claim, samples)| Binding {
        field: claim.field,
        column: claim.heading.column,
        header: claim.heading.text.clone(),
        confidence: Confidence::percent(claim.score.min(100) as u8),
        samples,
    });
    let aged = layout == Layout::AgedBalance;
    let owed = of_field(Field::Residual).or(of_field(Field::Debit)).filter(|_| !fields.contains(&Field::Bucket));
    let found = match aged {
        true => aged_day::find(table, header.row, owed.map(|claim| claim.heading.text.as_str())),
        false => aged_day::AgedDay::default(),
    };
    let (columns, group) = (bindings.collect(), overview.group_column);
    let mapping = Mapping::grouped(layout, header.row, columns, amounts.format, dates.order, sign, group).ok()?;
    let mapping = mapping.with_details(Details {
        date_orders: dates.orders,
        decimal_marks: amounts.marks,
        date_order_assumed: dates.assumed,
        amount_format_assumed: amounts.assumed,
        aged_days: found.doubt,
        swapped_dates: None,
        hidden_rows: None,
        earlier: Earlier::default(),
    });
    let mapping = mapping.with_aged_as_of(found.day);
    let confidence = confidence(&mapping, weight);
    Some(Candidate { mapping, confidence, evidence })
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
fn remarks(overview: &Overview, settled: &[&Claim<'_>], layout: Layout) -> Vec<Evidence> {
    let mut remarks = Vec::new();
    let buckets = settled.iter().filter(|claim| claim.field == Field::Bucket).count() as u32;
    if layout == Layout::AgedBalance {
        remarks.push(if buckets > 0 { Evidence::AlreadyAged } else { Evidence::WithoutAges });
    } else if buckets > 0 {
        remarks.push(Evidence::BucketsIgnored { count: buckets });
    }
    for claim in settled.iter().filter(|claim| claim.field.content() == Content::Amount) {
        if let Some(currency) = currency::of_heading(&claim.heading.text).and_then(Named::one) {
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

fn amounts(
    header: &Header,
    settled: &[&Claim<'_>],
    columns: &Columns,
    (layout, currency): (Layout, Option<Currency>),
) -> AmountDecision {
    let money = settled.iter().filter(|claim| is_money(claim.field));
    let told: Vec<Told<'_, AmountProfile>> =
        money.filter_map(|claim| Some(claim.told(columns.amounts.get(&claim.heading.column)?))).collect();
    let thousandths = currency.is_some_and(|currency| currency.decimals() == 3);
    let language = if header.day_comes_first() { DecimalMark::Comma } else { DecimalMark::Point };
    decide::amounts(&told, &AmountHints { thousandths, language, french_books: layout == Layout::Fec })
}

/// The currency that a heading of amounts or a title names, as far as the table alone tells it.
fn currency_of(table: &Table, header: &Header, settled: &[&Claim<'_>]) -> Option<Currency> {
    let money: Vec<&&Claim<'_>> = settled.iter().filter(|claim| is_money(claim.field)).collect();
    let headed = money.iter().find_map(|claim| currency::of_heading(&claim.heading.text));
    let named = headed.or_else(|| Titles::read(table, header.row).currency)?;
    if let Named::One(currency) = named {
        return Some(currency);
    }
    let columns: Vec<u16> = money.iter().map(|claim| claim.heading.column).collect();
    let taken = Local::read(table, header, &columns).take(named, Currency::EUR)?;
    Some(taken.currency)
}

fn dates(
    header: &Header,
    settled: &[&Claim<'_>],
    columns: &Columns,
    (layout, format, currency): (Layout, AmountFormat, Option<Currency>),
    pairs: impl Fn() -> PairProfile,
) -> DateDecision {
    // A column of marks under a heading of days was looked at for days too.
    let days = settled.iter().filter(|claim| claim.field.content() == Content::Date);
    let told: Vec<Told<'_, DateProfile>> =
        days.filter_map(|claim| Some(claim.told(columns.dates.get(&claim.heading.column)?))).collect();
    // American books: dollars, English headings and a decimal point.
    let dollars = currency.is_some_and(|currency| currency.code() == "USD");
    let american = dollars && !header.day_comes_first() && format.decimal() == DecimalMark::Point;
    let hints = DateHints { american, french_books: layout == Layout::Fec };
    decide::dates(&told, pairs, hints)
}

/// Invoice days beside due days.
fn pairs_of(table: &Table, header_row: u32, settled: &[&Claim<'_>]) -> PairProfile {
    let mut pairs = PairProfile::default();
    let column = |wanted: Field| settled.iter().find(|claim| claim.field == wanted).map(|claim| claim.heading.column);
    let Some((issued, due)) = column_profiles::pair(column) else { return pairs };
    for row in table.rows_below(header_row) {
        if let (Some(issued), Some(due)) = (row.cell(issued), row.cell(due)) {
            let known = |cell: &Cell<'_>| Known::of(date::shape(cell, table.from_1904));
            pairs.see(&known(&issued), &known(&due));
        }
    }
    pairs
}

/// Up to five values of each column, as written.
fn samples(table: &Table, header_row: u32, settled: &[&Claim<'_>]) -> Vec<Vec<String>> {
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); settled.len()];
    for row in table.rows_below(header_row).take(200) {
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
