//! The words of the first page of an archive.

use crate::Language;

texts! {
    /// Its title.
    report_archive: "Dossier du poste clients", "Receivables file";
    /// What it says of itself.
    report_archive_about: "Tout ce que l’analyse a produit. SHA256SUMS permet de vérifier qu’aucun fichier n’a changé (sha256sum -c SHA256SUMS)\u{202F}; manifest.json dit sur quoi tout repose.", "Everything the analysis made. SHA256SUMS lets anybody check that no file has changed (sha256sum -c SHA256SUMS); manifest.json says what all of it rests on.";
    /// Heading: what a file holds.
    report_holds: "Contenu", "Content";
    /// Heading: size.
    report_bytes: "Octets", "Bytes";
}

impl Language {
    /// What a file of an archive holds, from its name; nothing for one nobody described.
    pub fn report_holds_of(self, name: &str) -> &'static str {
        match name {
            "report.html" => self.pick("Rapport à imprimer et à signer", "Report to print and sign"),
            "aged-balance.xlsx" => self.pick(
                "Classeur\u{A0}: balance, graphiques, pièces, constats, plan",
                "Workbook: balance, charts, items, findings, plan",
            ),
            "aged-balance.csv" => self.report_aged_balance(),
            "open-items.csv" => self.report_open_items(),
            "figures.csv" => self.report_figures(),
            "evolution.csv" => self.report_evolution(),
            "findings.csv" => self.pick("Constats et leurs lignes", "Findings and their rows"),
            "late-payments.csv" => self.late_title(),
            "controls.csv" => self.report_controls(),
            "plan.csv" => self.report_plan(),
            "left-alone.csv" => self.report_left_alone(),
            "import-control.csv" => self.report_set_aside(),
            "calls.html" => self.pick("Fiches d’appel à imprimer", "Call sheets to print"),
            "plan.ics" => {
                self.pick("Agenda\u{A0}: appels, promesses, échéances", "Calendar: calls, promises, deadlines")
            }
            "dossier.json" => self.pick("Toutes les données, pour un programme", "All the data, for a program"),
            "drafts/index.html" => self.pick("Projets de messages\u{A0}: la liste", "Drafts: the list"),
            name if name.starts_with("drafts/messages") => self.pick("Message", "Message"),
            name if name.starts_with("drafts/letters/") => self.pick("Courrier", "Letter"),
            name if name.starts_with("drafts/calls/") => self.pick("Fiche d’appel", "Call sheet"),
            name if name.starts_with("drafts/texts/") => self.pick("Texte", "Text"),
            _ => "",
        }
    }
}
