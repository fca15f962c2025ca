//! Opening a dossier, following it back to its files, taking files out of it.

use crate::{
    Basis, ClaimRules, Correction, CreditMode, Dimension, DraftEdit, LedgerBalance, Mapping, ReadingModel, Sender,
    TemplateText,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Currency, Day};

/// How files are opened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct OpenOptions {
    /// How to read a file, by its name, instead of what is found.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, Mapping>>"))]
    pub mappings: BTreeMap<String, Mapping>,
    /// Language of the sentences; French by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub language: Option<Language>,
    /// Payment terms of items without a due date, in words ("30 jours fin de mois").
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub default_terms: Option<String>,
    /// Currency of amounts for which no file names one; the euro where this is absent too.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub default_currency: Option<Currency>,
    /// Largest residue ignored, in minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub tolerance: Option<Amount>,
    /// The day of balances aged before whose file leaves it in doubt or does not tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub aged_as_of: Option<Day>,
    /// Cells a person corrected, read in place of what the files hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Correction>>"))]
    pub corrections: Vec<Correction>,
    /// Balances of the customers' account in the books, compared with what is imported.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<LedgerBalance>>"))]
    pub ledger_balances: Vec<LedgerBalance>,
    /// Files that a person said to read (`true`) or to leave (`false`), by name. Of the others, those that would count
    /// twice what another one says are left.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, bool>>"))]
    pub read_files: BTreeMap<String, bool>,
    /// Models of earlier readings; each file takes the one of its headings, unless `mappings` names the file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ReadingModel>>"))]
    pub models: Vec<ReadingModel>,
}

/// A file whose bytes travel beside the message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileMeta {
    /// Name of the file.
    pub name: String,
}

/// How far a long work has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// `reading`, `importing` or `exporting`.
    pub stage: String,
    /// Units done: bytes while reading, rows while importing, files while exporting.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub done: u64,
    /// Units in all, where known.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub total: Option<u64>,
    /// Rows read so far, where bytes are counted and rows are known too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
    pub rows: Option<u64>,
}

/// Which row of which file to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceRowQuery {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
}

/// A row as it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceRow {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
    /// Its cells, by column.
    pub cells: Vec<SourceCell>,
}

/// A cell as it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceCell {
    /// Column, from 0.
    pub column: u16,
    /// Heading of the column.
    pub header: String,
    /// The content, as written.
    pub value: String,
    /// What the column was taken for: the key of its binding.
    #[serde(default)]
    pub key: Option<String>,
}

/// How delimited text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// As a French spreadsheet opens it: `;`, decimal comma, `30/06/2026`, UTF-8 with its mark.
    French,
    /// As an English spreadsheet opens it: `,`, decimal point, `2026-06-30`, UTF-8 with its mark.
    English,
    /// For programs: as `English`, without the mark.
    Rfc4180,
}

/// The tables that are taken out one at a time, in the order a person opens them.
pub const TABLES: [&str; 10] = [
    "aged-balance.csv",
    "open-items.csv",
    "figures.csv",
    "evolution.csv",
    "findings.csv",
    "late-payments.csv",
    "controls.csv",
    "plan.csv",
    "left-alone.csv",
    "import-control.csv",
];

/// Which file to take out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportQuery {
    /// `aged-balance.xlsx`, `aged-balance.csv`, `open-items.csv`, `figures.csv`, `evolution.csv`, `findings.csv`,
    /// `late-payments.csv`, `controls.csv`, `plan.csv`, `left-alone.csv`, `report.html`, `drafts.zip`, `dossier.json`,
    /// `set-aside.csv`, `import-control.csv` or `everything.zip`.
    pub kind: String,
    /// The file whose rows are taken out, for `set-aside.csv`; the first by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub file: Option<String>,
    /// The day everything is computed for.
    pub as_of: Day,
    /// Language of the file; the dossier's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub language: Option<Language>,
    /// A policy: JSON text, or in JavaScript the object itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "unknown"))]
    pub policy: Option<String>,
    /// Limits of the aged balance; 30, 60 and 90 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub limits: Option<Vec<u32>>,
    /// Which date ages an item; the due date by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub basis: Option<Basis>,
    /// Where credits stand in the aged balance; apart by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub credits: Option<CreditMode>,
    /// The aged balance also by something other than the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub by: Option<Dimension>,
    /// Who writes the drafts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sender: Option<Sender>,
    /// Language of the drafts; each customer's own by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub draft_language: Option<Language>,
    /// Templates in place of the shipped ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<TemplateText>>"))]
    pub templates: Vec<TemplateText>,
    /// Texts that a person chose or reworded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DraftEdit>>"))]
    pub edits: Vec<DraftEdit>,
    /// A person was told that the files are not recent and takes the drafts all the same; the manifest says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub stale_acknowledged: bool,
    /// By which rules interest and fixed sums are computed; those of the law by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub claims: Option<ClaimRules>,
    /// Only this customer, for the files about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub customer: Option<String>,
    /// Only the customers of this salesperson, for calls and hand-outs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub owner: Option<String>,
    /// Calls a day at most; 20 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub cap: Option<u32>,
    /// Whether messages carry the form a customer fills in and returns: a page and the same as text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub with_forms: bool,
    /// Whether e-mails end with that form as lines to fill in, for whoever cannot open an attachment.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub form_in_text: bool,
    /// On what terms the factor's file finances items; common ones by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub factor: Option<FactorTerms>,
    /// The draft taken out, by its action, for `draft.eml`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub action: Option<String>,
    /// The instalment plan, by its number, for `agreement.html`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub plan: Option<u32>,
    /// Whom a dossier is handed to: `agency`, `bailiff` or `court`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub recipient: Option<String>,
    /// The order of the calls: `priority`, `amount`, `age` or `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub sort: Option<String>,
    /// How delimited text is written; as the language has it by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub dialect: Option<Dialect>,
    /// Whether the workbook gives each of the 200 customers with the largest balances a sheet of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub customer_sheets: bool,
}

impl ExportQuery {
    /// A kind of file on a day, everything else as it comes.
    pub fn of(kind: &str, as_of: Day) -> ExportQuery {
        ExportQuery {
            kind: kind.to_owned(),
            file: None,
            as_of,
            language: None,
            policy: None,
            limits: None,
            basis: None,
            credits: None,
            by: None,
            sender: None,
            draft_language: None,
            templates: Vec::new(),
            edits: Vec::new(),
            stale_acknowledged: false,
            claims: None,
            customer: None,
            owner: None,
            cap: None,
            sort: None,
            dialect: None,
            customer_sheets: false,
            recipient: None,
            with_forms: false,
            form_in_text: false,
            factor: None,
            action: None,
            plan: None,
        }
    }
}

/// The terms of a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactorTerms {
    /// Days late beyond which an item is not financed, 0 to 365.
    pub overdue_days: u32,
    /// Share of the whole that one customer may be, in percent, 1 to 100.
    pub concentration_percent: u32,
}

/// A file taken out; its bytes travel beside the message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportedFile {
    /// Name of the file: letters, digits, `.`, `_` and `-` only.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// The content.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// What is running.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Version {
    /// Version of the product.
    pub encours: String,
    /// Last half-year of the rules known, for example `2026-S2`.
    pub rules: String,
    /// `release` or `development`.
    pub build: String,
}
