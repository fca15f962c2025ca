//! Refusals as the contract shows them: a stable code, a sentence, and what to do.

use export::ExportError;
use protocol::{Failure, Metrics};
use text::Language;
use values::{Currency, Day};

/// A refusal that is about no file.
pub fn failure(code: &str, message: impl Into<String>, advice: impl Into<String>) -> Failure {
    Failure { code: code.to_owned(), message: message.into(), file: None, advice: advice.into() }
}

/// A refusal about a file.
pub fn of_file(code: &str, file: &str, message: impl Into<String>, advice: impl Into<String>) -> Failure {
    Failure { file: Some(file.to_owned()), ..failure(code, message, advice) }
}

/// A question before any file.
pub fn nothing_open(language: Language) -> Failure {
    failure("nothing-open", language.nothing_open(), language.nothing_open_advice())
}

/// More files than a dossier holds.
pub fn too_many_files(language: Language) -> Failure {
    failure("too-many-files", language.too_many_files(), language.too_many_files_advice())
}

/// Amounts whose sum cannot be exact.
pub fn total_too_large(currency: Currency, language: Language) -> Failure {
    failure("total-too-large", language.total_too_large(currency.code()), language.total_too_large_advice())
}

/// A balance of the books in a currency that no file has.
pub fn no_such_ledger(currency: Currency, language: Language) -> Failure {
    failure("no-such-ledger", language.no_such_ledger(currency.code()), "")
}

/// A source row that is not in the dossier.
pub fn row_absent(file: &str, row: u32, language: Language) -> Failure {
    of_file("row-absent", file, language.row_absent(file, row), "")
}

/// A day before the files begin.
pub fn before_the_files(day: Day, first: Day, language: Language) -> Failure {
    failure("before-the-files", language.before_the_files(day, first), language.before_the_files_advice())
}

/// A match that no entries of the dossier make.
pub fn match_unknown(id: &str, language: Language) -> Failure {
    failure("match", language.match_unknown(id), language.match_advice())
}

/// A tolerance that is none.
pub fn tolerance_refused(language: Language) -> Failure {
    failure("tolerance", language.tolerance_refused(), language.tolerance_advice())
}

/// A JSON document that could not be written.
pub fn json_not_written(detail: &str, language: Language) -> Failure {
    export(&ExportError::Writer { detail: detail.to_owned() }, language)
}

/// An action that the plan does not hold.
pub fn action_unknown(id: &str, language: Language) -> Failure {
    failure("action-unknown", language.action_unknown(id), language.action_unknown_advice())
}

/// A currency the dossier does not hold.
pub fn currency_absent(asked: Option<Currency>, present: &[Metrics], language: Language) -> Failure {
    let code = asked.map(|currency| currency.to_string()).unwrap_or_default();
    let present: Vec<String> = present.iter().map(|metrics| metrics.currency.to_string()).collect();
    failure("currency-absent", language.currency_absent(&code), language.currency_advice(&present.join(", ")))
}

/// A file kind that is not written.
pub fn kind_not_available(kind: &str, kinds: &[&str], language: Language) -> Failure {
    failure("not-available", language.kind_not_available(kind), language.kind_advice(&kinds.join(", ")))
}

/// A file that could not be written.
pub fn export(error: &ExportError, language: Language) -> Failure {
    failure(error.code(), error.text(language), error.advice(language))
}

/// A file none of whose tables makes sense as receivables.
pub fn nothing_recognised(file: &str, language: Language) -> Failure {
    of_file("nothing-recognised", file, language.nothing_recognised(file), language.nothing_recognised_advice())
}

/// The same, with what its best row of headings gives and lacks.
pub fn headings_lack(file: &str, nearest: intake::NearestHeadings, language: Language) -> Failure {
    /// So many headings tell a person which row is meant.
    const SHOWN: usize = 8;
    let shown: Vec<String> = nearest.headings.into_iter().filter(|text| !text.is_empty()).take(SHOWN).collect();
    let missing = text::Missing { customer: !nearest.customer, day: !nearest.day, amount: !nearest.amount };
    let sentence = language.headings_lack(file, nearest.row, &shown, missing);
    of_file("nothing-recognised", file, sentence, language.headings_lack_advice())
}

/// A table of the movements of a bank account.
pub fn bank_statement(file: &str, language: Language) -> Failure {
    of_file("bank-statement", file, language.statement_table(file), language.statement_table_advice())
}

