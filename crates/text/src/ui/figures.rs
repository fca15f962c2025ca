//! Sentences of the balance, the plan and the exports: figures with their names, large amounts made short.

use crate::Language;
use crate::format::{MINUS, NO_BREAK_SPACE};
use values::{Amount, Currency, Day};

/// Above this many units, a tile shows thousands or millions and the exact amount underneath.
const COMPACT_FROM: u64 = 1_000_000;

impl Language {
    /// Title of the aged balance.
    pub fn title_balance(self, as_of: Day) -> String {
        format!("{} {}", self.pick("Balance âgée au", "Aged balance as of"), self.long_day(as_of))
    }

    /// The heading of the balance column.
    pub fn column_balance(self, currency: Currency) -> String {
        format!("{} ({})", self.pick("Solde", "Balance"), currency_sign(self, currency))
    }

    /// The heading of the amounts of a contact.
    pub fn column_residual_in(self, currency: Currency) -> String {
        format!("{} ({})", self.column_residual(), currency_sign(self, currency))
    }

    /// The name of a bucket: `31-60 j`, `> 90 j`.
    pub fn bucket(self, first: u32, last: Option<u32>) -> String {
        let days = self.pick("j", "d");
        match last {
            Some(last) => format!("{first}–{last}{NO_BREAK_SPACE}{days}"),
            None => format!(">{NO_BREAK_SPACE}{}{NO_BREAK_SPACE}{days}", first.saturating_sub(1)),
        }
    }

    /// A tile's amount: exact, or in millions where it is long.
    pub fn tile_money(self, amount: Amount, currency: Currency) -> String {
        compact(self, amount, currency).unwrap_or_else(|| self.money(amount, currency))
    }

    /// The exact amount under a compact one; empty where the tile shows it already.
    pub fn tile_exact(self, amount: Amount, currency: Currency) -> String {
        compact(self, amount, currency).map(|_| self.money(amount, currency)).unwrap_or_default()
    }

    /// What a figure of overdue debits cannot tell of.
    pub fn tile_undated(self, undated: Amount, currency: Currency) -> String {
        let money = self.money(undated, currency);
        match self {
            Language::Fr => format!("hors {money} sans échéance"),
            Language::En => format!("leaving out {money} without a due date"),
        }
    }

    /// Why a figure of overdue debits is unknown.
    pub fn tile_undated_alone(self, undated: Amount, currency: Currency) -> String {
        format!("{} {}", self.money(undated, currency), self.pick("sans échéance", "without a due date"))
    }

    /// `50,1 % des débits`.
    pub fn share_of_debits(self, share: &str) -> String {
        format!("{share} {}", self.pick("des débits", "of debits"))
    }

    /// `16,6 % de l'échu`.
    pub fn share_of_overdue(self, share: &str) -> String {
        format!("{share} {}", self.pick("de l’échu", "of overdue"))
    }

    /// A number of days in ten-thousandths: `67,4 j`.
    pub fn days_tenths(self, days: i64) -> String {
        format!("{}{NO_BREAK_SPACE}{}", self.tenths(days), self.pick("jours", "days"))
    }

    /// The count-back figure beside the simple one.
    pub fn tile_dso_count_back(self, days: i64, window: u32) -> String {
        match self {
            Language::Fr => format!("sur {window} jours\u{202f}; par épuisement {} j", self.tenths(days)),
            Language::En => format!("over {window} days; count-back {} d", self.tenths(days)),
        }
    }

    /// The window of the sales.
    pub fn tile_dso_window(self, window: u32) -> String {
        match self {
            Language::Fr => format!("ventes des {window} derniers jours"),
            Language::En => format!("sales of the last {window} days"),
        }
    }

    /// How many customers a search found.
    pub fn found_customers(self, shown: usize, all: usize) -> String {
        let customers = self.count_customers(u32::try_from(all).unwrap_or(u32::MAX));
        if shown == all {
            return customers;
        }
        let shown = self.number(i64::try_from(shown).unwrap_or(i64::MAX));
        format!("{shown} {} {customers}", self.pick("sur", "of"))
    }

