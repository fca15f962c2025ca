//! Series of document numbers.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "number-reused" => (
            ("Numéros réemployés", "Numbers used again"),
            (
                "Un même numéro désigne deux pièces d’un client, de dates et de montants différents.",
                "One number means two documents of a customer, of other dates and amounts.",
            ),
            (
                "Vérifiez laquelle est la facture ; l’autre est peut-être une correction sous le même numéro.",
                "Check which one is the invoice; the other may be a correction under the same number.",
            ),
        ),
        "numbering-gap" => (
            ("Ruptures de numérotation", "Gaps in the numbering"),
            (
                "Des numéros manquent dans une série par ailleurs continue.",
                "Numbers are missing in a series that is otherwise continuous.",
            ),
            (
                "Demandez les pièces : annulées, non comptabilisées, ou encaissées hors du compte clients.",
                "Ask for the documents: cancelled, not entered, or cashed outside the customers’ accounts.",
            ),
        ),
        "number-out-of-order" => (
            ("Pièces hors séquence", "Documents out of order"),
            (
                "Datées de plus d’un mois avant une pièce de numéro inférieur : saisies tard, ou antidatées.",
                "Dated more than a month before a document of a lower number: entered late, or dated back.",
            ),
            (
                "Comparez la date de la pièce et celle de sa saisie.",
                "Compare the date of the document with that of its entry.",
            ),
        ),
        _ => return None,
    })
}
