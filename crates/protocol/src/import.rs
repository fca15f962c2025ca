//! What a file is, how its columns are read, and what became of each of its rows.

use crate::{ModelUse, ReadingModel};
use serde::{Deserialize, Serialize};
use values::{Amount, Currency, Day};

/// Format of a file, decided by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Format {
    Csv,
    Xlsx,
    /// A workbook of Excel 97 to 2003, or the web page or XML of 2003 that programs save under that name.
    Xls,
    Xlsb,
    Ods,
    Fec,
    Camt053,
    Mt940,
    Cfonb120,
    Ofx,
}

/// How rows make a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// One row per open item.
    OpenItems,
    /// One row per entry, with debit and credit, and match codes where there are some.
    Ledger,
    /// The French *fichier des écritures comptables*.
    Fec,
    /// One row per customer, amounts already aged.
    AgedBalance,
    /// One row per invoice, with the day it was paid.
    InvoiceHistory,
    /// Payments received: a bank statement, or a list that names customers and the invoices they pay.
    BankStatement,
    /// A list of customers.
    Customers,
}

/// Order of the parts of a date, decided on the whole column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
    /// True dates of a workbook.
    Serial,
}

/// How debit and credit are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SignRule {
    /// Two columns.
    DebitCredit,
    /// One signed column.
    Signed,
    /// One column, and a type column that says what the document is.
    Type,
    /// One column, and a letter (D/C, S/H) that says which side.
    SideLetter,
}

/// The decimal mark of a column of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DecimalMark {
    /// `,`
    #[serde(rename = ",")]
    Comma,
    /// `.`
    #[serde(rename = ".")]
    Point,
}

/// How amounts are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AmountFormat {
    /// The decimal mark.
    pub decimal: DecimalMark,
    /// The mark between groups of digits; empty where there is none.
    pub group: String,
}

/// What a column means.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColumnBinding {
    /// The engine's field name, for example `customer-id`, `due-date`, `residual`.
    pub key: String,
    /// Column, from 0.
    pub column: u16,
    /// Heading as written in the file.
    #[serde(default)]
    pub header: String,
    /// From 0 to 1, two decimals.
    #[serde(default)]
    pub confidence: f64,
    /// Up to five values as written.
    #[serde(default)]
    pub samples: Vec<String>,
    /// Why, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub reason: String,
    /// Order of the dates of this column, where it proves another one than the table's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub date_order: Option<DateOrder>,
    /// Decimal mark of this column, where it proves another one than the table's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub decimal: Option<DecimalMark>,
}

/// What becomes of the rows hidden in a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum HiddenRows {
    /// They count like any other.
    Count,
    /// They are set aside.
    Skip,
}

/// How a table is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    /// How rows make a ledger.
    pub layout: Layout,
    /// Name of the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sheet: Option<String>,
    /// Row of the headings, from 1, as the file numbers its rows.
    pub header_row: u32,
    /// The columns that mean something.
    pub columns: Vec<ColumnBinding>,
    /// How amounts are written.
    pub amount_format: AmountFormat,
    /// Order of the parts of dates.
    pub date_order: DateOrder,
    /// How debit and credit are told apart.
    pub sign: SignRule,
    /// The day a balance aged before was struck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub aged_as_of: Option<Day>,
    /// The file leaves a doubt about that day and nobody has confirmed it: the question stays open.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub aged_as_of_assumed: bool,
    /// Nothing in the file proves the order of its dates and nobody has confirmed it: the question stays open.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub date_order_assumed: bool,
    /// Nothing in the file proves the decimal mark and nobody has confirmed it: the question stays open.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub amount_format_assumed: bool,
    /// Columns, from 0, whose true dates get day and month swapped back; absent while nobody has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub swapped_dates: Option<Vec<u16>>,
    /// What becomes of hidden rows; absent while nobody has answered, and then they count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub hidden_rows: Option<HiddenRows>,
    /// Column, from 0, in which rows of their own name the customers of the rows below them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub group_column: Option<u16>,
    /// The table lists credit notes alone: its one column of amounts (`sign` is `signed`) lowers what is owed.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub credit_notes: bool,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// The keys of a mapping that an answer changes; merged into the mapping, they make the question disappear.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MappingPatch {
    /// Order of the parts of dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub date_order: Option<DateOrder>,
    /// The order is no longer assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub date_order_assumed: Option<bool>,
    /// How amounts are written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub amount_format: Option<AmountFormat>,
    /// The decimal mark is no longer assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub amount_format_assumed: Option<bool>,
    /// The day a balance aged before was struck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub aged_as_of: Option<Day>,
    /// That day is no longer assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub aged_as_of_assumed: Option<bool>,
    /// Columns whose true dates get day and month swapped back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub swapped_dates: Option<Vec<u16>>,
    /// What becomes of hidden rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub hidden_rows: Option<HiddenRows>,
    /// How debit and credit are told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sign: Option<SignRule>,
}

