//! The items of a customer that follow one scenario, and the messages they make on a day.

use crate::account::{Group, Known, Today};
use crate::candidate::{Candidate, Done, Facts, Spot, View};
use crate::plan::Setting;
use crate::{
    Action, ActionItem, Channel, ContactData, ContactMade, CreditUse, Fee, FeeBasis, Grouping, Limits, Policy, Reason,
    ReviewState, Scenario, Step, TooLittle, Trigger, Upcoming, Verdict, claimed,
};
use ledger::EntryKey;
use values::{Amount, Arrange, Day, Days};

/// The items that follow one scenario, oldest due first.
pub(crate) struct Stream<'a> {
    pub(crate) scenario_at: usize,
    pub(crate) candidates: Vec<Candidate<'a>>,
    scenario: &'a Scenario,
    /// Whether conditions look at what the account amounts to.
    weighs: bool,
    /// Position of the step of the last contact.
    last_step: Option<usize>,
    /// A day to try again, where nothing else would call for one.
    retry: Option<Day>,
}

/// Why a message is not made, and when it may be.
struct Refused {
    reason: Reason,
    retry: Option<Day>,
}

impl From<Reason> for Refused {
    fn from(reason: Reason) -> Refused {
        Refused { retry: reason.until(), reason }
    }
}

