//! One file as it was read: what it is, how its dates, amounts and signs were taken, what each column means.

use crate::components::costly_list::CostlyList;
use crate::components::footer::equation;
use crate::components::read_or_leave::ReadOrLeave;
use crate::logic::doubts::PROBABLE;
use crate::logic::mapping_edit::settled;
use crate::logic::reading_log::Change;
use crate::screens::import_control::StatedOfFile;
use crate::screens::import_preview::FirstRows;
use crate::screens::import_sheets::{SheetTold, Sheets};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{
    AmountFormat, DateOrder, DecimalMark, Diagnostic, Format, HeadingChange, ImportedFile, Layout, Mapping, Severity,
    SignRule,
};
use std::sync::Arc;
use text::Language;

/// Layouts to choose from; any other is only kept.
const LAYOUTS: [Layout; 5] =
    [Layout::OpenItems, Layout::Ledger, Layout::Fec, Layout::InvoiceHistory, Layout::BankStatement];

/// Letters of a choice that do not fit a field of the usual width.
const LONG: usize = 22;

/// The last row a sheet may have.
const ROW_MAX: u32 = 1_048_576;

/// From this confidence on, a column is sure.
const SURE: f64 = 0.9;

/// The card of a file.
#[component]
pub fn FileCard(
    /// The file.
    file: Arc<ImportedFile>,
    /// Its position among the files read.
    rank: usize,
    /// Whether it is alone: its rows are then those of the report.
    one_file: bool,
    /// Its sheets; none where it has only one, or another card names them.
    sheets: Arc<Vec<SheetTold>>,
    /// Whether a question about it is open.
    asked: bool,
    /// Whether it can be left: others are read beside it, and this is the first of its cards.
    may_leave: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let leave = may_leave.then(|| view! { <ReadOrLeave name=file.name.clone() read=false/> });
    let sheet = file.mapping.sheet.as_deref().filter(|_| file.sheets.len() > 1);
    let name = text.file_and_sheet(&file.name, sheet);
    let digest = move || session.digests.with(|digests| digests.get(rank).filter(|known| !known.is_empty()).cloned());
    let mut facts = vec![(text.fact_format(), format_name(text, file.format).to_owned())];
    let written = written_as(text, file.encoding.clone(), file.delimiter.clone());
    facts.extend(written.map(|written| (text.fact_encoding(), written)));
    view! {
        <article class="card file-card">
            <div class="file-head">
                <h3><bdi>{name}</bdi></h3>
                {leave}
            </div>
            {(!one_file).then(|| view! { <p class="equation">{equation(text, file.rows)}</p> })}
            <StatedOfFile totals=file.control_totals.clone()/>
            <Model file=Arc::clone(&file) asked/>
            <Sheets file=file.name.clone() sheets/>
            <Reading file=Arc::clone(&file)/>
            <FirstRows file=Arc::clone(&file) rank/>
            <dl class="facts">
                {facts
                    .into_iter()
                    .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
                    .collect_view()}
                {move || {
                    digest()
                        .map(|digest| {
                            view! {
                                <div class="fingerprint">
                                    <dt>"SHA-256"</dt>
                                    <dd><code>{digest}</code></dd>
                                </div>
                            }
                        })
                }}
            </dl>
        </article>
    }
}

