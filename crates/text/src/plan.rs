//! Why a customer is contacted, and why an item is left alone: the sentences of the plan.

use crate::Language;
use crate::format::{MINUS, NARROW_SPACE, NO_BREAK_SPACE};
use values::{Amount, Currency, Day, Days};

impl Language {
    /// The place of a step on the time line of an invoice: `J+7`, `J−5`; `D+7`, `D−5`.
    pub fn step_offset(self, offset: Days) -> String {
        let letter = self.pick("J", "D");
        match offset.0 {
            0 => letter.to_owned(),
            days if days < 0 => format!("{letter}{MINUS}{}", -days),
            days => format!("{letter}+{days}"),
        }
    }

    /// `12 jours de retard`, `échéance dans 5 jours`, `échéance ce jour`.
    pub fn lateness(self, days_late: Days) -> String {
        let days = days_late.0.unsigned_abs();
        let unit = self.plural(u64::from(days), self.pick("jour", "day"), self.pick("jours", "days"));
        match (self, days_late.0) {
            (Language::Fr, 0) => "échéance ce jour".to_owned(),
            (Language::En, 0) => "due that day".to_owned(),
            (Language::Fr, 1..) => format!("{days}{NO_BREAK_SPACE}{unit} de retard"),
            (Language::En, 1..) => format!("{days}{NO_BREAK_SPACE}{unit} late"),
            (Language::Fr, _) => format!("échéance dans {days}{NO_BREAK_SPACE}{unit}"),
            (Language::En, _) => format!("due in {days}{NO_BREAK_SPACE}{unit}"),
        }
    }

    /// Why a step was chosen: its most advanced item.
    pub fn step_rule(self, step_name: &str, offset: Days, document: &str, due_day: Day, days_late: Days) -> String {
        let offset = self.step_offset(offset);
        let due = self.day(due_day);
        let lateness = self.lateness(days_late);
        match self {
            Language::Fr => format!(
                "Étape «{NO_BREAK_SPACE}{step_name}{NO_BREAK_SPACE}» ({offset}){NO_BREAK_SPACE}: la pièce la plus avancée est {document}, échéance le {due}, {lateness}."
            ),
            Language::En => {
                format!(
                    "Step “{step_name}” ({offset}): the most advanced item is {document}, due on {due}, {lateness}."
                )
            }
        }
    }

    /// Another item makes the contact: it has reached a new step.
    pub fn step_caused_by(self, document: &str, days_late: Days) -> String {
        let lateness = self.lateness(days_late);
        match self {
            Language::Fr => {
                format!("Le contact est déclenché par {document}, qui franchit une étape{NO_BREAK_SPACE}: {lateness}.")
            }
            Language::En => format!("The contact is made because {document} has reached a step: {lateness}."),
        }
    }

