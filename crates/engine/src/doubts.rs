//! What the reading leaves for a person to look at before the figures are used: what may be missing from them, stand in
//! them twice or not belong to them.

use crate::left_files::{LeftFile, WhyLeft};
use crate::reading::ReadFile;
use intake::{DiagnosticKind, Severity};
use text::Language;

/// How much there is of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doubts {
    /// Rows set aside that should count: neither left out by a choice nor of somebody else's account.
    missing_rows: u32,
    /// Sheets that look like receivables and are not read.
    unread_sheets: u32,
    /// Files that came with those that are read and that nobody asked to leave; one that is the same as another is no loss.
    unread_files: u32,
    /// Files that repeat documents of others.
    overlapping_files: u32,
    /// Files whose debts may be payments.
    doubtful_debts: u32,
    /// Files that do not tell what was paid.
    untold_payments: u32,
    /// Totals that a file states and that differ from what was read of it.
    differing_totals: u32,
}

impl Doubts {
    /// Those of files as they were read, and of the files left beside them.
    pub(crate) fn of(files: &[ReadFile], left: &[LeftFile]) -> Doubts {
        let count = |told: fn(&DiagnosticKind) -> bool| {
            let said = files.iter().flat_map(|file| &file.intake.diagnostics);
            said.filter(|diagnostic| told(&diagnostic.kind)).count() as u32
        };
        let set_aside = files.iter().flat_map(|file| &file.intake.set_aside);
        let sheets = files.iter().flat_map(|file| &file.left_sheets);
        let unread = |left: &&LeftFile| !matches!(left.why, WhyLeft::SameAs(_) | WhyLeft::Asked);
        Doubts {
            missing_rows: set_aside.filter(|row| row.kind.severity() == Severity::Error).map(|row| row.rows()).sum(),
            unread_sheets: sheets.filter(|(_, why)| why.may_belong()).count() as u32,
            unread_files: left.iter().filter(unread).count() as u32,
            overlapping_files: count(|kind| matches!(kind, DiagnosticKind::FilesOverlap { .. })),
            doubtful_debts: count(|kind| matches!(kind, DiagnosticKind::MayBePayments { .. })),
            untold_payments: count(|kind| matches!(kind, DiagnosticKind::NothingSaysPaid { .. })),
            differing_totals: count(|kind| matches!(kind, DiagnosticKind::ControlTotalDiffers { .. })),
        }
    }

    /// Each in a sentence.
    pub(crate) fn sentences(&self, language: Language) -> Vec<String> {
        let told = [
            (self.missing_rows, language.doubt_set_aside(self.missing_rows)),
            (self.differing_totals, language.doubt_differing_totals(self.differing_totals)),
            (self.unread_sheets, language.doubt_unread_sheets(self.unread_sheets)),
            (self.unread_files, language.doubt_unread_files(self.unread_files)),
            (self.overlapping_files, language.doubt_overlapping_files(self.overlapping_files)),
            (self.doubtful_debts, language.doubt_debts(self.doubtful_debts)),
            (self.untold_payments, language.doubt_untold_payments(self.untold_payments)),
        ];
        told.into_iter().filter(|(count, _)| *count > 0).map(|(_, sentence)| sentence).collect()
    }
}
