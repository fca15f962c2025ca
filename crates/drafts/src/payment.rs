//! Where and how to pay: the account for the currency, a reference with check digits (ISO 11649), and what a banking app
//! reads from a square code (EPC069-12, version 002).

use rules::identifiers::Iban;
use values::{Amount, Currency};

/// A bank account as filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Its currency; that of the account's country where nothing is said.
    pub currency: Option<Currency>,
    /// Its number.
    pub iban: String,
    /// The bank's code; may be empty.
    pub bic: String,
    /// Whose it is, where it is not the firm's name.
    pub holder: String,
}

/// A checked account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankAccount {
    /// Its number.
    pub iban: Iban,
    /// The bank's code; empty where none or a wrong one was filled in.
    pub bic: String,
    /// Whose it is.
    pub holder: String,
}

impl BankAccount {
    pub(crate) fn new(account: &Account, iban: Iban, company: &str) -> (Currency, BankAccount) {
        let bic: String = account.bic.chars().filter(|one| !one.is_whitespace()).collect::<String>().to_uppercase();
        let holder = if account.holder.is_empty() { company } else { &account.holder };
        let currency = account.currency.unwrap_or_else(|| own_currency(&iban));
        let bic = if is_bic(&bic) { bic } else { String::new() };
        (currency, BankAccount { iban, bic, holder: holder.to_owned() })
    }
}

/// The currency of the country an account is in.
fn own_currency(iban: &Iban) -> Currency {
    let code = match iban.as_str().get(..2).unwrap_or_default() {
        "CH" | "LI" => "CHF",
        "GB" | "GI" => "GBP",
        "DK" | "FO" | "GL" => "DKK",
        "SE" => "SEK",
        "NO" => "NOK",
        "PL" => "PLN",
        "CZ" => "CZK",
        "HU" => "HUF",
        "RO" => "RON",
        "TN" => "TND",
        "TR" => "TRY",
        _ => "EUR",
    };
    Currency::recognise(code).unwrap_or(Currency::EUR)
}

/// Four letters, a country, two signs, and three more for a branch (ISO 9362).
fn is_bic(text: &str) -> bool {
    let letters = |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_uppercase()));
    matches!(text.len(), 8 | 11)
        && letters(text.get(..6))
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Longest part of a creditor reference that is the creditor's own.
const OWN_MAX: usize = 21;

/// A creditor reference (ISO 11649) that carries a document's number or a customer's: `RF`, two check digits, the letters
/// and digits of the text. `None` where the text has none, or more than twenty-one.
pub fn creditor_reference(text: &str) -> Option<String> {
    let own: String = text.chars().filter(char::is_ascii_alphanumeric).map(|one| one.to_ascii_uppercase()).collect();
    if own.is_empty() || own.len() > OWN_MAX {
        return None;
    }
    Some(format!("RF{:02}{own}", 98 - remainder(&format!("{own}RF00"))?))
}

/// Whether the check digits of a creditor reference agree.
pub fn is_creditor_reference(reference: &str) -> bool {
    let compact: String = reference.chars().filter(|one| *one != ' ').collect();
    let Some(own) = compact.strip_prefix("RF").and_then(|rest| rest.get(2..)) else { return false };
    let turned = format!("{own}{}", compact.get(..4).unwrap_or_default());
    !own.is_empty() && own.len() <= OWN_MAX && remainder(&turned) == Some(1)
}

/// Letters as 10 to 35, all digits as one number, modulo 97 (ISO 7064).
fn remainder(text: &str) -> Option<u32> {
    text.chars().try_fold(0_u32, |rest, character| {
        let digit = character.to_digit(36)?;
        Some(if digit < 10 { rest * 10 + digit } else { rest * 100 + digit } % 97)
    })
}

