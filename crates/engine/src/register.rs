//! Edits of an open dossier: each is checked, recorded and can be taken back; and what they mean on a day.

use crate::view::register as view;
use crate::{Session, failures, policy};
use dunning::Policy;
use followup::{ItemKey, Log, Operation, Resolved, Review, Setting, Target};
use protocol::{EditLog, Failure, RegisterQuery, RegisterView, Sender};
use std::rc::Rc;
use text::Language;
use values::Day;

impl Session {
    /// Makes an edit, or refuses it with a sentence; refused, nothing changes.
    pub fn edit(&mut self, operation: Operation, language: Language) -> Result<(), Failure> {
        self.check_edit(&operation, language)?;
        self.log.edit(operation).map_err(|refusal| view::refused(&refusal, language))?;
        self.edited();
        Ok(())
    }

    /// Takes the last edit back; returns it, or nothing where there is none.
    pub fn undo(&mut self) -> Option<Operation> {
        let undone = self.log.undo().cloned();
        self.edited();
        undone
    }

    /// Makes the edit taken back last again; returns it, or nothing where there is none.
    pub fn redo(&mut self) -> Option<Operation> {
        let redone = self.log.redo().cloned();
        self.edited();
        redone
    }

    /// Every edit so far.
    pub fn edits(&self) -> EditLog {
        EditLog { done: self.log.done().to_vec(), undone: self.log.undone().to_vec() }
    }

    /// Takes the edits of another session of the same dossier, in place of its own.
    pub fn resume(&mut self, edits: EditLog, language: Language) -> Result<(), Failure> {
        self.log = Log::replay(edits.done, edits.undone).map_err(|(_, refusal)| view::refused(&refusal, language))?;
        self.edited();
        Ok(())
    }

    /// What people recorded, as it stands on a day.
    pub fn register(&self, query: &RegisterQuery, language: Language) -> Result<RegisterView, Failure> {
        self.check_day(query.as_of, language)?;
        Ok(view::register(self, query, language))
    }

    /// What the register means on a day, one answer per ledger, in the order of [`Session::ledgers`].
    pub(crate) fn resolved_on(&self, day: Day) -> Rc<[Resolved]> {
        self.resolved.on(day, || {
            let (open, register) = (self.open_on(day), self.log.register());
            self.ledgers().iter().zip(open.iter()).map(|(ledger, open)| register.resolve(ledger, open)).collect()
        })
    }

    /// What people decided about actions of the plan, by identifier.
    pub(crate) fn reviews(&self) -> impl Iterator<Item = &Review> {
        self.log.register().reviews.values()
    }

    /// The policy asked for, else the dossier's own, else the default one.
    pub(crate) fn policy_or_saved(&self, asked: Option<&str>, language: Language) -> Result<Policy, Failure> {
        policy::parse_or_default(asked.or_else(|| self.setting(Setting::Policy)), language)
    }

    /// Who writes, as the dossier has it.
    pub(crate) fn saved_sender(&self) -> Option<Sender> {
        serde_json::from_str(self.setting(Setting::Sender)?).ok()
    }

    pub(crate) fn setting(&self, setting: Setting) -> Option<&str> {
        self.log.register().settings.get(&setting).map(String::as_str)
    }

    /// Forgets what rested on the edits before.
    pub(crate) fn edited(&mut self) {
        self.take_matches();
    }

    /// An edit names what the files hold: a slip of the keyboard must not become a record about nothing.
    fn check_edit(&self, operation: &Operation, language: Language) -> Result<(), Failure> {
        match operation {
            Operation::Dispute(dispute) => self.check_item(&dispute.of.item, language),
            Operation::Promise(promise) => {
                promise.items.iter().try_for_each(|covered| self.check_item(&covered.item, language))
            }
            Operation::Plan(plan) => plan.items.iter().try_for_each(|covered| self.check_item(&covered.item, language)),
            Operation::Block(block) => self.check_target(&block.target, language),
            Operation::Insolvent(insolvency) => self.check_customer(&insolvency.customer, language),
            Operation::Advance(transition) => self.check_target(&transition.target, language),
            Operation::Note(note) => self.check_target(&note.target, language),
            Operation::Contact(contact) => self.check_customer(&contact.customer, language),
            Operation::Pin { customer, .. } => self.check_customer(customer, language),
            Operation::Set { setting, value: Some(value) } => check_setting(*setting, value, language),
            Operation::Together(operations) => operations.iter().try_for_each(|one| self.check_edit(one, language)),
            Operation::Match(groups) => groups.iter().flatten().try_for_each(|item| self.check_item(item, language)),
            Operation::Revise { .. }
            | Operation::Resolve { .. }
            | Operation::Withdraw { .. }
            | Operation::EndPlan { .. }
            | Operation::Lift { .. }
            | Operation::Solvent { .. }
            | Operation::Review(_)
            | Operation::Unreview { .. }
            | Operation::Unpin { .. }
            | Operation::Set { value: None, .. } => Ok(()),
        }
    }

    fn check_target(&self, target: &Target, language: Language) -> Result<(), Failure> {
        match target {
            Target::Customer(customer) => self.check_customer(customer, language),
            Target::Item(item) => self.check_item(item, language),
        }
    }

    fn check_customer(&self, id: &str, language: Language) -> Result<(), Failure> {
        let known = self.ledgers().iter().any(|ledger| ledger.find(id).is_some());
        if known { Ok(()) } else { Err(failures::edit_about_nothing(id, None, language)) }
    }

    fn check_item(&self, item: &ItemKey, language: Language) -> Result<(), Failure> {
        let known = self.ledgers().iter().any(|ledger| followup::Finder::new(ledger).find(item).is_some());
        if known { Ok(()) } else { Err(failures::edit_about_nothing(&item.customer, Some(&item.document), language)) }
    }
}

/// A setting must be readable by what reads it.
fn check_setting(setting: Setting, value: &str, language: Language) -> Result<(), Failure> {
    match setting {
        Setting::Policy => policy::parse_or_default(Some(value), language).map(drop),
        Setting::Sender => serde_json::from_str::<Sender>(value)
            .map(drop)
            .map_err(|error| failures::failure("setting", language.setting_refused(&error.to_string()), "")),
        Setting::Title => Ok(()),
    }
}
