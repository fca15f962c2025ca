//! Numbers, amounts, percentages and dates as people write them (ux.md 4.1), the same on screen, paper and in files.
//! French: `1 234,56 €`, `30/06/2026`, `30 juin 2026`; English: `EUR 1,234.56`, `30 Jun 2026`.

use crate::Language;
use values::{Amount, Currency, Day};

/// U+202F, between groups of digits and before `;`, `!` and `?` in French.
pub const NARROW_SPACE: char = '\u{202F}';
/// U+00A0, before units, `%` and `:` in French.
pub const NO_BREAK_SPACE: char = '\u{00A0}';
/// U+2212, the minus sign of a person's number.
pub const MINUS: char = '\u{2212}';

impl Language {
    /// A whole number with its groups.
    pub fn number(self, value: i64) -> String {
        let mut text = String::new();
        if value < 0 {
            text.push(MINUS);
        }
        text.push_str(&grouped(value.unsigned_abs(), self.group_separator()));
        text
    }

    /// An amount without its currency, for a column whose heading names it.
    pub fn amount(self, amount: Amount, currency: Currency) -> String {
        let decimals = currency.decimals();
        let unit = 10_u64.pow(decimals);
        let magnitude = amount.minor().unsigned_abs();
        let mut text = String::new();
        if amount.is_credit() {
            text.push(MINUS);
        }
        text.push_str(&grouped(magnitude / unit, self.group_separator()));
        if decimals > 0 {
            text.push(self.decimal_mark());
            text.push_str(&format!("{:0width$}", magnitude % unit, width = decimals as usize));
        }
        text
    }

    /// An amount with its currency: `1 234,56 €`, `980,00 USD`; `EUR 1,234.56`.
    pub fn money(self, amount: Amount, currency: Currency) -> String {
        let figure = self.amount(amount, currency);
        match self {
            Language::Fr if currency == Currency::EUR => format!("{figure}{NO_BREAK_SPACE}€"),
            Language::Fr => format!("{figure}{NO_BREAK_SPACE}{currency}"),
            Language::En => format!("{currency}{NO_BREAK_SPACE}{figure}"),
        }
    }

    /// A share given in ten-thousandths, as a percentage with one decimal: 5867 → `58,7 %`, `58.7%`.
    pub fn percent(self, ten_thousandths: i64) -> String {
        let tenths = (ten_thousandths.abs() + 5) / 10;
        let sign = if ten_thousandths < 0 && tenths > 0 { MINUS.to_string() } else { String::new() };
        let figure = format!("{sign}{}{}{}", tenths / 10, self.decimal_mark(), tenths % 10);
        match self {
            Language::Fr => format!("{figure}{NO_BREAK_SPACE}%"),
            Language::En => format!("{figure}%"),
        }
    }

    /// A figure given in ten-thousandths, with one decimal: 948111 → `94,8`, `94.8`.
    pub fn tenths(self, ten_thousandths: i64) -> String {
        self.decimals(ten_thousandths, 1)
    }

    /// A figure given in ten-thousandths, with two decimals: 948111 → `94,81`, `94.81`.
    pub fn hundredths(self, ten_thousandths: i64) -> String {
        self.decimals(ten_thousandths, 2)
    }

    /// A figure given in ten-thousandths, with one to three decimals, half away from zero.
    fn decimals(self, ten_thousandths: i64, decimals: u32) -> String {
        let step = 10_u64.pow(4 - decimals);
        let steps = (ten_thousandths.unsigned_abs() + step / 2) / step;
        let sign = if ten_thousandths < 0 && steps > 0 { MINUS.to_string() } else { String::new() };
        let unit = 10_u64.pow(decimals);
        let (whole, rest) = (grouped(steps / unit, self.group_separator()), steps % unit);
        format!("{sign}{whole}{}{rest:0width$}", self.decimal_mark(), width = decimals as usize)
    }

    /// A part with two decimals, as the law's table has it: `38,33 %`.
    pub fn percent_hundredths(self, ten_thousandths: i64) -> String {
        let (whole, rest) = (ten_thousandths / 100, (ten_thousandths % 100).abs());
        let figure = format!("{whole}{}{rest:02}", self.decimal_mark());
        match self {
            Language::Fr => format!("{figure}{NO_BREAK_SPACE}%"),
            Language::En => format!("{figure}%"),
        }
    }

