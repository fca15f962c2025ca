//! Open items as the contract shows them.

use crate::Session;
use followup::Hold;
use ledger::{DueDaySource, EntryKind, Ledger, OpenItem};
use values::AsOf;

/// One open item; `holds` is what people recorded of it.
pub fn item(session: &Session, ledger: &Ledger, as_of: AsOf, item: &OpenItem, holds: &[Hold]) -> protocol::OpenItem {
    let (entry, document) = ledger.line(item.entry);
    let customer = ledger.customer(item.customer);
    protocol::OpenItem {
        customer: customer.id.clone(),
        name: customer.name.clone(),
        document,
        kind: kind(item.kind).to_owned(),
        account_class: item.account_class.key().to_owned(),
        invoice_day: item.document_day,
        due_day: item.due_day,
        due_day_source: due_day_source(item.due_day_source).to_owned(),
        amount: item.amount,
        residual: item.residual,
        currency: ledger.currency(),
        days_late: item.days_late(as_of).map_or(0, |days| days.0),
        status: status(item, holds),
        source: session.place(entry.source),
        twin: None,
    }
}

/// What the file and people say of an item, each word once.
fn status(item: &OpenItem, holds: &[Hold]) -> Vec<String> {
    let mut words: Vec<&str> = item.disputed.then_some("disputed").into_iter().collect();
    for word in holds.iter().map(status_of) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.into_iter().map(str::to_owned).collect()
}

/// The contract's word for what holds an item back.
pub fn status_of(hold: &Hold) -> &'static str {
    match hold {
        Hold::Insolvent { .. } => "insolvent",
        Hold::HandedOver { stage } => stage.key(),
        Hold::Excluded => "excluded",
        Hold::Factored => "factored",
        Hold::Blocked { .. } => "blocked",
        Hold::Disputed { .. } => "disputed",
        Hold::PlanRespected { .. } => "plan",
        Hold::Promised { .. } => "promised",
    }
}

/// The contract's word for what an entry records.
pub fn kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Invoice => "invoice",
        EntryKind::CreditNote => "credit-note",
        EntryKind::Payment | EntryKind::UndatedPayment => "payment",
        EntryKind::Opening => "opening",
        EntryKind::Other => "other",
    }
}

/// The contract's word for where a due date comes from.
pub fn due_day_source(source: DueDaySource) -> &'static str {
    match source {
        DueDaySource::Stated => "stated",
        DueDaySource::Terms => "terms",
        DueDaySource::Default => "default",
        DueDaySource::Mode => "mode",
        DueDaySource::Bucket => "bucket",
        DueDaySource::None => "none",
    }
}
