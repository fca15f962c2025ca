//! Acceptance helpers.
