//! Due dates, and dates that cannot follow one another.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "due-date-missing" => (
            ("Échéances absentes", "Missing due dates"),
            (
                "Ces pièces n’ont ni échéance ni conditions : elles n’ont pas d’âge et aucune relance ne les prend.",
                "These documents have neither a due date nor terms: they have no age and no reminder takes them.",
            ),
            (
                "Demandez un export avec les échéances, ou indiquez des conditions par défaut.",
                "Ask for an export with due dates, or give default terms.",
            ),
        ),
        "due-date-estimated" => (
            ("Échéances estimées", "Estimated due dates"),
            (
                "Leur échéance vient de l’habitude du client ou des conditions par défaut.",
                "Their due date comes from the customer’s habit or from the default terms.",
            ),
            (
                "Vérifiez les plus gros montants avant de relancer.",
                "Check the largest amounts before writing to anybody.",
            ),
        ),
        "due-before-invoice" => (
            ("Échéance avant la facture", "Due before the invoice"),
            (
                "Une échéance ne précède pas la date de la facture : jour et mois inversés, ou faute de frappe.",
                "A due date does not come before the invoice: day and month swapped, or a slip.",
            ),
            (
                "Vérifiez l’ordre jour/mois du fichier, puis les pièces.",
                "Check the day/month order of the file, then the documents.",
            ),
        ),
        "unlikely-year" => (
            ("Année improbable", "Unlikely year"),
            (
                "L’année est à plus de dix ans des autres : 2062 pour 2026, par exemple.",
                "The year is more than ten years away from the others: 2062 for 2026, for example.",
            ),
            ("Corrigez la date dans le logiciel d’origine.", "Correct the date in the original program."),
        ),
        "due-far" => (
            ("Échéance à plus d’un an", "Due more than a year later"),
            (
                "L’échéance tombe plus de 365 jours après la facture.",
                "The due date falls more than 365 days after the invoice.",
            ),
            (
                "Vérifiez l’année ; une retenue de garantie se suit à part.",
                "Check the year; a retention is followed apart.",
            ),
        ),
        "invoice-in-future" => (
            ("Factures datées après l’arrêté", "Invoices dated after the as-of day"),
            (
                "Peu de factures portent une date future : sans doute une faute de frappe. Elles ne comptent pas à cette date.",
                "Few invoices bear a future date: probably a slip. They do not count on that day.",
            ),
            ("Vérifiez leur date, ou la date d’arrêté.", "Check their date, or the as-of day."),
        ),
        "entries-after-as-of" => (
            ("Écritures après l’arrêté", "Entries after the as-of day"),
            (
                "Le grand livre continue après la date d’arrêté : ces écritures n’existent pas encore ce jour-là.",
                "The ledger goes on after the as-of day: these entries do not exist yet on that day.",
            ),
            (
                "Rien à faire si l’arrêté est voulu dans le passé.",
                "Nothing to do if the as-of day is meant to be in the past.",
            ),
        ),
        "opening-undetailed" => (
            ("À-nouveaux sans détail", "Opening balances without detail"),
            (
                "Un solde d’ouverture sans pièce est ouvert : les factures qui le composent, et leur âge, sont perdus.",
                "An opening balance without a document is open: the invoices behind it, and their ages, are lost.",
            ),
            (
                "Demandez le détail des à-nouveaux, ou l’exercice précédent.",
                "Ask for the opening balances in detail, or for the year before.",
            ),
        ),
        _ => return None,
    })
}
