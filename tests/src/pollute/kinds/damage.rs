//! Damage: something is truly lost or wrong, so the row must be set aside or announced, never read as if it were sound.

use crate::pollute::Case;
use crate::pollute::grid::{Cell, LineKind, Role};

fn middle(case: &Case) -> usize {
    case.grid.lines.iter().position(|line| line.item() == Some(case.truth.len() / 2)).unwrap()
}

/// Both rows are in the file, and both count until a person says otherwise; that they are twins must be said.
pub(super) fn duplicate_row(case: &mut Case) -> bool {
    let position = middle(case);
    let mut twin = case.grid.lines[position].clone();
    let item = case.truth[twin.item().unwrap()].clone();
    if item.residual == 0 {
        return false;
    }
    case.truth.push(item);
    twin.kind = LineKind::Item(case.truth.len() - 1);
    case.grid.lines.insert(position + 1, twin);
    true
}

/// A delimiter inside a name that nobody enclosed.
pub(super) fn slipped_row(case: &mut Case) -> bool {
    let (position, column) = (middle(case), case.grid.column(Role::Name).unwrap());
    let cells = &mut case.grid.lines[position].cells;
    cells.insert(column + 1, Cell::Text("et Fils".to_owned()));
    true
}

pub(super) fn missing_customer(case: &mut Case) -> bool {
    let position = middle(case);
    for role in [Role::Customer, Role::Name] {
        let column = case.grid.column(role).unwrap();
        case.grid.lines[position].cells[column] = Cell::Empty;
    }
    true
}

fn spoil_amount(case: &mut Case, spoilt: Cell) -> bool {
    let position = middle(case);
    let mut spoiled = false;
    for cell in &mut case.grid.lines[position].cells {
        if matches!(cell, Cell::Money(_)) {
            *cell = spoilt.clone();
            spoiled = true;
        }
    }
    spoiled
}

pub(super) fn missing_amount(case: &mut Case) -> bool {
    spoil_amount(case, Cell::Empty)
}

pub(super) fn error_cell(case: &mut Case) -> bool {
    case.style.workbook();
    spoil_amount(case, Cell::Error("#REF!"))
}

pub(super) fn formula(case: &mut Case) -> bool {
    case.style.workbook();
    spoil_amount(case, Cell::Formula("SUM(A1:A2)"))
}

/// The file ends in the middle of its last row, before the amounts.
pub(super) fn cut(case: &mut Case) -> bool {
    case.style.final_newline = false;
    let column = case.grid.column(Role::Due).unwrap();
    case.grid.lines.last_mut().unwrap().cells.truncate(column);
    true
}

/// A workbook took the codes for numbers: some rows still have their zeros.
pub(super) fn lost_zeros(case: &mut Case) -> bool {
    let column = case.grid.column(Role::Customer).unwrap();
    let truth = &mut case.truth;
    for item in truth.iter_mut() {
        item.customer = item.customer.replace('C', "0");
    }
    for (line, number) in case.grid.items().zip(0_usize..) {
        let code = &truth[line.item().unwrap()].customer;
        let seen = if number.is_multiple_of(3) { code.trim_start_matches('0') } else { code };
        line.cells[column] = Cell::Text(seen.to_owned());
    }
    true
}

pub(super) fn invisible(case: &mut Case) -> bool {
    let column = case.grid.column(Role::Name).unwrap();
    for (line, number) in case.grid.items().zip(0_usize..) {
        if number.is_multiple_of(4)
            && let Cell::Text(name) = &mut line.cells[column]
        {
            name.insert(name.find(' ').unwrap_or(0), '\u{200B}');
        }
    }
    true
}
