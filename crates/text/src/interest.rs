//! The words of late-payment interest: regimes with their law, sources of rates, refusals, what to check.

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};
use values::{Amount, Currency, Day};

texts! {
    /// Heading of the rule.
    interest_rule: "Règle", "Rule";
    /// Heading of first days.
    interest_from: "Du", "From";
    /// Heading of last days.
    interest_to: "Au", "To";
    /// Heading of numbers of days.
    interest_days: "Jours", "Days";
    /// Heading of what bears interest.
    interest_principal: "Principal", "Principal";
    /// Heading of rates.
    interest_rate: "Taux", "Rate";
    /// Heading of interest.
    interest_amount: "Intérêts", "Interest";
    /// Heading of sources.
    interest_source: "Source", "Source";
    /// Interest before rounding.
    interest_exact: "Avant arrondi", "Before rounding";
    /// The fixed sum.
    interest_indemnity: "Indemnité forfaitaire", "Fixed sum";
    /// Interest of one more day.
    interest_per_day: "Par jour de plus", "Each further day";
    /// What is left of the debt.
    interest_principal_left: "Principal restant dû", "Principal left";
    /// Interest accrued and not paid.
    interest_left: "Intérêts restant dus", "Interest left";
    /// What is left of the costs.
    interest_costs_left: "Frais restant dus", "Costs left";
    /// Paid beyond what was owed.
    interest_overpaid: "Trop-perçu", "Overpaid";
    /// Everything left to pay.
    interest_owed: "Total dû", "Total owed";
    /// How it was computed.
    interest_method: "Calcul", "Computation";
    /// What to check.
    interest_check: "À vérifier", "To check";
    /// The rate of the contract as a source.
    interest_contract_rate: "taux prévu au contrat", "rate of the contract";
    /// Heading of how far a rate can be trusted.
    rate_quality: "Fiabilité", "Quality";
    /// Not advice.
    not_legal_advice: "Calcul indicatif : ce n’est pas un conseil juridique.", "Indicative computation: not legal advice.";
    /// The consumer's notice is not known.
    interest_notice_assumed: "Contre un consommateur, les intérêts courent depuis la réception d’une mise en demeure : sa date n’est pas donnée, l’échéance en tient lieu. Indiquez-la.", "Against a consumer interest runs from the receipt of a formal notice: its day is not given, the due day stands in for it. Name it.";
    /// Swiss interest needs a notice.
    interest_swiss_notice: "En Suisse, les intérêts courent depuis une interpellation, ou depuis l’échéance si le contrat en fixe le jour (CO 102).", "In Switzerland interest runs from a notice, or from the due day where the contract names it (CO 102).";
    /// The contract's rate is below the Swiss one.
    interest_swiss_floor: "Le taux du contrat est inférieur à 5 % : le taux de la loi s’applique (CO 104).", "The contract’s rate is below 5%: the rate of the law applies (CO 104).";
    /// What to do where a rate is unknown.
    rate_unknown_advice: "Choisissez un jour antérieur, ou fournissez le taux avec sa source.", "Choose an earlier day, or provide the rate with its source.";
    /// What to do where the claim is older than the rule.
    interest_before_advice: "Utilisez le régime « contract » avec le taux alors en vigueur.", "Use the regime “contract” with the rate then in force.";
    /// The rate of the contract is missing.
    interest_rate_missing: "Le régime « contract » demande un taux.", "The regime “contract” takes a rate.";
    /// What to do about it.
    interest_rate_missing_advice: "Donnez le taux annuel en pour cent, par exemple 8.25.", "Give the yearly rate in percent, for example 8.25.";
    /// What to do where a regime takes no rate of a contract.
    interest_rate_not_taken_advice: "Ôtez ce taux, ou choisissez le régime « contract ».", "Leave that rate out, or choose the regime “contract”.";
    /// The debt is not above zero.
    interest_principal_refused: "Le principal doit être supérieur à zéro.", "The principal must be above zero.";
    /// A payment is not above zero.
    interest_payment_refused: "Un paiement doit être supérieur à zéro.", "A payment must be above zero.";
    /// Costs are below zero.
    interest_costs_refused: "Les frais ne peuvent pas être négatifs.", "Costs cannot be below zero.";
    /// What to do about a document of rates.
    rates_advice: "La forme attendue : {\"version\": 1, \"series\": [{\"id\": \"ecb-refi\", \"rows\": [{\"from\", \"to\", \"ratePercent\", \"source\", \"checked\"}]}]}.", "The expected form: {\"version\": 1, \"series\": [{\"id\": \"ecb-refi\", \"rows\": [{\"from\", \"to\", \"ratePercent\", \"source\", \"checked\"}]}]}.";
    /// A document of rates that is no JSON.
    rates_not_json: "ce n’est pas du JSON", "not JSON";
    /// A field is absent.
    rates_field_missing: "absent", "missing";
    /// A field the form does not have.
    rates_field_unknown: "champ inconnu", "unknown field";
    /// Another version of the form.
    rates_version: "seule la version 1 est connue", "only version 1 is known";
    /// A table that does not exist.
    rates_series_unknown: "série inconnue", "unknown series";
    /// The same table twice.
    rates_series_twice: "série déjà donnée", "series already given";
    /// A field that does not read.
    rates_field_wrong: "valeur illisible", "not a value that can be read";
    /// No row.
    rates_empty: "aucune ligne", "no row";
    /// A row ends before it begins.
    rates_backwards: "la ligne finit avant de commencer", "the row ends before it begins";
    /// Two rows hold one day.
    rates_overlap: "la ligne commence avant la fin de la précédente", "the row begins before the one before it ends";
    /// Days without a rate.
    rates_gap: "des jours restent sans taux avant cette ligne, ou entre elle et la table livrée", "days are left without a rate before this row, or between it and the table shipped";
}

