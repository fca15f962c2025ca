//! What a person decides about a contact: approve it, skip it with a reason, put it off, make it by other means. Each is
//! an edit of the dossier, and can be taken back.

use crate::components::channel;
use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{Action, Approval, Operation, Review, Verdict};
use values::Day;

/// The choices.
#[component]
pub fn Decide(
    /// The contact.
    action: Action,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let error = RwSignal::new(None::<&'static str>);
    let reason = RwSignal::new(String::new());
    let until = RwSignal::new(None::<Day>);
    let approved = action.approval == Approval::Approved;
    let own = action.channel;
    let id = StoredValue::new(action.id);
    let decide = move |verdict| {
        error.set(None);
        let review = Review { action: id.get_value(), day: session.as_of.get_untracked(), verdict };
        work::edit(session, Operation::Review(review));
    };
    let skip = move |_| match reason.with_untracked(|reason| reason.trim().to_owned()) {
        reason if reason.is_empty() => error.set(Some(text.decide_no_reason())),
        reason => decide(Verdict::Skipped { reason }),
    };
    let put_off = move |_| match until.get_untracked().filter(|until| *until > session.as_of.get_untracked()) {
        Some(until) => decide(Verdict::Snoozed { until }),
        None => error.set(Some(text.decide_no_day())),
    };
    let by_other = move |code: String| {
        if let Some(channel) = channel::ALL.into_iter().find(|one| channel::code(*one) == code) {
            decide(Verdict::ChannelChanged { channel });
        }
    };
    view! {
        <fieldset class="decide">
            <legend class="unseen">{text.decide_title()}</legend>
            <p class="field-error" role="alert">{move || error.get()}</p>
            {if approved {
                let take_back = move |_| work::edit(session, Operation::Unreview { action: id.get_value() });
                view! {
                    <button type="button" class="button" on:click=take_back>
                        {text.decide_take_back()}
                    </button>
                }
                    .into_any()
            } else {
                view! {
                    <button type="button" class="button button-primary" on:click=move |_| decide(Verdict::Approved)>
                        {text.decide_approve()}
                    </button>
                }
                    .into_any()
            }}
            <label>
                {text.decide_channel()} " "
                <select on:change:target=move |event| by_other(event.target().value())>
                    {channel::ALL
                        .map(|one| {
                            view! {
                                <option value=channel::code(one) selected=one == own>
                                    {channel::word(text, one)}
                                </option>
                            }
                        })
                        .into_iter()
                        .collect_view()}
                </select>
            </label>
            <span class="decide-part">
                <label>
                    {text.decide_snooze()} " " {text.decide_snooze_until()} " "
                    <input
                        type="date"
                        on:change:target=move |event| until.set(event.target().value().parse().ok())
                    />
                </label>
                <button type="button" class="button" on:click=put_off>
                    {text.decide_snooze()}
                </button>
            </span>
            <span class="decide-part">
                <label>
                    {text.decide_skip_why()} " "
                    <input type="text" prop:value=move || reason.get() on:input:target=move |event| reason.set(event.target().value())/>
                </label>
                <button type="button" class="button" on:click=skip>
                    {text.decide_skip()}
                </button>
            </span>
        </fieldset>
    }
}
