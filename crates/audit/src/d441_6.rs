//! The table of late payments that French companies whose accounts are audited put into their management report
//! (C. com. L441-14, D441-6, model of annex 4-1 to art. A441-1-1; domain.md 1.5). Table I: invoices issued and not paid
//! at closing. Table II: invoices paid late during the year. Amounts with or without VAT, as stated; what is disputed is
//! left out and disclosed; lateness is counted from the agreed day, else from the legal one.

use ledger::{AccountClass, Coverage, DueDaySource, Entry, EntryKind, Ledger, OpenItem, OpenItems, settlements};
use std::collections::BTreeSet;
use values::{Amount, AsOf, Day, Days, Ratio};

/// Days from the invoice after which it is due where nothing was agreed (C. com. L441-10 I).
pub const LEGAL_DAYS: i32 = 30;

/// Whether amounts are with or without VAT: the law asks to say which (D441-6 III).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taxes {
    /// As in the ledger.
    Included,
    /// Without VAT at one stated rate, in hundredths of a percent: 2,000 is 20 %.
    Excluded {
        /// The rate.
        rate: u32,
    },
}

impl Taxes {
    /// An amount of the ledger as the table shows it, rounded once, half away from zero.
    pub fn of(self, amount: Amount) -> Amount {
        match self {
            Taxes::Included => amount,
            Taxes::Excluded { rate } => {
                let part = Ratio::new(i128::from(amount.minor()) * 10_000, 10_000 + i128::from(rate));
                part.map_or(amount, |part| Amount::from_minor(part.scaled(0)))
            }
        }
    }
}

/// A number of invoices and what they amount to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Invoices, or instalments of one.
    pub invoices: u32,
    /// What they amount to.
    pub amount: Amount,
}

impl Cell {
    fn add(&mut self, amount: Amount) {
        self.invoices += 1;
        self.amount += amount;
    }
}

/// Invoices by how late they are: not late, 1 to 30 days, 31 to 60, 61 to 90, 91 and more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bands(pub [Cell; 5]);

impl Bands {
    /// One day late and more.
    pub fn late(&self) -> Cell {
        let late = self.0.iter().skip(1);
        late.fold(Cell::default(), |sum, cell| Cell {
            invoices: sum.invoices + cell.invoices,
            amount: sum.amount + cell.amount,
        })
    }

    fn add(&mut self, days_late: i32, amount: Amount) {
        let band = match days_late {
            i32::MIN..=0 => 0,
            1..=30 => 1,
            31..=60 => 2,
            61..=90 => 3,
            91.. => 4,
        };
        if let Some(cell) = self.0.get_mut(band) {
            cell.add(amount);
        }
    }

    /// Each cell with or without VAT: the total is the sum of what is shown.
    fn taxed(mut self, taxes: Taxes) -> Bands {
        for cell in &mut self.0 {
            cell.amount = taxes.of(cell.amount);
        }
        self
    }
}

/// Where the turnover comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turnover {
    /// A person typed it, on the basis of the table.
    Entered(Amount),
    /// Invoices less credit notes of the year, in the ledger.
    OfLedger(Amount),
    /// The ledger holds open items only, and nobody typed it.
    Unknown,
}

impl Turnover {
    /// The amount, on the basis of the table.
    pub fn amount(self) -> Option<Amount> {
        match self {
            Turnover::Entered(amount) | Turnover::OfLedger(amount) => Some(amount),
            Turnover::Unknown => None,
        }
    }
}

/// The table of one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatePayments {
    /// First day of the year.
    pub first_day: Day,
    /// Closing.
    pub closing: Day,
    /// With or without VAT.
    pub taxes: Taxes,
    /// Of the year.
    pub turnover: Turnover,
    /// Table I (A): issued, not paid at closing.
    pub unpaid: Bands,
    /// Table I (B): left out of (A), disputed or doubtful.
    pub disputed: Cell,
    /// Table I (C): invoices of (A) measured against an agreed day, and against the legal one.
    pub agreed: u32,
    /// See `agreed`.
    pub legal: u32,
    /// Credits that (A) does not deduct: credit notes and receipts not yet applied.
    pub credits: Cell,
    /// Debits that are no invoices and stand in neither.
    pub others: Cell,
    /// Table II: paid late during the year, by how late; none where the ledger holds open items only.
    pub paid_late: Option<Bands>,
    /// Invoices issued during the year, for Table II.
    pub issued: Cell,
}

