//! What deserves a second look: every finding with its rows one press away, the client's own aged balance compared, and
//! the table of late payments. Severity and words narrow the list; counts stay those of all.

use crate::components::fetched::shown;
use crate::components::waiting::Empty;
use crate::logic::search::found;
use crate::screens::findings_compared::Compared;
use crate::screens::findings_late::LateTables;
use crate::screens::quality_findings::FindingCard;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::Finding;
use std::sync::Arc;
use values::Currency;

const SEVERITIES: [&str; 4] = ["high", "medium", "low", "info"];

/// The screen.
#[component]
pub fn FindingsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let compared =
        move || session.dossier.with(|open| open.as_ref().is_some_and(|open| open.report.compared_as_of.is_some()));
    view! {
        <section class="quality findings-screen">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{move || text.title_findings(session.as_of.get())}</h1>
            </div>
            <p class="lead">{text.findings_lead()}</p>
            {move || shown(session.findings.get(), |findings| view! { <List findings/> })}
            {move || {
                compared()
                    .then(|| {
                        view! {
                            <h2>{text.aged_compared_title()}</h2>
                            {shown(session.compared.get(), |compared| view! { <Compared compared/> })}
                        }
                    })
            }}
            <LateTables/>
        </section>
    }
}

/// The findings, narrowed.
#[component]
fn List(
    /// Gravest first.
    findings: Arc<Vec<Finding>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    if findings.is_empty() {
        return view! { <p class="control control-ok">{text.findings_none()}</p> }.into_any();
    }
    let all = Arc::clone(&findings);
    let kept = Memo::new(move |_| {
        let (severity, needle) = (session.severity.get(), session.finding_search.get());
        let wanted = |finding: &Finding| {
            severity.as_ref().is_none_or(|wanted| *wanted == finding.severity) && matches(finding, &needle)
        };
        (0..all.len()).filter(|at| all.get(*at).is_some_and(wanted)).collect::<Vec<usize>>()
    });
    let count = {
        let findings = Arc::clone(&findings);
        move || text.findings_count(kept.with(Vec::len), findings.len())
    };
    view! {
        <Narrow findings=Arc::clone(&findings)/>
        <p class="muted" role="status">{count}</p>
        {move || kept.with(Vec::is_empty).then(|| view! { <Empty sentence=text.findings_none_left()/> })}
        <For each=move || kept.get() key=|at| *at let(at)>
            {findings
                .get(at)
                .cloned()
                .map(|finding| {
                    let currency = finding.currency.or(session.shown_currency_untracked()).unwrap_or(Currency::EUR);
                    view! { <FindingCard finding currency/> }
                })}
        </For>
    }
    .into_any()
}

fn matches(finding: &Finding, needle: &str) -> bool {
    let rows = finding.evidence.iter().flat_map(|row| {
        [row.name.as_str(), row.customer.as_str(), row.document.as_deref().unwrap_or_default(), row.text.as_str()]
    });
    let texts: Vec<&str> = [finding.title.as_str(), finding.text.as_str()].into_iter().chain(rows).collect();
    found(needle, &texts)
}

/// Severities and words.
#[component]
fn Narrow(
    /// All of them.
    findings: Arc<Vec<Finding>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let counted = |severity: &str| findings.iter().filter(|finding| finding.severity == severity).count();
    let present: Vec<(&str, usize)> =
        SEVERITIES.into_iter().map(|code| (code, counted(code))).filter(|(_, count)| *count > 0).collect();
    view! {
        <div class="search-line">
            <div class="chips" role="group" aria-label=text.findings_filter()>
                <button
                    type="button"
                    class="chip"
                    aria-pressed=move || session.severity.get().is_none().to_string()
                    on:click=move |_| session.severity.set(None)
                >
                    {text.findings_all()}
                </button>
                {present
                    .into_iter()
                    .map(|(code, count)| {
                        let pressed = move || session.severity.with(|severity| severity.as_deref() == Some(code)).to_string();
                        view! {
                            <button
                                type="button"
                                class="chip"
                                aria-pressed=pressed
                                on:click=move |_| session.severity.set(Some(code.to_owned()))
                            >
                                {text.severity_counted(code, count)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <label class="unseen" for="search">{text.findings_search()}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                placeholder=text.findings_search()
                prop:value=move || session.finding_search.get()
                on:input:target=move |event| session.finding_search.set(event.target().value())
            />
        </div>
    }
}
