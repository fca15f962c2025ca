//! Lists a program printed in frames of dashes, as SAP's: the customer stands in a line of its own above each frame.

use crate::words::fold;
use sheet::Table;

/// Rows looked at: the first frames of a list.
const ROWS: usize = 200;
/// Dashes of the shortest frame.
const FRAME: usize = 20;
/// What the line above a frame calls the customer.
const CUSTOMER: [&str; 7] = ["debitor", "customer", "client", "cliente", "deudor", "kunde", "debiteur"];

/// Whether a table is such a list: a frame, and a line that says nothing but a customer and his account.
pub fn is_list_print(table: &Table) -> bool {
    let first = || table.rows().take(ROWS).filter_map(|row| row.cells().next());
    first().any(|cell| is_frame(cell.text)) && first().any(|cell| names_customer(cell.text))
}

fn is_frame(text: &str) -> bool {
    let text = text.trim().trim_matches('|');
    text.len() >= FRAME && text.bytes().all(|byte| byte == b'-')
}

fn names_customer(text: &str) -> bool {
    let words = fold(text.trim_matches('|'));
    let mut words = words.split_whitespace();
    let customer = words.next().is_some_and(|word| CUSTOMER.contains(&word));
    let account = words.next().is_some_and(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    customer && account && words.next().is_none()
}
