//! Words about what people recorded: edits, refusals, records that no longer find their item.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

impl Language {
    /// An edit in words, by its key, with what it is about: what undo and redo would do, a line of the journal.
    pub fn edit(self, key: &str, about: &str) -> String {
        let what = match key {
            "dispute" => self.pick("Litige", "Dispute"),
            "revise" => self.pick("Litige modifié", "Dispute changed"),
            "resolve" => self.pick("Litige clos", "Dispute closed"),
            "promise" => self.pick("Promesse de règlement", "Promise to pay"),
            "withdraw" => self.pick("Promesse retirée", "Promise withdrawn"),
            "plan" => self.pick("Échéancier accordé", "Instalment plan agreed"),
            "end-plan" => self.pick("Échéancier abandonné", "Instalment plan given up"),
            "block" => self.pick("Blocage", "Block"),
            "exclude" => self.pick("Exclusion", "Exclusion"),
            "factor" => self.pick("Cession au factor", "Sold to a factor"),
            "lift" => self.pick("Blocage levé", "Block lifted"),
            "insolvent" => self.pick("Procédure collective", "Insolvency"),
            "solvent" => self.pick("Procédure close", "Insolvency over"),
            "advance" => self.pick("Passage d’étape", "Stage changed"),
            "note" => self.pick("Note", "Note"),
            "call" => self.pick("Appel", "Call"),
            "contact" => self.pick("Contact consigné", "Contact recorded"),
            "review" => self.pick("Décision sur une action", "Decision on an action"),
            "unreview" => self.pick("Décision retirée", "Decision taken back"),
            "pin" => self.pick("Réglage du client", "Customer setting"),
            "unpin" => self.pick("Réglages du client retirés", "Customer settings removed"),
            "match" => self.pick("Rapprochements validés", "Matches approved"),
            "set" => self.pick("Réglage du dossier", "Dossier setting"),
            _ => self.pick("Plusieurs modifications", "Several edits"),
        };
        match (about.is_empty(), self) {
            (true, _) => what.to_owned(),
            (false, Language::Fr) => format!("{what}{NO_BREAK_SPACE}: {about}"),
            (false, Language::En) => format!("{what}: {about}"),
        }
    }

