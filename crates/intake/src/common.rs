//! The row that nearly every row of a large table is: a customer met before, a document, days and amounts in the writing
//! of their columns, and nothing to remark; or a line of books in an account of nobody's. It is read in one go, without
//! the questions that only other rows answer.
//!
//! It cannot differ from [`Reading::laid_out`]: every cell is read by the functions used there, or by ones that take a
//! part of what those take and read it alike; whatever that path would remark, ask, skip or set aside leaves the row to
//! it; and nothing is changed before the last condition held. Property tests read random rows both ways.

use crate::Field;
use crate::entries::along;
use crate::evidence::RowTells;
use crate::fec::kind_in;
use crate::mapping::{Layout, SignRule};
use crate::parse::Reading;
use crate::profile;
use crate::row::Cells;
use crate::vocabulary::StatusWord;
use crate::words;
use ledger::{AccountClass, Customer, CustomerKey, DueDaySource, Entry};
use values::{Amount, same_text};

/// How the common rows of a table are read.
pub(crate) struct Common {
    sort: Sort,
    /// Fields of which a cell makes a row uncommon.
    telling: Vec<Field>,
}

enum Sort {
    /// Open items: where the customer's code stands, the posting day and the day of the document.
    Items { id: Field, posted: Field, issued: Field },
    /// Lines of a FEC.
    Lines,
}

impl Common {
    /// The common rows of a table; `None` where its rows are all of another sort.
    pub(crate) fn of(reading: &Reading<'_>) -> Option<Common> {
        let (mapping, facts) = (reading.mapping, &reading.facts);
        let binds = |field: &Field| mapping.binds(*field);
        let plain = reading.money.fallback().decimals() < 3 && mapping.corrections().count() == 0;
        let several = mapping.columns().iter().any(|of| of.field == Field::Paid && mapping.is_further(of));
        let plain = plain && !several && !reading.money.shows_several();
        let sort = match (mapping.layout(), mapping.sign()) {
            (Layout::OpenItems, SignRule::Signed) => {
                let own = facts.grouped || facts.invoice_lines || facts.french_accounts || facts.customers_by_account;
                let own = own || facts.payments_below || reading.titles.retentions;
                let other = [Field::Account, Field::Bucket].iter().any(binds) || mapping.group_column().is_some();
                let id = [Field::CustomerId, Field::CustomerName].into_iter().find(binds)?;
                let posted = [Field::PostingDay, Field::InvoiceDay].into_iter().find(binds)?;
                let issued = [Field::InvoiceDay, Field::PostingDay].into_iter().find(binds)?;
                Some(Sort::Items { id, posted, issued }).filter(|_| !own && !other)
            }
            (Layout::Fec, SignRule::DebitCredit) => Some(Sort::Lines).filter(|_| mapping.binds(Field::PostingDay)),
            (_, _) => None,
        };
        let telling: &[Field] = match sort {
            Some(Sort::Items { .. }) | None => &[Field::PaymentDay, Field::CreditLimit, Field::Currency],
            Some(Sort::Lines) => &[Field::DueDay, Field::Currency, Field::Residual, Field::Paid, Field::Credited],
        };
        let telling = telling.iter().copied().filter(binds).collect();
        Some(Common { sort: sort.filter(|_| plain)?, telling })
    }
}