impl Language {
    /// A table of rates by its identifier.
    pub fn rate_series_name(self, key: &str) -> &str {
        match key {
            "ecb-refi" => self.pick("BCE, opérations principales de refinancement", "ECB, main refinancing operations"),
            "fr-legal-professional" => self.pick(
                "Taux de l’intérêt légal, créanciers professionnels",
                "French legal rate, professional creditors",
            ),
            "fr-legal-individual" => {
                self.pick("Taux de l’intérêt légal, particuliers", "French legal rate, individual creditors")
            }
            "boe-reference" => self.pick("Banque d’Angleterre, taux de référence", "Bank of England, reference rate"),
            "de-base" => self.pick("Allemagne, Basiszinssatz", "Germany, Basiszinssatz"),
            "be-commercial" => {
                self.pick("Belgique, retards de paiement commerciaux", "Belgium, late commercial payments")
            }
            "ch-default" => self.pick("Suisse, intérêt moratoire", "Switzerland, interest on default"),
            other => other,
        }
    }

    /// A regime by its identifier, with its law.
    pub fn regime_text(self, key: &str) -> &str {
        match key {
            "fr-b2b" => self.pick(
                "Entre professionnels, France : taux de la BCE au premier jour de chaque semestre + 10 points, ou taux du contrat sans descendre sous trois fois le taux légal (C. com. L441-10 II).",
                "Between businesses, France: ECB rate on the first day of each half-year + 10 points, or the contract’s rate, not below three times the legal rate (C. com. L441-10 II).",
            ),
            "fr-public" => self.pick(
                "Acheteur public, France : taux de la BCE au premier jour du semestre où les intérêts ont commencé + 8 points, fixé une fois (CCP R2192-31).",
                "Public buyer, France: ECB rate on the first day of the half-year in which interest began + 8 points, fixed once (CCP R2192-31).",
            ),
            "fr-consumer" => self.pick(
                "Consommateur, France : taux légal des créanciers professionnels, depuis la mise en demeure (C. civ. 1231-6, 1344-1).",
                "Consumer, France: legal rate of professional creditors, from the formal notice (C. civ. 1231-6, 1344-1).",
            ),
            "uk" => self.pick(
                "Royaume-Uni : taux de référence de la Banque d’Angleterre + 8 points, fixé au début (Late Payment of Commercial Debts (Interest) Act 1998, SI 2002/1675).",
                "United Kingdom: reference rate of the Bank of England + 8 points, fixed at the start (Late Payment of Commercial Debts (Interest) Act 1998, SI 2002/1675).",
            ),
            "de-b2b" => self.pick(
                "Entre professionnels, Allemagne : Basiszinssatz de chaque semestre + 9 points (BGB 288).",
                "Between businesses, Germany: Basiszinssatz of each half-year + 9 points (BGB 288).",
            ),
            "be-b2b" => self.pick(
                "Entre professionnels, Belgique : taux publié de chaque semestre (loi du 2 août 2002).",
                "Between businesses, Belgium: rate published for each half-year (law of 2 August 2002).",
            ),
            "ch" => self.pick(
                "Suisse : 5 %, ou le taux plus élevé du contrat (CO 104).",
                "Switzerland: 5%, or the contract’s higher rate (CO 104).",
            ),
            _ => self.pick("Taux du contrat, sans autre règle.", "The contract’s rate, no other rule."),
        }
    }

