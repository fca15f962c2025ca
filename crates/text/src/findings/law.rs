//! Payment terms, ceilings, penalties, limitation. An alert is not advice.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "terms-over-ceiling" => (
            ("Échéances au-delà du plafond légal", "Due dates beyond the legal ceiling"),
            (
                "Facturé depuis un an à plus de 60 jours de la facture, et à plus de 45 jours fin de mois selon les deux calculs admis (C. com. L441-10 I).",
                "Invoiced within a year at more than 60 days from the invoice, and more than 45 days end of month by both lawful computations (C. com. L441-10 I).",
            ),
            (
                "Vérifiez le contrat et le secteur : certains ont d’autres délais (L441-11 et suivants), et un client étranger relève d’une autre loi. Rien n’est corrigé ici.",
                "Check the contract and the trade: some have other periods (L441-11 and following), and a foreign customer follows another law. Nothing is corrected here.",
            ),
        ),
        "terms-month-end" => (
            ("Échéances à justifier par « 45 jours fin de mois »", "Due dates that need “45 days end of month”"),
            (
                "À plus de 60 jours de la facture, mais dans les 45 jours fin de mois : licite seulement si le contrat le stipule expressément.",
                "More than 60 days from the invoice, but within 45 days end of month: lawful only where the contract says so expressly.",
            ),
            ("Vérifiez que les conditions écrites le prévoient.", "Check that the written terms provide for it."),
        ),
        "customer-terms-over-ceiling" => (
            ("Conditions au-delà du plafond légal", "Terms beyond the legal ceiling"),
            (
                "Les conditions convenues dépassent 60 jours, ou 45 jours fin de mois (C. com. L441-10 I).",
                "The agreed terms pass 60 days, or 45 days end of month (C. com. L441-10 I).",
            ),
            (
                "Renégociez, ou établissez l’exception de secteur.",
                "Renegotiate, or establish the exception of the trade.",
            ),
        ),
        "terms-contradictory" => (
            ("Conditions contradictoires", "Contradictory terms"),
            (
                "Un même client est facturé, sur un an, sous deux conditions différentes et habituelles toutes deux.",
                "Within a year one customer is invoiced under two different terms, both of them a habit.",
            ),
            (
                "Demandez lesquelles valent : le retard, les pénalités et les relances en dépendent.",
                "Ask which ones hold: delays, penalties and reminders rest on them.",
            ),
        ),
        "terms-not-applied" => (
            ("Conditions convenues non appliquées", "Agreed terms not applied"),
            (
                "Les échéances des factures suivent d’autres conditions que celles de la fiche du client.",
                "The due dates of the invoices follow other terms than those of the customer’s record.",
            ),
            ("Corrigez la fiche, ou les factures.", "Correct the record, or the invoices."),
        ),
        "limitation-near" => (
            ("Prescription proche", "Limitation is near"),
            (
                "Le délai pour agir s’achève dans les douze mois : cinq ans entre professionnels, deux ans contre un consommateur, depuis l’échéance ou le dernier règlement partiel.",
                "The period to sue ends within twelve months: five years between businesses, two against a consumer, from the due date or the last part payment.",
            ),
            (
                "Alerte et non conseil : une relance n’interrompt pas la prescription, une reconnaissance de dette ou une action en justice oui. Voyez un juriste.",
                "An alert, not advice: a reminder does not interrupt limitation, an acknowledgement of debt or a court action does. See a lawyer.",
            ),
        ),
        "limitation-passed" => (
            ("Prescription sans doute acquise", "Limitation has probably passed"),
            (
                "Plus de cinq ans (deux contre un consommateur) depuis l’échéance ou le dernier règlement partiel.",
                "More than five years (two against a consumer) since the due date or the last part payment.",
            ),
            (
                "Alerte et non conseil : cherchez ce qui a pu l’interrompre, puis la dépréciation ou la perte. Ne menacez pas d’agir.",
                "An alert, not advice: look for what may have interrupted it, then for impairment or loss. Do not threaten to sue.",
            ),
        ),
        "no-penalty" => (
            ("Retards sans pénalités facturées", "Late payers never charged"),
            (
                "Au moins trois factures payées avec plus de trente jours de retard en un an, et aucune pièce qui ressemble à des pénalités. Le montant est celui des seules indemnités de 40 € (D441-5).",
                "At least three invoices paid more than thirty days late within a year, and no document that looks like penalties. The amount is that of the compensations of 40 euros alone (D441-5).",
            ),
            (
                "Les pénalités sont dues sans rappel ; y renoncer est un choix commercial à documenter.",
                "Penalties are due without a reminder; to waive them is a commercial choice to be recorded.",
            ),
        ),
        _ => return None,
    })
}
