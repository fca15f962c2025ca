//! What became of a table: every row counted once, every row set aside with its reason, totals compared.

use crate::mapping::Layout;
use crate::{Aged, ClassTotal, Diagnostic, DiagnosticKind, Question, aged_day, titles};
use ledger::DueDaySource;
use std::mem::discriminant;
use values::{Amount, Currency, Day, Source};

/// What a person chose before reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Terms for invoices that state neither a due date nor terms.
    pub default_terms: Option<rules::PaymentTerms>,
    /// Currency of files that name none.
    pub default_currency: Currency,
}

/// What became of the rows of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Rows of the table, counted by themselves: blank rows and rows with cells.
    pub read: u32,
    /// Rows that made entries.
    pub imported: u32,
    /// Rows set aside, each with its reason.
    pub set_aside: u32,
    /// Rows without content.
    pub blank: u32,
    /// Titles, headings, page furniture and notes.
    pub headings: u32,
    /// Totals and sub-totals.
    pub totals: u32,
}

impl RowCounts {
    /// Whether every row read is accounted for exactly once.
    pub const fn balanced(&self) -> bool {
        self.read as u64
            == self.imported as u64
                + self.set_aside as u64
                + self.blank as u64
                + self.headings as u64
                + self.totals as u64
    }
}

/// A total written in the file against the one computed, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ControlTotal {
    /// Currency of both.
    pub currency: Currency,
    /// What the file states, if anything.
    pub stated: Option<Amount>,
    /// What was imported.
    pub computed: Amount,
    /// What rows set aside would have added, as far as their amounts can be read.
    pub set_aside: Amount,
}

impl ControlTotal {
    /// Whether they agree; `None` where nothing is stated.
    pub fn agrees(&self) -> Option<bool> {
        self.stated.map(|stated| stated == self.computed)
    }
}

impl Intake {
    /// What the name of its file tells of a table: the day of a list of items, and whether it is about suppliers.
    pub fn named(&mut self, file: &str, layout: Layout) {
        if layout.has_items() {
            self.stated_day = self.stated_day.or_else(|| aged_day::named(file));
        }
        let told = self.diagnostics.iter().any(|said| said.kind == DiagnosticKind::Payables);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        if layout.says_what_is_owed() && !told && layout != Layout::Fec && titles::speaks_of_suppliers(stem) {
            let about = Diagnostic::about(DiagnosticKind::Payables, None);
            self.diagnostics.push(Diagnostic { seen: Some(stem.to_owned()), ..about });
        }
    }

    /// What was aged before stands beside the items it is about: compared with them, it adds nothing to them.
    pub fn compared(&mut self) {
        for said in &mut self.diagnostics {
            said.kind = match said.kind {
                DiagnosticKind::AlreadyAged { day, mixed } => DiagnosticKind::AgedCompared { day, mixed },
                DiagnosticKind::BalanceWithoutAges { day } => DiagnosticKind::AgedCompared { day, mixed: false },
                _ => continue,
            };
        }
    }

    /// Takes back a sort of remark that the other files answer.
    pub fn withdraw(&mut self, answered: &DiagnosticKind) {
        self.diagnostics.retain(|said| discriminant(&said.kind) != discriminant(answered));
    }

    /// The payments of the table are in the currency of other files, not in the one assumed.
    pub fn takes_currency(&mut self, assumed: Currency, taken: Currency) {
        for control in self.control_totals.iter_mut().filter(|control| control.currency == assumed) {
            control.currency = taken;
        }
        for said in &mut self.diagnostics {
            if matches!(said.kind, DiagnosticKind::CurrencyAssumed { .. }) {
                said.kind = DiagnosticKind::CurrencyOfOthers { currency: taken };
            }
        }
    }

    /// An invoice said to have no due date, or that of the default terms, got a better one from another table.
    pub(crate) fn dated_later(&mut self, at: Source, before: DueDaySource) {
        let concerned = |kind: &DiagnosticKind| match before {
            DueDaySource::None => matches!(kind, DiagnosticKind::NoDueDate { .. }),
            DueDaySource::Default => matches!(kind, DiagnosticKind::DefaultTermsUsed { .. }),
            DueDaySource::Stated | DueDaySource::Terms | DueDaySource::Mode | DueDaySource::Bucket => false,
        };
        let Some(position) = self.diagnostics.iter().position(|said| concerned(&said.kind)) else { return };
        let Some(said) = self.diagnostics.get_mut(position) else { return };
        // It is no longer an example of what it stands for.
        said.at = said.at.filter(|first| *first != at);
        if said.kind.one_less() == Some(0) {
            self.diagnostics.remove(position);
        }
    }
}

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// What became of its rows.
    pub rows: RowCounts,
    /// One diagnostic for each row set aside, in file order.
    pub set_aside: Vec<Diagnostic>,
    /// Rows missing from the figures whose amount cannot be read.
    pub set_aside_unread: u32,
    /// Other remarks; those that repeat are counted and carry their first place.
    pub diagnostics: Vec<Diagnostic>,
    /// What amounts that were aged before allow.
    pub aged: Option<Aged>,
    /// What only a person can decide; the first answer is assumed meanwhile.
    pub questions: Vec<Question>,
    /// One per currency, by code.
    pub control_totals: Vec<ControlTotal>,
    /// The customers' accounts of a FEC, by class.
    pub classes: Vec<ClassTotal>,
    /// The last day of a FEC's entries, of all accounts.
    pub last_day: Option<Day>,
    /// The day for which items were listed, where a title, the name of the sheet or a heading states one and no other.
    pub stated_day: Option<Day>,
}
