//! Customers that are probably one: the same account number, name, identifier or mailbox. Candidates share a key or a
//! name less one letter, so that forty thousand customers are never compared with one another.

use super::prelude::*;
use crate::SameCustomer;
use crate::name;
use crate::number;
use ledger::{Customer, CustomerKey};
use rules::contact::check_email;
use rules::identifiers::{CompanyNumber, Iban, VatNumber};
use rules::one_edit_apart;
use values::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// Letters of a name below which one letter more or less makes another name.
const NEAR_LETTERS_MIN: usize = 7;
/// Customers with one key beyond which the key tells nothing (a shared mailbox, "Divers").
const RUN_MAX: usize = 6;

/// What is compared of a customer.
#[derive(Debug, Default)]
struct Keys {
    account: String,
    name: String,
    sorted: String,
    siren: Option<String>,
    vat: Option<String>,
    iban: Option<String>,
    email: Option<String>,
    place: Option<String>,
}

pub(super) static CHECK: Check = Check {
    code: "customer-twice",
    family: Family::Duplicates,
    severity: Severity::Medium,
    thing: Thing::Customers,
    cost: Cost::One(Criterion::DuplicateCustomers),
    look: Look::Book(look),
};

fn look(book: &Book<'_>, cases: &mut Cases<'_>) {
    let keys: Vec<Keys> = book.ledger.customers().iter().map(keys).collect();
    let mut pairs: BTreeMap<(u32, u32), BTreeSet<SameCustomer>> = BTreeMap::new();
    let mut same = |reason: SameCustomer, pick: &dyn Fn(&Keys) -> Option<&str>| {
        for (one, other) in sharing(&keys, pick) {
            pairs.entry((one, other)).or_default().insert(reason);
        }
    };
    same(SameCustomer::Account, &|keys| some(&keys.account));
    same(SameCustomer::Name, &|keys| some(&keys.name));
    same(SameCustomer::Name, &|keys| some(&keys.sorted));
    same(SameCustomer::CompanyNumber, &|keys| keys.siren.as_deref());
    same(SameCustomer::VatNumber, &|keys| keys.vat.as_deref());
    same(SameCustomer::Iban, &|keys| keys.iban.as_deref());
    same(SameCustomer::Email, &|keys| keys.email.as_deref());
    for (one, other) in near_names(&keys) {
        pairs.entry((one, other)).or_default().insert(SameCustomer::NearName);
    }
    let mut twins: BTreeMap<u32, (u32, BTreeSet<SameCustomer>)> = BTreeMap::new();
    for ((one, other), reasons) in pairs {
        let at = |position: u32| keys.get(position as usize);
        if at(one).zip(at(other)).is_some_and(|(a, b)| convincing(a, b, &reasons)) {
            // Of three accounts of one customer the second and the third point to the first.
            twins.entry(other).or_insert((one, reasons));
        }
    }
    for (position, row) in (0_u32..).zip(&book.rows) {
        if let (Some(source), Some((first, reasons))) = (row, twins.remove(&position)) {
            let detail = Detail::SameAs { customer: CustomerKey(first), reasons: reasons.into_iter().collect() };
            let (customer, document) = (CustomerKey(position), String::new());
            cases.add(Evidence { customer: Some(customer), document, source: *source, amount: None, detail });
        }
    }
}

