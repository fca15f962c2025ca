//! Each remark on reading a file, in its sentence.

use crate::left_files::{LeftFile, WhyLeft};
use crate::reading::ReadFile;
use intake::{LeftBecause, SignRule};
use protocol::{Diagnostic, Place, Severity};
use sheet::{Format, Notice};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Currency};

/// A remark of the reader about a file.
pub fn notice(file: &str, notice: &Notice, language: Language) -> Diagnostic {
    let (sheet, remark) = match notice {
        Notice::ReplacementCharacters { count } => (None, language.notice_replacement_characters(*count)),
        Notice::DoublyEncoded => (None, language.notice_doubly_encoded().to_owned()),
        Notice::SeparatorLine { delimiter } => (None, language.notice_separator_line(&delimiter.to_string())),
        Notice::RaggedRows { count, usual_fields } => (None, language.notice_ragged_rows(*count, *usual_fields)),
        Notice::LiteralQuotes => (None, language.notice_literal_quotes().to_owned()),
        Notice::HiddenSheet { sheet, .. } => (Some(sheet), language.notice_hidden_sheet().to_owned()),
        Notice::SheetWithoutCells { sheet } => (Some(sheet), language.notice_sheet_without_cells().to_owned()),
        Notice::StyledEmptyCells { sheet, count } => (Some(sheet), language.notice_styled_empty_cells(*count)),
        Notice::DuplicateCells { sheet, count } => (Some(sheet), language.notice_duplicate_cells(*count)),
        Notice::UnreadableCells { sheet, count, example } => {
            (Some(sheet), language.notice_unreadable_cells(*count, example))
        }
        Notice::FormulasWithoutValue { sheet, count } => (Some(sheet), language.notice_formulas_without_value(*count)),
        Notice::HiddenRows { sheet, count } => (Some(sheet), language.notice_hidden_rows(*count)),
        Notice::Macros => (None, language.notice_macros().to_owned()),
        Notice::ExternalLinks { count } => (None, language.notice_external_links(*count)),
        Notice::PivotCaches { count } => (None, language.notice_pivot_caches(*count)),
        Notice::ActiveFilter { sheet, count } => (Some(sheet), language.notice_active_filter(*count)),
        Notice::HiddenColumns { sheet, count } => (Some(sheet), language.notice_hidden_columns(*count)),
        Notice::StruckRows { sheet, count } => (Some(sheet), language.notice_struck_rows(*count)),
        Notice::MergedCells { sheet, count } => (Some(sheet), language.notice_merged_cells(*count)),
        Notice::RoundedNumbers { sheet, count, example } => {
            (Some(sheet), language.notice_rounded_numbers(*count, example))
        }
        Notice::ImpossibleDates { sheet, count } => (Some(sheet), language.notice_impossible_dates(*count)),
    };
    Diagnostic {
        code: notice.code().to_owned(),
        severity: severity(notice),
        text: language.notice(file, sheet.map(String::as_str), &remark),
        at: None,
        seen: None,
        proposal: None,
        rows: None,
    }
}

/// Due days estimated from what the customers usually have; `at` is the first such row.
pub fn habitual_due_days(at: Place, count: u32, language: Language) -> Diagnostic {
    Diagnostic {
        code: "due-date-from-habit".to_owned(),
        severity: Severity::Warning,
        text: language.notice_habitual_due_days(&at.file, at.row, count),
        at: Some(at),
        seen: None,
        proposal: None,
        rows: None,
    }
}

/// A sheet that is left, and why.
pub fn left_sheet(file: &str, sheet: &str, why: LeftBecause, language: Language) -> Diagnostic {
    let severity = if why.may_belong() { Severity::Warning } else { Severity::Info };
    let why = match why {
        LeftBecause::SumsUp => "sums-up",
        LeftBecause::OlderCopy => "older-copy",
        LeftBecause::EarlierState => "earlier-state",
        LeftBecause::Repeats => "repeats",
        LeftBecause::Overlaps => "overlaps",
        LeftBecause::Settled => "settled",
        LeftBecause::Hidden => "hidden",
        LeftBecause::NoReceivables => "no-receivables",
        LeftBecause::OtherHeadings => "other-headings",
    };
    about("sheet-not-read", severity, language.notice(file, Some(sheet), language.sheet_left(why)))
}

/// A file that is left beside others that are read, and why. A bank statement may hold what was paid of a list of which
/// nothing says it.
pub fn left_file(left: &LeftFile, unpaid_list: Option<&str>, language: Language) -> Diagnostic {
    let file = left.name.as_str();
    if let (WhyLeft::Refused(refusal), Some(list)) = (&left.why, unpaid_list)
        && refusal.failure.code == "bank-statement"
    {
        let text = format!("{} {}", refusal.told(language).message, language.may_hold_payments(list));
        return about("file-not-read", Severity::Warning, text);
    }
    let (severity, text) = match &left.why {
        WhyLeft::Document(refusal) | WhyLeft::Refused(refusal) => {
            let refusal = refusal.told(language);
            (Severity::Warning, format!("{} {}", refusal.message, refusal.advice).trim_end().to_owned())
        }
        WhyLeft::SameAs(other) => (Severity::Info, language.file_left_same(file, other)),
        WhyLeft::Within { other, documents, due_days } => {
            let mut text = language.file_left_within(file, other, *documents);
            if *due_days > 0 {
                text = format!("{text} {}", language.due_days_taken(*due_days));
            }
            (Severity::Warning, text)
        }
        WhyLeft::Earlier { other, day, later } => {
            (Severity::Warning, language.file_left_earlier(file, *day, other, *later))
        }
        WhyLeft::Suppliers(words) => (Severity::Warning, language.file_left_suppliers(file, words)),
        WhyLeft::Asked => (Severity::Info, language.file_left_asked(file)),
    };
    about("file-not-read", severity, text)
}

