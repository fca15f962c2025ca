//! The words of the command line.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency};

texts! {
    /// Usage, in full.
    cli_help: "Usage : encours COMMANDE FICHIER... [options]

Commandes
  inspect        ce qu’est chaque fichier et comment il serait lu
  import         ce qui a été lu, ligne par ligne
  aged-balance   balance âgée     [--limits 30,60,90] [--basis due-date|invoice-date]
                 [--credits apart|own-line|oldest-first|same-reference] [--by segment|salesperson|group|country|city|
                 account-class|invoice-month|due-day-source]
  open-items     postes ouverts
  metrics        indicateurs      [--days 90]
  matches        rapprochements proposés : rien n’est appliqué
  segments       clients par segment, risque, surveillance  [--since JOUR]
  series         mois après mois  [--months 12] [--limits 30,60,90] [--days 90]
  behaviour      comment paie chaque client, allongements, silences [--customer CODE] [--recent 5]
  forecast       encaissements attendus sur 13 semaines, essayés sur le passé
  quality        qualité des données : score, constats, lignes
  findings       tous les constats d’audit : gravité, montant, lignes, conseil
  reperformance  balance âgée du client comparée à celle recalculée : un fichier de chaque
  late-payments  tableau des délais de paiement à la clôture (D441-6) [--turnover EUR=72000,00] [--vat-rate 20]
  plan           plan de relance  [--horizon JOURS]
  simulate       politiques essayées sur les douze derniers mois [--months 12] [--presets five-steps,four-segments]
  policy-check   remarques sur une politique (sans fichier) : --policy FICHIER ou --preset NOM
  calls          appels du jour et des suivants, par priorité expliquée [--cap 20] [--sort priority|amount|age|name]
                 [--owner COMMERCIAL] [--horizon JOURS]
  call-result    consigne un appel et ses effets dans le dossier .encours de --out : --customer CODE --outcome promise|
                 payment-run|paid|plan|dispute|not-received|awaiting-approval|call-back|no-answer|voicemail|
                 wrong-contact|refusal|insolvency [--day JOUR] [--amount MONTANT] [--document PIÈCE]... [--parts N]
                 [--category MOTIF] [--reason RAISON] [--note TEXTE] [--with-ledger]
  journal        contacts par étape et par moyen : joints, promesses tenues, réglés sous 15 jours ; avec --import JOURNAL
                 (journal.csv ou journal.json), ajoute ce qui est nouveau au dossier .encours de --out
  answers        réponses de clients à leurs formulaires : --answer FICHIER... ; avec --approve 1,3, consigne celles-ci dans
                 le dossier .encours de --out
  export         un fichier d’une sorte dans --out : --kind SORTE [--customer CODE] [--owner COMMERCIAL]
                 (aged-balance.xlsx, report.html, open-items.csv, everything.zip...) [--dialect french|english|rfc4180]
                 [--customer-sheets]
                 [--recipient agency|bailiff|court] [--with-forms] [--form-in-text] ; par exemple calls.html, plan.ics,
                 handouts.html, handover.zip, response-forms.zip, agreement.html --plan N, draft.eml --action ACTION,
                 factor.csv [--overdue-days 60] [--concentration 25]
  drafts         projets de messages et fiches d’appel du jour d’arrêté
  report         écrit tout dans le dossier donné par --out
  due-day        échéance de conditions en toutes lettres : --terms TEXTE --invoice-day JOUR (sans fichier)
  interest       intérêts de retard d’une créance (sans fichier) : --principal 10000,00 --currency EUR --due JOUR
                 --until JOUR --regime fr-b2b|fr-public|fr-consumer|uk|de-b2b|be-b2b|ch|contract
                 [--payment JOUR:MONTANT]... [--contract-rate 8,25] [--day-count 365|actual|360]
                 [--allocation principal-first|interest-first] [--costs MONTANT] [--notice JOUR] [--insolvency JOUR]
  claims         intérêts et indemnités des pièces en retard, à part du solde [--customer CODE] [--contract-rate 8,25]
                 [--day-count 365|actual|360] [--allocation principal-first|interest-first]
  limitation     calendrier de prescription, règlements partiels compris [--months 6] [--customer CODE]
  financing      coût de l’affacturage, de la banque, d’un escompte (sans fichier) [--currency EUR] [--turnover MONTANT]
                 [--commission 4] [--overdue MONTANT --bank-rate 6 --overdue-days 45] [--discount 2/10/30]
  rates          tables de taux, avec leurs sources (sans fichier)
  diff           ce qui a changé : ANCIENS... --with NOUVEAU [--before JOUR] [--extract stock|delta] ; ANCIENS peut être un
                 dossier .encours
  register       litiges, promesses, échéanciers, blocages, contacts et ce qu’ils deviennent [--customer CODE]
  save           enregistre le dossier .encours dans --out [--with-ledger]

Options
  --as-of JOUR       date d’arrêté AAAA-MM-JJ ; exigée par toute commande qui calcule
  --json             un document JSON sur la sortie standard
  --out DOSSIER      où écrire les fichiers
  --lang fr|en       langue des phrases (anglais par défaut)
  --policy FICHIER   politique de relance en JSON
  --preset NOM       politique fournie : default, five-steps, j-5-j5-j15, four-segments, one-or-two-by-amount,
                     public-body, consumer, formal-notice
  --mapping FICHIER  lecture en JSON : un modèle, ou ce qu’imprime « inspect --json »
  --corrections FICHIER  cellules corrigées, en JSON
  --rates FICHIER    vos taux en JSON, à la place ou à la suite des tables livrées
  --sender FICHIER   expéditeur, signataires, contacts des clients et règles (qui signe, à qui, copies, langue), en JSON
  --invoices DOSSIER factures PDF à joindre aux e-mails, trouvées par le numéro de pièce dans leur nom
  --attach FICHIER=PIÈCE  de quelle pièce ce fichier est la facture ; rien après « = » : ne pas le joindre
  --dossier FICHIER  dossier .encours à rouvrir avec les fichiers
  --default-terms TEXTE  conditions des pièces sans échéance
  --default-currency DEV  devise des montants dont aucun fichier ne la nomme, EUR par défaut
  --aged-as-of JOUR      date d’arrêté AAAA-MM-JJ d’une balance âgée dont le fichier ne la dit pas sans équivoque
  --read-file FICHIER    le lire même s’il répète un autre fichier ou annonce des fournisseurs ; une fois par fichier
  --tolerance CENTIMES   écarts de règlement mis à part, 0 par défaut
  --ledger-balance DEV=MONTANT  solde en comptabilité, comparé au centime (EUR=1284530,12) ; une fois par devise
", "Usage: encours COMMAND FILE... [options]

Commands
  inspect        what each file is and how it would be read
  import         what was read, row by row
  aged-balance   aged balance     [--limits 30,60,90] [--basis due-date|invoice-date]
                 [--credits apart|own-line|oldest-first|same-reference] [--by segment|salesperson|group|country|city|
                 account-class|invoice-month|due-day-source]
  open-items     open items
  metrics        key figures      [--days 90]
  matches        proposed matches: nothing is applied
  segments       customers by segment, risk, watch-list  [--since DAY]
  series         month after month [--months 12] [--limits 30,60,90] [--days 90]
  behaviour      how each customer pays, lengthening, silence [--customer CODE] [--recent 5]
  forecast       expected receipts over 13 weeks, tested on the past
  quality        data quality: score, findings, rows
  findings       all audit findings: severity, amount, rows, advice
  reperformance  the client’s aged balance against ours: one file of each
  late-payments  table of payment delays at closing (French D441-6) [--turnover EUR=72000.00] [--vat-rate 20]
  plan           dunning plan     [--horizon DAYS]
  simulate       policies tried on the last twelve months [--months 12] [--presets five-steps,four-segments]
  policy-check   remarks on a policy (no file): --policy FILE or --preset NAME
  calls          calls of the day and those after, by explained priority [--cap 20] [--sort priority|amount|age|name]
                 [--owner SALESPERSON] [--horizon DAYS]
  call-result    records a call and its effects in the .encours dossier of --out: --customer CODE --outcome promise|
                 payment-run|paid|plan|dispute|not-received|awaiting-approval|call-back|no-answer|voicemail|
                 wrong-contact|refusal|insolvency [--day DAY] [--amount AMOUNT] [--document ITEM]... [--parts N]
                 [--category GROUND] [--reason REASON] [--note TEXT] [--with-ledger]
  journal        contacts by step and means: reached, promises kept, paid within 15 days; with --import JOURNAL
                 (journal.csv or journal.json), adds what is new to the .encours dossier of --out
  answers        answers of customers to their forms: --answer FILE...; with --approve 1,3, records these in the .encours
                 dossier of --out
  export         one file of a kind into --out: --kind KIND [--customer CODE] [--owner SALESPERSON]
                 (aged-balance.xlsx, report.html, open-items.csv, everything.zip...) [--dialect french|english|rfc4180]
                 [--customer-sheets]
                 [--recipient agency|bailiff|court] [--with-forms] [--form-in-text]; for example calls.html, plan.ics,
                 handouts.html, handover.zip, response-forms.zip, agreement.html --plan N, draft.eml --action ACTION,
                 factor.csv [--overdue-days 60] [--concentration 25]
  drafts         drafts and call sheets of the as-of day
  report         writes everything into the folder given by --out
  due-day        due day of terms in words: --terms TEXT --invoice-day DAY (no file)
  interest       late-payment interest of one claim (no file): --principal 10000.00 --currency EUR --due DAY
                 --until DAY --regime fr-b2b|fr-public|fr-consumer|uk|de-b2b|be-b2b|ch|contract
                 [--payment DAY:AMOUNT]... [--contract-rate 8.25] [--day-count 365|actual|360]
                 [--allocation principal-first|interest-first] [--costs AMOUNT] [--notice DAY] [--insolvency DAY]
  claims         interest and fixed sums of late items, apart from the balance [--customer CODE] [--contract-rate 8.25]
                 [--day-count 365|actual|360] [--allocation principal-first|interest-first]
  limitation     limitation calendar, part payments counted [--months 6] [--customer CODE]
  financing      cost of a factor, a bank, an early-payment discount (no file) [--currency EUR] [--turnover AMOUNT]
                 [--commission 4] [--overdue AMOUNT --bank-rate 6 --overdue-days 45] [--discount 2/10/30]
  rates          tables of rates, with their sources (no file)
  diff           what changed: OLD... --with NEW [--before DAY] [--extract stock|delta]; OLD may be an .encours dossier
  register       disputes, promises, plans, blocks, contacts and what became of them [--customer CODE]
  save           saves the .encours dossier into --out [--with-ledger]

Options
  --as-of DAY        as-of date YYYY-MM-DD; required by every command that computes
  --json             one JSON document on standard output
  --out DIR          where to write files
  --lang fr|en       language of the sentences (English by default)
  --policy FILE      dunning policy as JSON
  --preset NAME      policy that comes along: default, five-steps, j-5-j5-j15, four-segments, one-or-two-by-amount,
                     public-body, consumer, formal-notice
  --mapping FILE     reading as JSON: a model, or what “inspect --json” prints
  --corrections FILE  cells corrected, as JSON
  --rates FILE       your own rates as JSON, in place of the tables shipped or after them
  --sender FILE      sender, signatories, customers’ contacts and rules (who signs, to whom, copies, language), as JSON
  --invoices DIR     PDF invoices to attach to e-mails, found by the document number in their name
  --attach FILE=DOCUMENT  which document this file is the invoice of; nothing after “=”: do not attach it
  --dossier FILE     .encours dossier to open again with the files
  --tolerance CENTS     residues of settlements set apart, 0 by default
  --default-terms TEXT  terms of items without a due date
  --default-currency CUR  currency of amounts for which no file names one, EUR by default
  --aged-as-of DAY   day YYYY-MM-DD of an aged balance whose file does not tell it beyond doubt
  --read-file FILE   read it even where it repeats another file or announces suppliers; once for each file
  --ledger-balance CUR=AMOUNT  balance of the books, compared to the cent (EUR=1284530.12); once per currency
";
    cli_no_command: "Aucune commande ; « encours --help » les énumère.", "No command; “encours --help” lists them.";
    cli_call_result_required: "call-result demande --customer CODE et --outcome RÉSULTAT.", "call-result takes --customer CODE and --outcome RESULT.";
    cli_no_file: "Nommez au moins un fichier.", "Name at least one file.";
    cli_as_of_required: "Cette commande calcule à une date : ajoutez --as-of AAAA-MM-JJ.", "This command computes on a day: add --as-of YYYY-MM-DD.";
    cli_out_required: "Indiquez où écrire : ajoutez --out DOSSIER.", "Say where to write: add --out DIR.";
    cli_kind_required: "Indiquez quel fichier : ajoutez --kind aged-balance.xlsx, report.html, open-items.csv ou everything.zip.", "Say which file: add --kind aged-balance.xlsx, report.html, open-items.csv or everything.zip.";
    cli_with_required: "diff demande les nouveaux fichiers : ajoutez --with FICHIER.", "diff takes the new files: add --with FILE.";
    cli_recorded: "Saisi", "Recorded";
    cli_state: "État", "State";
    cli_nothing_recorded: "Rien n’est consigné.", "Nothing is recorded.";
    cli_before: "Avant", "Before";
    cli_now: "Après", "After";
    cli_change: "Variation", "Change";
    cli_terms_required: "due-day demande --terms TEXTE et --invoice-day AAAA-MM-JJ.", "due-day takes --terms TEXT and --invoice-day YYYY-MM-DD.";
    cli_interest_required: "interest demande --principal MONTANT, --currency DEV, --due JOUR, --until JOUR et --regime NOM.", "interest takes --principal AMOUNT, --currency CUR, --due DAY, --until DAY and --regime NAME.";
    cli_customer: "Client", "Customer";
    cli_name: "Nom", "Name";
    cli_not_due: "Non échu", "Not due";
    cli_no_due_date: "Sans échéance", "No due date";
    cli_unallocated: "Non imputé", "Unallocated";
    cli_balance: "Solde", "Balance";
    cli_total: "Total", "Total";
    cli_document: "Pièce", "Document";
    cli_kind: "Nature", "Kind";
    cli_invoice_day: "Date", "Date";
    cli_due_day: "Échéance", "Due date";
    cli_days_late: "Retard (j)", "Days late";
    cli_residual: "Restant dû", "Residual";
    cli_currency: "Devise", "Currency";
    cli_row: "Ligne", "Row";
    cli_day: "Jour", "Day";
    cli_step: "Étape", "Step";
    cli_channel: "Canal", "Channel";
    cli_amount: "Montant", "Amount";
    cli_items: "Pièces", "Items";
    cli_left_alone: "Laissés de côté", "Left alone";
    cli_reason: "Motif", "Reason";
    cli_count: "Nombre", "Count";
    cli_cost: "Coût", "Cost";
    cli_field: "Champ", "Field";
    cli_heading: "Intitulé", "Heading";
    cli_column: "Colonne", "Column";
    cli_confidence: "Confiance", "Confidence";
    cli_samples: "Exemples", "Samples";
    cli_question: "Question", "Question";
    cli_nothing_recognised: "Aucune lecture proposée.", "No way to read it is proposed.";
    cli_outstanding: "Encours", "Outstanding";
    cli_overdue: "Échu", "Overdue";
    cli_over_90: "Plus de 90 jours", "Over 90 days";
    cli_credits: "Crédits non imputés", "Credits not applied";
    cli_disputed: "En litige", "Disputed";
    cli_customers: "Clients", "Customers";
    cli_sales: "Ventes de la période", "Sales of the window";
    cli_dso_simple: "DSO", "DSO";
    cli_dso_count_back: "DSO par épuisement", "Count-back DSO";
    cli_score: "Sûreté", "Score";
    cli_debits: "Factures", "Invoices";
    cli_credits_named: "Règlements et avoirs", "Payments and credit notes";
    no_match: "Aucun rapprochement à proposer.", "No match to propose.";
    cli_segment: "Segment", "Segment";
    cli_risk: "Risque", "Risk";
    cli_payer_class: "Payeur", "Payer";
    cli_watched: "Sous surveillance", "Watched";
    cli_watch_added: "Mis sous surveillance depuis :", "Watched since then:";
    cli_watch_removed: "Sortis de la surveillance :", "Watched no more:";
    cli_dso_sales_weighted: "DSO par mois d’émission", "Sales-weighted DSO";
    cli_collection_effectiveness: "Efficacité du recouvrement", "Collection effectiveness";
    cli_overdue_age: "Âge moyen de l’échu", "Mean age of the overdue";
    cli_how_computed: "Comment c’est calculé", "How it is computed";
    cli_from_age: "D’un mois au suivant", "From one month to the next";
    cli_cleared: "Soldé", "Cleared";
    cli_rolled: "Passé plus loin", "Rolled on";
    cli_dso_best: "Meilleur DSO possible", "Best possible DSO";
    cli_days_delinquent: "Retard en jours de ventes", "Average days delinquent";
    cli_mean_days_late: "Retard moyen des paiements", "Mean days late of payments";
    cli_mean_days_to_pay: "Délai moyen de paiement", "Mean days to pay";
    cli_unknown: "inconnu", "unknown";
    cli_to: "À", "To";
    cli_subject: "Objet", "Subject";
    cli_no_draft: "Aucun message à cette date.", "No message on that day.";
    cli_form: "Forme", "Form";
    cli_entries: "Écritures", "Entries";
    cli_period: "Période", "Period";
    cli_stated: "écrit dans le fichier", "stated in the file";
    cli_computed: "calculé", "computed";
    cli_books: "Solde en comptabilité", "Balance of the books";
}

