//! Remarks that repeat from row to row.

use super::DiagnosticKind;
use crate::fec::FecRemark;

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
    DueDayFromAges,
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
            Note::DueDayFromAges => DiagnosticKind::DueDaysFromAges { count },
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