/// Files that give the same codes to different customers.
pub fn codes_apart(labels: &BTreeMap<String, String>, language: Language) -> Option<Diagnostic> {
    let files: Vec<&str> = labels.keys().map(String::as_str).collect();
    let label = labels.values().next()?;
    Some(about("customer-codes-apart", Severity::Warning, language.customer_codes_apart(&files, label)))
}

/// A sheet that is read beside others, and why; nothing where a person chose it.
pub fn read_sheet(file: &ReadFile, language: Language) -> Option<Diagnostic> {
    let others = file.further || file.workbook.tables.len() > 1;
    let sheet = file.sheet().filter(|_| others && !file.chosen)?;
    let older = [LeftBecause::OlderCopy, LeftBecause::EarlierState];
    let newer = file.left_sheets.iter().any(|(_, why)| older.contains(why));
    let text = if file.mapping.sign() == SignRule::CreditNotes {
        language.sheet_of_credit_notes_read(file.intake.rows.imported)
    } else {
        language.sheet_read(file.mapping.layout().key(), file.intake.rows.imported, !file.further, newer)
    };
    Some(about("sheet-read", Severity::Info, language.notice(&file.name, Some(sheet), &text)))
}

/// A page or an XML document under the name of a workbook, which the name of the format does not tell.
pub fn real_format(file: &ReadFile, language: Language) -> Option<Diagnostic> {
    let (code, text) = match file.workbook.format {
        Format::Html => ("web-page", language.notice_web_page()),
        Format::SpreadsheetXml => ("xml-workbook", language.notice_xml_workbook()),
        Format::Csv | Format::Xlsx | Format::Xls | Format::Xlsb | Format::Ods => return None,
    };
    Some(about(code, Severity::Info, language.notice(&file.name, None, text)))
}

/// An encoding that was guessed: a person should look at a few names.
pub fn guessed_encoding(file: &ReadFile, language: Language) -> Option<Diagnostic> {
    use sheet::Encoding::{Cp437, Cp850, MacRoman};
    let guessed = file.workbook.encoding.filter(|encoding| matches!(encoding, Cp437 | Cp850 | MacRoman))?;
    let text = language.notice(&file.name, None, &language.notice_encoding_guessed(guessed.label()));
    Some(about("encoding-guessed", Severity::Warning, text))
}

/// Codes of customers that differ by leading zeros, capitals or spaces only: one customer may stand as two.
pub fn alike_customer_codes(ledger: &ledger::Ledger, language: Language) -> Option<Diagnostic> {
    let plain = |code: &str| -> String {
        let code: String = code.chars().filter(|character| !character.is_whitespace()).collect();
        code.trim_start_matches('0').to_lowercase()
    };
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut first = None;
    let mut count = 0_u32;
    for customer in ledger.customers() {
        if let Some(twin) = seen.insert(plain(&customer.id), &customer.id) {
            count += 1;
            first = first.or(Some((twin, customer.id.as_str())));
        }
    }
    let (one, other) = first?;
    let text = language.notice_alike_customer_codes(one, other, count);
    Some(about("alike-customer-codes", Severity::Warning, text))
}

/// Match groups in capitals that do not balance, and the sum of their gaps without sign.
pub fn unbalanced_match_groups(count: u32, gap: Amount, currency: Currency, language: Language) -> Diagnostic {
    let text = language.notice_unbalanced_match_groups(count, gap, currency);
    about("unbalanced-match-groups", Severity::Warning, text)
}

fn about(code: &str, severity: Severity, text: String) -> Diagnostic {
    Diagnostic { code: code.to_owned(), severity, text, at: None, seen: None, proposal: None, rows: None }
}

/// A question about a file, while its first answer is assumed: nothing is assumed in silence.
pub fn question(asked: protocol::Question, language: Language) -> Diagnostic {
    Diagnostic {
        code: asked.code,
        severity: Severity::Warning,
        text: language.notice(&asked.file, asked.sheet.as_deref(), &asked.text),
        at: None,
        seen: None,
        proposal: None,
        rows: None,
    }
}

fn severity(notice: &Notice) -> Severity {
    match notice {
        Notice::SeparatorLine { .. }
        | Notice::LiteralQuotes
        | Notice::SheetWithoutCells { .. }
        | Notice::StyledEmptyCells { .. }
        | Notice::Macros
        | Notice::ExternalLinks { .. }
        | Notice::PivotCaches { .. }
        | Notice::MergedCells { .. } => Severity::Info,
        Notice::ReplacementCharacters { .. }
        | Notice::DoublyEncoded
        | Notice::ActiveFilter { .. }
        | Notice::RaggedRows { .. }
        | Notice::HiddenSheet { .. }
        | Notice::DuplicateCells { .. }
        | Notice::UnreadableCells { .. }
        | Notice::FormulasWithoutValue { .. }
        | Notice::HiddenRows { .. }
        | Notice::HiddenColumns { .. }
        | Notice::StruckRows { .. }
        | Notice::RoundedNumbers { .. }
        | Notice::ImpossibleDates { .. } => Severity::Warning,
    }
}