impl Language {
    /// Further kinds of accounts that are no customers'.
    pub fn cli_further_accounts(self, count: u64) -> String {
        let roots = self.things(
            count,
            ("autre racine de comptes", "autres racines de comptes"),
            ("other root of accounts", "other roots of accounts"),
        );
        match self {
            Language::Fr => format!("{roots} hors clients, de même\u{202F}; --json les donne toutes."),
            Language::En => format!("{roots} that are not customers’, likewise; --json gives them all."),
        }
    }

    /// The balance of the books, and how far the files are from it.
    pub fn cli_books_compared(self, ledger: Amount, difference: Amount, currency: Currency) -> String {
        let (ledger, gap) = (self.money(ledger, currency), self.money(difference, currency));
        match self {
            Language::Fr if difference.is_zero() => format!("{ledger}, retrouvé au centime"),
            Language::En if difference.is_zero() => format!("{ledger}, met to the cent"),
            Language::Fr => format!("{ledger}, écart {gap} (calculé moins comptabilité)"),
            Language::En => format!("{ledger}, difference {gap} (computed less books)"),
        }
    }

    /// A balance of the books in a currency that no file has.
    pub fn no_such_ledger(self, code: &str) -> String {
        match self {
            Language::Fr => format!(
                "Aucune écriture en {code}{NO_BREAK_SPACE}: rien à comparer au solde en comptabilité. Vérifiez la devise de --ledger-balance."
            ),
            Language::En => format!(
                "No entry in {code}: nothing to compare the balance of the books with. Check the currency of --ledger-balance."
            ),
        }
    }

