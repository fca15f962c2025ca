//! Invoice days beside due days: which reading of the dates keeps them in sequence. The order of rows plays no part.

use crate::date::Shape;
use crate::date_profile::ORDERS;
use crate::day_memo::Known;
use crate::mapping::DateOrder;

/// Pairs of days of one row each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PairProfile {
    /// Rows where both days are texts whose order the column must tell.
    texts: u32,
    /// Of these, by order: rows whose due day follows the invoice day.
    in_sequence: [u32; 3],
    /// Rows with both days.
    pub(crate) rows: u32,
    /// By order, then with the true dates as they are, of the first column swapped, of the second, of both: rows whose
    /// due day comes first.
    before: [[u32; 4]; 3],
}

impl PairProfile {
    /// Looks at the invoice day and the due day of a row.
    pub(crate) fn see(&mut self, issued: &Known, due: &Known) {
        if !issued.is_day() || !due.is_day() {
            return;
        }
        self.rows += 1;
        let texts = matches!((issued.shape, due.shape), (Shape::Parts(_), Shape::Parts(_)));
        self.texts += u32::from(texts);
        let days = issued.days.into_iter().zip(due.days);
        for ((days, in_sequence), before) in days.zip(&mut self.in_sequence).zip(&mut self.before) {
            let (Some(first), Some(last)) = days else { continue };
            *in_sequence += u32::from(texts && last >= first);
            let (other_first, other_last) = (issued.swapped.unwrap_or(first), due.swapped.unwrap_or(last));
            let swaps = [(first, last), (other_first, last), (first, other_last), (other_first, other_last)];
            for (count, (first, last)) in before.iter_mut().zip(swaps) {
                *count += u32::from(last < first);
            }
        }
    }

    /// Rows due before they were invoiced, under an order and with these columns' true dates swapped back.
    pub(crate) fn due_before(&self, order: DateOrder, invoice_swapped: bool, due_swapped: bool) -> u32 {
        let reading = ORDERS.iter().position(|known| *known == order).unwrap_or_default();
        let swapped = usize::from(invoice_swapped) + 2 * usize::from(due_swapped);
        self.before.get(reading).and_then(|counts| counts.get(swapped)).copied().unwrap_or_default()
    }

    /// The order that keeps nearly every due day on or after its invoice day, if only one does, and by how many rows.
    pub(crate) fn order(&self) -> Option<(DateOrder, u32)> {
        let [day_first, month_first, _] = self.in_sequence;
        let nearly_all = |count: u32| self.texts >= 5 && count * 100 >= self.texts * 95;
        let far_from_it = |count: u32| count * 100 <= self.texts * 80;
        match () {
            () if nearly_all(day_first) && far_from_it(month_first) => Some((DateOrder::Dmy, self.texts)),
            () if nearly_all(month_first) && far_from_it(day_first) => Some((DateOrder::Mdy, self.texts)),
            () => None,
        }
    }
}
