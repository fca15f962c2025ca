//! Words of a collector's day: calls, why they come first, what came of them.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

texts! {
    call_pause_copy: "Copie de la facture à renvoyer, reçue sous trois jours ouvrés", "Copy of the invoice to send again, given three working days to arrive";
    call_pause_approval: "Facture en attente de validation chez le client", "Invoice waiting for the customer’s approval";
    call_pause_paid: "Dit avoir payé\u{a0}: le temps que le règlement arrive", "Says it has paid: time for the payment to arrive";
    call_pause_call_back: "À rappeler à la demande du client", "To call back as the customer asked";
    calls_title: "Appels", "Calls";
    calls_none: "Aucun appel à passer sur la période.", "No call to make in this period.";
    calls_to_complete: "Numéros à compléter", "Numbers to complete";
    calls_no_phone: "pas de téléphone utilisable dans les fichiers", "no usable telephone number in the files";
    calls_deadlines: "Échéances que rien ne déplace", "Deadlines that nothing moves";
    call_score: "Priorité", "Priority";
    call_why: "Pourquoi", "Why";
    call_last: "Dernier contact", "Last contact";
    call_phone: "Téléphone", "Telephone";
    call_tries: "Essais", "Tries";
    call_moved: "déplacé", "moved";
    call_owner: "Commercial", "Salesperson";
    call_nobody: "Sans commercial", "No salesperson";
    call_sheet_title: "Fiche d’appel", "Call sheet";
    call_supposed: "supposé", "supposed";
}

