//! The register as the contract shows it, and the sentences of edits and refusals.

use crate::{Session, failures};
use desk::{kept_key, plan_key};
use followup::{
    BlockKind, Contact, DisputeResolved, Operation, PlanState, Proposal, Recorded, Refusal, Resolution, Resolved,
    SplitError, Stage, TERMS_MAX, Target, TermState, Unmatched,
};
use protocol::{
    BlockView, CaseView, DisputeView, Failure, InsolvencyView, PinsView, PlanView, PromiseView, ProposedEdit,
    RecordKind, RegisterQuery, RegisterView, RipeClaim, StandingView, TermView, UnmatchedView,
};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Arrange, Currency, Day};

/// The register on a day.
pub fn register(session: &Session, query: &RegisterQuery, language: Language) -> RegisterView {
    let resolved = session.resolved_on(query.as_of);
    let (log, register) = (&session.log, session.log.register());
    let wanted = |customer: &str| query.customer.as_ref().is_none_or(|asked| asked == customer);
    let view = View { day: query.as_of, resolved: &resolved };
    let words = |operation: &Operation| edit(operation, language);
    let mut shown = RegisterView {
        as_of: query.as_of,
        undo: log.done().last().map(words),
        redo: log.undone().last().map(words),
        edits: log.done().len() as u32,
        disputes: view.disputes(&register.disputes),
        promises: view.promises(&register.promises),
        plans: view.plans(&register.plans),
        blocks: view.blocks(&register.blocks),
        insolvencies: view.insolvencies(&register.insolvencies),
        cases: cases(register, query.as_of),
        notes: register.notes.clone(),
        contacts: register.contacts.clone(),
        pins: register.pins.iter().map(|(id, pins)| PinsView { customer: id.clone(), pins: pins.clone() }).collect(),
        reviews: register.reviews.values().cloned().collect(),
        standings: standings(session, &resolved),
        proposals: proposals(session, &resolved, query.as_of, language),
        unmatched: unmatched(session, &resolved, language),
        ripe: Vec::new(),
        ripe_text: None,
    };
    (shown.ripe, shown.ripe_text) = ripe(session, &resolved, query.as_of, language);
    shown.disputes.retain(|one| wanted(&one.record.of.item.customer));
    shown.promises.retain(|one| one.record.items.iter().any(|covered| wanted(&covered.item.customer)));
    shown.plans.retain(|one| one.record.items.iter().any(|covered| wanted(&covered.item.customer)));
    shown.blocks.retain(|one| wanted(one.record.target.customer()));
    shown.insolvencies.retain(|one| wanted(&one.record.customer));
    shown.cases.retain(|one| wanted(one.target.customer()));
    shown.notes.retain(|one| wanted(one.target.customer()));
    shown.contacts.retain(|one| wanted(&one.customer));
    shown.pins.retain(|one| wanted(&one.customer));
    shown.standings.retain(|one| wanted(&one.customer));
    shown.unmatched.retain(|one| wanted(&one.customer));
    shown.ripe.retain(|one| wanted(&one.customer));
    shown
}

/// What is needed to tell how records stand.
struct View<'a> {
    day: Day,
    resolved: &'a [Resolved],
}

fn numbered<R, E>(list: &[Recorded<R, E>]) -> impl Iterator<Item = (u32, &Recorded<R, E>)> {
    (1..).zip(list)
}

