//! What the cells of a column look like, so that a heading's claim is confirmed or refused by its content.
//! Every row counts in a small table, evenly spaced rows in a large one; the order of rows plays no part.

use crate::Field;
use crate::currency;
use crate::date::{self, Shape};
use crate::field::Content;
use crate::header::{self, Heading};
use crate::mails;
use crate::number;
use crate::paid_marks::{self, Marks};
use crate::{vocabulary, words};
use sheet::{Cell, CellKind, Row, Table};

/// Counts over the cells of one column.
#[derive(Clone, Debug, Default)]
pub(crate) struct ColumnContent {
    pub(crate) filled: u32,
    /// First text seen, and whether another one followed.
    first: Option<String>,
    pub(crate) several: bool,
    /// True dates, and texts that can only be dates.
    pub(crate) dates: u32,
    /// Bare digits that could be a date.
    pub(crate) bare_dates: u32,
    pub(crate) numbers: u32,
    /// Numbers with decimals.
    fractions: u32,
    /// Texts with a space or a small letter, and a letter: names and sentences.
    names: u32,
    /// Texts with a letter.
    lettered: u32,
    sides: u32,
    currencies: u32,
    mails: u32,
    /// Longer than a code can be.
    long: u32,
    /// Account numbers of a French chart: a class 1 to 7 and at least three digits.
    accounts: u32,
    classes: u32,
    customer_accounts: u32,
    /// First customer account seen, and whether another one followed.
    customer_account: Option<String>,
    pub(crate) several_customer_accounts: bool,
    /// What its cells say under a heading of payments; nothing under any other.
    pub(crate) marks: Marks,
}

/// Rows looked at in one table, at most.
const SAMPLE: usize = 4_000;

/// The content of every column below the header row.
pub(crate) fn profile(table: &Table, header_row: u32) -> Vec<ColumnContent> {
    let stride = table.row_count() / SAMPLE + 1;
    let mut contents = Contents::below(table, header_row);
    for row in table.rows_below(header_row).step_by(stride) {
        contents.see(&row, 1);
    }
    contents.columns()
}

/// The content of columns, as their rows pass.
#[derive(Clone, Default)]
pub(crate) struct Contents {
    /// The headings, as written.
    headings: Vec<(u16, String)>,
    /// Columns headed as days.
    days: Vec<u16>,
    /// Columns whose headings ask whether documents are paid.
    payments: Vec<u16>,
    columns: Vec<ColumnContent>,
    /// Cells that stand alone in their row.
    lone: Vec<ColumnContent>,
    rows: u64,
    folded: String,
}

/// Of so many first rows of a large table every one counts, of those after them one in [`STRIDE`], for all.
const EVERY: u64 = 4_096;
const STRIDE: u32 = 251;

impl Contents {
    /// Nothing seen yet of a table whose headings stand in this part of it.
    pub(crate) fn below(table: &Table, header_row: u32) -> Contents {
        let headings = table.row(header_row);
        let columns = vec![ColumnContent::default(); usize::from(table.column_count())];
        let hits = headings.as_ref().map(header::headings).unwrap_or_default();
        let is_day = |heading: &Heading| heading.hits.iter().any(|hit| hit.field.content() == Content::Date);
        Contents {
            headings: headings
                .iter()
                .flat_map(Row::cells)
                .map(|cell| (cell.column, cell.text.trim().to_owned()))
                .collect(),
            payments: headings
                .iter()
                .flat_map(Row::cells)
                .filter(|cell| cell.kind == CellKind::Text && paid_marks::is_asked(cell.text))
                .map(|cell| cell.column)
                .collect(),
            days: hits.iter().filter(|heading| is_day(heading)).map(|heading| heading.column).collect(),
            lone: columns.clone(),
            columns,
            ..Contents::default()
        }
    }

    /// How many rows the next one stands for; `None` where it only counts if one of its cells tells something new.
    pub(crate) fn weight(&mut self) -> Option<u32> {
        self.rows += 1;
        match self.rows.checked_sub(EVERY) {
            None | Some(0) => Some(1),
            Some(beyond) => beyond.is_multiple_of(u64::from(STRIDE)).then_some(STRIDE),
        }
    }

    /// So many columns are looked at.
    pub(crate) fn width(&self) -> u16 {
        self.columns.len() as u16
    }

    /// Whether some cell could still say of its column, alone, what no cell said before.
    pub(crate) fn may_learn(&self, column: u16) -> bool {
        let of = self.columns.get(usize::from(column));
        of.is_some_and(|column| !column.several || column.accounts > 0)
    }

