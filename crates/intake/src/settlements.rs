//! What settled the document of a row, part by part: each payment on the day that stands beside it, or without a day
//! where the file tells none.

use crate::Field;
use crate::column_profiles::Profiles;
use crate::date::{DateCell, DateReader};
use crate::entries::along;
use crate::mapping::{Layout, Mapping};
use crate::money::Figures;
use crate::parse::{Reading, refuse_date};
use crate::row::{Cells, Refusal};
use values::{Amount, Day};

/// The columns that tell the days of payments.
#[derive(Default)]
pub(crate) struct PaymentDays {
    /// Each column of days, and how it is read.
    days: Vec<(u16, DateReader)>,
    /// Columns of payments, each with that of its days.
    pairs: Vec<(u16, u16)>,
}

/// The days of payments of one row, by column.
type Days = Vec<(u16, Day)>;

impl PaymentDays {
    pub(crate) fn new(mapping: &Mapping, profiles: &Profiles) -> PaymentDays {
        let days: Vec<u16> = mapping.columns_of(Field::PaymentDay).collect();
        let paid: Vec<u16> = mapping.columns_of(Field::Paid).collect();
        let read = days.iter().map(|column| (*column, profiles.date_reader_of(*column, mapping)));
        PaymentDays { days: read.collect(), pairs: paired(&paid, &days) }
    }
}

/// Each column of payments with that of its days: one for all of them, else as many as payments in the same order, else
/// the one beside it, on the same side for all.
fn paired(paid: &[u16], days: &[u16]) -> Vec<(u16, u16)> {
    if days.len() == paid.len() {
        return paid.iter().copied().zip(days.iter().copied()).collect();
    }
    if let [day] = days {
        return paid.iter().map(|paid| (*paid, *day)).collect();
    }
    let beside = |side: fn(u16) -> Option<u16>| -> Vec<(u16, u16)> {
        let of = |paid: &u16| side(*paid).filter(|day| days.contains(day)).map(|day| (*paid, day));
        paid.iter().filter_map(of).collect()
    };
    let (right, left) = (beside(|paid| paid.checked_add(1)), beside(|paid| paid.checked_sub(1)));
    if left.len() > right.len() { left } else { right }
}

impl Reading<'_> {
    /// The days on which the document of a row was paid. An unreadable one sets the row aside where nothing else says what
    /// was paid: the invoice would look open.
    pub(crate) fn payment_days(&self, cells: &Cells<'_>, figures: Figures) -> Result<Days, Refusal> {
        let told = [figures.residual, figures.paid, figures.credited].iter().any(Option::is_some);
        let mut days = Days::new();
        for (column, reader) in &self.payment_days.days {
            let Some(cell) = cells.in_column(*column) else { continue };
            match reader.read(&cell) {
                DateCell::Day(day) => days.push((*column, day)),
                wrong @ (DateCell::Impossible | DateCell::Unreadable)
                    if !told && self.mapping.layout() == Layout::InvoiceHistory =>
                {
                    return Err(refuse_date(cells, Field::PaymentDay, wrong));
                }
                DateCell::Impossible | DateCell::Unreadable | DateCell::NoDate => {}
            }
        }
        Ok(days)
    }

    /// What settled a document, with the days: payment by payment where they and the credit are what is no longer open,
    /// else all of it on the last of the days. Below zero for an invoice.
    pub(crate) fn settlements(
        &self,
        figures: Figures,
        (amount, open): (Amount, Amount),
        days: &Days,
    ) -> Vec<(Amount, Option<Day>)> {
        let settled = open - amount;
        let day_of = |paid: u16| {
            let (_, column) = self.payment_days.pairs.iter().find(|(of, _)| *of == paid)?;
            days.iter().find(|(day, _)| day == column).map(|(_, day)| *day)
        };
        let instalments = self.money.instalments.iter().filter(|(_, part)| !part.is_zero());
        let mut parts: Vec<(Amount, Option<Day>)> =
            instalments.map(|(column, part)| (-along(*part, amount), day_of(*column))).collect();
        let several = parts.len() > 1;
        parts.extend(figures.credited.filter(|part| !part.is_zero()).map(|part| (-along(part, amount), None)));
        let sum: Amount = parts.iter().map(|(part, _)| *part).sum();
        if several && sum == settled {
            return parts;
        }
        vec![(settled, days.iter().map(|(_, day)| *day).max())]
    }
}

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn each_payment_finds_its_day() {
        assert_eq!(paired(&[5, 7], &[6, 8]), [(5, 6), (7, 8)]);
        assert_eq!(paired(&[5, 6], &[7, 8]), [(5, 7), (6, 8)]);
        assert_eq!(paired(&[6, 8], &[5, 7]), [(6, 5), (8, 7)]);
        assert_eq!(paired(&[5, 6, 7], &[8]), [(5, 8), (6, 8), (7, 8)]);
        assert_eq!(paired(&[5, 6], &[4]), [(5, 4), (6, 4)]);
        assert_eq!(paired(&[4, 5, 7], &[6, 8]), [(5, 6), (7, 8)]);
        assert_eq!(paired(&[5, 7, 8], &[4, 6]), [(5, 4), (7, 6)]);
        assert_eq!(paired(&[5], &[]), []);
    }
}
