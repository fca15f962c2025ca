//! Words of a call sheet: what is on it, what to say, the form to fill in.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::Day;

texts! {
    call_sheet_contact: "Interlocuteur", "Contact";
    call_sheet_email: "E-mail", "E-mail";
    call_sheet_asked: "À demander", "To ask for";
    call_sheet_overdue: "Échu", "Overdue";
    call_sheet_not_due: "Non échu", "Not due";
    call_sheet_credits: "Avoirs et règlements", "Credits and payments";
    call_sheet_held: "Ce qui la retient", "What holds it";
    call_sheet_history: "Déjà dit", "Said before";
    call_sheet_no_history: "Aucun contact consigné.", "No contact recorded.";
    call_script_title: "Que dire", "What to say";
    call_script_listen: "Se taire, écouter, noter la raison\u{202f}; proposer d’envoyer ce qui manque.", "Stop, listen, note the reason; offer to send what is missing.";
    call_script_agree: "Convenir d’une date et d’un montant, puis reformuler\u{a0}: «\u{a0}Nous disons donc … le …, par virement.\u{a0}»", "Agree on a date and an amount, then repeat: “So we say … on …, by transfer.”";
    call_script_confirm: "Remercier, et confirmer par e-mail le jour même.", "Thank, and confirm by e-mail the same day.";
    call_form_title: "Résultat", "Result";
    call_form_reason: "Raison donnée", "Reason given";
    call_form_day: "Date convenue", "Date agreed";
    call_form_amount: "Montant", "Amount";
    call_form_again: "À rappeler le", "Call again on";
    call_form_person: "Personne jointe", "Person reached";
    call_form_notes: "Notes", "Notes";
}

impl Language {
    /// How a caller presents himself.
    pub fn call_script_hello(self, name: &str, company: &str) -> String {
        match (name.is_empty(), company.is_empty(), self) {
            (true, true, Language::Fr) => {
                "Se présenter\u{a0}: «\u{a0}Bonjour, je vous appelle au sujet de votre compte.\u{a0}»".to_owned()
            }
            (true, true, Language::En) => {
                "Present yourself: “Good morning, I am calling about your account.”".to_owned()
            }
            (_, _, Language::Fr) => {
                let who = [name, company].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                format!(
                    "Se présenter{NO_BREAK_SPACE}: «{NO_BREAK_SPACE}Bonjour, ici {who}. Je vous appelle au sujet de votre compte.{NO_BREAK_SPACE}»"
                )
            }
            (_, _, Language::En) => {
                let who = [name, company].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                format!("Present yourself: “Good morning, {who} speaking. I am calling about your account.”")
            }
        }
    }

    /// The fact, without reproach.
    pub fn call_script_fact(self, asked: &str, items: usize, oldest_days: i32) -> String {
        let pieces = self.plural(items as u64, self.pick("pièce", "item"), self.pick("pièces", "items"));
        match (self, oldest_days > 0) {
            (Language::Fr, true) => format!(
                "Dire le fait, sans reproche{NO_BREAK_SPACE}: «{NO_BREAK_SPACE}Sauf erreur de notre part, il reste {asked} à régler pour {items} {pieces}, la plus ancienne échue depuis {oldest_days}{NO_BREAK_SPACE}jours.{NO_BREAK_SPACE}»"
            ),
            (Language::Fr, false) => format!(
                "Dire le fait{NO_BREAK_SPACE}: «{NO_BREAK_SPACE}{asked} arrivent à échéance pour {items} {pieces}. Tout est-il en ordre de votre côté{NO_BREAK_SPACE}?{NO_BREAK_SPACE}»"
            ),
            (Language::En, true) => format!(
                "State the fact, without reproach: “Unless we are mistaken, {asked} remains to be paid for {items} {pieces}, the oldest {oldest_days} days late.”"
            ),
            (Language::En, false) => {
                format!(
                    "State the fact: “{asked} falls due for {items} {pieces}. Is everything in order on your side?”"
                )
            }
        }
    }

    /// A promise that was not kept, said without reproach.
    pub fn call_script_broken(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!(
                "Rappeler la promesse du {day} et demander ce qui l’a empêchée{NO_BREAK_SPACE}; ne pas en accepter une nouvelle sans date ni montant."
            ),
            Language::En => format!(
                "Recall the promise for {day} and ask what stood in its way; take no new one without date and amount."
            ),
        }
    }

    /// A promise and what became of it.
    pub fn call_sheet_promise(self, amount: &str, until: Day, state: &str) -> String {
        let until = self.day(until);
        match self {
            Language::Fr => format!("promesse de {amount} pour le {until}{NO_BREAK_SPACE}: {state}"),
            Language::En => format!("promise of {amount} for {until}: {state}"),
        }
    }

    /// A plan and how it goes.
    pub fn call_sheet_plan(self, terms: usize, state: &str) -> String {
        match self {
            Language::Fr => format!("échéancier de {terms}{NO_BREAK_SPACE}échéances{NO_BREAK_SPACE}: {state}"),
            Language::En => format!("instalment plan of {terms} terms: {state}"),
        }
    }

    /// Held by proceedings.
    pub fn call_held_insolvent(self, since: Day) -> String {
        let since = self.day(since);
        match self {
            Language::Fr => format!("procédure collective du {since}"),
            Language::En => format!("insolvency since {since}"),
        }
    }

    /// Paused.
    pub fn call_held_blocked(self, until: Option<Day>, why: &str) -> String {
        let until = until.map(|until| self.day(until));
        match (self, until) {
            (Language::Fr, Some(until)) => format!("suspendu jusqu’au {until}{NO_BREAK_SPACE}: {why}"),
            (Language::Fr, None) => format!("suspendu{NO_BREAK_SPACE}: {why}"),
            (Language::En, Some(until)) => format!("paused until {until}: {why}"),
            (Language::En, None) => format!("paused: {why}"),
        }
    }

    /// Disputed.
    pub fn call_held_disputed(self, amount: &str) -> String {
        match self {
            Language::Fr => format!("litige sur {amount}"),
            Language::En => format!("{amount} disputed"),
        }
    }

    /// In a plan.
    pub fn call_held_plan(self, next: Day) -> String {
        let next = self.day(next);
        match self {
            Language::Fr => format!("échéancier, prochaine échéance le {next}"),
            Language::En => format!("instalment plan, next term on {next}"),
        }
    }

    /// Promised.
    pub fn call_held_promised(self, amount: &str, until: Day) -> String {
        let until = self.day(until);
        match self {
            Language::Fr => format!("{amount} promis pour le {until}"),
            Language::En => format!("{amount} promised for {until}"),
        }
    }
}
