//! Dates as people and programs write them, and what workbooks do to them.

use crate::pollute::Case;
use crate::pollute::grid::{Cell, Role};
use crate::pollute::write::{DayStyle, SheetDays, date};
use values::Day;

fn style(case: &mut Case, style: DayStyle) -> bool {
    case.style.day = style;
    true
}

pub(super) fn short_year(case: &mut Case) -> bool {
    style(case, DayStyle::Dmy('/', 2))
}

pub(super) fn points(case: &mut Case) -> bool {
    style(case, DayStyle::Dmy('.', 4))
}

pub(super) fn iso(case: &mut Case) -> bool {
    style(case, DayStyle::Iso)
}

pub(super) fn compact(case: &mut Case) -> bool {
    style(case, DayStyle::Compact)
}

pub(super) fn compact_day_first(case: &mut Case) -> bool {
    style(case, DayStyle::CompactDmy)
}

pub(super) fn french_short(case: &mut Case) -> bool {
    style(case, DayStyle::FrenchShort)
}

pub(super) fn french_long(case: &mut Case) -> bool {
    style(case, DayStyle::FrenchLong)
}

pub(super) fn english_short(case: &mut Case) -> bool {
    style(case, DayStyle::EnglishShort)
}

pub(super) fn with_time(case: &mut Case) -> bool {
    style(case, DayStyle::WithTime)
}

pub(super) fn month_first(case: &mut Case) -> bool {
    style(case, DayStyle::Mdy)
}

/// No date of the file tells whether the day or the month comes first.
pub(super) fn ambiguous(case: &mut Case) -> bool {
    let low = |day: Day| Day::new(day.year(), day.month(), (day.day_of_month() - 1) % 12 + 1).unwrap();
    for item in &mut case.truth {
        item.day = low(item.day);
        item.due = item.due.map(low);
    }
    for line in case.grid.items() {
        for cell in &mut line.cells {
            if let Cell::Day(day) = cell {
                *day = low(*day);
            }
        }
    }
    style(case, DayStyle::Mdy)
}

pub(super) fn text_in_workbook(case: &mut Case) -> bool {
    case.style.workbook().days = SheetDays::Text;
    true
}

pub(super) fn serials(case: &mut Case) -> bool {
    case.style.workbook().days = SheetDays::Serial;
    true
}

pub(super) fn year_1904(case: &mut Case) -> bool {
    case.style.workbook().year_1904 = true;
    true
}

pub(super) fn half_swapped(case: &mut Case) -> bool {
    case.style.day = DayStyle::Dmy('/', 4);
    case.style.workbook().days = SheetDays::HalfSwapped;
    true
}

pub(super) fn impossible(case: &mut Case) -> bool {
    let text = date(Day::new(2026, 2, 28).unwrap(), case.style.day).replace("28", "31");
    let (column, number) = (case.grid.column(Role::Day).unwrap(), case.truth.len() / 2);
    let line = case.grid.items().nth(number).unwrap();
    line.cells[column] = Cell::Text(text);
    true
}

/// Every third due date, as the file writes "none".
fn no_due(case: &mut Case, cell: Cell) -> bool {
    let column = case.grid.column(Role::Due).unwrap();
    let truth = &mut case.truth;
    for line in case.grid.items() {
        let item = &mut truth[line.item().unwrap()];
        if item.document.ends_with(['3', '6', '9']) && item.due.is_some() {
            item.due = None;
            line.cells[column] = cell.clone();
        }
    }
    true
}

pub(super) fn missing_due(case: &mut Case) -> bool {
    no_due(case, Cell::Empty)
}

pub(super) fn sentinel_due(case: &mut Case) -> bool {
    let text = date(Day::new(2099, 12, 31).unwrap(), case.style.day).replace("2099", "9999");
    no_due(case, Cell::Text(text))
}

pub(super) fn zero_due(case: &mut Case) -> bool {
    no_due(case, Cell::Text("00/00/0000".to_owned()))
}

/// One invoice date typed month first among dates that begin with the day.
pub(super) fn other_order(case: &mut Case) -> bool {
    let column = case.grid.column(Role::Day).unwrap();
    for line in case.grid.items() {
        if let Cell::Day(day) = line.cells[column]
            && day.day_of_month() > 12
        {
            line.cells[column] = Cell::Text(date(day, DayStyle::Mdy));
            return true;
        }
    }
    false
}

/// A year mistyped: no receivable falls due in the year 226, nor in 2062.
fn year_typo(case: &mut Case, role: Role, year: &str) -> bool {
    let (column, number) = (case.grid.column(role).unwrap(), case.truth.len() / 2);
    let style = case.style.day;
    let truth = case.truth.clone();
    for line in case.grid.items().skip(number) {
        let open = truth[line.item().unwrap()].residual != 0;
        if let (true, Cell::Day(day)) = (open, &line.cells[column]) {
            line.cells[column] = Cell::Text(date(*day, style).replace(&day.year().to_string(), year));
            return true;
        }
    }
    false
}

pub(super) fn lost_digit(case: &mut Case) -> bool {
    year_typo(case, Role::Due, "0226")
}

pub(super) fn swapped_digits(case: &mut Case) -> bool {
    year_typo(case, Role::Due, "2062")
}

/// The due dates written otherwise than the invoice dates.
pub(super) fn two_styles(case: &mut Case) -> bool {
    let column = case.grid.column(Role::Due).unwrap();
    for line in case.grid.items() {
        if let Cell::Day(day) = line.cells[column] {
            line.cells[column] = Cell::Text(date(day, DayStyle::Iso));
        }
    }
    true
}

/// The due dates month first beside invoice dates that begin with the day.
pub(super) fn two_orders(case: &mut Case) -> bool {
    let column = case.grid.column(Role::Due).unwrap();
    for line in case.grid.items() {
        if let Cell::Day(day) = line.cells[column] {
            line.cells[column] = Cell::Text(date(day, DayStyle::Mdy));
        }
    }
    case.style.day = DayStyle::Dmy('/', 4);
    true
}
