//! Everything that moved a customer's account, paid or not, latest first; asked for when it is unfolded.

use crate::components::fetched::shown;
use crate::components::money::MoneyCell;
use crate::components::more::More;
use crate::components::waiting::Empty;
use crate::screens::import::SourceLink;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Activity, ActivityLine, ActivityOfCurrency};
use std::sync::Arc;
use values::Currency;

/// Lines drawn at once.
const DRAWN: usize = 50;

/// The history, folded at first.
#[component]
pub fn History(
    /// Customer identifier.
    identifier: String,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let unfolded = RwSignal::new(false);
    let identifier = StoredValue::new(identifier);
    // Another day or another language: what is unfolded is asked for again.
    Effect::new(move |_| {
        session.balance.track();
        if unfolded.get() {
            identifier.with_value(|identifier| work::refresh_activity(session, identifier));
        }
    });
    view! {
        <details
            class="later activity"
            on:toggle:target=move |event| unfolded.set(event.target().open())
        >
            <summary><h2>{text.title_activity()}</h2></summary>
            <p class="muted">{text.activity_lead()}</p>
            {move || unfolded.get().then(|| shown(session.activity.get(), |activity| view! { <Accounts activity/> }))}
        </details>
    }
}

/// One account per currency.
#[component]
fn Accounts(
    /// All of them.
    activity: Arc<Activity>,
) -> impl IntoView {
    let text = use_text();
    if activity.currencies.iter().all(|one| one.lines.is_empty()) {
        return view! { <Empty sentence=text.activity_none()/> }.into_any();
    }
    activity.currencies.iter().cloned().map(|account| view! { <Account account/> }).collect_view().into_any()
}

/// One account.
#[component]
fn Account(
    /// Its lines.
    account: ActivityOfCurrency,
) -> impl IntoView {
    let text = use_text();
    let (currency, count) = (account.currency, account.lines.len());
    let lines = account.lines;
    let drawn = RwSignal::new(DRAWN);
    let each = move || lines.iter().rev().take(drawn.get()).cloned().zip(0_usize..).collect::<Vec<_>>();
    let caption = format!("{} · {currency}", text.title_activity());
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=caption.clone()>
            <table class="rows items">
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.column_document()}</th>
                        <th scope="col">{text.column_kind()}</th>
                        <th scope="col">{text.column_invoice_day()}</th>
                        <th scope="col">{text.column_due_day()}</th>
                        <th scope="col" class="num">{text.column_amount()}</th>
                        <th scope="col" class="num">{text.column_balance_after()}</th>
                        <th scope="col">{text.column_cleared()}</th>
                        <th scope="col" class="num">{text.column_days_late()}</th>
                        <th scope="col">{text.column_match_letters()}</th>
                        <th scope="col">{text.column_source()}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each key=|(_, rank)| *rank let((line, _))>
                        <Line line currency/>
                    </For>
                </tbody>
            </table>
        </div>
        <More count drawn step=DRAWN/>
    }
}

/// One line.
#[component]
fn Line(
    /// It.
    line: ActivityLine,
    /// Its currency.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    let day = |day: Option<values::Day>| day.map(|day| text.day(day));
    let cleared = match line.cleared_day {
        Some(cleared) => text.day(cleared),
        None if !line.residual.is_zero() => {
            format!("{} ({})", text.conduct_open(), text.amount(line.residual, currency))
        }
        None => String::new(),
    };
    view! {
        <tr>
            <th scope="row"><bdi>{line.document}</bdi></th>
            <td>{text.document_kind(&line.kind).to_owned()}</td>
            <td>{text.day(line.day)}</td>
            <td>{day(line.due_day)}</td>
            <MoneyCell amount=line.amount currency/>
            <MoneyCell amount=line.balance currency/>
            <td>{cleared}</td>
            <td class="num">{line.days_late.map(|days| text.number(i64::from(days)))}</td>
            <td><bdi>{line.letters}</bdi></td>
            <td><SourceLink place=line.source/></td>
        </tr>
    }
}
