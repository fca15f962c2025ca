//! How cells look: one fixed list of formats. Numbers keep the decimals of their currency; dates are dates.

use text::Language;
use values::Currency;

/// The format of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Text,
    Title,
    Note,
    Heading,
    /// The heading of a column of figures, above them at the right.
    HeadingOfFigures,
    /// For a text a spreadsheet would take for a formula if someone edited its cell.
    Quoted,
    /// A text longer than its column is wide, over several lines.
    Long,
    /// The same, for what might be taken for a formula.
    LongQuoted,
    Day,
    Count,
    Share,
    Decimal,
    /// An amount of a currency with two decimals.
    Amount,
    Amount0,
    Amount3,
    TotalLabel,
    TotalCount,
    TotalAmount,
    TotalAmount0,
    TotalAmount3,
}

/// All formats, in the order of their numbers.
const ALL: [Style; 20] = [
    Style::Text,
    Style::Title,
    Style::Note,
    Style::Heading,
    Style::HeadingOfFigures,
    Style::Quoted,
    Style::Long,
    Style::LongQuoted,
    Style::Day,
    Style::Count,
    Style::Share,
    Style::Decimal,
    Style::Amount,
    Style::Amount0,
    Style::Amount3,
    Style::TotalLabel,
    Style::TotalCount,
    Style::TotalAmount,
    Style::TotalAmount0,
    Style::TotalAmount3,
];

/// Fonts 0 to 3 (plain, title, note, bold), fills 0 to 2 (none, the pattern the format reserves, headings) and
/// borders 0 to 2 (none, below, above).
const LOOKS: &str = concat!(
    r#"<fonts count="4"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>"#,
    r#"<font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font>"#,
    r#"<font><sz val="11"/><color rgb="FF444444"/><name val="Calibri"/><family val="2"/></font>"#,
    r#"<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>"#,
    r#"<fills count="3"><fill><patternFill patternType="none"/></fill>"#,
    r#"<fill><patternFill patternType="gray125"/></fill>"#,
    r#"<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF2"/><bgColor indexed="64"/></patternFill></fill>"#,
    r#"</fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>"#,
    r#"<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>"#,
    r#"<border><left/><right/><top style="thin"><color auto="1"/></top><bottom/><diagonal/></border></borders>"#,
    r#"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#,
);

impl Style {
    /// An amount, with the decimals of its currency.
    pub(super) fn amount(currency: Currency) -> Style {
        match currency.decimals() {
            0 => Style::Amount0,
            3 => Style::Amount3,
            _ => Style::Amount,
        }
    }

    /// A total of amounts.
    pub(super) fn total_amount(currency: Currency) -> Style {
        match currency.decimals() {
            0 => Style::TotalAmount0,
            3 => Style::TotalAmount3,
            _ => Style::TotalAmount,
        }
    }

    /// The number cells name it by.
    pub(super) const fn number(self) -> u8 {
        self as u8
    }

    /// Number format, font, fill, border, what else. Format 3 is the format's own `#,##0`.
    const fn look(self) -> (u8, u8, u8, u8, Extra) {
        match self {
            Style::Text => (0, 0, 0, 0, Extra::Top),
            Style::Title => (0, 1, 0, 0, Extra::None),
            Style::Note => (0, 2, 0, 0, Extra::None),
            Style::Heading => (0, 3, 2, 1, Extra::Wrapped),
            Style::HeadingOfFigures => (0, 3, 2, 1, Extra::WrappedRight),
            Style::Quoted => (0, 0, 0, 0, Extra::Quoted),
            Style::Long => (0, 0, 0, 0, Extra::Wrapped),
            Style::LongQuoted => (0, 0, 0, 0, Extra::QuotedWrapped),
            Style::Day => (164, 0, 0, 0, Extra::TopLeft),
            Style::Share => (165, 0, 0, 0, Extra::Top),
            Style::Decimal => (166, 0, 0, 0, Extra::Top),
            Style::Count => (3, 0, 0, 0, Extra::Top),
            Style::Amount0 => (169, 0, 0, 0, Extra::Top),
            Style::Amount => (168, 0, 0, 0, Extra::Top),
            Style::Amount3 => (167, 0, 0, 0, Extra::Top),
            Style::TotalLabel => (0, 3, 0, 2, Extra::None),
            Style::TotalCount => (3, 3, 0, 2, Extra::None),
            Style::TotalAmount0 => (169, 3, 0, 2, Extra::None),
            Style::TotalAmount => (168, 3, 0, 2, Extra::None),
            Style::TotalAmount3 => (167, 3, 0, 2, Extra::None),
        }
    }
}

enum Extra {
    None,
    /// At the top of its row, beside a long text.
    Top,
    /// The same, at the left.
    TopLeft,
    /// Over several lines, from the top.
    Wrapped,
    /// The same, at the right.
    WrappedRight,
    /// Shown as typed after an apostrophe.
    Quoted,
    /// The same, over several lines.
    QuotedWrapped,
}

/// A format of amounts: a zero is a dash, so that what is owed stands out; `_ ` keeps the next column apart.
fn amount(digits: &str) -> String {
    format!("{digits}_ ;-{digits}_ ;–_ ")
}

/// The part `xl/styles.xml`, without its XML declaration.
pub(super) fn stylesheet(language: Language) -> String {
    let day = language.pick("dd/mm/yyyy", "yyyy-mm-dd");
    let mut xml = format!(
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"6\">\
         <numFmt numFmtId=\"164\" formatCode=\"{day}\"/><numFmt numFmtId=\"165\" formatCode=\"0.0%\"/>\
         <numFmt numFmtId=\"166\" formatCode=\"#,##0.0\"/>\
         <numFmt numFmtId=\"167\" formatCode=\"{}\"/><numFmt numFmtId=\"168\" formatCode=\"{}\"/>\
         <numFmt numFmtId=\"169\" formatCode=\"{}\"/></numFmts>{LOOKS}<cellXfs count=\"{}\">",
        amount("#,##0.000"),
        amount("#,##0.00"),
        amount("#,##0"),
        ALL.len()
    );
    for style in ALL {
        let (number, font, fill, border, extra) = style.look();
        let end = match extra {
            Extra::None => "/>",
            Extra::Top => " applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
            Extra::TopLeft => " applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\"/></xf>",
            Extra::Wrapped => " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
            Extra::WrappedRight => {
                " applyAlignment=\"1\"><alignment horizontal=\"right\" vertical=\"top\" wrapText=\"1\"/></xf>"
            }
            Extra::Quoted => " quotePrefix=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
            Extra::QuotedWrapped => {
                " quotePrefix=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            }
        };
        xml.push_str(&format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"{end}"
        ));
    }
    xml.push_str(
        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>",
    );
    xml.push_str(&super::tint::looks());
    xml.push_str("</styleSheet>");
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_stands_at_its_number() {
        for (position, style) in (0_u8..).zip(ALL) {
            assert_eq!(style.number(), position);
        }
        assert_eq!(stylesheet(Language::Fr).matches("xfId=\"0\" applyNumberFormat").count(), ALL.len());
    }
}
