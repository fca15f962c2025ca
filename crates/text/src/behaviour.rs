//! The words of payment behaviour and of expected receipts, with the customer's or the ledger's own numbers. Ratios
//! come in ten-thousandths, as the contract rounds them.

use crate::Language;
use crate::format::{MINUS, NO_BREAK_SPACE};
use values::{Amount, Currency, Day};

texts! {
    behaviour_pay_days: "Jours de paiement", "Pay days";
    behaviour_last_paid: "Dernier", "Last";
    behaviour_days_late: "Retard médian (j)", "Median days late";
    behaviour_days_late_p90: "9 sur 10 (j)", "9 in 10 (d)";
    behaviour_days_to_pay: "Délai médian (j)", "Median days to pay";
    behaviour_usual_day: "Jour habituel", "Usual day";
    behaviour_usual_weekday: "En semaine", "Weekday";
    behaviour_paid_on: "Payé le", "Paid on";
    behaviour_lengthening: "Allongement", "Lengthening";
    behaviour_before_or_recent: "Période", "Period";
    behaviour_before: "avant", "before";
    behaviour_recent: "récent", "recent";
    behaviour_not_paid: "ouvert", "open";
    behaviour_none: "Aucun règlement daté dans les fichiers : rien à dire des habitudes de paiement.", "No dated payment in the files: nothing to say of how customers pay.";
    forecast_week: "Semaine", "Week";
    forecast_expected: "Attendu", "Expected";
    forecast_on_due_date: "Si payé à l’échéance", "If paid when due";
    forecast_received: "Reçu", "Received";
    forecast_later: "Plus tard ou indéterminé", "Later or not to be told";
    forecast_no_due_date: "Sans échéance", "Without a due date";
    forecast_disputed: "En litige, non attendu", "Disputed, not expected";
    forecast_not_asked_for: "Comptes non relancés (douteux, retenues, à établir)", "Accounts not asked for (doubtful, retentions, accrued)";
    forecast_debits: "Créances ouvertes", "Open debits";
    forecast_credits: "Crédits non imputés, non déduits", "Credits not applied, not deducted";
    forecast_no_test: "Pas d’essai sur le passé : il faut vingt règlements datés avant le jour de l’essai, et des encaissements après.", "No test on the past: it takes twenty dated payments before the day of the test, and receipts after it.";
}

/// What the sentences about a lengthening need.
#[derive(Clone, Copy, Debug)]
pub struct Lengthened {
    /// Pay days looked at.
    pub pay_days: u32,
    /// Months of open invoices that count as observations.
    pub open_months: u32,
    /// Recent observations.
    pub recent: u32,
    /// Median days late before.
    pub median_before: i64,
    /// Median days late of the recent ones.
    pub median_recent: i64,
    /// Hodges–Lehmann shift.
    pub shift: i64,
    /// Theil–Sen slope per month.
    pub slope: i64,
}

/// The tests of a lengthening.
#[derive(Clone, Copy, Debug)]
pub struct LengtheningTested {
    /// Mann–Whitney U.
    pub u: i64,
    /// All pairs.
    pub pairs: u32,
    /// Its probability.
    pub mann_whitney: i64,
    /// Mann–Kendall S.
    pub s: i64,
    /// Observations it looks at.
    pub n: u32,
    /// Its probability.
    pub mann_kendall: i64,
    /// Twice the smaller.
    pub probability: i64,
    /// First recent observation that sets off the early alarm.
    pub alarm: Option<u32>,
    /// Modified z-score of the last one.
    pub modified_z: i64,
}

/// What the sentence about a silent customer needs.
#[derive(Clone, Copy, Debug)]
pub struct Silent {
    /// The day by which it would have paid.
    pub since: Day,
    /// The last day it paid.
    pub last_paid: Day,
    /// Median gap between payments.
    pub usual_gap: i32,
    /// Gap that nine in ten do not exceed.
    pub long_gap: i32,
    /// Days late that nine in ten do not exceed.
    pub long_late: i32,
    /// Invoices later than that.
    pub documents: u32,
    /// Their sum.
    pub overdue: Amount,
    /// Their currency.
    pub currency: Currency,
}

