//! What is said about reading a file: why a row was set aside, and what else is worth knowing. Facts with their
//! place, no sentence (sentences live in `text`).

use crate::Field;
use crate::fec::FecRemark;
use crate::mapping::{DateOrder, DecimalMark, Layout};
use crate::number::NumberFault;
use values::{Amount, Currency, Day, Source};

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth checking.
    Warning,
    /// Something is missing from the figures.
    Error,
}

/// A column as a person finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// From 0.
    pub index: u16,
    /// Heading as written; empty where there is none.
    pub header: String,
}

/// A remark on reading a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is about.
    pub kind: DiagnosticKind,
    /// How much it matters.
    pub severity: Severity,
    /// The row; the first one where several are meant; `None` for the whole table.
    pub at: Option<Source>,
    /// The column.
    pub column: Option<Column>,
    /// What was seen, as written.
    pub seen: Option<String>,
}

/// What a diagnostic is about. The first group sets one row aside; the second is about the table or several rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// The amount is not a number under the format of its column.
    UnreadableAmount {
        /// What is wrong with it.
        fault: NumberFault,
    },
    /// The amount has more decimals than its currency.
    TooPreciseAmount {
        /// Decimals of the currency.
        decimals: u32,
    },
    /// The amount is larger than any receivable.
    TooLargeAmount,
    /// There is no amount.
    MissingAmount,
    /// Debit and credit both carry an amount.
    AmountOnBothSides,
    /// The letter that says debit or credit says neither.
    UnknownSide,
    /// The date is no date.
    UnreadableDate,
    /// The date does not exist in the calendar.
    ImpossibleDate,
    /// There is no date.
    MissingDate,
    /// There is no customer.
    MissingCustomer,
    /// The account is not a customer's.
    NotCustomerAccount,
    /// So many rows are of accounts, told by their first three digits, that are no customers'.
    OtherAccounts {
        /// Rows.
        count: u32,
    },
    /// One row that repeats the totals of its invoice; told with the others.
    InvoiceLine,
    /// Rows that repeat the totals of their invoice, one for each item sold: invoices count once.
    InvoiceLines {
        /// Rows.
        count: u32,
    },
    /// No such currency.
    UnknownCurrency,
    /// Cells beyond the last heading: the row has slipped.
    ExtraCells {
        /// Columns of the header row.
        expected: u16,
    },
    /// The document is cancelled or a draft.
    Cancelled,
    /// The layout was recognised but is not read in this release.
    LayoutNotRead {
        /// The layout.
        layout: Layout,
    },

    /// Amounts are already aged, and nothing says for which day.
    AgedDayUnknown,

    /// Amounts were already aged for a day: nothing else can be computed of them.
    AlreadyAged {
        /// The day.
        day: Day,
        /// The first column mixes what is late and what is not, and is taken for not late.
        mixed: bool,
    },
    /// Amounts were already aged for a day, and are compared with the items of the other files.
    AgedCompared {
        /// The day.
        day: Day,
        /// The first column mixes what is late and what is not.
        mixed: bool,
    },
    /// A list of customers was joined to the ledgers.
    CustomersJoined {
        /// Listed customers that have entries.
        matched: u32,
        /// Of them, those told by their name and not by their code.
        by_name: u32,
    },
    /// Listed customers without any entry.
    CustomersWithoutEntries {
        /// How many.
        count: u32,
    },
    /// Customers of the ledgers that no list has.
    CustomersNotListed {
        /// How many.
        count: u32,
    },
    /// A list of payments was joined to the invoices.
    PaymentsJoined {
        /// Payments that clear an invoice.
        matched: u32,
        /// Payments that clear none.
        unmatched: u32,
    },
    /// Payments that name no known invoice of their customer.
    PaymentsNotAllocated {
        /// How many.
        count: u32,
    },
    /// Kinds of documents nobody here knows, read by their sign.
    UnknownTypes {
        /// How many rows.
        count: u32,
    },
    /// Balances that are not the sum of their ages.
    AgesDoNotSum {
        /// How many rows.
        count: u32,
    },
    /// Due dates that could not be read; the rows were imported without them.
    UnreadableDueDates {
        /// How many rows.
        count: u32,
    },
    /// Due dates before the invoice date; kept as written.
    DueBeforeInvoice {
        /// How many rows.
        count: u32,
    },
    /// Payments dated before their invoice; kept as written.
    PaidBeforeInvoice {
        /// How many rows.
        count: u32,
    },
    /// The residual is not amount less payments; the residual was used.
    ResidualMismatch {
        /// How many rows.
        count: u32,
    },
    /// Nothing says what remains due of these documents, though a column does for others: their amounts count whole.
    ResidualMissing {
        /// How many rows.
        count: u32,
    },
    /// Invoices without any due date.
    NoDueDate {
        /// How many rows.
        count: u32,
    },
    /// Due dates computed from the default terms.
    DefaultTermsUsed {
        /// How many rows.
        count: u32,
    },
    /// Payment terms in words that could not be understood.
    UnreadTerms {
        /// How many rows.
        count: u32,
    },
    /// The table has no invoice date: the due date stands for it.
    InvoiceDateAssumed {
        /// How many rows.
        count: u32,
    },
    /// Credit limits that are no amount; the rows were read without them.
    UnreadableCreditLimits {
        /// How many rows.
        count: u32,
    },
    /// Payments whose day the file does not tell.
    UndatedPayments {
        /// How many rows.
        count: u32,
    },
    /// Rows without a customer of their own: they belong to the one named above them.
    CustomerFromAbove {
        /// How many rows.
        count: u32,
    },
    /// The total written in the file is not the total imported.
    ControlTotalDiffers {
        /// Currency of both.
        currency: Currency,
        /// Written in the file.
        stated: Amount,
        /// Imported.
        computed: Amount,
        /// Rows set aside, the likely reason.
        set_aside: u32,
    },
    /// Balances brought forward without a date: they bear the first day of the period.
    OpeningDayAssumed {
        /// How many rows.
        count: u32,
    },
    /// A sub-total that is not the sum of the rows above it.
    SubtotalDiffers {
        /// Currency of both.
        currency: Currency,
        /// Written in the file.
        stated: Amount,
        /// Sum of the rows above.
        computed: Amount,
    },
    /// Further sub-totals that are not the sum of the rows above them.
    MoreSubtotalsDiffer {
        /// How many.
        count: u32,
    },
    /// The file names no currency.
    CurrencyAssumed {
        /// The currency assumed.
        currency: Currency,
    },
    /// The table has no headings: its columns were known by what they hold.
    NoHeadings {
        /// What each column was taken for.
        columns: Vec<(u16, Field)>,
    },
    /// No column holds the numbers of documents.
    NoDocumentColumn {
        /// The column whose texts stand for them.
        instead: Option<Field>,
    },
    /// A column of money that is not read, where it may be what remains due.
    UnreadAmounts,
    /// The titles speak of what is owed to suppliers.
    Payables,
    /// Two columns have the same heading; the better one was used.
    DuplicateHeading,
    /// The sheet is hidden in the workbook.
    HiddenSheet,
    /// One row hidden in the workbook, left out at a person's word; told with the others.
    HiddenRow,
    /// Rows hidden in the workbook, left out at a person's word.
    HiddenRows {
        /// How many rows.
        count: u32,
        /// Their sums by currency, where their amounts can be read.
        amounts: Vec<(Currency, Amount)>,
    },
    /// Cells a person corrected before they were read.
    CorrectedCells {
        /// How many cells.
        count: u32,
    },
    /// Corrections of cells that no row of the table has.
    UnusedCorrections {
        /// How many cells.
        count: u32,
    },
    /// Rows set aside that clear others by their letters: what they cleared stays open.
    BrokenMatchGroups {
        /// How many rows.
        count: u32,
    },
    /// Characters nobody sees in codes or names of customers; left out.
    InvisibleCharacters {
        /// How many rows.
        count: u32,
    },
    /// Rows with cells beyond the last heading; kept.
    WideRows {
        /// How many rows.
        count: u32,
    },
    /// True dates never pass day 12 and texts always do: day and month were swapped on opening, and a person said
    /// what becomes of them.
    HalfSwappedDates {
        /// How many true dates.
        true_dates: u32,
        /// How many texts.
        texts: u32,
        /// Day and month were swapped back.
        restored: bool,
    },
    /// Dates with a year of two digits.
    TwoDigitYears {
        /// How many.
        count: u32,
    },
    /// Dates given as day numbers of a workbook, without a date format.
    DayNumbers {
        /// How many.
        count: u32,
        /// They count from 1904.
        from_1904: bool,
    },
    /// Some dates of a column prove one order, some the other; those that admit both are read in the order of most.
    MixedDateOrders {
        /// Dates that can only be day first.
        day_first: u32,
        /// Dates that can only be month first.
        month_first: u32,
        /// Dates that can be both.
        either: u32,
    },
    /// A column proves another order of dates than the others.
    ColumnDateOrder {
        /// Its order.
        order: DateOrder,
    },
    /// A column writes its amounts with another decimal mark than the others.
    ColumnDecimalMark {
        /// Its mark.
        decimal: DecimalMark,
    },
    /// Amounts rounded to their currency: what binary arithmetic left behind was dropped.
    FloatDust {
        /// How many.
        count: u32,
    },
    /// `1.234` read as the column suggests, without proof.
    LikelyAmounts {
        /// How many.
        count: u32,
    },
    /// Due dates more than a year after the invoice; kept as written.
    FarDueDates {
        /// How many rows.
        count: u32,
        /// Sum of their amounts.
        amount: Amount,
        /// Its currency, that of the first such row.
        currency: Currency,
    },
    /// Dates before 1990 or after 2100; kept as written.
    ImplausibleDates {
        /// How many rows.
        count: u32,
        /// Sum of their amounts.
        amount: Amount,
        /// Its currency, that of the first such row.
        currency: Currency,
    },
    /// Documents dated long after nearly all others.
    FutureDates {
        /// How many rows.
        count: u32,
        /// Sum of their amounts.
        amount: Amount,
        /// Its currency, that of the first such row.
        currency: Currency,
        /// Last day of the month by which nearly all documents are dated.
        after: Day,
    },
    /// A remark on a FEC.
    Fec(FecRemark),
}

