//! Files to take out, each made by the engine and handed over by the browser.

use crate::components::footer::Provisional;
use crate::components::freshness::FreshnessNote;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;

/// Files with drafts in them: not before a person was told how recent what they rest on is.
const HOLDS_DRAFTS: [&str; 2] = ["everything.zip", "drafts.zip"];

/// The screen.
#[component]
pub fn ExportsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let kinds = [
        ("everything.zip", text.export_everything(), text.export_everything_more()),
        ("aged-balance.xlsx", text.export_workbook(), text.export_workbook_more()),
        ("aged-balance.csv", text.export_csv(), text.export_csv_more()),
        ("drafts.zip", text.export_drafts(), text.export_drafts_more()),
        ("handouts.html", text.handout_title(), text.export_handouts_more()),
        ("factor.xlsx", text.factor_title(), text.export_factor_more()),
        ("response-forms.zip", text.export_forms(), text.export_forms_more()),
        ("dossier.json", text.export_dossier(), text.export_dossier_more()),
    ];
    let busy = move || session.work.with(Option::is_some);
    view! {
        <section class="exports">
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.nav_exports()}</h1>
            </div>
            <p class="lead">{move || text.exports_lead(session.as_of.get())}</p>
            <Provisional/>
            <FreshnessNote/>
            <ul class="export-list">
                {kinds
                    .into_iter()
                    .map(|(kind, name, more)| {
                        let refused = move || HOLDS_DRAFTS.contains(&kind) && !session.drafts_allowed();
                        view! {
                            <li class="card export">
                                <div>
                                    <h2>{name}</h2>
                                    <p>{more}</p>
                                    <p class="muted" role="status">
                                        {move || (refused() && session.freshness.with(Option::is_some)).then(|| text.freshness_first())}
                                    </p>
                                </div>
                                <button
                                    type="button"
                                    class=if kind == "everything.zip" { "button button-primary" } else { "button" }
                                    disabled=move || busy() || refused()
                                    aria-label=text.download_named(name)
                                    on:click=move |_| work::export(session, kind)
                                >
                                    {text.button_download()}
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <Done/>
        </section>
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
