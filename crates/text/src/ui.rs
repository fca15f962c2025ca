//! The page's words: labels, buttons, headings and sentences, both languages side by side.
//! Sentences that carry values are small functions; plurals are ordinary `match`. Engine sentences live elsewhere.

use crate::Language;

texts! {
    /// Name of the product.
    product: "Encours", "Encours";
}

impl Language {
    /// The name of this language, in itself.
    pub const fn own_name(self) -> &'static str {
        self.pick("Français", "English")
    }
}
