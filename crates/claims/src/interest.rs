//! Interest and fixed sum of each item, whether still open or paid late.

use crate::LatePayments;
use ledger::{AccountClass, CustomerKey, Entry, EntryKey, EntryKind, Ledger, OpenItem, OpenItems};
use rules::interest::{Claim, Indemnity, InterestRefused, LateInterest, Method, NoIndemnity, Rule, late_interest};
use rules::rates::Rates;
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Currency, Day};

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

/// Late-payment interest on an open item to a day, payments known so far counted by their day. `None` where no due day is
/// known, and for credits. This is what a plan shows on the day of an action.
pub fn interest_on(
    item: &OpenItem,
    until: Day,
    late: &LatePayments,
    currency: Currency,
    terms: &Terms,
    method: Method,
    rates: &Rates,
) -> Option<Result<LateInterest, InterestRefused>> {
    let due = item.due_day.filter(|_| item.residual.is_debit())?;
    let claim = of_debt(due, item.residual, until, late.on(item.entry), currency, terms);
    Some(late_interest(&claim, terms.rule, method, rates))
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

/// What may be claimed on a day besides the items of a ledger that were or are late, by customer, then due day. The ledger's
/// open items must be of that day.
pub fn claims(
    ledger: &Ledger,
    open: &OpenItems,
    terms_of: &dyn Fn(CustomerKey) -> Terms,
    method: Method,
    rates: &Rates,
) -> Vec<ItemClaim> {
    let late = LatePayments::of(ledger, open.as_of);
    let mut debts: BTreeMap<EntryKey, Amount> = late.entries().map(|entry| (entry, Amount::ZERO)).collect();
    debts.extend(open.items.iter().filter(|item| item.is_overdue(open.as_of)).map(|item| (item.entry, item.residual)));
    let until = open.as_of.day();
    let mut claims: Vec<ItemClaim> = Vec::new();
    // Debts stand by customer: the rules of each are asked for once.
    let mut known: Option<(CustomerKey, Terms)> = None;
    for (entry, open) in debts {
        let of = ledger.entry(entry);
        let Some(due) = of.due_day.filter(|_| bears_interest(&of)) else { continue };
        let customer_terms = known.filter(|(customer, _)| *customer == of.customer).map(|(_, terms)| terms);
        let terms = customer_terms.unwrap_or_else(|| terms_of(of.customer));
        known = Some((of.customer, terms));
        let claim = of_debt(due, open, until, late.on(entry), ledger.currency(), &terms);
        let interest = late_interest(&claim, terms.rule, method, rates);
        // The fixed sum rests on no rate: it is owed where interest is refused too.
        let indemnity = match of.kind {
            EntryKind::Invoice | EntryKind::Opening => terms.rule.regime().indemnity(&claim, claim.principal),
            EntryKind::CreditNote | EntryKind::Payment | EntryKind::UndatedPayment | EntryKind::Other => {
                Indemnity::Not(NoIndemnity::NotAnInvoice)
            }
        };
        let late = claim.principal;
        claims.push(ItemClaim { entry, customer: of.customer, due, late, open, interest, indemnity });
    }
    claims.sort_by_key(|claim| (claim.customer, claim.due, claim.entry));
    once_per_invoice(ledger, &mut claims);
    claims
}

/// Sold and asked for: amounts held back, estimated at closing or advanced are not due like invoices.
fn bears_interest(entry: &Entry) -> bool {
    let due = match entry.account_class {
        AccountClass::Receivable | AccountClass::BillsReceivable | AccountClass::Doubtful => true,
        AccountClass::Retention | AccountClass::Accrued | AccountClass::Advances => false,
    };
    due && entry.amount.is_debit()
}

/// Instalments of one invoice are claims of their own, but the fixed sum is owed once: with the one first late.
fn once_per_invoice(ledger: &Ledger, claims: &mut [ItemClaim]) {
    for of_customer in claims.chunk_by_mut(|a, b| a.customer == b.customer) {
        let mut documents = BTreeSet::new();
        for claim in of_customer.iter_mut().filter(|claim| matches!(claim.indemnity, Indemnity::Due(_))) {
            let document = ledger.document(claim.entry);
            if !document.is_empty() && !documents.insert(document) {
                claim.indemnity = Indemnity::Not(NoIndemnity::SameInvoice);
            }
        }
    }
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
        let claims = claims(&ledger, &open, &terms, Method::default(), &Rates::default());
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
    fn the_fixed_sum_is_owed_once_for_an_invoice_and_for_nothing_else() {
        let two = "FAC F1 2026-05-31 2026-06-30 50000 -; FAC F1 2026-05-31 2026-07-31 50000 -";
        assert_eq!(claimed(two, "2026-09-30"), "F1 50000 of 50000 +1563 +4000; F1 50000 of 50000 +1036 +0");
        assert_eq!(claimed("OD X 2026-05-31 2026-06-30 50000 -", "2026-09-30"), "X 50000 of 50000 +1563 +0");
        assert_eq!(claimed("RG F1 2026-05-31 2026-06-30 50000 -", "2026-09-30"), "", "held back, not due");
    }
}
