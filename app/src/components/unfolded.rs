//! What a person unfolded: it stays so when what it belongs to is computed or visited again.

use leptos::prelude::*;
use std::collections::BTreeSet;

/// By key, for the whole visit. It belongs to the page: a screen that is left must take nothing with it.
#[derive(Clone, Copy, Default)]
pub struct Unfolded {
    open: StoredValue<BTreeSet<String>>,
    closed: StoredValue<BTreeSet<String>>,
}

/// What is unfolded on this page.
pub fn use_unfolded() -> Unfolded {
    expect_context::<Unfolded>()
}

impl Unfolded {
    /// Whether something is unfolded: as a person left it, else as it comes.
    pub fn starts(self, key: &str, unless_said: bool) -> bool {
        let said = |keys: StoredValue<BTreeSet<String>>| keys.with_value(|keys| keys.contains(key));
        said(self.open) || (unless_said && !said(self.closed))
    }

    /// Keeps what a person did.
    pub fn keep(self, key: &str, open: bool) {
        let (into, out_of) = if open { (self.open, self.closed) } else { (self.closed, self.open) };
        into.update_value(|keys| {
            keys.insert(key.to_owned());
        });
        out_of.update_value(|keys| {
            keys.remove(key);
        });
    }
}
