//! Replays `tests/stories/*.story`: the life of an account over several days, written for a consultant.
//! A story states items, payments, disputes and contacts; each `expect` block lists the whole plan of that day, who
//! is written to and who is left alone. The grammar is in `tests/stories/README.md`; nothing else is understood.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::{fixtures, planning};
use dunning::{
    Channel, ContactMade, Hold, Policy, Profile, Reason, Resolved, Review, ReviewState, Stage, Standing, Trigger,
    Verdict,
};
use ledger::{Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, open_items};
use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::str::Lines;
use values::{Amount, AsOf, Currency, Day, Days, FileIndex, Source, TableIndex};

#[test]
fn every_story_comes_true() {
    let folder = std::fs::read_dir(fixtures::path("stories")).unwrap();
    let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "story"));
    files.sort();
    assert!(files.len() >= 8, "only {} stories", files.len());
    let mut failures = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        match (Story::default().tell(&text), text.contains("\nexpected to fail: ")) {
            (Ok(()), false) | (Err(_), true) => {}
            (Err(difference), false) => failures.push(format!("{name}: {difference}")),
            (Ok(()), true) => failures.push(format!("{name}: comes true now, remove its line `expected to fail`")),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is known so far.
#[derive(Default)]
struct Story {
    lines: Vec<Line>,
    policy: Option<Policy>,
    disputed: BTreeSet<String>,
    holds: Vec<(String, Hold)>,
    contacts: Vec<Told>,
    reviews: BTreeMap<String, Verdict>,
    standings: BTreeMap<String, Standing>,
    segments: BTreeMap<String, String>,
    as_of: Option<Day>,
    horizon: i32,
    expectations: usize,
}

/// A contact made.
struct Told {
    customer: String,
    day: Day,
    step: String,
    about: Option<Vec<String>>,
}

/// One entry of the account: an invoice, a credit or a payment.
struct Line {
    document: String,
    customer: String,
    day: Day,
    due_day: Option<Day>,
    amount: Amount,
    kind: EntryKind,
    /// The invoice it belongs with.
    group: Option<String>,
}

impl Story {
    fn tell(mut self, text: &str) -> Result<(), String> {
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                [] | ["#", ..] | ["expected", "to", "fail:", ..] => {}
                ["items"] => block(&mut lines).iter().for_each(|words| self.item(words)),
                ["credit", document, customer, date, money @ ..] => {
                    self.credit(document, customer, date, money, EntryKind::CreditNote);
                }
                ["unallocated", document, customer, date, money @ ..] => {
                    self.credit(document, customer, date, money, EntryKind::Payment);
                }
                ["pay", document, date, money @ ..] => self.pay(document, date, money),
                ["dispute", document] => assert!(self.disputed.insert((*document).to_owned())),
                ["settle", "dispute", document] => assert!(self.disputed.remove(*document), "{document}"),
                ["contacted", customer, date, rest @ ..] => self.contacted(customer, date, rest),
                ["policy", name] => self.policy = Some(planning::preset(name)),
                ["segment", customer, segment] => {
                    self.segments.insert((*customer).to_owned(), (*segment).to_owned());
                }
                ["dispute", document, "for", date, money @ ..] => {
                    self.hold(document, Hold::Disputed { amount: amount(money), since: day(date) });
                }
                ["promise", document, "until", date, money @ ..] => {
                    self.hold(document, Hold::Promised { amount: amount(money), until: day(date) });
                }
                ["block", document, "until", date, "because", why @ ..] => {
                    self.hold(document, Hold::Blocked { until: Some(day(date)), why: why.join(" ") });
                }
                ["instalments", document, "next", date] => self.hold(document, Hold::PlanRespected { next: day(date) }),
                ["insolvent", document, "since", date] => self.hold(document, Hold::Insolvent { since: day(date) }),
                ["factored", document] => self.hold(document, Hold::Factored),
                ["excluded", document] => self.hold(document, Hold::Excluded),
                ["agency", document] => self.hold(document, Hold::HandedOver { stage: Stage::Agency }),
                ["free", document] => self.holds.retain(|(held, _)| held != document),
                ["broken", "promise", customer, date] => {
                    let standing = self.standings.entry((*customer).to_owned()).or_default();
                    standing.broken += 1;
                    standing.raised = standing.broken.saturating_sub(1);
                    standing.last_broken = Some(day(date));
                }
                ["approve", action] => self.review(action, Verdict::Approved),
                ["skip", action, "because", why @ ..] => {
                    self.review(action, Verdict::Skipped { reason: why.join(" ") })
                }
                ["snooze", action, "until", date] => self.review(action, Verdict::Snoozed { until: day(date) }),
                ["by", "phone", action] => self.review(action, Verdict::ChannelChanged { channel: Channel::Phone }),
                ["as", "of", date] => self.as_of = Some(day(date)),
                ["horizon", days, "days"] => self.horizon = days.parse().unwrap(),
                ["expect"] => self.expect(&block(&mut lines))?,
                other => panic!("not understood: {}", other.join(" ")),
            }
        }
        assert!(self.expectations > 0, "a story expects something");
        Ok(())
    }

    fn contacted(&mut self, customer: &str, date: &str, rest: &[&str]) {
        let at = rest.iter().position(|word| *word == "about");
        let about = at.map(|at| rest[at + 1..].iter().map(|document| (*document).to_owned()).collect());
        let step = rest.first().filter(|word| **word != "about").map(|step| (*step).to_owned()).unwrap_or_default();
        self.contacts.push(Told { customer: customer.to_owned(), day: day(date), step, about });
    }

    fn hold(&mut self, document: &str, hold: Hold) {
        assert!(self.lines.iter().any(|line| line.document == document), "{document}");
        self.holds.push((document.to_owned(), hold));
    }

    fn review(&mut self, action: &str, verdict: Verdict) {
        self.reviews.insert(action.to_owned(), verdict);
    }

    fn item(&mut self, words: &[&str]) {
        let (document, customer, date, due_day, money) = match words {
            [document, customer, date, "due", due, money @ ..] => (document, customer, date, Some(day(due)), money),
            [document, customer, date, "no", "due", "date", money @ ..] => (document, customer, date, None, money),
            other => panic!("not an item: {}", other.join(" ")),
        };
        self.lines.push(Line {
            document: (*document).to_owned(),
            customer: (*customer).to_owned(),
            day: day(date),
            due_day,
            amount: amount(money),
            kind: EntryKind::Invoice,
            group: Some((*document).to_owned()),
        });
    }

    fn credit(&mut self, document: &str, customer: &str, date: &str, money: &[&str], kind: EntryKind) {
        self.lines.push(Line {
            document: document.to_owned(),
            customer: customer.to_owned(),
            day: day(date),
            due_day: None,
            amount: -amount(money),
            kind,
            group: None,
        });
    }

    /// In full where no amount is given.
    fn pay(&mut self, document: &str, date: &str, money: &[&str]) {
        let invoice = self.lines.iter().find(|line| line.document == document && line.amount.is_debit()).unwrap();
        let paid = if money.is_empty() { invoice.amount } else { amount(money) };
        let payment = Line {
            document: format!("payment of {document}"),
            customer: invoice.customer.clone(),
            day: day(date),
            due_day: None,
            amount: -paid,
            kind: EntryKind::Payment,
            group: Some(document.to_owned()),
        };
        self.lines.push(payment);
    }

    fn ledger(&self) -> Ledger {
        let mut builder = LedgerBuilder::new(Currency::EUR, Coverage::History);
        for line in &self.lines {
            let customer = builder.customer(&Customer { id: line.customer.clone(), ..Customer::default() });
            let group = line.group.as_ref().map(|code| builder.group(code));
            let entry = Entry {
                customer,
                kind: line.kind,
                account_class: ledger::AccountClass::Receivable,
                day: line.day,
                document_day: line.day,
                due_day: line.due_day,
                due_day_source: line.due_day.map_or(DueDaySource::None, |_| DueDaySource::Stated),
                amount: line.amount,
                group,
                disputed: self.disputed.contains(&line.document),
                source: Source { file: FileIndex(0), table: TableIndex(0), row: 1 },
            };
            builder.push(entry, &line.document);
        }
        builder.build().unwrap()
    }

    /// Compares the whole plan of the day, line by line.
    fn expect(&mut self, expected: &[Vec<&str>]) -> Result<(), String> {
        self.expectations += 1;
        let as_of = AsOf(self.as_of.unwrap());
        let mut expected: Vec<String> = expected.iter().map(|words| words.join(" ")).collect();
        expected.retain(|line| line != "nobody is contacted");
        let seen = self.plan(as_of);
        if seen == expected {
            return Ok(());
        }
        Err(format!(
            "as of {}\n  expected\n    {}\n  seen\n    {}",
            as_of.day(),
            expected.join("\n    "),
            seen.join("\n    ")
        ))
    }

    /// What people recorded up to a day.
    fn people(&self, ledger: &Ledger, as_of: AsOf) -> Resolved {
        let entry = |document: &str| {
            ledger.keys().find(|key| ledger.document(*key) == document && ledger.entry(*key).amount.is_debit())
        };
        let mut people = Resolved::default();
        for (document, hold) in &self.holds {
            people.holds.entry(entry(document).unwrap()).or_default().push(hold.clone());
        }
        people.holds.values_mut().for_each(|holds| holds.sort());
        for told in self.contacts.iter().filter(|told| told.day <= as_of.day()) {
            let about = told.about.as_ref().map(|about| about.iter().filter_map(|document| entry(document)).collect());
            let made = ContactMade { day: told.day, step: told.step.clone(), channel: Channel::Email, about };
            people.contacts.entry(ledger.find(&told.customer).unwrap()).or_default().push(made);
        }
        let standings = self.standings.iter();
        people.standings = standings.map(|(id, standing)| (ledger.find(id).unwrap(), *standing)).collect();
        let review = |(id, verdict): (&String, &Verdict)| {
            (id.clone(), Review { action: id.clone(), day: as_of.day(), verdict: verdict.clone() })
        };
        people.reviews = self.reviews.iter().map(review).collect();
        people
    }

    /// The segment of each customer: the one told, or the last.
    fn profiles(&self, ledger: &Ledger, policy: &Policy) -> Vec<Profile> {
        let place = |segment: Option<&String>| {
            let rules = policy.segments();
            let told = segment.and_then(|told| rules.iter().position(|rule| rule.rule.segment == *told));
            told.or(rules.len().checked_sub(1))
        };
        let of = |id: &String| Profile { segment: place(self.segments.get(id)), ..Profile::default() };
        ledger.customers().iter().map(|customer| of(&customer.id)).collect()
    }

    fn plan(&self, as_of: AsOf) -> Vec<String> {
        let ledger = self.ledger();
        let policy = self.policy.clone().unwrap_or_else(planning::five_steps);
        let people = self.people(&ledger, as_of);
        let profiles = self.profiles(&ledger, &policy);
        let open = open_items(&ledger, as_of);
        let plan = planning::plan(&ledger, &open, &policy, Days(self.horizon), &people, &profiles);
        let actions = plan.actions.iter().map(|action| contacted(&ledger, &policy, action));
        let others = plan.non_actions.iter().map(|left| left_alone(&ledger, left));
        actions.chain(others).collect()
    }
}

