//! Entries that are unusual in themselves.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "re-dated" => (
            ("Pièces redatées", "Re-dated documents"),
            (
                "L’échéance a été repoussée : même pièce, échéance plus tardive dans un autre fichier ; ou pièce annulée par un avoir puis refaite au même montant. Une dette ancienne paraît récente.",
                "The due date was put off: the same document due later in another file; or a document credited, then issued again for the same amount. An old debt looks young.",
            ),
            (
                "Demandez l’accord du client, et datez de l’origine pour la dépréciation.",
                "Ask for the customer’s consent, and count from the origin for impairment.",
            ),
        ),
        "weekend-posting" => (
            ("Écritures de fin de semaine", "Weekend entries"),
            (
                "Factures, avoirs ou écritures diverses datés d’un samedi ou d’un dimanche, ce que ce grand livre ne fait qu’exceptionnellement.",
                "Invoices, credit notes or sundry entries dated on a Saturday or Sunday, which this ledger does only by exception.",
            ),
            ("Demandez qui les a passées et pourquoi.", "Ask who entered them, and why."),
        ),
        "holiday-posting" => (
            ("Écritures un jour férié", "Entries on public holidays"),
            (
                "Factures, avoirs ou écritures diverses datés d’un jour férié en France, par exception.",
                "Invoices, credit notes or sundry entries dated on a French public holiday, by exception.",
            ),
            ("Un coup d’œil suffit, sauf à la clôture.", "A glance is enough, except at closing."),
        ),
        "round-amount" => (
            ("Montants ronds", "Round amounts"),
            (
                "Factures et avoirs en milliers ronds, quand les montants le sont rarement : estimation, acompte, ou facture de complaisance.",
                "Invoices and credit notes of round thousands, where amounts seldom are: estimates, deposits, or invoices of convenience.",
            ),
            ("Demandez la pièce et ce qui l’a causée.", "Ask for the document and what it is for."),
        ),
        "credit-note-after-closing" => (
            ("Avoirs ronds après la clôture", "Round credit notes after closing"),
            (
                "Avoirs de somme ronde dans les soixante jours qui suivent la clôture (31 décembre, sauf indication du fichier).",
                "Credit notes of round sums within sixty days of the closing (31 December, unless the file says otherwise).",
            ),
            (
                "Rattachez-les à l’exercice clos s’ils en relèvent : remises, litiges, ventes reprises.",
                "Take them to the year closed where they belong to it: rebates, disputes, sales taken back.",
            ),
        ),
        "negative-invoice" => (
            ("Pièces de signe contraire", "Documents of the wrong sign"),
            (
                "Factures négatives ou avoirs positifs : le type ou le sens est sans doute faux.",
                "Negative invoices or positive credit notes: the kind or the side is probably wrong.",
            ),
            (
                "Vérifiez la pièce ; l’âge et les relances en dépendent.",
                "Check the document; ages and reminders rest on it.",
            ),
        ),
        _ => return None,
    })
}
