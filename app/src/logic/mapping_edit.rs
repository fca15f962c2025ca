//! One change of how a file is read, kept whole: a meaning belongs to one column, and the sign rule to the columns
//! that carry it.

use protocol::{ColumnBinding, Mapping, SignRule};

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
const SHARED: &str = "bucket";

/// The mapping with a column that means something else, or nothing.
pub fn bind(mapping: &Mapping, column: u16, header: &str, key: Option<&str>) -> Mapping {
    let mut columns = mapping.columns.clone();
    columns.retain(|known| known.column != column);
    if let Some(key) = key {
        columns.retain(|known| known.key != key || key == SHARED);
        columns.push(ColumnBinding {
            key: key.to_owned(),
            column,
            header: header.to_owned(),
            confidence: 1.0,
            ..empty_binding()
        });
    }
    columns.sort_by_key(|known| known.column);
    settled(Mapping { columns, ..mapping.clone() })
}

fn empty_binding() -> ColumnBinding {
    ColumnBinding {
        key: String::new(),
        column: 0,
        header: String::new(),
        confidence: 1.0,
        samples: Vec::new(),
        reason: String::new(),
    }
}

/// The sign rule that the columns allow.
pub fn settled(mapping: Mapping) -> Mapping {
    let has = |key: &str| mapping.columns.iter().any(|column| column.key == key);
    let sides = has("debit") && has("credit");
    let sign = match mapping.sign {
        SignRule::DebitCredit if sides => SignRule::DebitCredit,
        SignRule::Type if has("document-type") => SignRule::Type,
        SignRule::SideLetter if has("side") => SignRule::SideLetter,
        _ if sides && !has("amount") && !has("residual") => SignRule::DebitCredit,
        _ => SignRule::Signed,
    };
    Mapping { sign, ..mapping }
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
    use protocol::{AmountFormat, DateOrder, DecimalMark, Layout};

    fn mapping(keys: &[&str], sign: SignRule) -> Mapping {
        let column = |(key, column): (&&str, u16)| ColumnBinding { key: (*key).to_owned(), column, ..empty_binding() };
        Mapping {
            layout: Layout::OpenItems,
            sheet: None,
            header_row: 1,
            columns: keys.iter().zip(0..).map(column).collect(),
            amount_format: AmountFormat { decimal: DecimalMark::Comma, group: String::new() },
            date_order: DateOrder::Dmy,
            sign,
        }
    }

    fn told(mapping: &Mapping) -> String {
        let columns: Vec<String> =
            mapping.columns.iter().map(|column| format!("{}{}", column.key, column.column)).collect();
        format!("{} {:?}", columns.join(" "), mapping.sign)
    }

    #[test]
    fn a_meaning_belongs_to_one_column() {
        let before = mapping(&["customer-id", "amount", "residual"], SignRule::Signed);
        assert_eq!(told(&bind(&before, 2, "Solde", Some("amount"))), "customer-id0 amount2 Signed");
        assert_eq!(told(&bind(&before, 1, "Montant", None)), "customer-id0 residual2 Signed");
        assert_eq!(told(&bind(&before, 5, "91+", Some("bucket"))), "customer-id0 amount1 residual2 bucket5 Signed");
    }

    #[test]
    fn the_sign_rule_follows_its_columns() {
        let before = mapping(&["customer-id", "debit", "credit"], SignRule::DebitCredit);
        assert_eq!(told(&bind(&before, 2, "Montant", Some("amount"))), "customer-id0 debit1 amount2 Signed");
        let two = mapping(&["customer-id", "debit"], SignRule::Signed);
        assert_eq!(told(&bind(&two, 2, "Crédit", Some("credit"))), "customer-id0 debit1 credit2 DebitCredit");
    }

    #[test]
    fn only_numbers_have_their_letters_read_as_zeros() {
        assert_eq!(letter_o("1.2OO,00").as_deref(), Some("1.200,00"));
        assert_eq!(letter_o("OUI"), None);
        assert_eq!(letter_o("12,00"), None);
    }
}
