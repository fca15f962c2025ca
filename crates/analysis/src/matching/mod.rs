//! Matches proposed for what no letters clear (features.md OI3, domain.md 5.3): same reference, exact amount, sums, then
//! the oldest first. Nothing here is applied: a proposal becomes a group only where a person approves it.

mod subset;

use ledger::{CustomerKey, EntryKey, Ledger, OpenItem, OpenItems};
use subset::{CANDIDATES_MAX, Found, search};
use values::{Amount, Arrange, Day, Days};

/// Days after an invoice during which a payment of exactly its amount is taken for its own.
const WINDOW_DAYS: i32 = 400;
/// Signs of a document number from which finding it inside another one means something.
const REFERENCE_SIGNS_MIN: usize = 4;

/// Debits times credits of one account above which its pairs are not compared: only the oldest-first rule is left.
const PAIRS_MAX: usize = 4_000_000;

/// Why entries are proposed to clear each other. The order is that of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchRule {
    /// Both bear the same document number.
    SameReference,
    /// The number of the payment contains that of the invoice.
    ReferenceWithin,
    /// One payment of exactly the amount of one invoice.
    ExactAmount,
    /// All that was open on the day of the payment, to the cent.
    AllOpen,
    /// One payment of exactly several invoices.
    SeveralDebits,
    /// Several payments of exactly one invoice.
    SeveralCredits,
    /// Nothing else fits: payments on the oldest invoices.
    OldestFirst,
}

/// Entries that would clear each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchProposal {
    /// Whose account.
    pub customer: CustomerKey,
    /// Why.
    pub rule: MatchRule,
    /// How sure, 0 to 100.
    pub score: u8,
    /// What is owed, oldest due first.
    pub debits: Vec<EntryKey>,
    /// What would clear it, earliest first.
    pub credits: Vec<EntryKey>,
    /// What would be cleared, in minor units above zero.
    pub cleared: Amount,
    /// What would be left of the larger side, in minor units, signed.
    pub left: Amount,
}

/// What is proposed for a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchProposals {
    /// The proposals: by customer, then in the order they were found. No entry stands in two of them.
    pub proposals: Vec<MatchProposal>,
    /// Customers whose sums are too many to search.
    pub given_up: Vec<CustomerKey>,
}

/// Proposes matches among the open items that no letters clear.
pub fn match_proposals(ledger: &Ledger, open: &OpenItems) -> MatchProposals {
    let mut found = MatchProposals::default();
    for (customer, items) in open.by_customer() {
        if items.iter().any(|item| item.residual.is_credit()) && items.iter().any(|item| item.residual.is_debit()) {
            let mut account = Account::of(ledger, customer, items);
            account.propose(&mut found.proposals);
            if account.given_up {
                found.given_up.push(customer);
            }
        }
    }
    found
}

/// One side of an account: an item that waits for its match.
#[derive(Clone, Debug)]
struct Waiting {
    entry: EntryKey,
    day: Day,
    /// Without sign.
    amount: Amount,
    reference: String,
}

/// What waits in one customer's account; proposals take items out.
struct Account {
    customer: CustomerKey,
    /// Oldest due first.
    debits: Vec<Waiting>,
    /// Earliest first.
    credits: Vec<Waiting>,
    given_up: bool,
}

impl Account {
    fn of(ledger: &Ledger, customer: CustomerKey, items: &[OpenItem]) -> Account {
        let mut items: Vec<&OpenItem> = items.iter().collect();
        items.arrange_by_key(|item| (item.due_day.unwrap_or(item.document_day), item.document_day, item.entry));
        let (mut debits, mut credits) = (Vec::new(), Vec::new());
        for item in items {
            let (entry, document) = ledger.line(item.entry);
            if entry.group.is_some() || ledger.approved(item.entry).is_some() {
                continue;
            }
            let (entry, reference, amount) = (item.entry, reference(&document), item.residual.abs());
            let side = if item.residual.is_credit() { &mut credits } else { &mut debits };
            side.push(Waiting { entry, day: item.document_day, amount, reference });
        }
        credits.arrange_by_key(|credit| (credit.day, credit.entry));
        Account { customer, debits, credits, given_up: false }
    }

