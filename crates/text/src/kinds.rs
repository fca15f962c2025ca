//! Files that are recognised and hold no ledger: what each is, and where its table is to be had.
//! Codes are those of the reader; an unknown code gets a general word, never a gap.

use crate::Language;

/// In French and in English.
type Words = (&'static str, &'static str);

/// A kind of file that holds no ledger.
struct Kind {
    /// The reader's code.
    look: &'static str,
    /// What it is, with its article.
    name: Words,
    /// What to do.
    advice: Words,
}

const EXPORT: Words =
    ("Exportez les écritures en CSV, XLSX, XLS ou ODS.", "Export the entries as CSV, XLSX, XLS or ODS.");
const PICTURE: Words = (
    "Une image ne se lit pas\u{A0}: demandez l’export du tableau en CSV ou XLSX.",
    "A picture cannot be read: ask for the export of the table as CSV or XLSX.",
);
const UNPACK: Words = (
    "Décompressez-la, puis ouvrez ici les tableaux qu’elle contient.",
    "Unpack it, then open the tables it contains here.",
);
const BANK: Words = (
    "Un relevé dit ce qui a été payé, pas ce qui reste dû\u{A0}: ouvrez plutôt le grand livre clients ou la balance âgée.",
    "A statement says what was paid, not what is owed: open the customers' ledger or the aged balance instead.",
);
const FEC: Words = (
    "Depuis le même logiciel, exportez le FEC au format texte ou le grand livre clients en CSV ou XLSX.",
    "From the same software, export the French FEC as text, or the customers' ledger as CSV or XLSX.",
);
const ATTACHMENT: Words =
    ("Enregistrez sa pièce jointe, puis ouvrez-la ici.", "Save its attachment, then open that here.");
const SPREADSHEET: Words = (
    "Ouvrez-le dans votre tableur et enregistrez-le au format XLSX.",
    "Open it in your spreadsheet program and save it as XLSX.",
);

