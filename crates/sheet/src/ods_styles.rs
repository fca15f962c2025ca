//! The styles of an ods as their elements go by: data styles, written again as the code of a number format, and the
//! styles of cells that name them or strike through. ([ODF 1.2, part 1, 16.27 and 16.2])

use crate::error::{Damage, Unreadable};
use crate::markup::{Tag, Watch};
use crate::styles::{Named, Style, Styles};

/// The longest code that is looked at; real ones stay far below.
const CODE_BYTES: usize = 256;

/// The styles so far.
#[derive(Default)]
pub(crate) struct OdsStyles {
    pub styles: Styles,
    formats: Named,
    cells: Named,
    /// Name and code of the data style that is open, and what the one it leads to for most numbers says.
    format: Option<(Vec<u8>, String, Option<Style>)>,
    /// Name and style of the cell style that is open.
    cell: Option<(Vec<u8>, Style)>,
    in_text: bool,
    /// Country of the currency that is open.
    country: String,
}

impl OdsStyles {
    /// The style of this name.
    pub fn get(&self, name: &[u8]) -> Option<Style> {
        self.cells.get(name).copied()
    }

    fn write(&mut self, piece: &str) {
        if let Some((_, code, _)) = self.format.as_mut().filter(|(_, code, _)| code.len() < CODE_BYTES) {
            code.push_str(piece);
        }
    }
}

impl Watch for OdsStyles {
    fn open(&mut self, tag: &Tag<'_>, _: usize) -> Result<(), Damage> {
        let name = |attribute: &str| tag.attribute(attribute).map(<[u8]>::to_vec);
        match tag.name {
            b"number-style" | b"currency-style" | b"percentage-style" | b"text-style" => {
                self.format = name("style:name").map(|name| (name, String::new(), None));
            }
            b"style" if tag.attribute("style:family") == Some(b"table-cell") => {
                let parent = tag.attribute("style:parent-style-name").and_then(|parent| self.get(parent));
                let mut style = parent.unwrap_or(Style::PLAIN);
                if let Some(format) = tag.attribute("style:data-style-name").and_then(|name| self.formats.get(name)) {
                    style = format.struck(style.struck);
                }
                self.cell = name("style:name").map(|name| (name, style));
            }
            b"text-properties" => {
                if let (Some((_, style)), Some(line)) = (&mut self.cell, tag.attribute("style:text-line-through-style"))
                {
                    style.struck = line != b"none";
                }
            }
            b"number" => self.write(&digits(tag)),
            // A text inside the digits: nothing that counts as a code.
            b"embedded-text" => self.write("."),
            b"text" | b"currency-symbol" => {
                self.in_text = true;
                let country = tag.attribute("number:country").filter(|country| country.len() <= 3);
                self.country =
                    country.map_or_else(String::new, |country| format!("-{}", String::from_utf8_lossy(country)));
                self.write(if tag.name == b"text" { "\"" } else { "[$" });
            }
            b"map" => {
                let to = tag.attribute("style:apply-style-name").and_then(|name| self.formats.get(name)).copied();
                if let Some((.., first)) = &mut self.format {
                    *first = first.or(to);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        match name {
            b"text" | b"currency-symbol" => {
                self.in_text = false;
                let end = if name == b"text" { "\"".to_owned() } else { format!("{}]", self.country) };
                self.write(&end);
            }
            b"number-style" | b"currency-style" | b"percentage-style" | b"text-style" => {
                if let Some((name, code, first)) = self.format.take() {
                    let format = first.unwrap_or_else(|| self.styles.format(&code));
                    self.formats.insert(name, format);
                }
            }
            b"style" => {
                if let Some((name, style)) = self.cell.take() {
                    self.cells.insert(name, style);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, _: u64, _: u64) {}

    fn words(&mut self, text: &[u8]) {
        if self.in_text {
            self.write(&String::from_utf8_lossy(text.get(..CODE_BYTES).unwrap_or(text)));
        }
    }
}

/// The digits of a format: zeros where they make a code, else the usual ones.
fn digits(tag: &Tag<'_>) -> String {
    let number = |name| tag.attribute(name).and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<usize>().ok());
    let plain = number("number:decimal-places").unwrap_or(0) == 0 && tag.attribute("number:grouping") != Some(b"true");
    let whole = number("number:min-integer-digits").unwrap_or(0);
    if plain && tag.attribute("number:display-factor").is_none() {
        "0".repeat(whole.min(32))
    } else {
        "0.00".to_owned()
    }
}
