//! The words of the codes of the views.

use protocol::{Basis, Channel, CreditMode, Format, Layout, Severity};
use text::Language;

pub(crate) const fn channel(language: Language, channel: Channel) -> &'static str {
    match channel {
        Channel::Email => language.report_channel_email(),
        Channel::Letter => language.report_channel_letter(),
        Channel::RegisteredLetter => language.report_channel_registered_letter(),
        Channel::Phone => language.report_channel_phone(),
        Channel::Sms => language.report_channel_sms(),
        Channel::Internal => language.report_channel_internal(),
    }
}

pub(crate) const fn basis(language: Language, basis: Basis) -> &'static str {
    match basis {
        Basis::DueDate => language.report_by_due_date(),
        Basis::InvoiceDate => language.report_by_invoice_date(),
    }
}

pub(crate) const fn credits(language: Language, mode: CreditMode) -> &'static str {
    match mode {
        CreditMode::OwnLine => language.report_credits_own_line(),
        CreditMode::OldestFirst => language.report_credits_oldest_first(),
        CreditMode::SameReference => language.report_credits_same_reference(),
        CreditMode::Apart => language.report_credits_apart(),
    }
}

pub(crate) const fn severity(language: Language, severity: Severity) -> &'static str {
    match severity {
        Severity::Info => language.report_severity_info(),
        Severity::Warning => language.report_severity_warning(),
        Severity::Error => language.report_severity_error(),
    }
}

pub(crate) const fn layout(language: Language, layout: Layout) -> &'static str {
    match layout {
        Layout::OpenItems => language.report_layout_open_items(),
        Layout::Ledger => language.report_layout_ledger(),
        Layout::Fec => language.report_layout_fec(),
        Layout::AgedBalance => language.report_layout_aged_balance(),
        Layout::InvoiceHistory => language.report_layout_invoice_history(),
        Layout::BankStatement => language.report_layout_payments(),
        Layout::Customers => language.report_layout_customers(),
    }
}

/// Names of formats: the same in every language.
pub(crate) const fn format(format: Format) -> &'static str {
    match format {
        Format::Csv => "CSV",
        Format::Xlsx => "XLSX",
        Format::Xls => "XLS",
        Format::Xlsb => "XLSB",
        Format::Ods => "ODS",
        Format::Fec => "FEC",
        Format::Camt053 => "CAMT.053",
        Format::Mt940 => "MT940",
        Format::Cfonb120 => "CFONB 120",
        Format::Ofx => "OFX",
    }
}