impl DiagnosticKind {
    /// Takes one from the invoices counted without a due date of their own, and says how many are left.
    pub(crate) fn one_less(&mut self) -> Option<u32> {
        let (DiagnosticKind::NoDueDate { count } | DiagnosticKind::DefaultTermsUsed { count }) = self else {
            return None;
        };
        *count = count.saturating_sub(1);
        Some(*count)
    }

    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        match self {
            DiagnosticKind::UnreadableAmount { fault: NumberFault::TwoReadings } => "ambiguous-amount",
            DiagnosticKind::UnreadableAmount { .. } => "unreadable-amount",
            DiagnosticKind::TooPreciseAmount { .. } => "too-precise-amount",
            DiagnosticKind::TooLargeAmount => "too-large-amount",
            DiagnosticKind::MissingAmount => "missing-amount",
            DiagnosticKind::AmountOnBothSides => "amount-on-both-sides",
            DiagnosticKind::UnknownSide => "unknown-side",
            DiagnosticKind::UnreadableDate => "unreadable-date",
            DiagnosticKind::ImpossibleDate => "impossible-date",
            DiagnosticKind::MissingDate => "missing-date",
            DiagnosticKind::MissingCustomer => "missing-customer",
            DiagnosticKind::NotCustomerAccount | DiagnosticKind::OtherAccounts { .. } => "not-customer-account",
            DiagnosticKind::InvoiceLine | DiagnosticKind::InvoiceLines { .. } => "invoice-lines",
            DiagnosticKind::UnknownCurrency => "unknown-currency",
            DiagnosticKind::ExtraCells { .. } => "extra-cells",
            DiagnosticKind::Cancelled => "cancelled",
            DiagnosticKind::LayoutNotRead { .. } => "layout-not-read",
            DiagnosticKind::AgedDayUnknown => "aged-day-unknown",
            DiagnosticKind::AlreadyAged { .. } => "already-aged",
            DiagnosticKind::AgedCompared { .. } => "aged-compared",
            DiagnosticKind::CustomersJoined { .. } => "customers-joined",
            DiagnosticKind::CustomersWithoutEntries { .. } => "customers-without-entries",
            DiagnosticKind::CustomersNotListed { .. } => "customers-not-listed",
            DiagnosticKind::PaymentsJoined { .. } => "payments-joined",
            DiagnosticKind::PaymentsNotAllocated { .. } => "payments-not-allocated",
            DiagnosticKind::UnknownTypes { .. } => "unknown-types",
            DiagnosticKind::AgesDoNotSum { .. } => "ages-do-not-sum",
            DiagnosticKind::UnreadableDueDates { .. } => "unreadable-due-dates",
            DiagnosticKind::DueBeforeInvoice { .. } => "due-before-invoice",
            DiagnosticKind::PaidBeforeInvoice { .. } => "paid-before-invoice",
            DiagnosticKind::ResidualMismatch { .. } => "residual-mismatch",
            DiagnosticKind::ResidualMissing { .. } => "residual-missing",
            DiagnosticKind::NoDueDate { .. } => "no-due-date",
            DiagnosticKind::DefaultTermsUsed { .. } => "default-terms-used",
            DiagnosticKind::UnreadTerms { .. } => "unread-terms",
            DiagnosticKind::InvoiceDateAssumed { .. } => "invoice-date-assumed",
            DiagnosticKind::UnreadableCreditLimits { .. } => "unreadable-credit-limits",
            DiagnosticKind::UndatedPayments { .. } => "undated-payments",
            DiagnosticKind::CustomerFromAbove { .. } => "customer-from-above",
            DiagnosticKind::ControlTotalDiffers { .. } => "control-total-differs",
            DiagnosticKind::OpeningDayAssumed { .. } => "opening-day-assumed",
            DiagnosticKind::SubtotalDiffers { .. } => "subtotal-differs",
            DiagnosticKind::MoreSubtotalsDiffer { .. } => "more-subtotals-differ",
            DiagnosticKind::CurrencyAssumed { .. } => "currency-assumed",
            DiagnosticKind::NoHeadings { .. } => "no-headings",
            DiagnosticKind::NoDocumentColumn { .. } => "no-document-column",
            DiagnosticKind::UnreadAmounts => "unread-amounts",
            DiagnosticKind::Payables => "payables",
            DiagnosticKind::DuplicateHeading => "duplicate-heading",
            DiagnosticKind::HiddenSheet => "hidden-sheet",
            DiagnosticKind::HiddenRow | DiagnosticKind::HiddenRows { .. } => "hidden-rows",
            DiagnosticKind::CorrectedCells { .. } => "corrected-cells",
            DiagnosticKind::UnusedCorrections { .. } => "unused-corrections",
            DiagnosticKind::BrokenMatchGroups { .. } => "broken-match-groups",
            DiagnosticKind::InvisibleCharacters { .. } => "invisible-characters",
            DiagnosticKind::WideRows { .. } => "wide-rows",
            DiagnosticKind::HalfSwappedDates { .. } => "half-swapped-dates",
            DiagnosticKind::Fec(remark) => remark.code(),
            DiagnosticKind::TwoDigitYears { .. } => "two-digit-years",
            DiagnosticKind::DayNumbers { .. } => "day-numbers",
            DiagnosticKind::MixedDateOrders { .. } => "mixed-date-orders",
            DiagnosticKind::ColumnDateOrder { .. } => "column-date-order",
            DiagnosticKind::ColumnDecimalMark { .. } => "column-decimal-mark",
            DiagnosticKind::FloatDust { .. } => "float-dust",
            DiagnosticKind::LikelyAmounts { .. } => "likely-amounts",
            DiagnosticKind::FarDueDates { .. } => "far-due-dates",
            DiagnosticKind::ImplausibleDates { .. } => "implausible-dates",
            DiagnosticKind::FutureDates { .. } => "future-dates",
        }
    }

    /// How much it matters. A row of another account was never a receivable: its absence is no error.
    pub const fn severity(&self) -> Severity {
        match self {
            DiagnosticKind::Fec(remark) => remark.severity(),
            DiagnosticKind::UnreadableAmount { .. }
            | DiagnosticKind::TooPreciseAmount { .. }
            | DiagnosticKind::TooLargeAmount
            | DiagnosticKind::MissingAmount
            | DiagnosticKind::AmountOnBothSides
            | DiagnosticKind::UnknownSide
            | DiagnosticKind::UnreadableDate
            | DiagnosticKind::ImpossibleDate
            | DiagnosticKind::MissingDate
            | DiagnosticKind::MissingCustomer
            | DiagnosticKind::UnknownCurrency
            | DiagnosticKind::ExtraCells { .. }
            | DiagnosticKind::AgedDayUnknown
            | DiagnosticKind::LayoutNotRead { .. } => Severity::Error,
            DiagnosticKind::AlreadyAged { .. }
            | DiagnosticKind::AgedCompared { .. }
            | DiagnosticKind::UnknownTypes { .. }
            | DiagnosticKind::UnreadAmounts
            | DiagnosticKind::Payables
            | DiagnosticKind::AgesDoNotSum { .. }
            | DiagnosticKind::CustomersNotListed { .. }
            | DiagnosticKind::PaymentsNotAllocated { .. }
            | DiagnosticKind::UnreadableDueDates { .. }
            | DiagnosticKind::DueBeforeInvoice { .. }
            | DiagnosticKind::PaidBeforeInvoice { .. }
            | DiagnosticKind::ResidualMismatch { .. }
            | DiagnosticKind::ResidualMissing { .. }
            | DiagnosticKind::NoDueDate { .. }
            | DiagnosticKind::UnreadTerms { .. }
            | DiagnosticKind::UnreadableCreditLimits { .. }
            | DiagnosticKind::InvoiceDateAssumed { .. }
            | DiagnosticKind::ControlTotalDiffers { .. }
            | DiagnosticKind::SubtotalDiffers { .. }
            | DiagnosticKind::MoreSubtotalsDiffer { .. }
            | DiagnosticKind::UnusedCorrections { .. }
            | DiagnosticKind::BrokenMatchGroups { .. }
            | DiagnosticKind::InvisibleCharacters { .. }
            | DiagnosticKind::WideRows { .. }
            | DiagnosticKind::HalfSwappedDates { .. }
            | DiagnosticKind::MixedDateOrders { .. }
            | DiagnosticKind::ColumnDateOrder { .. }
            | DiagnosticKind::ColumnDecimalMark { .. }
            | DiagnosticKind::LikelyAmounts { .. }
            | DiagnosticKind::FarDueDates { .. }
            | DiagnosticKind::ImplausibleDates { .. }
            | DiagnosticKind::NoHeadings { .. }
            | DiagnosticKind::NoDocumentColumn { instead: None }
            | DiagnosticKind::FutureDates { .. } => Severity::Warning,
            DiagnosticKind::NotCustomerAccount
            | DiagnosticKind::OtherAccounts { .. }
            | DiagnosticKind::Cancelled
            | DiagnosticKind::DefaultTermsUsed { .. }
            | DiagnosticKind::CustomersJoined { .. }
            | DiagnosticKind::CustomersWithoutEntries { .. }
            | DiagnosticKind::PaymentsJoined { .. }
            | DiagnosticKind::OpeningDayAssumed { .. }
            | DiagnosticKind::UndatedPayments { .. }
            | DiagnosticKind::CustomerFromAbove { .. }
            | DiagnosticKind::CurrencyAssumed { .. }
            | DiagnosticKind::CorrectedCells { .. }
            | DiagnosticKind::DuplicateHeading
            | DiagnosticKind::NoDocumentColumn { instead: Some(_) }
            | DiagnosticKind::TwoDigitYears { .. }
            | DiagnosticKind::DayNumbers { .. }
            | DiagnosticKind::FloatDust { .. }
            | DiagnosticKind::InvoiceLine
            | DiagnosticKind::InvoiceLines { .. }
            | DiagnosticKind::HiddenRow
            | DiagnosticKind::HiddenRows { .. }
            | DiagnosticKind::HiddenSheet => Severity::Info,
        }
    }
}

