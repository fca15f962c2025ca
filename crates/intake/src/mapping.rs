//! `Mapping`: how a table is read. Only the checker makes one, so the parser has no "missing column" branch;
//! a mapping detected and one supplied by a person pass through the same door.

use crate::{Corrections, Earlier, Field};
use std::collections::{BTreeMap, BTreeSet};
use values::{Arrange, Day};

/// How rows make a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// One row per open item.
    OpenItems,
    /// One row per entry, with debit and credit, and match codes where there are some.
    Ledger,
    /// The French *fichier des écritures comptables*.
    Fec,
    /// One row per customer, amounts already aged, or without ages.
    AgedBalance,
    /// One row per invoice, with the day it was paid.
    InvoiceHistory,
    /// A bank statement.
    BankStatement,
    /// A list of customers.
    Customers,
    /// Payments received, with the invoices they pay where they say so.
    Payments,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Layout; 8] = [
        Layout::OpenItems,
        Layout::Ledger,
        Layout::Fec,
        Layout::AgedBalance,
        Layout::InvoiceHistory,
        Layout::BankStatement,
        Layout::Customers,
        Layout::Payments,
    ];

    /// The name in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Layout::OpenItems => "open-items",
            Layout::Ledger => "ledger",
            Layout::Fec => "fec",
            Layout::AgedBalance => "aged-balance",
            Layout::InvoiceHistory => "invoice-history",
            Layout::BankStatement => "bank-statement",
            Layout::Customers => "customers",
            Layout::Payments => "payments",
        }
    }

    /// Whether this release makes ledger entries of it; the others are recognised and said so.
    pub const fn importable(self) -> bool {
        match self {
            Layout::OpenItems
            | Layout::Ledger
            | Layout::Fec
            | Layout::InvoiceHistory
            | Layout::AgedBalance
            | Layout::Customers
            | Layout::Payments => true,
            Layout::BankStatement => false,
        }
    }

    /// Whether its rows are items, each with a date of its own.
    pub const fn has_items(self) -> bool {
        match self {
            Layout::OpenItems | Layout::Ledger | Layout::Fec | Layout::InvoiceHistory => true,
            Layout::AgedBalance | Layout::BankStatement | Layout::Customers | Layout::Payments => false,
        }
    }

    /// Whether it says what is owed: items, or balances aged before.
    pub const fn says_what_is_owed(self) -> bool {
        self.has_items() || matches!(self, Layout::AgedBalance)
    }

    /// How much a table of this layout tells; a workbook is read from its richest sheet.
    pub(crate) const fn richness(self) -> u8 {
        match self {
            Layout::OpenItems | Layout::Ledger | Layout::Fec | Layout::InvoiceHistory => 3,
            Layout::AgedBalance => 2,
            Layout::Customers | Layout::Payments => 1,
            Layout::BankStatement => 0,
        }
    }

    /// Sets of columns of which at least one must be bound.
    pub const fn required(self) -> &'static [&'static [Field]] {
        const CUSTOMER: &[Field] = &[Field::CustomerId, Field::CustomerName];
        const ACCOUNT: &[Field] = &[Field::CustomerId, Field::CustomerName, Field::Account];
        const DAY: &[Field] = &[Field::InvoiceDay, Field::PostingDay];
        const ANY_DAY: &[Field] = &[Field::InvoiceDay, Field::PostingDay, Field::DueDay];
        const OPEN: &[Field] = &[Field::Residual, Field::Amount, Field::Debit];
        const MOVED: &[Field] = &[Field::Debit, Field::Amount];
        match self {
            Layout::OpenItems => &[CUSTOMER, ANY_DAY, OPEN],
            Layout::Ledger => &[ACCOUNT, DAY, MOVED],
            Layout::Fec => &[&[Field::Account], DAY, MOVED],
            Layout::InvoiceHistory => &[CUSTOMER, DAY, &[Field::Amount], &[Field::PaymentDay]],
            Layout::AgedBalance => &[CUSTOMER, &[Field::Bucket, Field::Residual, Field::Debit]],
            Layout::BankStatement => &[DAY, &[Field::Amount, Field::Debit, Field::Paid]],
            Layout::Customers => &[CUSTOMER],
            Layout::Payments => &[
                &[Field::CustomerId, Field::CustomerName, Field::Document],
                &[Field::PaymentDay, Field::InvoiceDay, Field::PostingDay],
                &[Field::Amount, Field::Paid],
            ],
        }
    }
}

/// Order of the parts of dates, decided on the whole table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
    /// True dates of a workbook, or their serial numbers.
    Serial,
}

impl DateOrder {
    /// The name in the contract.
    pub const fn key(self) -> &'static str {
        match self {
            DateOrder::Dmy => "dmy",
            DateOrder::Mdy => "mdy",
            DateOrder::Ymd => "ymd",
            DateOrder::Serial => "serial",
        }
    }
}

