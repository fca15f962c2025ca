//! The two preferences kept on this computer: language and theme. Nothing else is ever stored.

use text::Language;

const LANGUAGE: &str = "encours.language";
const THEME: &str = "encours.theme";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All, in the order of the switch.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The word of the attribute and of the preference.
    pub fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a word.
    pub fn from_code(code: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or_default()
    }
}

/// The language kept, else the browser's.
pub fn language() -> Language {
    kept(LANGUAGE).or_else(super::boot::language_code).and_then(|code| code.parse().ok()).unwrap_or_default()
}

/// The theme kept.
pub fn theme() -> Theme {
    kept(THEME).map(|code| Theme::from_code(&code)).unwrap_or_default()
}

/// Keeps the language.
pub fn keep_language(language: Language) {
    keep(LANGUAGE, language.code());
}

/// Keeps the theme.
pub fn keep_theme(theme: Theme) {
    keep(THEME, theme.code());
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn keep(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
