//! Whole columns of dates and amounts: none is decided wrongly without a question or a word.
#![allow(clippy::print_stdout)]

use acceptance::columns;

#[test]
fn no_date_column_is_decided_wrongly_without_a_word() {
    let dates = columns::dates(600);
    println!("{} columns of dates: {} cells right, {} announced", dates.columns, dates.right, dates.announced);
    assert!(
        dates.silent.is_empty(),
        "{} cells, such as {:#?}",
        dates.silent.len(),
        &dates.silent[..dates.silent.len().min(12)]
    );
    assert!(dates.right > 5 * dates.announced, "{} right, {} announced", dates.right, dates.announced);
}

#[test]
fn no_amount_is_read_wrongly_without_a_word() {
    let amounts = columns::amounts();
    println!("{} columns of amounts: {} cells right, {} announced", amounts.columns, amounts.right, amounts.announced);
    assert!(amounts.right + amounts.announced + amounts.silent.len() as u32 >= 400);
    assert!(amounts.silent.is_empty(), "{:#?}", amounts.silent);
    assert!(amounts.right > 10 * amounts.announced, "{} right, {} announced", amounts.right, amounts.announced);
}
