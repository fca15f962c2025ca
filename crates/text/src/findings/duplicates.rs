//! Documents and customers that stand twice.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "item-twice" => (
            ("Pièces en double", "Documents that stand twice"),
            (
                "Même client, même numéro, même date, même montant : la pièce compte deux fois dans le solde.",
                "Same customer, number, date and amount: the document counts twice in the balance.",
            ),
            (
                "Vérifiez, puis supprimez le double dans le logiciel d’origine. Rien n’est retiré ici.",
                "Check, then remove the double in the original program. Nothing is removed here.",
            ),
        ),
        "item-near" => (
            ("Pièces presque en double", "Documents that nearly stand twice"),
            (
                "Même client, même montant, et un numéro qui se lit de même (FA-00123, FA123).",
                "Same customer, same amount, and a number that reads the same (FA-00123, FA123).",
            ),
            ("Comparez les deux pièces.", "Compare the two documents."),
        ),
        "number-other-customer" => (
            ("Numéro de pièce chez deux clients", "One number, two customers"),
            (
                "Le même numéro de pièce figure dans deux comptes : l’un des deux est sans doute faux.",
                "The same document number stands in two accounts: one of them is probably wrong.",
            ),
            ("Vérifiez à qui la facture est adressée.", "Check whom the invoice is addressed to."),
        ),
        "same-amount-same-day" => (
            ("Même montant, même jour", "Same amount, same day"),
            (
                "Deux pièces d’un client portent le même montant et la même date. Ce peut être voulu : aucun point n’est retiré.",
                "Two documents of a customer bear the same amount and date. It may be meant: no point is taken.",
            ),
            ("Un coup d’œil suffit.", "A glance is enough."),
        ),
        "customer-twice" => (
            ("Clients en double", "Customers that stand twice"),
            (
                "Deux comptes désignent sans doute le même client : il recevrait deux relances. Rien n’est fusionné sans vous.",
                "Two accounts probably mean the same customer: it would be written to twice. Nothing is merged without you.",
            ),
            (
                "Vérifiez, puis réunissez les comptes dans le logiciel d’origine.",
                "Check, then bring the accounts together in the original program.",
            ),
        ),
        _ => return None,
    })
}
