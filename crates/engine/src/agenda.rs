//! The events of a calendar: calls on their days, the last days of promises, terms of plans, and deadlines of the law.
//! Each is known by what it is about, not by when it falls: its identifier stays when it moves.

use crate::Session;
use crate::calls::CallOf;
use crate::digest::sha256;
use crate::papers::calls_query;
use crate::view::calls as view;
use desk::{Cause, Event, Placed};
use followup::{Covered, Kept, TermState};
use protocol::{ExportQuery, Failure, LimitationQuery};
use text::Language;

/// Months ahead whose ends of limitation are told.
const LIMITATION_MONTHS: u32 = 6;
/// Characters of an identifier.
const UID: usize = 40;

impl Session {
    /// The calendar of a day and those after it.
    pub(crate) fn calendar(&self, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        let mut events = self.call_events(query, language)?;
        if query.owner.is_none() {
            events.extend(self.promise_events(query, language));
            events.extend(self.term_events(query, language));
            events.extend(self.deadline_events(query, language)?);
        }
        let revision = self.edits().done.len() as u32;
        let name = language.calendar_name();
        Ok(desk::calendar(language, name, &events, query.as_of, revision).into_bytes())
    }

    fn call_events(&self, query: &ExportQuery, language: Language) -> Result<Vec<Event>, Failure> {
        let desk = self.desk(&calls_query(query), language)?;
        let event = |placed: &Placed<CallOf>| {
            let row = view::row(self, &desk, placed, query.as_of, language);
            let (_, call) = &placed.wanted.call;
            // The step names the call where there is one; else what it follows from.
            let cause = match (&row.action, call.causes.first()) {
                (Some(action), _) => action.clone(),
                (None, Some(Cause::Again { since, .. })) => format!("again/{since}"),
                (None, Some(Cause::BrokenPromise { promise, .. })) => format!("promise/{promise}"),
                (None, Some(Cause::MissedTerm { plan, day, .. })) => format!("plan/{plan}/{day}"),
                (None, Some(Cause::Step { .. }) | None) => String::new(),
            };
            let phone = if row.phone.is_empty() { String::new() } else { format!("\n{}", row.phone) };
            let moved = row.moved.iter().map(|moved| format!("\n{moved}")).collect::<String>();
            Event {
                uid: uid(&["call", &row.customer, row.currency.code(), &cause]),
                day: placed.day,
                summary: language.event_call(&row.name, &language.money(row.amount, row.currency)),
                description: format!("{}\n{}{phone}{moved}", row.reason, row.priority),
                category: language.calls_title().to_owned(),
                cancelled: false,
            }
        };
        Ok(desk.placed.iter().map(event).collect())
    }

    fn promise_events(&self, query: &ExportQuery, language: Language) -> Vec<Event> {
        let resolved = self.resolved_on(query.as_of);
        let outcomes = resolved.iter().flat_map(|of| &of.promises);
        let event = |outcome: &followup::PromiseOutcome| {
            let at = (outcome.number as usize).checked_sub(1)?;
            let promise = &self.log.register().promises.get(at)?.record;
            let first = &promise.items.first()?.item;
            let amount = language.money(promise.amount, first.currency);
            let over = match outcome.kept {
                Kept::Kept | Kept::Withdrawn | Kept::Replaced => true,
                Kept::Pending | Kept::Partly | Kept::Broken | Kept::NotListed => false,
            };
            Some(Event {
                uid: uid(&["promise", &first.customer, &promise.made.to_string(), &documents(&promise.items)]),
                day: promise.until,
                summary: language.event_promise(&self.name_of(&first.customer), &amount),
                description: documents(&promise.items),
                category: language.edit("promise", ""),
                cancelled: over,
            })
        };
        outcomes.filter_map(event).collect()
    }

    fn term_events(&self, query: &ExportQuery, language: Language) -> Vec<Event> {
        let resolved = self.resolved_on(query.as_of);
        let mut events = Vec::new();
        for outcome in resolved.iter().flat_map(|of| &of.plans) {
            let at = (outcome.number as usize).saturating_sub(1);
            let Some(recorded) = self.log.register().plans.get(at) else { continue };
            let plan = &recorded.record;
            let Some(first) = plan.items.first().map(|covered| &covered.item) else { continue };
            let ended = recorded.end.is_some_and(|end| end <= query.as_of);
            for (number, term) in (1_usize..).zip(&plan.terms) {
                let state = outcome.terms.get(number - 1).map(|status| status.state);
                let amount = language.money(term.amount, first.currency);
                let name = self.name_of(&first.customer);
                let of =
                    [first.customer.as_str(), &plan.agreed.to_string(), &documents(&plan.items), &number.to_string()];
                events.push(Event {
                    uid: uid(&["term", of[0], of[1], of[2], of[3]]),
                    day: term.day,
                    summary: language.event_term(&name, number, plan.terms.len(), &amount),
                    description: documents(&plan.items),
                    category: language.edit("plan", ""),
                    cancelled: ended || state == Some(TermState::Paid),
                });
            }
        }
        events
    }

    /// The last days that the law sets: to declare a claim, to sue for an item.
    fn deadline_events(&self, query: &ExportQuery, language: Language) -> Result<Vec<Event>, Failure> {
        let mut events = Vec::new();
        for of in &self.log.register().insolvencies {
            let over = of.end.is_some_and(|end| end <= query.as_of);
            let Some(until) = of.record.published.map(rules::claim_deadline) else { continue };
            let customer = &of.record.customer;
            events.push(Event {
                uid: uid(&["declare", customer, &of.record.since.to_string()]),
                day: until,
                summary: language.event_declare(&self.name_of(customer)),
                description: language.event_declare_law().to_owned(),
                category: language.calls_deadlines().to_owned(),
                cancelled: over,
            });
        }
        let asked = LimitationQuery {
            as_of: query.as_of,
            within_months: Some(LIMITATION_MONTHS),
            customer: None,
            events: Vec::new(),
            settings: Vec::new(),
            limit: None,
        };
        for of in self.limitation(&asked, language)?.currencies {
            // What has passed is in the list of limitation; a calendar tells what can still be done.
            for item in of.items.iter().filter(|item| item.last_day >= query.as_of) {
                let what = if item.document.is_empty() { item.due_day.to_string() } else { item.document.clone() };
                events.push(Event {
                    uid: uid(&["limitation", &item.customer, of.currency.code(), &what, &item.source.row.to_string()]),
                    day: item.last_day,
                    summary: language.event_limitation(
                        &item.name,
                        &item.document,
                        &language.money(item.residual, of.currency),
                    ),
                    description: item.rule.clone(),
                    category: language.calls_deadlines().to_owned(),
                    cancelled: false,
                });
            }
        }
        Ok(events)
    }

    pub(crate) fn name_of(&self, customer: &str) -> String {
        let known = self.ledgers().iter().find_map(|ledger| Some(ledger.customer(ledger.find(customer)?)));
        known.map_or_else(|| customer.to_owned(), |of| of.name.clone())
    }
}

/// What an event is about, in a form that tells nobody what that is.
fn uid(parts: &[&str]) -> String {
    let digest = sha256(parts.join("\u{1f}").as_bytes());
    digest.get(..UID).unwrap_or(&digest).to_owned()
}

fn documents(items: &[Covered]) -> String {
    items.iter().map(|covered| covered.item.document.as_str()).collect::<Vec<_>>().join(", ")
}