    /// A command that does not exist.
    pub fn cli_unknown_command(self, command: &str) -> String {
        match self {
            Language::Fr => format!(
                "«{NO_BREAK_SPACE}{command}{NO_BREAK_SPACE}» n’est pas une commande{NO_BREAK_SPACE}; «{NO_BREAK_SPACE}encours --help{NO_BREAK_SPACE}» les énumère."
            ),
            Language::En => format!("“{command}” is not a command; “encours --help” lists them."),
        }
    }

    /// An option that does not exist.
    pub fn cli_unknown_option(self, option: &str) -> String {
        match self {
            Language::Fr => format!(
                "«{NO_BREAK_SPACE}{option}{NO_BREAK_SPACE}» n’est pas une option{NO_BREAK_SPACE}; «{NO_BREAK_SPACE}encours --help{NO_BREAK_SPACE}» les énumère."
            ),
            Language::En => format!("“{option}” is not an option; “encours --help” lists them."),
        }
    }

    /// An option without its value, or with one that does not fit.
    pub fn cli_bad_value(self, option: &str, seen: Option<&str>) -> String {
        match (self, seen) {
            (Language::Fr, None) => format!("{option} attend une valeur."),
            (Language::En, None) => format!("{option} takes a value."),
            (Language::Fr, Some(seen)) => format!(
                "{option}{NO_BREAK_SPACE}: «{NO_BREAK_SPACE}{seen}{NO_BREAK_SPACE}» ne convient pas{NO_BREAK_SPACE}; voir «{NO_BREAK_SPACE}encours --help{NO_BREAK_SPACE}»."
            ),
            (Language::En, Some(seen)) => format!("{option}: “{seen}” does not fit; see “encours --help”."),
        }
    }

