//! The state of a packer to go back to. Bytes are only ever added behind those there are: they stay where they are, and
//! what was written since is cut off. Only what is small is kept twice.

use super::{Packed, Packer};
use crate::chunks::{Chunks, Mark};

/// What a packer was, but for its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoint {
    small: Packer,
    mark: Mark,
}

impl Packer {
    /// The present state, to go back to.
    pub(crate) fn checkpoint(&self) -> Checkpoint {
        let Packed { chunks, patterns, heads, streams } = &self.packed;
        let (patterns, heads, streams) = (patterns.clone(), heads.clone(), streams.clone());
        let small = Packer {
            packed: Packed { chunks: Chunks::default(), patterns, heads, streams },
            shapes: self.shapes.clone(),
            last_shape: self.last_shape,
            numbers: self.numbers.clone(),
            open: self.open.clone(),
            bytes: Vec::new(),
            document: Vec::new(),
            entries: self.entries,
        };
        Checkpoint { small, mark: chunks.mark() }
    }

    /// Forgets every entry added since a state of this packer.
    pub(crate) fn go_back(&mut self, checkpoint: Checkpoint) {
        let mut chunks = std::mem::take(&mut self.packed.chunks);
        chunks.cut_back(checkpoint.mark);
        *self = checkpoint.small;
        self.packed.chunks = chunks;
    }
}
