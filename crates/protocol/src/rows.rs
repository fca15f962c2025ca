//! Long replies travel as a beginning and slices of rows, one message each, so that reading a reply never holds the
//! page for long. Put together in order they are the reply again.

use crate::{
    Action, AgedRow, Diagnostic, Draft, ImportReport, MatchProposal, NonAction, OpenItem, PlacedCustomer, Reply,
};
use serde::{Deserialize, Serialize};
use values::Currency;

/// Rows of one message at most.
const SLICE: usize = 200;

/// More rows of a list of the reply before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rows {
    /// Customers of the balance of a currency.
    Customers(Currency, Vec<AgedRow>),
    /// Customers of the segments of a currency.
    Placed(Currency, Vec<PlacedCustomer>),
    /// Matches proposed.
    Proposals(Vec<MatchProposal>),
    /// Open items.
    Items(Vec<OpenItem>),
    /// Actions of the plan.
    Actions(Vec<Action>),
    /// Items left alone.
    LeftAlone(Vec<NonAction>),
    /// Drafts.
    Drafts(Vec<Draft>),
    /// Rows set aside.
    SetAside(Vec<Diagnostic>),
    /// Other remarks of an import.
    Remarks(Vec<Diagnostic>),
}

impl Reply {
    /// The beginning of a reply, and its rows past the first slice of each list.
    pub fn sliced(mut self) -> (Reply, Vec<Rows>) {
        let mut rows = Vec::new();
        match &mut self {
            Reply::AgedBalance(balance) => {
                for one in &mut balance.currencies {
                    let currency = one.currency;
                    cut(&mut one.customers, &mut rows, |slice| Rows::Customers(currency, slice));
                }
            }
            Reply::Segments(segments) => {
                for one in &mut segments.currencies {
                    let currency = one.currency;
                    cut(&mut one.customers, &mut rows, |slice| Rows::Placed(currency, slice));
                }
            }
            Reply::Matches(matches) => cut(&mut matches.proposals, &mut rows, Rows::Proposals),
            Reply::OpenItems(page) => cut(&mut page.items, &mut rows, Rows::Items),
            Reply::Plan(page) => {
                cut(&mut page.plan.actions, &mut rows, Rows::Actions);
                cut(&mut page.plan.non_actions, &mut rows, Rows::LeftAlone);
            }
            Reply::Drafts(drafts) => cut(drafts, &mut rows, Rows::Drafts),
            Reply::Opened(report) | Reply::ImportReport(report) => {
                cut(&mut report.set_aside, &mut rows, Rows::SetAside);
                cut(&mut report.diagnostics, &mut rows, Rows::Remarks);
            }
            Reply::Metrics(_)
            | Reply::Look(_)
            | Reply::Series(_)
            | Reply::Behaviour(_)
            | Reply::Forecast(_)
            | Reply::Claims(_)
            | Reply::Limitation(_)
            | Reply::Quality(_)
            | Reply::Freshness(_)
            | Reply::SourceRow(_)
            | Reply::Preview(_)
            | Reply::Proposal(_)
            | Reply::File(_)
            | Reply::Register(_)
            | Reply::Comparison(_)
            | Reply::Progress(_)
            | Reply::Rows(_)
            | Reply::Failed(_) => {}
        }
        (self, rows)
    }

    /// Puts rows behind those of the list they belong to; rows of another kind of reply change nothing.
    pub fn put(&mut self, rows: Rows) {
        match (self, rows) {
            (Reply::AgedBalance(balance), Rows::Customers(currency, rows)) => {
                if let Some(one) = balance.currencies.iter_mut().find(|one| one.currency == currency) {
                    one.customers.extend(rows);
                }
            }
            (Reply::Segments(segments), Rows::Placed(currency, rows)) => {
                if let Some(one) = segments.currencies.iter_mut().find(|one| one.currency == currency) {
                    one.customers.extend(rows);
                }
            }
            (Reply::Matches(matches), Rows::Proposals(rows)) => matches.proposals.extend(rows),
            (Reply::OpenItems(page), Rows::Items(rows)) => page.items.extend(rows),
            (Reply::Plan(page), Rows::Actions(rows)) => page.plan.actions.extend(rows),
            (Reply::Plan(page), Rows::LeftAlone(rows)) => page.plan.non_actions.extend(rows),
            (Reply::Drafts(drafts), Rows::Drafts(rows)) => drafts.extend(rows),
            (Reply::Opened(report) | Reply::ImportReport(report), rows) => put_remarks(report, rows),
            _ => {}
        }
    }
}

fn put_remarks(report: &mut ImportReport, rows: Rows) {
    match rows {
        Rows::SetAside(rows) => report.set_aside.extend(rows),
        Rows::Remarks(rows) => report.diagnostics.extend(rows),
        Rows::Customers(..)
        | Rows::Placed(..)
        | Rows::Proposals(_)
        | Rows::Items(_)
        | Rows::Actions(_)
        | Rows::LeftAlone(_)
        | Rows::Drafts(_) => {}
    }
}

/// Leaves the first slice of a list and moves the others behind `rows`.
fn cut<T>(list: &mut Vec<T>, rows: &mut Vec<Rows>, of: impl Fn(Vec<T>) -> Rows) {
    if list.len() <= SLICE {
        return;
    }
    let mut rest = list.split_off(SLICE).into_iter();
    loop {
        let slice: Vec<T> = rest.by_ref().take(SLICE).collect();
        if slice.is_empty() {
            return;
        }
        rows.push(of(slice));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Channel;

    fn drafts(count: usize) -> Vec<Draft> {
        let draft = |number: usize| Draft {
            action: format!("{number}"),
            customer: String::new(),
            name: String::new(),
            channel: Channel::Email,
            language: text::Language::Fr,
            to: Vec::new(),
            cc: Vec::new(),
            from: String::new(),
            subject: String::new(),
            body: String::new(),
            attachments: Vec::new(),
            diagnostics: Vec::new(),
        };
        (0..count).map(draft).collect()
    }

    #[test]
    fn slices_put_together_are_the_reply() {
        for count in [0, 1, SLICE, SLICE + 1, 5 * SLICE] {
            let whole = Reply::Drafts(drafts(count));
            let (mut start, rows) = whole.clone().sliced();
            let Reply::Drafts(first) = &start else { panic!("another reply") };
            assert_eq!(first.len(), count.min(SLICE));
            assert_eq!(rows.len(), count.saturating_sub(1) / SLICE);
            for slice in rows {
                start.put(slice);
            }
            assert_eq!(start, whole);
        }
    }

    #[test]
    fn rows_of_another_reply_change_nothing() {
        let mut reply = Reply::Drafts(drafts(1));
        reply.put(Rows::Items(Vec::new()));
        assert_eq!(reply, Reply::Drafts(drafts(1)));
    }
}
