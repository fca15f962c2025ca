//! What the page needs of the browser, each in one small place. A browser that refuses something is no error.

pub mod boot;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod files;
pub mod focus;
pub mod location;
pub mod models;
pub mod preferences;
pub mod requests;
