//! The quality of the data: the score and where its points went, where due dates come from, the findings with their
//! rows. Every row opens beside the page as it stands in its file.

use crate::browser::focus;
use crate::components::currency_tabs::CurrencyTabs;
use crate::screen::Screen;
use crate::screens::quality_findings::Findings;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{DueDateShare, QualityCriterion, QualityOfCurrency, QualityOfCustomer};
use text::Language;
use values::Currency;

/// The screen.
#[component]
pub fn QualityScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let shown = move || {
        let currency = session.shown_currency();
        session.quality.with(|quality| {
            let currencies = &quality.as_ref()?.currencies;
            let chosen = currencies.iter().find(|one| Some(one.currency) == currency);
            chosen.or_else(|| currencies.first()).cloned()
        })
    };
    view! {
        <section class="quality">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.title_quality()}</h1>
                <div class="screen-tools">
                    <a class="button" href=Screen::Import.hash()>{text.quality_see_import()}</a>
                </div>
            </div>
            <p class="muted">{text.quality_lead()}</p>
            <CurrencyTabs/>
            {move || shown().map(|of| view! { <OfCurrency of/> })}
        </section>
    }
}

/// One currency.
#[component]
fn OfCurrency(
    /// What was found.
    of: QualityOfCurrency,
) -> impl IntoView {
    let text = use_text();
    let banner = if of.freshness.stale { "quality-banner quality-stale" } else { "quality-banner" };
    view! {
        <p class=banner>{of.freshness.text.clone()}</p>
        <p class="quality-score">
            <span>{text.quality_score()}</span>
            " "
            <strong>{points(text, of.score)}</strong>
            " "
            <span>{text.quality_out_of()}</span>
        </p>
        <Criteria criteria=of.criteria.clone()/>
        <DueDates shares=of.due_dates.clone() currency=of.currency/>
        <Findings findings=of.findings.clone() currency=of.currency/>
        <ByFile of=of.clone()/>
        <ByCustomer customers=of.customers.clone() count=of.customers_with_losses/>
    }
}

/// Where the points went.
#[component]
fn Criteria(
    /// Every criterion.
    criteria: Vec<QualityCriterion>,
) -> impl IntoView {
    let text = use_text();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=text.quality_points_lost()>
            <table class="rows criteria">
                <thead>
                    <tr>
                        <th scope="col">{text.quality_criterion()}</th>
                        <th scope="col" class="num">{text.quality_weight()}</th>
                        <th scope="col" class="num">{text.quality_points_lost()}</th>
                        <th scope="col">{text.quality_why()}</th>
                    </tr>
                </thead>
                <tbody>
                    {criteria
                        .into_iter()
                        .map(|one| {
                            let lost = one.lost > 0.0;
                            view! {
                                <tr>
                                    <th scope="row">{one.name}</th>
                                    <td class="num">{one.weight}</td>
                                    <td class="num" class:quality-lost=lost>{points(text, one.lost)}</td>
                                    <td class="quality-why">
                                        {lost
                                            .then(|| {
                                                view! {
                                                    {one.text}
                                                    " "
                                                    {one.findings.iter().map(|code| link_to(text, code)).collect_view()}
                                                }
                                            })}
                                    </td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// A way to the finding behind a loss: the fragment holds the screen, so the focus moves there.
fn link_to(text: Language, code: &str) -> impl IntoView + use<> {
    let title = text.finding_title(code);
    let target = format!("finding-{code}");
    view! {
        <button type="button" class="source-link" on:click=move |_| focus::now(&target)>{title}</button>
        " "
    }
}

/// Where the due dates of what is open come from.
#[component]
fn DueDates(
    /// By origin.
    shares: Vec<DueDateShare>,
    /// Currency of the amounts.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    view! {
        <h2>{text.quality_due_dates()}</h2>
        <div class="scroller" tabindex="0" role="region" aria-label=text.quality_due_dates()>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{text.quality_origin()}</th>
                        <th scope="col" class="num">{text.cli_items()}</th>
                        <th scope="col" class="num">{format!("{} {currency}", text.cli_amount())}</th>
                        <th scope="col" class="num">{text.quality_share()}</th>
                    </tr>
                </thead>
                <tbody>
                    {shares
                        .into_iter()
                        .map(|share| {
                            view! {
                                <tr>
                                    <th scope="row">{text.due_date_origin(&share.source).to_owned()}</th>
                                    <td class="num">{text.number(share.items.into())}</td>
                                    <td class="num">{text.amount(share.amount, currency)}</td>
                                    <td class="num">{text.percent(ten_thousandths(share.share))}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// The score of each file, where there are several.
#[component]
fn ByFile(
    /// What was found.
    of: QualityOfCurrency,
) -> impl IntoView {
    let text = use_text();
    (of.files.len() > 1).then(|| {
        view! {
            <h2>{text.quality_by_file()}</h2>
            <ul class="quality-scores">
                {of
                    .files
                    .iter()
                    .map(|file| {
                        view! { <li><bdi>{file.file.clone()}</bdi> <strong>{points(text, file.score)}</strong></li> }
                    })
                    .collect_view()}
            </ul>
        }
    })
}

/// The customers with the lowest scores.
#[component]
fn ByCustomer(
    /// The lowest first.
    customers: Vec<QualityOfCustomer>,
    /// How many lose points.
    count: u32,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    (!customers.is_empty()).then(|| {
        view! {
            <h2>{text.quality_by_customer()}</h2>
            <p class="muted">{text.quality_lowest_of(customers.len(), count)}</p>
            <ul class="quality-scores">
                {customers
                    .into_iter()
                    .map(|one| {
                        let href = session.customer_address(&one.customer, None);
                        let lost = one
                            .lost
                            .iter()
                            .map(|loss| format!(
                                "{} −{}", text.quality_criterion_name(&loss.code), points(text, loss.lost),
                            ))
                            .collect::<Vec<_>>()
                            .join(" · ");
                        view! {
                            <li>
                                <a href=href><bdi>{one.name}</bdi></a>
                                <strong>{points(text, one.score)}</strong>
                                <span class="reason-text">{lost}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        }
    })
}

#[allow(clippy::float_arithmetic, reason = "whole tenths of a point, on their way to the screen")]
fn points(text: Language, points: f64) -> String {
    text.points((points * 10.0).round() as i64)
}

#[allow(clippy::float_arithmetic, reason = "a share already rounded, on its way to the screen")]
fn ten_thousandths(share: f64) -> i64 {
    (share * 10_000.0).round() as i64
}
