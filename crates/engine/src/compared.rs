//! An aged balance the client drew up itself, opened beside the items it is about: held apart, compared, never added.

use crate::pre_aged::PreAged;
use crate::reading::ReadFile;
use crate::{Session, failures, view};
use analysis::reperformance::{Reperformance, Stated, reperform};
use ledger::Ledger;
use protocol::Failure;
use std::cell::RefCell;
use std::rc::Rc;
use text::Language;
use values::Currency;

/// The balance, and what comparing told so far.
pub(crate) struct Compared {
    aged: PreAged,
    ledgers: Vec<Ledger>,
    /// By place in [`Session::ledgers`]; forgotten when what is open changes.
    told: RefCell<Vec<(Currency, Rc<Reperformance>)>>,
}

impl Compared {
    /// A balance in a currency that no item is in is refused: all of it would seem wrong.
    pub(crate) fn new(
        aged: PreAged,
        ledgers: Vec<Ledger>,
        items: &[Ledger],
        files: &[ReadFile],
        language: Language,
    ) -> Result<Compared, Failure> {
        let known = |currency| items.iter().any(|ledger| ledger.currency() == currency);
        if let Some(stranger) = ledgers.iter().map(Ledger::currency).find(|currency| !known(*currency)) {
            let file = files.iter().find(|file| file.intake.aged.is_some());
            let name = file.map(|file| file.name.clone()).unwrap_or_default();
            return Err(failures::aged_other_currency(&name, stranger, language));
        }
        Ok(Compared { aged, ledgers, told: RefCell::default() })
    }

    /// The balance given in a currency.
    pub(crate) fn ledger(&self, currency: Currency) -> Option<&Ledger> {
        self.ledgers.iter().find(|ledger| ledger.currency() == currency)
    }

    /// The day of the balance.
    pub(crate) fn day(&self) -> values::Day {
        self.aged.day
    }

    /// What is open changed.
    pub(crate) fn forget(&self) {
        self.told.borrow_mut().clear();
    }

    fn with(&self, ledger: &Ledger) -> Option<Rc<Reperformance>> {
        let currency = ledger.currency();
        if let Some((_, known)) = self.told.borrow().iter().find(|(of, _)| *of == currency) {
            return Some(Rc::clone(known));
        }
        let limits = match self.aged.limits.split_last() {
            // Without a column for what is older, the last one holds it.
            Some((_, others)) if !self.aged.open_ended => others,
            _ => &self.aged.limits,
        };
        let stated = Stated {
            ledger: self.ledger(currency)?,
            day: self.aged.day,
            limits,
            mixed: self.aged.mixed,
            credits: self.aged.credits,
        };
        let told = Rc::new(reperform(ledger, &stated));
        self.told.borrow_mut().push((currency, Rc::clone(&told)));
        Some(told)
    }
}

impl Session {
    /// What comparing the client's own balance with a ledger told, where there is one.
    pub(crate) fn compared_with(&self, ledger: &Ledger) -> Option<Rc<Reperformance>> {
        self.compared()?.with(ledger)
    }

    /// The client's own aged balance beside the one computed from its items, customer by customer and column by column.
    pub fn reperformance(&self, language: Language) -> Result<protocol::Reperformance, Failure> {
        let compared = self.compared().ok_or_else(|| failures::nothing_compared(language))?;
        let currencies = self.ledgers().iter().filter_map(|ledger| {
            let told = compared.with(ledger)?;
            Some(view::reperformance::currency(self, ledger, compared.ledger(ledger.currency())?, &told, language))
        });
        Ok(protocol::Reperformance { as_of: compared.day(), currencies: currencies.collect() })
    }
}