/// What the sentence about a test on the past needs.
#[derive(Clone, Copy, Debug)]
pub struct Tested {
    /// The day the forecast would have been made.
    pub made_on: Day,
    /// What came in.
    pub received: Amount,
    /// Its currency.
    pub currency: Currency,
    /// Error of the weeks.
    pub weekly: i64,
    /// The same if everybody paid on the due date.
    pub weekly_due: i64,
    /// Error of the whole.
    pub total: i64,
    /// The same if everybody paid on the due date.
    pub total_due: i64,
}

/// What the sentence about a forecast needs.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    /// Sum of the weeks.
    pub weeks: Amount,
    /// Later or not to be told, and debits without a due date.
    pub later: Amount,
    /// Debits that are not expected: disputed, or of accounts that no reminder asks for.
    pub apart: Amount,
    /// All debits.
    pub debits: Amount,
    /// Payments on which it rests.
    pub payments: u32,
    /// Currency of the amounts.
    pub currency: Currency,
}

impl Language {
    /// A number with its sign, at most one decimal: `+9`, `−1,5`.
    pub fn signed_tenths(self, ten_thousandths: i64) -> String {
        let sign = match ten_thousandths {
            ..0 => MINUS.to_string(),
            0 => String::new(),
            1.. => "+".to_owned(),
        };
        sign + &self.short_tenths(ten_thousandths.abs())
    }

    /// A number with one decimal, or none where it is whole: `9`, `−1,5`.
    pub fn short_tenths(self, ten_thousandths: i64) -> String {
        let tenths = (ten_thousandths.abs() + 500) / 1_000;
        match tenths % 10 {
            0 if ten_thousandths < 0 && tenths > 0 => format!("{MINUS}{}", self.number(tenths / 10)),
            0 => self.number(tenths / 10),
            _ => self.tenths(ten_thousandths),
        }
    }

    /// A probability to four decimals.
    fn probability(self, ten_thousandths: i64) -> String {
        let mark = self.pick(",", ".");
        match ten_thousandths {
            ..=0 => format!("<{NO_BREAK_SPACE}0{mark}0001"),
            1..10_000 => format!("0{mark}{ten_thousandths:04}"),
            10_000.. => "1".to_owned(),
        }
    }

    /// A usual day of the month, with how usual it is; 31 is the end of any month.
    pub fn usual_day_of_month(self, day: u32, kept: u32, of: u32) -> String {
        match (self, day) {
            (Language::Fr, 31) => format!("fin de mois, à deux jours près ({kept} fois sur {of})"),
            (Language::En, 31) => format!("end of the month, give or take two days ({kept} of {of})"),
            (Language::Fr, 1) => format!("le 1er du mois, à deux jours près ({kept} fois sur {of})"),
            (Language::Fr, _) => format!("le {day} du mois, à deux jours près ({kept} fois sur {of})"),
            (Language::En, _) => format!("day {day} of the month, give or take two days ({kept} of {of})"),
        }
    }

    /// A usual day of the week (1 Monday to 7 Sunday), with how usual it is.
    pub fn usual_weekday(self, day: u32, kept: u32, of: u32) -> String {
        let name = self.weekday_named(day);
        match self {
            Language::Fr => format!("{name} ({kept} fois sur {of})"),
            Language::En => format!("{name} ({kept} of {of})"),
        }
    }

