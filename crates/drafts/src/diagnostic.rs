//! What is missing from a draft, or must be looked at before it leaves.

use crate::template::TemplateError;
use dunning::Channel;
use text::Language;
use values::Currency;

/// A remark on a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftDiagnostic {
    /// Nothing says which firm writes.
    CompanyMissing,
    /// Nothing says who signs.
    SignatoryMissing,
    /// Nothing says where to pay.
    IbanMissing,
    /// The sender's IBAN is wrong; it is left out.
    IbanInvalid {
        /// As filled in.
        seen: String,
    },
    /// The sender's address is not an address; it is left out.
    SenderAddressInvalid {
        /// As filled in.
        seen: String,
    },
    /// Invisible characters were taken out of the sender's data.
    SenderCleaned,
    /// An e-mail without an address.
    RecipientMissing,
    /// The customer's address is not an address; it is left out.
    RecipientInvalid {
        /// As read.
        seen: String,
    },
    /// A call without a number.
    PhoneMissing,
    /// Invisible characters were taken out of the customer's name or contact data.
    CustomerCleaned,
    /// Invisible characters were taken out of a document's number.
    DocumentCleaned {
        /// The number, cleaned.
        document: String,
    },
    /// The policy names a text that does not exist; there is no draft.
    TemplateUnknown {
        /// The name.
        name: String,
    },
    /// The text could not be filled in; there is no draft.
    TemplateFailed {
        /// The name.
        name: String,
        /// Why.
        error: TemplateError,
    },
    /// Accounts are filled in, and none is in the currency of the debt; there is no draft.
    NoAccount {
        /// The currency.
        currency: Currency,
    },
    /// The means of the step does not reach the customer: another one is taken.
    Rerouted {
        /// That of the step.
        from: Channel,
        /// That of the draft.
        to: Channel,
    },
    /// No means reaches the customer.
    Unreachable,
    /// A letter without a complete address.
    AddressMissing,
    /// The address does not fit the window of an envelope.
    AddressTooLong,
    /// Interest could not be computed to the day of the text.
    ClaimsUnknown,
    /// Someone who should get a copy has no address; there is no copy.
    CopyWithoutAddress {
        /// Who.
        who: String,
    },
    /// A rule names a country or a tone nobody knows; it never holds.
    RuleUnknown {
        /// Its number, from 1.
        number: usize,
        /// It, as filled in.
        seen: String,
    },
    /// A text that a check of texts found fault with.
    Lint(crate::lint::Finding),
    /// The action's amount is not the sum of its lines; there is no draft.
    FiguresDisagree,
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing.
    Note,
    /// To be completed before the draft leaves.
    Incomplete,
    /// Nothing was written.
    Blocking,
}

