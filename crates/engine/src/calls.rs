//! The calls of the days to come, and what came of a call: the plan of every ledger, what people recorded, one list.

use crate::view::{calls as view, register};
use crate::{Session, answers, failures};
use desk::{Call, Called, NotRecorded, Order, Placed, Said, Situation, Wanted};
use dunning::{Channel, Policy};
use followup::{Covered, ItemKey, Operation, keys_of};
use ledger::{CustomerKey, EntryKey, Ledger};
use protocol::{CallList, CallResult, CallsQuery, Failure};
use std::collections::BTreeSet;
use text::Language;
use values::{AsOf, Days, Gather};

/// Days ahead whose call a call made today may be.
const EARLY_DAYS: u32 = 4;

/// A call with the ledger it is about.
pub(crate) type CallOf = (usize, Call);

/// The plans and calls of a day, before they are shown.
pub(crate) struct Desk<'a> {
    /// The policy followed.
    pub policy: Policy,
    /// Each ledger with its plan.
    pub plans: Vec<(&'a Ledger, dunning::Plan)>,
    /// Every call on its day.
    pub placed: Vec<Placed<CallOf>>,
    /// The cap.
    pub cap: u32,
    /// The order.
    pub order: Order,
}

impl Session {
    /// The calls of the days to come.
    pub fn calls(&self, query: &CallsQuery, language: Language) -> Result<CallList, Failure> {
        let desk = self.desk(query, language)?;
        Ok(view::list(self, &desk, query, language))
    }

