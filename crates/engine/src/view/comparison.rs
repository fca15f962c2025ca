//! A comparison as the contract shows it: sums, items, findings, thanks, promises and plans.

use crate::Session;
use crate::view::register;
use followup::{Change, Comparison, Extract, Movement};
use ledger::Ledger;
use protocol::{
    ChangeTotal, ChangedCustomer, ChangedItem, ComparisonOfCurrency, ComparisonQuery, Evidence, ExtractKind, Finding,
    RegisterQuery, ThankYou,
};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Arrange, AsOf, Currency, Day};

/// Rows of evidence of a finding at most.
const EVIDENCE: usize = 20;

/// A currency, its ledger where the new files have one, and what changed.
type Compared<'a> = (Currency, Option<&'a Ledger>, Comparison);

/// Whether a movement belongs to a finding.
type Is = fn(&Movement) -> bool;

/// The whole answer.
pub fn comparison(
    session: &Session,
    compared: &[Compared<'_>],
    before: Day,
    query: &ComparisonQuery,
    language: Language,
) -> protocol::Comparison {
    let asked = RegisterQuery { as_of: query.as_of, customer: query.customer.clone() };
    let mut records = register::register(session, &asked, language);
    records.promises.retain(|promise| promise.record.until >= before && promise.state != "to-come");
    let view = View { session, before, query, language };
    protocol::Comparison {
        before,
        as_of: query.as_of,
        currencies: compared.iter().map(|of| view.currency(of)).collect(),
        findings: compared.iter().flat_map(|of| view.findings(of)).collect(),
        thank_yous: compared.iter().flat_map(|of| view.thank_yous(of)).collect(),
        promises: records.promises,
        plans: records.plans,
    }
}

/// What every part of the answer needs.
struct View<'a> {
    session: &'a Session,
    before: Day,
    query: &'a ComparisonQuery,
    language: Language,
}