impl<'a> Stream<'a> {
    pub(crate) fn new(policy: &'a Policy, scenario_at: usize, candidate: Candidate<'a>) -> Stream<'a> {
        let scenario = policy.scenario(scenario_at);
        let weighs = scenario.steps.iter().any(|step| !step.when.amount.is_open() || !step.when.items.is_open());
        Stream { scenario_at, candidates: vec![candidate], scenario, weighs, last_step: None, retry: None }
    }

    fn limits(&self) -> &'a Limits {
        &self.scenario.limits
    }

    fn view<'v>(&self, setting: &'v Setting<'v>, known: &'v Known, day: Day) -> View<'v>
    where
        'a: 'v,
    {
        View { setting, scenario: self.scenario, known, facts: Facts::default(), day }
    }

    /// What a contact made earlier did: each item it was about is at its own step of that day, no further than the
    /// contact's.
    pub(crate) fn recall(&mut self, setting: &Setting<'_>, known: &Known, contact: &ContactMade) {
        let view = self.view(setting, known, contact.day);
        let said = self.scenario.position(&contact.step);
        let mut level = None;
        for candidate in &mut self.candidates {
            let about = contact.about.as_ref().is_none_or(|about| about.contains(&candidate.life.item.entry));
            // What was not written yet, or held back, was no part of it unless it says so.
            let named = contact.about.is_some();
            if !about || !named && (candidate.life.opens > contact.day || candidate.step_of_age(&view).is_none()) {
                continue;
            }
            let Some(step) = recalled(&view, candidate, said) else { continue };
            let granted = said.and_then(|said| self.scenario.step(said).deadline);
            candidate.do_step(setting, step, contact.day, granted, true);
            level = level.max(Some(said.unwrap_or(step)));
        }
        self.last_step = level.or(self.last_step);
    }

    /// The messages of a day.
    pub(crate) fn contact_on(&mut self, today: &mut Today<'_>, actions: &mut Vec<Action>) {
        self.retry = None;
        let mut view = self.view(today.setting, today.known, today.day);
        if self.weighs {
            view.facts = self.facts(today);
        }
        let mut spots = self.spots(&view);
        if self.scenario.steps.iter().any(|step| step.floor != Default::default()) {
            self.fall_back(&view, &mut spots);
        }
        if spots.iter().all(|spot| spot.fresh.is_none()) {
            return;
        }
        if let Err(refused) = self.check(today, &spots) {
            return self.refuse((0..spots.len()).collect(), &spots, refused);
        }
        let groups = self.groups(&spots);
        self.leave_for_later(today, &spots, &groups);
        for group in groups {
            match self.message(today, &spots, &group) {
                Ok(Some(action)) => actions.push(action),
                Ok(None) => {}
                Err(refused) => self.refuse(group.members, &spots, refused),
            }
        }
    }

    /// What the items amount to that are overdue, or all of them while none is; credits deducted.
    fn facts(&self, today: &Today<'_>) -> Facts {
        let sum = |late: bool| {
            let asked =
                self.candidates.iter().filter(|one| !late || one.is_late(today.day)).map(|one| one.asked(today.day));
            asked
                .filter(|asked| asked.is_debit())
                .fold(Facts::default(), |facts, asked| Facts { amount: facts.amount + asked, items: facts.items + 1 })
        };
        let overdue = sum(true);
        let facts = if overdue.items > 0 { overdue } else { sum(false) };
        Facts { amount: facts.amount + *today.credits, ..facts }
    }

    /// Where each item is. Small items are nowhere.
    fn spots(&mut self, view: &View<'_>) -> Vec<Spot> {
        let (minimum, weighs) = (self.limits().minimum_item, self.weighs);
        let spot = |candidate: &mut Candidate<'a>| match candidate.look(view, weighs) {
            Ok(spot) if spot.fresh.is_some() && spot.asked < minimum => {
                candidate.refusal = Some(Reason::BelowMinimum { amount: spot.asked, minimum });
                Spot::default()
            }
            Ok(spot) if spot.asked < minimum => Spot::default(),
            Ok(spot) => spot,
            Err(reason) => {
                candidate.refusal = Some(reason);
                Spot::default()
            }
        };
        self.candidates.iter_mut().map(spot).collect()
    }

    /// Items that do not make up the floor of their step fall back one level, or wait.
    fn fall_back(&mut self, view: &View<'_>, spots: &mut [Spot]) {
        let all: Amount = spots.iter().map(|spot| spot.asked).sum();
        for level in (0..self.scenario.steps.len()).rev() {
            let floor = self.scenario.step(level).floor;
            let here: Amount = spots.iter().filter(|spot| spot.level == Some(level)).map(|spot| spot.asked).sum();
            let enough =
                |part: Amount| i128::from(part.minor()) * 100 >= i128::from(all.minor()) * i128::from(floor.percent);
            if !here.is_debit() || here >= floor.amount && enough(here) {
                continue;
            }
            for (spot, candidate) in spots.iter_mut().zip(&mut self.candidates) {
                if spot.level != Some(level) || spot.fresh.is_none() {
                    continue;
                }
                let below = match self.scenario.limits.too_little {
                    TooLittle::FallBack => lower(view, candidate, level),
                    TooLittle::Hold => None,
                };
                match below {
                    Some((lower, reached)) => {
                        spot.level = Some(lower);
                        spot.fresh = Some(reached);
                    }
                    None => {
                        let share = Amount::from_minor(all.minor() / 100 * i64::from(floor.percent));
                        let minimum = floor.amount.max(share);
                        candidate.refusal = Some(Reason::BelowMinimum { amount: here, minimum });
                        spot.level = candidate.done.map(|done| done.step);
                        spot.fresh = None;
                    }
                }
            }
        }
    }

    /// What holds for the whole account: a net debt, an amount worth a message, some lateness.
    fn check(&self, today: &Today<'_>, spots: &[Spot]) -> Result<(), Refused> {
        let (limits, day) = (self.limits(), today.day);
        if let Some(cap) = limits.contacts_per_30_days
            && let Some(until) = today.log.free_from(cap).filter(|until| day < *until)
        {
            return Err(Reason::MonthlyCap { until, cap }.into());
        }
        let debts = asked_for(spots.iter());
        let credits = *today.credits;
        if !(debts + credits).is_debit() {
            return Err(Reason::NetCredit { debts, credits }.into());
        }
        let asked = match limits.credits {
            CreditUse::Deduct => debts + credits,
            CreditUse::List | CreditUse::Ignore => debts,
        };
        if asked < limits.minimum_amount {
            return Err(Reason::BelowMinimum { amount: asked, minimum: limits.minimum_amount }.into());
        }
        let late = self.candidates.iter().zip(spots).filter(|(_, spot)| spot.listed && spot.late);
        let oldest = late.map(|(one, _)| day - one.due_day).max().unwrap_or(Days(0));
        let minimum = limits.minimum_arrears;
        if oldest.0 > 0 && oldest < minimum {
            return Err(Reason::TooRecent { oldest, minimum }.into());
        }
        Ok(())
    }

    /// What the messages of the day are about.
    fn groups(&self, spots: &[Spot]) -> Vec<Group> {
        let listed: Vec<usize> = (0..spots.len()).filter(|at| spots.get(*at).is_some_and(|spot| spot.listed)).collect();
        let of = |at: usize| spots.get(at).copied().unwrap_or_default();
        let parts: Vec<Vec<usize>> = match self.limits().upcoming {
            Upcoming::Together => vec![listed],
            Upcoming::Apart => {
                let (late, soon) = listed.into_iter().partition(|at| of(*at).late);
                vec![late, soon]
            }
        };
        let mut groups: Vec<Group> = Vec::new();
        for part in parts {
            match self.limits().grouping {
                Grouping::Account => groups.extend(self.group(spots, part)),
                Grouping::Level => {
                    for level in (0..self.scenario.steps.len()).rev() {
                        let members = part.iter().copied().filter(|at| of(*at).level == Some(level)).collect();
                        groups.extend(self.group(spots, members));
                    }
                }
                Grouping::Item => {
                    let fresh = part.into_iter().filter(|at| of(*at).fresh.is_some());
                    let mut own: Vec<Group> = fresh.filter_map(|at| self.group(spots, vec![at])).collect();
                    own.arrange_by_key(|group| std::cmp::Reverse(group.step));
                    groups.extend(own);
                }
            }
        }
        match self.limits().grouping {
            Grouping::Account | Grouping::Level => merged(groups),
            Grouping::Item => groups,
        }
    }

    /// Items that have reached a step and are in no message, as a formal one leaves them out: another day.
    fn leave_for_later(&mut self, today: &Today<'_>, spots: &[Spot], groups: &[Group]) {
        let mut taken = vec![false; spots.len()];
        for at in groups.iter().flat_map(|group| &group.members) {
            if let Some(taken) = taken.get_mut(*at) {
                *taken = true;
            }
        }
        let left = (0..spots.len()).filter(|at| taken.get(*at) == Some(&false)).collect();
        let distance = self.limits().days_between_contacts.max(Days(1));
        if taken.contains(&false) && !groups.is_empty() {
            self.refuse(left, spots, Reason::TooSoon { until: today.day + distance, distance }.into());
        }
    }

    /// A message about these items, if one of them has reached a new step: at the level of the most advanced. A formal
    /// step is taken by the items that have reached it and by no other.
    fn group(&self, spots: &[Spot], members: Vec<usize>) -> Option<Group> {
        let spot = |at: &usize| spots.get(*at);
        let formal = |level: usize| self.scenario.step(level).tone.is_formal();
        let fresh = members.iter().filter_map(|at| Some((*at, spot(at)?.level?, spot(at)?.fresh?)));
        // Oldest due first, so the first of the highest step is the most advanced.
        let (cause, own, reached) = fresh.rev().max_by_key(|(_, level, _)| *level)?;
        if formal(own) {
            let same = |at: &usize| spot(at).is_some_and(|spot| spot.level == Some(own) && spot.fresh.is_some());
            return Some(Group { members: members.into_iter().filter(same).collect(), step: own, cause, reached });
        }
        // What had its formal notice is in no friendlier message.
        let amicable = |at: &usize| spot(at).is_some_and(|spot| !spot.level.is_some_and(formal));
        let members: Vec<usize> = members.into_iter().filter(amicable).collect();
        let levels = members.iter().filter_map(|at| spot(at)?.level);
        let step = levels.max().unwrap_or(own);
        Some(Group { members, step, cause, reached })
    }

    /// One message, or nothing where a person passed it over.
    fn message(&mut self, today: &mut Today<'_>, spots: &[Spot], group: &Group) -> Result<Option<Action>, Refused> {
        let (setting, day) = (today.setting, today.day);
        let step = self.scenario.step(group.step);
        let distance = self.distance_to_keep(group.step);
        if let Some(until) = today.last_contact.map(|last| last + distance).filter(|until| day < *until) {
            return Err(Reason::TooSoon { until, distance }.into());
        }
        let members = || group.members.iter().filter_map(|at| spots.get(*at));
        let debts = asked_for(members());
        let (credits, listed_credits) = self.credits(today, debts);
        let amount = debts + credits;
        if !amount.is_debit() {
            return Err(Reason::NetCredit { debts, credits }.into());
        }
        let (channel, template) = self.route(today, step)?;
        let Some(cause) = self.candidates.get(group.cause).map(|one| one.life.item.entry) else { return Ok(None) };
        let mut action = Action {
            customer: today.customer,
            day,
            segment: today.known.profile.segment,
            scenario: self.scenario_at,
            step: group.step,
            channel,
            template,
            items: self.lines(day, spots, group),
            credits,
            listed_credits,
            amount,
            interest: Amount::ZERO,
            indemnity: Amount::ZERO,
            fee: Amount::ZERO,
            cause,
            reached: group.reached,
            number: self.number(today, cause, group),
            trigger: self.trigger(setting, group, day),
            deadline: step.deadline.map(|deadline| setting.policy.working.add(day, deadline)),
            review: self.review(step, amount),
        };
        match self.reviewed(today, step, &mut action) {
            Review::Made => {}
            Review::PutOff(until) => return Err(Reason::Snoozed { until }.into()),
            Review::PassedOver(why) => {
                today.named.push((group.reached, self.scenario_at, group.step));
                self.cover(setting, spots, group, day, false);
                let skipped = Reason::Skipped { why };
                for at in &group.members {
                    if let Some(candidate) = self.candidates.get_mut(*at).filter(|candidate| !candidate.planned) {
                        candidate.refusal = Some(skipped.clone());
                    }
                }
                return Ok(None);
            }
        }
        let until = setting.open_days.channel_day(action.channel, day);
        if until > day {
            return Err(Reason::OtherDays { until }.into());
        }
        today.named.push((group.reached, self.scenario_at, group.step));
        *today.credits -= credits;
        claims(today, step, &mut action);
        self.cover(setting, spots, group, day, true);
        self.last_step = Some(group.step);
        Ok(Some(action))
    }

    /// What tells contacts of one step, day and customer apart: the item where each has its own, else their order.
    fn number(&self, today: &Today<'_>, cause: EntryKey, group: &Group) -> u32 {
        match self.limits().grouping {
            Grouping::Item => cause.position() + 1,
            Grouping::Account | Grouping::Level => {
                let same = (group.reached, self.scenario_at, group.step);
                1 + today.named.iter().filter(|one| **one == same).count() as u32
            }
        }
    }

    /// Days to let pass since the last contact: more where it was at the same step. A reminder before the due date is
    /// about other invoices each time, and a step may say itself how often it comes.
    fn distance_to_keep(&self, position: usize) -> Days {
        let step = self.scenario.step(position);
        let same = self.last_step == Some(position) && !step.is_before_due() && step.repeat.is_none();
        let repeat = if same { self.limits().days_before_repeat } else { Days(0) };
        self.limits().days_between_contacts.max(repeat)
    }

    /// The credits deducted from a message, at most what it asks for unless it is the only one, and those listed.
    fn credits(&self, today: &Today<'_>, debts: Amount) -> (Amount, Amount) {
        let all = *today.credits;
        match (self.limits().credits, self.limits().grouping) {
            (CreditUse::Deduct, Grouping::Account) => (all, Amount::ZERO),
            (CreditUse::Deduct, Grouping::Level | Grouping::Item) => (all.max(-debts), Amount::ZERO),
            (CreditUse::List, _) => (Amount::ZERO, all),
            (CreditUse::Ignore, _) => (Amount::ZERO, Amount::ZERO),
        }
    }

    /// The first means of the step that reaches the customer.
    fn route(&self, today: &Today<'_>, step: &Step) -> Result<(Channel, String), Refused> {
        let reaches = |channel| match self.limits().contact_data {
            ContactData::Assumed => true,
            ContactData::WhenKnown | ContactData::Required => today.known.profile.reachable.by(channel),
        };
        let route = step.routes.iter().find(|route| reaches(route.channel));
        route.map(|route| (route.channel, route.template.clone())).ok_or_else(|| Reason::NoChannel.into())
    }

    fn lines(&self, day: Day, spots: &[Spot], group: &Group) -> Vec<ActionItem> {
        let line = |at: &usize| {
            let (candidate, spot) = (self.candidates.get(*at)?, spots.get(*at)?);
            let mut item = candidate.life.item.clone();
            item.residual = candidate.life.residual_on(day);
            Some(ActionItem { item, asked: spot.asked, due_day: candidate.due_day, days_late: day - candidate.due_day })
        };
        group.members.iter().filter_map(line).collect()
    }

    fn trigger(&self, setting: &Setting<'_>, group: &Group, day: Day) -> Trigger {
        let reached = group.reached;
        let refusal = self.candidates.get(group.cause).and_then(|candidate| candidate.refusal.as_ref());
        match refusal {
            _ if reached == day => Trigger::OnItsDay,
            Some(Reason::TooSoon { distance, .. }) => Trigger::PutOff { reached, distance: *distance },
            Some(_) => Trigger::Held { reached },
            None if reached > day || setting.open_days.closed_between(reached, day) => Trigger::Moved { reached },
            None => Trigger::CatchUp { reached },
        }
    }

    fn review(&self, step: &Step, amount: Amount) -> ReviewState {
        match self.limits().review_above {
            Some(ceiling) if amount > ceiling => ReviewState::AboveCeiling { ceiling },
            _ if step.approval => ReviewState::StepAsks,
            _ => ReviewState::NotNeeded,
        }
    }

    /// What a person decided about it.
    fn reviewed(&self, today: &Today<'_>, step: &Step, action: &mut Action) -> Review {
        let situation = today.setting.situation;
        if situation.people.reviews.is_empty() {
            return Review::Made;
        }
        let id = action.id(today.setting.policy, situation.ledger);
        match situation.people.reviews.get(&id).map(|review| &review.verdict) {
            None => Review::Made,
            Some(Verdict::Approved | Verdict::Edited { .. }) => {
                action.review = ReviewState::Approved;
                Review::Made
            }
            Some(Verdict::ChannelChanged { channel }) => {
                action.channel = *channel;
                let own = step.routes.iter().find(|route| route.channel == *channel);
                action.template = own.map_or_else(|| action.template.clone(), |route| route.template.clone());
                action.review = ReviewState::Approved;
                Review::Made
            }
            Some(Verdict::Snoozed { until }) if *until > today.day => Review::PutOff(*until),
            Some(Verdict::Snoozed { .. }) => Review::Made,
            Some(Verdict::Skipped { reason }) => Review::PassedOver(reason.clone()),
        }
    }

    /// Marks the items of a message as done at their own step.
    fn cover(&mut self, setting: &Setting<'_>, spots: &[Spot], group: &Group, day: Day, planned: bool) {
        let granted = self.scenario.step(group.step).deadline.filter(|_| planned);
        for at in &group.members {
            let (Some(candidate), Some(spot)) = (self.candidates.get_mut(*at), spots.get(*at)) else { continue };
            if let Some(level) = spot.level {
                candidate.do_step(setting, level, day, granted, planned);
            }
            candidate.planned |= planned;
            candidate.refusal = None;
        }
    }

    fn refuse(&mut self, members: Vec<usize>, spots: &[Spot], refused: Refused) {
        for at in members {
            if spots.get(at).is_some_and(|spot| spot.fresh.is_some())
                && let Some(candidate) = self.candidates.get_mut(at)
            {
                candidate.refusal = Some(refused.reason.clone());
            }
        }
        if let Some(retry) = refused.retry {
            self.retry = Some(self.retry.map_or(retry, |known| known.min(retry)));
        }
    }

    /// The first day after this one on which something can change.
    pub(crate) fn next_event(&self, setting: &Setting<'_>, known: &Known, day: Day) -> Option<Day> {
        let view = self.view(setting, known, day);
        let events = self.candidates.iter().filter_map(|candidate| candidate.next_event(&view));
        events.chain(self.retry.filter(|retry| *retry > day)).min()
    }

    /// Why an item has no action.
    pub(crate) fn why_left(&self, setting: &Setting<'_>, known: &Known, candidate: &Candidate<'_>) -> Reason {
        let view = self.view(setting, known, setting.first);
        if let Some(refusal) = &candidate.refusal {
            return refusal.clone();
        }
        if !candidate.asked(setting.first).is_debit()
            && let Some(part) = candidate.held_on(setting.first).next()
        {
            return part.reason.clone();
        }
        match (candidate.done, candidate.first_step_day(&view)) {
            (Some(done), _) => Reason::AlreadyContacted { last_contact: done.day },
            (None, Some(first_step)) if first_step > setting.last => Reason::NotDue { first_step },
            (None, _) => Reason::NoStepApplies,
        }
    }
}

