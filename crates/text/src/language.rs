//! The two languages.

use std::str::FromStr;

/// A language of the screen, the files or a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// Both, French first.
    pub const ALL: [Language; 2] = [Language::Fr, Language::En];

    /// The code of ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
        }
    }

    /// The text of this language.
    pub const fn pick<'a>(self, french: &'a str, english: &'a str) -> &'a str {
        match self {
            Language::Fr => french,
            Language::En => english,
        }
    }

    /// Singular or plural: French counts 0 and 1 as singular, English only 1.
    pub const fn plural<'a>(self, count: u64, one: &'a str, many: &'a str) -> &'a str {
        match (self, count) {
            (Language::Fr, 0 | 1) | (Language::En, 1) => one,
            (Language::Fr | Language::En, _) => many,
        }
    }
}

/// The text is neither `fr` nor `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(text: &str) -> Result<Language, UnknownLanguage> {
        match text {
            "fr" => Ok(Language::Fr),
            "en" => Ok(Language::En),
            _ => Err(UnknownLanguage),
        }
    }
}
