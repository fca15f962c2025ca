//! The screens and their addresses in the fragment. An address holds dates, limits and numbers: never a name, never
//! an amount.

use crate::logic::{limits, part::Part};
use protocol::{Basis, CreditMode, Dimension};
use values::Day;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Where files are opened.
    #[default]
    Start,
    /// How the files were read.
    Import,
    /// What the columns of a refused file mean.
    Columns,
    /// The quality of the data.
    Quality,
    /// The figures of the day and their history.
    Dashboard,
    /// Matches proposed.
    Matches,
    /// The calls of the days to come.
    Calls,
    /// What people recorded, and what changed since.
    Followup,
    /// The figures and the aged balance.
    Balance(Asked),
    /// One customer.
    Customer(u32, Option<Part>),
    /// What deserves a second look.
    Findings,
    /// Expected receipts.
    Receipts,
    /// Customers by segment.
    Segments,
    /// The dunning plan, in a form and for a number of days.
    Plan(PlanForm),
    /// The policy of the plan.
    Policy,
    /// Two policies side by side.
    Policies,
    /// The drafts.
    Drafts,
    /// Files to take out.
    Exports,
    /// What is promised, and how to check it.
    Privacy,
}

/// What an address of the aged balance asks for; the rest stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The as-of day.
    pub as_of: Option<Day>,
    /// Limits of the buckets.
    pub limits: Option<Vec<u32>>,
    /// Which date ages an item.
    pub basis: Option<Basis>,
    /// Where credits stand.
    pub credits: Option<CreditMode>,
    /// What the rows are told apart by; nothing for the customer.
    pub by: Option<Option<Dimension>>,
}

/// Where credits stand, as addresses write it.
const CREDITS: [(CreditMode, &str); 4] = [
    (CreditMode::Apart, "apart"),
    (CreditMode::OwnLine, "own-line"),
    (CreditMode::OldestFirst, "oldest-first"),
    (CreditMode::SameReference, "same-reference"),
];

/// What rows are told apart by, as addresses write it.
const DIMENSIONS: [(Option<Dimension>, &str); 9] = [
    (None, "customer"),
    (Some(Dimension::Segment), "segment"),
    (Some(Dimension::Salesperson), "salesperson"),
    (Some(Dimension::Group), "group"),
    (Some(Dimension::Country), "country"),
    (Some(Dimension::City), "city"),
    (Some(Dimension::AccountClass), "account-class"),
    (Some(Dimension::InvoiceMonth), "invoice-month"),
    (Some(Dimension::DueDaySource), "due-day-source"),
];

/// The word of a value, and the value of a word.
fn word_of<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> Option<&'static str> {
    words.iter().find(|(known, _)| known == value).map(|(_, word)| *word)
}

fn of_word<T: Copy>(words: &[(T, &str)], word: &str) -> Option<T> {
    words.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}

/// How the plan is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanForm {
    /// What its actions are grouped by.
    pub by: PlanBy,
    /// Whether the next 60 days are planned instead of 30.
    pub longer: bool,
}

/// What the actions of the plan are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanBy {
    /// Their day.
    #[default]
    Day,
    /// Their customer.
    Customer,
    /// Their day, as months.
    Calendar,
}

impl PlanForm {
    /// Days planned after the as-of day.
    pub fn horizon_days(self) -> u32 {
        if self.longer { 60 } else { 30 }
    }

    fn query(self) -> String {
        let by = match self.by {
            PlanBy::Day => None,
            PlanBy::Customer => Some("par=client"),
            PlanBy::Calendar => Some("par=calendrier"),
        };
        joined([by, self.longer.then_some("h=60")].into_iter().flatten().map(str::to_owned).collect())
    }

    fn from_query(query: &str) -> PlanForm {
        let by = match value(query, "par") {
            Some("client") => PlanBy::Customer,
            Some("calendrier") => PlanBy::Calendar,
            Some(_) | None => PlanBy::Day,
        };
        PlanForm { by, longer: value(query, "h") == Some("60") }
    }
}

impl Screen {
    /// The address.
    pub fn hash(&self) -> String {
        match self {
            Screen::Start => "#/".to_owned(),
            Screen::Import => "#/import".to_owned(),
            Screen::Columns => "#/colonnes".to_owned(),
            Screen::Quality => "#/qualite".to_owned(),
            Screen::Dashboard => "#/tableau".to_owned(),
            Screen::Matches => "#/rapprochements".to_owned(),
            Screen::Calls => "#/appels".to_owned(),
            Screen::Followup => "#/suivi".to_owned(),
            Screen::Balance(asked) => format!("#/balance{}", asked.query()),
            Screen::Customer(number, None) => format!("#/client/{number}"),
            Screen::Customer(number, Some(part)) => format!("#/client/{number}?b={}", part.code()),
            Screen::Findings => "#/constats".to_owned(),
            Screen::Receipts => "#/encaissements".to_owned(),
            Screen::Segments => "#/segments".to_owned(),
            Screen::Plan(form) => format!("#/plan{}", form.query()),
            Screen::Policy => "#/plan/politique".to_owned(),
            Screen::Policies => "#/plan/comparaison".to_owned(),
            Screen::Drafts => "#/messages".to_owned(),
            Screen::Exports => "#/exports".to_owned(),
            Screen::Privacy => "#/confidentialite".to_owned(),
        }
    }