    /// The step falls on that very day.
    pub fn step_on_its_day(self) -> &'static str {
        self.pick("L’étape tombe ce jour.", "The step falls on this day.")
    }

    /// The step fell before the as-of day.
    pub fn step_catch_up(self, reached: Day) -> String {
        let reached = self.day(reached);
        match self {
            Language::Fr => format!(
                "Elle tombait le {reached} et aucun contact n’est connu depuis{NO_BREAK_SPACE}: rattrapage à la date d’arrêté."
            ),
            Language::En => format!("It fell on {reached} and no contact is known since: caught up on the as-of date."),
        }
    }

    /// The step was put off.
    pub fn step_put_off(self, reached: Day, days_between: Days) -> String {
        let reached = self.day(reached);
        let days = days_between.0;
        match self {
            Language::Fr => {
                format!(
                    "Elle tombait le {reached}{NO_BREAK_SPACE}; reportée pour laisser {days} jours entre deux contacts."
                )
            }
            Language::En => format!("It fell on {reached}; put off to leave {days} days between two contacts."),
        }
    }

    /// The step fell when there was too little to ask for.
    pub fn step_held(self, reached: Day) -> String {
        let reached = self.day(reached);
        match self {
            Language::Fr => format!("Elle tombait le {reached}, quand il y avait trop peu à réclamer."),
            Language::En => format!("It fell on {reached}, when there was too little to ask for."),
        }
    }

    /// Credits are deducted from what is asked.
    pub fn credits_deducted(self, credits: Amount, currency: Currency) -> String {
        let credits = self.money(credits, currency);
        match self {
            Language::Fr => format!("Avoirs et règlements non imputés déduits{NO_BREAK_SPACE}: {credits}."),
            Language::En => format!("Credits not applied are deducted: {credits}."),
        }
    }

    /// No step falls within the horizon.
    pub fn left_not_due(self, document: &str, due_day: Day, first_step: Day) -> String {
        let (due, first) = (self.day(due_day), self.day(first_step));
        match self {
            Language::Fr => format!(
                "{document} arrive à échéance le {due}{NO_BREAK_SPACE}; la première étape tombe le {first}, après la période planifiée."
            ),
            Language::En => {
                format!("{document} is due on {due}; its first step falls on {first}, after the days planned.")
            }
        }
    }

    /// Its last step is done.
    pub fn left_already_contacted(self, document: &str, last_contact: Day) -> String {
        let day = self.day(last_contact);
        match self {
            Language::Fr => format!("Le contact du {day} portait déjà sur {document} à cette étape."),
            Language::En => format!("The contact of {day} already covered {document} at this step."),
        }
    }

    /// The next step falls too soon after the last contact.
    pub fn left_too_soon(self, document: &str, until: Day) -> String {
        let day = self.day(until);
        match self {
            Language::Fr => format!(
                "Dernier contact trop récent{NO_BREAK_SPACE}: pas de nouveau message au sujet de {document} avant le {day}."
            ),
            Language::En => format!("The last contact is too recent: no new message about {document} before {day}."),
        }
    }

    /// The customer disputes it.
    pub fn left_disputed(self, document: &str) -> String {
        match self {
            Language::Fr => {
                format!("{document} est en litige{NO_BREAK_SPACE}: elle reste dans la balance, hors du plan.")
            }
            Language::En => format!("{document} is disputed: it stays in the balance, out of the plan."),
        }
    }

    /// It stands in an account that ordinary reminders leave alone, by the key of its class.
    pub fn left_other_account(self, document: &str, class: &str) -> String {
        let (french, english) = match class {
            "doubtful" => (
                "est au compte des clients douteux (416) : la créance reste dans la balance, hors des relances ordinaires",
                "stands in the account of doubtful customers (416): it stays in the balance, out of ordinary reminders",
            ),
            "bills-receivable" => (
                "est un effet à recevoir (413) : c’est un risque jusqu’à son paiement par la banque, pas un retard à relancer",
                "is a bill receivable (413): a risk until the bank pays it, nothing to chase",
            ),
            "retention" => (
                "est une retenue de garantie (4117) : elle n’est exigible qu’à la levée de la garantie",
                "is an amount held back as a guarantee (4117): not due before the guarantee is released",
            ),
            "accrued" => (
                "est une facture à établir (418) : rien n’a encore été demandé au client",
                "is an invoice to be issued (418): the customer has not been asked for anything yet",
            ),
            _ => (
                "est au compte des avances et avoirs à établir (419) : il n’y a rien à relancer",
                "stands in the account of advances and credit notes to issue (419): nothing to chase",
            ),
        };
        match self {
            Language::Fr => format!("{document} {}.", french.replace(" :", "\u{a0}:")),
            Language::En => format!("{document} {english}."),
        }
    }

    /// Nothing tells when it is due.
    pub fn left_no_due_date(self, document: &str) -> String {
        match self {
            Language::Fr => format!(
                "Aucune échéance connue pour {document}{NO_BREAK_SPACE}: indiquez des conditions de règlement par défaut."
            ),
            Language::En => format!("No due date is known for {document}: give default payment terms."),
        }
    }

    /// It is a credit: nothing to ask for.
    pub fn left_credit(self, document: &str, residual: Amount, currency: Currency) -> String {
        let residual = self.money(residual, currency);
        match self {
            Language::Fr => {
                format!("{document} est un crédit ({residual}) à imputer{NO_BREAK_SPACE}: rien à réclamer.")
            }
            Language::En => format!("{document} is a credit ({residual}) to apply: nothing to ask for."),
        }
    }

    /// The customer's credits cover what it owes.
    pub fn left_net_credit(self, debts: Amount, credits: Amount, currency: Currency) -> String {
        let (debts, credits) = (self.money(debts, currency), self.money(credits, currency));
        match self {
            Language::Fr => format!("Les crédits du client ({credits}) couvrent ce qui serait réclamé ({debts})."),
            Language::En => format!("The customer’s credits ({credits}) cover what would be asked for ({debts})."),
        }
    }

    /// Too little to bother the customer.
    pub fn left_below_minimum(self, amount: Amount, minimum: Amount, currency: Currency) -> String {
        let (amount, minimum) = (self.money(amount, currency), self.money(minimum, currency));
        match self {
            Language::Fr => format!("{amount} à réclamer, moins que le minimum de {minimum}."),
            Language::En => format!("{amount} to ask for, below the minimum of {minimum}."),
        }
    }

    /// What stands for a document without a number.
    pub const fn unnumbered(self) -> &'static str {
        self.pick("pièce sans numéro", "unnumbered item")
    }

    /// A policy with no step, or too many.
    pub fn policy_step_count(self, found: usize) -> String {
        match self {
            Language::Fr => format!("steps{NO_BREAK_SPACE}: {found} étapes, il en faut de 1 à 20."),
            Language::En => format!("steps: {found} steps, there must be 1 to 20."),
        }
    }

    /// A step that does not come later than the one before.
    pub fn policy_offset_not_rising(self, step: usize) -> String {
        match self {
            Language::Fr => {
                format!("steps[{step}].offsetDays{NO_BREAK_SPACE}: l’étape doit venir après la précédente.")
            }
            Language::En => format!("steps[{step}].offsetDays: the step must come after the one before."),
        }
    }

    /// Two steps with one identifier.
    pub fn policy_repeated_step(self, step: usize) -> String {
        match self {
            Language::Fr => format!("steps[{step}].id{NO_BREAK_SPACE}: cet identifiant sert déjà à une étape."),
            Language::En => format!("steps[{step}].id: another step already has this identifier."),
        }
    }

    /// A distance, an amount or a cost out of range.
    pub const fn policy_limit_out_of_range(self) -> &'static str {
        self.pick(
            "daysBetweenContacts et daysBeforeRepeat vont de 0 à 366 jours ; minimumAmount et costs ne peuvent être ni négatifs ni démesurés.",
            "daysBetweenContacts and daysBeforeRepeat are 0 to 366 days; minimumAmount and costs can be neither negative nor huge.",
        )
    }

    /// A step too far from the due date.
    pub fn policy_offset_out_of_range(self, step: usize) -> String {
        match self {
            Language::Fr => {
                format!("steps[{step}].offsetDays{NO_BREAK_SPACE}: l’étape est à plus de dix ans de l’échéance.")
            }
            Language::En => format!("steps[{step}].offsetDays: the step is more than ten years from the due date."),
        }
    }

    /// A policy that is not JSON of the policy's shape.
    pub fn policy_unreadable(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("La politique de relance n’est pas lisible{NARROW_SPACE}: {detail}."),
            Language::En => format!("The dunning policy cannot be read: {detail}."),
        }
    }

    /// A policy refused, and where.
    pub fn policy_refused(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("La politique de relance est refusée{NO_BREAK_SPACE}: {detail}"),
            Language::En => format!("The dunning policy is refused: {detail}"),
        }
    }

    /// What to do with a refused policy.
    pub const fn policy_advice(self) -> &'static str {
        self.pick(
            "Corrigez ce point, ou repartez de la politique en cinq étapes.",
            "Correct this point, or start again from the five-step policy.",
        )
    }
}
