//! What the user sets in motion: opening files, changing the day, asking for a screen's figures, taking files out.
//! Each function sends requests and says what becomes of the answers.

mod auditing;
mod calls;
mod columns;
mod drafting;
mod followup;
mod invoices;
mod matching;
mod opening;
mod policy;
mod previous;
mod reading;
mod saying;
mod unsaved;
mod views;

pub use auditing::{
    choose_insolvency, choose_late, choose_pin, choose_thresholds, insolvency_of, refresh_activity, retry,
};
pub use calls::{
    add_journal, approve_answer, choose_calls, export_about, export_calls, open_answers, read_answers, read_journal,
    record_call,
};
pub use columns::{bindable, look, open_named};
pub use drafting::{ask_variants, edit_draft, export_agreement, export_draft, unedit_draft, untouched};
pub use followup::{edit, next_month, records, redo_edit, save_dossier, undo_edit};
pub use invoices::{add_invoices, are_invoices, choose_invoice, remove_invoices, unchoose_invoice};
pub use matching::{approve, undo_approval};
use opening::reopen;
pub use opening::{cancel, open_demo, open_files};
pub use policy::{
    change_policy, compare_policies, follow_policy, open_policy, redo_policy, save_policy, show_preset, undo_policy,
};
pub use previous::{Previous, go_back};
pub use reading::{
    answer, change_mapping, change_table, choose_currency, choose_terms, compare_with_books, correct, forget_model,
    keep_model, leave_sheet, preview, read_file_or_leave, read_sheet_too, redo, save_model, undo,
};
pub use saying::say;
pub use unsaved::unsaved;
pub use views::{
    choose_basis, choose_credits, choose_day, choose_day_soon, choose_dimension, choose_limits, choose_months, enter,
    enter_at, export, export_as, export_of, recompute, refresh_drafts, refresh_sentences, show_keys, show_source,
};
