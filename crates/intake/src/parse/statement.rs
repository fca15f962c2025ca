//! The account of one customer, whom a title tells: rows that hold nothing but a balance open it or close it, and the balance after
//! each row says what all of them come to.

use super::{DayRead, Outcome, Reading};
use crate::Field;
use crate::classify::TotalKind;
use crate::mapping::Layout;
use crate::row::Cells;
use crate::vocabulary;
use crate::words::fold_into;
use values::{Amount, Currency, Day};

/// Steps that show that a balance runs, at least.
const STEPS: u32 = 2;

/// The balances after the rows of one customer.
#[derive(Default)]
pub(super) struct Balances {
    first: Option<(Day, Amount)>,
    last: Option<(Day, Amount)>,
    currency: Option<Currency>,
    steps: u32,
    follow: u32,
    amount: Amount,
}

impl Balances {
    fn see(&mut self, day: Day, after: Amount, amount: Amount) {
        if let Some((_, before)) = self.last {
            self.steps += 1;
            let follows = after - before == amount || before - after == self.amount;
            self.follow += u32::from(follows);
        }
        self.first.get_or_insert((day, after));
        (self.last, self.amount) = (Some((day, after)), amount);
    }

    /// What the rows come to by their last day, where the balances run; the one computed where either end says it.
    fn closing(&self, computed: Amount) -> Option<Amount> {
        let ((first_day, first), (last_day, last)) = self.first.zip(self.last)?;
        let runs = self.follow >= STEPS && self.follow * 5 >= self.steps * 4;
        match () {
            () if !runs => None,
            () if [first, last].contains(&computed) => Some(computed),
            () if first_day > last_day => Some(first),
            () => Some(last),
        }
    }
}

impl Reading<'_> {
    /// What a row with nothing but a balance becomes in the account of one customer: what was owed before, or the total.
    pub(super) fn balance_alone(&mut self, cells: &Cells<'_>, day: DayRead) -> Option<Outcome> {
        if !self.is_statement() || !cells.has(Field::RunningBalance) || self.moves(cells) {
            return None;
        }
        if self.first_of_group && self.is_carried(cells) {
            return self.begins_with(cells, day).then_some(Outcome::Imported);
        }
        let texts = [cells.first(), cells.get(Field::Label), cells.get(Field::Reference)];
        let closes = texts.into_iter().flatten().any(|cell| {
            fold_into(&mut self.folded, cell.text);
            vocabulary::is_closing(&self.folded) || vocabulary::is_total(&self.folded)
        });
        closes.then(|| {
            self.total(cells, TotalKind::Grand);
            Outcome::Total
        })
    }

    fn begins_with(&mut self, cells: &Cells<'_>, day: DayRead) -> bool {
        let Some(figures) = self.money.carried(cells) else { return false };
        if self.name_customer(cells).is_err() {
            return false;
        }
        (self.first_of_group, self.carried) = (false, true);
        if let DayRead::Found(day) = day {
            self.first_day = Some(self.first_day.map_or(day, |first| first.min(day)));
        }
        self.keep_opening(figures, Field::InvoiceDay, cells);
        true
    }

    /// Remembers the balance after a row of one customer.
    pub(super) fn see_balance(&mut self, cells: &Cells<'_>, day: Day, amount: Option<Amount>) {
        if !self.is_statement() {
            return;
        }
        let (Some(amount), Some((after, currency))) = (amount, self.money.running(cells)) else { return };
        self.balances.currency = Some(currency);
        self.balances.see(day, after, amount);
    }

    /// Takes the balance after the last row for the total of a table that states none.
    pub(super) fn close_statement(&mut self) {
        let [total] = self.intake.control_totals.as_mut_slice() else { return };
        if total.stated.is_none() && self.balances.currency == Some(total.currency) && self.groups_begun.is_empty() {
            total.stated = self.balances.closing(total.computed);
        }
    }

    /// Whether the table is the account of one customer, with debits, credits and balances.
    pub(super) fn is_statement(&self) -> bool {
        let layout = matches!(self.mapping.layout(), Layout::Ledger | Layout::OpenItems);
        layout && self.told.is_some() && self.mapping.binds(Field::RunningBalance)
    }

    fn moves(&self, cells: &Cells<'_>) -> bool {
        let some = |text: &str| text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        [Field::Debit, Field::Credit, Field::Amount].iter().filter_map(|field| cells.text(*field)).any(some)
    }
}
