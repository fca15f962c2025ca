//! Interest and fixed sum of each item, whether still open or paid late.

use crate::LatePayments;
use ledger::{AccountClass, CustomerKey, Entry, EntryKey, EntryKind, Ledger, OpenItems};
use rules::interest::{Claim, Indemnity, InterestRefused, LateInterest, Method, NoIndemnity, Rule, late_interest};
use rules::rates::Rates;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Arrange, Currency, Day, Gather};

/// By which rules a customer's claims are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The regime, with the contract's rate where it takes one.
    pub rule: Rule,
    /// The day a consumer received a formal notice.
    pub notice: Option<Day>,
    /// The day insolvency proceedings were opened.
    pub insolvency: Option<Day>,
}

/// What may be claimed besides one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemClaim {
    /// The item's entry.
    pub entry: EntryKey,
    /// Whose account.
    pub customer: CustomerKey,
    /// The day payment was due.
    pub due: Day,
    /// What was unpaid on the evening of that day, credit notes deducted.
    pub late: Amount,
    /// What is still open.
    pub open: Amount,
    /// Interest to the day asked for, or why it is not computed.
    pub interest: Result<LateInterest, InterestRefused>,
    /// The fixed sum, once for each invoice.
    pub indemnity: Indemnity,
}

impl ItemClaim {
    /// The interest; nothing where it was refused.
    pub fn interest_amount(&self) -> Amount {
        self.interest.as_ref().map(|interest| interest.interest).unwrap_or_default()
    }
}

fn of_debt<'a>(
    due: Day,
    open: Amount,
    until: Day,
    paid: &'a [(Day, Amount)],
    currency: Currency,
    terms: &Terms,
) -> Claim<'a> {
    Claim {
        principal: open + paid.iter().map(|(_, amount)| *amount).sum(),
        currency,
        due,
        until,
        payments: paid,
        costs: Amount::ZERO,
        notice: terms.notice,
        insolvency: terms.insolvency,
    }
}

/// What may be claimed on the items of one ledger, on any day: the only place where claims are computed, so that a list of
/// claims, a plan and a letter say the same. Payments are those known on the day of the open items it was made from.
pub struct ClaimsOf<'a> {
    ledger: &'a Ledger,
    terms_of: Box<dyn Fn(CustomerKey) -> Terms + 'a>,
    method: Method,
    rates: &'a Rates,
    late: LatePayments,
    /// Every debt open or paid late, and what is open of it.
    debts: BTreeMap<EntryKey, Amount>,
    /// Parts of invoices whose fixed sum goes with another part.
    further_parts: BTreeSet<EntryKey>,
    /// Debts stand by customer: the rules of each are asked for once.
    known: Cell<Option<(CustomerKey, Terms)>>,
}

