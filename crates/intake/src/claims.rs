//! Headings claim fields, content confirms, the best claim wins: which column means what under one layout.

use crate::Field;
use crate::content::ColumnContent;
use crate::decide::Told;
use crate::fec;
use crate::header::{Header, Heading};
use crate::heading::HeadingMatch;
use crate::mails;
use crate::mapping::{Layout, SignRule};
use crate::not_invoiced;
use crate::receipts::{self, Receipts};
use crate::rivals::{drop_collective_account, drop_own_company, number_by_reference, prefer_plain_names};
use crate::taxes::{says_gross, says_net};
use crate::titles::speaks_of_invoices;
use crate::words;
use std::collections::BTreeSet;
use values::{Arrange, Gather};

/// A column that could carry a field.
#[derive(Clone, Debug)]
pub(crate) struct Claim<'h> {
    pub(crate) field: Field,
    pub(crate) heading: &'h Heading,
    pub(crate) matched: HeadingMatch,
    /// How well the content agrees, in percent.
    pub(crate) fit: u32,
    /// Heading and content together.
    pub(crate) score: u32,
}

/// Columns that only a list of customers is made of, one of which it needs.
const PROFILE: [Field; 8] = [
    Field::Email,
    Field::Phone,
    Field::Terms,
    Field::Siren,
    Field::VatNumber,
    Field::Address,
    Field::CreditLimit,
    Field::Iban,
];

impl Claim<'_> {
    /// The column with what its cells tell.
    pub(crate) fn told<'p, P>(&'p self, profile: &'p P) -> Told<'p, P> {
        Told { column: self.heading.column, header: &self.heading.text, profile }
    }
}

/// Every claim whose content does not refuse it.
pub(crate) fn claims<'h>(header: &'h Header, content: &[ColumnContent]) -> Vec<Claim<'h>> {
    let nothing = ColumnContent::default();
    let mut claims: Vec<Claim<'h>> = Vec::new();
    let rows = content.iter().map(|column| column.filled).max().unwrap_or_default();
    for heading in &header.headings {
        let content = content.get(usize::from(heading.column)).unwrap_or(&nothing);
        if content.marks.tell(rows) {
            // Whatever else its words may mean, its cells say which documents are paid.
            let (field, matched) = (Field::Status, HeadingMatch::SameWords);
            claims.push(Claim { field, heading, matched, fit: 100, score: u32::from(matched.score()) });
            continue;
        }
        for hit in &heading.hits {
            let known = claims.iter().any(|claim| claim.field == hit.field && claim.heading.column == heading.column);
            let proven = header.proven.contains(&heading.column);
            let fit = if proven { 100 } else { content.fit(hit.field) };
            if known || fit == 0 {
                continue;
            }
            let score = u32::from(hit.matched.score()) * fit / 100;
            let score = adjusted(score, hit.field, heading);
            claims.push(Claim { field: hit.field, heading, matched: hit.matched, fit, score });
        }
    }
    drop_collective_account(&mut claims, |column| content.get(usize::from(column)));
    drop_own_company(&mut claims, |column| content.get(usize::from(column)));
    prefer_plain_names(&mut claims);
    mails::prefer(&mut claims, |column| content.get(usize::from(column)));
    number_by_reference(&mut claims, |column| content.get(usize::from(column)));
    fec::official_claims(header, claims)
}

const BALANCES: [&str; 3] = ["solde", "saldo", "balance"];

/// Words of a side of which what was settled is taken away.
const OPEN_SIDES: [&str; 3] = ["n reg", "nao regularizado", "em aberto"];

