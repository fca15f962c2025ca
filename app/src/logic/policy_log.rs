//! The policy being edited: every text of its document in order, and which one holds.

/// Changes kept at most.
const MOST: usize = 300;

/// The texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyLog {
    texts: Vec<String>,
    /// How many of them stand before the one that holds.
    at: usize,
}

impl PolicyLog {
    /// The text that holds; nothing before the first.
    pub fn now(&self) -> Option<&String> {
        self.texts.get(self.at)
    }

    /// Puts another text in place; the same one changes nothing. What had been taken back is gone.
    pub fn push(&mut self, text: &str) {
        if self.now().is_some_and(|now| now == text) {
            return;
        }
        self.texts.truncate(self.at + 1);
        self.texts.push(text.to_owned());
        if self.texts.len() > MOST {
            self.texts.remove(0);
        }
        self.at = self.texts.len() - 1;
    }

    /// Goes back one change; nothing where there is none.
    pub fn undo(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Goes forth one change; nothing where there is none.
    pub fn redo(&mut self) {
        self.at = (self.at + 1).min(self.texts.len().saturating_sub(1));
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.at > 0
    }

    /// Whether a change was taken back.
    pub fn can_redo(&self) -> bool {
        self.at + 1 < self.texts.len()
    }
}

/// A policy to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The one the dossier follows.
    Followed,
    /// The one being edited.
    Edited,
    /// One that comes with the product.
    Preset(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_taken_back_and_made_again_in_order() {
        let mut log = PolicyLog::default();
        assert_eq!((log.now(), log.can_undo(), log.can_redo()), (None, false, false));
        for text in ["a", "b", "b", "c"] {
            log.push(text);
        }
        log.undo();
        assert_eq!(log.now().map(String::as_str), Some("b"));
        log.undo();
        log.undo();
        assert_eq!((log.now().map(String::as_str), log.can_undo()), (Some("a"), false));
        log.redo();
        log.push("d");
        assert!(!log.can_redo(), "what was taken back is gone after another change");
        log.undo();
        assert_eq!(log.now().map(String::as_str), Some("b"));
    }
}
