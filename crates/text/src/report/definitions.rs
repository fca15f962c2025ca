//! The names of the figures, and what each word of a report means: printed with the figures, so that a reader far
//! from the screen knows what was counted and how.

use crate::Language;

texts! {
    /// Channel.
    report_channel_email: "E-mail", "E-mail";
    /// Channel.
    report_channel_letter: "Courrier", "Letter";
    /// Channel.
    report_channel_registered_letter: "Lettre recommandée", "Registered letter";
    /// Channel.
    report_channel_phone: "Téléphone", "Telephone";
    /// Channel.
    report_channel_sms: "SMS", "Text message";
    /// Channel.
    report_channel_internal: "Interne", "Internal";

    /// Credits in the bucket of their own date.
    report_credits_own_line: "avoirs et règlements à leur propre date", "credits at their own date";
    /// Credits against the oldest debits.
    report_credits_oldest_first: "avoirs et règlements imputés sur les plus anciennes", "credits against the oldest debits";
    /// Credits against the debits of the same reference.
    report_credits_same_reference: "avoirs et règlements imputés par référence", "credits against the same reference";
    /// Credits in their own column.
    report_credits_apart: "avoirs et règlements non affectés à part", "unallocated credits in their own column";

    /// Severity.
    report_severity_info: "à savoir", "note";
    /// Severity.
    report_severity_warning: "à vérifier", "check";
    /// Severity.
    report_severity_error: "manque", "missing";

    /// Layout.
    report_layout_open_items: "Postes ouverts", "Open items";
    /// Layout.
    report_layout_ledger: "Grand livre", "Ledger";
    /// Layout.
    report_layout_fec: "FEC", "FEC";
    /// Layout.
    report_layout_aged_balance: "Balance âgée", "Aged balance";
    /// Layout.
    report_layout_invoice_history: "Historique de factures", "Invoice history";
    /// Layout.
    /// Layout.
    report_layout_customers: "Liste de clients", "List of customers";
    report_layout_payments: "Liste de règlements", "List of payments";

    /// Figure.
    figure_outstanding: "Encours net", "Net outstanding";
    /// Figure.
    figure_overdue: "Échu", "Overdue";
    /// Figure.
    figure_overdue_share: "Part échue des créances", "Overdue share of debits";
    /// Figure.
    figure_not_due: "Non échu", "Not due";
    /// Figure.
    figure_over90: "Échu depuis plus de 90 jours", "Overdue by more than 90 days";
    /// Figure.
    figure_disputed: "En litige", "Disputed";
    /// Figure.
    figure_credits: "Avoirs et règlements non affectés", "Unallocated credits";
    /// Figure.
    figure_items: "Postes ouverts", "Open items";
    /// Figure.
    figure_overdue_items: "Postes échus", "Overdue items";
    /// Figure.
    figure_customers: "Clients débiteurs ou créditeurs", "Customers with open items";
    /// Figure.
    figure_overdue_customers: "Clients en retard", "Customers with overdue items";
    /// Figure.
    figure_sales: "Ventes de la période", "Sales of the period";
    /// Figure.
    figure_sales_days: "Période des ventes (jours)", "Period of the sales (days)";
    /// Figure.
    figure_dso: "DSO (jours)", "DSO (days)";
    /// Figure.
    figure_dso_count_back: "DSO par épuisement (jours)", "Count-back DSO (days)";
    /// Figure.
    figure_dso_best: "Meilleur DSO possible (jours)", "Best possible DSO (days)";
    /// Figure.
    figure_average_days_delinquent: "Jours de retard dans le DSO", "Average days delinquent";
    /// Figure.
    figure_days_late: "Retard moyen pondéré des factures payées (jours)", "Weighted days late of paid invoices";
    /// Figure.
    figure_days_to_pay: "Délai moyen pondéré de paiement (jours)", "Weighted days to pay";
    /// Figure.
    figure_hhi: "Concentration (indice HHI, 0 à 10 000)", "Concentration (HHI, 0 to 10,000)";
}

impl Language {
    /// What each word of a report means, in the order a reader meets them.
    pub const fn report_glossary(self) -> [(&'static str, &'static str); 12] {
        match self {
            Language::Fr => [
                (
                    "Date d’arrêté",
                    "Jour pour lequel tout est calculé\u{202F}; les écritures postérieures sont ignorées.",
                ),
                (
                    "Poste ouvert",
                    "Ce qui reste dû sur une pièce à la date d’arrêté, règlements et avoirs lettrés déduits.",
                ),
                (
                    "Jours de retard",
                    "Date d’arrêté moins date d’échéance\u{202F}; zéro ou moins tant que la pièce n’est pas échue.",
                ),
                ("Non échu", "Créances dont l’échéance n’est pas dépassée à la date d’arrêté, ce jour compris."),
                ("Tranches", "Créances échues, selon leurs jours de retard\u{202F}; les bornes sont comprises."),
                (
                    "Sans échéance",
                    "Créances dont rien ne dit quand elles sont dues\u{202F}; elles ne sont jamais comptées en retard.",
                ),
                (
                    "Avoirs et règlements non affectés",
                    "Ce que nous devons au client ou n’avons pas lettré\u{202F}; zéro ou négatif.",
                ),
                ("Solde", "Somme des colonnes précédentes, au centime."),
                ("Contrôle", "Le total de la balance doit être le solde des écritures du fichier à la date d’arrêté."),
                (
                    "DSO",
                    "Encours rapporté aux ventes de la période, multiplié par ses jours\u{202F}; vide si les ventes sont inconnues.",
                ),
                (
                    "DSO par épuisement",
                    "Nombre de jours de ventes, en remontant le temps, qu’il faut pour épuiser l’encours.",
                ),
                (
                    "Concentration (HHI)",
                    "Somme des carrés des parts des clients, de 0 (dispersé) à 10 000 (un seul client).",
                ),
            ],
            Language::En => [
                ("As-of date", "The day everything is computed for; later entries are ignored."),
                (
                    "Open item",
                    "What remains due on a document on the as-of date, matched payments and credits deducted.",
                ),
                ("Days overdue", "As-of date less due date; zero or less until the document is overdue."),
                ("Not due", "Debits whose due date has not passed on the as-of date, that day included."),
                ("Buckets", "Overdue debits by their days overdue; both limits are included."),
                ("No due date", "Debits of which nothing says when they are due; they are never counted as overdue."),
                ("Unallocated credits", "What we owe the customer or have not matched; zero or negative."),
                ("Balance", "Sum of the columns before it, to the cent."),
                ("Check", "The total of the balance must be the balance of the entries of the file on the as-of date."),
                ("DSO", "Outstanding over the sales of the period, times its days; empty where sales are unknown."),
                ("Count-back DSO", "Days of sales, going back in time, needed to use up the outstanding."),
                ("Concentration (HHI)", "Sum of the squared shares of the customers, from 0 (spread) to 10,000 (one)."),
            ],
        }
    }
}
