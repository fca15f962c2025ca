//! The sentence of each remark on a FEC. The words are `text`'s; only the choice is here.

use super::FecRemark;
use text::Language;

impl FecRemark {
    /// Where, what was seen, what was done, what to do. `at` is a place made by [`Language::place_in_file`].
    pub(crate) fn sentence(&self, language: Language, at: &str, seen: &str) -> String {
        match self {
            FecRemark::UnbalancedFile { debit, credit, currency } => {
                language.fec_unbalanced_file(at, *debit, *credit, *currency)
            }
            FecRemark::UnbalancedEntries(share) => {
                language.fec_unbalanced_entries(at, share.count, share.amount, share.currency)
            }
            FecRemark::EntriesNotChecked => language.fec_entries_not_checked(at),
            FecRemark::LinesNotChecked { count } => language.fec_lines_not_checked(at, *count),
            FecRemark::ClassTotal { class, share } => {
                language.account_class_total(at, class.root(), share.count, share.amount, share.currency)
            }
            FecRemark::ClassTotalDiffers { class, share, imported } => {
                let figures = [share.amount, *imported];
                language.account_class_differs(at, class.root(), share.count, figures, share.currency)
            }
            FecRemark::NoOwnCustomer(share) => language.no_own_customer(at, share.count, share.amount, share.currency),
            FecRemark::UnbalancedLetters { share, rows } => {
                language.unbalanced_letters(at, seen, share.count, (share.amount, share.currency), rows)
            }
            FecRemark::SingleLetters { share, rows } => {
                language.single_letters(at, seen, share.count, (share.amount, share.currency), rows)
            }
            FecRemark::PartialLetters(share) => {
                language.partial_letters(at, seen, share.count, share.amount, share.currency)
            }
            FecRemark::CompletePartialLetters { count } => language.complete_partial_letters(at, seen, *count),
            FecRemark::Openings(share) => language.opening_entries(at, share.count, share.amount, share.currency),
            FecRemark::OpeningDatesLost(share) => {
                language.opening_dates_lost(at, share.count, share.amount, share.currency)
            }
            FecRemark::LabelDueDates { count } => language.label_due_dates(at, *count),
            FecRemark::DueDatesJoined { found, missing, split, several } => {
                language.due_dates_joined(at, [*found, *missing, *split, *several])
            }
            FecRemark::NoPostingDay { count } => language.no_posting_day(at, *count),
            FecRemark::EstimatedTerms { share, customers, percent } => {
                let figures = (share.amount, share.currency);
                language.estimated_terms(at, share.count, *customers, figures, *percent)
            }
            FecRemark::YearsJoined(share) => language.years_joined(at, share.count, share.amount, share.currency),
            FecRemark::OpeningDiffers(share) => language.opening_differs(at, share.count, share.amount, share.currency),
            FecRemark::YearsNotJoined => language.years_not_joined(at),
            FecRemark::YearsApart { until, from } => language.years_apart(at, *until, *from),
            FecRemark::YearsOverlap { from, until } => language.years_overlap(at, *from, *until),
            FecRemark::NameAgrees { siren, closing } => language.file_name_agrees(at, siren, *closing),
            FecRemark::NameSirenInvalid { siren } => language.file_name_siren(at, siren),
            FecRemark::NameClosingDiffers { closing, last } => language.file_name_closing(at, *closing, *last),
        }
    }
}
