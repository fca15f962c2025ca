//! What remains where no way of drawing up a balance leads to a row: an item left out, counted twice or never reduced by
//! its payment, a customer missing or too many, or a sum that nothing tells.

use super::ways::{Found, Way};
use super::{Case, Cause, Stated, untold};
use ledger::{CustomerKey, EntryKind, Ledger, OpenItem, open_items_among};
use values::{Amount, AsOf};

/// Our row of a customer and what is wrong with the one stated: by the way the whole balance is drawn up where it has
/// one, else by ours.
pub(super) fn error_of(
    ledger: &Ledger,
    stated: &Stated<'_>,
    own: &[OpenItem],
    case: &Case,
    usual: Option<&Found>,
) -> (Vec<Amount>, Vec<Cause>) {
    let Some(customer) = case.own else { return (case.base.clone(), vec![Cause::CustomerExtra]) };
    let base = Way::base(stated);
    let plain = look(ledger, stated, case, &base, own, customer);
    let Some(usual) = usual else { return (case.base.clone(), vec![plain.1]) };
    let way = base.with(&usual.causes);
    let open = open_items_among(ledger, AsOf(way.open), [customer].into_iter());
    let applied = way.netted(ledger, &open);
    let (row, error) = look(ledger, stated, case, &way, &applied.items, customer);
    let vague = |cause: Cause| matches!(cause, Cause::OtherColumns | Cause::OtherSum);
    if vague(error) && !vague(plain.1) {
        return (case.base.clone(), vec![plain.1]);
    }
    (row, usual.causes.iter().copied().chain([error]).collect())
}

fn look(
    ledger: &Ledger,
    stated: &Stated<'_>,
    case: &Case,
    way: &Way,
    items: &[OpenItem],
    customer: CustomerKey,
) -> (Vec<Amount>, Cause) {
    let mut row = vec![Amount::ZERO; case.stated.len()];
    way.fill(stated, items, &mut row);
    let zero = |row: &[Amount]| row.iter().all(|amount| amount.is_zero());
    if zero(&case.stated) {
        return (row, Cause::CustomerMissing);
    }
    if zero(&row) && zero(&case.base) {
        let cause = of_items(ledger, stated, case, way, (items, &row), customer).unwrap_or(Cause::CustomerExtra);
        return (row, cause);
    }
    let cause = of_items(ledger, stated, case, way, (items, &row), customer).unwrap_or_else(|| {
        let sum = |row: &[Amount]| row.iter().copied().sum::<Amount>();
        let unexplained = if sum(&row) == sum(&case.stated) { Cause::OtherColumns } else { Cause::OtherSum };
        untold::between(stated, way, items, &case.stated).unwrap_or(unexplained)
    });
    (row, cause)
}

/// One item that explains the difference to the cent.
fn of_items(
    ledger: &Ledger,
    stated: &Stated<'_>,
    case: &Case,
    way: &Way,
    (items, row): (&[OpenItem], &[Amount]),
    customer: CustomerKey,
) -> Option<Cause> {
    let gaps: Vec<(usize, Amount)> = (0..)
        .zip(case.stated.iter().zip(row))
        .map(|(at, (stated, own))| (at, *stated - *own))
        .filter(|(_, gap)| !gap.is_zero())
        .collect();
    // One item stands in one column.
    let [(place, gap)] = *gaps.as_slice() else { return None };
    let here = || items.iter().filter(|item| way.place(stated, item) == Some(place));
    if let Some(item) = here().find(|item| item.residual == -gap) {
        return Some(Cause::ItemLeftOut(item.entry));
    }
    if let Some(item) = here().find(|item| item.residual == gap) {
        return Some(Cause::ItemTwice(item.entry));
    }
    if let Some(item) = here().find(|item| item.amount - item.residual == gap) {
        return Some(Cause::ItemInFull(item.entry));
    }
    settled(ledger, stated, way, items, customer)
        .find(|item| item.residual == gap && way.place(stated, item) == Some(place))
        .map(|item| Cause::ItemInFull(item.entry))
}

/// The invoices of a customer of which nothing remains, as if nobody had paid them.
fn settled<'a>(
    ledger: &'a Ledger,
    stated: &'a Stated<'_>,
    way: &'a Way,
    items: &'a [OpenItem],
    customer: CustomerKey,
) -> impl Iterator<Item = OpenItem> + 'a {
    let last = way.open.min(stated.day);
    let all = ledger
        .entries_of(customer)
        .zip(0..)
        .filter(move |(entry, _)| entry.kind == EntryKind::Invoice && entry.amount.is_debit() && entry.day <= last);
    let unpaid =
        all.filter_map(move |(entry, position)| Some(OpenItem::whole(ledger.key(customer, position)?, &entry)));
    unpaid.filter(|item| !items.iter().any(|open| open.entry == item.entry))
}
