//! What the files and sheets of a dossier tell of one another: which are read together, which are left and why.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Currency, Day};

impl Language {
    /// A list of customers was joined.
    pub fn remark_customers_joined(self, at: &str, matched: u32, by_name: u32) -> String {
        let mut text = match self {
            Language::Fr => {
                let found = self.plural(u64::from(matched), "retrouvé", "retrouvés");
                format!("liste de clients rapprochée{NO_BREAK_SPACE}: {matched} {found} dans les écritures")
            }
            Language::En => format!("list of customers joined: {matched} found in the entries"),
        };
        if by_name > 0 {
            text.push_str(&match self {
                Language::Fr => format!(", dont {by_name} par leur nom"),
                Language::En => format!(", {by_name} of them by name"),
            });
        }
        self.said(at, &(text + "."))
    }

    /// Listed customers without any entry.
    pub fn remark_customers_without_entries(self, at: &str, seen: &str, count: u32) -> String {
        let seen = self.quoted(seen);
        self.said(
            at,
            &match self {
                Language::Fr if count == 1 => {
                    format!("un client de la liste n’a aucune écriture{NO_BREAK_SPACE}: {seen}.")
                }
                Language::En if count == 1 => format!("one listed customer has no entry: {seen}."),
                Language::Fr => format!("{count} clients de la liste n’ont aucune écriture, {seen} le premier."),
                Language::En => format!("{count} listed customers have no entry, {seen} first."),
            },
        )
    }

    /// Customers of the ledgers that no list has.
    pub fn remark_customers_not_listed(self, at: &str, seen: &str, count: u32) -> String {
        let seen = self.quoted(seen);
        self.said(at, &match self {
            Language::Fr if count == 1 => format!(
                "un client des écritures manque dans la liste, {seen}{NO_BREAK_SPACE}: rien n’est complété pour lui. Comparez les codes."
            ),
            Language::En if count == 1 => format!(
                "one customer of the entries is not in the list, {seen}: nothing is completed for it. Compare the codes."
            ),
            Language::Fr => format!(
                "{count} clients des écritures manquent dans la liste, {seen} le premier{NO_BREAK_SPACE}: rien n’est complété pour eux. Comparez les codes."
            ),
            Language::En => format!(
                "{count} customers of the entries are not in the list, {seen} first: nothing is completed for them. Compare the codes."
            ),
        })
    }

    /// A list of payments was joined to the invoices.
    pub fn remark_payments_joined(self, at: &str, matched: u32, unmatched: u32) -> String {
        let one = |count: u32, one: (&'static str, &'static str), more: (&'static str, &'static str)| {
            let several = if self == Language::Fr { count > 1 } else { count != 1 };
            let (french, english) = if several { more } else { one };
            format!("{count} {}", self.pick(french, english))
        };
        let paying = one(matched, ("en solde une", "pays one"), ("en soldent une", "pay one"));
        let open = one(unmatched, ("reste à imputer", "stays unallocated"), ("restent à imputer", "stay unallocated"));
        self.said(
            at,
            &match self {
                Language::Fr => format!("règlements rapprochés des factures{NO_BREAK_SPACE}: {paying}, {open}."),
                Language::En => format!("payments joined to invoices: {paying}, {open}."),
            },
        )
    }

    /// What became of credit notes that name the invoices they correct.
    pub fn remark_credit_notes_joined(self, at: &str, matched: u32, unmatched: u32) -> String {
        let cleared = self.count(
            u64::from(matched),
            ("avoir en corrige une", "credit note corrects one"),
            ("avoirs en corrigent une", "credit notes correct one"),
        );
        let open = self.count(
            u64::from(unmatched),
            ("reste à imputer", "stays unallocated"),
            ("restent à imputer", "stay unallocated"),
        );
        self.said(
            at,
            &match self {
                Language::Fr => {
                    format!("avoirs rapprochés des factures qu’ils nomment{NO_BREAK_SPACE}: {cleared}, {open}.")
                }
                Language::En => format!("credit notes joined to the invoices they name: {cleared}, {open}."),
            },
        )
    }

    /// Payments that name no currency are in that of the other files.
    pub fn remark_currency_of_others(self, at: &str, currency: Currency) -> String {
        let code = currency.code();
        self.said(
            at,
            &match self {
                Language::Fr => format!("le fichier n’indique pas de devise\u{a0}: {code}, celle des factures des autres fichiers, est prise."),
                Language::En => format!("the file names no currency: {code}, that of the invoices of the other files, is taken."),
            },
        )
    }

