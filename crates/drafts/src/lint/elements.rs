//! What a formal notice holds (domain.md 1.9): without one of these it is a letter like another, and must not say otherwise.

use super::Looked;
use crate::case::Nature;
use crate::from_plan::french_law;
use text::Language;

/// An element of a formal notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// Who is owed.
    Creditor,
    /// Who owes.
    Debtor,
    /// What the letter is.
    Subject,
    /// When.
    Date,
    /// For what.
    Items,
    /// The demand and its time.
    Demand,
    /// Interest: rate, amount, amount per day.
    Penalties,
    /// The fixed indemnity.
    Indemnity,
    /// The articles.
    Law,
    /// Where to pay.
    Account,
    /// What may follow.
    Right,
    /// An invitation to dispute.
    Dispute,
    /// Who signs.
    Signature,
}

impl Element {
    const ALL: [Element; 13] = [
        Element::Creditor,
        Element::Debtor,
        Element::Subject,
        Element::Date,
        Element::Items,
        Element::Demand,
        Element::Penalties,
        Element::Indemnity,
        Element::Law,
        Element::Account,
        Element::Right,
        Element::Dispute,
        Element::Signature,
    ];

    /// What it is.
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            Element::Creditor => language.element_creditor(),
            Element::Debtor => language.element_debtor(),
            Element::Subject => language.element_subject(),
            Element::Date => language.element_date(),
            Element::Items => language.element_items(),
            Element::Demand => language.element_demand(),
            Element::Penalties => language.element_penalties(),
            Element::Indemnity => language.element_indemnity(),
            Element::Law => language.element_law(),
            Element::Account => language.element_account(),
            Element::Right => language.element_right(),
            Element::Dispute => language.element_dispute(),
            Element::Signature => language.element_signature(),
        }
    }
}

/// The elements a formal notice lacks.
pub(super) fn missing(looked: &Looked<'_>) -> Vec<Element> {
    Element::ALL.into_iter().filter(|element| !has(looked, *element)).collect()
}

fn has(looked: &Looked<'_>, element: Element) -> bool {
    let (case, sender, recipient) = (looked.text.case, looked.text.sender, looked.text.recipient);
    let language = looked.language();
    let is_business = case.about.nature != Nature::Consumer;
    let money = |amount| language.money(amount, case.currency);
    match element {
        Element::Creditor => {
            sender.is_identified
                && looked.prints(&sender.company)
                && sender.identity.iter().all(|line| looked.prints(line))
        }
        Element::Debtor => {
            recipient.is_postable
                && looked.prints(&recipient.name)
                && recipient.address.iter().all(|line| looked.prints(line))
        }
        Element::Subject => language.lint_formal_act().iter().any(|word| looked.subject.contains(word)),
        Element::Date => looked.prints(&language.long_day(case.day)),
        Element::Items => case.lines.iter().filter(|line| line.claimed).all(|line| {
            looked.prints(&line.document)
                && looked.prints(&money(line.asked))
                && looked.prints(&language.day(line.due_day))
        }),
        Element::Demand => {
            let time = language.letter_days((case.deadline - case.day).0);
            looked.prints(&money(case.total)) && looked.has(language.lint_formal_act()) && looked.prints(&time)
        }
        Element::Penalties => {
            !is_business
                || case.claims.as_ref().is_some_and(|claims| {
                    looked.prints(&claims.rate)
                        && looked.prints(&money(claims.interest))
                        && looked.prints(&money(claims.per_day))
                })
        }
        Element::Indemnity => {
            !is_business
                || case
                    .claims
                    .as_ref()
                    .is_some_and(|claims| claims.invoices == 0 || looked.prints(&money(claims.indemnity)))
        }
        Element::Law => {
            looked.has(language.lint_legal_basis())
                && (!is_business
                    || !french_law(case.currency, case.about.basis)
                    || looked.has(language.lint_penalty_basis()))
        }
        Element::Account => looked.folded.contains("iban"),
        Element::Right => looked.has(language.lint_reserved_right()),
        Element::Dispute => looked.has(language.lint_dispute_invited()),
        Element::Signature => !sender.name.is_empty() && looked.prints(&sender.name),
    }
}
