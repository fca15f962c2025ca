//! One customer's account, read once for all checks: its lines with the numbers of their documents, its open items,
//! its match groups, its documents, and the ways to reach it.

use crate::audit::Client;
use crate::channels::Channels;
use crate::documents::{self, Document, Pair};
use crate::facts::Facts;
use crate::finding::{Detail, Evidence};
use crate::groups::{self, Group};
use analysis::waiting::Reminder;
use ledger::{Customer, CustomerKey, Entry, EntryKind, Ledger, OpenItem};
use values::{Amount, AsOf, Days, Source};

/// An entry and the number of its document.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) entry: Entry,
    pub(crate) document: String,
}

/// The lines of a customer, in the order of the files.
pub(crate) fn lines(ledger: &Ledger, customer: CustomerKey) -> Vec<Line> {
    let entries = ledger.entries_of(customer).with_documents();
    entries.map(|(_, entry, document)| Line { entry, document }).collect()
}

/// What the checks of one account see.
pub(crate) struct Account<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) as_of: AsOf,
    /// What the first pass told of the whole ledger.
    pub(crate) facts: &'a Facts,
    pub(crate) client: &'a Client,
    pub(crate) key: CustomerKey,
    pub(crate) customer: &'a Customer,
    /// In the order of the files.
    pub(crate) lines: &'a [Line],
    /// What is open on the as-of day.
    pub(crate) open: &'a [OpenItem],
    /// Match groups, in order of group.
    pub(crate) groups: Vec<Group<'a>>,
    /// Invoices and credit notes with the keys of their numbers.
    pub(crate) documents: Vec<Document<'a>>,
    /// Documents of one amount and one number.
    pub(crate) pairs: Vec<Pair<'a>>,
    pub(crate) channels: Channels<'a>,
}

impl<'a> Account<'a> {
    pub(crate) fn new(
        (ledger, as_of, facts, client): (&'a Ledger, AsOf, &'a Facts, &'a Client),
        key: CustomerKey,
        lines: &'a [Line],
        open: &'a [OpenItem],
    ) -> Account<'a> {
        let customer = ledger.customer(key);
        let documents = documents::of(lines);
        let pairs = documents::pairs(&documents);
        let groups = groups::of(ledger, lines);
        let channels = Channels::of(customer);
        Account { ledger, as_of, facts, client, key, customer, lines, open, groups, documents, pairs, channels }
    }

    /// Reminders sent to it up to the as-of day.
    pub(crate) fn reminders(&self) -> Vec<Reminder> {
        let sent = self.client.reminders.get(&self.key).into_iter().flatten();
        sent.filter(|one| one.day <= self.as_of.day()).cloned().collect()
    }

    /// The row that stands for the customer: its first.
    pub(crate) fn row(&self) -> Option<Source> {
        self.lines.iter().map(|line| line.entry.source).min()
    }

    /// What the customer owes, credits deducted.
    pub(crate) fn balance(&self) -> Amount {
        self.open.iter().map(|item| item.residual).sum()
    }

    /// What it owes past its due date, credits deducted: nobody is written to about a debt that credits cover.
    pub(crate) fn overdue(&self) -> Amount {
        let overdue = self.open.iter().filter(|item| item.is_overdue(self.as_of));
        let credits: Amount = self.open.iter().map(|item| item.residual.credit_part()).sum();
        (overdue.map(|item| item.residual).sum::<Amount>() + credits).debit_part()
    }

    /// The open debits of the account.
    pub(crate) fn debits(&self) -> impl Iterator<Item = &'a OpenItem> + use<'a> {
        self.open.iter().filter(|item| item.residual.is_debit())
    }

    /// Its lines up to the as-of day.
    pub(crate) fn past(&self) -> impl Iterator<Item = &'a Line> + use<'a> {
        let last = self.as_of.day();
        self.lines.iter().filter(move |line| line.entry.day <= last)
    }

    /// Its invoices of the last so many days, up to the as-of day.
    pub(crate) fn recent_invoices(&self, days: i32) -> impl Iterator<Item = &'a Line> + use<'a> {
        let (last, first) = (self.as_of.day(), self.as_of.day() - Days(days));
        let recent = move |line: &&Line| line.entry.day > first && line.entry.day <= last;
        self.lines.iter().filter(recent).filter(|line| line.entry.kind == EntryKind::Invoice)
    }

    /// The row of an open item.
    pub(crate) fn of_item(&self, item: &OpenItem, detail: Detail) -> Evidence {
        let (entry, document) = self.ledger.line(item.entry);
        Evidence { customer: Some(self.key), document, source: entry.source, amount: Some(item.residual), detail }
    }

    /// Where an open item was read.
    pub(crate) fn place_of(&self, item: &OpenItem) -> (CustomerKey, Source) {
        (self.key, self.ledger.entry(item.entry).source)
    }

    /// The customer itself, by its first row; nothing where it has no entry.
    pub(crate) fn itself(&self, amount: Option<Amount>, detail: Detail) -> Option<Evidence> {
        let source = self.row()?;
        Some(Evidence { customer: Some(self.key), document: String::new(), source, amount, detail })
    }
}

impl Line {
    /// The row of the line, with its amount.
    pub(crate) fn evidence(&self, detail: Detail) -> Evidence {
        Evidence {
            customer: Some(self.entry.customer),
            document: self.document.clone(),
            source: self.entry.source,
            amount: Some(self.entry.amount),
            detail,
        }
    }

    /// This line as the twin of another.
    pub(crate) fn as_twin(&self) -> Detail {
        Detail::Twin { customer: self.entry.customer, document: self.document.clone(), source: self.entry.source }
    }

    /// The line's two days.
    pub(crate) fn dates(&self) -> Detail {
        Detail::Dates { day: self.entry.document_day, due: self.entry.due_day }
    }
}