impl View<'_> {
    fn disputes(&self, list: &[Recorded<followup::Dispute, DisputeResolved>]) -> Vec<DisputeView> {
        let view = |(number, of): (u32, &Recorded<followup::Dispute, DisputeResolved>)| DisputeView {
            number,
            record: of.record.clone(),
            end: of.end.clone(),
            active: of.record.since <= self.day && of.end.as_ref().is_none_or(|end| end.day > self.day),
        };
        numbered(list).map(view).collect()
    }

    fn promises(&self, list: &[Recorded<followup::Promise>]) -> Vec<PromiseView> {
        let view = |(number, of): (u32, &Recorded<followup::Promise>)| {
            let mut outcomes = self.resolved.iter().flat_map(|resolved| &resolved.promises);
            let outcome = outcomes.find(|outcome| outcome.number == number);
            PromiseView {
                number,
                record: of.record.clone(),
                withdrawn: of.end,
                state: outcome.map_or("to-come", |outcome| kept_key(outcome.kept)).to_owned(),
                paid: outcome.map_or(Amount::ZERO, |outcome| outcome.paid),
            }
        };
        numbered(list).map(view).collect()
    }

    fn plans(&self, list: &[Recorded<followup::InstalmentPlan>]) -> Vec<PlanView> {
        let view = |(number, of): (u32, &Recorded<followup::InstalmentPlan>)| {
            let mut outcomes = self.resolved.iter().flat_map(|resolved| &resolved.plans);
            let outcome = outcomes.find(|outcome| outcome.number == number);
            let term = |term: &followup::TermStatus| TermView {
                term: term.term,
                paid: term.paid,
                state: term_state(term.state).to_owned(),
            };
            let state = outcome.map_or("to-come", |of| plan_key(&of.state));
            let (next, short) = outcome.map_or((None, Amount::ZERO), |of| plan_state(&of.state));
            PlanView {
                number,
                record: of.record.clone(),
                ended: of.end,
                state: state.to_owned(),
                terms: outcome.map(|outcome| outcome.terms.iter().map(term).collect()).unwrap_or_default(),
                next,
                short,
            }
        };
        numbered(list).map(view).collect()
    }

    fn blocks(&self, list: &[Recorded<followup::Block>]) -> Vec<BlockView> {
        let view = |(number, of): (u32, &Recorded<followup::Block>)| {
            let over = of.record.until.is_some_and(|until| until < self.day);
            let lifted = of.end.is_some_and(|end| end <= self.day);
            BlockView {
                number,
                record: of.record.clone(),
                lifted: of.end,
                active: of.record.since <= self.day && !over && !lifted,
            }
        };
        numbered(list).map(view).collect()
    }

    fn insolvencies(&self, list: &[Recorded<followup::Proceedings>]) -> Vec<InsolvencyView> {
        let view = |(number, of): (u32, &Recorded<followup::Proceedings>)| InsolvencyView {
            number,
            record: of.record.clone(),
            ended: of.end,
            declare_until: of.record.published.map(rules::claim_deadline),
        };
        numbered(list).map(view).collect()
    }
}

fn term_state(state: TermState) -> &'static str {
    match state {
        TermState::Paid => "paid",
        TermState::Missed => "missed",
        TermState::ToCome => "to-come",
    }
}

/// The day a plan is about, and what is short of it.
fn plan_state(state: &PlanState) -> (Option<Day>, Amount) {
    match state {
        PlanState::Respected { next } => (Some(*next), Amount::ZERO),
        PlanState::Missed { day, short, .. } => (Some(*day), *short),
        PlanState::Completed | PlanState::Ended | PlanState::NotListed => (None, Amount::ZERO),
    }
}

/// The claims with a step of their own up to a day, by target.
fn cases(register: &followup::Register, day: Day) -> Vec<CaseView> {
    let mut cases: BTreeMap<&Target, Vec<followup::Transition>> = BTreeMap::new();
    for transition in register.transitions.iter().filter(|one| one.day <= day) {
        cases.entry(&transition.target).or_default().push(transition.clone());
    }
    let view = |(target, steps): (&Target, Vec<followup::Transition>)| {
        let stage = steps.last().map(|last| last.stage).unwrap_or_default();
        let next = Stage::ALL.into_iter().filter(|next| stage.may_become(*next)).collect();
        CaseView { target: target.clone(), stage, steps, next }
    };
    cases.into_iter().map(view).collect()
}

fn standings(session: &Session, resolved: &[Resolved]) -> Vec<StandingView> {
    let of = session.ledgers().iter().zip(resolved).flat_map(|(ledger, resolved)| {
        resolved.standings.iter().map(|(customer, standing)| StandingView {
            customer: ledger.customer(*customer).id.clone(),
            broken: standing.broken,
            raised: standing.raised,
        })
    });
    of.collect()
}

