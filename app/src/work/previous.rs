//! The dossier that stood open before other files took its place, with all that a person had done to it: a drop can be
//! taken back. Nothing of it is stored.

use super::opening::{Origin, open};
use crate::logic::as_of::Reason;
use crate::logic::policy_log::PolicyLog;
use crate::logic::reading_log::Log;
use crate::session::{Kept, LateChoices, Session};
use leptos::prelude::*;
use protocol::{Basis, CreditMode, Dimension, DraftEdit, EditLog, InvoiceChoice, Sender};
use std::collections::BTreeMap;
use values::{Currency, Day};
use web_sys::File;

/// What it takes to open it again as it was.
#[derive(Clone)]
pub struct Previous {
    files: Vec<File>,
    fictitious: bool,
    restored: bool,
    reading: Log,
    edits: EditLog,
    saved: Option<Kept>,
    approvals: Vec<Vec<String>>,
    pinned: Vec<String>,
    policy: PolicyLog,
    sender: Sender,
    draft_edits: BTreeMap<String, DraftEdit>,
    invoices: (Vec<File>, Vec<InvoiceChoice>),
    day: (Day, Reason, Option<Day>),
    ageing: (Basis, Vec<u32>, CreditMode, Option<Dimension>),
    currency: Option<Currency>,
    late: LateChoices,
}

impl Previous {
    /// Whether it was the fictitious one.
    pub fn fictitious(&self) -> bool {
        self.fictitious
    }

    /// The names of its files.
    pub fn names(&self) -> String {
        self.files.iter().map(File::name).collect::<Vec<_>>().join(", ")
    }

    /// Puts back what a person had done, once its files are open again.
    pub fn put_back(self, session: Session) {
        let (as_of, reason, acknowledged) = self.day;
        let (basis, limits, credits, by) = self.ageing;
        session.restored.set(self.restored);
        session.reading.set(self.reading);
        session.edits.set_value(self.edits);
        session.saved.set_value(self.saved);
        session.approvals.set_value(self.approvals);
        session.pinned.set(self.pinned);
        session.policy.set(self.policy);
        session.sender.set(self.sender);
        session.draft_edits.set(self.draft_edits);
        session.invoices_given.set_value(self.invoices.0);
        session.invoice_choices.set_value(self.invoices.1);
        session.as_of.set(as_of);
        session.reason.set(reason);
        session.acknowledged.set(acknowledged);
        session.basis.set(basis);
        session.limits.set(limits);
        session.credits.set(credits);
        session.by.set(by);
        session.currency.set(self.currency);
        session.late_choices.set(self.late);
    }
}

/// Keeps the open dossier where a person had done something to it; the one kept before stays where nothing was done.
pub fn remember(session: Session) {
    let Some(fictitious) = session.dossier.with_untracked(|open| open.as_ref().map(|open| open.fictitious)) else {
        return;
    };
    if !anything_done(session) {
        return;
    }
    session.previous.set_value(Some(Previous {
        files: session.files.get_value(),
        fictitious,
        restored: session.restored.get_untracked(),
        reading: session.reading.get_untracked(),
        edits: session.edits.get_value(),
        saved: session.saved.get_value(),
        approvals: session.approvals.get_value(),
        pinned: session.pinned.get_untracked(),
        policy: session.policy.get_untracked(),
        sender: session.sender.get_untracked(),
        draft_edits: session.draft_edits.get_untracked(),
        invoices: (session.invoices_given.get_value(), session.invoice_choices.get_value()),
        day: (session.as_of.get_untracked(), session.reason.get_untracked(), session.acknowledged.get_untracked()),
        ageing: (
            session.basis.get_untracked(),
            session.limits.get_untracked(),
            session.credits.get_untracked(),
            session.by.get_untracked(),
        ),
        currency: session.currency.get_untracked(),
        late: session.late_choices.get_untracked(),
    }));
}

/// Whether another file in its place would cost a person some work.
fn anything_done(session: Session) -> bool {
    let read_anew = session.reading.with_untracked(|log| log.before().is_some() || log.after().is_some());
    let recorded = session.edits.with_value(|edits| *edits != EditLog::default());
    let approved = session.approvals.with_value(|approvals| !approvals.is_empty());
    let drafted = session.draft_edits.with_untracked(|edits| !edits.is_empty());
    let attached = session.invoices_given.with_value(|files| !files.is_empty());
    let pinned = session.pinned.with_untracked(|pinned| !pinned.is_empty());
    let policy = session.policy.with_untracked(|log| log.can_undo() || log.can_redo());
    read_anew || recorded || approved || drafted || attached || pinned || policy
}

/// Opens the dossier kept, in place of what is open.
pub fn go_back(session: Session) {
    let kept = session.previous.with_value(|kept| kept.as_ref().map(|kept| (kept.files.clone(), kept.reading.now())));
    if let Some((files, choices)) = kept {
        open(session, files, Origin::Back, choices.as_ref().clone());
    }
}

/// The dossier kept, where a person goes back to it: what is left now is kept in its turn.
pub fn taken(session: Session, goes_back: bool) -> Option<Previous> {
    let taken = goes_back.then(|| session.previous.try_update_value(Option::take));
    taken.flatten().flatten()
}
