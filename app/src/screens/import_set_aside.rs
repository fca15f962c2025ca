//! The rows set aside that should count, by reason: where, what was seen, why, and a field to correct the cell in place.

use crate::components::more::More;
use crate::logic::doubts::{rows_of, to_correct_or_not};
use crate::logic::mapping_edit::{self, Kind};
use crate::screens::import::SourceLink;
use crate::session::{Dossier, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Correction, DecimalMark, Diagnostic, ImportReport};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Language;
use values::{Arrange, Currency};

/// Rows drawn at once: each has a field of its own.
const DRAWN: usize = 60;

/// Rows to correct, each with its reason.
#[component]
pub fn SetAside(
    /// The open ledger.
    dossier: Arc<Dossier>,
) -> impl IntoView {
    let text = use_text();
    let (rows, left_out) = to_correct_or_not(&dossier.report.set_aside);
    if rows.is_empty() {
        let none = if left_out.is_empty() { text.set_aside_none() } else { text.set_aside_nothing_to_correct() };
        return view! { <p class="control control-ok nothing-set-aside">{none}</p> }.into_any();
    }
    let count = rows.iter().map(rows_of).sum();
    view! {
        <h2>{text.title_set_aside(count)}</h2>
        <p class="muted">{text.corrections_lead()}</p>
        {by_reason(rows)
            .into_iter()
            .map(|(code, rows)| view! { <Reason code rows dossier=Arc::clone(&dossier)/> })
            .collect_view()}
    }
    .into_any()
}

/// Rows by reason, the gravest first.
pub fn by_reason(rows: Vec<Diagnostic>) -> Vec<(String, Vec<Diagnostic>)> {
    let mut groups: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for row in rows {
        groups.entry(row.code.clone()).or_default().push(row);
    }
    let mut groups: Vec<(String, Vec<Diagnostic>)> = groups.into_iter().collect();
    groups.arrange_by_key(|(_, rows)| std::cmp::Reverse(rows.first().map(|row| row.severity)));
    groups
}

/// All rows set aside, as a file of their own for each file that has some.
#[component]
pub fn TakeOut(
    /// What was read.
    #[prop(into)]
    report: ImportReport,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let of = report.files.iter().filter(|file| file.rows.set_aside > 0);
    let files: Vec<String> = of.map(|file| file.name.clone()).collect();
    let several = files.len() > 1;
    (!files.is_empty()).then(|| {
        view! {
            <p class="tools">
                {files
                    .into_iter()
                    .map(|file| {
                        let named = several.then(|| format!(" · {file}"));
                        view! {
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| work::export_of(session, "set-aside.csv", Some(file.clone()))
                            >
                                {text.button_reject_file()}
                                {named}
                            </button>
                        }
                    })
                    .collect_view()}
            </p>
        }
    })
}

