//! Who signs, whom is written to, who gets a copy and in what language: what was chosen for a draft, and why.

use crate::Language;
use crate::format::NO_BREAK_SPACE;

impl Language {
    /// What a choice is about.
    pub const fn choice_about(self, aspect: &str) -> &'static str {
        match aspect.as_bytes() {
            b"means" => self.pick("Moyen", "Means"),
            b"signatory" => self.pick("Signé par", "Signed by"),
            b"contact" => self.pick("Adressé à", "Written to"),
            b"copies" => self.pick("Copie", "Copy"),
            _ => self.pick("Langue", "Language"),
        }
    }

    /// A part played at the customer's.
    pub const fn contact_role(self, role: &str) -> &'static str {
        match role.as_bytes() {
            b"dunning" => self.pick("contact des relances", "reminders contact"),
            b"accounting" => self.pick("comptabilité fournisseurs", "accounts payable"),
            b"buyer" => self.pick("acheteur", "buyer"),
            b"manager" => self.pick("direction", "management"),
            _ => self.pick("juridique", "legal"),
        }
    }

    /// Nobody, or no address.
    pub const fn choice_nobody(self) -> &'static str {
        self.pick("personne", "nobody")
    }

    /// A language of texts.
    pub const fn choice_language(self, chosen: Language) -> &'static str {
        match chosen {
            Language::Fr => self.pick("français", "French"),
            Language::En => self.pick("anglais", "English"),
        }
    }

    /// Between a reason and what was not to be had.
    pub const fn choice_join(self) -> &'static str {
        self.pick("\u{A0}; ", "; ")
    }

    /// A rule decided.
    pub fn choice_rule(self, number: usize, scope: &str) -> String {
        let scope = match scope {
            "customer" => self.pick("pour ce client", "for this customer"),
            "country" => self.pick("pour son pays", "for its country"),
            _ => self.pick("pour tous les clients", "for every customer"),
        };
        match self {
            Language::Fr => format!("règle n°{NO_BREAK_SPACE}{number}, {scope}"),
            Language::En => format!("rule {number}, {scope}"),
        }
    }

    /// Whoever decides is written to.
    pub const fn choice_escalation(self) -> &'static str {
        self.pick(
            "à partir du dernier avis, on écrit d’abord à la direction",
            "from the last notice on, management is written to first",
        )
    }

    /// What gave the language.
    pub const fn choice_language_by(self, by: &str) -> &'static str {
        match by.as_bytes() {
            b"asked" => self.pick("demandée pour tous les textes", "asked for, for every text"),
            b"fixed" => self.pick("fixée pour ce client", "fixed for this customer"),
            b"customer" => self.pick("langue du client dans les fichiers", "the customer’s language in the files"),
            b"country" => self.pick("pays du client", "the customer’s country"),
            _ => self.pick("langue du dossier, par défaut", "the dossier’s language, by default"),
        }
    }

    /// The step says so.
    pub const fn choice_step(self) -> &'static str {
        self.pick("prévu par l’étape", "as the step says")
    }

    /// A person said so.
    pub const fn choice_person(self) -> &'static str {
        self.pick("choisi par une personne", "chosen by a person")
    }

    /// The signatory nobody replaced.
    pub const fn choice_sender(self) -> &'static str {
        self.pick("l’expéditeur, par défaut", "the sender, by default")
    }

    /// The copies nobody replaced.
    pub const fn choice_copies(self) -> &'static str {
        self.pick("copies de tous les messages", "copies of every message")
    }

    /// The contact nobody replaced.
    pub const fn choice_usual(self) -> &'static str {
        self.pick("contact des relances, par défaut", "the reminders contact, by default")
    }

    /// The customer as the files have it.
    pub const fn choice_files(self) -> &'static str {
        self.pick("d’après les fichiers", "as the files have it")
    }

    /// No contact of a role can be reached.
    pub fn choice_no_contact(self, role: &str) -> String {
        let role = self.contact_role(role);
        match self {
            Language::Fr => format!("aucun contact «{NO_BREAK_SPACE}{role}{NO_BREAK_SPACE}» joignable par ce moyen"),
            Language::En => format!("no “{role}” contact can be reached by this means"),
        }
    }

    /// No salesperson is known.
    pub const fn choice_no_salesperson(self) -> &'static str {
        self.pick(
            "les fichiers ne donnent pas de commercial pour ce client",
            "the files name no salesperson for this customer",
        )
    }

    /// Nothing but a name is known.
    pub fn choice_only_name(self, name: &str) -> String {
        match self {
            Language::Fr => {
                format!("{name} n’est pas parmi les signataires{NO_BREAK_SPACE}: adresse et téléphone de l’expéditeur")
            }
            Language::En => format!("{name} is not among the signatories: address and telephone of the sender"),
        }
    }

    /// No colleague of that name.
    pub fn choice_no_colleague(self, name: &str) -> String {
        match self {
            Language::Fr => format!("{name} n’est pas parmi les signataires, ou n’y a pas d’adresse"),
            Language::En => format!("{name} is not among the signatories, or has no address there"),
        }
    }

    /// A means does not reach the customer.
    pub const fn choice_no_means(self, channel: &str) -> &'static str {
        match channel.as_bytes() {
            b"email" => self.pick("pas d’adresse e-mail utilisable", "no usable e-mail address"),
            b"letter" | b"registered-letter" => {
                self.pick("pas d’adresse postale complète", "no complete postal address")
            }
            b"phone" | b"sms" => self.pick("pas de téléphone utilisable", "no usable telephone number"),
            _ => self.pick("moyen inutilisable", "no usable means"),
        }
    }

    /// A rule with a country or a tone that nobody knows.
    pub fn draft_rule_unknown(self, number: usize, seen: &str) -> String {
        match self {
            Language::Fr => format!(
                "Règle n°{NO_BREAK_SPACE}{number}{NO_BREAK_SPACE}: «{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» n’est ni un pays ni un degré de fermeté connu ici, la règle ne joue jamais. Écrivez un pays par son nom ou son code à deux lettres."
            ),
            Language::En => format!(
                "Rule {number}: “{seen}” is no country and no tone known here, the rule never holds. Write a country by its name or its two-letter code."
            ),
        }
    }

    /// Someone who should get a copy has no address.
    pub fn draft_copy_without_address(self, who: &str) -> String {
        match self {
            Language::Fr => format!(
                "Pas de copie à {who}{NO_BREAK_SPACE}: aucune adresse e-mail connue. Complétez les signataires ou les contacts."
            ),
            Language::En => {
                format!("No copy to {who}: no e-mail address known. Complete the signatories or the contacts.")
            }
        }
    }

    /// A contact or a rule names a customer nobody knows.
    pub fn draft_customer_unknown(self, seen: &str) -> String {
        match self {
            Language::Fr => format!(
                "Contacts et règles{NO_BREAK_SPACE}: aucun client n’a le code «{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}», ce qui est dit de lui ne sert pas. Reprenez le code de la balance."
            ),
            Language::En => format!(
                "Contacts and rules: no customer has the code “{seen}”, what is said of it is not used. Take the code from the balance."
            ),
        }
    }

    /// The document that says who writes is not one.
    pub fn sender_refused(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("--sender{NO_BREAK_SPACE}: ce fichier n’est pas un expéditeur en JSON ({detail})."),
            Language::En => format!("--sender: this file is no sender as JSON ({detail})."),
        }
    }

    /// The salesperson, where nobody is named.
    pub const fn salesperson_of_customer(self) -> &'static str {
        self.pick("commercial du client", "the customer’s salesperson")
    }
}
