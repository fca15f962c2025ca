//! The policy of the plan, as sentences built by lists and fields; what is wrong in it, where it is wrong; what it would
//! do to this ledger. Whatever is changed here can be taken back, and the plan follows it only when a person says so.

use crate::browser::files;
use crate::components::choice::Choice;
use crate::components::fetched::Refused;
use crate::components::unfolded::use_unfolded;
use crate::components::waiting::Skeleton;
use crate::screens::plan::PartsOfPlan;
use crate::screens::policy_effect::Outcomes;
use crate::session::{Fetched, use_session, use_text};
use crate::work;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use protocol::{FieldKind, FormRemark, PolicyEdit, PolicyField, PolicyLine, PolicyPart, PolicySection, PolicyView};
use std::sync::Arc;

/// The screen.
#[component]
pub fn PolicyScreen() -> impl IntoView {
    let session = use_session();
    let text = use_text();
    // The keys of undo belong to the policy while the focus is in it; in a field they belong to what is typed.
    let keys = move |event: KeyboardEvent| {
        let undo = matches!(event.key().as_str(), "z" | "Z" | "y") && (event.ctrl_key() || event.meta_key());
        if undo && !crate::browser::focus::in_field(&event) {
            event.prevent_default();
            event.stop_propagation();
            if event.key() == "y" || event.shift_key() {
                work::redo_policy(session);
            } else {
                work::undo_policy(session);
            }
        }
    };
    view! {
        <section class="policy" on:keydown=keys>
            <div class="screen-head">
                <h1 id="title" tabindex="-1">{text.title_policy()}</h1>
                <PartsOfPlan/>
            </div>
            <p class="lead">{text.policy_lead()}</p>
            {move || match (session.policy_form.get(), session.policy_refused.get()) {
                (Some(form), _) => view! { <Tools form=Arc::clone(&form)/> <Body form/> }.into_any(),
                (None, Some(failure)) => view! { <Refused failure/> }.into_any(),
                (None, None) => view! { <Skeleton/> }.into_any(),
            }}
        </section>
    }
}

/// Preset, undo, files, and the word that makes the plan follow.
#[component]
fn Tools(
    /// The policy.
    form: Arc<PolicyView>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let names: Vec<String> = std::iter::once(text.policy_model_none().to_owned())
        .chain(form.presets.iter().map(|preset| preset.name.clone()))
        .collect();
    let ids: Vec<String> = form.presets.iter().map(|preset| preset.id.clone()).collect();
    let choose = Callback::new(move |place: usize| {
        if let Some(id) = place.checked_sub(1).and_then(|place| ids.get(place)) {
            work::show_preset(session, id);
        }
    });
    let open = move |list| {
        if let Some(file) = files::listed(list).into_iter().next() {
            work::open_policy(session, file);
        }
    };
    let status = if form.followed { text.policy_followed() } else { text.policy_not_followed() };
    view! {
        <div class="policy-tools">
            <Choice id="preset" label=text.policy_model() options=names shown=Signal::stored(0) chosen=choose/>
            <button
                id="policy-undo"
                type="button"
                class="button"
                disabled=move || !session.policy.read().can_undo()
                on:click=move |_| work::undo_policy(session)
            >
                {text.button_undo()}
            </button>
            <button
                id="policy-redo"
                type="button"
                class="button"
                disabled=move || !session.policy.read().can_redo()
                on:click=move |_| work::redo_policy(session)
            >
                {text.button_redo()}
            </button>
            <label class="button file-button">
                {text.policy_open()}
                <input
                    type="file"
                    accept=".json"
                    class="unseen"
                    on:change:target=move |event| open(event.target().files())
                />
            </label>
            <button type="button" class="button" on:click=move |_| work::save_policy(session)>
                {text.policy_save()}
            </button>
            <button
                id="policy-follow"
                type="button"
                class="button button-primary"
                disabled=form.followed || form.problem.is_some()
                on:click=move |_| work::follow_policy(session)
            >
                {text.policy_follow()}
            </button>
        </div>
        <p role="status" class:control=true class:control-ok=form.followed>
            <strong>{form.policy.name.clone()}</strong> ". " {status}
        </p>
    }
}