    /// A date for a table: `30/06/2026`; `30 Jun 2026`.
    pub fn day(self, day: Day) -> String {
        match self {
            Language::Fr => format!("{:02}/{:02}/{:04}", day.day_of_month(), day.month(), day.year()),
            Language::En => format!("{:02} {} {:04}", day.day_of_month(), self.month_short(day.month()), day.year()),
        }
    }

    /// A date for a letter: `1er juillet 2026`; `1 July 2026`.
    pub fn long_day(self, day: Day) -> String {
        let number = match (self, day.day_of_month()) {
            (Language::Fr, 1) => "1er".to_owned(),
            (Language::Fr | Language::En, number) => number.to_string(),
        };
        format!("{number}{NO_BREAK_SPACE}{} {:04}", self.month(day.month()), day.year())
    }

    /// The day of the week: `mercredi`, `Wednesday`.
    pub fn weekday(self, day: Day) -> &'static str {
        self.weekday_named(day.weekday())
    }

    /// The same by its number, 1 for Monday to 7 for Sunday.
    pub(crate) fn weekday_named(self, number: u32) -> &'static str {
        match number {
            1 => self.pick("lundi", "Monday"),
            2 => self.pick("mardi", "Tuesday"),
            3 => self.pick("mercredi", "Wednesday"),
            4 => self.pick("jeudi", "Thursday"),
            5 => self.pick("vendredi", "Friday"),
            6 => self.pick("samedi", "Saturday"),
            _ => self.pick("dimanche", "Sunday"),
        }
    }

    /// The month's name, 1–12.
    pub fn month(self, month: u32) -> &'static str {
        match month {
            1 => self.pick("janvier", "January"),
            2 => self.pick("février", "February"),
            3 => self.pick("mars", "March"),
            4 => self.pick("avril", "April"),
            5 => self.pick("mai", "May"),
            6 => self.pick("juin", "June"),
            7 => self.pick("juillet", "July"),
            8 => self.pick("août", "August"),
            9 => self.pick("septembre", "September"),
            10 => self.pick("octobre", "October"),
            11 => self.pick("novembre", "November"),
            _ => self.pick("décembre", "December"),
        }
    }

    pub(crate) fn month_short(self, month: u32) -> &'static str {
        let name = self.month(month);
        name.get(..3).unwrap_or(name)
    }

    /// The decimal mark: `,` or `.`.
    pub const fn decimal_mark(self) -> char {
        match self {
            Language::Fr => ',',
            Language::En => '.',
        }
    }

    /// The mark between groups of three digits.
    pub const fn group_separator(self) -> char {
        match self {
            Language::Fr => NARROW_SPACE,
            Language::En => ',',
        }
    }
}

fn grouped(value: u64, separator: char) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_follow_the_typography_of_each_language() {
        let amount = Amount::from_minor(-123_456_789);
        assert_eq!(Language::Fr.money(amount, Currency::EUR), "−1\u{202F}234\u{202F}567,89\u{A0}€");
        assert_eq!(Language::En.money(amount, Currency::EUR), "EUR\u{A0}−1,234,567.89");
        let yen = Currency::recognise("JPY").unwrap();
        assert_eq!(Language::Fr.money(Amount::from_minor(1_500), yen), "1\u{202F}500\u{A0}JPY");
        assert_eq!(Language::Fr.amount(Amount::from_minor(5), Currency::EUR), "0,05");
    }

    #[test]
    fn percentages_and_tenths_round_half_up() {
        assert_eq!(Language::Fr.percent(5_867), "58,7\u{A0}%");
        assert_eq!(Language::En.percent(-5), "−0.1%");
        assert_eq!(Language::En.tenths(948_111), "94.8");
        assert_eq!(Language::Fr.tenths(-26_662), "−2,7");
    }

    #[test]
    fn dates_read_naturally() {
        let day = Day::new(2026, 7, 1).unwrap();
        assert_eq!(Language::Fr.day(day), "01/07/2026");
        assert_eq!(Language::En.day(day), "01 Jul 2026");
        assert_eq!(Language::Fr.long_day(day), "1er\u{A0}juillet 2026");
        assert_eq!(Language::En.long_day(day), "1\u{A0}July 2026");
    }
}
