//! The words of a policy's form: titles, the words between its fields, what each field is, and what may be chosen.

use crate::Language;

texts! {
    policy_segments: "Segments", "Segments";
    policy_segments_help: "La première règle qui convient à un client donne son segment et son scénario. Sans règle, tous suivent le premier scénario.", "The first rule that fits a customer gives its segment and its scenario. Without rules everybody follows the first scenario.";
    policy_segment_add: "Ajouter une règle", "Add a rule";
    policy_limits: "Limites", "Limits";
    policy_limits_help: "Elles valent pour tous les scénarios, sauf ce qu’un scénario dit autrement.", "They hold for all scenarios, except where a scenario says otherwise.";
    policy_calendar: "Calendrier", "Calendar";
    policy_calendar_help: "Les jours où votre entreprise contacte ses clients.", "The days on which your firm contacts its customers.";
    policy_closure_add: "Ajouter une fermeture", "Add a closing";
    policy_costs: "Coûts", "Costs";
    policy_costs_help: "Temps compris\u{a0}: un appel coûte dix à quinze euros, un écrit dix fois moins.", "Time included: a call costs ten to fifteen euros, a written message a tenth of that.";
    policy_step_add: "Ajouter une étape", "Add a step";
    policy_steps_none: "Sans étape, personne n’est contacté.", "Without steps nobody is contacted.";
    policy_new_step_fr: "Nouvelle étape", "Nouvelle étape";
    policy_new_step_en: "New step", "New step";
    policy_is: "si le client", "if the customer";
    policy_into: "segment", "segment";
    policy_follows: "suit le scénario", "follows the scenario";
    policy_named: "porte dans son nom", "has in its name";
    policy_condition: "Condition", "Condition";
    policy_words: "Mots, séparés par des virgules", "Words, separated by commas";
    policy_points: "points au moins", "points at least";
    policy_among: "les", "the";
    policy_largest: "plus gros clients, chacun au moins", "largest customers, each at least";
    policy_of_sales: "% des ventes, ensemble", "% of sales, together";
    policy_percent: "% au plus", "% at most";
    field_name: "Nom de l’étape", "Name of the step";
    field_days: "Nombre de jours", "Number of days";
    field_unit: "Unité", "Unit";
    field_side: "Avant ou après", "Before or after";
    field_from: "Compté depuis", "Counted from";
    field_channel: "Canal", "Channel";
    field_fallback: "À défaut", "Failing that";
    field_tone: "Ton", "Tone";
    field_approval: "Relecture", "Review";
    field_deadline: "Nouveau délai, en jours", "New deadline, in days";
    field_claims: "réclame en plus", "claims besides";
    field_amount_from: "Montant dû au moins", "Amount due at least";
    field_segment: "Segment", "Segment";
    field_scenario: "Scénario", "Scenario";
    policy_by: "par", "by";
    policy_failing: "à défaut", "failing that";
    policy_then: "puis", "then";
    policy_in_tone: "ton", "tone";
    policy_if_due: "si le client doit au moins", "if the customer owes at least";
    policy_grants: "nouveau délai de", "new deadline of";
    policy_days: "jours", "days";
    policy_none: "rien", "nothing";
    policy_scenarios: "Scénarios", "Scenarios";
    policy_scenarios_help: "Le premier vaut pour les clients qu’aucune règle ne prend.", "The first is for customers that no rule takes.";
    policy_scenario_add: "Ajouter un scénario", "Add a scenario";
    policy_new_scenario: "Nouveau scénario", "New scenario";
    field_scenario_name: "Nom du scénario", "Name of the scenario";
    field_more: "Ajouter à cette étape", "Add to this step";
    policy_repeat_every: "reprise tous les", "taken again every";
    policy_repeat_times: "jours,", "days,";
    policy_times: "fois", "times";
    policy_floor_or: "et", "and";
    policy_floor_percent: "% de ce que le client doit", "% of what the customer owes";
    policy_fee: "frais de", "a fee of";
    policy_fee_and: "€ et", "€ and";
    policy_basis_points: "centièmes de %", "hundredths of a %";
    policy_range_to: "à", "to";
    policy_risk_unit: "points", "points";
    choice_days: "jours", "days";
    choice_business_days: "jours ouvrés", "business days";
    choice_before: "avant", "before";
    choice_after: "après", "after";
    choice_from_due: "l’échéance", "the due date";
    choice_from_invoice: "la facture", "the invoice";
    choice_from_previous: "l’étape précédente", "the step before";
    choice_from_promise: "une promesse rompue", "a broken promise";
    choice_no_review: "sans relecture obligée", "no review needed";
    choice_review: "à approuver avant", "to approve first";
    choice_claims_none: "rien de plus", "nothing more";
    choice_claims_interest: "les pénalités", "interest";
    choice_claims_indemnity: "les 40 €", "the EUR 40";
    choice_claims_both: "les pénalités et les 40 €", "interest and the EUR 40";
    choice_insolvent: "est en procédure collective", "is in insolvency proceedings";
    choice_public: "est un organisme public", "is a public body";
    choice_everybody: "n’entre dans aucune autre règle", "fits no other rule";
    choice_stated: "est classé dans le fichier comme", "is classed in the file as";
    choice_turnover: "est parmi", "is among";
    choice_named: "porte dans son nom", "has in its name";
    choice_risk: "a un risque de", "has a risk of";
    choice_classes: "paie comme les classes", "pays like the classes";
}

