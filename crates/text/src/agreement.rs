//! The draft of an instalment agreement: acknowledgement of the debt in figures and letters, schedule, acceleration
//! clause (domain.md 9.3). A text to review with counsel, never an act.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

/// What an agreement says. Names and amounts are those of the dossier; what is unknown is left as a blank to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement<'a> {
    /// Who is owed.
    pub creditor: &'a str,
    /// Who owes.
    pub debtor: &'a str,
    /// SIREN or SIRET of who owes.
    pub debtor_number: Option<&'a str>,
    /// The invoices, each with its day and what was open of it.
    pub documents: Vec<(&'a str, Day, Amount)>,
    /// What they came to.
    pub principal: Amount,
    /// Interest agreed for the time granted.
    pub interest: Amount,
    /// The terms.
    pub terms: Vec<(Day, Amount)>,
    /// The day of the agreement.
    pub agreed: Day,
    /// Currency of the amounts.
    pub currency: Currency,
    /// Where to pay.
    pub iban: Option<&'a str>,
}

impl Language {
    /// Title of the agreement.
    pub const fn agreement_title(self) -> &'static str {
        self.pick("Reconnaissance de dette et échéancier", "Acknowledgement of debt and instalment plan")
    }

    /// The draft.
    pub fn agreement(self, of: &Agreement<'_>) -> String {
        let blank = "……………………";
        let filled = |text: &str| if text.trim().is_empty() { blank.to_owned() } else { text.to_owned() };
        let money = |amount| self.money(amount, of.currency);
        let both = |amount| format!("{} ({})", money(amount), self.in_words(amount, of.currency));
        let number = of.debtor_number.map(|number| format!(" ({number})")).unwrap_or_default();
        let (creditor, debtor) = (filled(of.creditor), format!("{}{number}", filled(of.debtor)));
        let total = of.principal + of.interest;
        let documents: String = of
            .documents
            .iter()
            .map(|(document, day, owed)| format!("  - {}, {}, {}\n", filled(document), self.day(*day), money(*owed)))
            .collect();
        let terms: String = of
            .terms
            .iter()
            .zip(1..)
            .map(|((day, amount), at): (_, u32)| format!("  {at}. {} : {}\n", self.day(*day), both(*amount)))
            .collect();
        let terms = if self == Language::En {
            terms.replace(" : ", ": ")
        } else {
            terms.replace(" : ", &format!("{NO_BREAK_SPACE}: "))
        };
        let iban = filled(of.iban.unwrap_or_default());
        let day = self.day(of.agreed);
        let count = of.terms.len();
        match self {
            Language::Fr => {
                let interest = if of.interest.is_zero() {
                    "Aucun intérêt n’est demandé pour les délais accordés, tant qu’ils sont respectés.".to_owned()
                } else {
                    format!(
                        "S’y ajoutent {} d’intérêts pour les délais accordés, compris dans les échéances.",
                        both(of.interest)
                    )
                };
                format!(
                    "RECONNAISSANCE DE DETTE ET ÉCHÉANCIER\n\nEntre {creditor}, le créancier, et {debtor}, le débiteur.\n\n\
1. Reconnaissance. Le débiteur reconnaît devoir au créancier la somme de {}, au titre de{NO_BREAK_SPACE}:\n{documents}\n\
2. Intérêts. {interest}\n\n\
3. Échéancier. Le débiteur paie {} en {count} {}{NO_BREAK_SPACE}:\n{terms}\n\
4. Paiement. Par virement sur le compte {iban}, reçu au plus tard le jour dit.\n\n\
5. Échéance impayée. Une échéance impayée ne rend pas à elle seule le reste exigible (article 1305-4 du code civil). \
Les parties conviennent que, huit jours après un rappel écrit resté sans effet, tout ce qui reste dû devient \
exigible, avec les pénalités de retard calculées depuis les échéances d’origine.\n\n\
6. Contestations. Le débiteur déclare ne contester aucune des factures ci-dessus.\n\n\
7. Effet. La présente reconnaissance interrompt la prescription (article 2240 du code civil) et ne vaut pas \
novation{NO_BREAK_SPACE}: les factures gardent leurs garanties.\n\n\
Fait en deux exemplaires, le {day}.\n\nLe créancier{}Le débiteur\n\n\
Le débiteur qui n’est pas commerçant écrit lui-même la somme en chiffres et en lettres au-dessus de sa signature \
(article 1376 du code civil){NO_BREAK_SPACE}: {}.\n",
                    both(of.principal),
                    both(total),
                    self.plural(count as u64, "échéance", "échéances"),
                    " ".repeat(30),
                    both(total),
                )
            }
            Language::En => {
                let interest = if of.interest.is_zero() {
                    "No interest is asked for the time granted, as long as it is kept to.".to_owned()
                } else {
                    format!(
                        "{} of interest for the time granted are added, and are part of the terms.",
                        both(of.interest)
                    )
                };
                format!(
                    "ACKNOWLEDGEMENT OF DEBT AND INSTALMENT PLAN\n\nBetween {creditor}, the creditor, and {debtor}, the debtor.\n\n\
1. Acknowledgement. The debtor acknowledges owing the creditor {} for:\n{documents}\n\
2. Interest. {interest}\n\n\
3. Plan. The debtor pays {} in {count} {}:\n{terms}\n\
4. Payment. By transfer to account {iban}, received at the latest on the day stated.\n\n\
5. Unpaid term. Under French law an unpaid term does not by itself make the rest due (article 1305-4 of the civil \
code). The parties agree that, eight days after a written reminder without effect, all that is left becomes due, with \
late-payment interest computed from the original due dates.\n\n\
6. Disputes. The debtor declares that none of the invoices above is disputed.\n\n\
7. Effect. This acknowledgement interrupts limitation (article 2240 of the civil code) and is no novation: the \
invoices keep their securities.\n\n\
Made in two copies on {day}.\n\nThe creditor{}The debtor\n\n\
A debtor who is not a trader writes the sum in figures and letters above the signature by hand (article 1376 of the \
civil code): {}.\n",
                    both(of.principal),
                    both(total),
                    self.plural(count as u64, "term", "terms"),
                    " ".repeat(30),
                    both(total),
                )
            }
        }
    }

    /// The clause on the seed's share of claims handed over, and this ledger's own.
    pub fn externalised_share(self, hundredths: i64) -> String {
        let share = self.percent_hundredths(hundredths);
        match self {
            Language::Fr => format!(
                "Part des factures échues à confier à un tiers{NO_BREAK_SPACE}: {share}. Un éditeur (LeanPay) annonce 2,5{NO_BREAK_SPACE}% pour ses clients{NO_BREAK_SPACE}: c’est son chiffre, non vérifié."
            ),
            Language::En => format!(
                "Share of overdue invoices to hand over: {share}. One vendor (LeanPay) claims 2.5% for its clients: its own figure, not verified."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(language: Language) -> String {
        let (day, amount) = (|text: &str| text.parse::<Day>().unwrap(), Amount::from_minor);
        language.agreement(&Agreement {
            creditor: "Delorme SAS",
            debtor: "Gamma",
            debtor_number: None,
            documents: vec![("F106", day("2026-07-15"), amount(1_000_000))],
            principal: amount(1_000_000),
            interest: Amount::ZERO,
            terms: vec![
                (day("2026-10-15"), amount(333_334)),
                (day("2026-11-15"), amount(333_333)),
                (day("2026-12-15"), amount(333_333)),
            ],
            agreed: day("2026-09-25"),
            currency: Currency::EUR,
            iban: None,
        })
    }

    #[test]
    fn the_sum_stands_in_figures_and_letters_with_every_term_and_clause() {
        let french = draft(Language::Fr);
        for part in [
            "10\u{202f}000,00",
            "(dix mille euros)",
            "1. 15/10/2026",
            "trois mille trois cent trente-trois euros et trente-quatre centimes",
            "1305-4",
            "2240",
            "1376",
            "en 3 échéances",
            "Aucun intérêt",
            "……",
        ] {
            assert!(french.contains(part), "{part}\n{french}");
        }
        let english = draft(Language::En);
        for part in ["(ten thousand euros)", "in 3 terms", "1305-4", "Gamma, the debtor"] {
            assert!(english.contains(part), "{part}\n{english}");
        }
    }
}
