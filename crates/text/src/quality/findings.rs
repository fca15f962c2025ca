//! Each finding by its code: its name, what it means, what to do. A code that is not known here is shown as it is.

use crate::Language;
use values::{Amount, Currency};

/// French and English.
type Pair = (&'static str, &'static str);

/// The title, the meaning and the advice of a code.
fn words(code: &str) -> Option<(Pair, Pair, Pair)> {
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
        "paid-before-invoice" => (
            ("Règlement avant la facture", "Paid before the invoice"),
            (
                "Le règlement lettré précède la facture : acompte, ou date fausse.",
                "The matched payment comes before the invoice: a deposit, or a wrong date.",
            ),
            ("Vérifiez la date du règlement.", "Check the date of the payment."),
        ),
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
        "credit-balance" => (
            ("Clients créditeurs", "Customers with a credit balance"),
            ("Leurs avoirs et règlements dépassent leurs factures.", "Their credits exceed their invoices."),
            (
                "Cherchez une facture manquante, sinon remboursez ou reclassez.",
                "Look for a missing invoice; otherwise refund or reclassify.",
            ),
        ),
        "credits-to-apply" => (
            ("Crédits à imputer", "Credits to apply"),
            (
                "Un avoir ou un règlement non imputé côtoie une dette du même client.",
                "A credit note or payment stands beside a debt of the same customer.",
            ),
            (
                "Proposition : imputer sur la pièce du même montant, sinon sur la plus ancienne. Rien n’est imputé ici.",
                "Proposed: apply to the document of the same amount, else to the oldest. Nothing is applied here.",
            ),
        ),
        "small-residual" => (
            ("Restes minimes", "Small remainders"),
            ("Moins d’une unité monétaire reste ouverte.", "Less than one unit of currency is open."),
            ("Soldez-les en écart de règlement.", "Write them off as payment differences."),
        ),
        _ => return None,
    })
}

impl Language {
    fn of(self, (french, english): Pair) -> String {
        let text = self.pick(french, english);
        match self {
            // The spaces of French typography, written as ordinary ones above.
            Language::Fr => text.replace(" :", "\u{A0}:").replace(" ;", "\u{A0};"),
            Language::En => text.to_owned(),
        }
    }

    /// The name of a finding.
    pub fn quality_title(self, code: &str) -> String {
        words(code).map_or_else(|| code.to_owned(), |(title, ..)| self.of(title))
    }

    /// How many, how much, and what it means. `thing` is `entries`, `customers` or `groups`.
    pub fn quality_text(
        self,
        code: &str,
        thing: &str,
        count: u32,
        amount: Option<Amount>,
        currency: Currency,
    ) -> String {
        let names = match thing {
            "customers" => (("client", "clients"), ("customer", "customers")),
            "groups" => (("lettrage", "lettrages"), ("match group", "match groups")),
            _ => (("ligne", "lignes"), ("row", "rows")),
        };
        let mut figures = self.things(count.into(), names.0, names.1);
        if let Some(amount) = amount {
            figures.push_str(&format!(", {}", self.money(amount, currency)));
        }
        let meaning = words(code).map(|(_, meaning, _)| self.of(meaning)).unwrap_or_default();
        format!("{figures}. {meaning}")
    }

    /// What to do about a finding.
    pub fn quality_advice(self, code: &str) -> String {
        words(code).map(|(_, _, advice)| self.of(advice)).unwrap_or_default()
    }
}
