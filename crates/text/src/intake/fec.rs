//! Remarks on a French FEC: its sums, its accounts, its letters, its years, its name.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

impl Language {
    /// `3 lignes`, `1 ligne`.
    fn lines(self, count: u32) -> String {
        self.counted(count, ["ligne", "lignes"], ["line", "lines"])
    }

    fn counted(self, count: u32, french: [&str; 2], english: [&str; 2]) -> String {
        let [one, many] = match self {
            Language::Fr => french,
            Language::En => english,
        };
        format!("{}{NO_BREAK_SPACE}{}", self.number(i64::from(count)), self.plural(u64::from(count), one, many))
    }

    /// The sum of debits is not that of credits.
    pub fn fec_unbalanced_file(self, at: &str, debit: Amount, credit: Amount, currency: Currency) -> String {
        let gap = self.money(debit - credit, currency);
        let (debit, credit) = (self.money(debit, currency), self.money(credit, currency));
        self.said(at, &match self {
            Language::Fr => format!(
                "le total des débits ({debit}) n’est pas celui des crédits ({credit}), écart {gap}. Le fichier est incomplet ou modifié{NO_BREAK_SPACE}: demandez un nouvel export."
            ),
            Language::En => format!(
                "total debits ({debit}) are not total credits ({credit}), a gap of {gap}. The file is incomplete or was changed: ask for a new export."
            ),
        })
    }