/// How debit and credit are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignRule {
    /// Two columns.
    DebitCredit,
    /// One signed column.
    Signed,
    /// One column, and a type column that says what the document is.
    Type,
    /// One column, and a letter (D/C, S/H) that says which side.
    SideLetter,
    /// One column of a list of credit notes alone, written without a sign: each lowers what is owed.
    CreditNotes,
}

/// The decimal mark of a column of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecimalMark {
    /// `,`
    Comma,
    /// `.`
    Point,
}

impl DecimalMark {
    /// The mark itself.
    pub const fn character(self) -> char {
        match self {
            DecimalMark::Comma => ',',
            DecimalMark::Point => '.',
        }
    }

    /// The other mark, which can only separate groups.
    pub const fn other(self) -> DecimalMark {
        match self {
            DecimalMark::Comma => DecimalMark::Point,
            DecimalMark::Point => DecimalMark::Comma,
        }
    }
}

/// How amounts are written. Spaces and apostrophes between groups are always understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountFormat {
    decimal: DecimalMark,
    group: Option<char>,
}

impl AmountFormat {
    /// A format; refused where one character would be both marks.
    pub fn new(decimal: DecimalMark, group: Option<char>) -> Result<AmountFormat, MappingError> {
        if group == Some(decimal.character()) {
            return Err(MappingError::GroupIsDecimal);
        }
        Ok(AmountFormat::assembled(decimal, group))
    }

    pub(crate) const fn assembled(decimal: DecimalMark, group: Option<char>) -> AmountFormat {
        AmountFormat { decimal, group }
    }

    /// The decimal mark.
    pub const fn decimal(self) -> DecimalMark {
        self.decimal
    }

    /// The mark between groups of digits, as seen most.
    pub const fn group(self) -> Option<char> {
        self.group
    }
}

/// A share in percent: how sure a reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(u8);

impl Confidence {
    /// Of 0 to 100; more counts as 100.
    pub const fn percent(percent: u8) -> Confidence {
        Confidence(if percent > 100 { 100 } else { percent })
    }

    /// 0 to 100.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// What one column means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The meaning.
    pub field: Field,
    /// Column, from 0.
    pub column: u16,
    /// Heading as written.
    pub header: String,
    /// How sure.
    pub confidence: Confidence,
    /// Up to five values as written.
    pub samples: Vec<String>,
}

/// What becomes of the rows hidden in a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HiddenRows {
    /// They count like any other.
    Count,
    /// They are set aside.
    Skip,
}

/// What holds for single columns, and what a person has answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Columns that prove another order of dates than the table's.
    pub date_orders: BTreeMap<u16, DateOrder>,
    /// Columns that prove another decimal mark than the table's.
    pub decimal_marks: BTreeMap<u16, DecimalMark>,
    /// Nothing proves the order of dates and nobody has confirmed it.
    pub date_order_assumed: bool,
    /// Nothing proves the decimal mark and nobody has confirmed it.
    pub amount_format_assumed: bool,
    /// Days for which amounts already aged may have been aged, where the file leaves a doubt nobody has settled; the
    /// one taken first.
    pub aged_days: Vec<Day>,
    /// Columns whose true dates get day and month swapped back; `None` while nobody has answered.
    pub swapped_dates: Option<Vec<u16>>,
    /// What becomes of hidden rows; `None` while nobody has answered.
    pub hidden_rows: Option<HiddenRows>,
    /// What a kept reading said otherwise than this file shows.
    pub earlier: Earlier,
}

/// How a table is read; every column its layout needs is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    layout: Layout,
    header_row: u32,
    columns: Vec<Binding>,
    /// One bit for each field that has a column: rows ask millions of times.
    bound: u64,
    amount_format: AmountFormat,
    date_order: DateOrder,
    sign: SignRule,
    corrections: Corrections,
    aged_as_of: Option<Day>,
    details: Details,
    group_column: Option<u16>,
}

/// Why columns do not make a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingError {
    /// The layout needs one of these columns.
    Missing {
        /// The layout.
        layout: Layout,
        /// Any of these would do.
        any_of: &'static [Field],
    },
    /// The sign rule needs this column.
    SignNeeds {
        /// The rule.
        sign: SignRule,
        /// The column.
        field: Field,
    },
    /// Two columns with the same meaning.
    FieldTwice(Field),
    /// One column with two meanings.
    ColumnTwice(u16),
    /// The same character as decimal mark and between groups.
    GroupIsDecimal,
}