    /// The total of the lines shown.
    pub fn total_shown(self, lines: usize) -> String {
        self.total_named(self.pick("Total affiché", "Total shown"), lines)
    }

    /// The total of all lines.
    pub fn total_all(self, lines: usize) -> String {
        self.total_named(self.pick("Total général", "Grand total"), lines)
    }

    fn total_named(self, name: &str, lines: usize) -> String {
        format!("{name} ({})", self.number(i64::try_from(lines).unwrap_or(i64::MAX)))
    }

    /// The oldest item of a customer.
    pub fn oldest_late(self, days: i32) -> String {
        match self {
            Language::Fr => format!("jusqu’à {} j de retard", self.number(i64::from(days))),
            Language::En => format!("up to {} days late", self.number(i64::from(days))),
        }
    }

    /// Caption of the items of a customer.
    pub fn caption_items(self, count: usize, part: Option<&str>) -> String {
        let items = self.count(count as u64, ("pièce ouverte", "open item"), ("pièces ouvertes", "open items"));
        match (self, part) {
            (_, None) => items,
            (Language::Fr, Some(part)) => format!("{items}\u{a0}: {part}"),
            (Language::En, Some(part)) => format!("{items}: {part}"),
        }
    }

    /// What the plan holds.
    pub fn plan_lead(self, actions: usize, horizon: u32, as_of: Day) -> String {
        let actions = self.count_actions(actions);
        match self {
            Language::Fr => format!(
                "{actions} sur {horizon} jours à partir du {}. Une action regroupe toutes les pièces d’un client.",
                self.long_day(as_of)
            ),
            Language::En => format!(
                "{actions} over {horizon} days from {}. One action groups all items of a customer.",
                self.long_day(as_of)
            ),
        }
    }

    /// What the contacts cost.
    pub fn plan_cost(self, contacts: &str, cost: Amount) -> String {
        let cost = self.money(cost, Currency::EUR);
        match self {
            Language::Fr => format!("{contacts}\u{202f}; coût estimé {cost}."),
            Language::En => format!("{contacts}; estimated cost {cost}."),
        }
    }

    /// A day as a heading.
    pub fn day_of_plan(self, day: Day) -> String {
        let weekday = self.weekday(day);
        match self {
            Language::Fr => {
                let mut letters = weekday.chars();
                let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
                format!("{first}{} {}", letters.as_str(), self.long_day(day))
            }
            Language::En => format!("{weekday} {}", self.long_day(day)),
        }
    }

    /// Interest and indemnity claimed by a contact, if any.
    pub fn claims(self, interest: Amount, indemnity: Amount, currency: Currency) -> Option<String> {
        let interest_words =
            format!("{} {}", self.pick("intérêts de retard", "late-payment interest"), self.money(interest, currency));
        let indemnity_words =
            format!("{} {}", self.pick("indemnité forfaitaire", "fixed recovery fee"), self.money(indemnity, currency));
        let claimed: Vec<String> = [(interest, interest_words), (indemnity, indemnity_words)]
            .into_iter()
            .filter(|(amount, _)| !amount.is_zero())
            .map(|(_, words)| words)
            .collect();
        (!claimed.is_empty())
            .then(|| format!("{} {}.", self.pick("En plus\u{a0}:", "In addition:"), claimed.join(", ")))
    }

    /// Heading of those left alone.
    pub fn title_left_alone(self, items: usize) -> String {
        format!("{} ({})", self.pick("Laissés tranquilles", "Left alone"), self.count_documents(items))
    }

    /// `jusqu'au 12/10/2026`.
    pub fn until_day(self, day: Day) -> String {
        format!("{} {}", self.pick("jusqu’au", "until"), self.day(day))
    }

    /// The day the exports are struck.
    pub fn exports_lead(self, as_of: Day) -> String {
        match self {
            Language::Fr => format!(
                "Fichiers arrêtés au {}, écrits par votre navigateur et enregistrés chez vous.",
                self.long_day(as_of)
            ),
            Language::En => {
                format!("Files as of {}, written by your browser and saved on your computer.", self.long_day(as_of))
            }
        }
    }