impl<'a> ClaimsOf<'a> {
    /// The claims of a ledger with these items open.
    pub fn new(
        ledger: &'a Ledger,
        open: &OpenItems,
        terms_of: Box<dyn Fn(CustomerKey) -> Terms + 'a>,
        method: Method,
        rates: &'a Rates,
    ) -> ClaimsOf<'a> {
        let late = LatePayments::of(ledger, open.as_of);
        let mut debts: BTreeMap<EntryKey, Amount> = late.entries().map(|entry| (entry, Amount::ZERO)).gather();
        debts.extend(open.items.iter().filter(|item| item.residual.is_debit()).map(|item| (item.entry, item.residual)));
        let further_parts = further_parts(ledger, &debts, &late);
        ClaimsOf { ledger, terms_of, method, rates, late, debts, further_parts, known: Cell::new(None) }
    }

    /// The rules of a customer.
    pub fn terms(&self, customer: CustomerKey) -> Terms {
        match self.known.get().filter(|(known, _)| *known == customer) {
            Some((_, terms)) => terms,
            None => {
                let terms = (self.terms_of)(customer);
                self.known.set(Some((customer, terms)));
                terms
            }
        }
    }

    /// What may be claimed on an item to a day, where so much of it is asked for. `None` for what bears no interest: credits,
    /// amounts held back, estimated or advanced, and what has no due day.
    pub fn on(&self, entry: EntryKey, asked: Amount, until: Day) -> Option<ItemClaim> {
        self.on_entry(entry, &self.ledger.entry(entry), asked, until)
    }

    fn on_entry(&self, entry: EntryKey, of: &Entry, asked: Amount, until: Day) -> Option<ItemClaim> {
        let due = of.due_day.filter(|_| bears_interest(of))?;
        let terms = self.terms(of.customer);
        let claim = of_debt(due, asked, until, self.late.on(entry), self.ledger.currency(), &terms);
        let interest = late_interest(&claim, terms.rule, self.method, self.rates);
        // The fixed sum rests on no rate: it is owed where interest is refused too.
        let indemnity = match terms.rule.regime().indemnity(&claim, claim.principal) {
            _ if !is_invoice(self.ledger, entry, of) => Indemnity::Not(NoIndemnity::NotAnInvoice),
            Indemnity::Due(_) if self.further_parts.contains(&entry) => Indemnity::Not(NoIndemnity::SameInvoice),
            own => own,
        };
        let (customer, late) = (of.customer, claim.principal);
        Some(ItemClaim { entry, customer, due, late, open: asked, interest, indemnity })
    }

    /// What may be claimed to a day on all items that were or are late, by customer, then due day.
    pub fn all(&self, until: Day) -> Vec<ItemClaim> {
        let late = |(key, open): (&EntryKey, &Amount)| {
            let entry = self.ledger.entry(*key);
            entry.due_day.filter(|due| *due < until)?;
            self.on_entry(*key, &entry, *open, until)
        };
        let mut claims: Vec<ItemClaim> = self.debts.iter().filter_map(late).collect();
        claims.arrange_by_key(|claim| (claim.customer, claim.due, claim.entry));
        claims
    }
}

/// Sold and asked for: amounts held back, estimated at closing or advanced are not due like invoices.
fn bears_interest(entry: &Entry) -> bool {
    let due = match entry.account_class {
        AccountClass::Receivable | AccountClass::BillsReceivable | AccountClass::Doubtful => true,
        AccountClass::Retention | AccountClass::Accrued | AccountClass::Advances | AccountClass::CreditNotesToIssue => {
            false
        }
    };
    due && entry.amount.is_debit()
}

/// Owed the fixed sum once late: nothing but invoices; an opening is one where it has the number of an invoice.
fn is_invoice(ledger: &Ledger, key: EntryKey, entry: &Entry) -> bool {
    match entry.kind {
        EntryKind::Invoice => true,
        EntryKind::Opening => !ledger.document(key).is_empty(),
        EntryKind::CreditNote | EntryKind::Payment | EntryKind::UndatedPayment | EntryKind::Other => false,
    }
}