    /// A lengthening verdict, by its key in the contract.
    pub fn lengthening_name(self, verdict: &str) -> &'static str {
        match verdict {
            "confirmed" => self.pick("Allongement confirmé", "Confirmed lengthening"),
            "probable" => self.pick("Allongement probable", "Probable lengthening"),
            "steady" => self.pick("Pas d’allongement", "No lengthening"),
            _ => self.pick("Trop peu de paiements", "Too few payments"),
        }
    }

    /// A lengthening verdict in one word, for a table.
    pub fn lengthening_word(self, verdict: &str) -> &'static str {
        match verdict {
            "confirmed" => self.pick("confirmé", "confirmed"),
            "probable" => self.pick("probable", "probable"),
            "steady" => self.pick("non", "no"),
            _ => self.pick("trop peu de paiements", "too few payments"),
        }
    }

    /// Too few pay days to tell.
    pub fn lengthening_too_few(self, pay_days: u32, needed: u32) -> String {
        match (self, pay_days) {
            (Language::Fr, 0 | 1) => {
                format!("{pay_days} jour de paiement à comparer{NO_BREAK_SPACE}; il en faut {needed}.")
            }
            (Language::Fr, _) => {
                format!("{pay_days} jours de paiement à comparer{NO_BREAK_SPACE}; il en faut {needed}.")
            }
            (Language::En, 1) => format!("1 pay day to compare; it takes {needed}."),
            (Language::En, _) => format!("{pay_days} pay days to compare; it takes {needed}."),
        }
    }

    /// No lengthening that is both large and beyond chance.
    pub fn lengthening_steady(self, of: Lengthened) -> String {
        let medians = self.medians(of);
        match self {
            Language::Fr => {
                format!("Pas d’allongement à la fois notable et au-delà du hasard{NO_BREAK_SPACE}: {medians}.")
            }
            Language::En => format!("No lengthening that is both large and beyond chance: {medians}."),
        }
    }

    fn medians(self, of: Lengthened) -> String {
        let (before, recent) = (self.short_tenths(of.median_before), self.short_tenths(of.median_recent));
        let (last, pay_days) = (of.recent, of.pay_days);
        match self {
            Language::Fr => {
                format!("retard médian {before} j avant, {recent} j sur les {last} derniers (n = {pay_days})")
            }
            Language::En => format!("median {before} days late before, {recent} over the last {last} (n = {pay_days})"),
        }
    }

    /// A lengthening; `confirmed` among so many customers tested, else for this one alone.
    pub fn lengthening_found(self, of: Lengthened, probability: i64, tested: u32, confirmed: bool) -> String {
        let (shift, medians) = (self.short_tenths(of.shift), self.medians(of));
        let probability = self.probability(probability);
        let among = match (self, confirmed, tested) {
            (Language::Fr, true, 0 | 1) => String::new(),
            (Language::En, true, 0 | 1) => String::new(),
            (Language::Fr, true, _) => {
                format!("{NO_BREAK_SPACE}; cela reste remarquable parmi les {tested} clients examinés")
            }
            (Language::En, true, _) => format!("; it stays remarkable among the {tested} customers tested"),
            (Language::Fr, false, _) => {
                format!(
                    "{NO_BREAK_SPACE}; parmi les {tested} clients examinés, le hasard suffirait encore à en donner un"
                )
            }
            (Language::En, false, _) => {
                format!("; among the {tested} customers tested, chance alone could still give one such")
            }
        };
        match self {
            Language::Fr => format!(
                "Paie {shift} jours plus tard qu’avant{NO_BREAK_SPACE}: {medians}. Probabilité du hasard {probability}{among}."
            ),
            Language::En => {
                format!("Pays {shift} days later than before: {medians}. Probability by chance {probability}{among}.")
            }
        }
    }

    /// How a lengthening was found.
    pub fn lengthening_how(self, of: Lengthened, by: LengtheningTested) -> String {
        let (shift, slope) = (self.signed_tenths(of.shift), self.signed_tenths(of.slope));
        let (u, pairs, s, n) = (self.short_tenths(by.u), by.pairs, by.s, by.n);
        let (rank, trend) = (self.probability(by.mann_whitney), self.probability(by.mann_kendall));
        let (both, z) = (self.probability(by.probability), self.tenths(by.modified_z));
        let open = self.open_months(of.open_months);
        let alarm = self.alarm(by.alarm);
        match self {
            Language::Fr => format!(
                "Décalage de Hodges-Lehmann {shift} j (5 au moins){NO_BREAK_SPACE}; pente de Theil-Sen {slope} j par mois, ou par paiement s’ils sont plus rares (0,75 au moins){NO_BREAK_SPACE}; Mann-Whitney U = {u} sur {pairs} paires, p = {rank} exacte{NO_BREAK_SPACE}; Mann-Kendall S = {s} sur les {n} derniers, p = {trend}{NO_BREAK_SPACE}; 2 × la plus petite = {both} (0,02 au plus, l’autre 0,05 au plus){NO_BREAK_SPACE}; z modifié du dernier {z}{alarm}.{open}"
            ),
            Language::En => format!(
                "Hodges–Lehmann shift {shift} d (5 at least); Theil–Sen slope {slope} d per month, or per payment where those are rarer (0.75 at least); Mann–Whitney U = {u} of {pairs} pairs, exact p = {rank}; Mann–Kendall S = {s} over the last {n}, p = {trend}; 2 × the smaller = {both} (0.02 at most, the other 0.05 at most); modified z of the last {z}{alarm}.{open}"
            ),
        }
    }

    fn alarm(self, alarm: Option<u32>) -> String {
        match (self, alarm) {
            (_, None) => String::new(),
            (Language::Fr, Some(1)) => format!("{NO_BREAK_SPACE}; alerte CUSUM dès le 1er récent"),
            (Language::Fr, Some(at)) => format!("{NO_BREAK_SPACE}; alerte CUSUM dès le {at}e récent"),
            (Language::En, Some(at)) => format!("; CUSUM alarm at recent payment {at}"),
        }
    }

    fn open_months(self, months: u32) -> String {
        match (self, months) {
            (_, 0) => String::new(),
            (Language::Fr, 1) => {
                " Un mois de factures encore ouvertes, déjà plus en retard que tout ce qui fut payé, compte comme une observation.".to_owned()
            }
            (Language::Fr, _) => format!(
                " {months} mois de factures encore ouvertes, déjà plus en retard que tout ce qui fut payé, comptent comme autant d’observations."
            ),
            (Language::En, 1) => {
                " One month of invoices still open, already later than anything paid, counts as one observation.".to_owned()
            }
            (Language::En, _) => format!(
                " {months} months of invoices still open, already later than anything paid, count as as many observations."
            ),
        }
    }

    /// A customer past its usual rhythm.
    pub fn silent_customer(self, of: Silent) -> String {
        let (since, last) = (self.day(of.since), self.day(of.last_paid));
        let overdue = self.money(of.overdue, of.currency);
        let (usual, long, late) = (of.usual_gap, of.long_gap, of.long_late);
        let invoices = match (self, of.documents) {
            (Language::Fr, 0 | 1) => format!("{} facture dépasse", of.documents),
            (Language::Fr, _) => format!("{} factures dépassent", of.documents),
            (Language::En, 1) => "1 invoice is".to_owned(),
            (Language::En, _) => format!("{} invoices are", of.documents),
        };
        match self {
            Language::Fr => format!(
                "Silencieux depuis le {since}{NO_BREAK_SPACE}: dernier paiement le {last}, un tous les {usual} jours d’ordinaire, neuf écarts sur dix de {long} jours au plus{NO_BREAK_SPACE}; {invoices} les {late} jours de retard que neuf paiements sur dix ne dépassent pas, {overdue} en tout."
            ),
            Language::En => format!(
                "Silent since {since}: last paid on {last}, usually every {usual} days, nine gaps in ten of {long} days at most; {invoices} later than the {late} days that nine payments in ten do not exceed, {overdue} in all."
            ),
        }
    }

    /// How behaviour is found, and how many customers it is about.
    pub fn behaviour_how(self, customers: u32, tested: u32, recent: u32) -> String {
        let (customers, tested) = (self.number(customers.into()), self.number(tested.into()));
        match self {
            Language::Fr => format!(
                "{customers} clients avec un règlement daté, dont {tested} avec au moins 8 jours de paiement. Une observation par jour de paiement{NO_BREAK_SPACE}: le retard moyen pondéré de ce qui fut payé ce jour-là. Les {recent} dernières sont comparées aux précédentes, 60 au plus. « Confirmé »{NO_BREAK_SPACE}: au plus 5{NO_BREAK_SPACE}% de hasard attendu parmi tous ceux qui le sont (Benjamini-Hochberg)."
            ),
            Language::En => format!(
                "{customers} customers with a dated payment, {tested} of them with 8 pay days or more. One observation per pay day: the mean days late, weighted by amount, of what was paid that day. The last {recent} are compared with those before, 60 at most. “Confirmed”: at most 5% chance expected among all that are (Benjamini–Hochberg)."
            ),
        }
    }

    /// How a forecast is computed, and that it adds up.
    pub fn forecast_how(self, of: Expected) -> String {
        let money = |amount| self.money(amount, of.currency);
        let (weeks, later, apart, debits) = (money(of.weeks), money(of.later), money(of.apart), money(of.debits));
        let payments = self.number(of.payments.into());
        match self {
            Language::Fr => format!(
                "Chaque poste est réparti selon les retards des {payments} parts de factures payées ces deux dernières années, sachant qu’il n’est pas encore payé{NO_BREAK_SPACE}; avec n paiements à lui, un client compte pour n ÷ (n + 5), l’ensemble pour le reste{NO_BREAK_SPACE}; les postes ouverts comptent comme non payés à ce jour. Les ventes à venir n’y sont pas. 13 semaines {weeks} + plus tard, indéterminé ou sans échéance {later} + non attendu {apart} = {debits} de créances ouvertes."
            ),
            Language::En => format!(
                "Each item is dealt out by the delays of the {payments} parts of invoices paid in the last two years, given that it is not paid yet; with n payments of its own a customer counts for n ÷ (n + 5), all together for the rest; open items count as not paid so far. Sales to come are not in it. 13 weeks {weeks} + later, not to be told or without a due date {later} + not expected {apart} = open debits {debits}."
            ),
        }
    }

    /// What a test on the past found, against everybody paying on the due date.
    pub fn forecast_tested(self, of: Tested) -> String {
        let (day, received) = (self.day(of.made_on), self.money(of.received, of.currency));
        let (weekly, weekly_due) = (self.percent(of.weekly), self.percent(of.weekly_due));
        let (total, total_due) = (self.percent(of.total), self.percent(of.total_due));
        // The difference of the figures as printed, so that anybody can redo it.
        let printed = |error: i64| (error + 5) / 10;
        let points = self.tenths((printed(of.weekly) - printed(of.weekly_due)).abs() * 1_000);
        let better = of.weekly < of.weekly_due;
        let verdict = match (self, of.weekly == of.weekly_due, better) {
            (Language::Fr, true, _) => "Ni mieux ni moins bien que l’échéance.".to_owned(),
            (Language::En, true, _) => "Neither better nor worse than the due dates.".to_owned(),
            (Language::Fr, false, true) => format!("Mieux que l’échéance de {points} points."),
            (Language::En, false, true) => format!("Better than the due dates by {points} points."),
            (Language::Fr, false, false) => format!("Moins bien que l’échéance de {points} points."),
            (Language::En, false, false) => format!("Worse than the due dates by {points} points."),
        };
        match self {
            Language::Fr => format!(
                "Même calcul fait le {day}, pour {received} reçus en 13 semaines sur les mêmes postes{NO_BREAK_SPACE}: écart par semaine {weekly} ({weekly_due} si chacun payait à l’échéance), sur le total {total} ({total_due}). {verdict}"
            ),
            Language::En => format!(
                "The same made on {day}, for {received} received over 13 weeks on the same items: error per week {weekly} ({weekly_due} if everybody paid when due), on the total {total} ({total_due}). {verdict}"
            ),
        }
    }

    /// Last payments compared that make no sense.
    pub fn recent_refused(self, seen: u32) -> String {
        match self {
            Language::Fr => format!("{seen} paiements récents{NO_BREAK_SPACE}: il en faut 3 à 20."),
            Language::En => format!("{seen} recent payments: it takes 3 to 20."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_read_as_people_write_them() {
        let both = |seen: i64| [Language::Fr, Language::En].map(|language| language.signed_tenths(seen));
        assert_eq!(both(90_000), ["+9", "+9"]);
        assert_eq!(both(-15_000), ["−1,5", "−1.5"]);
        assert_eq!(both(0), ["0", "0"]);
        assert_eq!(Language::Fr.short_tenths(-30_000), "−3");
        assert_eq!(Language::Fr.probability(13), "0,0013");
        assert_eq!(Language::En.probability(0), "<\u{a0}0.0001");
        assert_eq!(Language::En.probability(10_000), "1");
    }
}