impl View<'_> {
    fn currency(&self, (currency, _, of): &Compared<'_>) -> ComparisonOfCurrency {
        let whole = of.extract == Extract::Stock;
        ComparisonOfCurrency {
            currency: *currency,
            extract: if whole { ExtractKind::Stock } else { ExtractKind::Delta },
            extract_text: self.language.extract_text(whole).to_owned(),
            opening: of.opening,
            closing: of.closing,
            difference: of.closing - of.opening - of.moved(),
            changes: Change::ALL.into_iter().filter_map(|change| self.total(of, change)).collect(),
            customers: customers(of),
            items: self.items(of),
        }
    }

    fn total(&self, of: &Comparison, change: Change) -> Option<ChangeTotal> {
        let of_change = || of.movements.iter().filter(move |one| one.change == change);
        let count = of_change().count() as u32;
        (count > 0).then(|| ChangeTotal {
            change: change.key().to_owned(),
            label: self.language.change(change.key()).to_owned(),
            count,
            before: of_change().map(|one| one.before).sum(),
            amount: of_change().map(Movement::amount).sum(),
        })
    }

    fn items(&self, of: &Comparison) -> Vec<ChangedItem> {
        let mut listed: BTreeMap<Change, u32> = BTreeMap::new();
        let limit = self.query.limit.unwrap_or(u32::MAX);
        let wanted = |one: &&Movement| {
            one.change != Change::Unchanged
                && self.query.customer.as_ref().is_none_or(|customer| one.item.customer == *customer)
        };
        let mut within = |one: &&Movement| {
            let count = listed.entry(one.change).or_default();
            *count += 1;
            *count <= limit
        };
        of.movements.iter().filter(wanted).filter(|one| within(one)).map(item).collect()
    }

    /// What the comparison shows that a person should ask about.
    fn findings(&self, (currency, ledger, of): &Compared<'_>) -> Vec<Finding> {
        let kinds: [(&str, &str, Is); 4] = [
            ("item-vanished", "high", |one| one.change == Change::Vanished),
            ("item-changed", "high", |one| one.change == Change::Changed),
            ("due-day-changed", "medium", |one| one.is_redated()),
            ("item-back-dated", "low", |one| one.back_dated),
        ];
        let findings = kinds.into_iter().filter_map(|(code, severity, is)| {
            let mut found: Vec<&Movement> = of.movements.iter().filter(|one| is(one)).collect();
            found.arrange_by_key(|one| std::cmp::Reverse(weight(one)));
            let count = found.len() as u32;
            (count > 0).then(|| Finding {
                code: code.to_owned(),
                severity: severity.to_owned(),
                title: self.language.comparison_finding(code).to_owned(),
                text: self.language.comparison_finding_text(code, count, self.before),
                advice: self.language.comparison_finding_advice(code).to_owned(),
                amount: Some(found.iter().map(|one| weight(one)).sum()),
                currency: Some(*currency),
                count,
                evidence: found.iter().take(EVIDENCE).map(|one| self.evidence(code, one, *ledger, *currency)).collect(),
            })
        });
        findings.collect()
    }

    fn evidence(&self, code: &str, one: &Movement, ledger: Option<&Ledger>, currency: Currency) -> Evidence {
        let place = ledger.zip(one.entry).map(|(ledger, entry)| self.session.place(ledger.entry(entry).source));
        let place = place.unwrap_or_default();
        let text = match code {
            "due-day-changed" => self.language.due_day_was(one.due_before, one.due_now),
            "item-changed" => self.language.amount_was(one.before, one.now, currency),
            _ => String::new(),
        };
        Evidence {
            customer: one.item.customer.clone(),
            name: one.name.clone(),
            document: Some(one.item.document.clone()).filter(|document| !document.is_empty()),
            file: place.file,
            sheet: place.sheet,
            row: place.row,
            amount: Some(if one.now.is_zero() { one.before } else { one.now }),
            text,
        }
    }

    /// One message for each customer that paid invoices in full.
    fn thank_yous(&self, (currency, ledger, of): &Compared<'_>) -> Vec<ThankYou> {
        let Some(ledger) = ledger else { return Vec::new() };
        let mut paid: BTreeMap<&str, Vec<&Movement>> = BTreeMap::new();
        for one in
            of.movements.iter().filter(|one| one.change == Change::Paid && one.kind == followup::ItemKind::Invoice)
        {
            paid.entry(&one.item.customer).or_default().push(one);
        }
        let open = self.session.open_on(self.query.as_of);
        let at = self.session.ledgers().iter().position(|other| other.currency() == *currency);
        let open = at.and_then(|at| open.get(at));
        let sender = self.session.saved_sender().map(|sender| sender.company).unwrap_or_default();
        let thanks = paid.into_iter().map(|(customer, paid)| {
            let known = ledger.find(customer).map(|key| (key, ledger.customer(key)));
            let documents: Vec<String> =
                paid.iter().map(|one| one.item.document.clone()).filter(|document| !document.is_empty()).collect();
            let amount = paid.iter().map(|one| one.before).sum();
            let overdue = |key| {
                let items = open.iter().flat_map(|open| &open.items).filter(|item| item.customer == key);
                items.filter(|item| item.is_overdue(AsOf(self.query.as_of))).map(|item| item.residual).sum()
            };
            let body = self.language.thanks_body(&documents, amount, *currency, &sender);
            ThankYou {
                customer: customer.to_owned(),
                name: paid.first().map(|one| one.name.clone()).unwrap_or_default(),
                email: known.and_then(|(_, customer)| customer.email.clone()),
                documents,
                amount,
                currency: *currency,
                still_overdue: known.map_or(Amount::ZERO, |(key, _)| overdue(key)),
                subject: self.language.thanks_subject().to_owned(),
                body,
            }
        });
        thanks.collect()
    }
}

/// How much a movement is about, without sign.
fn weight(one: &Movement) -> Amount {
    one.before.abs().max(one.now.abs())
}

fn item(one: &Movement) -> ChangedItem {
    ChangedItem {
        change: one.change.key().to_owned(),
        customer: one.item.customer.clone(),
        name: one.name.clone(),
        document: one.item.document.clone(),
        renumbered_from: one.renumbered_from.clone(),
        kind: one.kind,
        day: one.item.day,
        due_before: one.due_before,
        due_now: one.due_now,
        before: one.before,
        now: one.now,
        back_dated: one.back_dated,
    }
}

/// The customers something changed for, largest change first.
fn customers(of: &Comparison) -> Vec<ChangedCustomer> {
    let mut customers: Vec<ChangedCustomer> = Vec::new();
    for movements in of.movements.chunk_by(|a, b| a.item.customer == b.item.customer) {
        let Some(first) = movements.first() else { continue };
        if movements.iter().all(|one| one.change == Change::Unchanged) {
            continue;
        }
        customers.push(ChangedCustomer {
            customer: first.item.customer.clone(),
            name: first.name.clone(),
            opening: movements.iter().map(|one| one.before).sum(),
            moved: movements.iter().map(Movement::amount).sum(),
            closing: movements.iter().map(|one| one.now).sum(),
        });
    }
    customers.arrange_by(|a, b| b.moved.abs().cmp(&a.moved.abs()).then_with(|| a.customer.cmp(&b.customer)));
    customers
}