    /// Codes that differ by leading zeros alone are of the same customers.
    pub fn remark_codes_unified(self, at: &str, seen: &str, count: u32) -> String {
        let codes = self.count(
            u64::from(count),
            (
                "code client ne diffère de celui d’un autre fichier que par des zéros en tête",
                "customer code differs from that of another file by leading zeros only",
            ),
            (
                "codes clients ne diffèrent de ceux d’un autre fichier que par des zéros en tête",
                "customer codes differ from those of another file by leading zeros only",
            ),
        );
        self.said(
            at,
            &match self {
                Language::Fr => format!("{codes} ({seen})\u{202f}; ce sont les mêmes clients."),
                Language::En => format!("{codes} ({seen}); they are the same customers."),
            },
        )
    }

    /// Codes that stand in the books behind the root of their account are of the same customers.
    pub fn remark_codes_behind_root(self, at: &str, seen: &str, count: u32) -> String {
        let codes = self.count(
            u64::from(count),
            (
                "code client est, dans les écritures, celui du compte sans sa racine",
                "customer code is that of the account in the entries without its root",
            ),
            (
                "codes clients sont, dans les écritures, ceux des comptes sans leur racine",
                "customer codes are those of the accounts in the entries without their root",
            ),
        );
        self.said(
            at,
            &match self {
                Language::Fr => format!("{codes} ({seen})\u{202f}; ce sont les mêmes clients."),
                Language::En => format!("{codes} ({seen}); they are the same customers."),
            },
        )
    }

    /// Rows that count as debts may be payments of another file's invoices.
    pub fn remark_may_be_payments(self, at: &str, count: u32) -> String {
        let rows = self.count(
            u64::from(count),
            (
                "ligne, à partir de celle-ci, porte le numéro ou le montant d’une facture d’un autre fichier, à une date postérieure\u{a0}: c’est peut-être un règlement, compté ici comme une créance",
                "row, from this one on, bears the number or the amount of an invoice of another file, on a later day: it may be a payment, counted as a debt",
            ),
            (
                "lignes, à partir de celle-ci, portent le numéro ou le montant de factures d’un autre fichier, à une date postérieure\u{a0}: ce sont peut-être des règlements, comptés ici comme des créances",
                "rows, from this one on, bear the number or the amount of invoices of another file, on later days: they may be payments, counted as debts",
            ),
        );
        let advice = self.pick(
            "Si c’est le cas, choisissez le contenu «\u{a0}liste de règlements\u{a0}» pour ce fichier.",
            "If so, choose the content “list of payments” for this file.",
        );
        self.said(at, &format!("{rows}. {advice}"))
    }

    /// A payment that the balance of a later day holds already.
    pub fn set_aside_paid_before_balance(self, at: &str, day: Day) -> String {
        let day = self.day(day);
        self.said(
            at,
            &match self {
                Language::Fr => format!("ce règlement est déjà compté dans la balance au {day}. La ligne est écartée."),
                Language::En => {
                    format!("this payment is counted in the balance on {day} already. The row is set aside.")
                }
            },
        )
    }

    /// Money that went out, in a book of receipts and expenses.
    pub fn set_aside_money_out(self, at: &str, seen: &str) -> String {
        let seen = self.quoted(seen);
        self.said(at, &match self {
            Language::Fr => format!("{seen} est une sortie d’argent, non un règlement reçu. La ligne est écartée\u{202f}; rien à faire si le client n’a pas été remboursé."),
            Language::En => format!("{seen} is money that went out, not a payment received. The row is set aside; nothing to do unless the customer was paid back."),
        })
    }

    /// Rows are payments received, for that the file or a column says so.
    pub fn remark_read_as_payments(self, at: &str, seen: &str) -> String {
        let seen = self.quoted(seen);
        self.said(at, &match self {
            Language::Fr => format!(
                "les lignes sont lues comme des règlements reçus, qui diminuent ce que doivent les clients\u{a0}: {seen} le dit. Si ce sont des créances, choisissez un autre contenu pour ce fichier."
            ),
            Language::En => format!(
                "rows are read as payments received, which lower what customers owe: {seen} says so. If they are receivables, choose another content for this file."
            ),
        })
    }

    /// Payments that name no known invoice.
    pub fn remark_payments_not_allocated(self, at: &str, seen: &str, count: u32) -> String {
        let rows = self.counted_rows(count);
        let seen = if seen.is_empty() { String::new() } else { format!("{NO_BREAK_SPACE}: {}", self.quoted(seen)) };
        let seen = if self == Language::En { seen.replace(NO_BREAK_SPACE, "") } else { seen };
        self.said(at, &match self {
            Language::Fr => format!(
                "ce règlement ne nomme aucune facture connue du client{seen} ({rows} en tout). Il diminue le solde sans solder de facture. Complétez la référence."
            ),
            Language::En => format!(
                "this payment names no known invoice of the customer{seen} ({rows} in all). It lowers the balance and clears no invoice. Complete its reference."
            ),
        })
    }

