//! The lines of the aged balance as the user sorts and searches them. Figures are the engine's; only the total of
//! the lines shown is added up here.

use crate::logic::part::Part;
use crate::logic::search::{folded, found};
use protocol::AgedRow;
use std::cmp::Ordering;
use values::{Amount, Arrange};

/// What the lines are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// Customer name.
    Name,
    /// Balance.
    Balance,
    /// One part of the balance.
    Part(Part),
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Rising,
    /// Largest first.
    Falling,
}

/// The order of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub key: SortKey,
    /// Which way.
    pub direction: Direction,
}

impl Default for Order {
    fn default() -> Order {
        Order { key: SortKey::Balance, direction: Direction::Falling }
    }
}

impl Order {
    /// The order after a click on a heading: the other way round, or that column, largest amounts first.
    pub fn clicked(self, key: SortKey) -> Order {
        let direction = match (self.key == key, self.direction, key) {
            (true, Direction::Rising, _) => Direction::Falling,
            (true, Direction::Falling, _) => Direction::Rising,
            (false, _, SortKey::Name) => Direction::Rising,
            (false, _, SortKey::Balance | SortKey::Part(_)) => Direction::Falling,
        };
        Order { key, direction }
    }

    /// The value of `aria-sort` on a heading.
    pub fn aria(self, key: SortKey) -> &'static str {
        match (self.key == key, self.direction) {
            (false, _) => "none",
            (true, Direction::Rising) => "ascending",
            (true, Direction::Falling) => "descending",
        }
    }
}

/// Positions of the lines that answer the search, in order; ties by name, then identifier.
pub fn arranged(rows: &[AgedRow], needle: &str, order: Order) -> Vec<usize> {
    let mut kept: Vec<(usize, &AgedRow, String)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| found(needle, &[&row.name, &row.customer]))
        .map(|(index, row)| (index, row, folded(&row.name)))
        .collect();
    kept.arrange_by(|(_, a, a_name), (_, b, b_name)| {
        let by_key = match order.key {
            SortKey::Name => a_name.cmp(b_name),
            SortKey::Balance => a.balance.cmp(&b.balance),
            SortKey::Part(part) => part.of(a).cmp(&part.of(b)),
        };
        let by_key = match order.direction {
            Direction::Rising => by_key,
            Direction::Falling => by_key.reverse(),
        };
        by_key.then_with(|| a_name.cmp(b_name)).then_with(|| a.customer.cmp(&b.customer))
    });
    kept.into_iter().map(|(index, _, _)| index).collect()
}

/// The total of some lines.
pub fn total<'a>(rows: impl Iterator<Item = &'a AgedRow>, buckets: usize) -> AgedRow {
    let mut total = AgedRow {
        customer: String::new(),
        name: String::new(),
        not_due: Amount::ZERO,
        to_come: vec![Amount::ZERO; buckets],
        buckets: vec![Amount::ZERO; buckets],
        no_due_date: Amount::ZERO,
        unallocated: Amount::ZERO,
        balance: Amount::ZERO,
        overdue: Amount::ZERO,
        items: 0,
        oldest_days_late: None,
    };
    for row in rows {
        total.not_due += row.not_due;
        total.no_due_date += row.no_due_date;
        total.unallocated += row.unallocated;
        total.balance += row.balance;
        total.overdue += row.overdue;
        total.items = total.items.saturating_add(row.items);
        total.oldest_days_late = match (total.oldest_days_late.cmp(&row.oldest_days_late), row.oldest_days_late) {
            (Ordering::Less, oldest) => oldest,
            (Ordering::Equal | Ordering::Greater, _) => total.oldest_days_late,
        };
        for (sums, columns) in [(&mut total.to_come, &row.to_come), (&mut total.buckets, &row.buckets)] {
            sums.iter_mut().zip(columns).for_each(|(sum, column)| *sum += *column);
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(customer: &str, name: &str, buckets: [i64; 2], unallocated: i64) -> AgedRow {
        let amount = Amount::from_minor;
        AgedRow {
            customer: customer.into(),
            name: name.into(),
            not_due: Amount::ZERO,
            to_come: vec![Amount::ZERO; 2],
            buckets: buckets.map(amount).to_vec(),
            no_due_date: Amount::ZERO,
            unallocated: amount(unallocated),
            balance: amount(buckets.iter().sum::<i64>() + unallocated),
            overdue: amount(buckets.iter().sum()),
            items: 1,
            oldest_days_late: Some(12),
        }
    }

    fn rows() -> Vec<AgedRow> {
        vec![row("C1", "Zoé", [100, 0], 0), row("C2", "Éden", [0, 700], -50), row("C3", "abel", [300, 0], 0)]
    }

    #[test]
    fn lines_sort_by_the_clicked_heading() {
        let rows = rows();
        let order = Order::default();
        assert_eq!(arranged(&rows, "", order), [1, 2, 0]);
        let by_name = order.clicked(SortKey::Name);
        assert_eq!(arranged(&rows, "", by_name), [2, 1, 0]);
        assert_eq!(arranged(&rows, "", by_name.clicked(SortKey::Name)), [0, 1, 2]);
        assert_eq!(arranged(&rows, "", order.clicked(SortKey::Part(Part::Bucket(0)))), [2, 0, 1]);
        assert_eq!(by_name.aria(SortKey::Name), "ascending");
        assert_eq!(by_name.aria(SortKey::Balance), "none");
    }

    #[test]
    fn lines_shown_are_searched_by_name_and_identifier_and_add_up() {
        let rows = rows();
        assert_eq!(arranged(&rows, "eden", Order::default()), [1]);
        assert_eq!(arranged(&rows, "c3", Order::default()), [2]);
        let shown = total(rows.iter(), 2);
        assert_eq!(shown.balance, Amount::from_minor(1_050));
        assert_eq!(shown.buckets, [Amount::from_minor(400), Amount::from_minor(700)]);
        assert_eq!(shown.items, 3);
        assert_eq!(shown.oldest_days_late, Some(12));
    }
}
