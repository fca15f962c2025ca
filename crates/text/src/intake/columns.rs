//! Remarks on whole columns of dates and amounts: what was read as the column suggests, and days that can hardly be meant.

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};
use values::{Amount, Currency, Day};

impl Language {
    /// Two digits of a year.
    pub fn remark_two_digit_years(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, dates) = (self.seen_or_nothing(seen), self.counted_dates(count));
        self.said(
            at,
            &match self {
                Language::Fr => format!(
                    "{dates} à l’année de deux chiffres (par exemple {seen}){NO_BREAK_SPACE}: de 70 à 99 elle est lue de 1970 à 1999, de 00 à 69 de 2000 à 2069."
                ),
                Language::En => format!(
                    "{dates} with a year of two digits (for example {seen}): 70 to 99 are read as 1970 to 1999, 00 to 69 as 2000 to 2069."
                ),
            },
        )
    }

    /// Day numbers of a workbook.
    pub fn remark_day_numbers(self, at: &str, count: u32, from_1904: bool) -> String {
        let (dates, year) = (self.counted_dates(count), if from_1904 { 1904 } else { 1900 });
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!("{dates} en numéros de jour, sans format de date{NO_BREAK_SPACE}: comptés depuis {year}.")
                }
                Language::En => format!("{dates} as day numbers, without a date format: counted from {year}."),
            },
        )
    }

    /// Dates of both orders in one column.
    pub fn remark_mixed_date_orders(self, at: &str, day_first: u32, month_first: u32, either: u32) -> String {
        let [day_first, month_first, either] = [day_first, month_first, either].map(|count| self.number(count.into()));
        self.said(at, &match self {
            Language::Fr => format!(
                "des dates de la même colonne se contredisent{NO_BREAK_SPACE}: {day_first} ne se lisent que jour/mois, {month_first} que mois/jour, {either} des deux façons. Celles que l’ordre retenu rend impossibles sont écartées{NARROW_SPACE}; vérifiez les autres."
            ),
            Language::En => format!(
                "dates of one column contradict one another: {day_first} can only be day/month, {month_first} only month/day, {either} both. Those impossible in the order chosen are set aside; check the others."
            ),
        })
    }

    /// A column with an order of its own.
    pub fn remark_column_date_order(self, at: &str, order: &str) -> String {
        let order = self.date_order(order);
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!("cette colonne prouve un autre ordre que les autres{NO_BREAK_SPACE}: elle est lue {order}.")
                }
                Language::En => format!("this column proves another order than the others: it is read {order}."),
            },
        )
    }

    /// A column with a decimal mark of its own.
    pub fn remark_column_decimal_mark(self, at: &str, decimal: char) -> String {
        let decimal = self.quoted(&decimal.to_string());
        self.said(
            at,
            &match self {
                Language::Fr => format!("cette colonne écrit ses décimales après {decimal}, au contraire des autres."),
                Language::En => format!("this column writes its decimals after {decimal}, unlike the others."),
            },
        )
    }

    /// What binary arithmetic left behind.
    pub fn remark_float_dust(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "montant à plus de décimales que sa devise, {seen} ({rows} en tout){NO_BREAK_SPACE}: le reste d’un calcul, moindre qu’un millionième, est arrondi."
            ),
            Language::En => format!(
                "amount with more decimals than its currency, {seen} ({rows} in all): what arithmetic left over, less than a millionth, is rounded."
            ),
        })
    }

    /// Numbers read as the column suggests.
    pub fn remark_likely_amounts(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} ({rows} en tout){NO_BREAK_SPACE}: le signe y est lu comme le reste du tableau l’écrit, rien d’autre ne le prouve. Vérifiez-en un."
            ),
            Language::En => format!(
                "{seen} ({rows} in all): its mark is read as the rest of the table writes it, nothing else proves it. Check one of them."
            ),
        })
    }

    /// Due more than a year after the invoice.
    pub fn remark_far_due_dates(self, at: &str, count: u32, amount: Amount, currency: Currency) -> String {
        let (rows, amount) = (self.counted_rows(count), self.money(amount, currency));
        self.said(at, &match self {
            Language::Fr => format!(
                "échéance plus d’un an après la facture ({rows} en tout, {amount}). Elle est gardée telle quelle. Vérifiez l’année."
            ),
            Language::En => format!(
                "due date more than a year after the invoice ({rows} in all, {amount}). It is kept as it is. Check the year."
            ),
        })
    }

    /// Outside any plausible year.
    pub fn remark_implausible_dates(self, at: &str, count: u32, amount: Amount, currency: Currency) -> String {
        let (rows, amount) = (self.counted_rows(count), self.money(amount, currency));
        self.said(at, &match self {
            Language::Fr => format!(
                "date avant 1990 ou après 2100 ({rows} en tout, {amount}). Elle est gardée telle quelle. Vérifiez l’année."
            ),
            Language::En => format!(
                "date before 1990 or after 2100 ({rows} in all, {amount}). It is kept as it is. Check the year."
            ),
        })
    }

    /// Long after nearly all others.
    pub fn remark_future_dates(self, at: &str, count: u32, amount: Amount, currency: Currency, after: Day) -> String {
        let (rows, amount, after) = (self.counted_rows(count), self.money(amount, currency), self.day(after));
        self.said(at, &match self {
            Language::Fr => format!(
                "pièce datée plus d’un an après presque toutes les autres, qui vont jusqu’au {after} ({rows} en tout, {amount}). Elle est gardée telle quelle. Vérifiez l’année, ou si jour et mois sont inversés."
            ),
            Language::En => format!(
                "document dated more than a year after nearly all others, which go up to {after} ({rows} in all, {amount}). It is kept as it is. Check the year, or whether day and month are swapped."
            ),
        })
    }

    pub(crate) fn counted_dates(self, count: u32) -> String {
        let dates = self.plural(u64::from(count), "date", "dates");
        format!("{}{NO_BREAK_SPACE}{dates}", self.number(i64::from(count)))
    }
}