    /// The control line of a balance.
    pub fn control_line(self, ledger_balance: &str, difference: &str, ok: bool) -> String {
        match (self, ok) {
            (Language::Fr, true) => {
                format!("Contrôle{NO_BREAK_SPACE}: total = solde des écritures ({ledger_balance}), écart {difference}.")
            }
            (Language::En, true) => {
                format!("Control: total = balance of the entries ({ledger_balance}), difference {difference}.")
            }
            (Language::Fr, false) => format!(
                "Contrôle en échec{NO_BREAK_SPACE}: le total s’écarte de {difference} du solde des écritures ({ledger_balance})."
            ),
            (Language::En, false) => format!(
                "Control failed: the total differs by {difference} from the balance of the entries ({ledger_balance})."
            ),
        }
    }

    /// Name of a bucket: `1–30 j`, `plus de 90 j`; by invoice date the first begins at 0.
    pub fn bucket_name(self, from: u32, to: Option<u32>) -> String {
        let unit = self.pick("j", "d");
        match (self, to) {
            (_, Some(to)) => format!("{from}–{to}{NO_BREAK_SPACE}{unit}"),
            (Language::Fr, None) => format!("plus de {}{NO_BREAK_SPACE}{unit}", from.saturating_sub(1)),
            (Language::En, None) => format!("over {}{NO_BREAK_SPACE}{unit}", from.saturating_sub(1)),
        }
    }

    /// A name and its value.
    pub fn labelled(self, name: &str, value: &str) -> String {
        match self {
            Language::Fr => format!("{name}{NO_BREAK_SPACE}: {value}"),
            Language::En => format!("{name}: {value}"),
        }
    }

    /// A number of days in a sentence.
    pub fn days_figure(self, ten_thousandths: i64) -> String {
        format!("{}{NO_BREAK_SPACE}{}", self.tenths(ten_thousandths), self.pick("j", "d"))
    }
}
