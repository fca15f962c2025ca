//! One ledger builder per currency, filled by every table of a dossier: currencies are never added together.

use crate::corrected::Correcting;
use crate::diagnostic::Diagnostic;
use crate::fec::Period;
use crate::joins::Listed;
use crate::nothing_paid::Unpaid;
use crate::payments::Payment;
use crate::shared_codes::OtherName;
use ledger::{Checkpoint, Coverage, Customer, CustomerKey, DueDaySource, Ledger, LedgerBuilder, TotalTooLarge};
use std::collections::{BTreeMap, BTreeSet};
use values::{Currency, Day, FileIndex, Gather, Source};

/// Ledgers in the making, by currency.
#[derive(Clone, Debug, Default)]
pub struct Ledgers {
    by_currency: BTreeMap<Currency, Making>,
    /// The tables that are FECs, and the days they tell of.
    pub(crate) fec: Vec<Period>,
    /// The tables that are other ledgers.
    pub(crate) books: Vec<Source>,
    /// Customers of lists, joined once every table is read.
    pub(crate) listed: Vec<Listed>,
    /// Payments of lists, allocated once every table is read.
    pub(crate) payments: Vec<Payment>,
    /// Invoices that got a due day once every table was read: where each was read, and where its due day came from
    /// before.
    pub(crate) dated_later: Vec<(Source, DueDaySource)>,
    /// A table told what remains open of its documents: payments beside it are already counted there.
    pub(crate) residuals: bool,
    /// Names that tables give to customers known under another one.
    pub(crate) other_names: BTreeSet<OtherName>,
    /// What tells the customers of the file being read from those that other files give the same codes.
    label: Option<String>,
    /// Credit notes of lists whose column names invoices.
    pub(crate) correcting: Vec<Correcting>,
    /// Tables of which nothing says what was paid.
    pub(crate) unpaid: Vec<Unpaid>,
    /// Remarks on letters that have nothing against them in their own table.
    pub(crate) matched_alone: Vec<Diagnostic>,
    /// The last day for which a balance was struck: payments up to it are counted there.
    pub(crate) struck: Option<Day>,
}

#[derive(Clone, Debug)]
struct Making {
    builder: LedgerBuilder,
    coverage: Coverage,
}

/// What ledgers were before a table was read, to go back to where its reading is given up.
#[derive(Debug)]
pub struct Before {
    by_currency: BTreeMap<Currency, (Checkpoint, Coverage)>,
    fec: usize,
    books: usize,
    listed: usize,
    payments: usize,
    residuals: bool,
    other_names: Option<FileIndex>,
    correcting: usize,
    unpaid: usize,
    matched_alone: usize,
    struck: Option<Day>,
}

impl Ledgers {
    /// Tells the customers of the next file from those that other files give the same codes, by these words behind
    /// their codes; nothing where codes mean the same everywhere.
    pub fn tell_customers_apart(&mut self, label: Option<&str>) {
        self.label = label.map(str::to_owned);
    }

    /// The present state, to go back to.
    pub fn checkpoint(&self) -> Before {
        let of = |(currency, making): (&Currency, &Making)| (*currency, (making.builder.checkpoint(), making.coverage));
        Before {
            by_currency: self.by_currency.iter().map(of).gather(),
            fec: self.fec.len(),
            books: self.books.len(),
            listed: self.listed.len(),
            payments: self.payments.len(),
            residuals: self.residuals,
            other_names: self.other_names.last().map(|other| other.file),
            correcting: self.correcting.len(),
            unpaid: self.unpaid.len(),
            matched_alone: self.matched_alone.len(),
            struck: self.struck,
        }
    }

    /// Forgets all that was read since a state of these ledgers.
    pub fn go_back(&mut self, mut before: Before) {
        self.by_currency.retain(|currency, making| {
            let Some((checkpoint, coverage)) = before.by_currency.remove(currency) else { return false };
            making.builder.go_back(checkpoint);
            making.coverage = coverage;
            true
        });
        self.fec.truncate(before.fec);
        self.books.truncate(before.books);
        self.listed.truncate(before.listed);
        self.payments.truncate(before.payments);
        self.correcting.truncate(before.correcting);
        self.unpaid.truncate(before.unpaid);
        self.matched_alone.truncate(before.matched_alone);
        self.residuals = before.residuals;
        self.other_names.retain(|other| Some(other.file) <= before.other_names);
        self.struck = before.struck;
    }

