//! Match groups (lettrage) of an account, and what their letters say that their amounts do not. Arithmetic decides; the
//! case of the letters is the convention it is compared with: capitals clear each other, lower case clears in part
//! (domain.md 5.3).

use crate::account::Line;
use crate::finding::{Detail, Evidence};
use ledger::{EntryKind, Ledger, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Arrange};

/// Lines of one account that bear one match code.
#[derive(Clone, Debug)]
pub(crate) struct Group<'a> {
    /// The letters; none for an invoice and the payment of its own row.
    pub(crate) letters: Option<String>,
    pub(crate) lines: Vec<&'a Line>,
    /// What they do not clear.
    pub(crate) gap: Amount,
    /// The sum of all, without signs.
    pub(crate) matched: Amount,
}

/// The groups of an account, in order of group.
pub(crate) fn of<'a>(ledger: &Ledger, lines: &'a [Line]) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<MatchGroup, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        if let Some(group) = line.entry.group {
            groups.entry(group).or_default().push(line);
        }
    }
    let group = |(group, lines): (MatchGroup, Vec<&'a Line>)| {
        let gap = lines.iter().map(|line| line.entry.amount).sum();
        let matched = lines.iter().map(|line| line.entry.amount.abs()).sum();
        Group { letters: ledger.letters(group), lines, gap, matched }
    };
    groups.into_iter().map(group).collect()
}

impl<'a> Group<'a> {
    /// The row of its first line, with an amount of the group.
    pub(crate) fn evidence(&self, amount: Amount) -> Option<Evidence> {
        let (letters, lines) = (self.letters.clone()?, self.lines.len() as u32);
        let first = self.lines.first()?;
        Some(Evidence { amount: Some(amount), ..first.evidence(Detail::Group { letters, lines }) })
    }

    /// Whether its letters say that it clears only in part.
    pub(crate) fn is_lower_case(&self) -> bool {
        self.letters.as_deref().is_some_and(is_lower_case)
    }

    /// Its lines of a kind.
    pub(crate) fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().copied().filter(move |line| line.entry.kind == kind)
    }
}

fn is_lower_case(letters: &str) -> bool {
    letters.chars().any(char::is_lowercase)
}

/// A group that does not balance in its account, and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Unbalanced {
    pub(crate) evidence: Evidence,
    pub(crate) verdict: Verdict,
}

/// What a group is that does not balance in its account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It balances with its namesakes in other accounts.
    AcrossCustomers,
    /// A single line bears the letters.
    Single,
    /// Partial, as its letters say.
    Partial,
    /// Wrong.
    Unbalanced,
}

/// Groups that do not balance, gathered account by account.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Vec<(String, Amount, u32, Evidence)>);

impl Waiting {
    /// Keeps the groups of an account that do not balance.
    pub(crate) fn add(&mut self, groups: &[Group<'_>]) {
        for group in groups.iter().filter(|group| !group.gap.is_zero()) {
            if let (Some(letters), Some(evidence)) = (group.letters.clone(), group.evidence(group.gap)) {
                self.0.push((letters, group.gap, group.lines.len() as u32, evidence));
            }
        }
    }

    /// Says of each what it is.
    pub(crate) fn judge(mut self) -> Vec<Unbalanced> {
        self.0.arrange_by(|a, b| {
            let place = |evidence: &Evidence| (evidence.customer, evidence.source);
            a.0.cmp(&b.0).then_with(|| place(&a.3).cmp(&place(&b.3)))
        });
        let mut judged = Vec::with_capacity(self.0.len());
        for namesakes in self.0.chunk_by(|a, b| a.0 == b.0) {
            let across = namesakes.len() > 1 && namesakes.iter().map(|(_, gap, ..)| *gap).sum::<Amount>().is_zero();
            for (letters, _, lines, evidence) in namesakes {
                let verdict = match (across, lines, is_lower_case(letters)) {
                    (true, _, _) => Verdict::AcrossCustomers,
                    (false, 1, _) => Verdict::Single,
                    (false, _, true) => Verdict::Partial,
                    (false, _, false) => Verdict::Unbalanced,
                };
                judged.push(Unbalanced { evidence: evidence.clone(), verdict });
            }
        }
        judged
    }
}
