//! What people recorded and what came in of late that calls for a text of its own. Nothing is written to a customer in
//! insolvency proceedings or in the hands of somebody else, and nothing twice: a text noted in the journal is answered.

use drafts::case::{Dispute, Promise, Received};
use drafts::{Event, Occasion};
use followup::{Covered, Finder, Hold, Kept, PlanState, Register, Resolved};
use ledger::{AccountClass, CustomerKey, EntryKey, EntryKind, Ledger, OpenItem, OpenItems, settlements_of};
use std::collections::BTreeSet;
use text::Language;
use values::{Amount, Arrange, Day, Days, Gather};

/// How long something calls for a text: a week, after which it comes too late.
const LATELY: Days = Days(7);
/// How long after a reminder a payment is thanked for.
const REMINDED: Days = Days(60);

/// The occasions of a day, by customer.
pub(crate) fn occasions(
    register: &Register,
    ledger: &Ledger,
    open: &OpenItems,
    people: &Resolved,
    language: Language,
) -> Vec<Occasion> {
    let of = Looking { register, ledger, open, people, as_of: open.as_of.day(), language };
    let mut occasions = of.promises();
    occasions.extend(of.disputes());
    occasions.extend(of.payments());
    occasions.extend(of.plans());
    occasions.retain(|occasion| of.may_be_written(occasion));
    occasions.arrange_by(|a, b| (a.customer, &a.id).cmp(&(b.customer, &b.id)));
    occasions
}

struct Looking<'a> {
    register: &'a Register,
    ledger: &'a Ledger,
    open: &'a OpenItems,
    people: &'a Resolved,
    as_of: Day,
    language: Language,
}

