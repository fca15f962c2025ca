//! All checks of a ledger on a day, in two passes: what the whole tells, then account by account; what accounts tell
//! together is gathered on the way.

use crate::account::{self, Account};
use crate::book::Book;
use crate::cases::{Cases, Making};
use crate::check::Look;
use crate::checks::{self, due_date_estimated, stale};
use crate::facts::Facts;
use crate::groups::Waiting;
use crate::score::{Marks, Scores};
use crate::{CustomerScore, DueDayShare, FileScore, Finding, Freshness, Score, documents, score, series};
use analysis::reperformance::Reperformance;
use analysis::waiting::Reminder;
use ledger::{CustomerKey, Ledger, OpenItems};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;
use values::{Amount, Arrange, AsOf, Currency, Day};

/// What is known of whose ledger it is; nothing in most files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// Its SIREN, nine digits.
    pub siren: Option<String>,
    /// The last day of its financial year; 31 December where it is unknown.
    pub closing: Option<Day>,
    /// What comparing its own aged balance with this ledger told, where it gave one.
    pub aged: Option<Rc<Reperformance>>,
    /// Reminders sent to the customers of this ledger.
    pub reminders: Rc<BTreeMap<CustomerKey, Vec<Reminder>>>,
}

impl Client {
    /// The last closing before a day.
    pub(crate) fn last_closing(&self, as_of: AsOf) -> Day {
        let day = as_of.day();
        let closing = |year: i32| match self.closing {
            Some(known) => Day::new(year, known.month(), 1).map(|first| first.with_day_of_month(known.day_of_month())),
            None => Day::new(year, 12, 31),
        };
        closing(day.year()).filter(|closed| *closed < day).or_else(|| closing(day.year() - 1)).unwrap_or(day)
    }
}

/// What was found in a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Currency of the ledger and of every amount.
    pub currency: Currency,
    /// The score and where its points went.
    pub score: Score,
    /// The score of each file.
    pub files: Vec<FileScore>,
    /// The customers with the lowest scores, the lowest first.
    pub customers: Vec<CustomerScore>,
    /// How many customers lose points.
    pub customers_with_losses: u32,
    /// Where the due dates of what is open come from.
    pub due_days: Vec<DueDayShare>,
    /// How recent the files are.
    pub freshness: Freshness,
    /// The findings, gravest first, then the largest amounts.
    pub findings: Vec<Finding>,
}

/// Looks for everything that deserves a second look. `open` holds the ledger's open items of the as-of day; `rows` is
/// how many rows each list keeps.
pub fn audit(ledger: &Ledger, open: &OpenItems, client: &Client, rows: usize) -> Audit {
    let as_of = open.as_of;
    let facts = Facts::of(ledger, as_of, client);
    let mut run = Run::new(rows);
    let mut scores = Scores::new(ledger.customers().len());
    let mut due_days = due_date_estimated::Shares::default();
    let mut waiting = Waiting::default();
    let (mut first_rows, mut numbers, mut twins, mut debtors) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut items = open.by_customer().peekable();
    for customer in ledger.customer_keys() {
        let lines = account::lines(ledger, customer);
        let own = items.next_if(|(key, _)| *key == customer).map_or(&[][..], |(_, items)| items);
        let account = Account::new((ledger, as_of, &facts, client), customer, &lines, own);
        run.account(&account, &mut scores);
        score::weigh(&account, &mut scores);
        due_days.count(own);
        waiting.add(&account.groups);
        numbers.extend(account.documents.iter().filter_map(|document| document.numbered()));
        twins.extend(account.pairs.iter().map(|pair| pair.twin()));
        first_rows.push(account.row());
        let balance = account.balance();
        if balance.is_debit() {
            debtors.push((customer, balance));
        }
    }
    numbers.arrange_by(|a, b| a.key.cmp(&b.key).then_with(|| a.source.cmp(&b.source)));
    debtors.arrange_by_key(|(customer, balance)| (Reverse(*balance), *customer));
    let book = Book {
        ledger,
        rows: first_rows,
        numbers_identify: documents::identify(&numbers),
        twins: documents::of_numbers(twins, &numbers),
        series: series::of(&numbers),
        numbers,
        unbalanced: waiting.judge(),
        debtors,
        freshness: Freshness::of(ledger, as_of),
        aged: client.aged.as_deref(),
    };
    run.book(&book, &mut scores);
    stale::weigh(&book.freshness, &mut scores);
    let (lowest, customers_with_losses) = scores.lowest_customers(rows);
    Audit {
        currency: ledger.currency(),
        score: scores.score(),
        files: scores.files(),
        customers: lowest,
        customers_with_losses,
        due_days: due_days.finish(),
        freshness: book.freshness,
        findings: run.finish(),
    }
}

/// The registry at work.
struct Run {
    rows: usize,
    makings: Vec<Making>,
    marks: Marks,
}

impl Run {
    fn new(rows: usize) -> Run {
        Run { rows, makings: checks::ALL.iter().map(|_| Making::default()).collect(), marks: Marks::default() }
    }

    fn account(&mut self, account: &Account<'_>, scores: &mut Scores) {
        for (&check, making) in checks::ALL.iter().zip(&mut self.makings) {
            if let Look::Account(look) = check.look {
                look(account, &mut Cases { check, rows: self.rows, making, marks: &mut self.marks });
            }
        }
        self.marks.charge(scores);
    }

    fn book(&mut self, book: &Book<'_>, scores: &mut Scores) {
        for (&check, making) in checks::ALL.iter().zip(&mut self.makings) {
            if let Look::Book(look) = check.look {
                look(book, &mut Cases { check, rows: self.rows, making, marks: &mut self.marks });
            }
        }
        self.marks.charge(scores);
    }

    /// Gravest first, then the largest amount, then the order of the registry.
    fn finish(self) -> Vec<Finding> {
        let made = checks::ALL.iter().zip(self.makings);
        let mut findings: Vec<Finding> = made.filter_map(|(&check, making)| making.finish(check, self.rows)).collect();
        findings.arrange_by_key(|finding| (finding.severity, Reverse(finding.amount.unwrap_or(Amount::ZERO))));
        findings
    }
}