/// Every kind the reader tells.
const KINDS: [Kind; 40] = [
    Kind { look: "jpeg", name: ("une image JPEG", "a JPEG image"), advice: PICTURE },
    Kind { look: "png", name: ("une image PNG", "a PNG image"), advice: PICTURE },
    Kind { look: "gif", name: ("une image GIF", "a GIF image"), advice: PICTURE },
    Kind { look: "tiff", name: ("une image TIFF", "a TIFF image"), advice: PICTURE },
    Kind { look: "webp", name: ("une image WebP", "a WebP image"), advice: PICTURE },
    Kind { look: "heic", name: ("une photo HEIC", "a HEIC photograph"), advice: PICTURE },
    Kind { look: "bmp", name: ("une image BMP", "a BMP image"), advice: PICTURE },
    Kind { look: "svg", name: ("un dessin SVG", "an SVG drawing"), advice: PICTURE },
    Kind { look: "media", name: ("un son ou un film", "a sound or a film"), advice: EXPORT },
    Kind {
        look: "pdf",
        name: ("un document PDF", "a PDF document"),
        advice: (
            "Le logiciel qui l’a imprimé exporte aussi en CSV ou XLSX\u{A0}: demandez cet export.",
            "The software that printed it also exports CSV or XLSX: ask for that export.",
        ),
    },
    Kind {
        look: "postscript",
        name: ("un fichier d’impression PostScript", "a PostScript print file"),
        advice: EXPORT,
    },
    Kind {
        look: "text-document",
        name: ("un document de traitement de texte", "a word-processor document"),
        advice: (
            "Copiez son tableau dans un classeur, enregistrez-le au format XLSX, puis ouvrez-le ici.",
            "Copy its table into a workbook, save it as XLSX, then open it here.",
        ),
    },
    Kind { look: "presentation", name: ("une présentation", "a presentation"), advice: EXPORT },
    Kind {
        look: "apple-document",
        name: ("un document Apple (Numbers, Pages ou Keynote)", "an Apple document (Numbers, Pages or Keynote)"),
        advice: (
            "Dans Numbers, choisissez Fichier, Exporter vers, Excel ou CSV.",
            "In Numbers, choose File, Export To, Excel or CSV.",
        ),
    },
    Kind { look: "zip", name: ("une archive ZIP vide", "an empty ZIP archive"), advice: EXPORT },
    Kind { look: "archive", name: ("une archive compressée", "a compressed archive"), advice: UNPACK },
    Kind { look: "outlook-message", name: ("un message Outlook", "an Outlook message"), advice: ATTACHMENT },
    Kind { look: "message", name: ("un message électronique", "an e-mail message"), advice: ATTACHMENT },
    Kind {
        look: "web-archive",
        name: ("une page web d’un seul fichier (MHTML)", "a web page in one file (MHTML)"),
        advice: SPREADSHEET,
    },
    Kind {
        look: "compound-file",
        name: ("un document Microsoft sans classeur", "a Microsoft document without a workbook"),
        advice: EXPORT,
    },
    Kind {
        look: "old-spreadsheet",
        name: ("un classeur antérieur à 1995", "a workbook from before 1995"),
        advice: SPREADSHEET,
    },
    Kind {
        look: "flat-ods",
        name: (
            "un classeur OpenDocument d’un seul fichier XML (FODS)",
            "an OpenDocument workbook in one XML file (FODS)",
        ),
        advice: (
            "Ouvrez-le dans LibreOffice et enregistrez-le au format ODS ou XLSX.",
            "Open it in LibreOffice and save it as ODS or XLSX.",
        ),
    },
    Kind { look: "database", name: ("une base de données", "a database"), advice: EXPORT },
    Kind { look: "executable", name: ("un programme", "a program"), advice: EXPORT },
    Kind { look: "json", name: ("un fichier JSON", "a JSON file"), advice: EXPORT },
    Kind {
        look: "camt",
        name: ("un relevé bancaire CAMT (ISO 20022)", "a CAMT bank statement (ISO 20022)"),
        advice: BANK,
    },
    Kind {
        look: "mt940", name: ("un relevé bancaire MT940 (SWIFT)", "an MT940 bank statement (SWIFT)"), advice: BANK
    },
    Kind { look: "cfonb120", name: ("un relevé bancaire CFONB 120", "a CFONB 120 bank statement"), advice: BANK },
    Kind { look: "ofx", name: ("un relevé bancaire OFX", "an OFX bank statement"), advice: BANK },
    Kind {
        look: "payment-order",
        name: (
            "un ordre de virement ou de prélèvement (ISO 20022)",
            "an order of transfers or direct debits (ISO 20022)",
        ),
        advice: BANK,
    },
    Kind {
        look: "invoice",
        name: ("une facture électronique isolée", "a single electronic invoice"),
        advice: (
            "Ouvrez plutôt la liste des factures ou le grand livre clients, en CSV ou XLSX.",
            "Open the list of invoices or the customers' ledger instead, as CSV or XLSX.",
        ),
    },
    Kind { look: "ebp-edi", name: ("un fichier d’échange EBP (EDI)", "an EBP exchange file (EDI)"), advice: FEC },
    Kind { look: "isacompta", name: ("un fichier d’échange Isacompta", "an Isacompta exchange file"), advice: FEC },
    Kind {
        look: "quadra",
        name: ("un fichier d’écritures Quadra (ASCII à largeur fixe)", "an entry file of Quadra (fixed-width ASCII)"),
        advice: (
            "Dans Quadra, exportez plutôt le FEC, ou la balance âgée ou le grand livre clients vers Excel, et ouvrez-le ici.",
            "In Quadra, export the FEC instead, or the aged balance or the customers' ledger to Excel, and open it here.",
        ),
    },
    Kind {
        look: "ciel",
        name: (
            "un fichier de transfert d’écritures Ciel ou Sage 50 (##Transfert)",
            "a transfer file of Ciel or Sage 50 (##Transfert)",
        ),
        advice: (
            "Il porte les écritures d’une période sans leur lettrage\u{A0}: depuis le même logiciel, exportez plutôt le FEC, ou le grand livre clients ou l’échéancier vers Excel, et ouvrez-le ici.",
            "It holds the entries of a period without their matching: from the same software, export the FEC instead, or the customers' ledger or the list of due dates to Excel, and open it here.",
        ),
    },
    Kind {
        look: "datev-batch",
        name: ("un lot d’écritures DATEV (Buchungsstapel)", "a batch of DATEV entries (Buchungsstapel)"),
        advice: (
            "Ses dates n’ont pas d’année et rien n’y dit ce qui reste ouvert\u{A0}: exportez plutôt la liste des postes ouverts (OPOS-Liste) en CSV ou vers Excel, et ouvrez-la ici.",
            "Its dates have no year and nothing says what is still open: export the list of open items (OPOS-Liste) as CSV or to Excel instead, and open it here.",
        ),
    },
    Kind { look: "sage-ecx", name: ("un fichier d’échange Sage (ECX)", "a Sage exchange file (ECX)"), advice: FEC },
    Kind { look: "fec-xml", name: ("un FEC au format XML", "a French FEC in XML form"), advice: FEC },
    Kind { look: "vcard", name: ("une carte de visite (vCard)", "an address book card (vCard)"), advice: EXPORT },
    Kind { look: "calendar", name: ("un agenda (iCalendar)", "a calendar (iCalendar)"), advice: EXPORT },
];

