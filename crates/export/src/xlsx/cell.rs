//! Cells as XML. A text can only become a string cell and a figure a number cell; nothing else is offered, save the
//! formula of a total. What XML cannot hold is left out.

use super::styles::Style;
use std::fmt::Write;

/// A place on a sheet, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) row: u32,
    pub(super) column: u16,
}

impl At {
    /// `A1`, `AB12`.
    pub(super) fn reference(self) -> String {
        let mut reference = String::new();
        self.push_reference(&mut reference);
        reference
    }

    fn push_reference(self, xml: &mut String) {
        push_letters(xml, self.column);
        // Writing to a string cannot fail, here and below.
        let _ = write!(xml, "{}", self.row + 1);
    }
}

/// `A1:B2`, or `A1` for a single cell.
pub(super) fn range(first: At, last: At) -> String {
    if first == last {
        return first.reference();
    }
    format!("{}:{}", first.reference(), last.reference())
}

/// `$A$1:$B$2`, or `$A$1` for a single cell.
pub(super) fn absolute_range(first: At, last: At) -> String {
    let fixed = |at: At| {
        let mut reference = String::from("$");
        push_letters(&mut reference, at.column);
        let _ = write!(reference, "${}", at.row + 1);
        reference
    };
    if first == last {
        return fixed(first);
    }
    format!("{}:{}", fixed(first), fixed(last))
}

/// A string cell, the string within the cell.
pub(super) fn push_text(xml: &mut String, at: At, style: Style, text: &str) {
    open(xml, at, style);
    // Without the attribute, readers drop the blanks at both ends.
    let blanks = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    xml.push_str(if blanks { " t=\"inlineStr\"><is><t xml:space=\"preserve\">" } else { " t=\"inlineStr\"><is><t>" });
    push_string(xml, text);
    xml.push_str("</t></is></c>");
}

/// A number cell; `digits` is a decimal text of ours, mark `.`.
pub(super) fn push_number(xml: &mut String, at: At, style: Style, digits: &str) {
    open(xml, at, style);
    xml.push_str("><v>");
    xml.push_str(digits);
    xml.push_str("</v></c>");
}

/// A formula and its result, shown until a program computes it again.
pub(super) fn push_formula(xml: &mut String, at: At, style: Style, formula: &str, digits: &str) {
    open(xml, at, style);
    xml.push_str("><f>");
    push_escaped(xml, formula);
    xml.push_str("</f><v>");
    xml.push_str(digits);
    xml.push_str("</v></c>");
}

/// Text for an element or a quoted attribute.
pub(super) fn push_escaped(xml: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => xml.push(character),
            // No XML document can hold them; a carriage return would become a line break.
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
        }
    }
}

/// The format reads `_x0041_` in a string as a character by its number: the `_` of such a text is itself written so.
fn push_string(xml: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('_') {
        push_escaped(xml, before);
        xml.push_str(if is_numbered(after) { "_x005F_" } else { "_" });
        rest = after;
    }
    push_escaped(xml, rest);
}

/// Whether a `_` before this text begins the number of a character.
fn is_numbered(after: &str) -> bool {
    let mut bytes = after.bytes();
    bytes.next() == Some(b'x')
        && bytes.by_ref().take(4).filter(u8::is_ascii_hexdigit).count() == 4
        && bytes.next() == Some(b'_')
}

fn open(xml: &mut String, at: At, style: Style) {
    xml.push_str("<c r=\"");
    at.push_reference(xml);
    xml.push('"');
    if style != Style::Text {
        let _ = write!(xml, " s=\"{}\"", style.number());
    }
}

fn push_letters(xml: &mut String, column: u16) {
    let mut letters = ['A'; 4];
    let mut used = 0;
    let mut rest = u32::from(column) + 1;
    for letter in letters.iter_mut().rev() {
        if rest == 0 {
            break;
        }
        rest -= 1;
        *letter = char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
        used += 1;
    }
    xml.extend(letters.iter().skip(letters.len() - used));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_letters() {
        let letters = |column| At { row: 0, column }.reference();
        assert_eq!([0, 25, 26, 51, 701, 702, 16_383].map(letters), ["A1", "Z1", "AA1", "AZ1", "ZZ1", "AAA1", "XFD1"]);
        let cell = At { row: 4, column: 2 };
        assert_eq!(range(cell, cell), "C5");
        assert_eq!(range(At { row: 0, column: 0 }, cell), "A1:C5");
        assert_eq!(absolute_range(At { row: 0, column: 0 }, cell), "$A$1:$C$5");
    }

    #[test]
    fn texts_hold_no_markup_and_nothing_xml_forbids() {
        let written = |text| {
            let mut xml = String::new();
            push_text(&mut xml, At { row: 0, column: 0 }, Style::Text, text);
            xml
        };
        let start = "<c r=\"A1\" t=\"inlineStr\"><is><t>";
        assert_eq!(
            written("<a href=\"x\">&\u{1}\u{FFFF}\r."),
            format!("{start}&lt;a href=&quot;x&quot;&gt;&amp;.</t></is></c>")
        );
        assert_eq!(written("_x0041_ _x41_ _x"), format!("{start}_x005F_x0041_ _x41_ _x</t></is></c>"));
        assert_eq!(written("__x005f_"), format!("{start}__x005F_x005f_</t></is></c>"));
        assert!(written(" a").contains("<t xml:space=\"preserve\"> a</t>"));
        assert!(written("東京 🙂").contains("<t>東京 🙂</t>"));
    }
}
