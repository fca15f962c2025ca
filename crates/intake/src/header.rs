//! Finds the row of the headings: the row of the first forty whose cells meet the most fields.

use crate::Field;
use crate::bands;
use crate::by_content::dates_item;
use crate::day_bands;
use crate::fec;
use crate::heading::{HeadingMatch, Hit, Tongue, hits};
use crate::headless;
use crate::months;
use crate::vocabulary;
use crate::words::fold;
use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeSet;
use values::Arrange;

/// One heading and what it may mean.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    pub(crate) column: u16,
    pub(crate) text: String,
    pub(crate) hits: Vec<Hit>,
}

impl Heading {
    /// Whether it may mean one of these fields.
    pub(crate) fn may(&self, fields: &[Field]) -> bool {
        self.hits.iter().any(|hit| fields.contains(&hit.field))
    }
}

/// The row of the headings.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) row: u32,
    pub(crate) headings: Vec<Heading>,
    /// Columns of payments, or of their days, that count together.
    pub(crate) instalments: BTreeSet<u16>,
    /// Columns whose meaning the rows of items prove, whatever else stands in them.
    pub(crate) proven: BTreeSet<u16>,
}

/// How far down headings are looked for.
const DEPTH: usize = 40;
/// First rows that tell what a column means, where all of them must agree: a sample of any table has as many.
pub(crate) const FIRST_ROWS: usize = 400;
/// What a row must score to be headings.
const WORTH: u32 = 140;
/// What two lines must gain over one to be headings broken in two.
const GAIN: u32 = 40;

/// The headings of a table; those its columns stand for where it has none. `None` where neither tells what it is.
pub(crate) fn find(table: &Table) -> Option<Header> {
    written(table).or_else(|| headless::find(table))
}

/// The header row of a table: the first of those that meet the most fields. `None` where no row meets two.
pub(crate) fn written(table: &Table) -> Option<Header> {
    let mut best: Option<(u32, Header)> = None;
    for row in table.rows().take(DEPTH) {
        let headings = headings(&row);
        if fec::is_fec(&headings) {
            return Some(Header::new(row.number(), headings));
        }
        let score = score(&headings);
        if score >= WORTH && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, Header::new(row.number(), headings)));
        }
    }
    let known = best.as_ref().map_or(WORTH - GAIN, |(score, _)| *score);
    let broken = table.rows().take(DEPTH).filter_map(|row| joined(&row, table));
    let under_bands = table.rows().take(DEPTH).filter_map(|row| {
        let banded = bands::banded(&row, table)?;
        // Bands that tell headings apart add to them, whatever their own words are worth.
        let own = banded.apart.map_or(0, |lower| score(&lower) + GAIN);
        Some((score(&banded.headings).max(own), Header::new(banded.row, banded.headings)))
    });
    // Of equals the one whose words stand together.
    let broken = under_bands.chain(broken).max_by_key(|(score, _)| *score);
    match broken.filter(|(score, _)| *score >= known + GAIN) {
        Some((_, header)) => Some(header),
        None => best.map(|(_, header)| completed(header, table)),
    }
}

/// Headings broken over two lines (`Code` above `client`): the words of both, and how well they meet fields.
fn joined(row: &Row<'_>, table: &Table) -> Option<(u32, Header)> {
    let next = table.row(row.number() + 1)?;
    let words = |cell: &Cell<'_>| cell.kind == CellKind::Text && !cell.text.bytes().any(|byte| byte.is_ascii_digit());
    let broken = |cell: Cell<'_>| words(&cell) && row.cell(cell.column).is_some_and(|above| words(&above));
    let mut second = 0;
    for cell in next.cells() {
        if !broken(cell) {
            return None;
        }
        second += 1;
    }
    if second < 2 {
        return None;
    }
    let headings = row.cells().map(|cell| {
        let below = next.cell(cell.column).map(|below| below.text.trim()).unwrap_or_default();
        let text = format!("{} {below}", cell.text.trim()).trim_end().to_owned();
        let hits = if cell.kind == CellKind::Text { hits(&text) } else { Vec::new() };
        Heading { column: cell.column, text, hits }
    });
    let headings: Vec<Heading> = headings.collect();
    Some((score(&headings), Header::new(next.number(), headings)))
}

/// Headings over two rows: the other row lends its headings to the columns that the main one leaves blank.
fn completed(mut header: Header, table: &Table) -> Header {
    let above = header.row.checked_sub(1).and_then(|number| table.row(number)).map(|row| headings(&row));
    let below = table.row(header.row + 1).map(|row| headings(&row));
    for (other, is_below) in [(above, false), (below, true)] {
        let Some(other) = other else { continue };
        if is_below && divides(&header, &other) {
            divide(&mut header, other);
            continue;
        }
        let blank = |heading: &Heading| header.headings.iter().all(|known| known.column != heading.column);
        let (lent, rest): (Vec<Heading>, Vec<Heading>) = other.into_iter().partition(blank);
        let known = lent.iter().filter(|heading| !heading.hits.is_empty()).count();
        // A title above, or a first row of data below, has strangers among its cells.
        let plain = |heading: &Heading| heading.text.chars().any(char::is_alphabetic);
        // The customers alone may be headed above: merged over both lines, beside groups of headings.
        let customers = !is_below
            && rest.len() >= 2
            && lent.iter().any(names_customers)
            && !header.headings.iter().any(names_customers);
        let least = if customers { 1 } else { 2 };
        let enough = known >= least && if is_below { rest.is_empty() } else { rest.iter().all(plain) };
        if !enough {
            continue;
        }
        header.headings.extend(lent);
        header.headings.arrange_by_key(|heading| heading.column);
        header.row += u32::from(is_below);
    }
    header
}

