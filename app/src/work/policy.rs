//! The policy of the plan: shown as a form, changed one field at a time, tried on this ledger, followed once a person
//! says so. The engine makes each change; here the texts of the document are kept, to go back.

use super::followup::edit;
use super::opening::reopen;
use super::saying::{refused, say, succeeded};
use crate::browser::{download, focus};
use crate::engine::Answer;
use crate::logic::policy_log::Compared;
use crate::session::{About, Fetched, Said, Session};
use js_sys::Uint8Array;
use leptos::prelude::*;
use protocol::{
    Operation, OutcomesQuery, PolicyChange, PolicyEdit, PolicyFormQuery, PolicyOutcome, PolicyView, Reply, Request,
    Setting, SimulationQuery,
};
use std::sync::Arc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// Stands for the policy the dossier follows in a back-test.
const FOLLOWED: &str = "null";

/// Shows the policy being edited; the one the dossier follows where none is.
pub fn refresh_policy(session: Session) {
    show(session, session.policy.with_untracked(|log| log.now().cloned()), None);
}

/// Changes the policy being edited.
pub fn change_policy(session: Session, path: String, change: PolicyEdit) {
    session.policy_changes.update_value(|(_, waiting)| waiting.push_back(PolicyChange { path, change }));
    if session.policy_changes.with_value(|(busy, _)| !busy) {
        make_next_change(session);
    }
}

/// One change after the other: each is made to what the one before left.
fn make_next_change(session: Session) {
    let mut next = None;
    session.policy_changes.update_value(|(busy, waiting)| {
        next = waiting.pop_front();
        *busy = next.is_some();
    });
    if let Some(change) = next {
        show(session, session.policy.with_untracked(|log| log.now().cloned()), Some(change));
    }
}

/// Puts a policy that comes with the product in place of the one being edited.
pub fn show_preset(session: Session, preset: &str) {
    show(session, Some(preset_name(preset)), None);
}

/// Takes the last change back.
pub fn undo_policy(session: Session) {
    session.policy.update(|log| log.undo());
    refresh_policy(session);
}

/// Makes the change taken back last again.
pub fn redo_policy(session: Session) {
    session.policy.update(|log| log.redo());
    refresh_policy(session);
}

/// The dossier follows the policy being edited from now on.
pub fn follow_policy(session: Session) {
    let value = session.policy.with_untracked(|log| log.now().cloned());
    edit(session, Operation::Set { setting: Setting::Policy, value });
}

/// Reads a policy from a file, in place of the one being edited.
pub fn open_policy(session: Session, file: File) {
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        show(session, Some(text.unwrap_or_default()), None);
    });
}

/// Hands the policy being edited over as a file.
pub fn save_policy(session: Session) {
    let Some(form) = session.policy_form.get_untracked() else { return };
    let bytes = Uint8Array::from(form.json.as_bytes());
    if !download::save(&format!("{}.policy.json", form.policy.id), "application/json", &bytes) {
        say(session, Said::NotSaved);
    }
}

/// Compares other policies.
pub fn compare_policies(session: Session, compared: [Compared; 2]) {
    session.compared_policies.set(compared);
    refresh_compared(session);
}

/// Computes what the policies compared would do, and names those that may be.
pub fn refresh_compared(session: Session) {
    if session.policy_form.with_untracked(Option::is_none) {
        refresh_policy(session);
    }
    let edited = session.policy.with_untracked(|log| log.now().cloned());
    let text = |compared: Compared| match compared {
        Compared::Followed => None,
        Compared::Edited => edited.clone(),
        Compared::Preset(preset) => Some(preset_name(&preset)),
    };
    let policies = session.compared_policies.get_untracked().map(text);
    // What the policies before would do is not shown under the names of others.
    session.compared_outcomes.set(Fetched::Waiting);
    session.compared_past.set(Fetched::Waiting);
    outcomes(session, policies.to_vec(), session.compared_outcomes);
    let query = SimulationQuery {
        as_of: session.as_of.get_untracked(),
        policies: policies.map(|policy| policy.unwrap_or_else(|| FOLLOWED.to_owned())).to_vec(),
        months: None,
        assumptions: None,
    };
    computed(session, Request::Simulate(query), session.compared_past, |reply| match reply {
        Reply::Simulated(past) => Some(past),
        _ => None,
    });
}

/// The name of a preset stands for it, as a JSON text.
fn preset_name(preset: &str) -> String {
    format!("\"{preset}\"")
}

/// Asks for a policy as a form; what comes is the one being edited.
fn show(session: Session, policy: Option<String>, change: Option<PolicyChange>) {
    let changes = change.is_some();
    ask(session, Request::Policy(PolicyFormQuery { policy, change }), move |reply| {
        match reply {
            Reply::Policy(view) => {
                succeeded(session, About::Policy);
                take(session, *view);
            }
            Reply::Failed(failure) => session.policy_refused.set(Some(failure)),
            _ => {}
        }
        if changes {
            make_next_change(session);
        }
    });
}

fn take(session: Session, view: PolicyView) {
    session.policy.update(|log| log.push(&view.json));
    let sound = view.problem.is_none();
    let json = view.json.clone();
    focus::again();
    session.policy_refused.set(None);
    session.policy_form.set(Some(Arc::new(view)));
    // A policy that cannot be carried out does nothing: what was computed last stays, and is said to be older.
    if sound {
        outcomes(session, vec![None, Some(json)], session.policy_effect);
    }
}

fn outcomes(session: Session, policies: Vec<Option<String>>, into: RwSignal<Fetched<Vec<PolicyOutcome>>>) {
    let query = OutcomesQuery { as_of: session.as_of.get_untracked(), horizon_days: None, policies };
    computed(session, Request::Outcomes(query), into, |reply| match reply {
        Reply::Outcomes(outcomes) => Some(outcomes),
        _ => None,
    });
}

/// Asks for something, and shows it or why it is refused.
fn computed<T: Send + Sync + 'static>(
    session: Session,
    request: Request,
    into: RwSignal<Fetched<T>>,
    pick: fn(Reply) -> Option<T>,
) {
    let (generation, compared) = (session.generation.get_value(), session.compared_policies.get_untracked());
    ask(session, request, move |reply| {
        let current = session.compared_policies.with_untracked(|now| *now == compared);
        if session.generation.get_value() != generation || !current {
            return;
        }
        match reply {
            Reply::Failed(failure) => into.set(Fetched::Refused(failure)),
            reply => {
                if let Some(found) = pick(reply) {
                    into.set(Fetched::There(Arc::new(found)));
                }
            }
        }
    });
}

fn ask(session: Session, request: Request, heard: impl Fn(Reply) + 'static) {
    let on_answer = move |answer| match answer {
        Answer::Reply(reply, _) => {
            if let Reply::Failed(failure) = &*reply {
                refused(session, About::Policy, failure.clone());
            }
            heard(*reply);
        }
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(request, language, on_answer));
}
