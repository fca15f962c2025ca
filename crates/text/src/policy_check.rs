//! What the linter says of a policy, and the words of a back-test.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

impl Language {
    /// A remark of the linter, by the key of its rule; `seen` is the figure or name it rests on.
    pub fn policy_lint(self, rule: &str, seen: &str) -> String {
        let (french, english) = lint_words(rule);
        let cost = (rule == "calls-for-any-amount").then(|| seen.parse().ok()).flatten();
        let cost = cost.map(|cents| self.money(Amount::from_minor(cents), Currency::EUR));
        let seen = cost.as_deref().unwrap_or(seen);
        self.pick(french, english).replace("{}", seen).replace(" :", "\u{a0}:").replace(" €", "\u{a0}€")
    }

    /// A back-test asked for too much.
    pub const fn simulation_refused(self) -> &'static str {
        self.pick(
            "Un essai compare une à quatre politiques, sur 1 à 36 mois ; les hypothèses vont de 0 à 60 jours.",
            "A back-test compares one to four policies over 1 to 36 months; assumptions are 0 to 60 days.",
        )
    }

    /// A policy without a remark.
    pub const fn policy_sound(self) -> &'static str {
        self.pick("Aucune remarque sur cette politique.", "No remark on this policy.")
    }

    /// How grave a remark is.
    pub const fn policy_lint_weight(self, grave: bool) -> &'static str {
        if grave { self.pick("à corriger", "to correct") } else { self.pick("à regarder", "to look at") }
    }

    /// What a back-test assumes, one sentence each.
    pub fn simulation_assumptions(
        self,
        written: i32,
        call: i32,
        reaction: i32,
        needless: i32,
        warm_up: i32,
    ) -> Vec<String> {
        let days = |count: i32| {
            let unit =
                self.plural(u64::from(count.unsigned_abs()), self.pick("jour", "day"), self.pick("jours", "days"));
            format!("{count}{NO_BREAK_SPACE}{unit}")
        };
        let (written, call, reaction, needless, warm_up) =
            (days(written), days(call), days(reaction), days(needless), days(warm_up));
        match self {
            Language::Fr => vec![
                "Les règlements sont ceux du grand livre, avec ce que les relances d’alors ont déjà obtenu.".to_owned(),
                format!("Un message écrit avance un règlement de {written} au plus, un appel de {call} au plus, et jamais à moins de {reaction} du contact."),
                format!("Un contact est inutile quand tout ce qu’il réclame est réglé dans les {needless} sans lui."),
                format!("Les {warm_up} qui précèdent la période sont jouées sans être comptées."),
                "Chaque client garde le segment, le risque et les coordonnées de la date d’arrêté ; litiges et promesses du passé ne sont pas rejoués.".to_owned(),
            ],
            Language::En => vec![
                "Payments are those of the ledger, with what the reminders of the time already brought.".to_owned(),
                format!("A written message brings a payment forward by {written} at most, a call by {call} at most, and never to less than {reaction} after the contact."),
                format!("A contact is needless where all it asks for is paid within {needless} without it."),
                format!("The {warm_up} before the period are played and not counted."),
                "Each customer keeps the segment, risk and contact data of the as-of date; disputes and promises of the past are not replayed.".to_owned(),
            ],
        }
    }

    /// The period of a back-test.
    pub fn simulation_period(self, from: Day, to: Day) -> String {
        let (from, to) = (self.day(from), self.day(to));
        match self {
            Language::Fr => format!("Du {from} au {to}"),
            Language::En => format!("From {from} to {to}"),
        }
    }

    /// What calls are worth.
    pub fn call_advice(self, threshold: Amount, below: u32, saving: Amount, above: u32) -> String {
        let (threshold, saving) = (self.money(threshold, Currency::EUR), self.money(saving, Currency::EUR));
        let calls = self.plural(u64::from(below), self.pick("appel", "call"), self.pick("appels", "calls"));
        let messages = self.plural(
            u64::from(above),
            self.pick("message écrit", "written message"),
            self.pick("messages écrits", "written messages"),
        );
        match self {
            Language::Fr => format!(
                "Un appel se paie à partir de {threshold}{NO_BREAK_SPACE}: {below} {calls} en dessous ({saving} d’économie à l’écrit), {above} {messages} au-dessus, qui valent un appel."
            ),
            Language::En => format!(
                "A call pays from {threshold}: {below} {calls} below it ({saving} saved in writing), {above} {messages} above it, worth a call."
            ),
        }
    }
}

texts! {
    /// Heading of the policies.
    simulation_policy: "Politique", "Policy";
    /// Heading of the contacts.
    simulation_contacts: "Contacts", "Contacts";
    /// Heading of the calls.
    simulation_calls: "Appels", "Calls";
    /// Heading of the cost.
    simulation_cost: "Coût", "Cost";
    /// Heading of the customers contacted.
    simulation_customers: "Clients", "Customers";
    /// Heading of the needless contacts.
    simulation_needless: "Inutiles", "Needless";
    /// Heading of the days gained.
    simulation_days: "Jours gagnés", "Days earlier";
    /// Heading of the busiest week.
    simulation_busiest: "Semaine la plus chargée", "Busiest week";
    /// Heading of what was paid late.
    simulation_paid_late: "Réglé en retard", "Paid late";
}

