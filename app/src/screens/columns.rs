//! A file in which nothing was recognised: its first rows, and above each column the list that gives it its meaning.

use crate::components::drop_zone::ChooseFiles;
use crate::components::waiting::Empty;
use crate::screens::import_file::Reading;
use crate::screens::import_preview::Rows;
use crate::session::{Looked, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{ImportedFile, Mapping, RowCounts};
use std::sync::Arc;
use text::Language;

/// Meanings, one of which a file must have, and their name.
type Needed = (&'static [&'static str], fn(Language) -> &'static str);

/// What a file must tell, each by one column or by both of a pair.
const NEEDED: [Needed; 3] = [
    (&["customer-id", "customer-name", "group"], Language::columns_customer),
    (&["invoice-date", "posting-date", "due-date"], Language::columns_date),
    (&["amount", "residual", "bucket"], Language::columns_amount),
];

/// The screen.
#[component]
pub fn ColumnsScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    view! {
        <section class="import">
            <h1 id="title" tabindex="-1">{text.title_naming()}</h1>
            {move || match session.look.get() {
                Some(looked) => view! { <Naming looked/> }.into_any(),
                None => view! { <Empty sentence=text.columns_none()/> }.into_any(),
            }}
        </section>
    }
}

/// The columns being named.
#[component]
fn Naming(
    /// The file.
    looked: Arc<Looked>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let file = Arc::new(as_file(&looked));
    let missing = missing(text, &file.mapping);
    let complete = missing.is_empty();
    let told = if complete { text.columns_complete().to_owned() } else { text.columns_missing(&missing) };
    let class = if complete { "control control-ok" } else { "control" };
    let busy = move || session.work.with(Option::is_some);
    view! {
        <p class="lead">{text.columns_lead()}</p>
        <article class="card file-card">
            <h2><bdi>{looked.name.clone()}</bdi></h2>
            <Reading file=Arc::clone(&file)/>
            <Rows file preview=Arc::new(looked.look.preview.clone())/>
            <p class=class role="status">{told}</p>
            <p class="tools">
                <button
                    type="button"
                    class="button button-primary"
                    disabled=move || busy() || !complete
                    on:click=move |_| work::open_named(session)
                >
                    {text.button_open_columns()}
                </button>
                <ChooseFiles label=text.button_other_file() class="button"/>
            </p>
        </article>
    }
}

/// The file as one that was read, with no row of it read yet.
fn as_file(looked: &Looked) -> ImportedFile {
    ImportedFile {
        name: looked.name.clone(),
        format: looked.look.format,
        encoding: None,
        delimiter: None,
        sheets: looked.look.sheets.clone(),
        mapping: looked.look.mapping.clone(),
        model: None,
        reading_model: None,
        sha256: String::new(),
        rows: RowCounts::default(),
        control_totals: Vec::new(),
    }
}

/// What no column means yet.
fn missing(text: Language, mapping: &Mapping) -> Vec<&'static str> {
    let has = |key: &str| mapping.columns.iter().any(|column| column.key == key);
    let sides = has("debit") && has("credit");
    let told = |keys: &[&str]| keys.iter().any(|key| has(key)) || keys.contains(&"amount") && sides;
    NEEDED.iter().filter(|(keys, _)| !told(keys)).map(|(_, name)| name(text)).collect()
}
