//! The words a check of texts looks for, and what it says. A word list is matched in lower case, whatever the apostrophes
//! and the kinds of space.

use crate::Language;

type Words = &'static [&'static str];

const fn either(language: Language, french: Words, english: Words) -> Words {
    match language {
        Language::Fr => french,
        Language::En => english,
    }
}

impl Language {
    /// A formal notice, announced or given.
    pub const fn lint_formal_words(self) -> Words {
        either(
            self,
            &["mise en demeure", "mettons en demeure", "mettre en demeure"],
            &["formal notice", "letter before claim"],
        )
    }

    /// A formal notice given, not announced.
    pub const fn lint_formal_act(self) -> Words {
        either(
            self,
            &["vous mettons en demeure", "par la présente, nous vous mettons", "mise en demeure de payer"],
            &["hereby give you formal notice", "formal notice to pay"],
        )
    }

    /// What may follow in court; a right to be stated once, in a formal notice.
    pub const fn lint_threats(self) -> Words {
        either(
            self,
            &[
                "huissier",
                "commissaire de justice",
                "tribunal",
                "juridiction",
                "poursuites",
                "contentieux",
                "assignation",
                "voie judiciaire",
                "action en justice",
                "recouvrement forcé",
                "avocat",
            ],
            &[
                "bailiff",
                "court",
                "legal action",
                "legal proceedings",
                "solicitor",
                "lawyer",
                "sue you",
                "prosecut",
                "debt collection agency",
            ],
        )
    }

    /// What nobody may write at any step (domain.md 1.12).
    pub const fn lint_forbidden(self) -> Words {
        either(
            self,
            &[
                "plainte pénale",
                "plainte au pénal",
                "liste noire",
                "votre employeur",
                "vos voisins",
                "votre entourage",
                "avant saisie",
                "commandement",
                "rendre public",
                "rendrons public",
                "fichier des mauvais payeurs",
                "république française",
                "prison",
                "frais de dossier",
                "frais de relance",
            ],
            &[
                "criminal complaint",
                "blacklist",
                "black list",
                "your employer",
                "your neighbours",
                "your family",
                "before seizure",
                "make this public",
                "prison",
                "jail",
                "administration fee",
                "reminder fee",
            ],
        )
    }

    /// Reproaches.
    pub const fn lint_reproaches(self) -> Words {
        either(
            self,
            &[
                "malgré nos",
                "malgré plusieurs",
                "à plusieurs reprises",
                "toujours pas réglé",
                "vous n'avez pas daigné",
                "une fois de plus",
                "inadmissible",
                "inacceptable",
                "mauvaise foi",
                "mauvais payeur",
            ],
            &[
                "despite our",
                "despite several",
                "repeatedly",
                "still not paid",
                "failed to",
                "once again",
                "unacceptable",
                "bad faith",
                "bad payer",
            ],
        )
    }

    /// Words of lateness.
    pub const fn lint_late_words(self) -> Words {
        either(self, &["retard", "impayé"], &["late", "unpaid", "arrears"])
    }

    /// Penalties and the indemnity.
    pub const fn lint_penalty_words(self) -> Words {
        either(
            self,
            &["pénalité", "indemnité forfaitaire", "l. 441-10", "l441-10", "d. 441-5", "intérêts moratoires"],
            &["late-payment interest", "fixed compensation", "l. 441-10", "l441-10", "penalt"],
        )
    }

    /// Openings that name nobody.
    pub const fn lint_impersonal(self) -> Words {
        either(
            self,
            &["cher client", "chère cliente", "madame/monsieur", "à qui de droit", "cher(e) client"],
            &["dear customer", "dear client", "to whom it may concern", "dear sir/madam", "valued customer"],
        )
    }

    /// Openings of a message.
    pub const fn lint_greetings(self) -> Words {
        either(
            self,
            &["bonjour", "madame", "monsieur", "chère", "cher "],
            &["hello", "dear ", "good morning", "good afternoon"],
        )
    }

    /// A payment may have crossed the message.
    pub const fn lint_crossed(self) -> Words {
        either(
            self,
            &["a croisé ce", "est déjà parti", "entre-temps", "ne pas tenir compte"],
            &["has crossed", "already on its way", "in the meantime", "please ignore"],
        )
    }

