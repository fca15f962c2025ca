//! The plan as the contract shows it: every action and every item left alone with its sentence and its facts.

use drafts::channel_key;
use dunning::{
    Anchor, Assumptions, CREDIT_COST, Channel, ChannelAdvice, Policy, Reason, Review, ReviewState, Shift, Step,
    Trigger, Verdict, advise, call_threshold,
};
use ledger::{CustomerKey, EntryKey, Ledger};
use protocol::{
    Action, ActionItem, Approval, ChannelCost, DayOff, Decision, Fact, LeftAlone, Named, NonAction, OffReason,
};
use rules::calendar;
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use text::plan::{CountedFrom, StepPlace};
use values::{Amount, AsOf, Currency, Day, Days, Gather};

/// One contact, with its oldest items up to a number of them.
pub fn action(
    ledger: &Ledger,
    policy: &Policy,
    as_of: AsOf,
    action: &dunning::Action,
    items: usize,
    language: Language,
) -> Action {
    let step = policy.step(action);
    let customer = ledger.customer(action.customer);
    let items = action.items.iter().take(items).map(|line| ActionItem {
        document: document(ledger, line.item.entry, language),
        due_day: Some(line.due_day),
        residual: line.item.residual,
        days_late: line.days_late.0,
        asked: line.asked,
    });
    Action {
        id: action.id(policy, ledger),
        customer: customer.id.clone(),
        name: customer.name.clone(),
        segment: segment(policy, action).to_owned(),
        scenario: policy.scenario(action.scenario).id.clone(),
        step: step.id.clone(),
        step_name: step_name(step, language).to_owned(),
        day: action.day,
        channel: action.channel,
        template: action.template.clone(),
        items: items.collect(),
        amount: action.amount,
        currency: ledger.currency(),
        interest: action.interest,
        indemnity: action.indemnity,
        fee: action.fee,
        deadline: action.deadline,
        if_still_unpaid: action.day > as_of.day(),
        approval: match action.review {
            ReviewState::NotNeeded => Approval::NotNeeded,
            ReviewState::StepAsks | ReviewState::AboveCeiling { .. } => Approval::Needed,
            ReviewState::Approved => Approval::Approved,
        },
        rule: rule(ledger, policy, as_of, action, language),
        facts: facts(ledger, policy, action),
    }
}

/// The segment of the customer, `all` where the policy has none.
fn segment<'a>(policy: &'a Policy, action: &dunning::Action) -> &'a str {
    let rule = action.segment.and_then(|rule| policy.segments().get(rule));
    rule.map_or("all", |segment| segment.rule.segment.as_str())
}

fn step_name(step: &Step, language: Language) -> &str {
    let [french, english] = &step.name;
    language.pick(french, english)
}

fn place(step: &Step) -> StepPlace {
    StepPlace {
        from: match step.anchor {
            Anchor::DueDate => CountedFrom::DueDate,
            Anchor::InvoiceDate => CountedFrom::InvoiceDate,
            Anchor::PreviousAction => CountedFrom::PreviousAction,
            Anchor::PromiseDate => CountedFrom::PromiseDate,
        },
        offset: step.offset.days,
        business: step.offset.business,
        end_of_month: step.offset.end_of_month,
    }
}

fn document(ledger: &Ledger, entry: EntryKey, language: Language) -> String {
    let number = ledger.document(entry);
    if number.is_empty() { language.unnumbered().to_owned() } else { number }
}

fn rule(ledger: &Ledger, policy: &Policy, as_of: AsOf, action: &dunning::Action, language: Language) -> String {
    let (step, currency) = (policy.step(action), ledger.currency());
    let mut sentences = Vec::new();
    if let Some(first) = action.items.first() {
        let number = document(ledger, first.item.entry, language);
        let name = step_name(step, language);
        sentences.push(language.step_rule(name, &place(step), &number, first.due_day, first.days_late));
    }
    if let Some(cause) = action.items.iter().skip(1).find(|line| line.item.entry == action.cause) {
        let number = document(ledger, action.cause, language);
        sentences.push(language.step_caused_by(&number, cause.days_late));
    }
    sentences.push(match action.trigger {
        Trigger::OnItsDay => language.step_on_its_day().to_owned(),
        Trigger::Moved { reached } => language.step_moved(reached),
        Trigger::CatchUp { reached } => language.step_catch_up(reached),
        Trigger::PutOff { reached, distance } => language.step_put_off(reached, distance),
        Trigger::Held { reached } => language.step_held(reached),
    });
    if action.channel != step.channel() {
        sentences.push(language.step_other_channel().to_owned());
    }
    if action.credits.is_credit() {
        sentences.push(language.credits_deducted(action.credits, currency));
    }
    if action.listed_credits.is_credit() {
        sentences.push(language.credits_listed(action.listed_credits, currency));
    }
    let held = held(action);
    if held.is_debit() {
        sentences.push(language.step_part_held(held, currency));
    }
    match action.review {
        ReviewState::NotNeeded | ReviewState::Approved => {}
        ReviewState::StepAsks => sentences.push(language.step_review_asked().to_owned()),
        ReviewState::AboveCeiling { ceiling } => sentences.push(language.step_above_ceiling(ceiling, currency)),
    }
    if action.day > as_of.day() {
        sentences.push(language.step_if_still_unpaid().to_owned());
    }
    sentences.join(" ")
}