/// A word that says more wins over one that says less.
fn adjusted(score: u32, field: Field, heading: &Heading) -> u32 {
    let folded = words::fold(&heading.text);
    match field {
        Field::Amount if folded == "total" => score.saturating_sub(5),
        // Receivables include the tax.
        Field::Amount | Field::Residual | Field::Paid if says_gross(&folded) => score + 3,
        Field::Amount | Field::Residual | Field::Paid if says_net(&folded) => score.saturating_sub(20),
        // What one item sold adds is a part of its invoice.
        Field::Amount if words::holds(&folded, "line") => score.saturating_sub(20),
        // A bare number says less than the number of something.
        Field::Document if matches!(folded.as_str(), "numero" | "number" | "nummer" | "no" | "num" | "n") => {
            score.saturating_sub(3)
        }
        // What a program numbers for itself, nobody quotes.
        Field::Document if folded.split(' ').next_back() == Some("id") => score.saturating_sub(5),
        // Customers know their invoice by its own number, not by that of the voucher.
        Field::Document if speaks_of_invoices(&folded) => score + 2,
        // Where both stand, what is left of a document says more than what was due.
        Field::Residual
            if ["remaining", "restant", "outstanding", "unpaid"].iter().any(|word| words::holds(&folded, word)) =>
        {
            score + 2
        }
        // What an invoice asks for, before what was paid of it.
        Field::Residual
            if ["net a", "montant a", "total a"].iter().any(|start| folded.starts_with(start))
                && ["payer", "regler"].iter().any(|word| words::holds(&folded, word)) =>
        {
            score.saturating_sub(25)
        }
        // A bare contact is the customer, where nothing else names it; beside a customer it is a person.
        Field::Contact if heading.may(&[Field::CustomerName]) => score.saturating_sub(60),
        Field::CustomerName if heading.may(&[Field::Contact]) => score.saturating_sub(10),
        // A named contact is a person of the customer, where anything else names the customer.
        Field::CustomerName if words::holds(&folded, "contact") && folded.contains("name") => score.saturating_sub(40),
        // The balance of a side is its amount only where there is no better one; "paid" is an amount before a state.
        Field::Debit | Field::Credit if BALANCES.iter().any(|word| folded.contains(word)) => score.saturating_sub(10),
        // What is not settled yet says what is owed, where what was posted stands beside it.
        Field::Debit | Field::Credit if OPEN_SIDES.iter().any(|word| words::holds(&folded, word)) => score + 2,
        Field::Status if heading.may(&[Field::Paid]) => score.saturating_sub(15),
        // "Intitulé" beside an account is its name, rarely the text of the entry.
        Field::Label if heading.may(&[Field::CustomerName]) => score.saturating_sub(10),
        // A bare "No." is a document's before it is a customer's.
        Field::CustomerId if heading.may(&[Field::Document]) => score.saturating_sub(15),
        Field::CustomerId if heading.may(&[Field::Account]) => score.saturating_sub(10),
        _ => score,
    }
}

/// What the claims say about the table as a whole.
pub(crate) struct Overview {
    fields: BTreeSet<Field>,
    /// A residual that can only be a residual: not the running balance of a ledger.
    true_residual: bool,
    two_columns: bool,
    aux_accounts: bool,
    /// A column of money says what was paid of each document.
    paid_parts: bool,
    fec: bool,
    /// Column of accounts of several classes, and whether it tells the customers apart.
    pub(crate) whole_ledger: Option<(u16, bool)>,
    payment_days: bool,
    /// What tells that rows are payments received.
    receipts: Receipts,
    /// What was paid is the only amount, and no deposit asked for.
    paid_alone: bool,
    /// A column of terms says more than by what means to pay.
    terms: bool,
    /// Column in which rows of their own name the customers of the rows below them.
    pub(crate) group_column: Option<u16>,
    /// Balances of customers without ages.
    balances: bool,
    /// Columns of payments, or of their days, that count together.
    instalments: BTreeSet<u16>,
    numeric_buckets: usize,
    /// A list of wages.
    payroll: bool,
    /// The movements of a bank account: partners are named, but nothing says what they owe.
    statement: bool,
    /// What came in stands beside what went out, and nothing that numbers documents.
    came_in: bool,
    /// Quotes, orders or hours of work: nothing of it was invoiced.
    not_invoiced: bool,
}

/// What only a bank statement calls a column.
const BANK: [&str; 6] =
    ["bank account", "compte bancaire", "bankkonto", "cuenta bancaria", "conto bancario", "bankrekening"];

/// What only lists of wages call a column.
const PAYROLL: [&str; 9] =
    ["salaire", "salary", "payroll", "gehalt", "lohn", "nomina ", "stipendio", "salaris", "cotisations salariales"];

/// Amounts of documents, beside which what was paid is a part of theirs.
const AMOUNTS: [Field; 5] = [Field::Amount, Field::Residual, Field::Debit, Field::Credit, Field::Bucket];

/// Deposits may be asked for as well as paid.
const DEPOSITS: [&str; 7] = ["acompte", "acomptes", "deposit", "anzahlung", "acconto", "anticipo", "vooruitbetaald"];

/// Columns that a bank does not know of.
const BOOKS: [Field; 7] = [
    Field::Document,
    Field::DueDay,
    Field::MatchCode,
    Field::EntryNumber,
    Field::Journal,
    Field::CustomerId,
    Field::Account,
];