/// `2026-09-09 ALPHA pre-due e-mail F1 1 200,00`
fn contacted(ledger: &Ledger, policy: &Policy, action: &dunning::Action) -> String {
    let step = policy.step(action);
    let mut words = vec![action.day.to_string(), ledger.customer(action.customer).id.clone(), step.id.clone()];
    words.push(channel(action.channel).to_owned());
    words.extend(action.items.iter().map(|line| ledger.document(line.item.entry)));
    if action.credits.is_credit() {
        words.push(format!("credits {}", euros(action.credits)));
    }
    if action.listed_credits.is_credit() {
        words.push(format!("credits listed {}", euros(action.listed_credits)));
    }
    words.push(euros(action.amount));
    match action.review {
        ReviewState::NotNeeded => {}
        ReviewState::StepAsks | ReviewState::AboveCeiling { .. } => words.push("(to be approved)".to_owned()),
        ReviewState::Approved => words.push("(approved)".to_owned()),
    }
    match action.trigger {
        Trigger::OnItsDay => {}
        Trigger::Moved { reached } => words.push(format!("(moved from {reached})")),
        Trigger::CatchUp { reached } => words.push(format!("(caught up from {reached})")),
        Trigger::PutOff { reached, .. } => words.push(format!("(put off from {reached})")),
        Trigger::Held { reached } => words.push(format!("(held since {reached})")),
    }
    words.join(" ")
}

