//! What a person fills in as an edit, and what is recorded as rows of a table. The engine checks and computes.

use crate::components::channel::word;
use protocol::{
    Block, BlockKind, Channel, Contact, Covered, Dispute, DisputeCategory, DisputeResolved, InstalmentPlan, ItemKey,
    Note, OpenItem, Operation, Proceedings, Promise, RegisterView, Resolution, Stage, Target, Transition,
};
use text::Language;
use values::{Amount, Currency, Day};

/// What can be recorded, in the order of a list: key of its words.
pub const KINDS: [&str; 9] =
    ["promise", "dispute", "plan", "block", "exclude", "note", "contact", "advance", "insolvent"];

/// A form as it is filled in.
#[derive(Clone, Debug)]
pub struct Filled {
    /// One of [`KINDS`].
    pub kind: String,
    /// Whose.
    pub customer: String,
    /// The items chosen.
    pub items: Vec<OpenItem>,
    /// An amount as typed; what is open where it is empty.
    pub amount: String,
    /// A day, where the kind has one.
    pub day: Option<Day>,
    /// Terms of a plan.
    pub terms: u32,
    /// A reason or a note.
    pub words: String,
    /// Ground of a dispute.
    pub category: DisputeCategory,
    /// Stage of a claim.
    pub stage: Stage,
    /// The day it is recorded.
    pub as_of: Day,
}

/// An item as records name it.
pub fn key(item: &OpenItem) -> ItemKey {
    ItemKey {
        customer: item.customer.clone(),
        currency: item.currency,
        document: item.document.clone(),
        day: item.invoice_day,
        amount: item.amount,
        twin: item.twin.unwrap_or(1),
    }
}

fn covered(item: &OpenItem) -> Covered {
    Covered { item: key(item), owed: item.residual }
}

impl Filled {
    /// The edit. What is missing or wrong is left for the engine to refuse with a sentence.
    pub fn operation(&self) -> Operation {
        match self.kind.as_str() {
            "promise" => Operation::Promise(Promise {
                items: self.covered(),
                amount: self.amount(),
                until: self.day.unwrap_or(self.as_of),
                made: self.as_of,
                by: None,
                source: self.words.clone(),
            }),
            "plan" => Operation::Plan(InstalmentPlan {
                items: self.covered(),
                interest: Amount::ZERO,
                terms: protocol::split(self.owed(), self.terms, self.day.unwrap_or(self.as_of)).unwrap_or_default(),
                agreed: self.as_of,
            }),
            "dispute" => one_or_more(self.items.iter().map(|item| self.dispute(item)).collect()),
            "block" => self.block(BlockKind::Pause),
            "exclude" => self.block(BlockKind::Excluded),
            "contact" => Operation::Contact(Contact {
                customer: self.customer.clone(),
                day: self.as_of,
                step: String::new(),
                channel: Channel::Phone,
                items: self.items.iter().map(key).collect(),
                template: String::new(),
                text_sha256: String::new(),
                result: self.words.clone(),
                outcome: None,
                reason: None,
                again: None,
            }),
            "advance" => self.of_targets(|target| {
                Operation::Advance(Transition {
                    target,
                    stage: self.stage,
                    day: self.as_of,
                    cost: Amount::ZERO,
                    currency: self.items.first().map_or(Currency::EUR, |item| item.currency),
                    note: self.words.clone(),
                })
            }),
            "insolvent" => Operation::Insolvent(Proceedings {
                customer: self.customer.clone(),
                since: self.day.unwrap_or(self.as_of),
                published: None,
                note: self.words.clone(),
            }),
            _ => self.of_targets(|target| {
                Operation::Note(Note { target, day: self.as_of, author: String::new(), text: self.words.clone() })
            }),
        }
    }

    fn covered(&self) -> Vec<Covered> {
        self.items.iter().map(covered).collect()
    }

    fn owed(&self) -> Amount {
        self.items.iter().map(|item| item.residual).sum()
    }

    /// What was typed, else what is open. Words that are no amount are zero, which the engine refuses.
    fn amount(&self) -> Amount {
        if self.amount.trim().is_empty() {
            return self.owed();
        }
        let currency = self.items.first().map_or(Currency::EUR, |item| item.currency);
        text::typed_amount(&self.amount, currency).unwrap_or_default()
    }

    fn dispute(&self, item: &OpenItem) -> Operation {
        let amount = if self.items.len() == 1 { self.amount() } else { item.residual };
        Operation::Dispute(Dispute {
            of: covered(item),
            amount,
            category: self.category,
            owner: String::new(),
            next_step: String::new(),
            next_step_day: None,
            expected_credit: None,
            since: self.as_of,
            note: self.words.clone(),
        })
    }

    fn block(&self, kind: BlockKind) -> Operation {
        let until = self.day.filter(|_| kind == BlockKind::Pause);
        self.of_targets(|target| {
            Operation::Block(Block { target, kind, reason: self.words.clone(), since: self.as_of, until })
        })
    }

    /// One edit for each item chosen, or one for the whole customer.
    fn of_targets(&self, edit: impl Fn(Target) -> Operation) -> Operation {
        if self.items.is_empty() {
            return edit(Target::Customer(self.customer.clone()));
        }
        one_or_more(self.items.iter().map(|item| edit(Target::Item(key(item)))).collect())
    }
}