impl Overview {
    pub(crate) fn new(
        header: &Header,
        claims: &[Claim<'_>],
        content: &[ColumnContent],
        receipts: Receipts,
        (group_column, balances): (Option<u16>, bool),
    ) -> Overview {
        let fields: BTreeSet<Field> = claims.iter().map(|claim| claim.field).gather();
        let of = |field: Field| claims.iter().filter(move |claim| claim.field == field);
        let column = |number: u16| content.get(usize::from(number));
        // The bank's own column: one account on every row, the balance after it, and nothing that books know of.
        let accounts = || claims.iter().filter(|claim| matches!(claim.field, Field::CustomerId | Field::Account));
        let one = |claim: &Claim<'_>| {
            claim.heading.may(&[Field::Account])
                && column(claim.heading.column).is_some_and(|content| content.filled > 2 && !content.several)
        };
        let bookless =
            BOOKS.iter().all(|field| matches!(field, Field::CustomerId | Field::Account) || !fields.contains(field));
        let own_account = bookless
            && !fields.contains(&Field::CustomerName)
            && accounts().next().is_some()
            && accounts().all(one)
            && (fields.contains(&Field::RunningBalance) || fields.contains(&Field::Residual));
        Overview {
            true_residual: of(Field::Residual).any(|claim| !claim.heading.may(&[Field::RunningBalance, Field::Amount])),
            two_columns: fields.contains(&Field::Debit) && fields.contains(&Field::Credit),
            aux_accounts: of(Field::CustomerId).any(|claim| words::fold(&claim.heading.text).contains("aux")),
            paid_parts: of(Field::Paid).any(|claim| column(claim.heading.column).is_some_and(ColumnContent::is_money)),
            fec: fec::is_fec(&header.headings),
            whole_ledger: of(Field::Account)
                .filter_map(|claim| Some((claim.heading.column, column(claim.heading.column)?)))
                .find(|(_, content)| content.is_whole_ledger())
                .map(|(number, content)| (number, content.several_customer_accounts)),
            payroll: header.headings.iter().any(|heading| {
                let words = words::fold(&heading.text);
                PAYROLL.iter().any(|word| words.contains(word))
            }),
            paid_alone: !fields.iter().any(|field| AMOUNTS.contains(field))
                && of(Field::Paid).any(|claim| {
                    let words = words::fold(&claim.heading.text);
                    let deposit = words.split(' ').any(|word| DEPOSITS.contains(&word));
                    !deposit && column(claim.heading.column).is_some_and(ColumnContent::is_money)
                }),
            terms: of(Field::Terms).any(|claim| !receipts.is_means(claim.heading)),
            receipts,
            group_column,
            balances,
            instalments: header.instalments.clone(),
            payment_days: of(Field::PaymentDay).any(|claim| column(claim.heading.column).is_some_and(|c| c.filled > 0)),
            numeric_buckets: of(Field::Bucket).count(),
            statement: fields.contains(&Field::Label)
                && group_column.is_none()
                && (own_account || !BOOKS.iter().any(|field| fields.contains(field)))
                && (own_account
                    || header.headings.iter().any(|heading| BANK.contains(&words::fold(&heading.text).as_str()))),
            came_in: receipts::is_of_both_ways(header) && !fields.contains(&Field::Document),
            not_invoiced: not_invoiced::is_listed(&header.headings, |field| fields.contains(&field)),
            fields,
        }
    }

    fn has(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }

    /// Signs that rows are entries of a ledger rather than open items.
    fn ledger_sign(&self) -> Option<Field> {
        if self.whole_ledger.is_some() {
            return Some(Field::Account);
        }
        let certain = [Field::MatchCode, Field::EntryNumber, Field::Journal, Field::Side];
        let found = certain.into_iter().find(|field| self.has(*field));
        // A ledger has an entry for each payment: what was paid beside one side of each document is a list of documents.
        let documents = self.paid_parts && !self.two_columns;
        let found = found.filter(|field| !documents || !matches!(field, Field::Side | Field::Journal));
        // A list of open items may show a balance too, but it has due dates.
        let running = self.two_columns && self.has(Field::RunningBalance) && !self.has(Field::DueDay);
        found.or_else(|| running.then_some(Field::RunningBalance))
    }

