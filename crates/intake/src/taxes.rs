//! Words of headings that say whether an amount includes its taxes: what customers owe does.

use crate::words::holds;

/// Words of amounts with their taxes, beside those that begin as `brutto`.
const GROSS: [&str; 13] = [
    "ttc",
    "t t c",
    "gross",
    "incl",
    "inclusief",
    "inclusive",
    "including",
    "lordo",
    "ivato",
    "con iva",
    "iva incluida",
    "iva inclusa",
    "avec tva",
];

/// Words of amounts without their taxes, beside those that begin as `netto`.
const NET: [&str; 16] = [
    "ht",
    "h t",
    "hors taxe",
    "hors taxes",
    "hors tva",
    "sans tva",
    "excl",
    "exclusief",
    "exclusive",
    "excluding",
    "imponibile",
    "base",
    "sin iva",
    "senza iva",
    "subtotal",
    "ohne mwst",
];

/// Words that make of a net amount what an invoice asks for, taxes and all: `Net à payer`.
const ASKED: [&str; 10] = [
    "a payer",
    "a regler",
    "due",
    "payable",
    "a pagar",
    "da pagare",
    "zu zahlen",
    "te betalen",
    "a percevoir",
    "a recevoir",
];

/// Whether a folded heading says that an amount includes its taxes.
pub(crate) fn says_gross(words: &str) -> bool {
    // `Brut HT` is before deductions, and without taxes all the same.
    let whole = || words.split(' ').any(|word| word.starts_with("brut")) && !any_held(words, &NET);
    any_held(words, &GROSS) || whole()
}

/// Whether a folded heading says that an amount is without its taxes.
pub(crate) fn says_net(words: &str) -> bool {
    let net = |word: &str| word == "net" || word == "neto" || word.starts_with("netto");
    let asked = || ASKED.iter().any(|asked| holds(words, asked));
    any_held(words, &NET) || words.split(' ').any(net) && !asked() && !any_held(words, &GROSS)
}

fn any_held(words: &str, list: &[&str]) -> bool {
    list.iter().any(|phrase| holds(words, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::fold;

    #[test]
    fn headings_say_whether_taxes_are_included() {
        for gross in [
            "Betrag (brutto)",
            "Montant TTC",
            "Net TTC",
            "Bruttosumme",
            "Totaal incl. btw",
            "Totale lordo",
            "Total (gross)",
        ] {
            assert!(says_gross(&fold(gross)) && !says_net(&fold(gross)), "{gross}");
        }
        for net in
            ["Betrag (netto)", "Total HT", "Brut HT", "Nettosumme", "Totaal excl. btw", "Base imponible", "Net amount"]
        {
            assert!(says_net(&fold(net)) && !says_gross(&fold(net)), "{net}");
        }
        for neither in ["Montant", "Net à payer", "Net due", "Offen", "Netzwerk"] {
            assert!(!says_net(&fold(neither)) && !says_gross(&fold(neither)), "{neither}");
        }
    }
}
