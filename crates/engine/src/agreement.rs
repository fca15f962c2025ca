//! The draft of an instalment agreement recorded in the dossier.

use crate::view::register;
use crate::{Session, failures};
use followup::{RecordKind, Refusal};
use protocol::{AgreementDraft, AgreementQuery, Failure};
use text::{Agreement, Language};

impl Session {
    /// The agreement of an instalment plan, in words, to review.
    pub fn agreement(&self, query: &AgreementQuery, language: Language) -> Result<AgreementDraft, Failure> {
        let number = query.plan;
        let at = (number as usize).checked_sub(1);
        let recorded = at
            .and_then(|at| self.log.register().plans.get(at))
            .ok_or_else(|| register::refused(&Refusal::Unknown { kind: RecordKind::Plan, number }, language))?;
        let plan = &recorded.record;
        let Some(first) = plan.items.first().map(|covered| &covered.item) else {
            return Err(register::refused(&Refusal::NothingCovered, language));
        };
        let language = query.language.unwrap_or(language);
        let found = self.ledgers().iter().find_map(|ledger| Some(ledger.customer(ledger.find(&first.customer)?)));
        let sender = self.saved_sender().unwrap_or_default();
        let text = language.agreement(&Agreement {
            creditor: &sender.company,
            debtor: found.map_or(first.customer.as_str(), |customer| customer.name.as_str()),
            debtor_number: found.and_then(|customer| customer.siren.as_deref()),
            documents: plan.items.iter().map(|of| (of.item.document.as_str(), of.item.day, of.owed)).collect(),
            principal: plan.items.iter().map(|covered| covered.owed).sum(),
            interest: plan.interest,
            terms: plan.terms.iter().map(|term| (term.day, term.amount)).collect(),
            agreed: plan.agreed,
            currency: first.currency,
            iban: Some(sender.iban.as_str()),
        });
        Ok(AgreementDraft { plan: number, title: language.agreement_title().to_owned(), text })
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
