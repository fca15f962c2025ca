//! The findings, gravest first: what, how many, how much, what to do, and their rows on demand.

use crate::screens::import::SourceLink;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{Evidence, Finding};
use values::Currency;

/// The list.
#[component]
pub fn Findings(
    /// Gravest first.
    findings: Vec<Finding>,
    /// Currency of the amounts.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    let none = findings.is_empty();
    view! {
        <h2>{text.quality_findings()}</h2>
        {none.then(|| view! { <p class="control control-ok">{text.quality_no_finding()}</p> })}
        {findings.into_iter().map(|finding| view! { <FindingCard finding currency/> }).collect_view()}
    }
}

/// One finding: folded, with its rows inside.
#[component]
pub fn FindingCard(
    /// The finding.
    finding: Finding,
    /// Currency of the amounts.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    let severity = text.quality_severity_name(&finding.severity).to_owned();
    let class = match finding.severity.as_str() {
        "high" => "tag quality-high",
        "medium" => "tag tag-confirm",
        _ => "tag",
    };
    let shown = finding.evidence.len();
    let beyond = (shown as u64) < u64::from(finding.count);
    let amount = finding.amount.map(|amount| text.money(amount, currency));
    view! {
        <details class="reason" id=format!("finding-{}", finding.code) tabindex="-1">
            <summary>
                <span class=class>{severity}</span>
                " "
                <span class="reason-name">{finding.title}</span>
                <span class="reason-count">{text.number(finding.count.into())}</span>
                <span class="reason-amount">{amount}</span>
            </summary>
            <p class="quality-text">{finding.text}</p>
            <p class="quality-text"><strong>{text.quality_advice_label()}</strong> " " {finding.advice}</p>
            <ul class="reasons">
                {finding.evidence.into_iter().map(|evidence| view! { <Row evidence currency/> }).collect_view()}
            </ul>
            {beyond.then(|| view! { <p class="muted quality-text">{text.quality_first_of(shown, finding.count)}</p> })}
        </details>
    }
}

/// One row that shows a finding.
#[component]
fn Row(
    /// The row.
    evidence: Evidence,
    /// Currency of the amounts.
    currency: Currency,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let href = session.customer_address(&evidence.customer, None);
    let place = evidence.place();
    let amount = evidence.amount.map(|amount| text.money(amount, currency));
    view! {
        <li>
            <a href=href><bdi>{evidence.name}</bdi></a>
            " "
            <bdi>{evidence.document}</bdi>
            <span class="reason-amount">{amount}</span>
            <span class="reason-text"><bdi>{evidence.text}</bdi> " " <SourceLink place/></span>
        </li>
    }
}
