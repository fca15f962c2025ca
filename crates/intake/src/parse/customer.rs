//! Whose a row is: its own customer, the one named above it, and the class of its account.

use super::Reading;
use crate::Field;
use crate::diagnostic::{DiagnosticKind, Note};
use crate::fec::is_collective;
use crate::row::{Cells, Refusal};
use crate::{groups, titles, whole_customer, words};
use ledger::{AccountClass, Customer};
use sheet::Table;

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
            if self.told.is_none() || !self.groups_begun.is_empty() {
                self.note(Note::CustomerFromAbove, None, cells);
            }
            return Ok(());
        };
        let label = name.or_else(|| cells.text(Field::AccountLabel).filter(|_| !cells.has(Field::CustomerId)));
        let (id, label) = match label.unwrap_or(id) {
            both if self.coded_names => {
                let (code, name) = words::code_and_name(both, false);
                (code, Some(name))
            }
            _ => (id, label),
        };
        let unseen_in_id = words::fill_visible(&mut self.customer.id, id);
        let unseen_in_name = words::fill_visible(&mut self.customer.name, label.unwrap_or_default());
        if self.customer.id.is_empty() {
            return Err(Refusal::missing(DiagnosticKind::MissingCustomer, Field::CustomerId));
        }
        if label.is_none()
            && let Some(group) = self.group.as_ref().filter(|group| group.id == self.customer.id)
        {
            self.customer.name.clone_from(&group.name);
        }
        self.take_known_by_name();
        if unseen_in_id || unseen_in_name {
            self.note(Note::InvisibleCharacters, Some(Field::CustomerName), cells);
        }
        self.describe_customer(cells);
        if self.facts.grouped {
            self.group = Some(self.customer.clone());
        }
        Ok(())
    }

    /// A customer named in words by who corrected the row is the one who bears that name, where one does.
    fn take_known_by_name(&mut self) {
        if !self.corrected || !self.customer.name.is_empty() {
            return;
        }
        let name = words::fold(&self.customer.id);
        let mut known = self.ledgers.known_builders().flat_map(|builder| builder.customers());
        if let Some(known) = known.find(|known| words::fold(&known.name) == name) {
            self.customer = known.clone();
        }
    }

    /// The class of the row's account in a French chart; `None` where it is no customer's. Who corrects a row may name
    /// its customer in words.
    pub(crate) fn class(&self, cells: &Cells<'_>) -> Option<AccountClass> {
        // A title speaks for all rows, unless they say themselves which account they stand in.
        let titled = self.titles.retentions && !self.mapping.binds(Field::Account);
        let own = if titled { AccountClass::Retention } else { AccountClass::Receivable };
        if !self.facts.french_accounts && !self.facts.customers_by_account || titled {
            return Some(own);
        }
        let is_name = |account: &str| self.corrected && !account.starts_with(|first: char| first.is_ascii_digit());
        match cells.text(self.account_field()) {
            Some(account) if !is_name(account) => AccountClass::of_account(account),
            _ => Some(own),
        }
    }

    /// The column of accounts.
    pub(super) fn account_field(&self) -> Field {
        let by_customer = self.facts.customers_by_account && !self.facts.french_accounts;
        if by_customer { Field::CustomerId } else { Field::Account }
    }

    fn binds_customer(&self) -> bool {
        self.mapping.binds(Field::CustomerId) || self.mapping.binds(Field::CustomerName)
    }

    /// The customer that the row right above the headings names, in a table where rows of their own name them.
    pub(super) fn named_above(&self, table: &Table) -> Option<Customer> {
        self.mapping.group_column().filter(|column| *column != whole_customer::COLUMN)?;
        let row = groups::above(table, self.mapping.header_row())?;
        let (labelled, its_name) = titles::labelled_customer(&row);
        let mut texts = row.cells().map(|cell| cell.text.trim());
        let first = texts.next()?;
        let announced = words::without_label_word(words::without_label(labelled.unwrap_or(first)));
        let (id, rest) = words::code_and_name(announced, labelled.is_some() || announced.len() < first.len());
        let beside = labelled.is_none().then(|| texts.next()).flatten().filter(|text| !words::is_contact(text));
        let rest = Some(rest.trim()).filter(|rest| !rest.is_empty());
        let name = its_name.or(rest).or(beside).unwrap_or_default();
        Some(Customer { id: id.trim().to_owned(), name: name.to_owned(), ..Customer::default() })
    }

    /// Remembers the customer named by a row of its own: `411ALPHA   ALPHA SAS`, or code and name in two cells.
    pub(super) fn begin_group(&mut self, cells: &Cells<'_>) {
        let name = cells.text(Field::CustomerName);
        let alone = self.mapping.group_column().and_then(|column| cells.row.cell(column)).map(|cell| cell.text.trim());
        let (labelled, its_name) = titles::labelled_customer(&cells.row);
        // A table of one customer at a time has no column for it.
        let announced = self.told.as_ref().and_then(|_| cells.first()).map(|cell| cell.text.trim());
        let announced = announced.filter(|text| words::without_label(text) != *text);
        let named = labelled.or(announced).or(cells.text(Field::CustomerId));
        let Some(id) = named.or(name).or(alone).map(words::without_continuation) else { return };
        let name = if labelled.is_some() { its_name } else { name }.map(words::without_continuation);
        let announced = words::without_label_word(words::without_label(id));
        let (id, rest) = words::code_and_name(announced, announced.len() < id.len() || self.coded_headings);
        let reached = groups::names_beside(&cells.row);
        let beside = reached || alone.is_none() && cells.filled == 2;
        let second = cells.second().map(|cell| words::without_continuation(cell.text));
        let second = second.filter(|text| *text != id && beside && labelled.is_none() && !words::is_contact(text));
        // Where the cell holds both, the name is what stands behind the code.
        let both = |name: &str| self.coded_headings && name == announced;
        let name = name
            .filter(|name| *name != id && !both(name))
            .or(Some(rest.trim()).filter(|rest| !rest.is_empty()))
            .or(second);
        let name = name.unwrap_or_default().to_owned();
        // The customer goes on over the page, and so does its total.
        if self.group.as_ref().is_none_or(|group| group.id != id.trim()) {
            self.totals.group();
        }
        self.group = Some(Customer { id: id.trim().to_owned(), name, ..Customer::default() });
        // The same name again heads another page.
        self.first_of_group = self.groups_begun.insert(id.trim().to_owned());
    }
}