fn proposals(session: &Session, resolved: &[Resolved], day: Day, language: Language) -> Vec<ProposedEdit> {
    let register = session.log.register();
    let of = resolved.iter().flat_map(|resolved| &resolved.proposals).filter_map(|proposal| match proposal {
        Proposal::CloseDispute { dispute, paid } => {
            let item = &register.disputes.get((*dispute as usize).checked_sub(1)?)?.record.of.item;
            let end = DisputeResolved { day, how: Resolution::Paid, note: String::new() };
            let text = language.propose_closing(&item.document, *paid, item.currency);
            Some(ProposedEdit { text, edit: Operation::Resolve { dispute: *dispute, end } })
        }
    });
    of.collect()
}

/// Claims ripe to be handed over, and the share of overdue items they are.
fn ripe(session: &Session, resolved: &[Resolved], day: Day, language: Language) -> (Vec<RipeClaim>, Option<String>) {
    let register = session.log.register();
    let open = session.open_on(day);
    let (mut claims, mut items, mut overdue) = (Vec::new(), 0_i64, 0_i64);
    // Without a single step beyond reminders nothing can be ripe, and a million items need not be looked at.
    if register.transitions.is_empty() {
        return (claims, None);
    }
    for ((ledger, open), resolved) in session.ledgers().iter().zip(open.iter()).zip(resolved) {
        let (ripe, all) = followup::ripe(register, ledger, open, resolved);
        overdue += i64::from(all);
        items += ripe.iter().map(|one| i64::from(one.items)).sum::<i64>();
        claims.extend(ripe.into_iter().map(|one| RipeClaim {
            customer: ledger.customer(one.customer).id.clone(),
            name: ledger.customer(one.customer).name.clone(),
            items: one.items,
            amount: one.amount,
            currency: ledger.currency(),
            noticed: one.noticed,
        }));
    }
    let text = (overdue > 0).then(|| language.externalised_share(items * 10_000 / overdue));
    (claims, text)
}

/// What no ledger of the dossier lists.
fn unmatched(session: &Session, resolved: &[Resolved], language: Language) -> Vec<UnmatchedView> {
    let known = |one: &Unmatched| {
        one.item.is_none() && session.ledgers().iter().any(|ledger| ledger.find(&one.customer).is_some())
    };
    let mut lost: Vec<&Unmatched> =
        resolved.iter().flat_map(|resolved| &resolved.unmatched).filter(|one| !known(one)).collect();
    lost.arrange();
    lost.dedup();
    let view = |one: &Unmatched| {
        let document = one.item.as_ref().map(|item| item.document.as_str());
        UnmatchedView {
            kind: one.kind,
            number: one.number,
            customer: one.customer.clone(),
            item: one.item.clone(),
            text: language.record_unmatched(record_kind(one.kind), one.number, &one.customer, document),
        }
    };
    lost.into_iter().map(view).collect()
}

fn record_kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Dispute => "dispute",
        RecordKind::Promise => "promise",
        RecordKind::Plan => "plan",
        RecordKind::Block => "block",
        RecordKind::Insolvency => "insolvency",
        RecordKind::Transition => "transition",
        RecordKind::Note => "note",
        RecordKind::Contact => "contact",
        RecordKind::Pin => "pin",
        RecordKind::Match => "match",
    }
}