/// The table at the as-of day of the open items, taken as closing. `turnover` is what a person typed.
pub fn late_payments(ledger: &Ledger, open: &OpenItems, taxes: Taxes, turnover: Option<Amount>) -> LatePayments {
    let closing = open.as_of.day();
    let first_day = (closing + Days(1)).minus_months(12);
    let history = ledger.coverage() == Coverage::History;
    let sold = ledger.movements().filter(|(day, ..)| *day >= first_day && *day <= closing);
    // A bill, a doubtful customer's debt, an advance or an accrual was invoiced before, or will be.
    let sales = sold.filter(|(_, kind, class, _)| {
        matches!(kind, EntryKind::Invoice | EntryKind::CreditNote) && is_invoiced(*class)
    });
    let sales: Amount = sales.map(|(.., amount)| amount).sum();
    let turnover = match turnover {
        Some(entered) => Turnover::Entered(entered),
        None if history && sales.is_debit() => Turnover::OfLedger(taxes.of(sales)),
        None => Turnover::Unknown,
    };
    let mut table = LatePayments {
        first_day,
        closing,
        taxes,
        turnover,
        unpaid: Bands::default(),
        disputed: Cell::default(),
        agreed: 0,
        legal: 0,
        credits: Cell::default(),
        others: Cell::default(),
        paid_late: history.then(|| paid_late(ledger, first_day, open.as_of).taxed(taxes)),
        issued: issued(ledger, first_day, closing),
    };
    for item in &open.items {
        table.count(item, open.as_of);
    }
    table.unpaid = table.unpaid.taxed(taxes);
    for cell in [&mut table.disputed, &mut table.credits, &mut table.others, &mut table.issued] {
        cell.amount = taxes.of(cell.amount);
    }
    table
}

impl LatePayments {
    fn count(&mut self, item: &OpenItem, as_of: AsOf) {
        let invoiced = matches!(item.kind, EntryKind::Invoice | EntryKind::Opening);
        match item.account_class {
            _ if item.residual.is_credit() => self.credits.add(item.residual),
            AccountClass::Receivable if item.disputed => self.disputed.add(item.residual),
            AccountClass::Doubtful => self.disputed.add(item.residual),
            AccountClass::Receivable if invoiced => {
                let (due, agreed) = due_day(item.document_day, item.due_day, item.due_day_source);
                self.unpaid.add(as_of.days_since(due).0, item.residual);
                let counted = if agreed { &mut self.agreed } else { &mut self.legal };
                *counted += 1;
            }
            AccountClass::Receivable
            | AccountClass::Retention
            | AccountClass::BillsReceivable
            | AccountClass::Accrued
            | AccountClass::Advances
            | AccountClass::CreditNotesToIssue => self.others.add(item.residual),
        }
    }
}

/// The day an invoice is late from, and whether it was agreed.
fn due_day(issued: Day, due: Option<Day>, source: DueDaySource) -> (Day, bool) {
    match (due, source) {
        (Some(due), DueDaySource::Stated | DueDaySource::Terms | DueDaySource::Mode | DueDaySource::Default) => {
            (due, true)
        }
        (Some(due), DueDaySource::Bucket) => (due, true),
        (Some(_), DueDaySource::None) | (None, _) => (issued + Days(LEGAL_DAYS), false),
    }
}

/// Invoices paid after their due day by receipts of the year; each part by the lateness of its own receipt, the invoice
/// counted once in each band.
fn paid_late(ledger: &Ledger, first_day: Day, as_of: AsOf) -> Bands {
    let mut bands = Bands::default();
    let mut counted = BTreeSet::new();
    settlements(ledger, as_of, |paid| {
        let (debit, credit) = (paid.debit, paid.credit);
        let received = credit.kind == EntryKind::Payment && credit.day >= first_day;
        let late = debit.due_day.map_or(debit.document_day + Days(LEGAL_DAYS), |due| due);
        let days = (credit.day - late).0;
        if !received || debit.kind != EntryKind::Invoice || days <= 0 {
            return;
        }
        let mut one = Bands::default();
        one.add(days, paid.amount);
        for (band, (cell, added)) in bands.0.iter_mut().zip(one.0).enumerate().filter(|(_, (_, one))| one.invoices > 0)
        {
            cell.amount += added.amount;
            cell.invoices += u32::from(counted.insert((paid.debit_entry(), band)));
        }
    });
    bands
}

/// Accounts in which invoices are issued: 411 and retentions (4117).
fn is_invoiced(class: AccountClass) -> bool {
    matches!(class, AccountClass::Receivable | AccountClass::Retention)
}

fn issued(ledger: &Ledger, first_day: Day, closing: Day) -> Cell {
    let mut issued = Cell::default();
    let invoice = |entry: &Entry| entry.kind == EntryKind::Invoice && is_invoiced(entry.account_class);
    for entry in ledger.entries().filter(|entry| invoice(entry) && entry.amount.is_debit()) {
        if entry.day >= first_day && entry.day <= closing {
            issued.add(entry.amount);
        }
    }
    issued
}