    /// Whether rows are payments: dated as such and nothing else, of nothing but what was paid, or told so beside the headings.
    fn lists_payments(&self) -> bool {
        let amount = self.has(Field::Amount) || self.has(Field::Paid);
        let whose = self.has(Field::CustomerId) || self.has(Field::CustomerName) || self.has(Field::Document);
        let issued = self.has(Field::InvoiceDay) || self.has(Field::PostingDay);
        let items = self.true_residual || self.two_columns || self.has(Field::DueDay) || self.has(Field::Side);
        if self.payroll || !amount || !whose || items {
            return false;
        }
        let payment_day = self.has(Field::PaymentDay);
        let one_day_and_amount = issued && !payment_day && !self.terms && !self.has(Field::Paid);
        let aged = self.has(Field::DaysLate) || self.numeric_buckets > 0;
        match () {
            () if payment_day && !issued => true,
            () if issued || payment_day => {
                self.receipts.titled
                    || self.paid_alone
                    || one_day_and_amount && !aged && self.receipts.tell(self.has(Field::Document))
            }
            () => false,
        }
    }

    /// Whether the layout is worth trying, how much to trust it (percent), and the field that speaks for it.
    pub(crate) fn weigh(&self, layout: Layout) -> Option<(u32, Option<Field>)> {
        let customer = self.has(Field::CustomerId) || self.has(Field::CustomerName) || self.group_column.is_some();
        let day = self.has(Field::InvoiceDay) || self.has(Field::PostingDay);
        let dated = day || self.has(Field::DueDay);
        let sided = self.has(Field::Amount) && self.has(Field::Side);
        let moves = self.two_columns || sided || (self.has(Field::Amount) && self.has(Field::MatchCode));
        let amount = self.two_columns || self.has(Field::Amount) || self.has(Field::Residual);
        match layout {
            Layout::BankStatement if self.statement && day && amount => Some((90, None)),
            _ if self.statement => None,
            Layout::OpenItems | Layout::InvoiceHistory if self.not_invoiced => None,
            Layout::Fec if self.fec => Some((100, Some(Field::EntryNumber))),
            Layout::InvoiceHistory | Layout::OpenItems if self.lists_payments() => None,
            Layout::InvoiceHistory if customer && day && self.has(Field::PaymentDay) && !self.two_columns => {
                Some((if self.payment_days { 100 } else { 70 }, Some(Field::PaymentDay)))
            }
            Layout::Ledger if (customer || self.has(Field::Account)) && day && moves => {
                match (self.ledger_sign(), self.true_residual) {
                    // The file says by its headings that it is the more precise thing.
                    _ if self.fec => Some((60, None)),
                    (Some(field), false) => Some((100, Some(field))),
                    (Some(field), true) => Some((80, Some(field))),
                    (None, _) => Some((70, None)),
                }
            }
            Layout::OpenItems if customer && dated && amount => {
                let history = self.payment_days && !self.true_residual;
                let ledger = self.fec || (self.ledger_sign().is_some() && moves && !self.true_residual);
                let sign = self.true_residual.then_some(Field::Residual);
                Some((if history || ledger { 75 } else { 100 }, sign))
            }
            // Invoice by invoice in columns of ages alone is aged as well.
            Layout::AgedBalance if customer && self.numeric_buckets >= 2 && (!dated || !amount) => {
                Some((100, Some(Field::Bucket)))
            }
            Layout::AgedBalance if self.balances => Some((100, None)),
            Layout::BankStatement if !customer && day && (amount || self.came_in) && self.has(Field::Label) => {
                Some((30, None))
            }
            Layout::Customers if customer && !dated && self.is_profiled(amount) => Some((30, None)),
            Layout::Payments if self.lists_payments() => Some((100, Some(Field::PaymentDay))),
            Layout::Fec
            | Layout::InvoiceHistory
            | Layout::Ledger
            | Layout::OpenItems
            | Layout::AgedBalance
            | Layout::BankStatement
            | Layout::Customers
            | Layout::Payments => None,
        }
    }

    /// Whether columns say how to reach customers; beside what each owes, two of them at least do.
    fn is_profiled(&self, amount: bool) -> bool {
        let profile = PROFILE.iter().filter(|field| self.has(**field)).count();
        let reached = self.has(Field::Email) || self.has(Field::Address);
        if amount { self.balances && reached && profile > 1 } else { profile > 0 }
    }