    /// What a download button takes, for those who hear the page.
    pub fn download_named(self, name: &str) -> String {
        format!("{}{} {name}", self.button_download(), self.pick("\u{a0}:", ":"))
    }

    /// Heading of the files taken out.
    pub fn title_exported(self, files: usize) -> String {
        self.count(files as u64, ("fichier enregistré", "file saved"), ("fichiers enregistrés", "files saved"))
    }

    /// The size of a file.
    pub fn size(self, bytes: u32) -> String {
        let kilobytes = i64::from(bytes.div_ceil(1_000));
        if kilobytes < 1_000 {
            return format!("{}{NO_BREAK_SPACE}{}", self.number(kilobytes), self.pick("ko", "kB"));
        }
        format!("{}{NO_BREAK_SPACE}{}", self.tenths(kilobytes * 10), self.pick("Mo", "MB"))
    }

    /// A size of many bytes, whole megabytes from ten on.
    pub fn megabytes(self, bytes: u64) -> String {
        let kilobytes = i64::try_from(bytes.div_ceil(1_000)).unwrap_or(i64::MAX);
        if kilobytes < 10_000 {
            return self.size(u32::try_from(bytes).unwrap_or(u32::MAX));
        }
        format!("{}{NO_BREAK_SPACE}{}", self.number(kilobytes / 1_000), self.pick("Mo", "MB"))
    }

    /// The title of the window.
    pub fn titled(self, screen: &str) -> String {
        format!("{screen} – {}", self.product())
    }
}

fn currency_sign(language: Language, currency: Currency) -> String {
    if language == Language::Fr && currency == Currency::EUR { "€".to_owned() } else { currency.to_string() }
}

/// Thousands of thousands with two decimals: `1,28 M€`.
fn compact(language: Language, amount: Amount, currency: Currency) -> Option<String> {
    let units = amount.minor().unsigned_abs() / 10_u64.pow(currency.decimals());
    if units < COMPACT_FROM {
        return None;
    }
    let hundredths = (units + 5_000) / 10_000;
    let sign = if amount.is_credit() { MINUS.to_string() } else { String::new() };
    let whole = language.number(i64::try_from(hundredths / 100).unwrap_or(i64::MAX));
    let figure = format!("{sign}{whole}{}{:02}", language.decimal_mark(), hundredths % 100);
    Some(match language {
        Language::Fr if currency == Currency::EUR => format!("{figure}{NO_BREAK_SPACE}M€"),
        Language::Fr => format!("{figure}{NO_BREAK_SPACE}M{NO_BREAK_SPACE}{currency}"),
        Language::En => format!("{currency}{NO_BREAK_SPACE}{figure}M"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_tiles_are_compact_and_stay_exact_underneath() {
        let amount = Amount::from_minor(128_453_012);
        assert_eq!(Language::Fr.tile_money(amount, Currency::EUR), "1,28\u{a0}M€");
        assert_eq!(Language::En.tile_money(-amount, Currency::EUR), "EUR\u{a0}−1.28M");
        assert_eq!(Language::Fr.tile_exact(amount, Currency::EUR), "1\u{202f}284\u{202f}530,12\u{a0}€");
        let small = Amount::from_minor(99_999_999);
        assert_eq!(Language::Fr.tile_money(small, Currency::EUR), "999\u{202f}999,99\u{a0}€");
        assert_eq!(Language::Fr.tile_exact(small, Currency::EUR), "");
    }

    #[test]
    fn buckets_columns_and_sizes_read_as_people_write_them() {
        assert_eq!(Language::Fr.bucket(31, Some(60)), "31–60\u{a0}j");
        assert_eq!(Language::En.bucket(91, None), ">\u{a0}90\u{a0}d");
        assert_eq!(Language::Fr.column_letters(0), "A");
        assert_eq!(Language::Fr.column_letters(27), "AB");
        assert_eq!(Language::Fr.size(1), "1\u{a0}ko");
        assert_eq!(Language::En.size(2_340_000), "2.3\u{a0}MB");
        assert_eq!(Language::Fr.channel_count("courrier recommandé", 2), "2\u{a0}courriers recommandés");
        assert_eq!(Language::En.channel_count("SMS", 3), "3\u{a0}SMS");
    }
}
