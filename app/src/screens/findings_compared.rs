//! The client's own aged balance beside ours: the sums of both, then each customer that differs with what explains it.

use crate::components::data_table::DataTable;
use crate::components::more::More;
use crate::logic::chart::Table;
use crate::screens::import::SourceLink;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{AgedDifference, Reperformance, ReperformanceOfCurrency};
use std::sync::Arc;
use text::Language;
use values::{Amount, Currency};

/// Customers drawn at once.
const DRAWN: usize = 50;

/// The comparison.
#[component]
pub fn Compared(
    /// Both.
    compared: Arc<Reperformance>,
) -> impl IntoView {
    compared.currencies.iter().cloned().map(|of| view! { <OfCurrency of/> }).collect_view()
}

/// Given, recomputed, difference.
fn lines(text: Language, currency: Currency, stated: &[Amount], own: &[Amount]) -> Vec<Vec<String>> {
    let gaps: Vec<Amount> = stated.iter().zip(own).map(|(stated, own)| *stated - *own).collect();
    let line = |name: &str, amounts: &[Amount]| {
        let cells = amounts.iter().map(|amount| text.amount(*amount, currency));
        [name.to_owned()].into_iter().chain(cells).collect::<Vec<String>>()
    };
    vec![
        line(text.aged_compared_stated(), stated),
        line(text.aged_compared_own(), own),
        line(text.aged_compared_gap(), &gaps),
    ]
}

fn headings(text: Language, of: &ReperformanceOfCurrency) -> Vec<String> {
    let first = format!("{} {}", text.cli_balance(), of.currency);
    [first].into_iter().chain(of.columns.iter().cloned()).collect()
}

/// One currency.
#[component]
fn OfCurrency(
    /// What was compared.
    of: ReperformanceOfCurrency,
) -> impl IntoView {
    let text = use_text();
    let table = Table {
        caption: of.text.clone(),
        headings: headings(text, &of),
        figures_from: 1,
        rows: lines(text, of.currency, &of.stated, &of.own),
    };
    let columns: Arc<Vec<String>> = Arc::new(headings(text, &of));
    let (currency, count) = (of.currency, of.differences.len());
    let drawn = RwSignal::new(DRAWN);
    let differences = of.differences;
    let each = move || differences.iter().take(drawn.get()).cloned().collect::<Vec<_>>();
    view! {
        <DataTable table/>
        {(count == 0).then(|| view! { <p class="control control-ok">{text.aged_compared_none()}</p> })}
        <For each key=|one| one.customer.clone() let(one)>
            <OneDifference one currency columns=Arc::clone(&columns)/>
        </For>
        <More count drawn step=DRAWN/>
    }
}

/// One customer that differs.
#[component]
fn OneDifference(
    /// It.
    one: AgedDifference,
    /// Currency of the amounts.
    currency: Currency,
    /// Names of the columns.
    columns: Arc<Vec<String>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let (class, kind) = match one.error {
        true => ("tag quality-high", text.aged_compared_error()),
        false => ("tag tag-confirm", text.aged_compared_method()),
    };
    let table = Table {
        caption: format!("{} · {}", one.customer, one.name),
        headings: columns.to_vec(),
        figures_from: 1,
        rows: lines(text, currency, &one.stated, &one.own),
    };
    let href = session.customer_address(&one.customer, None);
    let causes = text.labelled(text.aged_compared_cause(), &one.causes.join(", "));
    view! {
        <details class="reason">
            <summary>
                <span class=class>{kind}</span>
                " "
                <span class="reason-name"><bdi>{one.name.clone()}</bdi></span>
                <span class="reason-count">{causes}</span>
                <span class="reason-amount">{text.money(one.amount, currency)}</span>
            </summary>
            <p class="quality-text">
                <a href=href><bdi>{one.customer.clone()}</bdi></a>
                " "
                {one.place.clone().map(|place| view! { <SourceLink place/> })}
            </p>
            <DataTable table/>
        </details>
    }
}
