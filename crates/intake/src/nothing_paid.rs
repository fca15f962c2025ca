//! Lists and books of which nothing says what was paid: what they hold is counted as wholly due. A list without any
//! column of payments says so itself; where due days alone speak for what is open, or books hold sales and no receipt,
//! the documents tell it, once every file is read. Payments in another file take it back.

use crate::Ledgers;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::joins::Joined;
use crate::mapping::{Layout, Mapping};
use crate::parse::Reading;
use crate::receipts::speaks_of_taxes;
use crate::sold_whole::SoldWhole;
use crate::titles::Titles;
use crate::unread::{self, is_titled_as_due, says_due};
use crate::words::{fold, holds};
use ledger::{CustomerKey, Entry, EntryKind, LedgerBuilder};
use sheet::Table;
use std::collections::BTreeMap;
use values::{FileIndex, Gather, Source};

/// A table of which nothing says what was paid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unpaid {
    /// Its headings.
    at: Source,
    of: Sold,
}

/// What the table is.
#[derive(Clone, Copy, Debug)]
enum Sold {
    /// A list without any column of payments, as it said itself.
    Told,
    /// A list with due days, as those of open items have: only its documents may tell that it is all that was sold.
    DueDays {
        /// The amounts stand beside those without the tax.
        taxed: bool,
        /// A title or a name says that it is a journal of sales.
        titled: bool,
    },
    /// Books with accounts of sales and none of money, or titled as a journal of sales.
    Books,
}

/// How journals of sales are titled.
const SALES_JOURNALS: &[&str] = &[
    "journal des ventes",
    "journal de vente",
    "journal de ventes",
    "journal ventes",
    "journal de facturation",
    "sales journal",
    "sales day book",
    "sales daybook",
    "verkaufsjournal",
    "rechnungsausgangsbuch",
    "rechnungsausgangsjournal",
    "libro de ventas",
    "diario de ventas",
    "libro registro de facturas emitidas",
    "registro vendite",
    "registro delle vendite",
    "registro iva vendite",
    "registro fatture emesse",
    "registro delle fatture emesse",
    "verkoopboek",
    "verkoopdagboek",
    "verkoopjournaal",
];

/// Credits below this part of the debits are corrections of what was sold, or payments of the last weeks, not what was
/// paid of it.
const CREDITS: i128 = 4;

/// Whether a title, the name of the sheet or that of the file says that the table is a journal of sales.
fn is_titled_as_sales(table: &Table, titles: &Titles) -> bool {
    let journal = |text: &str| {
        let words = fold(text);
        SALES_JOURNALS.iter().any(|title| holds(&words, title))
    };
    titles.lines.iter().any(|line| journal(line)) || table.file_name.as_deref().is_some_and(journal)
}

/// Whether amounts stand beside those without the tax, or beside the tax.
fn is_taxed(table: &Table, header_row: u32) -> bool {
    let taxes = |row: sheet::Row<'_>| row.cells().filter(|cell| speaks_of_taxes(&fold(cell.text))).count();
    table.row(header_row).map_or(0, taxes) > 1
}

impl Reading<'_> {
    /// Remembers that nothing of the table says what was paid, to look again once every file is read.
    pub(crate) fn remember_unpaid(&mut self, table: &Table, mapping: &Mapping) {
        let at = Source { row: mapping.header_row(), ..self.at };
        let header_row = mapping.header_row();
        let sales = || is_titled_as_sales(table, &self.titles);
        let named_due = || table.file_name.as_deref().is_some_and(says_due);
        let of = match mapping.layout() {
            Layout::Ledger | Layout::Fec if self.sells_only() || sales() => Sold::Books,
            _ if at.row > 0 && unread::payments(table, mapping, at).is_some_and(|said| nothing_paid(&said)) => {
                Sold::Told
            }
            Layout::OpenItems if unread::has_due_days_only(mapping) => {
                if is_titled_as_due(table, header_row) || named_due() {
                    return;
                }
                Sold::DueDays { taxed: is_taxed(table, header_row), titled: sales() }
            }
            _ => return,
        };
        self.ledgers.unpaid.push(Unpaid { at, of });
    }

    /// Whether rows of accounts of sales were set aside, and none of an account of money.
    fn sells_only(&self) -> bool {
        self.knows_class('7') && !self.knows_class('5')
    }
}

fn nothing_paid(said: &Diagnostic) -> bool {
    matches!(said.kind, DiagnosticKind::NothingSaysPaid { .. })
}

/// What the invoices of a list come to.
#[derive(Default)]
struct Invoices {
    /// Those that nothing clears.
    open: SoldWhole,
    /// How many there are.
    count: u32,
    /// How many something clears.
    cleared: u32,
}

