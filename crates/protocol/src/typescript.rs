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

/** Late-payment interest is not computed by this version. */
export interface LateInterestQuery {
  principal: Minor; currency: string; dueDay: Day; until: Day;
  regime: \"fr-b2b\" | \"fr-public\" | \"fr-consumer\" | \"uk\" | \"de-b2b\" | \"be-b2b\" | \"ch\" | \"contract\";
  contractRatePercent?: string; dayCount?: \"365\" | \"actual\" | \"360\"; payments?: { day: Day; amount: Minor }[];
  allocation?: \"principal-first\" | \"interest-first\";
}

export interface InterestDetail {
  segments: { from: Day; to: Day; days: number; principal: Minor; ratePercent: string; interest: Minor; source: string }[];
  interest: Minor; indemnity: Minor; regime: string;
}
";

/// The declarations, in a stable order.
pub fn declarations() -> String {
    let declared = [
        text::Language::decl(),
        Format::decl(),
        Layout::decl(),
        DateOrder::decl(),
        SignRule::decl(),
        DecimalMark::decl(),
        AmountFormat::decl(),
        ColumnBinding::decl(),
        HiddenRows::decl(),
        Mapping::decl(),
        Correction::decl(),
        LedgerBalance::decl(),
        ReadingModel::decl(),
        HeadingChange::decl(),
        ModelChange::decl(),
        ModelUse::decl(),
        MappingPatch::decl(),
        Candidate::decl(),
        Answer::decl(),
        Question::decl(),
        Inspection::decl(),
        Severity::decl(),
        Place::decl(),
        Diagnostic::decl(),
        RowCounts::decl(),
        ControlTotal::decl(),
        AccountClassTotal::decl(),
        ImportedFile::decl(),
        ImportReport::decl(),
        OpenOptions::decl(),
        Progress::decl(),
        Basis::decl(),
        CreditMode::decl(),
        Dimension::decl(),
        AgedBalanceQuery::decl(),
        AgedRow::decl(),
        Control::decl(),
        AgedCurrency::decl(),
        AgedBalance::decl(),
        OpenItemsQuery::decl(),
        OpenItem::decl(),
        OpenItemsPage::decl(),
        MetricsQuery::decl(),
        Dso::decl(),
        DaysStatistics::decl(),
        TopCustomer::decl(),
        Concentration::decl(),
        ClassOfCustomers::decl(),
        PunctualityBand::decl(),
        Stratum::decl(),
        Explanation::decl(),
        Metrics::decl(),
        MatchesQuery::decl(),
        MatchEntry::decl(),
        MatchProposal::decl(),
        Matches::decl(),
        Insolvency::decl(),
        SegmentsQuery::decl(),
        RiskFactor::decl(),
        PlacedCustomer::decl(),
        SegmentTotal::decl(),
        SegmentsOfCurrency::decl(),
        Segments::decl(),
        SeriesQuery::decl(),
        Point::decl(),
        MovedRow::decl(),
        SeriesOfCurrency::decl(),
        Series::decl(),
        LatePaymentsQuery::decl(),
        LateBand::decl(),
        LatePaymentsOfCurrency::decl(),
        LatePayments::decl(),
        FindingsQuery::decl(),
        BehaviourQuery::decl(),
        UsualDay::decl(),
        LateShare::decl(),
        PaidDocument::decl(),
        PayDay::decl(),
        LengtheningTests::decl(),
        Lengthening::decl(),
        Silence::decl(),
        CustomerBehaviour::decl(),
        BehaviourOfCurrency::decl(),
        Behaviour::decl(),
        ForecastQuery::decl(),
        ForecastWeek::decl(),
        ForecastTest::decl(),
        ForecastOfCurrency::decl(),
        Forecast::decl(),
        QualityQuery::decl(),
        QualityLoss::decl(),
        QualityCriterion::decl(),
        QualityOfFile::decl(),
        QualityOfCustomer::decl(),
        DueDateShare::decl(),
        Freshness::decl(),
        Evidence::decl(),
        Finding::decl(),
        QualityOfCurrency::decl(),
        Quality::decl(),
        PlanQuery::decl(),
        Channel::decl(),
        ActionItem::decl(),
        Action::decl(),
        NonAction::decl(),
        ChannelCost::decl(),
        Plan::decl(),
        Sender::decl(),
        DraftsQuery::decl(),
        Draft::decl(),
        ExportQuery::decl(),
        Version::decl(),
        DueDay::decl(),
        DueDayAlternative::decl(),
        Failure::decl(),
    ];
    let exported = declared.iter().map(|declaration| format!("\nexport {declaration}\n"));
    std::iter::once(HEADER.to_owned()).chain(exported).collect()
}