impl Diagnostic {
    /// A diagnostic about a whole table or several rows.
    pub(crate) fn about(kind: DiagnosticKind, at: Option<Source>) -> Diagnostic {
        Diagnostic { severity: kind.severity(), kind, at, column: None, seen: None }
    }

    /// Rows set aside for this reason.
    pub const fn rows(&self) -> u32 {
        match self.kind {
            DiagnosticKind::OtherAccounts { count } | DiagnosticKind::InvoiceLines { count } => count,
            _ => 1,
        }
    }

    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// What was probably meant, for a person to confirm.
    pub fn proposal(&self) -> Option<&str> {
        match &self.kind {
            DiagnosticKind::UnreadableAmount { fault: NumberFault::LookAlike(proposal) } => Some(proposal),
            _ => None,
        }
    }
}

/// Remarks that repeat from row to row: counted, with the first place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Note {
    AgesDoNotSum,
    UnreadableDueDate,
    DueBeforeInvoice,
    PaidBeforeInvoice,
    ResidualMismatch,
    ResidualMissing,
    LabelDueDate,
    NoDueDate,
    DefaultTermsUsed,
    UnreadTerms,
    UnreadableCreditLimit,
    InvoiceDateAssumed,
    UndatedPayment,
    CustomerFromAbove,
    OpeningDayAssumed,
    MoreSubtotalsDiffer,
    BrokenMatchGroup,
    InvisibleCharacters,
    WideRow,
    CorrectedCell,
    FloatDust,
    LikelyAmount,
}

