//! Whose a row is: its own customer, the one named above it, and the class of its account.

use super::Reading;
use crate::Field;
use crate::diagnostic::{DiagnosticKind, Note};
use crate::fec::is_collective;
use crate::row::{Cells, Refusal};
use crate::words;
use ledger::{AccountClass, Customer};

impl Reading<'_> {
    /// Puts the row's customer in `self.customer`; in a grouped table the one named above where the row has none.
    pub(crate) fn name_customer(&mut self, cells: &Cells<'_>) -> Result<(), Refusal> {
        let name = cells.text(Field::CustomerName);
        let names_nobody = self.facts.collective_account && name.is_some();
        let accounts = self.facts.french_accounts && !names_nobody;
        // An account of all customers tells none from the others: their names do.
        let account = cells
            .text(Field::Account)
            .filter(|_| accounts || !self.binds_customer())
            .filter(|account| name.is_none() || !accounts || !is_collective(account))
            .filter(|_| self.mapping.group_column().is_none());
        let id = cells.text(Field::CustomerId).or(account).or(name);
        let Some(id) = id else {
            let Some(group) =
                self.group.clone().filter(|_| self.facts.grouped || self.mapping.group_column().is_some())
            else {
                let named = [Field::CustomerId, Field::CustomerName].into_iter().find(|f| self.mapping.binds(*f));
                return Err(Refusal::missing(DiagnosticKind::MissingCustomer, named.unwrap_or(Field::Account)));
            };
            self.customer = group;
            self.note(Note::CustomerFromAbove, None, cells);
            return Ok(());
        };
        let label = name.or_else(|| cells.text(Field::AccountLabel).filter(|_| !cells.has(Field::CustomerId)));
        let unseen_in_id = words::fill_visible(&mut self.customer.id, id);
        let unseen_in_name = words::fill_visible(&mut self.customer.name, label.unwrap_or_default());
        if self.customer.id.is_empty() {
            return Err(Refusal::missing(DiagnosticKind::MissingCustomer, Field::CustomerId));
        }
        if unseen_in_id || unseen_in_name {
            self.note(Note::InvisibleCharacters, Some(Field::CustomerName), cells);
        }
        self.describe_customer(cells);
        if self.facts.grouped {
            self.group = Some(self.customer.clone());
        }
        Ok(())
    }

    /// The class of the row's account in a French chart; `None` where it is no customer's.
    pub(crate) fn class(&self, cells: &Cells<'_>) -> Option<AccountClass> {
        let field = match () {
            () if self.facts.french_accounts => Field::Account,
            () if self.facts.customers_by_account => Field::CustomerId,
            () => return Some(AccountClass::Receivable),
        };
        cells.text(field).map_or(Some(AccountClass::Receivable), AccountClass::of_account)
    }

    fn binds_customer(&self) -> bool {
        self.mapping.binds(Field::CustomerId) || self.mapping.binds(Field::CustomerName)
    }

    /// Remembers the customer named by a row of its own: `411ALPHA   ALPHA SAS`, or code and name in two cells.
    pub(super) fn begin_group(&mut self, cells: &Cells<'_>) {
        let name = cells.text(Field::CustomerName);
        let alone = self.mapping.group_column().and_then(|column| cells.row.cell(column)).map(|cell| cell.text.trim());
        let Some(id) = cells.text(Field::CustomerId).or(name).or(alone) else { return };
        let announced = words::without_label(id);
        let (id, rest) = announced.split_once("  ").unwrap_or((announced, ""));
        let second =
            cells.second().map(|cell| cell.text).filter(|text| *text != id && cells.filled == 2 && alone.is_none());
        let name = name.filter(|name| *name != id).or(Some(rest.trim()).filter(|rest| !rest.is_empty())).or(second);
        let name = name.unwrap_or_default().to_owned();
        self.group = Some(Customer { id: id.trim().to_owned(), name, ..Customer::default() });
        self.totals.group();
        // The same name again heads another page.
        self.first_of_group = self.groups_begun.insert(id.trim().to_owned());
    }
}