    /// Whether a claim may be heard under a layout.
    fn admits(&self, layout: Layout, claim: &Claim<'_>) -> bool {
        let own_amount = !self.two_columns;
        match claim.field {
            // What each customer owes is no part of who it is.
            Field::Residual | Field::Amount | Field::Debit | Field::Credit | Field::RunningBalance
                if layout == Layout::Customers =>
            {
                false
            }
            // "Solde" beside debit and credit is the balance so far, elsewhere what remains due.
            Field::Residual if self.two_columns && claim.heading.may(&[Field::RunningBalance]) => false,
            Field::RunningBalance => self.two_columns || layout == Layout::Ledger,
            Field::Debit | Field::Credit => self.two_columns && layout != Layout::InvoiceHistory,
            Field::Amount => own_amount,
            Field::Side => {
                let signed = self.has(Field::Amount) || self.has(Field::Residual);
                own_amount && signed && layout != Layout::InvoiceHistory
            }
            Field::Residual | Field::Paid | Field::Credited => !matches!(layout, Layout::Ledger | Layout::Fec),
            // Where something tells what remains due, days say when the rest was paid.
            Field::PaymentDay => {
                matches!(layout, Layout::InvoiceHistory | Layout::Payments)
                    || layout == Layout::OpenItems && self.true_residual
            }
            Field::MatchCode | Field::MatchDay => matches!(layout, Layout::Ledger | Layout::Fec),
            // Idevise is the currency of Montantdevise; Debit and Credit are in the books' own.
            Field::Currency => layout != Layout::Fec && (!self.has(Field::ForeignAmount) || is_local(claim.heading)),
            Field::Terms => layout != Layout::Fec,
            Field::CustomerId => match self.whole_ledger {
                // One account per customer: finer codes beside it are delivery points of the same account.
                Some((column, true)) => layout == Layout::Fec || self.aux_accounts || claim.heading.column == column,
                Some((_, false)) | None => true,
            },
            Field::Account => match self.whole_ledger {
                Some((column, _)) => claim.heading.column == column,
                None => true,
            },
            // Documents without a day are a balance without ages.
            Field::Document => match layout {
                Layout::AgedBalance => self.balances,
                _ => layout != Layout::Customers,
            },
            Field::CustomerName
            | Field::DueDay
            | Field::DocumentType
            | Field::InvoiceDay
            | Field::PostingDay
            | Field::Label
            | Field::Reference
            | Field::ForeignAmount
            | Field::Status
            | Field::Email
            | Field::Phone
            | Field::DaysLate
            | Field::Bucket
            | Field::Journal
            | Field::AccountLabel
            | Field::EntryNumber
            | Field::JournalLabel
            | Field::CreditLimit
            | Field::Siren
            | Field::VatNumber
            | Field::Address
            | Field::PostalCode
            | Field::City
            | Field::Country
            | Field::Contact
            | Field::Language
            | Field::Segment
            | Field::Salesperson
            | Field::Group
            | Field::Iban => true,
        }
    }

    /// The best claim of each field, each column once. Ties: the field first in the contract, then the column to the
    /// left.
    pub(crate) fn settle<'c, 'h>(&self, layout: Layout, claims: &'c [Claim<'h>]) -> Vec<&'c Claim<'h>> {
        let mut ranked: Vec<&Claim<'h>> = claims.iter().filter(|claim| self.admits(layout, claim)).collect();
        ranked.arrange_by_key(|claim| (u32::MAX - claim.score, claim.field, claim.heading.column));
        let mut fields = BTreeSet::new();
        let mut columns = BTreeSet::new();
        let mut settled = Vec::new();
        for claim in ranked {
            let alone = !claim.field.stands_in_several_columns()
                || claim.field.stands_in_instalments() && !self.instalments.contains(&claim.heading.column);
            let repeated = alone && fields.contains(&claim.field);
            let account = claim.field == Field::CustomerId && self.is_account_column(claim.heading.column);
            if repeated || columns.contains(&claim.heading.column) || account {
                continue;
            }
            fields.insert(claim.field);
            columns.insert(claim.heading.column);
            settled.push(claim);
        }
        settled
    }

    /// A column of accounts of several classes says which rows are customers'; the parser takes the identifier from
    /// it where there is no better one.
    fn is_account_column(&self, column: u16) -> bool {
        self.whole_ledger.is_some_and(|(account, _)| account == column)
    }
}

/// Whether a currency heading speaks of the books' own currency.
fn is_local(heading: &Heading) -> bool {
    let folded = words::fold(&heading.text);
    ["local", "interne", "haus", "societe", "company"].iter().any(|word| folded.contains(word))
}

/// How debit and credit are told apart, given the columns.
pub(crate) fn sign_rule(fields: &BTreeSet<Field>, negatives: bool, typed_credits: bool) -> SignRule {
    if fields.contains(&Field::Debit) && fields.contains(&Field::Credit) {
        return SignRule::DebitCredit;
    }
    let has_amount = fields.contains(&Field::Amount) || fields.contains(&Field::Residual);
    if has_amount && fields.contains(&Field::Side) {
        return SignRule::SideLetter;
    }
    if fields.contains(&Field::DocumentType) && typed_credits && !negatives {
        return SignRule::Type;
    }
    SignRule::Signed
}