/// `left alone F3 disputed`
fn left_alone(ledger: &Ledger, left: &dunning::NonAction) -> String {
    let document = ledger.document(left.item.entry);
    let reason = match &left.reason {
        Reason::NotDue { first_step } => format!("not due, first step {first_step}"),
        Reason::AlreadyContacted { last_contact } => format!("already contacted {last_contact}"),
        Reason::TooSoon { until, .. } => format!("too soon until {until}"),
        Reason::MonthlyCap { until, cap } => format!("{cap} contacts in thirty days, until {until}"),
        Reason::OtherDays { until } => format!("waits for {until}"),
        Reason::Disputed { since: None, .. } => "disputed".to_owned(),
        Reason::Disputed { amount, since: Some(since) } => format!("disputed for {} since {since}", euros(*amount)),
        Reason::Promised { amount, until } => format!("promised {} until {until}", euros(*amount)),
        Reason::PlanRespected { next } => format!("instalments, next {next}"),
        Reason::Blocked { until: Some(until), why } => format!("blocked until {until}: {why}"),
        Reason::Blocked { until: None, why } => format!("blocked: {why}"),
        Reason::Insolvent { since } => format!("insolvent since {since}"),
        Reason::HandedOver { stage } => format!("handed over: {}", stage.key()),
        Reason::NoDueDate => "no due date".to_owned(),
        Reason::NetCredit { .. } => "credits cover the debt".to_owned(),
        Reason::OtherAccount { class } => format!("{} account", class.key()),
        Reason::BelowMinimum { amount, minimum } => format!("{} below {}", euros(*amount), euros(*minimum)),
        Reason::TooRecent { oldest, minimum } => format!("oldest {} days late, below {}", oldest.0, minimum.0),
        Reason::AwaitingReview { step } => format!("awaiting review, at {step} by its age"),
        Reason::Snoozed { until } => format!("snoozed until {until}"),
        Reason::Skipped { why } => format!("skipped: {why}"),
        Reason::Factored
        | Reason::Excluded
        | Reason::Credit
        | Reason::NoChannel
        | Reason::NoStepApplies
        | Reason::NoSteps => left.reason.key().to_owned(),
    };
    format!("left alone {document} {reason}")
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "e-mail",
        Channel::Letter => "letter",
        Channel::RegisteredLetter => "registered-letter",
        Channel::Phone => "phone",
        Channel::Sms => "sms",
        Channel::Internal => "internal",
    }
}

/// The indented lines that follow, as words.
fn block<'a>(lines: &mut Peekable<Lines<'a>>) -> Vec<Vec<&'a str>> {
    let mut block = Vec::new();
    while let Some(line) = lines.next_if(|line| line.starts_with(' ')) {
        block.push(line.split_whitespace().collect());
    }
    block
}

fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// `1 200,00` in words.
fn amount(words: &[&str]) -> Amount {
    Amount::parse_decimal(&words.concat().replace(',', "."), 2).unwrap_or_else(|error| panic!("{words:?}: {error:?}"))
}

fn euros(amount: Amount) -> String {
    let cents = amount.minor().unsigned_abs();
    let whole = (cents / 100).to_string();
    let groups: Vec<&str> =
        whole.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    format!("{}{},{:02}", if amount.is_credit() { "-" } else { "" }, groups.join(" "), cents % 100)
}
