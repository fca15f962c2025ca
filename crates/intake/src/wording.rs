//! The sentence of each diagnostic, in the language of the reader. The words are `text`'s; only the choice is here.

use crate::Field;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::item_ages::AgesUnused;
use crate::number::NumberFault;
use text::Language;

impl Diagnostic {
    /// Where, what was seen, what was done, what to do. `sheet` is the name of the table's sheet, if it has one.
    pub fn sentence(&self, language: Language, file: &str, sheet: Option<&str>) -> String {
        let row = self.at.map(|source| source.row);
        let header = self.column.as_ref().map(|column| column.header.as_str()).filter(|header| !header.is_empty());
        let at = language.place_in_file(file, sheet, row, header);
        let at = at.as_str();
        let seen = self.seen.as_deref().unwrap_or_default();
        match &self.kind {
            DiagnosticKind::UnreadableAmount { fault } => match fault {
                NumberFault::LookAlike(proposal) => language.set_aside_look_alike(at, seen, proposal),
                NumberFault::Percent => language.set_aside_percent(at, seen),
                NumberFault::TwoReadings => language.set_aside_two_readings(at, seen),
                NumberFault::Other => language.set_aside_unreadable_amount(at, seen),
            },
            DiagnosticKind::TooPreciseAmount { decimals } => language.set_aside_too_precise_amount(at, seen, *decimals),
            DiagnosticKind::TooLargeAmount => language.set_aside_too_large_amount(at, seen),
            DiagnosticKind::MissingAmount => language.set_aside_missing_amount(at),
            DiagnosticKind::AmountOnBothSides => language.set_aside_amount_on_both_sides(at, seen),
            DiagnosticKind::UnknownSide => language.set_aside_unknown_side(at, seen),
            DiagnosticKind::UnreadableDate => language.set_aside_unreadable_date(at, seen),
            DiagnosticKind::ImpossibleDate => language.set_aside_impossible_date(at, seen),
            DiagnosticKind::MissingDate => language.set_aside_missing_date(at),
            DiagnosticKind::MissingCustomer => language.set_aside_missing_customer(at),
            DiagnosticKind::NotCustomerAccount => language.set_aside_not_customer_account(at, seen),
            DiagnosticKind::OtherAccounts { count } => language.set_aside_other_accounts(at, seen, *count),
            DiagnosticKind::UnknownCurrency => language.set_aside_unknown_currency(at, seen),
            DiagnosticKind::ExtraCells { expected } => language.set_aside_extra_cells(at, *expected),
            DiagnosticKind::Cancelled => language.set_aside_cancelled(at, seen),
            DiagnosticKind::LayoutNotRead { layout } => language.set_aside_layout_not_read(at, layout.key()),
            DiagnosticKind::AgedDayUnknown => language.set_aside_aged_day_unknown(at),
            DiagnosticKind::AlreadyAged { day, mixed } => language.remark_already_aged(at, *day, *mixed),
            DiagnosticKind::BalanceWithoutAges { day } => language.remark_balance_without_ages(at, *day),
            DiagnosticKind::AgedCompared { day, mixed } => language.remark_aged_compared(at, *day, *mixed),
            DiagnosticKind::CustomersJoined { matched, by_name } => {
                language.remark_customers_joined(at, *matched, *by_name)
            }
            DiagnosticKind::CustomersWithoutEntries { count } => {
                language.remark_customers_without_entries(at, seen, *count)
            }
            DiagnosticKind::CustomersNotListed { count } => language.remark_customers_not_listed(at, seen, *count),
            DiagnosticKind::FilesOverlap { count } => language.remark_files_overlap(at, *count),
            DiagnosticKind::ReadAsPayments => language.remark_read_as_payments(at, seen),
            DiagnosticKind::PaymentsJoined { matched, unmatched } => {
                language.remark_payments_joined(at, *matched, *unmatched)
            }
            DiagnosticKind::CreditNotesJoined { matched, unmatched } => {
                language.remark_credit_notes_joined(at, *matched, *unmatched)
            }
            DiagnosticKind::PaymentsNotAllocated { count } => language.remark_payments_not_allocated(at, seen, *count),
            DiagnosticKind::UnknownTypes { count } => language.remark_unknown_types(at, seen, *count),
            DiagnosticKind::UnknownStates { count } => language.remark_unknown_states(at, seen, *count),
            DiagnosticKind::AgesDoNotSum { count } => language.remark_ages_do_not_sum(at, seen, *count),
            DiagnosticKind::UnreadableDueDates { count } => language.remark_unreadable_due_dates(at, seen, *count),
            DiagnosticKind::DueBeforeInvoice { count } => language.remark_due_before_invoice(at, seen, *count),
            DiagnosticKind::PaidBeforeInvoice { count } => language.remark_paid_before_invoice(at, seen, *count),
            DiagnosticKind::ResidualMismatch { count } => language.remark_residual_mismatch(at, seen, *count),
            DiagnosticKind::ResidualMissing { count } => language.remark_residual_missing(at, *count),
            DiagnosticKind::NoDueDate { count } => language.remark_no_due_date(at, *count),
            DiagnosticKind::DueDaysFromAges { count } => language.remark_due_dates_from_ages(at, *count),
            DiagnosticKind::AgesUnused { why } => match why {
                AgesUnused::DayUnknown => language.remark_ages_of_no_day(at, seen),
                AgesUnused::OfDocuments => language.remark_ages_of_documents(at, seen),
                AgesUnused::Unclear => language.remark_ages_unclear(at, seen),
            },
            DiagnosticKind::DefaultTermsUsed { count } => language.remark_default_terms_used(at, *count),
            DiagnosticKind::UnreadTerms { count } => language.remark_unread_terms(at, seen, *count),
            DiagnosticKind::UnreadableCreditLimits { count } => {
                language.remark_unreadable_credit_limits(at, seen, *count)
            }
            DiagnosticKind::InvoiceDateAssumed { count } => language.remark_invoice_date_assumed(at, *count),
            DiagnosticKind::UndatedPayments { count } => language.remark_undated_payments(at, *count),
            DiagnosticKind::CustomerFromAbove { count } => language.remark_customer_from_above(at, *count),
            DiagnosticKind::CustomerFromTotal { count } => language.remark_customer_from_total(at, *count),
            DiagnosticKind::ControlTotalDiffers { currency, stated, computed, set_aside } => {
                language.remark_control_total(at, *currency, *stated, *computed, *set_aside)
            }
            DiagnosticKind::OpeningDayAssumed { count } => language.remark_opening_day_assumed(at, *count),
            DiagnosticKind::SubtotalDiffers { currency, stated, computed } => {
                language.remark_subtotal_differs(at, seen, *currency, *stated, *computed)
            }
            DiagnosticKind::MoreSubtotalsDiffer { count } => language.remark_more_subtotals_differ(at, seen, *count),
            DiagnosticKind::CurrencyAssumed { currency } => match seen {
                "" => language.remark_currency_assumed(at, *currency),
                sign => language.remark_shared_currency(at, sign, *currency),
            },
            DiagnosticKind::CurrencyOfOthers { currency } => language.remark_currency_of_others(at, *currency),
            DiagnosticKind::CodesUnified { count } => language.remark_codes_unified(at, seen, *count),
            DiagnosticKind::CodesBehindRoot { count } => language.remark_codes_behind_root(at, seen, *count),
            DiagnosticKind::MayBePayments { count } => language.remark_may_be_payments(at, *count),
            DiagnosticKind::PaidBeforeBalance { day } => language.set_aside_paid_before_balance(at, *day),
            DiagnosticKind::MoneyOut => language.set_aside_money_out(at, seen),
            DiagnosticKind::UnreadAmounts => language.remark_unread_amounts(at),
            DiagnosticKind::DocumentCurrenciesUnread => language.remark_document_currencies_unread(at, seen),
            DiagnosticKind::UnreadSide => language.remark_unread_side(at, seen),
            DiagnosticKind::ListedBalance => language.remark_listed_balance(at),
            DiagnosticKind::UnreadMails { used } => language.remark_unread_mails(at, used.as_deref()),
            DiagnosticKind::UnreadMarks { marked, rows } => language.remark_unread_marks(at, seen, *marked, *rows),
            DiagnosticKind::UnreadRemarks { disputes, promises, sampled } => {
                language.remark_unread_remarks(at, seen, (*disputes, *promises), *sampled)
            }
            DiagnosticKind::MatchedAlone { count } => language.remark_matched_alone(at, *count),
            DiagnosticKind::ColoursExplained => language.remark_colours_explained(at, seen),
            DiagnosticKind::TakenByContent { field } => language.remark_taken_by_content(at, seen, field.key()),
            DiagnosticKind::NothingSaysPaid { books } => language.remark_nothing_says_paid(at, *books),
            DiagnosticKind::PartlyPaid => language.remark_partly_paid(at, seen),
            DiagnosticKind::CustomerOfTable => language.remark_customer_of_table(at, seen),
            DiagnosticKind::EarlierBalances { left } => language.remark_earlier_balances(at, seen, left),
            DiagnosticKind::Payables => language.remark_payables(at, seen),
            DiagnosticKind::NotInvoiced => language.remark_not_invoiced(at, seen),
            DiagnosticKind::DuplicateHeading => language.remark_duplicate_heading(at),
            DiagnosticKind::NoHeadings { columns } => {
                let columns = columns.iter().map(|(column, field)| (*column, field.key()));
                language.remark_no_headings(at, columns)
            }
            DiagnosticKind::NoDocumentColumn { instead } => {
                language.remark_no_document_column(at, instead.map(Field::key))
            }
            DiagnosticKind::HiddenSheet => language.remark_hidden_sheet_read(at),
            DiagnosticKind::InvoiceLine => language.set_aside_invoice_lines(at, 1),
            DiagnosticKind::InvoiceLines { count } => language.set_aside_invoice_lines(at, *count),
            DiagnosticKind::HiddenRow => language.remark_hidden_rows(at, 1, &[]),
            DiagnosticKind::HiddenRows { count, amounts } => language.remark_hidden_rows(at, *count, amounts),
            DiagnosticKind::CorrectedCells { count } => language.remark_corrected_cells(at, seen, *count),
            DiagnosticKind::UnusedCorrections { count } => language.remark_unused_corrections(at, *count),
            DiagnosticKind::BrokenMatchGroups { count } => language.remark_broken_match_groups(at, seen, *count),
            DiagnosticKind::InvisibleCharacters { count } => language.remark_invisible_characters(at, *count),
            DiagnosticKind::WideRows { count } => language.remark_wide_rows(at, *count),
            DiagnosticKind::HalfSwappedDates { true_dates, texts, restored } => {
                language.remark_half_swapped_dates(at, *true_dates, *texts, *restored)
            }
            DiagnosticKind::TwoDigitYears { count } => language.remark_two_digit_years(at, seen, *count),
            DiagnosticKind::DayNumbers { count, from_1904 } => language.remark_day_numbers(at, *count, *from_1904),
            DiagnosticKind::MixedDateOrders { day_first, month_first, either } => {
                language.remark_mixed_date_orders(at, *day_first, *month_first, *either)
            }
            DiagnosticKind::ColumnDateOrder { order } => language.remark_column_date_order(at, order.key()),
            DiagnosticKind::ColumnDecimalMark { decimal } => {
                language.remark_column_decimal_mark(at, decimal.character())
            }
            DiagnosticKind::FloatDust { count } => language.remark_float_dust(at, seen, *count),
            DiagnosticKind::LikelyAmounts { count } => language.remark_likely_amounts(at, seen, *count),
            DiagnosticKind::FarDueDates { count, amount, currency } => {
                language.remark_far_due_dates(at, *count, *amount, *currency)
            }
            DiagnosticKind::ImplausibleDates { count, amount, currency } => {
                language.remark_implausible_dates(at, *count, *amount, *currency)
            }
            DiagnosticKind::FutureDates { count, amount, currency, after } => {
                language.remark_future_dates(at, *count, *amount, *currency, *after)
            }
            DiagnosticKind::Fec(remark) => remark.sentence(language, at, seen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Column;
    use crate::fec::{FecRemark, Share};
    use crate::mapping::{DateOrder, DecimalMark, Layout};
    use values::{Amount, Currency, Day, FileIndex, Source, TableIndex};

    /// One of each kind.
    fn kinds() -> Vec<DiagnosticKind> {
        let (count, currency) = (2, Currency::EUR);
        let (stated, computed) = (Amount::from_minor(100), Amount::from_minor(50));
        vec![
            DiagnosticKind::UnreadableAmount { fault: NumberFault::Other },
            DiagnosticKind::UnreadableAmount { fault: NumberFault::LookAlike("1 200,00".to_owned()) },
            DiagnosticKind::UnreadableAmount { fault: NumberFault::Percent },
            DiagnosticKind::UnreadableAmount { fault: NumberFault::TwoReadings },
            DiagnosticKind::TooPreciseAmount { decimals: 2 },
            DiagnosticKind::TooLargeAmount,
            DiagnosticKind::MissingAmount,
            DiagnosticKind::AmountOnBothSides,
            DiagnosticKind::UnknownSide,
            DiagnosticKind::UnreadableDate,
            DiagnosticKind::ImpossibleDate,
            DiagnosticKind::MissingDate,
            DiagnosticKind::MissingCustomer,
            DiagnosticKind::NotCustomerAccount,
            DiagnosticKind::OtherAccounts { count },
            DiagnosticKind::UnknownCurrency,
            DiagnosticKind::ExtraCells { expected: 4 },
            DiagnosticKind::Cancelled,
            DiagnosticKind::LayoutNotRead { layout: Layout::AgedBalance },
            DiagnosticKind::LayoutNotRead { layout: Layout::BankStatement },
            DiagnosticKind::LayoutNotRead { layout: Layout::Customers },
            DiagnosticKind::AgedDayUnknown,
            DiagnosticKind::AlreadyAged { day: Day::EPOCH, mixed: false },
            DiagnosticKind::BalanceWithoutAges { day: Day::EPOCH },
            DiagnosticKind::AlreadyAged { day: Day::EPOCH, mixed: true },
            DiagnosticKind::AgedCompared { day: Day::EPOCH, mixed: true },
            DiagnosticKind::CustomersJoined { matched: 2, by_name: 0 },
            DiagnosticKind::CustomersJoined { matched: 2, by_name: 1 },
            DiagnosticKind::CustomersWithoutEntries { count },
            DiagnosticKind::CustomersNotListed { count },
            DiagnosticKind::FilesOverlap { count },
            DiagnosticKind::ReadAsPayments,
            DiagnosticKind::MayBePayments { count },
            DiagnosticKind::MoneyOut,
            DiagnosticKind::PaidBeforeBalance { day: Day::EPOCH },
            DiagnosticKind::CurrencyOfOthers { currency },
            DiagnosticKind::CodesUnified { count },
            DiagnosticKind::CodesBehindRoot { count },
            DiagnosticKind::PaymentsJoined { matched: 1, unmatched: 1 },
            DiagnosticKind::PaymentsNotAllocated { count },
            DiagnosticKind::UnknownTypes { count },
            DiagnosticKind::UnknownStates { count },
            DiagnosticKind::AgesDoNotSum { count },
            DiagnosticKind::UnreadableDueDates { count },
            DiagnosticKind::DueBeforeInvoice { count },
            DiagnosticKind::PaidBeforeInvoice { count },
            DiagnosticKind::ResidualMismatch { count },
            DiagnosticKind::ResidualMissing { count },
            DiagnosticKind::NoDueDate { count },
            DiagnosticKind::DueDaysFromAges { count },
            DiagnosticKind::AgesUnused { why: AgesUnused::DayUnknown },
            DiagnosticKind::AgesUnused { why: AgesUnused::OfDocuments },
            DiagnosticKind::AgesUnused { why: AgesUnused::Unclear },
            DiagnosticKind::DefaultTermsUsed { count },
            DiagnosticKind::UnreadTerms { count },
            DiagnosticKind::UnreadableCreditLimits { count },
            DiagnosticKind::InvoiceDateAssumed { count },
            DiagnosticKind::UndatedPayments { count },
            DiagnosticKind::CustomerFromAbove { count },
            DiagnosticKind::CustomerFromTotal { count },
            DiagnosticKind::ControlTotalDiffers { currency, stated, computed, set_aside: 0 },
            DiagnosticKind::ControlTotalDiffers { currency, stated, computed, set_aside: 1 },
            DiagnosticKind::OpeningDayAssumed { count },
            DiagnosticKind::SubtotalDiffers { currency, stated, computed },
            DiagnosticKind::MoreSubtotalsDiffer { count },
            DiagnosticKind::CurrencyAssumed { currency },
            DiagnosticKind::NoHeadings { columns: vec![(0, Field::CustomerName), (27, Field::Amount)] },
            DiagnosticKind::NoDocumentColumn { instead: None },
            DiagnosticKind::NoDocumentColumn { instead: Some(Field::Reference) },
            DiagnosticKind::UnreadAmounts,
            DiagnosticKind::DocumentCurrenciesUnread,
            DiagnosticKind::UnreadSide,
            DiagnosticKind::ListedBalance,
            DiagnosticKind::UnreadMails { used: None },
            DiagnosticKind::UnreadMails { used: Some("E-mail".to_owned()) },
            DiagnosticKind::UnreadMarks { marked: 28, rows: Some(60) },
            DiagnosticKind::UnreadMarks { marked: 1, rows: None },
            DiagnosticKind::UnreadRemarks { disputes: 2, promises: 1, sampled: false },
            DiagnosticKind::UnreadRemarks { disputes: 0, promises: 1, sampled: true },
            DiagnosticKind::MatchedAlone { count },
            DiagnosticKind::ColoursExplained,
            DiagnosticKind::TakenByContent { field: Field::CustomerName },
            DiagnosticKind::CreditNotesJoined { matched: 2, unmatched: 1 },
            DiagnosticKind::NothingSaysPaid { books: false },
            DiagnosticKind::NothingSaysPaid { books: true },
            DiagnosticKind::PartlyPaid,
            DiagnosticKind::CustomerOfTable,
            DiagnosticKind::EarlierBalances { left: vec!["Solde N-1".to_owned()] },
            DiagnosticKind::EarlierBalances { left: vec!["2023".to_owned(), "2024".to_owned()] },
            DiagnosticKind::Payables,
            DiagnosticKind::NotInvoiced,
            DiagnosticKind::DuplicateHeading,
            DiagnosticKind::HiddenSheet,
            DiagnosticKind::InvoiceLine,
            DiagnosticKind::InvoiceLines { count },
            DiagnosticKind::HiddenRow,
            DiagnosticKind::HiddenRows { count, amounts: vec![(currency, stated)] },
            DiagnosticKind::CorrectedCells { count },
            DiagnosticKind::UnusedCorrections { count },
            DiagnosticKind::BrokenMatchGroups { count },
            DiagnosticKind::InvisibleCharacters { count },
            DiagnosticKind::WideRows { count },
            DiagnosticKind::HalfSwappedDates { true_dates: 3, texts: 4, restored: true },
            DiagnosticKind::HalfSwappedDates { true_dates: 3, texts: 4, restored: false },
            DiagnosticKind::TwoDigitYears { count },
            DiagnosticKind::DayNumbers { count, from_1904: false },
            DiagnosticKind::DayNumbers { count, from_1904: true },
            DiagnosticKind::MixedDateOrders { day_first: 20, month_first: 1, either: 4 },
            DiagnosticKind::ColumnDateOrder { order: DateOrder::Mdy },
            DiagnosticKind::ColumnDecimalMark { decimal: DecimalMark::Point },
            DiagnosticKind::FloatDust { count },
            DiagnosticKind::LikelyAmounts { count },
            DiagnosticKind::FarDueDates { count, amount: stated, currency },
            DiagnosticKind::ImplausibleDates { count, amount: stated, currency },
            DiagnosticKind::FutureDates { count, amount: stated, currency, after: Day::new(2026, 1, 31).unwrap() },
        ]
        .into_iter()
        .chain(fec_remarks().into_iter().map(DiagnosticKind::Fec))
        .collect()
    }

    fn fec_remarks() -> Vec<FecRemark> {
        let (count, currency, amount) = (2, Currency::EUR, Amount::from_minor(12_345));
        let share = Share { count, amount, currency };
        let day: values::Day = "2026-12-31".parse().unwrap();
        let class_totals = ledger::AccountClass::ALL.map(|class| FecRemark::ClassTotal { class, share });
        let class = ledger::AccountClass::Receivable;
        let others = vec![
            FecRemark::UnbalancedFile { debit: amount, credit: Amount::ZERO, currency },
            FecRemark::UnbalancedEntries(share),
            FecRemark::EntriesNotChecked,
            FecRemark::LinesNotChecked { count },
            FecRemark::ClassTotalDiffers { class, share, imported: Amount::ZERO },
            FecRemark::NoOwnCustomer(share),
            FecRemark::UnbalancedLetters { share, rows: vec![3, 8] },
            FecRemark::SingleLetters { share, rows: vec![3] },
            FecRemark::PartialLetters(share),
            FecRemark::CompletePartialLetters { count },
            FecRemark::Openings(share),
            FecRemark::OpeningDatesLost(share),
            FecRemark::LabelDueDates { count },
            FecRemark::NoPostingDay { count },
            FecRemark::DueDatesJoined { found: 8, missing: 1, split: 2, several: 0 },
            FecRemark::EstimatedTerms { share, customers: 1, percent: 40 },
            FecRemark::YearsJoined(share),
            FecRemark::OpeningDiffers(share),
            FecRemark::YearsNotJoined,
            FecRemark::YearsApart { until: day, from: day },
            FecRemark::YearsOverlap { until: day, from: day },
            FecRemark::NameAgrees { siren: "732829320".to_owned(), closing: day },
            FecRemark::NameSirenInvalid { siren: "123456789".to_owned() },
            FecRemark::NameClosingDiffers { closing: day, last: day },
        ];
        class_totals.into_iter().chain(others).collect()
    }

    #[test]
    fn every_diagnostic_has_its_sentence_in_both_languages() {
        for kind in kinds() {
            let diagnostic = Diagnostic {
                at: Some(Source { file: FileIndex(0), table: TableIndex(0), row: 12 }),
                column: Some(Column { index: 3, header: "Solde".to_owned() }),
                seen: Some("abc".to_owned()),
                ..Diagnostic::about(kind, None)
            };
            let french = diagnostic.sentence(Language::Fr, "b.xlsx", Some("Balance"));
            let english = diagnostic.sentence(Language::En, "b.xlsx", Some("Balance"));
            assert!(
                french.starts_with(
                    "b.xlsx, feuille «\u{A0}Balance\u{A0}», ligne 12, colonne «\u{A0}Solde\u{A0}»\u{A0}: "
                )
            );
            assert!(english.starts_with("b.xlsx, sheet “Balance”, row 12, column “Solde”: "));
            assert!(french.ends_with('.') && english.ends_with('.'), "{french} {english}");
        }
    }

    #[test]
    fn every_reason_to_set_a_row_aside_has_a_title() {
        let reasons = kinds().into_iter().filter(|kind| {
            kind.severity() == crate::Severity::Error
                || matches!(
                    kind,
                    DiagnosticKind::OtherAccounts { .. } | DiagnosticKind::Cancelled | DiagnosticKind::HiddenRow
                )
        });
        for kind in reasons.filter(|kind| !matches!(kind, DiagnosticKind::Fec(_))) {
            let code = kind.code();
            assert_ne!(Language::Fr.set_aside_reason(code), code);
        }
    }
}
