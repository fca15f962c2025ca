//! The messages between the page and its worker. File bytes travel beside the envelope, never inside. A message with the
//! number of a run in `cancel`, and no envelope, drops that run: it waits no longer, or stops at its next slice, unanswered.

use crate::{
    Activity, ActivityQuery, AgedBalance, AgedBalanceQuery, Behaviour, BehaviourQuery, Claims, ClaimsQuery, Draft,
    DraftsQuery, ExportQuery, ExportedFile, Failure, Finding, FindingsQuery, Forecast, ForecastQuery, Freshness,
    ImportReport, LatePayments, LatePaymentsQuery, LedgerBalance, LimitationCalendar, LimitationQuery, Look, LookQuery,
    Matches, MatchesQuery, Metrics, MetricsQuery, OpenItemsPage, OpenItemsQuery, OpenOptions, PlanPage, PlanPageQuery,
    PolicyCheck, PolicyQuery, Preview, PreviewQuery, Progress, Proposal, ProposalQuery, Quality, QualityQuery,
    Reperformance, Rows, Segments, SegmentsQuery, Series, SeriesQuery, Simulation, SimulationQuery, SourceRow,
    SourceRowQuery,
};
use crate::{AnswerView, AnswersQuery, InvoiceFiles, InvoicesQuery};
use crate::{CallList, CallResult, CallsQuery, JournalFigures, JournalMerge, JournalQuery};
use crate::{Comparison, ComparisonQuery, EditLog, Operation, RegisterQuery, RegisterView, RestoreQuery, SaveQuery};
use crate::{OutcomesQuery, PolicyFormQuery, PolicyOutcome, PolicyView};
use serde::{Deserialize, Serialize};
use text::Language;
use values::Day;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Request {
    /// Read the files that travel beside the envelope (`files: File[]`), as one dossier, in place of the one held.
    Open(OpenOptions),
    /// Look into the one file that travels beside the envelope; nothing held changes.
    Look(LookQuery),
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
    /// Customers by segment, with their risk.
    Segments(SegmentsQuery),
    /// How customers pay.
    Behaviour(BehaviourQuery),
    /// Expected receipts.
    Forecast(ForecastQuery),
    /// Interest and fixed sums of every late item.
    Claims(ClaimsQuery),
    /// Until when each item can be sued for.
    Limitation(LimitationQuery),
    /// Everything that moved a customer's account.
    Activity(ActivityQuery),
    /// What deserves a second look.
    Findings(FindingsQuery),
    /// The table of late payments at closing.
    LatePayments(LatePaymentsQuery),
    /// The client's own aged balance beside ours.
    Reperformance,
    /// The quality of the data.
    Quality(QualityQuery),
    /// How recent the files are on a day.
    Freshness(Day),
    /// The plan, as far as a screen shows it.
    Plan(PlanPageQuery),
    /// What the linter says of a policy.
    PolicyCheck(PolicyQuery),
    /// Policies tried on the past of the ledger.
    Simulate(SimulationQuery),
    /// A policy as a form, after a change.
    Policy(PolicyFormQuery),
    /// What policies would do.
    Outcomes(OutcomesQuery),
    /// The drafts.
    Drafts(DraftsQuery),
    /// Attach the files of invoices that travel beside the envelope to the drafts, in place of those given before.
    Invoices(InvoicesQuery),
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
    /// The dossier file; its bytes come back beside the envelope.
    Save(SaveQuery),
    /// Open a dossier file, the first of those that travel beside the envelope, with the files of its ledger, in place
    /// of what is held.
    Restore(RestoreQuery),
    /// The calls of the days to come.
    Calls(CallsQuery),
    /// Record what came of a call, with its effects; answered by the register.
    Called(Box<CallResult>, RegisterQuery),
    /// What the contacts came to, up to a day.
    Journal(Day),
    /// What customers answered, as edits to approve.
    Answers(AnswersQuery),
    /// Read a journal back.
    MergeJournal(JournalQuery),
    /// What people recorded.
    Register(RegisterQuery),
    /// Every edit so far.
    Log,
    /// Make edits known from another engine, in place of those here; answered by all of them.
    Resume(EditLog),
    /// What changed since the dossier was saved.
    Compare(ComparisonQuery),
    /// Make an edit; answered by the register.
    Edit(Box<Operation>, RegisterQuery),
    /// Take the last edit back; answered by the register.
    Undo(RegisterQuery),
    /// Make the edit taken back last again; answered by the register.
    Redo(RegisterQuery),
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Reply {
    /// The files were read; the dossier they make is held.
    Opened(ImportReport),
    /// What stands in a file that was not recognised.
    Look(Look),
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
    /// Customers by segment, with their risk.
    Segments(Segments),
    /// How customers pay.
    Behaviour(Behaviour),
    /// Expected receipts.
    Forecast(Forecast),
    /// Interest and fixed sums of every late item.
    Claims(Claims),
    /// Until when each item can be sued for.
    Limitation(LimitationCalendar),
    /// Everything that moved a customer's account.
    Activity(Activity),
    /// What deserves a second look.
    Findings(Vec<Finding>),
    /// The table of late payments at closing.
    LatePayments(LatePayments),
    /// The client's own aged balance beside ours.
    Reperformance(Reperformance),
    /// The quality of the data.
    Quality(Quality),
    /// How recent the files are.
    Freshness(Freshness),
    /// The plan, as far as a screen shows it.
    Plan(PlanPage),
    /// What the linter says of a policy.
    PolicyCheck(PolicyCheck),
    /// Policies tried on the past.
    Simulated(Simulation),
    /// A policy as a form.
    Policy(Box<PolicyView>),
    /// What policies would do, in the order asked for.
    Outcomes(Vec<PolicyOutcome>),
    /// The drafts.
    Drafts(Vec<Draft>),
    /// Which invoice each file is.
    Invoices(InvoiceFiles),
    /// A row as it stands in its file.
    SourceRow(SourceRow),
    /// Rows as they stand in a file.
    Preview(Preview),
    /// How that would be read.
    Proposal(Proposal),
    /// A file; its bytes travel beside the envelope.
    File(ExportedFile),
    /// The calls of the days to come.
    Calls(Box<CallList>),
    /// What the contacts came to.
    Journal(Vec<JournalFigures>),
    /// What customers answered.
    Answers(Vec<AnswerView>),
    /// What a journal brings.
    JournalMerge(JournalMerge),
    /// What people recorded.
    Register(Box<RegisterView>),
    /// Every edit so far.
    Log(EditLog),
    /// What changed.
    Comparison(Box<Comparison>),
    /// Still at work: does not end a request.
    Progress(Progress),
    /// More rows of the reply before: the whole is there with the envelope that announces no more.
    Rows(Rows),
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
    /// Whether rows of this reply follow in messages of their own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// What is answered.
    pub body: Reply,
}
