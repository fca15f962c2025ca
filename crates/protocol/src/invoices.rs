//! The files of invoices that go with e-mails: which invoice each one is, by its name, and what is missing.

use crate::DraftsQuery;
use serde::{Deserialize, Serialize};

/// The drafts that files are attached to, and what a person said of some files. The files travel beside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InvoicesQuery {
    /// Which drafts.
    pub drafts: DraftsQuery,
    /// Which invoice a file is, where a person said so.
    #[serde(default)]
    pub choices: Vec<InvoiceChoice>,
}

/// Which invoice a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InvoiceChoice {
    /// Name of the file.
    pub file: String,
    /// Number of its document; empty leaves the file out.
    pub document: String,
    /// Customer identifier; needed only where two customers have the number.
    #[serde(default)]
    pub customer: String,
}

/// An invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InvoiceRef {
    /// Customer identifier.
    pub customer: String,
    /// Customer name.
    pub name: String,
    /// Number of the document.
    pub document: String,
}

/// A file that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InvoiceFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub bytes: u64,
    /// `found`, `ask`, `unknown`, `left-out` as a person said, or `refused`.
    pub state: String,
    /// Its invoice, where it is found.
    pub invoice: Option<InvoiceRef>,
    /// What it may be, where that is asked, or where a person chose among them.
    pub candidates: Vec<InvoiceRef>,
    /// What must be said of it; empty where there is nothing to say.
    pub remark: String,
}

/// The files and the invoices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InvoiceFiles {
    /// The files, in the order given.
    pub files: Vec<InvoiceFile>,
    /// Invoices of e-mails that no file was found for.
    pub missing: Vec<InvoiceRef>,
    /// Files that would make an e-mail heavier than this many bytes are left out of it.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub limit_bytes: u64,
    /// What is left out of an e-mail for its weight, in sentences.
    pub too_heavy: Vec<String>,
}

/// A file that goes with a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttachedFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub bytes: u64,
    /// The document it is.
    pub document: String,
}