impl Mapping {
    /// Checks and makes a mapping; [`MappingError`] says what it lacks or names twice. Columns are kept in the order of the
    /// table.
    pub fn new(
        layout: Layout,
        header_row: u32,
        columns: Vec<Binding>,
        amount_format: AmountFormat,
        date_order: DateOrder,
        sign: SignRule,
    ) -> Result<Mapping, MappingError> {
        Mapping::grouped(layout, header_row, columns, amount_format, date_order, sign, None)
    }

    /// The same for a table whose customers are named in a column by rows of their own, above their items.
    pub fn grouped(
        layout: Layout,
        header_row: u32,
        mut columns: Vec<Binding>,
        amount_format: AmountFormat,
        date_order: DateOrder,
        sign: SignRule,
        group_column: Option<u16>,
    ) -> Result<Mapping, MappingError> {
        columns.arrange_by_key(|binding| (binding.column, binding.field));
        let mut fields = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for binding in &columns {
            if !seen.insert(binding.column) {
                return Err(MappingError::ColumnTwice(binding.column));
            }
            if !fields.insert(binding.field) && !binding.field.stands_in_several_columns() {
                return Err(MappingError::FieldTwice(binding.field));
            }
        }
        let needed: &[Field] = match sign {
            SignRule::DebitCredit => &[Field::Debit, Field::Credit],
            SignRule::Signed | SignRule::CreditNotes => &[],
            SignRule::Type => &[Field::DocumentType],
            SignRule::SideLetter => &[Field::Side],
        };
        if let Some(field) = needed.iter().find(|field| layout.has_items() && !fields.contains(field)) {
            return Err(MappingError::SignNeeds { sign, field: *field });
        }
        // A debit column alone would lose every credit.
        if sign != SignRule::DebitCredit && layout.has_items() {
            let has_amount = fields.contains(&Field::Amount) || fields.contains(&Field::Residual);
            if !has_amount {
                return Err(MappingError::Missing { layout, any_of: &[Field::Amount, Field::Residual] });
            }
        }
        let given = |any_of: &&&[Field]| {
            let named_above = group_column.is_some() && any_of.contains(&Field::CustomerName);
            named_above || any_of.iter().any(|field| fields.contains(field))
        };
        match layout.required().iter().find(|any_of| !given(any_of)) {
            Some(any_of) => Err(MappingError::Missing { layout, any_of }),
            None => Ok(Mapping {
                layout,
                header_row,
                columns,
                bound: fields.iter().fold(0, |bits, field| bits | bit(*field)),
                amount_format,
                date_order,
                sign,
                corrections: Corrections::default(),
                aged_as_of: None,
                details: Details::default(),
                group_column,
            }),
        }
    }

    /// The same reading, with cells a person corrected.
    pub fn with_corrections(self, corrections: Corrections) -> Mapping {
        Mapping { corrections, ..self }
    }

    /// The cells a person corrected.
    pub fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// How rows make a ledger.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// Row of the headings, from 1, as the file numbers its rows.
    pub fn header_row(&self) -> u32 {
        self.header_row
    }

    /// The columns that mean something, in the order of the table.
    pub fn columns(&self) -> &[Binding] {
        &self.columns
    }

    /// How amounts are written.
    pub fn amount_format(&self) -> AmountFormat {
        self.amount_format
    }

    /// Order of the parts of dates.
    pub fn date_order(&self) -> DateOrder {
        self.date_order
    }

    /// How debit and credit are told apart.
    pub fn sign(&self) -> SignRule {
        self.sign
    }

    /// The column in which rows of their own name the customers of the rows below them.
    pub fn group_column(&self) -> Option<u16> {
        self.group_column
    }

    /// The day amounts already aged were aged for.
    pub fn aged_as_of(&self) -> Option<Day> {
        self.aged_as_of
    }

    /// The mapping, with the day its amounts were aged for.
    #[must_use]
    pub fn with_aged_as_of(self, day: Option<Day>) -> Mapping {
        Mapping { aged_as_of: day, ..self }
    }

    /// Whether the day of its balance is not told beyond doubt.
    pub fn doubts_its_day(&self) -> bool {
        self.layout == Layout::AgedBalance && (self.aged_as_of.is_none() || !self.details.aged_days.is_empty())
    }

    /// The mapping, with the day of its balance where it does not tell it beyond doubt.
    #[must_use]
    pub fn struck_on(mut self, day: Option<Day>) -> Mapping {
        if let Some(day) = day.filter(|_| self.doubts_its_day()) {
            self.aged_as_of = Some(day);
            self.details.aged_days.clear();
        }
        self
    }

    /// What holds for single columns, and what a person has answered.
    pub fn details(&self) -> &Details {
        &self.details
    }

    pub(crate) fn with_date_order(self, date_order: DateOrder) -> Mapping {
        Mapping { date_order, ..self }
    }

    pub(crate) fn with_amount_format(self, amount_format: AmountFormat) -> Mapping {
        Mapping { amount_format, ..self }
    }

