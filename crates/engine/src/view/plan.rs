//! The plan as the contract shows it: every action and every item left alone with its sentence and its facts.

use crate::policy::channel_to_view;
use dunning::{Policy, Reason, Step, Trigger};
use ledger::{EntryKey, Ledger};
use protocol::{Action, ActionItem, ChannelCost, Fact, LeftAlone, NonAction};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::{Amount, Currency, Day};

/// One contact, with its oldest items up to a number of them.
pub fn action(ledger: &Ledger, policy: &Policy, action: &dunning::Action, items: usize, language: Language) -> Action {
    let step = policy.step(action.step);
    let customer = ledger.customer(action.customer);
    let items = action.items.iter().take(items).map(|line| ActionItem {
        document: document(ledger, line.item.entry, language),
        due_day: Some(line.due_day),
        residual: line.item.residual,
        days_late: line.days_late.0,
    });
    Action {
        id: action_id(ledger, policy, action),
        customer: customer.id.clone(),
        name: customer.name.clone(),
        segment: policy.segment.clone(),
        scenario: policy.scenario.clone(),
        step: step.id.clone(),
        step_name: step_name(step, language).to_owned(),
        day: action.day,
        channel: channel_to_view(step.channel),
        template: step.template.clone(),
        items: items.collect(),
        amount: action.amount,
        currency: ledger.currency(),
        interest: Amount::ZERO,
        indemnity: Amount::ZERO,
        rule: rule(ledger, policy, action, language),
        facts: facts(ledger, policy, action),
    }
}

/// Stable: the day, the step, the customer and the currency, which together name one contact.
pub fn action_id(ledger: &Ledger, policy: &Policy, action: &dunning::Action) -> String {
    let step = &policy.step(action.step).id;
    format!("{}/{step}/{}/{}", action.day, ledger.currency(), ledger.customer(action.customer).id)
}

fn step_name(step: &Step, language: Language) -> &str {
    let [french, english] = &step.name;
    language.pick(french, english)
}

fn document(ledger: &Ledger, entry: EntryKey, language: Language) -> String {
    let number = ledger.document(entry);
    if number.is_empty() { language.unnumbered().to_owned() } else { number }
}

fn rule(ledger: &Ledger, policy: &Policy, action: &dunning::Action, language: Language) -> String {
    let step = policy.step(action.step);
    let mut sentences = Vec::new();
    if let Some(first) = action.items.first() {
        let number = document(ledger, first.item.entry, language);
        let name = step_name(step, language);
        sentences.push(language.step_rule(name, step.offset, &number, first.due_day, first.days_late));
    }
    if let Some(cause) = action.items.iter().skip(1).find(|line| line.item.entry == action.cause) {
        let number = document(ledger, action.cause, language);
        sentences.push(language.step_caused_by(&number, cause.days_late));
    }
    sentences.push(match action.trigger {
        Trigger::OnItsDay => language.step_on_its_day().to_owned(),
        Trigger::CatchUp { reached } => language.step_catch_up(reached),
        Trigger::PutOff { reached, distance } => language.step_put_off(reached, distance),
        Trigger::Held { reached } => language.step_held(reached),
    });
    if action.credits.is_credit() {
        sentences.push(language.credits_deducted(action.credits, ledger.currency()));
    }
    sentences.join(" ")
}

fn facts(ledger: &Ledger, policy: &Policy, action: &dunning::Action) -> BTreeMap<String, Fact> {
    let (trigger, reached) = match action.trigger {
        Trigger::OnItsDay => ("on-its-day", action.day),
        Trigger::CatchUp { reached } => ("catch-up", reached),
        Trigger::PutOff { reached, .. } => ("put-off", reached),
        Trigger::Held { reached } => ("held", reached),
    };
    let mut facts = vec![
        ("policy", text(&policy.id)),
        ("stepOffsetDays", Fact::Number(policy.step(action.step).offset.0.into())),
        ("stepDay", day(reached)),
        ("trigger", text(trigger)),
        ("cause", text(&ledger.document(action.cause))),
        ("items", Fact::Number(action.items.len() as i64)),
        ("credits", Fact::Number(action.credits.minor())),
        ("daysBetweenContacts", Fact::Number(policy.days_between_contacts.0.into())),
        ("daysBeforeRepeat", Fact::Number(policy.days_before_repeat.0.into())),
    ];
    if let Some(first) = action.items.first() {
        facts.push(("mostAdvancedItem", text(&ledger.document(first.item.entry))));
        facts.push(("daysLate", Fact::Number(first.days_late.0.into())));
    }
    named(facts)
}