/// Any other.
const OTHER: Kind =
    Kind { look: "?", name: ("un fichier d’un autre genre", "a file of another kind"), advice: EXPORT };

impl Language {
    /// A known kind of file without a table; `look` is the reader's code.
    pub fn refuse_not_a_table(self, file: &str, look: &str) -> String {
        let Kind { name, advice, .. } = KINDS.iter().find(|kind| kind.look == look).unwrap_or(&OTHER);
        let (kind, advice) = (self.pick(name.0, name.1), self.pick(advice.0, advice.1));
        match self {
            Language::Fr => format!("Le fichier «\u{A0}{file}\u{A0}» est {kind}, pas un tableau de créances. {advice}"),
            Language::En => format!("The file “{file}” is {kind}, not a table of receivables. {advice}"),
        }
    }

    /// A web page without a table, or an XML document of an unknown kind; `kind` is the reader's code.
    pub fn refuse_markup(self, file: &str, kind: &str) -> String {
        let (seen, advice) = match kind {
            "html" => (
                self.pick(
                    "est une page web sans aucun tableau, souvent une page de connexion ou d’erreur enregistrée à la place de l’export",
                    "is a web page without any table, most often a sign-in or error page saved in place of the export",
                ),
                self.pick("Refaites l’export, une fois connecté à votre logiciel.", "Run the export again, once signed in to your software."),
            ),
            "frames" => (
                self.pick(
                    "est une page web à cadres, dont les tableaux se trouvent dans un dossier voisin",
                    "is a web page of frames, whose tables lie in a folder beside it",
                ),
                self.pick(
                    "Ouvrez-la dans votre tableur et enregistrez-la au format XLSX.",
                    "Open it in your spreadsheet program and save it as XLSX.",
                ),
            ),
            "spreadsheet-xml" => (
                self.pick("annonce un classeur XML de 2003 et n’est pas du texte lisible", "claims to be an XML workbook of 2003 and is no readable text"),
                self.pick("Ouvrez-le dans votre tableur et enregistrez-le au format XLSX.", "Open it in your spreadsheet program and save it as XLSX."),
            ),
            _ => (
                self.pick("est un document XML d’un genre inconnu", "is an XML document of an unknown kind"),
                self.pick(
                    "Exportez les écritures en CSV ou XLSX depuis le logiciel qui l’a produit.",
                    "Export the entries as CSV or XLSX from the software that made it.",
                ),
            ),
        };
        match self {
            Language::Fr => format!("Le fichier «\u{A0}{file}\u{A0}» {seen}. {advice}"),
            Language::En => format!("The file “{file}” {seen}. {advice}"),
        }
    }

    /// A ZIP archive of files: how many, and the first names.
    pub fn refuse_zip_of_files(self, file: &str, count: u64, names: &[String]) -> String {
        let more = if count > names.len() as u64 { "…" } else { "" };
        let names = names.join(", ");
        let number = self.number(i64::try_from(count).unwrap_or(i64::MAX));
        match self {
            Language::Fr => {
                let files = self.plural(count, "fichier", "fichiers");
                format!(
                    "Le fichier «\u{A0}{file}\u{A0}» est une archive ZIP de {number}\u{A0}{files} ({names}{more}). Décompressez-la, puis ouvrez ici les tableaux qu’elle contient."
                )
            }
            Language::En => {
                let files = self.plural(count, "file", "files");
                format!(
                    "The file “{file}” is a ZIP archive of {number}\u{A0}{files} ({names}{more}). Unpack it, then open the tables it contains here."
                )
            }
        }
    }