fn keys(customer: &Customer) -> Keys {
    let text = |cell: &Option<String>| cell.clone().unwrap_or_default();
    let company = text(&customer.siren).parse::<CompanyNumber>().ok();
    let vat = text(&customer.vat_number).parse::<VatNumber>().ok();
    let from_vat = vat.as_ref().and_then(VatNumber::siren).map(str::to_owned);
    let addresses = check_email(&text(&customer.email)).unwrap_or_default();
    let place = customer.postal_code.clone().or_else(|| customer.city.clone());
    // Where the identifier stands for the name, it is one only if it looks like one.
    let named = customer.name != customer.id || !customer.id.bytes().any(|byte| byte.is_ascii_digit());
    let shown = if named { customer.name.as_str() } else { "" };
    Keys {
        account: number::key(&customer.id),
        name: name::key(shown),
        sorted: name::sorted_key(shown),
        siren: company.map(|number| number.siren().to_owned()).or(from_vat),
        vat: vat.map(|number| number.as_str().to_owned()),
        iban: text(&customer.iban).parse::<Iban>().ok().map(|iban| iban.as_str().to_owned()),
        email: addresses.first().map(|address| address.as_str().to_lowercase()),
        place: place.map(|place| place.trim().to_uppercase()).filter(|place| !place.is_empty()),
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Pairs of customers with one key, each with the first of them. A key many share tells nothing.
fn sharing(keys: &[Keys], pick: &dyn Fn(&Keys) -> Option<&str>) -> Vec<(u32, u32)> {
    let mut keyed: Vec<(&str, u32)> =
        (0_u32..).zip(keys).filter_map(|(position, keys)| Some((pick(keys)?, position))).collect();
    keyed.arrange();
    let runs = keyed.chunk_by(|a, b| a.0 == b.0).filter(|run| (2..=RUN_MAX).contains(&run.len()));
    runs.flat_map(|run| {
        let (first, others) = run.split_first().map_or((0, &[][..]), |(first, others)| (first.1, others));
        others.iter().map(move |other| (first, other.1))
    })
    .collect()
}

/// Pairs of customers whose names are one slip apart: both names less one letter give one text.
fn near_names(keys: &[Keys]) -> Vec<(u32, u32)> {
    let mut shortened: Vec<(u64, u32)> = Vec::new();
    for (position, keys) in (0_u32..).zip(keys) {
        if keys.name.chars().count() >= NEAR_LETTERS_MIN {
            shortened.extend(less_one_letter(&keys.name).into_iter().map(|hash| (hash, position)));
        }
    }
    shortened.arrange();
    shortened.dedup();
    let mut pairs = BTreeSet::new();
    for run in shortened.chunk_by(|a, b| a.0 == b.0).filter(|run| (2..=4 * RUN_MAX).contains(&run.len())) {
        for (at, (_, one)) in run.iter().enumerate() {
            for (_, other) in run.iter().skip(at + 1) {
                let name = |position: u32| keys.get(position as usize).map_or("", |keys| keys.name.as_str());
                if near(name(*one), name(*other)) {
                    pairs.insert((*one.min(other), *one.max(other)));
                }
            }
        }
    }
    pairs.into_iter().collect()
}

/// One slip apart, and with the same figures: `Alpha 1` is not `Alpha 2`.
fn near(one: &str, other: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    one != other && one_edit_apart(one, other) && digits(one) == digits(other)
}

/// Hashes of a name and of the name less each of its letters, each from the hash of what stands before the letter and
/// of what stands after. Equal hashes are only candidates.
fn less_one_letter(name: &str) -> Vec<u64> {
    /// An odd number of 64 bits whose multiples spread well (the golden ratio's fraction).
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let letters = || name.chars().map(|letter| u64::from(u32::from(letter)) + 1);
    let whole = letters().fold(0_u64, |hash, letter| hash.wrapping_mul(BASE).wrapping_add(letter));
    let mut hashes = vec![whole];
    // From the right: `after` is the hash of the letters behind, `weight` what stands before is multiplied by.
    let (mut before, mut after, mut weight) = (whole, 0_u64, 1_u64);
    let inverse = inverse(BASE);
    for letter in letters().collect::<Vec<_>>().into_iter().rev() {
        before = before.wrapping_sub(letter).wrapping_mul(inverse);
        hashes.push(before.wrapping_mul(weight).wrapping_add(after));
        after = after.wrapping_add(letter.wrapping_mul(weight));
        weight = weight.wrapping_mul(BASE);
    }
    hashes
}

/// The number that undoes a multiplication by an odd number modulo 2^64, by Newton's method: each step doubles the bits.
fn inverse(odd: u64) -> u64 {
    (0..6).fold(odd, |inverse, _| inverse.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(inverse))))
}

/// A name alone is refused where identifiers or places say otherwise; an account number alone where names do.
fn convincing(one: &Keys, other: &Keys, reasons: &BTreeSet<SameCustomer>) -> bool {
    let differ = |a: &Option<String>, b: &Option<String>| a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| a != b);
    let strong = [SameCustomer::CompanyNumber, SameCustomer::VatNumber, SameCustomer::Iban];
    if strong.iter().any(|reason| reasons.contains(reason)) {
        return true;
    }
    if differ(&one.siren, &other.siren) || differ(&one.vat, &other.vat) {
        return false;
    }
    let named = reasons.contains(&SameCustomer::Name);
    let near = reasons.contains(&SameCustomer::NearName);
    let elsewhere = differ(&one.place, &other.place);
    let unnamed = one.name.is_empty() || other.name.is_empty();
    if reasons.contains(&SameCustomer::Account) && (named || near || unnamed) {
        return true;
    }
    if reasons.contains(&SameCustomer::Email) && !elsewhere {
        return true;
    }
    (named || near) && !elsewhere
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_taken_out_leaves_the_hash_of_the_rest() {
        let hash = |name: &str| less_one_letter(name)[0];
        let without: BTreeSet<u64> = ["BC", "AC", "AB", "ABC"].into_iter().map(hash).collect();
        assert_eq!(less_one_letter("ABC").into_iter().collect::<BTreeSet<_>>(), without);
        assert_eq!(inverse(3).wrapping_mul(3), 1);
    }
}
