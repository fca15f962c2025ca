//! Whether customers can be reached, and how recent the file is.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
        "no-usable-channel" => (
            ("Clients injoignables", "Customers out of reach"),
            (
                "Ils doivent un montant échu, et le fichier ne donne ni e-mail, ni téléphone, ni adresse utilisable.",
                "They owe an overdue amount, and the file gives no usable e-mail, telephone or address.",
            ),
            (
                "Ajoutez un fichier de clients, en commençant par les plus gros montants.",
                "Add a customers’ file, the largest amounts first.",
            ),
        ),
        "email-wrong" => (
            ("E-mails inutilisables", "E-mail addresses of no use"),
            ("Ce n’est pas une adresse, ou personne ne la lit.", "It is no address, or nobody reads it."),
            ("Demandez l’adresse du service comptable.", "Ask for the address of the accounts department."),
        ),
        "email-typo" => (
            ("E-mails mal orthographiés", "Misspelt e-mail addresses"),
            (
                "Le domaine ressemble à une faute de frappe : le message n’arriverait pas.",
                "The domain looks like a slip: the message would not arrive.",
            ),
            ("Corrigez l’adresse après vérification.", "Correct the address after checking."),
        ),
        "phone-wrong" => (
            ("Téléphones inutilisables", "Telephone numbers of no use"),
            (
                "Il manque des chiffres, il y en a trop, ou ce n’est pas un numéro.",
                "Digits are missing, there are too many, or it is no number.",
            ),
            ("Complétez le numéro.", "Complete the number."),
        ),
        "address-incomplete" => (
            ("Adresses incomplètes", "Incomplete addresses"),
            (
                "Il manque la rue, le code postal ou la ville : une lettre ne partirait pas.",
                "The street, the postal code or the town is missing: no letter could be posted.",
            ),
            ("Complétez l’adresse.", "Complete the address."),
        ),
        "company-number-wrong" => (
            ("SIREN ou SIRET faux", "Wrong SIREN or SIRET"),
            (
                "La clé de contrôle ne correspond pas, ou des chiffres manquent.",
                "The check digit disagrees, or digits are missing.",
            ),
            (
                "Vérifiez le numéro dans l’annuaire des entreprises ; un tableur a pu ôter des zéros.",
                "Check the number in the register of companies; a spreadsheet may have taken zeros away.",
            ),
        ),
        "vat-wrong" => (
            ("N° de TVA faux", "Wrong VAT numbers"),
            (
                "Le numéro n’a pas la forme de son pays, ou sa clé ne correspond pas.",
                "The number is not of its country’s shape, or its key disagrees.",
            ),
            ("Vérifiez le numéro auprès du client.", "Check the number with the customer."),
        ),
        "iban-wrong" => (
            ("IBAN faux", "Wrong IBANs"),
            ("La clé de contrôle ou la longueur ne correspond pas.", "The check digits or the length disagree."),
            ("Demandez un relevé d’identité bancaire.", "Ask for the bank details again."),
        ),
        "stale" => (
            ("Fichier trop ancien", "The file is too old"),
            (
                "Aucun règlement depuis plus de dix jours ouvrés : des clients ont pu payer depuis.",
                "No payment for more than ten business days: customers may have paid since.",
            ),
            (
                "Demandez un export plus récent avant de relancer.",
                "Ask for a more recent export before writing to anybody.",
            ),
        ),
        _ => return None,
    })
}
