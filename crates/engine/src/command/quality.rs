//! The quality of the data as people read it: the score and its losses, the due dates, the findings with their rows.

use super::columns::table;
use super::findings;
use super::people::{left, right};
use protocol::{Quality, QualityOfCurrency};
use text::Language;

/// One block per currency.
pub fn text(quality: &Quality, language: Language) -> String {
    quality.currencies.iter().map(|of| currency(of, language)).collect::<Vec<_>>().join("\n")
}

fn currency(of: &QualityOfCurrency, language: Language) -> String {
    let score = format!("{} {}", points(of.score, language), language.quality_out_of());
    let heading = language.labelled(&format!("{} {}", language.quality_score(), of.currency), &score);
    let mut text = format!("{heading}\n{}\n\n", of.freshness.text);
    text.push_str(&criteria(of, language));
    text.push('\n');
    text.push_str(&due_dates(of, language));
    for finding in &of.findings {
        text.push_str(&findings::one(finding, language));
    }
    if of.findings.is_empty() {
        text.push_str(&format!("\n{}\n", language.quality_no_finding()));
    }
    text
}

fn criteria(of: &QualityOfCurrency, language: Language) -> String {
    let headings = [
        left(language.quality_criterion()),
        right(language.quality_weight()),
        right(language.quality_points_lost()),
        left(language.quality_why()),
    ];
    let row = |criterion: &protocol::QualityCriterion| {
        let why = if criterion.lost > 0.0 { criterion.text.clone() } else { String::new() };
        vec![criterion.name.clone(), criterion.weight.to_string(), points(criterion.lost, language), why]
    };
    table(&headings, &of.criteria.iter().map(row).collect::<Vec<_>>())
}

fn due_dates(of: &QualityOfCurrency, language: Language) -> String {
    let headings = [
        left(language.quality_origin()),
        right(language.cli_items()),
        right(&format!("{} {}", language.cli_amount(), of.currency)),
        right(language.quality_share()),
    ];
    let row = |share: &protocol::DueDateShare| {
        vec![
            language.due_date_origin(&share.source).to_owned(),
            language.number(share.items.into()),
            language.amount(share.amount, of.currency),
            language.percent(ten_thousandths(share.share)),
        ]
    };
    table(&headings, &of.due_dates.iter().map(row).collect::<Vec<_>>())
}

#[allow(clippy::float_arithmetic, reason = "a share already rounded, on its way to be printed")]
fn ten_thousandths(share: f64) -> i64 {
    (share * 10_000.0).round() as i64
}

#[allow(clippy::float_arithmetic, reason = "whole tenths of a point, on their way to be printed")]
fn points(points: f64, language: Language) -> String {
    language.points((points * 10.0).round() as i64)
}
