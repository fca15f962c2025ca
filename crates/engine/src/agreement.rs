//! The agreement of an instalment plan recorded in the dossier: the letter both sides sign, as its occasion writes it.

use crate::view::draft::Written;
use crate::view::register;
use crate::{Session, failures, mail};
use drafts::Weight;
use followup::{RecordKind, Refusal};
use protocol::{AgreementDraft, AgreementQuery, DraftsQuery, ExportQuery, Failure, Sender};
use text::Language;

impl Session {
    /// The agreement of an instalment plan, in words, to review.
    pub fn agreement(&self, query: &AgreementQuery, language: Language) -> Result<AgreementDraft, Failure> {
        let written = self.agreed(query.plan, (query.language, None), language)?;
        let text = format!("{}\n\n{}", written.view.subject, written.view.body);
        Ok(AgreementDraft { plan: query.plan, title: written.view.subject, text })
    }

    /// The same on paper.
    pub(crate) fn agreement_letter(&self, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        let number = query.plan.unwrap_or_default();
        let written = self.agreed(number, (query.draft_language, query.sender.clone()), language)?;
        Ok(mail::letters(&[&written], &self.sender(query), language))
    }

    /// The letter of a plan, on the day it was agreed.
    fn agreed(
        &self,
        number: u32,
        (words, sender): (Option<Language>, Option<Sender>),
        language: Language,
    ) -> Result<Written, Failure> {
        let recorded = (number as usize).checked_sub(1).and_then(|at| self.log.register().plans.get(at));
        let unknown = || register::refused(&Refusal::Unknown { kind: RecordKind::Plan, number }, language);
        let plan = &recorded.ok_or_else(unknown)?.record;
        let query = DraftsQuery {
            as_of: plan.agreed,
            policy: None,
            actions: Some(vec![format!("agreement/{number}")]),
            language: words,
            sender,
            templates: Vec::new(),
            claims: None,
            variants: false,
            edits: Vec::new(),
            form_in_text: false,
        };
        let written = self.written_now(&query, language)?.into_iter().next().ok_or_else(unknown)?;
        match written.draft.diagnostics.iter().find(|remark| remark.weight() == Weight::Blocking) {
            Some(remark) => Err(failures::failure("agreement", remark.text(language), "")),
            None => Ok(written),
        }
    }

    /// The monthly terms of a plan over some items, exact to the cent: the edit that would record it.
    pub fn instalments(
        &self,
        query: &protocol::InstalmentsQuery,
        language: Language,
    ) -> Result<protocol::Operation, Failure> {
        let owed: values::Amount = query.items.iter().map(|covered| covered.owed).sum();
        let currency = query.items.first().map_or(values::Currency::EUR, |covered| covered.item.currency);
        let terms =
            followup::split(owed + query.interest.unwrap_or_default(), query.count, query.first).map_err(|error| {
                failures::failure("edit", register::terms(error, currency, language), language.edit_advice())
            })?;
        Ok(protocol::Operation::Plan(protocol::InstalmentPlan {
            items: query.items.clone(),
            interest: query.interest.unwrap_or_default(),
            terms,
            agreed: query.agreed,
        }))
    }
}
