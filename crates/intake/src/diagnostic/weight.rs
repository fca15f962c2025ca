//! The identifier of each diagnostic in the contract, and how much it matters.

use super::{DiagnosticKind, Severity};
use crate::number::NumberFault;

impl DiagnosticKind {
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
            DiagnosticKind::BalanceWithoutAges { .. } => "balance-without-ages",
            DiagnosticKind::AgedCompared { .. } => "aged-compared",
            DiagnosticKind::CustomersJoined { .. } => "customers-joined",
            DiagnosticKind::CustomersWithoutEntries { .. } => "customers-without-entries",
            DiagnosticKind::CustomersNotListed { .. } => "customers-not-listed",
            DiagnosticKind::FilesOverlap { .. } => "files-overlap",
            DiagnosticKind::ReadAsPayments => "read-as-payments",
            DiagnosticKind::CurrencyOfOthers { .. } => "currency-of-others",
            DiagnosticKind::CodesUnified { .. } => "codes-unified",
            DiagnosticKind::CodesBehindRoot { .. } => "codes-behind-root",
            DiagnosticKind::MayBePayments { .. } => "may-be-payments",
            DiagnosticKind::MoneyOut => "money-out",
            DiagnosticKind::PaidBeforeBalance { .. } => "paid-before-balance",
            DiagnosticKind::PaymentsJoined { .. } => "payments-joined",
            DiagnosticKind::CreditNotesJoined { .. } => "credit-notes-joined",
            DiagnosticKind::PaymentsNotAllocated { .. } => "payments-not-allocated",
            DiagnosticKind::UnknownTypes { .. } => "unknown-types",
            DiagnosticKind::UnknownStates { .. } => "unknown-states",
            DiagnosticKind::AgesDoNotSum { .. } => "ages-do-not-sum",
            DiagnosticKind::UnreadableDueDates { .. } => "unreadable-due-dates",
            DiagnosticKind::DueBeforeInvoice { .. } => "due-before-invoice",
            DiagnosticKind::PaidBeforeInvoice { .. } => "paid-before-invoice",
            DiagnosticKind::ResidualMismatch { .. } => "residual-mismatch",
            DiagnosticKind::ResidualMissing { .. } => "residual-missing",
            DiagnosticKind::NoDueDate { .. } => "no-due-date",
            DiagnosticKind::DueDaysFromAges { .. } => "due-dates-from-ages",
            DiagnosticKind::AgesUnused { .. } => "ages-unused",
            DiagnosticKind::DefaultTermsUsed { .. } => "default-terms-used",
            DiagnosticKind::UnreadTerms { .. } => "unread-terms",
            DiagnosticKind::InvoiceDateAssumed { .. } => "invoice-date-assumed",
            DiagnosticKind::UnreadableCreditLimits { .. } => "unreadable-credit-limits",
            DiagnosticKind::UndatedPayments { .. } => "undated-payments",
            DiagnosticKind::CustomerFromAbove { .. } => "customer-from-above",
            DiagnosticKind::CustomerFromTotal { .. } => "customer-from-total",
            DiagnosticKind::ControlTotalDiffers { .. } => "control-total-differs",
            DiagnosticKind::OpeningDayAssumed { .. } => "opening-day-assumed",
            DiagnosticKind::SubtotalDiffers { .. } => "subtotal-differs",
            DiagnosticKind::MoreSubtotalsDiffer { .. } => "more-subtotals-differ",
            DiagnosticKind::CurrencyAssumed { .. } => "currency-assumed",
            DiagnosticKind::NoHeadings { .. } => "no-headings",
            DiagnosticKind::NoDocumentColumn { .. } => "no-document-column",
            DiagnosticKind::UnreadAmounts => "unread-amounts",
            DiagnosticKind::DocumentCurrenciesUnread => "document-currencies-unread",
            DiagnosticKind::UnreadSide => "unread-side",
            DiagnosticKind::ListedBalance => "listed-balance",
            DiagnosticKind::UnreadMails { .. } => "unread-mails",
            DiagnosticKind::UnreadMarks { .. } => "unread-marks",
            DiagnosticKind::UnreadRemarks { .. } => "unread-remarks",
            DiagnosticKind::MatchedAlone { .. } => "matched-alone",
            DiagnosticKind::ColoursExplained => "colours-explained",
            DiagnosticKind::TakenByContent { .. } => "taken-by-content",
            DiagnosticKind::NothingSaysPaid { .. } => "nothing-says-paid",
            DiagnosticKind::PartlyPaid => "partly-paid",
            DiagnosticKind::CustomerOfTable => "customer-of-table",
            DiagnosticKind::EarlierBalances { .. } => "earlier-balances",
            DiagnosticKind::Payables => "payables",
            DiagnosticKind::NotInvoiced => "not-invoiced",
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
            | DiagnosticKind::BalanceWithoutAges { .. }
            | DiagnosticKind::AgedCompared { .. }
            | DiagnosticKind::UnknownTypes { .. }
            | DiagnosticKind::UnknownStates { .. }
            | DiagnosticKind::UnreadAmounts
            | DiagnosticKind::UnreadSide
            | DiagnosticKind::UnreadMarks { .. }
            | DiagnosticKind::UnreadMails { used: None }
            | DiagnosticKind::UnreadRemarks { .. }
            | DiagnosticKind::MatchedAlone { .. }
            | DiagnosticKind::ColoursExplained
            | DiagnosticKind::TakenByContent { .. }
            | DiagnosticKind::NothingSaysPaid { .. }
            | DiagnosticKind::PartlyPaid
            | DiagnosticKind::CustomerOfTable
            | DiagnosticKind::Payables
            | DiagnosticKind::NotInvoiced
            | DiagnosticKind::FilesOverlap { .. }
            | DiagnosticKind::AgesDoNotSum { .. }
            | DiagnosticKind::CustomersNotListed { .. }
            | DiagnosticKind::ReadAsPayments
            | DiagnosticKind::MayBePayments { .. }
            | DiagnosticKind::PaymentsNotAllocated { .. }
            | DiagnosticKind::UnreadableDueDates { .. }
            | DiagnosticKind::DueBeforeInvoice { .. }
            | DiagnosticKind::PaidBeforeInvoice { .. }
            | DiagnosticKind::ResidualMismatch { .. }
            | DiagnosticKind::ResidualMissing { .. }
            | DiagnosticKind::NoDueDate { .. }
            | DiagnosticKind::DueDaysFromAges { .. }
            | DiagnosticKind::AgesUnused { .. }
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
            | DiagnosticKind::CreditNotesJoined { .. }
            | DiagnosticKind::CurrencyOfOthers { .. }
            | DiagnosticKind::MoneyOut
            | DiagnosticKind::PaidBeforeBalance { .. }
            | DiagnosticKind::CodesUnified { .. }
            | DiagnosticKind::CodesBehindRoot { .. }
            | DiagnosticKind::OpeningDayAssumed { .. }
            | DiagnosticKind::DocumentCurrenciesUnread
            | DiagnosticKind::ListedBalance
            | DiagnosticKind::UnreadMails { used: Some(_) }
            | DiagnosticKind::EarlierBalances { .. }
            | DiagnosticKind::UndatedPayments { .. }
            | DiagnosticKind::CustomerFromAbove { .. }
            | DiagnosticKind::CustomerFromTotal { .. }
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
