//! What the page has to say: it stays until it is closed.

use crate::session::{Notice, Said, use_session, use_text};
use crate::work;
use leptos::prelude::*;
use text::Language;

/// The region where things are said.
#[component]
pub fn Notices() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let close = move |id: u32| session.notices.update(|notices| notices.retain(|notice| notice.id != id));
    view! {
        <div class="notices" aria-label=text.label_notices() role="region">
            <For each=move || session.notices.get() key=|notice| notice.id let(notice)>
                <NoticeCard notice on_close=close/>
            </For>
        </div>
    }
}

/// One notice.
#[component]
fn NoticeCard(
    /// What is said.
    notice: Notice,
    /// Closes it.
    on_close: impl Fn(u32) + Copy + 'static,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let file = match &notice.said {
        Said::Refused(failure) => failure.file.clone(),
        _ => None,
    };
    let bindable = matches!(&notice.said, Said::Refused(failure) if work::bindable(session, failure));
    let replaced = matches!(notice.said, Said::Replaced(_));
    let is_error = notice.said.is_error();
    let (role, class) = if is_error { ("alert", "notice notice-error") } else { ("status", "notice") };
    let id = notice.id;
    view! {
        <div class=class role=role>
            <p>
                <strong>{if is_error { text.notice_error() } else { text.notice_information() }}</strong>
                " "
                {sentence(text, &notice.said)}
            </p>
            {bindable
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| {
                                on_close(id);
                                work::look(session, file.clone(), None, None);
                            }
                        >
                            {text.button_name_columns()}
                        </button>
                    }
                })}
            {replaced
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| work::go_back(session)>
                            {text.button_previous_dossier()}
                        </button>
                    }
                })}
            <button type="button" class="quiet" on:click=move |_| on_close(id)>
                {text.button_close()}
            </button>
        </div>
    }
}

fn sentence(text: Language, said: &Said) -> String {
    match said {
        Said::Refused(failure) => format!("{} {}", failure.message, failure.advice),
        Said::ReaderStopped(files) => text.reader_stopped(files),
        Said::ReaderSilent(files) => text.reader_silent(files),
        Said::NoEngine => text.engine_missing().to_owned(),
        Said::ModelsGiven(count) => text.models_given(*count),
        Said::InvoicesGiven(count) => text.invoices_given(*count),
        Said::Replaced(names) => text.dossier_replaced(names),
        Said::ExportCancelled => text.export_cancelled().to_owned(),
        Said::OpeningCancelled => text.opening_cancelled().to_owned(),
        Said::Reopened => text.dossier_reopened().to_owned(),
        Said::LostForGood => text.engine_lost_for_good().to_owned(),
        Said::NoFiles => text.drop_without_files().to_owned(),
        Said::NoTable => text.paste_without_table().to_owned(),
        Said::NotSaved => text.file_not_saved().to_owned(),
        Said::SheetWithoutReceivables(sheet) => text.sheet_without_receivables(sheet),
    }
}
