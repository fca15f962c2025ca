//! The quality of the data as people read it: the score and its losses, the due dates, the findings with their rows.

use super::columns::table;
use super::people::{left, right};
use protocol::{Quality, QualityEvidence, QualityFinding, QualityOfCurrency};
use text::Language;
use values::Currency;

/// Rows shown under a finding.
const SHOWN: usize = 5;

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
        text.push_str(&self::finding(finding, of.currency, language));
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

fn finding(finding: &QualityFinding, currency: Currency, language: Language) -> String {
    let severity = language.quality_severity_name(&finding.severity);
    let mut text = format!("\n[{severity}] {}\n  {}\n  {}\n", finding.title, finding.text, finding.advice);
    for evidence in finding.evidence.iter().take(SHOWN) {
        text.push_str(&format!("  - {}\n", row(evidence, currency, language)));
    }
    let shown = finding.evidence.len().min(SHOWN);
    if (shown as u32) < finding.count {
        text.push_str(&format!("  {}\n", language.quality_first_of(shown, finding.count)));
    }
    text
}

/// Where, who, which document, how much, what was seen.
fn row(evidence: &QualityEvidence, currency: Currency, language: Language) -> String {
    let place = format!("{}:{}", evidence.file, evidence.row);
    let who = if evidence.name == evidence.customer {
        evidence.customer.clone()
    } else {
        format!("{} {}", evidence.customer, evidence.name)
    };
    let amount = evidence.amount.map(|amount| language.money(amount, currency));
    let parts = [Some(place), Some(who), evidence.document.clone(), amount, Some(evidence.text.clone())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[allow(clippy::float_arithmetic, reason = "a share already rounded, on its way to be printed")]
fn ten_thousandths(share: f64) -> i64 {
    (share * 10_000.0).round() as i64
}

#[allow(clippy::float_arithmetic, reason = "whole tenths of a point, on their way to be printed")]
fn points(points: f64, language: Language) -> String {
    language.points((points * 10.0).round() as i64)
}
