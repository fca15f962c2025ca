//! The JSON documents of an export: everything a dossier says on a day, and the manifest of its files. Each names its
//! form and version in `schema`; the forms are published as JSON Schemas in `crates/module/npm/schemas`.

use crate::{
    AgedBalance, Basis, ControlTotal, CreditMode, Draft, Finding, Freshness, ImportReport, LatePayments, Metrics,
    OpenItem, Plan, RowCounts, Series, Version,
};
use serde::Serialize;
use text::Language;
use values::Day;

/// Form of `dossier.json`. The number rises when a member is taken away or changes its meaning; members may be added.
pub const DOSSIER_SCHEMA: &str = "encours/dossier/1";
/// Form of `manifest.json`.
pub const MANIFEST_SCHEMA: &str = "encours/manifest/1";

/// `dossier.json`: every answer of the contract in one document.
#[derive(Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DossierDocument<'a> {
    /// Form and version: `encours/dossier/1`.
    pub schema: &'static str,
    /// What computed it.
    pub version: &'a Version,
    /// The day everything is computed for.
    pub as_of: Day,
    /// Language of the sentences.
    pub language: Language,
    /// What was read.
    pub import_report: &'a ImportReport,
    /// The aged balance.
    pub aged_balance: &'a AgedBalance,
    /// All open items.
    pub open_items: &'a [OpenItem],
    /// The figures, one per currency.
    pub metrics: &'a [Metrics],
    /// The same month after month.
    pub series: &'a Series,
    /// What deserves a second look.
    pub findings: &'a [Finding],
    /// The table of late payments.
    pub late_payments: &'a LatePayments,
    /// The plan.
    pub plan: &'a Plan,
    /// The drafts of the day.
    pub drafts: Vec<&'a Draft>,
}

/// `manifest.json`: what the files rest on, so that anybody can tell whether two sets of files are the same work.
#[derive(Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Manifest<'a> {
    /// Form and version: `encours/manifest/1`.
    pub schema: &'static str,
    /// What computed them.
    pub version: &'a Version,
    /// The day everything is computed for.
    pub as_of: Day,
    /// Language of the files.
    pub language: Language,
    /// What was chosen.
    pub settings: ManifestSettings<'a>,
    /// The files read.
    pub inputs: Vec<ManifestInput<'a>>,
    /// Whether the balance foots, no stated total disagrees and no question is open.
    pub controlled: bool,
    /// Totals of the files against those computed.
    pub control_totals: &'a [ControlTotal],
    /// Questions still open.
    pub open_questions: Vec<&'a str>,
    /// How recent the files are.
    pub freshness: &'a Freshness,
    /// Whether a person was told that the files are not recent and took the drafts all the same.
    pub stale_acknowledged: bool,
    /// The files written, in the order of the archive.
    pub files: Vec<ManifestFile<'a>>,
}

/// What was chosen.
#[derive(Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ManifestSettings<'a> {
    /// Which date ages an item.
    pub basis: Basis,
    /// Limits of the buckets, in days.
    pub limits: &'a [u32],
    /// Where credits stand.
    pub credits: CreditMode,
    /// Window of the sales, in days.
    pub sales_days: u32,
    /// Days planned.
    pub horizon_days: u32,
    /// SHA-256 of the text of the policy.
    pub policy_sha256: String,
}

/// A file read.
#[derive(Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ManifestInput<'a> {
    /// Its name.
    pub name: &'a str,
    /// SHA-256 of its bytes.
    pub sha256: &'a str,
    /// What became of its rows.
    pub rows: RowCounts,
}

/// A file written.
#[derive(Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ManifestFile<'a> {
    /// Its name in the archive.
    pub name: &'a str,
    /// Its bytes.
    pub size: usize,
    /// SHA-256 of its bytes.
    pub sha256: String,
}