/// Several edits are done and undone as one; none is a promise of nothing, which the engine refuses.
fn one_or_more(mut edits: Vec<Operation>) -> Operation {
    if edits.len() == 1
        && let Some(only) = edits.pop()
    {
        return only;
    }
    Operation::Together(edits)
}

/// A record as a row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What.
    pub kind: String,
    /// Whose.
    pub customer: String,
    /// Which documents; empty for the whole customer.
    pub documents: String,
    /// How much, in words of the language.
    pub amount: String,
    /// Its day.
    pub day: Option<Day>,
    /// How it stands.
    pub state: String,
    /// What can be decided about it: words, and the edit.
    pub decisions: Vec<(&'static str, Operation)>,
    /// The number of the plan, where an agreement is signed on it.
    pub plan: Option<u32>,
}

/// Every record, of one customer or of all, in the order recorded within each kind.
pub fn rows(of: &RegisterView, customer: Option<&str>, text: Language) -> Vec<Row> {
    let day = of.as_of;
    let state = |key: &str| text.record_state(key).to_owned();
    let active = |active: bool| state(if active { "active" } else { "ended" });
    let mut rows = Vec::new();
    for one in &of.promises {
        let number = one.number;
        let withdraw = (text.followup_withdraw(), Operation::Withdraw { promise: number, day });
        rows.push(Row {
            day: Some(one.record.until),
            state: state(&one.state),
            decisions: (one.state == "pending").then_some(withdraw).into_iter().collect(),
            ..row(text.edit("promise", ""), &one.record.items, Some(one.record.amount), text)
        });
    }
    for one in &of.disputes {
        let end =
            |how| Operation::Resolve { dispute: one.number, end: DisputeResolved { day, how, note: String::new() } };
        let ends =
            [(text.followup_credit(), end(Resolution::Credited)), (text.followup_uphold(), end(Resolution::Upheld))];
        let kind = text.edit("dispute", text.dispute_category(one.record.category.key()));
        rows.push(Row {
            day: Some(one.record.since),
            state: active(one.active),
            decisions: if one.active { ends.into() } else { Vec::new() },
            ..row(kind, std::slice::from_ref(&one.record.of), Some(one.record.amount), text)
        });
    }
    for one in &of.plans {
        let give_up = (text.followup_give_up(), Operation::EndPlan { plan: one.number, day });
        let amount = one.record.terms.iter().map(|term| term.amount).sum();
        let open = matches!(one.state.as_str(), "respected" | "missed");
        rows.push(Row {
            day: one.next,
            state: state(&one.state),
            decisions: open.then_some(give_up).into_iter().collect(),
            plan: open.then_some(one.number),
            ..row(text.edit("plan", ""), &one.record.items, Some(amount), text)
        });
    }
    for one in &of.blocks {
        let lift = (text.followup_lift(), Operation::Lift { block: one.number, day });
        rows.push(Row {
            kind: text.edit("block", &one.record.reason),
            day: one.record.until.or(Some(one.record.since)),
            state: active(one.active),
            decisions: one.active.then_some(lift).into_iter().collect(),
            ..of_target(&one.record.target)
        });
    }
    for one in &of.insolvencies {
        let open = one.ended.is_none_or(|ended| ended > day);
        let close = (text.followup_over(), Operation::Solvent { insolvency: one.number, day });
        rows.push(Row {
            kind: text.edit("insolvent", ""),
            day: Some(one.record.since),
            state: active(open),
            decisions: open.then_some(close).into_iter().collect(),
            ..of_target(&Target::Customer(one.record.customer.clone()))
        });
    }
    for one in &of.cases {
        let kind = text.edit("advance", "");
        let (day, state) = (one.steps.last().map(|last| last.day), text.stage(one.stage.key()).to_owned());
        rows.push(Row { kind, day, state, ..of_target(&one.target) });
    }
    for one in &of.notes {
        let (kind, state) = (text.edit("note", ""), one.text.clone());
        rows.push(Row { kind, day: Some(one.day), state, ..of_target(&one.target) });
    }
    for one in &of.contacts {
        let documents = one.items.iter().map(|item| item.document.as_str()).collect::<Vec<_>>().join(", ");
        let (kind, state) = (text.edit("contact", word(text, one.channel)), one.result.clone());
        let target = of_target(&Target::Customer(one.customer.clone()));
        rows.push(Row { kind, day: Some(one.day), state, documents, ..target });
    }
    rows.retain(|row| customer.is_none_or(|customer| row.customer == customer));
    rows
}

fn row(kind: String, items: &[Covered], amount: Option<Amount>, text: Language) -> Row {
    let documents: Vec<&str> = items.iter().map(|covered| covered.item.document.as_str()).collect();
    let first = items.first().map(|covered| &covered.item);
    let amount = first.zip(amount).map(|(item, amount)| text.money(amount, item.currency));
    Row {
        kind,
        customer: first.map(|item| item.customer.clone()).unwrap_or_default(),
        documents: documents.join(", "),
        amount: amount.unwrap_or_default(),
        day: None,
        state: String::new(),
        decisions: Vec::new(),
        plan: None,
    }
}

fn of_target(target: &Target) -> Row {
    let (customer, documents) = match target {
        Target::Customer(customer) => (customer.clone(), String::new()),
        Target::Item(item) => (item.customer.clone(), item.document.clone()),
    };
    let (kind, amount, state) = (String::new(), String::new(), String::new());
    Row { kind, customer, documents, amount, day: None, state, decisions: Vec::new(), plan: None }
}
