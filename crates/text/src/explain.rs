//! How each figure was computed, with the ledger's own numbers (features.md AN4): what a person can redo by hand.
//! Ratios come in ten-thousandths, as the contract rounds them.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

/// A month of sales that the outstanding uses up.
pub struct UsedMonth {
    /// A day of the month.
    pub month: Day,
    /// Its days, as far as it has run.
    pub days: i32,
    /// Its sales.
    pub sold: Amount,
    /// What of the outstanding stands against them.
    pub used: Amount,
}

/// Writes explanations in one language and one currency.
#[derive(Clone, Copy)]
pub struct Explain {
    /// The language.
    pub language: Language,
    /// The currency of every amount.
    pub currency: Currency,
}

impl Explain {
    fn money(self, amount: Amount) -> String {
        self.language.money(amount, self.currency)
    }

    fn days(self, ten_thousandths: i64) -> String {
        let unit = self.language.pick("jours", "days");
        format!("{}{NO_BREAK_SPACE}{unit}", self.language.hundredths(ten_thousandths))
    }

    /// A part of the receivables over the sales, times the days of the window.
    fn over_sales(self, name: &str, part: Amount, sales: Amount, window: i64, result: i64) -> String {
        let (part, sales, result) = (self.money(part), self.money(sales), self.days(result));
        match self.language {
            Language::Fr => {
                format!("{name} {part} ÷ ventes nettes TTC de la période {sales} × {window} jours = {result}.")
            }
            Language::En => format!("{name} {part} ÷ net sales of the window {sales} × {window} days = {result}."),
        }
    }

    /// Days of sales outstanding, balance method.
    pub fn dso(self, outstanding: Amount, sales: Amount, window: i64, result: i64) -> String {
        self.over_sales(self.language.pick("Encours net", "Net outstanding"), outstanding, sales, window, result)
    }

    /// What the days of sales leave aside, where there is some.
    pub fn left_aside(self, amount: Amount) -> String {
        let amount = self.money(amount);
        match self.language {
            Language::Fr => {
                format!(
                    "Clients douteux (416), factures et avoirs à établir (418, 4198) laissés de côté{NO_BREAK_SPACE}: {amount}."
                )
            }
            Language::En => {
                format!(
                    "Doubtful customers (416), invoices and credit notes to be issued (418, 4198) are left aside: {amount}."
                )
            }
        }
    }

    /// The best the terms allow.
    pub fn best_possible(self, not_due: Amount, sales: Amount, window: i64, result: i64) -> String {
        self.over_sales(self.language.pick("Non échu", "Not due"), not_due, sales, window, result)
    }

    /// What lateness adds to it.
    pub fn average_days_delinquent(self, simple: i64, best: i64, result: i64) -> String {
        let (simple, best, result) = (self.days(simple), self.days(best), self.days(result));
        match self.language {
            Language::Fr => format!("DSO {simple} − meilleur DSO possible {best} = {result}."),
            Language::En => format!("DSO {simple} − best possible DSO {best} = {result}."),
        }
    }

    /// Months of sales counted back; `result` is absent where the file has too few sales.
    pub fn count_back(self, months: &[UsedMonth], result: Option<i64>) -> String {
        const LISTED: usize = 12;
        let mut steps: Vec<String> = months.iter().take(LISTED).map(|month| self.used_month(month)).collect();
        if months.len() > LISTED {
            steps.push("…".to_owned());
        }
        let steps = steps.join(" + ");
        let whole: i32 = months.iter().map(|month| month.days).sum();
        match (self.language, result.map(|result| self.days(result))) {
            (Language::Fr, Some(result)) => {
                format!("L’encours épuise les ventes en remontant{NO_BREAK_SPACE}: {steps} = {result}.")
            }
            (Language::En, Some(result)) => {
                format!("The outstanding uses up the sales, counted back: {steps} = {result}.")
            }
            (Language::Fr, None) => {
                format!(
                    "L’encours dépasse toutes les ventes du fichier{NO_BREAK_SPACE}: plus de {whole} jours ({steps})."
                )
            }
            (Language::En, None) => {
                format!("The outstanding passes all sales of the file: more than {whole} days ({steps}).")
            }
        }
    }

    fn used_month(self, of: &UsedMonth) -> String {
        let name = format!("{} {}", self.language.month(of.month.month()), of.month.year());
        let (used, sold, days) = (self.money(of.used), self.money(of.sold), of.days);
        let unit = self.language.pick("j", "d");
        if of.used == of.sold || !of.sold.is_debit() {
            format!("{days}{NO_BREAK_SPACE}{unit} ({name}, {sold})")
        } else {
            format!("{used} ÷ {sold} × {days}{NO_BREAK_SPACE}{unit} ({name})")
        }
    }

