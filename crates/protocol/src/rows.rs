//! Long replies travel as a beginning and slices of rows, one message each, so that reading a reply never holds the
//! page for long. Put together in order they are the reply again.

use crate::{
    Action, ActivityLine, AgedDifference, AgedRow, CustomerBehaviour, Diagnostic, Draft, Finding, ImportReport,
    MatchProposal, NonAction, OpenItem, PlacedCustomer, Reply,
};
use serde::{Deserialize, Serialize};
use values::Currency;

/// Rows of one message at most.
const SLICE: usize = 200;
/// Findings of one message at most, each with its rows.
const FINDINGS: usize = 10;

/// More rows of a list of the reply before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rows {
    /// Customers of the balance of a currency.
    Customers(Currency, Vec<AgedRow>),
    /// Customers of the segments of a currency.
    Placed(Currency, Vec<PlacedCustomer>),
    /// How the customers of a currency pay.
    Payers(Currency, Vec<CustomerBehaviour>),
    /// Lines of a customer's account in a currency.
    Lines(Currency, Vec<ActivityLine>),
    /// Customers of a currency whose aged amounts differ.
    Differences(Currency, Vec<AgedDifference>),
    /// Findings.
    Findings(Vec<Finding>),
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
            Reply::Behaviour(behaviour) => {
                for one in &mut behaviour.currencies {
                    let currency = one.currency;
                    cut(&mut one.rows, &mut rows, |slice| Rows::Payers(currency, slice));
                }
            }
            Reply::Activity(activity) => {
                for one in &mut activity.currencies {
                    let currency = one.currency;
                    cut(&mut one.lines, &mut rows, |slice| Rows::Lines(currency, slice));
                }
            }
            Reply::Reperformance(compared) => {
                for one in &mut compared.currencies {
                    let currency = one.currency;
                    cut(&mut one.differences, &mut rows, |slice| Rows::Differences(currency, slice));
                }
            }
            // Each carries its rows: few at a time.
            Reply::Findings(findings) => cut_by(FINDINGS, findings, &mut rows, Rows::Findings),
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
            | Reply::Forecast(_)
            | Reply::Claims(_)
            | Reply::PolicyCheck(_)
            | Reply::Simulated(_)
            | Reply::Limitation(_)
            | Reply::LatePayments(_)
            | Reply::Quality(_)
            | Reply::Freshness(_)
            | Reply::Policy(_)
            | Reply::Outcomes(_)
            | Reply::Invoices(_)
            | Reply::SourceRow(_)
            | Reply::Preview(_)
            | Reply::Proposal(_)
            | Reply::File(_)
            | Reply::Calls(_)
            | Reply::Journal(_)
            | Reply::Answers(_)
            | Reply::JournalMerge(_)
            | Reply::Register(_)
            | Reply::Comparison(_)
            | Reply::Log(_)
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
            (Reply::Behaviour(behaviour), Rows::Payers(currency, rows)) => {
                if let Some(one) = behaviour.currencies.iter_mut().find(|one| one.currency == currency) {
                    one.rows.extend(rows);
                }
            }
            (Reply::Activity(activity), Rows::Lines(currency, rows)) => {
                if let Some(one) = activity.currencies.iter_mut().find(|one| one.currency == currency) {
                    one.lines.extend(rows);
                }
            }
            (Reply::Reperformance(compared), Rows::Differences(currency, rows)) => {
                if let Some(one) = compared.currencies.iter_mut().find(|one| one.currency == currency) {
                    one.differences.extend(rows);
                }
            }
            (Reply::Findings(findings), Rows::Findings(rows)) => findings.extend(rows),
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
        | Rows::Payers(..)
        | Rows::Lines(..)
        | Rows::Differences(..)
        | Rows::Findings(_)
        | Rows::Proposals(_)
        | Rows::Items(_)
        | Rows::Actions(_)
        | Rows::LeftAlone(_)
        | Rows::Drafts(_) => {}
    }
}

/// Leaves the first slice of a list and moves the others behind `rows`.
fn cut<T>(list: &mut Vec<T>, rows: &mut Vec<Rows>, of: impl Fn(Vec<T>) -> Rows) {
    cut_by(SLICE, list, rows, of);
}

fn cut_by<T>(slice: usize, list: &mut Vec<T>, rows: &mut Vec<Rows>, of: impl Fn(Vec<T>) -> Rows) {
    if list.len() <= slice {
        return;
    }
    let mut rest = list.split_off(slice).into_iter();
    loop {
        let slice: Vec<T> = rest.by_ref().take(slice).collect();
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
            template: String::new(),
            tone: String::new(),
            formal_notice: false,
            choices: Vec::new(),
            attached: Vec::new(),
            diagnostics: Vec::new(),
            changes: Vec::new(),
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
