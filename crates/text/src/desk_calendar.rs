//! Words of the calendar's events.

use crate::Language;
use crate::format::NO_BREAK_SPACE;

texts! {
    calendar_name: "Encours\u{a0}: appels et échéances", "Encours: calls and deadlines";
    event_declare_law: "Deux mois à compter de la publication au BODACC (C. com. R622-24)\u{202f}; la date d’envoi compte.", "Two months from the notice in the BODACC (French commercial code R622-24); the day of sending counts.";
}

impl Language {
    /// A call.
    pub fn event_call(self, name: &str, amount: &str) -> String {
        match self {
            Language::Fr => format!("Appeler {name}{NO_BREAK_SPACE}: {amount}"),
            Language::En => format!("Call {name}: {amount}"),
        }
    }

    /// The last day of a promise.
    pub fn event_promise(self, name: &str, amount: &str) -> String {
        match self {
            Language::Fr => format!("Promesse de {name}{NO_BREAK_SPACE}: {amount}"),
            Language::En => format!("Promise of {name}: {amount}"),
        }
    }

    /// A term of a plan.
    pub fn event_term(self, name: &str, number: usize, count: usize, amount: &str) -> String {
        match self {
            Language::Fr => format!("Échéance {number}/{count} de {name}{NO_BREAK_SPACE}: {amount}"),
            Language::En => format!("Term {number}/{count} of {name}: {amount}"),
        }
    }

    /// The last day to declare a claim.
    pub fn event_declare(self, name: &str) -> String {
        match self {
            Language::Fr => format!("Dernier jour pour déclarer la créance{NO_BREAK_SPACE}: {name}"),
            Language::En => format!("Last day to declare the claim: {name}"),
        }
    }

    /// The end of limitation.
    pub fn event_limitation(self, name: &str, document: &str, amount: &str) -> String {
        match self {
            Language::Fr => format!("Prescription{NO_BREAK_SPACE}: {name}, {document}, {amount}"),
            Language::En => format!("Limitation: {name}, {document}, {amount}"),
        }
    }
}