impl Note {
    pub(crate) const fn kind(self, count: u32) -> DiagnosticKind {
        match self {
            Note::AgesDoNotSum => DiagnosticKind::AgesDoNotSum { count },
            Note::UnreadableDueDate => DiagnosticKind::UnreadableDueDates { count },
            Note::DueBeforeInvoice => DiagnosticKind::DueBeforeInvoice { count },
            Note::PaidBeforeInvoice => DiagnosticKind::PaidBeforeInvoice { count },
            Note::ResidualMismatch => DiagnosticKind::ResidualMismatch { count },
            Note::ResidualMissing => DiagnosticKind::ResidualMissing { count },
            Note::LabelDueDate => DiagnosticKind::Fec(FecRemark::LabelDueDates { count }),
            Note::NoDueDate => DiagnosticKind::NoDueDate { count },
            Note::DefaultTermsUsed => DiagnosticKind::DefaultTermsUsed { count },
            Note::UnreadTerms => DiagnosticKind::UnreadTerms { count },
            Note::UnreadableCreditLimit => DiagnosticKind::UnreadableCreditLimits { count },
            Note::InvoiceDateAssumed => DiagnosticKind::InvoiceDateAssumed { count },
            Note::UndatedPayment => DiagnosticKind::UndatedPayments { count },
            Note::CustomerFromAbove => DiagnosticKind::CustomerFromAbove { count },
            Note::OpeningDayAssumed => DiagnosticKind::OpeningDayAssumed { count },
            Note::MoreSubtotalsDiffer => DiagnosticKind::MoreSubtotalsDiffer { count },
            Note::BrokenMatchGroup => DiagnosticKind::BrokenMatchGroups { count },
            Note::InvisibleCharacters => DiagnosticKind::InvisibleCharacters { count },
            Note::WideRow => DiagnosticKind::WideRows { count },
            Note::CorrectedCell => DiagnosticKind::CorrectedCells { count },
            Note::FloatDust => DiagnosticKind::FloatDust { count },
            Note::LikelyAmount => DiagnosticKind::LikelyAmounts { count },
        }
    }
}