/// What is wrong, the effect, and the parts.
#[component]
fn Body(
    /// The policy.
    form: Arc<PolicyView>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let stale = form.problem.is_some();
    let heads = [text.policy_now().to_owned(), text.policy_edited().to_owned()];
    let problem = form.problem.clone();
    let advice = form.advice.clone();
    let kept = use_unfolded();
    let open = kept.starts("effect", true);
    view! {
        {problem.clone().map(|problem| view! { <p class="notice notice-error" role="alert">{problem.text}</p> })}
        <details class="policy-part" open=open on:toggle:target=move |event| kept.keep("effect", event.target().open())>
            <summary>
                <h2>{text.policy_effect()}</h2>
            </summary>
            {stale.then(|| view! { <p class="field-error">{text.policy_effect_stale()}</p> })}
            {move || match session.policy_effect.get() {
                Fetched::There(outcomes) => view! { <Outcomes outcomes heads=heads.clone()/> }.into_any(),
                Fetched::Refused(failure) => view! { <Refused failure/> }.into_any(),
                // Of a policy that cannot be carried out nothing is computed: the sentence above says so.
                Fetched::Waiting => ().into_any(),
            }}
        </details>
        {(!advice.is_empty())
            .then(|| {
                view! {
                    <section class="card policy-advice">
                        <h2>{text.title_advice()}</h2>
                        <ul>{advice.iter().map(|one| view! { <li>{one.text.clone()}</li> }).collect_view()}</ul>
                    </section>
                }
            })}
        {form
            .sections
            .iter()
            .map(|section| view! { <Section section=section.clone() problem=problem.clone() advice=advice.clone()/> })
            .collect_view()}
    }
}

/// One part.
#[component]
fn Section(
    /// It.
    section: PolicySection,
    /// What is wrong with the policy.
    problem: Option<FormRemark>,
    /// What the linter says of it.
    advice: Vec<FormRemark>,
) -> impl IntoView {
    let session = use_session();
    let kept = use_unfolded();
    let wrong = problem.as_ref().is_some_and(|problem| section.lines.iter().any(|line| concerns(problem, line)));
    let key = section.list.as_ref().map_or_else(|| section.title.clone(), |(path, _)| path.clone());
    let open = wrong || kept.starts(&key, key == "scenarios[0].steps");
    let list = section.list;
    let path = list.as_ref().map(|(path, _)| path.clone());
    let add = list.map(|(path, words)| {
        let id = format!("add-{path}");
        view! {
            <button
                id=id
                type="button"
                class="button"
                on:click=move |_| work::change_policy(session, path.clone(), PolicyEdit::Add)
            >
                {words}
            </button>
        }
    });
    let timeline = (!section.timeline.is_empty()).then(|| {
        let step = |step: protocol::TimelineStep| {
            view! {
                <li>
                    <b>{step.place}</b>
                    <span>{step.channel}</span>
                    <span class="muted">{step.name}</span>
                </li>
            }
        };
        view! { <ol class="timeline">{section.timeline.into_iter().map(step).collect_view()}</ol> }
    });
    view! {
        <details class="policy-part" open=open on:toggle:target=move |event| kept.keep(&key, event.target().open())>
            <summary>
                <h2>{section.title}</h2>
                {timeline}
            </summary>
            {(!section.help.is_empty()).then(|| view! { <p class="field-help">{section.help}</p> })}
            <ol class="policy-lines">
                {section
                    .lines
                    .into_iter()
                    .map(|line| {
                        let listed = path.as_ref().is_some_and(|path| line.path.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('[')));
                        let problem = problem.clone().filter(|problem| concerns(problem, &line));
                        let advice: Vec<String> = advice.iter().filter(|one| concerns(one, &line)).map(|one| one.text.clone()).collect();
                        view! { <Line line listed problem advice/> }
                    })
                    .collect_view()}
            </ol>
            {add}
        </details>
    }
}