impl Invoices {
    fn see(&mut self, entry: &Entry, document: &str) {
        if entry.kind != EntryKind::Invoice || !entry.amount.is_debit() {
            return;
        }
        self.count += 1;
        match entry.group {
            Some(_) => self.cleared += 1,
            None => self.open.see(document, entry.document_day, entry.due_day),
        }
    }
}

impl Ledgers {
    /// Says of which tables nothing tells what was paid, and takes it back of those whose payments another file holds.
    pub(crate) fn tell_what_is_unpaid(&mut self, joined: &mut Joined) {
        let unpaid = std::mem::take(&mut self.unpaid);
        if unpaid.is_empty() {
            return;
        }
        let lists = self.invoices_of(&unpaid);
        let (mut told, mut together, mut quiet) = (false, SoldWhole::default(), Vec::new());
        for Unpaid { at, of } in unpaid {
            let list = lists.get(&at.file);
            let whole = |taxed: bool| list.is_some_and(|list| list.open.is_told(taxed));
            match of {
                Sold::Told => {
                    let cleared = list.is_some_and(|list| list.cleared > 0) && !whole(false);
                    let deducted = list.is_none_or(|list| list.count == 0);
                    if deducted || cleared || !self.receives_nothing(at) {
                        joined.withdrawn.push((at.file, DiagnosticKind::NothingSaysPaid { books: false }));
                    }
                }
                // Payments that name no invoice say what was paid of the whole.
                Sold::DueDays { .. } if !self.receives_nothing(at) => {}
                Sold::DueDays { taxed, titled } => {
                    let untouched = list.is_some_and(|list| list.count > 0 && list.cleared == 0);
                    if whole(taxed) || titled && untouched {
                        told = true;
                        joined.remarks.push(remark(at, false));
                    } else if let Some(list) = list {
                        together.add(&list.open);
                        quiet.push(at);
                    }
                }
                Sold::Books if self.receives_nothing(at) => joined.remarks.push(remark(at, true)),
                Sold::Books => {}
            }
        }
        // A sheet or a file for each month: together they are numbered on.
        if let (false, [first, _, ..]) = (told, &quiet[..])
            && together.is_told(false)
        {
            joined.remarks.push(remark(*first, false));
        }
    }

    /// The invoices of the lists among these tables.
    fn invoices_of(&mut self, unpaid: &[Unpaid]) -> BTreeMap<FileIndex, Invoices> {
        let lists = unpaid.iter().filter(|unpaid| !matches!(unpaid.of, Sold::Books));
        let mut found: BTreeMap<FileIndex, Invoices> =
            lists.map(|unpaid| (unpaid.at.file, Invoices::default())).gather();
        if found.is_empty() {
            return found;
        }
        let entries = self.entry_count();
        found.values_mut().for_each(|list| list.open = SoldWhole::among(entries));
        for builder in self.builders() {
            for key in (0..builder.customers().len() as u32).map(CustomerKey) {
                for (entry, document) in builder.entries_of(key) {
                    if let Some(list) = found.get_mut(&entry.source.file) {
                        list.see(&entry, &document);
                    }
                }
            }
        }
        found
    }

    /// Whether hardly anything was received in any currency since the first sale of a table, in whichever file.
    fn receives_nothing(&self, at: Source) -> bool {
        let debits = self.known_builders().filter_map(|builder| {
            let sold = entries(builder).filter(|entry| entry.source.file == at.file && entry.amount.is_debit());
            let first = sold.clone().map(|entry| entry.day).min()?;
            Some((builder, first, sum(sold)))
        });
        let mut hardly = debits.map(|(builder, first, debits)| {
            let received = |entry: &Entry| entry.kind != EntryKind::CreditNote && entry.amount.is_credit();
            let credits = -sum(entries(builder).filter(|entry| received(entry) && entry.day >= first));
            credits * CREDITS < debits
        });
        hardly.next().is_some_and(|first| first && hardly.all(|of_currency| of_currency))
    }
}

fn entries(builder: &LedgerBuilder) -> impl Iterator<Item = Entry> + Clone {
    let keys = (0..builder.customers().len() as u32).map(CustomerKey);
    keys.flat_map(|key| builder.bare_entries_of(key))
}

fn sum(entries: impl Iterator<Item = Entry>) -> i128 {
    entries.map(|entry| i128::from(entry.amount.minor())).sum()
}

fn remark(at: Source, books: bool) -> Diagnostic {
    Diagnostic::about(DiagnosticKind::NothingSaysPaid { books }, Some(at))
}
