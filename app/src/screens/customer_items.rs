//! The open items of a customer, each with the row it was read from.

use crate::components::age_bar::part_name;
use crate::components::money::MoneyCell;
use crate::components::more::More;
use crate::components::waiting::Empty;
use crate::logic::part::Part;
use crate::screens::import::SourceLink;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::OpenItem;
use std::sync::Arc;
use text::Language;
use values::{Amount, Currency, Day};

/// Items drawn at once.
const DRAWN: usize = 100;

/// The table.
#[component]
pub fn ItemsTable(
    /// All of them.
    items: Arc<Vec<OpenItem>>,
    /// The day they are open on.
    as_of: Day,
    /// The part shown; all where there is none.
    part: Memo<Option<Part>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        {move || {
            let basis = session.basis.get();
            let limits = session.limits.get();
            let wanted = part.get();
            let shown: Vec<OpenItem> = items
                .iter()
                .filter(|item| wanted.is_none_or(|wanted| Part::of_item(item, as_of, basis, &limits) == wanted))
                .cloned()
                .collect();
            if shown.is_empty() {
                return view! { <Empty sentence=text.items_none()/> }.into_any();
            }
            let named = wanted.map(|wanted| part_name(text, basis, &limits, wanted));
            view! { <Table shown named/> }.into_any()
        }}
    }
}

/// The rows and their total.
#[component]
fn Table(
    /// The items to show.
    shown: Vec<OpenItem>,
    /// The part they stand in.
    named: Option<String>,
) -> impl IntoView {
    let text = use_text();
    let totals = totals(&shown);
    let count = shown.len();
    let drawn = RwSignal::new(DRAWN);
    let each = move || shown.iter().take(drawn.get()).cloned().zip(0_usize..).collect::<Vec<_>>();
    let caption = text.caption_items(count, named.as_deref());
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
                        <th scope="col" class="num">{text.column_days_late()}</th>
                        <th scope="col" class="num">{text.column_amount()}</th>
                        <th scope="col" class="num">{text.column_residual()}</th>
                        <th scope="col">{text.column_currency()}</th>
                        <th scope="col">{text.column_status()}</th>
                        <th scope="col">{text.column_source()}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each key=|(_, rank)| *rank let((item, _))>
                        <Row item/>
                    </For>
                </tbody>
                <tfoot>
                    {totals
                        .into_iter()
                        .map(|(currency, total)| {
                            view! {
                                <tr>
                                    <th scope="row" colspan="6">{text.total_items()}</th>
                                    <MoneyCell amount=total currency/>
                                    <td>{currency.to_string()}</td>
                                    <td colspan="2"></td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tfoot>
            </table>
        </div>
        <More count drawn step=DRAWN/>
    }
}

/// One item.
#[component]
fn Row(
    /// It.
    item: OpenItem,
) -> impl IntoView {
    let text = use_text();
    let late = item.due_day.is_some() && item.days_late > 0 && item.residual.is_debit();
    let due = match item.due_day {
        Some(day) => text.day(day),
        None => text.part_no_due_date().to_owned(),
    };
    let derived = text.due_source(&item.due_day_source).filter(|_| item.due_day.is_some()).map(str::to_owned);
    view! {
        <tr>
            <th scope="row"><bdi>{item.document}</bdi></th>
            <td>{kind(text, &item.kind)}</td>
            <td>{text.day(item.invoice_day)}</td>
            <td>
                {due}
                {derived.map(|derived| view! { <span class="derived">{derived}</span> })}
            </td>
            <td class="num">{late.then(|| text.number(i64::from(item.days_late)))}</td>
            <MoneyCell amount=item.amount currency=item.currency/>
            <MoneyCell amount=item.residual currency=item.currency/>
            <td>{item.currency.to_string()}</td>
            <td>
                {item
                    .status
                    .iter()
                    .map(|status| view! { <span class="tag tag-status">{text.status(status).to_owned()}</span> })
                    .collect_view()}
            </td>
            <td><SourceLink place=item.source/></td>
        </tr>
    }
}

fn kind(text: Language, kind: &str) -> String {
    text.document_kind(kind).to_owned()
}

fn totals(items: &[OpenItem]) -> Vec<(Currency, Amount)> {
    let mut totals = std::collections::BTreeMap::<Currency, Amount>::new();
    for item in items {
        *totals.entry(item.currency).or_default() += item.residual;
    }
    totals.into_iter().collect()
}
