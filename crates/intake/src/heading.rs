//! Headings: normalised as domain.md 7.3 says, then compared with the synonyms (same words 100, same set of words 80,
//! a slip of the keyboard 60). A hit is a claim; the column's content confirms it later.

use crate::Field;
use crate::age_heading::is_bucket;
use crate::composed;
use crate::mails;
use crate::synonyms::{STRANGERS, SYNONYMS};
use crate::vocabulary;
use crate::words::fold;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use values::Arrange;

/// How a heading met a synonym.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingMatch {
    /// One or two letters differ.
    Close,
    /// Words that say it together, though no list holds them so.
    Composed,
    /// The same words in another order, or with small words between.
    SameWords,
    /// The same heading.
    Exact,
}

impl HeadingMatch {
    /// The weight of domain.md 7.3, in percent.
    pub(crate) const fn score(self) -> u8 {
        match self {
            HeadingMatch::Close => 60,
            HeadingMatch::Composed => 70,
            HeadingMatch::SameWords => 80,
            HeadingMatch::Exact => 100,
        }
    }
}

/// A meaning a heading may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) field: Field,
    pub(crate) matched: HeadingMatch,
    pub(crate) tongue: Tongue,
}

impl Hit {
    /// A meaning that rows tell, not the words of the heading.
    pub(crate) const fn told(field: Field) -> Hit {
        Hit { field, matched: HeadingMatch::Close, tongue: Tongue::Other }
    }
}

/// Which column of the synonym table the heading stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tongue {
    French,
    English,
    Other,
}

/// A normalised heading.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Normal {
    words: String,
    compact: String,
    set: String,
}

const SMALL_WORDS: &[&str] =
    &["d", "de", "du", "des", "la", "le", "les", "l", "of", "the", "di", "del", "van", "der", "in"];

/// Longest text still taken for a heading.
const LONGEST: usize = 60;

fn normalise(heading: &str) -> Normal {
    let split = split_camel_case(&without_brackets(heading));
    let folded = fold(&split);
    let folded = vocabulary::without_answers(&folded).to_owned();
    let compact = folded.replace(' ', "");
    let mut tokens: Vec<&str> = folded.split(' ').map(canonical).collect();
    if heading.contains('#') && !tokens.contains(&"numero") {
        tokens.push("numero");
    }
    if tokens.len() > 1 {
        tokens.retain(|token| !is_currency(token, heading));
        drop_unit(&mut tokens, heading);
    }
    let words = tokens.join(" ");
    let mut set: Vec<&str> = tokens.into_iter().filter(|token| !SMALL_WORDS.contains(token)).collect();
    set.arrange();
    set.dedup();
    let set = set.join(" ");
    Normal { words, compact, set }
}

fn canonical(token: &str) -> &str {
    match token {
        "n" | "no" | "nr" | "nbr" | "nro" | "num" | "number" | "nummer" | "numero" => "numero",
        other => other,
    }
}

/// Takes the unit off the end: `Reste dû en €`, `Solde en euros`, `Amount in USD`.
fn drop_unit(tokens: &mut Vec<&str>, heading: &str) {
    let count = crate::currency::at_end(tokens).map_or(0, |(_, count)| count);
    tokens.truncate(tokens.len().saturating_sub(count));
    if !tokens.is_empty() && (count > 0 || crate::currency::of_heading(heading).is_some()) {
        tokens.pop_if(|token| ["en", "in"].contains(token));
    }
}

fn is_currency(token: &str, heading: &str) -> bool {
    let named = || crate::currency::of_heading(heading).and_then(crate::currency::Named::one);
    token.len() == 3 && named().is_some_and(|currency| currency.code().eq_ignore_ascii_case(token))
}

/// Without `(…)` and `[…]`, and with `n°` as a word of its own.
pub(crate) fn without_brackets(heading: &str) -> String {
    let mut kept = String::with_capacity(heading.len() + 4);
    let mut depth = 0_u32;
    for character in heading.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '°' | 'º' => kept.push(' '),
            '№' => kept.push_str(" no "),
            other => kept.push(other),
        }
    }
    kept
}

/// `InvoiceDate` and `customerID` as words; `FACTURE` stays one.
fn split_camel_case(heading: &str) -> String {
    let characters: Vec<char> = heading.chars().collect();
    let mut split = String::with_capacity(heading.len() + 4);
    for (position, character) in characters.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|at| characters.get(at)).copied().unwrap_or(' ');
        let after = characters.get(position + 1).copied().unwrap_or(' ');
        let starts =
            character.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && after.is_lowercase()));
        if starts {
            split.push(' ');
        }
        split.push(*character);
    }
    split
}