/// Whether a remark is about a line or something in it.
fn concerns(remark: &FormRemark, line: &PolicyLine) -> bool {
    // The steps and limits of a scenario have lines of their own.
    let elsewhere = |rest: &str| rest.starts_with(".steps") || rest.starts_with(".limits");
    let rest = remark.path.strip_prefix(line.path.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']) && !elsewhere(rest))
}

/// One sentence.
#[component]
fn Line(
    /// It.
    line: PolicyLine,
    /// Whether it is one of a list: it can be moved and taken away.
    listed: bool,
    /// What is wrong in it.
    problem: Option<FormRemark>,
    /// What the linter says of it.
    advice: Vec<String>,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let path = line.path;
    let wrong = problem.as_ref().map(|problem| problem.path.clone());
    let refused = problem.is_some();
    let moves = listed.then(|| {
        let (up, gone) = (path.clone(), path.clone());
        let first = path.ends_with("[0]");
        view! {
            <span class="line-tools">
                <button
                    id=format!("up-{path}")
                    type="button"
                    class="quiet"
                    disabled=first
                    on:click=move |_| work::change_policy(session, up.clone(), PolicyEdit::Up)
                >
                    {text.policy_row_up()}
                </button>
                <button
                    id=format!("remove-{path}")
                    type="button"
                    class="quiet"
                    on:click=move |_| work::change_policy(session, gone.clone(), PolicyEdit::Remove)
                >
                    {text.policy_row_remove()}
                </button>
            </span>
        }
    });
    view! {
        <li class="policy-line" class:policy-wrong=refused>
            <p class="sentence">
                {line
                    .parts
                    .into_iter()
                    .map(|part| match part {
                        PolicyPart::Words(words) => view! { <span>{words}</span> }.into_any(),
                        PolicyPart::Field(field) => {
                            let wrong = wrong.as_ref() == Some(&field.path);
                            view! { <Field field wrong/> }.into_any()
                        }
                    })
                    .collect_view()}
            </p>
            {problem.map(|problem| view! { <p class="field-error">{problem.text}</p> })}
            {advice.into_iter().map(|words| view! { <p class="line-advice">{words}</p> }).collect_view()}
            {moves}
        </li>
    }
}

/// One field.
#[component]
fn Field(
    /// It.
    field: PolicyField,
    /// Whether what it holds is refused.
    wrong: bool,
) -> impl IntoView {
    let session = use_session();
    let id = format!("field-{}", field.path);
    let path = field.path;
    let set = move |value: String| work::change_policy(session, path.clone(), PolicyEdit::Set(value));
    let (kind, class) = match &field.kind {
        FieldKind::Number => ("text", "field-number"),
        FieldKind::Money => ("text", "field-money"),
        FieldKind::Words | FieldKind::Choice(_) => ("text", "field-words"),
        FieldKind::Day => ("date", "field-day"),
    };
    match field.kind {
        FieldKind::Choice(options) => view! {
            <select
                id=id
                aria-label=field.label
                aria-invalid=wrong.to_string()
                on:change:target=move |event| set(event.target().value())
            >
                {options
                    .into_iter()
                    .map(|option| {
                        let selected = option.id == field.value;
                        view! { <option value=option.id selected=selected>{option.name}</option> }
                    })
                    .collect_view()}
            </select>
        }
        .into_any(),
        FieldKind::Number | FieldKind::Money | FieldKind::Words | FieldKind::Day => view! {
            <input
                id=id
                type=kind
                class=class
                inputmode=if class == "field-number" { "numeric" } else { "text" }
                autocomplete="off"
                aria-label=field.label
                aria-invalid=wrong.to_string()
                prop:value=field.value
                on:change:target=move |event| set(event.target().value())
            />
        }
        .into_any(),
    }
}
