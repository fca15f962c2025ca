//! What an action claims beside its items: interest and fixed sums of what is overdue, credits deducted from what fell due
//! first. The plan and its texts add up claims here and nowhere else.

use crate::{Action, ActionItem};
use ledger::OpenItem;
use rules::rates::Rate;
use values::{Amount, Day};

/// Interest and indemnity of an item on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Late-payment interest to that day.
    pub interest: Amount,
    /// Recovery indemnity: owed whether the interest can be computed or not.
    pub indemnity: Amount,
    /// What another day adds.
    pub per_day: Amount,
    /// The yearly rate of the last day.
    pub rate: Option<Rate>,
    /// Interest that could not be computed: a rate is not known, or another law held.
    pub refused: bool,
}

/// No claims at all.
pub fn no_claims(_: &OpenItem, _: Day) -> Claim {
    Claim::default()
}

/// The claims of all items of an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claimed {
    /// The sum of the claims, with the rate of the last item that has one; refused where that of one item is.
    pub sum: Claim,
    /// Items that give rise to an indemnity.
    pub indemnified: usize,
}

/// The claims of an action to its day, on what is overdue. What the customer has in credit and the action deducts is set
/// against what fell due first (C. civ. 1342-10): nobody pays interest on it.
pub fn claimed(action: &Action, claim: &dyn Fn(&OpenItem, Day) -> Claim) -> Claimed {
    let mut credit = action.credits.abs();
    let mut claimed = Claimed::default();
    for line in action.items.iter().filter(|line| line.is_overdue()) {
        let covered = credit.min(line.asked);
        credit -= covered;
        if covered < line.asked {
            claimed.add(claim(&asked(line, line.asked - covered), action.day));
        }
    }
    claimed
}

/// The item as if no more of it remained than what is asked.
fn asked(line: &ActionItem, amount: Amount) -> OpenItem {
    OpenItem { residual: amount, ..line.item.clone() }
}

impl Claimed {
    fn add(&mut self, claim: Claim) {
        self.sum.interest += claim.interest;
        self.sum.indemnity += claim.indemnity;
        self.sum.per_day += claim.per_day;
        self.sum.rate = claim.rate.or(self.sum.rate);
        self.sum.refused |= claim.refused;
        self.indemnified += usize::from(claim.indemnity.is_debit());
    }
}
