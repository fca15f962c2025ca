//! The rows that do not belong to the figures, such as those of other accounts in the books: counted and folded, each
//! with its row. Nothing is to be done about them.

use crate::components::more::More;
use crate::logic::doubts::{rows_of, to_correct_or_not};
use crate::screens::import::SourceLink;
use crate::screens::import_set_aside::{TakeOut, by_reason, without_place};
use crate::session::use_text;
use leptos::prelude::*;
use protocol::{Diagnostic, ImportReport};

/// Rows drawn at once.
const DRAWN: usize = 60;

/// The rows by reason; the file of all rows set aside follows.
#[component]
pub fn LeftOut(
    /// What was read.
    #[prop(into)]
    report: ImportReport,
) -> impl IntoView {
    let text = use_text();
    let (_, rows) = to_correct_or_not(&report.set_aside);
    let count: u32 = rows.iter().map(rows_of).sum();
    let one_table = report.files.len() == 1;
    let list = (count > 0).then(|| {
        view! {
            <h2>{text.title_left_out(count)}</h2>
            {by_reason(rows)
                .into_iter()
                .map(|(code, rows)| view! { <Reason code rows one_table/> })
                .collect_view()}
        }
    });
    view! {
        {list}
        <TakeOut report/>
    }
}

/// Rows of one reason.
#[component]
fn Reason(
    /// Its code.
    code: String,
    /// At least one.
    rows: Vec<Diagnostic>,
    /// Whether one table alone was read: the columns of the list say the place.
    one_table: bool,
) -> impl IntoView {
    let text = use_text();
    let stands_for: u32 = rows.iter().map(rows_of).sum();
    let title = text.counted_title(text.set_aside_reason(&code), stands_for as usize);
    let lead = (code == "not-customer-account").then(|| view! { <p class="muted">{text.other_accounts_lead()}</p> });
    let count = rows.len();
    let drawn = RwSignal::new(DRAWN);
    let shown = move || rows.iter().take(drawn.get()).cloned().zip(0_usize..).collect::<Vec<_>>();
    let line = move |row: Diagnostic| {
        let why = if one_table { without_place(text, &row) } else { row.text.clone() };
        let at = row.at;
        view! {
            <tr>
                <td class="num">{at.map(|place| view! { <SourceLink place short=true/> })}</td>
                <td class="seen"><bdi>{row.seen}</bdi></td>
                <td>{why}</td>
            </tr>
        }
    };
    view! {
        <details class="reason-group left-out">
            <summary>
                <h3>{title.clone()}</h3>
            </summary>
            {lead}
            <div class="scroller" tabindex="0" role="region" aria-label=title>
                <table class="rows">
                    <thead>
                        <tr>
                            <th scope="col" class="num">{text.column_row()}</th>
                            <th scope="col">{text.column_seen()}</th>
                            <th scope="col">{text.column_why()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=shown key=|(_, rank)| *rank let((row, _))>
                            {line(row)}
                        </For>
                    </tbody>
                </table>
            </div>
            <More count drawn step=DRAWN/>
        </details>
    }
}