impl DraftDiagnostic {
    /// Stable identifier.
    pub const fn code(&self) -> &'static str {
        match self {
            DraftDiagnostic::CompanyMissing | DraftDiagnostic::SignatoryMissing => "sender-missing",
            DraftDiagnostic::IbanMissing => "iban-missing",
            DraftDiagnostic::IbanInvalid { .. } => "iban-invalid",
            DraftDiagnostic::SenderAddressInvalid { .. } => "sender-invalid",
            DraftDiagnostic::RecipientMissing => "recipient-missing",
            DraftDiagnostic::RecipientInvalid { .. } => "recipient-invalid",
            DraftDiagnostic::PhoneMissing => "phone-missing",
            DraftDiagnostic::SenderCleaned
            | DraftDiagnostic::CustomerCleaned
            | DraftDiagnostic::DocumentCleaned { .. } => "name-cleaned",
            DraftDiagnostic::TemplateUnknown { .. } => "template-unknown",
            DraftDiagnostic::TemplateFailed { .. } => "template-failed",
            DraftDiagnostic::NoAccount { .. } => "no-account-for-currency",
            DraftDiagnostic::Rerouted { .. } => "channel-replaced",
            DraftDiagnostic::Unreachable => "unreachable",
            DraftDiagnostic::AddressMissing => "address-missing",
            DraftDiagnostic::AddressTooLong => "address-too-long",
            DraftDiagnostic::ClaimsUnknown => "interest-unknown",
            DraftDiagnostic::CopyWithoutAddress { .. } => "copy-without-address",
            DraftDiagnostic::RuleUnknown { .. } => "rule-unknown",
            DraftDiagnostic::Lint(finding) => finding.rule.key(),
            DraftDiagnostic::FiguresDisagree => "figures-disagree",
        }
    }

    /// How much it matters.
    pub const fn weight(&self) -> Weight {
        match self {
            DraftDiagnostic::SenderCleaned
            | DraftDiagnostic::CustomerCleaned
            | DraftDiagnostic::Rerouted { .. }
            | DraftDiagnostic::DocumentCleaned { .. } => Weight::Note,
            DraftDiagnostic::Lint(finding) => finding.rule.weight(),
            DraftDiagnostic::CompanyMissing
            | DraftDiagnostic::SignatoryMissing
            | DraftDiagnostic::IbanMissing
            | DraftDiagnostic::IbanInvalid { .. }
            | DraftDiagnostic::SenderAddressInvalid { .. }
            | DraftDiagnostic::RecipientMissing
            | DraftDiagnostic::RecipientInvalid { .. }
            | DraftDiagnostic::Unreachable
            | DraftDiagnostic::AddressMissing
            | DraftDiagnostic::AddressTooLong
            | DraftDiagnostic::ClaimsUnknown
            | DraftDiagnostic::CopyWithoutAddress { .. }
            | DraftDiagnostic::RuleUnknown { .. }
            | DraftDiagnostic::PhoneMissing => Weight::Incomplete,
            DraftDiagnostic::TemplateUnknown { .. }
            | DraftDiagnostic::TemplateFailed { .. }
            | DraftDiagnostic::NoAccount { .. }
            | DraftDiagnostic::FiguresDisagree => Weight::Blocking,
        }
    }

    /// The sentence.
    pub fn text(&self, language: Language) -> String {
        match self {
            DraftDiagnostic::CompanyMissing => language.draft_company_missing().to_owned(),
            DraftDiagnostic::SignatoryMissing => language.draft_signatory_missing().to_owned(),
            DraftDiagnostic::IbanMissing => language.draft_iban_missing().to_owned(),
            DraftDiagnostic::IbanInvalid { seen } => language.draft_iban_invalid(seen),
            DraftDiagnostic::SenderAddressInvalid { seen } => language.draft_sender_address_invalid(seen),
            DraftDiagnostic::SenderCleaned => language.draft_sender_cleaned().to_owned(),
            DraftDiagnostic::RecipientMissing => language.draft_recipient_missing().to_owned(),
            DraftDiagnostic::RecipientInvalid { seen } => language.draft_recipient_invalid(seen),
            DraftDiagnostic::PhoneMissing => language.draft_phone_missing().to_owned(),
            DraftDiagnostic::CustomerCleaned => language.draft_customer_cleaned().to_owned(),
            DraftDiagnostic::DocumentCleaned { document } => language.draft_document_cleaned(document),
            DraftDiagnostic::TemplateUnknown { name } => language.draft_template_unknown(name),
            DraftDiagnostic::TemplateFailed { name, error } => {
                language.draft_template_failed(name, &template_error(error, language))
            }
            DraftDiagnostic::NoAccount { currency } => language.draft_no_account(currency.code()),
            DraftDiagnostic::Rerouted { from, to } => {
                let [from, to] = [from, to].map(|channel| language.by_means(channel_key(*channel)));
                language.draft_rerouted(from, to)
            }
            DraftDiagnostic::Unreachable => language.draft_unreachable().to_owned(),
            DraftDiagnostic::AddressMissing => language.draft_address_missing().to_owned(),
            DraftDiagnostic::AddressTooLong => language.draft_address_too_long().to_owned(),
            DraftDiagnostic::ClaimsUnknown => language.draft_claims_unknown().to_owned(),
            DraftDiagnostic::CopyWithoutAddress { who } => language.draft_copy_without_address(who),
            DraftDiagnostic::RuleUnknown { number, seen } => language.draft_rule_unknown(*number, seen),
            DraftDiagnostic::Lint(finding) => finding.text(language),
            DraftDiagnostic::FiguresDisagree => language.draft_figures_disagree().to_owned(),
        }
    }
}

/// Why a template gives no text, in words.
pub fn template_error(error: &TemplateError, language: Language) -> String {
    match error {
        TemplateError::NoSubject => language.template_error_no_subject().to_owned(),
        TemplateError::TooLong => language.template_error_too_long().to_owned(),
        TemplateError::Control { line } => language.template_error_control(*line),
        TemplateError::UnknownField { name, line } => language.template_error_unknown_field(name, *line),
        TemplateError::EmptyField { line } => language.template_error_empty_field(*line),
        TemplateError::Syntax { line, detail } => language.template_error_syntax(*line, detail),
        TemplateError::Budget => language.template_error_budget().to_owned(),
    }
}

/// The name of a means in the contract.
pub const fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Letter => "letter",
        Channel::RegisteredLetter => "registered-letter",
        Channel::Phone => "phone",
        Channel::Sms => "sms",
        Channel::Internal => "internal",
    }
}
