//! Old debts, large debts, late beginners.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "old-item" => (
            ("Créances de plus d’un an", "Debts more than a year overdue"),
            (
                "Échues depuis plus d’un an, et non passées en clients douteux.",
                "Overdue for more than a year, and not moved to doubtful customers.",
            ),
            (
                "Examinez la dépréciation (416, 491) et ce qui a été fait pour recouvrer.",
                "Look at impairment (416, 491) and at what was done to collect.",
            ),
        ),
        "concentration" => (
            ("Clients de plus d’un cinquième", "Customers of more than a fifth"),
            (
                "Chaque client cité doit à lui seul plus du cinquième de l’encours.",
                "Each customer named owes more than a fifth of all that is owed.",
            ),
            (
                "Examinez sa solvabilité, les garanties et les règlements postérieurs.",
                "Look at its solvency, the guarantees and the later receipts.",
            ),
        ),
        "concentration-index" => (
            ("Encours concentré", "Concentrated receivables"),
            (
                "L’indice de Herfindahl-Hirschman de l’encours dépasse 2 500 : peu de clients doivent l’essentiel. Le montant est celui du plus gros.",
                "The Herfindahl-Hirschman index of what is owed is above 2,500: few customers owe most of it. The amount is that of the largest.",
            ),
            (
                "Traitez les plus gros un par un ; une statistique n’a guère de sens ici.",
                "Treat the largest one by one; statistics tell little here.",
            ),
        ),
        "over-credit-limit" => (
            ("Encours au-delà de la limite", "Beyond the credit limit"),
            (
                "Le solde dépasse la limite fixée pour le client. Le montant est le dépassement.",
                "The balance exceeds the limit set for the customer. The amount is the excess.",
            ),
            (
                "Suspendez les livraisons à crédit, ou revoyez la limite.",
                "Suspend deliveries on credit, or review the limit.",
            ),
        ),
        "client-ageing-error" => (
            ("Erreurs dans la balance âgée du client", "Errors in the client’s aged balance"),
            (
                "La balance âgée fournie diffère de celle recalculée depuis les pièces, et aucune manière de l’établir ne l’explique.",
                "The aged balance given differs from the one recomputed from the items, and no way of drawing one up explains it.",
            ),
            (
                "Faites justifier chaque écart, puis faites corriger la balance avant de vous y appuyer.",
                "Have every difference justified, then the balance corrected before you rely on it.",
            ),
        ),
        "client-ageing-method" => (
            ("Balance âgée du client établie autrement", "Client’s aged balance drawn up another way"),
            (
                "La balance âgée fournie diffère de celle recalculée depuis les pièces ; une autre manière de l’établir l’explique, ou des échéances que les écritures ne disent pas.",
                "The aged balance given differs from the one recomputed from the items; another way of drawing one up explains it, or due dates that the ledger does not tell.",
            ),
            (
                "Vérifiez que cette manière est celle annoncée, et tenez-en compte avant d’appliquer des taux par tranche.",
                "Check that this is the way announced, and allow for it before applying rates by bucket.",
            ),
        ),
        "reminders-unanswered" => (
            ("Relances écrites sans effet", "Written reminders without effect"),
            (
                "Trois relances écrites ou plus depuis le dernier règlement, et une dette toujours échue.",
                "Three written reminders or more since the last payment, and a debt still overdue.",
            ),
            (
                "Appelez : une relance écrite de plus n’apprendra rien à ce client.",
                "Call: one more written reminder will tell this customer nothing.",
            ),
        ),
        "waits-for-reminder" => (
            ("Clients qui attendent d’être relancés", "Customers that wait for a reminder"),
            (
                "Leurs règlements tardifs tombent dans les cinq jours d’une relance, plus souvent que le hasard ne l’expliquerait.",
                "Their late payments fall within five days of a reminder, more often than chance would explain.",
            ),
            (
                "Avancez la première relance, ou appelez avant l’échéance.",
                "Send the first reminder earlier, or call before the due date.",
            ),
        ),
        "first-invoice-late" => (
            ("Première facture déjà en retard", "First invoice already late"),
            (
                "Clients de moins de six mois dont la toute première facture est échue depuis plus de quinze jours.",
                "Customers of less than six months whose very first invoice is overdue by more than fifteen days.",
            ),
            ("Appelez avant de livrer de nouveau.", "Call before delivering again."),
        ),
        _ => return None,
    })
}
