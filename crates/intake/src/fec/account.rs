//! Whose line it is: the auxiliary account, else the account itself. Nobody is invented: where one account stands
//! for many customers, the account is the customer, and it is said how much has no customer of its own.

use crate::Field;
use crate::row::Cells;
use ledger::AccountClass;

/// Who a customer's line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holder<'t> {
    pub(crate) id: &'t str,
    pub(crate) name: &'t str,
    /// The line stands in an account of all customers, and names none.
    pub(crate) nobody: bool,
}

/// The customer of a line of an account. The auxiliary account first, then the account where it is one customer's
/// (`411DUPONT`), then the name beside an account of all customers, then that account.
pub(crate) fn holder<'t>(account: &'t str, cells: &Cells<'t>) -> Holder<'t> {
    let name = cells.text(Field::CustomerName);
    if let Some(id) = cells.text(Field::CustomerId) {
        let label = cells.text(Field::AccountLabel).filter(|_| !is_collective(account));
        return Holder { id, name: name.or(label).unwrap_or_default(), nobody: false };
    }
    let label = cells.text(Field::AccountLabel);
    match name {
        Some(name) if is_collective(account) => Holder { id: name, name, nobody: false },
        Some(name) => Holder { id: account, name, nobody: false },
        None => Holder { id: account, name: label.unwrap_or_default(), nobody: is_collective(account) },
    }
}

/// Whether an account is the chart's own, for all customers: its four first digits, then zeros (`411000`, `41910`).
pub(crate) fn is_collective(account: &str) -> bool {
    account.bytes().all(|byte| byte.is_ascii_digit()) && account.trim_end_matches('0').len() <= 4
}

/// Who stands on the other side of a line, as far as it tells what the line is (domain.md 7.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counterparts {
    /// 70: something was sold.
    pub(crate) sales: bool,
    /// 51, 53, 58: money moved.
    pub(crate) money: bool,
}

impl Counterparts {
    pub(crate) fn see(&mut self, account: &str) {
        match account.get(..2) {
            Some("70") => self.sales = true,
            Some("51" | "53" | "58") => self.money = true,
            _ => {}
        }
    }
}

/// The class of a line's account, `None` where it is no customer's.
pub(crate) fn class_of(cells: &Cells<'_>) -> Option<AccountClass> {
    AccountClass::of_account(cells.text(Field::Account)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_of_zeros_is_everybodys() {
        for (account, expected) in [
            ("411", true),
            ("411000", true),
            ("41100000000", true),
            ("41910000", true),
            ("411100", true),
            ("411DUPONT", false),
            ("41101590", false),
            ("41199999", false),
            ("411010", false),
        ] {
            assert_eq!(is_collective(account), expected, "{account}");
        }
    }
}
