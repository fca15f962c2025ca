//! The `texts!` macro: one line per fixed text, both languages on it.

/// Generates one `const fn` per key on `Language`: `key: "français", "English";`.
#[macro_export]
macro_rules! texts {
    ($($(#[$doc:meta])* $key:ident: $french:expr, $english:expr;)*) => {
        impl $crate::Language {
            $(
                $(#[$doc])*
                #[doc = concat!("« ", $french, " » / “", $english, "”")]
                pub const fn $key(self) -> &'static str {
                    self.pick($french, $english)
                }
            )*
        }
    };
}
