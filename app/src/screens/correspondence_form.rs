//! Who else signs, whom customers are written to through, and the rules that choose among them.

use crate::components::choice::Choice;
use crate::screens::sender_lines::{Add, Line, List, Remove, Text, set};
use crate::session::{use_session, use_text};
use leptos::prelude::*;
use protocol::{Colleague, ContactRole, CustomerContact, LetterRule, Sender};
use text::Language;

/// The roles of contacts, by place in their list.
const ROLES: [(ContactRole, &str); 5] = [
    (ContactRole::Dunning, "dunning"),
    (ContactRole::Accounting, "accounting"),
    (ContactRole::Buyer, "buyer"),
    (ContactRole::Manager, "manager"),
    (ContactRole::Legal, "legal"),
];
/// From which step on a rule holds, by place in their list.
const TONES: [&str; 6] = ["", "reminder", "proposal", "last-notice", "formal", "hand-over"];

/// The three lists.
#[component]
pub fn CorrespondenceForm() -> impl IntoView {
    let text = use_text();
    let session = use_session();
    let count = |of: fn(&Sender) -> usize| Memo::new(move |_| session.sender.with(of));
    let colleagues = count(|sender| sender.colleagues.len());
    let contacts = count(|sender| sender.contacts.len());
    // The lines of rules are drawn again where a name they offer changed.
    let rules = Memo::new(move |_| {
        session.sender.with(|sender| {
            (sender.rules.len(), sender.colleagues.iter().map(|one| one.name.clone()).collect::<Vec<_>>())
        })
    });
    view! {
        <fieldset class="sender-accounts">
            <legend>{text.sender_colleagues()}</legend>
            <p class="muted">{text.sender_colleagues_help()}</p>
            {move || (0..colleagues.get()).map(|at| view! { <ColleagueLine at/> }).collect_view()}
            <Add id="colleague-add" label=text.sender_colleague_add() add=|sender| sender.colleagues.push(Colleague::default())/>
        </fieldset>
        <fieldset class="sender-accounts">
            <legend>{text.sender_contacts()}</legend>
            <p class="muted">{text.sender_contacts_help()}</p>
            {move || (0..contacts.get()).map(|at| view! { <ContactLine at/> }).collect_view()}
            <Add
                id="contact-add"
                label=text.sender_contact_add()
                add=|sender| sender.contacts.push(CustomerContact::default())
            />
        </fieldset>
        <fieldset class="sender-accounts">
            <legend>{text.sender_rules()}</legend>
            <p class="muted">{text.sender_rules_help()}</p>
            {move || {
                let (count, names) = rules.get();
                (0..count).map(|at| view! { <RuleLine at names=names.clone()/> }).collect_view()
            }}
            <Add id="rule-add" label=text.sender_rule_add() add=|sender| sender.rules.push(LetterRule::default())/>
        </fieldset>
    }
}

/// A colleague.
#[component]
fn ColleagueLine(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let text = use_text();
    let list: List<Colleague> = |sender| &mut sender.colleagues;
    let parts: [(&str, &str, Text<Colleague>); 4] = [
        ("name", text.person_name(), |one| &mut one.name),
        ("function", text.sender_function(), |one| &mut one.function),
        ("email", text.sender_email(), |one| &mut one.email),
        ("phone", text.sender_phone(), |one| &mut one.phone),
    ];
    view! {
        <div class="sender-fields">
            {parts
                .into_iter()
                .map(|(key, label, of)| view! { <Line id=format!("colleague-{at}-{key}") label list at of/> })
                .collect_view()}
            <Remove list at label=text.sender_line_remove()/>
        </div>
    }
}

