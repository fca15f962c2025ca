//! Payment terms in full: several parts with due days of their own, fixed pay days, an early-payment discount, or a date
//! (domain.md 4.1, 4.3). What [`PaymentTerms`] says in one form is the base of each part.

mod words;

use crate::PaymentTerms;
use crate::rates::Rate;
use std::fmt;
use values::Day;

/// What words agree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The parts of the amount, in the order of the words; one part is the whole. The last is the remainder.
    pub parts: Vec<Part>,
    /// A discount for paying early.
    pub discount: Option<Discount>,
}

/// A part of the amount and when it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its share; `None` for the remainder.
    pub share: Option<Rate>,
    /// When it is due.
    pub due: Due,
}

/// When a part is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// By a form.
    Terms(PaymentTerms),
    /// By a form, then on the next of some days of the month; 31 is the last day of any month.
    PayDays(PaymentTerms, Vec<u32>),
    /// On a date, which wins over everything.
    On(Day),
}

/// A share taken off for paying within so many days of the invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Discount {
    /// The share.
    pub percent: Rate,
    /// Days from the invoice.
    pub days: u32,
}

/// Why words give no due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAgreed {
    /// No delay can be made out.
    NotUnderstood,
    /// They refer to the date written on the invoice.
    DateOnInvoice,
    /// Shares that sum to more than the whole, or leave something without a due day.
    Shares,
}

impl Agreement {
    /// Reads terms in words, in the languages [`PaymentTerms::parse`] knows.
    pub fn parse(words: &str) -> Result<Agreement, NotAgreed> {
        words::read(words)
    }

    /// The day the last part is due: that of the whole where there is one part.
    pub fn due_day(&self, invoice_day: Day) -> Day {
        self.parts.last().map_or(invoice_day, |part| part.due.on(invoice_day))
    }

    /// The other lawful or usual readings of the same words: those of the last part.
    pub fn alternatives(&self) -> Vec<Agreement> {
        let Some((last, before)) = self.parts.split_last() else { return Vec::new() };
        let with = |due| {
            let last = Part { due, ..last.clone() };
            Agreement { parts: before.iter().cloned().chain([last]).collect(), discount: self.discount }
        };
        last.due.alternatives().into_iter().map(with).collect()
    }

    /// The form of the last part, where it has no more than one.
    pub fn last_terms(&self) -> Option<PaymentTerms> {
        match self.parts.last().map(|part| &part.due) {
            Some(Due::Terms(terms)) => Some(*terms),
            Some(Due::PayDays(..) | Due::On(_)) | None => None,
        }
    }
}

impl Due {
    /// The day it gives.
    pub fn on(&self, invoice_day: Day) -> Day {
        match self {
            Due::Terms(terms) => terms.due_day(invoice_day),
            Due::PayDays(terms, days) => next_pay_day(terms.due_day(invoice_day), days),
            Due::On(day) => *day,
        }
    }

    fn alternatives(&self) -> Vec<Due> {
        match self {
            Due::Terms(terms) => terms.alternatives().into_iter().map(Due::Terms).collect(),
            Due::PayDays(terms, days) => {
                let others = terms.alternatives().into_iter();
                others.map(|terms| Due::PayDays(terms, days.clone())).collect()
            }
            Due::On(_) => Vec::new(),
        }
    }
}

/// The first listed day of a month on or after a day.
fn next_pay_day(base: Day, days: &[u32]) -> Day {
    let month = base.first_of_month();
    let listed = [month, month.plus_months(1)]
        .into_iter()
        .flat_map(|month| days.iter().map(move |day| month.with_day_of_month(*day)));
    listed.filter(|day| *day >= base).min().unwrap_or(base)
}

impl fmt::Display for Agreement {
    /// The normal form of domain.md 4.1: `NET(30)`, `DISCOUNT(2,10,30)`, `INSTALMENTS(30 % CASH, NET(30))`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base = match self.parts.as_slice() {
            [one] => one.due.to_string(),
            parts => format!("INSTALMENTS({})", parts.iter().map(Part::to_string).collect::<Vec<_>>().join(", ")),
        };
        let Some(discount) = self.discount else { return formatter.write_str(&base) };
        let net = base.strip_prefix("NET(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(&base);
        write!(formatter, "DISCOUNT({},{},{net})", plain(discount.percent), discount.days)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.share {
            Some(share) => write!(formatter, "{} % {}", plain(share), self.due),
            None => self.due.fmt(formatter),
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Due::Terms(terms) => terms.fmt(formatter),
            Due::PayDays(terms, days) => {
                let base = Some(terms.to_string()).filter(|base| base != "CASH");
                let days: Vec<String> = days.iter().map(u32::to_string).collect();
                let joint = if base.is_some() { "_" } else { "" };
                write!(formatter, "{}{joint}PAYDAYS{{{}}}", base.unwrap_or_default(), days.join(","))
            }
            Due::On(day) => write!(formatter, "FIXED({day})"),
        }
    }
}