/// The synonyms, normalised once.
#[derive(Default)]
struct Index {
    exact: BTreeMap<String, Vec<(Field, Tongue)>>,
    set: BTreeMap<String, Vec<(Field, Tongue)>>,
    /// The keys of `exact` by their number of letters: a heading is only compared with those of about its length.
    by_length: Vec<Vec<Near>>,
}

/// A key of `exact` that a heading may be near to.
struct Near {
    outline: Outline,
    /// Its place in the order of the keys.
    place: usize,
    synonym: String,
    fields: Vec<(Field, Tongue)>,
}

/// A word as far as its letters go: two words a few slips apart have nearly the same letters and nearly the same length.
#[derive(Clone, Copy)]
struct Outline {
    length: usize,
    letters: u64,
}

impl Outline {
    fn of(words: &str) -> Outline {
        let bit = |character: char| 1_u64 << (u32::from(character) % 64);
        Outline { length: words.chars().count(), letters: words.chars().fold(0, |letters, one| letters | bit(one)) }
    }

    /// Whether `slips` slips cannot lead from one to the other: each brings one new letter at most.
    fn is_far_from(self, other: Outline, slips: usize) -> bool {
        let missing = |from: u64, of: u64| (from & !of).count_ones() as usize > slips;
        self.length.abs_diff(other.length) > slips
            || missing(self.letters, other.letters)
            || missing(other.letters, self.letters)
    }
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index::default();
        for synonyms in SYNONYMS {
            let lists = [
                (Tongue::French, synonyms.french),
                (Tongue::English, synonyms.english),
                (Tongue::Other, synonyms.other),
            ];
            for (tongue, list) in lists {
                for synonym in list.split('|').filter(|synonym| !synonym.is_empty()) {
                    index.add(synonym, synonyms.field, tongue);
                }
            }
        }
        index.outline();
        index
    })
}

impl Index {
    fn add(&mut self, synonym: &str, field: Field, tongue: Tongue) {
        let normal = normalise(synonym);
        insert(&mut self.exact, normal.words, field, tongue);
        insert(&mut self.exact, normal.compact, field, tongue);
        insert(&mut self.set, normal.set, field, tongue);
    }

    fn outline(&mut self) {
        for (place, (synonym, fields)) in self.exact.iter().enumerate() {
            let outline = Outline::of(synonym);
            if self.by_length.len() <= outline.length {
                self.by_length.resize_with(outline.length + 1, Vec::new);
            }
            if let Some(same) = self.by_length.get_mut(outline.length) {
                same.push(Near { outline, place, synonym: synonym.clone(), fields: fields.clone() });
            }
        }
    }

    /// The keys of about a length, in no order.
    fn about(&self, length: usize, slips: usize) -> impl Iterator<Item = &Near> {
        let (first, last) = (length.saturating_sub(slips), length.saturating_add(slips));
        self.by_length.iter().skip(first).take(last - first + 1).flatten()
    }
}

fn insert(map: &mut BTreeMap<String, Vec<(Field, Tongue)>>, key: String, field: Field, tongue: Tongue) {
    let fields = map.entry(key).or_default();
    if !fields.contains(&(field, tongue)) {
        fields.push((field, tongue));
    }
}