/// What of its items is disputed or promised.
fn held(action: &dunning::Action) -> Amount {
    action.items.iter().map(|line| line.item.residual - line.asked).sum()
}

fn facts(ledger: &Ledger, policy: &Policy, action: &dunning::Action) -> BTreeMap<String, Fact> {
    let (trigger, reached) = match action.trigger {
        Trigger::OnItsDay => ("on-its-day", action.day),
        Trigger::Moved { reached } => ("moved", reached),
        Trigger::CatchUp { reached } => ("catch-up", reached),
        Trigger::PutOff { reached, .. } => ("put-off", reached),
        Trigger::Held { reached } => ("held", reached),
    };
    let limits = &policy.scenario(action.scenario).limits;
    let mut facts = vec![
        ("policy", text(&policy.id)),
        ("stepOffsetDays", Fact::Number(policy.step(action).offset.days.0.into())),
        ("stepDay", day(reached)),
        ("trigger", text(trigger)),
        ("cause", text(&ledger.document(action.cause))),
        ("items", Fact::Number(action.items.len() as i64)),
        ("credits", Fact::Number(action.credits.minor())),
        ("daysBetweenContacts", Fact::Number(limits.days_between_contacts.0.into())),
        ("daysBeforeRepeat", Fact::Number(limits.days_before_repeat.0.into())),
        ("tone", text(policy.step(action).tone.key())),
        ("cost", Fact::Number(policy.cost(action.channel).minor())),
    ];
    if action.channel != policy.step(action).channel() {
        facts.push(("preferredChannel", text(channel_key(policy.step(action).channel()))));
    }
    let announced = action.items.iter().filter(|line| !action.claims(line)).count();
    if announced > 0 {
        facts.push(("announced", Fact::Number(announced as i64)));
    }
    let held = held(action);
    if held.is_debit() {
        facts.push(("held", Fact::Number(held.minor())));
    }
    if action.listed_credits.is_credit() {
        facts.push(("listedCredits", Fact::Number(action.listed_credits.minor())));
    }
    if let Some(first) = action.items.first() {
        facts.push(("mostAdvancedItem", text(&ledger.document(first.item.entry))));
        facts.push(("daysLate", Fact::Number(first.days_late.0.into())));
    }
    by_name(facts)
}

/// One item left alone.
pub fn non_action(ledger: &Ledger, policy: &Policy, left: &dunning::NonAction, language: Language) -> NonAction {
    let number = document(ledger, left.item.entry, language);
    let (sentence, own) = explained(ledger, policy, left, &number, language);
    let customer = ledger.customer(left.customer);
    let mut facts = by_name(own);
    facts.insert("residual".to_owned(), Fact::Number(left.item.residual.minor()));
    facts.insert("currency".to_owned(), text(ledger.currency().code()));
    NonAction {
        customer: customer.id.clone(),
        name: customer.name.clone(),
        document: Some(ledger.document(left.item.entry)).filter(|document| !document.is_empty()),
        reason: left.reason.key().to_owned(),
        text: sentence,
        until: left.reason.until(),
        facts,
    }
}

