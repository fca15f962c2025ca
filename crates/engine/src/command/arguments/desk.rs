//! Arguments of the commands of a collector's day.

use super::{Command, Usage, Words, limits, word};
use protocol::{CallResult, CallsQuery, ExportQuery, FactorTerms};
use values::{Amount, Currency, Day};

impl Words {
    pub(super) fn calls(&self) -> Result<CallsQuery, Usage> {
        Ok(CallsQuery {
            as_of: self.as_of()?,
            policy: None,
            horizon_days: self.read("--horizon", |days| days.parse().ok())?,
            cap: self.read("--cap", |cap| cap.parse().ok())?,
            sort: self.value("--sort").map(str::to_owned),
            owner: self.value("--owner").map(str::to_owned),
        })
    }

    pub(super) fn call_result(&self) -> Result<Command, Usage> {
        let currency: Option<Currency> = self.read("--currency", |code| code.parse().ok())?;
        let amount = |text: &str| -> Option<Amount> { text::typed_amount(text, currency.unwrap_or(Currency::EUR)) };
        let (Some(customer), Some(outcome)) = (self.value("--customer"), self.read("--outcome", word)?) else {
            return Err(self.refuse(self.language.cli_call_result_required()));
        };
        let result = CallResult {
            customer: customer.to_owned(),
            as_of: self.as_of()?,
            outcome,
            reason: self.read("--reason", word)?,
            items: Vec::new(),
            documents: self.all("--document").collect(),
            currency,
            amount: self.read("--amount", amount)?,
            day: self.read("--day", |day| day.parse::<Day>().ok())?,
            terms: self.read("--parts", |terms| terms.parse().ok())?,
            category: self.read("--category", word)?,
            note: self.value("--note").unwrap_or_default().to_owned(),
            policy: None,
        };
        Ok(Command::CallResult { result: Box::new(result), with_ledger: self.has("--with-ledger") })
    }

    /// The terms of a factor, where one of them is given.
    fn factor(&self) -> Result<Option<FactorTerms>, Usage> {
        let days: Option<u32> = self.read("--overdue-days", |days| days.parse().ok())?;
        let share: Option<u32> = self.read("--concentration", |percent| percent.parse().ok())?;
        let usual = desk::FactorTerms::default();
        Ok((days.is_some() || share.is_some()).then(|| FactorTerms {
            overdue_days: days.unwrap_or(usual.overdue_days.unsigned_abs()),
            concentration_percent: share.unwrap_or(usual.concentration_percent),
        }))
    }

    pub(super) fn export(&self) -> Result<Command, Usage> {
        let Some(kind) = self.value("--kind") else {
            return Err(self.refuse(self.language.cli_kind_required()));
        };
        Ok(Command::Export(Box::new(ExportQuery {
            customer: self.value("--customer").map(str::to_owned),
            owner: self.value("--owner").map(str::to_owned),
            cap: self.read("--cap", |cap| cap.parse().ok())?,
            sort: self.value("--sort").map(str::to_owned),
            limits: self.read("--limits", limits)?,
            basis: self.read("--basis", word)?,
            credits: self.read("--credits", word)?,
            by: self.read("--by", word)?,
            dialect: self.read("--dialect", word)?,
            customer_sheets: self.has("--customer-sheets"),
            claims: Some(self.claim_rules()?),
            with_forms: self.has("--with-forms"),
            form_in_text: self.has("--form-in-text"),
            factor: self.factor()?,
            plan: self.read("--plan", |number| number.parse().ok())?,
            action: self.value("--action").map(str::to_owned),
            recipient: self.value("--recipient").map(str::to_owned),
            ..ExportQuery::of(kind, self.as_of()?)
        })))
    }
}
