//! Remarks on a table, or on several of its rows; `at` is then the first of them.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency};

impl Language {
    /// Due dates that could not be read.
    pub fn remark_unreadable_due_dates(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "échéance illisible ou impossible, {seen} ({rows} en tout). Les lignes sont reprises avec l’échéance que donnent les conditions de règlement, sinon sans échéance. Corrigez-les pour un âge exact."
            ),
            Language::En => format!(
                "unreadable or impossible due date, {seen} ({rows} in all). The rows are taken with the due date that payment terms give, else without one. Correct them for an exact age."
            ),
        })
    }

    /// Due dates before the invoice date.
    pub fn remark_due_before_invoice(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "échéance avant la date de facture, {seen} ({rows} en tout). Elle est gardée telle quelle. Vérifiez l’ordre jour/mois des dates."
            ),
            Language::En => format!(
                "due date before the invoice date, {seen} ({rows} in all). It is kept as it is. Check the order of day and month."
            ),
        })
    }

    /// Payments dated before their invoice.
    pub fn remark_paid_before_invoice(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "règlement daté avant sa facture, {seen} ({rows} en tout). Il est gardé tel quel. Vérifiez s’il s’agit d’un acompte."
            ),
            Language::En => format!(
                "payment dated before its invoice, {seen} ({rows} in all). It is kept as it is. Check whether it is a down payment."
            ),
        })
    }

    /// A residual that is not amount less payments.
    pub fn remark_residual_mismatch(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "le restant dû {seen} n’est pas le montant moins les règlements ({rows} en tout). Le restant dû fait foi. Vérifiez ces pièces."
            ),
            Language::En => format!(
                "the residual {seen} is not the amount less the payments ({rows} in all). The residual is used. Check these documents."
            ),
        })
    }

    /// Documents of which nothing says what remains due.
    pub fn remark_residual_missing(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "rien n’indique le reste dû ({rows} en tout, la première ici){NO_BREAK_SPACE}: le montant entier est compté. Vérifiez que ces pièces ne sont pas soldées."
            ),
            Language::En => format!(
                "nothing says what remains due ({rows} in all, the first here): the whole amount counts. Check that these documents are not settled."
            ),
        })
    }

    /// A table without headings; columns from 0, with the key of what each was taken for.
    pub fn remark_no_headings<'k>(self, at: &str, columns: impl Iterator<Item = (u16, &'k str)>) -> String {
        let name = |(column, key)| format!("{} = {}", self.column_letters(column), self.field(key));
        let columns = columns.map(name).collect::<Vec<_>>().join(", ");
        self.said(at, &match self {
            Language::Fr => format!(
                "aucune ligne d’intitulés. Les colonnes sont reconnues à leur contenu{NO_BREAK_SPACE}: {columns}. Vérifiez cette lecture, ou ajoutez une ligne d’intitulés."
            ),
            Language::En => format!(
                "no line of headings. The columns are told by what they hold: {columns}. Check this reading, or add a line of headings."
            ),
        })
    }

    /// A column known by what it holds, under a heading that says nothing; `key` of the field it was taken for.
    pub fn remark_taken_by_content(self, at: &str, seen: &str, key: &str) -> String {
        let (seen, field) = (self.seen_or_nothing(seen), self.quoted(self.field(key)));
        self.said(at, &match self {
            Language::Fr => format!(
                "l’intitulé {seen} n’est pas connu{NO_BREAK_SPACE}: sa colonne est lue comme {field}, d’après son contenu. Vérifiez cette lecture, ou renommez la colonne."
            ),
            Language::En => format!(
                "the heading {seen} is not known: its column is read as {field}, by what it holds. Check this reading, or rename the column."
            ),
        })
    }

    /// No column of document numbers; the key of the column taken instead, if any.
    pub fn remark_no_document_column(self, at: &str, instead: Option<&str>) -> String {
        let instead = instead.map(|key| self.quoted(self.field(key)));
        self.said(at, &match (self, instead) {
            (Language::Fr, Some(instead)) => format!(
                "aucune colonne de numéros de pièce{NO_BREAK_SPACE}: {instead} en tient lieu. Vérifiez que vos clients y reconnaissent leurs factures."
            ),
            (Language::En, Some(instead)) => format!(
                "no column of document numbers: {instead} stands for it. Check that your customers know their invoices by it."
            ),
            (Language::Fr, None) => "aucune colonne de numéros de pièce. Les relances ne pourront pas nommer les factures. Choisissez la colonne du numéro s’il y en a une.".to_owned(),
            (Language::En, None) => "no column of document numbers. Reminders cannot name the invoices. Choose the column of the number if there is one.".to_owned(),
        })
    }

    /// Invoices without due date.
    pub fn remark_no_due_date(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "pas d’échéance ({rows} en tout). Les pièces sont reprises à part, sans âge. Indiquez des conditions de règlement par défaut pour la calculer."
            ),
            Language::En => format!(
                "no due date ({rows} in all). The documents are taken apart, without an age. Give default payment terms to compute one."
            ),
        })
    }

    /// Due dates from the columns of ages in which invoices stand.
    pub fn remark_due_dates_from_ages(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "aucune échéance n’est écrite{NO_BREAK_SPACE}: celle qui est reprise est la dernière que permet la tranche d’âge du fichier ({rows} en tout). Le retard n’est donc jamais surestimé, mais la date exacte reste inconnue. Ce qui n’était pas échu reste sans échéance."
            ),
            Language::En => format!(
                "no due date is written: the one taken is the latest that the file’s column of ages admits ({rows} in all). A delay is thus never overstated, but the exact date is unknown. What was not due then stays without a due date."
            ),
        })
    }

    /// Columns of ages of a day that the file does not tell.
    pub fn remark_ages_of_no_day(self, at: &str, columns: &str) -> String {
        let columns = self.quoted(columns);
        self.said(at, &match self {
            Language::Fr => format!(
                "les âges de {columns} ne sont pas repris, car le fichier ne dit pas à quel jour ils sont comptés. Ajoutez la colonne des échéances, ou ce jour au-dessus des intitulés."
            ),
            Language::En => format!(
                "the ages of {columns} are not used, since the file does not say for which day they were counted. Add the column of due dates, or that day above the headings."
            ),
        })
    }

    /// Columns of ages counted from the days of documents.
    pub fn remark_ages_of_documents(self, at: &str, columns: &str) -> String {
        let columns = self.quoted(columns);
        self.said(at, &match self {
            Language::Fr => format!(
                "les âges de {columns} ne sont pas repris{NO_BREAK_SPACE}: ils sont comptés depuis la date des pièces, et non depuis leur échéance. Ajoutez la colonne des échéances, ou indiquez des conditions de règlement par défaut."
            ),
            Language::En => format!(
                "the ages of {columns} are not used: they are counted from the dates of the documents, not from their due dates. Add the column of due dates, or give default payment terms."
            ),
        })
    }

    /// Columns of ages whose days are not told.
    pub fn remark_ages_unclear(self, at: &str, columns: &str) -> String {
        let columns = self.quoted(columns);
        self.said(at, &match self {
            Language::Fr => format!(
                "les âges de {columns} ne sont pas repris, car rien ne dit combien de jours de retard ils comptent. Ajoutez la colonne des échéances, ou indiquez des conditions de règlement par défaut."
            ),
            Language::En => format!(
                "the ages of {columns} are not used, since nothing says how many days late they count. Add the column of due dates, or give default payment terms."
            ),
        })
    }

    /// Due dates from the default terms.
    pub fn remark_default_terms_used(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!(
                        "échéance calculée d’après les conditions par défaut ({rows} en tout), faute d’échéance écrite."
                    )
                }
                Language::En => {
                    format!("due date computed from the default terms ({rows} in all), for want of a written one.")
                }
            },
        )
    }

    /// Terms in words that could not be understood.
    pub fn remark_unread_terms(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "les conditions {seen} ne donnent pas de délai ({rows} en tout). Les conditions par défaut s’appliquent, s’il y en a."
            ),
            Language::En => {
                format!("the terms {seen} give no delay ({rows} in all). The default terms apply, if there are some.")
            }
        })
    }

    /// Credit limits that are no amount.
    pub fn remark_unreadable_credit_limits(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "le plafond {seen} n’est pas un montant ({rows} en tout). Ces clients sont lus sans plafond d’encours."
            ),
            Language::En => {
                format!("the credit limit {seen} is not an amount ({rows} in all). These customers are read without one.")
            }
        })
    }

    /// Balances brought forward without a date.
    pub fn remark_opening_day_assumed(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "solde reporté sans date ({rows} en tout). Il est daté du premier jour de la période et reste sans échéance."
            ),
            Language::En => format!(
                "a balance brought forward has no date ({rows} in all). It bears the first day of the period and no due date."
            ),
        })
    }

    /// The due date stands for the invoice date.
    pub fn remark_invoice_date_assumed(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "le fichier n’a pas de date de facture{NO_BREAK_SPACE}: l’échéance en tient lieu ({rows}). Aucune balance antérieure à l’échéance n’est possible."
            ),
            Language::En => format!(
                "the file has no invoice date: the due date stands for it ({rows}). No balance before the due date is possible."
            ),
        })
    }

    /// Payments without their day.
    pub fn remark_undated_payments(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "règlement dont le fichier ne dit pas le jour ({rows} en tout). Il est daté de sa facture et ne compte pas dans les délais de paiement."
            ),
            Language::En => format!(
                "payment of which the file does not tell the day ({rows} in all). It bears its invoice’s date and does not count in payment delays."
            ),
        })
    }

    /// Customers named above their rows.
    pub fn remark_customer_from_above(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(
            at,
            &match self {
                Language::Fr => format!("le client est celui nommé au-dessus ({rows} en tout)."),
                Language::En => format!("the customer is the one named above ({rows} in all)."),
            },
        )
    }

    /// Customer named by a total.
    pub fn remark_customer_from_total(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(
            at,
            &match self {
                Language::Fr => format!("le client est celui que nomme le total en dessous ({rows} en tout)."),
                Language::En => format!("the customer is the one named by the total below ({rows} in all)."),
            },
        )
    }

    /// Totals that disagree.
    pub fn remark_control_total(
        self,
        at: &str,
        currency: Currency,
        stated: Amount,
        computed: Amount,
        set_aside: u32,
    ) -> String {
        let difference = self.money(computed - stated, currency);
        let (stated, computed) = (self.money(stated, currency), self.money(computed, currency));
        let rows = self.counted_rows(set_aside);
        self.said(at, &match (self, set_aside) {
            (Language::Fr, 0) => format!(
                "le total écrit dans le fichier ({stated}) diffère du total importé ({computed}) de {difference}, sans ligne écartée. Vérifiez la colonne de montant retenue."
            ),
            (Language::Fr, _) => format!(
                "le total écrit dans le fichier ({stated}) diffère du total importé ({computed}) de {difference}. Cause possible{NO_BREAK_SPACE}: {rows} à l’écart{NO_BREAK_SPACE}; voyez pourquoi."
            ),
            (Language::En, 0) => format!(
                "the total written in the file ({stated}) differs from the total imported ({computed}) by {difference}, with no row set aside. Check the column of amounts."
            ),
            (Language::En, _) => format!(
                "the total written in the file ({stated}) differs from the total imported ({computed}) by {difference}. {rows} set aside may explain it: look at them."
            ),
        })
    }

    /// A sub-total that is not the sum of the rows above it.
    pub fn remark_subtotal_differs(
        self,
        at: &str,
        seen: &str,
        currency: Currency,
        stated: Amount,
        computed: Amount,
    ) -> String {
        let seen = self.seen_or_nothing(seen);
        let (stated, computed) = (self.money(stated, currency), self.money(computed, currency));
        self.said(
            at,
            &match self {
                Language::Fr => format!(
                    "le sous-total {seen} vaut {stated}, mais les lignes au-dessus font {computed}. Vérifiez-les."
                ),
                Language::En => {
                    format!("the sub-total {seen} says {stated}, but the rows above make {computed}. Check them.")
                }
            },
        )
    }

    /// Further sub-totals that are not the sum of the rows above them.
    pub fn remark_more_subtotals_differ(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!(
                        "d’autres sous-totaux, dont {seen}, ne sont pas la somme des lignes au-dessus ({rows} en tout). Vérifiez-les."
                    )
                }
                Language::En => {
                    format!("other sub-totals, {seen} among them, are not the sum of the rows above ({rows} in all). Check them.")
                }
            },
        )
    }

    /// The file names no currency.
    pub fn remark_currency_assumed(self, at: &str, currency: Currency) -> String {
        self.said(
            at,
            &match self {
                Language::Fr => format!("le fichier ne nomme pas de devise{NO_BREAK_SPACE}: {currency} est supposé."),
                Language::En => format!("the file names no currency: {currency} is assumed."),
            },
        )
    }

    /// Several currencies share the sign or the name that amounts bear.
    pub fn remark_shared_currency(self, at: &str, sign: &str, currency: Currency) -> String {
        self.said(
            at,
            &match self {
                Language::Fr => format!(
                    "plusieurs devises s’écrivent «{NO_BREAK_SPACE}{sign}{NO_BREAK_SPACE}»{NO_BREAK_SPACE}: {currency} est supposé. Si c’en est une autre, indiquez-la comme devise des montants qui n’en portent pas, puis relisez le fichier."
                ),
                Language::En => format!(
                    "several currencies are written “{sign}”: {currency} is assumed. If it is another one, give it as the currency of amounts that name none, then read the file again."
                ),
            },
        )
    }

    /// Two columns under one heading.
    pub fn remark_duplicate_heading(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "cet intitulé figure deux fois. Vérifiez que la bonne colonne est retenue.",
                "this heading stands twice. Check that the right column is used.",
            ),
        )
    }

    /// Hidden rows were left out at a person's word; `amounts`: their sums by currency.
    pub fn remark_hidden_rows(self, at: &str, count: u32, amounts: &[(Currency, Amount)]) -> String {
        let sums: Vec<String> = amounts.iter().map(|(currency, amount)| self.money(*amount, *currency)).collect();
        let sums = if sums.is_empty() { String::new() } else { format!(" ({})", sums.join(", ")) };
        let rows = self.things(u64::from(count), ("ligne masquée", "lignes masquées"), ("hidden row", "hidden rows"));
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!("{rows} dans le classeur{sums}{NO_BREAK_SPACE}: hors du calcul, comme vous l’avez demandé.")
                }
                Language::En => format!("{rows} of the workbook{sums}: left out, as you asked."),
            },
        )
    }

    /// A column of money is not read, where it may be what remains due.
    pub fn remark_unread_amounts(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "cette colonne porte des montants qui ne sont pas repris. Si l’un d’eux change le solde (le reste dû, une tranche d’âge), désignez-la dans la lecture du fichier.",
                "this column holds amounts that are not read. If they change the balance (what remains due, a column of ages), point at it in how the file is read.",
            ),
        )
    }

    /// No column names the customer; a title or the sheet does.
    pub fn remark_customer_of_table(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "aucune colonne ne nomme le client{NO_BREAK_SPACE}: toutes les lignes sont au nom de {seen}, comme le dit le titre ou le nom de la feuille. Vérifiez que c’est bien un client."
            ),
            Language::En => format!(
                "no column names the customer: every row is that of {seen}, as the title or the name of the sheet says. Check that it is a customer."
            ),
        })
    }

    /// Balances of several days side by side, of which the latest is read.
    pub fn remark_earlier_balances(self, at: &str, seen: &str, left: &[String]) -> String {
        let quoted: Vec<String> = left.iter().map(|heading| self.seen_or_nothing(heading)).collect();
        let (seen, left) = (self.seen_or_nothing(seen), quoted.join(", "));
        self.said(at, &match self {
            Language::Fr => format!(
                "des soldes de plusieurs dates se trouvent côte à côte{NO_BREAK_SPACE}: ceux de la colonne {seen}, les plus récents, sont lus{NO_BREAK_SPACE}; ceux de {left} ne le sont pas."
            ),
            Language::En => format!(
                "balances of several dates stand side by side: those of the column {seen}, the latest, are read; those of {left} are not."
            ),
        })
    }

    /// Documents in several currencies whose amounts are read in that of the books.
    pub fn remark_document_currencies_unread(self, at: &str, seen: &str) -> String {
        self.said(at, &match self {
            Language::Fr => format!(
                "les pièces sont en plusieurs devises ({seen}) et leurs montants sont lus dans celle des livres. Ce que chacune doit dans sa propre devise n’est pas lu."
            ),
            Language::En => format!(
                "documents are in several currencies ({seen}) and their amounts are read in that of the books. What each owes in its own currency is not read."
            ),
        })
    }

    /// A column of sides whose words are not understood.
    pub fn remark_unread_side(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} ne dit ni débit ni crédit{NO_BREAK_SPACE}: la colonne n’est pas lue et chaque montant garde son signe. Écrivez D ou C, puis relisez le fichier."
            ),
            Language::En => format!(
                "{seen} says neither debit nor credit: the column is not read and every amount keeps its sign. Write D or C, then read the file again."
            ),
        })
    }

    /// A balance in a list of customers, beside files that say what is owed.
    pub fn remark_listed_balance(self, at: &str) -> String {
        let said = self.pick(
            "ce solde n’est pas lu\u{202f}: le fichier sert de liste de clients, et ce sont les autres fichiers qui disent ce qui est dû.",
            "this balance is not read: the file serves as a list of customers, and the other files say what is owed.",
        );
        self.said(at, said)
    }

    /// A column of e-mail addresses that is not used; the heading of the one that is.
    pub fn remark_unread_mails(self, at: &str, used: Option<&str>) -> String {
        let used = used.map(|heading| self.quoted(heading));
        self.said(at, &match (self, used) {
            (Language::Fr, Some(used)) => format!(
                "les adresses de cette colonne ne sont pas utilisées{NO_BREAK_SPACE}: les relances partent à celles de {used}."
            ),
            (Language::En, Some(used)) => {
                format!("the addresses of this column are not used: reminders go to those under {used}.")
            }
            (Language::Fr, None) => format!(
                "les adresses de cette colonne ne sont pas utilisées{NO_BREAK_SPACE}: rien ne dit que ce sont celles des clients. Si ce sont les leurs, désignez-la comme e-mail dans la lecture du fichier."
            ),
            (Language::En, None) => "the addresses of this column are not used: nothing says that they are the customers’. If they are, point at it as the e-mail in how the file is read.".to_owned(),
        })
    }

    /// Invoices of which nothing says whether they were paid. `books`: in accounts, without a receipt among them.
    pub fn remark_nothing_says_paid(self, at: &str, books: bool) -> String {
        self.said(at, match (self, books) {
            (Language::Fr, false) => {
                "rien ne dit ce qui a été payé de cette liste. Toutes ses pièces sans règlement sont comptées comme dues en entier. Si c’est un journal de ventes, exportez plutôt l’échéancier ou les factures avec leur reste dû, ou déposez aussi les règlements."
            }
            (Language::En, false) => {
                "nothing says what was paid of this list. All its documents without a payment are counted as wholly due. If this is a list of sales, export the open items instead, or the invoices with what remains due, or drop the payments too."
            }
            (Language::Fr, true) => {
                "ces écritures sont des ventes, sans encaissement en face. Toutes les factures sont comptées comme dues en entier. Exportez plutôt le grand livre des comptes clients, avec les règlements, ou l’échéancier."
            }
            (Language::En, true) => {
                "these entries are sales, and no receipt stands against them. Every invoice is counted as wholly due. Export the ledger of the customers’ accounts with their payments instead, or the open items."
            }
        })
    }

    /// Invoices paid in part, nobody says how much.
    pub fn remark_partly_paid(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, match self {
            Language::Fr => format!(
                "l’état {seen} parle d’un paiement partiel, mais aucune colonne n’en dit le montant. Ces pièces sont comptées en entier. Ajoutez la colonne du reste dû à l’export."
            ),
            Language::En => format!(
                "the state {seen} speaks of a part payment, but no column says how much. These documents are counted in full. Add the column of what remains due to the export."
            ),
        }.as_str())
    }

    /// The titles speak of suppliers.
    pub fn remark_payables(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} annonce des dettes envers des fournisseurs, et non des créances sur des clients. Vérifiez que c’est le bon fichier."
            ),
            Language::En => format!(
                "{seen} announces what is owed to suppliers, not what customers owe. Check that this is the right file."
            ),
        })
    }

    /// A title or a heading speaks of quotes or orders.
    pub fn remark_not_invoiced(self, at: &str, seen: &str) -> String {
        let seen = self.seen_or_nothing(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} annonce des devis ou des commandes. Ce qui n’est pas facturé n’est pas dû. Vérifiez que ce sont bien des factures."
            ),
            Language::En => format!(
                "{seen} announces quotes or orders. What was not invoiced is not owed. Check that these are invoices."
            ),
        })
    }

    /// The sheet is hidden.
    pub fn remark_hidden_sheet_read(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "la feuille lue est masquée dans le classeur. Vérifiez que c’est la bonne.",
                "the sheet that was read is hidden in the workbook. Check that it is the right one.",
            ),
        )
    }

    /// Cells a person corrected.
    pub fn remark_corrected_cells(self, at: &str, seen: &str, count: u32) -> String {
        let empty = self.pick("une cellule vide", "an empty cell").to_owned();
        let seen = if seen.is_empty() { empty } else { self.quoted(seen) };
        let number = self.number(i64::from(count));
        let plural = |one, many| self.plural(u64::from(count), one, many);
        self.said(at, &match self {
            Language::Fr => format!(
                "{seen} a été remplacé par votre correction ({number}{NO_BREAK_SPACE}{} en tout). Le fichier lui-même est inchangé.",
                plural("cellule corrigée", "cellules corrigées")
            ),
            Language::En => format!(
                "{seen} was replaced by your correction ({number}{NO_BREAK_SPACE}{} in all). The file itself is unchanged.",
                plural("cell corrected", "cells corrected")
            ),
        })
    }

    /// Corrections of cells that are not there.
    pub fn remark_unused_corrections(self, at: &str, count: u32) -> String {
        let number = self.number(i64::from(count));
        let plural = |one, many| self.plural(u64::from(count), one, many);
        self.said(at, &match self {
            Language::Fr => format!(
                "{number}{NO_BREAK_SPACE}{} sans objet, la ligne n’existe pas ou est vide. Vérifiez que ce sont bien celles de ce fichier.",
                plural("correction est", "corrections sont")
            ),
            Language::En => format!(
                "{number}{NO_BREAK_SPACE}{} no row: it does not exist or is blank. Check that the corrections are those of this file.",
                plural("correction meets", "corrections meet")
            ),
        })
    }

    /// Rows wider than the headings, kept.
    pub fn remark_wide_rows(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!("des cellules dépassent le dernier intitulé ({rows} en tout). Elles sont ignorées.")
                }
                Language::En => format!("cells stand beyond the last heading ({rows} in all). They are ignored."),
            },
        )
    }

    /// Rows set aside that clear others by their letters.
    pub fn remark_broken_match_groups(self, at: &str, seen: &str, count: u32) -> String {
        let (seen, rows) = (self.seen_or_nothing(seen), self.counted_rows(count));
        self.said(at, &match self {
            Language::Fr => format!(
                "ligne écartée d’un lettrage, {seen} ({rows} en tout). Les pièces lettrées avec elle restent ouvertes. Corrigez-la pour les solder."
            ),
            Language::En => format!(
                "row set aside from a match group, {seen} ({rows} in all). What it clears stays open. Correct it to close them."
            ),
        })
    }

    /// Characters that nobody sees, in names of customers.
    pub fn remark_invisible_characters(self, at: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        self.said(
            at,
            &match self {
                Language::Fr => format!(
                    "des caractères invisibles dans le code ou le nom du client ({rows} en tout). Ils sont ôtés, pour qu’un client ne passe pas pour deux."
                ),
                Language::En => format!(
                    "characters that cannot be seen in the code or name of the customer ({rows} in all). They are left out, so that one customer does not pass for two."
                ),
            },
        )
    }

    /// Day and month swapped in half of a column.
    pub fn remark_half_swapped_dates(self, at: &str, true_dates: u32, texts: u32, restored: bool) -> String {
        let (true_dates, texts) = (self.number(i64::from(true_dates)), self.number(i64::from(texts)));
        self.said(at, &match (self, restored) {
            (Language::Fr, true) => format!(
                "jour et mois, inversés par le tableur à l’ouverture, ont été rétablis dans les dates du tableur ({true_dates}, à côté de {texts} textes)."
            ),
            (Language::Fr, false) => format!(
                "le tableur a sans doute inversé jour et mois de ses dates ({true_dates}, à côté de {texts} textes){NO_BREAK_SPACE}; elles sont laissées telles quelles, comme demandé."
            ),
            (Language::En, true) => format!(
                "day and month, swapped by the spreadsheet on opening, were put back in the true dates ({true_dates}, beside {texts} texts)."
            ),
            (Language::En, false) => format!(
                "the spreadsheet probably swapped day and month of its true dates ({true_dates}, beside {texts} texts); they are left as they are, as asked."
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_both_totals_and_its_likely_reason() {
        assert_eq!(
            Language::En.remark_control_total(
                "b.csv",
                Currency::EUR,
                Amount::from_minor(10_000),
                Amount::from_minor(9_000),
                2
            ),
            "b.csv: the total written in the file (EUR\u{A0}100.00) differs from the total imported (EUR\u{A0}90.00) by EUR\u{A0}\u{2212}10.00. 2\u{A0}rows set aside may explain it: look at them."
        );
    }
}