    /// Whether a cell, alone, says of its column what no cell said before.
    #[inline]
    pub(crate) fn would_learn(&self, column: u16, text: &str) -> bool {
        self.columns.get(usize::from(column)).is_some_and(|column| column.would_learn(text))
    }

    /// Looks at a row that stands for so many.
    pub(crate) fn see(&mut self, row: &Row<'_>, weight: u32) {
        // A lone cell names a group of rows, a total states a sum: neither says what a column of items holds.
        if row.cells().next().is_some_and(|first| is_total(first.text, &mut self.folded)) {
            return;
        }
        // Nor do the headings of the next page: in an empty column they would be all there is.
        let headings = self.headings.iter().map(|(column, text)| (*column, text.as_str()));
        if row.cells().map(|cell| (cell.column, cell.text.trim())).eq(headings) {
            return;
        }
        let alone = self.columns.len() > 2 && row.cells().nth(1).is_none();
        let name = self.name_above(row);
        let columns = if alone { &mut self.lone } else { &mut self.columns };
        for cell in row.cells().filter(|cell| Some(cell.column) != name) {
            if let Some(column) = columns.get_mut(usize::from(cell.column)) {
                column.see(&cell, weight);
                if self.payments.contains(&cell.column) {
                    column.marks.see(&cell, weight);
                }
            }
        }
    }

    /// The column of a customer's name that stands beside its code, above its items and under the heading of their days.
    fn name_above(&self, row: &Row<'_>) -> Option<u16> {
        let mut cells = row.cells();
        let (Some(_), Some(name), None) = (cells.next(), cells.next(), cells.next()) else { return None };
        let lettered = name.text.chars().any(char::is_alphabetic) && !number::looks_like_one(name.text);
        let named = lettered && self.days.contains(&name.column) && matches!(date::shape(&name, false), Shape::Other);
        named.then_some(name.column)
    }

    /// What was seen. A column that no row of several cells fills is known by its lone cells.
    pub(crate) fn columns(&self) -> Vec<ColumnContent> {
        let known = |(column, lone): (&ColumnContent, &ColumnContent)| match column.filled {
            0 => lone.clone(),
            _ => column.clone(),
        };
        self.columns.iter().zip(&self.lone).map(known).collect()
    }
}

/// The class of an account of a French chart, 1 to 7; `None` where the text is no account.
fn class_of_account(text: &str) -> Option<u8> {
    let first = text.bytes().next().filter(|first| (b'1'..=b'7').contains(first))?;
    let leading = text.bytes().take_while(u8::is_ascii_digit).count();
    (leading >= 2 && !text.contains([' ', ',', '.', '/'])).then_some(first - b'0')
}

fn is_total(text: &str, folded: &mut String) -> bool {
    words::fold_into(folded, text);
    vocabulary::is_total(folded)
}

impl ColumnContent {
    /// Its whole numbers; none where some have decimals. Words of lines between the rows do not count.
    pub(crate) fn whole_numbers(&self) -> u32 {
        if self.fractions == 0 { self.numbers } else { 0 }
    }

    /// Codes that differ, most of them with letters.
    pub(crate) fn is_lettered(&self) -> bool {
        self.several && self.lettered * 2 > self.filled && self.names * 2 < self.filled
    }

    fn see(&mut self, cell: &Cell<'_>, weight: u32) {
        let text = cell.text.trim();
        if text.is_empty() {
            return;
        }
        self.filled += weight;
        match &self.first {
            None => self.first = Some(text.to_owned()),
            Some(first) => self.several = self.several || first != text,
        }
        match date::shape(cell, false) {
            Shape::Parts(parts) if parts.bare => self.bare_dates += weight,
            Shape::Parts(_) | Shape::True(_) | Shape::Certain(_) | Shape::Impossible => self.dates += weight,
            Shape::Bare(_) | Shape::Serial(_) | Shape::NoDate => self.bare_dates += weight,
            Shape::Other => {}
        }
        let has_letter = text.chars().any(char::is_alphabetic);
        self.lettered += weight * u32::from(has_letter);
        let spaced = text.chars().any(|c| c.is_whitespace() || c.is_lowercase());
        self.names += weight * u32::from(has_letter && spaced);
        self.long += weight * u32::from(text.len() > 20);
        self.mails += weight * u32::from(text.contains('@') && mails::is_address(text));
        self.sides += weight * u32::from(text.len() <= 12 && number::side(text).is_some());
        self.currencies += weight * u32::from(text.len() <= 32 && currency::of_cell(text).is_some());
        self.see_number(cell, text, weight);
        self.see_account(text, weight);
    }