/// The model a file was read with, and its own reading as a model.
#[component]
fn Model(
    /// The file.
    file: Arc<ImportedFile>,
    /// Whether a question about it is open.
    asked: bool,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let used = file.model.clone().map(|used| {
        if used.changes.is_empty() {
            let of_file = |row: &Diagnostic| row.at.as_ref().is_some_and(|at| at.file == file.name);
            let missing = |row: &Diagnostic| row.severity == Severity::Error && of_file(row);
            let missing = session.dossier.with_untracked(|dossier| {
                dossier.as_ref().is_some_and(|dossier| dossier.report.set_aside.iter().any(missing))
            });
            let (words, well) = match (asked, missing) {
                (true, _) => (text.model_used_asked(), false),
                (false, true) => (text.model_used_set_aside(), false),
                (false, false) => (text.model_used(), true),
            };
            return view! { <p class="control" class:control-ok=well>{words}</p> }.into_any();
        }
        let changes = used.changes.into_iter().map(|change| {
            let code = match change.change {
                HeadingChange::Moved => "moved",
                HeadingChange::Missing => "missing",
                HeadingChange::New => "new",
            };
            view! { <li>{text.model_change(code, &change.header, change.key.as_deref())}</li> }
        });
        view! {
            <div class="strip">
                <p>{text.model_changed()}</p>
                <ul>{changes.collect_view()}</ul>
            </div>
        }
        .into_any()
    });
    let own = file.reading_model.clone().map(|model| {
        let (saved, kept) = (model.clone(), model.clone());
        let fingerprint = model.fingerprint.clone();
        let known =
            move || session.kept_models.with(|models| models.iter().any(|known| known.fingerprint == fingerprint));
        let known = Memo::new(move |_| known());
        view! {
            <p class="tools">
                <button type="button" class="quiet" on:click=move |_| work::save_model(session, &saved)>
                    {text.button_save_model()}
                </button>
                <button
                    type="button"
                    class="quiet"
                    on:click=move |_| {
                        if known.get_untracked() {
                            work::forget_model(session, &kept.fingerprint);
                        } else {
                            work::keep_model(session, kept.as_ref().clone());
                        }
                    }
                >
                    {move || if known.get() { text.button_forget_model() } else { text.button_keep_model() }}
                </button>
                <span class="muted" role="status">{move || known.get().then(|| text.model_kept())}</span>
            </p>
        }
    });
    view! {
        {used}
        {own}
    }
}

/// How the file is read, choice by choice.
#[component]
pub fn Reading(
    /// The file.
    file: Arc<ImportedFile>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let change = {
        let file = Arc::clone(&file);
        move |mapping: Mapping, told: &str| {
            work::change_mapping(session, &file, settled(mapping), Change::Reading(told.to_owned()));
        }
    };
    let mapping = file.mapping.clone();
    let layout = {
        let (mapping, change) = (mapping.clone(), change.clone());
        let others = Some(mapping.layout).filter(|layout| !LAYOUTS.contains(layout));
        let choices = LAYOUTS.into_iter().chain(others).map(|layout| (layout_name(text, layout), layout));
        choice(text.fact_layout(), choices.collect(), mapping.layout, move |layout, told| {
            change(Mapping { layout, ..mapping.clone() }, told);
        })
    };
    let dates = {
        let (mapping, change) = (mapping.clone(), change.clone());
        let orders = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd, DateOrder::Serial];
        let choices = orders.map(|order| (date_order_name(text, order), order));
        choice(text.fact_dates(), choices.to_vec(), mapping.date_order, move |date_order, told| {
            change(Mapping { date_order, date_order_assumed: false, ..mapping.clone() }, told);
        })
    };
    let amounts = {
        let (mapping, change) = (mapping.clone(), change.clone());
        let choices = vec![("1234,56", DecimalMark::Comma), ("1234.56", DecimalMark::Point)];
        choice(text.fact_amounts(), choices, mapping.amount_format.decimal, move |decimal, told| {
            let amount_format = AmountFormat { decimal, group: String::new() };
            change(Mapping { amount_format, amount_format_assumed: false, ..mapping.clone() }, told);
        })
    };
    let sign = {
        let (mapping, change) = (mapping.clone(), change.clone());
        let rules = [SignRule::DebitCredit, SignRule::Signed, SignRule::Type, SignRule::SideLetter];
        let choices = rules.map(|rule| (sign_name(text, rule), (rule, false)));
        let credit_notes = (text.sign_credit_notes(), (SignRule::Signed, true));
        let choices = choices.into_iter().chain([credit_notes]).collect();
        choice(text.fact_sign(), choices, (mapping.sign, mapping.credit_notes), move |(sign, credit_notes), told| {
            change(Mapping { sign, credit_notes, ..mapping.clone() }, told);
        })
    };
    let sheet = (file.sheets.len() > 1).then(|| {
        let file = Arc::clone(&file);
        let now = file.mapping.sheet.clone().unwrap_or_default();
        let options = file.sheets.iter().map(|name| {
            let selected = *name == now;
            view! { <option value=name.clone() selected=selected>{name.clone()}</option> }
        });
        let options = options.collect_view();
        view! {
            <label class="field">
                {text.fact_sheet()}
                <CostlyList choose=move |sheet| work::change_table(session, &file, Some(sheet), None)>
                    {options}
                </CostlyList>
            </label>
        }
    });
    view! {
        <div class="reading-choices">
            {sheet}
            <HeaderRow file=Arc::clone(&file)/>
            {layout}
            {dates}
            {amounts}
            {sign}
        </div>
    }
}

