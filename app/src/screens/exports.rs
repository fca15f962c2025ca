//! Files to take out, each made by the engine and handed over by the browser.

use crate::components::choice::Choice;
use crate::components::footer::Provisional;
use crate::components::freshness::FreshnessNote;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Dialect, ExportQuery, FactorTerms, TABLES};
use text::Language;

/// Files with drafts in them: not before a person was told how recent what they rest on is.
const HOLDS_DRAFTS: [&str; 3] = ["everything.zip", "drafts.zip", "response-forms.zip"];

const DIALECTS: [Dialect; 3] = [Dialect::French, Dialect::English, Dialect::Rfc4180];

/// The screen.
#[component]
pub fn ExportsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let sheets = RwSignal::new(false);
    let with_sheets = move |query| ExportQuery { customer_sheets: sheets.get_untracked(), ..query };
    view! {
        <section class="exports">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.nav_exports()}</h1>
            </div>
            <p class="lead">{move || text.exports_lead(session.as_of.get())}</p>
            <Provisional/>
            <FreshnessNote/>
            <ul class="export-list">
                <File kind="everything.zip" name=text.export_everything() more=text.export_everything_more()/>
                <File kind="report.html" name=text.export_report() more=text.export_report_more()/>
                <File
                    kind="aged-balance.xlsx"
                    name=text.export_workbook()
                    more=text.export_workbook_more()
                    ask=Callback::new(move |kind: String| work::export_as(session, &kind, None, with_sheets))
                >
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=move || sheets.get()
                            on:change:target=move |event| sheets.set(event.target().checked())
                        />
                        {text.export_customer_sheets()}
                    </label>
                </File>
                <TableFile/>
                <File kind="drafts.zip" name=text.export_drafts() more=text.export_drafts_more()/>
                <File kind="handouts.html" name=text.handout_title() more=text.export_handouts_more()/>
                <FactorFile/>
                <File kind="response-forms.zip" name=text.export_forms() more=text.export_forms_more()/>
                <File kind="dossier.json" name=text.export_dossier() more=text.export_dossier_more()/>
            </ul>
            <Done/>
        </section>
    }
}

/// A table, in a dialect.
#[component]
fn TableFile() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let usual = match session.language.get_untracked() {
        Language::Fr => 0,
        Language::En => 1,
    };
    let (table, dialect) = (RwSignal::new(0), RwSignal::new(usual));
    let tables = TABLES.iter().map(|kind| text.report_holds_of(kind).to_owned()).collect::<Vec<_>>();
    let dialects = [text.export_dialect_french(), text.export_dialect_english(), text.export_dialect_program()];
    let ask = move |_| {
        let kind = TABLES.get(table.get_untracked()).copied().unwrap_or("aged-balance.csv");
        let dialect = DIALECTS.get(dialect.get_untracked()).copied();
        work::export_as(session, kind, None, |query| ExportQuery { dialect, ..query });
    };
    view! {
        <File kind="aged-balance.csv" name=text.export_csv() more=text.export_csv_more() ask=Callback::new(ask)>
            <div class="export-choices">
                <Choice
                    id="export-table"
                    label=text.export_table()
                    options=tables
                    shown=table.into()
                    chosen=Callback::new(move |place| table.set(place))
                />
                <Choice
                    id="export-dialect"
                    label=text.export_dialect()
                    options=dialects.map(str::to_owned).to_vec()
                    shown=dialect.into()
                    chosen=Callback::new(move |place| dialect.set(place))
                />
            </div>
        </File>
    }
}

/// The factor's file, on the terms of its contract.
#[component]
fn FactorFile() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let (days, percent) = (RwSignal::new(60_u32), RwSignal::new(25_u32));
    let ask = move |kind: String| {
        let factor = FactorTerms { overdue_days: days.get_untracked(), concentration_percent: percent.get_untracked() };
        work::export_as(session, &kind, None, |query| ExportQuery { factor: Some(factor), ..query });
    };
    let number = move |id: &'static str, label: &'static str, most: u32, shown: RwSignal<u32>| {
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input
                    id=id
                    type="number"
                    min="0"
                    max=most.to_string()
                    prop:value=move || shown.get().to_string()
                    on:change:target=move |event| {
                        if let Ok(typed) = event.target().value().trim().parse() {
                            shown.set(typed);
                        }
                    }
                />
            </div>
        }
    };
    view! {
        <File kind="factor.xlsx" name=text.factor_title() more=text.export_factor_more() ask=Callback::new(ask)>
            <div class="export-choices">
                {number("factor-days", text.factor_days(), 365, days)}
                {number("factor-percent", text.factor_percent(), 100, percent)}
            </div>
        </File>
    }
}

/// A file to take out, with what can be chosen of it.
#[component]
fn File(
    /// Its kind, for the engine.
    kind: &'static str,
    /// Its name.
    name: &'static str,
    /// What it holds.
    more: &'static str,
    /// Asks the engine for it; as it comes by default.
    #[prop(optional)]
    ask: Option<Callback<String>>,
    /// What can be chosen of it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let busy = move || session.work.with(Option::is_some);
    let refused = move || HOLDS_DRAFTS.contains(&kind) && !session.drafts_allowed();
    view! {
        <li class="card export">
            <div>
                <h2>{name}</h2>
                <p>{more}</p>
                {children.map(|children| children())}
                <p class="muted" role="status">
                    {move || (refused() && session.freshness.with(Option::is_some)).then(|| text.freshness_first())}
                </p>
            </div>
            <button
                type="button"
                class=if kind == "everything.zip" { "button button-primary" } else { "button" }
                disabled=move || busy() || refused()
                aria-label=text.download_named(name)
                on:click=move |_| match ask {
                    Some(ask) => ask.run(kind.to_owned()),
                    None => work::export(session, kind),
                }
            >
                {text.button_download()}
            </button>
        </li>
    }
}

/// What was taken out so far.
#[component]
fn Done() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <div role="status" class="exported">
            {move || {
                let files = session.exported.get();
                (!files.is_empty())
                    .then(|| {
                        view! {
                            <h2>{text.title_exported(files.len())}</h2>
                            <ul>
                                {files
                                    .into_iter()
                                    .map(|file| {
                                        view! {
                                            <li><code>{file.name}</code> " " <span class="muted">{text.size(file.size)}</span></li>
                                        }
                                    })
                                    .collect_view()}
                            </ul>
                            <p class="control control-ok">{text.nothing_sent()}</p>
                        }
                    })
            }}
        </div>
    }
}
