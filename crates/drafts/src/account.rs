//! The statement of account of a customer: what was open before a day, what happened since, what is open now, to the cent;
//! or the open items alone with their age. Balances are those of the ledger, so that two firms can compare their books.

use crate::from_plan::named;
use ledger::{CustomerKey, EntryKind, Ledger, open_items_of};
use text::Language;
use text::letters::printable;
use values::{Amount, Arrange, AsOf, Currency, Day};

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountStatement {
    /// Code of the customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Currency of every amount.
    pub currency: Currency,
    /// The first day of the movements.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// The balance the evening before the first day.
    pub opening: Amount,
    /// What happened, in order of day.
    pub movements: Vec<Movement>,
    /// The balance on the evening of the last day: opening and movements.
    pub closing: Amount,
    /// What is open on that evening; it sums to the closing balance.
    pub open: Vec<OpenLine>,
}

/// A line of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// When.
    pub day: Day,
    /// What: its number, or what it is.
    pub document: String,
    /// Its kind.
    pub kind: EntryKind,
    /// When it is due.
    pub due_day: Option<Day>,
    /// Above zero for what the customer owes, below for what it paid.
    pub amount: Amount,
    /// The balance after it.
    pub balance: Amount,
}

/// An open item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLine {
    /// Its number, or what it is.
    pub document: String,
    /// Its day.
    pub day: Day,
    /// When it is due.
    pub due_day: Option<Day>,
    /// Days late on the last day of the statement; `None` where it is not late.
    pub days_late: Option<i32>,
    /// What is left of it.
    pub residual: Amount,
}

/// The statement of a customer from a day to the as-of day. Ages are counted on the as-of day.
pub fn statement(
    language: Language,
    ledger: &Ledger,
    customer: CustomerKey,
    from: Day,
    as_of: AsOf,
) -> AccountStatement {
    let to = as_of.day();
    let mut entries: Vec<_> = ledger.entries_of(customer).zip(0_u32..).filter(|(entry, _)| entry.day <= to).collect();
    entries.arrange_by_key(|(entry, position)| (entry.day, *position));
    let opening: Amount = entries.iter().filter(|(entry, _)| entry.day < from).map(|(entry, _)| entry.amount).sum();
    let mut balance = opening;
    let mut movements = Vec::new();
    for (entry, position) in entries.iter().filter(|(entry, _)| entry.day >= from) {
        balance += entry.amount;
        let number = ledger.key(customer, *position).map(|key| printable(&ledger.document(key)).text);
        movements.push(Movement {
            day: entry.day,
            document: named(language, number.unwrap_or_default(), entry.kind),
            kind: entry.kind,
            due_day: entry.due_day,
            amount: entry.amount,
            balance,
        });
    }
    let open = open_items_of(ledger, customer, as_of).into_iter().map(|item| OpenLine {
        document: named(language, printable(&ledger.document(item.entry)).text, item.kind),
        day: item.document_day,
        due_day: item.due_day,
        days_late: item.days_late(as_of).map(|days| days.0).filter(|days| *days > 0),
        residual: item.residual,
    });
    let of = ledger.customer(customer);
    AccountStatement {
        customer: printable(&of.id).text,
        name: printable(&of.name).text,
        currency: ledger.currency(),
        from,
        to,
        opening,
        movements,
        closing: balance,
        open: open.collect(),
    }
}