    /// A percentage written with a point and at least two decimals: `12,15 %`, `12.15%`.
    pub fn rate(self, percent: &str) -> String {
        match self {
            Language::Fr => format!("{}{NO_BREAK_SPACE}%", percent.replace('.', ",").replace('-', "−")),
            Language::En => format!("{}%", percent.replace('-', "−")),
        }
    }

    /// A reference with its day, the points added and where it was read; no points where nothing is added.
    pub fn rate_source(self, series: &str, percent: &str, on: Day, points: Option<&str>, source: &str) -> String {
        let (name, rate, on) = (self.rate_series_name(series), self.rate(percent), self.day(on));
        let unit = self.pick("points", "points");
        let added = points.map(|points| format!(" + {points} {unit}")).unwrap_or_default();
        match self {
            Language::Fr => format!("{name}{NO_BREAK_SPACE}: {rate} au {on}{added} ({source})"),
            Language::En => format!("{name}: {rate} on {on}{added} ({source})"),
        }
    }

    /// How days were counted and what a payment pays first.
    pub fn interest_method_text(self, day_count: &str, principal_first: bool) -> String {
        let divisor = match day_count {
            "actual" => self.pick("365 ou 366 selon l’année", "365 or 366 as the year has"),
            "360" => "360",
            _ => "365",
        };
        let order = match principal_first {
            true => self.pick("paiements imputés d’abord sur le principal", "payments reduce the principal first"),
            false => self.pick(
                "paiements imputés sur les frais, les intérêts, puis le principal (C. civ. 1343-1)",
                "payments reduce costs, interest, then the principal (C. civ. 1343-1)",
            ),
        };
        match self {
            Language::Fr => format!(
                "principal × taux × jours ÷ {divisor}, arrondi au centime par segment{NARROW_SPACE}; du lendemain de l’échéance au dernier jour inclus{NARROW_SPACE}; {order}."
            ),
            Language::En => format!(
                "principal × rate × days ÷ {divisor}, rounded to the cent per segment; from the day after the due day to the last day included; {order}."
            ),
        }
    }

    /// How far a rate can be trusted, by its code.
    pub fn rate_quality_name(self, key: &str) -> &str {
        match key {
            "verified" => self.pick("vérifié", "verified"),
            "computed" => self.pick("calculé", "computed"),
            "secondary" => self.pick("source secondaire", "secondary source"),
            "own" => self.pick("saisi par vous", "entered by you"),
            _ => self.pick("non vérifié", "unverified"),
        }
    }

    /// The last half-year a table knows.
    pub fn rate_last_known(self, half_year: &str) -> String {
        match self {
            Language::Fr => format!("dernier semestre connu{NO_BREAK_SPACE}: {half_year}"),
            Language::En => format!("last known half-year: {half_year}"),
        }
    }

    /// A rate that rests on a weak source.
    pub fn rate_to_check(self, series: &str, on: Day, quality: &str) -> String {
        let (name, on) = (self.rate_series_name(series), self.day(on));
        let how = self.rate_quality_name(quality);
        match self {
            Language::Fr => format!("{name} au {on}{NO_BREAK_SPACE}: {how}."),
            Language::En => format!("{name} on {on}: {how}."),
        }
    }

    /// A rate below the minimum of the law, and what the minimum gives.
    pub fn interest_below_floor(self, half_years: &[String], contract: bool, interest: &str) -> String {
        let half_years = half_years.join(", ");
        match (self, contract) {
            (Language::Fr, true) => format!(
                "Le taux du contrat est inférieur au minimum légal (trois fois le taux légal) en {half_years}{NARROW_SPACE}; à ce minimum, les intérêts seraient de {interest}."
            ),
            (Language::Fr, false) => format!(
                "Le taux supplétif est inférieur à trois fois le taux légal en {half_years}{NARROW_SPACE}; à ce plancher, les intérêts seraient de {interest}. Le texte ne dit pas s’il s’applique sans clause."
            ),
            (Language::En, true) => format!(
                "The contract’s rate is below the minimum of the law (three times the legal rate) in {half_years}; at the minimum the interest would be {interest}."
            ),
            (Language::En, false) => format!(
                "The default rate is below three times the legal rate in {half_years}; at that floor the interest would be {interest}. The text does not say whether it holds without a clause."
            ),
        }
    }

    /// The fixed sum of a regime.
    pub fn indemnity_due(self, regime: &str, amount: Amount, currency: Currency) -> String {
        let sum = self.money(amount, currency);
        let law = match regime {
            "fr-b2b" => "C. com. D441-5",
            "fr-public" => "CCP D2192-35",
            "uk" => "Act 1998, s. 5A",
            "de-b2b" => "BGB 288 (5)",
            _ => self.pick("loi du 2 août 2002, art. 6", "law of 2 August 2002, art. 6"),
        };
        match self {
            Language::Fr => format!("{sum} par facture payée en retard, hors TVA et sans intérêts ({law})."),
            Language::En => format!("{sum} per invoice paid late, without VAT or interest ({law})."),
        }
    }

