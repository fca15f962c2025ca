//! The table of the aged balance: sorted, searched, windowed; its totals always in view. Every figure leads to its
//! items.

use crate::components::age_bar::{part_class, part_name};
use crate::components::money::{Figure, MoneyCell};
use crate::logic::aged_rows::{Order, SortKey, arranged, total};
use crate::logic::part::Part;
use crate::logic::window::{DRAWN_WHOLE, blank, visible_rows};
use crate::screens::balance::{FootingLine, NothingOpen};
use crate::screens::balance_settings::dimension_name;
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{AgedBalance, AgedCurrency, AgedRow, Basis};
use std::sync::Arc;
use values::{Arrange, Currency};

/// What the table shows: one currency of one balance.
#[derive(Clone)]
struct Shown {
    balance: Arc<AgedBalance>,
    currency: Currency,
    to_come: bool,
}

impl Shown {
    fn one(&self) -> Option<&AgedCurrency> {
        self.balance.currencies.iter().find(|one| one.currency == self.currency)
    }

    /// The lines: customers, or what they are told apart by.
    fn rows(&self) -> &[AgedRow] {
        self.one().map_or(&[], |one| one.groups.as_ref().unwrap_or(&one.customers))
    }

    /// Whether the lines are not customers.
    fn grouped(&self) -> bool {
        self.one().is_some_and(|one| one.groups.is_some())
    }

    /// The columns: the last ones only where they say something.
    fn parts(&self) -> Vec<Part> {
        let total = self.one().map(|one| &one.total);
        let no_due_date = self.one().is_some_and(|one| one.customers.iter().any(|row| !row.no_due_date.is_zero()))
            || total.is_some_and(|row| !row.no_due_date.is_zero());
        let mut parts = Part::all(self.balance.basis, &self.balance.limits);
        parts.retain(|part| *part != Part::NoDueDate || no_due_date);
        if self.to_come && self.balance.basis == Basis::DueDate {
            parts.splice(1..1, Part::ahead(&self.balance.limits));
        }
        parts
    }
}

/// The table, its search and its control line.
#[component]
pub fn BalanceTable() -> impl IntoView {
    let session = use_session();
    let shown = Signal::derive(move || {
        let currency = session.shown_currency()?;
        let to_come = session.to_come.get();
        session.balance.get().map(|balance| Shown { balance, currency, to_come })
    });
    // Positions of the lines shown: cheap to compare, so a scroll or an unchanged search draws nothing again.
    let order = Memo::new(move |_| -> Arc<Vec<usize>> {
        shown.with(|shown| {
            let rows = shown.as_ref().map(Shown::rows).unwrap_or_default();
            let mut order = arranged(rows, &session.search.read(), session.order.get());
            // Groups come in an order of their own: months by date.
            if session.order.get() == Order::default() && shown.as_ref().is_some_and(Shown::grouped) {
                order.arrange();
            }
            Arc::new(order)
        })
    });
    let empty = move || shown.with(|shown| shown.as_ref().is_none_or(|shown| shown.rows().is_empty()));
    view! {
        <SearchLine order shown/>
        <Show when=move || !empty() fallback=|| view! { <NothingOpen/> }>
            <Lines order shown/>
        </Show>
        {move || {
            let shown = shown.get()?;
            let one = shown.one()?.clone();
            let remarks = shown.balance.remarks.clone();
            Some(view! {
                <FootingLine one/>
                <ul class="remarks remarks-info">
                    {remarks.into_iter().map(|remark| view! { <li>{remark}</li> }).collect_view()}
                </ul>
            })
        }}
    }
}