/// A balance of all accounts of the books, with what it says of the customers' one.
pub fn trial_balance(file: &str, customers: Option<&intake::CustomersAccount>, language: Language) -> Failure {
    let told = customers.map(|of| (of.account.as_str(), of.heading.as_str(), of.amount.as_str()));
    let (sentence, advice) = (language.trial_balance(file, told), language.trial_balance_advice(told.is_some()));
    of_file("trial-balance", file, sentence, advice)
}

/// A list printed in frames, as by SAP, in which no customer, date or amount is found.
pub fn list_print(file: &str, language: Language) -> Failure {
    of_file("list-print", file, language.list_print(file), language.list_print_advice())
}

/// A file whose headings are there, but no row makes an entry; `first` says why the first row was set aside.
pub fn no_usable_row(file: &str, set_aside: u32, first: Option<&str>, language: Language) -> Failure {
    let advice = if set_aside > 0 { language.set_aside_whole_advice() } else { language.no_usable_row_advice() };
    of_file("no-usable-row", file, language.no_usable_row(file, set_aside, first), advice)
}

/// A file whose rows do not add up: a defect of ours, never shown as figures.
pub fn rows_unaccounted(file: &str, language: Language) -> Failure {
    of_file("rows-unaccounted", file, language.rows_unaccounted(file), language.rows_unaccounted_advice())
}

/// A mapping given by a person that cannot apply.
pub fn mapping_refused(file: &str, detail: &str, language: Language) -> Failure {
    of_file("mapping", file, language.mapping_refused(file, detail), language.mapping_advice())
}

/// Another day than the one amounts were aged on; `instead` is the day asked for where the file's own is in doubt.
pub fn aged_on_another_day(day: Day, instead: Option<Day>, language: Language) -> Failure {
    let (message, advice) = match instead {
        None => (language.aged_on_another_day(day), language.aged_on_another_day_advice(day)),
        Some(asked) => (language.aged_on_a_doubtful_day(day), language.aged_on_a_doubtful_day_advice(day, asked)),
    };
    failure("aged-on-another-day", message, advice)
}

/// Other columns than those of a balance aged before.
pub fn aged_otherwise(limits: &str, language: Language) -> Failure {
    failure("aged-otherwise", language.aged_otherwise(limits), language.aged_otherwise_advice(limits))
}

/// Two balances aged before, of different days.
pub fn aged_on_two_days(first: Day, second: Day, language: Language) -> Failure {
    failure("aged-on-two-days", language.aged_on_two_days(first, second), language.aged_on_two_days_advice())
}

/// A balance aged before, opened with items none of which is in its currency.
pub fn aged_other_currency(file: &str, currency: Currency, language: Language) -> Failure {
    let message = language.aged_other_currency(file, currency);
    of_file("aged-other-currency", file, message, language.aged_other_currency_advice())
}

/// No balance aged before to compare with the items.
pub fn nothing_compared(language: Language) -> Failure {
    failure("nothing-compared", language.aged_compared_absent(), language.aged_compared_absent_advice())
}

/// The code of a balance without a day.
pub const AGED_DAY_UNKNOWN: &str = "aged-day-unknown";

/// A balance aged before, and nothing says for which day.
pub fn aged_day_unknown(file: &str, language: Language) -> Failure {
    of_file(AGED_DAY_UNKNOWN, file, language.aged_day_unknown(file), language.aged_day_advice())
}

/// Amounts in thousands.
pub fn amounts_in_thousands(file: &str, seen: &str, language: Language) -> Failure {
    let message = language.amounts_in_thousands(file, seen);
    of_file("amounts-in-thousands", file, message, language.amounts_in_thousands_advice())
}

/// Several tables in a file too large to be cut.
pub fn several_tables(file: &str, row: u32, language: Language) -> Failure {
    of_file("several-tables", file, language.several_tables(file, row), language.several_tables_advice())
}

/// Lists that complete receivables, and no receivables.
pub fn only_lists(language: Language) -> Failure {
    failure("only-lists", language.only_lists(), language.only_lists_advice())
}

/// An edit about an item or a customer that no file has.
pub fn edit_about_nothing(customer: &str, document: Option<&str>, language: Language) -> Failure {
    failure("edit", language.edit_about_nothing(customer, document), language.edit_advice())
}