    /// Why there is no fixed sum, by its code.
    pub fn no_indemnity(self, reason: &str) -> &str {
        match reason {
            "not-late" => self.pick("Aucune : rien n’a été payé en retard.", "None: nothing was paid late."),
            "consumer" => self.pick(
                "Aucune : jamais due par un consommateur (CPCE L111-8).",
                "None: never owed by a consumer (CPCE L111-8).",
            ),
            "insolvency" => self.pick(
                "Aucune : échéance postérieure à l’ouverture de la procédure collective (C. com. L441-10 II).",
                "None: it fell due after insolvency proceedings were opened (C. com. L441-10 II).",
            ),
            "same-invoice" => self.pick(
                "Comptée une fois, avec l’échéance de cette facture la première en retard.",
                "Counted once, with the due day of this invoice that was late first.",
            ),
            "older-than-the-rule" => self.pick(
                "Aucune : la créance est plus ancienne que l’indemnité forfaitaire.",
                "None: the claim is older than the fixed sum.",
            ),
            "not-an-invoice" => self.pick("Aucune : ce n’est pas une facture.", "None: not an invoice."),
            _ => self.pick("Aucune dans ce régime.", "None in this regime."),
        }
    }

    /// The fixed sum is in another currency.
    pub fn indemnity_in(self, currency: Currency) -> String {
        match self {
            Language::Fr => format!(
                "L’indemnité forfaitaire se demande en {currency}, à part{NO_BREAK_SPACE}: elle n’est pas ajoutée à une créance dans une autre devise."
            ),
            Language::En => {
                format!(
                    "The fixed sum is claimed in {currency}, apart: it is not added to a claim in another currency."
                )
            }
        }
    }

    /// A day past the table.
    pub fn rate_unknown(self, series: &str, on: Day, last_known: &str) -> String {
        let (name, on) = (self.rate_series_name(series), self.day(on));
        match self {
            Language::Fr => format!(
                "{name}{NO_BREAK_SPACE}: le taux au {on} n’est pas connu{NARROW_SPACE}; le dernier semestre connu est {last_known}. Rien n’est extrapolé."
            ),
            Language::En => format!(
                "{name}: the rate on {on} is not known; the last known half-year is {last_known}. Nothing is extrapolated."
            ),
        }
    }

    /// A day before the table.
    pub fn rate_too_old(self, series: &str, on: Day, first: Day) -> String {
        let (name, on, first) = (self.rate_series_name(series), self.day(on), self.day(first));
        match self {
            Language::Fr => {
                format!(
                    "{name}{NO_BREAK_SPACE}: le taux au {on} n’est pas connu{NARROW_SPACE}; la table commence le {first}."
                )
            }
            Language::En => format!("{name}: the rate on {on} is not known; the table begins on {first}."),
        }
    }

    /// A claim older than the rule.
    pub fn interest_before(self, regime: &str, since: Day) -> String {
        let since = self.day(since);
        match self {
            Language::Fr => format!(
                "La règle du régime «{NO_BREAK_SPACE}{regime}{NO_BREAK_SPACE}» vaut pour les échéances depuis le {since}{NARROW_SPACE}; une autre loi s’appliquait avant."
            ),
            Language::En => {
                format!(
                    "The rule of the regime “{regime}” holds for claims due from {since} on; another law held before."
                )
            }
        }
    }

    /// A contract's rate that a regime does not take.
    pub fn interest_rate_not_taken(self, regime: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le régime «{NO_BREAK_SPACE}{regime}{NO_BREAK_SPACE}» a son propre taux{NO_BREAK_SPACE}: un taux contractuel n’y a pas de place."
            ),
            Language::En => format!("The regime “{regime}” has its own rate: a contract’s rate has no place there."),
        }
    }

    /// A rate that does not read.
    pub fn interest_rate_unreadable(self, seen: &str) -> String {
        match self {
            Language::Fr => format!(
                "«{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» n’est pas un taux annuel en pour cent (de 0 à 1000, quatre décimales au plus)."
            ),
            Language::En => format!("“{seen}” is not a yearly rate in percent (0 to 1000, four decimals at most)."),
        }
    }

    /// A document of rates that is refused: where, and why.
    pub fn rates_refused(self, path: &str, problem: &str) -> String {
        match self {
            Language::Fr => format!("Taux refusés, {path}{NO_BREAK_SPACE}: {problem}."),
            Language::En => format!("Rates refused, {path}: {problem}."),
        }
    }
}