/// One message for each step: what is late and what is not at one step goes together after all.
fn merged(groups: Vec<Group>) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        match all.iter_mut().find(|one| one.step == group.step) {
            Some(one) => {
                one.members.extend(group.members);
                one.members.arrange();
            }
            None => all.push(group),
        }
    }
    all
}

/// What a person decided about a message.
enum Review {
    /// It is made.
    Made,
    /// Not before a day.
    PutOff(Day),
    /// Not at all.
    PassedOver(String),
}

impl Candidate<'_> {
    /// Notes a step done.
    fn do_step(&mut self, setting: &Setting<'_>, step: usize, day: Day, granted: Option<crate::Offset>, told: bool) {
        let told = told || self.done.is_some_and(|done| done.told);
        let times = self.done.filter(|done| done.step == step).map_or(0, |done| done.times) + 1;
        let deadline = granted.map(|granted| setting.policy.working.add(day, granted));
        self.done = Some(Done { step, day, times, deadline, told });
        self.changed();
    }
}

/// The step a contact made earlier was about for an item.
fn recalled(view: &View<'_>, candidate: &Candidate<'_>, said: Option<usize>) -> Option<usize> {
    use crate::Advance;
    let of_age = candidate.step_of_age(view);
    let after = candidate.done.map(|done| done.step);
    match (view.scenario.limits.advance, said) {
        // A formal step is only ever taken by the items it names.
        (_, Some(said)) if view.scenario.step(said).tone.is_formal() => Some(said),
        (Advance::ByAge, Some(said)) => of_age.map_or(Some(said), |of_age| Some(of_age.min(said))).max(after),
        (Advance::ByAge, None) => of_age.max(after),
        (Advance::OneAtATime, Some(said)) => Some(said).max(after),
        (Advance::OneAtATime, None) => {
            let last = view.scenario.steps.len().saturating_sub(1);
            Some(after.map_or(0, |after| after + 1).min(last))
        }
    }
}