    /// Another rule that needs no other column.
    pub(crate) fn with_sign(self, sign: SignRule) -> Mapping {
        Mapping { sign, ..self }
    }

    /// The same columns under headings in another row.
    pub(crate) fn with_header_row(self, header_row: u32) -> Mapping {
        Mapping { header_row, ..self }
    }

    /// The mapping with these details.
    pub fn with_details(self, details: Details) -> Mapping {
        Mapping { details, ..self }
    }

    /// Whether both give the same meaning to the same columns and rows; how their dates and numbers are written aside.
    pub(crate) fn binds_like(&self, other: &Mapping) -> bool {
        let columns = |mapping: &Mapping| -> Vec<(Field, u16)> {
            mapping.columns.iter().map(|binding| (binding.field, binding.column)).collect()
        };
        let rows = |mapping: &Mapping| (mapping.layout, mapping.header_row, mapping.sign, mapping.details.hidden_rows);
        rows(self) == rows(other)
            && columns(self) == columns(other)
            && self.aged_as_of == other.aged_as_of
            && self.corrections == other.corrections
    }

    /// The column of a field; the first one for buckets.
    pub fn binding(&self, field: Field) -> Option<&Binding> {
        self.columns.iter().find(|binding| binding.field == field)
    }

    /// Whether another column before this one means the same.
    pub(crate) fn is_further(&self, binding: &Binding) -> bool {
        self.binding(binding.field).is_some_and(|first| first.column != binding.column)
    }

    /// The columns of a field, from the left.
    pub(crate) fn columns_of(&self, field: Field) -> impl Iterator<Item = u16> {
        self.columns.iter().filter(move |binding| binding.field == field).map(|binding| binding.column)
    }

    /// Whether a field has a column.
    pub fn binds(&self, field: Field) -> bool {
        self.bound & bit(field) != 0
    }
}

const fn bit(field: Field) -> u64 {
    const { assert!(Field::COUNT <= 64, "one bit for each field") };
    1 << field as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks `layout sign field,field…` and says what came out.
    fn check(layout: Layout, sign: SignRule, fields: &[Field]) -> Result<usize, MappingError> {
        let columns = fields.iter().zip(0..).map(|(field, column)| binding(*field, column)).collect();
        let format = AmountFormat::new(DecimalMark::Comma, Some(' '))?;
        Mapping::new(layout, 1, columns, format, DateOrder::Dmy, sign).map(|mapping| mapping.columns().len())
    }

    fn binding(field: Field, column: u16) -> Binding {
        Binding { field, column, header: String::new(), confidence: Confidence::percent(100), samples: Vec::new() }
    }

    #[test]
    fn only_complete_mappings_exist() {
        use Field::{Amount, Bucket, Credit, CustomerId, Debit, InvoiceDay, PaymentDay};
        assert_eq!(check(Layout::OpenItems, SignRule::Signed, &[CustomerId, InvoiceDay, Amount]), Ok(3));
        assert_eq!(check(Layout::AgedBalance, SignRule::Signed, &[CustomerId, Bucket, Bucket]), Ok(3));
        assert_eq!(
            check(Layout::OpenItems, SignRule::Signed, &[InvoiceDay, Amount]),
            Err(MappingError::Missing { layout: Layout::OpenItems, any_of: &[Field::CustomerId, Field::CustomerName] })
        );
        assert_eq!(
            check(Layout::OpenItems, SignRule::Signed, &[CustomerId, InvoiceDay, Amount, Amount]),
            Err(MappingError::FieldTwice(Amount))
        );
        assert_eq!(
            check(Layout::Ledger, SignRule::DebitCredit, &[CustomerId, InvoiceDay, Debit]),
            Err(MappingError::SignNeeds { sign: SignRule::DebitCredit, field: Credit })
        );
        assert!(check(Layout::Ledger, SignRule::Signed, &[CustomerId, InvoiceDay, Debit, Credit]).is_err());
        assert!(check(Layout::InvoiceHistory, SignRule::Signed, &[CustomerId, InvoiceDay, Amount]).is_err());
        assert!(check(Layout::InvoiceHistory, SignRule::Signed, &[CustomerId, InvoiceDay, Amount, PaymentDay]).is_ok());
        assert_eq!(AmountFormat::new(DecimalMark::Point, Some('.')), Err(MappingError::GroupIsDecimal));
        let twice = vec![binding(CustomerId, 0), binding(InvoiceDay, 0)];
        let format = AmountFormat::assembled(DecimalMark::Comma, None);
        assert_eq!(
            Mapping::new(Layout::OpenItems, 1, twice, format, DateOrder::Dmy, SignRule::Signed),
            Err(MappingError::ColumnTwice(0))
        );
    }
}
