//! The controls a report rests on, each with its two sides: what was found, what it must equal. They are computed here
//! again from the rows that are shown, so that a file that left some out would say so.

use crate::Report;
use crate::table::{Cell, Column, Table, Tint};
use protocol::{AgedCurrency, ControlTotal, ImportedFile};
use text::Language;
use values::{Amount, Currency};

/// A control.
pub(crate) struct Control {
    name: String,
    sides: Sides,
}

enum Sides {
    Money { found: Amount, expected: Amount, currency: Currency },
    Count { found: i64, expected: i64 },
}

impl Control {
    fn money(name: String, found: Amount, expected: Amount, currency: Currency) -> Control {
        Control { name, sides: Sides::Money { found, expected, currency } }
    }

    /// Whether both sides are the same.
    pub(crate) fn holds(&self) -> bool {
        match self.sides {
            Sides::Money { found, expected, .. } => found == expected,
            Sides::Count { found, expected } => found == expected,
        }
    }
}

/// Every control of a report.
pub(crate) fn of(report: &Report<'_>) -> Vec<Control> {
    let language = report.language;
    let rows = &report.import.rows;
    let parts = [rows.imported, rows.set_aside, rows.blank, rows.headings, rows.totals];
    let mut controls = vec![
        Control {
            name: language.report_control_rows().to_owned(),
            sides: Sides::Count { found: parts.into_iter().map(i64::from).sum(), expected: i64::from(rows.read) },
        },
        Control {
            name: language.report_control_questions().to_owned(),
            sides: Sides::Count {
                found: i64::try_from(report.import.questions.len()).unwrap_or(i64::MAX),
                expected: 0,
            },
        },
    ];
    controls.extend(report.aged.currencies.iter().flat_map(|one| balance(report, one)));
    controls.extend(report.import.stated_totals().filter_map(|(file, total)| stated(language, file, total)));
    controls.extend(report.import.control_totals.iter().filter_map(|total| books(language, total)));
    controls
}

/// Those of one aged balance. What settlements left over within the tolerance chosen stands in no row.
fn balance(report: &Report<'_>, one: &AgedCurrency) -> [Control; 3] {
    let (language, currency, total) = (report.language, one.currency, one.total.balance);
    let customers = one.customers.iter().map(|row| row.balance).sum();
    let items = report.items.iter().filter(|item| item.currency == currency).map(|item| item.residual).sum();
    let entries = one.control.ledger_balance - one.control.tolerated;
    [
        Control::money(language.report_control_foots(currency), total, entries, currency),
        Control::money(language.report_control_lines(currency), customers, total, currency),
        Control::money(language.report_control_items(currency), items, total, currency),
    ]
}

/// What was imported against what files state: all of them together, or one of them.
fn stated(language: Language, file: Option<&ImportedFile>, total: &ControlTotal) -> Option<Control> {
    let name = match file {
        None => language.report_control_stated(total.currency),
        Some(file) => language.report_control_stated_by(&file.name, file.mapping.sheet.as_deref(), total.currency),
    };
    Some(Control::money(name, total.computed, total.stated?, total.currency))
}

/// What was imported against the balance of the books that a person typed.
fn books(language: Language, total: &ControlTotal) -> Option<Control> {
    let name = language.report_control_books(total.currency);
    Some(Control::money(name, total.computed, total.ledger?, total.currency))
}

/// How many hold, in words.
pub(crate) fn passed(language: Language, controls: &[Control]) -> String {
    language.report_controls_passed(controls.iter().filter(|control| control.holds()).count(), controls.len())
}

/// The controls as a table.
pub(crate) fn table(language: Language, controls: &[Control]) -> Table<'_> {
    Table {
        columns: vec![
            Column::plain(language.report_control_name()),
            Column::plain(language.report_control_left()),
            Column::plain(language.report_control_right()),
            Column::plain(language.report_control_difference()).tinted(Tint::Difference),
            Column::plain(language.report_control_result()),
        ],
        currency: None,
        length: controls.len(),
        rows: Box::new(controls.iter().map(move |control| cells(language, control))),
    }
}

fn cells(language: Language, control: &Control) -> Vec<Cell<'_>> {
    let [found, expected, difference] = match control.sides {
        Sides::Money { found, expected, currency } => {
            [found, expected, found - expected].map(|amount| Cell::Amount(amount, currency))
        }
        Sides::Count { found, expected } => [found, expected, found - expected].map(Cell::Count),
    };
    let result = if control.holds() { language.report_control_holds() } else { language.report_control_fails() };
    vec![Cell::text(&*control.name), found, expected, difference, Cell::text(result)]
}
