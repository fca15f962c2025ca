//! What crosses the engine's boundary: the rows the contract promises (`encours.d.ts`), and the messages between the
//! page and its worker. Plain values only; every name here is public API in camelCase.

mod activity;
mod aged_balance;
mod behaviour;
mod calls;
mod claims;
mod comparison;
mod document;
mod dossier;
mod draft;
mod failure;
mod financing;
mod findings;
mod forecast;
mod import;
mod interest;
mod invoices;
mod late_payments;
mod matches;
mod message;
mod metrics;
mod open_items;
mod plan;
mod policy;
mod policy_form;
mod quality;
mod reading;
mod register;
mod reperformance;
mod rows;
mod segments;
mod series;
mod terms;
#[cfg(feature = "typescript")]
pub mod typescript;

pub use activity::{Activity, ActivityLine, ActivityOfCurrency, ActivityQuery};
pub use aged_balance::{AgedBalance, AgedBalanceQuery, AgedCurrency, AgedRow, Basis, Control, CreditMode, Dimension};
pub use behaviour::{
    Behaviour, BehaviourOfCurrency, BehaviourQuery, CustomerBehaviour, LateShare, Lengthening, LengtheningTests,
    PaidDocument, PayDay, Silence, UsualDay,
};
pub use calls::{AnswerProposal, AnswerView, AnswersQuery};
pub use calls::{
    CallDay, CallList, CallPoints, CallResult, CallRow, CallsQuery, JournalFigures, JournalMerge, JournalQuery,
    JournalStep, NumberToComplete,
};
pub use claims::{
    ClaimRules, ClaimSetting, ClaimedItem, Claims, ClaimsOfCurrency, ClaimsOfCustomer, ClaimsQuery, LimitationCalendar,
    LimitationEvent, LimitationEventKind, LimitationLevel, LimitationOfCurrency, LimitationQuery, LimitedItem,
};
pub use comparison::{
    ChangeTotal, ChangedCustomer, ChangedItem, Comparison, ComparisonOfCurrency, ComparisonQuery, ExtractKind, ThankYou,
};
pub use document::{
    DOSSIER_SCHEMA, DossierDocument, MANIFEST_SCHEMA, Manifest, ManifestFile, ManifestInput, ManifestSettings,
};
pub use dossier::{
    Dialect, ExportQuery, ExportedFile, FactorTerms, FileMeta, OpenOptions, Progress, SourceCell, SourceRow,
    SourceRowQuery, TABLES, Version,
};
pub use draft::{
    ChangedLine, Colleague, ContactRole, CustomerContact, Draft, DraftChoice, DraftEdit, DraftsQuery, LetterRule,
    Sender, SenderAccount, TemplateText,
};
pub use failure::Failure;
pub use financing::{DiscountCost, FinancingCosts, FinancingQuery, MoneyCost};
pub use findings::{Evidence, Finding, FindingsQuery};
pub use followup::{
    Block, BlockKind, Channel, Contact, Covered, DelayReason, Dispute, DisputeCategory, DisputeResolved,
    InstalmentPlan, ItemKey, ItemKind, Note, Operation, Outcome, Pin, Proceedings, Promise, RecordKind, Resolution,
    Review, Setting, Stage, Target, Term, Transition, Verdict, split,
};
pub use forecast::{Forecast, ForecastOfCurrency, ForecastQuery, ForecastTest, ForecastWeek};
pub use import::{
    AccountClassTotal, AmountFormat, Answer, Candidate, ColumnBinding, ControlTotal, DateOrder, DecimalMark,
    Diagnostic, Format, HiddenRows, ImportReport, ImportedFile, Inspection, Layout, LeftFile, Mapping, MappingPatch,
    Place, Question, RowCounts, Severity, SignRule,
};
pub use interest::{
    Allocation, ClaimPayment, DayCount, InterestDetail, InterestFloor, InterestSegment, LateInterestQuery, RateRow,
    RateSeries, RateTables, Regime,
};
pub use invoices::{AttachedFile, InvoiceChoice, InvoiceFile, InvoiceFiles, InvoiceRef, InvoicesQuery};
pub use late_payments::{LateBand, LatePayments, LatePaymentsOfCurrency, LatePaymentsQuery};
pub use matches::{MatchEntry, MatchProposal, Matches, MatchesQuery};
pub use message::{Reply, ReplyEnvelope, Request, RequestEnvelope};
pub use metrics::{
    ClassOfCustomers, Concentration, DaysStatistics, Dso, Explanation, Metrics, MetricsQuery, PunctualityBand, Stratum,
    TopCustomer,
};
pub use open_items::{OpenItem, OpenItemsPage, OpenItemsQuery};
pub use plan::{
    Action, ActionItem, Approval, ChannelCost, DayOff, Decision, Fact, LeftAlone, Named, NonAction, OffReason, Plan,
    PlanPage, PlanPageQuery, PlanQuery,
};
pub use policy::{
    PolicyCheck, PolicyQuery, PolicyRemark, SimulatedCurrency, SimulatedPolicy, SimulatedWeek, Simulation,
    SimulationAssumptions, SimulationQuery,
};
pub use policy_form::{
    FieldKind, FormRemark, OutcomesQuery, PolicyChange, PolicyEdit, PolicyField, PolicyFormQuery, PolicyLine,
    PolicyOutcome, PolicyPart, PolicySection, PolicyView, TimelineStep,
};
pub use quality::{
    DueDateShare, Freshness, Quality, QualityCriterion, QualityLoss, QualityOfCurrency, QualityOfCustomer,
    QualityOfFile, QualityQuery,
};
pub use reading::{
    Correction, HeadingChange, LedgerBalance, Look, LookQuery, ModelChange, ModelUse, Preview, PreviewCell,
    PreviewQuery, PreviewRow, Proposal, ProposalQuery, ReadingModel, RowKind,
};
pub use register::{
    AgreementDraft, AgreementQuery, BlockView, CaseView, DisputeView, EditLog, InsolvencyView, InstalmentsQuery,
    PinsView, PlanView, PromiseView, ProposedEdit, RegisterQuery, RegisterView, RestoreQuery, RipeClaim, SaveQuery,
    StandingView, TermView, UnmatchedView,
};
pub use reperformance::{AgedDifference, Reperformance, ReperformanceOfCurrency};
pub use rows::Rows;
pub use segments::{
    Insolvency, PlacedCustomer, RiskFactor, SegmentThresholds, SegmentTotal, Segments, SegmentsOfCurrency,
    SegmentsQuery,
};
pub use series::{MovedRow, Point, Series, SeriesOfCurrency, SeriesQuery};
pub use terms::{DueCeiling, DueDay, DueDayAlternative, DueDiscount, DueInstalment};