/// Rows of one reason.
#[component]
fn Reason(
    /// Its code.
    code: String,
    /// At least one.
    rows: Vec<Diagnostic>,
    /// The open ledger.
    dossier: Arc<Dossier>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let stands_for: u32 = rows.iter().map(rows_of).sum();
    let title = text.counted_title(text.set_aside_reason(&code), stands_for as usize);
    // Of one table alone, the columns of the list say the place.
    let one_table = dossier.report.files.len() == 1;
    let zeros: Vec<Correction> = rows.iter().filter_map(letters_o).collect();
    let short = rows.len() <= 40;
    let count = rows.len();
    let drawn = RwSignal::new(DRAWN);
    let all = (zeros.len() > 1).then(|| {
        let example = zeros.first().map(|first| first.value.clone()).unwrap_or_default();
        let words = text.correct_all(zeros.len(), &example);
        let zeros = zeros.clone();
        view! {
            <button type="button" class="button" on:click=move |_| work::correct(session, zeros.clone())>
                {words}
            </button>
        }
    });
    let mut alike: BTreeMap<(Option<u16>, String), Vec<Correction>> = BTreeMap::new();
    for row in &rows {
        if let (Some(cell), Some(seen)) = (blank_correction(row), row.seen.clone()) {
            alike.entry((Some(cell.column), seen)).or_default().push(cell);
        }
    }
    let each = move || rows.iter().take(drawn.get()).cloned().zip(0_usize..).collect::<Vec<_>>();
    let line = move |row: Diagnostic| {
        let at = row.at.clone();
        let same = row.seen.clone().and_then(|seen| alike.get(&(at.as_ref().and_then(|at| at.column), seen)).cloned());
        let field = Field::of(&row, &dossier.report);
        let why = if one_table { without_place(text, &row) } else { row.text.clone() };
        view! {
            <tr>
                <td class="num">{at.clone().map(|place| view! { <SourceLink place short=true/> })}</td>
                <td><bdi>{at.and_then(|place| place.header)}</bdi></td>
                <td class="seen"><bdi>{row.seen.clone()}</bdi></td>
                <td>{why}</td>
                <td>{field.map(|field| view! { <Fix row field same=same.unwrap_or_default()/> })}</td>
            </tr>
        }
    };
    view! {
        <details class="reason-group" open=short>
            <summary>
                <h3>{title.clone()}</h3>
            </summary>
            <p class="tools">{all}</p>
            <div class="scroller" tabindex="0" role="region" aria-label=title>
                <table class="rows set-aside">
                    <thead>
                        <tr>
                            <th scope="col" class="num">{text.column_row()}</th>
                            <th scope="col">{text.column_column()}</th>
                            <th scope="col">{text.column_seen()}</th>
                            <th scope="col">{text.column_why()}</th>
                            <th scope="col">{text.column_correction()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each key=|(_, rank)| *rank let((row, _))>
                            {line(row)}
                        </For>
                    </tbody>
                </table>
            </div>
            <More count drawn step=DRAWN/>
        </details>
    }
}

/// The sentence of a row, without the place that stands beside it.
pub fn without_place(text: Language, row: &Diagnostic) -> String {
    let said = row.at.as_ref().and_then(|at| {
        let place = text.place_in_file(&at.file, at.sheet.as_deref(), Some(at.row), at.header.as_deref());
        text.without_place(&row.text, &place)
    });
    said.unwrap_or_else(|| row.text.clone())
}

/// How a cell is to be corrected.
#[derive(Clone, Copy)]
struct Field {
    kind: Kind,
    currency: Currency,
    mark: char,
}

impl Field {
    /// From what the column of a row means; none where the row names no column, or stands for others too.
    fn of(row: &Diagnostic, report: &ImportReport) -> Option<Field> {
        let at = row.at.as_ref().filter(|_| row.rows.is_none())?;
        let column = at.column?;
        let file = report.files.iter().find(|file| file.name == at.file)?;
        let key = mapping_edit::meaning(&file.mapping, column).map_or("", |binding| binding.key.as_str());
        Some(Field {
            kind: mapping_edit::kind(key),
            currency: report.currencies.first().copied().unwrap_or(Currency::EUR),
            mark: match file.mapping.amount_format.decimal {
                DecimalMark::Comma => ',',
                DecimalMark::Point => '.',
            },
        })
    }

    /// What is typed, as the file would write it.
    fn read(self, typed: &str) -> Option<String> {
        match self.kind {
            Kind::Amount => {
                let amount = text::typed_amount(typed, self.currency)?;
                Some(amount.decimal_text(self.currency, self.mark))
            }
            Kind::Date | Kind::Text => Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty()),
        }
    }
}

/// Why what was typed is no correction.
fn refused(text: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Amount => text.correction_wrong(),
        Kind::Date => text.correction_date_wrong(),
        Kind::Text => text.correction_text_wrong(),
    }
}

fn blank_correction(row: &Diagnostic) -> Option<Correction> {
    let at = row.at.as_ref()?;
    Some(Correction {
        file: at.file.clone(),
        sheet: at.sheet.clone(),
        row: at.row,
        column: at.column?,
        value: String::new(),
    })
}

fn letters_o(row: &Diagnostic) -> Option<Correction> {
    let value = mapping_edit::letter_o(row.seen.as_deref()?)?;
    blank_correction(row).filter(|_| row.code == "unreadable-amount").map(|cell| Correction { value, ..cell })
}

/// The field that corrects a cell; Enter applies.
#[component]
fn Fix(
    /// The row.
    row: Diagnostic,
    /// How.
    field: Field,
    /// Cells of the same column and content, this one included.
    same: Vec<Correction>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let place = row.at.clone();
    let label = place
        .map(|place| text.label_correction(place.row, place.header.as_deref().unwrap_or_default()))
        .unwrap_or_default();
    let proposed = letters_o(&row).map(|cell| cell.value).or_else(|| row.seen.clone()).unwrap_or_default();
    let date = field.kind == Kind::Date;
    let typed = RwSignal::new(if date { String::new() } else { proposed });
    let wrong = RwSignal::new(false);
    let own = blank_correction(&row);
    let apply = move |cells: Vec<Correction>| match field.read(&typed.get_untracked()) {
        Some(value) => {
            wrong.set(false);
            let fill = |cell: Correction| Correction { value: value.clone(), ..cell };
            work::correct(session, cells.into_iter().map(fill).collect());
        }
        None => wrong.set(true),
    };
    let alone: Vec<Correction> = own.into_iter().collect();
    let several = (same.len() > 1).then(|| {
        let words = text.correct_same(same.len());
        let label = format!("{} {words}", text.button_correct());
        view! {
            <button type="button" class="quiet" aria-label=label on:click=move |_| apply(same.clone())>
                {words}
            </button>
        }
    });
    view! {
        <form
            class="fix"
            on:submit=move |event| {
                event.prevent_default();
                apply(alone.clone());
            }
        >
            <input
                type=if date { "date" } else { "text" }
                autocomplete="off"
                aria-label=label
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=move || typed.get()
                on:input:target=move |event| typed.set(event.target().value())
            />
            <button type="submit" class="quiet">
                {text.button_correct()}
            </button>
            {several}
            <span class="field-error" role="alert">
                {move || wrong.get().then(|| refused(text, field.kind))}
            </span>
        </form>
    }
}