/// A limit of a policy: its field in the document, and the words before and after its field.
pub struct LimitWords {
    /// Before.
    pub before: &'static str,
    /// After.
    pub after: &'static str,
}

impl Language {
    /// The title of a scenario's section.
    pub fn policy_scenario(self, name: &str) -> String {
        format!("{} {}", self.pick("Scénario\u{a0}:", "Scenario:"), name)
    }

    /// The words around a limit's field.
    pub fn policy_limit(self, field: &str) -> LimitWords {
        let (before, after) = match field {
            "minimumAmount" => {
                (("Rien n’est demandé à qui doit moins de", "Nobody is asked who owes less than"), ("", ""))
            }
            "minimumItem" => (("Aucune pièce n’est demandée sous", "No item is asked for below"), ("", "")),
            "reviewAbove" => (
                ("Une personne approuve au-dessus de", "A person approves above"),
                ("(vide\u{a0}: jamais)", "(empty: never)"),
            ),
            "graceDays" => (
                ("Une pièce n’est en retard qu’après", "An item is late only after"),
                ("jours de grâce", "days of grace"),
            ),
            "minimumArrears" => {
                (("Personne n’est relancé avant", "Nobody is reminded before"), ("jours de retard", "days late"))
            }
            "daysBetweenContacts" => (
                ("Entre deux contacts d’un client, au moins", "Between two contacts of a customer, at least"),
                ("jours", "days"),
            ),
            "contactsPer30Days" => (
                ("En trente jours, au plus", "In thirty days, at most"),
                ("contacts par client", "contacts per customer"),
            ),
            "daysBeforeRepeat" => {
                (("Une étape n’est reprise qu’après", "A step is taken again only after"), ("jours", "days"))
            }
            "grouping" => (("Un message porte sur", "A message is about"), ("", "")),
            "upcoming" => (("Ce qui n’est pas échu est", "What is not due is"), ("", "")),
            "credits" => (("Les avoirs et règlements sont", "Credits and payments are"), ("", "")),
            "catchUp" => {
                (("Une vieille dette jamais relancée commence par", "An old debt never chased begins with"), ("", ""))
            }
            "advance" => (("Ensuite elle passe", "Then it goes"), ("", "")),
            "tooLittle" => (("Trop peu à demander à une étape\u{a0}:", "Too little to ask for at a step:"), ("", "")),
            "contactData" => (
                (
                    "Un canal demande l’adresse ou le numéro du client",
                    "A channel needs the customer’s address or number",
                ),
                ("", ""),
            ),
            _ => (("", ""), ("", "")),
        };
        LimitWords { before: self.pick(before.0, before.1), after: self.pick(after.0, after.1) }
    }