    fn propose(&mut self, proposals: &mut Vec<MatchProposal>) {
        if self.debits.len().saturating_mul(self.credits.len()) > PAIRS_MAX {
            self.given_up = true;
            return self.oldest_first(proposals);
        }
        self.same_reference(proposals);
        self.reference_within(proposals);
        self.exact_amount(proposals);
        self.all_open(proposals);
        self.several_debits(proposals);
        self.several_credits(proposals);
        self.oldest_first(proposals);
    }

    /// Takes items out, by position, and proposes them.
    fn take(&mut self, rule: MatchRule, score: u8, debits: &[usize], credits: &[usize]) -> MatchProposal {
        let taken = |side: &mut Vec<Waiting>, positions: &[usize]| -> (Vec<EntryKey>, Amount) {
            let chosen: Vec<&Waiting> = positions.iter().filter_map(|position| side.get(*position)).collect();
            let entries = chosen.iter().map(|item| item.entry).collect();
            let sum = chosen.iter().map(|item| item.amount).sum();
            let mut position = 0;
            side.retain(|_| {
                position += 1;
                !positions.contains(&(position - 1))
            });
            (entries, sum)
        };
        let (debits, owed) = taken(&mut self.debits, debits);
        let (credits, paid) = taken(&mut self.credits, credits);
        MatchProposal {
            customer: self.customer,
            rule,
            score,
            debits,
            credits,
            cleared: owed.min(paid),
            left: owed - paid,
        }
    }

    /// Debits and credits under one number, all of each.
    fn same_reference(&mut self, proposals: &mut Vec<MatchProposal>) {
        let mut shared: Vec<String> = self.credits.iter().map(|credit| credit.reference.clone()).collect();
        shared.retain(|number| !number.is_empty() && self.debits.iter().any(|debit| debit.reference == *number));
        shared.arrange();
        shared.dedup();
        for number in shared {
            let bearing = |side: &[Waiting]| positions(side, |item| item.reference == number);
            let (debits, credits) = (bearing(&self.debits), bearing(&self.credits));
            let sum = |side: &[Waiting], at: &[usize]| {
                at.iter().filter_map(|at| side.get(*at)).map(|item| item.amount).sum::<Amount>()
            };
            let score = match sum(&self.credits, &credits).cmp(&sum(&self.debits, &debits)) {
                std::cmp::Ordering::Equal => 100,
                std::cmp::Ordering::Less => 85,
                std::cmp::Ordering::Greater => 70,
            };
            proposals.push(self.take(MatchRule::SameReference, score, &debits, &credits));
        }
    }

    /// A credit whose number names the numbers of debits: `VIR FA2026-118`.
    fn reference_within(&mut self, proposals: &mut Vec<MatchProposal>) {
        let mut at = 0;
        while let Some(credit) = self.credits.get(at) {
            let named = positions(&self.debits, |debit| {
                debit.reference.len() >= REFERENCE_SIGNS_MIN
                    && credit.reference.len() > debit.reference.len()
                    && credit.reference.contains(&debit.reference)
            });
            if named.is_empty() {
                at += 1;
                continue;
            }
            let owed: Amount = named.iter().filter_map(|at| self.debits.get(*at)).map(|debit| debit.amount).sum();
            let score = if owed == credit.amount { 95 } else { 65 };
            proposals.push(self.take(MatchRule::ReferenceWithin, score, &named, &[at]));
        }
    }

