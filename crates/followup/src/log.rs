//! The log: every edit in order, and those taken back that may come again. The register is what the log replays to.

use crate::{Operation, Refusal, Register};

/// Edits a log holds at most.
const EDITS_MAX: usize = 200_000;

/// The edits of a dossier, with what they come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    done: Vec<Operation>,
    /// Taken back, the last first to come again last in the list.
    undone: Vec<Operation>,
    register: Register,
}

impl Log {
    /// A log read from a file. The error tells which operation cannot be, from 0.
    pub fn replay(done: Vec<Operation>, undone: Vec<Operation>) -> Result<Log, (usize, Refusal)> {
        let mut register = Register::default();
        for (at, operation) in done.iter().enumerate() {
            register.apply(operation).map_err(|refusal| (at, refusal))?;
        }
        // What was taken back must be able to come again.
        let mut ahead = register.clone();
        for (at, operation) in undone.iter().rev().enumerate() {
            ahead.apply(operation).map_err(|refusal| (done.len() + at, refusal))?;
        }
        Ok(Log { done, undone, register })
    }

    /// Adds an edit. Refused, nothing changes; done, what was taken back before cannot come again.
    pub fn edit(&mut self, operation: Operation) -> Result<(), Refusal> {
        if self.done.len() >= EDITS_MAX {
            return Err(Refusal::TooMany);
        }
        // A refusal in the middle of several must leave no half behind.
        let mut next = self.register.clone();
        next.apply(&operation)?;
        self.register = next;
        self.done.push(operation);
        self.undone.clear();
        Ok(())
    }

    /// Takes the last edit back, and returns it.
    pub fn undo(&mut self) -> Option<&Operation> {
        let last = self.done.pop()?;
        self.undone.push(last);
        self.register = Register::default();
        for operation in &self.done {
            let replayed = self.register.apply(operation);
            debug_assert_eq!(replayed, Ok(()), "a log replays as it was made");
        }
        self.undone.last()
    }

    /// Makes the edit taken back last again, and returns it.
    pub fn redo(&mut self) -> Option<&Operation> {
        let next = self.undone.pop()?;
        let replayed = self.register.apply(&next);
        debug_assert_eq!(replayed, Ok(()), "a log replays as it was made");
        self.done.push(next);
        self.done.last()
    }

    /// What the edits come to.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The edits, in order.
    pub fn done(&self) -> &[Operation] {
        &self.done
    }

    /// The edits taken back, the next to come again last.
    pub fn undone(&self) -> &[Operation] {
        &self.undone
    }
}