/// What a heading may mean, best first; empty where it means nothing we know.
pub(crate) fn hits(heading: &str) -> Vec<Hit> {
    let heading = heading.trim();
    if heading.is_empty() || heading.chars().count() > LONGEST {
        return Vec::new();
    }
    let normal = normalise(heading);
    let mut hits = Vec::new();
    for key in [&normal.words, &normal.compact] {
        add_hits(&mut hits, index().exact.get(key), HeadingMatch::Exact);
    }
    if hits.is_empty() && !normal.set.is_empty() {
        add_hits(&mut hits, index().set.get(&normal.set), HeadingMatch::SameWords);
    }
    if hits.is_empty() && is_bucket(heading) {
        hits.push(Hit { field: Field::Bucket, matched: HeadingMatch::Exact, tongue: Tongue::English });
    }
    if hits.is_empty() {
        let fields = composed::fields(normal.words.split(' '));
        hits.extend(fields.into_iter().map(|field| Hit {
            field,
            matched: HeadingMatch::Composed,
            tongue: Tongue::Other,
        }));
    }
    if hits.is_empty() && mails::are_headed(normal.words.split(' ')) {
        hits.push(Hit { field: Field::Email, matched: HeadingMatch::Composed, tongue: Tongue::Other });
    }
    if hits.is_empty() && !is_stranger(heading) {
        add_close(&mut hits, heading, &normal);
    }
    if hits.is_empty()
        && let Some(owner) = of_path(heading)
    {
        return self::hits(owner);
    }
    if hits.is_empty() {
        hits = of_record(heading);
    }
    // `Payée le`, `Paid`, `Cobrado`: a day under them is that of the payment, and the cells tell.
    let payment = |hit: &Hit| hit.field == Field::PaymentDay;
    if composed::says_paid(normal.words.split(' ')) && !hits.iter().any(payment) {
        hits.push(Hit { field: Field::PaymentDay, matched: HeadingMatch::Composed, tongue: Tongue::Other });
    }
    hits
}

/// What a heading made of a path names by its last step: `Tiers/Nom du document`, `Partner/Display Name`. Tryton and Odoo
/// write so what they export of a record beside their own.
fn of_path(heading: &str) -> Option<&str> {
    const NAMES: [&str; 9] = [
        "nom",
        "nom du document",
        "nom affiche",
        "nom d affichage",
        "name",
        "display name",
        "record name",
        "rec name",
        "nombre a mostrar",
    ];
    let (owner, name) = heading.split_once('/')?;
    NAMES.contains(&fold(name).as_str()).then_some(owner.trim())
}

/// What a heading says of a record it names first: `Compte client : nom 1`, `Customer: No.`, `Facture : date d'émission`.
fn of_record(heading: &str) -> Vec<Hit> {
    let Some((owner, own)) =
        heading.split_once(':').filter(|(owner, own)| !owner.trim().is_empty() && !own.trim().is_empty())
    else {
        return Vec::new();
    };
    let owner = hits(owner);
    let is = |fields: &[Field]| owner.iter().any(|hit| fields.contains(&hit.field));
    let customer = is(&[Field::CustomerId, Field::CustomerName]);
    if !customer && !is(&[Field::Document]) {
        return Vec::new();
    }
    let told = hits(own).into_iter().filter_map(|hit| {
        // A number is that of the record, a name its customer's.
        let field = match hit.field {
            Field::Document if customer => Field::CustomerId,
            Field::Amount | Field::Residual | Field::InvoiceDay | Field::DueDay if customer => return None,
            field => field,
        };
        Some(Hit { field, matched: HeadingMatch::Composed, ..hit })
    });
    let mut told: Vec<Hit> = told.collect();
    told.dedup();
    told
}

/// Whether a heading is known to be none of a table of receivables.
pub(crate) fn is_stranger(heading: &str) -> bool {
    STRANGERS.contains(&normalise(heading.trim()).words.as_str())
}

fn add_hits(hits: &mut Vec<Hit>, found: Option<&Vec<(Field, Tongue)>>, matched: HeadingMatch) {
    for (field, tongue) in found.into_iter().flatten() {
        if !hits.iter().any(|hit| hit.field == *field && hit.tongue == *tongue) {
            hits.push(Hit { field: *field, matched, tongue: *tongue });
        }
    }
}

/// Slips of the keyboard, and letters lost to a wrong encoding (`Pi?ce`).
fn add_close(hits: &mut Vec<Hit>, heading: &str, normal: &Normal) {
    let damaged = heading.contains(['?', '\u{FFFD}']);
    let outline = Outline::of(&normal.words);
    let allowed = match outline.length {
        0..=4 => return,
        5..=8 => 1,
        _ => 2,
    };
    let has_digit = normal.words.bytes().any(|byte| byte.is_ascii_digit());
    if has_digit && !damaged {
        return;
    }
    // The sign of `N°` is no letter: the letter before it stands for the whole word.
    let whole = heading.strip_prefix(['N', 'n']).and_then(|rest| rest.strip_prefix(['?', '\u{FFFD}']));
    let numbered = whole.filter(|rest| rest.starts_with(' ')).map(|rest| format!("numero{rest}"));
    let heading = numbered.as_deref().unwrap_or(heading);
    let damaged_words = fold(&heading.replace(['?', '\u{FFFD}'], "_").replace('_', "")).replace(' ', "");
    let close = |near: &&Near| {
        !near.outline.is_far_from(outline, allowed)
            && strsim::levenshtein(&near.synonym, &normal.words) <= allowed
            && !differs_in_short_words(&near.synonym, &normal.words)
    };
    let mut found: Vec<&Near> = if damaged {
        let lost = |near: &&Near| lost_letters(heading, &damaged_words, &near.synonym);
        index().by_length.iter().flatten().filter(lost).collect()
    } else {
        index().about(outline.length, allowed).filter(close).collect()
    };
    found.arrange_by_key(|near| near.place);
    for near in found {
        add_hits(hits, Some(&near.fields), HeadingMatch::Close);
    }
}