    /// The screen of an address; the start where it names none.
    pub fn from_hash(hash: &str) -> Screen {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        match path.trim_end_matches('/').split_once('/') {
            None => match path.trim_end_matches('/') {
                "import" => Screen::Import,
                "colonnes" => Screen::Columns,
                "qualite" => Screen::Quality,
                "tableau" => Screen::Dashboard,
                "rapprochements" => Screen::Matches,
                "appels" => Screen::Calls,
                "suivi" => Screen::Followup,
                "balance" => Screen::Balance(Asked::from_query(query)),
                "constats" => Screen::Findings,
                "encaissements" => Screen::Receipts,
                "segments" => Screen::Segments,
                "plan" => Screen::Plan(PlanForm::from_query(query)),
                "messages" => Screen::Drafts,
                "exports" => Screen::Exports,
                "confidentialite" => Screen::Privacy,
                _ => Screen::Start,
            },
            Some(("plan", "politique")) => Screen::Policy,
            Some(("plan", "comparaison")) => Screen::Policies,
            Some(("client", number)) => match number.parse() {
                Ok(number) => Screen::Customer(number, value(query, "b").and_then(Part::from_code)),
                Err(_) => Screen::Start,
            },
            Some(_) => Screen::Start,
        }
    }

    /// Whether the screen shows something of an open ledger.
    pub fn needs_dossier(&self) -> bool {
        match self {
            Screen::Start | Screen::Columns | Screen::Privacy => false,
            Screen::Import
            | Screen::Quality
            | Screen::Dashboard
            | Screen::Matches
            | Screen::Calls
            | Screen::Followup
            | Screen::Balance(_)
            | Screen::Customer(..)
            | Screen::Findings
            | Screen::Receipts
            | Screen::Segments
            | Screen::Plan(_)
            | Screen::Policy
            | Screen::Policies
            | Screen::Drafts
            | Screen::Exports => true,
        }
    }

    /// Whether both are the same place of the navigation.
    pub fn same_place(&self, other: &Screen) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Asked {
    fn query(&self) -> String {
        let day = self.as_of.map(|day| format!("d={day}"));
        let limits = self
            .limits
            .as_ref()
            .map(|limits| format!("t={}", limits.iter().map(u32::to_string).collect::<Vec<_>>().join("-")));
        let basis = self.basis.map(|basis| match basis {
            Basis::DueDate => "base=due-date".to_owned(),
            Basis::InvoiceDate => "base=invoice-date".to_owned(),
        });
        let credits = self.credits.and_then(|credits| Some(format!("c={}", word_of(&CREDITS, &credits)?)));
        let by = self.by.and_then(|by| Some(format!("par={}", word_of(&DIMENSIONS, &by)?)));
        joined([day, limits, basis, credits, by].into_iter().flatten().collect())
    }

    fn from_query(query: &str) -> Asked {
        Asked {
            as_of: value(query, "d").and_then(|day| day.parse().ok()),
            limits: value(query, "t").and_then(|text| limits::parse(text).ok()),
            basis: match value(query, "base") {
                Some("due-date") => Some(Basis::DueDate),
                Some("invoice-date") => Some(Basis::InvoiceDate),
                Some(_) | None => None,
            },
            credits: value(query, "c").and_then(|word| of_word(&CREDITS, word)),
            by: value(query, "par").and_then(|word| of_word(&DIMENSIONS, word)),
        }
    }
}

fn joined(pairs: Vec<String>) -> String {
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn value<'a>(query: &'a str, key: &str) -> Option<&'a str> {
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == key).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_screen() {
        let asked = Asked {
            as_of: Day::new(2026, 9, 30),
            limits: Some(vec![30, 60, 90]),
            basis: Some(Basis::InvoiceDate),
            credits: Some(CreditMode::OldestFirst),
            by: Some(Some(Dimension::InvoiceMonth)),
        };
        let screens = [
            Screen::Start,
            Screen::Import,
            Screen::Columns,
            Screen::Quality,
            Screen::Dashboard,
            Screen::Matches,
            Screen::Calls,
            Screen::Balance(Asked::default()),
            Screen::Balance(asked),
            Screen::Customer(12, None),
            Screen::Customer(0, Some(Part::Bucket(2))),
            Screen::Customer(3, Some(Part::NoDueDate)),
            Screen::Findings,
            Screen::Receipts,
            Screen::Segments,
            Screen::Plan(PlanForm::default()),
            Screen::Plan(PlanForm { by: PlanBy::Customer, longer: false }),
            Screen::Plan(PlanForm { by: PlanBy::Calendar, longer: true }),
            Screen::Policy,
            Screen::Policies,
            Screen::Drafts,
            Screen::Exports,
            Screen::Privacy,
        ];
        for screen in screens {
            assert_eq!(Screen::from_hash(&screen.hash()), screen, "{}", screen.hash());
        }
    }

    #[test]
    fn addresses_read_as_people_share_them() {
        let Screen::Balance(asked) = Screen::from_hash("#/balance?d=2026-09-30&t=30-60-90&base=due-date") else {
            panic!("not the balance")
        };
        assert_eq!(asked.as_of, Day::new(2026, 9, 30));
        assert_eq!(asked.limits, Some(vec![30, 60, 90]));
        assert_eq!(asked.basis, Some(Basis::DueDate));
        assert_eq!(Screen::from_hash("#/balance?d=31/02/2026&t=90-30"), Screen::Balance(Asked::default()));
        for nowhere in ["", "#", "#/", "#/nowhere", "#/client/DURAND", "#/client/-1", "#/a/b/c"] {
            assert_eq!(Screen::from_hash(nowhere), Screen::Start, "{nowhere}");
        }
    }
}
