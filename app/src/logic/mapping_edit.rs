//! One change of how a file is read, kept whole: a meaning belongs to one column, and the sign rule to the columns
//! that carry it.

use protocol::{ColumnBinding, Mapping, MappingPatch, SignRule};
use values::Arrange;

/// What a column may mean, the usual meanings first.
pub const FIELDS: &[&str] = &[
    "customer-id",
    "customer-name",
    "document",
    "document-type",
    "invoice-date",
    "posting-date",
    "due-date",
    "amount",
    "residual",
    "debit",
    "credit",
    "side",
    "paid",
    "credited",
    "payment-date",
    "match-code",
    "currency",
    "label",
    "reference",
    "terms",
    "status",
    "account",
    "account-label",
    "journal",
    "entry-number",
    "email",
    "phone",
    "contact",
    "address",
    "postal-code",
    "city",
    "country",
    "siren",
    "vat-number",
    "iban",
    "language",
    "segment",
    "salesperson",
    "group",
    "credit-limit",
    "foreign-amount",
    "running-balance",
    "days-late",
    "match-date",
    "bucket",
];

/// Fields that several columns may carry.
const SHARED: [&str; 2] = ["bucket", "status"];

/// The mapping with a column that means something else, or nothing.
pub fn bind(mapping: &Mapping, column: u16, header: &str, key: Option<&str>) -> Mapping {
    settled(Mapping { columns: bound(&mapping.columns, column, header, key), ..mapping.clone() })
}

fn bound(columns: &[ColumnBinding], column: u16, header: &str, key: Option<&str>) -> Vec<ColumnBinding> {
    let others = columns.iter().filter(|known| known.column != column);
    let mut bound: Vec<ColumnBinding> = others
        .filter(|known| SHARED.contains(&known.key.as_str()) || Some(known.key.as_str()) != key)
        .cloned()
        .collect();
    bound.extend(key.map(|key| ColumnBinding {
        key: key.to_owned(),
        column,
        header: header.to_owned(),
        confidence: 1.0,
        ..ColumnBinding::default()
    }));
    bound.arrange_by_key(|known| known.column);
    bound
}

/// The mapping with the sign rule that its columns allow.
pub fn settled(mapping: Mapping) -> Mapping {
    let sign = allowed(mapping.sign, &mapping.columns);
    Mapping { sign, ..mapping }
}

/// The mapping with the answer to a question.
pub fn answered(mapping: Mapping, answer: &MappingPatch) -> Mapping {
    let answer = answer.clone();
    Mapping {
        date_order: answer.date_order.unwrap_or(mapping.date_order),
        date_order_assumed: answer.date_order_assumed.unwrap_or(mapping.date_order_assumed),
        amount_format: answer.amount_format.unwrap_or(mapping.amount_format),
        amount_format_assumed: answer.amount_format_assumed.unwrap_or(mapping.amount_format_assumed),
        aged_as_of: answer.aged_as_of.or(mapping.aged_as_of),
        aged_as_of_assumed: answer.aged_as_of_assumed.unwrap_or(mapping.aged_as_of_assumed),
        swapped_dates: answer.swapped_dates.or(mapping.swapped_dates),
        hidden_rows: answer.hidden_rows.or(mapping.hidden_rows),
        sign: answer.sign.unwrap_or(mapping.sign),
        ..mapping
    }
}

fn allowed(sign: SignRule, columns: &[ColumnBinding]) -> SignRule {
    let has = |key: &str| columns.iter().any(|column| column.key == key);
    let sides = has("debit") && has("credit");
    match sign {
        SignRule::DebitCredit if sides => SignRule::DebitCredit,
        SignRule::Type if has("document-type") => SignRule::Type,
        SignRule::SideLetter if has("side") => SignRule::SideLetter,
        _ if sides && !has("amount") && !has("residual") => SignRule::DebitCredit,
        _ => SignRule::Signed,
    }
}

/// What a column means now.
pub fn meaning(mapping: &Mapping, column: u16) -> Option<&ColumnBinding> {
    mapping.columns.iter().find(|known| known.column == column)
}

/// Whether a field holds dates, or amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day.
    Date,
    /// An amount.
    Amount,
    /// Words.
    Text,
}

/// What a field is made of.
pub fn kind(key: &str) -> Kind {
    match key {
        "invoice-date" | "posting-date" | "due-date" | "payment-date" | "match-date" => Kind::Date,
        "amount" | "residual" | "debit" | "credit" | "paid" | "credited" => Kind::Amount,
        _ => Kind::Text,
    }
}

/// The letter O read as a zero, where that leaves nothing but a number.
pub fn letter_o(seen: &str) -> Option<String> {
    let corrected = seen.replace(['o', 'O'], "0");
    let numeric = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '+' | '€');
    (corrected != seen && corrected.chars().all(numeric)).then_some(corrected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(keys: &[&str]) -> Vec<ColumnBinding> {
        let column =
            |(key, column): (&&str, u16)| ColumnBinding { key: (*key).to_owned(), column, ..ColumnBinding::default() };
        keys.iter().zip(0..).map(column).collect()
    }

    fn told(columns: &[ColumnBinding]) -> String {
        let columns: Vec<String> = columns.iter().map(|column| format!("{}{}", column.key, column.column)).collect();
        columns.join(" ")
    }

    #[test]
    fn a_meaning_belongs_to_one_column() {
        let before = columns(&["customer-id", "amount", "residual"]);
        assert_eq!(told(&bound(&before, 2, "Solde", Some("amount"))), "customer-id0 amount2");
        assert_eq!(told(&bound(&before, 1, "Montant", None)), "customer-id0 residual2");
        let buckets = bound(&bound(&before, 5, "91+", Some("bucket")), 4, "61-90", Some("bucket"));
        assert_eq!(told(&buckets), "customer-id0 amount1 residual2 bucket4 bucket5");
        let states = bound(&bound(&before, 3, "Statut du paiement", Some("status")), 4, "Statut", Some("status"));
        assert_eq!(told(&states), "customer-id0 amount1 residual2 status3 status4");
    }

    #[test]
    fn the_sign_rule_follows_its_columns() {
        let rule = |sign, keys: &[&str]| allowed(sign, &columns(keys));
        assert_eq!(rule(SignRule::DebitCredit, &["debit", "amount"]), SignRule::Signed);
        assert_eq!(rule(SignRule::Signed, &["debit", "credit"]), SignRule::DebitCredit);
        assert_eq!(rule(SignRule::Type, &["amount", "document-type"]), SignRule::Type);
        assert_eq!(rule(SignRule::SideLetter, &["amount"]), SignRule::Signed);
    }

    #[test]
    fn only_numbers_have_their_letters_read_as_zeros() {
        assert_eq!(letter_o("1.2OO,00").as_deref(), Some("1.200,00"));
        assert_eq!(letter_o("OUI"), None);
        assert_eq!(letter_o("12,00"), None);
    }
}
