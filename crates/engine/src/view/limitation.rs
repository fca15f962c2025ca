//! The limitation calendar as the contract shows it: nearest end first, then the largest amounts.

use crate::Session;
use crate::claims::ClaimRules;
use claims::{ItemLimitation, limitations, period_of};
use ledger::{Ledger, OpenItem, OpenItems};
use protocol::{LimitationEventKind, LimitationLevel, LimitationOfCurrency, LimitationQuery, LimitedItem};
use rules::limitation::{ALERTS, Event, Nearness};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Arrange, Day};

/// The calendar of one ledger.
pub fn currency(
    session: &Session,
    ledger: &Ledger,
    open: &OpenItems,
    rules: &ClaimRules,
    query: &LimitationQuery,
    language: Language,
) -> LimitationOfCurrency {
    let period = |key| period_of(rules.terms(ledger.customer(key)).0.rule.regime());
    let found = limitations(ledger, open, &period, &|item| events(ledger, item, query));
    let residuals = open.residuals();
    let residual = |item: &ItemLimitation| residuals.get(&item.entry).copied().unwrap_or_default();
    let nearness = |item: &ItemLimitation| item.limitation.nearness(query.as_of);
    let mut sums: BTreeMap<Nearness, (u32, Amount)> = BTreeMap::new();
    for item in &found {
        let (count, amount) = sums.entry(nearness(item)).or_default();
        *count += 1;
        *amount += residual(item);
    }
    let level = |near: Nearness| {
        let (count, amount) = sums.get(&near).copied().unwrap_or_default();
        LimitationLevel { nearness: code(near), count, amount }
    };
    let within = ALERTS.into_iter().rev().map(Nearness::Within);
    let levels = [Nearness::Passed].into_iter().chain(within).chain([Nearness::Far]).map(level).collect();
    let debits: Vec<Amount> = open.items.iter().map(|item| item.residual).filter(|left| left.is_debit()).collect();
    let known: Amount = found.iter().map(residual).sum();
    let asked = |item: &&ItemLimitation| {
        let horizon = query.within_months.map(|months| query.as_of.plus_months(months));
        let customer = &ledger.customer(item.entry.customer()).id;
        horizon.is_none_or(|horizon| item.limitation.last_day <= horizon)
            && query.customer.as_ref().is_none_or(|asked| asked == customer)
    };
    let mut shown: Vec<&ItemLimitation> = found.iter().filter(asked).collect();
    shown.arrange_by_key(|item| (item.limitation.last_day, std::cmp::Reverse(residual(item)), item.entry));
    let rows = shown.into_iter().take(query.limit.map_or(usize::MAX, |limit| limit as usize)).map(|item| {
        let ((entry, document), customer) = (ledger.line(item.entry), ledger.customer(item.entry.customer()));
        LimitedItem {
            customer: customer.id.clone(),
            name: customer.name.clone(),
            document,
            due_day: entry.due_day.unwrap_or(entry.document_day),
            residual: residual(item),
            last_day: item.limitation.last_day,
            nearness: code(nearness(item)),
            rule: language.limitation_rule(item.period.key()).to_owned(),
            interrupted: item.limitation.interrupted.map(|(day, event)| language.limitation_event(event.key(), day)),
            source: session.place(entry.source),
        }
    });
    LimitationOfCurrency {
        currency: ledger.currency(),
        levels,
        unknown: (debits.len() - found.len()) as u32,
        unknown_amount: debits.into_iter().sum::<Amount>() - known,
        items: rows.collect(),
    }
}

fn code(near: Nearness) -> String {
    match near {
        Nearness::Passed => "passed".to_owned(),
        Nearness::Within(months) => months.to_string(),
        Nearness::Far => "far".to_owned(),
    }
}

/// What a person told of an item, up to the day asked for.
fn events(ledger: &Ledger, item: &OpenItem, query: &LimitationQuery) -> Vec<(Day, Event)> {
    // Most dossiers tell nothing, and a document's number is a text of its own.
    if query.events.is_empty() {
        return Vec::new();
    }
    let (id, document) = (&ledger.customer(item.customer).id, ledger.document(item.entry));
    let about = query.events.iter().filter(|event| event.customer == *id && event.day <= query.as_of);
    let about = about.filter(|event| event.document.as_ref().is_none_or(|named| *named == document));
    about.map(|told| (told.day, event(told.kind))).collect()
}

fn event(kind: LimitationEventKind) -> Event {
    match kind {
        LimitationEventKind::PartPayment => Event::PartPayment,
        LimitationEventKind::Acknowledgement => Event::Acknowledgement,
        LimitationEventKind::CourtAction => Event::CourtAction,
        LimitationEventKind::Enforcement => Event::Enforcement,
        LimitationEventKind::Reminder => Event::Reminder,
        LimitationEventKind::FormalNotice => Event::FormalNotice,
    }
}
