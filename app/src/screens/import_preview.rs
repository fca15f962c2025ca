//! The first rows of a file as they are read, and above each column the list that gives it its meaning.

use crate::components::costly_list::CostlyList;
use crate::logic::mapping_edit::{FIELDS, Kind, bind, kind, meaning};
use crate::logic::reading_log::Change;
use crate::screens::import_file::confidence;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{ImportedFile, Preview, PreviewRow, RowKind};
use std::sync::Arc;
use text::Language;

/// Rows shown at once.
const ROWS: u32 = 20;
/// Letters that a cell shows for sure.
const CUT: usize = 24;
/// Columns shown: more than any export of ours has.
const COLUMNS: u16 = 80;

/// The rows of a file.
#[component]
pub fn FirstRows(
    /// The file.
    file: Arc<ImportedFile>,
    /// Its position among the files read.
    rank: usize,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let rows = RwSignal::new(None::<Arc<Preview>>);
    let first = RwSignal::new(1_u32);
    let table = Arc::clone(&file);
    let ask = move |row: u32| {
        first.set(row);
        work::preview(session, &table, row, ROWS, move |preview| {
            let _ = rows.try_set(Some(Arc::new(preview)));
        });
    };
    ask(1);
    let ask = StoredValue::new_local(ask);
    view! {
        <h4>{text.title_preview()}</h4>
        {move || {
            let file = Arc::clone(&file);
            match rows.get() {
                Some(preview) => view! { <Rows file rank preview/> }.into_any(),
                None => view! { <crate::components::waiting::Skeleton/> }.into_any(),
            }
        }}
        <p class="tools">
            <Show when=move || rows.with(|rows| rows.as_ref().is_some_and(|shown| full(shown)))>
                <button
                    type="button"
                    class="quiet"
                    on:click=move |_| ask.with_value(|ask| ask(first.get_untracked() + ROWS))
                >
                    {text.button_more_rows()}
                </button>
            </Show>
            <Show when=move || { first.get() > 1 }>
                <button type="button" class="quiet" on:click=move |_| ask.with_value(|ask| ask(1))>
                    {text.button_first_rows()}
                </button>
            </Show>
        </p>
    }
}

/// Whether more rows may follow.
fn full(shown: &Preview) -> bool {
    u32::try_from(shown.rows.len()) == Ok(ROWS)
}

/// The table.
#[component]
pub fn Rows(
    /// The file.
    file: Arc<ImportedFile>,
    /// Its position among the files read.
    #[prop(default = 0)]
    rank: usize,
    /// Its rows.
    preview: Arc<Preview>,
) -> impl IntoView {
    let text = use_text();
    let columns: Vec<u16> = (0..preview.columns.min(COLUMNS)).collect();
    let is_amount = |column: &u16| meaning(&file.mapping, *column).is_some_and(|of| kind(&of.key) == Kind::Amount);
    let amounts: Vec<u16> = columns.iter().copied().filter(is_amount).collect();
    let heads = columns.clone().into_iter().map(|column| {
        let header = preview.headings.get(usize::from(column)).cloned().unwrap_or_default();
        view! { <Head file=Arc::clone(&file) rank column header/> }
    });
    view! {
        <div class="scroller preview" tabindex="0" role="region" aria-label=text.title_preview()>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col" class="num">{text.column_row()}</th>
                        <th scope="col">{text.column_nature()}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {preview.rows.iter().map(|row| line(text, row, &columns, &amounts)).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// A row; a title that stands alone in its row may take the room of all columns.
fn line(text: Language, row: &PreviewRow, columns: &[u16], amounts: &[u16]) -> impl IntoView + use<> {
    let (class, kind) = nature(text, row.kind);
    let alone = row.cells.first().filter(|_| row.kind == RowKind::Title && row.cells.len() == 1);
    let cells = match alone {
        Some(cell) => view! { <td class="seen" colspan=columns.len()><bdi>{cell.value.clone()}</bdi></td> }.into_any(),
        None => columns.iter().map(|column| value(row, *column, amounts.contains(column))).collect_view().into_any(),
    };
    view! {
        <tr class=class>
            <th scope="row" class="num">{row.row} <span class="narrow-nature">{kind}</span></th>
            <td>{kind}</td>
            {cells}
        </tr>
    }
}

/// What stands in a column; what the cell cuts off is told when it is pointed at.
fn value(row: &PreviewRow, column: u16, amount: bool) -> impl IntoView + use<> {
    let cell = row.cells.iter().find(|cell| cell.column == column);
    let corrected = cell.is_some_and(|cell| cell.corrected);
    let value = cell.map(|cell| cell.value.clone());
    let long = value.clone().filter(|value| value.chars().count() > CUT);
    view! {
        <td class="seen" class:num=amount class:corrected=corrected title=long>
            <bdi>{value}</bdi>
        </td>
    }
}

fn nature(text: Language, kind: RowKind) -> (&'static str, &'static str) {
    match kind {
        RowKind::Title | RowKind::Blank => ("row-aside", text.kind_title()),
        RowKind::Heading => ("row-heading", text.kind_heading()),
        RowKind::Group => ("row-heading", text.kind_group()),
        RowKind::Total => ("row-heading", text.kind_total()),
        RowKind::Item => ("", text.kind_item()),
        RowKind::Unread => ("", text.kind_unread()),
        RowKind::SetAside => ("row-set-aside", text.kind_set_aside()),
    }
}

/// The identifier of the list that gives a column its meaning.
pub fn list_of(rank: usize, column: u16) -> String {
    format!("column-{rank}-{column}")
}

/// Above a column: its letters, its meaning, how sure and why.
#[component]
fn Head(
    /// The file.
    file: Arc<ImportedFile>,
    /// The position of the file among those read.
    rank: usize,
    /// The column.
    column: u16,
    /// Its heading.
    header: String,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let letters = text.column_letters(column);
    let binding = meaning(&file.mapping, column).cloned();
    let key = binding.as_ref().map(|binding| binding.key.clone()).unwrap_or_default();
    let label = text.label_meaning(&letters, &header);
    let sure = binding.as_ref().map(|binding| {
        let (class, word) = confidence(text, binding.confidence);
        view! { <span class=class>{word}</span> }
    });
    let reason = binding.map_or_else(|| text.field_hint_unused().to_owned(), |binding| binding.reason);
    let unlisted = (!key.is_empty() && !FIELDS.contains(&key.as_str())).then(|| key.clone());
    let options = std::iter::once(String::new())
        .chain(unlisted)
        .chain(FIELDS.iter().map(|field| (*field).to_owned()))
        .map(|field| {
            let name = if field.is_empty() { text.field_unused().to_owned() } else { text.field(&field).to_owned() };
            let selected = field == key;
            view! { <option value=field selected=selected>{name}</option> }
        })
        .collect_view();
    let class = if key.is_empty() { "column-head column-unused" } else { "column-head" };
    let choose = move |chosen: String| {
        let chosen = Some(chosen).filter(|chosen| !chosen.is_empty());
        let mapping = bind(&file.mapping, column, &header, chosen.as_deref());
        work::change_mapping(session, &file, mapping, Change::Field(header.clone(), chosen));
    };
    view! {
        <th scope="col" class=class>
            <span class="column-letters">{letters}</span>
            <CostlyList id=list_of(rank, column) label choose>
                {options}
            </CostlyList>
            {sure}
            <span class="column-reason">{reason}</span>
        </th>
    }
}