fn names_customers(heading: &Heading) -> bool {
    // A bare number is a document's.
    heading.may(&[Field::CustomerId, Field::CustomerName]) && !heading.may(&[Field::Document])
}

/// Whether the row below the headings is nothing but headings: it divides merged ones (`Échu` over `0-30`, `31-60`), and may
/// head columns of its own under any words.
fn divides(header: &Header, below: &[Heading]) -> bool {
    let blank = |heading: &Heading| header.headings.iter().all(|known| known.column != heading.column);
    let worded = |heading: &Heading| heading.text.chars().all(|one| one.is_alphabetic() || one.is_whitespace());
    let (known, unknown): (Vec<&Heading>, Vec<&Heading>) = below.iter().partition(|heading| !heading.hits.is_empty());
    let own = unknown.iter().all(|heading| blank(heading) && worded(heading));
    known.len() >= 2 && own && known.len() > unknown.len()
}

/// Headings of the lower row take the place of those above them, with the word above where both together say more.
fn divide(header: &mut Header, below: Vec<Heading>) {
    for mut heading in below {
        let above = header.headings.iter().position(|known| known.column == heading.column);
        if let Some(above) = above.map(|at| header.headings.remove(at)) {
            let text = format!("{} {}", above.text, heading.text);
            let both = hits(&text);
            // `1 à` over `30 jours`, `Non` over `échu`: neither says it alone.
            let broken = above.hits.is_empty() && both.iter().any(|hit| hit.field == Field::Bucket);
            let exact = both.first().is_some_and(|hit| hit.matched == HeadingMatch::Exact);
            if broken || exact && !heading.may(&[Field::Bucket]) {
                heading = Heading { column: heading.column, text, hits: both };
            }
        }
        header.headings.push(heading);
    }
    header.headings.arrange_by_key(|heading| heading.column);
    header.row += 1;
}

/// The row of a table that looks most like headings, though no layout can be read under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestHeadings {
    /// Row, from 1.
    pub row: u32,
    /// Its texts, as written.
    pub headings: Vec<String>,
    /// One of them may name customers.
    pub customer: bool,
    /// One may hold days.
    pub day: bool,
    /// One may hold amounts.
    pub amount: bool,
}

/// Finds that row; `None` where no row has two headings that mean something.
pub fn nearest_headings(table: &Table) -> Option<NearestHeadings> {
    let rows = table.rows().take(DEPTH).map(|row| (row.number(), headings(&row)));
    let known = |headings: &[Heading]| headings.iter().filter(|heading| !heading.hits.is_empty()).count();
    let (row, headings) = rows.max_by_key(|(row, headings)| (known(headings), u32::MAX - row))?;
    if known(&headings) < 2 {
        return None;
    }
    let any =
        |wanted: fn(Field) -> bool| headings.iter().flat_map(|heading| &heading.hits).any(|hit| wanted(hit.field));
    Some(NearestHeadings {
        row,
        customer: any(|field| matches!(field, Field::CustomerId | Field::CustomerName)),
        day: any(dates_item),
        amount: any(|field| matches!(field, Field::Amount | Field::Residual | Field::Debit | Field::Bucket)),
        headings: headings.into_iter().map(|heading| heading.text).collect(),
    })
}

/// The headings of a row a person pointed at, whatever they are.
pub(crate) fn headings(row: &Row<'_>) -> Vec<Heading> {
    let mut headings: Vec<Heading> = row
        .cells()
        .map(|cell| {
            let text = cell.text.trim().to_owned();
            let hits = if cell.kind == CellKind::Text { hits(&text) } else { Vec::new() };
            Heading { column: cell.column, text, hits }
        })
        .collect();
    forget_labels(&mut headings);
    headings
}

/// `A/C:` before `M001` announces a value, it heads no column.
fn forget_labels(headings: &mut [Heading]) {
    for at in 1..headings.len() {
        if let Some([label, value]) = headings.get_mut(at - 1..=at)
            && label.text.ends_with(':')
            && value.column == label.column + 1
            && value.hits.is_empty()
        {
            label.hits.clear();
        }
    }
}

/// Whether cells meet enough fields to be headings.
pub(crate) fn is_worth(headings: &[Heading]) -> bool {
    score(headings) >= WORTH
}