/// A contact of a customer.
#[component]
fn ContactLine(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let list: List<CustomerContact> = |sender| &mut sender.contacts;
    let before: [(&str, &str, Text<CustomerContact>); 1] =
        [("customer", text.contact_customer(), |one| &mut one.customer)];
    let after: [(&str, &str, Text<CustomerContact>); 3] = [
        ("name", text.person_name(), |one| &mut one.name),
        ("email", text.sender_email(), |one| &mut one.email),
        ("phone", text.sender_phone(), |one| &mut one.phone),
    ];
    let line = move |(key, label, of)| view! { <Line id=format!("contact-{at}-{key}") label list at of/> };
    let shown = Signal::derive(move || {
        let role = session.sender.with(|sender| sender.contacts.get(at).map(|one| one.role));
        role.and_then(|role| ROLES.iter().position(|(one, _)| *one == role)).unwrap_or_default()
    });
    let chosen = Callback::new(move |place: usize| {
        if let Some((role, _)) = ROLES.get(place).copied() {
            set(session, list, at, |one| one.role = role);
        }
    });
    let roles = ROLES.iter().map(|(_, key)| text.contact_role(key).to_owned()).collect::<Vec<_>>();
    view! {
        <div class="sender-fields">
            {before.into_iter().map(line).collect_view()}
            <Choice id=format!("contact-{at}-role") label=text.contact_role_label() options=roles shown chosen/>
            {after.into_iter().map(line).collect_view()}
            <Remove list at label=text.sender_line_remove()/>
        </div>
    }
}

/// Whom a rule is for, by place in the list: everybody, a country, a customer, a segment, a salesperson.
const EVERYBODY: usize = 0;
const COUNTRY: usize = 1;
const CUSTOMER: usize = 2;
const SEGMENT: usize = 3;

/// Whom a rule is for, and its words.
fn scope(rule: &LetterRule) -> (usize, String) {
    if !rule.customer.is_empty() {
        (CUSTOMER, rule.customer.clone())
    } else if !rule.country.is_empty() {
        (COUNTRY, rule.country.clone())
    } else if !rule.segments.is_empty() {
        (SEGMENT, rule.segments.join(", "))
    } else if !rule.salespersons.is_empty() {
        (SEGMENT + 1, rule.salespersons.join(", "))
    } else {
        (EVERYBODY, String::new())
    }
}

