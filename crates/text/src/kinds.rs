//! Files that are recognised and hold no ledger: what each is, and where its table is to be had.
//! Codes are those of the reader; an unknown code gets a general word, never a gap.

use crate::Language;

impl Language {
    /// A known kind of file without a table; `look` is the reader's code.
    pub fn refuse_not_a_table(self, file: &str, look: &str) -> String {
        let (kind, advice) = self.kind_of_file(look);
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
                    "est une page web sans aucun tableau, souvent une page de connexion ou d'erreur enregistrée à la place de l'export",
                    "is a web page without any table, most often a sign-in or error page saved in place of the export",
                ),
                self.pick("Refaites l'export, une fois connecté à votre logiciel.", "Run the export again, once signed in to your software."),
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
                self.pick("annonce un classeur XML de 2003 et n'est pas du texte lisible", "claims to be an XML workbook of 2003 and is no readable text"),
                self.pick("Ouvrez-le dans votre tableur et enregistrez-le au format XLSX.", "Open it in your spreadsheet program and save it as XLSX."),
            ),
            _ => (
                self.pick("est un document XML d'un genre inconnu", "is an XML document of an unknown kind"),
                self.pick(
                    "Exportez les écritures en CSV ou XLSX depuis le logiciel qui l'a produit.",
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
                    "Le fichier «\u{A0}{file}\u{A0}» est une archive ZIP de {number}\u{A0}{files} ({names}{more}). Décompressez-la, puis ouvrez ici les tableaux qu'elle contient."
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
            "Ouvrez plutôt le grand livre clients ou la balance âgée\u{A0}; si c'est une liste de factures, ajoutez-y une colonne qui nomme le client.",
            "Open the customers' ledger or the aged balance instead; if it is a list of invoices, add a column that names the customer.",
        )
    }

    /// What to do with a bank statement.
    pub const fn statement_advice(self) -> &'static str {
        self.pick(
            "Un relevé dit ce qui a été payé, pas ce qui reste dû\u{A0}: ouvrez plutôt le grand livre clients ou la balance âgée.",
            "A statement says what was paid, not what is owed: open the customers' ledger or the aged balance instead.",
        )
    }

    /// A list printed in frames of dashes, as by SAP, that cannot be read.
    pub fn list_print(self, file: &str) -> String {
        match self {
            Language::Fr => format!(
                "Le fichier «\u{A0}{file}\u{A0}» est une liste imprimée en cadres, comme en fait SAP, où l'on ne trouve pas pour chaque ligne un client, une date et un montant."
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
            "In SAP, add the customer's account as a column of the layout, export the list as a spreadsheet (XLSX) or as text with tabs, then open that file.",
        )
    }

    /// A kind of file with its article, and what to do.
    fn kind_of_file(self, look: &str) -> (&'static str, &'static str) {
        let export = self
            .pick("Exportez les écritures en CSV, XLSX, XLS ou ODS.", "Export the entries as CSV, XLSX, XLS or ODS.");
        let picture = self.pick(
            "Une image ne se lit pas\u{A0}: demandez l'export du tableau en CSV ou XLSX.",
            "A picture cannot be read: ask for the export of the table as CSV or XLSX.",
        );
        let unpack = self.pick(
            "Décompressez-la, puis ouvrez ici les tableaux qu'elle contient.",
            "Unpack it, then open the tables it contains here.",
        );
        let bank = self.statement_advice();
        let fec = self.pick(
            "Depuis le même logiciel, exportez le FEC au format texte ou le grand livre clients en CSV ou XLSX.",
            "From the same software, export the French FEC as text, or the customers' ledger as CSV or XLSX.",
        );
        let attachment =
            self.pick("Enregistrez sa pièce jointe, puis ouvrez-la ici.", "Save its attachment, then open that here.");
        let spreadsheet = self.pick(
            "Ouvrez-le dans votre tableur et enregistrez-le au format XLSX.",
            "Open it in your spreadsheet program and save it as XLSX.",
        );
        match look {
            "jpeg" => (self.pick("une image JPEG", "a JPEG image"), picture),
            "png" => (self.pick("une image PNG", "a PNG image"), picture),
            "gif" => (self.pick("une image GIF", "a GIF image"), picture),
            "tiff" => (self.pick("une image TIFF", "a TIFF image"), picture),
            "webp" => (self.pick("une image WebP", "a WebP image"), picture),
            "heic" => (self.pick("une photo HEIC", "a HEIC photograph"), picture),
            "bmp" => (self.pick("une image BMP", "a BMP image"), picture),
            "svg" => (self.pick("un dessin SVG", "an SVG drawing"), picture),
            "media" => (self.pick("un son ou un film", "a sound or a film"), export),
            "pdf" => (
                self.pick("un document PDF", "a PDF document"),
                self.pick(
                    "Le logiciel qui l'a imprimé exporte aussi en CSV ou XLSX\u{A0}: demandez cet export.",
                    "The software that printed it also exports CSV or XLSX: ask for that export.",
                ),
            ),
            "postscript" => (self.pick("un fichier d'impression PostScript", "a PostScript print file"), export),
            "text-document" => (
                self.pick("un document de traitement de texte", "a word-processor document"),
                self.pick(
                    "Copiez son tableau dans un classeur, enregistrez-le au format XLSX, puis ouvrez-le ici.",
                    "Copy its table into a workbook, save it as XLSX, then open it here.",
                ),
            ),
            "presentation" => (self.pick("une présentation", "a presentation"), export),
            "apple-document" => (
                self.pick(
                    "un document Apple (Numbers, Pages ou Keynote)",
                    "an Apple document (Numbers, Pages or Keynote)",
                ),
                self.pick(
                    "Dans Numbers, choisissez Fichier, Exporter vers, Excel ou CSV.",
                    "In Numbers, choose File, Export To, Excel or CSV.",
                ),
            ),
            "zip" => (self.pick("une archive ZIP vide", "an empty ZIP archive"), export),
            "archive" => (self.pick("une archive compressée", "a compressed archive"), unpack),
            "outlook-message" => (self.pick("un message Outlook", "an Outlook message"), attachment),
            "message" => (self.pick("un message électronique", "an e-mail message"), attachment),
            "web-archive" => {
                (self.pick("une page web d'un seul fichier (MHTML)", "a web page in one file (MHTML)"), spreadsheet)
            }
            "compound-file" => {
                (self.pick("un document Microsoft sans classeur", "a Microsoft document without a workbook"), export)
            }
            "old-spreadsheet" => {
                (self.pick("un classeur antérieur à 1995", "a workbook from before 1995"), spreadsheet)
            }
            "flat-ods" => (
                self.pick(
                    "un classeur OpenDocument d'un seul fichier XML (FODS)",
                    "an OpenDocument workbook in one XML file (FODS)",
                ),
                self.pick(
                    "Ouvrez-le dans LibreOffice et enregistrez-le au format ODS ou XLSX.",
                    "Open it in LibreOffice and save it as ODS or XLSX.",
                ),
            ),
            "database" => (self.pick("une base de données", "a database"), export),
            "executable" => (self.pick("un programme", "a program"), export),
            "json" => (self.pick("un fichier JSON", "a JSON file"), export),
            "camt" => (self.pick("un relevé bancaire CAMT (ISO 20022)", "a CAMT bank statement (ISO 20022)"), bank),
            "mt940" => (self.pick("un relevé bancaire MT940 (SWIFT)", "an MT940 bank statement (SWIFT)"), bank),
            "cfonb120" => (self.pick("un relevé bancaire CFONB 120", "a CFONB 120 bank statement"), bank),
            "ofx" => (self.pick("un relevé bancaire OFX", "an OFX bank statement"), bank),
            "payment-order" => (
                self.pick(
                    "un ordre de virement ou de prélèvement (ISO 20022)",
                    "an order of transfers or direct debits (ISO 20022)",
                ),
                bank,
            ),
            "invoice" => (
                self.pick("une facture électronique isolée", "a single electronic invoice"),
                self.pick(
                    "Ouvrez plutôt la liste des factures ou le grand livre clients, en CSV ou XLSX.",
                    "Open the list of invoices or the customers' ledger instead, as CSV or XLSX.",
                ),
            ),
            "ebp-edi" => (self.pick("un fichier d'échange EBP (EDI)", "an EBP exchange file (EDI)"), fec),
            "isacompta" => (self.pick("un fichier d'échange Isacompta", "an Isacompta exchange file"), fec),
            "quadra" => (
                self.pick(
                    "un fichier d'écritures Quadra (ASCII à largeur fixe)",
                    "an entry file of Quadra (fixed-width ASCII)",
                ),
                self.pick(
                    "Dans Quadra, exportez plutôt le FEC, ou la balance âgée ou le grand livre clients vers Excel, et ouvrez-le ici.",
                    "In Quadra, export the FEC instead, or the aged balance or the customers' ledger to Excel, and open it here.",
                ),
            ),
            "ciel" => (
                self.pick(
                    "un fichier de transfert d'écritures Ciel ou Sage 50 (##Transfert)",
                    "a transfer file of Ciel or Sage 50 (##Transfert)",
                ),
                self.pick(
                    "Il porte les écritures d'une période sans leur lettrage\u{A0}: depuis le même logiciel, exportez plutôt le FEC, ou le grand livre clients ou l'échéancier vers Excel, et ouvrez-le ici.",
                    "It holds the entries of a period without their matching: from the same software, export the FEC instead, or the customers' ledger or the list of due dates to Excel, and open it here.",
                ),
            ),
            "datev-batch" => (
                self.pick("un lot d'écritures DATEV (Buchungsstapel)", "a batch of DATEV entries (Buchungsstapel)"),
                self.pick(
                    "Ses dates n'ont pas d'année et rien n'y dit ce qui reste ouvert\u{A0}: exportez plutôt la liste des postes ouverts (OPOS-Liste) en CSV ou vers Excel, et ouvrez-la ici.",
                    "Its dates have no year and nothing says what is still open: export the list of open items (OPOS-Liste) as CSV or to Excel instead, and open it here.",
                ),
            ),
            "sage-ecx" => (self.pick("un fichier d'échange Sage (ECX)", "a Sage exchange file (ECX)"), fec),
            "fec-xml" => (self.pick("un FEC au format XML", "a French FEC in XML form"), fec),
            "vcard" => (self.pick("une carte de visite (vCard)", "an address book card (vCard)"), export),
            "calendar" => (self.pick("un agenda (iCalendar)", "a calendar (iCalendar)"), export),
            _ => (self.pick("un fichier d'un autre genre", "a file of another kind"), export),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOKS: [&str; 41] = [
        "jpeg",
        "png",
        "gif",
        "tiff",
        "webp",
        "heic",
        "bmp",
        "svg",
        "media",
        "pdf",
        "postscript",
        "text-document",
        "presentation",
        "apple-document",
        "zip",
        "archive",
        "outlook-message",
        "message",
        "web-archive",
        "compound-file",
        "old-spreadsheet",
        "flat-ods",
        "database",
        "executable",
        "json",
        "camt",
        "mt940",
        "cfonb120",
        "ofx",
        "payment-order",
        "invoice",
        "ebp-edi",
        "isacompta",
        "quadra",
        "ciel",
        "datev-batch",
        "sage-ecx",
        "fec-xml",
        "vcard",
        "calendar",
        "?",
    ];

    #[test]
    fn each_kind_has_its_own_words_and_says_what_to_do() {
        for language in Language::ALL {
            let sentences: Vec<String> = LOOKS.iter().map(|look| language.refuse_not_a_table("a.xls", look)).collect();
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
