//! Match groups.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "paid-before-invoice" => (
            ("Règlement avant la facture", "Paid before the invoice"),
            (
                "Le règlement lettré précède la facture : acompte, ou date fausse.",
                "The matched payment comes before the invoice: a deposit, or a wrong date.",
            ),
            ("Vérifiez la date du règlement.", "Check the date of the payment."),
        ),
        "group-unbalanced" => (
            ("Lettrages déséquilibrés", "Unbalanced match groups"),
            (
                "Les lettres disent que ces lignes se soldent, et il reste un écart. Les crédits soldent d’abord les débits les plus anciens.",
                "The letters say that these lines clear each other, and a gap is left. Credits clear the oldest debits first.",
            ),
            ("Corrigez le lettrage, ou passez l’écart.", "Correct the matching, or book the gap."),
        ),
        "group-across-customers" => (
            ("Lettrages entre deux clients", "Groups across two customers"),
            (
                "Les mêmes lettres ne se soldent qu’en réunissant plusieurs comptes.",
                "The same letters balance only when several accounts are put together.",
            ),
            (
                "Le règlement est sans doute imputé au mauvais client.",
                "The payment is probably booked to the wrong customer.",
            ),
        ),
        "group-single" => (
            ("Lettrages d’une seule ligne", "Groups of a single line"),
            ("Une ligne lettrée seule ne solde rien.", "A line matched with nothing clears nothing."),
            ("Cherchez la contrepartie, ou ôtez la lettre.", "Look for the other side, or take the letters away."),
        ),
        "group-partial" => (
            ("Lettrages partiels", "Partial groups"),
            (
                "Lettres minuscules et solde non nul : partiellement réglé, selon l’usage.",
                "Lower-case letters and a balance: partly paid, by convention.",
            ),
            ("Rien à faire : le reste dû est ouvert.", "Nothing to do: what is left is open."),
        ),
        "group-lower-case-balanced" => (
            ("Lettrages partiels qui se soldent", "Partial groups that balance"),
            ("Lettres minuscules, et pourtant le groupe est soldé.", "Lower-case letters, and yet the group balances."),
            ("Passez le lettrage en majuscules.", "Make the letters capitals."),
        ),
        _ => return None,
    })
}