    /// A table of the movements of a bank account.
    pub fn statement_table(self, file: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» ressemble à un relevé bancaire\u{A0}: des dates, des libellés et des montants, mais aucun client."
            ),
            Language::En => {
                format!("The file “{file}” looks like a bank statement: dates, labels and amounts, but no customer.")
            }
        }
    }

    /// What to do with it.
    pub const fn statement_table_advice(self) -> &'static str {
        self.pick(
            "Ouvrez plutôt le grand livre clients ou la balance âgée\u{A0}; si c’est une liste de factures, ajoutez-y une colonne qui nomme le client.",
            "Open the customers' ledger or the aged balance instead; if it is a list of invoices, add a column that names the customer.",
        )
    }

    /// The same beside a list of which nothing says what was paid.
    pub fn may_hold_payments(self, list: &str) -> String {
        match self {
            Language::Fr => format!(
                "Il contient peut-être les règlements de «\u{A0}{list}\u{A0}»\u{A0}: pour les déduire, ajoutez-y une colonne qui nomme le client."
            ),
            Language::En => {
                format!("It may hold the payments of “{list}”: to deduct them, add a column that names the customer.")
            }
        }
    }

    /// A balance of all accounts of the books. `customers`: the account of the customers, and its amount under a heading.
    pub fn trial_balance(self, file: &str, customers: Option<(&str, &str, &str)>) -> String {
        let kind = match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» est une balance générale\u{A0}: un solde par compte, sans clients ni dates."
            ),
            Language::En => {
                format!(
                    "The file “{file}” is a trial balance: one balance for each account, no customers and no dates."
                )
            }
        };
        let Some((account, heading, amount)) = customers else { return kind };
        match self {
            Language::Fr => {
                format!("{kind} Le compte «\u{A0}{account}\u{A0}» y porte {amount} sous «\u{A0}{heading}\u{A0}».")
            }
            Language::En => format!("{kind} Its account “{account}” bears {amount} under “{heading}”."),
        }
    }

    /// What to do with it.
    pub const fn trial_balance_advice(self, customers: bool) -> &'static str {
        match customers {
            true => self.pick(
                "Ouvrez le grand livre clients, l’échéancier ou la balance âgée, et comparez-en le total à ce solde.",
                "Open the customers’ ledger, the open items or the aged balance, and compare their total with this balance.",
            ),
            false => self.pick(
                "Ouvrez le grand livre clients, l’échéancier ou la balance âgée.",
                "Open the customers’ ledger, the open items or the aged balance.",
            ),
        }
    }

    /// What to do with a bank statement.
    pub const fn statement_advice(self) -> &'static str {
        self.pick(BANK.0, BANK.1)
    }

    /// A list printed in frames of dashes, as by SAP, that cannot be read.
    pub fn list_print(self, file: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» est une liste imprimée en cadres, comme en fait SAP, où l’on ne trouve pas pour chaque ligne un client, une date et un montant."
            ),
            Language::En => format!(
                "The file “{file}” is a list printed in frames, as SAP prints them, in which a customer, a date and an amount cannot be found for every row."
            ),
        }
    }

    /// What to do with a list printed by SAP.
    pub const fn list_print_advice(self) -> &'static str {
        self.pick(
            "Dans SAP, ajoutez la colonne du compte client à la mise en forme, exportez la liste vers un tableur (XLSX) ou en texte avec tabulations, puis ouvrez ce fichier.",
            "In SAP, add the customer’s account as a column of the layout, export the list as a spreadsheet (XLSX) or as text with tabs, then open that file.",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_own_words_and_says_what_to_do() {
        for language in Language::ALL {
            let sentences: Vec<String> =
                KINDS.iter().chain([&OTHER]).map(|kind| language.refuse_not_a_table("a.xls", kind.look)).collect();
            let markup = ["html", "frames", "spreadsheet-xml", "xml"].map(|kind| language.refuse_markup("a.xls", kind));
            let zip = language.refuse_zip_of_files("a.xls", 7, &["b.csv".to_owned(), "c.pdf".to_owned()]);
            let all: Vec<String> = sentences.into_iter().chain(markup).chain([zip]).collect();
            let distinct: std::collections::BTreeSet<&String> = all.iter().collect();
            assert_eq!(distinct.len(), all.len());
            for sentence in &all {
                assert!(sentence.contains("a.xls") && sentence.ends_with('.') && sentence.contains(". "), "{sentence}");
                for mark in [" :", " ;", " !", " ?", "« ", " »"] {
                    assert!(language == Language::En || !sentence.contains(mark), "{sentence}");
                }
            }
        }
    }
}