    /// The open part of each month of issue.
    pub fn sales_weighted(self, result: i64) -> String {
        let result = self.days(result);
        match self.language {
            Language::Fr => format!(
                "Pour chaque mois d’émission{NO_BREAK_SPACE}: reste ouvert ÷ ventes du mois × jours du mois, puis addition = {result}."
            ),
            Language::En => {
                format!(
                    "For each month of issue: still open ÷ sales of the month × days of the month, added up = {result}."
                )
            }
        }
    }

    /// The collection effectiveness index.
    pub fn collection_effectiveness(
        self,
        opening: Amount,
        sales: Amount,
        outstanding: Amount,
        not_due: Amount,
        result: i64,
    ) -> String {
        let (opening, sales) = (self.money(opening), self.money(sales));
        let (outstanding, not_due) = (self.money(outstanding), self.money(not_due));
        let result = self.language.percent(result);
        let name = self.language.pick(
            "(ouverture + ventes − encours) ÷ (ouverture + ventes − non échu)",
            "(opening + sales − outstanding) ÷ (opening + sales − not due)",
        );
        format!("{name} = ({opening} + {sales} − {outstanding}) ÷ ({opening} + {sales} − {not_due}) = {result}.")
    }

    /// The overdue share, of the debits and of the net.
    pub fn overdue_share(self, overdue: Amount, debits: Amount, share: i64, of_net: Option<i64>) -> String {
        let (overdue, debits, share) = (self.money(overdue), self.money(debits), self.language.percent(share));
        let of_net = of_net.map(|share| self.language.percent(share));
        match (self.language, of_net) {
            (Language::Fr, Some(of_net)) => {
                format!(
                    "Échu {overdue} ÷ créances brutes {debits} = {share}{NO_BREAK_SPACE}; {of_net} de l’encours net d’avoirs."
                )
            }
            (Language::Fr, None) => format!("Échu {overdue} ÷ créances brutes {debits} = {share}."),
            (Language::En, Some(of_net)) => {
                format!(
                    "Overdue {overdue} ÷ all debits {debits} = {share}; {of_net} of the outstanding net of credits."
                )
            }
            (Language::En, None) => format!("Overdue {overdue} ÷ all debits {debits} = {share}."),
        }
    }

    /// The weighted age of what is overdue.
    pub fn overdue_age(self, overdue: Amount, result: i64) -> String {
        let (overdue, result) = (self.money(overdue), self.days(result));
        match self.language {
            Language::Fr => format!("Somme de (reste dû × jours de retard) ÷ échu {overdue} = {result}."),
            Language::En => format!("Sum of (open amount × days late) ÷ overdue {overdue} = {result}."),
        }
    }

    /// Days late of what was paid.
    pub fn days_late(self, count: u32, weighted: i64, mean: i64) -> String {
        self.paid_days(
            self.language.pick("Jours de l’échéance au règlement", "Days from the due date to the payment"),
            count,
            weighted,
            mean,
        )
    }

    /// Days to pay of what was paid.
    pub fn days_to_pay(self, count: u32, weighted: i64, mean: i64) -> String {
        self.paid_days(
            self.language.pick("Jours de la facture au règlement", "Days from the invoice to the payment"),
            count,
            weighted,
            mean,
        )
    }

    fn paid_days(self, name: &str, count: u32, weighted: i64, mean: i64) -> String {
        let (count, weighted, mean) = (self.language.number(count.into()), self.days(weighted), self.days(mean));
        match self.language {
            Language::Fr => format!(
                "{name}, sur {count} parts de factures soldées par un règlement daté{NO_BREAK_SPACE}: somme de (montant × jours) ÷ somme des montants = {weighted}{NO_BREAK_SPACE}; moyenne simple {mean}."
            ),
            Language::En => format!(
                "{name}, over {count} parts of invoices cleared by a dated payment: sum of (amount × days) ÷ sum of the amounts = {weighted}; simple mean {mean}."
            ),
        }
    }

    /// Concentration.
    pub fn hhi(self, hhi: i64, equivalent: i64) -> String {
        let (hhi, equivalent) = (self.language.number((hhi + 5_000) / 10_000), self.language.hundredths(equivalent));
        match self.language {
            Language::Fr => format!(
                "Somme des carrés des parts (en %) des soldes débiteurs = {hhi} sur 10{NO_BREAK_SPACE}000, comme {equivalent} clients de même taille."
            ),
            Language::En => {
                format!(
                    "Sum of the squared shares (in %) of the debit balances = {hhi} of 10,000, like {equivalent} customers of one size."
                )
            }
        }
    }
}
