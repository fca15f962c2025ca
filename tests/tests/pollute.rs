//! A hundred ways of writing the same ledger: nearly every cell is read right, and none is wrong without a word.

use acceptance::pollute;

/// At least this share of the cells is read right, in hundredths of a percent.
const RIGHT: u64 = 9_900;

#[test]
fn polluted_ledgers_are_read_right_or_announced() {
    let results = pollute::run("");
    assert!(results.len() > 80, "{} kinds of pollution", results.len());
    let whole = pollute::whole(&results);
    let table = pollute::table(&results);
    assert!(whole.files >= 2_400, "{} files", whole.files);
    assert_eq!(whole.silent, 0, "wrong without a word:\n{table}");
    assert!(whole.right_share() >= RIGHT, "too few cells are read right:\n{table}");
}