/// Sum over the fields met of the best match; a cell that means nothing costs a little, so that a data row with one
/// lucky word does not win.
fn score(headings: &[Heading]) -> u32 {
    let mut best = [0_u32; Field::COUNT];
    let mut buckets = 0;
    let (mut strangers, mut months) = (0, 0);
    for heading in headings {
        let Some(hit) = heading.hits.first() else {
            // Months between ages are ages too.
            let cell = Cell { column: heading.column, kind: CellKind::Text, text: &heading.text };
            match months::names_one(&cell) || day_bands::names_one(&heading.text) {
                true => months += 1,
                false => strangers += 1,
            }
            continue;
        };
        if hit.field == Field::Bucket {
            buckets += 1;
        } else if let Some(slot) = best.get_mut(hit.field as usize) {
            *slot = (*slot).max(u32::from(hit.matched.score()));
        }
    }
    let several = if months > 1 { months } else { 0 };
    let fields: u32 = best.iter().sum::<u32>() + 30 * (buckets + several);
    fields.saturating_sub(5 * strangers)
}

impl Header {
    pub(crate) fn new(row: u32, headings: Vec<Heading>) -> Header {
        Header { row, headings, instalments: BTreeSet::new(), proven: BTreeSet::new() }
    }

    /// Whether a heading may mean one of these fields.
    pub(crate) fn may(&self, fields: &[Field]) -> bool {
        self.headings.iter().any(|heading| heading.may(fields))
    }

    /// Whether a heading may be a side of an account. `Débiteur` is a debtor before it is a side.
    pub(crate) fn has_sides(&self) -> bool {
        let customers = [Field::CustomerId, Field::CustomerName];
        self.headings.iter().any(|heading| heading.may(&[Field::Debit, Field::Credit]) && !heading.may(&customers))
    }

    /// The columns whose headings may mean one of these fields.
    pub(crate) fn columns_of(&self, fields: &[Field]) -> Vec<u16> {
        self.headings.iter().filter(|heading| heading.may(fields)).map(|heading| heading.column).collect()
    }

    /// Gives a column the one meaning that its rows tell. Words that say so too keep their weight.
    pub(crate) fn means(&mut self, column: u16, field: Field) {
        for heading in self.headings.iter_mut().filter(|heading| heading.column == column) {
            heading.hits.retain(|hit| hit.field == field);
            if heading.hits.is_empty() {
                heading.hits.push(Hit::told(field));
            }
        }
    }

    /// Says that a column holds the customers' codes, though its words alone do not.
    pub(crate) fn identifies(&mut self, column: u16) {
        for heading in self.headings.iter_mut().filter(|heading| heading.column == column) {
            heading.hits = vec![Hit { matched: HeadingMatch::SameWords, ..Hit::told(Field::CustomerId) }];
        }
    }

    /// Gives a column a meaning, and takes it from all others.
    pub(crate) fn means_alone(&mut self, column: u16, field: Field) {
        self.forget_elsewhere(&[column], field);
        self.means(column, field);
    }

    fn forget_elsewhere(&mut self, columns: &[u16], field: Field) {
        for heading in self.headings.iter_mut().filter(|heading| !columns.contains(&heading.column)) {
            heading.hits.retain(|hit| hit.field != field);
        }
    }

    /// Gives columns one meaning that they carry together, and takes it from all others.
    pub(crate) fn mean_together(&mut self, columns: &[u16], field: Field) {
        self.forget_elsewhere(columns, field);
        for column in columns {
            self.means(*column, field);
            self.instalments.insert(*column);
        }
    }

    /// The first rows below the headings that hold items: of three cells at least, and no totals.
    pub(crate) fn items<'t>(&self, table: &'t Table) -> Vec<Row<'t>> {
        let is_total = |row: &Row<'_>| row.cells().next().is_some_and(|first| vocabulary::is_total(&fold(first.text)));
        let wide = |row: &Row<'_>| row.cells().nth(2).is_some();
        let items = table.rows_below(self.row).filter(|row| wide(row) && !is_total(row));
        items.take(FIRST_ROWS).collect()
    }

    /// Whether the headings are in another language than English: their dates begin with the day.
    pub(crate) fn day_comes_first(&self) -> bool {
        let only = |wanted: fn(Tongue) -> bool| {
            let met = self.headings.iter().filter(|heading| !heading.hits.is_empty());
            met.filter(|heading| heading.hits.iter().all(|hit| wanted(hit.tongue))).count()
        };
        let english = only(|tongue| tongue == Tongue::English);
        let others = only(|tongue| tongue != Tongue::English);
        others > english
    }

    /// Headings that stand twice, folded.
    pub(crate) fn duplicates(&self) -> Vec<&Heading> {
        // Signs count: `< 1 Month` is not `1 Month`.
        let as_written = |heading: &Heading| {
            let lower = heading.text.to_lowercase();
            lower.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let folded: Vec<String> = self.headings.iter().map(as_written).collect();
        let mut duplicates = Vec::new();
        for (position, (heading, words)) in self.headings.iter().zip(&folded).enumerate() {
            let before = folded.iter().take(position).any(|earlier| earlier == words);
            if before && !words.is_empty() && !heading.hits.is_empty() {
                duplicates.push(heading);
            }
        }
        duplicates
    }
}
