//! Why a customer is contacted, and why an item is left alone: the sentences of the plan.

use crate::Language;
use crate::format::{MINUS, NO_BREAK_SPACE};
use values::{Amount, Currency, Day, Days};

/// What a step counts its days from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The due date.
    DueDate,
    /// The invoice date.
    InvoiceDate,
    /// The contact of the step before.
    PreviousAction,
    /// The day a promise was broken.
    PromiseDate,
}

/// Where a step stands on the time line of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepPlace {
    /// What it counts from.
    pub from: CountedFrom,
    /// How many days.
    pub offset: Days,
    /// Business days.
    pub business: bool,
    /// Then to the end of the month.
    pub end_of_month: bool,
}

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

    /// The place of a step, whatever it counts from.
    pub fn step_place(self, place: &StepPlace) -> String {
        let mut words = self.step_offset(place.offset);
        if place.business {
            words.push_str(self.pick(" ouvrés", " business days"));
        }
        words.push_str(match place.from {
            CountedFrom::DueDate => "",
            CountedFrom::InvoiceDate => self.pick(" après la facture", " after the invoice"),
            CountedFrom::PreviousAction => self.pick(" après l’étape précédente", " after the step before"),
            CountedFrom::PromiseDate => self.pick(" après la promesse", " after the promise"),
        });
        if place.end_of_month {
            words.push_str(self.pick(", fin de mois", ", end of month"));
        }
        words
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
    pub fn step_rule(
        self,
        step_name: &str,
        place: &StepPlace,
        document: &str,
        due_day: Day,
        days_late: Days,
    ) -> String {
        let offset = self.step_place(place);
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

    /// The step fell when a limit or a decision held it back.
    pub fn step_held(self, reached: Day) -> String {
        let reached = self.day(reached);
        match self {
            Language::Fr => {
                format!(
                    "Elle tombait le {reached}{NO_BREAK_SPACE}; une limite ou une décision l’a retenue jusqu’à ce jour."
                )
            }
            Language::En => format!("It fell on {reached}; a limit or a decision held it back until this day."),
        }
    }

    /// The step falls on a day off.
    pub fn step_moved(self, reached: Day) -> String {
        let reached = self.day(reached);
        match self {
            Language::Fr => {
                format!("Elle tombait le {reached}, un jour chômé{NO_BREAK_SPACE}: déplacée au jour ouvré voisin.")
            }
            Language::En => format!("It fell on {reached}, a day off: moved to the working day next to it."),
        }
    }

    /// Another means than the step prefers.
    pub fn step_other_channel(self) -> &'static str {
        self.pick(
            "Aucune coordonnée connue pour le moyen prévu\u{a0}: un moyen de repli est utilisé.",
            "No contact data for the means intended: a fallback is used.",
        )
    }

    /// A part of the items is not asked for.
    pub fn step_part_held(self, held: Amount, currency: Currency) -> String {
        let held = self.money(held, currency);
        match self {
            Language::Fr => format!("{held} en litige ou promis ne sont pas réclamés."),
            Language::En => format!("{held} disputed or promised are not asked for."),
        }
    }

    /// A person must look at it first.
    pub fn step_review_asked(self) -> &'static str {
        self.pick(
            "À valider avant l’envoi\u{a0}: l’étape le demande.",
            "To be approved before it leaves: the step asks for it.",
        )
    }

    /// A person must look at it first, as it is for much.
    pub fn step_above_ceiling(self, ceiling: Amount, currency: Currency) -> String {
        let ceiling = self.money(ceiling, currency);
        match self {
            Language::Fr => format!("À valider avant l’envoi{NO_BREAK_SPACE}: plus de {ceiling}."),
            Language::En => format!("To be approved before it leaves: more than {ceiling}."),
        }
    }

    /// Only if nothing is paid meanwhile.
    pub fn step_if_still_unpaid(self) -> &'static str {
        self.pick("Si rien n’est réglé d’ici là.", "If still unpaid by then.")
    }

    /// Credits are listed and not deducted.
    pub fn credits_listed(self, credits: Amount, currency: Currency) -> String {
        let credits = self.money(credits, currency);
        match self {
            Language::Fr => {
                format!("Avoirs et règlements non imputés, mentionnés sans être déduits{NO_BREAK_SPACE}: {credits}.")
            }
            Language::En => format!("Credits not applied are listed and not deducted: {credits}."),
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

    /// Contacted often enough within thirty days.
    pub fn left_monthly_cap(self, document: &str, cap: u32, until: Day) -> String {
        let day = self.day(until);
        let contacts = self.plural(u64::from(cap), "contact", "contacts");
        match self {
            Language::Fr => format!(
                "{cap} {contacts} en trente jours, le plafond{NO_BREAK_SPACE}: pas de nouveau message au sujet de {document} avant le {day}."
            ),
            Language::En => {
                format!("{cap} {contacts} in thirty days, the cap: no new message about {document} before {day}.")
            }
        }
    }

    /// Its means of contact is kept for other days of the week.
    pub fn left_other_days(self, document: &str, until: Day) -> String {
        let day = self.day(until);
        match self {
            Language::Fr => {
                format!("{document} attend un jour où ce moyen de contact est utilisé{NO_BREAK_SPACE}: le {day}.")
            }
            Language::En => format!("{document} waits for a day on which this means of contact is used: {day}."),
        }
    }

    /// The customer disputes it.
    pub fn left_disputed(self, document: &str, amount: Amount, currency: Currency, since: Option<Day>) -> String {
        let amount = self.money(amount, currency);
        match (self, since) {
            (Language::Fr, None) => {
                format!("{document} est en litige{NO_BREAK_SPACE}: elle reste dans la balance, hors du plan.")
            }
            (Language::En, None) => format!("{document} is disputed: it stays in the balance, out of the plan."),
            (Language::Fr, Some(since)) => format!(
                "{document} est en litige pour {amount} depuis le {}{NO_BREAK_SPACE}: elle reste dans la balance, hors du plan.",
                self.day(since)
            ),
            (Language::En, Some(since)) => format!(
                "{document} is disputed for {amount} since {}: it stays in the balance, out of the plan.",
                self.day(since)
            ),
        }
    }

    /// The customer promised to pay.
    pub fn left_promised(self, document: &str, amount: Amount, currency: Currency, until: Day) -> String {
        let (amount, until) = (self.money(amount, currency), self.day(until));
        match self {
            Language::Fr => {
                format!("{amount} promis sur {document} pour le {until}{NO_BREAK_SPACE}: rien n’est réclamé avant.")
            }
            Language::En => format!("{amount} promised on {document} by {until}: nothing is asked for before."),
        }
    }

    /// In an instalment plan that is respected.
    pub fn left_plan_respected(self, document: &str, next: Day) -> String {
        let next = self.day(next);
        match self {
            Language::Fr => {
                format!("{document} est dans un échéancier respecté{NO_BREAK_SPACE}: prochain versement le {next}.")
            }
            Language::En => format!("{document} is in an instalment plan that is respected: next payment on {next}."),
        }
    }

    /// A person paused it.
    pub fn left_blocked(self, document: &str, until: Option<Day>, why: &str) -> String {
        let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
        match (self, until) {
            (Language::Fr, Some(until)) => format!(
                "{document} est suspendue jusqu’au {} inclus{why}{NO_BREAK_SPACE}; elle revient d’elle-même le lendemain.",
                self.day(until)
            ),
            (Language::Fr, None) => format!("{document} est suspendue jusqu’à nouvel ordre{why}."),
            (Language::En, Some(until)) => {
                format!("{document} is paused up to {}{why}; it returns by itself the day after.", self.day(until))
            }
            (Language::En, None) => format!("{document} is paused until further notice{why}."),
        }
    }

    /// In insolvency proceedings.
    pub fn left_insolvent(self, since: Day) -> String {
        let since = self.day(since);
        match self {
            Language::Fr => format!(
                "Procédure collective depuis le {since}{NO_BREAK_SPACE}: aucune relance, la créance se déclare (art. L. 622-7 et L. 622-24)."
            ),
            Language::En => {
                format!("In insolvency proceedings since {since}: no reminder, the claim is to be declared.")
            }
        }
    }

    /// Sold to a factor.
    pub fn left_factored(self, document: &str) -> String {
        match self {
            Language::Fr => format!("{document} est cédée à un factor, qui l’encaisse."),
            Language::En => format!("{document} is sold to a factor, who collects it."),
        }
    }

    /// Taken out for good.
    pub fn left_excluded(self, document: &str) -> String {
        match self {
            Language::Fr => format!("{document} est exclue des relances par décision d’une personne."),
            Language::En => format!("{document} is excluded from reminders by somebody’s decision."),
        }
    }

    /// Past ordinary reminders, by the key of the stage.
    pub fn left_handed_over(self, document: &str, stage: &str) -> String {
        let stage = match stage {
            "formal-notice" => self.pick("mise en demeure envoyée", "formal notice sent"),
            "agency" => self.pick("confiée à un cabinet de recouvrement", "with a collection agency"),
            "court" => self.pick("devant le tribunal", "before a court"),
            _ => self.pick("passée en pertes", "written off"),
        };
        match self {
            Language::Fr => format!("{document} n’est plus dans les relances ordinaires{NO_BREAK_SPACE}: {stage}."),
            Language::En => format!("{document} is past ordinary reminders: {stage}."),
        }
    }

    /// The oldest item is hardly late.
    pub fn left_too_recent(self, oldest: Days, minimum: Days) -> String {
        let days = |days: Days| {
            format!(
                "{}{NO_BREAK_SPACE}{}",
                days.0,
                self.plural(u64::from(days.0.unsigned_abs()), self.pick("jour", "day"), self.pick("jours", "days"))
            )
        };
        let (oldest, minimum) = (days(oldest), days(minimum));
        match self {
            Language::Fr => {
                format!("Le plus ancien retard du compte est de {oldest}, moins que le minimum de {minimum}.")
            }
            Language::En => {
                format!("The oldest item of the account is {oldest} late, less than the minimum of {minimum}.")
            }
        }
    }

    /// No means of contact reaches the customer.
    pub fn left_no_channel(self) -> &'static str {
        self.pick(
            "Aucun des moyens de contact de l’étape n’a de coordonnées utilisables pour ce client\u{a0}: complétez sa fiche.",
            "No means of contact of the step has usable data for this customer: complete its record.",
        )
    }

    /// A person is to say where it enters.
    pub fn left_awaiting_review(self, document: &str, step: &str) -> String {
        match self {
            Language::Fr => format!(
                "Plusieurs étapes sont passées pour {document} sans contact connu{NO_BREAK_SPACE}: à vous de dire où commencer (l’âge indique «{NO_BREAK_SPACE}{step}{NO_BREAK_SPACE}»)."
            ),
            Language::En => format!(
                "Several steps have passed for {document} with no contact known: say where to begin (its age points to “{step}”)."
            ),
        }
    }

    /// A person put the contact off.
    pub fn left_snoozed(self, document: &str, until: Day) -> String {
        let until = self.day(until);
        match self {
            Language::Fr => {
                format!("Le message au sujet de {document} est reporté au {until} par décision d’une personne.")
            }
            Language::En => format!("The message about {document} is put off to {until} by somebody’s decision."),
        }
    }

    /// A person passed over the contact.
    pub fn left_skipped(self, document: &str, why: &str) -> String {
        let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
        match self {
            Language::Fr => format!("L’étape est passée pour {document} par décision d’une personne{why}."),
            Language::En => format!("The step is passed over for {document} by somebody’s decision{why}."),
        }
    }

    /// The conditions of its steps do not hold.
    pub fn left_no_step_applies(self, document: &str) -> String {
        match self {
            Language::Fr => format!("Aucune étape du scénario ne s’applique à {document} sur la période planifiée."),
            Language::En => format!("No step of the scenario applies to {document} in the days planned."),
        }
    }

    /// The scenario has no steps.
    pub fn left_no_steps(self) -> &'static str {
        self.pick("Le scénario de ce client ne prévoit aucun message.", "The scenario of this customer has no message.")
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
            "credit-notes-to-issue" => (
                "est au compte des rabais et avoirs à établir (4198) : il n’y a rien à relancer",
                "stands in the account of rebates and credit notes to issue (4198): nothing to chase",
            ),
            _ => (
                "est au compte des avances reçues et autres crédits (419) : il n’y a rien à relancer",
                "stands in the account of advances received and other credits (419): nothing to chase",
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
}
