//! All checks of a ledger on a day, in two passes: customer by customer, then across customers.

use crate::finding::{Detail, Evidence, Findings};
use crate::freshness::{BUSINESS_DAYS_MAX, BUSINESS_DAYS_WORST};
use crate::lines::{self, first_row};
use crate::score::Scores;
use crate::{
    Check, Criterion, CustomerScore, DueDayShare, FileScore, Finding, Freshness, Score, balances, contacts, customers,
    dates, due_days, items, lettering,
};
use ledger::{CustomerKey, EntryKind, Ledger, OpenItem, OpenItems};
use values::{Amount, AsOf, Currency, Source};

/// What was found in a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quality {
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
    /// The findings, gravest first.
    pub findings: Vec<Finding>,
}

/// Looks for everything that deserves a second look. `open` holds the ledger's open items of the as-of day; `rows` is
/// how many rows each list keeps.
pub fn quality(ledger: &Ledger, open: &OpenItems, rows: usize) -> Quality {
    let as_of = open.as_of;
    let mut findings = Findings::new(rows);
    let mut scores = Scores::new(ledger.customers().len());
    let (mut due_days, mut numbers, mut groups) =
        (due_days::DueDays::default(), items::Numbers::default(), lettering::Groups::default());
    let goes_on = dates::goes_on_after(ledger, as_of);
    let mut items = open.by_customer().peekable();
    let mut first_rows: Vec<Option<Source>> = Vec::with_capacity(ledger.customers().len());
    for customer in (0..ledger.customers().len() as u32).map(CustomerKey) {
        let lines = &lines::of(ledger, customer)[..];
        let row = first_row(lines);
        first_rows.push(row);
        let own = items.next_if(|(key, _)| *key == customer).map_or(&[][..], |(_, items)| items);
        dates::check(lines, as_of, goes_on, &mut findings, &mut scores);
        items::check(lines, &mut numbers, &mut findings, &mut scores);
        lettering::check(ledger, lines, &mut groups, &mut findings, &mut scores);
        due_days.check(ledger, own, &mut findings, &mut scores);
        balances::check(ledger, own, &mut findings);
        if let Some(row) = row {
            let overdue = overdue(own, as_of);
            contacts::check((customer, row), ledger.customer(customer), overdue, &mut findings, &mut scores);
        }
    }
    numbers.across(&mut findings, &mut scores);
    groups.finish(&mut findings, &mut scores);
    customers::check(ledger, &first_rows, &mut findings, &mut scores);
    let freshness = Freshness::of(ledger, as_of);
    stale(ledger, &freshness, &mut findings, &mut scores);
    let (lowest, customers_with_losses) = scores.lowest_customers(rows);
    Quality {
        currency: ledger.currency(),
        score: scores.score(),
        files: scores.files(),
        customers: lowest,
        customers_with_losses,
        due_days: due_days.finish(),
        freshness,
        findings: findings.finish(),
    }
}

/// What a customer owes past its due date, credits deducted: nobody is written to about a debt that credits cover.
fn overdue(items: &[OpenItem], as_of: AsOf) -> Amount {
    let overdue: Amount = items.iter().filter(|item| item.is_overdue(as_of)).map(|item| item.residual).sum();
    let credits: Amount = items.iter().map(|item| item.residual.credit_part()).sum();
    (overdue + credits).debit_part()
}

/// An old file costs points from the eleventh business day, all of them at the fortieth.
fn stale(ledger: &Ledger, freshness: &Freshness, findings: &mut Findings, scores: &mut Scores) {
    let Some(age) = freshness.age() else { return };
    let late = i64::from(age.saturating_sub(BUSINESS_DAYS_MAX));
    scores.whole(Criterion::Fresh, late, i64::from(BUSINESS_DAYS_WORST - BUSINESS_DAYS_MAX));
    if !freshness.stale() {
        return;
    }
    let (kind, day) = match freshness.last_payment {
        Some(day) => (EntryKind::Payment, Some(day)),
        None => (EntryKind::Invoice, freshness.last_invoice),
    };
    let Some(last) = ledger.entries().find(|entry| entry.kind == kind && Some(entry.day) == day) else { return };
    let mut of_customer = ledger.entries_of(last.customer).with_documents();
    if let Some((_, entry, document)) = of_customer.find(|(_, entry, _)| *entry == last) {
        findings.add(
            Check::Stale,
            Evidence {
                customer: entry.customer,
                document,
                source: entry.source,
                amount: None,
                detail: Detail::Dates { day: entry.day, due: None },
            },
        );
    }
}
