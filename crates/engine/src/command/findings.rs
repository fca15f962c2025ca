//! The findings as people read them: each with what it means, what to do, and its largest rows.

use protocol::{Evidence, Finding};
use text::Language;
use values::Currency;

/// Rows shown under a finding.
const SHOWN: usize = 5;

/// All findings, or the sentence that there is none.
pub fn text(findings: &[Finding], language: Language) -> String {
    if findings.is_empty() {
        return format!("{}\n", language.quality_no_finding());
    }
    findings.iter().map(|finding| one(finding, language)).collect::<String>().trim_start().to_owned()
}

/// One finding.
pub fn one(finding: &Finding, language: Language) -> String {
    let severity = language.quality_severity_name(&finding.severity);
    let mut text = format!("\n[{severity}] {}\n  {}\n  {}\n", finding.title, finding.text, finding.advice);
    for evidence in finding.evidence.iter().take(SHOWN) {
        text.push_str(&format!("  - {}\n", row(evidence, finding.currency, language)));
    }
    let shown = finding.evidence.len().min(SHOWN);
    if (shown as u32) < finding.count {
        text.push_str(&format!("  {}\n", language.quality_first_of(shown, finding.count)));
    }
    text
}

/// Where, who, which document, how much, what was seen.
fn row(evidence: &Evidence, currency: Option<Currency>, language: Language) -> String {
    let place = format!("{}:{}", evidence.file, evidence.row);
    let who = if evidence.name == evidence.customer {
        evidence.customer.clone()
    } else {
        format!("{} {}", evidence.customer, evidence.name)
    };
    let amount = evidence.amount.zip(currency).map(|(amount, currency)| language.money(amount, currency));
    let parts = [Some(place), Some(who), evidence.document.clone(), amount, Some(evidence.text.clone())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
