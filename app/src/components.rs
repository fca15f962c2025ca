//! Parts that several screens share.

pub mod age_bar;
pub mod as_of_field;
pub mod channel;
pub mod currency_tabs;
pub mod drop_zone;
pub mod footer;
pub mod freshness;
pub mod header;
pub mod icon;
pub mod money;
pub mod more;
pub mod notices;
pub mod progress;
pub mod source_panel;
pub mod tile;
pub mod waiting;