/// A list as people type it.
fn words(typed: &str, mark: char) -> Vec<String> {
    typed.split(mark).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

/// The same rule for somebody else.
fn scoped(rule: &mut LetterRule, place: usize, typed: &str) {
    let typed = typed.trim();
    rule.customer = if place == CUSTOMER { typed.to_owned() } else { String::new() };
    rule.country = if place == COUNTRY { typed.to_owned() } else { String::new() };
    rule.segments = if place == SEGMENT { words(typed, ',') } else { Vec::new() };
    rule.salespersons = if place > SEGMENT { words(typed, ',') } else { Vec::new() };
}

/// A rule.
#[component]
fn RuleLine(
    /// Its place.
    at: usize,
    /// The colleagues, by name.
    names: Vec<String>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let list: List<LetterRule> = |sender| &mut sender.rules;
    let rule = move || session.sender.with(|sender| sender.rules.get(at).cloned().unwrap_or_default());
    // Which field of a person or a group is shown before anything is typed in it.
    let place = RwSignal::new(untrack(|| scope(&rule()).0));
    let choose_scope = Callback::new(move |chosen: usize| {
        place.set(chosen);
        let typed = untrack(|| scope(&rule()).1);
        set(session, list, at, |rule| scoped(rule, chosen, &typed));
    });
    let scopes = [
        text.rule_everybody(),
        text.rule_country(),
        text.rule_customer(),
        text.rule_segment(),
        text.rule_salesperson(),
    ];
    let tones = TONES.iter().map(|tone| text.rule_from_tone(tone).to_owned()).collect::<Vec<_>>();
    let tone = Signal::derive(move || TONES.iter().position(|one| *one == rule().from_tone).unwrap_or_default());
    let choose_tone = Callback::new(move |chosen: usize| {
        let tone = TONES.get(chosen).copied().unwrap_or_default();
        set(session, list, at, |rule| rule.from_tone = tone.to_owned());
    });
    let mut signers = vec![String::new(), "salesperson".to_owned()];
    signers.extend(names.into_iter().filter(|name| !name.trim().is_empty()));
    let named = |name: &String| match name.as_str() {
        "" => text.rule_unsaid().to_owned(),
        "salesperson" => text.salesperson_of_customer().to_owned(),
        name => name.to_owned(),
    };
    let signer_names = signers.iter().map(named).collect::<Vec<_>>();
    let signers = StoredValue::new(signers);
    let signer = Signal::derive(move || {
        let signs = rule().signs;
        signers.with_value(|signers| signers.iter().position(|one| *one == signs)).unwrap_or_default()
    });
    let choose_signer = Callback::new(move |chosen: usize| {
        let name = signers.with_value(|signers| signers.get(chosen).cloned()).unwrap_or_default();
        set(session, list, at, |rule| rule.signs = name);
    });
    let unsaid = || vec![text.rule_unsaid().to_owned()];
    let roles = [unsaid(), ROLES.iter().map(|(_, key)| text.contact_role(key).to_owned()).collect()].concat();
    let role = Signal::derive(move || {
        let wanted = rule().write_to;
        wanted.and_then(|role| ROLES.iter().position(|(one, _)| *one == role)).map_or(0, |place| place + 1)
    });
    let choose_role = Callback::new(move |chosen: usize| {
        let role = chosen.checked_sub(1).and_then(|place| ROLES.get(place)).map(|(role, _)| *role);
        set(session, list, at, |rule| rule.write_to = role);
    });
    let languages = [unsaid(), Language::ALL.map(|one| one.own_name().to_owned()).to_vec()].concat();
    let language = Signal::derive(move || {
        let wanted = rule().language;
        wanted.and_then(|one| Language::ALL.iter().position(|other| *other == one)).map_or(0, |place| place + 1)
    });
    let choose_language = Callback::new(move |chosen: usize| {
        let language = chosen.checked_sub(1).and_then(|place| Language::ALL.get(place)).copied();
        set(session, list, at, |rule| rule.language = language);
    });
    let id = move |key: &str| format!("rule-{at}-{key}");
    view! {
        <div class="sender-fields" role="group" aria-label=text.rule_numbered(at + 1)>
            <Choice
                id=id("scope")
                label=text.rule_scope(at + 1)
                options=scopes.map(str::to_owned).to_vec()
                shown=place.into()
                chosen=choose_scope
            />
            {move || {
                (place.get() != EVERYBODY)
                    .then(|| {
                        view! {
                            <div class="field">
                                <label for=id("whom")>{text.rule_whom(place.get())}</label>
                                <input
                                    id=id("whom")
                                    type="text"
                                    autocomplete="off"
                                    spellcheck="false"
                                    prop:value=move || scope(&rule()).1
                                    on:change:target=move |event| {
                                        let typed = event.target().value();
                                        let place = place.get_untracked();
                                        set(session, list, at, |rule| scoped(rule, place, &typed));
                                    }
                                />
                            </div>
                        }
                    })
            }}
            <Choice id=id("tone") label=text.rule_tone() options=tones shown=tone chosen=choose_tone/>
            <Choice id=id("signs") label=text.choice_about("signatory") options=signer_names shown=signer chosen=choose_signer/>
            <Choice id=id("to") label=text.choice_about("contact") options=roles shown=role chosen=choose_role/>
            <div class="field">
                <label for=id("copies")>{text.rule_copies()}</label>
                <input
                    id=id("copies")
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || text.rule_copies_shown(&rule().copies)
                    on:change:target=move |event| {
                        let copies = text.rule_copies_typed(&event.target().value());
                        set(session, list, at, |rule| rule.copies = copies);
                    }
                />
            </div>
            <Choice id=id("language") label=text.choice_about("language") options=languages shown=language chosen=choose_language/>
            <Remove list at label=text.sender_line_remove()/>
        </div>
    }
}