impl Looking<'_> {
    fn is_recent(&self, day: Day) -> bool {
        day <= self.as_of && day > self.as_of - LATELY
    }

    fn occasion(&self, id: String, customer: CustomerKey, event: Event, items: Vec<(EntryKey, Amount)>) -> Occasion {
        Occasion { id, customer, day: self.as_of, event, items }
    }

    /// What is open of the items of a record, oldest due first.
    fn left(&self, items: &[Covered]) -> Vec<(EntryKey, Amount)> {
        let mut finder = Finder::new(self.ledger);
        let entries: BTreeSet<EntryKey> = items.iter().filter_map(|covered| finder.find(&covered.item)).gather();
        let Some(customer) = entries.first().map(|entry| entry.customer()) else { return Vec::new() };
        let kept = self.open.of(customer).iter().filter(|item| entries.contains(&item.entry));
        listed(kept.filter(|item| item.residual.is_debit()))
    }

    fn promises(&self) -> Vec<Occasion> {
        let each = self.people.promises.iter().filter_map(|outcome| {
            let record = &self.register.promises.get((outcome.number as usize).checked_sub(1)?)?.record;
            let customer = self.ledger.find(&record.items.first()?.item.customer)?;
            let promise = Promise { made: record.made, amount: record.amount, day: record.until };
            let event = match outcome.kept {
                Kept::Pending if self.is_recent(record.made) => Event::PromiseMade(promise),
                Kept::Broken | Kept::Partly if self.is_recent(record.until + Days(1)) => {
                    Event::PromiseBroken(Promise { amount: record.amount - outcome.paid, ..promise })
                }
                Kept::Pending
                | Kept::Kept
                | Kept::Partly
                | Kept::Broken
                | Kept::Withdrawn
                | Kept::Replaced
                | Kept::NotListed => return None,
            };
            let items = self.left(&record.items);
            let id = format!("{}/{}", event.key(), outcome.number);
            (!items.is_empty()).then(|| self.occasion(id, customer, event, items))
        });
        each.collect()
    }

    /// Instalment plans agreed on of late, to be signed: what was owed then, whatever was paid since.
    fn plans(&self) -> Vec<Occasion> {
        let mut finder = Finder::new(self.ledger);
        let each = self.people.plans.iter().filter_map(|outcome| {
            let record = &self.register.plans.get((outcome.number as usize).checked_sub(1)?)?.record;
            let goes_on = matches!(outcome.state, PlanState::Respected { .. } | PlanState::Missed { .. });
            if !goes_on || !self.is_recent(record.agreed) {
                return None;
            }
            let customer = self.ledger.find(&record.items.first()?.item.customer)?;
            let found = record.items.iter().map(|covered| Some((finder.find(&covered.item)?, covered.owed)));
            let mut items = found.collect::<Option<Vec<(EntryKey, Amount)>>>()?;
            items.arrange_by_key(|(entry, _)| (self.ledger.entry(*entry).due_day, *entry));
            let terms = record.terms.iter().map(|term| (term.day, term.amount)).collect();
            let event = Event::Agreed(record.agreed, terms);
            let id = format!("{}/{}", event.key(), outcome.number);
            Some(Occasion { id, customer, day: record.agreed, event, items })
        });
        each.collect()
    }

    fn disputes(&self) -> Vec<Occasion> {
        let mut finder = Finder::new(self.ledger);
        let each = (1..).zip(&self.register.disputes).filter_map(|(number, of): (u32, _)| {
            let record = &of.record;
            let ended = of.end.as_ref().is_some_and(|end| end.day <= self.as_of);
            if ended || !self.is_recent(record.since) || record.of.item.currency != self.ledger.currency() {
                return None;
            }
            let entry = finder.find(&record.of.item)?;
            let event = Event::Disputed(Dispute {
                document: record.of.item.document.clone(),
                since: record.since,
                reason: self.language.dispute_category(record.category.key()).to_lowercase(),
                amount: record.amount,
            });
            let id = format!("{}/{number}", event.key());
            Some(self.occasion(id, entry.customer(), event, Vec::new()))
        });
        each.collect()
    }

    /// Money of the last days that cleared late items after a reminder: one text for all that came.
    fn payments(&self) -> Vec<Occasion> {
        let reminded = self.people.contacts.iter().filter_map(|(customer, contacts)| {
            let reminder = contacts.iter().map(|contact| contact.day).filter(|day| self.as_of - *day <= REMINDED).min();
            Some((*customer, reminder?))
        });
        let each = reminded.filter_map(|(customer, reminder)| {
            let received = self.received(customer, reminder)?;
            let late = self.open.of(customer).iter().filter(|item| item.is_overdue(self.open.as_of));
            let asked = late.filter(|item| {
                item.residual.is_debit()
                    && item.account_class == AccountClass::Receivable
                    && self.people.holds(item.entry).is_empty()
            });
            let event = Event::Paid(received);
            let id = format!("{}/{}/{}", event.key(), self.ledger.customer(customer).id, self.ledger.currency());
            Some(self.occasion(id, customer, event, listed(asked)))
        });
        each.collect()
    }

    fn received(&self, customer: CustomerKey, reminder: Day) -> Option<Received> {
        let mut received: Option<Received> = None;
        settlements_of(self.ledger, customer, self.open.as_of, |settled| {
            let (paid, due) = (settled.credit, settled.debit.due_day);
            let counts = paid.kind == EntryKind::Payment
                && self.is_recent(paid.day)
                && paid.day > reminder
                && due.is_some_and(|due| due < paid.day);
            if counts {
                let of = received.get_or_insert(Received { day: paid.day, amount: Amount::ZERO });
                of.day = of.day.max(paid.day);
                of.amount += settled.amount;
            }
        });
        received
    }

    fn may_be_written(&self, occasion: &Occasion) -> bool {
        let stopped = |hold: &Hold| matches!(hold, Hold::Insolvent { .. } | Hold::HandedOver { .. } | Hold::Factored);
        let items = self.open.of(occasion.customer);
        let stopped = items.iter().any(|item| self.people.holds(item.entry).iter().any(stopped));
        let id = &self.ledger.customer(occasion.customer).id;
        let answered = self.register.contacts.iter().any(|contact| {
            let since = occasion.event.day() <= contact.day && contact.day <= self.as_of;
            contact.customer == *id && contact.template == occasion.event.template() && since
        });
        !stopped && !answered
    }
}

/// Debits with what is left of each, oldest due first.
fn listed<'a>(items: impl Iterator<Item = &'a OpenItem>) -> Vec<(EntryKey, Amount)> {
    let mut items: Vec<&OpenItem> = items.filter(|item| item.due_day.is_some()).collect();
    items.arrange_by_key(|item| (item.due_day, item.day, item.entry));
    items.into_iter().map(|item| (item.entry, item.residual)).collect()
}
