//! What a report rests on and does not know, in sentences: what holds of every report, then what holds of this one.

use crate::Report;
use protocol::ImportedFile;
use text::Language;

/// Origins of due dates that no file states, in the order they are told.
const NOT_STATED: [&str; 4] = ["terms", "mode", "default", "none"];

/// The sentences.
pub(super) fn of(report: &Report<'_>, rows_max: usize) -> Vec<String> {
    let language = report.language;
    let mut limits: Vec<String> = [
        language.report_limit_files(),
        language.report_limit_vat(),
        language.report_limit_charts(),
        language.report_limit_plan(),
    ]
    .map(str::to_owned)
    .into();
    limits.push(language.report_limit_rows(rows_max));
    limits.extend(due_days(report));
    if report.metrics.iter().any(|one| one.sales.is_none()) {
        limits.push(language.report_limit_sales().to_owned());
    }
    limits.extend(report.import.files.iter().flat_map(|file| assumed(language, file)));
    limits.extend(report.aged.doubts.iter().chain(&report.aged.remarks).cloned());
    let open = language.report_limit_question();
    limits.extend(report.import.questions.iter().map(|question| language.report_limit_assumed(open, &question.text)));
    if report.freshness.stale {
        limits.push(report.freshness.text.clone());
    }
    limits
}

/// How many items have a due date that was worked out, or none.
fn due_days(report: &Report<'_>) -> Option<String> {
    let count = |origin: &str| report.items.iter().filter(|item| item.due_day_source == origin).count();
    let origins: Vec<(&str, usize)> =
        NOT_STATED.into_iter().map(|origin| (origin, count(origin))).filter(|(_, count)| *count > 0).collect();
    (!origins.is_empty()).then(|| report.language.report_limit_due_days(&origins, report.items.len()))
}

/// What was assumed of a file where it does not tell.
fn assumed(language: Language, file: &ImportedFile) -> impl Iterator<Item = String> {
    let mapping = &file.mapping;
    let said = [
        (mapping.date_order_assumed, language.report_limit_dates()),
        (mapping.amount_format_assumed, language.report_limit_amounts()),
        (mapping.aged_as_of_assumed, language.report_limit_aged()),
    ];
    said.into_iter()
        .filter(|(assumed, _)| *assumed)
        .map(move |(_, what)| language.report_limit_assumed(&file.name, what))
}
