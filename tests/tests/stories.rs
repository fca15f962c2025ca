//! Replays `tests/stories/*.story`: the life of an account over several days, written for a consultant.
//! A story states items, payments, disputes and contacts; each `expect` block lists the whole plan of that day, who
//! is written to and who is left alone. The grammar is in `tests/stories/README.md`; nothing else is understood.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use acceptance::fixtures;
use dunning::{Channel, Contact, Policy, Reason, Trigger, plan};
use ledger::{Coverage, Customer, DueDaySource, Entry, EntryKind, Ledger, LedgerBuilder, open_items};
use std::collections::BTreeSet;
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
    disputed: BTreeSet<String>,
    contacts: Vec<(String, Day)>,
    as_of: Option<Day>,
    horizon: i32,
    expectations: usize,
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
                ["contacted", customer, date] => self.contacts.push(((*customer).to_owned(), day(date))),
                ["as", "of", date] => self.as_of = Some(day(date)),
                ["horizon", days, "days"] => self.horizon = days.parse().unwrap(),
                ["expect"] => self.expect(&block(&mut lines))?,
                other => panic!("not understood: {}", other.join(" ")),
            }
        }
        assert!(self.expectations > 0, "a story expects something");
        Ok(())
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

    fn plan(&self, as_of: AsOf) -> Vec<String> {
        let ledger = self.ledger();
        let policy = acceptance::five_steps();
        let known = |id: &str| ledger.customers().iter().position(|customer| customer.id == id);
        let contact =
            |(id, day): &(String, Day)| Some(Contact { customer: ledger::CustomerKey(known(id)? as u32), day: *day });
        let contacts: Vec<Contact> = self.contacts.iter().filter_map(contact).collect();
        let plan = plan(&policy, as_of, Days(self.horizon), &open_items(&ledger, as_of), &contacts);
        let actions = plan.actions.iter().map(|action| contacted(&ledger, &policy, action));
        let others = plan.non_actions.iter().map(|left| left_alone(&ledger, left));
        actions.chain(others).collect()
    }
}

/// `2026-09-09 ALPHA pre-due e-mail F1 1 200,00`
fn contacted(ledger: &Ledger, policy: &Policy, action: &dunning::Action) -> String {
    let step = policy.step(action.step);
    let mut words = vec![action.day.to_string(), ledger.customer(action.customer).id.clone(), step.id.clone()];
    words.push(channel(step.channel).to_owned());
    words.extend(action.items.iter().map(|line| ledger.document(line.item.entry)));
    if action.credits.is_credit() {
        words.push(format!("credits {}", euros(action.credits)));
    }
    words.push(euros(action.amount));
    match action.trigger {
        Trigger::OnItsDay => {}
        Trigger::CatchUp { reached } => words.push(format!("(caught up from {reached})")),
        Trigger::PutOff { reached, .. } => words.push(format!("(put off from {reached})")),
        Trigger::Held { reached } => words.push(format!("(held since {reached})")),
    }
    words.join(" ")
}

/// `left alone F3 disputed`
fn left_alone(ledger: &Ledger, left: &dunning::NonAction) -> String {
    let document = ledger.document(left.item.entry);
    let reason = match left.reason {
        Reason::NotDue { first_step } => format!("not due, first step {first_step}"),
        Reason::AlreadyContacted { last_contact } => format!("already contacted {last_contact}"),
        Reason::TooSoon { until, .. } => format!("too soon until {until}"),
        Reason::Disputed => "disputed".to_owned(),
        Reason::NoDueDate => "no due date".to_owned(),
        Reason::Credit => "credit".to_owned(),
        Reason::NetCredit { .. } => "credits cover the debt".to_owned(),
        Reason::OtherAccount { class } => format!("{} account", class.key()),
        Reason::BelowMinimum { amount, minimum } => format!("{} below {}", euros(amount), euros(minimum)),
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