/// Whether two phrases of as many words differ in a word too short for a slip: `PO number` is no `A/C number`.
fn differs_in_short_words(one: &str, other: &str) -> bool {
    const SHORT: usize = 3;
    let words = |text: &str| text.split(' ').count();
    let short = |(one, other): (&str, &str)| one != other && one.len().max(other.len()) <= SHORT;
    words(one) == words(other) && one.split(' ').zip(other.split(' ')).any(short)
}

/// Whether the heading is the synonym with some letters replaced by `?`.
fn lost_letters(heading: &str, rest: &str, synonym: &str) -> bool {
    let lost = heading.chars().filter(|c| matches!(c, '?' | '\u{FFFD}')).count();
    let synonym = synonym.replace(' ', "");
    synonym.chars().count() == rest.chars().count() + lost && strsim::levenshtein(rest, &synonym) == lost
}

/// `period 1 amount`, whose ages stand in the column before it.
pub(crate) fn is_period_amount(folded: &str) -> bool {
    let rank = folded.strip_prefix("period").and_then(|rest| rest.strip_suffix("amount")).map(str::trim);
    rank.is_some_and(|rank| rank.len() == 1 && rank.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A heading with its words apart: `period1Amount` is `period1 amount`.
pub(crate) fn spaced(heading: &str) -> String {
    fold(&split_camel_case(heading))
}

#[cfg(test)]
#[path = "heading_tests.rs"]
mod tables;

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields of a heading with their scores, as text.
    fn read(heading: &str) -> String {
        let mut fields: Vec<String> =
            hits(heading).iter().map(|hit| format!("{} {}", hit.field.key(), hit.matched.score())).collect();
        fields.dedup();
        fields.join(", ")
    }

    #[test]
    fn headings_meet_their_fields() {
        for (heading, expected) in [
            ("N° facture", "document 100"),
            ("Invoice #", "document 100"),
            ("INVOICENUMBER", "document 100"),
            ("Date d'échéance", "due-date 100"),
            ("Date de l'échéance", "due-date 80"),
            ("DueDate", "due-date 100"),
            ("SettledDate", "payment-date 100"),
            ("DaysLate", "days-late 100"),
            ("customerID", "customer-id 100"),
            ("Open Advance (ILS)", "residual 100"),
            ("Montant EUR", "amount 100"),
            ("Debit", "debit 100"),
            ("Days Past Due", "days-late 100"),
            ("Solde", "residual 100, running-balance 100"),
            ("Pi?ce", "document 60"),
            ("Intitul?", "customer-name 60, label 60"),
            ("Echéance*", "due-date 100"),
            ("CompAuxNum", "customer-id 100"),
            ("compauxnum", "customer-id 100"),
            ("ECRITURELET", "match-code 100"),
            ("Due date:", "due-date 100"),
            ("Raison socale", "customer-name 60"),
            ("Nom 1", "customer-name 100"),
            ("31-60", "bucket 100"),
            ("Fälligkeitsdatum", "due-date 100"),
            ("Country", "country 100"),
            ("N° TVA intracommunautaire", "vat-number 100"),
            ("USt-IdNr.", "vat-number 100"),
            ("Código postal", "postal-code 100"),
            ("Straße", "address 100"),
            ("Encours autorisé", "credit-limit 100"),
            ("Partita IVA", "vat-number 100"),
            ("Contactpersoon", "contact 100"),
            ("Tiers/Nom du document", "customer-id 100, customer-name 100"),
            ("Partner/Email", ""),
            ("Compte client : nom 1", "customer-name 70"),
            ("Customer: Postal code", "postal-code 70"),
            ("Commentaire : nom", ""),
            ("PaperlessBill", ""),
            ("Bucket", ""),
        ] {
            assert_eq!(read(heading), expected, "{heading}");
        }
    }
}
