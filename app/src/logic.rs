//! What the page decides by itself, in plain Rust with native tests: no browser, no signal, no money computed that
//! the engine already gives.

pub mod aged_rows;
pub mod as_of;
pub mod chart;
pub mod doubts;
pub mod evolution;
pub mod expected;
pub mod limits;
pub mod mapping_edit;
pub mod months;
pub mod part;
pub mod pasted_table;
pub mod plan;
pub mod policy_log;
pub mod reading_log;
pub mod records;
pub mod register;
pub mod search;
pub mod shares;
pub mod shortcuts;
pub mod window;
