//! Who writes: typed once, kept in memory only, or in the dossier's file when it is saved.

use crate::screens::correspondence_form::CorrespondenceForm;
use crate::screens::sender_lines::{Add, Line, List, Remove, Text, change};
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Sender, SenderAccount};
use text::Language;

/// One field of the sender.
struct Field {
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    complete: &'static str,
    of: fn(&mut Sender) -> &mut String,
}

/// The form, folded once filled in.
#[component]
pub fn SenderForm() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    session.sender_open.set(session.sender.with_untracked(|sender| *sender == Sender::default()));
    let field = |id, label, kind, complete, of| Field { id, label, kind, complete, of };
    let fields = [
        field("sender-company", text.sender_company(), "text", "organization", |sender| &mut sender.company),
        field("sender-name", text.sender_name(), "text", "name", |sender| &mut sender.name),
        field("sender-function", text.sender_function(), "text", "organization-title", |sender| &mut sender.function),
        field("sender-email", text.sender_email(), "email", "email", |sender| &mut sender.email),
        field("sender-phone", text.sender_phone(), "tel", "tel", |sender| &mut sender.phone),
        field("sender-iban", text.sender_iban(), "text", "off", |sender| &mut sender.iban),
        field("sender-legal-form", text.sender_legal_form(), "text", "off", |sender| &mut sender.legal_form),
        field("sender-siren", text.sender_siren(), "text", "off", |sender| &mut sender.siren),
        field("sender-registry", text.sender_registry(), "text", "off", |sender| &mut sender.registry),
    ];
    let copies = move || session.sender.with(|sender| sender.cc.join("; "));
    let choose_language = move |code: String| {
        session.draft_language.set(code.parse().ok());
        work::refresh_drafts(session);
    };
    view! {
        <details
            class="card sender"
            prop:open=move || session.sender_open.get()
            on:toggle:target=move |event| session.sender_open.set(event.target().open())
        >
            <summary>{text.title_sender()}</summary>
            <p class="muted">{text.sender_help()}</p>
            <div class="sender-fields">
                {fields.into_iter().map(|field| view! { <FieldLine field/> }).collect_view()}
                <div class="field">
                    <label for="sender-address">{text.sender_address()}</label>
                    <textarea
                        id="sender-address"
                        rows="3"
                        prop:value=move || session.sender.with(|sender| sender.address.clone())
                        on:change:target=move |event| {
                            let address = event.target().value();
                            change(session, |sender| sender.address = address);
                        }
                    ></textarea>
                </div>
                <div class="field">
                    <label for="sender-cc">{text.sender_cc()}</label>
                    <input
                        id="sender-cc"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=copies
                        on:change:target=move |event| {
                            let typed = event.target().value();
                            let copies = typed.split(';').map(str::trim).filter(|one| !one.is_empty());
                            let copies: Vec<String> = copies.map(str::to_owned).collect();
                            change(session, |sender| sender.cc = copies);
                        }
                    />
                </div>
                <div class="field">
                    <label for="draft-language">{text.label_draft_language()}</label>
                    <select id="draft-language" on:change:target=move |event| choose_language(event.target().value())>
                        <option value="" selected=session.draft_language.get_untracked().is_none()>
                            {text.draft_language_by_customer()}
                        </option>
                        {Language::ALL
                            .into_iter()
                            .map(|one| {
                                let selected = session.draft_language.get_untracked() == Some(one);
                                view! { <option value=one.code() lang=one.code() selected=selected>{one.own_name()}</option> }
                            })
                            .collect_view()}
                    </select>
                </div>
            </div>
            <Accounts/>
            <CorrespondenceForm/>
        </details>
    }
}

/// A field and its name.
#[component]
fn FieldLine(
    /// It.
    field: Field,
) -> impl IntoView {
    let session = use_session();
    let Field { id, label, kind, complete, of } = field;
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type=kind
                autocomplete=complete
                spellcheck="false"
                prop:value=move || of(&mut session.sender.get()).clone()
                on:change:target=move |event| {
                    let value = event.target().value();
                    change(session, |sender| *of(sender) = value);
                }
            />
        </div>
    }
}

/// Accounts by currency, beside the first one.
#[component]
fn Accounts() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let count = Memo::new(move |_| session.sender.with(|sender| sender.accounts.len()));
    view! {
        <fieldset class="sender-accounts">
            <legend>{text.sender_accounts()}</legend>
            {move || (0..count.get()).map(|at| view! { <AccountLine at/> }).collect_view()}
            <Add
                id="sender-account-add"
                label=text.sender_account_add()
                add=|sender| sender.accounts.push(SenderAccount::default())
            />
        </fieldset>
    }
}

/// One account.
#[component]
fn AccountLine(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let text = use_text();
    let list: List<SenderAccount> = |sender| &mut sender.accounts;
    let parts: [(&str, &str, Text<SenderAccount>); 4] = [
        ("currency", text.sender_account_currency(), |account| &mut account.currency),
        ("iban", text.sender_iban(), |account| &mut account.iban),
        ("bic", text.sender_account_bic(), |account| &mut account.bic),
        ("holder", text.sender_account_holder(), |account| &mut account.holder),
    ];
    view! {
        <div class="sender-fields">
            {parts
                .into_iter()
                .map(|(key, label, of)| {
                    view! { <Line id=format!("sender-account-{at}-{key}") label list at of/> }
                })
                .collect_view()}
            <Remove list at label=text.sender_account_remove()/>
        </div>
    }
}
