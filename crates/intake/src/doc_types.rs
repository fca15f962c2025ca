//! Kinds of documents that the file names and nobody here knows: read by their sign, and listed with their counts.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::vocabulary;
use crate::words::fold_into;
use std::collections::BTreeMap;
use values::{Arrange, Source};

/// Unknown words at most; a column with more holds no types.
const WORDS: usize = 40;
/// Words shown.
const SHOWN: usize = 5;

/// Unknown words of a column of types.
#[derive(Default)]
pub(crate) struct DocumentTypes {
    /// As first written, how often, and where first.
    unknown: BTreeMap<String, (String, u32, Source)>,
    /// Texts known by heart: most columns of types hold a handful.
    known: Vec<String>,
    folded: String,
}

impl DocumentTypes {
    /// Sees the type of an item.
    pub(crate) fn see(&mut self, text: &str, at: Source) {
        if self.known.iter().any(|known| known == text) {
            return;
        }
        fold_into(&mut self.folded, text);
        if self.folded.is_empty() || vocabulary::is_known_type(&self.folded) {
            if self.known.len() < WORDS {
                self.known.push(text.to_owned());
            }
            return;
        }
        if let Some((_, count, _)) = self.unknown.get_mut(&self.folded) {
            *count += 1;
        } else if self.unknown.len() < WORDS {
            self.unknown.insert(self.folded.clone(), (text.to_owned(), 1, at));
        }
    }

    /// The unknown words, the most frequent first; nothing where all are known or too many to be types.
    pub(crate) fn remark(&self) -> Option<Diagnostic> {
        if self.unknown.is_empty() || self.unknown.len() >= WORDS {
            return None;
        }
        let mut words: Vec<&(String, u32, Source)> = self.unknown.values().collect();
        words.arrange_by_key(|(_, count, at)| (u32::MAX - count, *at));
        let shown: Vec<String> = words.iter().take(SHOWN).map(|(word, count, _)| format!("{word} ({count})")).collect();
        let count = words.iter().map(|(_, count, _)| count).sum();
        let first = words.first().map(|(.., at)| *at);
        Some(Diagnostic {
            seen: Some(shown.join(", ")),
            ..Diagnostic::about(DiagnosticKind::UnknownTypes { count }, first)
        })
    }
}
