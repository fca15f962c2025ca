//! Invoice days beside due days: which reading of the dates keeps them in sequence. The order of rows plays no part.

use crate::date::{Packed, Shape, packed, swap};
use crate::date_profile::ORDERS;
use crate::day_memo::Known;
use crate::mapping::DateOrder;
use values::Day;

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
    pub(crate) fn see(&mut self, invoice: Shape, due: Shape) {
        if !is_day(invoice) || !is_day(due) {
            return;
        }
        self.rows += 1;
        let texts = matches!((invoice, due), (Shape::Parts(_), Shape::Parts(_)));
        self.texts += u32::from(texts);
        let fixed = !matches!(invoice, Shape::True(_)) && !matches!(due, Shape::True(_));
        for ((order, in_sequence), before) in ORDERS.iter().zip(&mut self.in_sequence).zip(&mut self.before) {
            let [plain, others @ ..] = before;
            let outcome = comes_before(invoice, due, *order, (false, false));
            *in_sequence += u32::from(texts && outcome == Some(false));
            *plain += u32::from(outcome == Some(true));
            for (count, swapped) in others.iter_mut().zip([(true, false), (false, true), (true, true)]) {
                let outcome = if fixed { outcome } else { comes_before(invoice, due, *order, swapped) };
                *count += u32::from(outcome == Some(true));
            }
        }
    }

    /// The same of days looked up before.
    pub(crate) fn see_known(&mut self, issued: &Known, due: &Known) {
        let plain = |known: &Known| matches!(known.shape, Shape::Parts(_) | Shape::Bare(_) | Shape::Certain(_));
        if !plain(issued) || !plain(due) {
            return self.see(issued.shape, due.shape);
        }
        self.rows += 1;
        let texts = matches!((issued.shape, due.shape), (Shape::Parts(_), Shape::Parts(_)));
        self.texts += u32::from(texts);
        let days = issued.days.into_iter().zip(due.days);
        for ((days, in_sequence), before) in days.zip(&mut self.in_sequence).zip(&mut self.before) {
            let (Some(issued), Some(due)) = days else { continue };
            *in_sequence += u32::from(texts && due >= issued);
            before.iter_mut().for_each(|count| *count += u32::from(due < issued));
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

fn is_day(shape: Shape) -> bool {
    match shape {
        Shape::True(_) | Shape::Bare(_) | Shape::Serial(_) | Shape::Certain(_) | Shape::Parts(_) => true,
        Shape::NoDate | Shape::Impossible | Shape::Other => false,
    }
}

fn comes_before(invoice: Shape, due: Shape, order: DateOrder, swapped: (bool, bool)) -> Option<bool> {
    Some(day(due, order, swapped.1)? < day(invoice, order, swapped.0)?)
}

fn day(shape: Shape, order: DateOrder, swapped: bool) -> Option<Packed> {
    let true_day = |day: Day| if swapped { swap(day).unwrap_or(day) } else { day };
    match shape {
        Shape::True(day) => Some(packed(true_day(day))),
        Shape::Bare(day) | Shape::Serial(day) | Shape::Certain(day) => Some(packed(day)),
        Shape::Parts(parts) => parts.packed(order),
        Shape::NoDate | Shape::Impossible | Shape::Other => None,
    }
}