/// A percentage without needless zeros.
fn plain(percent: Rate) -> String {
    let text = percent.to_string();
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The normal form and the day of each part for an invoice of 15 January 2026.
    fn read(words: &str) -> String {
        match Agreement::parse(words) {
            Ok(agreement) => {
                let days = agreement.parts.iter().map(|part| part.due.on("2026-01-15".parse().unwrap()).to_string());
                format!("{agreement} {}", days.collect::<Vec<_>>().join(" "))
            }
            Err(refused) => format!("{refused:?}"),
        }
    }

    /// Every pattern of domain.md 4.3.
    #[test]
    fn every_pattern_of_the_handbook_is_read() {
        for (words, expected) in [
            ("30 jours", "NET(30) 2026-02-14"),
            ("30 j", "NET(30) 2026-02-14"),
            ("30J", "NET(30) 2026-02-14"),
            ("30 jours net", "NET(30) 2026-02-14"),
            ("30 jours nets", "NET(30) 2026-02-14"),
            ("30 j. date de facture", "NET(30) 2026-02-14"),
            ("30 JDF", "NET(30) 2026-02-14"),
            ("30 jours fin de mois", "DAYS_EOM(30) 2026-02-28"),
            ("30 JFDM", "DAYS_EOM(30) 2026-02-28"),
            ("30 FDM", "DAYS_EOM(30) 2026-02-28"),
            ("30 j fdm", "DAYS_EOM(30) 2026-02-28"),
            ("FDM 30", "EOM_DAYS(30) 2026-03-02"),
            ("fin de mois + 45", "EOM_DAYS(45) 2026-03-17"),
            ("45 jours fin de mois", "DAYS_EOM(45) 2026-03-31"),
            ("45 FDM le 15", "DAYS_EOM(45)_THE(15) 2026-04-15"),
            ("60 jours fin de mois le 10", "DAYS_EOM(60)_THE(10) 2026-04-10"),
            ("60 JFM10", "DAYS_EOM(60)_THE(10) 2026-04-10"),
            ("à réception", "CASH 2026-01-15"),
            ("à réception de facture", "CASH 2026-01-15"),
            ("comptant", "CASH 2026-01-15"),
            ("au comptant", "CASH 2026-01-15"),
            ("à la commande", "CASH 2026-01-15"),
            ("à l'échéance", "DateOnInvoice"),
            ("à l’échéance", "DateOnInvoice"),
            ("prélèvement le 5", "PAYDAYS{5} 2026-02-05"),
            ("LCR 45 jours", "NET(45) 2026-03-01"),
            ("traite 60 jours fdm", "DAYS_EOM(60) 2026-03-31"),
            ("acompte 30 % solde 30 jours", "INSTALMENTS(30 % CASH, NET(30)) 2026-01-15 2026-02-14"),
            ("2 % 10 jours, 30 net", "DISCOUNT(2,10,30) 2026-02-14"),
            ("Net 30", "NET(30) 2026-02-14"),
            ("N30", "NET(30) 2026-02-14"),
            ("30 days", "NET(30) 2026-02-14"),
            ("EOM", "DAYS_EOM(0) 2026-01-31"),
            ("Net EOM 10", "EOM_DAYS(10) 2026-02-10"),
            ("30 EOM", "DAYS_EOM(30) 2026-02-28"),
            ("2/10 n/30", "DISCOUNT(2,10,30) 2026-02-14"),
            ("Due on receipt", "CASH 2026-01-15"),
            ("COD", "CASH 2026-01-15"),
            ("CIA", "CASH 2026-01-15"),
            ("Pre-paid", "CASH 2026-01-15"),
            ("30 Tage netto", "NET(30) 2026-02-14"),
            ("14 Tage 2 % Skonto, 30 Tage netto", "DISCOUNT(2,14,30) 2026-02-14"),
            ("sofort fällig", "CASH 2026-01-15"),
            ("30 días fecha factura", "NET(30) 2026-02-14"),
            ("30 ddf", "NET(30) 2026-02-14"),
            ("60 días f.f.m.", "DAYS_EOM(60) 2026-03-31"),
            ("al contado", "CASH 2026-01-15"),
            ("30 gg d.f.", "NET(30) 2026-02-14"),
            ("60 gg f.m.", "DAYS_EOM(60) 2026-03-31"),
            ("rimessa diretta", "CASH 2026-01-15"),
            ("30 dagen", "NET(30) 2026-02-14"),
            ("30 dagen einde maand", "DAYS_EOM(30) 2026-02-28"),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }

    #[test]
    fn parts_pay_days_discounts_and_dates() {
        for (words, expected) in [
            (
                "30 % à la commande, 40 % à la livraison, solde 30 jours",
                "INSTALMENTS(30 % CASH, 40 % CASH, NET(30)) 2026-01-15 2026-01-15 2026-02-14",
            ),
            (
                "50 % à la commande, 50 % à 30 jours fin de mois",
                "INSTALMENTS(50 % CASH, 50 % DAYS_EOM(30)) 2026-01-15 2026-02-28",
            ),
            ("30% deposit, balance net 60", "INSTALMENTS(30 % CASH, NET(60)) 2026-01-15 2026-03-16"),
            ("Anzahlung 25 %, Rest 14 Tage netto", "INSTALMENTS(25 % CASH, NET(14)) 2026-01-15 2026-01-29"),
            ("30 jours, paiement les 5 et 20", "NET(30)_PAYDAYS{5,20} 2026-02-20"),
            ("45 jours fin de mois, les 10 et 31", "DAYS_EOM(45)_PAYDAYS{10,31} 2026-03-31"),
            ("prélèvement les 5, 15 et 25", "PAYDAYS{5,15,25} 2026-01-15"),
            ("30 jours, escompte 2 % à 10 jours", "DISCOUNT(2,10,30) 2026-02-14"),
            ("60 jours fin de mois, escompte 1,5 % sous 8 jours", "DISCOUNT(1.5,8,DAYS_EOM(60)) 2026-03-31"),
            ("3 % 8 Tage, 60 Tage netto", "DISCOUNT(3,8,60) 2026-03-16"),
            ("1.5/8 net 45", "DISCOUNT(1.5,8,45) 2026-03-01"),
            ("échéance 15/03/2026", "FIXED(2026-03-15) 2026-03-15"),
            ("30 jours, au plus tard le 2026-02-10", "FIXED(2026-02-10) 2026-02-10"),
            ("au 31.02.2026", "NotUnderstood"),
            ("acompte 60 %, 60 % à 30 jours", "Shares"),
            ("acompte 30 %", "Shares"),
            ("virement", "NotUnderstood"),
            ("", "NotUnderstood"),
            ("2 %", "NotUnderstood"),
            ("acompte 100 % solde 30 jours", "Shares"),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }

    #[test]
    fn pay_days_roll_forward_and_31_is_the_last_day() {
        let on = |words: &str, day: &str| Agreement::parse(words).unwrap().due_day(day.parse().unwrap()).to_string();
        assert_eq!(on("prélèvement le 5", "2026-01-05"), "2026-01-05");
        assert_eq!(on("prélèvement le 5", "2026-12-06"), "2027-01-05");
        assert_eq!(on("prélèvement le 31", "2026-02-10"), "2026-02-28");
        assert_eq!(on("30 jours, les 5 et 20", "2026-01-20"), "2026-02-20");
        assert_eq!(on("30 jours, les 5 et 20", "2026-01-22"), "2026-03-05");
    }

    #[test]
    fn readings_of_the_month_end_are_those_of_the_last_part() {
        let others = |words: &str| {
            Agreement::parse(words).unwrap().alternatives().iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(others("45 jours fin de mois"), ["EOM_DAYS(45)"]);
        assert_eq!(others("30 jours fin de mois"), ["EOM_DAYS(30)", "MONTHS_EOM(1)"]);
        let part = others("acompte 30 % solde 45 jours fin de mois");
        assert_eq!(part, ["INSTALMENTS(30 % CASH, EOM_DAYS(45))"]);
        assert!(others("2/10 n/30").is_empty());
    }
}