    /// Entries that do not balance.
    pub fn fec_unbalanced_entries(self, at: &str, count: u32, gap: Amount, currency: Currency) -> String {
        let gap = self.money(gap, currency);
        let entries = self.counted(count, ["écriture", "écritures"], ["entry", "entries"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{entries} en déséquilibre, écarts cumulés {gap}{NO_BREAK_SPACE}; la première est ici. Les lignes des clients sont reprises telles quelles. Vérifiez ces écritures dans la comptabilité."
            ),
            Language::En => format!(
                "{entries} out of balance, gaps of {gap} in all; the first is here. The customers’ lines are taken as they are. Check these entries in the books."
            ),
        })
    }

    /// Too many entries open at once to check them.
    pub fn fec_entries_not_checked(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "les lignes d’une même écriture sont trop éloignées pour vérifier l’équilibre de chacune. Le total du fichier est vérifié. Triez le fichier par écriture pour ce contrôle.",
                "the lines of an entry stand too far apart to check that each balances. The total of the file is checked. Sort the file by entry for this check.",
            ),
        )
    }

    /// Lines whose amount could not be read are left out of the checks.
    pub fn fec_lines_not_checked(self, at: &str, count: u32) -> String {
        let lines = self.lines(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "{lines} au montant illisible, tous comptes confondus, hors des contrôles d’équilibre. Vérifiez le fichier s’il s’agit de comptes clients."
            ),
            Language::En => format!(
                "{lines} with an unreadable amount, in any account, left out of the balance checks. Check the file if they are customers’ accounts."
            ),
        })
    }

    /// The lines of a class of accounts, all taken.
    pub fn account_class_total(self, at: &str, root: &str, count: u32, total: Amount, currency: Currency) -> String {
        let (lines, total, class) = (self.lines(count), self.money(total, currency), self.account_root(root));
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!("comptes {root} ({class}){NO_BREAK_SPACE}: {lines}, solde {total}, tout est repris.")
                }
                Language::En => format!("accounts {root} ({class}): {lines}, balance {total}, all taken."),
            },
        )
    }

    /// The lines of a class of accounts, not all taken.
    pub fn account_class_differs(
        self,
        at: &str,
        root: &str,
        count: u32,
        figures: [Amount; 2],
        currency: Currency,
    ) -> String {
        let [total, imported] = figures.map(|amount| self.money(amount, currency));
        let (lines, class) = (self.lines(count), self.account_root(root));
        self.said(at, &match self {
            Language::Fr => format!(
                "comptes {root} ({class}){NO_BREAK_SPACE}: {lines}, solde {total} dans le fichier, {imported} repris. Des lignes de ces comptes sont écartées{NO_BREAK_SPACE}: corrigez-les, puis relisez le fichier."
            ),
            Language::En => format!(
                "accounts {root} ({class}): {lines}, balance {total} in the file, {imported} taken. Lines of these accounts are set aside: correct them, then read the file again."
            ),
        })
    }

    /// What the accounts of a root are called.
    fn account_root(self, root: &str) -> &'static str {
        match root {
            "4117" => self.pick("retenues de garantie", "retentions"),
            "413" => self.pick("effets à recevoir", "bills receivable"),
            "416" => self.pick("clients douteux", "doubtful customers"),
            "418" => self.pick("factures à établir", "invoices to be issued"),
            "419" => self.pick("avances reçues et autres crédits", "advances received and other credits"),
            "4198" => self.pick("rabais et avoirs à établir", "rebates and credit notes to issue"),
            _ => self.pick("clients", "customers"),
        }
    }

    /// Lines that name no customer of their own.
    pub fn no_own_customer(self, at: &str, count: u32, amount: Amount, currency: Currency) -> String {
        let (lines, amount) = (self.lines(count), self.money(amount, currency));
        self.said(at, &match self {
            Language::Fr => format!(
                "{lines} d’un compte collectif sans compte auxiliaire, solde {amount}. Le compte tient lieu de client{NO_BREAK_SPACE}: aucun nom n’est inventé. Demandez la balance auxiliaire ou un export avec le détail des clients."
            ),
            Language::En => format!(
                "{lines} of an account of all customers without a customer of its own, balance {amount}. The account stands for the customer: no name is invented. Ask for the sub-ledger or for an export with the customers’ detail."
            ),
        })
    }

    /// Letters whose lines do not clear each other.
    pub fn unbalanced_letters(
        self,
        at: &str,
        code: &str,
        count: u32,
        (gap, currency): (Amount, Currency),
        rows: &[u32],
    ) -> String {
        let (gap, rows, code) = (self.money(gap, currency), self.row_list(rows), self.quoted(code));
        let groups = self.counted(count, ["lettrage", "lettrages"], ["group of letters", "groups of letters"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{groups} en déséquilibre (le premier, {code}), reste {gap} en tout{NO_BREAK_SPACE}; lignes {rows}. Les crédits y sont imputés sur les débits les plus anciens du même lettrage. Vérifiez ces lettrages."
            ),
            Language::En => format!(
                "{groups} out of balance (the first, {code}), {gap} left in all; rows {rows}. Credits are applied to the oldest debits of the same letters. Check these letters."
            ),
        })
    }

    /// Letters that one line only bears.
    pub fn single_letters(
        self,
        at: &str,
        code: &str,
        count: u32,
        (amount, currency): (Amount, Currency),
        rows: &[u32],
    ) -> String {
        let (amount, rows, code) = (self.money(amount, currency), self.row_list(rows), self.quoted(code));
        let lines = self.lines(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "{lines} sans contrepartie de même lettrage dans le fichier (la première, {code}), {amount} en tout{NO_BREAK_SPACE}; lignes {rows}. Elles restent ouvertes. Ajoutez l’exercice qui contient l’autre ligne."
            ),
            Language::En => format!(
                "{lines} whose letters no other line of the file bears (the first, {code}), {amount} in all; rows {rows}. They stay open. Add the year that holds the other line."
            ),
        })
    }

    /// Letters of partial matching that leave something.
    pub fn partial_letters(self, at: &str, code: &str, count: u32, left: Amount, currency: Currency) -> String {
        let (left, code) = (self.money(left, currency), self.quoted(code));
        let groups =
            self.counted(count, ["lettrage partiel", "lettrages partiels"], ["partial match", "partial matches"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{groups} en minuscules (le premier, {code}), reste {left} en tout. Les crédits sont imputés sur les débits les plus anciens du même lettrage. Rien à faire."
            ),
            Language::En => format!(
                "{groups} in lower case (the first, {code}), {left} left in all. Credits are applied to the oldest debits of the same letters. Nothing to do."
            ),
        })
    }

    /// Letters of partial matching whose lines clear each other.
    pub fn complete_partial_letters(self, at: &str, code: &str, count: u32) -> String {
        let code = self.quoted(code);
        let groups =
            self.counted(count, ["lettrage partiel", "lettrages partiels"], ["partial match", "partial matches"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{groups} en minuscules s’équilibrent (le premier, {code}){NO_BREAK_SPACE}: ces lignes sont soldées. Passez-les en lettrage définitif dans la comptabilité."
            ),
            Language::En => format!(
                "{groups} in lower case clear after all (the first, {code}): these lines are settled. Make the match final in the books."
            ),
        })
    }

    /// Opening entries.
    pub fn opening_entries(self, at: &str, count: u32, amount: Amount, currency: Currency) -> String {
        let amount = self.money(amount, currency);
        let entries =
            self.counted(count, ["ligne d’à-nouveaux", "lignes d’à-nouveaux"], ["opening line", "opening lines"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{entries}, solde {amount}{NO_BREAK_SPACE}: comptées dans l’encours, jamais dans le chiffre d’affaires."
            ),
            Language::En => format!("{entries}, balance {amount}: part of what is owed, never of sales."),
        })
    }

    /// Opening entries without the day of their invoices.
    pub fn opening_dates_lost(self, at: &str, count: u32, amount: Amount, currency: Currency) -> String {
        let amount = self.money(amount, currency);
        let entries =
            self.counted(count, ["ligne d’à-nouveaux", "lignes d’à-nouveaux"], ["opening line", "opening lines"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{entries} sans date de facture, {amount} en tout{NO_BREAK_SPACE}: ces créances sont plus anciennes que leur âge affiché. Ajoutez le FEC de l’exercice précédent pour retrouver les factures."
            ),
            Language::En => format!(
                "{entries} without the day of the invoice, {amount} in all: these debts are older than the age shown. Add the FEC of the year before to find the invoices."
            ),
        })
    }

    /// Due dates written in texts.
    pub fn label_due_dates(self, at: &str, count: u32) -> String {
        let lines = self.lines(count);
        self.said(
            at,
            &match self {
                Language::Fr => format!("échéance lue dans le libellé de {lines}, la première ici. Rien à faire."),
                Language::En => format!("due date read in the text of {lines}, the first here. Nothing to do."),
            },
        )
    }

    /// A list of open items that dates the invoices of the books.
    /// Documents found, not found, split into their instalments, and of instalments that do not sum to the invoice.
    pub fn due_dates_joined(self, at: &str, documents: [u32; 4]) -> String {
        let counted = |count| self.counted(count, ["pièce", "pièces"], ["document", "documents"]);
        let [found, missing, split, several] = documents.map(counted);
        self.said(at, &match self {
            Language::Fr => format!(
                "ce fichier reprend les factures du FEC{NO_BREAK_SPACE}: il en donne les échéances ({found}) et n’ajoute rien à l’encours. Sans correspondance{NO_BREAK_SPACE}: {missing}{NO_BREAK_SPACE}; réparties entre leurs échéances{NO_BREAK_SPACE}: {split}{NO_BREAK_SPACE}; à plusieurs échéances dont la somme n’est pas le montant de la facture, laissées de côté{NO_BREAK_SPACE}: {several}. Vérifiez que c’est bien un échéancier de la même société."
            ),
            Language::En => format!(
                "this file repeats invoices of the FEC: it gives their due dates ({found}) and adds nothing to what is owed. Not found: {missing}; split into their instalments: {split}; with instalments that do not sum to the invoice, left aside: {several}. Check that it is a list of due dates of the same company."
            ),
        })
    }

    /// Lines without the day of their entry.
    pub fn no_posting_day(self, at: &str, count: u32) -> String {
        let lines = self.lines(count);
        self.said(at, &match self {
            Language::Fr => format!(
                "{lines} sans date d’écriture lisible, la première ici{NO_BREAK_SPACE}: la date de pièce en tient lieu. Vérifiez ces lignes."
            ),
            Language::En => format!(
                "{lines} without a readable entry date, the first here: the day of the document stands for it. Check these lines."
            ),
        })
    }

    /// Due dates estimated from habits.
    pub fn estimated_terms(
        self,
        at: &str,
        count: u32,
        customers: u32,
        (amount, currency): (Amount, Currency),
        percent: u8,
    ) -> String {
        let (lines, amount) = (self.lines(count), self.money(amount, currency));
        let customers = self.counted(customers, ["client", "clients"], ["customer", "customers"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "échéance estimée pour {lines} ({amount}, {percent}{NO_BREAK_SPACE}% des montants sans échéance), d’après les délais de paiement habituels de {customers}. C’est une estimation{NO_BREAK_SPACE}: indiquez des conditions de règlement par défaut pour la remplacer."
            ),
            Language::En => format!(
                "due date estimated for {lines} ({amount}, {percent}% of the amounts without one), from the usual payment delays of {customers}. It is an estimate: give default payment terms to replace it."
            ),
        })
    }

    /// Opening lines that repeat the year before.
    pub fn years_joined(self, at: &str, count: u32, amount: Amount, currency: Currency) -> String {
        let amount = self.money(amount, currency);
        let entries =
            self.counted(count, ["ligne d’à-nouveaux", "lignes d’à-nouveaux"], ["opening line", "opening lines"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{entries} ({amount}) reprennent ce que le fichier précédent laissait ouvert{NO_BREAK_SPACE}: comptées une seule fois, avec la date et le lettrage de leurs factures."
            ),
            Language::En => format!(
                "{entries} ({amount}) repeat what the file before left open: counted once, with the day and the letters of their invoices."
            ),
        })
    }

    /// Accounts whose opening is not what the year before left.
    pub fn opening_differs(self, at: &str, count: u32, amount: Amount, currency: Currency) -> String {
        let amount = self.money(amount, currency);
        let accounts =
            self.counted(count, ["compte client", "comptes clients"], ["customer account", "customer accounts"]);
        self.said(at, &match self {
            Language::Fr => format!(
                "{accounts} dont l’à-nouveau n’est pas le solde du fichier précédent, écart {amount}. L’écart est gardé à part. Vérifiez si le fichier précédent est l’export définitif."
            ),
            Language::En => format!(
                "{accounts} whose opening is not the closing balance of the file before, a difference of {amount}. The difference is kept apart. Check whether the file before is the final export."
            ),
        })
    }

    /// The openings repeat nothing.
    pub fn years_not_joined(self, at: &str) -> String {
        self.said(
            at,
            self.pick(
                "les à-nouveaux ne reprennent pas ce que les autres fichiers laissent ouvert. Rien n’est rapproché, tout est gardé. Vérifiez que les fichiers sont ceux d’une même société.",
                "the openings do not repeat what the other files leave open. Nothing is joined, all is kept. Check that the files are one company’s.",
            ),
        )
    }

    /// Days missing between two years.
    pub fn years_apart(self, at: &str, until: Day, from: Day) -> String {
        let (until, from) = (self.day(until), self.day(from));
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!("aucune écriture entre le {until} et le {from}. S’il manque un exercice, ajoutez son FEC.")
                }
                Language::En => format!("no entry between {until} and {from}. If a year is missing, add its FEC."),
            },
        )
    }

    /// Two files of the same days.
    pub fn years_overlap(self, at: &str, from: Day, until: Day) -> String {
        let (until, from) = (self.day(until), self.day(from));
        self.said(at, &match self {
            Language::Fr => format!(
                "ce fichier commence le {from}, avant la fin d’un autre ({until}). Des écritures peuvent compter deux fois. Ne gardez qu’un fichier par période."
            ),
            Language::En => format!(
                "this file begins on {from}, before another one ends ({until}). Entries may count twice. Keep one file per period."
            ),
        })
    }

    /// The file's name agrees with its content.
    pub fn file_name_agrees(self, at: &str, siren: &str, closing: Day) -> String {
        let closing = self.day(closing);
        self.said(at, &match self {
            Language::Fr => {
                format!("le nom du fichier annonce le SIREN {siren} et la clôture au {closing}, en accord avec les écritures.")
            }
            Language::En => {
                format!("the file’s name says SIREN {siren} and closing on {closing}, which agrees with the entries.")
            }
        })
    }

    /// The SIREN in the name is none.
    pub fn file_name_siren(self, at: &str, siren: &str) -> String {
        self.said(at, &match self {
            Language::Fr => format!(
                "le nom du fichier porte {siren}, qui n’est pas un SIREN valide. Le nom n’est pas utilisé. Vérifiez de quelle société il s’agit."
            ),
            Language::En => format!(
                "the file’s name bears {siren}, which is no valid SIREN. The name is not used. Check which company this is."
            ),
        })
    }

    /// The closing day in the name is not the content's.
    pub fn file_name_closing(self, at: &str, closing: Day, last: Day) -> String {
        let (closing, last) = (self.day(closing), self.day(last));
        self.said(at, &match self {
            Language::Fr => format!(
                "le nom du fichier annonce une clôture au {closing}, la dernière écriture est du {last}. Le nom n’est pas utilisé. Vérifiez que c’est le bon exercice, et qu’il est complet."
            ),
            Language::En => format!(
                "the file’s name says closing on {closing}, the last entry is of {last}. The name is not used. Check that it is the right year, and complete."
            ),
        })
    }

    /// `12, 15, 18`.
    fn row_list(self, rows: &[u32]) -> String {
        rows.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
    }
}