/// The row of the headings; what is no row of a sheet changes nothing, and is said.
#[component]
fn HeaderRow(
    /// The file.
    file: Arc<ImportedFile>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let now = file.mapping.header_row;
    let wrong = RwSignal::new(false);
    let typed = move |written: String| {
        let row = written.trim().parse().ok().filter(|row| (1..=ROW_MAX).contains(row));
        wrong.set(row.is_none());
        if let Some(row) = row.filter(|row| *row != now) {
            work::change_table(session, &file, file.mapping.sheet.clone(), Some(row));
        }
    };
    view! {
        <label class="field">
            {text.fact_header_row()}
            <input
                type="number"
                min="1"
                max=ROW_MAX
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=now.to_string()
                on:change:target=move |event| typed(event.target().value())
            />
            <span class="field-error" role="alert">{move || wrong.get().then(|| text.header_row_wrong(now))}</span>
        </label>
    }
}

/// A list of choices under its name.
fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    choices: Vec<(&'static str, T)>,
    now: T,
    choose: impl Fn(T, &'static str) + Send + Sync + 'static,
) -> impl IntoView {
    // Long choices take the room of two fields, so that the one in force can be read whole.
    let wide = choices.iter().any(|(words, _)| words.chars().count() > LONG);
    let options = choices.iter().zip(0_usize..).map(|((words, value), position)| {
        let selected = *value == now;
        view! { <option value=position.to_string() selected=selected>{*words}</option> }
    });
    let options = options.collect_view();
    let chosen = move |position: String| {
        let position = position.parse::<usize>().ok();
        if let Some((words, value)) = position.and_then(|position| choices.get(position)) {
            choose(*value, words);
        }
    };
    view! {
        <label class="field">
            {name}
            <CostlyList wide choose=chosen>
                {options}
            </CostlyList>
        </label>
    }
}

/// How sure a meaning is, in a word.
pub fn confidence(text: Language, confidence: f64) -> (&'static str, &'static str) {
    if confidence >= SURE {
        ("tag tag-sure", text.confidence_sure())
    } else if confidence >= PROBABLE {
        ("tag tag-probable", text.confidence_probable())
    } else {
        ("tag tag-confirm", text.confidence_confirm())
    }
}

/// Encoding and separator of a text file.
fn written_as(text: Language, encoding: Option<String>, delimiter: Option<String>) -> Option<String> {
    let delimiter = delimiter.map(|delimiter| match delimiter.as_str() {
        "\t" => text.delimiter_tab().to_owned(),
        _ => text.quoted(&delimiter),
    });
    let parts: Vec<String> = encoding.into_iter().chain(delimiter).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn format_name(text: Language, format: Format) -> &'static str {
    match format {
        Format::Csv => text.format_csv(),
        Format::Xlsx => text.format_xlsx(),
        Format::Xls => text.format_xls(),
        Format::Xlsb => text.format_xlsb(),
        Format::Ods => text.format_ods(),
        Format::Fec => text.format_fec(),
        Format::Camt053 => text.format_camt053(),
        Format::Mt940 => text.format_mt940(),
        Format::Cfonb120 => text.format_cfonb120(),
        Format::Ofx => text.format_ofx(),
    }
}

fn layout_name(text: Language, layout: Layout) -> &'static str {
    match layout {
        Layout::OpenItems => text.layout_open_items(),
        Layout::Ledger => text.layout_ledger(),
        Layout::Fec => text.layout_fec(),
        Layout::AgedBalance => text.layout_aged_balance(),
        Layout::InvoiceHistory => text.layout_invoice_history(),
        Layout::BankStatement => text.layout_payments(),
        Layout::Customers => text.layout_customers(),
    }
}

fn date_order_name(text: Language, order: DateOrder) -> &'static str {
    match order {
        DateOrder::Dmy => text.dates_dmy(),
        DateOrder::Mdy => text.dates_mdy(),
        DateOrder::Ymd => text.dates_ymd(),
        DateOrder::Serial => text.dates_serial(),
    }
}

fn sign_name(text: Language, sign: SignRule) -> &'static str {
    match sign {
        SignRule::DebitCredit => text.sign_debit_credit(),
        SignRule::Signed => text.sign_signed(),
        SignRule::Type => text.sign_type(),
        SignRule::SideLetter => text.sign_side_letter(),
    }
}