/// The step under a level that an item has reached and not done yet.
fn lower(view: &View<'_>, candidate: &Candidate<'_>, level: usize) -> Option<(usize, Day)> {
    let from = candidate.done.map_or(0, |done| done.step + 1);
    let reached = |at| Some((at, candidate.step_day(view, at).filter(|day| *day <= view.day)?));
    (from..level).rev().find_map(reached)
}

/// What a message about some items asks for: what is overdue, or else all of it.
fn asked_for<'s>(spots: impl Iterator<Item = &'s Spot> + Clone) -> Amount {
    let listed = spots.filter(|spot| spot.listed);
    let overdue: Amount = listed.clone().filter(|spot| spot.late).map(|spot| spot.asked).sum();
    if overdue.is_debit() { overdue } else { listed.map(|spot| spot.asked).sum() }
}

/// Interest, indemnity and fee, where the step claims them: on what is overdue.
fn claims(today: &Today<'_>, step: &Step, action: &mut Action) {
    if step.claims_interest || step.claims_indemnity {
        let sum = claimed(action, today.setting.situation.claim).sum;
        let only = |amount: Amount, claims: bool| if claims { amount } else { Amount::ZERO };
        action.interest = only(sum.interest, step.claims_interest);
        action.indemnity = only(sum.indemnity, step.claims_indemnity);
    }
    let late = || action.items.iter().filter(|line| line.is_overdue());
    if let Some(fee) = step.fee {
        action.fee = match fee.per {
            FeeBasis::Message => of_amount(fee, action.amount),
            FeeBasis::Remaining => late().map(|line| of_amount(fee, line.asked)).sum(),
            FeeBasis::Original => late().map(|line| of_amount(fee, line.item.amount)).sum(),
        };
    }
}

/// A fee on an amount, half a minor unit rounded up.
fn of_amount(fee: Fee, amount: Amount) -> Amount {
    let share = (i128::from(amount.minor()) * i128::from(fee.basis_points) + 5_000) / 10_000;
    fee.amount + Amount::from_minor(i64::try_from(share).unwrap_or(Amount::MAX_PARSED))
}