    fn see_number(&mut self, cell: &Cell<'_>, text: &str, weight: u32) {
        let is_number = cell.kind == CellKind::Number
            || (cell.kind == CellKind::Text && text.len() <= 30 && number::looks_like_one(text));
        if is_number {
            self.numbers += weight;
            let fraction = text.contains(',') || text.contains('.');
            self.fractions += weight * u32::from(fraction);
        }
    }

    fn see_account(&mut self, text: &str, weight: u32) {
        let Some(first) = class_of_account(text) else { return };
        self.accounts += weight;
        self.classes |= 1 << first;
        if text.starts_with("411") {
            self.customer_accounts += weight;
            match &self.customer_account {
                None => self.customer_account = Some(text.to_owned()),
                Some(known) => self.several_customer_accounts |= known != text,
            }
        }
    }

    /// Whether a cell, alone, says of its column what no cell said before: it differs, or is of another account.
    fn would_learn(&self, text: &str) -> bool {
        if !self.several {
            return self.first.as_deref() != Some(text) && !text.is_empty();
        }
        if self.accounts == 0 {
            return false;
        }
        let class = text.bytes().next().filter(|first| (b'1'..=b'7').contains(first)).map(|first| first - b'0');
        let new_class = class.is_some_and(|class| self.classes & (1 << class) == 0);
        let customer = class == Some(4) && !self.several_customer_accounts && text.starts_with("411");
        (new_class && class_of_account(text).is_some()) || (customer && self.customer_account.as_deref() != Some(text))
    }

    /// Whether most cells are addresses of mail.
    pub(crate) fn holds_mails(&self) -> bool {
        self.mails > 0 && self.share(self.mails) >= 80
    }

    /// Whether most cells are numbers, and some have decimals.
    pub(crate) fn is_money(&self) -> bool {
        self.share(self.numbers) >= 80 && self.fractions > 0 && self.share(self.dates) < 50
    }

    fn share(&self, count: u32) -> u32 {
        (count * 100).checked_div(self.filled).unwrap_or_default()
    }

    /// Whether the column holds accounts of several classes, customers' among them: a whole ledger.
    pub(crate) fn is_whole_ledger(&self) -> bool {
        self.share(self.accounts) >= 80 && self.classes.count_ones() > 1 && self.customer_accounts > 0
    }

    /// How well the content suits a field, in percent; 0 refuses the heading's claim.
    pub(crate) fn fit(&self, field: Field) -> u32 {
        if self.filled == 0 {
            return 50;
        }
        let half_or_none = |share: u32| if share >= 50 { share } else { 0 };
        let dates = self.share(self.dates);
        let amounts_only = self.share(self.fractions) >= 50 && self.share(self.numbers) >= 80;
        match field {
            Field::InvoiceDay | Field::PostingDay | Field::DueDay | Field::PaymentDay | Field::MatchDay => {
                half_or_none(self.share(self.dates + self.bare_dates))
            }
            Field::Debit
            | Field::Credit
            | Field::Amount
            | Field::Residual
            | Field::Paid
            | Field::Credited
            | Field::ForeignAmount
            | Field::RunningBalance
            | Field::Bucket
            | Field::CreditLimit
            | Field::DaysLate => {
                if dates >= 50 {
                    return 0;
                }
                half_or_none(self.share(self.numbers))
            }
            Field::Side => half_or_none(self.share(self.sides)),
            Field::Currency => half_or_none(self.share(self.currencies)),
            Field::Email => half_or_none(self.share(self.mails)),
            _ if dates >= 50 || amounts_only => 0,
            Field::CustomerId if self.is_whole_ledger() => 30,
            Field::CustomerId => 100 - self.share(self.names) / 3 - self.share(self.long) / 5,
            Field::CustomerName => 60 + self.share(self.names) * 2 / 5 - self.share(self.numbers) / 3,
            Field::Account if self.is_whole_ledger() => 100,
            Field::Account => 40 + self.share(self.accounts) * 2 / 5,
            Field::MatchCode => 100 - self.share(self.long) / 2,
            Field::Document
            | Field::DocumentType
            | Field::Label
            | Field::Reference
            | Field::Terms
            | Field::Status
            | Field::Phone
            | Field::Journal
            | Field::AccountLabel
            | Field::EntryNumber
            | Field::JournalLabel
            | Field::Siren
            | Field::VatNumber
            | Field::Address
            | Field::PostalCode
            | Field::City
            | Field::Country
            | Field::Contact
            | Field::Language
            | Field::Segment
            | Field::Salesperson
            | Field::Group
            | Field::Iban => 100,
        }
    }
}