    /// How a record stands, by its key.
    pub const fn record_state(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"active" => self.pick("en cours", "active"),
            b"ended" => self.pick("terminé", "ended"),
            b"pending" => self.pick("attendue", "pending"),
            b"kept" => self.pick("tenue", "kept"),
            b"partly" => self.pick("tenue en partie", "partly kept"),
            b"broken" => self.pick("non tenue", "broken"),
            b"withdrawn" => self.pick("retirée", "withdrawn"),
            b"replaced" => self.pick("remplacée", "replaced"),
            b"not-listed" => self.pick("pièce absente des fichiers", "item not in the files"),
            b"respected" => self.pick("respecté", "respected"),
            b"missed" => self.pick("échéance manquée", "term missed"),
            b"completed" => self.pick("soldé", "completed"),
            b"paid" => self.pick("payée", "paid"),
            _ => self.pick("à venir", "to come"),
        }
    }

    /// How many edits are done as one.
    pub fn edit_count(self, count: usize) -> String {
        format!(
            "{count} {}",
            self.plural(count as u64, self.pick("modification", "edit"), self.pick("modifications", "edits"))
        )
    }

    /// What to do about a refused edit.
    pub const fn edit_advice(self) -> &'static str {
        self.pick("Rien n’a été modifié.", "Nothing was changed.")
    }

    /// There is no such record.
    pub fn record_unknown(self, kind: &str, number: u32) -> String {
        let kind = self.record_kind(kind);
        match self {
            Language::Fr => format!("Il n’y a pas de {kind} n°{NO_BREAK_SPACE}{number}."),
            Language::En => format!("There is no {kind} number {number}."),
        }
    }

    /// It has ended.
    pub fn record_ended(self, kind: &str, number: u32) -> String {
        let kind = self.record_kind(kind);
        match self {
            Language::Fr => format!("Ce numéro de {kind} ({number}) est déjà clos."),
            Language::En => format!("The {kind} number {number} has ended already."),
        }
    }

    /// A kind of record.
    pub const fn record_kind(self, kind: &str) -> &'static str {
        match kind.as_bytes() {
            b"dispute" => self.pick("litige", "dispute"),
            b"promise" => self.pick("promesse", "promise"),
            b"plan" => self.pick("échéancier", "instalment plan"),
            b"block" => self.pick("blocage", "block"),
            b"insolvency" => self.pick("procédure collective", "insolvency"),
            b"transition" => self.pick("étape", "stage"),
            b"note" => self.pick("note", "note"),
            b"contact" => self.pick("contact", "contact"),
            b"pin" => self.pick("réglage de client", "customer setting"),
            _ => self.pick("rapprochement", "match"),
        }
    }

    /// A record that names no item.
    pub const fn nothing_covered(self) -> &'static str {
        self.pick("Aucune pièce n’est indiquée.", "No item is named.")
    }

    /// Items of several accounts.
    pub const fn several_accounts(self) -> &'static str {
        self.pick(
            "Les pièces sont de plusieurs clients ou de plusieurs devises.",
            "The items are of several customers or currencies.",
        )
    }

    /// An item named twice.
    pub fn item_twice(self, document: &str) -> String {
        let document = self.quoted(document);
        match self {
            Language::Fr => format!("La pièce {document} est indiquée deux fois."),
            Language::En => format!("The item {document} is named twice."),
        }
    }

    /// An amount outside its range.
    pub fn amount_out_of_range(self, amount: Amount, most: Amount, currency: Currency) -> String {
        let (amount, most) = (self.money(amount, currency), self.money(most, currency));
        match self {
            Language::Fr => format!("Le montant {amount} n’est pas compris entre zéro et {most}."),
            Language::En => format!("The amount {amount} is not between zero and {most}."),
        }
    }

    /// Days in the wrong order.
    pub fn days_reversed(self, first: Day, then: Day) -> String {
        let (first, then) = (self.day(first), self.day(then));
        match self {
            Language::Fr => format!("Le {then} vient avant le {first}, qu’il devrait suivre."),
            Language::En => format!("{then} comes before {first}, which it should follow."),
        }
    }

    /// Too few or too many terms.
    pub fn term_count_refused(self, most: u32) -> String {
        match self {
            Language::Fr => format!("Un échéancier compte de 1 à {most} échéances."),
            Language::En => format!("A plan has 1 to {most} terms."),
        }
    }

    /// Terms of zero or less.
    pub const fn term_amount_refused(self) -> &'static str {
        self.pick("Chaque échéance doit être supérieure à zéro.", "Each term must be above zero.")
    }

    /// Terms out of order.
    pub const fn term_days_refused(self) -> &'static str {
        self.pick(
            "Les échéances ne se suivent pas dans l’ordre des jours.",
            "The terms do not follow one another by day.",
        )
    }

    /// Terms that do not add up.
    pub fn term_sum_refused(self, found: Amount, wanted: Amount, currency: Currency) -> String {
        let (found, wanted) = (self.money(found, currency), self.money(wanted, currency));
        match self {
            Language::Fr => format!("Les échéances totalisent {found} au lieu de {wanted}."),
            Language::En => format!("The terms add up to {found}, not to {wanted}."),
        }
    }

    /// A stage of a claim.
    pub const fn stage(self, key: &str) -> &'static str {
        match key.as_bytes() {
            b"amicable" => self.pick("relances amiables", "friendly reminders"),
            b"formal-notice" => self.pick("mise en demeure", "formal notice"),
            b"agency" => self.pick("cabinet de recouvrement", "collection agency"),
            b"court" => self.pick("voie judiciaire", "court"),
            _ => self.pick("passage en perte", "written off"),
        }
    }

    /// A step the life of a claim does not take.
    pub fn transition_refused(self, from: &str, to: &str) -> String {
        let (from, to) = (self.stage(from), self.stage(to));
        match self {
            Language::Fr => format!(
                "Une créance à l’étape «{NO_BREAK_SPACE}{from}{NO_BREAK_SPACE}» ne passe pas à l’étape «{NO_BREAK_SPACE}{to}{NO_BREAK_SPACE}»."
            ),
            Language::En => format!("A claim at the stage “{from}” does not go to the stage “{to}”."),
        }
    }

    /// What to do about it.
    pub const fn transition_advice(self) -> &'static str {
        self.pick(
            "La mise en demeure précède le cabinet et le juge ; ce qui est passé en perte y reste. Une saisie par erreur s’annule.",
            "A formal notice comes before agency and court; what is written off stays so. An edit made by mistake can be undone.",
        )
    }

    /// A text that is missing.
    pub const fn text_missing(self) -> &'static str {
        self.pick(
            "Il manque un texte : un motif, un client ou une note.",
            "A text is missing: a reason, a customer or a note.",
        )
    }

    /// A customer merged with itself.
    pub const fn same_as_itself(self) -> &'static str {
        self.pick("Un client ne se fusionne pas avec lui-même.", "A customer cannot be merged with itself.")
    }

    /// A dispute moved to another item.
    pub const fn other_item(self) -> &'static str {
        self.pick(
            "Un litige ne change pas de pièce : closez-le et ouvrez-en un autre.",
            "A dispute does not change its item: close it and open another.",
        )
    }

    /// A match that is none.
    pub const fn match_of_one(self) -> &'static str {
        self.pick(
            "Un rapprochement réunit deux pièces au moins, chacune une seule fois.",
            "A match holds two items at least, each of them once.",
        )
    }

    /// Edits within edits.
    pub const fn nested_edits(self) -> &'static str {
        self.pick(
            "Un groupe de modifications n’en contient pas un autre.",
            "A group of edits cannot hold another group.",
        )
    }

    /// More edits than a dossier holds.
    pub const fn too_many_edits(self) -> &'static str {
        self.pick(
            "Le dossier a atteint son nombre maximal de modifications.",
            "The dossier has reached its limit of edits.",
        )
    }

    /// An item or customer that no file lists.
    pub fn edit_about_nothing(self, customer: &str, document: Option<&str>) -> String {
        let customer = self.quoted(customer);
        match (self, document) {
            (Language::Fr, Some(document)) => {
                format!("Les fichiers n’ont pas de pièce {} du client {customer}.", self.quoted(document))
            }
            (Language::Fr, None) => format!("Les fichiers n’ont pas de client {customer}."),
            (Language::En, Some(document)) => {
                format!("The files have no item {} of customer {customer}.", self.quoted(document))
            }
            (Language::En, None) => format!("The files have no customer {customer}."),
        }
    }

    /// A setting that cannot be read.
    pub fn setting_refused(self, detail: &str) -> String {
        match self {
            Language::Fr => format!("Ce réglage ne peut pas être lu{NO_BREAK_SPACE}: {detail}."),
            Language::En => format!("This setting cannot be read: {detail}."),
        }
    }

    /// A record whose item or customer is no longer listed.
    pub fn record_unmatched(self, kind: &str, number: u32, customer: &str, document: Option<&str>) -> String {
        let (kind, customer) = (self.record_kind(kind), self.quoted(customer));
        match (self, document) {
            (Language::Fr, Some(document)) => format!(
                "{} n°{NO_BREAK_SPACE}{number}{NO_BREAK_SPACE}: la pièce {} du client {customer} n’est plus dans les fichiers.",
                capital(kind),
                self.quoted(document)
            ),
            (Language::Fr, None) => format!(
                "{} n°{NO_BREAK_SPACE}{number}{NO_BREAK_SPACE}: le client {customer} n’est plus dans les fichiers.",
                capital(kind)
            ),
            (Language::En, Some(document)) => format!(
                "{} number {number}: the item {} of customer {customer} is no longer in the files.",
                capital(kind),
                self.quoted(document)
            ),
            (Language::En, None) => {
                format!("{} number {number}: customer {customer} is no longer in the files.", capital(kind))
            }
        }
    }

    /// Why a dispute may be over.
    pub fn propose_closing(self, document: &str, paid: Amount, currency: Currency) -> String {
        let (document, paid) = (self.quoted(document), self.money(paid, currency));
        match self {
            Language::Fr => format!("{paid} ont été imputés sur {document} depuis le litige : faut-il le clore ?"),
            Language::En => format!("{paid} came on {document} since the dispute: is it over?"),
        }
    }

    /// A file that is no dossier file.
    pub const fn dossier_unreadable(self) -> &'static str {
        self.pick(
            "Ce fichier n’est pas un dossier Encours, ou il est endommagé.",
            "This file is no Encours dossier, or it is damaged.",
        )
    }

    /// What to do about it.
    pub const fn dossier_unreadable_advice(self) -> &'static str {
        self.pick(
            "Reprenez un enregistrement antérieur ; rien de ce fichier n’a été pris.",
            "Take an earlier save; nothing of this file was taken.",
        )
    }

    /// Where a dossier file is wrong.
    pub fn dossier_wrong_at(self, path: &str, detail: &str) -> String {
        match self {
            Language::Fr => {
                format!("Le dossier est refusé à «{NO_BREAK_SPACE}{path}{NO_BREAK_SPACE}»{NO_BREAK_SPACE}: {detail}.")
            }
            Language::En => format!("The dossier is refused at “{path}”: {detail}."),
        }
    }

    /// A dossier of a later version.
    pub fn dossier_newer(self, version: u64, known: u64) -> String {
        match self {
            Language::Fr => format!(
                "Ce dossier est de la version {version} ; cet Encours lit les versions jusqu’à {known}. Rien n’en a été pris."
            ),
            Language::En => {
                format!(
                    "This dossier is of version {version}; this Encours reads versions up to {known}. Nothing of it was taken."
                )
            }
        }
    }

    /// What to do about it.
    pub const fn dossier_newer_advice(self) -> &'static str {
        self.pick("Ouvrez-le avec un Encours plus récent.", "Open it with a later Encours.")
    }

    /// A dossier without its ledger.
    pub fn dossier_without_ledger(self, files: &str) -> String {
        match self {
            Language::Fr => format!("Ce dossier ne contient pas le grand livre ({files})."),
            Language::En => format!("This dossier does not hold the ledger ({files})."),
        }
    }

    /// What to do about it.
    pub const fn dossier_without_ledger_advice(self) -> &'static str {
        self.pick(
            "Déposez avec lui ce fichier, ou celui du mois suivant.",
            "Drop that file with it, or the one of the next month.",
        )
    }

    /// A passphrase for a dossier that needs none.
    pub const fn dossier_not_encrypted(self) -> &'static str {
        self.pick(
            "Ce dossier n’est pas chiffré : ouvrez-le sans phrase de passe.",
            "This dossier is not encrypted: open it without a passphrase.",
        )
    }

    /// A part of a dossier file that no version knows.
    pub const fn dossier_part_unknown(self) -> &'static str {
        self.pick("partie inconnue", "unknown part")
    }

    /// A passphrase where none can be used.
    pub const fn passphrase_not_available(self) -> &'static str {
        self.pick(
            "Cette version n’enregistre pas de dossier chiffré.",
            "This version does not save encrypted dossiers.",
        )
    }

    /// What to do about it.
    pub const fn passphrase_not_available_advice(self) -> &'static str {
        self.pick(
            "Enregistrez sans phrase de passe, dans un dossier chiffré du poste.",
            "Save without a passphrase, on an encrypted folder of the computer.",
        )
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl Language {
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
