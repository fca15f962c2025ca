//! The keys of the page, by the character they give: the same on every keyboard.

use crate::screen::{Asked, PlanForm, Screen};

/// Where the letters after `g` go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// How the files were read.
    Reading,
    /// The figures and their history.
    Dashboard,
    /// The aged balance.
    Balance,
    /// What deserves a second look.
    Findings,
    /// The dunning plan.
    Plan,
    /// The drafts.
    Drafts,
    /// Files to take out.
    Exports,
}

impl Goal {
    /// All of them, in the order of the work.
    pub const ALL: [Goal; 7] =
        [Goal::Reading, Goal::Dashboard, Goal::Balance, Goal::Findings, Goal::Plan, Goal::Drafts, Goal::Exports];

    /// Its letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Goal::Reading => "i",
            Goal::Dashboard => "t",
            Goal::Balance => "b",
            Goal::Findings => "k",
            Goal::Plan => "p",
            Goal::Drafts => "m",
            Goal::Exports => "e",
        }
    }

    /// Its screen.
    pub fn screen(self) -> Screen {
        match self {
            Goal::Reading => Screen::Import,
            Goal::Dashboard => Screen::Dashboard,
            Goal::Balance => Screen::Balance(Asked::default()),
            Goal::Findings => Screen::Findings,
            Goal::Plan => Screen::Plan(PlanForm::default()),
            Goal::Drafts => Screen::Drafts,
            Goal::Exports => Screen::Exports,
        }
    }
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Another screen.
    Go(Goal),
    /// The list of the keys.
    Help,
    /// The field of the search.
    Search,
    /// A letter that says where to go.
    Letter,
}

/// What a key without Control asks for; `after_g` where the key before was `g`.
pub fn wish(key: &str, after_g: bool) -> Option<Wish> {
    let goal = || Goal::ALL.into_iter().find(|goal| goal.letter() == key).map(Wish::Go);
    match key {
        "?" => Some(Wish::Help),
        "/" => Some(Wish::Search),
        "g" => Some(Wish::Letter),
        _ if after_g => goal(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_goes_somewhere_after_g_alone() {
        assert_eq!(wish("i", true), Some(Wish::Go(Goal::Reading)));
        assert_eq!(wish("i", false), None);
        assert_eq!(wish("g", false), Some(Wish::Letter));
        assert_eq!(wish("x", true), None);
        assert_eq!((wish("?", true), wish("/", false)), (Some(Wish::Help), Some(Wish::Search)));
    }
}