    /// A way to answer: a question, a reason, a disagreement.
    pub const fn lint_answers(self) -> Words {
        either(
            self,
            &[
                "contestez",
                "désaccord",
                "ce qui le retient",
                "ce qui la retient",
                "retient votre règlement",
                "le retient",
                "question",
                "point qui bloque",
                "dites-le-nous",
                "dites-la-nous",
            ],
            &[
                "dispute",
                "disagree",
                "holding the payment up",
                "holding your payment up",
                "question",
                "reasons",
                "let us know",
            ],
        )
    }

    /// A dispute is invited in writing.
    pub const fn lint_dispute_invited(self) -> Words {
        either(self, &["si vous contestez"], &["if you dispute"])
    }

    /// What may follow, stated as a right.
    pub const fn lint_reserved_right(self) -> Words {
        either(self, &["nous réservons le droit", "nous réservons la faculté"], &["reserve the right"])
    }

    /// The law a formal notice rests on.
    pub const fn lint_legal_basis(self) -> Words {
        either(self, &["article 1344", "articles 1344"], &["article 1344", "articles 1344"])
    }

    /// The law penalties rest on.
    pub const fn lint_penalty_basis(self) -> Words {
        either(self, &["l. 441-10", "l. 2192-13"], &["l. 441-10", "l. 2192-13"])
    }

    /// What is left to fill in.
    pub const fn lint_blanks(self) -> Words {
        either(
            self,
            &["{{", "{%", "____", "xxx", "[à compléter", "[nom", "lorem ipsum"],
            &["{{", "{%", "____", "xxx", "[to be completed", "[name", "lorem ipsum"],
        )
    }

    /// False deadlines and pressure.
    pub const fn lint_pressure(self) -> Words {
        either(
            self,
            &[
                "sous 24 heures",
                "sous 24h",
                "sous 48 heures",
                "sous 48h",
                "immédiatement sous peine",
                "sans délai",
                "dernière chance",
            ],
            &["within 24 hours", "within 48 hours", "immediately or", "last chance", "final warning"],
        )
    }
}

