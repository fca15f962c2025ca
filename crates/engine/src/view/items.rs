//! Open items as the contract shows them.

use ledger::{DueDaySource, EntryKind, Ledger, OpenItem};
use protocol::Place;
use values::AsOf;

/// One open item; `place` names the row it was read from.
pub fn item(ledger: &Ledger, as_of: AsOf, item: &OpenItem, place: Place) -> protocol::OpenItem {
    let customer = ledger.customer(item.customer);
    protocol::OpenItem {
        customer: customer.id.clone(),
        name: customer.name.clone(),
        document: ledger.document(item.entry),
        kind: kind(item.kind).to_owned(),
        account_class: item.account_class.key().to_owned(),
        invoice_day: item.day,
        due_day: item.due_day,
        due_day_source: due_day_source(item.due_day_source).to_owned(),
        amount: item.amount,
        residual: item.residual,
        currency: ledger.currency(),
        days_late: item.days_late(as_of).map_or(0, |days| days.0),
        status: item.disputed.then(|| "disputed".to_owned()).into_iter().collect(),
        source: place,
    }
}

fn kind(kind: EntryKind) -> &'static str {
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