/// The sentence of a rule in French and in English.
fn lint_words(rule: &str) -> (&'static str, &'static str) {
    match rule {
        "tone-falls" => (
            "Le ton ({}) est plus doux que celui de l’étape précédente : la fermeté doit croître d’étape en étape.",
            "The tone ({}) is softer than that of the step before: firmness must grow from step to step.",
        ),
        "tone-jumps" => (
            "Le ton ({}) saute plusieurs degrés : ajoutez une étape intermédiaire.",
            "The tone ({}) skips several degrees: add a step in between.",
        ),
        "formal-without-last-notice" => (
            "La mise en demeure ({}) n’est précédée d’aucun dernier avis amiable : ajoutez-en un.",
            "No last amicable notice comes before the formal notice ({}): add one.",
        ),
        "formal-not-registered" => (
            "La mise en demeure ({}) doit partir par lettre recommandée, et par rien d’autre : sa réception se prouve.",
            "The formal notice ({}) must leave by registered letter, and by nothing else: its receipt is to be proved.",
        ),
        "formal-without-deadline" => (
            "La mise en demeure ({}) n’accorde aucun délai : huit jours sont d’usage.",
            "The formal notice ({}) grants no deadline: eight days are usual.",
        ),
        "formal-without-approval" => (
            "La mise en demeure ({}) part sans être validée par une personne.",
            "The formal notice ({}) leaves without anybody’s approval.",
        ),
        "claims-too-early" => (
            "L’étape {} réclame des pénalités dès le premier message : mentionnez-les plutôt à une étape plus ferme.",
            "The step {} claims penalties in the first message: leave them to a firmer step.",
        ),
        "unlawful-fee" => (
            "L’étape {} ajoute des frais : en France, rien n’est dû au-delà des pénalités et de l’indemnité de 40 €, sauf frais justifiés.",
            "The step {} adds a fee: in France nothing is owed beyond interest and the 40 € indemnity, unless justified.",
        ),
        "consumer-claims" => (
            "L’étape {} réclame à des particuliers des pénalités ou une indemnité réservées aux professionnels.",
            "The step {} claims from consumers what is owed by businesses alone.",
        ),
        "gap-too-long" => (
            "{} jours depuis l’étape précédente : plus d’un mois de silence fait oublier la relance.",
            "{} days since the step before: more than a month of silence makes a reminder forgotten.",
        ),
        "gap-too-short" => (
            "{} jours depuis l’étape précédente, moins que l’écart minimal entre deux contacts : l’étape sera reportée.",
            "{} days since the step before, less than the distance between contacts: the step will be put off.",
        ),
        "cap-too-low" => (
            "{} étapes tombent dans trente jours, plus que le plafond de contacts : les dernières seront reportées.",
            "{} steps fall within thirty days, more than the cap of contacts: the last will be put off.",
        ),
        "deadline-ignored" => (
            "L’étape précédente accorde {} jours : celle-ci tombe avant la fin du délai et sera reportée.",
            "The step before grants {} days: this one falls before they have passed and will be put off.",
        ),
        "starts-late" => (
            "La première relance vient {} jours après l’échéance : plus la relance tarde, moins elle est suivie.",
            "The first reminder comes {} days after the due date: the later it comes, the less it does.",
        ),
        "nothing-after-due" => (
            "Aucune étape après l’échéance : les retards ne sont jamais relancés.",
            "No step after the due date: what is late is never reminded of.",
        ),
        "repeats-too-often" => (
            "L’étape se répète {} fois : six répétitions sans effet appellent une autre étape.",
            "The step repeats {} times: six repetitions without effect call for another step.",
        ),
        "key-accounts-not-called" => (
            "Le scénario {} ne prévoit aucun appel : un grand compte s’appelle.",
            "The scenario {} has no call: key accounts are called.",
        ),
        "calls-for-any-amount" => (
            "L’étape appelle quel que soit le montant : un appel coûte {}, posez un seuil.",
            "The step calls whatever the amount: a call costs {}, set a threshold.",
        ),
        "one-channel-only" => (
            "Les {} étapes passent par le même moyen de contact : variez-les.",
            "All {} steps use one means of contact: vary them.",
        ),
        "no-fallback" => (
            "L’étape {} n’a pas de moyen de repli : un client sans coordonnées ne sera pas contacté.",
            "The step {} has no fallback: a customer without contact data will not be contacted.",
        ),
        "template-missing" => (
            "Le modèle {} n’existe pas : aucun brouillon ne sera écrit.",
            "The template {} does not exist: no draft will be written.",
        ),
        "calls-on-days-off" => (
            "L’étape {} peut tomber un dimanche ou un jour férié : déplacez les étapes au jour ouvré.",
            "The step {} may fall on a Sunday or a holiday: move steps to working days.",
        ),
        "no-minimum" => (
            "Aucun montant minimal : des clients seront relancés pour quelques centimes.",
            "No minimum amount: customers will be reminded of a few cents.",
        ),
        "never-applies" => (
            "L’étape {} ne peut jamais s’appliquer : ses conditions finissent avant son jour.",
            "The step {} can never apply: its conditions end before its day.",
        ),
        "scenario-unused" => ("Aucun segment ne mène au scénario {}.", "No segment leads to the scenario {}."),
        "segment-hidden" => (
            "La règle du segment {} vient après celle qui prend tout le monde : elle ne sert jamais.",
            "The rule of the segment {} comes after the one that takes everybody: it is never used.",
        ),
        _ => (
            "Les clients en procédure collective ne sont pas mis à part en premier (segment {}).",
            "Customers in insolvency proceedings are not set apart first (segment {}).",
        ),
    }
}