    /// A credit of exactly the amount of a debit before it, within the window; the oldest of several.
    fn exact_amount(&mut self, proposals: &mut Vec<MatchProposal>) {
        let mut at = 0;
        while let Some(credit) = self.credits.get(at).cloned() {
            let window = Days(WINDOW_DAYS);
            let fitting = positions(&self.debits, |debit| {
                debit.amount == credit.amount && debit.day <= credit.day && credit.day - debit.day <= window
            });
            match fitting.as_slice() {
                [] => at += 1,
                [only] => proposals.push(self.take(MatchRule::ExactAmount, 90, &[*only], &[at])),
                [oldest, ..] => proposals.push(self.take(MatchRule::ExactAmount, 75, &[*oldest], &[at])),
            }
        }
    }

    /// A credit of all the debits that stood open before it.
    fn all_open(&mut self, proposals: &mut Vec<MatchProposal>) {
        let mut at = 0;
        while let Some(credit) = self.credits.get(at) {
            let before = positions(&self.debits, |debit| debit.day <= credit.day);
            let owed: Amount = before.iter().filter_map(|at| self.debits.get(*at)).map(|debit| debit.amount).sum();
            if before.len() > 1 && owed == credit.amount {
                proposals.push(self.take(MatchRule::AllOpen, 85, &before, &[at]));
            } else {
                at += 1;
            }
        }
    }

    /// A credit of exactly several debits before it.
    fn several_debits(&mut self, proposals: &mut Vec<MatchProposal>) {
        let mut at = 0;
        while let Some(credit) = self.credits.get(at).cloned() {
            let before = positions(&self.debits, |debit| debit.day <= credit.day);
            match self.sum_of(&before, false, credit.amount) {
                Some((score, debits)) => proposals.push(self.take(MatchRule::SeveralDebits, score, &debits, &[at])),
                None => at += 1,
            }
        }
    }

    /// Several credits of exactly one debit before them.
    fn several_credits(&mut self, proposals: &mut Vec<MatchProposal>) {
        let mut at = 0;
        while let Some(debit) = self.debits.get(at).cloned() {
            let after = positions(&self.credits, |credit| credit.day >= debit.day);
            match self.sum_of(&after, true, debit.amount) {
                Some((score, credits)) => proposals.push(self.take(MatchRule::SeveralCredits, score, &[at], &credits)),
                None => at += 1,
            }
        }
    }

    /// Some of the items at these positions that sum to `wanted`, with how sure that is.
    fn sum_of(&mut self, at: &[usize], credits: bool, wanted: Amount) -> Option<(u8, Vec<usize>)> {
        let side = if credits { &self.credits } else { &self.debits };
        let at = at.get(..CANDIDATES_MAX).unwrap_or(at);
        let amounts: Vec<Amount> = at.iter().filter_map(|at| side.get(*at)).map(|item| item.amount).collect();
        let (score, chosen) = match search(&amounts, wanted) {
            Found::One(chosen) => (80, chosen),
            Found::Several(chosen) => (60, chosen),
            Found::None => return None,
            Found::GivenUp => {
                self.given_up = true;
                return None;
            }
        };
        Some((score, chosen.iter().filter_map(|chosen| at.get(*chosen).copied()).collect()))
    }

    /// What is left, payments on the oldest debts, as far as they reach.
    fn oldest_first(&mut self, proposals: &mut Vec<MatchProposal>) {
        let paid: Amount = self.credits.iter().map(|credit| credit.amount).sum();
        let mut reached = Amount::ZERO;
        let debits: Vec<usize> = (0..self.debits.len())
            .take_while(|at| {
                let open = reached < paid;
                reached += self.debits.get(*at).map_or(Amount::ZERO, |debit| debit.amount);
                open
            })
            .collect();
        let credits: Vec<usize> = (0..self.credits.len()).collect();
        if !debits.is_empty() && !credits.is_empty() {
            proposals.push(self.take(MatchRule::OldestFirst, 30, &debits, &credits));
        }
    }
}

fn positions(side: &[Waiting], fits: impl Fn(&Waiting) -> bool) -> Vec<usize> {
    side.iter().enumerate().filter(|(_, item)| fits(item)).map(|(position, _)| position).collect()
}

/// A document number as it is compared: letters and digits, in capitals.
fn reference(document: &str) -> String {
    document.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}
