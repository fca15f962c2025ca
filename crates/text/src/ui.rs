//! The page's words: labels, buttons, headings and fixed sentences, both languages side by side.
//! Sentences that carry values stand in `sentences`, names of the engine's codes in `codes`.

mod auditing;
mod calls;
mod codes;
mod dashboard;
mod drafts;
mod figures;
mod followup;
mod plan;
mod reading;
mod sentences;

use crate::Language;

texts! {
    product: "Encours", "Encours";
    window_title: "Encours\u{a0}: balance âgée et relances, sans rien transmettre", "Encours: aged balance and reminders, nothing leaves your computer";
    skip_to_content: "Aller au contenu", "Skip to content";

    nav_import: "Lecture", "Reading";
    nav_balance: "Balance âgée", "Aged balance";
    nav_plan: "Plan de relance", "Dunning plan";
    nav_drafts: "Messages", "Drafts";
    nav_exports: "Exports", "Exports";
    nav_privacy: "Confidentialité", "Privacy";

    label_navigation: "Écrans", "Screens";
    label_notices: "Avis", "Notices";
    label_progress: "Avancement", "Progress";
    label_as_of: "Arrêté au", "As of";
    label_theme: "Apparence", "Appearance";
    label_currency: "Devise", "Currency";
    label_limits: "Tranches d’ancienneté, en jours", "Age buckets, in days";
    label_basis: "Âge compté depuis", "Age counted from";
    label_search_customer: "Chercher un client", "Find a customer";
    label_search_plan: "Chercher dans le plan", "Search the plan";
    label_channel: "Canal", "Channel";
    label_parts: "Parties du solde", "Parts of the balance";
    label_why: "Pourquoi\u{a0}:", "Why:";
    label_items: "Pièces concernées", "Items concerned";
    label_drafts: "Projets", "Drafts";
    label_draft_language: "Langue des projets", "Language of the drafts";
    title_keys: "Raccourcis du clavier", "Keyboard shortcuts";
    key_help: "montrer ou fermer cette liste", "show or close this list";
    key_search: "chercher", "search";
    key_undo: "annuler la dernière modification", "undo the last change";
    key_redo: "rétablir", "redo";
    key_paste: "ouvrir un tableau copié", "open a copied table";
    keys_of_letters: "Raccourcis d’une lettre ou d’un signe actifs", "Shortcuts of one letter or sign on";
    hint_search: "nom ou code ( / )", "name or code ( / )";

    theme_system: "Auto", "Auto";
    theme_light: "Clair", "Light";
    theme_dark: "Sombre", "Dark";
    lock_local: "· local", "· local";
    lock_title: "Vos fichiers restent sur cet ordinateur\u{a0}: voir comment le vérifier", "Your files stay on this computer: see how to check it";

    button_choose_files: "Choisir des fichiers", "Choose files";
    button_demo: "Essayer avec un grand livre fictif", "Try with a fictitious ledger";
    button_other_file: "Ouvrir d’autres fichiers", "Open other files";
    planned_later: "Actions suivantes, si rien n’est réglé", "Later actions, if nothing is paid";
    button_cancel: "Annuler", "Cancel";
    button_close: "Fermer", "Close";
    button_see_balance: "Voir la balance âgée", "See the aged balance";
    button_export_report: "Emporter ce rapport", "Take this report out";
    button_take_drafts: "Emporter les projets", "Take the drafts out";
    button_copy_subject: "Copier l’objet", "Copy the subject";
    button_copy_text: "Copier le texte", "Copy the text";
    button_download: "Télécharger", "Download";
    button_prove: "Tenter une requête", "Attempt a request";

    start_title: "Analysez un poste clients sans rien transmettre", "Analyse your receivables, nothing leaves your computer";
    start_value: "Déposez un grand livre, une liste de factures ouvertes ou un FEC\u{a0}: vous obtenez la balance âgée au centime, le plan de relance expliqué et chaque projet de message, prêt à relire.", "Drop a ledger, a list of open invoices or a FEC: you get the aged balance to the cent, the dunning plan with its reasons and every draft, ready to review.";
    start_still_open: "Un dossier est ouvert\u{202f}; il le reste tant que les nouveaux fichiers ne sont pas lus.", "A dossier is open; it stays open until the new files have been read.";
    start_back_to_balance: "Revenir à la balance âgée", "Back to the aged balance";
    start_step_read: "Tout est lu, rien n’est perdu", "Everything is read, nothing is lost";
    start_step_read_more: "Chaque ligne du fichier est importée, ou écartée avec son numéro, sa valeur et la raison.", "Every row of the file is imported, or set aside with its number, its value and the reason.";
    start_step_balance: "Les chiffres se recoupent", "The figures tie";
    start_step_balance_more: "La balance âgée à n’importe quelle date, égale au grand livre, jusqu’à la cellule d’origine.", "The aged balance on any date, equal to the ledger, down to the cell it came from.";
    start_step_plan: "Chaque relance a sa raison", "Every reminder has its reason";
    start_step_plan_more: "Qui contacter, quand, comment et pourquoi\u{202f}; qui laisser tranquille, et pourquoi aussi.", "Whom to contact, when, how and why; whom to leave alone, and why as well.";
    waiting_title: "Ce lien attend son fichier", "This link awaits its file";
    waiting_sentence: "L’écran demandé montre un dossier qui n’est pas ouvert. Ouvrez son fichier\u{a0}: vous arriverez directement à cet écran.", "The screen asked for shows a dossier that is not open. Open its file: you will land on that very screen.";
    drop_here: "Déposez vos fichiers ici", "Drop your files here";
    drop_kinds: "Grand livre clients, factures ouvertes, historique de factures ou FEC", "Customer ledger, open invoices, invoice history or French FEC";
    drop_release: "Relâchez pour ouvrir", "Release to open";
    drop_without_files: "Aucun fichier dans ce qui a été déposé\u{a0}: déposez un fichier, ou utilisez «\u{a0}Choisir des fichiers\u{a0}».", "No file in what was dropped: drop a file, or use “Choose files”.";
    drop_paste: "ou collez, n’importe où dans la page, des cellules copiées d’un tableur", "or paste, anywhere in the page, cells copied from a spreadsheet";
    pasted_name: "collage", "pasted";
    paste_without_table: "Ce qui a été collé tient sur une ligne\u{a0}: ce n’est pas un tableau. Dans le tableur, copiez toutes les lignes avec leurs intitulés, puis collez-les ici.", "What was pasted is one line: it is no table. In the spreadsheet, copy all rows with their headings, then paste them here.";
    privacy_sentence: "Vos fichiers restent sur cet ordinateur.", "Your files stay on this computer.";
    privacy_check_link: "Comment le vérifier", "How to check it";
    tag_fictitious: "données fictives", "fictitious data";

    state_locking: "La page se verrouille…", "The page is locking itself…";
    state_computing: "Calcul en cours…", "Computing…";
    stage_starting: "démarrage", "starting";
    stage_reading: "lecture du fichier", "reading the file";
    stage_understanding: "reconnaissance des colonnes", "recognising the columns";
    stage_importing: "import des lignes", "importing the rows";
    stage_exporting: "écriture du fichier", "writing the file";
    stage_planning: "établissement du plan", "making the plan";
    stage_drafting: "rédaction des textes", "writing the texts";
    stage_packing: "mise en fichiers", "putting them into files";

    as_of_no_dates: "aujourd’hui\u{a0}: le fichier ne date pas ses lignes", "today: the file does not date its rows";
    as_of_stated: "jour indiqué par le fichier", "day stated by the file";
    as_of_last_day: "dernier jour du fichier, trop ancien pour la date du jour", "last day of the file, too old for today’s date";
    as_of_demo: "jour prévu pour l’exemple", "the day the example is made for";
    as_of_link: "date du lien suivi", "date of the link followed";
    as_of_chosen_without_dates: "date choisie", "date chosen";

    notice_error: "Erreur\u{a0}:", "Error:";
    notice_information: "Information\u{a0}:", "Information:";
    engine_missing: "Le moteur de calcul ne démarre pas. Vérifiez la connexion, puis rechargez la page\u{202f}; une fois ouverte, elle n’en a plus besoin.", "The engine does not start. Check the connection, then reload the page; once open, it no longer needs one.";
    export_cancelled: "Fichier abandonné. Le dossier est toujours ouvert.", "File given up. The dossier is still open.";
    button_previous_dossier: "Revenir au dossier précédent", "Back to the previous dossier";
    opening_cancelled: "Lecture arrêtée. Ce qui était ouvert l’est toujours.", "Reading stopped. What was open still is.";
    dossier_reopened: "Le calcul s’est arrêté\u{202f}; le dossier a été rouvert depuis ses fichiers.", "The calculation stopped; the dossier was reopened from its files.";
    engine_lost_for_good: "Le calcul s’est arrêté plusieurs fois sur ce dossier. Les chiffres affichés restent ceux du dernier calcul\u{202f}; ouvrez de nouveau les fichiers pour reprendre.", "The calculation stopped several times on this dossier. The figures shown are those of the last calculation; open the files again to go on.";
    file_not_saved: "Le navigateur n’a pas enregistré le fichier. Autorisez les téléchargements pour cette page, puis recommencez.", "The browser did not save the file. Allow downloads for this page, then try again.";
    screen_failed: "Cet écran ne peut pas s’afficher. Passez à un autre écran, ou rechargez la page.", "This screen cannot be shown. Go to another screen, or reload the page.";
    panic_title: "La page s’est arrêtée", "The page has stopped";
    panic_sentence: "Une erreur de la page elle-même l’empêche de continuer. Vos fichiers sont intacts sur votre ordinateur\u{a0}: rechargez la page et ouvrez-les de nouveau.", "An error in the page itself keeps it from going on. Your files are intact on your computer: reload the page and open them again.";
    panic_reload: "Recharger la page", "Reload the page";

    title_import: "Lecture des fichiers", "How the files were read";
    title_reading: "Lecture, fichier par fichier", "Reading, file by file";
    title_columns: "Colonnes reconnues", "Columns recognised";
    set_aside_none: "Aucune ligne écartée.", "No row set aside.";
    link_give_terms: "Indiquer des conditions de règlement", "Give payment terms";
    strip_see_why: "Voir pourquoi", "See why";
    severity_error: "À corriger", "To correct";
    severity_warning: "À vérifier", "To check";
    severity_info: "Pour information", "For information";
    fact_format: "Format", "Format";
    delimiter_tab: "tabulation", "tab";
    fact_encoding: "Codage et séparateur", "Encoding and separator";
    fact_layout: "Contenu", "Content";
    fact_sheet: "Feuille", "Sheet";
    fact_header_row: "Ligne des titres", "Heading row";
    fact_dates: "Dates", "Dates";
    fact_amounts: "Montants", "Amounts";
    fact_sign: "Débit et crédit", "Debit and credit";
    confidence_sure: "sûr", "sure";
    confidence_probable: "probable", "likely";
    confidence_confirm: "à confirmer", "to confirm";
    format_csv: "texte à colonnes (CSV)", "delimited text (CSV)";
    format_xlsx: "classeur Excel (.xlsx)", "Excel workbook (.xlsx)";
    format_xls: "classeur Excel 97-2003 (.xls)", "Excel 97-2003 workbook (.xls)";
    format_xlsb: "classeur Excel binaire (.xlsb)", "Excel binary workbook (.xlsb)";
    format_ods: "classeur OpenDocument (.ods)", "OpenDocument workbook (.ods)";
    format_fec: "fichier des écritures comptables (FEC)", "French accounting entries file (FEC)";
    format_camt053: "relevé bancaire camt.053", "camt.053 bank statement";
    format_mt940: "relevé bancaire MT940", "MT940 bank statement";
    format_cfonb120: "relevé bancaire CFONB 120", "CFONB 120 bank statement";
    format_ofx: "relevé bancaire OFX", "OFX bank statement";
    layout_open_items: "liste de pièces ouvertes, une ligne par pièce", "open items, one row per item";
    layout_ledger: "grand livre, une ligne par écriture", "ledger, one row per entry";
    layout_fec: "écritures d’un FEC", "entries of a FEC";
    layout_aged_balance: "balance âgée, une ligne par client", "aged balance, one row per customer";
    layout_invoice_history: "historique de factures et de leur paiement", "invoices and the day they were paid";
    layout_customers: "liste de clients", "list of customers";
    layout_payments: "liste de règlements", "list of payments";
    dates_dmy: "jour/mois/année", "day/month/year";
    dates_mdy: "mois/jour/année", "month/day/year";
    dates_ymd: "année-mois-jour", "year-month-day";
    dates_serial: "vraies dates du classeur", "true dates of the workbook";
    sign_debit_credit: "deux colonnes, débit et crédit", "two columns, debit and credit";
    sign_signed: "une colonne signée", "one signed column";
    sign_type: "une colonne, le type de pièce dit le sens", "one column, the document type tells the side";
    sign_credit_notes: "une colonne, rien que des avoirs", "one column, credit notes only";
    sign_side_letter: "une colonne, une lettre dit le sens", "one column, a letter tells the side";

    column_row: "Ligne", "Row";
    column_column: "Colonne", "Column";
    column_heading: "Titre dans le fichier", "Heading in the file";
    column_value: "Contenu", "Content";
    column_meaning: "Sens", "Meaning";
    column_seen: "Valeur lue", "Value seen";
    column_why: "Raison", "Reason";
    column_confidence: "Confiance", "Confidence";
    column_samples: "Exemples", "Samples";
    column_customer: "Client", "Customer";
    column_document: "Pièce", "Document";
    column_kind: "Nature", "Kind";
    column_invoice_day: "Date", "Date";
    column_due_day: "Échéance", "Due date";
    column_days_late: "Retard (j)", "Days late";
    column_days_late_on_day: "Retard ce jour-là (j)", "Days late that day";
    column_amount: "Montant", "Amount";
    column_residual: "Reste dû", "Amount due";
    column_currency: "Devise", "Currency";
    column_status: "Statut", "Status";
    column_source: "Source", "Source";
    source_explanation: "La ligne telle qu’elle figure dans le fichier, sans correction.", "The row as it stands in the file, uncorrected.";

    tile_outstanding: "Encours", "Outstanding";
    tile_overdue: "Échu", "Overdue";
    tile_over90: "Plus de 90 jours", "Over 90 days";
    tile_dso: "DSO", "DSO";
    tile_credits: "Crédits non imputés", "Credits not applied";
    tile_credits_note: "hors tranches", "outside the buckets";
    tile_disputed: "En litige", "Disputed";
    tile_disputed_note: "compris dans l’encours", "part of the outstanding";
    tile_customers: "Clients", "Customers";
    tile_balance: "Solde", "Balance";
    tile_unavailable: "indisponible", "unavailable";
    tile_unknown: "inconnu", "unknown";
    tile_late_unknown: "retards inconnus", "late ones unknown";
    tile_dso_unknown: "ventes de la période inconnues", "sales of the period unknown";
    define_outstanding: "Somme de ce qui reste dû sur chaque pièce à la date d’arrêté, avoirs et règlements non imputés déduits.", "Sum of what remains due on every document on the as-of date, credits not applied deducted.";
    define_overdue: "Débits dont l’échéance est passée à la date d’arrêté\u{202f}; la part est rapportée à tous les débits.", "Debits past their due date on the as-of date; the share is of all debits.";
    define_over90: "Débits échus depuis plus de 90 jours, quelles que soient les tranches affichées.", "Debits more than 90 days past due, whatever the buckets shown.";
    define_dso: "Encours divisé par les ventes de la période, multiplié par ses jours. Par épuisement\u{a0}: jours de ventes, en remontant le temps, que l’encours représente.", "Outstanding over the sales of the period, times its days. Count-back: days of sales, going back in time, that the outstanding stands for.";
    define_credits: "Avoirs et règlements reçus qui ne sont rattachés à aucune facture.", "Credit notes and payments received that are tied to no invoice.";
    define_disputed: "Débits que le fichier signale en litige\u{202f}; ils restent dus et ne sont pas relancés.", "Debits the file marks as disputed; they remain due and are not dunned.";
    define_customers: "Clients qui ont au moins une pièce ouverte à la date d’arrêté.", "Customers with at least one open item on the as-of date.";
    title_structure: "Structure par âge", "Structure by age";
    legend_outside_bar: "hors barre", "outside the bar";
    part_all: "Toutes les pièces", "All items";
    part_not_due: "Non échu", "Not due";
    part_no_due_date: "Sans échéance", "No due date";
    part_unallocated: "Non imputé", "Not applied";
    caption_balance: "Balance âgée par client", "Aged balance by customer";
    balance_empty: "Aucune pièce ouverte à cette date\u{a0}: choisissez une autre date d’arrêté, ou vérifiez la lecture du fichier.", "No open item on this date: choose another as-of date, or check how the file was read.";
    windowed_note: "Les lignes se dessinent à mesure du défilement\u{202f}; tri, recherche et totaux portent sur toutes.", "Rows are drawn as you scroll; sorting, search and totals cover all of them.";
    basis_due_date: "l’échéance", "the due date";
    basis_invoice_date: "la date de pièce", "the invoice date";
    help_limits: "de 1 à 5 limites croissantes, par exemple 30, 60, 90", "1 to 5 rising limits, for example 30, 60, 90";
    limits_empty: "Erreur\u{a0}: indiquez au moins une limite, par exemple 30, 60, 90.", "Error: give at least one limit, for example 30, 60, 90.";
    limits_not_days: "Erreur\u{a0}: chaque limite est un nombre entier de jours, de 1 à 3650.", "Error: each limit is a whole number of days, 1 to 3650.";
    limits_not_rising: "Erreur\u{a0}: chaque limite doit dépasser la précédente.", "Error: each limit must exceed the one before.";
    limits_too_many: "Erreur\u{a0}: cinq limites au plus.", "Error: five limits at most.";

    title_customer: "Client", "Customer";
    customer_unknown: "Ce lien désigne un client qui n’est pas dans le dossier ouvert\u{a0}: cherchez-le dans la balance âgée.", "This link names a customer who is not in the open dossier: look in the aged balance.";
    customer_nothing_open: "Ce client n’a aucune pièce ouverte à cette date.", "This customer has no open item on this date.";
    title_planned: "Ce qui est prévu", "What is planned";
    planned_nothing: "Rien n’est prévu pour ce client, faute de pièce ouverte.", "Nothing is planned for this customer: no open item.";
    title_open_items: "Pièces ouvertes", "Open items";
    items_none: "Aucune pièce dans cette partie du solde.", "No item in this part of the balance.";
    total_items: "Total", "Total";

    plan_empty: "Aucune action ne répond à ces critères sur la période.", "No action answers these criteria in the period.";
    left_alone_lead: "Chaque pièce ouverte sans action a sa raison.", "Every open item without an action has its reason.";
    link_customer_items: "Voir les pièces de ce client", "See this customer’s items";
    channel_all: "Tous", "All";
    channel_email: "e-mail", "e-mail";
    channel_letter: "courrier", "letter";
    channel_registered_letter: "courrier recommandé", "registered letter";
    channel_phone: "appel", "call";
    channel_sms: "SMS", "SMS";
    channel_internal: "interne", "internal";

    title_drafts: "Projets de messages", "Drafts";
    drafts_lead: "Un projet par action prévue à la date d’arrêté, à relire puis à copier ou à emporter. Rien ne part d’ici.", "One draft per action planned on the as-of date, to review, then copy or take out. Nothing leaves from here.";
    freshness_acknowledge: "J’ai vérifié les règlements reçus depuis, ou je relance en connaissance de cause.", "I have checked the payments received since, or I write knowingly all the same.";
    freshness_first: "Cochez d’abord la case ci-dessus\u{a0}: des clients ont pu payer depuis.", "Tick the box above first: customers may have paid since.";
    kind_unread: "à lire", "to read";
    title_naming: "Désigner les colonnes", "Say what the columns mean";
    columns_lead: "Rien n’a permis de reconnaître ce fichier. Dites ce que contiennent ses colonnes\u{a0}: il faut au moins un client, une date et un montant. Rien n’est ouvert avant votre accord.", "Nothing in this file was recognised. Say what its columns hold: a customer, a date and an amount at least. Nothing is opened before you agree.";
    columns_none: "Aucun fichier n’attend que ses colonnes soient désignées.", "No file waits for its columns to be named.";
    columns_complete: "Tout ce qu’il faut est désigné.", "All that is needed is named.";
    button_name_columns: "Désigner les colonnes moi-même", "Name the columns myself";
    button_open_columns: "Ouvrir avec ces colonnes", "Open with these columns";
    columns_customer: "un client", "a customer";
    columns_date: "une date", "a date";
    columns_amount: "un montant", "an amount";
    drafts_empty: "Aucune action n’est prévue à la date d’arrêté\u{a0}: le plan de relance montre les jours suivants\u{202f}; changez la date pour en écrire les projets.", "No action is planned on the as-of date: the dunning plan shows the following days; change the date to write their drafts.";
    title_sender: "Signature et coordonnées", "Signature and contact details";
    sender_help: "Saisies une fois, reprises dans tous les projets, gardées dans le fichier de dossier que vous enregistrez.", "Typed once, used in all drafts, kept in the dossier file you save.";
    sender_company: "Société", "Company";
    sender_name: "Nom", "Name";
    sender_email: "Adresse e-mail", "E-mail address";
    sender_phone: "Téléphone", "Telephone";
    sender_iban: "IBAN", "IBAN";
    draft_to: "À", "To";
    draft_cc: "Copie", "Copy";
    draft_subject: "Objet", "Subject";
    draft_attachments: "Pièces jointes", "Attachments";
    draft_no_address: "aucune adresse dans le fichier", "no address in the file";
    copied_subject: "Objet copié.", "Subject copied.";
    copied_text: "Texte copié.", "Text copied.";
    copy_refused: "Le navigateur refuse la copie\u{a0}: sélectionnez le texte, puis Ctrl+C.", "The browser refuses to copy: select the text, then Ctrl+C.";

    export_everything: "Tout le dossier (.zip)", "The whole dossier (.zip)";
    export_everything_more: "Balance âgée, pièces ouvertes, plan, projets et contrôle de lecture, en une archive.", "Aged balance, open items, plan, drafts and reading report, in one archive.";
    export_workbook: "Classeur d’analyse (.xlsx)", "Analysis workbook (.xlsx)";
    export_workbook_more: "La balance âgée et ce qui la justifie, en vrais nombres et vraies dates.", "The aged balance and what supports it, as true numbers and true dates.";
    export_report: "Rapport à signer (.html)", "Report to sign (.html)";
    export_report_more: "Contrôles, chiffres clés, graphiques et leurs tableaux, constats, plan, limites\u{a0}: à imprimer ou à enregistrer en PDF.", "Controls, key figures, charts and their tables, findings, plan, limits: to print or to save as PDF.";
    export_customer_sheets: "Une feuille par client, pour les 200 plus gros soldes", "A sheet for each customer, for the 200 largest balances";
    export_csv: "Un tableau (.csv)", "A table (.csv)";
    export_csv_more: "Pour un tableur ou un autre logiciel.", "For a spreadsheet or another program.";
    export_table: "Tableau", "Table";
    export_dialect: "Écriture", "Written for";
    export_dialect_french: "un tableur français (; et virgule)", "a French spreadsheet (; and comma)";
    export_dialect_english: "un tableur anglais (, et point)", "an English spreadsheet (, and point)";
    export_dialect_program: "un programme (RFC 4180)", "a program (RFC 4180)";
    export_drafts: "Projets de messages (.zip)", "Drafts (.zip)";
    export_drafts_more: "Un fichier par projet, à ouvrir dans votre messagerie ou votre traitement de texte.", "One file per draft, to open in your mail program or word processor.";
    export_dossier: "Données du dossier (.json)", "Data of the dossier (.json)";
    export_dossier_more: "Lecture, balance, pièces et plan, pour un autre outil.", "Reading, balance, items and plan, for another tool.";
    nothing_sent: "Rien n’a été envoyé\u{a0}: ces fichiers ont été écrits par votre navigateur.", "Nothing was sent: your browser wrote these files.";

    title_privacy: "Confidentialité", "Privacy";
    title_promises: "Ce qui est promis", "What is promised";
    promise_files: "Vos fichiers sont lus par votre navigateur, dans cet onglet\u{202f}; aucune donnée n’en sort.", "Your files are read by your browser, in this tab; no data leaves it.";
    promise_requests: "Une fois chargée, la page ne fait plus aucune requête, pas même vers le site d’où elle vient\u{a0}: sa politique de sécurité l’interdit.", "Once loaded, the page makes no request at all, not even to the site it came from: its content policy forbids it.";
    promise_storage: "Rien du grand livre n’est enregistré. Seules la langue et l’apparence choisies sont gardées sur cet ordinateur, et les modèles de lecture que vous demandez d’y conserver.", "Nothing of the ledger is stored. Only the language and appearance chosen are kept on this computer, and the reading models you ask to keep.";
    promise_addresses: "Les adresses des écrans ne contiennent ni nom ni montant, seulement des dates et des numéros.", "Addresses of the screens hold no name and no amount, only dates and numbers.";
    title_checks: "Comment le vérifier vous-même", "How to check it yourself";
    check_network_panel: "Ouvrez les outils du navigateur (F12), onglet Réseau, puis travaillez\u{a0}: la liste reste vide.", "Open the browser’s tools (F12), Network panel, then work: the list stays empty.";
    check_cut_network: "Coupez le réseau une fois la page ouverte\u{a0}: tout continue de fonctionner.", "Cut the network once the page is open: everything goes on working.";
    check_policy: "Lisez les deux balises Content-Security-Policy dans l’inspecteur\u{a0}: la seconde, posée après le chargement, dit connect-src 'none'.", "Read the two Content-Security-Policy tags in the inspector: the second, added after loading, says connect-src 'none'.";
    proof_refused: "Requête tentée vers ce site\u{a0}: refusée par le navigateur, comme promis.", "Request to this site attempted: refused by the browser, as promised.";
    proof_allowed: "La requête n’a pas été refusée\u{a0}: ne déposez pas de fichier, et signalez-le à qui héberge la page.", "The request was not refused: do not drop any file, and tell whoever hosts the page.";
    title_not_promised: "Ce qui n’est pas promis", "What is not promised";
    not_promised_machine: "Un ordinateur compromis voit ce que vous voyez.", "A compromised computer sees what you see.";
    not_promised_extensions: "Une extension du navigateur peut lire la page\u{a0}: utilisez une fenêtre sans extension si le dossier l’exige.", "A browser extension can read the page: use a window without extensions where the dossier requires it.";
    not_promised_files: "Les fichiers que vous emportez sont les vôtres\u{a0}: à vous de les protéger.", "The files you take out are yours: it is up to you to protect them.";
    close_tab_erases: "Fermer l’onglet efface le dossier ouvert.", "Closing the tab erases the open dossier.";
    nothing_open: "Aucun dossier n’est ouvert.", "No dossier is open.";
    footer_not_kept: "Rien n’est conservé à la fermeture.", "Nothing is kept on closing.";
}

