//! Due days of payment terms in words.

use crate::failures;
use protocol::{DueCeiling, DueDay, DueDayAlternative, DueDiscount, DueInstalment, Failure};
use rules::{Agreement, NotAgreed, PaymentTerms, ceiling};
use text::Language;
use values::{Day, Days};

/// The due day that terms in words give, and what other readings of the same words would give.
pub fn due_day(words: &str, invoice_day: Day, language: Language) -> Result<DueDay, Failure> {
    let agreement = Agreement::parse(words).map_err(|refused| match refused {
        NotAgreed::NotUnderstood => not_understood(words, language),
        NotAgreed::DateOnInvoice => {
            failures::failure("terms", language.terms_date_on_invoice(), language.terms_date_on_invoice_advice())
        }
        NotAgreed::Shares => failures::failure("terms", language.terms_shares(words), language.terms_advice()),
    })?;
    let alternatives = agreement.alternatives().into_iter();
    let instalments = agreement.parts.iter().filter(|_| agreement.parts.len() > 1);
    Ok(DueDay {
        due_day: agreement.due_day(invoice_day),
        form: agreement.to_string(),
        alternatives: alternatives
            .map(|other| DueDayAlternative { form: other.to_string(), due_day: other.due_day(invoice_day) })
            .collect(),
        instalments: instalments
            .map(|part| DueInstalment {
                share_percent: part.share.map(|share| share.to_string()),
                form: part.due.to_string(),
                due_day: part.due.on(invoice_day),
            })
            .collect(),
        discount: agreement.discount.map(|discount| DueDiscount {
            percent: discount.percent.to_string(),
            last_day: invoice_day + Days(discount.days as i32),
        }),
        ceiling: ceiling_of(&agreement, invoice_day, language),
    })
}

fn ceiling_of(agreement: &Agreement, invoice_day: Day, language: Language) -> DueCeiling {
    let last_lawful_day = ceiling::last_lawful_day(agreement.last_terms(), invoice_day);
    let over = (agreement.due_day(invoice_day) - last_lawful_day).0;
    let days_over = u32::try_from(over).unwrap_or(0);
    DueCeiling { last_lawful_day, days_over, text: language.ceiling_text(last_lawful_day, days_over) }
}

/// Payment terms in words as one form, or a refusal.
pub fn parse(words: &str, language: Language) -> Result<PaymentTerms, Failure> {
    PaymentTerms::parse(words).ok_or_else(|| not_understood(words, language))
}

fn not_understood(words: &str, language: Language) -> Failure {
    failures::failure("terms", language.terms_refused(words), language.terms_advice())
}