type Explained = (String, Vec<(&'static str, Fact)>);

/// The sentence of a reason, and the facts it rests on.
fn explained(
    ledger: &Ledger,
    policy: &Policy,
    left: &dunning::NonAction,
    number: &str,
    language: Language,
) -> Explained {
    let currency = ledger.currency();
    let due = left.item.due_day.unwrap_or(left.item.document_day);
    let money = |amount: Amount| Fact::Number(amount.minor());
    match &left.reason {
        Reason::NotDue { first_step } => (
            language.left_not_due(number, due, *first_step),
            vec![("dueDay", day(due)), ("firstStepDay", day(*first_step))],
        ),
        Reason::AlreadyContacted { last_contact } => {
            (language.left_already_contacted(number, *last_contact), vec![("lastContact", day(*last_contact))])
        }
        Reason::TooSoon { until, distance } => (
            language.left_too_soon(number, *until),
            vec![("until", day(*until)), ("distanceDays", Fact::Number(distance.0.into()))],
        ),
        Reason::MonthlyCap { until, cap } => (
            language.left_monthly_cap(number, *cap, *until),
            vec![("until", day(*until)), ("cap", Fact::Number((*cap).into()))],
        ),
        Reason::OtherDays { until } => (language.left_other_days(number, *until), vec![("until", day(*until))]),
        Reason::Disputed { amount, since } => {
            let since_fact = since.map(|since| ("since", day(since)));
            let facts = [("disputed", money(*amount))].into_iter().chain(since_fact).collect();
            (language.left_disputed(number, *amount, currency, *since), facts)
        }
        Reason::Promised { amount, until } => (
            language.left_promised(number, *amount, currency, *until),
            vec![("promised", money(*amount)), ("until", day(*until))],
        ),
        Reason::PlanRespected { next } => {
            (language.left_plan_respected(number, *next), vec![("nextInstalment", day(*next))])
        }
        Reason::Blocked { until, why } => {
            let until_fact = until.map(|until| ("until", day(until)));
            let facts = [("why", text(why))].into_iter().chain(until_fact).collect();
            (language.left_blocked(number, *until, why), facts)
        }
        Reason::Insolvent { since } => (language.left_insolvent(*since), vec![("since", day(*since))]),
        Reason::Factored => (language.left_factored(number), Vec::new()),
        Reason::Excluded => (language.left_excluded(number), Vec::new()),
        Reason::HandedOver { stage } => {
            (language.left_handed_over(number, stage.key()), vec![("stage", text(stage.key()))])
        }
        Reason::OtherAccount { class } => (language.left_other_account(number, class.key()), Vec::new()),
        Reason::NoDueDate => (language.left_no_due_date(number), Vec::new()),
        Reason::Credit => (language.left_credit(number, left.item.residual, currency), Vec::new()),
        Reason::NetCredit { debts, credits } => (
            language.left_net_credit(*debts, *credits, currency),
            vec![("debts", money(*debts)), ("credits", money(*credits))],
        ),
        Reason::BelowMinimum { amount, minimum } => (
            language.left_below_minimum(*amount, *minimum, currency),
            vec![("amount", money(*amount)), ("minimum", money(*minimum))],
        ),
        Reason::TooRecent { oldest, minimum } => (
            language.left_too_recent(*oldest, *minimum),
            vec![
                ("oldestDaysLate", Fact::Number(oldest.0.into())),
                ("minimumDaysLate", Fact::Number(minimum.0.into())),
            ],
        ),
        Reason::NoChannel => (language.left_no_channel().to_owned(), Vec::new()),
        Reason::AwaitingReview { step } => {
            let steps = policy.scenarios().iter().flat_map(|scenario| &scenario.steps);
            let found = steps.into_iter().find(|one| one.id == *step);
            let name = found.map_or(step.as_str(), |step| step_name(step, language));
            (language.left_awaiting_review(number, name), vec![("step", text(step))])
        }
        Reason::Snoozed { until } => (language.left_snoozed(number, *until), vec![("until", day(*until))]),
        Reason::Skipped { why } => (language.left_skipped(number, why), vec![("why", text(why))]),
        Reason::NoStepApplies => (language.left_no_step_applies(number), Vec::new()),
        Reason::NoSteps => (language.left_no_steps().to_owned(), Vec::new()),
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
    /// Items come customer by customer.
    last: Option<(Currency, CustomerKey)>,
    amounts: BTreeMap<Currency, Amount>,
}

impl LeftAlonePage {
    /// Nothing yet; `listed` rows of each reason at most.
    pub fn new(listed: u32, language: Language) -> LeftAlonePage {
        LeftAlonePage { listed, language, rows: Vec::new(), reasons: BTreeMap::new() }
    }

    /// Counts one item.
    pub fn count(&mut self, ledger: &Ledger, policy: &Policy, left: &dunning::NonAction) {
        let counted = self.reasons.entry(left.reason.key()).or_default();
        counted.items += 1;
        let customer = Some((ledger.currency(), left.customer));
        if counted.last != customer {
            counted.last = customer;
            counted.customers.insert(ledger.customer(left.customer).id.clone());
        }
        *counted.amounts.entry(ledger.currency()).or_default() += left.item.residual;
        if counted.items <= self.listed {
            self.rows.push(non_action(ledger, policy, left, self.language));
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

/// An identifier with the name of a language.
pub fn named(id: &str, [french, english]: &[String; 2], language: Language) -> Named {
    Named { id: id.to_owned(), name: language.pick(french, english).to_owned() }
}

/// The scenarios of a policy.
pub fn scenarios(policy: &Policy, language: Language) -> Vec<Named> {
    policy.scenarios().iter().map(|scenario| named(&scenario.id, &scenario.name, language)).collect()
}

/// What people decided about actions, of the customers that are asked for.
pub fn decisions<'a>(
    reviews: impl Iterator<Item = &'a Review>,
    ledgers: &[Ledger],
    asked: Option<&str>,
    language: Language,
) -> Vec<Decision> {
    let decision = |review: &Review| {
        let (id, name) = customer_of(&review.action, ledgers)?;
        Some(Decision {
            action: review.action.clone(),
            customer: id.to_owned(),
            name: name.to_owned(),
            text: decided(review, language),
        })
    };
    reviews.filter_map(decision).filter(|one| asked.is_none_or(|asked| one.customer == asked)).collect()
}

/// Identifier and name of the customer that the identifier of an action names last, before its number if it has one.
fn customer_of<'a>(action: &str, ledgers: &'a [Ledger]) -> Option<(&'a str, &'a str)> {
    let named = action.splitn(4, '/').nth(3)?;
    let without_number = named.rsplit_once('/').map(|(customer, _)| customer);
    let customers = || ledgers.iter().flat_map(Ledger::customers);
    let of = |id: &str| customers().find(|customer| customer.id == id).map(|it| (it.id.as_str(), it.name.as_str()));
    of(named).or_else(|| of(without_number?))
}

fn decided(review: &Review, language: Language) -> String {
    match &review.verdict {
        Verdict::Approved => language.decided_approved(review.day),
        Verdict::Skipped { reason } => language.decided_skipped(review.day, reason),
        Verdict::Snoozed { until } => language.decided_snoozed(review.day, *until),
        Verdict::ChannelChanged { channel } => language.decided_channel(review.day, channel_key(*channel)),
        Verdict::Edited { .. } => language.decided_edited(review.day),
    }
}

/// The days off of a horizon; none where the policy contacts on every day.
pub fn days_off(policy: &Policy, from: Day, horizon_days: u32) -> Vec<DayOff> {
    if policy.working.shift == Shift::None {
        return Vec::new();
    }
    let days = (0..=horizon_days as i32).map(|days| from + Days(days));
    let off = |day: Day| {
        let why = match policy.working.calendar.day_off(day)? {
            calendar::DayOff::Closure => OffReason::Closure,
            calendar::DayOff::Holiday => OffReason::Holiday,
            calendar::DayOff::Weekend => OffReason::Weekend,
        };
        Some(DayOff { day, why })
    };
    days.filter_map(off).collect()
}

/// What calls are worth: known for amounts in euros, as costs are.
pub struct Calls {
    threshold: Option<Amount>,
    advice: ChannelAdvice,
}

impl Calls {
    /// The threshold of a policy's costs.
    pub fn new(policy: &Policy) -> Calls {
        let threshold = call_threshold(&policy.costs, CREDIT_COST, &Assumptions::default());
        Calls { threshold: threshold.filter(|threshold| threshold.is_debit()), advice: ChannelAdvice::default() }
    }

    /// Counts the contacts of one ledger.
    pub fn count(&mut self, ledger: &Ledger, policy: &Policy, plan: &dunning::Plan) {
        if let Some(threshold) = self.threshold.filter(|_| ledger.currency() == Currency::EUR) {
            self.advice = advise(policy, plan, threshold);
        }
    }

    /// The threshold, and what it says of the contacts; nothing to say where none is on the wrong side of it.
    pub fn told(self, language: Language) -> (Option<Amount>, Option<String>) {
        let Calls { threshold, advice } = self;
        let told = threshold.filter(|_| advice.calls_below > 0 || advice.written_above > 0);
        let told = told
            .map(|threshold| language.call_advice(threshold, advice.calls_below, advice.saving, advice.written_above));
        (threshold, told)
    }
}

/// Number and cost of the contacts of each channel used.
pub fn cost(policy: &Policy, actions: &[Action]) -> Vec<ChannelCost> {
    let mut counts: BTreeMap<Channel, u32> = BTreeMap::new();
    for action in actions {
        *counts.entry(action.channel).or_default() += 1;
    }
    cost_of(policy, counts)
}

/// What contacts cost, counted by channel.
pub fn cost_of(policy: &Policy, counts: BTreeMap<Channel, u32>) -> Vec<ChannelCost> {
    let cost_of = |(channel, count): (Channel, u32)| {
        let unit = policy.cost(channel);
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

fn by_name(facts: Vec<(&str, Fact)>) -> BTreeMap<String, Fact> {
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).gather()
}
