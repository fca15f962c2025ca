//! Due days that the file does not tell, from those it tells of the same customer.

use crate::{AccountClass, CustomerKey, DueDaySource, Entry, EntryKind, LedgerBuilder};
use values::{Day, Source};

impl LedgerBuilder {
    /// Gives a due day to the invoices that neither the file nor its terms tell one for, default terms included: what
    /// a customer usually has is a better claim than what everybody is given. `habit` sees the invoice and due days
    /// that are stated for a customer, and answers with the rule they show, if any; `due_day` applies the rule. Answers
    /// with the entries given one: where each was read, and where its due day came from before.
    pub fn complete_due_days<Rule>(
        &mut self,
        habit: impl Fn(&[(Day, Day)]) -> Option<Rule>,
        due_day: impl Fn(&Rule, Day) -> Day,
    ) -> Vec<(Source, DueDaySource)> {
        let mut given = Vec::new();
        let has = |source| self.entries.has(EntryKind::Invoice, source);
        if !has(DueDaySource::Stated) || !has(DueDaySource::Default) && !has(DueDaySource::None) {
            return given;
        }
        for customer in (0..self.entries.customers()).map(CustomerKey) {
            let entries = || self.entries.entries_of(customer);
            if !entries().any(|entry| lacks_due_day(&entry)) {
                continue;
            }
            let stated =
                entries().filter(states_due_day).filter_map(|entry| Some((entry.document_day, entry.due_day?)));
            let Some(rule) = habit(&stated.collect::<Vec<_>>()) else { continue };
            self.entries.redate(customer, |entry| {
                if lacks_due_day(entry) {
                    given.push((entry.source, entry.due_day_source));
                    entry.due_day = Some(due_day(&rule, entry.document_day));
                    entry.due_day_source = DueDaySource::Mode;
                }
            });
        }
        given
    }
}

/// Only sales have terms: an opening balance, a retention or a bill shows nothing and is given nothing.
fn lacks_due_day(entry: &Entry) -> bool {
    let told = match entry.due_day_source {
        DueDaySource::Default | DueDaySource::None => false,
        DueDaySource::Stated | DueDaySource::Terms | DueDaySource::Mode | DueDaySource::Bucket => true,
    };
    is_sale(entry) && entry.amount.is_debit() && !told
}

fn states_due_day(entry: &Entry) -> bool {
    is_sale(entry) && entry.due_day_source == DueDaySource::Stated
}

fn is_sale(entry: &Entry) -> bool {
    entry.kind == EntryKind::Invoice && entry.account_class == AccountClass::Receivable
}
