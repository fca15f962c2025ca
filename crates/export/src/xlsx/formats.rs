//! How cells look. Numbers keep the decimals of their currency; dates are dates.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use text::Language;
use values::Currency;

/// The formats of a workbook, made once.
pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) heading: Format,
    pub(super) text: Format,
    /// For a text a spreadsheet would take for a formula if someone edited its cell.
    pub(super) quoted: Format,
    pub(super) day: Format,
    pub(super) count: Format,
    pub(super) share: Format,
    pub(super) decimal: Format,
    pub(super) total_label: Format,
    pub(super) total_count: Format,
    amounts: [Format; 3],
    total_amounts: [Format; 3],
}

const AMOUNT_CODES: [&str; 3] = ["#,##0", "#,##0.00", "#,##0.000"];

impl Formats {
    pub(super) fn new(language: Language) -> Formats {
        let number = |code: &str| Format::new().set_num_format(code);
        let total = || Format::new().set_bold().set_border_top(FormatBorder::Thin);
        Formats {
            title: Format::new().set_bold().set_font_size(14),
            note: Format::new().set_font_color(Color::RGB(0x44_4444)),
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0xE8_EEF2))
                .set_border_bottom(FormatBorder::Thin),
            text: Format::new(),
            quoted: Format::new().set_quote_prefix(),
            day: number(language.pick("dd/mm/yyyy", "yyyy-mm-dd")),
            count: number("#,##0"),
            share: number("0.0%"),
            decimal: number("#,##0.0"),
            total_label: total(),
            total_count: total().set_num_format("#,##0"),
            amounts: AMOUNT_CODES.map(number),
            total_amounts: AMOUNT_CODES.map(|code| total().set_num_format(code)),
        }
    }

    pub(super) fn amount(&self, currency: Currency) -> &Format {
        by_decimals(&self.amounts, currency)
    }

    pub(super) fn total_amount(&self, currency: Currency) -> &Format {
        by_decimals(&self.total_amounts, currency)
    }
}

fn by_decimals(formats: &[Format; 3], currency: Currency) -> &Format {
    let [none, two, three] = formats;
    match currency.decimals() {
        0 => none,
        3 => three,
        _ => two,
    }
}
