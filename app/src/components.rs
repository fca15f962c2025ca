//! Parts that several screens share.

pub mod age_bar;
pub mod as_of_field;
pub mod as_of_slider;
pub mod channel;
pub mod chart;
pub mod choice;
pub mod costly_list;
pub mod currency_tabs;
pub mod data_table;
pub mod drop_zone;
pub mod fetched;
pub mod footer;
pub mod freshness;
pub mod header;
pub mod icon;
pub mod match_list;
pub mod money;
pub mod more;
pub mod notices;
pub mod progress;
pub mod read_or_leave;
pub mod record_fields;
pub mod source_panel;
pub mod tile;
pub mod unfolded;
pub mod waiting;
