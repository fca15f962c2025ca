//! The messages between the page and its worker. File bytes travel beside the envelope, never inside.

use crate::{
    AgedBalance, AgedBalanceQuery, Draft, DraftsQuery, ExportQuery, ExportedFile, Failure, ImportReport, LedgerBalance,
    Matches, MatchesQuery, Metrics, MetricsQuery, OpenItemsPage, OpenItemsQuery, OpenOptions, Plan, PlanQuery, Preview,
    PreviewQuery, Progress, Proposal, ProposalQuery, Quality, QualityQuery, Series, SeriesQuery, SourceRow,
    SourceRowQuery,
};
use serde::{Deserialize, Serialize};
use text::Language;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Request {
    /// Read the files that travel beside the envelope (`files: File[]`), as one dossier, in place of the one held.
    Open(OpenOptions),
    /// What was read, in the envelope's language.
    ImportReport,
    /// The aged balance.
    AgedBalance(AgedBalanceQuery),
    /// A page of open items.
    OpenItems(OpenItemsQuery),
    /// The figures, one per currency.
    Metrics(MetricsQuery),
    /// The figures month after month.
    Series(SeriesQuery),
    /// What could clear what, among the open items of a day.
    Matches(MatchesQuery),
    /// The matches a person approved, in place of those before; answered by what is proposed then.
    Approve(Vec<String>, MatchesQuery),
    /// The quality of the data.
    Quality(QualityQuery),
    /// The plan.
    Plan(PlanQuery),
    /// The drafts.
    Drafts(DraftsQuery),
    /// A row as it stands in its file.
    SourceRow(SourceRowQuery),
    /// Rows as they stand in a file, each with what became of it.
    Preview(PreviewQuery),
    /// How another sheet or other headings would be read.
    Propose(ProposalQuery),
    /// The balances of the books, in place of those typed before; answered by the report.
    LedgerBalances(Vec<LedgerBalance>),
    /// A file; its bytes come back beside the envelope (`bytes: Uint8Array`).
    Export(ExportQuery),
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Reply {
    /// The files were read; the dossier they make is held.
    Opened(ImportReport),
    /// What was read.
    ImportReport(ImportReport),
    /// The aged balance.
    AgedBalance(AgedBalance),
    /// A page of open items.
    OpenItems(OpenItemsPage),
    /// The figures, one per currency.
    Metrics(Vec<Metrics>),
    /// The figures month after month.
    Series(Series),
    /// What is proposed and approved.
    Matches(Matches),
    /// The quality of the data.
    Quality(Quality),
    /// The plan.
    Plan(Plan),
    /// The drafts.
    Drafts(Vec<Draft>),
    /// A row as it stands in its file.
    SourceRow(SourceRow),
    /// Rows as they stand in a file.
    Preview(Preview),
    /// How that would be read.
    Proposal(Proposal),
    /// A file; its bytes travel beside the envelope.
    File(ExportedFile),
    /// Still at work: the only reply that does not end a request.
    Progress(Progress),
    /// Nothing came of it; what was held before is still held.
    Failed(Failure),
}

/// A request with its number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestEnvelope {
    /// Echoed by every reply to it.
    pub run: u32,
    /// Language of the sentences in the replies.
    pub language: Language,
    /// What is asked.
    pub body: Request,
}

/// A reply with the number of its request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReplyEnvelope {
    /// Number of the request.
    pub run: u32,
    /// What is answered.
    pub body: Reply,
}