    /// Plans the calls of a day and those after it.
    pub(crate) fn desk(&self, query: &CallsQuery, language: Language) -> Result<Desk<'_>, Failure> {
        self.check_day(query.as_of, language)?;
        let cap = query.cap.unwrap_or(desk::CAP);
        if !(1..=desk::CAP_MAX).contains(&cap) {
            return Err(failures::failure("cap", language.call_cap_refused(desk::CAP_MAX), ""));
        }
        let order = order(query.sort.as_deref(), language)?;
        let policy = self.policy_or_saved(query.policy.as_deref(), language)?;
        let horizon = answers::horizon(query.horizon_days, language)?;
        let rules = self.claim_rules(None, language)?;
        let plans = self.plans(&policy, &rules, AsOf(query.as_of), Days(horizon as i32));
        let (open, people) = (self.open_on(query.as_of), self.resolved_on(query.as_of));
        let mut wanted = Vec::new();
        let each = plans.iter().zip(open.iter()).zip(people.iter()).enumerate();
        for (at, (((ledger, plan), open), people)) in each {
            let register = self.log.register();
            let situation = Situation { ledger, open, policy: &policy, plan, register, people };
            let own = |customer| query.owner.as_deref().is_none_or(|owner| view::owner(ledger, customer) == owner);
            let calls = desk::calls(&situation).into_iter().filter(|call| own(call.customer));
            wanted.extend(calls.map(|call| Wanted {
                day: call.wanted,
                appointment: call.appointment,
                score: call.score(),
                amount: call.amount,
                oldest: call.oldest,
                name: ledger.customer(call.customer).name.clone(),
                call: (at, call),
            }));
        }
        let placed = desk::agenda(wanted, cap, order, &policy.working.calendar);
        Ok(Desk { policy, plans, placed, cap, order })
    }

    /// Records what came of a call with its effects, as one edit.
    pub fn called(&mut self, result: &CallResult, language: Language) -> Result<(), Failure> {
        let operations = self.call_operations(result, language)?;
        self.edit(Operation::Together(operations), language)
    }

    /// The edits a result makes.
    pub(crate) fn call_operations(&self, result: &CallResult, language: Language) -> Result<Vec<Operation>, Failure> {
        let query = CallsQuery {
            as_of: result.as_of,
            policy: result.policy.clone(),
            // A call made a little early is the call of the days to come.
            horizon_days: Some(EARLY_DAYS),
            cap: Some(desk::CAP_MAX),
            sort: None,
            owner: None,
        };
        let desk = self.desk(&query, language)?;
        let unknown = || failures::edit_about_nothing(&result.customer, None, language);
        let (at, customer) = self.account_of(result).ok_or_else(unknown)?;
        let (ledger, plan) = desk.plans.get(at).ok_or_else(unknown)?;
        let call = desk
            .placed
            .iter()
            .map(|placed| &placed.wanted.call)
            .find(|(ledger_at, call)| *ledger_at == at && call.customer == customer);
        let action = call.and_then(|(_, call)| plan.actions.get(call.action()?));
        let of = ledger.customer(customer);
        let called = Called {
            customer: &of.id,
            day: result.as_of,
            means: Channel::Phone,
            action: action.map(|action| (action.id(&desk.policy, ledger), desk.policy.step(action).id.clone())),
            items: self.items_of_call(result, at, customer, call.map(|(_, call)| call)),
            currency: ledger.currency(),
            attempts: desk::attempts(self.log.register(), &of.id, result.as_of),
            written: written_means(ledger, &desk.policy, customer),
            phone: of.phone.as_deref().unwrap_or_default(),
        };
        let said = Said {
            outcome: result.outcome,
            reason: result.reason,
            amount: result.amount,
            day: result.day,
            terms: result.terms,
            category: result.category,
            note: result.note.clone(),
        };
        desk::operations(&called, &said, &desk.policy.working.calendar, language)
            .map_err(|refused| not_recorded(&refused, &called, language))
    }

    /// The ledger and customer of a result: the currency asked for, else the first in which something is open.
    fn account_of(&self, result: &CallResult) -> Option<(usize, CustomerKey)> {
        let currency = result.currency.or_else(|| result.items.first().map(|item| item.currency));
        let open = self.open_on(result.as_of);
        let known = self.ledgers().iter().zip(open.iter()).enumerate().filter_map(|(at, (ledger, open))| {
            let fits = currency.is_none_or(|wanted| wanted == ledger.currency());
            let customer = ledger.find(&result.customer).filter(|_| fits)?;
            let owes = open.items.iter().any(|item| item.customer == customer && item.residual.is_debit());
            Some((!owes, at, customer))
        });
        known.min().map(|(_, at, customer)| (at, customer))
    }

    /// What the call was about: the items named, else those of the call, else all that is overdue.
    fn items_of_call(
        &self,
        result: &CallResult,
        at: usize,
        customer: CustomerKey,
        call: Option<&Call>,
    ) -> Vec<Covered> {
        let (open, people) = (self.open_on(result.as_of), self.resolved_on(result.as_of));
        let (Some(ledger), Some(open), Some(people)) = (self.ledgers().get(at), open.get(at), people.get(at)) else {
            return Vec::new();
        };
        let keys = keys_of(ledger, customer);
        let late = |entry: EntryKey| {
            let item = open.items.iter().find(|item| item.entry == entry);
            item.is_some_and(|item| item.is_overdue(open.as_of))
        };
        let of_call: Option<BTreeSet<EntryKey>> = call.map(|call| call.items.iter().map(|(entry, _)| *entry).gather());
        let named = |entry: EntryKey, key: &ItemKey| match (&result.items[..], &result.documents[..]) {
            ([], []) => of_call.as_ref().map_or_else(|| late(entry), |of| of.contains(&entry)),
            ([], documents) => documents.contains(&key.document),
            (items, _) => items.contains(key),
        };
        let own = open.items.iter().filter(|item| item.customer == customer && item.residual.is_debit());
        let covered = own.filter_map(|item| {
            let key = keys.get(&item.entry)?;
            let owed = desk::asked(item, people.holds(item.entry), result.as_of);
            (named(item.entry, key) && owed.is_debit()).then(|| Covered { item: key.clone(), owed })
        });
        covered.collect()
    }
}

/// By what written means a customer can be reached: e-mail first.
fn written_means(ledger: &Ledger, policy: &Policy, customer: CustomerKey) -> Option<Channel> {
    let reach = crate::profiles::reach(ledger, policy).get(customer.0 as usize).copied()?;
    [Channel::Email, Channel::Letter].into_iter().find(|channel| reach.by(*channel))
}

fn order(asked: Option<&str>, language: Language) -> Result<Order, Failure> {
    let Some(asked) = asked else { return Ok(Order::default()) };
    let known = Order::ALL.into_iter().find(|order| order.key() == asked);
    known.ok_or_else(|| failures::failure("sort", language.call_order_refused(asked), ""))
}

pub(crate) fn not_recorded(refused: &NotRecorded, called: &Called<'_>, language: Language) -> Failure {
    let message = match refused {
        NotRecorded::NoDay => language.call_needs_day().to_owned(),
        NotRecorded::DayBefore(day) => language.call_day_before(*day),
        NotRecorded::NothingOwed => language.call_nothing_owed().to_owned(),
        NotRecorded::Terms(error) => register::terms(*error, called.currency, language),
        NotRecorded::SeveralItems => language.call_several_items().to_owned(),
    };
    failures::failure("call-result", message, language.edit_advice())
}