/// Instalments of one invoice are claims of their own, but the fixed sum is owed once: with the one due first. The others.
fn further_parts(ledger: &Ledger, debts: &BTreeMap<EntryKey, Amount>, late: &LatePayments) -> BTreeSet<EntryKey> {
    let owed = |(entry, open): (&EntryKey, &Amount)| {
        let of = ledger.entry(*entry);
        let due = of.due_day.filter(|_| bears_interest(&of) && is_invoice(ledger, *entry, &of))?;
        let principal = *open + late.on(*entry).iter().map(|(_, amount)| *amount).sum();
        principal.is_debit().then_some((of.customer, due, *entry))
    };
    let mut owed: Vec<(CustomerKey, Day, EntryKey)> = debts.iter().filter_map(owed).collect();
    owed.arrange();
    let mut further = BTreeSet::new();
    for of_customer in owed.chunk_by(|a, b| a.0 == b.0).filter(|items| items.len() > 1) {
        let mut documents = BTreeSet::new();
        for (_, _, entry) in of_customer {
            let document = ledger.document(*entry);
            if !document.is_empty() && !documents.insert(document) {
                further.insert(*entry);
            }
        }
    }
    further
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{Coverage, Customer, DueDaySource, LedgerBuilder, open_items};
    use rules::interest::Regime;
    use values::{AsOf, FileIndex, Source, TableIndex};

    /// `kind document day due amount letters` lines of one customer: what is claimed on a day, one word an item.
    fn claimed(lines: &str, as_of: &str) -> String {
        let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
        let customer = builder.customer(&Customer { id: "C".to_owned(), ..Customer::default() });
        for line in lines.split(';') {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [kind, document, day, due, amount, letters] = words[..] else { panic!("{line}") };
            let due_day = due.parse().ok();
            let entry = Entry {
                customer,
                kind: match kind {
                    "FAC" => EntryKind::Invoice,
                    "AVO" => EntryKind::CreditNote,
                    "REG" => EntryKind::Payment,
                    "REG?" => EntryKind::UndatedPayment,
                    _ => EntryKind::Other,
                },
                account_class: if kind == "RG" { AccountClass::Retention } else { AccountClass::Receivable },
                day: day.parse().unwrap(),
                document_day: day.parse().unwrap(),
                due_day,
                due_day_source: due_day.map_or(DueDaySource::None, |_| DueDaySource::Stated),
                amount: Amount::from_minor(amount.parse().unwrap()),
                group: Some(letters).filter(|letters| *letters != "-").map(|letters| builder.group(letters)),
                disputed: false,
                source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
            };
            builder.push(entry, document);
        }
        let ledger = builder.build().unwrap();
        let open = open_items(&ledger, AsOf(as_of.parse().unwrap()));
        let rule = Rule::new(Regime::FrB2b, None).unwrap();
        let terms = |_| Terms { rule, notice: None, insolvency: None };
        let rates = Rates::default();
        let claims = ClaimsOf::new(&ledger, &open, Box::new(terms), Method::default(), &rates).all(open.as_of.day());
        let told = |claim: &ItemClaim| {
            let (interest, fixed) = (claim.interest_amount(), claim.indemnity.amount());
            format!("{} {} of {} +{interest} +{fixed}", ledger.document(claim.entry), claim.open, claim.late)
        };
        claims.iter().map(told).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn open_and_late_paid_items_are_claimed_on() {
        // F03, F01 and F09 of domain.md 10.
        let lines = "FAC F03 2026-06-03 2026-07-03 240000 A; REG R1 2026-07-20 - -100000 A; \
             FAC F01 2026-05-12 2026-06-30 1200000 B; REG R2 2026-07-10 - -1200000 B; \
             FAC F09 2026-06-30 2026-08-31 120000 C; REG R3 2026-08-31 - -120000 C";
        let expected = "F01 0 of 1200000 +4077 +4000; F03 140000 of 240000 +4810 +4000";
        assert_eq!(claimed(lines, "2026-09-30"), expected);
        assert_eq!(claimed(lines, "2026-07-04"), "F01 1200000 of 1200000 +1631 +4000; F03 240000 of 240000 +82 +4000");
    }

    #[test]
    fn a_credit_note_cancels_what_it_corrects_from_the_start() {
        let invoice = "FAC F1 2026-05-31 2026-06-30 100000 A";
        assert_eq!(claimed(&format!("{invoice}; AVO A1 2026-08-15 - -100000 A"), "2026-09-30"), "");
        let part = claimed(&format!("{invoice}; AVO A1 2026-08-15 - -40000 A"), "2026-09-30");
        assert_eq!(part, "F1 60000 of 60000 +1875 +4000");
        assert_eq!(claimed(&format!("{invoice}; REG? R1 2026-05-31 - -100000 A"), "2026-09-30"), "", "day not told");
    }

    #[test]
    fn a_claim_older_than_the_rule_has_no_fixed_sum_either() {
        // D441-5 since 1 January 2013; interest of the rule before is refused as well.
        assert_eq!(claimed("FAC F1 2012-11-30 2012-12-31 50000 -", "2026-09-30"), "F1 50000 of 50000 +0 +0");
        assert_eq!(claimed("FAC F1 2012-12-02 2013-01-01 50000 -", "2013-01-31"), "F1 50000 of 50000 +442 +4000");
    }

    #[test]
    fn the_fixed_sum_is_owed_once_for_an_invoice_and_for_nothing_else() {
        let two = "FAC F1 2026-05-31 2026-06-30 50000 -; FAC F1 2026-05-31 2026-07-31 50000 -";
        assert_eq!(claimed(two, "2026-09-30"), "F1 50000 of 50000 +1563 +4000; F1 50000 of 50000 +1036 +0");
        assert_eq!(claimed("OD X 2026-05-31 2026-06-30 50000 -", "2026-09-30"), "X 50000 of 50000 +1563 +0");
        assert_eq!(claimed("RG F1 2026-05-31 2026-06-30 50000 -", "2026-09-30"), "", "held back, not due");
    }
}
