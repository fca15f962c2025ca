//! Credits and remainders.

use super::Words;

/// The title, the meaning and the advice of a code of this family.
pub(super) fn words(code: &str) -> Option<Words> {
    Some(match code {
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
        "receipt-unallocated" => (
            ("Règlements à imputer, facture trouvée", "Unallocated receipts with a matching invoice"),
            (
                "Reçus depuis plus de trente jours et non lettrés, alors qu’une facture du même montant est ouverte chez le même client.",
                "Received more than thirty days ago and not matched, though an invoice of the very amount is open for the same customer.",
            ),
            (
                "Lettrez après vérification : la facture n’est sans doute plus due, et ne doit pas être relancée.",
                "Match them after checking: the invoice is probably paid and must not be chased.",
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