impl Reading<'_> {
    /// Reads a row if it is a common one; false, and nothing done, where it is not.
    pub(crate) fn common(&mut self, common: &Common, cells: &Cells<'_>, tells: &RowTells) -> bool {
        self.at.row = cells.row.number();
        let wide = cells.last_column > self.facts.last_column;
        if wide || cells.row.is_hidden() || common.telling.iter().any(|field| cells.has(*field)) {
            return false;
        }
        let read = match common.sort {
            Sort::Items { id, posted, issued } => self.common_item(cells, id, (posted, issued), tells),
            Sort::Lines => self.common_line(cells, tells),
        };
        read.is_some()
    }

    /// An open item.
    fn common_item(
        &mut self,
        cells: &Cells<'_>,
        id: Field,
        (posted, issued): (Field, Field),
        tells: &RowTells,
    ) -> Option<()> {
        if !cells.has(Field::Document) || self.doubt.is_some() {
            return None;
        }
        let known = |field: Field| if field == Field::InvoiceDay { tells.issued } else { tells.posted };
        let (day, issued) = (self.day_of(posted, known(posted))?, self.day_of(issued, known(issued))?);
        let due = self.day_of(Field::DueDay, tells.due)?;
        let (amount, open) = self.plain_document(cells, tells)?;
        self.money.see_item(amount, amount - open);
        let told = self.status(cells).0 != StatusWord::Open || self.part_paid(cells).is_some();
        if due < issued && amount.is_debit() || told {
            return None;
        }
        let currency = self.money.fallback();
        let builder = self.ledgers.known_builder(currency)?;
        let customer = builder.find(cells.text(id)?)?;
        if !adds_nothing(cells, builder.customers(), customer) {
            return None;
        }
        let layout = self.mapping.layout();
        let kind =
            if amount.is_credit() { self.kinds.of_credit(cells, layout) } else { self.kinds.of_debit(cells, layout) };
        let class = AccountClass::Receivable;
        let kind = kind_in(class, kind);
        let entry = Entry {
            customer,
            kind,
            account_class: class,
            day,
            document_day: kind.document_day(day, issued),
            due_day: Some(due),
            due_day_source: DueDaySource::Stated,
            amount,
            group: None,
            disputed: false,
            source: self.at,
        };
        self.first_day = self.first_day.map_or(Some(day), |first| Some(first.min(day)));
        self.classes.see(class, amount);
        self.classes.import(class, amount);
        self.sanity.see(&entry, currency);
        self.push_document(cells, entry, &[(open - amount, None)], currency);
        self.totals.of(customer);
        self.totals.add(open, currency);
        self.totals.settle(amount - open, currency);
        self.see_type(cells);
        self.used_currency(cells, currency);
        self.intake.rows.imported += 1;
        Some(())
    }

    /// The amount of a row of plain amounts that agree with one another, and what is open of it.
    fn plain_document(&self, cells: &Cells<'_>, tells: &RowTells) -> Option<(Amount, Amount)> {
        let amount = self.money.plain_amount(cells, Field::Amount, tells.amount)?;
        let residual = self.money.plain_amount(cells, Field::Residual, tells.residual)?;
        let paid = self.money.plain_amount(cells, Field::Paid, tells.paid)?;
        let credited = self.money.plain_amount(cells, Field::Credited, tells.credited)?;
        // Nothing says what remains due: that is told.
        let silent = residual.is_none() && self.mapping.binds(Field::Residual);
        let whole = amount.or(residual).filter(|_| !silent)?;
        let settled = [paid, credited].into_iter().flatten().map(|part| along(part, whole)).sum();
        let open = whole - settled;
        residual.is_none_or(|residual| residual == open).then_some((whole, open))
    }

    /// A line of a FEC.
    fn common_line(&mut self, cells: &Cells<'_>, tells: &RowTells) -> Option<()> {
        let account = cells.text(Field::Account)?;
        let day = self.day_of(Field::PostingDay, tells.posted)?;
        let debit = self.money.plain_amount(cells, Field::Debit, tells.debit)?;
        let credit = self.money.plain_amount(cells, Field::Credit, tells.credit)?;
        let (sides, stated) = (self.money.sides_of(debit, credit), debit.or(credit).is_some());
        let class = AccountClass::of_account(account);
        let both = !sides.0.is_zero() && !sides.1.is_zero();
        if match class {
            Some(_) => both || !stated,
            None => !self.knows_account(account),
        } {
            return None;
        }
        let mut fec = self.fec.take()?;
        self.fec_sums(&mut fec, account, cells, Some(sides), Some(day));
        match class {
            Some(class) => {
                let amount = sides.0 - sides.1;
                fec.see_class(class, amount);
                let issued = self.day_of(Field::InvoiceDay, tells.issued).unwrap_or_else(|| self.issued(cells, day));
                let known = (amount, day, issued);
                self.fec_customer(&mut fec, (account, class), cells, known, self.money.fallback());
                self.intake.rows.imported += 1;
            }
            None => {
                self.other_accounts = true;
                self.intake.rows.set_aside += 1;
                self.totals.missing();
                self.count_account(account);
            }
        }
        self.fec = Some(fec);
        Some(())
    }
}

/// Whether a row tells nothing new of a customer, and nothing that has to be cleaned.
fn adds_nothing(cells: &Cells<'_>, customers: &[Customer], key: CustomerKey) -> bool {
    let Some(customer) = customers.get(key.0 as usize) else { return false };
    let name = cells.text(Field::CustomerName);
    let named = name
        .is_none_or(|name| !customer.name.is_empty() && (same_text(name, &customer.name) || words::is_visible(name)));
    named && profile::is_known(cells, customer)
}
