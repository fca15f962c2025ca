//! A part of a customer's balance: one column of the aged balance, as an address names it, and the items in it.

use crate::logic::limits;
use protocol::{AgedRow, Basis, OpenItem};
use values::{Amount, Day};

/// One column of the aged balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Not due yet.
    NotDue,
    /// Of what is not due, the days still to run of this rank, from 0.
    ToCome(usize),
    /// The bucket of this rank, from 0.
    Bucket(usize),
    /// Without a due date.
    NoDueDate,
    /// Credits not applied.
    Unallocated,
}

impl Part {
    /// The columns of a balance with these limits, in order. By invoice date nothing is “not due”.
    pub fn all(basis: Basis, limits: &[u32]) -> Vec<Part> {
        let mut parts = match basis {
            Basis::DueDate => vec![Part::NotDue],
            Basis::InvoiceDate => Vec::new(),
        };
        parts.extend((0..=limits.len()).map(Part::Bucket));
        parts.extend([Part::NoDueDate, Part::Unallocated]);
        parts
    }

    /// The columns of days still to run, beside that of what is not due.
    pub fn ahead(limits: &[u32]) -> impl Iterator<Item = Part> {
        (0..=limits.len()).map(Part::ToCome)
    }

    /// The word of the address.
    pub fn code(self) -> String {
        match self {
            Part::NotDue | Part::ToCome(_) => "not-due".to_owned(),
            Part::Bucket(rank) => rank.to_string(),
            Part::NoDueDate => "no-due-date".to_owned(),
            Part::Unallocated => "unallocated".to_owned(),
        }
    }

    /// The part an address names.
    pub fn from_code(code: &str) -> Option<Part> {
        match code {
            "not-due" => Some(Part::NotDue),
            "no-due-date" => Some(Part::NoDueDate),
            "unallocated" => Some(Part::Unallocated),
            rank => rank.parse().ok().filter(|&rank| rank <= limits::MAX_COUNT).map(Part::Bucket),
        }
    }

    /// The figure of this part on a line of the balance.
    pub fn of(self, row: &AgedRow) -> Amount {
        match self {
            Part::NotDue => row.not_due,
            Part::ToCome(rank) => row.to_come.get(rank).copied().unwrap_or_default(),
            Part::Bucket(rank) => row.buckets.get(rank).copied().unwrap_or_default(),
            Part::NoDueDate => row.no_due_date,
            Part::Unallocated => row.unallocated,
        }
    }

    /// The part an item stands in: the rule of the balance with credits apart, used to filter only.
    pub fn of_item(item: &OpenItem, as_of: Day, basis: Basis, limits: &[u32]) -> Part {
        if item.residual.is_credit() {
            return Part::Unallocated;
        }
        let age = match (basis, item.due_day) {
            (Basis::DueDate, None) => return Part::NoDueDate,
            (Basis::DueDate, Some(due_day)) => (as_of - due_day).0,
            (Basis::InvoiceDate, _) => (as_of - item.invoice_day).0,
        };
        if basis == Basis::DueDate && age <= 0 {
            return Part::NotDue;
        }
        let age = u32::try_from(age).unwrap_or(0);
        Part::Bucket(limits.iter().position(|&limit| age <= limit).unwrap_or(limits.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(residual: i64, due_day: Option<&str>) -> OpenItem {
        OpenItem {
            customer: "C1".into(),
            name: "Un".into(),
            document: "F1".into(),
            kind: "invoice".into(),
            account_class: "receivable".into(),
            invoice_day: "2026-01-01".parse().unwrap(),
            due_day: due_day.map(|day| day.parse().unwrap()),
            due_day_source: "stated".into(),
            amount: Amount::from_minor(residual),
            residual: Amount::from_minor(residual),
            currency: values::Currency::EUR,
            days_late: 0,
            status: Vec::new(),
            source: protocol::Place { file: "a.csv".into(), sheet: None, row: 2, column: None, header: None },
            twin: None,
        }
    }

    #[test]
    fn items_fall_in_one_part() {
        let as_of = "2026-03-31".parse().unwrap();
        let part = |residual, due| Part::of_item(&item(residual, due), as_of, Basis::DueDate, &[30, 60, 90]);
        assert_eq!(part(100, Some("2026-03-31")), Part::NotDue);
        assert_eq!(part(100, Some("2026-03-30")), Part::Bucket(0));
        assert_eq!(part(100, Some("2026-03-01")), Part::Bucket(0));
        assert_eq!(part(100, Some("2026-02-28")), Part::Bucket(1));
        assert_eq!(part(100, Some("2025-01-01")), Part::Bucket(3));
        assert_eq!(part(100, None), Part::NoDueDate);
        assert_eq!(part(-100, Some("2025-01-01")), Part::Unallocated);
    }

    #[test]
    fn codes_come_back() {
        for part in Part::all(Basis::DueDate, &[30, 60, 90]) {
            assert_eq!(Part::from_code(&part.code()), Some(part));
        }
        assert_eq!(Part::from_code("9"), None);
        assert_eq!(Part::from_code("DURAND"), None);
    }
}