/// One answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The answer, the same words as in `choices`.
    pub text: String,
    /// What it changes in the figures.
    pub effect: String,
    /// What to merge into the mapping of the file.
    pub patch: MappingPatch,
}

/// One way to read a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The way.
    pub mapping: Mapping,
    /// From 0 to 1, two decimals.
    pub confidence: f64,
    /// Why, one sentence each.
    pub evidence: Vec<String>,
}

/// Something only a person can decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// Stable identifier, for example `date-order`.
    pub code: String,
    /// The question.
    pub text: String,
    /// The answers it admits, the one assumed meanwhile first.
    pub choices: Vec<String>,
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sheet: Option<String>,
    /// Up to five values it is about, as written.
    pub samples: Vec<String>,
    /// The answers in the order of `choices`, each with its effect and what to merge into the mapping.
    pub answers: Vec<Answer>,
}

/// What a file is and how it would be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    /// Name of the file.
    pub name: String,
    /// Format, decided by content.
    pub format: Format,
    /// Character encoding of a text file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub encoding: Option<String>,
    /// Column separator of a text file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub delimiter: Option<String>,
    /// Names of the sheets of a workbook.
    pub sheets: Vec<String>,
    /// Ways to read it, best first; empty where it makes no sense.
    pub candidates: Vec<Candidate>,
    /// What only a person can decide.
    pub questions: Vec<Question>,
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth checking.
    Warning,
    /// Something is missing from the figures.
    Error,
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
    /// Column, from 0.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub column: Option<u16>,
    /// Heading of the column.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub header: Option<String>,
}

/// A remark on reading a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// Stable identifier, for example `unreadable-amount`.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The sentence: where, what was seen, what to do.
    pub text: String,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub at: Option<Place>,
    /// What was seen, as written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub seen: Option<String>,
    /// What was probably meant, for a person to confirm.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub proposal: Option<String>,
    /// Rows that this one stands for, where there are several: set aside for one reason, or without a due date.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub rows: Option<u32>,
}

/// What became of the rows: `read = imported + setAside + blank + headings + totals`, for every file, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RowCounts {
    /// Rows of the file.
    pub read: u32,
    /// Rows that made entries.
    pub imported: u32,
    /// Rows set aside, each with its reason.
    pub set_aside: u32,
    /// Rows without content.
    pub blank: u32,
    /// Titles, headings and page furniture.
    pub headings: u32,
    /// Totals and sub-totals.
    pub totals: u32,
}

/// A total written in the file against the one computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ControlTotal {
    /// Currency of both.
    pub currency: Currency,
    /// What the file states, if anything.
    pub stated: Option<Amount>,
    /// What was imported.
    pub computed: Amount,
    /// Whether they agree; nothing where nothing is stated.
    pub ok: Option<bool>,
    /// What rows set aside would have added, as far as their amounts can be read.
    #[serde(default)]
    pub set_aside: Amount,
    /// The balance of the books that a person typed.
    #[serde(default)]
    pub ledger: Option<Amount>,
    /// Whether what was imported is that balance; nothing where none was typed.
    #[serde(default)]
    pub ledger_ok: Option<bool>,
}

