//! Why a dunning policy is refused, and where in its document.

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};

/// What is wrong at a place of a policy's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not an object.
    NotAnObject,
    /// Not a text.
    NotText,
    /// Neither true nor false.
    NotAFlag,
    /// Not a whole number.
    NotAWholeNumber,
    /// Not a list.
    NotAList,
    /// Not a day.
    NotADay,
    /// Not a first and a last day.
    NotAPeriod,
    /// Nothing there.
    Missing,
    /// Nothing in it.
    Empty,
    /// A field nobody knows.
    UnknownField {
        /// Those that are known.
        known: String,
    },
    /// A word nobody knows.
    NotOneOf {
        /// The word.
        seen: String,
        /// Those that are known.
        known: String,
    },
    /// Not exactly one of the fields.
    NotOneField,
    /// Neither of `days` and `businessDays`, or both.
    DaysOnce,
    /// Outside of a range.
    OutOfRange {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
    /// No day of the week is left.
    NoDayLeft,
    /// There is no scenario.
    NoScenario,
    /// A scenario has too many steps.
    TooManySteps {
        /// At most.
        most: usize,
    },
    /// Something else has this identifier.
    RepeatedId,
    /// A step that does not come later than the one before.
    NotRising,
    /// Too large, or below zero.
    TooLarge,
    /// There is no step before.
    NothingBefore,
    /// A range that nothing fits.
    EmptyRange,
}

impl Language {
    /// A policy that is not JSON.
    pub fn policy_unreadable(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("La politique de relance n’est pas lisible{NO_BREAK_SPACE}: {detail}."),
            Language::En => format!("The dunning policy cannot be read: {detail}."),
        }
    }

    /// A policy refused: where and why.
    pub fn policy_refused(self, path: &str, problem: &Problem) -> String {
        let why = self.policy_problem(problem);
        let place = if path.is_empty() { String::new() } else { format!("{path}{}", self.pick("\u{a0}: ", ": ")) };
        match self {
            Language::Fr => format!("La politique de relance est refusée{NO_BREAK_SPACE}: {place}{why}"),
            Language::En => format!("The dunning policy is refused: {place}{why}"),
        }
    }

    /// What to do with a refused policy.
    pub const fn policy_advice(self) -> &'static str {
        self.pick(
            "Corrigez ce point, ou repartez d’une politique fournie.",
            "Correct this point, or start again from a policy provided.",
        )
    }

    fn policy_problem(self, problem: &Problem) -> String {
        match (self, problem) {
            (Language::Fr, Problem::UnknownField { known }) => {
                format!("ce champ n’existe pas{NARROW_SPACE}; les champs possibles sont {known}.")
            }
            (Language::En, Problem::UnknownField { known }) => {
                format!("this field does not exist; the fields are {known}.")
            }
            (Language::Fr, Problem::NotOneOf { seen, known }) => format!(
                "«{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» n’est pas une des valeurs possibles{NO_BREAK_SPACE}: {known}."
            ),
            (Language::En, Problem::NotOneOf { seen, known }) => {
                format!("“{seen}” is not one of the values there are: {known}.")
            }
            (Language::Fr, Problem::OutOfRange { from, to }) => format!("il faut un nombre de {from} à {to}."),
            (Language::En, Problem::OutOfRange { from, to }) => format!("a number from {from} to {to} is needed."),
            (Language::Fr, Problem::TooManySteps { most }) => format!("un scénario a {most} étapes au plus."),
            (Language::En, Problem::TooManySteps { most }) => format!("a scenario has {most} steps at most."),
            (_, problem) => self.policy_plain_problem(problem).to_owned(),
        }
    }

    const fn policy_plain_problem(self, problem: &Problem) -> &'static str {
        match problem {
            Problem::NotAnObject => self.pick("il faut un objet, entre accolades.", "an object is needed, in braces."),
            Problem::NotText => self.pick("il faut un texte, entre guillemets.", "a text is needed, in quotes."),
            Problem::NotAFlag => self.pick("il faut true ou false.", "true or false is needed."),
            Problem::NotAWholeNumber => self.pick("il faut un nombre entier.", "a whole number is needed."),
            Problem::NotAList => self.pick("il faut une liste, entre crochets.", "a list is needed, in brackets."),
            Problem::NotADay => {
                self.pick("il faut une date, écrite 2026-12-31.", "a day is needed, written 2026-12-31.")
            }
            Problem::NotAPeriod => self.pick(
                "il faut deux dates, la première et la dernière de la période.",
                "two days are needed, the first and the last of the period.",
            ),
            Problem::Missing => self.pick("ce champ manque.", "this field is missing."),
            Problem::Empty => self.pick("ce champ est vide.", "this field is empty."),
            Problem::NotOneField => self.pick("il faut une seule condition ici.", "one condition is needed here."),
            Problem::DaysOnce => self.pick(
                "il faut days ou businessDays, et un seul des deux.",
                "days or businessDays is needed, and one of them only.",
            ),
            Problem::NoDayLeft => self.pick("il ne reste aucun jour de la semaine.", "no day of the week is left."),
            Problem::NoScenario => self.pick("il faut au moins un scénario.", "there must be one scenario at least."),
            Problem::RepeatedId => {
                self.pick("cet identifiant sert déjà.", "something else already has this identifier.")
            }
            Problem::NotRising => {
                self.pick("l’étape doit venir après la précédente.", "the step must come after the one before.")
            }
            Problem::TooLarge => {
                self.pick("cette valeur est négative ou démesurée.", "this value is below zero or far too large.")
            }
            Problem::NothingBefore => self.pick(
                "une étape comptée depuis la précédente vient après une autre, jamais avant elle.",
                "a step counted from the one before comes after another, never before it.",
            ),
            Problem::EmptyRange => self.pick("rien n’est dans cet intervalle.", "nothing is in this range."),
            Problem::UnknownField { .. }
            | Problem::NotOneOf { .. }
            | Problem::OutOfRange { .. }
            | Problem::TooManySteps { .. } => "",
        }
    }
}
