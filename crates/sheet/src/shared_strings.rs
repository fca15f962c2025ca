//! The shared strings of an xlsx, one after the other in blocks of text: no allocation each, none that doubles.

use crate::limits::Limits;
use crate::xml_text;

/// Bytes of a block; a string never lies across two.
const BLOCK: usize = 4 * 1024 * 1024;

/// Texts by number, in the order of the part.
#[derive(Debug, Default)]
pub(crate) struct SharedStrings {
    blocks: Vec<String>,
    /// Block, start within it, and length of each string.
    places: Vec<(u16, u32, u32)>,
}

impl SharedStrings {
    pub fn get(&self, index: usize) -> Option<&str> {
        let (block, start, length) = *self.places.get(index)?;
        let start = start as usize;
        self.blocks.get(usize::from(block))?.get(start..start + length as usize)
    }

    /// Adds whole items (`<si>…</si>`); `None` where they are not those of a regular workbook, or too many.
    pub fn items(&mut self, bytes: &[u8], limits: &Limits) -> Option<()> {
        let mut rest = bytes.trim_ascii_start();
        while !rest.is_empty() {
            let (inside, after) = match rest.strip_prefix(b"<si>") {
                Some(after) => {
                    let end = memchr::memmem::find(after, b"</si>")?;
                    (after.get(..end)?, after.get(end + 5..)?)
                }
                None => (&[][..], rest.strip_prefix(b"<si/>")?),
            };
            self.item(inside, limits)?;
            rest = after.trim_ascii_start();
        }
        Some(())
    }

    fn item(&mut self, inside: &[u8], limits: &Limits) -> Option<()> {
        if self.places.len() as u64 >= limits.strings {
            return None;
        }
        if self.blocks.last().is_none_or(|block| block.len() + inside.len() > BLOCK) {
            // The first block grows with its strings: most workbooks have few.
            let room = if self.blocks.is_empty() { 0 } else { BLOCK.max(inside.len()) };
            self.blocks.push(String::with_capacity(room));
        }
        let number = u16::try_from(self.blocks.len() - 1).ok()?;
        let block = self.blocks.last_mut()?;
        let start = block.len();
        xml_text::push_item(inside, block)?;
        self.places.push((number, u32::try_from(start).ok()?, u32::try_from(block.len() - start).ok()?));
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_come_back_by_number() {
        let mut strings = SharedStrings::default();
        let long = "x".repeat(32_000);
        strings.items(b"<si><t>a</t></si> <si/>\n", &Limits::default()).unwrap();
        for _ in 0..300 {
            strings.items(format!("<si><t>{long}</t></si>").as_bytes(), &Limits::default()).unwrap();
        }
        let all = (0..303).map(|number| strings.get(number)).collect::<Vec<_>>();
        assert_eq!(
            (all[0], all[1], all[2], all[301], all[302]),
            (Some("a"), Some(""), Some(&*long), Some(&*long), None)
        );
        assert!(strings.blocks.len() > 2, "several blocks");
        let few = Limits { strings: 303, ..Limits::default() };
        assert_eq!(strings.items(b"<si><t>b</t></si><si><t>c</t></si>", &few), None);
    }
}