/// The search, the count of what it found, and how the lines are sorted.
#[component]
fn SearchLine(
    /// Positions of the lines shown.
    order: Memo<Arc<Vec<usize>>>,
    /// The balance.
    shown: Signal<Option<Shown>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let all = move || shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.rows().len()));
    let grouped = move || shown.with(|shown| shown.as_ref().is_some_and(Shown::grouped));
    let found = move || match grouped() {
        false => text.found_customers(order.read().len(), all()),
        true => String::new(),
    };
    view! {
        <div class="search-line">
            <label for="search">{text.label_search_customer()}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                placeholder=text.hint_search()
                prop:value=move || session.search.get()
                on:input:target=move |event| session.search.set(event.target().value())
            />
            <span role="status">{found}</span>
        </div>
    }
}

/// The table itself.
#[component]
fn Lines(
    /// Positions of the lines shown.
    order: Memo<Arc<Vec<usize>>>,
    /// The balance.
    shown: Signal<Option<Shown>>,
) -> impl IntoView {
    let text = use_text();
    let top = RwSignal::new((0_i32, 900_i32));
    let window = Memo::new(move |_| {
        let (top, height) = top.get();
        visible_rows(top, height, order.read().len())
    });
    let lines = move || {
        shown.with(|shown| {
            let Some(shown) = shown else { return Vec::new() };
            let window = window.get();
            let order = order.read();
            let positions = order.get(window.clone()).unwrap_or_default();
            let parts = Arc::new(shown.parts());
            // The address of the balance tells one computation from the next: a line is drawn again when it changes.
            let version = Arc::as_ptr(&shown.balance) as usize;
            positions
                .iter()
                .zip(window.start..)
                .filter_map(|(&position, rank)| {
                    let row = shown.rows().get(position)?.clone();
                    let (currency, grouped) = (shown.currency, shown.grouped());
                    Some(Line { version, rank, row, currency, grouped, parts: Arc::clone(&parts) })
                })
                .collect::<Vec<_>>()
        })
    };
    let columns = move || shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.parts().len() + 2));
    let long = move || order.read().len() > DRAWN_WHOLE;
    view! {
        <div
            class="scroller aged"
            tabindex="0"
            role="region"
            aria-label=text.caption_balance()
            on:scroll:target=move |event| top.set((event.target().scroll_top(), event.target().client_height()))
        >
            <table class="rows aged-table" aria-rowcount=move || (order.read().len() + 3).to_string()>
                <caption class="unseen">{text.caption_balance()}</caption>
                <Head shown/>
                <tbody>
                    <tr class="spacer" aria-hidden="true">
                        <td colspan=columns style:height=move || blank(window.get().start)></td>
                    </tr>
                    <For
                        each=lines
                        key=|line| (line.version, line.rank, line.parts.len(), line.row.customer.clone())
                        let(line)
                    >
                        <CustomerLine line/>
                    </For>
                    <tr class="spacer" aria-hidden="true">
                        <td
                            colspan=columns
                            style:height=move || blank(order.read().len().saturating_sub(window.get().end))
                        ></td>
                    </tr>
                </tbody>
                <Totals order shown/>
            </table>
        </div>
        <p class="muted">{move || long().then(|| text.windowed_note())}</p>
    }
}

/// The sortable headings.
#[component]
fn Head(
    /// The balance.
    shown: Signal<Option<Shown>>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <thead>
            <tr aria-rowindex="1">
                {move || {
                    let Some(shown) = shown.get() else { return Vec::new() };
                    let limits = shown.balance.limits.clone();
                    let first = match shown.grouped() {
                        true => dimension_name(text, session.by.get_untracked()),
                        false => text.column_customer(),
                    };
                    let mut headings = vec![
                        view! { <Heading key=SortKey::Name name=first.to_owned()/> }.into_any(),
                        view! { <Heading key=SortKey::Balance name=text.column_balance(shown.currency)/> }.into_any(),
                    ];
                    headings
                        .extend(
                            shown
                                .parts()
                                .into_iter()
                                .map(|part| {
                                    let name = part_name(text, shown.balance.basis, &limits, part);
                                    view! { <Heading key=SortKey::Part(part) name chip=part_class(part)/> }.into_any()
                                }),
                        );
                    headings
                }}
            </tr>
        </thead>
    }
}