    /// Takes the entries of other ledgers in place of its own; what else its files told stays.
    pub fn take_entries_of(&mut self, others: Ledgers) {
        self.by_currency = others.by_currency;
        self.struck = others.struck;
    }

    /// Entries so far, all currencies.
    pub fn entry_count(&self) -> usize {
        self.by_currency.values().map(|making| making.builder.entry_count()).sum()
    }

    /// The builder of a currency. Where tables of both kinds meet, open items only is the weaker claim, and wins:
    /// past sales read from half of the files would make every ratio wrong without a sign of it.
    pub(crate) fn builder(&mut self, currency: Currency, coverage: Coverage) -> &mut LedgerBuilder {
        builder_in(&mut self.by_currency, currency, coverage)
    }

    /// The same, with the customer that a row of a file names.
    pub(crate) fn account(
        &mut self,
        (currency, coverage): (Currency, Coverage),
        seen: &Customer,
        file: FileIndex,
    ) -> (&mut LedgerBuilder, CustomerKey) {
        let builder = builder_in(&mut self.by_currency, currency, coverage);
        if let Some(label) = &self.label {
            let told_apart = Customer { id: format!("{} · {label}", seen.id), ..seen.clone() };
            let key = builder.customer(&told_apart);
            return (builder, key);
        }
        let customer = builder.customer(seen);
        let known = builder.customers().get(customer.0 as usize).map_or("", |known| known.name.as_str());
        if known != seen.name && !seen.name.is_empty() && file.0 > 0 {
            self.other_names.insert(OtherName { file, currency, customer, name: seen.name.clone() });
        }
        (builder, customer)
    }

    /// The builder of a currency, if some row had it.
    pub(crate) fn known_builder(&self, currency: Currency) -> Option<&LedgerBuilder> {
        self.by_currency.get(&currency).map(|making| &making.builder)
    }

    /// The builders as they are, by currency code.
    pub(crate) fn known_builders(&self) -> impl Iterator<Item = &LedgerBuilder> {
        self.by_currency.values().map(|making| &making.builder)
    }

    /// The builders, by currency code.
    pub(crate) fn builders(&mut self) -> impl Iterator<Item = &mut LedgerBuilder> {
        self.by_currency.values_mut().map(|making| &mut making.builder)
    }

    /// The builders with what their files tell of the past, by currency code.
    pub(crate) fn making(&mut self) -> impl Iterator<Item = (&mut LedgerBuilder, &mut Coverage)> {
        self.by_currency.values_mut().map(|making| (&mut making.builder, &mut making.coverage))
    }

    /// The builder of a currency in which payments were received. Invoices with all their payments are a history.
    pub(crate) fn builder_of_payments(&mut self, currency: Currency) -> &mut LedgerBuilder {
        let coverage = if self.residuals { Coverage::OpenItemsOnly } else { Coverage::History };
        self.builder(currency, coverage);
        let making = self.by_currency.entry(currency);
        let making = making.or_insert_with(|| Making { builder: LedgerBuilder::new(currency, coverage), coverage });
        making.coverage = coverage;
        &mut making.builder
    }

    /// Gives the invoices that no file dates the due day their customer usually has.
    pub(crate) fn complete_due_days(&mut self) {
        for builder in self.by_currency.values_mut().map(|making| &mut making.builder) {
            let given = builder.complete_due_days(rules::habitual_terms, |terms, day| terms.due_day(day));
            self.dated_later.extend(given);
        }
    }

    /// The ledgers, by currency code, or a refusal when no exact total could be given.
    pub fn build(mut self) -> Result<Vec<Ledger>, TotalTooLarge> {
        self.complete_due_days();
        self.by_currency.into_values().map(Making::build).collect()
    }
}

fn builder_in(
    by_currency: &mut BTreeMap<Currency, Making>,
    currency: Currency,
    coverage: Coverage,
) -> &mut LedgerBuilder {
    let making = by_currency
        .entry(currency)
        .or_insert_with(|| Making { builder: LedgerBuilder::new(currency, coverage), coverage });
    if coverage == Coverage::OpenItemsOnly {
        making.coverage = coverage;
    }
    &mut making.builder
}

impl Making {
    fn build(self) -> Result<Ledger, TotalTooLarge> {
        // The builder took the coverage of the first table.
        let mut builder = self.builder;
        builder.set_coverage(self.coverage);
        builder.build()
    }
}