    /// What may be chosen for a limit or for the calendar, by its code in the document.
    pub fn policy_choice(self, code: &str) -> &str {
        let (french, english) = match code {
            "account" => ("tout le compte, au niveau le plus avancé", "the whole account, at its most advanced level"),
            "level" => ("les pièces d’un même niveau", "the items of one level"),
            "item" => ("une seule pièce", "one item"),
            "together" => ("dans le même message", "in the same message"),
            "apart" => ("dans un message à part", "in a message of its own"),
            "deduct" => ("listés et déduits", "listed and deducted"),
            "list" => ("listés, non déduits", "listed, not deducted"),
            "ignore" => ("passés sous silence", "not mentioned"),
            "current-step" => ("l’étape de son âge, amiable au plus", "the step of its age, amicable at most"),
            "first-step" => ("la première étape", "the first step"),
            "ask" => ("la décision d’une personne", "a person’s decision"),
            "by-age" => ("à l’étape de son âge", "to the step of its age"),
            "one-at-a-time" => ("à l’étape suivante, jamais plus loin", "to the next step, never further"),
            "hold" => ("attendre", "wait"),
            "fall-back" => ("redescendre d’une étape", "fall back one step"),
            "when-known" => ("quand le fichier en donne", "where the file gives some"),
            "required" => ("toujours", "always"),
            "assumed" => ("jamais", "never"),
            "next" => ("passe au jour ouvré suivant", "goes to the next business day"),
            "previous" => ("passe au jour ouvré précédent", "goes to the business day before"),
            "none" => ("reste ce jour-là", "stays on that day"),
            "french" => ("les jours fériés français", "the French holidays"),
            "french-alsace-moselle" => ("les jours fériés d’Alsace-Moselle", "the holidays of Alsace-Moselle"),
            "no-holidays" => ("aucun jour férié", "no holidays"),
            "6,7" => ("le samedi et le dimanche", "Saturday and Sunday"),
            "7" => ("le dimanche", "Sunday"),
            "5,6" => ("le vendredi et le samedi", "Friday and Saturday"),
            "" => ("aucun jour", "no day"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// What a step may say besides, by its field; nothing for what is chosen to say no more.
    pub fn policy_more(self, field: &str) -> &'static str {
        let (french, english) = match field {
            "repeat" => ("une reprise", "a repeat"),
            "minimum" => ("si les pièces de l’étape font au moins", "if the items of the step make up at least"),
            "fee" => ("des frais", "a fee"),
            "when.daysLate" => ("si le retard est de", "if the delay is of"),
            "when.amount.to" => ("si le client doit au plus", "if the customer owes at most"),
            "when.items" => ("si le nombre de pièces est de", "if the number of items is"),
            "when.risk" => ("si le risque est de", "if the risk is of"),
            "when.brokenPromises" => ("si les promesses rompues sont", "if the broken promises are"),
            "when.segments" => ("si le segment est", "if the segment is"),
            "when.classes" => ("si la classe de payeur est", "if the class of payer is"),
            _ => ("ajouter une condition…", "add a condition…"),
        };
        self.pick(french, english)
    }

    /// What a fee is taken on.
    pub fn policy_fee_basis(self, code: &str) -> &'static str {
        let (french, english) = match code {
            "message" => ("du montant du message", "of the amount of the message"),
            "remaining" => ("du reste dû de chaque pièce", "of what remains of each item"),
            "original" => ("du montant d’origine de chaque pièce", "of what each item was written for"),
            _ => ("aucuns frais", "no fee"),
        };
        self.pick(french, english)
    }

    /// The words before the days a channel is kept for.
    pub fn channel_words(self, channel: &str) -> String {
        let channel = self.channel(channel);
        match self {
            Language::Fr => format!("Par {channel}, on contacte"),
            Language::En => format!("By {channel}, contacts are made"),
        }
    }

    /// Days of the week, by their numbers; every business day where there are none.
    pub fn channel_days(self, code: &str) -> &str {
        let (french, english) = match code {
            "" => ("tous les jours ouvrés", "on every business day"),
            "1,2,3,4,5" => ("du lundi au vendredi", "from Monday to Friday"),
            "1,2,3,4" => ("du lundi au jeudi", "from Monday to Thursday"),
            "2,3,4" => ("du mardi au jeudi", "from Tuesday to Thursday"),
            "2,4" => ("le mardi et le jeudi", "on Tuesday and Thursday"),
            other => return other,
        };
        self.pick(french, english)
    }

    /// The words before a field of the calendar.
    pub fn calendar_words(self, field: &str) -> &'static str {
        match field {
            "shift" => self.pick("Une étape qui tombe un jour non travaillé", "A step that falls on a day off"),
            "holidays" => self.pick("On respecte", "Kept are"),
            "weekend" => self.pick("On ne travaille pas", "Nobody works on"),
            _ => self.pick("Fermé du", "Closed from"),
        }
    }

    /// Between the two days of a closing.
    pub const fn closure_to(self) -> &'static str {
        self.pick("au", "to")
    }

    /// The words before the cost of a channel.
    pub fn cost_words(self, channel: &str) -> String {
        let channel = self.channel(channel);
        match self {
            Language::Fr => format!("Un contact par {channel} coûte"),
            Language::En => format!("A contact by {channel} costs"),
        }
    }
}