impl Language {
    /// What came of a call.
    pub const fn call_outcome(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"no-answer" => self.pick("pas de réponse", "no answer"),
            b"voicemail" => self.pick("message laissé", "message left"),
            b"wrong-contact" => self.pick("mauvais numéro ou interlocuteur", "wrong number or person"),
            b"promise" => self.pick("promesse de règlement", "promise to pay"),
            b"payment-run" => self.pick("prochaine campagne de règlement", "next payment run"),
            b"paid" => self.pick("dit avoir payé", "says it has paid"),
            b"plan" => self.pick("échéancier accepté", "instalments agreed"),
            b"dispute" => self.pick("litige", "dispute"),
            b"not-received" => self.pick("facture non reçue", "invoice not received"),
            b"awaiting-approval" => self.pick("en attente de validation", "waiting for approval"),
            b"call-back" => self.pick("demande à être rappelé", "asks to be called back"),
            b"refusal" => self.pick("refus de payer", "refuses to pay"),
            _ => self.pick("procédure collective", "insolvency proceedings"),
        }
    }

    /// What recording an outcome does.
    pub const fn call_effect(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"no-answer" | b"voicemail" => self.pick(
                "Rappel deux jours ouvrés plus tard\u{202f}; après trois essais, la relance continue par écrit.",
                "Called again two working days later; after three tries reminders go on in writing.",
            ),
            b"wrong-contact" => self.pick(
                "Le client passe dans les numéros à compléter\u{202f}; l’étape part par écrit si une adresse est connue.",
                "The customer goes to the numbers to complete; the step leaves in writing where an address is known.",
            ),
            b"promise" | b"payment-run" => {
                self.pick("La promesse est consignée et les relances attendent ce jour.", "The promise is recorded, and reminders wait for that day.")
            }
            b"paid" => self.pick(
                "Relances suspendues cinq jours ouvrés, puis rappel si rien n’est arrivé.",
                "Reminders wait five working days, then a call if nothing has come.",
            ),
            b"plan" => self.pick("L’échéancier est consigné et suivi.", "The instalment plan is recorded and followed."),
            b"dispute" => self.pick("Les pièces sortent des relances jusqu’à la fin du litige.", "The items leave reminders until the dispute ends."),
            b"not-received" => self.pick(
                "Copie à renvoyer\u{202f}; relances suspendues trois jours ouvrés, puis rappel.",
                "A copy is to be sent; reminders wait three working days, then a call.",
            ),
            b"awaiting-approval" => {
                self.pick("Relances suspendues cinq jours ouvrés, puis rappel.", "Reminders wait five working days, then a call.")
            }
            b"call-back" => self.pick("Rappel au jour dit, que rien ne déplace.", "Called back on that day, which nothing moves."),
            b"refusal" => self.pick("Noté\u{202f}; la relance passe à l’étape suivante.", "Noted; reminders go to the next step."),
            _ => self.pick("Toute relance s’arrête\u{202f}; la créance est à déclarer.", "All reminders stop; the claim is to be declared."),
        }
    }

    /// Why a customer has not paid.
    pub const fn delay_reason(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"not-received" => self.pick("facture non reçue", "invoice not received"),
            b"awaiting-approval" => self.pick("validation en attente", "approval pending"),
            b"dispute" => self.pick("litige", "dispute"),
            b"wrong-entity" => self.pick("mauvaise entité ou adresse", "wrong entity or address"),
            b"already-paid" => self.pick("déjà payé", "already paid"),
            b"cash-difficulty" => self.pick("difficulté de trésorerie", "cash difficulty"),
            b"awaiting-credit" => self.pick("avoir attendu", "credit note awaited"),
            b"set-off" => self.pick("compensation", "set-off"),
            b"payment-run" => self.pick("campagne de règlement", "payment run"),
            b"portal-not-filled" => self.pick("dépôt sur portail à compléter", "portal not filled in"),
            b"insolvency" => self.pick("procédure collective", "insolvency"),
            _ => self.pick("non connue", "unknown"),
        }
    }

    /// A refusal, with what was said.
    pub fn call_refused(self, said: &str) -> String {
        self.said_after(self.pick("Refus de payer au téléphone", "Refused to pay on the telephone"), said)
    }

    /// A number that is not the right one.
    pub fn call_wrong_number(self, phone: &str, said: &str) -> String {
        let number = if phone.is_empty() { String::new() } else { format!(" {phone}") };
        let what = match self {
            Language::Fr => format!("Mauvais numéro ou interlocuteur{number}, à compléter"),
            Language::En => format!("Wrong number or person{number}, to complete"),
        };
        self.said_after(&what, said)
    }

    fn said_after(self, what: &str, said: &str) -> String {
        match (said.trim(), self) {
            ("", _) => what.to_owned(),
            (said, Language::Fr) => format!("{what}{NO_BREAK_SPACE}: {said}"),
            (said, Language::En) => format!("{what}: {said}"),
        }
    }

    /// What points are given for, with the fact behind them.
    pub fn call_points(self, key: &str, fact: &str) -> String {
        let what = match key {
            "amount" => self.pick("montant", "amount"),
            "age" => self.pick("ancienneté", "age"),
            "broken-promises" => self.pick("promesses non tenues", "broken promises"),
            "missed-term" => self.pick("échéance d’échéancier manquée", "missed term of a plan"),
            "step" => self.pick("étape", "step"),
            "again" => self.pick("déjà appelé", "called before"),
            _ => self.pick("jour fixé avec le client", "day named by the customer"),
        };
        if fact.is_empty() { what.to_owned() } else { format!("{what} ({fact})") }
    }

    /// The points of a call, added up: `38 = 30 montant + 8 ancienneté`.
    pub fn call_sum(self, score: u32, parts: &[(u32, String)]) -> String {
        let parts: Vec<String> = parts.iter().map(|(points, what)| format!("{points} {what}")).collect();
        format!("{score} = {}", parts.join(" + "))
    }

    /// A step of the policy asks for a call.
    pub fn call_because_step(self, step: &str) -> String {
        match self {
            Language::Fr => format!("étape «{NO_BREAK_SPACE}{step}{NO_BREAK_SPACE}»"),
            Language::En => format!("step “{step}”"),
        }
    }

    /// An earlier call is made again.
    pub fn call_because_again(self, since: Day, outcome: &str) -> String {
        let since = self.day(since);
        let outcome = if outcome.is_empty() { String::new() } else { format!(", {outcome}") };
        match self {
            Language::Fr => format!("rappel après l’appel du {since}{outcome}"),
            Language::En => format!("again after the call of {since}{outcome}"),
        }
    }

    /// A promise was not kept.
    pub fn call_because_broken(self, until: Day, short: Amount, currency: Currency) -> String {
        let (until, short) = (self.day(until), self.money(short, currency));
        match self {
            Language::Fr => format!("promesse du {until} non tenue, il manque {short}"),
            Language::En => format!("promise for {until} not kept, {short} is missing"),
        }
    }

    /// A term passed unpaid.
    pub fn call_because_missed(self, day: Day, short: Amount, currency: Currency) -> String {
        let (day, short) = (self.day(day), self.money(short, currency));
        match self {
            Language::Fr => format!("échéance du {day} manquée, il manque {short}"),
            Language::En => format!("term of {day} missed, {short} is missing"),
        }
    }

    /// The order of a list, printed with it.
    pub const fn call_order(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"amount" => self.pick("trié par montant", "sorted by amount"),
            b"age" => self.pick("trié par ancienneté", "sorted by age"),
            b"name" => self.pick("trié par nom", "sorted by name"),
            _ => self.pick("trié par priorité", "sorted by priority"),
        }
    }

    /// The heading of a day: how many calls for how much room.
    pub fn calls_of_day(self, day: Day, count: usize, cap: u32, order: &str) -> String {
        let calls = self.plural(count as u64, self.pick("appel", "call"), self.pick("appels", "calls"));
        let (weekday, day, order) = (self.weekday(day), self.day(day), self.call_order(order));
        match self {
            Language::Fr => format!("{weekday} {day}{NO_BREAK_SPACE}: {count} {calls} ({cap} au plus), {order}"),
            Language::En => format!("{weekday} {day}: {count} {calls} (at most {cap}), {order}"),
        }
    }

    /// Calls that a full day sends on.
    pub fn calls_sent_on(self, count: usize, to: Day) -> String {
        let to = self.day(to);
        let calls = self.plural(
            count as u64,
            self.pick("appel déplacé", "call moved"),
            self.pick("appels déplacés", "calls moved"),
        );
        match self {
            Language::Fr => {
                format!("Journée pleine{NO_BREAK_SPACE}: {count} {calls} au {to} et après, les moins prioritaires.")
            }
            Language::En => format!("The day is full: {count} {calls} to {to} and later, lowest priority first."),
        }
    }

    /// A call from a day that was full.
    pub fn call_moved_from(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("prévu le {day}, journée pleine"),
            Language::En => format!("planned on {day}, a full day"),
        }
    }

    /// Who called when, and what came of it.
    pub fn call_last_contact(self, day: Day, means: &str, outcome: &str) -> String {
        let day = self.day(day);
        let outcome = if outcome.is_empty() { String::new() } else { format!(", {outcome}") };
        match self {
            Language::Fr => format!("le {day} {means}{outcome}"),
            Language::En => format!("on {day} {means}{outcome}"),
        }
    }

    /// The number called was wrong.
    pub fn call_number_failed(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("mauvais numéro ou interlocuteur le {day}"),
            Language::En => format!("wrong number or person on {day}"),
        }
    }

    /// Why a result is not recorded: it needs a day.
    pub const fn call_needs_day(self) -> &'static str {
        self.pick("Ce résultat demande un jour.", "This result needs a day.")
    }

    /// Why a result is not recorded: a day before the call.
    pub fn call_day_before(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("Le {day} vient avant l’appel."),
            Language::En => format!("{day} comes before the call."),
        }
    }

    /// Why a result is not recorded: nothing is owed.
    pub const fn call_nothing_owed(self) -> &'static str {
        self.pick(
            "Aucune pièce échue ne peut être demandée à ce client ce jour-là.",
            "No overdue item may be asked of this customer on that day.",
        )
    }

    /// Why a result is not recorded: a part of several items.
    pub const fn call_several_items(self) -> &'static str {
        self.pick(
            "Un montant contesté porte sur une seule pièce\u{a0}: indiquez laquelle.",
            "A disputed amount is about one item: say which.",
        )
    }

    /// An order of a list that is none.
    pub fn call_order_refused(self, seen: &str) -> String {
        let seen = self.quoted(seen);
        match self {
            Language::Fr => format!("L’ordre {seen} n’existe pas{NO_BREAK_SPACE}: priority, amount, age ou name."),
            Language::En => format!("There is no order {seen}: priority, amount, age or name."),
        }
    }

    /// A cap out of range.
    pub fn call_cap_refused(self, most: u32) -> String {
        match self {
            Language::Fr => format!("Le nombre d’appels par jour va de 1 à {most}."),
            Language::En => format!("Calls a day go from 1 to {most}."),
        }
    }
}