texts! {
    /// A formal notice before its turn.
    lint_tone_before_turn: "Le texte parle de mise en demeure à une étape qui n’y est pas : gardez ce mot pour le dernier avis, et l’acte pour la mise en demeure elle-même.",
        "The text speaks of a formal notice at a step too early for it: keep the words for the last notice, and the act for the formal notice itself.";
    /// A formal notice that lacks something.
    lint_formal_elements: "Il manque un élément à la mise en demeure : elle n’en porte plus le titre tant qu’il n’est pas ajouté.",
        "The formal notice lacks an element: it does not bear its title until it is added.";
    /// Earlier reminders are not recalled.
    lint_formal_history: "La mise en demeure ne rappelle aucune relance précédente : ajoutez leurs dates si vous les avez.",
        "The formal notice recalls no earlier reminder: add their dates if you have them.";
    /// A threat before the formal step.
    lint_threat: "Le texte évoque la justice avant la mise en demeure : proposez plutôt une issue amiable.",
        "The text speaks of going to law before the formal notice: offer an amicable solution instead.";
    /// Words nobody may write.
    lint_forbidden_words: "Le texte contient une menace, une pression ou des frais que la loi interdit : retirez-les.",
        "The text holds a threat, a pressure or costs that the law forbids: take them out.";
    /// A reproach to somebody who has nothing to be reproached with.
    lint_reproach: "Le texte fait un reproche à un client qui n’a encore rien à se reprocher : supposez un oubli.",
        "The text reproaches a customer who has done nothing to deserve it yet: assume an oversight.";
    /// The word late before the due date.
    lint_late_before_due: "Le texte parle de retard alors que rien n’est échu : parlez d’échéance.",
        "The text speaks of lateness while nothing is due yet: speak of the due date.";
    /// Penalties to a consumer.
    lint_penalties_to_consumer: "Le texte annonce des pénalités ou l’indemnité de 40 € à un particulier, qui n’en doit pas : retirez-les.",
        "The text announces penalties or the EUR 40 compensation to a consumer, who owes none: take them out.";
    /// Penalties too early.
    lint_penalties_too_early: "Le texte parle de pénalités dès la première relance : attendez la suivante.",
        "The text speaks of penalties in the first reminder: wait for the next one.";
    /// Nobody is addressed, or nobody signs.
    lint_impersonal_text: "Le texte ne s’adresse à personne ou n’est signé de personne : saluez, et signez d’un nom.",
        "The text addresses nobody or is signed by nobody: greet, and sign with a name.";
    /// The amount is missing.
    lint_amount_missing: "Le montant à régler n’est pas écrit : ajoutez-le.",
        "The amount to pay is not written: add it.";
    /// A document number is missing.
    lint_reference_missing: "Le numéro d’une pièce réclamée n’est pas écrit : ajoutez-le.",
        "The number of an item asked for is not written: add it.";
    /// The due date is missing.
    lint_date_missing: "L’échéance, ou le délai de réponse, n’est pas écrite : ajoutez-la.",
        "The due date, or the time to answer, is not written: add it.";
    /// Where to pay is missing.
    lint_account_missing: "Le texte demande un règlement sans dire où payer : ajoutez l’IBAN.",
        "The text asks for payment without saying where to pay: add the IBAN.";
    /// No word for a payment on its way.
    lint_crossed_missing: "Le texte ne prévoit pas que le règlement l’ait croisé : ajoutez-le.",
        "The text does not allow for a payment that crossed it: add it.";
    /// No way to answer.
    lint_answer_missing: "Le texte ne laisse aucune place à une question ou à un désaccord : invitez à répondre.",
        "The text leaves no room for a question or a disagreement: invite an answer.";
    /// Capitals or exclamation marks.
    lint_shouting: "Le texte crie (capitales ou points d’exclamation) : écrivez en minuscules.",
        "The text shouts (capitals or exclamation marks): write in lower case.";
    /// Something to fill in is left.
    lint_blank_left: "Il reste quelque chose à compléter dans le texte.",
        "Something is left to fill in in the text.";
    /// The subject is empty or too long.
    lint_subject: "L’objet est vide ou trop long pour être lu en entier (120 caractères) : reprenez-le.",
        "The subject is empty or too long to be read at a glance (120 characters): rework it.";
    /// False deadlines.
    lint_pressure_words: "Le texte presse par un délai trop court ou un ultimatum : laissez un délai raisonnable.",
        "The text presses with too short a time or an ultimatum: leave a reasonable time.";
    /// A text message of several parts.
    lint_sms_parts: "Le SMS dépasse un envoi (160 caractères, ou 70 avec certains signes) : abrégez-le.",
        "The text message needs more than one part (160 characters, or 70 with some signs): shorten it.";
    /// An incomplete formal notice is not called one.
    letter_incomplete_notice: "Projet de lettre (incomplet : ne vaut pas mise en demeure)",
        "Draft letter (incomplete: not a formal notice)";
    /// Elements of a formal notice.
    element_creditor: "l’identité du créancier (forme, siège, SIREN)", "the creditor’s identity (form, seat, company number)";
    /// The debtor.
    element_debtor: "le nom et l’adresse du débiteur", "the debtor’s name and address";
    /// Subject.
    element_subject: "les mots « mise en demeure » dans l’objet", "the words “formal notice” in the subject";
    /// Date.
    element_date: "la date", "the date";
    /// Items.
    element_items: "la liste des factures (numéro, échéance, solde)", "the list of invoices (number, due date, balance)";
    /// Demand.
    element_demand: "la demande de payer dans un délai", "the demand to pay within a time";
    /// Penalties.
    element_penalties: "les pénalités (taux, montant arrêté, montant par jour)", "the interest (rate, amount to date, amount per day)";
    /// Indemnity.
    element_indemnity: "l’indemnité forfaitaire par facture", "the fixed compensation per invoice";
    /// Law.
    element_law: "les articles de loi", "the articles of law";
    /// Means.
    element_account: "l’IBAN et la référence", "the IBAN and the reference";
    /// Consequence.
    element_right: "la suite possible, dite comme un droit", "what may follow, stated as a right";
    /// Dispute.
    element_dispute: "l’invitation à contester par écrit", "the invitation to dispute in writing";
    /// Signature.
    element_signature: "la signature et le nom", "the signature and the name";
}
