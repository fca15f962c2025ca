//! The PDF files of invoices to attach to e-mails: which invoice each one is, what to settle, what is missing.

use crate::components::choice::Choice;
use crate::components::drop_zone::ChooseFiles;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{InvoiceFile, InvoiceFiles, InvoiceRef};
use std::sync::Arc;
use text::Language;

/// Lines of each list shown.
const LISTED: usize = 100;

/// The files.
#[component]
pub fn InvoicesToAttach() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let given = Memo::new(move |_| session.invoices.with(Option::is_some));
    view! {
        <details class="card sender" id="invoices" prop:open=move || given.get()>
            <summary>{text.invoices_title()}</summary>
            <p class="muted">{text.invoices_help()}</p>
            <div class="draft-tools">
                <ChooseFiles label=text.invoices_choose() class="button" then=work::add_invoices/>
                <ChooseFiles label=text.invoices_folder() class="button" folder=true then=work::add_invoices/>
                <Show when=move || given.get()>
                    <button type="button" class="quiet" id="invoices-remove" on:click=move |_| work::remove_invoices(session)>
                        {text.invoices_remove()}
                    </button>
                </Show>
            </div>
            <div role="status">
                {move || session.invoices.get().map(|files| told(text, &files))}
            </div>
            {move || session.invoices.get().map(|files| view! { <Lists files/> })}
        </details>
    }
}

/// What is told of the files, most pressing first.
#[component]
fn Lists(
    /// The files.
    files: Arc<InvoiceFiles>,
) -> impl IntoView {
    let text = use_text();
    let of = |states: &[&str]| -> Vec<InvoiceFile> {
        files.files.iter().filter(|file| states.contains(&file.state.as_str())).cloned().collect()
    };
    let asked = of(&["ask"]);
    let not_attached = of(&["refused", "unknown", "left-out"]);
    let found = of(&["found"]);
    let missing = files.missing.clone();
    let heavy = files.too_heavy.clone();
    let beyond = |count: usize| count.checked_sub(LISTED).filter(|more| *more > 0);
    let more = move |count: usize| beyond(count).map(|more| view! { <li class="muted">{text.rows_beyond(more)}</li> });
    let (missed, matched, left) = (missing.len(), found.len(), not_attached.len());
    view! {
        {(!asked.is_empty())
            .then(|| {
                view! {
                    <h3>{text.invoices_to_settle()}</h3>
                    <ul class="invoice-list">{asked.into_iter().map(|file| view! { <Asked file/> }).collect_view()}</ul>
                }
            })}
        {(!heavy.is_empty())
            .then(|| {
                view! {
                    <ul class="remarks remarks-warning">
                        {heavy.into_iter().take(LISTED).map(|line| view! { <li>{line}</li> }).collect_view()}
                    </ul>
                }
            })}
        {(missed > 0)
            .then(|| {
                view! {
                    <details class="later">
                        <summary>{text.invoices_missing(missed)}</summary>
                        <ul class="invoice-list">
                            {missing
                                .into_iter()
                                .take(LISTED)
                                .map(|invoice| view! { <li><bdi>{named(&invoice)}</bdi></li> })
                                .collect_view()}
                            {more(missed)}
                        </ul>
                    </details>
                }
            })}
        {(left > 0)
            .then(|| {
                view! {
                    <details class="later" open=true>
                        <summary>{text.invoices_not_attached(left)}</summary>
                        <ul class="invoice-list">
                            {not_attached.into_iter().take(LISTED).map(|file| view! { <Line file/> }).collect_view()}
                            {more(left)}
                        </ul>
                    </details>
                }
            })}
        {(matched > 0)
            .then(|| {
                view! {
                    <details class="later">
                        <summary>{text.invoices_found(matched)}</summary>
                        <ul class="invoice-list">
                            {found.into_iter().take(LISTED).map(|file| view! { <Line file/> }).collect_view()}
                            {more(matched)}
                        </ul>
                    </details>
                }
            })}
    }
}

/// How many files are what.
fn told(text: Language, of: &InvoiceFiles) -> String {
    let count = |state: &str| of.files.iter().filter(|file| file.state == state).count();
    let (found, asked) = (count("found"), count("ask"));
    text.invoices_summary([found, asked, of.files.len() - found - asked, of.missing.len()], of.limit_bytes)
}

/// An invoice, in one line.
fn named(invoice: &InvoiceRef) -> String {
    format!("{} · {}", invoice.document, invoice.name)
}

/// A file and its size.
#[component]
fn Named(
    /// The file.
    name: String,
    /// Its size in bytes.
    bytes: u64,
) -> impl IntoView {
    let text: Language = use_text();
    view! {
        <code><bdi>{name}</bdi></code>
        " "
        <span class="muted">{text.megabytes(bytes)}</span>
    }
}

/// A file of which nothing is asked.
#[component]
fn Line(
    /// It.
    file: InvoiceFile,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let name = file.name.clone();
    // What a person said can be unsaid.
    let said = session.invoice_choices.with_value(|choices| choices.iter().any(|choice| choice.file == name));
    view! {
        <li>
            <Named name=file.name bytes=file.bytes/>
            {file.invoice.as_ref().map(|invoice| view! { " → " <bdi>{named(invoice)}</bdi> })}
            {(!file.remark.is_empty()).then(|| view! { " " <span class="muted">{file.remark}</span> })}
            {said
                .then(|| {
                    view! {
                        " "
                        <button type="button" class="quiet" on:click=move |_| work::unchoose_invoice(session, &name)>
                            {text.invoice_unchoose()}
                        </button>
                    }
                })}
        </li>
    }
}

/// A file that may be of several invoices.
#[component]
fn Asked(
    /// It.
    file: InvoiceFile,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let id = format!("invoice-{}", file.name);
    let options = [text.invoice_choose().to_owned(), text.invoice_leave_out().to_owned()]
        .into_iter()
        .chain(file.candidates.iter().map(named))
        .collect();
    let (name, candidates) = (file.name.clone(), file.candidates.clone());
    let chosen = Callback::new(move |place: usize| match place.checked_sub(1) {
        None => {}
        Some(0) => work::choose_invoice(session, name.clone(), None),
        Some(place) => {
            let invoice = candidates.get(place - 1).map(|one| (one.customer.clone(), one.document.clone()));
            work::choose_invoice(session, name.clone(), invoice);
        }
    });
    let label = text.invoice_which(&file.name);
    view! {
        <li>
            <Named name=file.name bytes=file.bytes/>
            " "
            <span class="muted">{file.remark}</span>
            <Choice id label options shown=Signal::stored(0) chosen/>
        </li>
    }
}
