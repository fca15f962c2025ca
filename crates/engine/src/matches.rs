//! Matches proposed and approved. Approved ones are held by identifier: giving a shorter list takes the others back.

use crate::compared::Compared;
use crate::{Session, failures};
use analysis::{MatchProposal, MatchRule};
use ledger::{CustomerKey, EntryKey, Ledger};
use protocol::{Failure, MatchEntry, Matches, MatchesQuery};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::Amount;

impl Session {
    /// What could clear what among the open items of a day that no letters clear.
    pub fn matches(&self, query: &MatchesQuery, language: Language) -> Result<Matches, Failure> {
        self.check_day(query.as_of, language)?;
        let open = self.open_on(query.as_of);
        let (mut proposals, mut given_up) = (Vec::new(), Vec::new());
        for (ledger, open) in self.ledgers().iter().zip(open.iter()) {
            let wanted = |customer| query.customer.as_ref().is_none_or(|id| ledger.customer(customer).id == *id);
            let found = analysis::match_proposals(ledger, open);
            let open: BTreeMap<EntryKey, Amount> = open.items.iter().map(|item| (item.entry, item.residual)).collect();
            let found_here = found.proposals.iter().filter(|proposal| wanted(proposal.customer));
            proposals.extend(found_here.map(|proposal| self.proposal(ledger, &open, proposal, language)));
            given_up.extend(
                found
                    .given_up
                    .into_iter()
                    .filter(|customer| wanted(*customer))
                    .map(|customer| ledger.customer(customer).id.clone()),
            );
        }
        proposals.sort_by(|a, b| {
            b.score.cmp(&a.score).then_with(|| b.cleared.cmp(&a.cleared)).then_with(|| a.id.cmp(&b.id))
        });
        Ok(Matches { proposals, approved: self.approved.clone(), given_up })
    }

    /// Takes the matches a person approved, in place of those approved before. Refused whole where one is unknown, or
    /// where an entry stands in two of them.
    pub fn approve(&mut self, ids: Vec<String>, language: Language) -> Result<(), Failure> {
        let mut groups: Vec<Vec<Vec<EntryKey>>> = vec![Vec::new(); self.ledgers().len()];
        let mut taken: BTreeSet<(usize, EntryKey)> = BTreeSet::new();
        for id in &ids {
            let unknown = || failures::match_unknown(id, language);
            let (at, entries) = self.entries_of(id).ok_or_else(unknown)?;
            if !entries.iter().all(|entry| taken.insert((at, *entry))) {
                return Err(unknown());
            }
            groups.get_mut(at).ok_or_else(unknown)?.push(entries);
        }
        for (ledger, groups) in self.ledgers.iter_mut().zip(&groups) {
            ledger.approve(groups);
        }
        self.approved = ids;
        self.recent.replace(None);
        self.compared().into_iter().for_each(Compared::forget);
        Ok(())
    }

    /// The ledger and the entries of an identifier.
    fn entries_of(&self, id: &str) -> Option<(usize, Vec<EntryKey>)> {
        let (currency, rest) = id.split_once('/')?;
        let (customer, positions) = rest.rsplit_once('/')?;
        let at = self.ledgers().iter().position(|ledger| ledger.currency().code() == currency)?;
        let ledger = self.ledgers().get(at)?;
        let customer = customer_of(ledger, customer)?;
        let entries: Option<Vec<EntryKey>> = positions
            .split('+')
            .map(|position| {
                ledger.key(customer, position.parse().ok()?).filter(|key| ledger.entry(*key).group.is_none())
            })
            .collect();
        Some((at, entries.filter(|entries| entries.len() > 1)?))
    }

    fn proposal(
        &self,
        ledger: &Ledger,
        open: &BTreeMap<EntryKey, Amount>,
        of: &MatchProposal,
        language: Language,
    ) -> protocol::MatchProposal {
        let customer = ledger.customer(of.customer);
        let entry = |key: &EntryKey| {
            let entry = ledger.entry(*key);
            let place = self.place(entry.source);
            let residual = open.get(key).copied().unwrap_or_default();
            MatchEntry {
                document: ledger.document(*key),
                day: entry.day,
                residual,
                file: place.file,
                sheet: place.sheet,
                row: place.row,
            }
        };
        let positions = of.debits.iter().chain(&of.credits).map(|key| key.position().to_string()).collect::<Vec<_>>();
        let rule = rule(of.rule);
        protocol::MatchProposal {
            id: format!("{}/{}/{}", ledger.currency().code(), customer.id, positions.join("+")),
            customer: customer.id.clone(),
            name: customer.name.clone(),
            rule: rule.to_owned(),
            score: of.score,
            text: language.match_reason(rule, of.debits.len(), of.credits.len(), of.left, ledger.currency()),
            currency: ledger.currency(),
            cleared: of.cleared,
            left: of.left,
            debits: of.debits.iter().map(entry).collect(),
            credits: of.credits.iter().map(entry).collect(),
        }
    }
}

fn customer_of(ledger: &Ledger, id: &str) -> Option<CustomerKey> {
    let at = ledger.customers().binary_search_by(|customer| customer.id.as_str().cmp(id)).ok()?;
    Some(CustomerKey(at as u32))
}

fn rule(rule: MatchRule) -> &'static str {
    match rule {
        MatchRule::SameReference => "same-reference",
        MatchRule::ReferenceWithin => "reference-within",
        MatchRule::ExactAmount => "exact-amount",
        MatchRule::AllOpen => "all-open",
        MatchRule::SeveralDebits => "several-debits",
        MatchRule::SeveralCredits => "several-credits",
        MatchRule::OldestFirst => "oldest-first",
    }
}
