//! One module per screen of the address bar.

pub mod balance;
mod balance_settings;
mod balance_table;
pub mod columns;
pub mod customer;
mod customer_conduct;
mod customer_items;
pub mod dashboard;
mod draft_view;
pub mod drafts;
pub mod exports;
mod figures;
pub mod import;
mod import_control;
mod import_file;
mod import_preview;
mod import_questions;
mod import_set_aside;
pub mod matches;
pub mod plan;
mod plan_action;
mod plan_left_alone;
pub mod privacy;
pub mod quality;
mod quality_findings;
pub mod start;