    /// Why a sheet is left.
    pub const fn sheet_left(self, why: &str) -> &'static str {
        match why.as_bytes() {
            b"sums-up" => self.pick(
                "cette feuille résume ce qu’une autre détaille ; elle n’est pas lue.",
                "this sheet sums up what another one lists; it is not read.",
            ),
            b"repeats" => self.pick(
                "les lignes de cette feuille figurent déjà dans une feuille lue ; elle n’est pas lue.",
                "the rows of this sheet stand in a sheet that is read; it is not read.",
            ),
            b"overlaps" => self.pick(
                "une partie des lignes de cette feuille figure dans la feuille lue, l’autre non\u{202f}; elle n’est pas lue. Si elle est plus récente, ou la complète, enregistrez-la dans son propre fichier.",
                "some rows of this sheet stand in the sheet that is read, others do not; it is not read. If it is newer, or completes it, save it to a file of its own.",
            ),
            b"settled" => self.pick(
                "d’après son nom, cette feuille liste ce qui est payé, et aucune colonne ne dit autre chose\u{202f}; elle n’est pas lue. Si elle liste aussi des créances ouvertes, enregistrez-la dans son propre fichier.",
                "by its name this sheet lists what was paid, and no column says otherwise; it is not read. If it lists open items too, save it to a file of its own.",
            ),
            b"older-copy" => self.pick(
                "d’après son nom, cette feuille est une copie plus ancienne d’une feuille lue ; elle n’est pas lue. Si elle la complète, enregistrez-la dans son propre fichier.",
                "by its name this sheet is an older copy of a sheet that is read; it is not read. If it completes it, save it to a file of its own.",
            ),
            b"earlier-state" => self.pick(
                "cette feuille donne la situation d’un jour antérieur à celui de la feuille lue\u{202f}; elle n’est pas lue. Si elle la complète, lisez-la aussi.",
                "this sheet tells what was owed on an earlier day than the sheet that is read; it is not read. If it completes it, read it too.",
            ),
            b"hidden" => self.pick(
                "cette feuille masquée n’est pas lue ; affichez-la pour la compter.",
                "this hidden sheet is not read; show it to count it.",
            ),
            b"no-receivables" => self.pick(
                "rien dans cette feuille ne ressemble à des créances\u{202f}; elle n’est pas lue.",
                "nothing in this sheet looks like receivables; it is not read.",
            ),
            _ => self.pick(
                "cette feuille ressemble aussi à des créances, sous d’autres intitulés, et n’est pas lue\u{202f}; pour la compter, lisez-la aussi ou enregistrez-la dans son propre fichier.",
                "this sheet looks like receivables too, under other headings, and is not read; to count it, read it too or save it to a file of its own.",
            ),
        }
    }

    /// A sheet of credit notes that is read.
    pub fn sheet_of_credit_notes_read(self, rows: u32) -> String {
        let rows = self.counted_rows(rows);
        match self {
            Language::Fr => format!(
                "cette feuille est lue{NO_BREAK_SPACE}: elle liste des avoirs, qui viennent en déduction ({rows})."
            ),
            Language::En => format!("this sheet is read: it lists credit notes, which are deducted ({rows})."),
        }
    }

    /// Files that give the same codes to different customers.
    pub fn customer_codes_apart(self, files: &[&str], label: &str) -> String {
        let files = files.join(", ");
        match self {
            Language::Fr => format!(
                "{files}{NO_BREAK_SPACE}: les mêmes codes y désignent des clients de noms différents. Ils sont suivis à part, le code suivi de «{NO_BREAK_SPACE}· {label}{NO_BREAK_SPACE}» par exemple. Si ce sont les mêmes clients, corrigez leurs noms dans les fichiers."
            ),
            Language::En => format!(
                "{files}: the same codes name different customers in each. They are followed apart, the code followed by “· {label}” for example. If they are the same customers, correct their names in the files."
            ),
        }
    }

    /// A file is left: it has the content of another one.
    pub fn file_left_same(self, file: &str, other: &str) -> String {
        match self {
            Language::Fr => format!("{file} n’est pas lu{NO_BREAK_SPACE}: il a le même contenu que {other}."),
            Language::En => format!("{file} is not read: it has the same content as {other}."),
        }
    }

    /// A file is left: its documents stand in another one.
    pub fn file_left_within(self, file: &str, other: &str, documents: u32) -> String {
        let documents = self.count(u64::from(documents), ("pièce", "item"), ("pièces", "items"));
        match self {
            Language::Fr => format!(
                "{file} n’est pas lu{NO_BREAK_SPACE}: {documents} y figurent comme dans {other}, à la même date et pour le même montant ou ce qu’il en reste, et compteraient deux fois."
            ),
            Language::En => format!(
                "{file} is not read: {documents} stand in it as in {other}, with the same date and the same amount or what remains of it, and would count twice."
            ),
        }
    }

    /// What a file that is left gave all the same.
    pub fn due_days_taken(self, count: u32) -> String {
        let days = self.count(u64::from(count), ("échéance", "due date"), ("échéances", "due dates"));
        match (self, count) {
            (Language::Fr, 1) => format!("{days} en est reprise, que l’autre fichier ne dit pas."),
            (Language::Fr, _) => format!("{days} en sont reprises, que l’autre fichier ne dit pas."),
            (Language::En, 1) => format!("{days} is taken from it, which the other file does not state."),
            (Language::En, _) => format!("{days} are taken from it, which the other file does not state."),
        }
    }

    /// A file is left: it is an earlier state of a list that another one holds.
    pub fn file_left_earlier(self, file: &str, day: Day, other: &str, later: Day) -> String {
        let (day, later) = (self.day(day), self.day(later));
        match self {
            Language::Fr => format!(
                "{file} n’est pas lu{NO_BREAK_SPACE}: {other} donne la même liste à une date plus récente ({later} au lieu du {day})\u{202f}; ses pièces compteraient deux fois."
            ),
            Language::En => format!(
                "{file} is not read: {other} gives the same list on a later day ({later} instead of {day}); its items would count twice."
            ),
        }
    }

    /// A file is left: it lists what is owed to suppliers.
    pub fn file_left_suppliers(self, file: &str, words: &str) -> String {
        match self {
            Language::Fr => format!(
                "{file} n’est pas lu{NO_BREAK_SPACE}: «{NO_BREAK_SPACE}{words}{NO_BREAK_SPACE}» annonce des dettes envers des fournisseurs, à côté de fichiers de clients."
            ),
            Language::En => {
                format!("{file} is not read: “{words}” announces what is owed to suppliers, beside files of customers.")
            }
        }
    }

    /// A file is left because a person said so.
    pub fn file_left_asked(self, file: &str) -> String {
        match self {
            Language::Fr => format!("{file} n’est pas lu, comme demandé."),
            Language::En => format!("{file} is not read, as asked."),
        }
    }

    /// A file repeats documents of another one.
    pub fn remark_files_overlap(self, at: &str, count: u32) -> String {
        let documents = self.count(
            u64::from(count),
            (
                "pièce, à partir de cette ligne, figure déjà dans un autre fichier, à la même date et au même montant\u{a0}: elle compte deux fois",
                "item, from this row on, stands in another file too, with the same date and amount: it counts twice",
            ),
            (
                "pièces, à partir de cette ligne, figurent déjà dans un autre fichier, à la même date et au même montant\u{a0}: elles comptent deux fois",
                "items, from this row on, stand in another file too, with the same date and amount: they count twice",
            ),
        );
        let advice = self.pick(
            "Retirez l’un des deux fichiers, ou les lignes répétées.",
            "Leave one of the two files out, or the rows repeated.",
        );
        self.said(at, &format!("{documents}. {advice}"))
    }

    /// Why a sheet is read; `newer` where others were left as older states of it.
    pub fn sheet_read(self, layout: &str, rows: u32, main: bool, newer: bool) -> String {
        let rows = self.counted_rows(rows);
        match (self, layout, main) {
            (Language::Fr, "customers", _) => format!("cette feuille est lue comme liste de clients ({rows})."),
            (Language::Fr, "payments", _) => format!("cette feuille est lue comme liste de règlements ({rows})."),
            (Language::Fr, _, true) if newer => {
                format!("cette feuille est lue{NO_BREAK_SPACE}: c’est la plus récente ({rows}).")
            }
            (Language::Fr, _, true) => {
                format!("cette feuille est lue{NO_BREAK_SPACE}: c’est la plus détaillée ({rows}).")
            }
            (Language::Fr, _, false) => format!(
                "cette feuille est lue avec la précédente{NO_BREAK_SPACE}: mêmes intitulés, autres lignes ({rows})."
            ),
            (Language::En, "customers", _) => format!("this sheet is read as a list of customers ({rows})."),
            (Language::En, "payments", _) => format!("this sheet is read as a list of payments ({rows})."),
            (Language::En, _, true) if newer => format!("this sheet is read: it is the most recent one ({rows})."),
            (Language::En, _, true) => format!("this sheet is read: it is the most detailed one ({rows})."),
            (Language::En, _, false) => {
                format!("this sheet is read with the one before: same headings, other rows ({rows}).")
            }
        }
    }
}
