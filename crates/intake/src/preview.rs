//! What each row of a table is, told without reading it: for a person who checks how columns were understood.

use crate::classify::{self, RowClass};
use crate::date::{DateCell, DateReader};
use crate::mapping::Mapping;
use crate::row::{Cells, Plan};
use crate::titles::Titles;
use crate::{Diagnostic, DiagnosticKind, Field};
use ledger::AccountClass;
use sheet::{Row, Table};
use std::collections::BTreeSet;
use values::Gather;

/// What a row is, as a person would name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Above the headings.
    Title,
    /// The row of the headings, or the same again on another page, or a note.
    Heading,
    /// Names the customer of the rows below.
    Group,
    /// A total or a sub-total.
    Total,
    /// Something that moves a customer's balance.
    Item,
    /// The same, set aside, or a line of somebody else's account.
    SetAside,
    /// Nothing but spaces.
    Blank,
}

/// Which rows of a table were set aside.
struct Aside {
    rows: BTreeSet<u32>,
    /// The field of accounts, where rows of accounts that are no customers' were listed by their first ones only.
    accounts: Option<Field>,
}

impl Aside {
    fn of(set_aside: &[&Diagnostic], mapping: &Mapping) -> Aside {
        let grouped = |kind: &DiagnosticKind| matches!(kind, DiagnosticKind::OtherAccounts { .. });
        let field = if mapping.binds(Field::Account) { Field::Account } else { Field::CustomerId };
        Aside {
            rows: set_aside.iter().filter_map(|diagnostic| diagnostic.at).map(|at| at.row).gather(),
            accounts: set_aside.iter().any(|diagnostic| grouped(&diagnostic.kind)).then_some(field),
        }
    }

    fn holds(&self, row: u32, cells: &Cells<'_>) -> bool {
        let account = self.accounts.and_then(|field| cells.text(field));
        self.rows.contains(&row) || account.is_some_and(|account| AccountClass::of_account(account).is_none())
    }
}

/// What each row of a table is, in its order, corrections included. `head` holds the rows down to the headings,
/// `set_aside` what was set aside of the table.
pub fn row_kinds(head: &Table, table: &Table, mapping: &Mapping, set_aside: &[&Diagnostic]) -> Vec<(u32, RowKind)> {
    let plan = Plan::new(mapping, table.column_count());
    let titles = Titles::read(head, mapping.header_row());
    let aside = Aside::of(set_aside, mapping);
    let mut folded = String::new();
    let mut kind = |row: &Row<'_>| {
        let cells = plan.lay_out(row);
        match kind(row, &cells, mapping, &titles, &mut folded) {
            RowKind::Item if aside.holds(row.number(), &cells) => RowKind::SetAside,
            kind if aside.rows.contains(&row.number()) && kind != RowKind::Blank => RowKind::SetAside,
            kind => kind,
        }
    };
    table
        .rows()
        .map(|row| {
            let corrected = mapping.corrections().corrected(&row);
            let kind = match corrected.as_ref().and_then(|table| table.row(row.number())) {
                Some(corrected) => kind(&corrected),
                None => kind(&row),
            };
            (row.number(), kind)
        })
        .collect()
}

fn kind(row: &Row<'_>, cells: &Cells<'_>, mapping: &Mapping, titles: &Titles, folded: &mut String) -> RowKind {
    if cells.filled == 0 {
        return RowKind::Blank;
    }
    match row.number().cmp(&mapping.header_row()) {
        std::cmp::Ordering::Less => return RowKind::Title,
        std::cmp::Ordering::Equal => return RowKind::Heading,
        std::cmp::Ordering::Greater => {}
    }
    let days = [Field::InvoiceDay, Field::PostingDay, Field::DueDay];
    let dated = days
        .into_iter()
        .filter_map(|field| cells.get(field))
        .any(|cell| matches!(DateReader::plain(mapping.date_order()).read(&cell), DateCell::Day(_)));
    match classify::classify(cells, dated, mapping, titles, folded) {
        RowClass::Blank => RowKind::Blank,
        RowClass::Heading => RowKind::Heading,
        RowClass::Group => RowKind::Group,
        RowClass::Total(_) => RowKind::Total,
        RowClass::Item => RowKind::Item,
    }
}