/// One item left alone.
pub fn non_action(ledger: &Ledger, left: &dunning::NonAction, language: Language) -> NonAction {
    let currency = ledger.currency();
    let number = document(ledger, left.item.entry, language);
    let due = left.item.due_day.unwrap_or(left.item.day);
    let residual = ("residual", Fact::Number(left.item.residual.minor()));
    let (sentence, until, facts) = match left.reason {
        Reason::NotDue { first_step } => (
            language.left_not_due(&number, due, first_step),
            Some(first_step),
            vec![residual, ("dueDay", day(due)), ("firstStepDay", day(first_step))],
        ),
        Reason::AlreadyContacted { last_contact } => (
            language.left_already_contacted(&number, last_contact),
            None,
            vec![residual, ("lastContact", day(last_contact))],
        ),
        Reason::TooSoon { until, distance } => (
            language.left_too_soon(&number, until),
            Some(until),
            vec![residual, ("until", day(until)), ("distanceDays", Fact::Number(distance.0.into()))],
        ),
        Reason::Disputed => (language.left_disputed(&number), None, vec![residual]),
        Reason::OtherAccount { class } => (language.left_other_account(&number, class.key()), None, vec![residual]),
        Reason::NoDueDate => (language.left_no_due_date(&number), None, vec![residual]),
        Reason::Credit => (language.left_credit(&number, left.item.residual, currency), None, vec![residual]),
        Reason::NetCredit { debts, credits } => (
            language.left_net_credit(debts, credits, currency),
            None,
            vec![residual, ("debts", Fact::Number(debts.minor())), ("credits", Fact::Number(credits.minor()))],
        ),
        Reason::BelowMinimum { amount, minimum } => (
            language.left_below_minimum(amount, minimum, currency),
            None,
            vec![residual, ("amount", Fact::Number(amount.minor())), ("minimum", Fact::Number(minimum.minor()))],
        ),
    };
    let customer = ledger.customer(left.customer);
    let mut facts = named(facts);
    facts.insert("currency".to_owned(), text(currency.code()));
    NonAction {
        customer: customer.id.clone(),
        name: customer.name.clone(),
        document: Some(ledger.document(left.item.entry)).filter(|document| !document.is_empty()),
        reason: reason_key(left.reason).to_owned(),
        text: sentence,
        until,
        facts,
    }
}

/// What a screen shows of the items left alone: each reason counted, its first rows told.
pub struct LeftAlonePage {
    listed: u32,
    language: Language,
    rows: Vec<NonAction>,
    reasons: BTreeMap<&'static str, Counted>,
}

/// The items left alone for one reason.
#[derive(Default)]
struct Counted {
    items: u32,
    customers: BTreeSet<String>,
    amounts: BTreeMap<Currency, Amount>,
}

impl LeftAlonePage {
    /// Nothing yet; `listed` rows of each reason at most.
    pub fn new(listed: u32, language: Language) -> LeftAlonePage {
        LeftAlonePage { listed, language, rows: Vec::new(), reasons: BTreeMap::new() }
    }

    /// Counts one item.
    pub fn count(&mut self, ledger: &Ledger, left: &dunning::NonAction) {
        let counted = self.reasons.entry(reason_key(left.reason)).or_default();
        counted.items += 1;
        let customer = &ledger.customer(left.customer).id;
        if !counted.customers.contains(customer) {
            counted.customers.insert(customer.clone());
        }
        *counted.amounts.entry(ledger.currency()).or_default() += left.item.residual;
        if counted.items <= self.listed {
            self.rows.push(non_action(ledger, left, self.language));
        }
    }

    /// The rows listed, and every reason.
    pub fn end(self) -> (Vec<NonAction>, Vec<LeftAlone>) {
        let reasons = self.reasons.into_iter().map(|(reason, counted)| LeftAlone {
            reason: reason.to_owned(),
            count: counted.items,
            customers: counted.customers.len() as u32,
            amounts: counted.amounts.into_iter().collect(),
        });
        (self.rows, reasons.collect())
    }
}

/// The stable identifier of a reason.
fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::NotDue { .. } => "not-due",
        Reason::AlreadyContacted { .. } => "already-contacted",
        Reason::TooSoon { .. } => "interval",
        Reason::Disputed => "disputed",
        Reason::OtherAccount { class } => class.key(),
        Reason::NoDueDate => "no-due-date",
        Reason::Credit => "credit",
        Reason::NetCredit { .. } => "net-credit",
        Reason::BelowMinimum { .. } => "below-minimum",
    }
}

/// Number and cost of the contacts of each channel used.
pub fn cost(policy: &Policy, actions: &[Action]) -> Vec<ChannelCost> {
    let mut counts: BTreeMap<protocol::Channel, u32> = BTreeMap::new();
    for action in actions {
        *counts.entry(action.channel).or_default() += 1;
    }
    let unit_costs: BTreeMap<_, _> =
        policy.costs.iter().map(|(channel, cost)| (channel_to_view(*channel), *cost)).collect();
    let cost_of = |(channel, count): (protocol::Channel, u32)| {
        let unit = unit_costs.get(&channel).copied().unwrap_or_default();
        ChannelCost { channel, count, amount: Amount::from_minor(unit.minor().saturating_mul(count.into())) }
    };
    counts.into_iter().map(cost_of).collect()
}

fn text(text: &str) -> Fact {
    Fact::Text(text.to_owned())
}

fn day(day: Day) -> Fact {
    Fact::Text(day.to_string())
}

fn named(facts: Vec<(&str, Fact)>) -> BTreeMap<String, Fact> {
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}
