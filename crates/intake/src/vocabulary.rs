//! The closed lists of words that classify rows, entries and states. No word here is ever shown to a person.
//! All of them are folded: lower case, no accent, no punctuation.

mod ages;
mod documents;
mod journals;
mod marks;
mod means;
mod rows;
mod status;

pub(crate) use ages::{is_not_due, is_unallocated};
pub(crate) use documents::{
    begins_with_invoice, begins_with_money, begins_with_transfer, is_credit_note_number, is_credit_note_type,
    is_known_type, is_other_type, is_payment_type, is_returned, names_credit_note, names_invoice, names_payment,
};
pub(crate) use journals::{is_bank_journal, is_opening_journal, is_sales_journal, names_opening_journal};
pub(crate) use marks::{Mark, mark, spelled, without_answers};
pub(crate) use means::{is_means_of_payment, qualifies_means_of_payment, without_ordinal};
pub(crate) use rows::{
    ends_as_total, is_bare_total, is_carried_forward, is_closing, is_furniture, is_grand_total, is_opening, is_share,
    is_total,
};
pub(crate) use status::{StatusHeading, StatusWord, heads_payment, heads_status, speaks_of_payment, status};

use crate::words::{begins_with, holds};
use documents::{RETURNED, TRANSFERS};
use rows::OPENINGS;

/// The first two letters of some phrases: nearly every text shows by its own that it begins with none of them, and need
/// not be folded.
pub(crate) struct Starts([u32; 26]);

impl Starts {
    fn of(phrases: impl IntoIterator<Item = &'static &'static str>) -> Starts {
        let mut starts = Starts([0; 26]);
        for phrase in phrases {
            let [first, second, ..] = phrase.as_bytes() else { continue };
            let (Some(seconds), second) = (starts.0.get_mut(usize::from(first - b'a')), second.wrapping_sub(b'a'))
            else {
                continue;
            };
            *seconds |= 1_u32.checked_shl(second.into()).unwrap_or(0);
        }
        starts
    }

    #[inline]
    fn holds(&self, first: u8, second: u8) -> bool {
        let seconds = self.0.get(usize::from(first.to_ascii_lowercase() - b'a')).copied().unwrap_or_default();
        seconds & (1 << (second.to_ascii_lowercase() - b'a')) != 0
    }

    /// The openings.
    pub(crate) fn of_openings() -> Starts {
        Starts::of(OPENINGS)
    }

    /// Money that moves or comes back.
    pub(crate) fn of_returns_and_transfers() -> Starts {
        Starts::of(RETURNED.iter().chain(TRANSFERS))
    }

    /// Whether a text, not folded yet, may begin with one of the phrases.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        match text.as_bytes() {
            [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                self.holds(*first, *second)
            }
            // É, È, Ê and Ë, of either case.
            [0xC3, 0x88..=0x8B | 0xA8..=0xAB, second, ..] if second.is_ascii_alphabetic() => self.holds(b'e', *second),
            [first, ..] => !first.is_ascii_digit(),
            [] => false,
        }
    }
}

fn any_begins(words: &str, list: &[&str]) -> bool {
    list.iter().any(|start| begins_with(words, start))
}

fn any_held(words: &str, list: &[&str]) -> bool {
    list.iter().any(|phrase| holds(words, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_never_hide_a_phrase() {
        let starts = [Starts::of_openings(), Starts::of_returns_and_transfers()];
        for phrase in OPENINGS {
            assert!(starts[0].may_begin(phrase) && starts[0].may_begin(&phrase.to_uppercase()), "{phrase}");
            assert!(starts[0].may_begin(&format!("- {phrase}")), "{phrase}");
        }
        for phrase in RETURNED.iter().chain(TRANSFERS) {
            assert!(starts[1].may_begin(phrase), "{phrase}");
        }
        assert!(starts[0].may_begin("À nouveau") && starts[0].may_begin("À-nouveaux"));
        assert!(!starts[0].may_begin("Facture 12") && !starts[0].may_begin("2026") && !starts[0].may_begin(""));
    }

    #[test]
    fn words_stop_at_their_boundaries() {
        assert!(is_total("total compte 411alpha"));
        assert!(!is_total("totalenergies"));
        assert!(is_bare_total("sous total"));
        assert!(!is_bare_total("total energies"));
        assert_eq!(status("not paid", StatusHeading::States), StatusWord::Open);
        assert_eq!(status("uncollectable", StatusHeading::States), StatusWord::Unknown);
        assert_eq!(status("payee le 12 09 2026 par cheque", StatusHeading::States), StatusWord::Paid);
        assert_eq!(status("paye en partie", StatusHeading::States), StatusWord::Open);
        assert_eq!(status("payee partiellement le 12 09", StatusHeading::States), StatusWord::Open);
        assert_eq!(status("prix conteste", StatusHeading::Disputes), StatusWord::Disputed);
        assert_eq!(status("prix conteste", StatusHeading::States), StatusWord::Unknown);
        assert_eq!(status("oui", heads_status("payee")), StatusWord::Paid);
        assert_eq!(status("non", heads_status("payee")), StatusWord::Open);
        assert_eq!(status("oui", heads_status("litige")), StatusWord::Disputed);
    }

    #[test]
    fn an_invoice_of_a_deposit_is_no_payment() {
        assert!(!is_payment_type("facture d acompte") && !is_payment_type("deposit invoice"));
        assert!(is_payment_type("acompte") && is_payment_type("reglement facture") && is_payment_type("pmt"));
        assert!(is_credit_note_type("factura rectificativa"));
        assert!(is_credit_note_type("td04") && is_credit_note_type("td08 nota di credito semplificata"));
        assert!(is_known_type("td01") && is_known_type("td24 fattura differita") && !is_credit_note_type("td05"));
        // Drawn up by who buys: nobody owes it.
        assert!(!is_known_type("td17") && !is_payment_type("td02 acconto su fattura"));
    }
}
