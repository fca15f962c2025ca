//! The TypeScript declarations of the contract's types, generated from the Rust ones (feature `typescript`).

use crate::*;
use ts_rs::TS;

const HEADER: &str = "\
export type Day = string;
export type Minor = number;
/** Minor units (cents for the euro), a safe integer. */
export type Amount = Minor;
export type Currency = string;

/** A file: its bytes, or a browser's Blob (a File is itself a SourceFile). */
export interface SourceFile { name: string; bytes: Uint8Array | Blob }

/** A file taken out. */
export interface ExportedFile { name: string; mediaType: string; bytes: Uint8Array }

/** What is thrown: an Error that also says where and what to do. */
export type EncoursError = Error & EncoursErrorShape;
";

macro_rules! declared {
    ($($of:ty),* $(,)?) => { [$(<$of>::decl()),*] };
}

/// The declarations, in a stable order.
pub fn declarations() -> String {
    let declared = declared! {
        // Files and how they are read.
        text::Language, Format, Layout, DateOrder, SignRule, DecimalMark, AmountFormat, ColumnBinding,
        HiddenRows, Mapping, Correction, LedgerBalance, ReadingModel, HeadingChange, ModelChange, ModelUse,
        MappingPatch, Candidate, Answer, Question, Inspection, Severity, Place, Diagnostic, RowCounts,
        ControlTotal, AccountClassTotal, ImportedFile, LeftFile, ImportReport, OpenOptions, Progress,
        // The aged balance and what is open.
        Basis, CreditMode, Dimension, AgedBalanceQuery, AgedRow, Control, AgedCurrency, AgedBalance,
        OpenItemsQuery, OpenItem, OpenItemsPage,
        // Figures.
        MetricsQuery, Dso, DaysStatistics, TopCustomer, Concentration, ClassOfCustomers, PunctualityBand,
        Stratum, Explanation, Metrics, MatchesQuery, MatchEntry, MatchProposal, Matches, Insolvency,
        SegmentThresholds, SegmentsQuery, RiskFactor, PlacedCustomer, SegmentTotal, SegmentsOfCurrency,
        Segments, SeriesQuery, Point, MovedRow, SeriesOfCurrency, Series, LatePaymentsQuery, ActivityQuery,
        ActivityLine, ActivityOfCurrency, Activity, Reperformance, ReperformanceOfCurrency, AgedDifference,
        LateBand, LatePaymentsOfCurrency, LatePayments, FindingsQuery,
        // How customers pay.
        BehaviourQuery, UsualDay, LateShare, PaidDocument, PayDay, LengtheningTests, Lengthening, Silence,
        CustomerBehaviour, BehaviourOfCurrency, Behaviour, ForecastQuery, ForecastWeek, ForecastTest,
        ForecastOfCurrency, Forecast,
        // Quality and findings.
        QualityQuery, QualityLoss, QualityCriterion, QualityOfFile, QualityOfCustomer, DueDateShare,
        Freshness, Evidence, Finding, QualityOfCurrency, Quality,
        // The plan.
        PlanQuery, Channel, Approval, PolicyQuery, PolicyRemark, PolicyCheck, SimulationAssumptions,
        SimulationQuery, SimulatedWeek, SimulatedCurrency, SimulatedPolicy, Simulation, ActionItem, Action,
        NonAction, ChannelCost, Plan,
        // Drafts and files taken out.
        SenderAccount, Colleague, ContactRole, CustomerContact, LetterRule, Sender, TemplateText, ChangedLine,
        DraftEdit, DraftsQuery, DraftChoice, AttachedFile, InvoicesQuery, InvoiceChoice, InvoiceRef,
        InvoiceFile, InvoiceFiles, Draft, Dialect, FactorTerms, ExportQuery, DossierDocument, Manifest,
        ManifestSettings, ManifestInput, ManifestFile,
        // What people record.
        ItemKey, Covered, Target, DisputeCategory, Dispute, Resolution, DisputeResolved, Promise, Term,
        InstalmentPlan, BlockKind, Block, Proceedings, Stage, Transition, Note, Outcome, DelayReason, Contact,
        Verdict, Review, Pin, Setting, Operation, RecordKind,
        // Calls and answers.
        CallsQuery, CallPoints, CallRow, CallDay, NumberToComplete, CallList, CallResult, AnswersQuery,
        AnswerProposal, AnswerView, JournalQuery, JournalMerge, JournalStep, JournalFigures,
        // The dossier file and the register.
        SaveQuery, RestoreQuery, RegisterQuery, DisputeView, PromiseView, TermView, PlanView, BlockView,
        InsolvencyView, CaseView, PinsView, StandingView, ProposedEdit, UnmatchedView, RipeClaim,
        AgreementQuery, AgreementDraft, InstalmentsQuery, RegisterView,
        // Two months compared.
        ItemKind, ExtractKind, ComparisonQuery, ChangeTotal, ChangedCustomer, ChangedItem,
        ComparisonOfCurrency, ThankYou, Comparison,
        // Law.
        Version, Regime, DayCount, Allocation, ClaimPayment, LateInterestQuery, InterestSegment,
        InterestFloor, InterestDetail, RateRow, RateSeries, RateTables, ClaimSetting, ClaimRules, ClaimsQuery,
        ClaimedItem, ClaimsOfCustomer, ClaimsOfCurrency, Claims, LimitationEvent, LimitationEventKind,
        LimitationQuery, LimitedItem, LimitationLevel, LimitationOfCurrency, LimitationCalendar,
        FinancingQuery, MoneyCost, DiscountCost, FinancingCosts, DueDay, DueDayAlternative, DueInstalment,
        DueDiscount, DueCeiling, Failure,
    };
    let exported = declared.iter().map(|declaration| format!("\nexport {}\n", laid_out(declaration)));
    std::iter::once(HEADER.to_owned()).chain(exported).collect()
}

/// A declaration with its fields indented. A brace that opens on one line and closes on another ends its line, or begins
/// it: whoever lays the text out once more counts those, and went on to the right for ever.
fn laid_out(declaration: &str) -> String {
    let mut laid_out = String::new();
    let mut depth = 0_usize;
    for line in declaration.lines().map(str::trim).flat_map(apart) {
        depth -= usize::from(line.starts_with('}'));
        laid_out.push_str(&"    ".repeat(depth));
        laid_out.extend([if line.starts_with('*') { " " } else { "" }, line, "\n"]);
        depth += usize::from(line.ends_with('{'));
    }
    laid_out.truncate(laid_out.trim_end().len());
    laid_out
}

/// A line cut after the braces it leaves open, and before those it closes of other lines.
fn apart(line: &str) -> Vec<&str> {
    let comment = line.starts_with(['*', '/']);
    let mut open = Vec::new();
    let mut cuts = vec![0, line.len()];
    for (at, letter) in line.char_indices().filter(|_| !comment) {
        match letter {
            '{' => open.push(at + 1),
            '}' if open.pop().is_none() => cuts.push(at),
            _ => {}
        }
    }
    cuts.extend(open);
    cuts.sort_unstable();
    let parts = cuts.windows(2).filter_map(|cut| line.get(*cut.first()?..*cut.last()?));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}
