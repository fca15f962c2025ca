//! Words of a column that nobody here knows, kinds of documents and states of invoices: listed with their counts.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::vocabulary;
use crate::words::fold_into;
use std::collections::BTreeMap;
use values::{Arrange, Source};

/// Unknown words at most; a column with more holds no such thing.
const WORDS: usize = 40;
/// Words shown.
const SHOWN: usize = 5;

/// The unknown words of a column.
#[derive(Default)]
pub(crate) struct UnknownWords {
    /// As first written, how often, and where first.
    unknown: BTreeMap<String, (String, u32, Source)>,
    /// Texts known by heart: most such columns hold a handful.
    known: Vec<String>,
    folded: String,
}

impl UnknownWords {
    /// Sees the text of an item; `is_known` is asked of its folded words.
    pub(crate) fn see(&mut self, text: &str, at: Source, is_known: impl FnOnce(&str) -> bool) {
        if self.known.iter().any(|known| known == text) {
            return;
        }
        fold_into(&mut self.folded, vocabulary::spelled(text));
        if self.folded.is_empty() || is_known(&self.folded) {
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

    /// The unknown words, the most frequent first; nothing where all are known or too many for words of a kind.
    pub(crate) fn remark(&self, kind: impl FnOnce(u32) -> DiagnosticKind) -> Option<Diagnostic> {
        if self.unknown.is_empty() || self.unknown.len() >= WORDS {
            return None;
        }
        let mut words: Vec<&(String, u32, Source)> = self.unknown.values().collect();
        words.arrange_by_key(|(_, count, at)| (u32::MAX - count, *at));
        let one = words.len() == 1;
        let shown = |(word, count, _): &&(String, u32, Source)| match one {
            true => word.clone(),
            false => format!("{word} ({count})"),
        };
        let shown: Vec<String> = words.iter().take(SHOWN).map(shown).collect();
        let count = words.iter().map(|(_, count, _)| count).sum();
        let first = words.first().map(|(.., at)| *at);
        Some(Diagnostic { seen: Some(shown.join(", ")), ..Diagnostic::about(kind(count), first) })
    }
}