/// In groups of four, as it is printed.
pub fn grouped(reference: &str) -> String {
    let characters: Vec<char> = reference.chars().collect();
    characters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Longest name of the one who is paid.
const NAME_MAX: usize = 70;
/// Longest free text of a transfer.
const TEXT_MAX: usize = 140;
/// Longest payload, in bytes.
const PAYLOAD_MAX: usize = 331;
/// Smallest and largest amount, in cents.
const CENTS: std::ops::RangeInclusive<i64> = 1..=99_999_999_999;

/// What a banking app reads from a square code: a transfer in euros with its amount and reference. `None` in another
/// currency, for an amount no transfer can have, or without a name.
pub fn transfer(account: &BankAccount, amount: Amount, currency: Currency, reference: &Reference) -> Option<String> {
    if currency != Currency::EUR || !CENTS.contains(&amount.minor()) || account.holder.is_empty() {
        return None;
    }
    let name: String = account.holder.chars().take(NAME_MAX).collect();
    let (structured, free) = match reference {
        Reference::Structured(reference) => (reference.as_str(), String::new()),
        Reference::Free(text) => ("", text.chars().take(TEXT_MAX).collect()),
    };
    let amount = amount.decimal_text(currency, '.');
    let lines = [
        "BCD",
        "002",
        "1",
        "SCT",
        &account.bic,
        name.trim(),
        account.iban.as_str(),
        &format!("EUR{amount}"),
        "",
        structured,
        free.trim(),
    ];
    let payload = lines.join("\n").trim_end_matches('\n').to_owned();
    (payload.len() <= PAYLOAD_MAX).then_some(payload)
}

/// What tells the creditor what a transfer pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// With check digits.
    Structured(String),
    /// In words.
    Free(String),
}

impl Reference {
    /// The structured one where the text allows it.
    pub fn of(text: &str) -> Reference {
        creditor_reference(text).map_or_else(|| Reference::Free(text.to_owned()), Reference::Structured)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_carry_their_check_digits() {
        // domain.md 7.6.
        assert_eq!(creditor_reference("539007547034"), Some("RF18539007547034".into()));
        assert_eq!(creditor_reference("F-2026-000123").as_deref(), Some("RF86F2026000123"));
        assert_eq!(creditor_reference("2348236").as_deref(), Some("RF332348236"));
        for own in ["539007547034", "F2026000123", "2348236", "A", "Z99"] {
            let reference = creditor_reference(own).unwrap_or_default();
            assert!(is_creditor_reference(&reference), "{reference}");
            assert!(!is_creditor_reference(&reference.replacen("RF", "RF0", 1)));
        }
        assert_eq!(creditor_reference("é – 日本"), None);
        assert_eq!(creditor_reference("1234567890123456789012"), None);
        assert!(!is_creditor_reference("RF00F2026000123"));
    }

    fn account(bic: &str) -> BankAccount {
        let given = Account { bic: bic.into(), iban: String::new(), holder: "Societe Exemple".into(), currency: None };
        let Ok(iban) = "FR7630006000011234567890189".parse() else { unreachable!("a valid number") };
        BankAccount::new(&given, iban, "").1
    }

    #[test]
    fn the_payload_is_the_published_example() {
        // domain.md 8: eighty-eight bytes.
        let reference = Reference::of("539007547034");
        let payload = transfer(&account(""), Amount::from_minor(1_045_368), Currency::EUR, &reference);
        let expected =
            "BCD\n002\n1\nSCT\n\nSociete Exemple\nFR7630006000011234567890189\nEUR10453.68\n\nRF18539007547034";
        assert_eq!(payload.as_deref(), Some(expected));
        assert_eq!(expected.len(), 88);
    }

    #[test]
    fn what_no_transfer_can_be_has_no_code() {
        let reference = Reference::of("F1");
        let of = |minor, currency| transfer(&account("AGRIFRPP"), Amount::from_minor(minor), currency, &reference);
        assert!(of(1, Currency::EUR).is_some_and(|payload| payload.contains("SCT\nAGRIFRPP\n")));
        assert_eq!(of(0, Currency::EUR), None);
        assert_eq!(of(-1, Currency::EUR), None);
        assert_eq!(of(100_000_000_000, Currency::EUR), None);
        assert_eq!(of(1, Currency::recognise("USD").unwrap_or(Currency::EUR)), None);
        let long = Reference::Free("é".repeat(140));
        assert_eq!(
            transfer(&account(""), Amount::from_minor(1), Currency::EUR, &long).map(|text| text.len() > 331),
            None
        );
    }

    #[test]
    fn bank_codes_are_checked() {
        for (text, kept) in
            [("agri fr pp", "AGRIFRPP"), ("AGRIFRPP882", "AGRIFRPP882"), ("AGRIFRP", ""), ("AGR1FRPP", "")]
        {
            assert_eq!(account(text).bic, kept);
        }
    }
}
