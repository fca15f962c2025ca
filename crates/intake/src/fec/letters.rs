//! Letters (*lettrage*): a code is a group within its account and its file, because letters restart in each account
//! and each year. Whether a group clears is decided by its sum; the case of its letters is only compared with it.

use super::leg::Leg;
use super::{FecRemark, Share};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use ledger::{LedgerBuilder, MatchGroup};
use std::collections::BTreeMap;
use values::{Amount, Currency, FileIndex, Source, TableIndex};

/// Rows named in one remark at most.
const NAMED: usize = 5;

/// The group of a code in a file.
pub(crate) fn group(builder: &mut LedgerBuilder, code: &str, file: FileIndex) -> MatchGroup {
    if file.0 > 0 { builder.group_of_file(code, file) } else { builder.group(code) }
}

/// What is wrong with a group, or worth saying of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Finding {
    Unbalanced,
    Single,
    Partial,
    CompletePartial,
}

/// Groups of one finding in one file.
#[derive(Clone, Debug, Default)]
struct Found {
    count: u32,
    left: Amount,
    /// First rows, each with its letters.
    first: BTreeMap<u32, String>,
}

/// The findings of all customers, file by file.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    found: BTreeMap<(FileIndex, TableIndex, Finding), Found>,
}

impl Findings {
    /// Checks the groups of one customer, as each file has them.
    pub(crate) fn check(&mut self, legs: &mut [Leg], builder: &LedgerBuilder) {
        legs.sort_unstable_by_key(|leg| (!leg.from_fec, leg.source.file, leg.group, leg.day, leg.source));
        let lettered = legs.partition_point(|leg| leg.from_fec);
        let together = |one: &Leg, other: &Leg| (one.source.file, one.group) == (other.source.file, other.group);
        for group in legs.get(..lettered).unwrap_or_default().chunk_by(together) {
            let (sum, lines) = (group.iter().map(|leg| leg.amount).sum::<Amount>(), group.len());
            let Some(Leg { group: number, .. }) = group.first() else { continue };
            let Some(first) = group.iter().map(|leg| leg.source).min() else { continue };
            let code = builder.letters(*number).unwrap_or_default();
            let partial = code.contains(char::is_lowercase) && !code.contains(char::is_uppercase);
            let finding = match (sum.is_zero(), partial, lines) {
                (true, false, _) => continue,
                (true, true, _) => Finding::CompletePartial,
                (false, true, _) => Finding::Partial,
                (false, false, 1) => Finding::Single,
                (false, false, _) => Finding::Unbalanced,
            };
            let found = self.found.entry((first.file, first.table, finding)).or_default();
            found.count += 1;
            found.left += sum;
            found.first.insert(first.row, code);
            if found.first.len() > NAMED {
                found.first.pop_last();
            }
        }
    }

    /// What was found, with the table it is about.
    pub(crate) fn remarks(self, currency: Currency) -> impl Iterator<Item = (Source, Diagnostic)> {
        self.found.into_iter().filter_map(move |((file, table, finding), found)| {
            let share = Share { count: found.count, amount: found.left, currency };
            let rows = found.first.keys().copied().collect();
            let remark = match finding {
                Finding::Unbalanced => FecRemark::UnbalancedLetters { share, rows },
                Finding::Single => FecRemark::SingleLetters { share, rows },
                Finding::Partial => FecRemark::PartialLetters(share),
                Finding::CompletePartial => FecRemark::CompletePartialLetters { count: found.count },
            };
            let (row, code) = found.first.into_iter().next()?;
            let at = Source { file, table, row };
            let said = Diagnostic { seen: Some(code), ..Diagnostic::about(DiagnosticKind::Fec(remark), Some(at)) };
            Some((at, said))
        })
    }
}
