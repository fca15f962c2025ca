//! Matches proposed and approved. Approved ones are held by identifier: giving a shorter list takes the others back.

use crate::compared::Compared;
use crate::{Session, failures};
use analysis::{MatchProposal, MatchRule};
use followup::{Finder, ItemKey, Operation};
use ledger::{EntryKey, Ledger};
use protocol::{Failure, MatchEntry, Matches, MatchesQuery};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Arrange};

impl Session {
    /// What could clear what among the open items of a day that no letters clear.
    pub fn matches(&self, query: &MatchesQuery, language: Language) -> Result<Matches, Failure> {
        self.check_day(query.as_of, language)?;
        let open = self.open_on(query.as_of);
        let (mut proposals, mut given_up) = (Vec::new(), Vec::new());
        for (ledger, open) in self.ledgers().iter().zip(open.iter()) {
            let wanted = |customer| query.customer.as_ref().is_none_or(|id| ledger.customer(customer).id == *id);
            let found = analysis::match_proposals(ledger, open);
            let open = open.residuals();
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
        proposals.arrange_by(|a, b| {
            b.score.cmp(&a.score).then_with(|| b.cleared.cmp(&a.cleared)).then_with(|| a.id.cmp(&b.id))
        });
        Ok(Matches { proposals, approved: self.approved.clone(), given_up })
    }

    /// Takes the matches a person approved, in place of those approved before. Refused whole where one is unknown, or
    /// where an entry stands in two of them.
    pub fn approve(&mut self, ids: Vec<String>, language: Language) -> Result<(), Failure> {
        let mut groups = Vec::with_capacity(ids.len());
        for id in &ids {
            let keys = self.entries_of(id).and_then(|(at, entries)| self.keys_of(at, &entries));
            groups.push(keys.ok_or_else(|| failures::match_unknown(id, language))?);
        }
        let first = || failures::match_unknown(ids.first().map_or("", String::as_str), language);
        self.log.edit(Operation::Match(groups)).map_err(|_| first())?;
        self.take_matches();
        Ok(())
    }

    /// The entries as records name them.
    fn keys_of(&self, at: usize, entries: &[EntryKey]) -> Option<Vec<ItemKey>> {
        let ledger = self.ledgers().get(at)?;
        let customer = entries.first()?.customer();
        let keys = followup::keys_of(ledger, customer);
        entries.iter().map(|entry| keys.get(entry).cloned()).collect()
    }

    /// Lets the matches of the register clear entries. One whose entries are not all there, or are in a group of the
    /// files by now, clears nothing.
    pub(crate) fn take_matches(&mut self) {
        let mut approved = Vec::new();
        let mut groups_of: Vec<Vec<Vec<EntryKey>>> = Vec::new();
        let register = self.log.register();
        for ledger in &self.ledgers {
            let mut finder = Finder::new(ledger);
            let mut groups = Vec::new();
            for group in register.matches.iter() {
                let found: Option<Vec<EntryKey>> = group
                    .iter()
                    .map(|key| finder.find(key).filter(|entry| ledger.entry(*entry).group.is_none()))
                    .collect();
                let Some(entries) = found else { continue };
                let customer = entries.first().map(|entry| ledger.customer(entry.customer()).id.as_str());
                approved.push(id_of(ledger, customer.unwrap_or_default(), &entries));
                groups.push(entries);
            }
            groups_of.push(groups);
        }
        self.resolved.forget();
        self.audited.forget();
        // Most edits are no matches: what is open, and how customers pay, stays as it is.
        if self.approved == approved {
            return;
        }
        self.ledgers.iter_mut().zip(&groups_of).for_each(|(ledger, groups)| ledger.approve(groups));
        self.approved = approved;
        self.recent.forget();
        self.paying.forget();
        self.compared().into_iter().for_each(Compared::forget);
    }

    /// The ledger and the entries of an identifier.
    fn entries_of(&self, id: &str) -> Option<(usize, Vec<EntryKey>)> {
        let (currency, rest) = id.split_once('/')?;
        let (customer, positions) = rest.rsplit_once('/')?;
        let at = self.ledgers().iter().position(|ledger| ledger.currency().code() == currency)?;
        let ledger = self.ledgers().get(at)?;
        let customer = ledger.find(customer)?;
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
            let (entry, document) = ledger.line(*key);
            let place = self.place(entry.source);
            let residual = open.get(key).copied().unwrap_or_default();
            MatchEntry {
                document,
                day: entry.document_day,
                residual,
                file: place.file,
                sheet: place.sheet,
                row: place.row,
            }
        };
        let entries: Vec<EntryKey> = of.debits.iter().chain(&of.credits).copied().collect();
        let rule = rule(of.rule);
        protocol::MatchProposal {
            id: id_of(ledger, &customer.id, &entries),
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

/// The identifier of a match: currency, customer and places of its entries.
fn id_of(ledger: &Ledger, customer: &str, entries: &[EntryKey]) -> String {
    let positions: Vec<String> = entries.iter().map(|entry| entry.position().to_string()).collect();
    format!("{}/{customer}/{}", ledger.currency().code(), positions.join("+"))
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
