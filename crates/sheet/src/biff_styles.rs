//! What the styles of an xls say beyond the days that its reader knows, from its records as they go by.
//! Records: [MS-XLS] Font (2.4.122), Format (2.4.126), XF (2.4.353), BOF (2.4.21).

use crate::number_format;
use crate::styles::{Named, Style, Styles};

/// The styles so far.
#[derive(Default)]
pub(crate) struct BiffStyles {
    styles: Styles,
    /// Before 1997 texts have bytes for characters.
    old: bool,
    /// What each format written out says, by its number.
    codes: Named,
    /// Whether each font strikes through.
    fonts: Vec<bool>,
    /// Font and format of each style.
    cells: Vec<(u16, u16)>,
}

impl BiffStyles {
    /// A record of the workbook.
    pub fn see(&mut self, kind: u16, data: &[u8]) {
        let word = |at: usize| data.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
        match kind {
            0x0809 => self.old = word(0).is_some_and(|version| version < 0x0600),
            0x0031 => self.fonts.push(word(2).is_some_and(|flags| flags & 8 != 0)),
            0x00E0 => self.cells.extend(word(0).zip(word(2))),
            0x041E => {
                if let (Some(number), Some(code)) = (word(0), self.code(data)) {
                    let format = self.styles.format(&code);
                    self.codes.insert(number.to_le_bytes().to_vec(), format);
                }
            }
            _ => {}
        }
    }

    fn code(&self, data: &[u8]) -> Option<String> {
        // One byte of length before 1997; two since, and a flag for characters of two bytes. Of the code pages only the
        // letters and signs that all share matter here, and the sign of the euro.
        let narrow =
            |bytes: &[u8]| bytes.iter().map(|byte| if *byte == 0x80 { '€' } else { char::from(*byte) }).collect();
        match (self.old, data.get(4)?) {
            (true, _) => data.get(3..).map(narrow),
            (false, flags) if flags & 1 == 0 => data.get(5..).map(narrow),
            (false, _) => data.get(5..).map(number_format::wide),
        }
    }

    /// The styles, once every record went by.
    pub fn finish(self) -> Styles {
        let BiffStyles { mut styles, codes, fonts, cells, .. } = self;
        for (font, format) in cells {
            // There is no font of number 4: those behind it count one more than their place.
            let place = usize::from(font) - usize::from(font > 4);
            let struck = fonts.get(place).copied().unwrap_or_default();
            styles.push(codes.get(&format.to_le_bytes()[..]).copied().unwrap_or(Style::PLAIN).struck(struck));
        }
        styles
    }
}