impl Language {
    /// The name of this language, in itself.
    pub const fn own_name(self) -> &'static str {
        self.pick("Français", "English")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: [&str; 11] = [
        include_str!("ui.rs"),
        include_str!("ui/auditing.rs"),
        include_str!("ui/calls.rs"),
        include_str!("ui/codes.rs"),
        include_str!("ui/dashboard.rs"),
        include_str!("ui/drafts.rs"),
        include_str!("ui/figures.rs"),
        include_str!("ui/followup.rs"),
        include_str!("ui/plan.rs"),
        include_str!("ui/reading.rs"),
        include_str!("ui/sentences.rs"),
    ];

    #[test]
    fn nothing_is_ever_offered_to_be_sent() {
        let button = ["Envo", "yer"].concat();
        for source in SOURCES {
            assert!(!source.contains(&button));
        }
        assert_eq!(Language::En.button_download(), "Download");
    }

    #[test]
    fn french_marks_keep_to_their_word() {
        let words = SOURCES.into_iter().filter_map(|source| source.split("#[cfg(test)]").next());
        for line in words.flat_map(str::lines).filter(|line| !line.trim_start().starts_with("//")) {
            for mark in ["« ", " »", " ?", " !", " ;", " :"].map(|mark| mark.to_owned()) {
                let quoted = line.split('"').skip(1).step_by(2).any(|text| text.len() > 3 && text.contains(&mark));
                assert!(!quoted, "an ordinary space beside {mark:?}: {line}");
            }
        }
    }
}
