//! Where credits stand in an aged balance (features.md OI2). Whatever the mode, the balance is the same to the cent:
//! only columns change.

use ledger::{Ledger, OpenItem, OpenItems};
use std::borrow::Cow;
use std::collections::BTreeMap;
use values::{Amount, Arrange};

/// What becomes of credit notes and payments that clear nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CreditMode {
    /// In a column of their own.
    #[default]
    Apart,
    /// Aged by their own date, below zero, in the column a debit of that date would have.
    OwnLine,
    /// Applied to the customer's debts, oldest due first; what is left over stands apart.
    OldestFirst,
    /// Applied to the debts of the same document number; what is left over stands apart.
    SameReference,
}

/// The open items after credits were applied the way a mode asks, only ever within one customer and one class of
/// accounts: an advance received (419) is no payment of an invoice (411) before somebody says so.
pub fn apply_credits<'a>(ledger: &Ledger, open: &'a OpenItems, mode: CreditMode) -> Cow<'a, OpenItems> {
    let by_reference = match mode {
        CreditMode::Apart | CreditMode::OwnLine => return Cow::Borrowed(open),
        CreditMode::OldestFirst => false,
        CreditMode::SameReference => true,
    };
    let mut items = Vec::with_capacity(open.items.len());
    for (_, of_customer) in open.by_customer() {
        if of_customer.iter().any(|item| item.residual.is_credit()) {
            items.extend(applied(ledger, of_customer, by_reference));
        } else {
            items.extend_from_slice(of_customer);
        }
    }
    Cow::Owned(OpenItems { as_of: open.as_of, items, tolerated: open.tolerated.clone() })
}

/// The items of one customer that something is left of, in their order.
fn applied(ledger: &Ledger, items: &[OpenItem], by_reference: bool) -> impl Iterator<Item = OpenItem> {
    let mut items = items.to_vec();
    let mut together: BTreeMap<_, Vec<&mut OpenItem>> = BTreeMap::new();
    for item in &mut items {
        let reference = if by_reference { ledger.document(item.entry) } else { String::new() };
        // Without a number nothing refers to anything.
        if !by_reference || !reference.is_empty() {
            together.entry((item.account_class, reference)).or_default().push(item);
        }
    }
    for group in together.values_mut() {
        net(group);
    }
    items.into_iter().filter(|item| !item.residual.is_zero())
}

/// Uses up the credits, oldest first, on the debits, oldest due first.
fn net(items: &mut [&mut OpenItem]) {
    // Kind and amounts before the place in the file: the order of rows must not decide what stays open.
    items.arrange_by_key(|item| {
        let due = item.due_day.unwrap_or(item.document_day);
        (item.residual.is_credit(), due, item.document_day, item.kind, item.amount, item.residual, item.entry)
    });
    let debits = items.partition_point(|item| item.residual.is_debit());
    let (debits, credits) = items.split_at_mut(debits);
    let mut left: Amount = credits.iter().map(|credit| -credit.residual).sum();
    let mut used = Amount::ZERO;
    for debit in debits {
        let part = debit.residual.min(left);
        debit.residual -= part;
        left -= part;
        used += part;
    }
    for credit in credits {
        let part = used.min(-credit.residual);
        credit.residual += part;
        used -= part;
    }
}
