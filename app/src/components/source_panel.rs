//! The row a figure comes from, as it stands in the file, beside the page.

use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::SourceRow;
use std::sync::Arc;

/// The panel; Escape closes it.
#[component]
pub fn SourcePanel() -> impl IntoView {
    let session = use_session();
    view! { {move || session.source_row.get().map(|row| view! { <Row row/> })} }
}

/// The row.
#[component]
fn Row(
    /// As it stands.
    row: Arc<SourceRow>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <aside id="source-panel" class="panel" tabindex="-1" aria-labelledby="source-title">
            <header>
                <h2 id="source-title">{text.title_source_row(row.row)}</h2>
                <button type="button" class="quiet" on:click=move |_| session.source_row.set(None)>
                    {text.button_close()}
                </button>
            </header>
            <p class="panel-where">
                <bdi>{row.file.clone()}</bdi>
                {row.sheet.clone().map(|sheet| view! { ", " {text.sheet_named(&sheet)} })}
            </p>
            <p class="muted">{text.source_explanation()}</p>
            <div class="scroller" tabindex="0" role="region" aria-labelledby="source-title">
                <table class="cells">
                    <thead>
                        <tr>
                            <th scope="col">{text.column_column()}</th>
                            <th scope="col">{text.column_heading()}</th>
                            <th scope="col">{text.column_value()}</th>
                            <th scope="col">{text.column_meaning()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {row
                            .cells
                            .iter()
                            .map(|cell| {
                                view! {
                                    <tr>
                                        <td>{text.column_letters(cell.column)}</td>
                                        <td><bdi>{cell.header.clone()}</bdi></td>
                                        <td class="seen"><bdi>{cell.value.clone()}</bdi></td>
                                        <td>
                                            {cell.key.as_deref().map(|key| text.field(key).to_owned())}
                                        </td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </aside>
    }
}
