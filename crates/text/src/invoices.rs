//! The files of invoices that go with e-mails.

use crate::Language;
use crate::format::NO_BREAK_SPACE;

impl Language {
    /// Why a file is not taken for its name.
    pub const fn invoice_name_refused(self, why: &str) -> &'static str {
        match why.as_bytes() {
            b"not-pdf" => self.pick(
                "Son nom ne finit pas par .pdf\u{A0}: le fichier n’est pas joint.",
                "Its name does not end in .pdf: the file is not attached.",
            ),
            b"too-long" => self.pick(
                "Son nom est trop long pour un message\u{A0}: raccourcissez-le.",
                "Its name is too long for a message: shorten it.",
            ),
            b"twice" => self.pick(
                "Deux fichiers portent ce nom\u{A0}: renommez-en un.",
                "Two files have this name: rename one of them.",
            ),
            _ => self.pick(
                "Son nom contient un chemin, un signe invisible ou réservé\u{A0}: le fichier n’est pas joint, renommez-le.",
                "Its name holds a path, an invisible or a reserved sign: the file is not attached, rename it.",
            ),
        }
    }

    /// Its bytes are not those of a PDF.
    pub const fn invoice_not_pdf(self) -> &'static str {
        self.pick(
            "Ce n’est pas un PDF\u{A0}: le fichier ne commence pas par %PDF-. Il n’est pas joint.",
            "This is no PDF: the file does not begin with %PDF-. It is not attached.",
        )
    }

    /// Alone it is more than an e-mail takes.
    pub fn invoice_too_big(self, size: &str, limit: &str) -> String {
        match self {
            Language::Fr => format!(
                "{size}{NO_BREAK_SPACE}: plus que les {limit} d’un e-mail. Le fichier n’est pas joint, réduisez-le."
            ),
            Language::En => {
                format!("{size}: more than the {limit} of an e-mail. The file is not attached, make it smaller.")
            }
        }
    }

    /// With the files before, it is more than an e-mail takes.
    pub fn invoice_too_heavy(self, customer: &str, name: &str, size: &str, limit: &str) -> String {
        match self {
            Language::Fr => format!(
                "{customer}{NO_BREAK_SPACE}: {name} ({size}) n’est pas joint, le message dépasserait {limit}. Envoyez-le à part."
            ),
            Language::En => {
                format!("{customer}: {name} ({size}) is not attached, the message would exceed {limit}. Send it apart.")
            }
        }
    }

    /// More files than are looked at.
    pub fn invoices_too_many(self, most: usize) -> String {
        match self {
            Language::Fr => {
                format!("Au-delà de {} fichiers, les suivants ne sont pas regardés.", self.number(most as i64))
            }
            Language::En => format!("Beyond {} files, the others are not looked at.", self.number(most as i64)),
        }
    }

    /// Several invoices may be meant.
    pub const fn invoice_asked(self, candidates: usize) -> &'static str {
        if candidates > 1 {
            self.pick("Plusieurs factures possibles\u{A0}: choisissez.", "Several invoices are possible: choose.")
        } else {
            self.pick(
                "Ce numéro ne suffit pas à le dire, ou un autre fichier l’a aussi\u{A0}: est-ce cette facture\u{A0}?",
                "The number alone does not tell, or another file has it too: is it this invoice?",
            )
        }
    }

    /// No invoice has the number.
    pub const fn invoice_unknown(self) -> &'static str {
        self.pick("Aucune facture ouverte n’a ce numéro.", "No open invoice has this number.")
    }

    /// A person left it out.
    pub const fn invoice_left_out(self) -> &'static str {
        self.pick("Laissé de côté.", "Left out.")
    }

    /// A person said which.
    pub const fn invoice_chosen(self) -> &'static str {
        self.pick("Choisie à la main.", "Chosen by hand.")
    }

    /// What a person said is no invoice.
    pub fn invoice_choice_unknown(self, document: &str) -> String {
        match self {
            Language::Fr => format!("Aucune facture ouverte n’a le numéro {document}."),
            Language::En => format!("No open invoice has the number {document}."),
        }
    }

    /// Two files were said to be one invoice.
    pub fn invoice_second(self, document: &str) -> String {
        match self {
            Language::Fr => {
                format!("Un autre fichier est déjà celui de {document}{NO_BREAK_SPACE}: laissez l’un des deux de côté.")
            }
            Language::En => format!("Another file is that of {document} already: leave one of them out."),
        }
    }

    /// One e-mail is taken out by its action.
    pub const fn one_email_required(self) -> &'static str {
        self.pick(
            "draft.eml est le fichier d’un e-mail\u{A0}: donnez l’action d’un e-mail du jour.",
            "draft.eml is the file of one e-mail: give the action of an e-mail of the day.",
        )
    }

    /// Heading of the list on the command line.
    pub fn invoices_counted(self, found: usize, asked: usize, others: usize, missing: usize) -> String {
        let [found, asked, others, missing] = [found, asked, others, missing].map(|count| self.number(count as i64));
        match self {
            Language::Fr => format!(
                "Factures PDF{NO_BREAK_SPACE}: {found} trouvées, {asked} à préciser, {others} non jointes{NO_BREAK_SPACE}; {missing} factures sans fichier"
            ),
            Language::En => format!(
                "PDF invoices: {found} found, {asked} to settle, {others} not attached; {missing} invoices without a file"
            ),
        }
    }

    /// An invoice without a file.
    pub const fn invoice_missing(self) -> &'static str {
        self.pick("pas de fichier", "no file")
    }

    /// State of a file, in one or two words.
    pub const fn invoice_state(self, state: &str) -> &'static str {
        match state.as_bytes() {
            b"found" => self.pick("joint", "attached"),
            b"ask" => self.pick("à préciser", "to settle"),
            b"unknown" => self.pick("sans facture", "no invoice"),
            b"left-out" => self.pick("laissé de côté", "left out"),
            _ => self.pick("refusé", "refused"),
        }
    }
}
