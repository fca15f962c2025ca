//! The styles of an xlsx as their elements go by: number formats, fonts struck through, and the styles that name both.

use crate::error::{Damage, Unreadable};
use crate::markup::{Tag, Watch};
use crate::number_format;
use crate::styles::{Named, Style, Styles};
use crate::xml_text;

/// The styles so far.
#[derive(Default)]
pub(crate) struct XlsxStyles {
    pub styles: Styles,
    /// What each format written out says, by its number.
    codes: Named,
    /// Whether each font strikes through.
    fonts: Vec<bool>,
    within: Within,
}

/// Inside which list of the styles.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Elsewhere,
    Codes,
    Fonts,
    Formats,
}

impl XlsxStyles {
    /// Looks at an element; `None` where it says what no regular workbook says.
    pub fn see(&mut self, tag: &Tag<'_>) -> Option<()> {
        match tag.name {
            b"numFmts" => self.within = Within::Codes,
            b"fonts" => self.within = Within::Fonts,
            b"cellXfs" => self.within = Within::Formats,
            b"font" if self.within == Within::Fonts => self.fonts.push(false),
            b"strike" if self.within == Within::Fonts => {
                *self.fonts.last_mut()? = !matches!(tag.attribute("val"), Some(b"0" | b"false"));
            }
            b"numFmt" if self.within == Within::Codes => self.code(tag)?,
            b"xf" if self.within == Within::Formats => self.style(tag),
            _ => {}
        }
        Some(())
    }

    fn code(&mut self, tag: &Tag<'_>) -> Option<()> {
        let mut code = String::new();
        xml_text::push(tag.attribute("formatCode")?, &mut code)?;
        let format = self.styles.format(&code);
        self.codes.insert(tag.attribute("numFmtId")?.to_vec(), format);
        Some(())
    }

    fn style(&mut self, tag: &Tag<'_>) {
        let built_in = |number| Style { shown: number_format::built_in(number), ..Style::PLAIN };
        let style = tag
            .attribute("numFmtId")
            .map_or(Style::PLAIN, |number| self.codes.get(number).copied().unwrap_or_else(|| built_in(number)));
        let font = tag.attribute("fontId").and_then(|font| std::str::from_utf8(font).ok()?.parse::<usize>().ok());
        let struck = font.and_then(|font| self.fonts.get(font)).copied().unwrap_or_default();
        self.styles.push(style.struck(struck));
    }
}

impl Watch for XlsxStyles {
    /// What is not understood here is for the reader of values to judge.
    fn open(&mut self, tag: &Tag<'_>, _: usize) -> Result<(), Damage> {
        self.see(tag);
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        if matches!(name, b"numFmts" | b"cellXfs" | b"fonts") {
            self.within = Within::Elsewhere;
        }
        Ok(())
    }

    fn text(&mut self, _: u64, _: u64) {}
}
