//! Balances brought forward without a date, as ledgers print them: money all the same. They wait until the end of the
//! table, then bear the first day of its period, or the first day of its entries.

use crate::Field;
use crate::diagnostic::{DiagnosticKind, Note};
use crate::mapping::Layout;
use crate::money::Figures;
use crate::parse::{DayRead, Reading};
use crate::row::{Cells, Refusal};
use crate::{vocabulary, words};
use ledger::{AccountClass, Customer, DueDaySource, Entry, EntryKind};
use values::{Day, Source};

/// A balance brought forward that has no date.
pub(crate) struct Undated {
    customer: Customer,
    class: AccountClass,
    figures: Figures,
    at: Source,
    missing: Field,
}

impl Reading<'_> {
    /// Keeps an undated opening balance for the end of the table.
    pub(crate) fn keep_opening(&mut self, figures: Figures, missing: Field, cells: &Cells<'_>) {
        let amount = figures.amount.or(figures.residual).unwrap_or_default();
        self.totals.add(amount, figures.currency);
        self.note(Note::OpeningDayAssumed, None, cells);
        let class = self.class(cells).unwrap_or_default();
        self.classes.see(class, amount);
        self.openings.push(Undated { customer: self.customer.clone(), class, figures, at: self.at, missing });
    }

    /// A balance brought forward that stands in the running balance alone, above the first row of its customer: later on
    /// such a row carries a sum over a page.
    pub(crate) fn brings_forward(&mut self, cells: &Cells<'_>, day: DayRead) -> bool {
        let DayRead::Missing(missing) = day else { return false };
        let moves = [Field::Debit, Field::Credit, Field::Amount].iter().any(|field| cells.has(*field));
        let first = self.first_of_group && self.mapping.layout() == Layout::Ledger;
        if !first || moves || !cells.has(Field::RunningBalance) || !self.is_carried(cells) {
            return false;
        }
        let Some(figures) = self.money.carried(cells) else { return false };
        if self.name_customer(cells).is_err() {
            return false;
        }
        (self.first_of_group, self.carried) = (false, true);
        self.keep_opening(figures, missing, cells);
        true
    }

    /// Enters the balances kept, on `day`; without any day in the table they are set aside.
    pub(crate) fn enter_openings(&mut self, day: Option<Day>) {
        for opening in std::mem::take(&mut self.openings) {
            let Some(day) = day else {
                let refusal = Refusal::missing(DiagnosticKind::MissingDate, opening.missing);
                self.take_back(refusal.diagnostic(self.mapping, opening.at));
                continue;
            };
            let amount = opening.figures.amount.or(opening.figures.residual).unwrap_or_default();
            self.classes.import(opening.class, amount);
            let coverage = self.coverage();
            let account = (opening.figures.currency, coverage);
            let (builder, customer) = self.ledgers.account(account, &opening.customer, opening.at.file);
            let entry = Entry {
                customer,
                kind: EntryKind::Opening,
                day,
                document_day: day,
                due_day: None,
                due_day_source: DueDaySource::None,
                amount,
                group: None,
                disputed: false,
                account_class: opening.class,
                source: opening.at,
            };
            builder.push(entry, "");
        }
    }

    /// Whether a row says that it brings a balance forward, or a sum over a page.
    pub(crate) fn is_carried(&mut self, cells: &Cells<'_>) -> bool {
        let texts = [cells.first(), cells.get(Field::Label)];
        texts.into_iter().flatten().any(|cell| {
            words::fold_into(&mut self.folded, cell.text);
            vocabulary::is_opening(&self.folded) || vocabulary::is_carried_forward(&self.folded)
        })
    }

    /// Whether an undated row of a ledger is a balance brought forward.
    pub(crate) fn is_opening(&mut self, cells: &Cells<'_>) -> bool {
        let ledger = matches!(self.mapping.layout(), Layout::Ledger | Layout::Fec);
        let texts = [cells.first(), cells.get(Field::Label), cells.get(Field::DocumentType)];
        ledger
            && texts.into_iter().flatten().any(|cell| {
                words::fold_into(&mut self.folded, cell.text);
                vocabulary::is_opening(&self.folded)
            })
    }
}
