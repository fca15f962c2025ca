//! Accounts that are not plain receivables.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "intercompany" => (
            ("Sociétés du groupe ou associés", "Group companies or partners"),
            (
                "Compte 451, 455 ou 458, nom de groupe, ou SIREN du dossier : ce n’est pas un client ordinaire.",
                "Account 451, 455 or 458, a group’s name, or the ledger’s own SIREN: not an ordinary customer.",
            ),
            (
                "Écartez-les des relances et rapprochez les comptes réciproques.",
                "Leave them out of reminders and reconcile the mutual accounts.",
            ),
        ),
        "retention" => (
            ("Retenues de garantie", "Retentions"),
            (
                "Compte 4117 : non exigible avant la levée des réserves ou un an après la réception des travaux.",
                "Account 4117: not due before the reserves are lifted or a year after the works are accepted.",
            ),
            (
                "Suivez-les à part ; elles ne se relancent pas comme une facture.",
                "Follow them apart; they are not chased like an invoice.",
            ),
        ),
        "retention-old" => (
            ("Retenues de garantie anciennes", "Old retentions"),
            (
                "Facturées depuis plus de dix-huit mois : la garantie d’un an est sans doute échue.",
                "Invoiced more than eighteen months ago: the year of guarantee has probably ended.",
            ),
            (
                "Demandez la mainlevée, ou le motif de l’opposition.",
                "Ask for the release, or for the reason of the objection.",
            ),
        ),
        "doubtful-stale" => (
            ("Douteux sans mouvement", "Doubtful customers without movement"),
            (
                "Compte 416 ouvert, et aucune écriture du client depuis plus d’un an.",
                "Account 416 is open, and the customer has had no entry for more than a year.",
            ),
            ("Justifiez la dépréciation, ou passez la perte (654).", "Justify the impairment, or book the loss (654)."),
        ),
        "doubtful-still-invoiced" => (
            ("Douteux encore facturés", "Doubtful customers still invoiced"),
            (
                "Le client figure en 416, et reçoit depuis des factures en 411.",
                "The customer stands in 416, and has since been invoiced in 411.",
            ),
            ("Reclassez l’ensemble, ou levez le doute.", "Move all of it, or lift the doubt."),
        ),
        "bill-past-due" => (
            ("Effets échus non encaissés", "Bills past due"),
            (
                "Compte 413 : l’effet est échu, et toujours au portefeuille.",
                "Account 413: the bill is past its day, and still in the portfolio.",
            ),
            ("Vérifiez s’il a été présenté, ou rejeté.", "Check whether it was presented, or returned unpaid."),
        ),
        "accrued-old" => (
            ("Factures à établir anciennes", "Old accrued invoices"),
            (
                "Compte 418 ouvert depuis plus de six mois : jamais facturé, ou jamais extourné.",
                "Account 418 open for more than six months: never invoiced, or never reversed.",
            ),
            ("Demandez la facture, sinon extournez.", "Ask for the invoice, otherwise reverse."),
        ),
        "advance-old" => (
            ("Avances anciennes", "Old advances"),
            (
                "Compte 419 ouvert depuis plus d’un an : commande abandonnée, ou avance à imputer.",
                "Account 419 open for more than a year: an order given up, or an advance to apply.",
            ),
            ("Imputez, remboursez ou justifiez.", "Apply, refund or justify."),
        ),
        _ => return None,
    })
}
