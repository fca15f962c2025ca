//! Marks by which a cell says that a document was paid: yes and no, ticks, words, and references of payments. Read under a
//! heading that speaks of payment only: a bare `X` says nothing of itself.

use super::status::{self, StatusHeading, StatusWord};

/// What a cell says under a heading of payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Yes, in any writing.
    Yes,
    /// No, in any writing.
    No,
    /// Words that say paid: `réglée le 12/11`.
    Paid,
    /// Words that say due: `impayé`.
    Unpaid,
    /// A means of payment with its day or number: `vir. 03/12`, `CHQ 7001234`.
    Reference,
    /// A means of payment alone, which may be the one agreed upon.
    Means,
    /// Anything else.
    Other,
}

/// Words that say yes.
const YES: &[&str] = &["oui", "yes", "y", "o", "true", "vrai", "1", "x", "ja", "j", "si", "s", "ok", "p"];

/// Not paid, by its letters.
const NOT_PAID: &[&str] = &["np", "n p"];

/// How payments are made.
const MEANS: &str = "vir virt virement virements chq chqs chk cheque cheques ch cb carte esp especes prlv prel \
    prelevement prelevements lcr tip sepa bor traite transfer transfers wire ach bacs cheque check card cash \
    uberweisung uberw lastschrift sepalastschrift bar bonifico bonif riba assegno contanti transferencia transf \
    domiciliacion recibo efectivo talon overschrijving incasso contant paypal stripe";

/// Small words between a means of payment and its day or number.
const BESIDE_MEANS: &str =
    "du le la de n no num numero nr par au en of on by the vom am per del di op van ref sct bancaire bank";

/// Words that say that the money is still to come, or came back.
const NOT_YET: &[&str] = &[
    "prevu",
    "prevue",
    "attendu",
    "attendue",
    "promis",
    "promise",
    "annonce",
    "annoncee",
    "rejete",
    "rejetee",
    "rejet",
    "impaye",
    "impayee",
    "retour",
    "sans",
    "partiel",
    "partielle",
    "acompte",
    "expected",
    "promised",
    "bounced",
    "returned",
    "pending",
    "rejected",
    "part",
];

/// Reads the folded words of a cell.
pub(crate) fn mark(words: &str) -> Mark {
    if YES.contains(&words) {
        return Mark::Yes;
    }
    if status::DENIALS.contains(&words) || NOT_PAID.contains(&words) {
        return Mark::No;
    }
    match status::status(words, StatusHeading::States) {
        StatusWord::Paid => Mark::Paid,
        StatusWord::Open if words.starts_with("impaye") => Mark::Unpaid,
        _ if words.split(' ').any(|word| NOT_YET.contains(&word)) => Mark::Other,
        _ if is_means(words) => match words.bytes().any(|byte| byte.is_ascii_digit()) {
            true if refers(words) => Mark::Reference,
            // `VIR 30` and `CHQ 30/60/90` are terms.
            true => Mark::Other,
            false => Mark::Means,
        },
        StatusWord::Open if words.chars().any(char::is_alphabetic) => Mark::Unpaid,
        StatusWord::Open | StatusWord::Unknown | StatusWord::Disputed | StatusWord::Cancelled => Mark::Other,
    }
}

/// Whether words name a means of payment, with its day and number at most.
fn is_means(words: &str) -> bool {
    let listed = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let means = |word: &str| listed(MEANS, word);
    let numbered = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    words.split(' ').any(means)
        && words.split(' ').all(|word| means(word) || numbered(word) || listed(BESIDE_MEANS, word))
}

/// Whether the numbers among the words are a day of a month, or long enough for the number of a payment or a year.
fn refers(words: &str) -> bool {
    let long = |word: &str| word.bytes().filter(u8::is_ascii_digit).count() > 3;
    let numbers: Vec<u8> = words.split(' ').filter_map(|word| word.parse().ok()).collect();
    let day = |pair: &[u8]| matches!(pair, [day @ 1..=31, month @ 1..=31] if *day.min(month) <= 12);
    words.split(' ').any(long) || numbers.windows(2).any(day)
}

/// A tick or a cross alone in its cell, as a word that folding keeps; any other text as it is.
pub(crate) fn spelled(text: &str) -> &str {
    match text.trim().trim_end_matches('\u{FE0F}') {
        "✔" | "✓" | "✅" | "☑" | "☒" | "√" | "🗸" => "x",
        "✗" | "✘" | "❌" | "☐" | "□" => "non",
        _ => text,
    }
}

/// A folded heading without the answers it announces: `Payée O/N`.
pub(crate) fn without_answers(words: &str) -> &str {
    const ANSWERS: [&str; 10] =
        [" o n", " oui non", " y n", " yes no", " j n", " ja nein", " ja nee", " s n", " si no", " sim nao"];
    ANSWERS.iter().find_map(|answers| words.strip_suffix(answers)).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::fold;

    #[test]
    fn marks_say_paid_due_or_nothing() {
        for (text, expected) in [
            ("Oui", Mark::Yes),
            ("P", Mark::Yes),
            ("NP", Mark::No),
            ("", Mark::No),
            ("Réglé le 12/11", Mark::Paid),
            ("payée par chèque", Mark::Paid),
            ("impayée", Mark::Unpaid),
            ("vir. 03/12/25", Mark::Reference),
            ("CHQ n° 7001234 du 12/11", Mark::Reference),
            ("VIR", Mark::Means),
            ("VIR 30", Mark::Other),
            ("vir 30j", Mark::Other),
            ("CHQ 30/60/90", Mark::Other),
            ("vir. prévu le 15/01", Mark::Other),
            ("chq impayé", Mark::Other),
            ("acompte vir 12/11", Mark::Other),
            ("à voir avec le client", Mark::Other),
        ] {
            assert_eq!(mark(&fold(spelled(text))), expected, "{text}");
        }
        assert_eq!(mark(&fold(spelled("✔️"))), Mark::Yes);
        assert_eq!(mark(&fold(spelled("❌"))), Mark::No);
    }

    #[test]
    fn headings_announce_their_answers() {
        assert_eq!(without_answers(&fold("Payée O/N")), "payee");
        assert_eq!(without_answers(&fold("Bezahlt ja/nein")), "bezahlt");
        assert_eq!(without_answers(&fold("O/N")), "o n");
    }
}
