//! What is missing from a draft, or must be looked at before it leaves.

use text::Language;

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
        /// What the template engine says, in English.
        detail: String,
    },
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
            DraftDiagnostic::FiguresDisagree => "figures-disagree",
        }
    }

    /// How much it matters.
    pub const fn weight(&self) -> Weight {
        match self {
            DraftDiagnostic::SenderCleaned
            | DraftDiagnostic::CustomerCleaned
            | DraftDiagnostic::DocumentCleaned { .. } => Weight::Note,
            DraftDiagnostic::CompanyMissing
            | DraftDiagnostic::SignatoryMissing
            | DraftDiagnostic::IbanMissing
            | DraftDiagnostic::IbanInvalid { .. }
            | DraftDiagnostic::SenderAddressInvalid { .. }
            | DraftDiagnostic::RecipientMissing
            | DraftDiagnostic::RecipientInvalid { .. }
            | DraftDiagnostic::PhoneMissing => Weight::Incomplete,
            DraftDiagnostic::TemplateUnknown { .. }
            | DraftDiagnostic::TemplateFailed { .. }
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
            DraftDiagnostic::TemplateFailed { name, detail } => language.draft_template_failed(name, detail),
            DraftDiagnostic::FiguresDisagree => language.draft_figures_disagree().to_owned(),
        }
    }
}