/// An edit in words.
pub fn edit(operation: &Operation, language: Language) -> String {
    let number = |number: &u32| number.to_string();
    let items = |items: &[followup::Covered]| {
        let documents: Vec<&str> = items.iter().map(|covered| covered.item.document.as_str()).collect();
        documents.join(", ")
    };
    let (key, about) = match operation {
        Operation::Dispute(dispute) => ("dispute", dispute.of.item.document.clone()),
        Operation::Revise { to, .. } => ("revise", to.of.item.document.clone()),
        Operation::Resolve { dispute, .. } => ("resolve", number(dispute)),
        Operation::Promise(promise) => ("promise", items(&promise.items)),
        Operation::Withdraw { promise, .. } => ("withdraw", number(promise)),
        Operation::Plan(plan) => ("plan", items(&plan.items)),
        Operation::EndPlan { plan, .. } => ("end-plan", number(plan)),
        Operation::Block(block) => (block_key(block.kind), target(&block.target)),
        Operation::Lift { block, .. } => ("lift", number(block)),
        Operation::Insolvent(insolvency) => ("insolvent", insolvency.customer.clone()),
        Operation::Solvent { insolvency, .. } => ("solvent", number(insolvency)),
        Operation::Advance(transition) => {
            ("advance", format!("{}, {}", target(&transition.target), language.stage(transition.stage.key())))
        }
        Operation::Note(note) => ("note", target(&note.target)),
        Operation::Contact(contact) => ("contact", about_contact(contact, language)),
        Operation::Review(_) => ("review", String::new()),
        Operation::Unreview { .. } => ("unreview", String::new()),
        Operation::Pin { customer, .. } => ("pin", customer.clone()),
        Operation::Unpin { customer } => ("unpin", customer.clone()),
        Operation::Match(_) => ("match", String::new()),
        Operation::Set { .. } => ("set", String::new()),
        // A call with its effects is known by the call.
        Operation::Together(operations) if called(operations).is_some() => {
            ("call", called(operations).map(|contact| about_contact(contact, language)).unwrap_or_default())
        }
        Operation::Together(operations) => ("together", language.edit_count(operations.len())),
    };
    language.edit(key, &about)
}

/// The call that edits begin with.
fn called(operations: &[Operation]) -> Option<&Contact> {
    let Operation::Contact(contact) = operations.first()? else { return None };
    contact.outcome.map(|_| contact)
}

fn about_contact(contact: &Contact, language: Language) -> String {
    match contact.outcome {
        Some(outcome) => format!("{}, {}", contact.customer, language.call_outcome(outcome.key())),
        None => contact.customer.clone(),
    }
}

fn block_key(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Pause => "block",
        BlockKind::Excluded => "exclude",
        BlockKind::Factored => "factor",
    }
}

fn target(target: &Target) -> String {
    match target {
        Target::Customer(customer) => customer.clone(),
        Target::Item(item) => item.document.clone(),
    }
}

/// Why an edit is refused, in words.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::Unknown { kind, number } => language.record_unknown(record_kind(*kind), *number),
        Refusal::Ended { kind, number } => language.record_ended(record_kind(*kind), *number),
        Refusal::NothingCovered => language.nothing_covered().to_owned(),
        Refusal::SeveralAccounts => language.several_accounts().to_owned(),
        Refusal::ItemTwice { document } => language.item_twice(document),
        Refusal::AmountOutOfRange { amount, most, currency } => language.amount_out_of_range(*amount, *most, *currency),
        Refusal::DaysReversed { first, then } => language.days_reversed(*first, *then),
        Refusal::Terms { error, currency } => terms(*error, *currency, language),
        Refusal::Transition { from, to } => language.transition_refused(from.key(), to.key()),
        Refusal::NoText => language.text_missing().to_owned(),
        Refusal::SameAsItself => language.same_as_itself().to_owned(),
        Refusal::OtherItem => language.other_item().to_owned(),
        Refusal::NoMatch => language.match_of_one().to_owned(),
        Refusal::Nested => language.nested_edits().to_owned(),
        Refusal::TooMany => language.too_many_edits().to_owned(),
    }
}

/// Why terms are refused, in words.
pub fn terms(error: SplitError, currency: Currency, language: Language) -> String {
    match error {
        SplitError::Count => language.term_count_refused(TERMS_MAX),
        SplitError::Amount => language.term_amount_refused().to_owned(),
        SplitError::Days => language.term_days_refused().to_owned(),
        SplitError::Sum { found, wanted } => language.term_sum_refused(found, wanted, currency),
    }
}

/// A refused edit as a failure.
pub fn refused(why: &Refusal, language: Language) -> Failure {
    let advice = match why {
        Refusal::Transition { .. } => language.transition_advice(),
        _ => language.edit_advice(),
    };
    failures::failure("edit", refusal(why, language), advice)
}
