//! A plain table of words and figures: every chart has one, and so has every list of named figures.

use crate::logic::chart::Table;
use leptos::prelude::*;

/// The table.
#[component]
pub fn DataTable(
    /// Its cells.
    table: Table,
) -> impl IntoView {
    let Table { caption, headings, figures_from, rows } = table;
    let label = caption.clone();
    let class = move |column: usize| if column >= figures_from { "num" } else { "" };
    let heading = |(column, name): (usize, String)| view! { <th scope="col" class=class(column)>{name}</th> };
    let cell = |(column, words): (usize, String)| match column {
        0 => view! { <th scope="row"><bdi>{words}</bdi></th> }.into_any(),
        _ => view! { <td class=class(column)>{words}</td> }.into_any(),
    };
    let row = |cells: Vec<String>| view! { <tr>{cells.into_iter().enumerate().map(cell).collect_view()}</tr> };
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=label>
            <table class="rows data-table">
                <caption>{caption}</caption>
                <thead>
                    <tr>{headings.into_iter().enumerate().map(heading).collect_view()}</tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