/// What the customers' accounts of one class sum to in a French FEC, against what was imported of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccountClassTotal {
    /// Name of the file.
    pub file: String,
    /// The class, as in `OpenItem.accountClass`.
    pub class: String,
    /// The first digits of its accounts, for example `411`.
    pub root: String,
    /// Lines of these accounts in the file.
    pub lines: u32,
    /// Their debits less their credits.
    pub total: Amount,
    /// The same of what was imported.
    pub imported: Amount,
    /// Whether they agree.
    pub ok: bool,
}

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportedFile {
    /// Name of the file.
    pub name: String,
    /// Format, decided by content.
    pub format: Format,
    /// Character encoding of a text file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub encoding: Option<String>,
    /// Column separator of a text file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub delimiter: Option<String>,
    /// Names of the sheets of a workbook.
    #[serde(default)]
    pub sheets: Vec<String>,
    /// How it was read.
    pub mapping: Mapping,
    /// The model its reading follows, if one was given.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub model: Option<ModelUse>,
    /// This reading as a model for the next file of the same export.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reading_model: Option<Box<ReadingModel>>,
    /// SHA-256 of its bytes, hexadecimal. Empty in the report of an opening, which does not wait for it.
    pub sha256: String,
    /// What became of its rows.
    pub rows: RowCounts,
    /// Its own totals, one per currency, where it is one of several: those of the report join all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ControlTotal>>"))]
    pub control_totals: Vec<ControlTotal>,
}

/// A file that came with others and is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeftFile {
    /// Name of the file.
    pub name: String,
    /// `document`, `refused`, `same`, `within`, `earlier`, `suppliers` or `asked`.
    pub reason: String,
    /// The reason in a sentence.
    pub text: String,
    /// Whether it can be read beside the others, if a person says so (`readFiles`).
    pub readable: bool,
}

/// What was read, row by row accounted for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// The files.
    pub files: Vec<ImportedFile>,
    /// Files that came with them and are not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<LeftFile>>"))]
    pub left_files: Vec<LeftFile>,
    /// What became of the rows of all files.
    pub rows: RowCounts,
    /// One diagnostic for each row set aside.
    pub set_aside: Vec<Diagnostic>,
    /// Other remarks.
    pub diagnostics: Vec<Diagnostic>,
    /// What only a person can decide, five at most, the most consequential first. While one is open, its first choice
    /// is assumed and the figures rest on it.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Totals, one per currency.
    pub control_totals: Vec<ControlTotal>,
    /// Rows set aside whose amount cannot be read, so that it is in no total.
    #[serde(default)]
    pub set_aside_unread: u32,
    /// The customers' accounts of each FEC, by class; empty where there is none.
    #[serde(default)]
    pub account_classes: Vec<AccountClassTotal>,
    /// Entries made.
    pub entries: u32,
    /// Customers met.
    pub customers: u32,
    /// Currencies met, by code.
    pub currencies: Vec<Currency>,
    /// First day of the entries.
    pub first_day: Option<Day>,
    /// Last day of the entries; of a FEC, of those of all its accounts.
    pub last_day: Option<Day>,
    /// The day for which the items were listed, where a title, a sheet, a heading or the name of a file states it; the
    /// latest where several files do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub stated_as_of: Option<Day>,
    /// The day of the client's own aged balance, where one was opened beside the items: it is compared, not added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub compared_as_of: Option<Day>,
    /// The only day that can be computed, where the amounts were aged before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub aged_as_of: Option<Day>,
    /// The limits of the ages such amounts have; empty for all other dossiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<u32>>"))]
    pub aged_limits: Vec<u32>,
}

impl ImportReport {
    /// Every total that files state, against what was imported: those of all files together, and where some files state
    /// none, those of each file that does, with its name.
    pub fn stated_totals(&self) -> impl Iterator<Item = (Option<&ImportedFile>, &ControlTotal)> {
        let together = |currency: Currency| {
            self.control_totals.iter().any(|total| total.currency == currency && total.stated.is_some())
        };
        let of_all = self.control_totals.iter().map(|total| (None, total));
        let of_each =
            self.files.iter().flat_map(|file| file.control_totals.iter().map(move |total| (Some(file), total)));
        let of_each = of_each.filter(move |(_, total)| !together(total.currency));
        of_all.chain(of_each).filter(|(_, total)| total.stated.is_some())
    }
}