/// One heading: a click sorts by it.
#[component]
fn Heading(
    /// What it sorts by.
    key: SortKey,
    /// Its words.
    name: String,
    /// The colour of the part in the bar above.
    #[prop(optional)]
    chip: String,
) -> impl IntoView {
    let session = use_session();
    let class = if key == SortKey::Name { "" } else { "num" };
    view! {
        <th scope="col" class=class aria-sort=move || session.order.get().aria(key)>
            <button type="button" on:click=move |_| session.order.update(|order| *order = order.clicked(key))>
                {(!chip.is_empty()).then(|| view! { <span class=format!("age-chip {chip}") aria-hidden="true"></span> })}
                {name}
                <span class="sort-mark" aria-hidden="true"></span>
            </button>
        </th>
    }
}

/// A customer's line and what it takes to draw it.
#[derive(Clone)]
struct Line {
    version: usize,
    rank: usize,
    row: AgedRow,
    currency: Currency,
    grouped: bool,
    parts: Arc<Vec<Part>>,
}

/// One customer, or one group of items.
#[component]
fn CustomerLine(
    /// The line.
    line: Line,
) -> impl IntoView {
    let session = use_session();
    let Line { rank, row, currency, grouped, parts, .. } = line;
    let address_of = |part| session.customer_address(&row.customer, part).filter(|_| !grouped);
    let address = address_of(None);
    // Both are cut where the window is narrow.
    let title = format!("{} · {}", row.name, row.customer);
    view! {
        <tr aria-rowindex=(rank + 2).to_string()>
            <th scope="row">
                <a class="customer" href=address.clone() title=title>
                    <bdi>{row.name.clone()}</bdi>
                </a>
                {(!grouped).then(|| view! { <span class="identifier"><bdi>{row.customer.clone()}</bdi></span> })}
            </th>
            <MoneyCell amount=row.balance currency href=address/>
            {parts
                .iter()
                .map(|&part| {
                    let href = address_of(Some(part));
                    view! { <MoneyCell amount=part.of(&row) currency href/> }
                })
                .collect_view()}
        </tr>
    }
}

/// The total of the lines shown, and the total of all.
#[component]
fn Totals(
    /// Positions of the lines shown.
    order: Memo<Arc<Vec<usize>>>,
    /// The balance.
    shown: Signal<Option<Shown>>,
) -> impl IntoView {
    let text = use_text();
    let totals = move || {
        let shown = shown.get()?;
        let one = shown.one()?;
        let order = order.read();
        let rows = order.iter().filter_map(|&position| shown.rows().get(position));
        let of_shown = total(rows, shown.balance.limits.len() + 1);
        let parts = shown.parts();
        let lines = [
            (text.total_shown(order.len()), of_shown, order.len() + 2),
            (text.total_all(shown.rows().len()), one.total.clone(), order.len() + 3),
        ];
        let currency = one.currency;
        Some(
            lines
                .into_iter()
                .map(|(name, row, rank)| view! { <TotalLine name row rank currency parts=parts.clone()/> })
                .collect_view(),
        )
    };
    view! { <tfoot>{totals}</tfoot> }
}

/// One total.
#[component]
fn TotalLine(
    /// Its name.
    name: String,
    /// Its figures.
    row: AgedRow,
    /// Its row of the table.
    rank: usize,
    /// Their currency.
    currency: Currency,
    /// The columns.
    parts: Vec<Part>,
) -> impl IntoView {
    view! {
        <tr aria-rowindex=rank.to_string()>
            <th scope="row">{name}</th>
            <td class="num"><Figure amount=row.balance currency/></td>
            {parts
                .into_iter()
                .map(|part| view! { <td class="num"><Figure amount=part.of(&row) currency/></td> })
                .collect_view()}
        </tr>
    }
}
