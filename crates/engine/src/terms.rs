//! Due days of payment terms in words.

use crate::failures;
use protocol::{DueDay, DueDayAlternative, Failure};
use rules::PaymentTerms;
use text::Language;
use values::Day;

/// The due day that terms in words give, and what other readings of the same words would give.
pub fn due_day(words: &str, invoice_day: Day, language: Language) -> Result<DueDay, Failure> {
    let terms = parse(words, language)?;
    let alternatives = terms.alternatives().into_iter();
    Ok(DueDay {
        due_day: terms.due_day(invoice_day),
        form: terms.to_string(),
        alternatives: alternatives
            .map(|other| DueDayAlternative { form: other.to_string(), due_day: other.due_day(invoice_day) })
            .collect(),
    })
}

/// Payment terms in words, or a refusal.
pub fn parse(words: &str, language: Language) -> Result<PaymentTerms, Failure> {
    PaymentTerms::parse(words)
        .ok_or_else(|| failures::failure("terms", language.terms_refused(words), language.terms_advice()))
}
